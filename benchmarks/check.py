"""Measure `check` against the same rule functions called bare, on the same values.

    python benchmarks/check.py

What the engine adds is the walk over the tree, the paths and the report.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from measure import best, report

from khcn_plan import RULES, Reading, check
from khcn_plan.formats import text
from khcn_plan.model.tree import walk

EXAMPLES = Path(__file__).parents[1] / "examples"
RUNS = 200
GOAL = 1.3


def judgements(reading: Reading, on: date) -> Iterator[tuple[Callable[[Any, date], Iterator[object]], object]]:
    """Yield each rule function in force with each value that it judges."""
    in_force = [rule for rule in RULES if rule.period.holds(on)]
    for value, _, _ in walk(reading):
        for rule in in_force:
            if type(value) in rule.on:
                yield rule.judge, value


def bare(pairs: list[tuple[Callable[[Any, date], Iterator[object]], object]], on: date) -> int:
    """Call the functions, and count what they say."""
    return sum(len(list(judge(value, on))) for judge, value in pairs)


def main() -> None:
    """Measure on each example plan."""
    for path in sorted(EXAMPLES.glob("*.txt")):
        reading = text.read(path.read_text("utf-8"))
        on = check(reading).on or date(2024, 1, 1)
        pairs = list(judgements(reading, on))
        calls: dict[str, Callable[[], object]] = {
            "check(reading)": partial(check, reading),
            f"{len(pairs)} calls of rule functions": partial(bare, pairs, on),
        }
        report(f"Checking {path.name}", best(calls, RUNS), GOAL)


if __name__ == "__main__":
    main()
