"""Measure `text.write` of a plan of a hundred tasks against one of ten, for each task.

    python benchmarks/writing.py

What a plan costs to write should grow with the plan and no faster.
"""

from functools import partial

import attrs
from measure import best, report

from khcn_plan import Plan, Task
from khcn_plan.formats import text
from khcn_plan.testing import sample

RUNS = 20
GOAL = 2.0
FEW, MANY = 10, 100


def plan(count: int) -> Plan:
    """Return the sample with so many tasks in place of its own."""
    [first, *_] = sample().tasks
    tasks: tuple[Task, ...] = tuple(attrs.evolve(first, name=f"{first.name} {number}") for number in range(count))
    return attrs.evolve(sample(), tasks=tasks)


def each(count: int) -> None:
    """Write a hundred tasks, so many in a plan."""
    for _ in range(MANY // count):
        text.write(plans[count])


plans = {count: plan(count) for count in (FEW, MANY)}


def main() -> None:
    """Measure both."""
    calls = {f"{MANY} tasks in one plan": partial(each, MANY), f"{FEW} tasks in each of ten": partial(each, FEW)}
    report("text.write of 100 tasks", best(calls, RUNS), GOAL)


if __name__ == "__main__":
    main()
