"""A stated number of things and the names that follow it (số lượng và danh sách): "03 huyện: Bắc Quang, Xín Mần và …".

Only lists of proper names are taken, for there it is plain where one name ends; "và" may stand inside a name, so both ways to
split are tried before the numbers are said to differ.
"""

import re
from collections.abc import Iterator, Sequence

from khcn_plan.model import Enumeration
from khcn_plan.reading.lines import Lines
from khcn_plan.reading.scan import Figure

_INTRODUCTION = re.compile(
    r"(?P<label>(?:\s[^\W\d_]+){0,6})\s?(?::|,?\s?(?:gồm|bao gồm|là)(?: có)?:?)\s(?P<names>[^.:\n()\d]{4,400})(?=[.\n]|$)"
)
_NAME = re.compile(
    r"(?:(?:xã|huyện|tỉnh|phường|thị trấn|thành phố|quận)\s)?[A-ZĐÀ-Ỹ]\w*(?:\s(?:[A-ZĐÀ-Ỹ]\w*|-)){0,5}$"
    r"|(?:Sở|Phòng|Ban|Hội|Trường|Trung tâm|Công ty|Hợp tác xã|HTX|Ủy ban)\s\w+(?:\s\w+){0,9}$"
)
LEAST_NAMES = 2
MOST_NAMES = 40
REACH = 520
NEAR = 2


def read(lines: Lines, figures: Sequence[Figure]) -> Iterator[Enumeration]:
    """Yield the numbers that a list of proper names follows.

    >>> from khcn_plan.reading.lines import read as prepare
    >>> from khcn_plan.reading.scan import read as scan
    >>> lines = prepare("Có 03 huyện: Bắc Quang, Xín Mần và Vị Xuyên.")
    >>> list(read(lines, scan(lines.flow)))
    [Enumeration('huyện', 3, names=('Bắc Quang', 'Xín Mần', 'Vị Xuyên'))]
    """
    for figure in figures:
        count = figure.quantity
        if not figure.money and count.step == 1 and LEAST_NAMES <= count.value <= MOST_NAMES:
            begin = figure.end - len(count.unit) - 1 if count.unit else figure.end
            match = _INTRODUCTION.match(lines.flow, begin, figure.end + REACH)
            names = _names(match["names"], int(count.value)) if match else ()
            if match and names:
                label = " ".join(match["label"].split())
                yield Enumeration(label, int(count.value), names, place=lines.span(figure.start, match.end()))


def _names(text: str, count: int) -> tuple[str, ...]:
    """Split a list of names, so that there are as many as stated if one way to split gives that."""
    mark = ";" if ";" in text else ","
    whole = tuple(name.strip() for name in text.split(mark) if name.strip())
    parted = tuple(name.strip() for name in re.split(rf"{mark}|\svà\s", text) if name.strip())
    for names in (parted, whole, (*whole[:-1], *re.split(r"\svà\s", whole[-1], maxsplit=1))):
        if len(names) == count:
            return names if all(map(_NAME.match, names)) else ()
    plain = all(map(_NAME.match, parted)) and " và " not in "".join(whole[:-1])
    return parted if plain and len(parted) >= LEAST_NAMES and abs(len(parted) - count) <= NEAR else ()
