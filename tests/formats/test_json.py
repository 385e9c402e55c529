"""Plans pass through JSON without loss, and what is no plan is refused with every fault at its place."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import (
    RULES,
    Amount,
    Budget,
    BudgetLine,
    Citation,
    DateLine,
    Frame,
    OcopProduct,
    PartialDate,
    PartScores,
    Plan,
    Span,
    Task,
)
from khcn_plan.formats import json as doors
from khcn_plan.formats import text as texts
from khcn_plan.formats.error import FormatError
from khcn_plan.notation import symbols
from tests.shared import REAL_PLAN, needs_real_plan

DAYS = st.dates() | st.builds(PartialDate, st.integers(1, 9999), st.none() | st.integers(1, 12))
AMOUNTS = st.builds(Amount, st.integers(), st.none() | st.text(), step=st.integers(1, 10**9), label=st.text())
LINES = st.recursive(
    st.builds(
        BudgetLine,
        st.text(),
        st.none() | AMOUNTS,
        quantity=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    ),
    lambda below: st.builds(BudgetLine, st.text(), AMOUNTS, lines=st.lists(below, max_size=3).map(tuple)),
    max_leaves=6,
)
PLANS = st.builds(
    Plan,
    year=st.none() | st.integers(),
    frame=st.none() | st.builds(Frame, issuer=st.text(), dated=st.none() | st.builds(DateLine, st.text(), DAYS)),
    tasks=st.lists(st.builds(Task, st.text(), total=st.none() | AMOUNTS), max_size=3).map(tuple),
    budget=st.none() | st.builds(Budget, year=st.none() | st.integers(), lines=st.lists(LINES, max_size=3).map(tuple)),
)


def _faults(plan: str) -> list[tuple[str, str]]:
    with pytest.raises(FormatError) as caught:
        doors.read(f'{{"format": "khcn_plan", "version": 1, "plan": {plan}}}')
    assert caught.value.explain("vi")
    return [(fault.pointer, fault.reason.en) for fault in caught.value.faults]


@given(PLANS)
def test_what_is_written_is_read_again(plan: Plan) -> None:
    """No plan loses anything on its way through JSON."""
    assert doors.read(doors.write(plan)) == plan
    assert doors.read(doors.write(plan, indent=None)) == plan


@needs_real_plan
def test_the_real_plan_passes_through() -> None:
    """Everything that is read from a real plan can be exchanged."""
    plan = texts.read(REAL_PLAN.read_text("utf-8")).plan
    assert plan is not None
    assert doors.read(doors.write(plan)) == plan


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_examples_of_every_rule_pass_through(rule: object) -> None:
    """Whatever a rule judges is a value that other tools can hold."""
    for example in (rule.fails, rule.passes):  # type: ignore[attr-defined]
        assert doors.structure(doors.unstructure(example), type(example)) == example


def test_values_are_written_as_other_tools_expect_them() -> None:
    """Dates are ISO 8601, decimals are strings, kinds are names, places in a text are left out."""
    citation = Citation(number=symbols.read("09/2015/QĐ-UBND"), issued=date(2015, 8, 6), place=Span(0, 1, 1))
    assert doors.unstructure(citation) == {"number": "09/2015/QĐ-UBND", "issued": "2015-08-06"}
    product = OcopProduct("Chè", parts=PartScores(Decimal(31), Decimal("24.5"), Decimal(38)))
    assert doors.unstructure(product) == {
        "name": "Chè",
        "parts": {"product": "31", "marketing": "24.5", "quality": "38"},
    }
    assert doors.unstructure(DateLine("Hà Giang", PartialDate(2023, 2)))["day"] == "2023-02-XX"


@pytest.mark.parametrize(
    ("plan", "pointer", "reason"),
    [
        ('{"year": 2023.0}', "/plan/year", "whole number expected, not 2023.0"),
        ('{"year": "2023"}', "/plan/year", 'whole number expected, not "2023"'),
        ('{"year": true}', "/plan/year", "whole number expected, not true"),
        ('{"budget": {"total": {"value": 1.5}}}', "/plan/budget/total/value", "whole number expected, not 1.5"),
        ('{"budget": {"total": {}}}', "/plan/budget/total/value", "is missing"),
        ('{"budget": {"lines": {}}}', "/plan/budget/lines", "list expected, not {}"),
        ('{"budget": {"lines": "ab"}}', "/plan/budget/lines", 'list expected, not "ab"'),
        ('{"budget": []}', "/plan/budget", "object expected, not []"),
        ('{"foo/bar": 1}', "/plan/foo~1bar", "is no key of the model"),
        ('{"place": {}}', "/plan/place", "is no key of the model"),
        ('{"tasks": [{"name": "a", "kind": "x"}]}', "/plan/tasks/0/kind", "one of"),
        ('{"frame": {"dated": {"locality": "a", "day": "2023-02-30"}}}', "/plan/frame/dated/day", "date as YYYY-MM-DD"),
        ('{"frame": {"dated": {"locality": "a", "day": "2023-XX"}}}', "/plan/frame/dated/day", "date as"),
        ('{"frame": {"number": "xyz"}}', "/plan/frame/number", "number of a document expected"),
        ('{"frame": {"bases": [{"issued": "20230215"}]}}', "/plan/frame/bases/0/issued", "date as YYYY-MM-DD"),
        (
            '{"budget": {"lines": [{"name": "a", "quantity": "1e999999999"}]}}',
            "/plan/budget/lines/0/quantity",
            "decimal",
        ),
        ('{"budget": {"lines": [{"name": "a", "quantity": "NaN"}]}}', "/plan/budget/lines/0/quantity", "decimal"),
        ('{"budget": {"lines": [{"name": "a", "quantity": 2}]}}', "/plan/budget/lines/0/quantity", "decimal"),
    ],
)
def test_a_fault_is_told_with_its_pointer(plan: str, pointer: str, reason: str) -> None:
    """No float for đồng, no number in quotes, no unknown key, no kind by accident."""
    [(found, why)] = _faults(plan)
    assert found == pointer
    assert reason in why


def test_all_faults_are_told_at_once() -> None:
    """Whoever wrote the file mends it in one go."""
    plan = '{"year": "a", "budget": {"lines": [{"nam": 1}, {"name": 2}]}, "x": 1}'
    assert [pointer for pointer, _ in _faults(plan)] == [
        "/plan/year",
        "/plan/budget/lines/0/name",
        "/plan/budget/lines/0/nam",
        "/plan/budget/lines/1/name",
        "/plan/x",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is no JSON"),
        ("[", "is no JSON"),
        ("[]", "must be"),
        ('{"format": "khcn_plan", "version": 1}', "must be"),
        ('{"format": "khcn_plan", "version": "1", "plan": {}}', "whole number expected"),
        ('{"format": "khcn_plan", "version": 0, "plan": {}}', "whole number expected"),
        ('{"format": "khcn_plan", "version": 2, "plan": {}}', "is newer than 1"),
        ('{"a": 1, "a": 2}', "'a' stands twice"),
        ('{"a": NaN}', "NaN is no number"),
        ("[" * 100_000, "nested deeper"),
        ('{"a": ' * 80 + "1" + "}" * 80, "nested deeper"),
    ],
)
def test_a_file_that_holds_no_plan_is_refused(text: str, reason: str) -> None:
    """Nothing is guessed, a version from the future is said to be one, and depth has a bound."""
    with pytest.raises(FormatError, match=reason):
        doors.read(text)


def test_a_file_beyond_the_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is longer than the stated bound is not even parsed."""
    monkeypatch.setattr(doors, "LARGEST", 10)
    with pytest.raises(FormatError, match="longer than"):
        doors.read("x" * 11)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text gives anything but a plan or a FormatError."""
    with pytest.raises(FormatError):
        doors.read(text)
