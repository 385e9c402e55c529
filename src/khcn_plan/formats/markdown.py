r"""Budgets as tables in Markdown (bảng Markdown): rows of cells between pipes.

Read is a text with one table of money, by the code that reads such tables in documents: any names of columns that estimates
bear, any numbers of rows, the total first or last. Short rows are filled with empty cells, as Markdown has it. Around the
table only the year, the unit and the total in words are looked for; the rest of the text is left alone. What a table can
say, and is written here, stands in `writing.layout`: a pipe or another mark in a name behind a backslash, a line break in it
as `<br>`.

>>> from khcn_plan import Amount, Budget, BudgetLine
>>> budget = Budget(year=2023, total=Amount(70_000_000, words="Bảy mươi triệu đồng"), lines=(BudgetLine("A|B"),))
>>> print(write(budget))
Dự toán kinh phí năm 2023
<BLANKLINE>
Đơn vị tính: đồng
<BLANKLINE>
| STT | Nội dung | Kinh phí |
| --- | --- | --- |
| 1. | A\|B |  |
|  | Tổng cộng | 70.000.000 |
<BLANKLINE>
Bằng chữ: Bảy mươi triệu đồng
<BLANKLINE>
>>> read(write(budget)) == budget
True
>>> read("Kinh phí: 70 triệu đồng")
Traceback (most recent call last):
khcn_plan.formats.error.FormatError: /: there is no table of money that states any
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from khcn_plan.formats import tabular
from khcn_plan.formats.tabular import Found
from khcn_plan.model import Breakdown, Budget
from khcn_plan.reading import lines, tables
from khcn_plan.reading.lines import Lines
from khcn_plan.reading.tables import Row
from khcn_plan.writing import layout, markdown


def read(text: str) -> Budget:
    """Read the budget that the table of a text states; each of its values knows its place in the text.

    Raises:
        FormatError: there is no such table, there are two, or something in it can't be read; each fault with its line.
    """
    return tabular.admit(_found(text)).budget


def read_breakdowns(text: str) -> tuple[Breakdown, ...]:
    r"""Read the totals of tables that their rows divide: of other things than money, and of sources and years of money.

    Raises:
        FormatError: no table has a row of totals, with parts, in a unit that is named.

    >>> [tally] = read_breakdowns("Đơn vị tính: nhiệm vụ\n|Nội dung|Mới|\n|-|-|\n|Tỉnh|2|\n|Xã|3|\n|Cộng|5|\n")
    >>> str(tally.total.value), tally.total.unit
    ('5', 'nhiệm vụ')
    """
    prepared = lines.read(text)
    return tabular.breakdowns(prepared, _blocks(prepared))


def write(budget: Budget) -> str:
    """Write a budget as a table, its figures as they are: nothing is added up.

    Raises:
        FormatError: a table can't say all of it; what it can't say is named with its path.
    """
    laid = layout.of(budget)
    text = "\n\n".join(filter(None, (laid.title, laid.unit, markdown.table(laid), markdown.escaped(laid.words)))) + "\n"
    tabular.confirm(budget, _found(text))
    return text


def _found(text: str) -> Found:
    prepared = lines.read(text)
    return tabular.find(prepared, _blocks(prepared))


def _blocks(prepared: Lines) -> Iterator[Sequence[Row]]:
    """Yield the runs of rows of a text."""
    return (tuple(block) for filled, block in groupby(tables.rows(prepared, "|"), bool) if filled)
