"""Uses of the public names, with the types that a checker sees: `nox -s typing` holds mypy and pyright to them.

Nothing here runs. A type that is lost on the way, or becomes `Any`, is an error here before it is one of somebody else.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import assert_type

import attrs
from hypothesis import strategies as st

from khcn_plan import (
    CONSISTENCY,
    HELD,
    RULES,
    Amount,
    Breakdown,
    Budget,
    BudgetLine,
    Citation,
    Document,
    DocumentNumber,
    Fault,
    Finding,
    Frame,
    Gap,
    Language,
    LegalDocument,
    Norm,
    NotationError,
    OcopProduct,
    PartialDate,
    Passage,
    Period,
    Plan,
    Quantity,
    Reading,
    Report,
    Review,
    Rule,
    RuleSet,
    Severity,
    Source,
    Span,
    Task,
    TaskKind,
    Text,
    Unjudged,
    Verdict,
    check,
    citations_in_force,
    cost_norms,
    fault,
    rule,
    units,
)
from khcn_plan.complete import Completion, complete
from khcn_plan.formats import csv, json, markdown, text
from khcn_plan.formats.error import FormatError, StructureFault
from khcn_plan.notation import dates, figures, money, symbols, words
from khcn_plan.skeleton import skeleton
from khcn_plan.testing import (
    amounts,
    assert_clean,
    assert_finds,
    budgets,
    check_rule,
    faulty,
    plans,
    plant,
    reading_of,
    sample,
)

SENTENCE = Text(vi="Nhiệm vụ có xếp loại.", en="A task has a rank.")
NAMED = Text(vi="{name:quote} chưa xếp loại.", en="{name:quote} has no rank.")


def values() -> None:
    """A plan and its parts say what they hold, and that much of it may not be stated."""
    plan = Plan(year=2023, tasks=(Task("Nuôi dúi", kind=TaskKind.APPLICATION),))
    assert_type(plan.year, int | None)
    assert_type(plan.frame, Frame | None)
    assert_type(plan.review, Review | None)
    assert_type(plan.budget, Budget | None)
    assert_type(plan.tasks, tuple[Task, ...])
    assert_type(plan.tasks[0].total, Amount | None)
    assert_type(attrs.evolve(plan, year=2024), Plan)
    amount = Amount(90_000_000, words="Chín mươi triệu đồng")
    assert_type(amount.value, int)
    assert_type(amount.words, str | None)
    assert_type(amount.place, Span | None)
    assert_type(amount.quantity, Quantity)
    assert_type(Budget(lines=(BudgetLine("Quản lý", amount),)).lines, tuple[BudgetLine, ...])
    assert_type(Citation(kind="Nghị định").issued, date | None)


def checking(subject: Reading | Document | Plan | Task) -> None:
    """A report is read by going through its findings."""
    report = check(subject, rules=RULES, on=date(2023, 2, 15))
    assert_type(report, Report)
    assert_type(report.ok, bool)
    assert_type(report.on, date | None)
    assert_type(report.held, tuple[tuple[str, int], ...])
    assert_type(report.gaps, tuple[Gap, ...])
    assert_type(report.errors, tuple[Finding, ...])
    assert_type(report.by_rule(), dict[str, tuple[Finding, ...]])
    assert_type(report.without(check(subject)), Report)
    assert_type(list(report), list[Finding])
    for finding in report:
        assert_type(finding, Finding)
        assert_type(finding.rule.name, str)
        assert_type(finding.rule.severity, Severity)
        assert_type(finding.path, tuple[str | int, ...])
        assert_type(finding.pointer, str)
        assert_type(finding.line, int | None)
        assert_type(finding.values, tuple[tuple[str, object], ...])
        assert_type(finding.message(), str)
        assert_type(finding.message("en"), str)


def speaking(finding: Finding, language: Language) -> str:
    """The language may come from elsewhere."""
    return finding.message(language)


@rule(
    "task.unranked",
    on=Task,
    severity=Severity.INFO,
    title=SENTENCE,
    why=SENTENCE,
    message=NAMED,
    fails=Task("Nuôi dúi"),
    passes=Task("Nuôi dúi", rank="Khá"),
)
def unranked(task: Task, _on: date) -> Iterator[Verdict]:
    """A judge may yield all three verdicts."""
    assert_type(task.rank, str)
    if task.kind is TaskKind.MANAGEMENT:
        yield Unjudged(SENTENCE)
    yield HELD if task.rank else fault(name=task.name)


@rule(
    "plan.unranked",
    on=(Plan, Review),
    severity=Severity.INFO,
    title=SENTENCE,
    why=SENTENCE,
    message=NAMED,
    ground=(CONSISTENCY,),
    period=Period(since=date(2020, 3, 5)),
    fails=Plan(tasks=(Task("Nuôi dúi"),)),
    passes=Plan(),
)
def unranked_anywhere(value: Plan | Review, _on: date) -> list[Fault]:
    """A judge of several classes takes them all; it may give a list as well, and faults alone."""
    return [fault("tasks", index, name=task.name) for index, task in enumerate(value.tasks) if not task.rank]


@rule(
    "object.anything",
    on=Task,
    severity=Severity.INFO,
    title=SENTENCE,
    why=SENTENCE,
    message=SENTENCE,
    fails=Task("Nuôi dúi"),
    passes=Task("Nuôi dúi"),
)
def anything(_value: object, _on: date) -> tuple[Verdict, ...]:
    """A judge may know less of the value than the rule does."""
    return ()


def rules() -> None:
    """Rules are values, and sets of them are added up."""
    assert_type(unranked, Rule)
    assert_type(unranked_anywhere, Rule)
    assert_type(RULES + RuleSet((unranked,)), RuleSet)
    assert_type(RULES.without("amount.symbol", "amount.label"), RuleSet)
    assert_type(RULES["amount.words"], Rule)
    assert_type([one.name for one in RULES], list[str])
    assert_type(attrs.evolve(unranked, severity=Severity.WARNING), Rule)
    assert_type(units(("xã Bằng Lang",)), Rule)
    assert_type(cost_norms((Norm(item="Thù lao", unit="tháng", ceiling=Amount(32_000_000)),)), Rule)
    known: tuple[LegalDocument, ...] = ()
    assert_type(citations_in_force(known), Rule)
    assert_type(unranked.grounds, tuple[Source, ...])
    assert_type(unranked.message["vi"], str)


def doors(plan: Plan) -> None:
    """Every door has `read` and `write`."""
    reading = text.read("KẾ HOẠCH")
    assert_type(reading, Reading)
    assert_type(reading.plan, Plan | None)
    assert_type(reading.document, Document)
    assert_type(reading.unread, tuple[Passage, ...])
    assert_type(text.write(plan), str)
    assert_type(text.unsaid(plan), tuple[StructureFault, ...])
    assert_type(json.read("{}"), Plan)
    assert_type(json.write(plan, indent=None), str)
    assert_type(json.report(check(reading), reading, file="plan.txt"), dict[str, object])
    assert_type(csv.read(""), Budget)
    assert_type(csv.read_breakdowns(""), tuple[Breakdown, ...])
    assert_type(csv.write(Budget()), str)
    assert_type(markdown.read(""), Budget)
    assert_type(markdown.read_breakdowns(""), tuple[Breakdown, ...])
    assert_type(markdown.write(Budget()), str)
    try:
        json.read("{}")
    except FormatError as error:
        assert_type(error.faults, tuple[StructureFault, ...])
        assert_type(error.explain("vi"), str)


def notations() -> None:
    """Every notation too."""
    assert_type(words.read("chín mươi"), int)
    assert_type(words.write(90, style=words.SOUTH), str)
    assert_type(money.read("90 triệu đồng"), int)
    assert_type(money.write(90_000_000), str)
    assert_type(money.read_words("Chín mươi triệu đồng"), int)
    assert_type(money.write_words(90_000_000, even="round"), str)
    assert_type(figures.read("8.229 cái"), Quantity)
    assert_type(figures.read("8.229 cái").value, Decimal)
    assert_type(dates.read("ngày … tháng 02 năm 2023"), date | PartialDate)
    assert_type(symbols.read("124/KH-UBND"), DocumentNumber)
    try:
        money.read("1,234")
    except NotationError as error:
        assert_type(error.reason, Text)
        assert_type(error.position, int)


def completing(plan: Plan) -> None:
    """What was filled in is told."""
    completion = complete(plan)
    assert_type(completion, Completion)
    assert_type(completion.plan, Plan)
    assert_type([filled.reason.vi for filled in completion.filled], list[str])
    assert_type(skeleton("UBND xã Nậm Khao", 2026), Plan)


def testing(plan: Plan) -> None:
    """Strategies say what they draw."""
    assert_type(plans(), st.SearchStrategy[Plan])
    assert_type(budgets(), st.SearchStrategy[Budget])
    assert_type(amounts(words=True), st.SearchStrategy[Amount])
    assert_type(faulty("budget.total"), st.SearchStrategy[Plan | Reading])
    assert_type(sample(), Plan)
    assert_type(plant(OcopProduct("Cam sành"), plan), Plan | Reading)
    assert_type(reading_of(plan), Reading)
    check_rule(unranked, rules=RULES)
    assert_clean(plan, ignoring=["amount.symbol"])
    assert_finds(plan, "budget.total", at="/budget/total")


def in_a_pipeline(judge: Callable[[Plan], Report]) -> None:
    """`check` is a function like any other."""
    many: list[Plan] = []
    assert_type(list(map(judge, many)), list[Report])
    assert_type([finding for report in map(check, many) for finding in report], list[Finding])
