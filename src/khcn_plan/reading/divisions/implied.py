"""Totals that no word divides, but a bracket, a colon, or the list around them: "465 triệu đồng (200 cho xã, 265 cho huyện)".

What only stands together is often no sum. So parts that don't make the total are reported where one mistyped digit explains
the difference, or where the parts are by their nature all there are.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs

from khcn_plan.model import DivisionKind
from khcn_plan.notation.figures import Quantity
from khcn_plan.reading.divisions import before, behind, context, lists
from khcn_plan.reading.divisions.behind import TRAIT
from khcn_plan.reading.divisions.context import DIVIDES, REACH, TOTAL, Text, label
from khcn_plan.reading.divisions.fit import FEW, LEAST_PARTS, Fit, Part, Scope, exceeding, holding, mistyped
from khcn_plan.reading.items import Item
from khcn_plan.reading.scan import Figure

_ALLOTTED = re.compile(r"(?:tổng|cộng|phân bổ|phân khai|bố trí)\b", re.IGNORECASE)
_COLON = re.compile(r"[^.;:()\n]{0,60}+:\s")
_OPENS_STARS = re.compile(r"[^.,;:()\d\n]{0,60}+(?::|\(|,?\s(?:bao )?gồm:?)\s*")
_RATED = re.compile(
    r"(?:[^\d\n]{0,40}(?:[,;]|\bvà)\s+)?(?P<count>\d{1,4})\s+(?:sản phẩm\s+)?(?:(?:OCOP|đạt|xếp|hạng)\s+){0,3}"
    r"(?P<stars>(?:[1-5]|một|hai|ba|bốn|năm)\s+sao)\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"danh sách(?: (?:tên|kèm theo|đính kèm|cụ thể|chi tiết|dưới đây))*(?: chỉ)? (?:có|gồm|nêu|ghi)(?: đủ)?\s$",
    re.IGNORECASE,
)
_ENDS_PHRASE = re.compile(r"[.;:\n]")
Composition = tuple[str, tuple[re.Pattern[str], ...]]
COMPOSITIONS: tuple[Composition, ...] = (
    ("lương thực có hạt", (re.compile(r"thóc|lúa", re.IGNORECASE), re.compile("ngô", re.IGNORECASE))),
)
"""What official statistics reckon as the sum of others: grain is paddy and maize, and little else."""
_NONE = re.compile(r"[^:\n]{1,60}:\s*(?:không|chưa) có\b", re.IGNORECASE)
PRODUCTS = "sản phẩm"
NEIGHBOURS = 6
LIST_REACH = 60
LONGEST_BRACKET = 600
LONGEST_PHRASE = 160
_LENGTHS = frozenset(("m", "km", "cm", "mm", *context.TIMES))
"""What a list gives side by side more often than as parts: depth and width, days and months."""


@attrs.frozen
class Hints:
    """What a text speaks of at all, so that the rest need not be looked for in each of its items.

    Attributes:
        compositions: the sums known to statistics.
        lists: lists that are counted again.
        stars: products with their stars.
    """

    compositions: Sequence[Composition]
    lists: bool
    stars: bool


def hints(flow: str) -> Hints:
    """Look over a whole text."""
    return Hints(
        [one for one in COMPOSITIONS if one[0][1:] in flow],
        "anh sách" in flow,
        f" {PRODUCTS}" in flow and " sao" in flow,
    )


def fits(text: Text, index: int, own: Sequence[Figure], hints: Hints, *, anchored: bool) -> Iterator[Fit]:
    """Yield the figures of an item that are divided without a word that says so."""
    item = text.items[index]
    if not anchored:
        yield from _listed(text, index, own[0])
        if coloned := _coloned(text, item, own[0]):
            yield coloned
    if text.flow.find("(", own[0].end, item.end) >= 0:
        yield from _bracketed(text, item, own)
    if hints.stars:
        yield from _rated(text, item, own)
    if hints.lists:
        yield from _recounted(text, index, own)
    for whole, kinds in hints.compositions:
        yield from _composed(text, index, whole, kinds)


def _listed(text: Text, index: int, first: Figure) -> Iterator[Fit]:
    """Divide the figure of an item by the list below it; if it says that it is the total, by the list that it opens or closes."""
    item = text.items[index]
    whole = bool(TOTAL.match(text.flow, item.body))
    if not whole and not lists.is_above_list(text, index):
        return
    if context.is_compared(text.flow[max(item.start, first.start - REACH) : first.start], first.quantity):
        return
    beside = lists.is_beside(text, index)
    total = before.total(text, first, item.body)
    opened = lists.below(text, index, total.quantity, beside=beside)
    found = [fit for scope in opened if (fit := _held(text, total, scope))]
    if whole and not found:
        closed = lists.above(text, index, total.quantity)
        found = [fit for scope in closed if (fit := _held(text, total, scope))][:1]
    yield from found


def _held(text: Text, total: Part, scope: Scope) -> Fit | None:
    """Hold a total to a list; a difference is one if all figures are stated alike and a mistyped digit explains it."""
    if found := holding([total], [scope]):
        return found
    leading = [segment[0] for segment in scope.segments if segment]
    stated = len(leading) == len(scope.segments) and behind.are_stated_alike(text.flow, [total, *leading])
    return mistyped(total, scope, strict=True) if stated and total.quantity.unit not in _LENGTHS else None


def _composed(text: Text, index: int, whole: str, kinds: Sequence[re.Pattern[str]]) -> Iterator[Fit]:
    """Divide what statistics define as the sum of others by those, where a list gives them one by one."""
    item = text.items[index]
    at = text.flow.find(whole[1:], item.body, item.end)
    own = text.within(at, item.end) if at >= 0 else ()
    if own:
        total = before.total(text, own[0], item.body)
        parts = [part for kind in kinds for part in _of_kind(text, index, kind, total.quantity)]
        if len(parts) == len(kinds):
            yield Fit(total, parts, DivisionKind.SUBSET)


def _of_kind(text: Text, index: int, kind: re.Pattern[str], like: Quantity) -> list[Part]:
    """Return the first figure, in the unit of the total, of a neighbouring item of this kind; nought if it says "không có"."""
    for item in text.items[index + 1 : index + 1 + NEIGHBOURS]:
        if item.depth == text.items[index].depth and (named := kind.search(text.flow, item.body, item.end)):
            if none := _NONE.match(text.flow, item.body, item.end):
                nought = Figure(named.start(), none.end(), Quantity(Decimal(0), like.unit, like.step))
                return [Part(named[0], nought)]
            same = [f for f in text.within(item.start, item.end) if f.quantity.unit == like.unit]
            return [Part(label(text.flow, item.body, figure.start), figure) for figure in same[:1]]
    return []


def _bracketed(text: Text, item: Item, own: Sequence[Figure]) -> Iterator[Fit]:
    """Divide a figure by those in the bracket behind it: "465 triệu đồng (200 cho xã và 265 cho huyện)"."""
    for place, figure in enumerate(own):
        stop = own[place + 1].start if place + 1 < len(own) else item.end
        opened = text.flow.find("(", figure.end, min(stop, figure.end + LONGEST_PHRASE))
        if opened < 0 or _ENDS_PHRASE.search(text.flow, figure.end, opened):
            continue
        close = text.flow.find(")", opened, min(item.end, opened + LONGEST_BRACKET))
        if close < 0 or DIVIDES.search(text.flow, opened, close):
            continue
        total = before.total(text, figure, item.body)
        if not figure.quantity.unit and not TOTAL.match(total.label):
            continue
        direct = opened <= figure.end + 1
        scope = behind.scope(text, opened + 1, close, figure.quantity, bare=direct)
        found = holding([total], [scope])
        if not found and before.is_total(text, figure, item.start):
            if direct:
                found = _slipped(text, total, scope, close)
            elif scope.orderly or scope.counts(figure.quantity):
                found = mistyped(total, scope)
        if found:
            yield found


def _slipped(text: Text, total: Part, scope: Scope, close: int) -> Fit | None:
    """Return the parts in the bracket right behind a figure that are surely meant to make it, and don't."""
    if text.flow.find("còn lại", total.figure.end, close) >= 0:
        return None
    traits = TRAIT.search(text.flow, total.figure.end, close)
    return mistyped(total, scope, least=FEW) or (None if traits else exceeding(total, scope))


def _coloned(text: Text, item: Item, first: Figure) -> Fit | None:
    """Divide a total, or what is allotted, by the figures behind its colon: "Tổng vốn 30 tỷ đồng: tỉnh 20 tỷ, huyện 10 tỷ"."""
    colon = _COLON.match(text.flow, first.end, item.end)
    if colon is None:
        return None
    total = before.total(text, first, item.body)
    if not _ALLOTTED.match(total.label):
        return None
    end = context.ends(text.flow, colon.end(), item.end)[0]
    scope = behind.scope(text, colon.end(), end, first.quantity)
    return holding([total], [scope]) or mistyped(total, scope)


def _rated(text: Text, item: Item, own: Sequence[Figure]) -> Iterator[Fit]:
    """Divide products by their stars, of which each has a number: "44 sản phẩm OCOP: 26 ba sao, 17 bốn sao, 1 năm sao"."""
    for place, figure in enumerate(own):
        colon = _OPENS_STARS.match(text.flow, figure.end, item.end) if figure.quantity.unit == PRODUCTS else None
        parts = _by_stars(text, figure.quantity, colon.end(), own[place + 1 :]) if colon else []
        if len(parts) >= LEAST_PARTS:
            yield Fit(before.total(text, figure, item.body), parts, DivisionKind.PARTITION)


def _by_stars(text: Text, like: Quantity, start: int, figures: Sequence[Figure]) -> list[Part]:
    """Return the numbers of products by their stars that follow one another."""
    counts = {figure.start: figure for figure in figures}
    found = []
    while (match := _RATED.match(text.flow, start)) and match.start("count") in counts:
        figure = counts[match.start("count")]
        found.append(
            Part(match["stars"], attrs.evolve(figure, quantity=attrs.evolve(like, value=figure.quantity.value)))
        )
        start = match.end()
    return found


def _recounted(text: Text, index: int, own: Sequence[Figure]) -> Iterator[Fit]:
    """Hold a number against that of its list, where the text counts it: "7 hộ được chọn, danh sách kèm theo có 6 hộ"."""
    item = text.items[index]
    named = text.flow.find("anh sách", item.start, item.end) >= 0
    for figure in own if named else ():
        at = text.flow.rfind("anh sách", max(item.start, figure.start - LIST_REACH), figure.start) - 1
        if at < item.start or not _LIST.match(text.flow, at, figure.start):
            continue
        stated = (one for one in before.totals(text, index, at)[0] if one.quantity.unit)
        total = next((one for one in stated if figure.quantity.unit in ("", one.quantity.unit)), None)
        if total and not DIVIDES.search(text.flow, total.figure.end, at):
            listed = Part(text.flow[at : figure.start].strip(), behind.in_unit(figure, total.quantity))
            yield Fit(total, [listed], DivisionKind.PARTITION)
