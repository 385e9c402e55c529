"""Check what would be published: `python .ci/check_release.py FOLDER`, where an sdist and wheels were built.

The wheels, one built from the sdist and one from the tree, are the same to the byte; they hold the library and nothing
else, and no file of either names a folder of the machine that built it.
"""

import sys
import tarfile
from collections.abc import Iterator, Mapping
from email.parser import BytesParser
from pathlib import Path
from zipfile import ZipFile

PACKAGE = "khcn_plan/"
SOURCE = f"src/{PACKAGE}"
NEEDED = ("py.typed", "__main__.py", "html/report.html.jinja")
SHIPPED = ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "SECURITY.md", "tests/", "docs/", "examples/")
FIELDS = ("Name", "Version", "Summary", "License-Expression", "Requires-Python", "Description-Content-Type")
SHORTEST = 4
"""Letters of a path that is worth a search; "/" is everywhere."""


def wheel(path: Path) -> dict[str, bytes]:
    """Return the files of a wheel by name."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sdist(path: Path) -> dict[str, bytes]:
    """Return the files of an sdist by name, without the folder that holds them all."""
    with tarfile.open(path) as archive:
        files = ((member.name.partition("/")[2], archive.extractfile(member)) for member in archive)
        return {name: file.read() for name, file in files if file}


def wrong_in_wheel(files: Mapping[str, bytes], source: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what is wrong with a wheel, given the files of the sdist."""
    about = {name.partition("/")[2]: text for name, text in files.items() if ".dist-info/" in name}
    inside = {name.removeprefix(PACKAGE): text for name, text in files.items() if ".dist-info/" not in name}
    own = {name.removeprefix(SOURCE): text for name, text in source.items() if name.startswith(SOURCE)}
    if inside != own:
        strange = sorted(name for name in inside.keys() | own.keys() if inside.get(name) != own.get(name))
        yield f"the wheel and the sources differ in {', '.join(strange)}"
    yield from (f"the wheel lacks {name}" for name in NEEDED if name not in inside)
    if "licenses/LICENSE" not in about:
        yield "the wheel lacks the licence"
    if b"khcn-plan = khcn_plan.__main__:main" not in about.get("entry_points.txt", b""):
        yield "the wheel lacks the command"
    metadata = BytesParser().parsebytes(about["METADATA"])
    yield from (f"the metadata lack {name}" for name in FIELDS if not metadata[name])


def wrong_in_sdist(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what is wrong with an sdist: it holds all that it takes to test what it holds."""
    yield from (f"the sdist lacks {name}" for name in SHIPPED if not any(file.startswith(name) for file in files))


def machine_in(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the files that name a folder of this machine."""
    folders = {str(folder) for folder in (Path.cwd(), Path.home())}
    marks = [f"{folder}/".encode() for folder in folders if len(folder) >= SHORTEST]
    yield from (
        f"{name} names a folder of this machine" for name, text in files.items() if any(m in text for m in marks)
    )


def wrong(folder: Path) -> Iterator[str]:
    """Yield what is wrong with what was built into a folder."""
    [archive] = folder.rglob("*.tar.gz")
    [first, *others] = sorted(folder.rglob("*.whl"))
    source, built = sdist(archive), wheel(first)
    yield from wrong_in_sdist(source)
    yield from wrong_in_wheel(built, source)
    yield from machine_in(source | built)
    yield from (f"{first} and {other} differ" for other in others if first.read_bytes() != other.read_bytes())


def main() -> None:
    """Print what is wrong, and end with 1 if anything is."""
    complaints = list(wrong(Path(sys.argv[1])))
    print("\n".join(complaints) or "the wheel and the sdist hold what they should")
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
