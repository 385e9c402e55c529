"""The lists around a total (danh sách dưới, cạnh hoặc trên một tổng), as scopes in which its parts may stand.

A list is what markers make one ("- ", "1.", "a)"), or lines that each give a name and a figure: "Cà phê: 2.523,39 ha".
"""

from collections.abc import Iterator, Sequence

from khcn_plan.notation.figures import Quantity
from khcn_plan.reading.divisions import behind
from khcn_plan.reading.divisions.behind import FIRST
from khcn_plan.reading.divisions.context import MOST_PARTS, TOTAL, Text
from khcn_plan.reading.divisions.fit import LEAST_PARTS, Part, Scope, Segments, alike

MOST_LEVELS = 3
MOST_LINES = 30
NEIGHBOURS = 40


def below(text: Text, index: int, like: Quantity, *, beside: bool) -> Iterator[Scope]:
    """Yield the list below an item, or the items beside it; then the lists below the headings in it.

    A heading has no figure of its own, and its list divides the total anew: "Chia theo cấp học:".
    """
    children = _children(text, index, beside=beside)
    if children:
        yield _scope(text, children, like)
    for number in children:
        if text.empty(text.items[number].start, text.items[number].end):
            under = _children(text, number, beside=False)
            if under:
                yield _scope(text, under, like)


def above(text: Text, index: int, like: Quantity) -> Iterator[Scope]:
    """Yield the lists that an item like "Tổng cộng" may close, the innermost level first."""
    item = text.items[index]
    numbers: list[int] = []
    depth = item.depth if item.depth >= 0 else text.items[index - 1].depth
    levels = 1
    for number in range(index - 1, max(-1, index - 1 - MOST_PARTS), -1):
        one = text.items[number]
        if TOTAL.match(text.flow, one.body) or (depth < 0 and not is_stated(text, number)):
            break
        if one.depth < depth:
            yield _scope(text, numbers[::-1], like)
            if item.depth >= 0 or one.depth < 0 or levels == MOST_LEVELS:
                return
            numbers, depth, levels = [], one.depth, levels + 1
        if one.depth == depth:
            numbers.append(number)
    yield _scope(text, numbers[::-1], like)


def later(text: Text, index: int, like: Quantity) -> Scope:
    """Return what stands under the next heading on the level of an item, however deep: "b) Phân kỳ theo các năm:"."""
    items, depth = text.items, text.items[index].depth
    under: list[int] | None = None
    for number in range(index + 1, min(len(items), index + 1 + NEIGHBOURS) if depth >= 0 else 0):
        item = items[number]
        if 0 <= item.depth <= depth:
            if under is not None or item.depth < depth or not text.empty(item.start, item.end):
                break
            under = []
        elif under is not None:
            under.append(number)
    return _scope(text, under or (), like)


def is_above_list(text: Text, index: int) -> bool:
    """Tell whether a list deeper than an item begins right behind it."""
    depth = text.items[index + 1].depth if index + 1 < len(text.items) else -1
    own = text.items[index].depth
    return depth > own or (depth < 0 <= own and index + 1 < len(text.items) and is_stated(text, index + 1))


def is_beside(text: Text, index: int) -> bool:
    """Tell whether the item after this one stands on its level."""
    return index + 1 < len(text.items) and text.items[index + 1].depth == text.items[index].depth


def is_stated(text: Text, number: int) -> bool:
    """Tell whether a line gives a name and a figure behind a colon."""
    item = text.items[number]
    own = text.within(item.start, item.end, 1) if text.flow.find(":", item.start, item.end) >= 0 else ()
    return bool(own) and text.flow.endswith((": ", ":"), item.start, own[0].start)


def _children(text: Text, index: int, *, beside: bool) -> list[int]:
    """Return which items stand below one, or beside it and behind it, up to the next that says it is a total."""
    first, items = index + 1, text.items
    depth = items[first].depth if first < len(items) else -1
    if first == len(items) or (0 <= depth <= items[index].depth and not beside):
        return []
    found: list[int] = []
    for number in range(first, len(items)):
        child = items[number]
        if child.depth < depth or (beside and TOTAL.match(text.flow, child.body)):
            break
        if depth < 0 and (child.depth >= 0 or len(found) == MOST_LINES or not is_stated(text, number)):
            break
        if child.depth == depth:
            found.append(number)
    return found


def _scope(text: Text, numbers: Sequence[int], like: Quantity) -> Scope:
    """Return the figures of items that may be parts of a total.

    Items that all begin with a count of something else are its parts in their own way: "3.263 hộ, cụ thể: - Có 958 nhà…".
    """
    segments: Segments = []
    leading: list[Part] = []
    others: list[Part] = []
    for number in numbers:
        item = text.items[number]
        inside = behind.scope(text, item.body, item.end, like)
        segments.append([part for part in inside.parts if not part.bare] or inside.parts)
        leads = inside.others and FIRST.fullmatch(text.flow, item.body, inside.others[0].figure.start)
        leading += inside.others[:1] if leads else ()
        others += inside.others[1:] if leads else inside.others
    same = LEAST_PARTS <= len(leading) == len(segments) and all(
        alike(part.quantity, leading[0].quantity) for part in leading
    )
    if same and not any(segments):
        return Scope([[part] for part in leading], tuple(others), foreign=True)
    return Scope(segments, (*leading, *others))
