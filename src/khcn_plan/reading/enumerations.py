"""A stated number of things and the names that follow it (số lượng và danh sách): "03 huyện: Bắc Quang, Xín Mần và …".

In a sentence only proper names are taken, for there it is plain where one ends; "và" may stand inside a name, so both ways to
split are tried before the numbers are said to differ. Below a sentence, "gồm 4 nhiệm vụ:", every item of the list is one.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from khcn_plan.model import Enumeration
from khcn_plan.reading.items import Item
from khcn_plan.reading.lines import Lines
from khcn_plan.reading.scan import Figure

_INTRODUCTION = re.compile(
    r"(?P<label>(?:\s[^\W\d_]+){0,6})\s?(?::|,?\s?(?:gồm|bao gồm|là)(?: có)?:?)\s(?P<names>[^.:\n()\d]{4,400})(?=\.(?:\s|$)|\n|$)"
)
_NAME = re.compile(
    r"(?:(?:xã|huyện|tỉnh|phường|thị trấn|thành phố|quận)\s)?[A-ZĐÀ-Ỹ]\w*(?:\s(?:[A-ZĐÀ-Ỹ]\w*|-)){0,5}$"
    r"|(?:Sở|Phòng|Ban|Hội|Trường|Trung tâm|Công ty|Hợp tác xã|HTX|Ủy ban)\s\w+(?:\s\w+){0,9}$"
)
_LISTED = re.compile(
    r"\s?(?P<label>(?:nhiệm vụ|nội dung|nhóm|giải pháp|mô hình|dự án|đề tài|đề án|sản phẩm|đợt|tổ chức|đơn vị|chỉ tiêu|tiêu chí"
    r"|mục tiêu|lĩnh vực|bước|giai đoạn|vấn đề|hoạt động|hạng mục|công trình|chương trình|nhãn hiệu|quy trình|văn bản)"
    r"(?:\s[^\W\d_]+){0,6}?)(?:,?\s(?:bao gồm|gồm|cụ thể|như sau|sau đây|sau|là|có)){0,3}\s?:\s*$",
    re.IGNORECASE,
)
_VERBS = ("gồm", "bao gồm", "có", "là")
_GOES_ON = re.compile(r"…|\.\.\.|v\.\s?v")
LEAST_NAMES = 2
MOST_NAMES = 40
MOST_ITEMS = 200
REACH = 520
NEAR = 2
FAR = 12


def read(lines: Lines, items: Sequence[Item], figures: Sequence[Figure]) -> Iterator[Enumeration]:
    r"""Yield the numbers that a list follows: of proper names in the sentence, or of items below it.

    >>> from khcn_plan.reading.items import read as split
    >>> from khcn_plan.reading.lines import read as prepare
    >>> from khcn_plan.reading.scan import read as scan
    >>> lines = prepare("Có 03 huyện: Bắc Quang, Xín Mần và Vị Xuyên. Giao 2 nhiệm vụ:\n- Nuôi ong;\n- Trồng chè.")
    >>> for enumeration in read(lines, split(lines.flow), scan(lines.flow)):
    ...     print(enumeration)
    Enumeration('huyện', 3, names=('Bắc Quang', 'Xín Mần', 'Vị Xuyên'))
    Enumeration('nhiệm vụ', 2, names=('Nuôi ong', 'Trồng chè'))
    """
    yield from _in_sentences(lines, figures)
    yield from _below(lines, items, figures)


def _below(lines: Lines, items: Sequence[Item], figures: Sequence[Figure]) -> Iterator[Enumeration]:
    """Yield the numbers with which paragraphs announce the list below them."""
    ends = [figure.end for figure in figures]
    for index, item in enumerate(items):
        last = bisect_left(ends, item.end) - 1
        if last < 0 or figures[last].start < item.start or not lines.flow.endswith(":", item.start, item.end):
            continue
        figure = figures[last]
        count = int(figure.quantity.value) if _is_count(figure) else 0
        match = _LISTED.match(lines.flow, figure.end - len(figure.quantity.unit), item.end) if count else None
        names = tuple(_listed(lines, items, index)) if match else ()
        plain = match and not any(_is_several(name, match["label"]) for name in names)
        if match and plain and len(names) >= LEAST_NAMES and abs(len(names) - count) <= NEAR:
            yield Enumeration(match["label"], count, names, place=lines.span(figure.start, figure.end))


def _is_several(name: str, label: str) -> bool:
    """Tell whether an item of a list names more than one of what is counted: "Văn phòng; Phòng Nghiệp vụ"."""
    return ";" in name or f" và {label.split(maxsplit=1)[0].casefold()} " in name.casefold()


def _listed(lines: Lines, items: Sequence[Item], index: int) -> Iterator[str]:
    """Yield the items of the list below a paragraph; none where it goes on, or nobody can tell where it ends."""
    below = items[index + 1 : index + 2 + MOST_ITEMS]
    depth = below[0].depth if below else -1
    found = list(takewhile(lambda item: item.depth >= depth, below)) if depth > items[index].depth else []
    listed = [item for item in found if item.depth == depth]
    if not listed or len(found) > MOST_ITEMS or _goes_on(lines.flow, listed, below[len(found) :]):
        return
    if not _GOES_ON.search(lines.flow, listed[-1].body, listed[-1].end):
        yield from (lines.words(item.body, item.end).rstrip(".;, ") for item in listed)


def _goes_on(flow: str, listed: Sequence[Item], behind: Sequence[Item]) -> bool:
    """Tell whether what stands behind a list is the rest of its last item, or comes back to it after some paragraphs."""
    if not behind or behind[0].depth >= 0:
        return False
    at = next((at for at, item in enumerate(behind[:FAR]) if item.depth >= 0), 0)
    if at and behind[at].kind == listed[0].kind:
        begins = (
            behind[at].number == listed[0].number if listed[0].number else flow.endswith(":", 0, behind[at - 1].end)
        )
        if not begins:
            return True
    return flow[behind[0].start].islower() or flow[behind[0].start] in ".…"


def _is_count(figure: Figure) -> bool:
    return not figure.money and figure.quantity.step == 1 and LEAST_NAMES <= figure.quantity.value <= MOST_NAMES


def _in_sentences(lines: Lines, figures: Sequence[Figure]) -> Iterator[Enumeration]:
    """Yield the numbers that proper names follow."""
    for figure in figures:
        count = figure.quantity
        if _is_count(figure):
            begin = figure.end - len(count.unit) - 1 if count.unit else figure.end
            match = _INTRODUCTION.match(lines.flow, begin, figure.end + REACH)
            names = _names(match["names"], int(count.value)) if match else ()
            label = " ".join(match["label"].split()) if match else ""
            if match and names and label and not label.startswith(_VERBS):
                yield Enumeration(label, int(count.value), names, place=lines.span(figure.start, match.end()))


def _names(text: str, count: int) -> tuple[str, ...]:
    """Split a list of names, so that there are as many as stated if one way to split gives that."""
    mark = ";" if ";" in text else ","
    whole = tuple(name.strip() for name in text.split(mark) if name.strip())
    parted = tuple(name.strip() for name in re.split(rf"{mark}|\svà\s", text) if name.strip())
    last = re.split(r"\svà\s", whole[-1], maxsplit=1) if whole else ()
    for names in (parted, whole, (*whole[:-1], *last)):
        if len(names) == count:
            return names if all(map(_NAME.match, names)) else ()
    plain = all(map(_NAME.match, parted)) and " và " not in "".join(whole[:-1])
    return parted if plain and len(parted) >= LEAST_NAMES and abs(len(parted) - count) <= NEAR else ()
