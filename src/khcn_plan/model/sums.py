"""When parts make a total (phép cộng có làm tròn): exact figures add up exactly, rounded ones within what rounding allows.

A figure printed to the last unit stands for itself, unless those beside it have decimals: then the thing is measured, not
counted. One printed in a larger unit, or with decimals, stands for its value ± half a step; a sum agrees if the intervals
meet, as XBRL Calculations 1.1 has it. There is no other tolerance.
"""

from collections.abc import Iterable
from decimal import Context, Decimal
from enum import Enum
from functools import reduce
from typing import NamedTuple

import attrs

from khcn_plan.notation.figures import Quantity

EXACT = Context(prec=10_000)
"""Figures have at most 100 digits in a text, 1000 in a file; the usual 28 would round the sum of long ones."""


class Comparison(Enum):
    """How the sum of the parts compares with the total."""

    EQUAL = "equal"
    ROUNDED = "rounded"  # unequal as printed, yet within the rounding of the figures
    SHORT = "short"
    OVER = "over"


class Sum(NamedTuple):
    """A total held against its parts.

    Attributes:
        total: the total stated.
        parts: what the parts add up to, in the unit of the total.
        comparison: how the two compare.
    """

    total: Quantity
    parts: Quantity
    comparison: Comparison


def add_up(total: Quantity, parts: Iterable[Quantity]) -> Sum:
    """Add up the parts and compare them with the total.

    >>> eight = [Quantity(Decimal(n), "cái", Decimal(1)) for n in (5, 3)]
    >>> add_up(Quantity(Decimal(7), "cái", Decimal(1)), eight).comparison
    <Comparison.OVER: 'over'>
    """
    figures = tuple(parts)
    value = reduce(EXACT.add, (part.value for part in figures), Decimal(0))
    step = min((total.step, *(part.step for part in figures)))
    measured = step < 1
    slack = sum((part.step / 2 if measured else half_step(part) for part in (total, *figures)), Decimal(0))
    return Sum(total, attrs.evolve(total, value=value, step=step), _compare(EXACT.subtract(value, total.value), slack))


def half_step(figure: Quantity) -> Decimal:
    """Return how far the figure may lie from what it stands for: nothing if it is printed to the unit.

    >>> half_step(Quantity(Decimal(1_500_000_000), "đồng", Decimal(100_000_000), 10**9))
    Decimal('50000000')
    """
    return Decimal(0) if figure.step == 1 else figure.step / 2


def _compare(excess: Decimal, slack: Decimal) -> Comparison:
    if excess == 0:
        return Comparison.EQUAL
    if abs(excess) <= slack:
        return Comparison.ROUNDED
    return Comparison.OVER if excess > 0 else Comparison.SHORT
