"""Single values as JSON holds them (giá trị đơn): money as whole numbers, dates, decimals and numbers of documents as strings.

A string has one form and no other: a date is ISO 8601 with its hyphens, a decimal has no exponent and no sign but "-".
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from khcn_plan.language import Text
from khcn_plan.model import Span
from khcn_plan.notation import symbols
from khcn_plan.notation.dates import PartialDate
from khcn_plan.notation.symbols import DocumentNumber

BLANK = "XX"
LONGEST_DECIMAL = 1_000
"""How many characters a decimal may have: sums reckon exactly with twice as many digits, and sentences print them."""
_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY = re.compile(rf"([0-9]{{4}})-({BLANK}|[0-9]{{2}})-({BLANK}|[0-9]{{2}})")
_ANY = re.compile("")


@attrs.frozen
class Scalar:
    """How JSON holds the values of one type in a string.

    Attributes:
        read: makes the value of the string; raises `ValueError`.
        write: makes the string of the value.
        wanted: what a reader of faults is told to write.
        form: what every such string looks like; not all that look like it are right.
    """

    read: Callable[[str], object]
    write: Callable[[Any], str]
    wanted: Text
    form: re.Pattern[str]


def read_decimal(text: str) -> Decimal:
    """Read digits with a point; no exponent: "1e999999999" is short to send and endless to write.

    >>> read_decimal("24.5")
    Decimal('24.5')
    """
    if len(text) > LONGEST_DECIMAL or not _DECIMAL.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


def write_decimal(number: Decimal) -> str:
    """Write a decimal without an exponent.

    Raises:
        ValueError: it is too long to be read again.

    >>> write_decimal(Decimal("2.5e3"))
    '2500'
    """
    if abs(number.adjusted()) > LONGEST_DECIMAL or len(text := f"{number:f}") > LONGEST_DECIMAL:
        msg = f"{number:.9g}"
        raise ValueError(msg)
    return text


def write_number(number: DocumentNumber) -> str:
    """Write number and symbol as printed.

    Raises:
        ValueError: they are none that anybody could read again.

    >>> write_number(symbols.read("30/ 2015/QĐ-UBND"))
    '30/2015/QĐ-UBND'
    """
    text = str(number)
    if symbols.read(text) != number:
        raise ValueError(text)
    return text


def read_date(text: str) -> date:
    """Read a date in the one form of ISO 8601 that everybody knows.

    >>> read_date("2023-02-28")
    datetime.date(2023, 2, 28)
    """
    value = date.fromisoformat(text)
    if value.isoformat() != text:
        raise ValueError(text)
    return value


def read_day(text: str) -> date | PartialDate:
    """Read a date whose day, or month too, may be left blank.

    >>> read_day("2023-02-XX")
    PartialDate(2023, month=2)
    """
    if BLANK not in text:
        return read_date(text)
    if not (match := _DAY.fullmatch(text)):
        raise ValueError(text)
    year, month, day = (None if part == BLANK else int(part) for part in match.groups())
    return PartialDate(year or 0, month, day)


def write_day(value: date | PartialDate) -> str:
    """Write a date, with XX for what was left blank (ISO 8601-2).

    >>> write_day(PartialDate(2023))
    '2023-XX-XX'
    """
    parts = (BLANK if part is None else f"{part:02}" for part in (value.month, value.day))
    return "-".join((f"{value.year:04}", *parts))


PLAIN: dict[Any, Text] = {
    int: Text(vi="số nguyên", en="whole number"),
    str: Text(vi="chuỗi ký tự", en="text"),
    bool: Text(vi="true hoặc false", en="true or false"),
}
"""What JSON holds as it is; `true` is no number."""

SCALARS: dict[Any, Scalar] = {
    Decimal: Scalar(
        read_decimal, write_decimal, Text(vi="số thập phân trong chuỗi", en="decimal number in a string"), _DECIMAL
    ),
    date: Scalar(read_date, date.isoformat, Text(vi="ngày dạng YYYY-MM-DD", en="date as YYYY-MM-DD"), _DATE),
    date | PartialDate: Scalar(
        read_day,
        write_day,
        Text(vi="ngày dạng YYYY-MM-DD, XX nếu để trống", en="date as YYYY-MM-DD, XX for a blank"),
        _DAY,
    ),
    DocumentNumber: Scalar(symbols.read, write_number, Text(vi="số, ký hiệu văn bản", en="number of a document"), _ANY),
}
"""What JSON holds in a string of its own form."""


def stated_fields(kind: type) -> Iterator["attrs.Attribute[Any]"]:
    """Yield the fields of a class that a file states: all but those that say where in a text a value was read."""
    return (field for field in attrs.fields(kind) if field.type != Span | None)
