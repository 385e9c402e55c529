"""The verdict on a division of a total (tổng và các phần): what a partition, a subset or an open list may not do."""

from collections.abc import Iterable, Iterator

from khcn_plan.model import DivisionKind
from khcn_plan.model.sums import Comparison, add_up
from khcn_plan.model.tree import Key
from khcn_plan.notation.figures import Quantity
from khcn_plan.rules.verdict import HELD, Verdict, fault


def broken(kind: DivisionKind, comparison: Comparison) -> bool:
    """Tell whether a division of this kind is broken: a partition by any difference, other lists by exceeding."""
    return comparison is Comparison.OVER or (comparison is Comparison.SHORT and kind is DivisionKind.PARTITION)


def judge_sum(*at: Key, total: Quantity, parts: Iterable[Quantity], kind: DivisionKind) -> Iterator[Verdict]:
    """Yield the verdict on a division: fault where it is broken, with `total` and `parts`."""
    found = add_up(total, parts)
    yield fault(*at, total=found.total, parts=found.parts) if broken(kind, found.comparison) else HELD


def judge_remainder(*at: Key, total: Quantity, parts: Iterable[Quantity], kind: DivisionKind) -> Iterator[Verdict]:
    """Yield the verdict on the parts after "trong đó": a softer fault where they fall short of the total."""
    if kind is DivisionKind.SUBSET:
        found = add_up(total, parts)
        short = found.comparison is Comparison.SHORT
        yield fault(*at, total=found.total, parts=found.parts) if short else HELD
