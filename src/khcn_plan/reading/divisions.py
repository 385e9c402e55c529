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
from khcn_plan.reading.fit import FEW, TELLING, Part, Segments, doubtful, flat, holding, mistyped
from khcn_plan.reading.items import Item
from khcn_plan.reading.lines import Lines
from khcn_plan.reading.scan import Figure

_ANCHORS = ("trong đó", "trong tổng số", "bao gồm", "gồm", "chia ra", "chia theo", "chia làm", "cụ thể")
_NAMED_BEFORE = re.compile(r"[^\W\d_]{2,}\s$")
_ENDS_PART = re.compile(r"\s?(?:[,;.)]|và\s|$)", re.MULTILINE)
_SPLITS = ("chia ", "Chia ")
_ANCHOR = re.compile("|".join(_ANCHORS), re.IGNORECASE)
_OPEN = re.compile(r"…|\.\.\.|v\.\s?v|và các \w+ khác", re.IGNORECASE)
_ELLIPSIS = re.compile(r"(?:…|\.\.\.|v\.\s?v)[.…\s]*", re.IGNORECASE)
_COMPARED = re.compile(
    r"(?:tăng|giảm|vượt|hơn|so với|so|cùng kỳ|bình quân|mỗi|tối đa|tối thiểu|không quá|ít nhất|từ|đến|dưới|trên|khoảng|gần"
    r"|[≥≤x×])\s*(?:là\s*)?\(?\s*$",
    re.IGNORECASE,
)
_FACTOR = re.compile(r"\s?[x×]\s?\d")
_SPENT = re.compile(
    r"(?:đã (?:chi|thực hiện|sử dụng|thanh toán)|giải ngân|quyết toán)(?: thực hiện)?(?: hết| được| là| đạt)?\s*:?\s*$"
)
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-ZĐÀ-Ỹ“\"])")
_LABEL = re.compile(
    r"(?:[\s:;,.(+–—•-]|o\s|và\s|[a-zđ\d]\)|[Tt]rong đó)*(.*?)[\s:;,(–-]*(?:là|gồm|có|đạt|được)?[\s:]*$", re.DOTALL
)
_BEHIND = re.compile(r"\s*(?P<name>[^,;.()\n]*?)(?:\s+và)?\s*(?:[,;.()\n]|$)")
_TOTAL = re.compile(r"(?:tổng|cộng)\b", re.IGNORECASE)
_ALLOTTED = re.compile(r"(?:tổng|cộng|phân bổ|phân khai|bố trí)\b", re.IGNORECASE)
_COLON = re.compile(r"[^.;:()\n]{0,60}+:\s")
_LIST = re.compile(
    r"danh sách(?: (?:tên|kèm theo|đính kèm|cụ thể|chi tiết|dưới đây))*(?: chỉ)? (?:có|gồm|nêu|ghi)(?: đủ)?\s$",
    re.IGNORECASE,
)
COMPOSITIONS = (("lương thực có hạt", (re.compile(r"thóc|lúa", re.IGNORECASE), re.compile("ngô", re.IGNORECASE))),)
"""What official statistics reckon as the sum of others: grain is paddy and maize, and little else."""
NEIGHBOURS = 6
_SHARE = re.compile(r"\s?\(\s*(?P<share>\d{1,2}(?:[.,]\d{1,2})?)\s?%\s*\)")
_SHARE_BEFORE = re.compile(r"\(\s*(?P<share>\d{1,2}(?:[.,]\d{1,2})?)\s?%\s*\)\s?:?\s?$")
WHOLE = 100
LOOK_BACK = 240
REACH = 16
LIST_REACH = 60
MOST_PARTS = 100
MOST_FIGURES = 1_000
MOST_TOTALS = 10
LAST_ANCHORS = 3
LONGEST_SCOPE = 2_000


@attrs.frozen
class _Text:
    """The flow with what was found in it, in order."""

    lines: Lines
    items: Sequence[Item]
    figures: Sequence[Figure]
    starts: Sequence[int]

    @property
    def flow(self) -> str:
        return self.lines.flow

    def within(self, start: int, end: int, most: int = MOST_FIGURES) -> Sequence[Figure]:
        """Return the figures of a stretch, as far as anybody would add them up."""
        first = bisect_left(self.starts, start)
        return self.figures[first : min(bisect_left(self.starts, end, first), first + most)]

    def last(self, start: int, end: int) -> Sequence[Figure]:
        """Return the figures of a stretch from its end, as far back as anybody would look for a total."""
        stop = bisect_left(self.starts, end)
        return self.figures[max(bisect_left(self.starts, start, 0, stop), stop - MOST_TOTALS) : stop][::-1]

    def empty(self, start: int, end: int) -> bool:
        """Tell whether a stretch holds no figure."""
        first = bisect_left(self.starts, start)
        return first == len(self.starts) or self.starts[first] >= end


def read(lines: Lines, items: Sequence[Item], found: Sequence[Figure]) -> Iterator[Breakdown]:
    """Yield the totals of a text with the parts that it divides them into."""
    text = _Text(lines, items, found, [figure.start for figure in found])
    anchors = _anchors(lines.flow)
    starts = [start for start, _ in anchors]
    for index, item in enumerate(items):
        first = bisect_left(starts, item.start)
        inside = anchors[first : bisect_left(starts, item.end, first)]
        if inside:
            joined = _joined(text, inside)
            again = _again(text, index, joined)
            for left, anchor in zip(range(len(joined), 0, -1), joined, strict=True):
                yield from _anchored(text, index, anchor, again, above_list=left <= LAST_ANCHORS)
        if not text.empty(item.start, item.end):
            yield from _divided(text, index, anchored=bool(inside))


def _divided(text: _Text, index: int, *, anchored: bool) -> Iterator[Breakdown]:
    """Yield the figures of an item that are divided without a word that says so."""
    if not anchored:
        yield from _listed(text, index)
    yield from _composed(text, index)
    yield from _bracketed(text, text.items[index])
    if not anchored:
        yield from _coloned(text, text.items[index])
    yield from _recounted(text, index)


def _anchors(flow: str) -> list[tuple[int, int]]:
    """Return where the words stand that divide a total; plain finding is many times faster than one pattern."""
    found: dict[int, int] = {}
    for word in _ANCHORS:
        for spelling in (word, word.capitalize()):
            start = flow.find(spelling)
            while start >= 0:
                end = start + len(spelling)
                found[end] = min(found.get(end, start), start)
                start = flow.find(spelling, end)
    return sorted((start, end) for end, start in found.items())


def _joined(text: _Text, anchors: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take words that follow one another without a figure between them as one: "chia theo nguồn vốn, gồm:"."""
    joined: list[tuple[int, int]] = []
    for start, end in anchors:
        begin = joined.pop()[0] if joined and text.empty(joined[-1][1], start) else start
        joined.append((begin, end))
    return joined


def _again(text: _Text, index: int, anchors: Sequence[tuple[int, int]]) -> list[Part]:
    """Return the total that the first "chia theo" of a paragraph divides: another one behind it divides the same."""
    chia = [start for start, _ in anchors if text.flow.startswith(_SPLITS, start)]
    return _totals(text, index, chia[0])[:1] if len(chia) > 1 else []


def _anchored(
    text: _Text, index: int, anchor: tuple[int, int], again: list[Part], *, above_list: bool
) -> Iterator[Breakdown]:
    """Divide the figure before a word like "trong đó" by the figures behind it, in the paragraph or in a list below."""
    start, end = anchor
    totals = _totals(text, index, start)
    if again and again[0].figure.end < start and text.flow.startswith(_SPLITS, start):
        totals = [*again, *(one for one in totals if one.figure is not again[0].figure)]
    if not totals:
        return
    item = text.items[index]
    near, *far = _scopes(text.flow, end, item.end)
    scopes = [_segments(text, end, near, totals[0].quantity)]
    goes_on = bool(_OPEN.search(text.flow, end, min(item.end, end + LOOK_BACK)))
    found = holding(totals[:1], scopes)
    if not found:
        scopes += [_segments(text, end, stop, totals[0].quantity) for stop in far]
    if above_list and not any(map(flat, scopes)):
        scopes = [_children(text, index, totals[0].quantity, beside=False)]
        goes_on = goes_on or _goes_on(text, index)
    word = text.flow[start:end].casefold()
    kind = DivisionKind.SUBSET if word.startswith("trong") else DivisionKind.PARTITION
    if goes_on:
        kind = DivisionKind.OPEN
    sure = word != "cụ thể"
    found = found or holding(totals, scopes) or doubtful(totals[0], scopes[0], kind, sure=sure)
    if found:
        yield _breakdown(text, found.total, found.parts, found.kind or kind)


def _listed(text: _Text, index: int) -> Iterator[Breakdown]:
    """Divide the figure of a list item by the figures of the items below it, or beside it if it says that it is the total."""
    item = text.items[index]
    own = text.within(item.start, item.end)
    if not own or index + 1 == len(text.items) or text.items[index + 1].depth < max(item.depth, 0):
        return
    total = Part(_label(text.flow, item.body, own[0].start), own[0])
    beside = text.items[index + 1].depth == item.depth
    if _COMPARED.search(text.flow, max(item.start, own[0].start - REACH), own[0].start) or (
        beside and not _TOTAL.match(total.label)
    ):
        return
    segments = _children(text, index, total.quantity, beside=beside)
    found = holding([total], [segments])
    if found is None and all(segments) and _stated_alike(text.flow, [total, *flat(segments)]):
        found = mistyped(total, segments)
    if found:
        yield _breakdown(text, found.total, found.parts, DivisionKind.PARTITION)


def _composed(text: _Text, index: int) -> Iterator[Breakdown]:
    """Divide what statistics define as the sum of others by those, where a list gives them one by one."""
    item = text.items[index]
    for whole, kinds in COMPOSITIONS:
        at = text.flow.find(whole, item.body, item.end)
        own = text.within(at, item.end) if at >= 0 else ()
        if own:
            total = Part(_label(text.flow, item.body, own[0].start), own[0])
            parts = [part for kind in kinds for part in _of_kind(text, index, kind, total.quantity)]
            if len(parts) == len(kinds):
                yield _breakdown(text, total, parts, DivisionKind.SUBSET)


def _of_kind(text: _Text, index: int, kind: re.Pattern[str], like: Quantity) -> list[Part]:
    """Return the first figure, in the unit of the total, of a neighbouring item of this kind."""
    for item in text.items[index + 1 : index + 1 + NEIGHBOURS]:
        if item.depth == text.items[index].depth and kind.search(text.flow, item.body, item.end):
            alike = [f for f in text.within(item.start, item.end) if f.quantity.unit == like.unit]
            return [Part(_label(text.flow, item.body, figure.start), figure) for figure in alike[:1]]
    return []


def _bracketed(text: _Text, item: Item) -> Iterator[Breakdown]:
    """Divide a figure by those in the bracket behind it: "465 triệu đồng (200 cho xã và 265 cho huyện)"."""
    for figure in text.within(item.start, item.end):
        opened = text.flow.startswith(("(", " ("), figure.end)
        close = text.flow.find(")", figure.end, min(item.end, figure.end + LOOK_BACK)) if opened else -1
        if close > 0 and not _ANCHOR.search(text.flow, figure.end, close):
            total = Part(_label(text.flow, item.body, figure.start), figure)
            segments = _segments(text, figure.end + 2, close, figure.quantity, bare=True)
            named = all(part.figure.quantity.unit for part in flat(segments))
            if found := holding([total], [segments]) or mistyped(total, segments, least=FEW if named else TELLING):
                yield _breakdown(text, found.total, found.parts, DivisionKind.PARTITION)


def _coloned(text: _Text, item: Item) -> Iterator[Breakdown]:
    """Divide a total, or what is allotted, by the figures behind its colon: "Tổng vốn 30 tỷ đồng: tỉnh 20 tỷ, huyện 10 tỷ"."""
    for figure in text.within(item.start, item.end, 1):
        colon = _COLON.match(text.flow, figure.end, item.end)
        if colon and _ALLOTTED.match(label := _label(text.flow, item.body, figure.start)):
            total = Part(label, figure)
            scope = _scopes(text.flow, colon.end(), item.end)[0]
            segments = _segments(text, colon.end(), scope, figure.quantity)
            if found := holding([total], [segments]) or mistyped(total, segments):
                yield _breakdown(text, found.total, found.parts, DivisionKind.PARTITION)


def _recounted(text: _Text, index: int) -> Iterator[Breakdown]:
    """Hold a number against that of its list, where the text counts it: "7 hộ được chọn, danh sách kèm theo có 6 hộ"."""
    item = text.items[index]
    for figure in text.within(item.start, item.end):
        at = text.flow.rfind("anh sách", max(item.start, figure.start - LIST_REACH), figure.start) - 1
        totals = _totals(text, index, at) if at >= item.start and _LIST.match(text.flow, at, figure.start) else []
        total = next(
            (one for one in totals if one.quantity.unit and figure.quantity.unit in ("", one.quantity.unit)), None
        )
        if total and not _ANCHOR.search(text.flow, total.figure.end, at):
            listed = Part(text.flow[at : figure.start].strip(), _in_unit(figure, total.quantity))
            yield _breakdown(text, total, [listed], DivisionKind.PARTITION)


def _totals(text: _Text, index: int, anchor: int) -> list[Part]:
    """Return the figures before an anchor that may be its total, the likeliest first."""
    item = text.items[index]
    begin = max(item.start, anchor - LOOK_BACK)
    if sentence := [match.end() for match in _SENTENCE.finditer(text.flow, begin, anchor)]:
        begin = item.start if text.empty(sentence[-1], anchor) else sentence[-1]
    if index and text.empty(item.start, anchor):
        above = text.items[index - 1]
        return _outside_brackets(text, above.start, above.end)[::-1]
    return _outside_brackets(text, begin, anchor)


def _outside_brackets(text: _Text, start: int, end: int) -> list[Part]:
    """Return the eligible figures of a stretch, last first, but for those in brackets that close before its end."""
    found, depth, edge = [], 0, end
    for figure in text.last(start, end):
        gap = text.flow[figure.end : edge]
        depth += gap.count(")") - gap.count("(")
        edge = figure.start
        compared = _COMPARED.search(text.flow, max(start, figure.start - REACH), figure.start)
        if (
            depth <= 0
            and figure.quantity.value
            and figure.quantity.unit != "%"
            and not compared
            and not _rate(text.flow, figure)
        ):
            found.append(Part(_label(text.flow, max(start, figure.start - LOOK_BACK), figure.start), figure))
    return found


def _scopes(flow: str, start: int, end: int) -> list[int]:
    """Return where the parts behind an anchor may end: at the end of the sentence, else of the paragraph."""
    match = _SENTENCE.search(flow, start, min(end, start + LONGEST_SCOPE))
    return [match.start(), end] if match else [end]


def _segments(text: _Text, start: int, end: int, like: Quantity, *, bare: bool = False) -> Segments:
    """Return the figures of a stretch that may be parts of a total, in the segments that semicolons make."""
    segments: Segments = [[]]
    depth, edge, nested, named = 0, start, False, start
    for figure in text.within(start, end, MOST_PARTS):
        gap = text.flow[edge : figure.start]
        depth += gap.count("(") - gap.count(")")
        if depth < 0:
            break
        if ";" in gap and depth == 0:
            segments.append([])
            nested = False
        if not nested and depth == 0 and _ANCHOR.search(gap):
            nested = True
            if text.flow.find(";", figure.start, end) < 0:
                break
        spent = bool(segments[-1]) and bool(_SPENT.search(gap))
        if depth == 0 and not nested and not spent and _may_be_part(text.flow, figure, gap, like, bare=bare):
            segments[-1].append(Part(_label(text.flow, named, figure.start), _in_unit(figure, like)))
            named = figure.end
        edge = figure.end
    # Without semicolons, commas set the parts apart, and each stands alone.
    return segments if len(segments) > 1 else [[part] for part in _named(text.flow, segments[0], end)]


def _named(flow: str, parts: Sequence[Part], end: int) -> list[Part]:
    """Name the parts by the words behind their figures, where none stand before the first: "5 hộ trồng chè và 4 hộ nuôi ong"."""
    if not parts or parts[0].label:
        return list(parts)
    ends = [*(part.figure.start for part in parts[1:]), min(end, parts[-1].figure.end + LOOK_BACK)]
    behind = (_BEHIND.match(flow, part.figure.end, stop) for part, stop in zip(parts, ends, strict=True))
    return [attrs.evolve(part, label=match["name"] if match else "") for part, match in zip(parts, behind, strict=True)]


def _children(text: _Text, index: int, like: Quantity, *, beside: bool) -> Segments:
    """Return the figures of the list below a paragraph, or of the items beside it, a segment an item."""
    segments: Segments = []
    first = index + 1
    depth = text.items[first].depth if first < len(text.items) else -1
    if depth < 0 or (depth <= text.items[index].depth and not beside):
        return segments
    for number in range(first, len(text.items)):
        child = text.items[number]
        if child.depth < depth or (beside and _TOTAL.match(text.flow, child.body)):
            break
        if child.depth == depth:
            segments.append(flat(_segments(text, child.body, child.end, like)))
    return segments


def _goes_on(text: _Text, index: int) -> bool:
    """Tell whether the list below a paragraph ends with an item that says that it goes on: "- …"."""
    below = text.items[index + 1 : index + 1 + MOST_PARTS]
    listed = takewhile(lambda item: item.depth >= below[0].depth, below)
    return any(_ELLIPSIS.fullmatch(text.flow, item.body, item.end) for item in listed)


def _may_be_part(flow: str, figure: Figure, gap: str, like: Quantity, *, bare: bool) -> bool:
    """Tell whether a figure has the unit of the total; one without needs a colon before it, a bracket around, or a close."""
    unit = figure.quantity.unit
    closed = like.unit and _NAMED_BEFORE.search(gap) and _ENDS_PART.match(flow, figure.end)
    named = closed or gap.rstrip().endswith(":")
    same = unit.split(" ")[0] == like.unit.split(" ")[0] if unit else bare or bool(named)
    return same and not _COMPARED.search(gap) and not _rate(flow, figure) and not _FACTOR.match(flow, figure.end)


def _rate(flow: str, figure: Figure) -> bool:
    """Tell whether a figure is so much per something."""
    return flow.startswith("/", figure.end)


def _in_unit(figure: Figure, like: Quantity) -> Figure:
    """Give a bare number the unit of the total that it belongs to."""
    if figure.quantity.unit or not like.unit:
        return figure
    bare = figure.quantity
    scaled = Quantity(bare.value * like.scale, like.unit, bare.step * like.scale, like.scale)
    return attrs.evolve(figure, quantity=scaled)


def _stated_alike(flow: str, parts: list[Part]) -> bool:
    """Tell whether every figure stands behind a colon, as in "Vốn trung ương: 133.100 triệu đồng"."""
    return all(flow.endswith((": ", ":"), 0, part.figure.start) for part in parts)


def _label(flow: str, start: int, end: int) -> str:
    """Return the words before a figure that name it."""
    text = flow[max(start, end - LOOK_BACK) : end]
    return _clean(text[max(text.rfind("; "), text.rfind(". ")) + 1 :])


def _clean(text: str) -> str:
    match = _LABEL.match(text)
    return " ".join(match[1].split()) if match else ""


def _shares(flow: str, parts: Sequence[Part]) -> tuple[list[Quantity | None], int]:
    """Return the percentages in brackets beside the parts, if every part has one and together they are all; and the end."""
    matches = [
        _SHARE.match(flow, part.figure.end)
        or _SHARE_BEFORE.search(flow, max(0, part.figure.start - REACH), part.figure.start)
        for part in parts
    ]
    shares = [figures.quantity(match["share"], "%") for match in matches if match]
    whole = len(shares) == len(parts) and abs(sum((share.value for share in shares), Decimal(0)) - WHOLE) <= len(parts)
    last = parts[-1].figure.end
    return (
        (list(shares), max(last, *(match.end() for match in matches if match)))
        if whole
        else ([None] * len(parts), last)
    )


def _breakdown(text: _Text, total: Part, parts: Sequence[Part], kind: DivisionKind) -> Breakdown:
    span = text.lines.span
    shares, end = _shares(text.flow, parts)
    members = tuple(
        Breakdown(part.label, part.quantity, share=share, place=span(part.figure.start, part.figure.end))
        for part, share in zip(parts, shares, strict=True)
    )
    place = span(total.figure.start, end)
    return Breakdown(total.label, total.quantity, (Division(members, kind),), place=place)
