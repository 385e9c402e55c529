"""Where a demand comes from (căn cứ của quy tắc): a place in a legal document, or the document's own consistency.

A provision holds from a day to a day; both ends belong to it. `None` is an open end.
"""

from datetime import date
from typing import Generic, NamedTuple, TypeVar

import attrs

from khcn_plan import values
from khcn_plan.language import Language, Text

T = TypeVar("T")


@attrs.frozen
class Period:
    """The days from `since` to `until`, both included.

    Raises:
        ValueError: it ends before it begins.

    >>> Period(date(2020, 3, 5)).holds(date(2023, 2, 1)), Period(until=date(2025, 6, 30)).holds(date(2025, 7, 1))
    (True, False)
    """

    since: date | None = None
    until: date | None = None

    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr

    def __attrs_post_init__(self) -> None:
        values.hold_types(self)
        if self.since and self.until and self.until < self.since:
            msg = f"the period ends on {self.until}, before it begins on {self.since}"
            raise ValueError(msg)

    def holds(self, day: date) -> bool:
        """Tell whether the day lies in the period."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def within(self, other: "Period") -> bool:
        """Tell whether every day of this period lies in the other.

        >>> Period(date(2020, 3, 5)).within(Period()), Period().within(Period(date(2020, 3, 5)))
        (True, False)
        """
        begins = other.since is None or (self.since is not None and other.since <= self.since)
        return begins and (other.until is None or (self.until is not None and self.until <= other.until))


ALWAYS = Period()


@attrs.frozen(kw_only=True)
class LegalDocument:
    """A law, decree, decision, resolution or circular (văn bản pháp luật).

    Attributes:
        number: number and symbol: "30/2020/NĐ-CP".
        name: what it is called, in both languages.
        issued: when it was signed or passed, where sources agree.
        period: when it is in force; an end only where its end was seen.
        replaced_by: number of the document that takes its place.
        address: where it was seen.
        checked: the day on which that was last looked at.
    """

    number: str
    name: Text
    issued: date | None = None
    period: Period = ALWAYS
    replaced_by: str = ""
    address: str = ""
    checked: date | None = None

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr

    def at(self, provision: str, period: Period | None = None) -> "Source":
        """Name a place in the document, with its own period where that is shorter."""
        return Source(document=self, provision=provision, period=period or self.period)


@attrs.frozen(kw_only=True)
class Source:
    """A provision (quy định): a place in a legal document and the days on which it holds.

    Attributes:
        document: the document; `None` for what no law need say.
        provision: the place in it, in Vietnamese as one cites it: "Điều 8".
        period: when it holds.
    """

    document: LegalDocument | None
    provision: str = ""
    period: Period = ALWAYS

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr

    def cite(self, language: Language) -> str:
        """Return the source as one would name it.

        >>> CONSISTENCY.cite("en")
        'the document contradicts itself'
        """
        if self.document is None:
            return _ITSELF[language]
        number = self.document.number
        called = f"{_type_of(self.document)} {number}".lstrip() if language == "vi" else number
        return f"{self.provision}, {called}".removeprefix(", ")


_TYPES = {"NĐ": "Nghị định", "NQ": "Nghị quyết", "QĐ": "Quyết định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch"}


def _type_of(document: LegalDocument) -> str:
    """Return the Vietnamese word for the type, by the symbol, else by the name: the National Assembly's bears none."""
    symbol = document.number.rpartition("/")[2].partition("-")[0]
    named = (word for word in ("Luật", "Nghị quyết") if document.name.vi.startswith(word))
    return _TYPES.get(symbol) or next(named, "")


_ITSELF = Text(vi="mâu thuẫn trong chính văn bản", en="the document contradicts itself")


CONSISTENCY = Source(document=None)
"""The document contradicts itself; no law need be invented for that."""


class Dated(NamedTuple, Generic[T]):
    """Values that follow one another in time, each with the period in which it holds.

    >>> levels = Dated(((Period(until=date(2025, 6, 30)), "district"), (Period(date(2025, 7, 1)), "province")))
    >>> levels.on(date(2024, 1, 1)), levels.on(date(2025, 7, 1))
    ('district', 'province')
    """

    values: tuple[tuple[Period, T], ...]

    def on(self, day: date) -> T | None:
        """Return the value that holds on this day, or `None` where the law has none."""
        return next((value for period, value in self.values if period.holds(day)), None)
