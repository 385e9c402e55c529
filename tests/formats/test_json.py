"""Plans pass through JSON without loss, and what is no plan is refused with every fault at its place."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khcn_plan import (
    RULES,
    Amount,
    Budget,
    BudgetLine,
    Citation,
    DateLine,
    Frame,
    Indicator,
    OcopProduct,
    PartialDate,
    PartScores,
    Plan,
    Quantity,
    Review,
    Span,
    check,
)
from khcn_plan.formats import direct
from khcn_plan.formats import json as doors
from khcn_plan.formats import text as texts
from khcn_plan.formats.envelope import DEEPEST
from khcn_plan.formats.error import FormatError
from khcn_plan.formats.scalars import LONGEST_DECIMAL
from khcn_plan.notation import symbols
from tests.formats.values import broken, values, whole
from tests.shared import REAL_PLAN, needs_real_plan


def _faults(plan: str) -> list[tuple[str, str]]:
    with pytest.raises(FormatError) as caught:
        doors.read(f'{{"format": "khcn_plan", "version": 1, "plan": {plan}}}')
    assert caught.value.explain("vi")
    return [(fault.pointer, fault.reason.en) for fault in caught.value.faults]


unhurried = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@unhurried
@given(values(Plan))
def test_what_is_written_is_read_again(plan: Plan) -> None:
    """No plan loses anything on its way through JSON, on the short way or on the long one."""
    assert doors.read(doors.write(plan)) == plan
    assert direct.read(doors.write(plan, indent=None)) == plan
    assert doors.structure(doors.unstructure(plan), Plan) == plan


def test_a_plan_in_which_everything_is_stated_passes_through() -> None:
    """No field of any class is forgotten, and what comes back is frozen and hashable as what went in."""
    plan = direct.read(doors.write(whole(Plan)))
    assert plan == whole(Plan)
    assert hash(plan) == hash(whole(Plan))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        plan.year = 2024  # type: ignore[misc]


@unhurried
@given(broken(Plan))
def test_the_short_way_lets_nothing_through_that_the_long_way_refuses(data: object) -> None:
    """Whatever stands somewhere in a plan in place of what belongs there, both ways agree on it, or the short one is silent."""
    text = json.dumps({"format": "khcn_plan", "version": 1, "plan": data})
    try:
        plan = direct.read(text)
    except Exception:  # noqa: BLE001 - of any kind, as it says
        return
    assert doors.structure(data, Plan) == plan


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
        ('{"format": "khcn_plan", "version": true, "plan": {}}', "whole number expected, not true"),
        ('{"format": "khcn_plan", "version": 1.0, "plan": {}}', "whole number expected, not 1.0"),
        ('{"format": "khcn_plan", "version": 1, "plan": {}, "foo": 1}', "/foo: is no key of the model"),
        ('[["format", "khcn_plan"], ["version", 1], ["plan", {}]]', "must be"),
        ('{"format": "khcn_plan", "version": 1, "plan": [["year", 2023]]}', "object expected"),
        ('{"format": "khcn_plan", "version": 1, "plan": {"year": 2023, "year": 2023}}', "'year' stands twice"),
        ('{"format": "khcn_plan", "version": 1, "plan": {"year": NaN}}', "NaN is no number"),
        ('{"format": "khcn_plan", "version": 1, "plan": {"year": 1e400}}', "whole number expected"),
        (f'{{"format": "khcn_plan", "version": 1, "plan": {{"year": {"9" * 5000}}}}}', "is no JSON"),
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
    with pytest.raises(FormatError, match="is no JSON"):
        doors.read("x" * 10)


def _nines(count: int) -> str:
    """Return a plan with a breakdown of one part, which is 9 less than the total, a row of nines."""
    nines = "9" * count
    parts = f'[{{"parts": [{{"label": "A", "total": {{"value": "{nines[1:]}0", "unit": "cái"}}}}]}}]'
    total = f'{{"label": "A", "total": {{"value": "{nines}", "unit": "cái"}}, "divisions": {parts}}}'
    return f'{{"format": "khcn_plan", "version": 1, "plan": {{"review": {{"breakdowns": [{total}]}}}}}}'


def test_a_decimal_has_a_bound() -> None:
    """What is longer could be read, and neither reckoned with nor printed: a check of it would raise."""
    [finding] = check(doors.read(_nines(LONGEST_DECIMAL)))
    assert finding.message().endswith("9.999.990 cái.")
    with pytest.raises(FormatError, match="/breakdowns/0/total/value: decimal number"):
        doors.read(_nines(LONGEST_DECIMAL + 1))


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text gives anything but a plan or a FormatError."""
    with pytest.raises(FormatError):
        doors.read(text)


def _nested(lines: int) -> str:
    """Return a plan with lines of a budget inside one another."""
    inner = '"name": "a"'
    for _ in range(lines - 1):
        inner = f'"name": "a", "lines": [{{{inner}}}]'
    return f'{{"format": "khcn_plan", "version": 1, "plan": {{"budget": {{"lines": [{{{inner}}}]}}}}}}'


def test_depth_is_counted_alike_on_both_ways() -> None:
    """The file, the plan, the budget, then two levels a line, and the name: what is allowed is read, one line more is not."""
    most = (DEEPEST - len(["file", "plan", "budget", "name"])) // 2
    assert direct.read(_nested(most)) == doors.read(_nested(most))
    with pytest.raises(direct.LongWayError):
        direct.read(_nested(most + 1))
    with pytest.raises(FormatError, match=f"nested deeper than {DEEPEST} levels"):
        doors.read(_nested(most + 1))


@pytest.mark.parametrize(
    "text",
    [
        '{"version": 1, "plan": {"year": 2023}, "format": "khcn_plan"}',
        '{"format": "khcn_plan", "version": 1, "plan": {"y\\u0065ar": 2023, "frame": null}}',
        ' {"format" : "khcn_plan" , "version" : 1 , "plan" : {"year" : 2023, "tasks": []}} ',
    ],
)
def test_files_that_other_tools_wrote_are_read(text: str) -> None:
    """The order of keys, spaces, escapes, empty lists and nulls change nothing of what is said."""
    assert doors.read(text) == Plan(year=2023)


def test_a_report_says_what_it_knows() -> None:
    """Of a value made in code there is no file, no text and no line; of a text there is."""
    report = doors.report(check(Amount(90, words="Chín đồng")))
    assert list(report) == ["on", "findings", "held", "unjudged"]
    reading = texts.read("Kế hoạch số 1\nTổng: 90 đồng (bằng chữ: chín đồng).")
    known = doors.report(check(reading), reading, file="a.txt")
    assert list(known) == ["file", "plan", "on", "findings", "held", "unjudged", "unread"]
    assert known["plan"] is False
    assert [finding["line"] for finding in known["findings"]] == [2]  # type: ignore[attr-defined]


def test_every_key_of_a_report_is_documented() -> None:
    """The page names each key, and none that there is not."""
    reading = texts.read("Kế hoạch số 1\nTổng: 90 đồng (bằng chữ: chín đồng).")
    report = doors.report(check(reading), reading, file="a.txt")
    keys = re.findall(r"^\| `(\w+)`", (Path(__file__).parents[2] / "docs" / "json.md").read_text("utf-8"), re.MULTILINE)
    assert keys == [*report, *report["findings"][0]]  # type: ignore[index]


def _lines_below(levels: int) -> Plan:
    line = BudgetLine("A")
    for _ in range(levels):
        line = BudgetLine("A", lines=(line,))
    return Plan(budget=Budget(lines=(line,)))


@pytest.mark.parametrize(
    "plan",
    [
        Plan(frame=Frame(number=symbols.DocumentNumber(number="a b", kind="x"))),
        Plan(frame=Frame(number=symbols.DocumentNumber(number="12", kind="KH", organ="UBND-X"))),
        Plan(budget=Budget(total=Amount(10**5000))),
        Plan(review=Review(indicators=(Indicator("A", Quantity(Decimal("1e999999999"), "%")),))),
        Plan(review=Review(indicators=(Indicator("A", Quantity(Decimal("9" * 999 + ".5"), "%")),))),
        _lines_below(45),
        _lines_below(900),
    ],
    ids=[
        "no number",
        "another number",
        "endless figures",
        "an endless power",
        "a long decimal",
        "too deep",
        "deeper than the machine can go",
    ],
)
def test_what_could_not_be_read_again_is_not_written(plan: Plan) -> None:
    """A file that its own reader refuses, or reads as another plan, would be a loss that nobody sees."""
    with pytest.raises(FormatError) as caught:
        doors.write(plan)
    assert caught.value.explain("vi")
