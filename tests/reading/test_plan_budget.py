"""Budgets as districts and communes write them: by line, by source, by year; listed, told, multiplied, spent."""

import pytest

from khcn_plan import Amount, Budget, BudgetLine, DivisionKind, Purpose, check
from tests.reading.planning import planned, reviewed


def _budget(sentences: str) -> Budget:
    budget = planned(f"II. KINH PHÍ\n{sentences}").budget
    assert budget is not None
    return budget


def _spent(sentences: str) -> Budget:
    budget = reviewed(f"1. Kinh phí\n{sentences}").budget
    assert budget is not None
    return budget


def _lines(lines: tuple[BudgetLine, ...]) -> list[tuple[str, int | None]]:
    return [(line.name, line.amount.value if line.amount else None) for line in lines]


def test_a_budget_may_be_divided_by_year() -> None:
    """Shares by year are no lines."""
    budget = _budget("Tổng kinh phí 900 triệu đồng, gồm: năm 2023: 400 triệu đồng; năm 2024: 500 triệu đồng.")
    assert [(share.year, share.amount.value) for share in budget.years] == [(2023, 400_000_000), (2024, 500_000_000)]
    assert budget.lines == ()


def test_a_budget_may_be_divided_by_source() -> None:
    """Parts that are all named after who pays are sources of funds."""
    budget = _budget(
        "Tổng kinh phí 500 triệu đồng, từ nguồn:\n- Ngân sách huyện: 300 triệu đồng;\n- Vốn đối ứng: 200 triệu đồng."
    )
    assert [(source.name, source.amount.value) for source in budget.sources] == [
        ("Ngân sách huyện", 300_000_000),
        ("Vốn đối ứng", 200_000_000),
    ]
    assert budget.lines == ()


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        (" từ nguồn sự nghiệp khoa học và công nghệ của huyện.", ["sự nghiệp khoa học và công nghệ của huyện"]),
        (", được bố trí từ ngân sách xã;", ["ngân sách xã"]),
        (" từ nguồn ngân sách huyện và các nguồn hợp pháp khác.", []),
        (" do huyện bố trí.", []),
    ],
)
def test_one_source_may_pay_all(behind: str, names: list[str]) -> None:
    """Where the text names one source alone, it pays the total; where it names several, nobody knows who pays what."""
    assert [source.name for source in _budget(f"Kinh phí 50.000.000 đồng{behind}").sources] == names


def test_a_total_may_stand_alone() -> None:
    """A budget without lines is a budget; a section on money without a figure is none."""
    budget = _budget("Kinh phí dự kiến năm 2023 là 50.000.000 đồng.")
    assert (budget.year, budget.total, budget.lines) == (2023, Amount(50_000_000), ())
    assert planned("II. KINH PHÍ\nKinh phí bố trí từ ngân sách hằng năm.").budget is None


def test_a_second_division_by_line_does_not_replace_the_first() -> None:
    """The lines of a budget are those that come first."""
    budget = _budget(
        "Kinh phí 90 triệu đồng, gồm: quản lý 40 triệu đồng; mô hình 50 triệu đồng.\n"
        "Kinh phí 90 triệu đồng, gồm: tập huấn 30 triệu đồng; hội nghị 60 triệu đồng."
    )
    assert [line.name for line in budget.lines] == ["quản lý", "mô hình"]


def test_lines_are_divided_in_their_turn() -> None:
    """A line may have lines of its own, and say who pays it."""
    management, application = _budget(
        "Kinh phí năm 2023: 140.000.000 đồng. Bao gồm:\n"
        "a) Quản lý nhà nước: 70.000.000 đồng, trong đó: họp hội đồng 30.000.000 đồng; tập huấn 40.000.000 đồng.\n"
        "b) Mô hình ứng dụng: 70.000.000 đồng (ngân sách huyện 50.000.000 đồng, đối ứng 20.000.000 đồng)."
    ).lines
    assert _lines(management.lines) == [("họp hội đồng", 30_000_000), ("tập huấn", 40_000_000)]
    assert (management.purpose, application.purpose) == (Purpose.MANAGEMENT, Purpose.APPLICATION)
    assert [source.name for source in application.sources] == ["ngân sách huyện", "đối ứng"]


def test_a_list_may_close_with_its_total() -> None:
    """Numbered lines, what stands below them, and "Tổng cộng" with its words at the end."""
    budget = _budget(
        "1. Quản lý nhà nước: 50.000.000 đồng\n- Tập huấn: 02 lớp x 10.000.000 đồng/lớp = 20.000.000 đồng\n"
        "- Hội thảo: 30.000.000 đồng\n2. Mô hình: 100.000.000 đồng\n"
        "Tổng cộng: 150.000.000 đồng (Bằng chữ: Một trăm năm mươi triệu đồng)."
    )
    assert budget.total == Amount(150_000_000, words="Một trăm năm mươi triệu đồng")
    assert _lines(budget.lines) == [("Quản lý nhà nước", 50_000_000), ("Mô hình", 100_000_000)]
    training, meeting = budget.lines[0].lines
    assert (training.quantity, training.unit, training.unit_price) == (2, "lớp", Amount(10_000_000))
    assert (meeting.quantity, meeting.amount) == (None, Amount(30_000_000))
    assert not check(budget).errors


def test_a_closing_total_that_its_lines_do_not_make_is_wrong() -> None:
    """What a list closes with is its sum; what stands below a line is judged only where it is plain what it claims."""
    budget = _budget(
        "- Tập huấn: 30.000.000 đồng\n+ Thuê giảng viên: 12.000.000 đồng\n+ Tài liệu: 7.000.000 đồng\n"
        "- Hội thảo: 40.000.000 đồng\nCộng: 80.000.000 đồng"
    )
    assert [finding.rule.name for finding in check(budget).errors] == ["budget.total"]
    assert budget.lines[0].division is DivisionKind.UNSURE


def test_lines_below_one_take_what_a_breakdown_says_of_them() -> None:
    """Where the text divides a line by a word, the word tells what its lines claim."""
    budget = _budget(
        "- Tập huấn: 30.000.000 đồng, trong đó:\n+ Thuê giảng viên: 20.000.000 đồng\n+ Tài liệu: 5.000.000 đồng\n"
        "- Hội thảo: 40.000.000 đồng\nCộng: 70.000.000 đồng"
    )
    assert budget.lines[0].division is DivisionKind.SUBSET
    assert [finding.rule.name for finding in check(budget)] == ["budget.remainder"]


def test_a_product_gives_the_amount_of_its_line() -> None:
    """Of "02 lớp x 15.000.000 đồng = 30.000.000 đồng" the last figure is the expense, and the total holds."""
    budget = _budget(
        "Tổng kinh phí 80 triệu đồng, gồm:\n- Mô hình: 50 triệu đồng;\n- Tập huấn: 02 lớp x 15 triệu đồng = 30 triệu đồng.\n"
        "Tổng kinh phí 80 triệu đồng chia theo nguồn, gồm:\n- Ngân sách xã: 60 triệu đồng;\n- Đối ứng: 20 triệu đồng."
    )
    assert [line.amount and line.amount.value for line in budget.lines] == [50_000_000, 30_000_000]
    assert [line.name for line in budget.lines] == ["Mô hình", "Tập huấn"]
    assert [source.amount.value for source in budget.sources] == [60_000_000, 20_000_000]
    assert not check(budget).errors


def test_a_price_with_two_readings_is_left_alone() -> None:
    """A price that no rule of notation reads is no unit price."""
    [training, _] = _budget("- Tập huấn: 2 lớp x 1,2,3 đồng = 30.000.000 đồng\n- Hội thảo: 40.000.000 đồng").lines
    assert (training.amount, training.unit_price) == (Amount(30_000_000), None)


def test_where_the_products_do_not_make_the_total_the_sentence_is_read() -> None:
    """Lines that multiply but do not add up to the total are not taken for it."""
    budget = _budget("Tổng kinh phí 90.000.000 đồng:\n- Tập huấn: 2 lớp x 15.000.000 đồng = 30.000.000 đồng")
    assert (budget.total, budget.lines) == (Amount(90_000_000), ())


def test_lines_may_have_no_total() -> None:
    """Two lines that say what was planned and spent are a budget; under a total that they do not make nothing is judged."""
    budget = _spent(
        "+ Quản lý: kế hoạch 40.000.000 đồng, thực hiện 40.000.000 đồng.\n"
        "+ Dự án: kế hoạch 50.000.000 đồng, thực hiện 48.000.000 đồng."
    )
    assert budget.total is None
    assert [line.spent for line in budget.lines] == [Amount(40_000_000), Amount(48_000_000)]
    unsure = _budget("Tổng kinh phí: 500.000.000 đồng\n- Mô hình A: 123.000.000 đồng\n- Mô hình B: 45.000.000 đồng")
    assert (unsure.total, unsure.division) == (Amount(500_000_000), DivisionKind.UNSURE)
    assert not list(check(unsure))


def test_a_table_takes_the_words_of_the_sentence_beside_it() -> None:
    """The total of a table and the same total in words are one amount."""
    budget = _budget(
        "| STT | Nội dung | Thành tiền (đồng) |\n|---|---|---|\n| 1 | Tập huấn | 30.000.000 |\n| 2 | Mô hình | 40.000.000 |\n"
        "| | Tổng cộng | 70.000.000 |\n\nTổng kinh phí: 70.000.000 đồng (Bằng chữ: Bảy mươi triệu đồng)."
    )
    assert budget.total == Amount(70_000_000, words="Bảy mươi triệu đồng")
    assert [line.purpose for line in budget.lines] == [Purpose.MANAGEMENT, Purpose.APPLICATION]


@pytest.mark.parametrize(
    ("sentence", "spent"),
    [
        ("Kinh phí được giao năm 2022 là 200.000.000 đồng, đã giải ngân 180.000.000 đồng, đạt 90%.", 180_000_000),
        ("Dự toán 200 triệu đồng; thực hiện: 185 triệu đồng, đạt 92,5%.", 185_000_000),
        ("Kinh phí 200 triệu đồng, thực hiện dự án nuôi cá 150 triệu đồng.", None),
        ("Kinh phí 200 triệu đồng. Tỉnh đã chi 150 triệu đồng.", None),
    ],
)
def test_what_was_spent_of_the_total(sentence: str, spent: int | None) -> None:
    """The next amount was spent if the words between the two say so, in the same sentence."""
    budget = _spent(sentence)
    assert (budget.spent.value if budget.spent else None) == spent


def test_what_another_sentence_says_was_spent_is_not_of_the_line() -> None:
    """Only the sentence of a line tells what was spent of it."""
    budget = _spent(
        "Kinh phí 90.000.000 đồng, gồm:\n- Quản lý: 40.000.000 đồng. Tỉnh đã chi 5.000.000 đồng.\n"
        "- Mô hình: 50.000.000 đồng, tăng 3.000.000 đồng."
    )
    assert [line.spent for line in budget.lines] == [None, None]
    assert [line.purpose for line in budget.lines] == [Purpose.MANAGEMENT, Purpose.APPLICATION]


@pytest.mark.parametrize(
    ("heading", "sentence", "year"),
    [
        ("KINH PHÍ NĂM 2023", "Tổng 140 triệu đồng, tăng so với năm 2022.", 2023),
        ("KINH PHÍ", "Tổng 140 triệu đồng cho năm 2023.", 2023),
        ("KINH PHÍ", "Tổng 140 triệu đồng cho năm 2023 và năm 2024.", None),
        ("KINH PHÍ", "Kinh phí năm 2022 chuyển sang năm 2023 là 140 triệu đồng.", 2022),
    ],
)
def test_the_year_of_a_budget(heading: str, sentence: str, year: int | None) -> None:
    """It stands before the total, or alone in its paragraph, else in a heading; a year compared with is another."""
    budget = planned(f"II. {heading}\n{sentence}").budget
    assert budget is not None
    assert budget.year == year


def test_tasks_with_money_are_no_lines_of_the_budget() -> None:
    """Where one part holds tasks and money, each section is what its own heading says."""
    plan = planned(
        "Phần thứ hai. Nhiệm vụ và kinh phí\n1. Nhiệm vụ\n"
        "- Mô hình A, kinh phí: 40.000.000 đồng.\n- Mô hình B, kinh phí: 50.000.000 đồng.\n"
        "2. Kinh phí\nTổng kinh phí: 90.000.000 đồng, gồm: mô hình A 40.000.000 đồng; mô hình B 50.000.000 đồng."
    )
    assert [task.name for task in plan.tasks] == ["Mô hình A", "Mô hình B"]
    assert plan.budget is not None
    assert [line.name for line in plan.budget.lines] == ["mô hình A", "mô hình B"]


def test_one_heading_may_be_on_work_and_money() -> None:
    """In a section on both, what is listed before the closing total is work with its cost."""
    plan = planned(
        "II. NHIỆM VỤ VÀ KINH PHÍ\n- Mô hình nuôi ong: 40.000.000 đồng\n- Tập huấn: 10.000.000 đồng\n"
        "Tổng kinh phí: 50.000.000 đồng"
    )
    assert plan.budget is not None
    assert plan.budget.total == Amount(50_000_000)
    assert [task.name for task in plan.tasks] == ["Mô hình nuôi ong", "Tập huấn"]
    assert [task.total for task in plan.tasks] == [Amount(40_000_000), Amount(10_000_000)]


def test_what_was_assigned_stands_beside_the_total() -> None:
    """A paragraph of its own says what the assigning decision gave; alone it is the total."""
    budget = _budget("Tổng kinh phí: 90.000.000 đồng.\nDự toán được giao năm 2023: 80.000.000 đồng.")
    assert budget.total == Amount(90_000_000)
    assert budget.assigned == Amount(80_000_000)
    alone = _budget("Dự toán được giao năm 2023: 80.000.000 đồng.")
    assert (alone.total, alone.assigned) == (Amount(80_000_000), None)
