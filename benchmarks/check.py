"""Measure `check` against the same rule functions called bare, on the same values: `python benchmarks/check.py`.

What the engine adds is the walk over the tree, the paths and the report.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from measure import Comparison, race, show

from khcn_plan import RULES, Reading, check
from khcn_plan.formats import text
from khcn_plan.model.tree import walk

EXAMPLES = Path(__file__).parents[1] / "examples"
RUNS = 200
Judge = Callable[[Any, date], Iterable[object]]


def judgements(reading: Reading, on: date) -> Iterator[tuple[Judge, object]]:
    """Yield each rule function in force with each value that it judges."""
    in_force = [rule for rule in RULES if rule.period.holds(on)]
    for value, _, _ in walk(reading):
        for rule in in_force:
            if type(value) in rule.on:
                yield rule.judge, value


def bare(pairs: list[tuple[Judge, object]], on: date) -> int:
    """Call the functions, and count what they say."""
    return sum(len(list(judge(value, on))) for judge, value in pairs)


def checking(path: Path) -> tuple[float, float]:
    """Measure on one document."""
    reading = text.read(path.read_text("utf-8"))
    on = check(reading).on or date(2024, 1, 1)
    return race(partial(check, reading), partial(bare, list(judgements(reading, on)), on), RUNS)


COMPARISONS = tuple(
    Comparison(
        about="Checking",
        ours=path.name,
        other="its rule functions, called bare",
        measure=partial(checking, path),
        at_most=1.3,
    )
    for path in sorted(EXAMPLES.glob("*.txt"))
)

if __name__ == "__main__":
    show(COMPARISONS)
