"""Whole numbers in words (số đọc bằng chữ): "một nghìn không trăm linh năm" is 1005.

The law names the places nghìn, triệu, tỷ, nghìn tỷ, triệu tỷ and tỷ tỷ (Law on Accounting 2003, article 12;
Decree 123/2020/NĐ-CP, article 10.13.b) and leaves the rest to usage: linh or lẻ, mươi tư or mươi bốn. A `Style`
holds such choices for writing; reading understands them all. The readings of 0 to 999 come from num2words,
which is wrong above; larger numbers are put together here, without an upper limit.
"""

import functools
from collections.abc import Sequence
from typing import Literal, NamedTuple

import attrs

from khcn_plan import values
from khcn_plan.language import Text
from khcn_plan.notation import figures, grammar
from khcn_plan.notation.error import NotationError


@attrs.frozen(kw_only=True)
class Style:
    """The choices that usage leaves to the writer (cách đọc số).

    Attributes:
        odd: the word before a lone last digit, "một trăm linh năm".
        thousand: the word for 1000.
        billion: the spelling of 10^9.
        four: the word for 4 behind mươi.
        seven: the spelling of 7.
        separator: what stands between a unit and the next group, " " or ", ".
        hundreds: whether "không trăm" is said in later groups below 100; in front of tỷ it always is.
        zeros: whether groups of zeros inside the number are said, "không nghìn".

    >>> write(1_024_000_007, style=Style(odd="lẻ", four="bốn", separator=", "))
    'một tỷ, không trăm hai mươi bốn triệu, không trăm lẻ bảy'
    """

    odd: Literal["linh", "lẻ"] = "linh"
    thousand: Literal["nghìn", "ngàn"] = "nghìn"
    billion: Literal["tỷ", "tỉ"] = "tỷ"
    four: Literal["tư", "bốn"] = "tư"
    seven: Literal["bảy", "bẩy"] = "bảy"
    separator: Literal[" ", ", "] = " "
    hundreds: bool = True
    zeros: bool = False

    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr

    @functools.cached_property
    def _tables(self) -> "_Tables":
        return _Tables.of(self)

    @functools.cached_property
    def _counting(self) -> "_Tables":
        """The tables for numbers that a "tỷ" counts: there "một nghìn ba mươi" would be doubtful."""
        return self._tables if self.hundreds else _Tables.of(attrs.evolve(self, hundreds=True))


OFFICIAL = Style()
"""The names of the law, and linh and tư as most documents have them."""

SOUTH = Style(odd="lẻ", thousand="ngàn")
"""As in the South: lẻ and ngàn."""

TEXTBOOK = Style(zeros=True)
"""As taught at school: every group inside the number is said."""


def read(text: str) -> int:
    """Read a whole number in words, in any usual style, or with its digits: "1 tỷ 250 triệu".

    Raises:
        NotationError: a word is unknown or out of place, or the number has two usual readings.

    >>> read("Một tỷ, hai trăm lẻ năm triệu"), read("sáu trăm tám lăm ngàn"), read("âm mười")
    (1205000000, 685000, -10)
    >>> read("một triệu năm")
    Traceback (most recent call last):
    khcn_plan.notation.error.NotationError: this has two usual readings (at 10)
    """
    try:
        return grammar.read(text)
    except NotationError:
        if not _DIGITS.intersection(text):
            raise
    return _read_digits(text)


def write(number: int, *, style: Style = OFFICIAL, negative: Literal["âm"] | None = None) -> str:
    """Write a whole number in words.

    Args:
        number: any size; below 0 only if `negative` says how.
        style: OFFICIAL, SOUTH, TEXTBOOK or one of your own.
        negative: "âm" to write it in front of numbers below 0.

    Raises:
        TypeError: the number is no `int`.
        ValueError: the number is below 0, and `negative` is not given.

    >>> write(1005), write(1005, style=SOUTH)
    ('một nghìn không trăm linh năm', 'một ngàn không trăm lẻ năm')
    >>> write(1_234 * 10**9), write(10**18), write(-21, negative="âm")
    ('một nghìn hai trăm ba mươi tư tỷ', 'một tỷ tỷ', 'âm hai mươi mốt')
    """
    if number.__class__ is not int or number < 0:
        return _unusual(number, style, negative)
    if number < _BILLION:
        return _first(number, style._tables)  # noqa: SLF001 - of this module
    return _blocks(number, style._tables, style._counting)  # noqa: SLF001 - likewise


_DIGITS = frozenset("0123456789")
_THOUSAND, _MILLION, _BILLION = 10**3, 10**6, 10**9

_NO_WORDS = Text(vi="không phải số viết bằng chữ", en="no number in words")
_NOT_WHOLE = Text(vi="không phải số nguyên", en="no whole number")


class _Tables(NamedTuple):
    """The readings of 0 to 999 in one style, as ones, thousands and millions: at the start, and behind a unit.

    Behind a unit each comes with what joins it to it, and that of 0 is empty unless the style says zeros.
    """

    ones: Sequence[str]
    thousands: Sequence[str]
    millions: Sequence[str]
    later_ones: Sequence[str]
    later_thousands: Sequence[str]
    later_millions: Sequence[str]
    billion: str
    zero: str

    @classmethod
    def of(cls, style: Style) -> "_Tables":
        """Build the tables from the readings of num2words."""
        ones = _first_groups(style)
        hundreds = "không trăm " if style.hundreds else ""
        odd = f"{style.separator}{hundreds}{style.odd} "
        later = [odd + group for group in ones[1:10]]
        later += [f"{style.separator}{hundreds}{group}" for group in ones[10:100]]
        later += [style.separator + group for group in ones[100:]]
        zero = f"{style.separator}không" if style.zeros else ""
        thousand, million = f" {style.thousand}", " triệu"
        return cls(
            ones,
            [group + thousand for group in ones],
            [group + million for group in ones],
            ["", *later],
            [zero and zero + thousand, *(group + thousand for group in later)],
            [zero and zero + million, *(group + million for group in later)],
            f" {style.billion}",
            zero,
        )


def _first_groups(style: Style) -> list[str]:
    """Return the readings of 0 to 999; num2words has lẻ and bốn everywhere."""
    from num2words import num2words  # noqa: PLC0415 - late: `import khcn_plan` stays light

    groups = (num2words(number, lang="vi") for number in range(_THOUSAND))
    return [
        group.replace("lẻ", style.odd).replace("mươi bốn", f"mươi {style.four}").replace("bảy", style.seven)
        for group in groups
    ]


def _unusual(number: int, style: Style, negative: str | None) -> str:
    """Write a number below 0 or of a subclass of `int`; refuse what is no number."""
    if not isinstance(number, int) or isinstance(number, bool):
        msg = f"a number in words is an int, not {number!r}"
        raise TypeError(msg)
    if number >= 0:
        return write(int(number), style=style)
    if negative is None:
        msg = f'{number} is below 0; negative="âm" writes that'
        raise ValueError(msg)
    return f"{negative} {write(-int(number), style=style)}"


def _first(number: int, tables: _Tables) -> str:
    """Write the first nine digits."""
    if number < _THOUSAND:
        return tables.ones[number]
    if number < _MILLION:
        return tables.thousands[number // _THOUSAND] + tables.later_ones[number % _THOUSAND]
    rest = number % _MILLION
    if not rest:
        return tables.millions[number // _MILLION]
    _, _, millions, later_ones, later_thousands, _, _, _ = tables
    return millions[number // _MILLION] + later_thousands[rest // _THOUSAND] + later_ones[rest % _THOUSAND]


def _later(number: int, tables: _Tables) -> str:
    """Write nine digits behind a unit, with what joins them to it."""
    rest = number % _MILLION
    if not rest:
        return tables.later_millions[number // _MILLION]
    _, _, _, later_ones, later_thousands, later_millions, _, _ = tables
    return later_millions[number // _MILLION] + later_thousands[rest // _THOUSAND] + later_ones[rest % _THOUSAND]


def _blocks(number: int, tables: _Tables, counting: _Tables) -> str:
    """Write a number of ten digits or more: each block of nine counts tỷ, tỷ tỷ, and so on."""
    high, low = divmod(number, _BILLION)
    if high < _BILLION:
        text = _first(high, counting) + tables.billion
        return text + _later(low, tables) if low else text
    blocks = []
    while number:
        number, block = divmod(number, _BILLION)
        blocks.append(block)
    power = len(blocks) - 1
    text = _first(blocks.pop(), counting) + tables.billion * power
    while any(blocks):
        power -= 1
        if block := blocks.pop():
            text += _later(block, counting if power else tables) + tables.billion * power
        elif tables.zero:
            text += tables.zero + tables.billion * power
    return text


def _read_digits(text: str) -> int:
    """Read digits with magnitude words as figures are read; a unit is none of the number's words."""
    try:
        found = figures.read(f"{text} đồng")
    except NotationError as error:
        raise NotationError(error.reason, min(error.position, len(text))) from None
    if found.scale == 1 or found.unit != "đồng":
        raise NotationError(_NO_WORDS, 0)
    if found.value != int(found.value):
        raise NotationError(_NOT_WHOLE, 0)
    return int(found.value)
