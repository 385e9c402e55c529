"""Tables of other things than money (bảng số liệu): tasks, households, hectares, each column a total with its parts.

Read are tables that name their unit above and have a row for the total. The rows that stand highest divide it, those below a
row divide that row; a column in a unit of its own, or of averages, is passed over. Where the levels are not plain, or some
rows are only part of others ("trong đó"), nothing is judged.
"""

import re
from collections.abc import Sequence

import attrs

from khcn_plan.model import Breakdown, Division, DivisionKind
from khcn_plan.reading import columns, items
from khcn_plan.reading.lines import Lines
from khcn_plan.reading.tables import Row, Table

_NO_TALLY = frozenset(("content", "number", "note"))
_NEVER_ADDED = re.compile(r"%|\(|t[ỷỉ] lệ|bình quân|trung bình|năng suất|mật độ", re.IGNORECASE)


@attrs.frozen
class _Tally:
    """A table of figures in one unit.

    Attributes:
        lines: the text it stands in.
        unit: the unit of its figures.
        name: the column of the names.
        rows: the rows but for the total.
        depths: how deep each of them stands.
        kind: what the rows claim of what stands above them.
    """

    lines: Lines
    unit: str
    name: int
    rows: Sequence[Row]
    depths: Sequence[int]
    kind: DivisionKind

    def figure(self, row: Row, at: int, label: str) -> Breakdown | None:
        """Return the figure of a row in a column; `None` where it has none."""
        cell = row[at]
        figure = columns.quantity(cell.text, self.unit)
        if figure is None:
            return None
        return Breakdown(label, attrs.evolve(figure, unit=self.unit), place=self.lines.span(cell.start, cell.end))

    def divided(self, figure: Breakdown, parts: Sequence[Breakdown]) -> Breakdown:
        """Return a figure with the parts that stand below it."""
        return attrs.evolve(figure, divisions=(Division(tuple(parts), self.kind),)) if parts else figure


def read(lines: Lines, table: Table) -> tuple[Breakdown, ...]:
    r"""Return the totals of a table whose unit is named above it and is none of money, each with its parts.

    >>> from khcn_plan.reading import lines, tables
    >>> prepared = lines.read("Đơn vị tính: nhiệm vụ\n|Nội dung|Mới|\n|Cấp tỉnh|2|\n|Cấp huyện|3|\n|Tổng số|5|\n")
    >>> [tally] = read(prepared, next(tables.read(prepared)))
    >>> tally.label, tally.total.unit, [str(part.total.value) for part in tally.divisions[0].parts]
    ('Mới', 'nhiệm vụ', ['2', '3'])
    """
    roles = [columns.role_of(name) for name in table.header]
    name = _name(table, roles)
    if not table.unit or columns.is_money(table.unit) or name is None or "unit" in roles:
        return ()
    totals = [row for row in table.rows if _is_total(row, name)]
    rows = [row for row in table.rows if row[name].text and not _is_total(row, name)]
    numbers = [row[roles.index("number")].text.rstrip(".)") if "number" in roles else "" for row in rows]
    plain = all(numbers) or not any(numbers)
    kind = DivisionKind.PARTITION if plain and not _names_some(rows, name) else DivisionKind.UNSURE
    tally = _Tally(lines, table.unit, name, rows, items.levels(numbers), kind)
    added = [
        at
        for at, role in enumerate(roles)
        if at != name and role not in _NO_TALLY and not _NEVER_ADDED.search(table.header[at])
    ]
    counted = added if totals else ()
    stated = ((at, tally.figure(totals[-1], at, table.header[at])) for at in counted)
    divided = (tally.divided(total, _parts(tally, at)) for at, total in stated if total)
    return tuple(total for total in divided if total.divisions)


def _name(table: Table, roles: Sequence[str]) -> int | None:
    """Return the column of the names: the one of contents, else the first behind the numbers, if it holds no figure."""
    if "content" in roles:
        return roles.index("content")
    at = next((at for at, role in enumerate(roles) if role != "number"), None)
    plain = at is not None and roles[at] == "" and not any(row[at].text[:1].isdigit() for row in table.rows)
    return at if plain else None


def _is_total(row: Row, name: int) -> bool:
    return any(columns.TOTAL.match(" ".join(cell.text.split())) for cell in row[: name + 1])


def _names_some(rows: Sequence[Row], name: int) -> bool:
    return any(columns.SOME.match(row[name].text) for row in rows)


def _parts(tally: _Tally, at: int) -> list[Breakdown]:
    """Return the topmost figures of a column, each with those below it; a row without a figure divides nothing."""
    pending: list[tuple[int, Breakdown]] = []
    for row, depth in zip(reversed(tally.rows), reversed(tally.depths), strict=True):
        if figure := tally.figure(row, at, row[tally.name].text):
            below = []
            while pending and pending[-1][0] > depth:
                below.append(pending.pop()[1])
            pending.append((depth, tally.divided(figure, below)))
    return [part for _, part in reversed(pending)]
