"""The doors agree: a plan is the same plan, with the same findings, whichever way it went."""

from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from khcn_plan import RULES, Plan, Rule, check
from khcn_plan.formats import json, text
from khcn_plan.testing import assert_clean, plans, plant, sample
from tests.shared import REAL_PLAN, needs_real_plan

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))


def _told(plan: Plan) -> list[str]:
    return sorted(str(finding) for finding in check(plan))


def _read(path: Path) -> Plan:
    plan = text.read(path.read_text("utf-8")).plan
    assert plan is not None
    return plan


def _through_text(plan: Plan) -> Plan:
    again = text.read(text.write(plan)).plan
    assert again is not None
    return again


def _through_json(plan: Plan) -> Plan:
    return json.read(json.write(plan))


def _in_capitals(plan: Plan) -> Plan:
    """Return the plan with its issuer as a document has it above its number."""
    return attrs.evolve(plan, frame=attrs.evolve(plan.frame, issuer=plan.frame.issuer.upper()))


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(plans())
def test_drawn_plans_pass_through_every_door(plan: Plan) -> None:
    """What a committee may write is read again, and in the document too there is nothing wrong."""
    assert _through_json(plan) == plan
    assert _through_text(plan) == plan
    assert _through_text(_through_json(plan)) == plan
    assert_clean(text.read(text.write(plan)))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_pass_through_every_door(path: Path) -> None:
    """They were written by hand, in other words than the library's, and mean the same when it has written them."""
    plan = _in_capitals(_read(path))
    assert _through_json(plan) == plan
    assert _through_text(plan) == plan
    assert _told(_through_text(plan)) == _told(_through_json(plan)) == _told(plan)


@needs_real_plan
def test_a_real_plan_passes_through_every_door() -> None:
    """With all that it says, and all that is wrong with it."""
    plan = _in_capitals(_read(REAL_PLAN))
    assert _through_json(plan) == plan
    assert _through_text(plan) == plan
    assert _told(_through_text(plan)) == _told(_through_json(plan)) == _told(plan)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_faults_pass_through_every_door(rule: Rule) -> None:
    """What is wrong with a plan is wrong with its document and with its JSON, and found there: no door mends anything."""
    plan = plant(rule.fails, sample(rule.example_day))
    if isinstance(plan, Plan):
        assert _through_json(plan) == plan
        assert _through_text(plan) == plan
        # An example says no more of a citation than its fault takes; that it lacks the rest is told of a document too.
        rules = RULES.without("citation.incomplete")
        found = [finding.rule.name for finding in check(text.read(text.write(plan)), rules=rules, on=rule.example_day)]
        assert found == [rule.name]
