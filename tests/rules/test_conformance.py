"""The cases that any implementation of the rules is held to: this one too."""

import json
from datetime import date
from pathlib import Path

import pytest

import khcn_plan
from khcn_plan import RULES, check
from khcn_plan.formats import json as doors

CASES = sorted((Path(__file__).parents[1] / "conformance").glob("*.json"))


def test_every_rule_has_a_case() -> None:
    """A rule without a case could be left out by another implementation unnoticed."""
    assert {path.stem for path in CASES} == {rule.name for rule in RULES}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_case_is_judged_as_it_says(path: Path) -> None:
    """The failing value, read from JSON, has exactly the findings named, with their values and sentences; the other none."""
    case = json.loads(path.read_text("utf-8"))
    kind, day = getattr(khcn_plan, case["class"]), date.fromisoformat(case["on"])
    assert list(map(doors.finding, check(doors.structure(case["fails"], kind), on=day))) == case["findings"]
    assert not list(check(doors.structure(case["passes"], kind), on=day))
