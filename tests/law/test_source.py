"""Documents, provisions and values, each with its days."""

from datetime import UTC, date, datetime, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import CONSISTENCY, LegalDocument, Period, Source, Text
from khcn_plan.law.register import PROPERTY_LAW, TWO_LEVELS_2025
from khcn_plan.law.source import ALWAYS, Dated

DECREE = LegalDocument(number="30/2020/NĐ-CP", name=Text(vi="Nghị định", en="Decree"), period=Period(date(2020, 3, 5)))
A_DAY = timedelta(days=1)
periods = st.tuples(st.none() | st.dates(), st.none() | st.dates()).filter(
    lambda ends: None in ends or ends[0] <= ends[1]
)


@pytest.mark.parametrize(
    ("period", "day", "holds"),
    [
        (Period(date(2020, 3, 5)), date(2020, 3, 4), False),
        (Period(date(2020, 3, 5)), date(2020, 3, 5), True),
        (Period(until=date(2025, 6, 30)), date(2025, 6, 30), True),
        (Period(until=date(2025, 6, 30)), date(2025, 7, 1), False),
        (Period(date(2023, 2, 24), date(2023, 2, 24)), date(2023, 2, 24), True),
        (ALWAYS, date(1, 1, 1), True),
        (ALWAYS, date(9999, 12, 31), True),
    ],
)
def test_both_ends_belong_to_a_period(period: Period, day: date, *, holds: bool) -> None:
    """Decree 30 is in force on the day of its signature; the last day of districts is 30/6/2025."""
    assert period.holds(day) is holds


@given(periods, st.dates(date(2, 1, 1), date(9998, 12, 31)))
def test_a_period_is_what_lies_between_its_ends(ends: tuple[date | None, date | None], day: date) -> None:
    """A day is in a period exactly if it is not before the first and not after the last."""
    since, until = ends
    assert Period(since, until).holds(day) is not (
        (since is not None and day < since) or (until is not None and day > until)
    )


@given(periods, periods, st.dates())
def test_what_lies_within_a_period_holds_on_its_days_only(
    inner: tuple[date | None, date | None], outer: tuple[date | None, date | None], day: date
) -> None:
    """If one period lies within another, no day of the first is outside the second."""
    one, other = Period(*inner), Period(*outer)
    assert one.within(one)
    assert one.within(ALWAYS)
    if one.within(other) and one.holds(day):
        assert other.holds(day)


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        (Period(date(2023, 1, 1), date(2023, 12, 31)), Period(date(2023, 1, 1), date(2023, 12, 31)), True),
        (Period(date(2022, 12, 31), date(2023, 12, 31)), Period(date(2023, 1, 1)), False),
        (Period(date(2023, 1, 1), date(2024, 1, 1)), Period(until=date(2023, 12, 31)), False),
        (Period(date(2023, 1, 1)), Period(until=date(2023, 12, 31)), False),
        (Period(until=date(2023, 1, 1)), Period(date(2020, 1, 1)), False),
    ],
)
def test_a_provision_lies_within_its_document(inner: Period, outer: Period, *, within: bool) -> None:
    """An open end lies within an open end only."""
    assert inner.within(outer) is within


def test_a_period_begins_before_it_ends() -> None:
    """Two dates the wrong way round are a slip of whoever wrote the rule."""
    with pytest.raises(ValueError, match="the period ends on 2020-01-01, before it begins on 2020-03-05"):
        Period(date(2020, 3, 5), date(2020, 1, 1))


@pytest.mark.parametrize(
    ("kind", "arguments"),
    [
        (Period, {"since": "2020-03-05"}),
        (Period, {"until": datetime(2020, 3, 5, tzinfo=UTC)}),
        (LegalDocument, {"number": 30, "name": Text("", "")}),
        (LegalDocument, {"number": "30", "name": "Nghị định"}),
        (Source, {"document": "30/2020/NĐ-CP"}),
    ],
)
def test_law_is_typed_like_the_model(kind: type, arguments: dict[str, object]) -> None:
    """A caller's own documents are held to the same types as the library's."""
    with pytest.raises(TypeError, match="expected, not"):
        kind(**arguments)


def test_a_provision_has_the_period_of_its_document_or_a_shorter_one() -> None:
    """Most provisions hold as long as their document; some end before it."""
    assert DECREE.at("Điều 8").period == DECREE.period
    shorter = Period(date(2020, 3, 5), date(2024, 12, 31))
    assert DECREE.at("Điều 8", shorter) == Source(document=DECREE, provision="Điều 8", period=shorter)


@pytest.mark.parametrize(
    ("source", "vietnamese", "english"),
    [
        (DECREE.at("Điều 8"), "Điều 8, Nghị định 30/2020/NĐ-CP", "Điều 8, 30/2020/NĐ-CP"),
        (DECREE.at(""), "Nghị định 30/2020/NĐ-CP", "30/2020/NĐ-CP"),
        (PROPERTY_LAW.at("Điều 93"), "Điều 93, Luật 50/2005/QH11", "Điều 93, 50/2005/QH11"),
        (TWO_LEVELS_2025.at(""), "Nghị quyết 203/2025/QH15", "203/2025/QH15"),
        (attrs.evolve(DECREE, number="05-HD/VPTW").at("mục 2"), "mục 2, 05-HD/VPTW", "mục 2, 05-HD/VPTW"),
        (CONSISTENCY, "mâu thuẫn trong chính văn bản", "the document contradicts itself"),
    ],
)
def test_a_source_is_cited_as_one_would(source: Source, vietnamese: str, english: str) -> None:
    """Place, then document, in Vietnamese with its type; where the document contradicts itself no law is named."""
    assert (source.cite("vi"), source.cite("en")) == (vietnamese, english)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_dated_values_follow_one_another(day: date) -> None:
    """On every day one value holds, and outside them none."""
    change, end = date(2023, 2, 24), date(2026, 5, 21)
    values = Dated(((Period(date(2021, 1, 1), change - A_DAY), "before"), (Period(change, end), "after")))
    expected = None if day < date(2021, 1, 1) or day > end else "before" if day < change else "after"
    assert values.on(day) == expected
