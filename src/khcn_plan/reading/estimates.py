"""Estimates laid out as tables (bảng dự toán): which row stands under which, and the budget that they make.

The numbers in the first column tell the levels ("A", "I", "1", "1.1", "a", "-"). Rows that are no expenses are told by their
names: the total, first or last; what was assigned; "Trong đó" above rows that are some of what stands over them; "…" below
rows that are not all; "gồm", which says nothing new; and the total in words. Where no column holds money there is no estimate.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

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
from khcn_plan.reading import columns, items, scan
from khcn_plan.reading.columns import Columns
from khcn_plan.reading.lines import Lines
from khcn_plan.reading.tables import Cell, Table

_ASSIGNED = re.compile(r"(?:tổng )?(?:số )?dự toán (?:được |đã )giao\s*:?$", re.IGNORECASE)
_ALL = re.compile(r"(?:(?:bao )?gồm(?: có)?|chia (?:ra|theo)(?: nội dung)?)\s*:?$", re.IGNORECASE)
_MORE = re.compile(r"[\s.]*…[\s.…]*$|\.{3,}$")
_MERGED = re.compile(
    r"(?P<number>[IVX]{1,6}|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[-+–])(?:[.)]\s*|\s+)(?P<name>\S.*)", re.DOTALL
)


class _Kind(Enum):
    """What a row of an estimate is."""

    LINE = "line"
    TOTAL = "total"
    ASSIGNED = "assigned"
    WORDS = "words"
    SOME = "some"
    MORE = "more"
    EMPTY = "empty"


@attrs.frozen
class Estimate:
    """What a table of money says.

    Attributes:
        budget: its total, its lines and who pays.
        columns: the other columns of money, each a total with the figures of the topmost rows.
        unread: the cells that should hold a figure or a name and hold none.
    """

    budget: Budget
    columns: tuple[Breakdown, ...]
    unread: tuple[Cell, ...]


@attrs.frozen
class _Row:
    """A row of an estimate.

    Attributes:
        kind: what it is.
        number: its number, without the marks behind it.
        name: what it is called.
        cells: its cells.
        money: the money in it, by column.
    """

    kind: _Kind
    number: str
    name: str
    cells: Sequence[Cell]
    money: Mapping[int, Amount]


@attrs.frozen
class _Grid:
    """A table with its columns."""

    lines: Lines
    table: Table
    columns: Columns

    def text(self, cells: Sequence[Cell], role: str) -> str:
        """Return what stands in the column of this role; "" where there is none."""
        at = self.columns.places.get(role)
        return "" if at is None else cells[at].text

    def amount(self, row: _Row, role: str) -> Amount | None:
        """Return the money in the column of this role."""
        return row.money.get(self.columns.places.get(role, -1))

    def money(self, cells: Sequence[Cell]) -> Iterator[tuple[int, Amount]]:
        """Yield the money in a row, each amount with its column."""
        for at in self.columns.money:
            cell = cells[at]
            if amount := columns.amount(cell.text, self.columns.magnitudes[at]):
                yield at, attrs.evolve(amount, place=self.lines.span(cell.start, cell.end))


def read(lines: Lines, table: Table) -> Estimate | None:
    """Read a table as an estimate; `None` where it has no column of contents or none of money, or states no money."""
    found = columns.read(table.header, table.unit)
    if found is None:
        return None
    grid = _Grid(lines, table, found)
    rows = [_row(grid, cells) for cells in table.rows]
    grid = attrs.evolve(grid, columns=_with_figures(found, rows))
    total = next((row for row in reversed(rows) if row.kind is _Kind.TOTAL), None)
    body = [row for row in rows if row.kind in _IN_THE_TREE]
    depths = items.levels([row.number for row in body])
    made, division = _tree(grid, body, depths)
    stated = _amounts(grid, rows, total)
    budget = attrs.evolve(stated, lines=made, division=division if _sure(body) else DivisionKind.UNSURE)
    if not any(row.money for row in rows):
        return None
    top = [row for row, depth in zip(body, depths, strict=True) if depth == 0 and row.kind is _Kind.LINE]
    return Estimate(budget, tuple(_columns(grid, total, top)) if total else (), tuple(_unread(grid, rows)))


def _with_figures(found: Columns, rows: Sequence[_Row]) -> Columns:
    """Leave out columns named after sources that hold names, not figures."""
    held = frozenset(at for row in rows for at in row.money)
    return attrs.evolve(found, sources=tuple(source for source in found.sources if source[0] in held))


def _row(grid: _Grid, cells: Sequence[Cell]) -> _Row:
    number, name = grid.text(cells, "number").rstrip(".)"), grid.text(cells, "content")
    money = dict(grid.money(cells))
    before = [" ".join(cell.text.split()) for cell in cells[: grid.columns.places["content"] + 1] if cell.text]
    kind = _kind(before, money=bool(money))
    merged = _MERGED.match(number) if not name and kind is _Kind.LINE else None
    if merged:
        number, name = merged["number"], merged["name"]
    return _Row(kind if name or kind is not _Kind.LINE else _Kind.EMPTY, number, name, cells, money)


def _kind(before: Sequence[str], *, money: bool) -> _Kind:
    """Tell what a row is by what stands in it up to its name; one without money may say something of others."""
    for kind, pattern in _SUMS:
        if any(map(pattern.match, before)):
            return kind
    if before and not money:
        if any(map(scan.words_alone, before)):
            return _Kind.WORDS
        return next((kind for kind, pattern in _CLAIMING if pattern.match(before[-1])), _Kind.LINE)
    return _Kind.LINE


_SUMS = ((_Kind.TOTAL, columns.TOTAL), (_Kind.ASSIGNED, _ASSIGNED))
_CLAIMING = ((_Kind.SOME, columns.SOME), (_Kind.MORE, _MORE), (_Kind.EMPTY, _ALL))
_IN_THE_TREE = (_Kind.LINE, _Kind.SOME, _Kind.MORE)
_CLAIMS = {_Kind.SOME: DivisionKind.SUBSET, _Kind.MORE: DivisionKind.OPEN}


def _sure(body: Sequence[_Row]) -> bool:
    """Tell whether the levels of the rows are plain: every line has a number, or none has."""
    numbered = [bool(row.number) for row in body if row.kind is _Kind.LINE]
    return all(numbered) or not any(numbered)


def _tree(grid: _Grid, body: Sequence[_Row], depths: Sequence[int]) -> tuple[tuple[BudgetLine, ...], DivisionKind]:
    """Hang each row under the last one above it that stands higher, from the last row up."""
    pending: list[tuple[int, BudgetLine | DivisionKind]] = []
    for row, depth in zip(reversed(body), reversed(depths), strict=True):
        if row.kind is _Kind.LINE:
            below = []
            while pending and pending[-1][0] > depth:
                below.append(pending.pop()[1])
            pending.append((depth, _line(grid, row, *_members(below))))
        elif row.kind is _Kind.SOME and pending:
            pending.append((pending[-1][0], DivisionKind.SUBSET))
        else:
            pending.append((depth, _CLAIMS[row.kind]))
    return _members([member for _, member in reversed(pending)])


def _members(found: Sequence[BudgetLine | DivisionKind]) -> tuple[tuple[BudgetLine, ...], DivisionKind]:
    """Return lines and what they claim: to be some of it after "trong đó", not all of it before "…"."""
    lines = tuple(member for member in found if isinstance(member, BudgetLine))
    claims = [member for member in found if isinstance(member, DivisionKind)]
    if not claims:
        return lines, DivisionKind.PARTITION
    plain = len(claims) == 1 and (found[0] is DivisionKind.SUBSET or found[-1] is DivisionKind.OPEN)
    return lines, claims[0] if plain else DivisionKind.UNSURE


def _line(grid: _Grid, row: _Row, below: tuple[BudgetLine, ...], division: DivisionKind) -> BudgetLine:
    unit = grid.text(row.cells, "unit")
    quantity = columns.quantity(grid.text(row.cells, "quantity"), unit)
    return BudgetLine(
        row.name,
        grid.amount(row, "amount"),
        spent=grid.amount(row, "spent"),
        quantity=quantity.value if quantity else None,
        unit=unit,
        unit_price=grid.amount(row, "price"),
        code=grid.text(row.cells, "code"),
        purpose=columns.PURPOSES.get(grid.text(row.cells, "purpose").casefold()),
        lines=below,
        division=division,
        sources=tuple(_shares(grid, row)),
        place=grid.lines.span(row.cells[0].start, row.cells[-1].end),
    )


def _amounts(grid: _Grid, rows: Sequence[_Row], total: _Row | None) -> Budget:
    """Begin a budget with what the row of the total says, in words too, and what was assigned."""
    table = grid.table
    assigned = next((row for row in rows if row.kind is _Kind.ASSIGNED), None)
    return Budget(
        year=grid.columns.year or table.year,
        total=_spelt(grid, rows, grid.amount(total, "amount")) if total else None,
        spent=grid.amount(total, "spent") if total else None,
        assigned=grid.amount(assigned, "amount") if assigned else None,
        sources=tuple(_shares(grid, total)) if total else (),
        years=tuple(_years(grid, total)) if total else (),
        place=grid.lines.span(table.start, table.end),
    )


def _spelt(grid: _Grid, rows: Sequence[_Row], total: Amount | None) -> Amount | None:
    """Add the words that a row, or the line below the table, gives for the total."""
    stated = [cell for row in rows if row.kind is _Kind.WORDS for cell in row.cells]
    for cell in (*stated, *((grid.table.below,) if grid.table.below else ())):
        if total and (found := scan.words_alone(cell.text)):
            label, words = found
            at = grid.lines.rows.find(label, cell.start, cell.end)
            place = grid.lines.span(at, at + len(label)) if at >= 0 else None
            return attrs.evolve(total, words=words, label=label, label_place=place)
    return total


def _shares(grid: _Grid, row: _Row) -> Iterator[FundingSource]:
    for at, name in grid.columns.sources:
        if amount := row.money.get(at):
            yield FundingSource(name, amount, place=amount.place)


def _years(grid: _Grid, row: _Row) -> Iterator[YearShare]:
    for at, year in grid.columns.years:
        if amount := row.money.get(at):
            yield YearShare(year, amount, place=amount.place)


def _columns(grid: _Grid, total: _Row, rows: Sequence[_Row]) -> Iterator[Breakdown]:
    """Yield every further column of money whose total is stated, with the figures of the topmost rows."""
    for at, _ in (*grid.columns.sources, *grid.columns.years):
        stated = total.money.get(at)
        parts = [(row.name, row.money[at]) for row in rows if at in row.money]
        if stated and parts:
            members = tuple(Breakdown(name, amount.quantity, place=amount.place) for name, amount in parts)
            yield Breakdown(grid.table.header[at], stated.quantity, (Division(members),), place=stated.place)


def _unread(grid: _Grid, rows: Sequence[_Row]) -> Iterator[Cell]:
    """Yield the cells that say something which the estimate does not: no figure, or one without a name or a total."""
    money = tuple(grid.columns.money)
    totalled = any(row.kind is _Kind.TOTAL for row in rows)
    for row in rows:
        if row.kind is _Kind.WORDS:
            yield from () if totalled else (cell for cell in row.cells if cell.text)
            continue
        for at in money:
            stated = at in row.money
            if (stated and row.kind is _Kind.EMPTY) or not (stated or columns.is_blank(row.cells[at].text)):
                yield row.cells[at]
        quantity = grid.text(row.cells, "quantity")
        if not columns.is_blank(quantity) and columns.quantity(quantity, grid.text(row.cells, "unit")) is None:
            yield row.cells[grid.columns.places["quantity"]]
