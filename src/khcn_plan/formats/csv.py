r"""Budgets as separated values (CSV): a table as spreadsheets export and open it.

Read are values set apart by semicolons, tabs or commas, by the code that reads tables in documents; rows above the header may
give title, year and unit, a row below the total in words. Short rows are filled with empty cells, but not between commas: a
figure such as 1,5 that was not put in quotes would move what stands behind it. What a table can say, and is written here,
stands in `writing.layout`.

Semicolons are written, for where a comma marks decimals a spreadsheet looks for them; saved with the encoding "utf-8-sig", the
text opens there with its letters. A cell that a spreadsheet would take for a formula is written behind an apostrophe, which
reading takes away.

>>> from khcn_plan import Amount, Budget, BudgetLine
>>> budget = Budget(year=2023, total=Amount(70_000_000), lines=(BudgetLine('=A; "B" C', Amount(70_000_000)),))
>>> print(write(budget))
Dự toán kinh phí năm 2023
Đơn vị tính: đồng
STT;Nội dung;Kinh phí
1.;"'=A; ""B"" C";70.000.000
;Tổng cộng;70.000.000
<BLANKLINE>
>>> read(write(budget)) == budget
True
>>> read("STT;Nội dung;Kinh phí\n1;Quản lý;bảy mươi\n2;Hội nghị;70.000\n")
Traceback (most recent call last):
khcn_plan.formats.error.FormatError: line 2: the cell “bảy mươi” can't be read
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator

import attrs

from khcn_plan.formats import tabular
from khcn_plan.formats.error import FormatError, StructureFault
from khcn_plan.formats.tabular import Found
from khcn_plan.language import Text
from khcn_plan.model import Breakdown, Budget
from khcn_plan.notation import letters
from khcn_plan.reading import columns, lines, tables
from khcn_plan.reading.tables import Cell, Row
from khcn_plan.writing import layout

SEPARATORS = ";\t,"
_FORMULA = re.compile(r"'*[=+\-@]")
_NEGATIVE = re.compile(r"-[\d.,]+")
_KEPT = re.compile(r"'+[=+\-@]")

_SHIFTED = Text(vi="số ô không khớp với hàng tiêu đề", en="there are more cells or fewer than in the header")


def read(text: str) -> Budget:
    """Read the budget that a file of separated values states; each of its values knows its place in the text.

    Raises:
        FormatError: the file is no table of money, or something in it can't be read; each fault with its line.
    """
    return tabular.admit(_found(text)).budget


def read_breakdowns(text: str) -> tuple[Breakdown, ...]:
    r"""Read the totals of a table that its rows divide: of other things than money, or of sources and years of money.

    Raises:
        FormatError: the file has no row of totals, with parts, in a unit that is named.

    >>> [tally] = read_breakdowns("Đơn vị tính: nhiệm vụ\nTT;Nội dung;Mới\n1;Tỉnh;2\n2;Xã;3\n;Cộng;5\n")
    >>> str(tally.total.value), tally.total.unit
    ('5', 'nhiệm vụ')
    """
    rows, faults = _below_header(text)
    if faults:
        raise FormatError(faults)
    return tabular.breakdowns(lines.verbatim(text), [rows] if rows else ())


def write(budget: Budget) -> str:
    """Write a budget as separated values, its figures as they are: nothing is added up.

    Raises:
        FormatError: a table can't say all of it; what it can't say is named with its path.
    """
    laid = layout.of(budget)
    file = io.StringIO()
    writer = csv.writer(file, delimiter=SEPARATORS[0], lineterminator="\n")
    around = [[laid.words]] if laid.words else []
    writer.writerows([*map(_safe, row)] for row in ([laid.title], [laid.unit], laid.header, *laid.rows, *around))
    text = file.getvalue()
    tabular.confirm(budget, _found(text))
    return text


def _found(text: str) -> Found:
    prepared = lines.verbatim(text)
    rows, faults = _below_header(text)
    found = tabular.find(prepared, [rows] if rows else ())
    return attrs.evolve(found, faults=faults or found.faults)


def _below_header(text: str) -> tuple[list[Row], tuple[StructureFault, ...]]:
    """Return the rows from the header down, by the first separator that gives one, or why they can't be read."""
    for separator in SEPARATORS:
        rows, faults = _separated(text, separator)
        if rows or faults:
            return rows, faults
    return [], ()


def _separated(text: str, separator: str) -> tuple[list[Row], tuple[StructureFault, ...]]:
    start = int(text.startswith("\ufeff"))
    records = csv.reader(io.StringIO(text[start:], newline=""), delimiter=separator, strict=True)
    rows: list[Row] = []
    faults: list[StructureFault] = []
    try:
        for row in _rows(text, start, records):
            if rows or columns.heads(cell.text for cell in row):
                rows.append(row)
                if separator == "," and len(row) not in (1, len(rows[0])):
                    faults.append(StructureFault("", _SHIFTED, line=records.line_num))
    except csv.Error as error:
        reason = Text(vi=f"sai quy cách CSV ({error})", en=f"malformed CSV ({error})")
        faults += [StructureFault("", reason, line=records.line_num)] if rows else []
    return rows, tuple(faults)


def _rows(text: str, start: int, records: Iterable[list[str]]) -> Iterator[Row]:
    """Yield the rows that say anything; where each cell stands follows from what the cells before it take up."""
    for record in records:
        row, end = [], start - 1
        for value in record:
            start = end + 1
            quoted = text.startswith('"', start)
            end = start + (len(value) + value.count('"') + 2 if quoted else len(value))
            row.append(_cell(value, start + quoted, end - quoted))
        if any(cell.text for cell in row):
            yield tuple(row)
        end = max(end, start)
        start = end + (2 if text.startswith("\r\n", end) else 1)


def _cell(value: str, start: int, end: int) -> Cell:
    """Take the blanks around a cell away, and the apostrophe before what would be a formula."""
    words = tables.words(letters.clean(value))
    kept = bool(_KEPT.match(words))
    start += len(value) - len(value.lstrip()) + kept
    return Cell(words[kept:], start, max(start, end - len(value) + len(value.rstrip())))


def _safe(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula; a number below zero is none.

    >>> _safe("=A1"), _safe("- Hội nghị"), _safe("-5.000"), _safe("1.1.")
    ("'=A1", "'- Hội nghị", '-5.000', '1.1.')
    """
    return f"'{text}" if _FORMULA.match(text) and not _NEGATIVE.fullmatch(text) else text
