"""Budgets pass through Markdown and separated values without loss, and what a table can't say is refused with its place."""

import re
import unicodedata
from collections.abc import Callable
from csv import reader
from decimal import Decimal
from types import ModuleType
from typing import Any, cast

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from khcn_plan import Amount, Budget, BudgetLine, DivisionKind, FundingSource, Purpose, YearShare, check
from khcn_plan.formats import csv, markdown
from khcn_plan.formats.error import FormatError
from khcn_plan.model.tree import walk
from khcn_plan.notation import letters
from khcn_plan.reading import tables
from tests.timing import seconds

DOORS = (markdown, csv)
both_doors = pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__.rpartition(".")[2])

ODD = st.sampled_from(
    ["|", "\\", '"', ";", "\n", "*", "<br>", "<b>", "&nbsp;", "=", "-", "+", "@", "'", ",", "\t", "_", "5", "Đ"]
)
WRITTEN = st.lists(ODD | st.text(max_size=3), min_size=1, max_size=6).map("".join)
NAMES = WRITTEN.map(lambda text: tables.words(letters.clean(text))).filter(lambda text: text.strip("….") != "")


PRINTED = [(10**scale, 10**step) for scale in (0, 0, 3, 6, 9) for step in range(scale + 1)]


def _amount(count: int, printed: tuple[int, int], symbol: str) -> Amount:
    """Make an amount printed in a unit, with any number of decimals that a figure in đồng leaves room for."""
    scale, step = printed
    return Amount(count * step, step=step, scale=scale, symbol=symbol)


AMOUNTS = st.builds(
    _amount,
    st.integers(-(10**15), 10**15),
    st.sampled_from(PRINTED),
    st.sampled_from(["đồng", "đồng", "đ", "VNĐ", "₫"]),
)
QUANTITIES = st.integers(0, 10**9) | st.decimals(0, 10**6, places=2)
KINDS = st.sampled_from([DivisionKind.PARTITION, DivisionKind.SUBSET, DivisionKind.OPEN])
NAMED = ("Ngân sách tỉnh", "Vốn đối ứng", "Quỹ A|B", "Trong đó tự có", "Nguồn: khác", "Kinh phí\nnăm 2024")


def _sources(amounts: list[Amount | None]) -> tuple[FundingSource, ...]:
    return tuple(FundingSource(name, amount) for name, amount in zip(NAMED, amounts, strict=False) if amount)


SOURCES = st.lists(st.none() | AMOUNTS, max_size=len(NAMED)).map(_sources)


def _line(name: str, kind: DivisionKind, lines: tuple[BudgetLine, ...], **stated: Any) -> BudgetLine:  # noqa: ANN401
    return BudgetLine(name, lines=lines, division=kind if lines else DivisionKind.PARTITION, **stated)


def _lines(below: st.SearchStrategy[tuple[BudgetLine, ...]]) -> st.SearchStrategy[tuple[BudgetLine, ...]]:
    line = st.builds(
        _line,
        NAMES,
        KINDS,
        below,
        amount=st.none() | AMOUNTS,
        spent=st.none() | AMOUNTS,
        quantity=st.none() | QUANTITIES.map(Decimal),
        unit=st.sampled_from(["", "lớp", "tấn", "m²", "Đợt|lần"]),
        unit_price=st.none() | AMOUNTS,
        code=st.sampled_from(["", "417-100-103", "=1+1"]),
        purpose=st.sampled_from([None, *Purpose]),
        sources=SOURCES,
    )
    return st.lists(line, max_size=3).map(tuple)


LINES = st.recursive(st.just(()), _lines, max_leaves=5)
WORDS = st.sampled_from([None, "Chín mươi triệu đồng chẵn", "Chín triệu đồng", "sai | chữ |"])
BUDGETS = st.builds(
    lambda kind, lines, **stated: Budget(lines=lines, division=kind if lines else DivisionKind.PARTITION, **stated),
    KINDS,
    LINES,
    year=st.none() | st.integers(1900, 2099),
    total=st.none() | st.builds(lambda amount, words: attrs.evolve(amount, words=words), AMOUNTS, WORDS),
    spent=st.none() | AMOUNTS,
    assigned=st.none() | AMOUNTS,
    sources=SOURCES,
    years=st.lists(st.builds(YearShare, st.integers(1900, 2099), AMOUNTS), max_size=3).map(tuple),
)
ESTIMATE = Budget(
    year=2024,
    total=Amount(140_000_000, words="Một trăm bốn mươi triệu đồng"),
    lines=(
        BudgetLine(
            "Quản lý nhà nước",
            Amount(80_000_000),
            lines=(
                BudgetLine(
                    "Hội nghị", Amount(40_000_000), quantity=Decimal(2), unit="lần", unit_price=Amount(20_000_000)
                ),
                BudgetLine("Tập huấn", Amount(30_000_000)),
            ),
        ),
        BudgetLine("Ứng dụng", Amount(60_000_000), sources=(FundingSource("Ngân sách huyện", Amount(50_000_000)),)),
    ),
)


def _faults(call: Callable[[Any], object], given: object) -> list[tuple[str, int | None]]:
    with pytest.raises(FormatError) as caught:
        call(given)
    assert caught.value.explain("vi")
    assert caught.value.explain("en")
    return [(fault.pointer, fault.line) for fault in caught.value.faults]


def _states_money(budget: Budget) -> bool:
    return any(isinstance(value, Amount) for value, _, _ in walk(budget))


@both_doors
@given(budget=BUDGETS)
def test_what_is_written_is_read_again(door: ModuleType, budget: Budget) -> None:
    """Whatever a table can say it says, faulty sums too: a door corrects nothing."""
    assume(_states_money(budget))
    assert door.read(door.write(budget)) == budget


@both_doors
@given(budget=BUDGETS)
def test_whatever_is_read_knows_its_place(door: ModuleType, budget: Budget) -> None:
    """A figure stands where its place says, and a name in the row that is its line's."""
    assume(_states_money(budget))
    text = door.write(budget)
    for value, _, _ in walk(door.read(text)):
        assert value.place
        stretch = value.place.of(text)
        assert text.count("\n", 0, value.place.start) + 1 == value.place.line
        assert not isinstance(value, Amount) or re.match(r"-?\d[\d.,]*(?: (?:[^\W\d]+|₫))*$", stretch)


@both_doors
def test_findings_stand_at_the_lines_of_the_table(door: ModuleType) -> None:
    """A group that its rows do not make, and a line that its sources do not make, are found in their rows."""
    text = door.write(ESTIMATE)
    rows = text.split("\n")
    found = [(finding.rule.name, rows[(finding.line or 0) - 1]) for finding in check(door.read(text))]
    assert [name for name, _ in found] == ["budget.total", "budget.sources"]
    assert ["Quản lý nhà nước" in found[0][1], "Ứng dụng" in found[1][1]] == [True, True]


@both_doors
@pytest.mark.parametrize(
    ("budget", "at"),
    [
        (Budget(), ""),
        (Budget(year=2024, lines=(BudgetLine("Quản lý"),)), ""),
        (Budget(total=Amount(5), year=3000), "/year"),
        (Budget(total=Amount(5), lines=(BudgetLine("A", Amount(5)),), division=DivisionKind.UNSURE), "/division"),
        (Budget(total=Amount(5), division=DivisionKind.SUBSET), "/division"),
        (Budget(total=Amount(5), lines=(BudgetLine(""),)), "/lines"),
        (Budget(lines=(BudgetLine("", Amount(5)), BudgetLine("A", Amount(5)))), "/lines"),
        (Budget(total=Amount(5), lines=(BudgetLine("Tổng số", Amount(5)), BudgetLine("A", Amount(5)))), "/lines"),
        (Budget(lines=(BudgetLine("Hai  dấu cách", Amount(5)),)), "/lines/0/name"),
        (Budget(lines=(BudgetLine("Ho\u0323p", Amount(5)),)), "/lines/0/name"),
        (Budget(lines=(BudgetLine("A", Amount(5, step=7)),)), "/lines/0/amount/step"),
        (Budget(total=Amount(1), lines=(BudgetLine("A", Amount(5, scale=12)),)), "/lines/0/amount"),
        (Budget(total=Amount(1), lines=(BudgetLine("A", Amount(10**100)),)), "/lines/0/amount"),
        (Budget(total=Amount(1), lines=(BudgetLine("A", quantity=Decimal("1E-999999")),)), "/lines/0/quantity"),
        (Budget(total=Amount(1), lines=(BudgetLine("A", Amount(5, words="năm đồng")),)), "/lines/0/amount/words"),
        (Budget(total=Amount(5, words="5 đồng")), "/total/words"),
        (Budget(total=Amount(5, symbol="USD"), assigned=Amount(5)), "/total"),
        (
            Budget(
                total=Amount(5),
                lines=(
                    BudgetLine("A", sources=(FundingSource("Quỹ", Amount(1)), FundingSource("Vốn", Amount(2)))),
                    BudgetLine("B", sources=(FundingSource("Vốn", Amount(3)), FundingSource("Quỹ", Amount(4)))),
                ),
            ),
            "/lines/1/sources/0/name",
        ),
    ],
)
def test_what_a_table_cannot_say_is_refused(door: ModuleType, budget: Budget, at: str) -> None:
    """Nothing is lost silently: the path of what would be read differently is named."""
    assert _faults(door.write, budget)[0] == (at, None)


def test_sources_stand_in_one_order_that_every_row_keeps() -> None:
    """A source that the first row lacks may stand before those it has."""
    one, other = FundingSource("Vốn vay", Amount(1)), FundingSource("Ngân sách", Amount(2))
    budget = Budget(lines=(BudgetLine("A", sources=(one,)), BudgetLine("B", sources=(other, one))))
    assert markdown.read(markdown.write(budget)) == budget


READ = Budget(
    total=Amount(140_000_000, scale=10**6, step=10**6),
    lines=(
        BudgetLine("Quản lý", Amount(70_000_000, scale=10**6, step=10**6)),
        BudgetLine("Ứng dụng", Amount(70_000_000, scale=10**6, step=10**6)),
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        "Đơn vị tính: triệu đồng\n\n|STT|Nội dung|Kinh phí|\n|:-|-|-:|\n|1|Quản lý|70|\n|2|Ứng dụng|70|\n||**Cộng**|**140**|",
        "*ĐVT: triệu đồng*\n\nTT | Hạng mục | Số tiền\n-|-|-\n | TỔNG SỐ | 140\nI | Quản lý | 70\nII | Ứng dụng | 70\n",
        "| Nội dung | Kinh phí (triệu đồng) | Ghi chú |\n|-|-|-|\n| Quản lý | 70 |\n| Ứng dụng | 70 | x |\n| Cộng | 140 |\n",
        "| Nội dung | Thành tiền (triệu đồng) |\n|---|---|\n| Quản lý | 70 |\n| Ứng dụng | 70 |\n| Cộng | 140 |\n",
    ],
)
def test_tables_of_others_are_read_from_markdown(text: str) -> None:
    """Alignment, emphasis, missing cells, other names, the total first or last: the same budget."""
    assert markdown.read(text) == READ


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffĐơn vị tính: triệu đồng;;\r\nSTT;Nội dung;Kinh phí\r\n1;Quản lý;70\r\n2;Ứng dụng;70\r\n;Tổng cộng;140\r\n",
        'TT\tNội dung\t"Kinh phí\n(triệu đồng)"\n\n1\tQuản lý\t70\n2\tỨng dụng\t70\nTổng số\t\t140',
        "STT,Nội dung,Kinh phí (triệu đồng)\n1,Quản lý,70\n2,Ứng dụng,70\n,Tổng cộng,140\n",
        "UBND HUYỆN;;CỘNG HÒA XÃ HỘI\nĐVT: triệu đồng\nSTT;Nội dung;Kinh phí\nA;B;1\n1;Quản lý;70\n2;Ứng dụng;70\n;Cộng;140",
        unicodedata.normalize(
            "NFD", "Đơn vị tính: triệu đồng\nSTT;Nội dung;Kinh phí\n1;Quản lý;70\n2;Ứng dụng;70\n;Cộng;140"
        ),
    ],
)
def test_tables_of_others_are_read_from_separated_values(text: str) -> None:
    """Semicolons, tabs, commas, a letterhead above, a mark of UTF-8, empty rows: the same budget."""
    assert csv.read(text) == READ


@pytest.mark.parametrize(
    ("door", "text", "faults"),
    [
        (markdown, "", [("", None)]),
        (markdown, "|STT|Nội dung|Kinh phí|\n|-|-|-|\n|1|Quản lý|…|\n", [("", None)]),
        (markdown, "|STT|Nội dung|Kinh phí|\n|-|-|-|\n|1|Quản lý|bảy mươi|\n|2|A|70|\n", [("", 3)]),
        (markdown, "|STT|Nội dung|Kinh phí|\n|-|-|-|\n|1|Quản lý|70|80|\n", [("", 3)]),
        (markdown, "|STT|Nội dung|Kinh phí|\n|-|-|-|\n|1||70|\n", [("", 3)]),
        (markdown, "|Nội dung|Kinh phí|\n|A|70|\n|Bằng chữ: Bảy mươi đồng||\n", [("", 3)]),
        (
            markdown,
            "|A|B|C|\n|1|2|3|\n\n|Nội dung|Kinh phí|\n|A|70|\n\n|Nội dung|Kinh phí|\n|A|80|\n",
            [("", 1), ("", 7)],
        ),
        (markdown, "|Nội dung|ĐVT|SL|Kinh phí|\n|A|lớp|1,234|70|\n", [("", 2)]),
        (csv, "", [("", None)]),
        (csv, "STT;Nội dung\n1;Quản lý\n", [("", None)]),
        (csv, 'STT;Nội dung;Kinh phí\n1;"Quản" lý;70\n', [("", 2)]),
        (csv, 'STT;Nội dung;Kinh phí\n1;Quản lý;70\n2;"Ứng dụng', [("", 3)]),
        (csv, 'STT;Nội dung\n1;"Quản" lý\n', [("", None)]),
        (csv, "STT,Nội dung,Kinh phí\n1,Quản lý,70,5\n2,A,70\n", [("", 2)]),
        (csv, '"STT";"Nội dung";"Kinh phí"\n1;"Một\nhai";70\n2;A;1.2.3\n', [("", 4)]),
    ],
)
def test_what_would_be_lost_is_refused_with_its_line(
    door: ModuleType, text: str, faults: list[tuple[str, int | None]]
) -> None:
    """No table, two of them, a figure nobody can read or without a name, a cell too many: none is passed over."""
    assert _faults(door.read, text) == faults


@given(BUDGETS)
def test_no_cell_is_a_formula(budget: Budget) -> None:
    """Whoever opens the file in a spreadsheet runs nothing that a name says; numbers below zero are numbers."""
    assume(_states_money(budget))
    for row in reader(csv.write(budget).splitlines(keepends=True), delimiter=";"):
        assert [cell for cell in row if re.match(r"[=+@]|-(?![\d.,]+$)", cell)] == []


def test_line_breaks_and_marks_inside_a_name_survive() -> None:
    """What sets cells apart may stand in a cell: it is written so that it sets nothing apart."""
    name = 'Mua "máy|bơm"; vật tư,\n*hạng* <b>A</b> \\ &nbsp; =1'
    budget = Budget(lines=(BudgetLine(name, Amount(5)),))
    for door in DOORS:
        assert door.read(door.write(budget)).lines[0].name == name


PIECES = st.sampled_from([
    "STT", "Nội dung", "Kinh phí", "Năm 2024", "Đã chi", "Nguồn: A", "Trong đó", "Tổng cộng", "Đơn vị tính: triệu đồng",
    "Bằng chữ: Năm đồng", "1", "1.1", "-", "…", "70", "1,234", "9" * 120, "|", "|", "|---|", ";", ";", "\t", ",", '"', "\n", "\n",
    "\r", "\\", "<br>", "\ufeff", "\0", "'", "năm 2023",
])  # fmt: skip


@both_doors
@given(text=st.lists(PIECES | st.text(max_size=2), max_size=40).map("".join))
def test_any_text_is_read_or_refused(door: ModuleType, text: str) -> None:
    """Whatever the text, the answer is a budget or the reason why there is none."""
    answer = _answer(door, text)
    assert answer.faults if isinstance(answer, FormatError) else _states_money(answer)


def _answer(door: ModuleType, text: str) -> Budget | FormatError:
    try:
        return cast("Budget", door.read(text))
    except FormatError as error:
        return error


TALLY = (
    "Đơn vị tính: nhiệm vụ\n",
    (
        ("STT", "Nội dung", "Tổng số", "Mới", "Cơ quan"),
        ("I", "Cấp tỉnh", "7", "4", "Sở"),
        ("1", "Đề tài", "5", "", ""),
        ("2", "Dự án", "3", "X", ""),
        ("II", "Cấp huyện", "5", "3", "UBND"),
        ("", "Tổng số", "12", "8", ""),
    ),
)


def test_totals_of_other_things_are_read_from_tables() -> None:
    """Each column is a total with its parts, at every level; a fault is found at its row."""
    above, rows = TALLY
    as_markdown = above + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    as_values = above + "".join(";".join(row) + "\n" for row in rows)
    expected = [("breakdown.total", 7), ("breakdown.total", 3)]
    for found in (markdown.read_breakdowns(as_markdown), csv.read_breakdowns(as_values)):
        assert [(total.label, total.total.unit) for total in found] == [("Tổng số", "nhiệm vụ"), ("Mới", "nhiệm vụ")]
        findings = [(finding.rule.name, finding.line) for total in found for finding in check(total)]
        assert sorted(findings) == sorted(expected)


@both_doors
@pytest.mark.parametrize(
    "text", ["", 'TT;Nội dung;Kinh phí\n1;"A" B;5\n', "|Nội dung|Kinh phí|\n|A|5|\n", "|A|B|\n\n|C|D|\n"]
)
def test_a_text_without_totals_has_no_breakdowns(door: ModuleType, text: str) -> None:
    """There is nothing to hold against parts."""
    assert _faults(door.read_breakdowns, text)


def _seconds(call: Callable[[str], object], text: str) -> float:
    return seconds(lambda: call(text))


@both_doors
def test_time_grows_with_the_rows_and_not_faster(door: ModuleType) -> None:
    """A table ten times as long takes ten times as long; quadratic growth would take a hundred times."""

    def table(rows: int) -> str:
        line = BudgetLine("Hội nghị", Amount(40_000), quantity=Decimal(2), unit="lần", unit_price=Amount(20_000))
        group = BudgetLine("Quản lý", Amount(360_000), lines=(line,) * 9)
        return str(door.write(Budget(total=Amount(36_000 * rows), lines=(group,) * (rows // 10))))

    assert _seconds(door.read, table(4_000)) <= 30 * max(_seconds(door.read, table(400)), 0.001)
