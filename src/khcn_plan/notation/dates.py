"""Dates (ngày, tháng, năm) as Vietnamese documents write them: "ngày 05 tháng 01 năm 2020", "29/4/2022".

The line with place and date (địa danh, ngày tháng năm) of Decree 30/2020/NĐ-CP, Annex I, pads days below 10
and the months 1 and 2, and leaves the months 3 to 9 alone. A draft legitimately leaves the day blank, or the
month too, because number and date are given after the signature (article 15): such a date is a `PartialDate`.
Read are ASCII digits only, in either Unicode normal form; an impossible date is refused, never mended.
"""

import re
from datetime import date, timedelta

import attrs

from khcn_plan import values
from khcn_plan.language import Text
from khcn_plan.notation import letters
from khcn_plan.notation.error import NotationError
from khcn_plan.notation.pattern import late


@attrs.frozen
class PartialDate:
    """A date whose day or month was left blank (để trống ngày, tháng).

    Attributes:
        year: the year, always stated.
        month: 1 to 12, or `None` if blank.
        day: 1 to 31, or `None` if blank; day and month together make a `datetime.date`.

    Raises:
        ValueError: there is no such month or day, or nothing is blank.

    >>> PartialDate(2023, month=2)
    PartialDate(2023, month=2)
    """

    year: int
    month: int | None = None
    day: int | None = None

    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr

    def __attrs_post_init__(self) -> None:
        if self.month is not None and self.day is not None:
            msg = "a date with year, month and day is a datetime.date"
            raise ValueError(msg)
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @property
    def latest(self) -> date:
        """The last day of its month, or of its year where the month is blank.

        >>> PartialDate(2024, month=2).latest, PartialDate(2024).latest
        (datetime.date(2024, 2, 29), datetime.date(2024, 12, 31))
        """
        if self.month is None or self.month == _DECEMBER:
            return date(self.year, _DECEMBER, 31)
        return date(self.year, self.month + 1, 1) - timedelta(days=1)


def read(text: str) -> date | PartialDate:
    """Read a date in words or with slashes, dots or hyphens.

    Raises:
        NotationError: the text is no date, or the date is impossible.

    >>> read("ngày 06 tháng 8 năm 2015"), read("26-11-2003")
    (datetime.date(2015, 8, 6), datetime.date(2003, 11, 26))
    >>> read("ngày … tháng 02 năm 2023"), read("9/2022")
    (PartialDate(2023, month=2), PartialDate(2022, month=9))
    >>> read("31/02/2023")
    Traceback (most recent call last):
    khcn_plan.notation.error.NotationError: there is no such day in this month (at 0)
    """
    bare = letters.clean(text)
    start = len(bare) - len(bare.lstrip())
    for form in _FORMS:
        if match := form().match(bare, start):
            break
    else:
        raise NotationError(_NO_DATE, letters.origin(text, start))
    if rest := bare[match.end() :].lstrip():
        raise NotationError(_MORE, letters.origin(text, len(bare) - len(rest)))
    return _value(text, match)


def write(value: date | PartialDate, *, slashed: bool = False) -> str:
    """Write a date as the date line of Decree 30 does, or with slashes; what is blank is written "…".

    >>> write(date(2020, 1, 5)), write(date(2019, 6, 29))
    ('ngày 05 tháng 01 năm 2020', 'ngày 29 tháng 6 năm 2019')
    >>> write(date(2022, 4, 29), slashed=True), write(PartialDate(2023, month=2))
    ('29/4/2022', 'ngày … tháng 02 năm 2023')
    """
    day = "…" if value.day is None else f"{value.day:02}"
    month = "…" if value.month is None else f"{value.month:02}" if value.month < _UNPADDED else str(value.month)
    year = f"{value.year:04}"
    return f"{day}/{month}/{year}" if slashed else f"ngày {day} tháng {month} năm {year}"


_DECEMBER = 12
# "02" could be made "12" with a stroke of the pen; there is no month 13, so 3 needs no guard.
_UNPADDED = 3

_GAP = r"[\s.…_]*+"
_BLANK = r"…++|\.{2,}+|_++"
_Y = "(?P<y>[0-9]+)"
_FORMS = tuple(
    late(form, re.IGNORECASE)
    for form in (
        rf"(?:ngày{_GAP}(?P<d>[0-9]+)?{_GAP})?tháng{_GAP}(?P<m>[0-9]+)?{_GAP}năm\s*{_Y}",
        rf"(?:ngày\s*)?(?P<d>[0-9]+|{_BLANK})\s*(?P<mark>[/.-])\s*(?P<m>[0-9]+|{_BLANK})\s*(?P=mark)\s*{_Y}",
        rf"(?:tháng\s*)?(?P<d>)(?P<m>[0-9]+)\s*[/-]\s*{_Y}",
        rf"(?P<d>)(?P<m>)năm\s*{_Y}",
    )
)

_NO_DATE = Text(vi="không phải ngày tháng năm", en="no date")
_MORE = Text(vi="sau ngày tháng năm còn chữ khác", en="the date is followed by something else")
_BAD_YEAR = Text(vi="năm phải có bốn chữ số", en="a year has four digits")
_BAD_MONTH = Text(vi="không có tháng này", en="there is no such month")
_BAD_DAY = Text(vi="tháng này không có ngày ấy", en="there is no such day in this month")


def _value(text: str, match: re.Match[str]) -> date | PartialDate:
    """Make the date, or say which of its parts is impossible."""
    if len(match["y"]) != len("2023") or match["y"] == "0000":
        raise NotationError(_BAD_YEAR, letters.origin(text, match.start("y")))
    year = int(match["y"])
    month = _part(text, match, "m", 12, _BAD_MONTH)
    day = _part(text, match, "d", 31, _BAD_DAY)
    if month is None or day is None:
        return PartialDate(year, month, day)
    try:
        return date(year, month, day)
    except ValueError:
        raise NotationError(_BAD_DAY, letters.origin(text, match.start("d"))) from None


def _part(text: str, match: re.Match[str], name: str, last: int, reason: Text) -> int | None:
    """Return the day or the month, or `None` where it was left blank."""
    digits = match[name]
    if not digits or not digits.isdigit():
        return None
    if len(digits) > len("31") or not 1 <= int(digits) <= last:
        raise NotationError(reason, letters.origin(text, match.start(name)))
    return int(digits)
