"""The tree that a plan is: every value with its path and place, each once."""

from datetime import date

import pytest

from khcn_plan import (
    Amount,
    Budget,
    BudgetLine,
    Citation,
    Count,
    DateLine,
    Document,
    Enumeration,
    Frame,
    OcopList,
    OcopProduct,
    Passage,
    Plan,
    Reading,
    Review,
    Section,
    Span,
)
from khcn_plan.model.tree import path_of, walk

TEXT = "Số: 15/KH-UBND\nTổng: 90 đồng"


def walked(subject: object) -> list[tuple[str, str]]:
    """Return the classes in the order of the walk, with their paths."""
    return [(type(value).__name__, ".".join(map(str, path_of(trail)))) for value, trail, _ in walk(subject)]


def test_a_span_is_a_stretch_of_the_text() -> None:
    """`text[span]` is exactly what was read."""
    assert Span(4, 14, line=1).of(TEXT) == "15/KH-UBND"
    assert Span(21, 28, line=2).of(TEXT) == "90 đồng"


def test_a_walk_goes_down_in_the_order_of_the_fields() -> None:
    """The budget, its total, its lines one by one, and below each line its own."""
    budget = Budget(
        total=Amount(9),
        lines=(BudgetLine("a", Amount(5), lines=(BudgetLine("b"),)), BudgetLine("c")),
    )
    assert walked(budget) == [
        ("Budget", ""),
        ("Amount", "total"),
        ("BudgetLine", "lines.0"),
        ("Amount", "lines.0.amount"),
        ("BudgetLine", "lines.0.lines.0"),
        ("BudgetLine", "lines.1"),
    ]


def test_a_walk_hands_down_the_nearest_place() -> None:
    """A value without a place of its own stands where what holds it stands."""
    here, there = Span(0, 90, line=1), Span(10, 20, line=2)
    line = BudgetLine("a", Amount(5), place=there)
    places = [place for _, _, place in walk(Budget(total=Amount(9), lines=(line,), place=here))]
    assert places == [here, here, there, there]


def test_strings_numbers_and_dates_are_no_values_to_judge() -> None:
    """Leaves are the business of the value that holds them."""
    product = OcopProduct("Cam sành", stars=3, recognised=date(2022, 5, 6))
    assert walked(OcopList(1, (product,))) == [("OcopList", ""), ("OcopProduct", "products.0")]
    assert walked("text") == walked(None) == walked(5) == []


@pytest.mark.parametrize("claimed", [True, False])
def test_a_reading_is_its_plan_and_what_is_left(claimed: bool) -> None:  # noqa: FBT001 - a case of the table
    """The plan comes first; the document's copy of what the plan claims is passed over."""
    stated = Amount(9, place=Span(21, 28, line=2))
    plan = Plan(budget=Budget(total=stated if claimed else None))
    reading = Reading(Document(amounts=(Amount(9, place=Span(21, 28, line=2)),)), plan)
    paths = [path for _, path in walked(reading)]
    assert ("plan.budget.total" in paths) is claimed
    assert ("document.amounts.0" in paths) is not claimed
    assert paths[0] == "plan"
    assert "document" in paths
    assert "" in paths


def test_a_reading_without_a_plan_is_its_document() -> None:
    """Any administrative document can be walked."""
    assert walked(Reading(Document()))[0] == ("Reading", "")
    assert ("Frame", "document.frame") in walked(Reading(Document()))


def test_the_frame_of_plan_and_document_is_walked_once() -> None:
    """Equal frames are one frame, whoever made them."""
    frame = Frame(issuer="UBND xã")
    paths = [
        path
        for name, path in walked(Reading(Document(frame=Frame(issuer="UBND xã")), Plan(frame=frame)))
        if name == "Frame"
    ]
    assert paths == ["plan.frame"]
    other = [path for name, path in walked(Reading(Document(frame=Frame()), Plan(frame=frame))) if name == "Frame"]
    assert other == ["plan.frame", "document.frame"]


def test_sections_are_walked_from_the_top() -> None:
    """A section yields itself and those below it, in the order of the text."""
    section = Section("I", sections=(Section("1", sections=(Section("a"),)), Section("2")))
    assert [one.number for one in section.walk()] == ["I", "1", "a", "2"]


def test_statements_follow_the_text() -> None:
    """Amounts, counts, lists and citations of a document, the legal bases among them, as they stand in the text."""
    document = Document(
        frame=Frame(bases=(Citation(kind="Luật", place=Span(5, 9, line=2)),)),
        amounts=(Amount(9, place=Span(50, 60, line=5)), Amount(3)),
        counts=(Count(5, "năm", place=Span(20, 30, line=3)),),
        enumerations=(Enumeration("xã", 2, place=Span(10, 18, line=2)),),
        citations=(Citation(kind="Quyết định", place=Span(70, 80, line=6)),),
    )
    found = [type(statement).__name__ for statement in document.statements]
    assert found == ["Amount", "Citation", "Enumeration", "Count", "Amount", "Citation"]


@pytest.mark.parametrize(
    ("products", "size"),
    [
        (OcopList(16), 16),
        (OcopList(None, (OcopProduct("a"), OcopProduct("b"))), 2),
        (OcopList(), None),
        (OcopList(0), 0),
    ],
)
def test_the_size_of_a_list_is_the_number_stated(products: OcopList, size: int | None) -> None:
    """The number stated, else the length of the list, else unknown."""
    assert products.size == size


@pytest.mark.parametrize(
    ("amount", "written"), [(Amount(5), "đồng"), (Amount(1_500_000_000, step=100_000_000, scale=10**9), "đồng")]
)
def test_an_amount_is_a_quantity_of_dong(amount: Amount, written: str) -> None:
    """Figures keep their step and their printed unit."""
    quantity = amount.quantity
    assert (quantity.value, quantity.unit, quantity.step, quantity.scale) == (
        amount.value,
        written,
        amount.step,
        amount.scale,
    )


def test_a_frame_without_a_date_has_no_day() -> None:
    """Where no line with place and date stands, the day of issue is not known."""
    assert Frame().issued is None
    assert Frame(dated=DateLine("Quang Bình", date(2023, 2, 15))).issued == date(2023, 2, 15)


def test_a_plan_holds_its_review() -> None:
    """A year reviewed and a year planned stand in one tree."""
    plan = Plan(year=2023, review=Review(year=2022, budget=Budget(total=Amount(90))))
    assert walked(plan)[-1] == ("Amount", "review.budget.total")
    assert walked(Reading(Document(outline=(Section("", passages=(Passage("x"),)),)), plan))
