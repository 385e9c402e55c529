"""The figures that may be a total, and those that may be its parts (số có thể là tổng, số có thể là phần).

What a word, a bracket or a list sets behind a total is seldom parts alone: there are rates, comparisons, years, numbers of
villages, counts of something else. Here each figure gets its role; whether parts make a total is for `fit` to say.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import attrs

from khcn_plan.notation.figures import Quantity
from khcn_plan.reading.fit import LEAST_PARTS, Part, Scope, Segments, alike
from khcn_plan.reading.items import Item
from khcn_plan.reading.lines import Lines
from khcn_plan.reading.scan import Figure

DIVIDES = re.compile("trong đó|trong tổng số|bao gồm|gồm|chia ra|chia theo|chia làm|cụ thể", re.IGNORECASE)
TOTAL = re.compile(r"(?:tổng|cộng)\b", re.IGNORECASE)
COMPARED = re.compile(
    r"(?:tăng|giảm|vượt|hơn|so với|so|cùng kỳ|bình quân|mỗi|hoặc|tối đa|tối thiểu|không quá|ít nhất|từ|đến|dưới|trên|khoảng|gần"
    r"|[≥≤x×])\s*(?:là\s*)?\(?\s*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:hơn|tối đa|tối thiểu|không quá|ít nhất|dưới|trên|khoảng|gần|[≥≤])\s*(?:là\s*)?$", re.IGNORECASE
)
_CHANGED = re.compile(r"\b(?:bỏ|giảm|tăng|thay thế)\b", re.IGNORECASE)
_NAMED_BEFORE = re.compile(r"[^\W\d_]{2,}\s$")
_ENDS_PART = re.compile(r"\s?(?:[,;.)]|và\s|$)", re.MULTILINE)
_ORDINAL = re.compile(
    r"(?:đoàn|khu|hạng|loại|cấp|bậc|lộ|thôn|xóm|bản|ấp|tổ|phố|quận|phường|đội|đợt|kỳ|lớp|khối|tầng|vị trí|phạm vi|giai đoạn"
    r"|nhóm|bước|mức|vùng|gói|đường|mục|phần|chương|bài|nghìn chín trăm|thập niên|thập kỷ)\s$",
    re.IGNORECASE,
)
_FACTOR = re.compile(r"\s?[x×]\s?\d")
_SPENT = re.compile(
    r"(?:đã (?:chi|thực hiện|sử dụng|thanh toán)|giải ngân|quyết toán)(?: thực hiện)?(?: hết| được| là| đạt)?\s*:?\s*$"
)
_SENTENCE = re.compile(
    r"[.!?](?:\[\d{1,3}\])*\s+(?=[A-ZĐÀ-Ỹ“\"\d])|[.!?](?:\[\d{1,3}\])+|(?<=[a-zà-ỹ])\.(?=[A-ZĐ][a-zà-ỹ])"
)
_BESIDES = re.compile(r"\b(?:ngoài ra|bên cạnh|cùng với đó|tuy nhiên|chưa kể|không kể)", re.IGNORECASE)
_SAME_SUBJECT = re.compile(
    r"(?:(?:kinh phí|nguồn|vốn|tổng|chi|dự toán|cơ cấu|diện tích|số (?:này|trên|tiền|vốn|lượng|kinh phí))\b|$)",
    re.IGNORECASE,
)
_COLLECTIVE = re.compile(
    r"(?:đơn vị|tổ chức|cơ quan|cán bộ|(?:công|viên) chức|người|thành viên|[ủu][ỷy] viên|đại biểu|nhân (?:viên|sự)|tập thể"
    r"|cá nhân|giải|huy chương|văn bản|câu|bản|chỉ tiêu|cơ sở|cuộc|lượt|sản phẩm|thủ tục|vụ|trường hợp)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"[\s:*(]*(?:có|là)?\s*")
_NEXT = re.compile(r"[^,;.:()\d]*(?:\([^()]{0,120}\)[^,;.:()\d]*)?(?:,|\bvà\b)(?:\s*và)?\s*")
_SEPARATOR = re.compile(r"[,;]|\bvà\b")
_LABEL = re.compile(
    r"(?:[\s:;,.()+–—•-]|o\s|và\s|chiếm\s[\d,.]+\s?%|[a-zđ\d]\)|[Tt]rong đó)*(.*?)[\s:;,(–-]*(?:là|gồm|có|đạt|được)?[\s:]*$",
    re.DOTALL,
)
_BEHIND = re.compile(r"\s*(?P<name>[^,;.()\n]*?)(?:\s+và)?\s*(?:[,;.()\n]|$)")
TIMES = frozenset(("năm", "tháng", "ngày", "giờ", "phút", "tuổi"))
LOOK_BACK = 240
REACH = 16
MOST_PARTS = 100
MOST_FIGURES = 1_000
MOST_TOTALS = 10
MOST_NAMES = 3
LONGEST_SCOPE = 2_000


@attrs.frozen
class Text:
    """The flow with what was found in it, in order."""

    lines: Lines
    items: Sequence[Item]
    figures: Sequence[Figure]
    starts: Sequence[int]

    @property
    def flow(self) -> str:
        """The text itself."""
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


def totals(text: Text, index: int, anchor: int) -> tuple[list[Part], bool]:
    """Return the figures before an anchor that may be its total, the likeliest first, and whether it surely divides them.

    A sentence that has a subject of its own and no figure before the anchor ("Ban chấp hành gồm 7 ủy viên") may divide
    something else than the figures of the sentence before it.
    """
    item, flow = text.items[index], text.flow
    begin = max(item.start, anchor - LOOK_BACK)
    sentences = [match.end() for match in _SENTENCE.finditer(flow, begin, anchor + 1)]
    own = sentences[-1] if sentences else item.body
    same = not text.empty(own, anchor) or bool(_SAME_SUBJECT.match(flow[own:anchor].lstrip(" -–*(:")))
    if index and text.empty(item.start, anchor):
        above = text.items[index - 1]
        return _outside_brackets(text, above.start, above.end)[::-1], same
    if sentences:
        begin = item.start if text.empty(own, anchor) else own
    return _outside_brackets(text, begin, anchor), same


def _outside_brackets(text: Text, start: int, end: int) -> list[Part]:
    """Return the eligible figures of a stretch, last first, but for those in brackets that close before its end."""
    found, depth, edge = [], 0, end
    for figure in text.last(start, end):
        gap = text.flow[figure.end : edge]
        depth += gap.count(")") - gap.count("(")
        edge = figure.start
        if depth <= 0 and is_total(text, figure, start):
            found.append(Part(label(text.flow, max(start, figure.start - LOOK_BACK), figure.start), figure))
    return found


def is_total(text: Text, figure: Figure, start: int) -> bool:
    """Tell whether a figure may be a total: no rate, no share, no side of an area, not compared with another."""
    return bool(
        figure.quantity.value
        and figure.quantity.unit != "%"
        and not COMPARED.search(text.flow, max(start, figure.start - REACH), figure.start)
        and not _rate(text.flow, figure)
        and not _FACTOR.match(text.flow, figure.end)
    )


def ends(flow: str, start: int, end: int) -> list[int]:
    """Return where the parts behind an anchor may end: at the end of the sentence, else of the paragraph."""
    match = _SENTENCE.search(flow, start, min(end, start + LONGEST_SCOPE))
    return [match.start(), end] if match else [end]


def scope(text: Text, start: int, end: int, like: Quantity, *, bare: bool = False) -> Scope:
    """Return the figures of a stretch that may be parts of a total, in the segments that semicolons make."""
    segments: Segments = [[]]
    others: Segments = [[]]
    depth, edge, nested, named = 0, start, False, start
    for figure in text.within(start, end, MOST_PARTS):
        gap = text.flow[edge : figure.start]
        depth += gap.count("(") - gap.count(")")
        if depth < 0 or (segments[0] and _BESIDES.search(gap)):
            break
        if ";" in gap and depth == 0:
            segments.append([])
            others.append([])
            nested = False
        if not nested and depth == 0 and DIVIDES.search(gap):
            nested = True
            if text.flow.find(";", figure.start, end) < 0:
                break
        spent = bool(segments[-1]) and bool(_SPENT.search(gap))
        if depth == 0 and not nested and not spent:
            part = _part(text.flow, named, figure, like)
            if _may_be_part(text.flow, figure, gap, like, bare=bare):
                (others if _CHANGED.search(part.label) else segments)[-1].append(part)
                named = figure.end
            elif _counts_too(text.flow, figure, gap, like):
                others[-1].append(part)
        edge = figure.end
    return _scope(text.flow, (start, end), like, segments, others)


def _scope(flow: str, stretch: tuple[int, int], like: Quantity, segments: Segments, others: Segments) -> Scope:
    """Tell parts from others where only the whole list shows which is which."""
    start, end = stretch
    segments, loose = _without_loose_numbers(segments)
    parts = [part for segment in segments for part in segment]
    beside = [part for segment in others for part in segment]
    every = sorted((*parts, *beside), key=lambda part: part.figure.start)
    sizes = [len(one) + len(other) for one, other in zip(segments, others, strict=True)]
    orderly = not loose and _is_orderly(flow, start, every, sizes)
    if orderly and beside and _COLLECTIVE.match(like.unit):
        return Scope([[part] for part in _named(flow, every, end)], orderly=True)
    if len(segments) == 1:
        # Without semicolons, commas set the parts apart, and each stands alone.
        segments = [[part] for part in _named(flow, parts, end)]
    doubtful = bool(parts) and _are_no_parts(flow, start, parts, like)
    return Scope(segments, (*beside, *loose), doubtful=doubtful, orderly=orderly)


def _are_no_parts(flow: str, start: int, parts: Sequence[Part], like: Quantity) -> bool:
    """Tell whether a list names several things before its first figure, or its figures belong to names."""
    before = len(_SEPARATOR.findall(flow, start, parts[0].figure.start))
    return before > MOST_NAMES or _are_numbers_of_names(flow, start, parts, like)


def _is_orderly(flow: str, start: int, every: Sequence[Part], sizes: Sequence[int]) -> bool:
    """Tell whether each item of a list has one figure, or begins with its figure, so that nothing else is counted there."""
    if len(every) < LEAST_PARTS:
        return False
    if sum(map(bool, sizes)) > 1:
        return all(size <= 1 for size in sizes)
    ends = [start, *(part.figure.end for part in every)]
    gaps = (flow[end : part.figure.start] for end, part in zip(ends, every, strict=False))
    return bool(_FIRST.fullmatch(next(gaps))) and all(map(_NEXT.fullmatch, gaps))


def below(text: Text, index: int, like: Quantity, *, beside: bool) -> Scope:
    """Return the figures of the list below a paragraph, or of the items beside it, a segment an item."""
    segments: Segments = []
    others: list[Part] = []
    first = index + 1
    depth = text.items[first].depth if first < len(text.items) else -1
    if depth < 0 or (depth <= text.items[index].depth and not beside):
        return Scope(segments)
    for number in range(first, len(text.items)):
        child = text.items[number]
        if child.depth < depth or (beside and TOTAL.match(text.flow, child.body)):
            break
        if child.depth == depth:
            inside = scope(text, child.body, child.end, like)
            segments.append(inside.parts)
            others += inside.others
    return Scope(segments, tuple(others))


def _may_be_part(flow: str, figure: Figure, gap: str, like: Quantity, *, bare: bool) -> bool:
    """Tell whether a figure has the unit of the total; one without needs a colon before it, a bracket around, or a close."""
    unit = figure.quantity.unit
    closed = like.unit and _NAMED_BEFORE.search(gap) and _ENDS_PART.match(flow, figure.end)
    alone = (bare or closed or gap.rstrip().endswith(":")) and not _ORDINAL.search(gap)
    same = alike(figure.quantity, like) if unit else bool(alone)
    return same and not COMPARED.search(gap) and not _rate(flow, figure) and not _FACTOR.match(flow, figure.end)


def _counts_too(flow: str, figure: Figure, gap: str, like: Quantity) -> bool:
    """Tell whether a figure that is no part may count among what the total counts: "19 cơ quan, gồm 9 tạp chí", "hơn 5 hộ"."""
    unit = figure.quantity.unit
    if unit and alike(figure.quantity, like):
        return bool(_ABOUT.search(gap))
    countable = like.unit not in {"", "đồng"} and figure.quantity.step == 1 and not figure.money and unit != "%"
    return countable and not (COMPARED.search(gap) or _ORDINAL.search(gap) or _rate(flow, figure))


def _without_loose_numbers(segments: Segments) -> tuple[Segments, list[Part]]:
    """Take away the bare numbers behind a part that has its unit: there a bare one is rather "xã Sơn Kim 2"."""
    flat = [part for segment in segments for part in segment]
    first = next((place for place, part in enumerate(flat) if not part.bare), len(flat))
    loose = {part.figure.start: part for part in flat[first:] if part.bare}
    return [[part for part in segment if part.figure.start not in loose] for segment in segments], list(loose.values())


def _are_numbers_of_names(flow: str, start: int, parts: Sequence[Part], like: Quantity) -> bool:
    """Tell whether bare numbers may belong to names ("gồm 4 thôn: Phú Lễ 1, Phú Lễ 2, Yên Lạc, Sy"), and count nothing."""
    if len(parts) < LEAST_PARTS or not all(part.bare for part in parts):
        return False
    edges = [start, *(part.figure.end for part in parts)]
    marks = [len(_SEPARATOR.findall(flow, edge, part.figure.start)) for edge, part in zip(edges, parts, strict=False)]
    labels = [part.label for part in parts]
    values = [part.quantity.value for part in parts]
    return (
        like.unit in TIMES
        or marks[0] > 0
        or any(mark > 1 for mark in marks)
        or len(set(labels)) < len(labels)
        or all(later - one == like.scale for one, later in pairwise(values))
    )


def _rate(flow: str, figure: Figure) -> bool:
    """Tell whether a figure is so much per something."""
    return flow.startswith("/", figure.end)


def _part(flow: str, start: int, figure: Figure, like: Quantity) -> Part:
    """Name a figure that may be a part; a bare number has the unit of the total."""
    named = label(flow, start, figure.start)
    return Part(named, in_unit(figure, like), bare=bool(like.unit and not figure.quantity.unit))


def in_unit(figure: Figure, like: Quantity) -> Figure:
    """Give a bare number the unit of the total that it belongs to."""
    if figure.quantity.unit or not like.unit:
        return figure
    bare = figure.quantity
    scaled = Quantity(bare.value * like.scale, like.unit, bare.step * like.scale, like.scale)
    return attrs.evolve(figure, quantity=scaled)


def _named(flow: str, parts: Sequence[Part], end: int) -> list[Part]:
    """Name the parts by the words behind their figures, where none stand before the first: "5 hộ trồng chè và 4 hộ nuôi ong"."""
    if not parts or parts[0].label:
        return list(parts)
    stops = [*(part.figure.start for part in parts[1:]), min(end, parts[-1].figure.end + LOOK_BACK)]
    behind = (_BEHIND.match(flow, part.figure.end, stop) for part, stop in zip(parts, stops, strict=True))
    return [attrs.evolve(part, label=match["name"] if match else "") for part, match in zip(parts, behind, strict=True)]


def label(flow: str, start: int, end: int) -> str:
    """Return the words before a figure that name it."""
    text = flow[max(start, end - LOOK_BACK) : end]
    match = _LABEL.match(text[max(text.rfind("; "), text.rfind(". ")) + 1 :])
    return " ".join(match[1].split()) if match else ""
