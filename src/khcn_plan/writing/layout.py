"""A budget laid out as a table (bảng dự toán), in a document or by itself: what stands in which row and column.

A table says the year and the unit above, and in a row each every line under the line it belongs to, the total, and what was
assigned; the words of the total stand below. Columns hold a line's code, what it is for, its unit, quantity and unit price,
what is planned, what was spent of it and who pays; the years divide the total alone. "Trong đó:" stands above lines that
are only some, "…" below lines that are not all. Money is printed in the unit that all of it was printed in, else each
figure bears its own.

Nothing else can be said: a line without a name, a name that reads like the row of the total, letters that are not
composed, blanks that say nothing, sources in several orders, that it is unsure which line stands under which. Whether a
table says all of a budget is found out by reading it back.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

import attrs

from khcn_plan.model import Amount, Budget, BudgetLine, DivisionKind
from khcn_plan.notation import figures
from khcn_plan.notation.figures import Quantity
from khcn_plan.reading import columns

Value = str | Amount | Decimal | None
_UNITS = {10**3: "nghìn đồng", 10**6: "triệu đồng", 10**9: "tỷ đồng"}
_PURPOSES = {purpose: name.capitalize() for name, purpose in columns.PURPOSES.items()}
_ALWAYS = ("Nội dung", "Kinh phí")
_COLUMNS: tuple[tuple[str, Callable[[BudgetLine], Value]], ...] = (
    ("Nội dung", lambda line: line.name),
    ("Mã ngân sách", lambda line: line.code),
    ("Mục đích chi", lambda line: _PURPOSES[line.purpose] if line.purpose else None),
    ("ĐVT", lambda line: line.unit),
    ("Số lượng", lambda line: line.quantity),
    ("Đơn giá", lambda line: line.unit_price),
    ("Kinh phí", lambda line: line.amount),
    ("Đã chi", lambda line: line.spent),
)
LARGEST_POWER = 90


@attrs.frozen
class Layout:
    """A budget as a table.

    Attributes:
        title: the line above it that names the year.
        unit: the line above it that names the unit.
        header: the names of the columns.
        rows: the rows, each with as many cells as the header.
        words: the line below it that gives the total in words, or "".
    """

    title: str
    unit: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: str


@attrs.frozen
class _Row:
    """A row, before it is known which columns there are; only that of the total says what falls to each year."""

    number: str
    line: BudgetLine
    years: tuple[Amount, ...] = ()


def of(budget: Budget) -> Layout:
    """Lay a budget out, as far as a table can say it.

    >>> layout = of(Budget(year=2023, total=Amount(70_000_000), lines=(BudgetLine("Quản lý", Amount(70_000_000)),)))
    >>> layout.header, layout.rows
    (('STT', 'Nội dung', 'Kinh phí'), (('1.', 'Quản lý', '70.000.000'), ('', 'Tổng cộng', '70.000.000')))
    """
    rows = tuple(_rows(budget))
    used = [
        (name, value)
        for name, value in _COLUMNS
        if name in _ALWAYS or any(value(row.line) not in (None, "") for row in rows)
    ]
    sources = _in_one_order([[source.name for source in row.line.sources] for row in rows])
    years = tuple(f"Năm {share.year}" for share in budget.years)
    unit = _unit(rows)
    header = ("STT", *(name for name, _ in used), *map(_headed, sources), *years)
    magnitudes = [columns.magnitude_of(name, unit) for name in header[1:]]
    cells = []
    for row in rows:
        pays = {source.name: source.amount for source in row.line.sources}
        shares = row.years or (None,) * len(years)
        values = (*(value(row.line) for _, value in used), *map(pays.get, sources), *shares)
        cells.append((row.number, *map(_cell, values, magnitudes)))
    title = "Dự toán kinh phí" + ("" if budget.year is None else f" năm {budget.year}")
    return Layout(title, f"Đơn vị tính: {unit}", header, tuple(cells), _words(budget.total))


def _rows(budget: Budget) -> Iterator[_Row]:
    """Yield the rows from the top down; the total stands last, above lines that are only some of it first."""
    total = BudgetLine("Tổng cộng", budget.total, spent=budget.spent, sources=budget.sources)
    shares = tuple(share.amount for share in budget.years)
    stated = [_Row("", total, shares)] if budget.total or budget.spent or budget.sources or shares else []
    first = budget.division is DivisionKind.SUBSET
    yield from stated if first else ()
    yield from _members("", budget.lines, budget.division)
    yield from () if first else stated
    if budget.assigned:
        yield _Row("", BudgetLine("Dự toán được giao", budget.assigned))


def _members(number: str, lines: Sequence[BudgetLine], division: DivisionKind) -> Iterator[_Row]:
    """Yield the rows of lines, each with those below it, and what marks them as some or as not all."""
    pending = list(reversed(_numbered(number, lines, division)))
    while pending:
        row = pending.pop()
        yield row
        pending += reversed(_numbered(row.number, row.line.lines, row.line.division))


def _numbered(number: str, lines: Sequence[BudgetLine], division: DivisionKind) -> list[_Row]:
    # The closing point keeps a spreadsheet from taking "1.10" for the number 1.1, or for a date.
    rows = [_Row(f"{number}{place}.", line) for place, line in enumerate(lines, 1)]
    if division is DivisionKind.SUBSET and rows:
        rows.insert(0, _Row("", BudgetLine("Trong đó:")))
    if division is DivisionKind.OPEN:
        rows.append(_Row(f"{number}{len(rows) + 1}.", BudgetLine("…")))
    return rows


def _in_one_order(found: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the names of all sources in an order that every row keeps; the order they come in where there is none."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for names in found:
        for name in names:
            sorter.add(name)
        for before, after in pairwise(names):
            sorter.add(after, before)
    try:
        return tuple(sorter.static_order())
    except CycleError:
        return tuple(dict.fromkeys(name for names in found for name in names))


def _headed(source: str) -> str:
    """Name the column of a source after it, and say that it is one where the name alone would not."""
    plain = columns.role_of(source) == "source" and columns.source_of(source) == source
    return source if plain and not source.casefold().startswith("trong đó") else f"Nguồn: {source}"


def _unit(rows: Sequence[_Row]) -> str:
    """Return the unit in which all the money was printed, else đồng."""
    scales = {amount.scale for row in rows for amount in _money(row)}
    return _UNITS.get(scales.pop(), "đồng") if len(scales) == 1 else "đồng"


def _money(row: _Row) -> Iterator[Amount]:
    line = row.line
    yield from (amount for amount in (line.amount, line.spent, line.unit_price) if amount)
    yield from (source.amount for source in line.sources)
    yield from row.years


def _cell(value: Value, magnitude: str) -> str:
    if isinstance(value, Amount):
        return _figure(value, magnitude)
    if isinstance(value, Decimal):
        return _digits(Quantity(value))
    return value or ""


def _figure(amount: Amount, magnitude: str) -> str:
    """Print money without its unit where that of the column is meant, else with its own."""
    digits, _, unit = _digits(amount.quantity).partition(" ")
    own = unit.removesuffix("đồng").strip()
    bare = own == magnitude and amount.symbol == "đồng"
    return digits if bare or not digits else " ".join(filter(None, (digits, own, amount.symbol)))


def _digits(quantity: Quantity) -> str:
    """Write a figure; "" where there is no way to print it, or none that anybody could read."""
    try:
        return figures.write(quantity) if abs(quantity.value.adjusted()) < LARGEST_POWER else ""
    except ValueError:
        return ""


def _words(total: Amount | None) -> str:
    return "" if total is None or total.words is None else f"{total.label}: {total.words}"
