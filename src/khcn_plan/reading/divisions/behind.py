"""The figures behind a total that may be its parts (số có thể là phần).

What stands there is seldom parts alone: there are rates, comparisons, years, numbers of villages, counts of something else.
Here each figure gets its role; whether parts make a total is for `fit` to say.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from khcn_plan.notation.figures import Quantity
from khcn_plan.reading.divisions import context
from khcn_plan.reading.divisions.context import COMPARED, DIVIDES, LOOK_BACK, MOST_PARTS, ORDINAL, REACH, TIMES, Text
from khcn_plan.reading.divisions.fit import LEAST_PARTS, Part, Scope, Segments, alike
from khcn_plan.reading.scan import Figure

_ABOUT = re.compile(
    r"(?:hơn|tối đa|tối thiểu|không quá|ít nhất|dưới|trên|khoảng|gần|[≥≤])\s*(?:là\s*)?$", re.IGNORECASE
)
_CHANGED = re.compile(r"\b(?:bỏ|giảm(?! nghèo)|tăng(?! cường)|thay thế)\b", re.IGNORECASE)
_CLOSED = re.compile(r"\([^()]*\)")
_NAMED_BEFORE = re.compile(r"[^\W\d_]{2}\s$")
_ENDS_PART = re.compile(r"\s?(?:[,;.)]|và\s|$)", re.MULTILINE)
_SPENT = re.compile(
    r"(?:đã (?:chi|thực hiện|sử dụng|thanh toán)|giải ngân|quyết toán)(?: thực hiện)?(?: hết| được| là| đạt)?\s*:?\s*$"
)
_BESIDES = re.compile(r"\b(?:ngoài ra|bên cạnh|cùng với đó|tuy nhiên|chưa kể|không kể)", re.IGNORECASE)
_COLLECTIVE = re.compile(
    r"(?:đơn vị|tổ chức|cơ quan|cán bộ|(?:công|viên) chức|người|thành viên|[ủu][ỷy] viên|đại biểu|nhân (?:viên|sự)|tập thể"
    r"|cá nhân|giải|huy chương|văn bản|câu|bản|chỉ tiêu|cơ sở|cuộc|lượt|sản phẩm|thủ tục|vụ|trường hợp)\b",
    re.IGNORECASE,
)
TRAIT = re.compile(
    r"\b(?:nữ|nước sạch|vệ sinh|BHYT|bảo hiểm|cấp ủy|trực tuyến|bán trú|nội trú|khuyết tật|đảng viên"
    r"|(?:ngoài|trong) Đảng|dân tộc|tôn giáo|trẻ|tuổi|trình độ|đại học|thạc sĩ|tái cử|quý hiếm|hiếm|giá trị"
    r"|Sách đỏ|đặc hữu)\b",
    re.IGNORECASE,
)
FIRST = re.compile(r"[\s:*(]*(?:có|là)?\s*", re.IGNORECASE)
_NEXT = re.compile(r"[^,;.:()\d]*(?:\([^()]{0,120}\)[^,;.:()\d]*)?(?:,|\bvà\b)(?:\s*và)?\s*")
_SEPARATOR = re.compile(r"[,;]|\bvà\b")
_BEHIND = re.compile(r"(?P<name>[^,;.()\n]*?)(?:\s+và)?\s*(?:[,;.()\n]|$)")
MOST_NAMES = 3


def scope(text: Text, start: int, end: int, like: Quantity, *, bare: bool = False) -> Scope:
    """Return the figures of a stretch that may be parts of a total, in the segments that semicolons make."""
    segments: Segments = [[]]
    others: Segments = [[]]
    depth, edge, named, nested, follows = 0, start, start, False, False
    for figure in text.within(start, end, MOST_PARTS):
        gap = text.flow[edge : figure.start]
        depth += gap.count("(") - gap.count(")")
        if depth < 0 or (segments[0] and (_BESIDES.search(gap) or "; chia " in gap)):
            break
        if ";" in gap and depth == 0:
            segments.append([])
            others.append([])
            nested = follows = False
        if not nested and depth == 0 and follows and _divides_again(gap):
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
        edge, follows = figure.end, True
    return _scope(text.flow, (start, end), like, segments, others)


def _divides_again(gap: str) -> bool:
    """Tell whether the words between two figures divide the first, or are part of the name of the second: "chi cụ thể khác"."""
    plain = _CLOSED.sub("", gap)
    match = DIVIDES.search(plain)
    if match is None or match[0][0] in "tT":
        return match is not None
    words = plain[: match.start()].rstrip()
    return (words.endswith((",", ":", "(")) or "," not in words) and "," not in plain[match.end() :]


def _scope(flow: str, stretch: tuple[int, int], like: Quantity, segments: Segments, others: Segments) -> Scope:
    """Tell parts from others where only the whole list shows which is which."""
    start, end = stretch
    segments, loose = _without_loose_numbers(segments)
    parts = [part for segment in segments for part in segment]
    beside = [part for segment in others for part in segment]
    every = _named(flow, sorted((*parts, *beside), key=lambda part: part.figure.start), end)
    sizes = [len(one) + len(other) for one, other in zip(segments, others, strict=True)]
    orderly = not loose and _is_orderly(flow, start, every, sizes)
    if orderly and beside and _COLLECTIVE.match(like.unit):
        return Scope([[part] for part in every], orderly=True)
    if len(segments) == 1:
        # Without semicolons, commas set the parts apart, and each stands alone.
        own = {part.figure.start for part in parts}
        segments = [[part] for part in every if part.figure.start in own]
    doubtful = bool(parts) and _are_no_parts(flow, start, parts, like)
    return Scope(segments, (*beside, *loose), doubtful=doubtful, orderly=orderly)


def _are_no_parts(flow: str, start: int, parts: Sequence[Part], like: Quantity) -> bool:
    """Tell whether a list names things before its first figure, counts some in words, or its figures belong to names."""
    before = len(_SEPARATOR.findall(flow, start, parts[0].figure.start))
    spelt = (f" {number} {like.unit.split(' ')[0]}" for number in ("một", "hai", "ba"))
    left_out = bool(like.unit) and any(
        flow.find(words, start, parts[-1].figure.end + LOOK_BACK) >= 0 for words in spelt
    )
    return before > MOST_NAMES or left_out or _are_numbers_of_names(flow, start, parts, like)


def _is_orderly(flow: str, start: int, every: Sequence[Part], sizes: Sequence[int]) -> bool:
    """Tell whether each item of a list has one figure, or begins with its figure, so that nothing else is counted there."""
    if len(every) < LEAST_PARTS:
        return False
    if sum(map(bool, sizes)) > 1:
        return all(size <= 1 for size in sizes)
    ends = [start, *(part.figure.end for part in every)]
    gaps = (flow[end : part.figure.start] for end, part in zip(ends, every, strict=False))
    return bool(FIRST.fullmatch(next(gaps))) and all(map(_NEXT.fullmatch, gaps))


def _may_be_part(flow: str, figure: Figure, gap: str, like: Quantity, *, bare: bool) -> bool:
    """Tell whether a figure has the unit of the total; one without needs a colon before it, a bracket around, or a close."""
    unit = figure.quantity.unit
    closed = like.unit and _NAMED_BEFORE.search(gap) and _ENDS_PART.match(flow, figure.end)
    alone = (bare or closed or gap.rstrip().endswith(":")) and not ORDINAL.search(gap)
    same = alike(figure.quantity, like) if unit else bool(alone)
    compared = context.is_compared(gap[-REACH:], figure.quantity, like)
    return same and not compared and not context.is_one_of_two(flow, figure)


def _counts_too(flow: str, figure: Figure, gap: str, like: Quantity) -> bool:
    """Tell whether a figure that is no part may count among what the total counts: "19 cơ quan, gồm 9 tạp chí", "hơn 5 hộ"."""
    unit = figure.quantity.unit
    if unit and alike(figure.quantity, like):
        return bool(_ABOUT.search(gap))
    countable = like.unit not in {"", "đồng"} and figure.quantity.step == 1 and not figure.money and unit != "%"
    return countable and not (COMPARED.search(gap) or ORDINAL.search(gap) or flow.startswith("/", figure.end))


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


def _part(flow: str, start: int, figure: Figure, like: Quantity) -> Part:
    """Name a figure that may be a part; a bare number has the unit of the total."""
    named = context.label(flow, start, figure.start)
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
    return [
        attrs.evolve(part, label=match["name"].strip() if match else "")
        for part, match in zip(parts, behind, strict=True)
    ]


def are_stated_alike(flow: str, parts: Sequence[Part]) -> bool:
    """Tell whether every figure stands behind a colon, as in "Vốn trung ương: 133.100 triệu đồng"."""
    return all(flow.endswith((": ", ":"), 0, part.figure.start) for part in parts)
