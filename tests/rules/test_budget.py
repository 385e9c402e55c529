"""Estimates: every division makes the total, products are right, money has tasks and tasks have money."""

from datetime import date
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import Amount, Budget, BudgetLine, DivisionKind, FundingSource, Plan, Purpose, Task, TaskKind, YearShare
from tests.rules.checking import breaks, faults, holds, sentence, silent, unjudged

MILLION = 10**6


def lines(*amounts: int) -> tuple[BudgetLine, ...]:
    """Make lines that cost so many millions."""
    return tuple(BudgetLine(f"Nội dung {number}", Amount(amount * MILLION)) for number, amount in enumerate(amounts, 1))


def application(amount: int | None = 70) -> BudgetLine:
    """Make the line that pays application work."""
    stated = None if amount is None else Amount(amount * MILLION)
    return BudgetLine("Ứng dụng tiến bộ KHKT", stated, purpose=Purpose.APPLICATION)


def task(amount: int, **parts: object) -> Task:
    """Make a task of application that costs so many millions."""
    stated = {"kind": TaskKind.APPLICATION, "host": "Phòng Kinh tế"} | parts
    return Task(f"Mô hình {amount}", total=Amount(amount * MILLION), **stated)


class TestDivisions:
    """One total is divided by line, by source and by year; each division makes it."""

    @pytest.mark.parametrize(
        ("total", "parts", "right"),
        [(90, (40, 50), True), (140, (70, 70), True), (140, (70, 60), False), (90, (40, 60), False)],
    )
    def test_the_budgets_of_quang_binh(self, total: int, parts: tuple[int, ...], *, right: bool) -> None:
        """40 + 50 = 90 million for 2022, 70 + 70 = 140 for 2023."""
        assert faults(Budget(total=Amount(total * MILLION), lines=lines(*parts))) == ([] if right else ["budget.total"])

    def test_lines_are_added_up_on_every_level(self) -> None:
        """A group row holds the sum of what follows, as auditors check it."""
        group = BudgetLine("Quản lý", Amount(70 * MILLION), lines=lines(30, 30))
        budget = Budget(total=Amount(140 * MILLION), lines=(group, *lines(70)))
        assert faults(budget) == ["budget.total"]
        assert sentence("budget.total", group) == "Tổng ghi 70.000.000 đồng nhưng các dòng cộng lại là 60.000.000 đồng."

    @pytest.mark.parametrize(
        ("division", "amounts", "names"),
        [
            (DivisionKind.SUBSET, (70, 60), ["budget.remainder"]),
            (DivisionKind.SUBSET, (70, 80), ["budget.total"]),
            (DivisionKind.OPEN, (70, 60), []),
            (DivisionKind.OPEN, (70, 80), []),
            (DivisionKind.UNSURE, (70, 60), []),
        ],
    )
    def test_what_the_lines_claim_decides(
        self, division: DivisionKind, amounts: tuple[int, ...], names: list[str]
    ) -> None:
        """After “trong đó” money may be left over, softly; an open list claims nothing."""
        assert faults(Budget(total=Amount(140 * MILLION), lines=lines(*amounts), division=division)) == names

    def test_an_unsure_list_of_lines_is_not_judged(self) -> None:
        """Where the tree of rows is unsure, the report says so and judges nothing."""
        unsure = Budget(total=Amount(140 * MILLION), lines=lines(70, 60), division=DivisionKind.UNSURE)
        assert unjudged("budget.total", unsure)
        assert unjudged("budget.total", BudgetLine("x", Amount(1), lines=lines(5), division=DivisionKind.UNSURE))

    @pytest.mark.parametrize("amounts", [(30_000, 1), (500, 6_500), (23_000, 6_999)])
    def test_years_and_sources_are_held_on_their_own(self, amounts: tuple[int, int]) -> None:
        """30.000 million by year and again by source: two divisions, two chances to be wrong."""
        parts = tuple(Amount(amount * MILLION) for amount in amounts)
        years = tuple(YearShare(2026 + number, amount) for number, amount in enumerate(parts))
        sources = tuple(FundingSource(f"nguồn {number}", amount) for number, amount in enumerate(parts))
        assert faults(Budget(total=Amount(30_000 * MILLION), years=years)) == ["budget.years"]
        assert faults(Budget(total=Amount(30_000 * MILLION), sources=sources)) == ["budget.sources"]
        total = Amount(sum(amounts) * MILLION)
        assert faults(Budget(total=total, years=years, sources=sources)) == []

    def test_a_line_is_divided_by_source_too(self) -> None:
        """Trong đó: NSSNKH, nguồn tự có, nguồn khác make the amount of their row."""
        sources = (FundingSource("NSSNKH", Amount(60)), FundingSource("tự có", Amount(30)))
        assert faults(BudgetLine("Con giống", Amount(100), sources=sources)) == ["budget.sources"]

    def test_what_is_not_stated_is_not_missed(self) -> None:
        """A heading row without a figure, and a budget without a total, contradict nothing."""
        assert faults(Budget(lines=lines(70, 60))) == []
        assert faults(Budget(total=Amount(5), lines=(BudgetLine("I. Chi quản lý"),))) == []
        assert faults(BudgetLine("x", lines=lines(5), sources=(FundingSource("y", Amount(5)),))) == []
        assert faults(Budget(years=(YearShare(2024, Amount(5)),))) == []

    @given(st.lists(st.integers(1, 10**12), min_size=1, max_size=10), st.integers(1, 10**6))
    def test_any_lines_make_their_sum_and_no_other(self, amounts: list[int], off: int) -> None:
        """Sums are exact at one đồng: a budget that is off by one is wrong."""
        parts = tuple(BudgetLine(f"Nội dung {number}", Amount(amount)) for number, amount in enumerate(amounts))
        assert holds("budget.total", Budget(total=Amount(sum(amounts)), lines=parts))
        assert breaks("budget.total", Budget(total=Amount(sum(amounts) + off), lines=parts))
        assert breaks("budget.total", Budget(total=Amount(sum(amounts) - off), lines=parts))


class TestProduct:
    """Quantity × unit price is the amount of a detailed line."""

    @pytest.mark.parametrize(
        ("quantity", "price", "amount", "right"),
        [
            ("500", 12_000, 6_000_000, True),
            ("500", 12_000, 5_000_000, False),
            ("5", 1_500_000_000, 7_500_000_000, True),
            ("1.5", 333, 499, True),
            ("1.5", 333, 500, True),
            ("1.5", 333, 501, False),
            ("1.4", 333, 466, True),
            ("1.4", 333, 467, True),
            ("1.4", 333, 468, False),
            ("0", 12_000, 0, True),
        ],
    )
    def test_products_of_real_tables(self, quantity: str, price: int, amount: int, *, right: bool) -> None:
        """1.500.000.000 đồng/năm x 05 năm = 7.500.000.000 đồng; part of a đồng goes either way."""
        line = BudgetLine("In", Amount(amount), quantity=Decimal(quantity), unit="tờ", unit_price=Amount(price))
        assert breaks("budget.product", line) is not right

    def test_rounded_prices_leave_room(self) -> None:
        """1,3 triệu printed for a price leaves 50.000 đồng a unit open."""
        price = Amount(1_300_000, step=100_000, scale=MILLION)
        assert holds("budget.product", BudgetLine("Công", Amount(13_400_000), quantity=Decimal(10), unit_price=price))
        assert breaks("budget.product", BudgetLine("Công", Amount(13_600_000), quantity=Decimal(10), unit_price=price))

    def test_long_figures_are_multiplied_exactly(self) -> None:
        """A slip of thirty digits is a fault with its sentence, never an exception."""
        line = BudgetLine("x", Amount(10**40), quantity=Decimal(10**20), unit_price=Amount(10**20))
        assert holds("budget.product", line)
        assert sentence("budget.product", attrs.evolve(line, amount=Amount(10**40 + 1))).endswith("000.001 đồng.")

    def test_the_sentence_multiplies(self) -> None:
        """The officer sees the product that should stand there."""
        line = BudgetLine("In tờ rơi", Amount(5_000_000), quantity=Decimal(500), unit="tờ", unit_price=Amount(12_000))
        assert sentence("budget.product", line) == "500 × 12.000 đồng là 6.000.000 đồng, không phải 5.000.000 đồng."

    @pytest.mark.parametrize(
        "line",
        [
            BudgetLine("x", Amount(5), quantity=Decimal(5)),
            BudgetLine("x", Amount(5), unit_price=Amount(5)),
            BudgetLine("x", quantity=Decimal(5), unit_price=Amount(5)),
        ],
    )
    def test_a_product_needs_all_three(self, line: BudgetLine) -> None:
        """What is not stated is not missed."""
        assert silent("budget.product", line)

    @given(st.integers(0, 10**6), st.integers(0, 10**9))
    def test_any_product_holds(self, quantity: int, price: int) -> None:
        """Whatever is multiplied, the product is the amount."""
        line = BudgetLine("x", Amount(quantity * price), quantity=Decimal(quantity), unit_price=Amount(price))
        assert holds("budget.product", line)


class TestSpending:
    """What was spent stays within what was planned, and what is planned is what was assigned."""

    @pytest.mark.parametrize(("spent", "right"), [(40, True), (39, True), (41, False)])
    def test_spending_stays_within_the_line(self, spent: int, *, right: bool) -> None:
        """Executed ≤ planned: more is overspending, or a slip in one of the figures."""
        line = BudgetLine("Quản lý", Amount(40 * MILLION), spent=Amount(spent * MILLION))
        assert breaks("budget.overspent", line) is not right
        budget = Budget(total=Amount(40 * MILLION), spent=Amount(spent * MILLION))
        assert breaks("budget.overspent", budget) is not right

    def test_rounded_spending_leaves_room(self) -> None:
        """1,3 triệu spent of 1.260.000 đồng is no overspending."""
        spent = Amount(1_300_000, step=100_000, scale=MILLION)
        assert holds("budget.overspent", BudgetLine("Quản lý", Amount(1_260_000), spent=spent))
        assert breaks("budget.overspent", BudgetLine("Quản lý", Amount(1_240_000), spent=spent))

    @pytest.mark.parametrize(("assigned", "right"), [(140, True), (120, False), (150, False)])
    def test_the_total_is_what_the_decision_gives(self, assigned: int, *, right: bool) -> None:
        """State Audit found localities that set S&T money below, or above, what the centre assigned."""
        budget = Budget(total=Amount(140 * MILLION), assigned=Amount(assigned * MILLION))
        assert faults(budget) == ([] if right else ["budget.assigned"])

    def test_a_rounded_assignment_is_met(self) -> None:
        """A decision that says 0,1 tỷ gives anything that rounds to it."""
        assigned = Amount(100 * MILLION, step=100 * MILLION, scale=10**9)
        assert holds("budget.assigned", Budget(total=Amount(140 * MILLION), assigned=assigned))

    def test_without_a_decision_nothing_is_compared(self) -> None:
        """Most plans do not say what was assigned."""
        assert silent("budget.assigned", Budget(total=Amount(140 * MILLION)))


class TestTasks:
    """Money for application work has tasks, and the tasks fit into it."""

    def test_money_without_a_task_is_named(self) -> None:
        """The plan for 2023 has 70 million for application work and names none."""
        plan = Plan(year=2023, budget=Budget(year=2023, lines=(application(),)))
        assert faults(plan) == ["budget.line-without-task"]
        assert sentence("budget.line-without-task", plan).startswith("Dòng “Ứng dụng tiến bộ KHKT” có 70.000.000 đồng")

    @pytest.mark.parametrize(
        ("kind", "right"), [(TaskKind.APPLICATION, True), (None, True), (TaskKind.MANAGEMENT, False)]
    )
    def test_routine_work_is_no_application(self, kind: TaskKind | None, *, right: bool) -> None:
        """A task whose kind nobody knows may be the one; a council meeting is not."""
        plan = Plan(year=2023, tasks=(Task("Mô hình", kind=kind),), budget=Budget(lines=(application(),)))
        assert breaks("budget.line-without-task", plan) is not right

    @pytest.mark.parametrize(("day", "right"), [(date(2025, 10, 13), False), (date(2025, 10, 14), True)])
    def test_from_decree_265_a_lump_is_enough(self, day: date, *, right: bool) -> None:
        """Decree 265/2025, article 7.2.a: new tasks of a kind may be budgeted together."""
        plan = Plan(year=2026, budget=Budget(lines=(application(),)))
        assert breaks("budget.line-without-task", plan, on=day) is not right

    @pytest.mark.parametrize(
        ("tasks", "names"),
        [
            ((task(50), task(20)), []),
            ((task(50), task(30)), ["budget.tasks-over-line"]),
            ((task(50), task(30, kind=TaskKind.TOPIC)), ["budget.tasks-over-line"]),
            ((task(50), task(30, kind=TaskKind.MANAGEMENT)), []),
            ((task(50), task(30, kind=None)), []),
            ((task(90, start=2023, end=2025),), []),
            ((task(90, start=2023, end=2023),), ["budget.tasks-over-line"]),
        ],
    )
    def test_tasks_cost_no_more_than_their_line(self, tasks: tuple[Task, ...], names: list[str]) -> None:
        """Tasks of one year are held to the line for their purpose; one of several years is paid from several budgets."""
        assert faults(Plan(year=2023, tasks=tasks, budget=Budget(year=2023, lines=(application(70),)))) == names

    def test_every_purpose_is_held_to_its_own_line(self) -> None:
        """A line for management is overdrawn by tasks of management, whether or not there is one for application."""
        management = BudgetLine("Quản lý", Amount(20), purpose=Purpose.MANAGEMENT)
        meeting = Task("Hội nghị", kind=TaskKind.MANAGEMENT, host="Phòng", total=Amount(30))
        assert "budget.tasks-over-line" in faults(Plan(year=2023, tasks=(meeting,), budget=Budget(lines=(management,))))

    def test_a_purpose_that_cannot_be_judged_stops_no_other(self) -> None:
        """Which of two lines for management pays is unclear; the one for application work is overdrawn all the same."""
        management = BudgetLine("Quản lý", Amount(20), purpose=Purpose.MANAGEMENT)
        meeting = Task("Hội nghị", kind=TaskKind.MANAGEMENT, host="Phòng", total=Amount(30))
        budget = Budget(lines=(management, management, application(70)))
        assert "budget.tasks-over-line" in faults(Plan(year=2023, tasks=(meeting, task(90)), budget=budget))

    def test_which_of_two_lines_pays_is_not_guessed(self) -> None:
        """With two lines for application work, or one without a figure, nothing is judged and the report says so."""
        for pair in ((application(70), application(20)), (application(None),)):
            assert unjudged("budget.tasks-over-line", Plan(year=2023, tasks=(task(90),), budget=Budget(lines=pair)))

    def test_a_plan_without_a_budget_has_nothing_to_compare(self) -> None:
        """Many plans say “bố trí từ ngân sách hằng năm” and no figure."""
        assert silent("budget.tasks-over-line", Plan(year=2023, tasks=(task(90),)))
        assert silent("budget.line-without-task", Plan(year=2023, tasks=(task(90),)))


class TestLines:
    """A line stands once, is for the year of the plan, and its code has a shape."""

    @pytest.mark.parametrize(
        ("first", "second", "twice"),
        [
            (BudgetLine("Hội nghị", Amount(30)), BudgetLine("Hội nghị", Amount(30)), True),
            (BudgetLine("Hội nghị", Amount(30)), BudgetLine("HỘI NGHỊ.", Amount(30)), True),
            (BudgetLine("Hội nghị", Amount(30)), BudgetLine("Hội nghị", Amount(20)), False),
            (BudgetLine("Hội nghị", Amount(30), code="6650"), BudgetLine("Hội nghị", Amount(30), code="6700"), False),
            (BudgetLine("Hội nghị"), BudgetLine("Hội nghị"), False),
        ],
    )
    def test_the_same_line_stands_once(self, first: BudgetLine, second: BudgetLine, *, twice: bool) -> None:
        """The same name with the same amount is one expense copied; with another amount or code it is another."""
        assert breaks("budget.duplicate-line", Budget(lines=(first, second))) is twice

    @pytest.mark.parametrize(
        ("plan", "budget", "right"),
        [(2023, 2023, True), (2023, 2022, False), (2023, 2024, False), (None, 2022, None), (2023, None, None)],
    )
    def test_the_budget_is_for_the_year_of_the_plan(
        self, plan: int | None, budget: int | None, *, right: bool | None
    ) -> None:
        """A plan typed from last year's often keeps the old year in its budget."""
        subject = Plan(year=plan, budget=Budget(year=budget))
        assert holds("budget.year", subject) is (right is True)
        assert breaks("budget.year", subject) is (right is False)

    @pytest.mark.parametrize(
        ("code", "part"),
        [
            ("618-100-103-6650-6699", ""),
            ("018-100-101-6100-6149", ""),
            ("001-100-101-6100-6149", ""),
            ("Chương 618, Loại 100, Khoản 103, Mục 7000, Tiểu mục 7049", ""),
            ("Mục 5350", ""),
            ("Tiểu mục 5399", ""),
            ("818-340-085-7750-7761", ""),
            ("989-100-103-6650-6651", ""),
            ("990-100-103-6650-6651", "chương"),
            ("18-100-103-6650-6651", "chương"),
            ("0618-100-103-6650-6651", "chương"),
            ("000-100-103-6650-6651", "chương"),
            ("618-1O0-103-6650-6651", "loại"),
            ("618-100-103-6651-6652", "mục"),
            ("618-100-103-665-6652", "mục"),
            ("618-100-103-6650-6700", "tiểu mục"),
            ("Mục 7000, tiểu mục 7799", "tiểu mục"),
            ("Mục 7000, tiểu mục 6999", "tiểu mục"),
        ],
    )
    def test_codes_have_a_shape(self, code: str, part: str) -> None:
        """Chapters in their range, a mục that is a multiple of 50, a tiểu mục inside it; no list of codes."""
        line = BudgetLine("Hội nghị", Amount(5), code=code)
        assert breaks("budget.code", line) is bool(part)
        if part:
            assert sentence("budget.code", line).endswith(f"không thể là {part}.")

    def test_the_sentence_names_the_part_of_the_code(self) -> None:
        """The officer sees the code and, in it, the digits that can't be right."""
        line = BudgetLine("Hội nghị", Amount(5), code="618-100-103-6650-6702")
        expected = "Mã “618-100-103-6650-6702” sai dạng: “6702” không thể là tiểu mục."
        assert sentence("budget.code", line) == expected

    @pytest.mark.parametrize("code", ["100-103", "618-100-103-6650-6699-1", "mã số 12"])
    def test_a_code_without_labels_or_all_parts_is_not_judged(self, code: str) -> None:
        """Which part is which can't be told, and the report says so."""
        assert unjudged("budget.code", BudgetLine("Hội nghị", code=code))

    @pytest.mark.parametrize(
        ("day", "judged"), [(date(2017, 12, 31), False), (date(2018, 1, 1), True), (date(2026, 1, 1), False)]
    )
    def test_codes_are_judged_while_the_index_is_known(self, day: date, *, judged: bool) -> None:
        """In full use from 2018; what replaced the circular in 2026, if anything, was not seen."""
        assert breaks("budget.code", BudgetLine("Hội nghị", code="990-100-103-6650-6651"), on=day) is judged
