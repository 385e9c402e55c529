"""Tables in a text (bảng biểu): rows of cells, set apart by pipes or tabs, with what stands above and below them.

Nothing is interpreted here but the shape: which lines belong together, where a cell begins and ends, which rows are the
header, the unit and the year that the lines above name, and the line below. A door that cuts its cells by other marks
puts them together here too, so that a table says the same wherever it stands.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise

import attrs

from khcn_plan.notation import letters
from khcn_plan.reading.lines import BREAK, Lines

_RULE = re.compile(r"[\s|:+=-]*$")
_UNIT = re.compile(
    r"(?:đơn vị(?: tính)?|đvt)\s*[:;]?\s*\(?(?P<money>(?:1\.?000\s*|nghìn |ngàn |triệu |tỷ |tỉ )?(?:đồng|đ|VNĐ|VND))\b"
    r"|(?:đơn vị tính|đvt)\s*[:;]\s*\(?(?P<other>[^\W\d_][^()\n\t|;*]{0,29})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?P<date>tháng\s+\S{1,9}\s+)?\bnăm\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_BELOW = re.compile(r"[^\n]*\n\s*(?P<line>\S[^\n]*)")
_FIGURE = re.compile(r"\d")
_COUNTED = re.compile(r"\(?(?:(?P<letter>[A-ZĐ])|(?P<number>\d{1,2}))\)?(?:\s?=.{1,30})?$")
_TWICE = {"|": re.compile(r"\|[^|\n]*\|"), "\t": re.compile(r"\t[^\t\n]*\t")}
LEAST_ROWS = 2
LEAST_CELLS = 2
MOST_MARKS = 1_000
LEAST_MARKS = 2
ABOVE = 160


@attrs.frozen
class Cell:
    """One cell.

    Attributes:
        text: its words, with single spaces and its own line breaks.
        start, end: where they stand in the flow.
    """

    text: str
    start: int
    end: int


Row = tuple[Cell, ...]


@attrs.frozen
class Table:
    """A table.

    Attributes:
        header: the names of its columns, those of two header rows joined.
        rows: the rows below the header, each with as many cells as the header.
        unit: what the line above the table names as the unit, or "".
        year: the year that the lines above name last.
        below: the line below the table.
        start, end: where it stands in the flow.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    unit: str
    year: int | None
    below: Cell | None
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
            for block in _blocks(rows(lines, mark)):
                if table := of(lines, block):
                    yield table


def rows(lines: Lines, mark: str) -> Iterator[Row]:
    """Yield the cells of every line; a line without the mark has none, nor one of a thousand; a rule is passed over.

    Where pipes stand at both ends of the first row of a table they set nothing apart, nor do they in the rows below.
    """
    start, framed = 0, None
    for line in lines.rows.split("\n"):
        cuts = _cuts(lines, line, start, mark) if LEAST_MARKS <= line.count(mark) <= MOST_MARKS else ()
        if not cuts:
            framed = None
            yield ()
        elif not (_RULE.match(line) and "-" in line):
            closed = mark == "|" and not line[: cuts[0]].strip() and not line[cuts[-1] + 1 :].strip()
            framed = closed if framed is None else framed
            edges = cuts if framed and closed else (-1, *cuts, len(line))
            yield tuple(cell(line[one + 1 : other], start + one + 1) for one, other in pairwise(edges))
        start += len(line) + 1


def of(lines: Lines, block: Sequence[Row]) -> Table | None:
    """Put rows of as many cells each together, without a title above the header and a row that counts the columns."""
    block = list(dropwhile(_is_title, block))
    if len(block) < LEAST_ROWS:
        return None
    depth = 2 if _is_second_header(block) else 1
    header = tuple(_joined(*(row[column].text for row in block[:depth])) for column in range(len(block[0])))
    if len(block) > depth and _counts_columns(block[depth]):
        depth += 1
    start, end = block[0][0].start, block[-1][-1].end
    above = letters.clean(lines.rows[max(0, start - ABOVE) : start])
    return Table(header, tuple(block[depth:]), _unit(above), _year(above), _below(lines, end), start, end)


def cell(text: str, start: int) -> Cell:
    """Take the blanks around a cell away, and those within that say nothing."""
    stripped = text.strip()
    begin = start + (text.find(stripped) if stripped else 0)
    return Cell(words(stripped), begin, begin + len(stripped))


def words(text: str) -> str:
    """Return the words of a cell with single spaces, line by line."""
    if BREAK not in text and "\n" not in text:
        return " ".join(text.split())
    return "\n".join(" ".join(part.split()) for part in text.replace(BREAK, "\n").strip().split("\n"))


def _blocks(found: Iterator[Row]) -> Iterator[list[Row]]:
    """Yield runs of lines with as many cells each."""
    block: list[Row] = []
    for row in found:
        if len(row) >= LEAST_CELLS and (not block or len(row) == len(block[0])):
            block.append(row)
        else:
            yield block
            block = [row] if len(row) >= LEAST_CELLS else []
    yield block


def _cuts(lines: Lines, line: str, start: int, mark: str) -> tuple[int, ...]:
    """Return where the mark sets cells of a line apart: not behind a backslash."""
    found = (match.start() for match in re.finditer(re.escape(mark), line))
    return tuple(at for at in found if not lines.is_escaped(start + at))


def _is_title(row: Row) -> bool:
    """Tell whether a row is a title merged over the full width: one cell with words, and more than one cell."""
    return sum(bool(one.text) for one in row) < LEAST_CELLS


def _unit(above: str) -> str:
    found = [match["money"] or match["other"].strip() for match in _UNIT.finditer(above)]
    return found[-1] if found else ""


def _year(above: str) -> int | None:
    """Return the year that is named last, but for that of a date."""
    found = [int(match["year"]) for match in _YEAR.finditer(above) if not match["date"]]
    return found[-1] if found else None


def _below(lines: Lines, end: int) -> Cell | None:
    match = _BELOW.match(lines.rows, end)
    return cell(match["line"], match.start("line")) if match else None


def _is_second_header(block: Sequence[Row]) -> bool:
    """Tell whether the second row names columns too: cells left empty by merging, and no figures."""
    if len(block) <= LEAST_ROWS:
        return False
    first, second = block[0], block[1]
    merged = any(not one.text or one.text.casefold().startswith("trong đó") for one in first)
    return merged and not any(_FIGURE.search(one.text) for one in second) and any(one.text for one in second)


def _counts_columns(row: Row) -> bool:
    """Tell whether a row numbers the columns: "A | B | 1 | 2 | 3 = 1 x 2"."""
    found = [match["letter"] or match["number"] for one in row if (match := _COUNTED.match(one.text))]
    letters_first = sum(number.isalpha() for number in found)
    counted = [*"ABCDE"[:letters_first], *map(str, range(1, len(found) - letters_first + 1))]
    return LEAST_CELLS < len(row) == len(found) and found == counted


def _joined(first: str, second: str = "") -> str:
    """Name a column by its own header cell, under a merged one if there is one."""
    merged = not first or first.casefold().startswith("trong đó")
    return second or first if merged else first
