"""What was done of what was planned (thực hiện / kế hoạch), where a text gives both figures and the rate.

"22,656 tỷ đồng/12,9 tỷ đồng, đạt 175,63%": the per cent sign is looked for, and from there the two figures before it.
"""

import re
from collections.abc import Iterator

from khcn_plan.model import Execution
from khcn_plan.notation import NotationError, figures
from khcn_plan.notation.figures import Quantity
from khcn_plan.reading.lines import Lines

_NUMBER = r"\d{1,15}(?:[.,]\d{1,9}){0,5}"
_UNIT = r"\s?(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s?(?:đồng|[^\W\d_]{1,12})?"
_RATE = re.compile(
    rf"(?<![\w.,/])(?P<done>{_NUMBER})(?P<done_unit>{_UNIT})\s?/\s?(?P<planned>{_NUMBER})(?P<unit>{_UNIT})"
    rf"(?P<between>[^.;:/%\d]{{0,40}}?)(?:đạt|bằng)\s(?:tỷ lệ\s)?(?P<rate>{_NUMBER})\s?%"
)
# Votes are reckoned of all members, and behind these words something else is compared.
_OF_OTHERS = re.compile(r"tán thành|biểu quyết|phiếu|nhưng|trong đó|còn", re.IGNORECASE)
_COMPARED = re.compile(r"\s*(?:so với|tính trên|tổng số|chỉ tiêu)", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])$")
_DATED = re.compile(r"(?:ngày|lễ|tết|dịp|Quốc khánh|viên|nạn|kỷ niệm)\s*$", re.IGNORECASE)
_MAGNITUDES = ("nghìn", "ngàn", "triệu", "tỷ", "tỉ")
REACH = 120
LONGEST_LABEL = 100


def read(lines: Lines) -> Iterator[Execution]:
    """Yield what was done of what was planned, with the rate that the text gives.

    >>> from khcn_plan.reading.lines import read as prepare
    >>> [execution] = read(prepare("Giải ngân 22,656 tỷ đồng/12,9 tỷ đồng, đạt 175,63% kế hoạch."))
    >>> execution.label, str(execution.planned.value), str(execution.rate.value)
    ('Giải ngân', '12900000000', '175.63')
    """
    end = 0
    at = lines.flow.find("%")
    while at >= 0:
        match = _before(lines.flow, max(end, at - REACH), at + 1)
        if match and (execution := _execution(lines, match)):
            yield execution
            end = at
        at = lines.flow.find("%", at + 1)


def _before(flow: str, start: int, end: int) -> re.Match[str] | None:
    """Return the match that ends with the per cent sign at `end`."""
    return next((match for match in _RATE.finditer(flow, start, end) if match.end() == end), None)


def _execution(lines: Lines, match: re.Match[str]) -> Execution | None:
    """Make the execution; a unit given once is that of both figures."""
    unit = match["unit"].strip()
    if not unit or _is_something_else(lines.flow, match):
        return None
    try:
        planned = _quantity(match["planned"], unit)
        done = _quantity(match["done"], match["done_unit"].strip() or unit)
        rate = figures.quantity(match["rate"], "%")
    except NotationError:
        return None
    if done.unit != planned.unit:
        return None
    before = lines.words(max(0, match.start() - LONGEST_LABEL), match.start())
    label = re.split(r"[.;:,]\s", before)[-1].strip(" :-–")
    return Execution(label, planned, done, rate, place=lines.span(match.start(), match.end()))


def _is_something_else(flow: str, match: re.Match[str]) -> bool:
    """Tell whether the figures are votes or a date, or the rate is one of something else."""
    said = f"{match['unit']}{match['between']}"
    date = _DAY_AND_MONTH.match(f"{match['done']}/{match['planned']}") and not match["done_unit"].strip()
    dated = date and _DATED.search(flow, max(0, match.start() - REACH), match.start())
    return bool(dated or _OF_OTHERS.search(said) or _COMPARED.match(flow, match.end()))


def _quantity(digits: str, unit: str) -> Quantity:
    magnitude, _, rest = unit.partition(" ")
    return (
        figures.quantity(digits, rest or "đồng", magnitude)
        if magnitude in _MAGNITUDES
        else figures.quantity(digits, unit)
    )
