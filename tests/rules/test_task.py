"""Tasks: what they cost, when they run, the order of their steps, and the norms that a province sets."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import (
    Amount,
    BudgetLine,
    LegalDocument,
    Norm,
    Period,
    Plan,
    Review,
    RuleSet,
    Stage,
    StageKind,
    Task,
    TaskKind,
    Text,
    check,
    cost_norms,
)
from tests.rules.checking import breaks, faults, holds, sentence, silent

ACCEPTED, SETTLED, APPROVED, CONTRACTED = (
    StageKind.ACCEPTED,
    StageKind.SETTLED,
    StageKind.APPROVED,
    StageKind.CONTRACTED,
)
HA_NAM = LegalDocument(number="15/2023/NQ-HĐND", name=Text(vi="Nghị quyết định mức", en="Resolution on norms"))
SINCE_NOVEMBER = HA_NAM.at("Điều 2", Period(date(2023, 11, 1)))
LEADER = Norm(item="Chủ nhiệm nhiệm vụ", unit="tháng", ceiling=Amount(32_000_000), source=SINCE_NOVEMBER)


@pytest.mark.parametrize(("amounts", "right"), [((30, 20), True), ((30, 15), False), ((30, 25), False), ((), None)])
def test_the_items_make_the_cost(amounts: tuple[int, ...], *, right: bool | None) -> None:
    """50 million for raising bamboo rats, item by item; without items there is nothing to add up."""
    costs = tuple(BudgetLine(f"Khoản {number}", Amount(amount)) for number, amount in enumerate(amounts))
    task = Task("Mô hình nuôi dúi", host="Phòng Kinh tế", total=Amount(50), costs=costs)
    assert holds("task.total", task) is (right is True)
    assert breaks("task.total", task) is (right is False)


@pytest.mark.parametrize(
    ("start", "end", "right"),
    [(2022, 2022, True), (2022, 2024, True), (2023, 2022, False), (2022, None, None), (None, 2022, None)],
)
def test_a_task_ends_after_it_begins(start: int | None, end: int | None, *, right: bool | None) -> None:
    """A period that runs backwards has one of its years mistyped."""
    task = Task("Mô hình nuôi dúi", start=start, end=end)
    assert holds("task.period", task) is (right is True)
    assert breaks("task.period", task) is (right is False)


class TestStages:
    """đề xuất → … → phê duyệt → hợp đồng → … → nghiệm thu → công nhận → thanh lý."""

    @pytest.mark.parametrize(
        ("stages", "right"),
        [
            ((Stage(ACCEPTED, date(2022, 12, 5)), Stage(SETTLED, date(2022, 12, 20))), True),
            ((Stage(SETTLED, date(2022, 12, 20)), Stage(ACCEPTED, date(2022, 12, 5))), True),
            ((Stage(ACCEPTED, date(2022, 12, 20)), Stage(SETTLED, date(2022, 12, 20))), True),
            ((Stage(ACCEPTED, date(2022, 12, 20)), Stage(SETTLED, date(2022, 12, 5))), False),
            ((Stage(ACCEPTED, year=2022), Stage(SETTLED, year=2022)), True),
            ((Stage(ACCEPTED, year=2023), Stage(SETTLED, year=2022)), False),
            ((Stage(ACCEPTED, year=2022), Stage(SETTLED, date(2022, 1, 5))), True),
            ((Stage(ACCEPTED, date(2023, 1, 5)), Stage(SETTLED, year=2022)), False),
            ((Stage(APPROVED, date(2022, 3, 1)), Stage(CONTRACTED, date(2022, 2, 1))), False),
        ],
    )
    def test_the_order_of_the_steps(self, stages: tuple[Stage, ...], *, right: bool) -> None:
        """Order in the text does not matter, the dates do; where one has only a year, the years."""
        assert breaks("task.stage-order", Task("Mô hình nuôi dúi", stages=stages)) is not right

    def test_an_undated_step_is_skipped(self) -> None:
        """“Thực hiện nghiệm thu, thanh lý xong” names steps without dates."""
        assert silent("task.stage-order", Task("x", stages=(Stage(ACCEPTED), Stage(SETTLED, year=2022))))

    def test_the_same_step_may_be_taken_twice(self) -> None:
        """Two inspections follow one another in any order."""
        twice = (Stage(StageKind.INSPECTED, year=2023), Stage(StageKind.INSPECTED, year=2022))
        assert silent("task.stage-order", Task("x", stages=twice))

    def test_the_sentence_names_both_steps(self) -> None:
        """The officer sees which step comes too early, and before which."""
        stages = (Stage(ACCEPTED, date(2022, 12, 20)), Stage(SETTLED, year=2021))
        expected = "Bước “thanh lý” ghi năm 2021, trước bước “nghiệm thu” ghi ngày 20/12/2022."
        assert sentence("task.stage-order", Task("x", stages=stages)) == expected

    @pytest.mark.parametrize(
        ("kinds", "right"), [((ACCEPTED, SETTLED), True), ((SETTLED,), False), ((ACCEPTED,), None), ((), None)]
    )
    def test_what_is_settled_was_accepted(self, kinds: tuple[StageKind, ...], *, right: bool | None) -> None:
        """A contract is settled once its result has been accepted."""
        task = Task("Mô hình nuôi dúi", stages=tuple(Stage(kind, year=2022) for kind in kinds))
        assert holds("task.acceptance-missing", task) is (right is True)
        assert breaks("task.acceptance-missing", task) is (right is False)

    @given(st.lists(st.tuples(st.sampled_from(StageKind), st.dates()), max_size=6))
    def test_steps_in_the_order_of_the_law_hold(self, steps: list[tuple[StageKind, date]]) -> None:
        """Sorted by step and by day together, any dates are in order."""
        kinds = sorted((kind for kind, _ in steps), key=tuple(StageKind).index)
        days = sorted(day for _, day in steps)
        stages = tuple(map(Stage, kinds, days))
        assert not breaks("task.stage-order", Task("x", stages=stages))


@pytest.mark.parametrize(
    ("names", "twice"),
    [
        (("Mô hình nuôi dúi", "Mô hình nuôi ong"), False),
        (("Mô hình nuôi dúi", "mô hình  nuôi Dúi."), True),
        (("Ứng dụng – chuyển giao", "Ứng dụng - chuyển giao"), True),
        (("Văn hóa", "Văn hoá"), True),
        (("Trồng cam", "Trồng cám"), False),
    ],
)
def test_a_task_is_listed_once(names: tuple[str, ...], *, twice: bool) -> None:
    """Audits found the same names in approved lists; case, spaces, dashes and tone marks don't make another."""
    tasks = tuple(Task(name) for name in names)
    assert breaks("task.duplicate", Plan(year=2023, tasks=tasks)) is twice
    assert breaks("task.duplicate", Review(year=2022, tasks=tasks)) is twice


@pytest.mark.parametrize(
    ("task", "right"),
    [
        (Task("Mô hình", total=Amount(5), host="Phòng Kinh tế"), True),
        (Task("Mô hình", total=Amount(5)), False),
        (Task("Mô hình"), None),
        (Task("Họp hội đồng", total=Amount(5), kind=TaskKind.MANAGEMENT), None),
    ],
)
def test_money_is_given_to_somebody(task: Task, *, right: bool | None) -> None:
    """A task with money has a host; the office's own routine needs none."""
    assert holds("task.host-missing", task) is (right is True)
    assert breaks("task.host-missing", task) is (right is False)


@pytest.mark.parametrize("rank", ["Xuất sắc", "Khá", "Đạt", "Tốt"])
def test_no_rank_is_refused(rank: str) -> None:
    """Hà Giang ranks results “Khá”: the scales of the provinces differ."""
    assert faults(Task("Mô hình nuôi dúi", rank=rank)) == []


class TestNorms:
    """Cost norms are a province's, dated, and the caller's to supply."""

    @pytest.mark.parametrize(
        ("line", "day", "right"),
        [
            (BudgetLine("Chủ nhiệm nhiệm vụ", unit="tháng", unit_price=Amount(32_000_000)), date(2023, 11, 1), True),
            (BudgetLine("chủ nhiệm nhiệm vụ", unit="Tháng", unit_price=Amount(40_000_000)), date(2023, 11, 1), False),
            (BudgetLine("Chủ nhiệm nhiệm vụ", unit="tháng", unit_price=Amount(20_000_000)), date(2023, 11, 1), True),
            (BudgetLine("Chủ hộ", unit="tháng", unit_price=Amount(40_000_000)), date(2023, 11, 1), None),
            (BudgetLine("Chủ nhiệm nhiệm vụ", unit="tháng", unit_price=Amount(40_000_000)), date(2023, 10, 31), None),
            (BudgetLine("Chủ nhiệm nhiệm vụ", unit="ngày", unit_price=Amount(40_000_000)), date(2023, 11, 1), None),
            (BudgetLine("Thư ký", unit="tháng", unit_price=Amount(40_000_000)), date(2023, 11, 1), None),
            (BudgetLine("Chủ nhiệm nhiệm vụ", unit="tháng"), date(2023, 11, 1), None),
        ],
    )
    def test_a_price_is_held_to_the_norm_of_its_day(self, line: BudgetLine, day: date, *, right: bool | None) -> None:
        """Hà Nam's leader costs 32 million a month since 01/11/2023; the national maximum of 40 is a common slip."""
        report = check(line, rules=RuleSet((cost_norms((LEADER,)),)), on=day)
        assert len(report.findings) == (right is False)
        assert bool(report.held) is (right is True)

    @pytest.mark.parametrize(
        ("periods", "whole"),
        [
            ((Period(date(2015, 6, 8), date(2023, 2, 25)), Period(date(2023, 2, 26))), Period(date(2015, 6, 8))),
            (
                (Period(until=date(2015, 6, 7)), Period(date(2015, 6, 8), date(2023, 2, 25))),
                Period(until=date(2023, 2, 25)),
            ),
            ((Period(), Period(date(2015, 6, 8))), Period()),
        ],
    )
    def test_the_rule_holds_while_a_norm_does(self, periods: tuple[Period, ...], whole: Period) -> None:
        """Norms follow one another; the rule spans them all."""
        norms = tuple(Norm(item="Chủ nhiệm", ceiling=Amount(5), source=HA_NAM.at("", period)) for period in periods)
        assert cost_norms(norms).period == whole

    def test_rules_of_the_same_norms_are_equal(self) -> None:
        """Findings of two processes compare, so their rules do; other norms make another rule."""
        other = Norm(item="Thư ký", ceiling=Amount(5))
        assert cost_norms((LEADER,)) == cost_norms((LEADER,))
        assert cost_norms((LEADER,)) != cost_norms((LEADER, other))

    def test_no_norms_are_refused(self) -> None:
        """A rule of nothing would look as if it had held."""
        with pytest.raises(ValueError, match="cost norms are one at least"):
            cost_norms(())

    def test_a_norm_is_an_amount(self) -> None:
        """40_000_000 without a unit is refused where it is written, not where it is compared."""
        with pytest.raises(TypeError, match=r"Norm\.ceiling: Amount expected, not int 5"):
            Norm(item="Chủ nhiệm", ceiling=5)
