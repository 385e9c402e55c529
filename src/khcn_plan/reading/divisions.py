"""Totals with their parts in running text and lists (tổng số, trong đó, gồm): which figure is divided into which.

A word ("trong đó", "gồm", "chia ra"), a bracket or the order of a list says that figures are parts of another. This module
finds the figures that may be a total and its parts; `fit` chooses among the ways to read them. In doubt nothing is judged,
and the division says so.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

import attrs

from khcn_plan.model import Breakdown, Division, DivisionKind
from khcn_plan.notation import figures
from khcn_plan.notation.figures import Quantity
from khcn_plan.reading import candidates
from khcn_plan.reading.candidates import COMPARED, DIVIDES, LOOK_BACK, MOST_PARTS, REACH, TOTAL, Text, label
from khcn_plan.reading.fit import FEW, TELLING, Fit, Part, doubtful, exceeding, holding, mistyped
from khcn_plan.reading.items import Item
from khcn_plan.reading.lines import Lines
from khcn_plan.reading.scan import Figure

_DIRECT = re.compile(r"[^.;:()\d]{0,60}[,;:.]?\s*[(*]?")
_TAILS = ("rong đó", "rong tổng số", "ồm", "hia ra", "hia theo", "hia làm", "ụ thể")
"""What the words of `DIVIDES` end with, without the letter that may be a capital."""
_CLAUSE = re.compile(r";\s*\w")
_SPLITS = ("chia ", "Chia ")
_NEGATED = ("không ", "chưa ", "Không ", "Chưa ")
_INCLUSIVE = (" cả ", " luôn ")
_OPEN = re.compile(r"…|\.\.\.|v\.\s?v|và các \w+ khác", re.IGNORECASE)
_ELLIPSIS = re.compile(r"(?:…|\.\.\.|v\.\s?v)[.…\s]*", re.IGNORECASE)
_TRAIT = re.compile(
    r"\b(?:nữ|đảng viên|(?:ngoài|trong) Đảng|dân tộc|tôn giáo|trẻ|tuổi|trình độ|đại học|thạc sĩ|tái cử|quý hiếm|hiếm|giá trị"
    r"|Sách đỏ|đặc hữu)\b",
    re.IGNORECASE,
)
_SEXES = re.compile(r"\bnam\b.*\bnữ\b|\bnữ\b.*\bnam\b", re.IGNORECASE)
_BEARERS = re.compile(
    r"(?:người|hộ|đại biểu|cán bộ|[ủu][ỷy] viên|(?:đảng|hội|thành|giáo|sinh|đoàn) viên|học sinh|lao động|loài|em"
    r"|(?:công|viên) chức|đồng chí)\b",
    re.IGNORECASE,
)
_ALLOTTED = re.compile(r"(?:tổng|cộng|phân bổ|phân khai|bố trí)\b", re.IGNORECASE)
_COLON = re.compile(r"[^.;:()\n]{0,60}+:\s")
_LIST = re.compile(
    r"danh sách(?: (?:tên|kèm theo|đính kèm|cụ thể|chi tiết|dưới đây))*(?: chỉ)? (?:có|gồm|nêu|ghi)(?: đủ)?\s$",
    re.IGNORECASE,
)
COMPOSITIONS = (("lương thực có hạt", (re.compile(r"thóc|lúa", re.IGNORECASE), re.compile("ngô", re.IGNORECASE))),)
"""What official statistics reckon as the sum of others: grain is paddy and maize, and little else."""
NEIGHBOURS = 6
_SHARE = re.compile(r"\s?\(\s*(?:chiếm\s+)?(?P<share>\d{1,2}(?:[.,]\d{1,2})?)\s?%\s*\)")
_SHARE_BEFORE = re.compile(r"\(\s*(?P<share>\d{1,2}(?:[.,]\d{1,2})?)\s?%\s*\)\s?:?\s?$")
WHOLE = 100
LIST_REACH = 60
LONGEST_BRACKET = 600
LONGEST_TRAIT = 40
_LENGTHS = frozenset(("m", "km", "cm", "mm", *candidates.TIMES))
"""What a list gives side by side more often than as parts: depth and width, days and months."""
LAST_ANCHORS = 3


def read(lines: Lines, items: Sequence[Item], found: Sequence[Figure]) -> Iterator[Breakdown]:
    """Yield the totals of a text with the parts that it divides them into."""
    text = Text(lines, items, found, [figure.start for figure in found])
    anchors = _anchors(lines.flow)
    starts = [start for start, _ in anchors]
    composed = [one for one in COMPOSITIONS if one[0] in lines.flow]
    for index, item in enumerate(items):
        first = bisect_left(starts, item.start)
        inside = anchors[first : bisect_left(starts, item.end, first)]
        if inside:
            joined = _joined(text, inside)
            again = _again(text, index, joined)
            for left, anchor in zip(range(len(joined), 0, -1), joined, strict=True):
                yield from _anchored(text, index, anchor, again, above_list=left <= LAST_ANCHORS)
        if own := text.within(item.start, item.end):
            yield from _divided(text, index, own, anchored=bool(inside))
            for whole, kinds in composed:
                yield from _composed(text, index, whole, kinds)


def _divided(text: Text, index: int, own: Sequence[Figure], *, anchored: bool) -> Iterator[Breakdown]:
    """Yield the figures of an item that are divided without a word that says so."""
    item = text.items[index]
    if not anchored:
        yield from _listed(text, index, own[0])
        yield from _coloned(text, item, own[0])
    yield from _bracketed(text, item, own)
    if text.flow.find("anh sách", item.start, item.end) >= 0:
        yield from _recounted(text, index, own)


def _anchors(flow: str) -> list[tuple[int, int]]:
    """Return where the words stand that divide a total; plain finding is many times faster than one pattern."""
    found = []
    for tail in _TAILS:
        at = flow.find(tail)
        while at >= 0:
            start = at - 1 - 4 * flow.endswith(("bao ", "Bao "), 0, at - 1)
            match = DIVIDES.match(flow, start)
            if match and not flow.endswith(_NEGATED, 0, start):
                found.append(match.span())
            at = flow.find(tail, at + len(tail))
    return sorted(found)


def _joined(text: Text, anchors: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take words that follow one another without a figure between them as one: "chia theo nguồn vốn, gồm:"."""
    joined: list[tuple[int, int]] = []
    for start, end in anchors:
        begin = joined.pop()[0] if joined and text.empty(joined[-1][1], start) else start
        joined.append((begin, end))
    return joined


def _again(text: Text, index: int, anchors: Sequence[tuple[int, int]]) -> list[Part]:
    """Return the total that the first "chia theo" of a paragraph divides: another one behind it divides the same."""
    chia = [start for start, _ in anchors if text.flow.startswith(_SPLITS, start)]
    return candidates.totals(text, index, chia[0])[0][:1] if len(chia) > 1 else []


def _anchored(
    text: Text, index: int, anchor: tuple[int, int], again: list[Part], *, above_list: bool
) -> Iterator[Breakdown]:
    """Divide the figure before a word like "trong đó" by the figures behind it, in the paragraph or in a list below."""
    start, end = anchor
    totals, same = candidates.totals(text, index, start)
    if again and again[0].figure.end < start and text.flow.startswith(_SPLITS, start):
        totals = [*again, *(one for one in totals if one.figure is not again[0].figure)]
    elif totals and _CLAUSE.search(text.flow, totals[0].figure.end, start):
        same = False
    if not totals:
        return
    item = text.items[index]
    near, *far = candidates.ends(text.flow, end, item.end)
    scopes = [candidates.scope(text, end, near, totals[0].quantity)]
    found = holding(totals[:1], scopes)
    if not found:
        scopes += [candidates.scope(text, end, stop, totals[0].quantity) for stop in far]
    listed = above_list and not any(scope.parts for scope in scopes)
    if listed:
        scopes = [candidates.below(text, index, totals[0].quantity, beside=False)]
    found = found or holding(totals, scopes)
    if not found and same:
        kind = _kind(text, anchor, item, scopes[0].parts, listed=listed and _goes_on(text, index))
        sure = text.flow[start:end].casefold() != "cụ thể"
        direct = bool(_DIRECT.fullmatch(text.flow, totals[0].figure.end, start))
        found = doubtful(totals[0], scopes[0], kind, sure=sure, direct=direct)
        found = found and attrs.evolve(found, kind=found.kind or kind)
    if found:
        yield _breakdown(text, found)


def _kind(text: Text, anchor: tuple[int, int], item: Item, parts: list[Part], *, listed: bool) -> DivisionKind:
    """Tell what the word and the list behind it claim of the parts."""
    start, end = anchor
    flow = text.flow
    if listed or _OPEN.search(flow, end, min(item.end, end + LOOK_BACK)):
        return DivisionKind.OPEN
    if not (
        flow.startswith(("trong", "Trong"), start) or flow.startswith(_INCLUSIVE, end) or flow.endswith("đã ", 0, start)
    ):
        return DivisionKind.PARTITION
    last = parts[-1].figure.end if parts else end
    traits = parts and _BEARERS.match(parts[0].quantity.unit) and _TRAIT.search(flow, end, last + LONGEST_TRAIT)
    sexes = traits and _SEXES.search(flow, end, last + LONGEST_TRAIT)
    return DivisionKind.OPEN if (traits and not sexes) or _overlap(flow, parts) else DivisionKind.SUBSET


def _overlap(flow: str, parts: Sequence[Part]) -> bool:
    """Tell whether the percentages printed beside the parts are more than the whole: then the parts overlap."""
    shares, _ = _shares(flow, parts)
    return bool(parts) and None not in shares and sum(share.value for share in shares if share) > WHOLE + len(shares)


def _listed(text: Text, index: int, first: Figure) -> Iterator[Breakdown]:
    """Divide the figure of a list item by the figures of the items below it, or beside it if it says that it is the total."""
    item = text.items[index]
    depth = text.items[index + 1].depth if index + 1 < len(text.items) else -1
    beside = depth == item.depth
    if depth < max(item.depth, 0) or COMPARED.search(text.flow, max(item.start, first.start - REACH), first.start):
        return
    total = Part(label(text.flow, item.body, first.start), first)
    if beside and not TOTAL.match(total.label):
        return
    scope = candidates.below(text, index, total.quantity, beside=beside)
    found = holding([total], [scope])
    if found is None and all(scope.segments) and _stated_alike(text.flow, [total, *scope.parts]):
        found = None if total.quantity.unit in _LENGTHS else mistyped(total, scope)
    if found:
        yield _breakdown(text, found)


def _composed(text: Text, index: int, whole: str, kinds: Sequence[re.Pattern[str]]) -> Iterator[Breakdown]:
    """Divide what statistics define as the sum of others by those, where a list gives them one by one."""
    item = text.items[index]
    at = text.flow.find(whole, item.body, item.end)
    own = text.within(at, item.end) if at >= 0 else ()
    if own:
        total = Part(label(text.flow, item.body, own[0].start), own[0])
        parts = [part for kind in kinds for part in _of_kind(text, index, kind, total.quantity)]
        if len(parts) == len(kinds):
            yield _breakdown(text, Fit(total, parts, DivisionKind.SUBSET))


def _of_kind(text: Text, index: int, kind: re.Pattern[str], like: Quantity) -> list[Part]:
    """Return the first figure, in the unit of the total, of a neighbouring item of this kind."""
    for item in text.items[index + 1 : index + 1 + NEIGHBOURS]:
        if item.depth == text.items[index].depth and kind.search(text.flow, item.body, item.end):
            alike = [f for f in text.within(item.start, item.end) if f.quantity.unit == like.unit]
            return [Part(label(text.flow, item.body, figure.start), figure) for figure in alike[:1]]
    return []


def _bracketed(text: Text, item: Item, own: Sequence[Figure]) -> Iterator[Breakdown]:
    """Divide a figure by those in the bracket behind it: "465 triệu đồng (200 cho xã và 265 cho huyện)"."""
    for figure in own:
        opened = text.flow.startswith(("(", " ("), figure.end)
        close = text.flow.find(")", figure.end, min(item.end, figure.end + LONGEST_BRACKET)) if opened else -1
        if close > 0 and not DIVIDES.search(text.flow, figure.end, close):
            total = Part(label(text.flow, item.body, figure.start), figure)
            if not figure.quantity.unit and not TOTAL.match(total.label):
                continue
            scope = candidates.scope(text, figure.end + 2, close, figure.quantity, bare=True)
            named = all(part.quantity.unit for part in scope.parts)
            found = holding([total], [scope])
            if not found and candidates.is_total(text, figure, item.start):
                traits = _TRAIT.search(text.flow, figure.end, close)
                slipped = mistyped(total, scope, least=FEW if named else TELLING)
                found = slipped or (None if traits else exceeding(total, scope))
            if found:
                yield _breakdown(text, found)


def _coloned(text: Text, item: Item, first: Figure) -> Iterator[Breakdown]:
    """Divide a total, or what is allotted, by the figures behind its colon: "Tổng vốn 30 tỷ đồng: tỉnh 20 tỷ, huyện 10 tỷ"."""
    colon = _COLON.match(text.flow, first.end, item.end)
    total = Part(label(text.flow, item.body, first.start), first) if colon else None
    if colon and total and _ALLOTTED.match(total.label):
        end = candidates.ends(text.flow, colon.end(), item.end)[0]
        scope = candidates.scope(text, colon.end(), end, first.quantity)
        if found := holding([total], [scope]) or mistyped(total, scope):
            yield _breakdown(text, found)


def _recounted(text: Text, index: int, own: Sequence[Figure]) -> Iterator[Breakdown]:
    """Hold a number against that of its list, where the text counts it: "7 hộ được chọn, danh sách kèm theo có 6 hộ"."""
    item = text.items[index]
    for figure in own:
        at = text.flow.rfind("anh sách", max(item.start, figure.start - LIST_REACH), figure.start) - 1
        if at < item.start or not _LIST.match(text.flow, at, figure.start):
            continue
        stated = (one for one in candidates.totals(text, index, at)[0] if one.quantity.unit)
        total = next((one for one in stated if figure.quantity.unit in ("", one.quantity.unit)), None)
        if total and not DIVIDES.search(text.flow, total.figure.end, at):
            listed = Part(text.flow[at : figure.start].strip(), candidates.in_unit(figure, total.quantity))
            yield _breakdown(text, Fit(total, [listed], DivisionKind.PARTITION))


def _goes_on(text: Text, index: int) -> bool:
    """Tell whether the list below a paragraph ends with an item that says that it goes on: "- …"."""
    below = text.items[index + 1 : index + 1 + MOST_PARTS]
    listed = takewhile(lambda item: item.depth >= below[0].depth, below)
    return any(_ELLIPSIS.fullmatch(text.flow, item.body, item.end) for item in listed)


def _stated_alike(flow: str, parts: list[Part]) -> bool:
    """Tell whether every figure stands behind a colon, as in "Vốn trung ương: 133.100 triệu đồng"."""
    return all(flow.endswith((": ", ":"), 0, part.figure.start) for part in parts)


def _shares(flow: str, parts: Sequence[Part]) -> tuple[list[Quantity | None], int]:
    """Return the percentages in brackets beside the parts, if every part has one; and where the last of them ends."""
    matches = [
        _SHARE.match(flow, part.figure.end)
        or _SHARE_BEFORE.search(flow, max(0, part.figure.start - REACH), part.figure.start)
        for part in parts
    ]
    shares: list[Quantity | None] = [figures.quantity(match["share"], "%") for match in matches if match]
    if not parts or len(shares) < len(parts):
        return [None] * len(parts), parts[-1].figure.end if parts else 0
    return shares, max(parts[-1].figure.end, *(match.end() for match in matches if match))


def _breakdown(text: Text, found: Fit) -> Breakdown:
    """Make a breakdown of a reading; percentages that are not those of the whole are left out."""
    total, parts = found.total, found.parts
    span = text.lines.span
    shares, end = _shares(text.flow, parts)
    if abs(sum((share.value for share in shares if share), Decimal(0)) - WHOLE) > len(parts):
        shares, end = [None] * len(parts), parts[-1].figure.end
    members = tuple(
        Breakdown(part.label, part.quantity, share=share, place=span(part.figure.start, part.figure.end))
        for part, share in zip(parts, shares, strict=True)
    )
    division = Division(members, found.kind or DivisionKind.PARTITION)
    return Breakdown(total.label, total.quantity, (division,), place=span(total.figure.start, end))
