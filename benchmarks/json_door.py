"""Measure `json.read` and `json.write` against `loads` and `dumps` of the same data: `python benchmarks/json_door.py`.

The plans are those of `examples/`, as `json.write` writes them. `loads` gives dicts and checks nothing; what `read` adds is
the plan: every type proven, every date and number of a document read, every object built.
"""

import json
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from measure import Comparison, race, show

from khcn_plan.formats import json as doors
from khcn_plan.formats import text
from khcn_plan.model import Plan

EXAMPLES = Path(__file__).parents[1] / "examples"
RUNS = 300


def each(call: Callable[[Any], object], values: list[Any]) -> None:
    """Do the same with every value."""
    for value in values:
        call(value)


@cache
def plans() -> list[Plan]:
    """Return the plans of the examples."""
    readings = [text.read(path.read_text("utf-8")) for path in sorted(EXAMPLES.glob("*.txt"))]
    return [reading.plan for reading in readings if reading.plan]


def inward(indent: int | None) -> tuple[float, float]:
    """Measure reading all the plans."""
    texts = [doors.write(plan, indent=indent) for plan in plans()]
    return race(partial(each, doors.read, texts), partial(each, json.loads, texts), RUNS)


def outward(indent: int | None) -> tuple[float, float]:
    """Measure writing all the plans."""
    data = [json.loads(doors.write(plan)) for plan in plans()]
    dump = partial(json.dumps, ensure_ascii=False, indent=indent)
    return race(partial(each, partial(doors.write, indent=indent), plans()), partial(each, dump, data), RUNS)


COMPARISONS = tuple(
    Comparison(about=about, ours=f"{ours}, {laid}", other=other, measure=partial(measure, indent), at_most=4)
    for about, ours, other, measure in (
        ("JSON in", "json.read", "json.loads", inward),
        ("JSON out", "json.write", "json.dumps", outward),
    )
    for laid, indent in (("indented", 2), ("a line each", None))
)

if __name__ == "__main__":
    show(COMPARISONS)
