"""Kinds of industrial property and how long they are protected (Luật Sở hữu trí tuệ, Điều 93).

The terms were seen for dates before 01/4/2026; whether Law 131/2025/QH15 changed them was not, so no term holds from then.
"""

from datetime import date
from typing import NamedTuple

from khcn_plan.law.register import PROPERTY_LAW
from khcn_plan.law.source import Period
from khcn_plan.notation import names

TERMS_PERIOD = Period(until=date(2026, 3, 31))
ARTICLE_93 = PROPERTY_LAW.at("Điều 93", TERMS_PERIOD)


class PropertyKind(NamedTuple):
    """A kind of industrial property.

    Attributes:
        name: what the law calls it.
        term: years of protection from filing; `None` where there is no end or another reckoning.
        longest: years that renewals can reach; `None` where they are not limited.
    """

    name: str
    term: int | None
    longest: int | None


KINDS: tuple[PropertyKind, ...] = (
    PropertyKind("sáng chế", 20, 20),
    PropertyKind("giải pháp hữu ích", 10, 10),
    PropertyKind("kiểu dáng công nghiệp", 5, 15),
    PropertyKind("thiết kế bố trí", None, None),
    PropertyKind("nhãn hiệu", 10, None),
    PropertyKind("nhãn hiệu tập thể", 10, None),
    PropertyKind("nhãn hiệu chứng nhận", 10, None),
    PropertyKind("chỉ dẫn địa lý", None, None),
    # These two are only said to be kinds; they are accepted, and no term is held.
    PropertyKind("nhãn hiệu liên kết", None, None),
    PropertyKind("nhãn hiệu nổi tiếng", None, None),
)


def kind_named(name: str) -> PropertyKind | None:
    """Return the kind that the law calls so, or `None`.

    >>> kind_named("Nhãn hiệu chứng nhận").term, kind_named("nhãn hiệu độc quyền")
    (10, None)
    """
    key = names.key(name)
    return next((kind for kind in KINDS if names.key(kind.name) == key), None)


def anniversary(day: date, year: int) -> date:
    """Return the same day of another year; of a leap day, the last of February.

    >>> anniversary(date(2016, 2, 29), 2026), anniversary(date(2016, 5, 4), 2026)
    (datetime.date(2026, 2, 28), datetime.date(2026, 5, 4))
    """
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)
