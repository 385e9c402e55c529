"""The assertions for the users' own tests say what is wrong, so that whoever reads the failure knows what to do."""

from datetime import date

import attrs
import pytest

from khcn_plan import RULES, Amount, Budget, BudgetLine, Fault, Period, Rule, RuleSet, Text
from khcn_plan.formats import text
from khcn_plan.testing import assert_clean, assert_finds, check_rule, sample

LINES = (BudgetLine("Quản lý", Amount(70_000_000)), BudgetLine("Hội nghị", Amount(60_000_000)))
SHORT = Budget(year=2023, total=Amount(140_000_000), lines=LINES)


def _failure(call: object, *args: object, **options: object) -> str:
    with pytest.raises(AssertionError) as caught:
        call(*args, **options)  # type: ignore[operator]
    return str(caught.value)


def test_a_clean_plan_passes() -> None:
    """Nothing is wrong with the sample, and what is ignored does not count."""
    assert_clean(sample())
    assert_clean(SHORT, ignoring=["budget.total"])


def test_what_is_not_clean_lists_its_findings() -> None:
    """Every finding stands on a line of its own, with the line of the text where one was read."""
    assert _failure(assert_clean, SHORT).splitlines() == [
        "1 findings where none was expected:",
        "  error budget.total $.total: Tổng ghi 140.000.000 đồng nhưng các dòng cộng lại là 130.000.000 đồng.",
    ]
    assert "  2: error amount.words" in _failure(
        assert_clean, text.read("A.\nChi 90.000.000 đồng (Bằng chữ: Chín triệu đồng).")
    )


def test_a_misspelt_exception_does_not_go_unnoticed() -> None:
    """A name that is that of no rule would ignore nothing, for ever."""
    with pytest.raises(KeyError):
        assert_clean(SHORT, ignoring=["budget.totals"])
    with pytest.raises(KeyError):
        assert_finds(SHORT, "budget.totals")


def test_a_fault_is_found_where_it_is() -> None:
    """The place is a pointer into the value that was checked; without one any place will do."""
    assert_finds(SHORT, "budget.total")
    assert_finds(attrs.evolve(sample(), budget=SHORT), "budget.total", at="/budget/total")


def test_a_fault_elsewhere_or_none_says_what_was_found() -> None:
    """The message names the place where the fault is instead, the law of another day, and all that was found."""
    assert _failure(assert_finds, SHORT, "budget.total", at="/total/value").startswith(
        "budget.total finds nothing at '/total/value', but at '/total'; the findings are:\n  error budget.total"
    )
    assert _failure(assert_finds, Budget(), "budget.total") == "budget.total finds nothing; the findings are:\n  none"
    late = _failure(assert_finds, Budget(), "budget.line-without-task", on=date(2026, 1, 1))
    assert late.startswith("budget.line-without-task finds nothing (judged by the law of 2026-01-01)")


@pytest.mark.parametrize("rule", [*RULES][::9], ids=lambda rule: rule.name)
def test_the_rules_of_the_library_are_proven(rule: Rule) -> None:
    """What a user may ask of a rule the library's own rules give."""
    check_rule(rule)


TOTAL = RULES["budget.total"]


def _quiet(_budget: Budget, _on: date) -> list[Fault]:
    return []


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        (attrs.evolve(TOTAL, judge=_quiet), "the failing example gives nothing, not ['budget.total']"),
        (attrs.evolve(TOTAL, passes=TOTAL.fails), "the near miss is not silent:\n  error budget.total"),
        (attrs.evolve(TOTAL, title=Text(vi="Tổng", en="")), "a text lacks a language"),
        (attrs.evolve(TOTAL, why=Text(vi="{một}", en="{one}")), "the languages name other values"),
        (
            attrs.evolve(TOTAL, message=Text(vi="{dòng}.", en="{dòng}.")),
            "the message names values that the fault does not give: ['dòng']",
        ),
        (attrs.evolve(TOTAL, message=Text(vi="Sai", en="Wrong")), "no whole sentence: Sai"),
    ],
)
def test_a_rule_that_owes_something_is_told_what(rule: Rule, complaint: str) -> None:
    """Whoever writes a rule learns from the failure what it lacks."""
    assert complaint in _failure(check_rule, rule, rules=RULES.without("budget.total") + RuleSet((rule,)))


def test_a_rule_with_a_period_is_proven_inside_it() -> None:
    """Its examples are judged by the law of a day on which it holds."""
    bounded = attrs.evolve(TOTAL, period=Period(date(2020, 1, 1), date(2030, 1, 1)))
    check_rule(bounded, rules=RULES.without("budget.total") + RuleSet((bounded,)))


def test_a_rule_of_ones_own_is_proven_beside_those_of_the_library() -> None:
    """Its examples must break it alone, or they would show something else."""
    mine = attrs.evolve(TOTAL, name="my.total")
    assert "['budget.total', 'my.total']" in _failure(check_rule, mine)
