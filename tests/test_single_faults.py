"""One figure is changed in a sound plan: it is found, once, at a line an officer would look at."""

from pathlib import Path

import pytest

from khcn_plan import check
from khcn_plan.formats import text as texts

EXAMPLES = Path(__file__).parents[1] / "examples"

# file, line, what stands there, what is put there, the rules whose findings are new and their lines
CHANGED = [
    ("ke_hoach_xa_2026", 33, "150.000.000", "151.000.000", {("budget.total", 32)}),
    ("ke_hoach_xa_2026", 34, "= 30.000.000", "= 31.000.000", {("budget.product", 34), ("budget.total", 32)}),
    ("ke_hoach_xa_2026", 34, "02 lớp", "03 lớp", {("budget.product", 34)}),
    ("ke_hoach_xa_2026", 35, "20.000.000", "21.000.000", {("budget.total", 32)}),
    ("ke_hoach_xa_2026", 36, "200.000.000", "210.000.000", {("breakdown.total", 36)}),
    ("ke_hoach_xa_2026", 37, "90.000.000", "91.000.000", {("budget.sources", 37)}),
    ("ke_hoach_xa_2026", 38, "60.000.000", "16.000.000", {("budget.sources", 37)}),
    ("ke_hoach_xa_2026", 39, "50.000.000", "51.000.000", {("budget.sources", 37)}),
    ("ke_hoach_xa_2026", 40, "120.000.000", "130.000.000", {("budget.years", 40)}),
    ("ke_hoach_xa_2026", 40, "80.000.000", "81.000.000", {("budget.years", 40)}),
    ("ke_hoach_huyen_2023", 48, ": 40.000.000", ": 41.000.000", {("budget.total", 46)}),
    ("ke_hoach_huyen_2023", 48, "hết 40.000.000", "hết 41.000.000", {("budget.overspent", 48)}),
    ("ke_hoach_huyen_2023", 50, "50.000.000", "51.000.000", {("budget.total", 46)}),
    ("ke_hoach_huyen_2023", 79, "70.000.000", "71.000.000", {("budget.total", 76)}),
    ("ke_hoach_huyen_2023", 81, "70.000.000", "71.000.000", {("budget.total", 76)}),
    ("ke_hoach_huyen_2022", 46, "25.000.000", "26.000.000", {("budget.total", 43)}),
    ("ke_hoach_huyen_2022", 47, "35.000.000", "36.000.000", {("budget.total", 43)}),
]


def _found(text: str) -> list[tuple[str, int | None]]:
    return [(finding.rule.name, finding.line) for finding in check(texts.read(text))]


@pytest.mark.parametrize(("name", "line", "stands", "put", "expected"), CHANGED)
def test_a_changed_figure_is_found_once(
    name: str, line: int, stands: str, put: str, expected: set[tuple[str, int]]
) -> None:
    """Whichever figure of a sum is mistyped, and however the plan divides its total, each contradiction is said once."""
    text = (EXAMPLES / f"{name}.txt").read_text("utf-8")
    rows = text.split("\n")
    assert rows[line - 1].count(stands) == 1
    rows[line - 1] = rows[line - 1].replace(stands, put)
    known = _found(text)
    new = sorted(found for found in _found("\n".join(rows)) if found not in known)
    assert new == sorted(expected)


def test_the_words_of_what_a_task_costs_are_judged() -> None:
    """Words and the name of the currency are judged once, though the amount may be the budget's as well."""
    head = "UBND XÃ NẬM KHAO\nKẾ HOẠCH\nHoạt động khoa học và công nghệ năm 2026\n\nB. NHIỆM VỤ\n"
    task = "1. Mô hình nuôi ong, kinh phí 50.000.000 VNĐ (Bằng chữ: Năm triệu đồng)\n   Đơn vị chủ trì: Hợp tác xã A\n"
    reading = texts.read(head + task)
    assert reading.plan is not None
    assert [one.total and one.total.value for one in reading.plan.tasks] == [50_000_000]
    found = [(finding.rule.name, finding.line) for finding in check(reading) if finding.rule.name.startswith("amount.")]
    assert found == [("amount.words", 6), ("amount.symbol", 6)]
