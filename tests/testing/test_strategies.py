"""What the strategies draw is sound, and what is planted is the only fault."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from khcn_plan import RULES, Amount, Plan, check
from khcn_plan.notation import money
from khcn_plan.testing import amounts, assert_clean, days, faulty, plans


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_drawn_plans_are_sound_under_the_law_of_their_day(plan: Plan) -> None:
    """No rule has anything to say of them, whenever they are issued."""
    assert_clean(plan)


@given(days())
def test_days_are_those_of_the_decree(day: date) -> None:
    """Before Decree 30 plans had another form."""
    assert date(2020, 3, 5) <= day <= date(2026, 10, 31)


@given(amounts(words=True), amounts(words=False))
def test_amounts_have_their_words_if_one_wants(spelt: Amount, bare: Amount) -> None:
    """What stands in words says what the figures say."""
    assert money.read_words(spelt.words or "") == spelt.value
    assert bare.words is None


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_a_faulty_plan_has_exactly_that_fault(name: str) -> None:
    """A test that is written against it sees one finding, whatever else the plan says."""

    @settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
    @given(faulty(name))
    def judge(subject: object) -> None:
        assert [finding.rule.name for finding in check(subject, on=RULES[name].example_day)] == [name]

    judge()


def test_a_fault_that_no_rule_knows_is_refused() -> None:
    """A misspelt name would draw nothing for ever."""
    with pytest.raises(KeyError):
        faulty("budget.totals")
