"""The page about speed shows what the benchmarks measure: no row is typed, none is left out."""

import re
import runpy
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_the_table_has_the_rows_of_the_benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was added, renamed or given another budget is measured anew: `nox -s benchmarks -- --write`."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.delitem(sys.modules, "measure", raising=False)
    benchmarks = runpy.run_path(str(ROOT / "benchmarks" / "run.py"))
    page = (ROOT / "docs" / "performance.md").read_text("utf-8")
    header, _, *rows = [
        line.removeprefix("| ").removesuffix(" |").split(" | ") for line in page.splitlines() if line.startswith("|")
    ]
    assert header == [*benchmarks["HEADER"]]
    shown = [(about, ours, other, budget) for about, ours, _, other, _, _, budget in rows]
    due = [(one.about, one.ours, one.other, one.budget) for one in benchmarks["comparisons"]()]
    assert shown == due
    assert all(re.fullmatch(r"[0-9]+\.[0-9]{2} ×", row[-2]) for row in rows)
