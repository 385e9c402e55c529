"""Tables in a text (bảng biểu): rows of cells, set apart by pipes, tabs or semicolons, with what stands above them.

Nothing is interpreted here but the shape: which lines belong together, where a cell begins and ends, which rows are the
header, and the unit of money that the line above or a header cell names.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

from khcn_plan.reading.lines import Lines

_RULE = re.compile(r"[\s|:+=-]*$")
_UNIT = re.compile(
    r"(?:đơn vị(?: tính)?|đvt)\s*:?\s*\(?(?P<unit>(?:1\.?000\s*|nghìn |ngàn |triệu |tỷ |tỉ )?(?:đồng|đ|VNĐ|VND))\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_TWICE = {"|": re.compile(r"\|[^|\n]*\|"), "\t": re.compile(r"\t[^\t\n]*\t")}
LEAST_ROWS = 2
LEAST_CELLS = 3
ABOVE = 160


@attrs.frozen
class Cell:
    """One cell.

    Attributes:
        text: its words, with single spaces.
        start, end: where they stand in the flow.
    """

    text: str
    start: int
    end: int


@attrs.frozen
class Table:
    """A table.

    Attributes:
        header: the names of its columns, those of two header rows joined.
        rows: the rows below the header, each with as many cells as the header.
        unit: the unit of money that the line above the table names, or "".
        start, end: where it stands in the flow.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    unit: str
    start: int
    end: int


def read(lines: Lines) -> Iterator[Table]:
    r"""Yield the tables of a document whose cells are set apart by pipes or tabs.

    >>> from khcn_plan.reading.lines import read as prepare
    >>> [table] = read(prepare("Đơn vị tính: triệu đồng\n| TT | Nội dung | Kinh phí |\n|---|---|---|\n| 1 | Quản lý | 70 |"))
    >>> table.header, table.unit, [cell.text for cell in table.rows[0]]
    (('TT', 'Nội dung', 'Kinh phí'), 'triệu đồng', ['1', 'Quản lý', '70'])
    """
    for mark, twice in _TWICE.items():
        if twice.search(lines.rows):
            for block in _blocks(lines.rows, mark):
                yield from _table(lines, block)


def separated(lines: Lines, mark: str) -> Table | None:
    """Read a whole text as one table whose cells are set apart by a mark, as in a file of separated values."""
    block = [row for row in _cells_of_rows(lines.rows, mark) if any(cell.text for cell in row)]
    return next(_table(lines, block), None)


Row = tuple[Cell, ...]


def _blocks(text: str, mark: str) -> Iterator[list[Row]]:
    """Yield runs of lines with as many cells each; rules between them are passed over."""
    block: list[Row] = []
    for row in _cells_of_rows(text, mark):
        if len(row) >= LEAST_CELLS and (not block or len(row) == len(block[0])):
            block.append(row)
        else:
            yield block
            block = [row] if len(row) >= LEAST_CELLS else []
    yield block


def _cells_of_rows(text: str, mark: str) -> Iterator[Row]:
    """Yield the cells of every line; a line without the mark has none, a rule between rows is passed over."""
    start = 0
    for line in text.split("\n"):
        if line.count(mark) < LEAST_CELLS - 1:
            yield ()
        elif not (_RULE.match(line) and "-" in line):
            yield tuple(_cells(line, start, mark))
        start += len(line) + 1


def _cells(line: str, start: int, mark: str) -> Iterator[Cell]:
    """Yield the cells of a line; where pipes stand at both ends they set nothing apart."""
    bare = line.strip()
    framed = mark == "|" and len(bare) > 1 and bare[0] == bare[-1] == mark
    parts = line.split(mark)
    for number, part in enumerate(parts):
        text = part.strip()
        begin = start + (part.find(text) if text else 0)
        if not framed or 0 < number < len(parts) - 1:
            yield Cell(" ".join(text.strip('"').split()), begin, begin + len(text))
        start += len(part) + 1


def _table(lines: Lines, block: Sequence[Row]) -> Iterator[Table]:
    if len(block) < LEAST_ROWS:
        return
    depth = 2 if _is_second_header(block) else 1
    header = tuple(_joined(*(row[column].text for row in block[:depth])) for column in range(len(block[0])))
    start = block[0][0].start
    units = [match["unit"] for match in _UNIT.finditer(lines.rows, max(0, start - ABOVE), start)]
    unit = units[-1] if units else ""
    yield Table(header, tuple(block[depth:]), unit, start, block[-1][-1].end)


def _is_second_header(block: Sequence[Row]) -> bool:
    """Tell whether the second row names columns too: cells left empty by merging, and no figures."""
    if len(block) <= LEAST_ROWS:
        return False
    first, second = block[0], block[1]
    merged = any(not one.text or one.text.casefold().startswith("trong đó") for one in first)
    return merged and not any(_FIGURE.search(cell.text) for cell in second) and any(cell.text for cell in second)


def _joined(first: str, second: str = "") -> str:
    """Name a column by its own header cell, under a merged one if there is one."""
    merged = not first or first.casefold().startswith("trong đó")
    return second or first if merged else first
