"""How rules are held: sets of them, the walk over a plan, what a report says and what it could not judge."""

import pickle
from collections.abc import Iterator
from datetime import date

import attrs
import pytest

from khcn_plan import (
    HELD,
    RULES,
    Amount,
    Budget,
    BudgetLine,
    Citation,
    DateLine,
    Document,
    DocumentNumber,
    Frame,
    OcopProduct,
    PartialDate,
    Passage,
    Period,
    Plan,
    Reading,
    Report,
    Rule,
    RuleSet,
    Section,
    Severity,
    Span,
    Text,
    Unjudged,
    check,
    fault,
    rule,
)
from khcn_plan.law.register import DECREE_30
from khcn_plan.rules.engine import issued
from khcn_plan.rules.rule import USUAL_DAY
from khcn_plan.rules.verdict import Verdict

WRONG = Amount(90_000_000, words="Chín triệu đồng")
RIGHT = Amount(90_000_000, words="Chín mươi triệu đồng")
UNPADDED = Frame(number=DocumentNumber(number="9", kind="KH", organ="UBND"))


@rule(
    "budget.unknown-amount",
    on=BudgetLine,
    severity=Severity.WARNING,
    title=Text(vi="Dòng có số tiền", en="A line has an amount"),
    why=Text(vi="Dòng không có số tiền thì không cộng được.", en="A line without an amount adds nothing."),
    message=Text(vi="Dòng {line:quote} không có số tiền.", en="The line {line:quote} has no amount."),
    fails=BudgetLine("Hội nghị"),
    passes=BudgetLine("Hội nghị", Amount(1)),
)
def amount_missing(line: BudgetLine, _on: date) -> Iterator[Verdict]:
    """Judge lines in three ways: held, at fault, and impossible to tell."""
    if line.name == "…":
        yield Unjudged(Text(vi="biểu để trống", en="a blank form"))
    else:
        yield HELD if line.amount else fault(line=line.name)


MINE = RuleSet((amount_missing,))


class TestRuleSet:
    """Rules are held together in sets that a caller adds to and takes from."""

    def test_sets_add_up(self) -> None:
        """A district adds the rules of its province to those of the library."""
        both = RULES + MINE
        assert len(both) == len(RULES) + 1
        assert both["budget.unknown-amount"] is amount_missing
        assert tuple(both) == (*RULES, amount_missing)

    def test_a_rule_can_be_left_out(self) -> None:
        """A district that does not want a rule names it."""
        fewer = RULES.without("amount.words", "budget.total")
        assert "amount.words" not in fewer
        assert check(WRONG, rules=fewer).ok

    def test_leaving_out_an_unknown_rule_is_refused(self) -> None:
        """A misspelt exception must not go unnoticed."""
        with pytest.raises(KeyError, match=r"amount\.word"):
            RULES.without("amount.word")

    def test_an_unknown_name_is_refused(self) -> None:
        """There is no rule of that name to explain."""
        with pytest.raises(KeyError, match="nothing"):
            RULES["nothing"]

    def test_two_rules_of_one_name_are_refused(self) -> None:
        """A finding names its rule, so the name must tell which."""
        with pytest.raises(ValueError, match=r"rules of the same name: amount\.words"):
            RULES + RuleSet((RULES["amount.words"],))

    def test_sets_are_values(self) -> None:
        """The same rules make the same set, after a pickle too."""
        assert RULES.without("amount.words") == RULES.without("amount.words")
        assert pickle.loads(pickle.dumps(RULES)) == RULES  # noqa: S301 - what we have just dumped
        assert repr(MINE) == "<RuleSet of 1>"
        assert repr(amount_missing) == "<Rule budget.unknown-amount>"

    def test_a_severity_can_be_changed(self) -> None:
        """What one province calls an error another calls a remark."""
        softer = attrs.evolve(RULES["amount.words"], severity=Severity.INFO)
        report = check(WRONG, rules=RULES.without("amount.words") + RuleSet((softer,)))
        assert report.ok
        assert [finding.rule.severity for finding in report] == [Severity.INFO]

    def test_a_changed_message_or_period_is_the_one_that_counts(self) -> None:
        """Rules that differ in what they say or when they hold are two rules, even if the first was held before."""
        first = RULES["amount.words"]
        assert [f.message() for f in check(WRONG, rules=RuleSet((first,)))]
        mine = attrs.evolve(first, message=Text(vi="Sai.", en="Wrong."))
        assert [f.message() for f in check(WRONG, rules=RuleSet((mine,)))] == ["Sai."]
        later = attrs.evolve(first, period=Period(date(2030, 1, 1)))
        assert not check(WRONG, rules=RuleSet((later,)), on=date(2029, 12, 31)).findings

    def test_a_rule_of_the_callers_own_is_held(self) -> None:
        """A rule that a caller wrote is held like the library's."""
        (finding,) = check(Budget(lines=(BudgetLine("Hội nghị"),)), rules=MINE)
        assert str(finding) == "warning budget.unknown-amount $.lines[0]: Dòng “Hội nghị” không có số tiền."
        assert finding.message("en") == "The line “Hội nghị” has no amount."


class TestSeverity:
    """Decree 30 amends content and corrects form, so findings are of three kinds."""

    @pytest.mark.parametrize(
        ("severity", "vietnamese", "english"),
        [
            (Severity.ERROR, "lỗi", "error"),
            (Severity.WARNING, "cảnh báo", "warning"),
            (Severity.INFO, "lưu ý", "info"),
        ],
    )
    def test_a_severity_has_a_name_in_both_languages(self, severity: Severity, vietnamese: str, english: str) -> None:
        """An officer reads "cảnh báo", a programmer "warning"."""
        assert (severity.name_in("vi"), severity.name_in("en")) == (vietnamese, english)

    def test_the_gravest_finding_comes_first(self) -> None:
        """Whoever reads only the first line reads the worst of it; the rest follows the text."""
        document = Document(
            frame=UNPADDED,
            amounts=(attrs.evolve(WRONG, place=Span(90, 99, line=9)), attrs.evolve(WRONG, place=Span(10, 20, line=2))),
        )
        report = check(document, on=USUAL_DAY)
        assert [(finding.rule.name, finding.line) for finding in report] == [
            ("amount.words", 2),
            ("amount.words", 9),
            ("document.number", None),
        ]


class TestReport:
    """A report says what is wrong, what holds, and what could not be judged."""

    def test_a_report_is_read_like_a_list(self) -> None:
        """A script counts findings, goes through them and asks whether there is an error."""
        report = check(Budget(total=WRONG))
        assert len(report) == 1
        assert [finding.rule.name for finding in report] == ["amount.words"]
        assert not report.ok
        assert report.errors == report.findings
        assert check(RIGHT).ok

    def test_a_warning_leaves_a_document_ok(self) -> None:
        """A fault of form is corrected by letter; only faults of content stop a document."""
        report = check(UNPADDED, on=USUAL_DAY)
        assert report.ok
        assert len(report) == 1

    def test_findings_are_grouped_by_rule(self) -> None:
        """The same fault in ten places is one thing to explain."""
        labelled = attrs.evolve(RIGHT, label="Bảng chữ")
        groups = check(Document(amounts=(WRONG, RIGHT, labelled, WRONG))).by_rule()
        assert {name: len(findings) for name, findings in groups.items()} == {"amount.words": 2, "amount.label": 1}

    def test_known_findings_are_left_out(self) -> None:
        """A suite that adopts the library starts from today's findings and sees only new ones."""
        before = check(Budget(total=WRONG))
        other = Amount(50_000_000, words="Năm triệu đồng")
        after = check(Plan(budget=Budget(total=WRONG, spent=other)))
        assert [finding.pointer for finding in after.without(before)] == ["/budget/spent"]
        assert after.without(after).findings == ()
        assert after.without(before).held == after.held

    def test_what_holds_is_counted(self) -> None:
        """That two amounts in words hold is why people trust the third finding."""
        held = dict(check(Document(amounts=(WRONG, RIGHT, RIGHT))).held)
        assert held["amount.words"] == 2
        assert held["amount.words-unreadable"] == 3

    def test_what_cannot_be_judged_is_named(self) -> None:
        """A blank form has no figures and no faults, and the report says that it was not judged."""
        (gap,) = check(Budget(lines=(BudgetLine("…"),)), rules=MINE).gaps
        assert (gap.rule.name, gap.path, gap.reason["en"]) == ("budget.unknown-amount", ("lines", 0), "a blank form")

    def test_a_report_tells_its_size(self) -> None:
        """A report fits one line of a session."""
        assert repr(check(WRONG)) == "<Report: 1 findings, 2 checks held>"
        assert repr(Report(findings=())) == "<Report: 0 findings, 0 checks held>"


class TestDay:
    """The plan's own date decides which law applies; nothing reads the clock."""

    @pytest.mark.parametrize(
        ("subject", "day"),
        [
            (Plan(year=2023, frame=Frame(dated=DateLine("Quang Bình", date(2023, 2, 15)))), date(2023, 2, 15)),
            (Plan(year=2023, frame=Frame(dated=DateLine("Quang Bình", PartialDate(2023, 2)))), date(2023, 2, 28)),
            (Plan(year=2023, frame=Frame(dated=DateLine("Quang Bình", PartialDate(2024)))), date(2024, 12, 31)),
            (Plan(year=2023, frame=Frame()), date(2023, 1, 1)),
            (Plan(year=2023), date(2023, 1, 1)),
            (Plan(year=20233), None),
            (Plan(year=0), None),
            (Plan(year=1), date(1, 1, 1)),
            (Plan(year=9999), date(9999, 1, 1)),
            (Plan(year=10_000), None),
            (Plan(), None),
            (Document(frame=Frame(dated=DateLine("Hà Giang", date(2022, 1, 5)))), date(2022, 1, 5)),
            (Document(), None),
            (Reading(Document(), Plan(year=2023)), date(2023, 1, 1)),
            (Reading(Document(frame=Frame(dated=DateLine("Hà Giang", date(2022, 1, 5))))), date(2022, 1, 5)),
            (Amount(1), None),
        ],
    )
    def test_a_subject_knows_its_day(self, subject: object, day: date | None) -> None:
        """A blank day is the last that it can be; a plan without a date counts from its year."""
        assert issued(subject) == day
        assert check(subject).on == day

    def test_a_caller_may_name_the_day(self) -> None:
        """A draft is checked under the law of the day on which it will be signed."""
        assert check(UNPADDED, on=date(2020, 3, 4)).findings == ()
        assert len(check(UNPADDED, on=date(2020, 3, 5))) == 1

    def test_without_a_day_the_dated_rules_are_gaps(self) -> None:
        """Where nobody knows the date, rules that depend on it judge nothing, and the report says so."""
        report = check(UNPADDED)
        assert report.on is None
        assert report.findings == ()
        skipped = {gap.rule.name: gap.reason["en"] for gap in report.gaps}
        assert skipped["document.number"] == "the date of issue is not known"
        assert set(skipped) == {rule.name for rule in RULES if rule.period != Period()}

    def test_an_undated_check_still_judges_what_contradicts_itself(self) -> None:
        """Words and figures disagree under every law."""
        assert [finding.rule.name for finding in check(WRONG)] == ["amount.words"]

    @pytest.mark.parametrize(
        ("period", "day"),
        [
            (Period(), USUAL_DAY),
            (Period(date(2020, 3, 5)), USUAL_DAY),
            (Period(date(2025, 7, 1)), date(2025, 7, 1)),
            (Period(until=date(2021, 7, 14)), date(2021, 7, 14)),
        ],
    )
    def test_examples_are_judged_on_a_day_of_the_period(self, period: Period, day: date) -> None:
        """A page about a rule shows its example under a law that has it."""
        assert attrs.evolve(amount_missing, period=period).example_day == day

    def test_the_period_of_a_rule_is_that_of_its_grounds(self) -> None:
        """Who writes a rule on Decree 30 need not repeat the decree's dates."""
        made = rule(
            "document.mine",
            on=(Frame, Document),
            severity=Severity.INFO,
            title=Text("", ""),
            why=Text("", ""),
            message=Text("", ""),
            fails=None,
            passes=None,
            ground=(DECREE_30.at("Điều 8", Period(date(2020, 3, 5), date(2024, 1, 1))), DECREE_30.at("Điều 9")),
        )(lambda _value, _on: iter(()))
        assert made.period == Period(date(2020, 3, 5))
        assert made.on == (Frame, Document)


class TestPlace:
    """A finding says where: in the tree, and in the text that was read."""

    def test_a_pointer_escapes_as_json_does(self) -> None:
        """RFC 6901: ~ is ~0 and / is ~1."""
        (finding,) = check(Budget(lines=(BudgetLine("Hội nghị"),)), rules=MINE)
        assert finding.pointer == "/lines/0"
        assert attrs.evolve(finding, path=("a/b", "m~n", 0)).pointer == "/a~1b/m~0n/0"
        assert attrs.evolve(finding, path=()).pointer == ""

    def test_a_finding_has_the_line_of_the_nearest_place(self) -> None:
        """A line without a place of its own is looked for where its budget stands."""
        line = BudgetLine("Hội nghị", place=Span(30, 38, line=4))
        assert [f.line for f in check(Budget(lines=(line,), place=Span(0, 40, line=1)), rules=MINE)] == [4]
        bare = attrs.evolve(line, place=None)
        assert [f.line for f in check(Budget(lines=(bare,), place=Span(0, 40, line=1)), rules=MINE)] == [1]
        assert [f.line for f in check(Budget(lines=(bare,)), rules=MINE)] == [None]

    def test_a_fault_of_a_field_stands_where_the_field_was_read(self) -> None:
        """The number of a document has a place though it is no part of the model."""
        frame = attrs.evolve(UNPADDED, number_place=Span(4, 14, line=3), place=Span(0, 200, line=1))
        (finding,) = check(frame, on=USUAL_DAY)
        assert (finding.pointer, finding.line) == ("/number", 3)

    def test_a_finding_reads_like_a_compilers(self) -> None:
        """Severity, rule, path, sentence."""
        (finding,) = check(Budget(total=WRONG))
        expected = "error amount.words $.total: Bằng số là 90.000.000 đồng nhưng bằng chữ là 9.000.000 đồng."
        assert str(finding) == repr(finding) == expected


class TestReading:
    """What a plan claims is judged as part of the plan; what is left is judged as it stands."""

    def test_what_was_read_from_one_place_is_judged_once(self) -> None:
        """The document lists the amount that the plan's budget took from it: that is one statement."""
        stated = attrs.evolve(WRONG, place=Span(10, 60, line=2))
        reading = Reading(
            Document(amounts=(stated,)), Plan(budget=Budget(total=attrs.evolve(stated, label="Bằng chữ")))
        )
        assert [finding.pointer for finding in check(reading).errors] == ["/plan/budget/total"]

    def test_what_the_plan_does_not_claim_is_judged_in_the_document(self) -> None:
        """An amount that belongs to no budget is proofread all the same."""
        reading = Reading(Document(amounts=(attrs.evolve(WRONG, place=Span(10, 60, line=2)),)), Plan(budget=Budget()))
        assert [finding.pointer for finding in check(reading).errors] == ["/document/amounts/0"]

    def test_the_frame_of_both_is_judged_once(self) -> None:
        """A reading built in code, or loaded from JSON, has no places; its frame is still one."""
        copy = attrs.evolve(UNPADDED)
        reading = Reading(Document(frame=UNPADDED), Plan(year=2023, frame=copy))
        assert [f.pointer for f in check(reading) if f.rule.name == "document.number"] == ["/plan/frame/number"]

    def test_the_same_object_in_both_is_judged_once(self) -> None:
        """A caller who hands one citation to both means one citation."""
        cited = Citation(kind="Quyết định", number=DocumentNumber(number="9", year=2015, kind="QĐ", organ="UBND"))
        cited = attrs.evolve(cited, issued=date(2016, 8, 6))
        reading = Reading(Document(citations=(cited,)), Plan(citations=(cited,)))
        assert [finding.pointer for finding in check(reading).errors] == ["/plan/citations/0"]

    def test_any_document_can_be_read(self) -> None:
        """A decision on teachers' pay is proofread by the same call as a plan."""
        outline = (Section("", passages=(Passage("Chi 90.000.000 đồng."),)),)
        assert [f.pointer for f in check(Reading(Document(amounts=(WRONG,), outline=outline)))] == [
            "/document/amounts/0"
        ]

    def test_a_subject_without_rules_has_no_findings(self) -> None:
        """Whatever has nothing to judge is silent."""
        assert check(OcopProduct("Cam sành")).findings == ()

    @pytest.mark.parametrize("subject", [None, "Tổng kinh phí: 90 đồng", 3, (), [OcopProduct("Cam sành")]])
    def test_what_is_no_value_of_a_model_is_refused(self, subject: object) -> None:
        """That nothing is wrong with a text nobody has read, or with a list, would be believed."""
        with pytest.raises(TypeError, match=f"can be checked, no {type(subject).__name__}"):
            check(subject)


def test_a_rule_may_have_nothing_to_say() -> None:
    """Held, at fault or unjudged; a rule that yields nothing found nothing to judge."""
    silent: Rule = attrs.evolve(amount_missing, judge=lambda _line, _on: iter(()))
    report = check(BudgetLine("Hội nghị"), rules=RuleSet((silent,)))
    assert (report.findings, report.held, report.gaps) == ((), (), ())


def test_findings_stand_gravest_first_then_in_the_order_of_the_text() -> None:
    """What the officer must mend first is read first; what has no place in the text stands before what has."""
    wrong = Amount(90_000_000, "Chín triệu đồng", place=Span(50, 60, line=5))
    first = attrs.evolve(wrong, place=Span(10, 20, line=1))
    loose = attrs.evolve(wrong, label="Bảng chữ", place=Span(0, 5, line=1))
    bare = attrs.evolve(wrong, place=None)
    report = check(Document(amounts=(wrong, first, bare, loose)))
    found = [(finding.rule.severity.name, finding.place and finding.place.start) for finding in report]
    assert found == [("ERROR", None), ("ERROR", 0), ("ERROR", 10), ("ERROR", 50), ("WARNING", 0)]
