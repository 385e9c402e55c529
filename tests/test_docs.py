"""The documentation: complete, current, and saying what the repository does."""

import doctest
import inspect
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import khcn_plan
from khcn_plan import RULES, Rule, manual, testing
from khcn_plan.__main__ import main

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "khcn_plan"
SHELL = shutil.which("bash") or "bash"
PUBLIC = [name for name in khcn_plan.__all__ if inspect.isclass(getattr(khcn_plan, name)) or not name.isupper()]


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    """Give the names of the script that writes the pages."""
    return runpy.run_path(str(DOCS / "write_rules.py"))


def session(page: Path) -> list[tuple[str, str]]:
    """Return the commands that a page shows behind "$", each with what it is said to print."""
    blocks = re.findall(r"```console\n(.+?)```", page.read_text("utf-8"), re.DOTALL)
    return re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", "".join(blocks), re.MULTILINE)


def printed(lines: list[str], folder: Path) -> list[str]:
    """Run commands one after another in a shell; return what each prints."""
    own = f'khcn-plan() {{ "{sys.executable}" -m khcn_plan "$@"; }}; python() {{ "{sys.executable}" "$@"; }}; exec 2>&1'
    script = "\n".join((own, *(f"{line}\ns=$?; printf '\\0'; (exit $s)" for line in lines)))
    ran = subprocess.run([SHELL, "-c", script], cwd=folder, capture_output=True, check=False)  # noqa: S603 - our own pages
    return ran.stdout.decode("utf-8").split("\0")[:-1]


def commands(page: str) -> list[str]:
    """Return what a page tells its reader to type."""
    return re.findall(r"```sh\n(.+?)\n```", (ROOT / page).read_text("utf-8"), re.DOTALL)


def test_what_the_rules_write_is_current(script: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    """No page and no file of data is missing, stale or left over."""
    assert script["main"](["--check"]) == 0, capsys.readouterr().out


def test_the_schema_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    """What the model says of itself is what is published."""
    assert runpy.run_path(str(DOCS / "write_schema.py"))["main"](["--check"]) == 0, capsys.readouterr().out


def test_the_page_of_the_command_line_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    """What the commands say of themselves is what is published."""
    assert runpy.run_path(str(DOCS / "write_commands.py"))["main"](["--check"]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(("script", "file"), [("write_schema.py", "plan.schema.json"), ("write_commands.py", "x.md")])
def test_a_stale_file_is_written(script: str, file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The scripts write a file that is missing, and say that one is current."""
    write: Callable[[list[str]], int] = runpy.run_path(str(DOCS / script))["main"]
    write.__globals__["FILE"] = tmp_path / file
    assert write(["--check"]) == 1
    assert write([]) == 0
    assert write(["--check"]) == 0
    assert capsys.readouterr().out.splitlines() == [f"{file}: {word}" for word in ("stale", "written", "current")]


def test_a_class_without_a_vietnamese_term_gets_no_title() -> None:
    """The schema is in both languages, or not made at all."""
    titled = runpy.run_path(str(DOCS / "write_schema.py"))["_titled"]
    assert titled("unit price", "the price of one unit (đơn giá).")["title"] == "đơn giá · unit price"
    with pytest.raises(ValueError, match="no Vietnamese term"):
        titled("unit price", "the price of one unit (a price).")


def test_every_rule_has_a_page(script: dict[str, Any]) -> None:
    """Rules that need the caller's data have one too."""
    names = {path.stem for path in (DOCS / "rules").glob("*.md")}
    assert names == {rule.name for rule in RULES} | {made.rule.name for made in script["MADE"]} | {"index"}


@pytest.mark.parametrize("rule", [*RULES, *manual.CALLERS], ids=lambda rule: rule.name)
def test_every_rule_is_explained_in_the_vietnamese_guide(rule: Rule) -> None:
    """Once, under its present title and severity: why it speaks, what to do, when it is mistaken, and its own page."""
    pages = "\n".join(path.read_text("utf-8") for path in (DOCS / "vi" / "canh-bao").glob("*.md"))
    (entry,) = [entry for entry in pages.split("\n## ") if entry.startswith(f"`{rule.name}`: ")]
    assert entry.startswith(f"`{rule.name}`: {rule.title.vi} ({rule.severity.name_in('vi')})\n")
    parts = re.findall(r"^\*\*(.+?)\.\*\* \S|^\[Trang của quy tắc\]\((.+)\)$", entry, re.MULTILINE)
    asked = ["Vì sao báo", "Sửa thế nào", "Khi nào không phải lỗi", f"../../rules/{rule.name}.md"]
    assert [heading or link for heading, link in parts] == asked


def test_the_vietnamese_guide_names_rules_that_there_are() -> None:
    """No entry is left over from a rule, and no page speaks of one that there is not."""
    known = {rule.name for rule in RULES + manual.CALLERS}
    nouns = "|".join(sorted({name.partition(".")[0] for name in known}))
    for page in (DOCS / "vi").rglob("*.md"):
        text = re.sub(r"```.+?```", "", page.read_text("utf-8"), flags=re.DOTALL)
        assert set(re.findall(rf"`((?:{nouns})\.[a-z-]+)`", text)) <= known, page


def test_stale_page_is_written_and_left_over_one_goes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The script writes what is missing or stale, and removes what no rule stands behind."""
    script = runpy.run_path(str(DOCS / "write_rules.py"))
    write: Callable[[list[str]], int] = script["main"]
    write.__globals__["ROOT"] = tmp_path
    folder = tmp_path / "docs" / "rules"
    folder.mkdir(parents=True)
    (folder / "amount.words.md").write_text("stale", "utf-8")
    (folder / "amount.gone.md").write_text("left over", "utf-8")
    assert write(["--check"]) == 1
    assert "stale: docs/rules/amount.gone.md\n" in capsys.readouterr().out
    assert write([]) == 0
    assert write(["--check"]) == 0
    assert not (folder / "amount.gone.md").exists()


@pytest.mark.parametrize("name", PUBLIC)
def test_glossary_knows_every_public_name(name: str) -> None:
    """A public class or function has its Vietnamese term."""
    assert f"`{name}`" in (DOCS / "glossary.md").read_text("utf-8")


def test_reference_has_every_public_name() -> None:
    """What the package and its testing floor name stands in the reference, and every module that reads and writes."""
    reference = "".join(path.read_text("utf-8") for path in (DOCS / "reference").glob("*.md"))
    for module in (khcn_plan, testing):
        for name in module.__all__:
            assert re.search(rf":: {module.__name__}\.{name}$", reference, re.MULTILINE), name
    for path in (*SOURCE.glob("notation/*.py"), *SOURCE.glob("formats/*.py")):
        if {"def read(", "def write("} <= {line[: line.find("(") + 1] for line in path.read_text("utf-8").splitlines()}:
            assert f":: khcn_plan.{path.parent.name}.{path.stem}\n" in reference, path.name


def test_glossary_names_what_there_is() -> None:
    """The classes, fields and rules that the glossary names exist."""
    text = (DOCS / "glossary.md").read_text("utf-8")
    for rule in re.findall(r"`([a-z]+\.[a-z-]+)`", text):
        assert rule in RULES or rule in {"task.norm", "plan.unit-unknown"}
    for name, field in re.findall(r"`([A-Z]\w+)\.(\w+)`", text):
        assert hasattr(getattr(khcn_plan, name), field)


@pytest.mark.parametrize("page", [str(path.relative_to(ROOT)) for path in (*ROOT.glob("*.md"), *DOCS.rglob("*.md"))])
def test_links_lead_somewhere(page: str) -> None:
    """Links inside the repository lead to a file that is there."""
    path = ROOT / page
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("page", [str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md") if session(path)])
def test_commands_print_what_pages_show(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands of a page, run after its examples and in their folder, print what stands below them."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    assert doctest.testfile(str(DOCS / page), module_relative=False, encoding="utf-8").failed == 0
    shown = session(DOCS / page)
    assert printed([line for line, _ in shown], tmp_path) == [output for _, output in shown]


def test_readme_gives_two_commands_of_one_line() -> None:
    """The first checks the example, the second runs the tests; each does its own set-up."""
    check, tests = commands("README.md")
    assert check.endswith("khcn-plan check examples/ke_hoach_huyen_2023.txt")
    assert tests.endswith("-m pytest")
    for command in (check, tests):
        assert "\n" not in command
        assert command.startswith("python3 -m venv .venv && ")


@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
def test_readme_shows_what_its_first_command_prints(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The finding at the top of the README is printed word for word."""
    assert commands(page)[0] == commands("README.md")[0]
    shown = re.search(r"```text\n(.+?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    assert shown
    file = "examples/ke_hoach_huyen_2023.txt"
    assert main(["check", str(ROOT / file)]) == 1
    assert shown[1] in capsys.readouterr().out.replace(str(ROOT / file), file)


def test_continuous_integration_runs_the_command_of_the_readme() -> None:
    """What the README says about the tests is what is run."""
    assert commands("README.md")[1] in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_changelog_has_the_version() -> None:
    """The version of the distribution has its entry."""
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert version
    assert f"## {version[1]} (" in (ROOT / "CHANGELOG.md").read_text("utf-8")
