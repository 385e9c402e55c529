"""What follows from what is stated is filled in, and nothing that an author wrote is touched."""

from datetime import date
from decimal import Decimal

import attrs
from hypothesis import HealthCheck, given, settings

from khcn_plan import (
    Amount,
    Budget,
    BudgetLine,
    DivisionKind,
    IndustrialProperty,
    OcopList,
    OcopProduct,
    OcopRound,
    Plan,
    Review,
    Task,
    check,
)
from khcn_plan.complete import complete
from khcn_plan.testing import assert_clean, plans

LINES = (BudgetLine("Quản lý", Amount(70_000_000)), BudgetLine("Ứng dụng", Amount(60_000_000)))


def _filled(plan: Plan, on: date | None = None) -> dict[str, object]:
    return {"/".join(map(str, filled.path)): filled.value for filled in complete(plan, on=on).filled}


def test_a_total_follows_from_its_lines_with_its_words() -> None:
    """The sum and word rules are silent about what was filled in."""
    plan = complete(Plan(year=2023, budget=Budget(year=2023, lines=LINES))).plan
    assert plan.budget is not None
    assert plan.budget.total == Amount(130_000_000, words="Một trăm ba mươi triệu đồng")
    assert not [f for f in check(plan) if f.rule.name in {"budget.total", "amount.words"}]


def test_what_is_stated_stays_even_if_it_is_wrong() -> None:
    """A wrong total is the author's to mend; it only gets its words."""
    plan = Plan(year=2023, budget=Budget(year=2023, total=Amount(140_000_000, words="sai"), lines=LINES))
    assert complete(plan).plan == plan


def test_completing_twice_fills_nothing_more() -> None:
    """What was filled in is stated from then on."""
    plan = complete(Plan(year=2023, budget=Budget(year=2023, lines=LINES))).plan
    assert complete(plan).filled == ()


def test_amounts_follow_from_products_and_from_lines_below() -> None:
    """Quantity × unit price makes an amount, lines make their group; half a đồng makes none."""
    group = BudgetLine(
        "Tập huấn",
        lines=(
            BudgetLine("In tài liệu", quantity=Decimal(50), unit_price=Amount(20_000)),
            BudgetLine("Thuê hội trường", Amount(2_000_000)),
        ),
    )
    filled = _filled(Plan(year=2023, budget=Budget(lines=(group,))))
    assert filled["budget/lines/0/lines/0/amount"] == Amount(1_000_000)
    assert filled["budget/lines/0/amount"] == Amount(3_000_000)
    half = BudgetLine("Lẻ", quantity=Decimal("0.5"), unit_price=Amount(1))
    assert _filled(Plan(year=2023, budget=Budget(lines=(half,)))) == {}


def test_parts_that_are_not_all_or_are_rounded_make_no_total() -> None:
    """After "trong đó", without a figure, or printed in millions, lines don't add up to a total that one may state."""
    some = Budget(lines=LINES, division=DivisionKind.SUBSET)
    bare = Budget(lines=(*LINES, BudgetLine("Khác")))
    rounded = Budget(lines=(BudgetLine("Quản lý", Amount(70_000_000, step=1_000_000, scale=1_000_000)),))
    group = Budget(lines=(BudgetLine("Nhóm", lines=LINES, division=DivisionKind.SUBSET),))
    assert [_filled(Plan(year=2023, budget=budget)) for budget in (some, bare, rounded, group)] == [{}] * 4


def test_a_negative_total_has_no_words() -> None:
    """There is no usual way to write a negative amount in words."""
    assert _filled(Plan(year=2023, budget=Budget(total=Amount(-5)))) == {}


def test_the_cost_of_a_task_follows_from_its_items() -> None:
    """Items of cost make the total of their task."""
    assert _filled(Plan(year=2023, tasks=(Task("Mô hình", costs=LINES),))) == {"tasks/0/total": Amount(130_000_000)}


def test_stars_follow_from_scores_under_the_law_of_the_day() -> None:
    """A star is given by the criteria in force when the product was recognised; before there were any, none is."""

    def stars(score: str, recognised: date | None) -> object:
        product = OcopProduct("Chè", score=Decimal(score), recognised=recognised)
        review = Review(rounds=(OcopRound(recognised=OcopList(1, (product,))),))
        return _filled(Plan(review=review)).get("review/rounds/0/recognised/products/0/stars")

    assert stars("69.99", date(2024, 5, 6)) == 3
    assert stars("70", date(2024, 5, 6)) == 4
    assert stars("70", date(2018, 5, 6)) is None
    assert stars("101", date(2024, 5, 6)) is None
    assert stars("70", None) is None


def test_the_day_can_be_given() -> None:
    """A product without a date is judged under the law of the day that the caller names."""
    plan = Plan(review=Review(rounds=(OcopRound(selected=OcopList(None, (OcopProduct("Chè", score=Decimal(70)),))),)))
    assert _filled(plan, on=date(2024, 1, 1)) == {
        "review/rounds/0/selected/products/0/stars": 4,
        "review/rounds/0/selected/count": 1,
    }


def test_protection_ends_when_its_term_does() -> None:
    """A granted mark holds for ten years from filing; a proposal has no end."""
    granted = IndustrialProperty("nhãn hiệu", "chè", filed=date(2016, 2, 29), granted=date(2017, 5, 4))
    design = IndustrialProperty("kiểu dáng công nghiệp", "hộp", filed=date(2020, 5, 4), granted=date(2021, 5, 4))
    proposed = IndustrialProperty("nhãn hiệu chứng nhận", "trà")
    plan = Plan(review=Review(properties=(granted, design, proposed)))
    assert _filled(plan) == {
        "review/properties/0/expires": date(2026, 2, 28),
        "review/properties/1/expires": date(2025, 5, 4),
    }


def test_a_task_whose_cost_is_stated_keeps_it() -> None:
    """Items that make another cost are a finding, not a correction."""
    plan = Plan(tasks=(Task("Mô hình", total=Amount(1), costs=LINES),))
    assert complete(plan).plan == plan


def _blanked(plan: Plan) -> Plan:
    """Take away what follows from the rest: totals, words, stars, counts, ends of protection."""
    assert plan.review is not None
    rounds = tuple(
        attrs.evolve(
            each,
            selected=each.selected and attrs.evolve(each.selected, count=None),
            recognised=each.recognised
            and OcopList(None, tuple(attrs.evolve(product, stars=None) for product in each.recognised.products)),
        )
        for each in plan.review.rounds
    )
    properties = tuple(attrs.evolve(item, expires=None) for item in plan.review.properties)
    review = attrs.evolve(plan.review, rounds=rounds, properties=properties)
    return attrs.evolve(plan, review=review, budget=plan.budget and attrs.evolve(plan.budget, total=None))


def _kept(before: object, after: object) -> bool:
    """Tell whether everything that was stated before is stated so after."""
    if isinstance(before, tuple):
        return not before or (len(before) == len(after) and all(map(_kept, before, after)))  # type: ignore[arg-type]
    if attrs.has(type(before)):
        names = [field.name for field in attrs.fields(type(before))]
        return all(_kept(getattr(before, name), getattr(after, name)) for name in names)
    return before in (None, after)


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(plans())
def test_whatever_is_missing_is_filled_in_once_and_soundly(plan: Plan) -> None:
    """What follows is what was there before it was taken away; nothing stated is touched, and nothing filled in is a fault."""
    blank = _blanked(plan)
    completion = complete(blank)
    assert _kept(blank, completion.plan)
    assert complete(completion.plan).filled == ()
    assert_clean(completion.plan)
    assert completion.plan.budget is not None
    assert plan.budget is not None
    assert completion.plan.budget.total == plan.budget.total
