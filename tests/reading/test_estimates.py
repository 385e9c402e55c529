"""Estimates laid out as tables are read with their levels, units, sources and years, and judged like any other."""

import pytest

from khcn_plan import RULES, Budget, DivisionKind, RuleSet, check
from khcn_plan.formats import text as texts

_MONEY = RuleSet(tuple(rule for rule in RULES if rule.name.startswith(("budget.", "breakdown."))))
ESTIMATE = """Dự toán chi tiết
Đơn vị tính: đồng
| STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền | Trong đó | |
| | | | | | | NSSNKH | Đối ứng |
|---|---|---|---|---|---|---|---|
| I | Quản lý nhà nước | | | | 70.000.000 | 70.000.000 | - |
| 1 | Hội nghị | lần | 2 | 20.000.000 | 40.000.000 | 40.000.000 | |
| 2 | Tập huấn | lớp | 3 | 10.000.000 | 30.000.000 | 30.000.000 | |
| II | Ứng dụng | | | | 70.000.000 | 50.000.000 | 20.000.000 |
| | Tổng cộng | | | | 140.000.000 | 120.000.000 | 20.000.000 |
"""


def _budget(text: str) -> Budget:
    [budget] = texts.read(text).document.budgets
    return budget


def _rules(text: str) -> list[tuple[str, int | None]]:
    findings = check(texts.read(text), rules=_MONEY)
    return [(finding.rule.name, finding.line) for finding in findings]


def test_a_table_makes_a_budget() -> None:
    """Groups hold their rows, rows their quantity, unit and price, the last row the total and who pays it."""
    budget = _budget(ESTIMATE)
    assert budget.total is not None
    assert budget.total.value == 140_000_000
    assert [(line.name, len(line.lines)) for line in budget.lines] == [("Quản lý nhà nước", 2), ("Ứng dụng", 0)]
    assert [(source.name, source.amount.value) for source in budget.sources] == [
        ("NSSNKH", 120_000_000),
        ("Đối ứng", 20_000_000),
    ]
    assert budget.lines[0].lines[1].unit == "lớp"


def test_a_sound_table_is_silent() -> None:
    """Every row, column, product and share holds."""
    assert _rules(ESTIMATE) == []


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("| 140.000.000 |", "| 150.000.000 |", ("budget.total", 10)),
        ("| lần | 2 |", "| lần | 3 |", ("budget.product", 7)),
        ("| 40.000.000 | 40.000.000 |", "| 40.000.000 | 41.000.000 |", ("budget.sources", 7)),
        ("| 30.000.000 | 30.000.000 |", "| 31.000.000 | 31.000.000 |", ("budget.total", 6)),
    ],
)
def test_a_fault_in_a_cell_is_found_at_its_row(right: str, wrong: str, expected: tuple[str, int]) -> None:
    """Sums by row and by column, quantity × price, sources of a row."""
    assert right in ESTIMATE
    assert expected in _rules(ESTIMATE.replace(right, wrong, 1))


@pytest.mark.parametrize("cell", ["-", "", "X", "…", "........"])
def test_a_cell_without_a_figure_is_no_fault(cell: str) -> None:
    """Nil, not stated, not applicable and to be filled in are all no figures."""
    assert _rules(ESTIMATE.replace("| 70.000.000 | - |", f"| 70.000.000 | {cell} |")) == []


def test_a_blank_form_is_no_estimate() -> None:
    """A form to be filled in states nothing."""
    blank = "| STT | Nội dung | Thành tiền |\n|---|---|---|\n| 1 | [Tên đề tài] | ........ |\n| 2 | … | … |\n"
    assert texts.read(blank).document.budgets == ()


@pytest.mark.parametrize(
    ("header", "unit", "value"),
    [
        ("Kinh phí (triệu đồng)", "", 70_000_000),
        ("Kinh phí", "Đơn vị tính: nghìn đồng\n", 70_000),
        ("Kinh phí", "ĐVT: 1000đ\n", 70_000),
        ("Kinh phí", "", 70),
    ],
)
def test_the_unit_stands_above_or_in_the_header(header: str, unit: str, value: int) -> None:
    """Figures are multiplied out by the unit of the table."""
    budget = _budget(f"{unit}TT\tNội dung\t{header}\n1\tQuản lý\t70\n2\tỨng dụng\t70\n")
    assert budget.lines[0].amount is not None
    assert budget.lines[0].amount.value == value


def test_years_divide_the_total_too() -> None:
    """A column a year: the total row is divided by them."""
    text = "TT|Nội dung|Tổng số|Năm 2024|Năm 2025\n1|Mô hình|900|400|500\n|Cộng|900|400|500\n"
    assert [(share.year, share.amount.value) for share in _budget(text).years] == [(2024, 400), (2025, 500)]


def test_levels_that_are_not_plain_are_not_judged() -> None:
    """Where some rows have no number the tree is unsure: nothing is judged, and the report says so."""
    text = "STT|Nội dung|Kinh phí\n1|Quản lý|70\n|Hội nghị|40\n2|Ứng dụng|60\n|Tổng cộng|140\n"
    assert _budget(text).division is DivisionKind.UNSURE
    report = check(texts.read(text), rules=_MONEY)
    assert [gap.rule.name for gap in report.gaps if gap.place] == ["budget.total"]


@pytest.mark.parametrize(
    "text",
    [
        "TT|Nội dung|Tiến độ\n1|Quản lý|Quý I\n2|Ứng dụng|Quý II\n",
        "TT|Kinh phí|Tiến độ\n1|70|Quý I\n2|70|Quý II\n",
        "Một dòng | hai | ba\n",
        "TT|Nội dung|Kinh phí\n",
        "TT|Nội dung|Kinh phí\n1|Quản lý|1,234 triệu đồng\n",
        "TT|Nội dung|Kinh phí\n1|Quản lý|0,5\n",
    ],
)
def test_what_states_no_money_is_no_estimate(text: str) -> None:
    """Without a column of contents and one of money, or without a sound figure, there is nothing to judge."""
    budgets = texts.read(text).document.budgets
    assert all(line.amount is None or line.amount.value for budget in budgets for line in budget.lines)
    assert budgets == () or "1,234" in text


def test_figures_that_are_badly_grouped_are_passed_over() -> None:
    """What is no number in a cell is no amount."""
    text = "TT|Nội dung|Kinh phí|Năm 2024|Năm 2025\n1|Quản lý|70|1.2.3|\n|Cộng|70|1.2.3|5\n"
    assert [share.year for share in _budget(text).years] == [2025]


HEADER = "STT|Nội dung|Kinh phí|Đã chi"


@pytest.mark.parametrize(
    ("rows", "kind", "names"),
    [
        ("|Tổng số|90|\n|Trong đó:||\n1|A|50|\n2|B|30|", DivisionKind.SUBSET, ["A", "B"]),
        ("1|A|50|\n2|B|30|\n3|…||\n|Cộng|90|", DivisionKind.OPEN, ["A", "B"]),
        ("1|A|50|\n2|B|30|\n3|…|10|\n|Cộng|90|", DivisionKind.PARTITION, ["A", "B", "…"]),
        ("1|A|50|\n|Trong đó:||\n2|B|30|\n|Cộng|90|", DivisionKind.UNSURE, ["A", "B"]),
        ("1|A|50|\n2|B|40|\n|Trong đó:||\n|Cộng|90|", DivisionKind.UNSURE, ["A", "B"]),
        ("I. Chi một|||\n1|A|50|\nII. Chi hai|||\n1|B|40|\n|Cộng|90|", DivisionKind.PARTITION, ["Chi một", "Chi hai"]),
        ("1|A|50|\n1200|B|40|\n|Cộng|90|", DivisionKind.PARTITION, ["A", "B"]),
        ("–|A|50|\n–|B|40|\n|Cộng|90|", DivisionKind.PARTITION, ["A", "B"]),
    ],
)
def test_rows_say_what_others_claim(rows: str, kind: DivisionKind, names: list[str]) -> None:
    """Some of it after "trong đó", not all of it before "…"; where such a row stands elsewhere nothing is judged."""
    budget = _budget("\n".join((HEADER, *(row if row.count("|") == 3 else f"{row}|" for row in rows.split("\n")))))
    assert (budget.division, [line.name for line in budget.lines]) == (kind, names)


def test_a_group_may_name_some_of_its_rows() -> None:
    """Below a row too, "trong đó" makes what follows some of it."""
    budget = _budget(f"{HEADER}\n1|A|50|\n|Trong đó||\n1.1|B|20|\n2|C|40|\n|Cộng|90|")
    assert [(line.name, line.division, len(line.lines)) for line in budget.lines] == [
        ("A", DivisionKind.SUBSET, 1),
        ("C", DivisionKind.PARTITION, 0),
    ]


def test_the_total_is_given_in_words_below_the_table_or_in_a_row() -> None:
    """Words below the table are held against the total, with the line where they stand."""
    rows = f"{HEADER}\n1|A|90.000.000|80.000.000\n|Tổng cộng|90.000.000|80.000.000\n"
    for below in ("\nSố tiền bằng chữ: Chín triệu đồng.", "Bằng chữ: Chín triệu đồng|||"):
        [finding] = check(texts.read(rows + below), rules=RuleSet(tuple(r for r in RULES if r.name == "amount.words")))
        assert finding.line in {3, 4, 5}
        total = _budget(rows + below).total
        assert total is not None
        assert total.words == "Chín triệu đồng"
        assert total.label_place is not None


def test_what_was_spent_and_assigned_is_read() -> None:
    """Planned and spent stand side by side; what was assigned stands below the total."""
    budget = _budget("Nội dung|Dự toán|Thực hiện năm 2023\nA|90|80\nTổng cộng|90|80\nDự toán được giao|100|")
    assert budget.spent is not None
    assert budget.assigned is not None
    assert (budget.spent.value, budget.assigned.value) == (80, 100)


@pytest.mark.parametrize(
    ("above", "header", "year"),
    [
        ("Dự toán kinh phí năm 2024", "Kinh phí", 2024),
        ("Ban hành ngày 15 tháng 02 năm 2023", "Kinh phí", None),
        ("Dự toán kinh phí", "Năm 2025", 2025),
        ("Năm 2023", "Kinh phí năm 2024", 2024),
    ],
)
def test_the_year_stands_above_or_in_the_column(above: str, header: str, year: int | None) -> None:
    """The year of a date is not that of an estimate; one column of money may name it."""
    assert _budget(f"{above}\n|Nội dung|{header}|\n|A|90|\n").year == year


@pytest.mark.parametrize(
    "text",
    [
        "Đơn vị tính: nhiệm vụ\n|Nội dung|Tổng số|\n|Cấp tỉnh|12|\n|Cấp huyện|5|\n",
        "|Chỉ tiêu|ĐVT|Tổng số|\n|Chè|tấn|12|\n|Bò|con|5|\n",
        "|Nội dung|Nguồn vốn|Tiến độ|\n|A|70|80|\n",
    ],
)
def test_figures_of_other_things_are_no_money(text: str) -> None:
    """A table in tasks, or in a unit a row, states no budget."""
    assert texts.read(text).document.budgets == ()


def test_a_column_of_names_of_sources_is_none_of_money() -> None:
    """Who pays may stand in words beside the amount."""
    budget = _budget("Nội dung|Nguồn kinh phí|Thành tiền (1.000đ)\nA|NSNN|90\nTổng cộng||90\n")
    assert budget.total is not None
    assert (budget.total.value, budget.sources) == (90_000, ())


def test_a_row_that_counts_the_columns_is_no_line() -> None:
    """Forms number their columns below the header."""
    budget = _budget("TT|Nội dung|Số lượng|Đơn giá|Kinh phí\nA|B|1|2|3=1x2\n1|Tập huấn|2|30|60\n")
    assert [line.name for line in budget.lines] == ["Tập huấn"]


def test_a_table_in_another_unit_divides_its_totals() -> None:
    """Tasks are counted by level; "trong đó" leaves unsure what the rows claim."""
    table = "Đơn vị tính: nhiệm vụ\n|Nội dung|Mới|Tỷ lệ|\n|Tỉnh|2|40|\n{}|Xã|4|90|\n|Tổng số|5|99|\n"
    [finding] = check(texts.read(table.format("")), rules=_MONEY)
    assert (finding.rule.name, finding.line) == ("breakdown.total", 5)
    assert _rules(table.format("|Trong đó|||\n")) == []
    assert texts.read(table.replace("|Tổng số|5|99|\n", "").format("")).document.breakdowns == ()


def test_a_row_that_announces_others_is_no_line() -> None:
    """A row that only announces the next ones says nothing of its own."""
    assert [
        line.name for line in _budget("|Nội dung|Kinh phí|\n|Tổng số|90|\n|Bao gồm:||\n|A|50|\n|B|40|\n").lines
    ] == ["A", "B"]


@pytest.mark.parametrize("blanks", [500, 1_001])
def test_no_table_has_a_thousand_columns(blanks: int) -> None:
    """A line of more marks is some other text, and costs no more to read than that."""
    table = f"Đơn vị tính: triệu đồng\n|Nội dung|Kinh phí|{'|' * blanks}\n|A|50|{'|' * blanks}\n|B|40|{'|' * blanks}\n"
    found = texts.read(table).document
    assert bool(found.budgets) == (blanks < 1_000)


@pytest.mark.parametrize(
    ("table", "rules"),
    [
        ("|STT|Đơn vị|Kinh phí (triệu đồng)|\n|1|Huyện A|50|\n|2|Huyện B|85|\n|Tổng||125|\n", ["budget.total"]),
        ("|STT|Đơn vị|Kinh phí (triệu đồng)|\n|1|Huyện A|50|\n|2|Huyện B|85|\n|Tổng||135|\n", []),
        ("Đơn vị tính: triệu đồng\n|TT|Nội dung|Tổng|NSTW|NSĐP|Khác|\n|1|A|100|50|30|20|\n|2|B|200|100|70|30|\n", []),
        (
            "Đơn vị tính: triệu đồng\n|TT|Nội dung|Tổng|NSTW|NSĐP|Khác|\n|1|A|100|50|30|20|\n|2|B|200|100|70|40|\n",
            ["budget.sources"],
        ),
    ],
)
def test_columns_are_told_by_those_beside_them(table: str, rules: list[str]) -> None:
    """“Đơn vị” names the rows where nothing else does, and “khác” is a source beside other sources."""
    assert [name for name, _ in _rules(table)] == rules
