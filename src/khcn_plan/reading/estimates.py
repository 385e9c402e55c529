"""Estimates laid out as tables (bảng dự toán): which column is what, which row stands under which, and the budget they make.

The header tells the columns, the numbers in the first one the levels ("A", "I", "1", "1.1", "a", "-"). `-`, `X`, `…` and
an empty cell say that there is no figure, each in its way; `0` is one. Where no column holds money there is no estimate.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from khcn_plan.model import (
    Amount,
    Breakdown,
    Budget,
    BudgetLine,
    Division,
    DivisionKind,
    FundingSource,
    YearShare,
)
from khcn_plan.notation import NotationError, figures
from khcn_plan.notation.figures import Quantity
from khcn_plan.reading import items
from khcn_plan.reading.lines import Lines
from khcn_plan.reading.tables import Cell, Table

_ROLES = (
    ("number", re.compile(r"(?:s?tt|số tt|số thứ tự|mã số)$", re.IGNORECASE)),
    ("unit", re.compile(r"đvt|đơn vị(?: tính)?$", re.IGNORECASE)),
    ("quantity", re.compile(r"số lượng|sl$|khối lượng", re.IGNORECASE)),
    ("price", re.compile(r"đơn giá", re.IGNORECASE)),
    ("note", re.compile(r"ghi chú", re.IGNORECASE)),
    ("year", re.compile(r"(?:năm\s+)?20\d\d$", re.IGNORECASE)),
    ("amount", re.compile(r"thành tiền|kinh phí|tổng|dự toán|số tiền|cộng", re.IGNORECASE)),
    ("source", re.compile(r"ngân sách|nguồn|^ns|vốn|đối ứng|xã hội h|doanh nghiệp|tự có|nước ngoài", re.IGNORECASE)),
    ("content", re.compile(r"nội dung|khoản mục|tên|hạng mục|nhiệm vụ|đơn vị|chỉ tiêu|diễn giải", re.IGNORECASE)),
)
_TOTAL = re.compile(r"(?:tổng(?: cộng| số| chi| kinh phí| dự toán)?|cộng)\s*(?:\(.*\))?\s*:?$", re.IGNORECASE)
_FIGURES = re.compile(
    r"(?P<digits>\d+(?:[.,]\d+)*)\s*(?P<magnitude>nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?P<unit>đồng|đ|VNĐ|VND|₫)?$"
)
_MAGNITUDE = re.compile(r"(?P<magnitude>nghìn|ngàn|triệu|tỷ|tỉ|1\.?000)\s*(?:đồng|đ\b|vnđ|vnd)", re.IGNORECASE)
YEAR_DIGITS = 4


@attrs.frozen
class Estimate:
    """What a table of money says.

    Attributes:
        budget: its total, its lines and who pays.
        columns: the other columns of money, each a total with the figures of the topmost rows.
    """

    budget: Budget
    columns: tuple[Breakdown, ...]


@attrs.frozen
class _Grid:
    """A table with the roles of its columns."""

    lines: Lines
    table: Table
    columns: dict[str, int]
    sources: tuple[int, ...]
    years: tuple[int, ...]
    magnitude: str

    def cell(self, row: Sequence[Cell], role: str) -> Cell | None:
        """Return the cell of a row in the column of this role."""
        return row[self.columns[role]] if role in self.columns else None


def read(lines: Lines, table: Table) -> Estimate | None:
    """Read a table as an estimate; `None` where it has no column of contents or none of money."""
    grid = _grid(lines, table)
    if grid is None:
        return None
    totals = [row for row in table.rows if _is_total(grid, row)]
    body = [row for row in table.rows if not _is_total(grid, row) and _name(grid, row)]
    depths = items.levels([_number(grid, row) for row in body])
    lines_ = _tree(grid, body, depths)
    if not any(line.amount for line in lines_):
        return None
    total = totals[-1] if totals else None
    top = [row for row, depth in zip(body, depths, strict=True) if depth == min(depths)]
    budget = Budget(
        total=_amount(grid, grid.cell(total, "amount")) if total else None,
        lines=lines_,
        sources=tuple(_shares(grid, total)) if total else (),
        years=tuple(_years(grid, total)) if total else (),
        division=DivisionKind.PARTITION if _sure(grid, body) else DivisionKind.UNSURE,
        place=lines.span(table.start, table.end),
    )
    return Estimate(budget, tuple(_columns(grid, total, top)) if total else ())


def _grid(lines: Lines, table: Table) -> _Grid | None:
    """Give the columns their roles, by the first pattern that their header matches."""
    columns: dict[str, int] = {}
    many: dict[str, list[int]] = {"source": [], "year": []}
    for index, name in enumerate(table.header):
        role = next((role for role, pattern in _ROLES if pattern.search(name)), "")
        if role in many:
            many[role].append(index)
        elif role:
            columns.setdefault(role, index)
    if "content" not in columns or "amount" not in columns:
        return None
    match = _MAGNITUDE.search(table.header[columns["amount"]]) or _MAGNITUDE.search(table.unit)
    magnitude = "nghìn" if match and match["magnitude"].startswith("1") else match["magnitude"] if match else ""
    return _Grid(lines, table, columns, tuple(many["source"]), tuple(many["year"]), magnitude)


def _is_total(grid: _Grid, row: Sequence[Cell]) -> bool:
    return any(_TOTAL.match(cell.text) for cell in row[: grid.columns["content"] + 1])


def _name(grid: _Grid, row: Sequence[Cell]) -> str:
    cell = grid.cell(row, "content")
    return cell.text if cell else ""


def _number(grid: _Grid, row: Sequence[Cell]) -> str:
    cell = grid.cell(row, "number")
    return cell.text.rstrip(".)") if cell else ""


def _sure(grid: _Grid, rows: Iterable[Sequence[Cell]]) -> bool:
    """Tell whether the levels of the rows are plain: every row has a number, or none has."""
    numbered = [bool(_number(grid, row)) for row in rows]
    return all(numbered) or not any(numbered)


def _tree(grid: _Grid, rows: Sequence[Sequence[Cell]], depths: Sequence[int]) -> tuple[BudgetLine, ...]:
    """Hang each row under the last one above it that stands higher."""
    built: list[BudgetLine] = []
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and depths[end] > depths[start]:
            end += 1
        below = _tree(grid, rows[start + 1 : end], depths[start + 1 : end])
        built.append(_line(grid, rows[start], below))
        start = end
    return tuple(built)


def _line(grid: _Grid, row: Sequence[Cell], below: tuple[BudgetLine, ...]) -> BudgetLine:
    unit = grid.cell(row, "unit")
    quantity = _figure(grid.cell(row, "quantity"), "")
    return BudgetLine(
        _name(grid, row),
        _amount(grid, grid.cell(row, "amount")),
        quantity=quantity.value if quantity else None,
        unit=unit.text if unit else "",
        unit_price=_amount(grid, grid.cell(row, "price")),
        lines=below if any(line.amount for line in below) else (),
        sources=tuple(_shares(grid, row)),
        place=grid.lines.span(row[0].start, row[-1].end),
    )


def _shares(grid: _Grid, row: Sequence[Cell]) -> Iterator[FundingSource]:
    for column in grid.sources:
        amount = _amount(grid, row[column])
        if amount:
            yield FundingSource(grid.table.header[column], amount)


def _years(grid: _Grid, row: Sequence[Cell]) -> Iterator[YearShare]:
    for column in grid.years:
        amount = _amount(grid, row[column])
        if amount:
            yield YearShare(_year_of(grid.table.header[column]), amount)


def _year_of(name: str) -> int:
    """Return the year that the header of a column ends with."""
    return int(name.strip()[-YEAR_DIGITS:])


def _columns(grid: _Grid, total: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> Iterator[Breakdown]:
    """Yield every further column of money whose total is stated, with the figures of the topmost rows."""
    for column in (*grid.sources, *grid.years):
        stated = _amount(grid, total[column])
        parts = [(row, amount) for row in rows if (amount := _amount(grid, row[column]))]
        if stated and parts:
            members = tuple(Breakdown(_name(grid, row), a.quantity, place=a.place) for row, a in parts)
            yield Breakdown(grid.table.header[column], stated.quantity, (Division(members),), place=stated.place)


def _amount(grid: _Grid, cell: Cell | None) -> Amount | None:
    """Read a cell of money, in the unit of the table where the cell names none."""
    quantity = _figure(cell, grid.magnitude)
    if cell is None or quantity is None or quantity.value != int(quantity.value):
        return None
    step = max(1, int(quantity.step))
    return Amount(int(quantity.value), step=step, scale=quantity.scale, place=grid.lines.span(cell.start, cell.end))


def _figure(cell: Cell | None, magnitude: str) -> Quantity | None:
    match = _FIGURES.match(cell.text) if cell else None
    if match is None:
        return None
    own = match["magnitude"] or ("" if match["unit"] else magnitude)
    try:
        return figures.quantity(match["digits"], "đồng", own)
    except NotationError:
        return None
