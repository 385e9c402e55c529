"""The one table of money that a file holds (bảng kinh phí): what the doors that read tables let in, and what they refuse.

A table is let in whole or not at all. A cell of money that holds neither a figure nor a sign of none, a figure in a row
without a name, a cell beyond the last column, a second table: each would be lost, so each is refused, with its line.
"""

from collections.abc import Iterable, Sequence

import attrs

from khcn_plan.formats.comparison import lost
from khcn_plan.formats.error import FormatError, StructureFault
from khcn_plan.language import Text
from khcn_plan.model import Breakdown, Budget
from khcn_plan.reading import estimates, tables, tallies
from khcn_plan.reading.estimates import Estimate
from khcn_plan.reading.lines import Lines
from khcn_plan.reading.tables import Cell, Row

_NO_TABLE = Text(vi="không có bảng kinh phí nào nêu số tiền", en="there is no table of money that states any")
_NO_TOTAL = Text(
    vi="không có bảng nào có hàng tổng và các phần", en="there is no table with a row of totals and their parts"
)
_TABLE = Text(vi="bảng", en="a table")
_UNSAYABLE = Text(
    vi="dự toán này không có số tiền nào ghi được thành bảng", en="this estimate states no money that a table can say"
)
_SECOND = Text(vi="chỉ một bảng trong một tệp", en="one table in a file, no more")
_BEYOND = Text(vi="hàng nhiều ô hơn tiêu đề", en="the row has more cells than the header")


@attrs.frozen
class Found:
    """What was found in a file.

    Attributes:
        estimate: the first table of money; `None` where there is none.
        faults: why the file can't be let in.
    """

    estimate: Estimate | None
    faults: tuple[StructureFault, ...]


def find(lines: Lines, blocks: Iterable[Sequence[Row]]) -> Found:
    """Read the blocks of rows of a file, one of which is a table of money."""
    found: Estimate | None = None
    faults: list[StructureFault] = []
    for block in blocks:
        table = tables.of(lines, _fitted(block))
        estimate = estimates.read(lines, table) if table and not found else None
        if estimate:
            beyond = (cell for row in block for cell in row[len(block[0]) :] if cell.text)
            faults += (_fault(lines, cell, _BEYOND) for cell in beyond)
            faults += (_fault(lines, cell, _unread(cell)) for cell in estimate.unread)
        else:
            faults.append(_fault(lines, block[0][0], _SECOND))
        found = found or estimate
    return Found(found, tuple(faults) if found else (StructureFault("", _NO_TABLE),))


def admit(found: Found) -> Estimate:
    """Return the estimate of a file.

    Raises:
        FormatError: there is none, or something in the file would be lost.
    """
    if found.faults or not found.estimate:
        raise FormatError(found.faults)
    return found.estimate


def breakdowns(lines: Lines, blocks: Iterable[Sequence[Row]]) -> tuple[Breakdown, ...]:
    """Return the totals that the columns of the tables of a file divide by their rows.

    Raises:
        FormatError: there is none.
    """
    found: list[Breakdown] = []
    for block in blocks:
        table = tables.of(lines, _fitted(block))
        estimate = estimates.read(lines, table) if table else None
        found += estimate.columns if estimate else tallies.read(lines, table) if table else ()
    if not found:
        raise FormatError((StructureFault("", _NO_TOTAL),))
    return tuple(found)


def confirm(budget: Budget, found: Found) -> None:
    """Hold what was read back from a file against the budget that was written into it.

    Raises:
        FormatError: the table does not say all of the budget; what it does not say is named with its path.
    """
    if found.estimate is None:
        raise FormatError((StructureFault("", _UNSAYABLE),))
    if faults := lost(budget, found.estimate.budget, by=_TABLE) or found.faults:
        raise FormatError(faults)


def _fitted(block: Sequence[Row]) -> list[Row]:
    """Give every row as many cells as the first."""
    width = len(block[0])
    return [(*row[:width], *(Cell("", row[-1].end, row[-1].end),) * (width - len(row))) for row in block]


def _unread(cell: Cell) -> Text:
    return Text(vi=f"không đọc được ô “{cell.text}”", en=f"the cell “{cell.text}” can't be read")


def _fault(lines: Lines, cell: Cell, reason: Text) -> StructureFault:
    return StructureFault("", reason, line=lines.span(cell.start, cell.end).line)
