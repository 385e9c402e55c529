"""Run every benchmark, and print or write the table: `python benchmarks/run.py [--write]`.

`--write` puts the table into `docs/performance.md`, with the machine and the day; it is never typed.
"""

import platform
import runpy
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "performance.md"
BEGIN, END = "<!-- from here: python benchmarks/run.py --write -->\n", "<!-- to here -->\n"
sys.path.insert(0, str(HERE))

from measure import HEADER, Comparison, show  # noqa: E402 - a script's folder, wherever it is run from

NAMES = (
    "imports",
    "construction",
    "spelling",
    "reading",
    "check",
    "json_door",
    "writing",
    "memory",
    "archive",
)


def comparisons() -> Iterator[Comparison]:
    """Yield the comparisons of every benchmark."""
    for name in NAMES:
        yield from runpy.run_path(str(HERE / f"{name}.py"))["COMPARISONS"]


def table(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as a table in Markdown."""
    lines = [HEADER, ["---"] * 2 + ["---:", "---", "---:", "---:", "---:"], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def machine() -> str:
    """Return what was measured on: the kind of processor and of Python, and the day."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    kind = f"{len(models)} × {models[0]}" if models else platform.machine()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"Measured on {datetime.now(UTC).date()} with khcn_plan {version('khcn-plan')}, {python}, on {kind}.\n"


def write() -> None:
    """Measure everything, and put the table into its page."""
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    measured = table(one.row() for one in comparisons())
    PAGE.write_text(f"{before}{BEGIN}\n{machine()}\n{measured}\n{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    write() if sys.argv[1:] == ["--write"] else show(comparisons())
