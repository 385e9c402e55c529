"""Measure `json.read` and `json.write` against the standard library's `loads` and `dumps` of the same data.

    python benchmarks/json_door.py

The plans are those of `examples/`, as `json.write` writes them. `loads` gives dicts and checks nothing; what `read` adds is
the plan: every type proven, every date and number of a document read, every object built.
"""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from measure import best, report

from khcn_plan.formats import json as doors
from khcn_plan.formats import text
from khcn_plan.model import Plan

EXAMPLES = Path(__file__).parents[1] / "examples"
RUNS = 300
GOAL = 4.0


def each(call: Callable[[Any], object], values: list[Any]) -> None:
    """Do the same with every value."""
    for value in values:
        call(value)


def main() -> None:
    """Measure on the plans as files are usually written, and as lines."""
    readings = [text.read(path.read_text("utf-8")) for path in sorted(EXAMPLES.glob("*.txt"))]
    plans = [reading.plan for reading in readings if reading.plan]
    for indent in (2, None):
        measure(plans, indent)


def measure(plans: list[Plan], indent: int | None) -> None:
    """Measure both directions on all the plans together, indented or each on one line."""
    texts = [doors.write(plan, indent=indent) for plan in plans]
    about = f"{len(plans)} plans, {sum(map(len, texts)):,} characters{'' if indent else ', a line each'}"
    calls = {"json.read": partial(each, doors.read, texts), "json.loads": partial(each, json.loads, texts)}
    report(f"JSON in: {about}", best(calls, RUNS), GOAL)
    write = partial(doors.write, indent=indent)
    dump = partial(json.dumps, ensure_ascii=False, indent=indent)
    written = {
        "json.write": partial(each, write, plans),
        "json.dumps": partial(each, dump, list(map(json.loads, texts))),
    }
    report(f"JSON out: {about}", best(written, RUNS), GOAL)


if __name__ == "__main__":
    main()
