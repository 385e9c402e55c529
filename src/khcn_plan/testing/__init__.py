"""For the users' own tests (kiểm thử): sound plans, faulty ones on demand, and what to demand of them.

    >>> from khcn_plan.testing import assert_clean, assert_finds, sample
    >>> assert_clean(sample())

It needs Hypothesis, which the extra `testing` brings: `plans()` draws sound plans without end, and `faulty("budget.total")` plans
with that one fault.
"""

from khcn_plan.testing.assertions import assert_clean, assert_finds, check_rule
from khcn_plan.testing.planting import faulty, plant, reading_of
from khcn_plan.testing.samples import sample
from khcn_plan.testing.strategies import (
    amounts,
    breakdowns,
    budgets,
    days,
    finished_tasks,
    frames,
    indicators,
    plans,
    products,
    properties,
    reviews,
    rounds,
    tasks,
)

__all__ = [
    "amounts",
    "assert_clean",
    "assert_finds",
    "breakdowns",
    "budgets",
    "check_rule",
    "days",
    "faulty",
    "finished_tasks",
    "frames",
    "indicators",
    "plans",
    "plant",
    "products",
    "properties",
    "reading_of",
    "reviews",
    "rounds",
    "sample",
    "tasks",
]
