"""The document on the page (văn bản với nhận xét bên lề): its lines in order, their findings beside them, long clean runs folded.

Every line is there. A run without findings is folded where it is long; some lines around each finding stay open, so that
the place can be read as it stands.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import attrs

from khcn_plan.html.marks import Mark, Piece, pieces
from khcn_plan.model import Span
from khcn_plan.rules.rule import Severity

AROUND = 3
"""How many lines with words stay open before and after a finding."""
FOLDED = 30
"""How many lines there must be for them to be folded."""


@attrs.frozen
class Place:
    """Where a finding stands (chỗ của phát hiện).

    Attributes:
        number: the number of the finding on the page.
        severity: how grave it is.
        span: the place in the text.
    """

    number: int
    severity: Severity
    span: Span


@attrs.frozen
class Line:
    """A line of the document (dòng).

    Attributes:
        number: its number, from 1.
        pieces: its text, cut at the ends of marks; none where the line is empty.
        notes: the numbers of the findings beside it.
    """

    number: int
    pieces: tuple[Piece, ...]
    notes: tuple[int, ...] = ()


@attrs.frozen
class Block:
    """Lines that stand together, open or folded (khối dòng)."""

    lines: tuple[Line, ...]
    folded: bool


def blocks(text: str, places: Iterable[Place]) -> Iterator[Block]:
    r"""Yield the document, its long clean runs folded.

    >>> place = Place(1, Severity.ERROR, Span(0, 1, 1))
    >>> [(block.folded, len(block.lines)) for block in blocks("a" + "\nb" * 40, [place])]
    [(False, 4), (True, 37)]
    """
    rows = text.split("\n")
    marks, beside = _beside(rows, tuple(places))
    lines = tuple(
        Line(at + 1, tuple(pieces(row.removesuffix("\r"), marks[at])) if row.strip() else (), tuple(beside[at]))
        for at, row in enumerate(rows)
    )
    shown = _open(lines, {at for at in marks if marks[at]})
    for near, run in groupby(lines, lambda line: line.number in shown):
        together = tuple(run)
        yield Block(together, folded=not near and len(together) >= FOLDED)


def _beside(rows: Sequence[str], places: Sequence[Place]) -> tuple[dict[int, list[Mark]], dict[int, list[int]]]:
    """Return the marks of each line, and the numbers of the findings that stand beside it; lines count from 0."""
    marks: defaultdict[int, list[Mark]] = defaultdict(list)
    beside: defaultdict[int, list[int]] = defaultdict(list)
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row) + 1)
    for place in places:
        first = _line_at(starts, place.span.start)
        last = _line_at(starts, max(place.span.start, place.span.end - 1))
        beside[first].append(place.number)
        for at in range(first, last + 1):
            length = len(rows[at].removesuffix("\r"))
            start, end = (min(max(0, offset - starts[at]), length) for offset in (place.span.start, place.span.end))
            marks[at].append(Mark(start, end, place.severity, place.number if at == first else None))
    return marks, beside


def _line_at(starts: Sequence[int], offset: int) -> int:
    """Return the line in which an offset lies; what lies behind the text lies in its last line."""
    return max(0, min(bisect_right(starts, offset), len(starts) - 1) - 1)


def _open(lines: Sequence[Line], touched: Iterable[int]) -> set[int]:
    """Return the numbers of the lines at which marks stand, and of those with words around them."""
    worded = [at for at, line in enumerate(lines) if line.pieces]
    rank = {at: rank for rank, at in enumerate(worded)}
    shown: set[int] = set()
    for at in touched:
        middle = rank.get(at, 0)
        near = worded[max(0, middle - AROUND) : middle + AROUND + 1] or [at]
        shown.update(range(min(near[0], at) + 1, max(near[-1], at) + 2))
    return shown
