"""Sentences in Vietnamese and English (câu tiếng Việt và tiếng Anh), and how a value is written inside them.

A `Text` holds the same sentence twice. Its fields are named and say what kind of value stands there:
`{figures:money}`, `{day:date}`, `{total:quantity}`, `{names:list}`, `{word:quote}`; a bare field is plain text.
Babel knows the habits of both languages and is imported when the first sentence is filled.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Context, Decimal, localcontext
from typing import Any, Literal, Protocol

import attrs

from khcn_plan import values

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")
_FIELD = r"\{(\w+)(?::(\w+))?\}"


class Measured(Protocol):
    """What `quantity` writes: a value with its unit, how finely it was printed, and with which magnitude word."""

    @property
    def value(self) -> Decimal:
        """The value, in the unit."""

    @property
    def unit(self) -> str:
        """The unit: "đồng", "%"."""

    @property
    def step(self) -> Decimal:
        """The worth of the last printed digit, in the unit."""

    @property
    def scale(self) -> int:
        """The worth of the magnitude word, 1 without one."""


@attrs.frozen
class Text:
    """The same sentence in both languages.

    >>> greeting = Text(vi="Tổng ghi {total:money}.", en="The total says {total:money}.")
    >>> greeting.fill("vi", {"total": 140_000_000})
    'Tổng ghi 140.000.000 đồng.'
    >>> greeting.fill("en", {"total": 140_000_000})
    'The total says 140,000,000 đồng.'
    """

    vi: str
    en: str

    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr

    def fill(self, language: Language, values: Mapping[str, object]) -> str:
        """Return the sentence with its fields filled in.

        Raises:
            KeyError: a field has no value.
        """
        return re.sub(_FIELD, lambda field: write(values[field[1]], field[2] or "text", language), self[language])

    def __getitem__(self, language: Language) -> str:
        """Return the sentence as it stands, with its fields open."""
        return self.vi if language == "vi" else self.en

    @property
    def fields(self) -> frozenset[tuple[str, str]]:
        """The fields as (name, kind); both languages are held to the same ones."""
        return frozenset((name, kind or "text") for name, kind in re.findall(_FIELD, self.vi))


def write(value: object, kind: str, language: Language) -> str:
    """Write one value as a sentence of this language would have it.

    Args:
        value: what to write; its type is the one that the kind expects.
        kind: `text`, `number`, `money`, `quantity`, `date`, `quote` or `list`.
        language: `"vi"` or `"en"`.

    >>> write(Decimal("1256.5"), "number", "vi"), write(("a", "b"), "list", "en")
    ('1.256,5', '“a”, “b”')
    """
    return WRITERS[kind](value, language)


_EXACT = Context(prec=10_000)
"""Longer than any figure; the usual 28 digits are not."""


def _number(value: object, language: Language) -> str:
    if not isinstance(value, int | Decimal):
        msg = f"a number is an int or a Decimal, not {value!r}"
        raise TypeError(msg)
    return _digits(Decimal(value), "#,##0.###", language)


def _digits(number: Decimal, pattern: str, language: Language) -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415 - late: `import khcn_plan` stays light

    with localcontext(_EXACT):
        return format_decimal(number, pattern, locale=language, decimal_quantization=False)


MAGNITUDES: Mapping[Language, Mapping[int, str]] = {
    "vi": {10**3: "nghìn ", 10**6: "triệu ", 10**9: "tỷ "},
    "en": {10**3: "thousand ", 10**6: "million ", 10**9: "billion "},
}


THOUSAND = 1000


def _quantity(value: Measured, language: Language) -> str:
    # "1,000 nghìn" could be a thousand: below a thousand the figure is written out.
    odd = value.scale == THOUSAND and value.step < THOUSAND
    magnitude = "" if odd else MAGNITUDES[language].get(value.scale, "")
    scale = value.scale if magnitude else 1
    number, step = _EXACT.divide(value.value, scale), _EXACT.divide(value.step, scale)
    places = max(_places(number), _places(step))
    written = _digits(number, f"#,##0.{'0' * places}" if places else "#,##0", language)
    return f"{written}{'' if value.unit == '%' else ' '}{magnitude}{value.unit}".rstrip()


def _places(number: Decimal) -> int:
    """Return how many decimals a number has."""
    exponent = number.normalize(_EXACT).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _date(value: object, language: Language) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - late, as above

    if not isinstance(value, date):
        return str(value)
    return f"{value.day:02}/{value.month:02}/{value.year}" if language == "vi" else format_date(value, "d MMMM y", "en")


def _list(value: object, language: Language) -> str:
    del language
    if not isinstance(value, tuple):
        msg = f"a list of names is a tuple, not {value!r}"
        raise TypeError(msg)
    return ", ".join(f"“{item}”" for item in value)


# Each kind of field states the type of value that it writes; the rules are held to it by their examples.
WRITERS: Mapping[str, Callable[[Any, Language], str]] = {
    "text": lambda value, _: str(value),
    "quote": lambda value, _: f"“{value}”",
    "number": _number,
    "money": lambda value, language: f"{_number(value, language)} đồng",
    "quantity": _quantity,
    "date": _date,
    "list": _list,
}
