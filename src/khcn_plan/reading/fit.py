"""Which reading of figures makes a total (chọn cách đọc khớp tổng): the choice among several, and when none is sure.

Where several readings are possible, one that adds up is taken. Where none does, a difference is reported only if the
structure leaves no doubt, or if a single mistyped digit, or two that were swapped, explain it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs

from khcn_plan.model import DivisionKind
from khcn_plan.model.sums import Comparison, add_up
from khcn_plan.notation.figures import Quantity
from khcn_plan.reading.scan import Figure

LEAST_PARTS = 2
FEW = 10
TELLING = 100
NEAR = Decimal("1.5")


@attrs.frozen
class Part:
    """A figure that may be a part, with the words before it."""

    label: str
    figure: Figure

    @property
    def quantity(self) -> Quantity:
        """What the figure says."""
        return self.figure.quantity


Segments = list[list[Part]]
"""Figures that may be parts, grouped as semicolons or the items of a list group them."""


@attrs.frozen
class Fit:
    """A reading: the total, the parts, and what may be claimed of them.

    Attributes:
        kind: how much may be judged; `None` as much as the words of the text say.
    """

    total: Part
    parts: Sequence[Part]
    kind: DivisionKind | None = None


def holding(totals: list[Part], scopes: list[Segments]) -> Fit | None:
    """Return the first reading in which parts make a total."""
    for total in totals[:LEAST_PARTS]:
        for segments in scopes:
            for parts in _readings(segments):
                if len(parts) >= LEAST_PARTS and _compare(total, parts) in (Comparison.EQUAL, Comparison.ROUNDED):
                    return Fit(total, parts, DivisionKind.PARTITION)
    return None


def doubtful(total: Part, segments: Segments, kind: DivisionKind, *, sure: bool) -> Fit | None:
    """Return a reading that does not add up, with the kind that says how much of it may be judged."""
    if slipped := mistyped(total, segments):
        return attrs.evolve(slipped, kind=None if sure else DivisionKind.PARTITION)
    parts = flat(segments)
    if len(parts) < LEAST_PARTS:
        return None
    whole = all(segments[:-1]) and all(len(segment) == 1 for segment in segments if segment)
    if kind is DivisionKind.OPEN and sure and whole:
        return Fit(total, parts)
    comparison = _compare(total, parts)
    if kind is DivisionKind.SUBSET and comparison is Comparison.SHORT:
        return Fit(total, parts)
    near = sum(part.quantity.value for part in parts) <= total.quantity.value * NEAR
    return Fit(total, parts, None if sure and whole and near else DivisionKind.UNSURE)


def mistyped(total: Part, segments: Segments, *, least: int = TELLING) -> Fit | None:
    """Return the reading in which one mistyped digit explains why the parts don't make a total of some size."""
    for parts in _readings(segments):
        if len(parts) >= LEAST_PARTS and total.quantity.value >= least:
            excess = sum(part.quantity.value for part in parts) - total.quantity.value
            changes = [(total.quantity, excess), *((part.quantity, -excess) for part in parts)]
            if any(_one_digit(figure, change) for figure, change in changes):
                return Fit(total, parts)
    return None


def _readings(segments: Segments) -> Iterator[list[Part]]:
    """Yield the ways to read the segments: every figure, the first of each, the last of each."""
    yield flat(segments)
    if any(len(segment) > 1 for segment in segments):
        yield [segment[0] for segment in segments if segment]
        yield [segment[-1] for segment in segments if segment]


def _one_digit(figure: Quantity, change: Decimal) -> bool:
    """Tell whether changing a figure by so much changes one of its digits, or swaps two neighbours."""
    printed, due = (str(abs(int(value / figure.step))) for value in (figure.value, figure.value + change))
    if len(printed) != len(due) or figure.value + change <= 0:
        return False
    wrong = [place for place, (one, other) in enumerate(zip(printed, due, strict=True)) if one != other]
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(printed) == sorted(due)  # noqa: PLR2004 - two neighbours
    return len(wrong) == 1 or swapped


def _compare(total: Part, parts: list[Part]) -> Comparison:
    return add_up(total.quantity, (part.quantity for part in parts)).comparison


def flat(segments: Segments) -> list[Part]:
    """Return the parts of all segments in order."""
    return [part for segment in segments for part in segment]
