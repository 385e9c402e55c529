"""The figures before a word that divides which may be its total (số có thể là tổng)."""

import re

from khcn_plan.reading.divisions import context
from khcn_plan.reading.divisions.context import LOOK_BACK, MOST_TOTALS, ORDINAL, REACH, ROUGHLY, TOTAL, Text
from khcn_plan.reading.divisions.fit import Part
from khcn_plan.reading.scan import Figure

_NEVER_ADDED = frozenset(("%", "kV", "°C", "tầng"))
_SAME_SUBJECT = re.compile(
    r"(?:(?:kinh phí|nguồn|vốn|tổng|chi|dự toán|cơ cấu|diện tích|số (?:này|trên|tiền|vốn|lượng|kinh phí))\b|$)",
    re.IGNORECASE,
)
MOST_ORDINAL = 100


def totals(text: Text, index: int, anchor: int) -> tuple[list[Part], bool]:
    """Return the figures before an anchor that may be its total, the likeliest first, and whether it surely divides them.

    A sentence that has a subject of its own and no figure before the anchor ("Ban chấp hành gồm 7 ủy viên") may divide
    something else than the figures of the sentence before it.
    """
    item, flow = text.items[index], text.flow
    begin = max(item.start, anchor - LOOK_BACK)
    sentences = context.sentences(flow, begin, anchor + 1)
    own = sentences[-1] if sentences else item.body
    same = not text.empty(own, anchor) or bool(_SAME_SUBJECT.match(flow[own:anchor].lstrip(" -–*(:")))
    if index and text.empty(item.start, anchor):
        above = text.items[_divided_by(text, index)]
        return _of_paragraph(text, above.start, above.end), same
    if sentences:
        begin = item.start if text.empty(own, anchor) else own
    return _outside_brackets(text, begin, anchor), same


def _divided_by(text: Text, index: int) -> int:
    """Return which item has the total that a heading of a list divides: the "Tổng số" on its level, or the one before."""
    depth = text.items[index].depth
    for number in range(index - 1, max(-1, index - 1 - MOST_TOTALS), -1) if depth >= 0 else ():
        one = text.items[number]
        if one.depth < depth:
            break
        if one.depth == depth and TOTAL.match(text.flow, one.body):
            return number
    return index - 1


def _of_paragraph(text: Text, start: int, end: int) -> list[Part]:
    """Return the eligible figures of a paragraph in their order, those of its last sentence first."""
    found = _outside_brackets(text, start, end)[::-1]
    sentences = context.sentences(text.flow, max(start, end - LOOK_BACK), end)
    last = sentences[-1] if sentences else start
    return [one for one in found if one.figure.start >= last] + [one for one in found if one.figure.start < last]


def _outside_brackets(text: Text, start: int, end: int) -> list[Part]:
    """Return the eligible figures of a stretch, last first, but for those in brackets that close before its end."""
    found, depth, edge = [], 0, end
    for figure in text.last(start, end):
        gap = text.flow[figure.end : edge]
        depth += gap.count(")") - gap.count("(")
        edge = figure.start
        if depth <= 0 and is_total(text, figure, start):
            found.append(total(text, figure, start))
    return found


def total(text: Text, figure: Figure, start: int) -> Part:
    """Name a figure that may be a total by the words before it, from `start` on."""
    name = context.label(text.flow, max(start, figure.start - LOOK_BACK), figure.start)
    return Part(name, figure, about=bool(ROUGHLY.search(text.flow, max(start, figure.start - REACH), figure.start)))


def is_total(text: Text, figure: Figure, start: int) -> bool:
    """Tell whether a figure may be a total: no rate, no share, no side of an area, not compared with another."""
    before = text.flow[max(start, figure.start - REACH) : figure.start]
    return bool(
        figure.quantity.value
        and figure.quantity.unit not in _NEVER_ADDED
        and not context.is_compared(before, figure.quantity)
        and not (not figure.money and figure.quantity.value < MOST_ORDINAL and ORDINAL.search(before))
        and not context.is_one_of_two(text.flow, figure)
    )
