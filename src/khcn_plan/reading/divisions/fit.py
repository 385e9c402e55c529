"""Which reading of figures makes a total (chọn cách đọc khớp tổng): the choice among several, and when none is sure.

Where several readings are possible, one that adds up is taken. Where none does, a difference is reported only if the
structure leaves no doubt, or if a single mistyped digit, or two that were swapped, explain it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

import attrs

from khcn_plan.model import DivisionKind
from khcn_plan.model.sums import EXACT, Comparison, add_up
from khcn_plan.notation.figures import Quantity
from khcn_plan.reading.scan import Figure

LEAST_PARTS = 2
MOST_TRIED = 2
FEW = 10
TELLING = 100
NEAR = Decimal("1.5")
ROUGH = 100


@attrs.frozen
class Part:
    """A figure that may be a part, with the words before it.

    Attributes:
        bare: it stands without the unit of the total.
        about: the text calls it a rough figure, though all its digits are printed.
    """

    label: str
    figure: Figure
    bare: bool = False
    about: bool = False

    @property
    def quantity(self) -> Quantity:
        """What the figure says."""
        return self.figure.quantity


Segments = list[list[Part]]
"""Figures that may be parts, grouped as semicolons or the items of a list group them."""


@attrs.frozen
class Scope:
    """What stands where the parts of a total are looked for.

    Attributes:
        segments: the figures that may be parts.
        others: figures among them that may be parts as well, though they count something else, or only about.
        doubtful: the figures may be no parts at all.
        orderly: each item has its figure and no other.
        foreign: the items count in a unit of their own: hộ, of which each has its nhà.
    """

    segments: Segments
    others: tuple[Part, ...] = ()
    doubtful: bool = attrs.field(default=False, kw_only=True)
    orderly: bool = attrs.field(default=False, kw_only=True)
    foreign: bool = attrs.field(default=False, kw_only=True)

    def counts(self, like: Quantity) -> bool:
        """Tell whether each of the parts says that it counts the same as the total."""
        return all(alike(part.quantity, like) and not part.bare for part in self.parts)

    @property
    def parts(self) -> list[Part]:
        """The figures that may be parts, in the order of the text."""
        return [part for segment in self.segments for part in segment]

    @property
    def alone(self) -> bool:
        """No segment has more than one of them."""
        return all(len(segment) <= 1 for segment in self.segments)

    def readings(self) -> Iterator[list[Part]]:
        """Yield the ways to read the segments: every figure, the first of each, the last of each, one segment alone."""
        yield self.parts
        if not self.alone:
            yield [segment[0] for segment in self.segments if segment]
            yield [segment[-1] for segment in self.segments if segment]
            yield from self.segments


@attrs.frozen
class Fit:
    """A reading: the total, the parts, and what may be claimed of them.

    Attributes:
        kind: how much may be judged; `None` as much as the words of the text say.
    """

    total: Part
    parts: Sequence[Part]
    kind: DivisionKind | None = None


def holding(totals: list[Part], scopes: list[Scope]) -> Fit | None:
    """Return the first reading in which parts make a total."""
    for total in totals[:MOST_TRIED]:
        for scope in scopes:
            for parts in (*scope.readings(), _with_others(scope), _leading(total, scope)):
                if len(parts) >= LEAST_PARTS and _compare(total, parts) in {Comparison.EQUAL, Comparison.ROUNDED}:
                    return Fit(total, parts, DivisionKind.PARTITION)
    return None


def _leading(total: Part, scope: Scope) -> list[Part]:
    """Return the first parts of a list that make the total, one a segment: what follows is said besides."""
    parts = scope.parts if scope.alone else []
    sums = accumulate(part.quantity.value for part in parts)
    return parts[: next((end for end, value in enumerate(sums, 1) if value == total.quantity.value), 0)]


def _with_others(scope: Scope) -> list[Part]:
    """Return every figure that may be a part, whatever it counts."""
    return sorted((*scope.parts, *scope.others), key=lambda part: part.figure.start) if scope.others else []


def doubtful(total: Part, scope: Scope, kind: DivisionKind, *, sure: bool, direct: bool) -> Fit | None:
    """Return a reading that does not add up, with the kind that says how much of it may be judged.

    Args:
        total: the likeliest total.
        scope: what may be its parts.
        kind: what the words of the text claim of them.
        sure: the words leave no doubt.
        direct: nothing stands between the total and the words that divide it.
    """
    if slipped := mistyped(total, scope, least=LEAST_PARTS if direct and scope.orderly else TELLING):
        return attrs.evolve(slipped, kind=None if sure else DivisionKind.PARTITION)
    parts, value = scope.parts, total.quantity.value
    if len(parts) < LEAST_PARTS or total.about or repeats(total, parts):
        return None
    plain = not (scope.others or scope.doubtful or scope.foreign)
    whole = sure and plain and scope.alone and all(scope.segments[:-1])
    if kind is DivisionKind.OPEN and whole and any(part.quantity.value <= value for part in parts):
        return Fit(total, parts)
    if kind is DivisionKind.SUBSET and _compare(total, parts) is Comparison.SHORT:
        return Fit(total, parts) if all(alike(part.quantity, total.quantity) for part in parts) else None
    near = value / 2 <= sum(part.quantity.value for part in parts) <= value * NEAR
    return Fit(total, parts, None if whole and near else DivisionKind.UNSURE)


def exceeding(total: Part, scope: Scope) -> Fit | None:
    """Return the parts of an orderly list if they are more than the total, yet not much more."""
    parts, value = scope.parts, total.quantity.value
    plain = (
        scope.orderly
        and not total.about
        and not (scope.others or scope.doubtful)
        and all(alike(part.quantity, total.quantity) for part in parts)
    )
    if not plain or any(part.bare for part in parts) or repeats(total, parts):
        return None
    near = sum(part.quantity.value for part in parts) <= value * NEAR or _slip(total, parts)
    return Fit(total, parts, DivisionKind.SUBSET) if near and _compare(total, parts) is Comparison.OVER else None


def mistyped(total: Part, scope: Scope, *, least: int = TELLING, strict: bool = False) -> Fit | None:
    """Return the reading in which one mistyped digit explains why the parts don't make a total of some size.

    Where only their arrangement says that figures are parts of another (`strict`), round ones seldom tell: of 1.250, 850 and
    450 any two differ from the third by a digit or so.
    """
    if total.quantity.value < least or scope.doubtful:
        return None
    for parts in scope.readings():
        if len(parts) >= LEAST_PARTS and not repeats(total, parts) and _slip(total, parts):
            vague = (total.about and _is_near(total, parts)) or (strict and _are_round(total, parts, least))
            return None if vague else Fit(total, parts)
    return None


def _are_round(total: Part, parts: list[Part], least: int) -> bool:
    """Tell whether figures all end in noughts, and have few digits else."""
    step = min(total.quantity.step, *(part.quantity.step for part in parts))
    printed = [int(EXACT.divide(part.quantity.value, step)) for part in (total, *parts)]
    noughts = min(len(text) - len(text.rstrip("0")) for text in map(str, printed) if text != "0")
    return noughts > 0 and len(str(printed[0])) < noughts + len(str(least)) + 1


def _is_near(total: Part, parts: list[Part]) -> bool:
    """Tell whether a total that the text calls rough, and that has no decimals, is no farther from its parts than rough."""
    value = total.quantity.value
    return (
        total.quantity.step >= total.quantity.scale
        and abs(sum(part.quantity.value for part in parts) - value) * ROUGH <= value
    )


def _slip(total: Part, parts: list[Part]) -> bool:
    """Tell whether one mistyped digit of the total or of a part explains the difference between them."""
    made = add_up(total.quantity, (part.quantity for part in parts)).parts.value
    excess = EXACT.subtract(made, total.quantity.value)
    changes = [(total.quantity, excess), *((part.quantity, EXACT.minus(excess)) for part in parts)]
    return any(_one_digit(figure, change) for figure, change in changes)


def repeats(total: Part, parts: Sequence[Part]) -> bool:
    """Tell whether the total stands among its parts: then they lead up to it, or speak of the whole again."""
    return any(part.quantity.value == total.quantity.value for part in parts)


def alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures count the same, as far as the first word of their unit says: "thị" begins two."""
    first = one.unit.split(" ")[0]
    return first == other.unit.split(" ")[0] and (first != "thị" or one.unit == other.unit)


def _one_digit(figure: Quantity, change: Decimal) -> bool:
    """Tell whether changing a figure by so much changes one of its digits, or swaps two neighbours."""
    meant = EXACT.add(figure.value, change)
    if meant <= 0 or EXACT.remainder(change, figure.step):
        return False
    printed, due = (f"{int(EXACT.divide(value, figure.step)):02}" for value in (figure.value, meant))
    if len(printed) != len(due):
        return False
    wrong = [place for place, (one, other) in enumerate(zip(printed, due, strict=True)) if one != other]
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(printed) == sorted(due)  # noqa: PLR2004 - two neighbours
    return len(wrong) == 1 or swapped


def _compare(total: Part, parts: Sequence[Part]) -> Comparison:
    return add_up(total.quantity, (part.quantity for part in parts)).comparison
