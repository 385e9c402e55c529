"""Measure `text.write` of a plan of a hundred tasks against ten plans of ten: `python benchmarks/writing.py`.

What a plan costs to write should grow with the plan and no faster.
"""

from functools import partial

import attrs
from measure import Comparison, race, show

from khcn_plan import Plan, Task
from khcn_plan.formats import text
from khcn_plan.testing import sample

RUNS = 20
FEW, MANY = 10, 100


def plan(count: int) -> Plan:
    """Return the sample with so many tasks in place of its own."""
    [first, *_] = sample().tasks
    tasks: tuple[Task, ...] = tuple(attrs.evolve(first, name=f"{first.name} {number}") for number in range(count))
    return attrs.evolve(sample(), tasks=tasks)


def each(one: Plan, times: int) -> None:
    """Write a plan so many times."""
    for _ in range(times):
        text.write(one)


def writing() -> tuple[float, float]:
    """Measure a hundred tasks both ways."""
    return race(partial(each, plan(MANY), 1), partial(each, plan(FEW), MANY // FEW), RUNS)


COMPARISONS = (
    Comparison(
        about="Writing",
        ours=f"text.write, {MANY} tasks in a plan",
        other=f"{FEW} in each of {MANY // FEW}",
        measure=writing,
        at_most=2,
    ),
)

if __name__ == "__main__":
    show(COMPARISONS)
