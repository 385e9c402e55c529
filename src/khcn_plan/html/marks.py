"""Marks in a line (đánh dấu trong dòng): which stretches findings speak of, where these overlap, and where each ends.

A line is cut wherever a mark begins or ends, so that overlapping marks need no elements inside one another. Signs that nobody
would see, or that would turn the letters around them, are shown by their code.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

import attrs

from khcn_plan.rules.rule import Severity

HIDDEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


@attrs.frozen
class Mark:
    """A stretch of a line that a finding speaks of.

    Attributes:
        start: offset of its first character in the line.
        end: offset behind its last.
        severity: how grave the finding is.
        number: its number where the finding stands beside this line; `None` on the lines after it.
    """

    start: int
    end: int
    severity: Severity
    number: int | None = None


@attrs.frozen
class Piece:
    """A stretch of a line that is shown in one way.

    Attributes:
        runs: its text, and whether that is a code in the place of a sign that can't be seen.
        severity: the gravest of the findings that speak of it.
        over: several do.
        numbers: those whose mark ends behind it.
    """

    runs: tuple[tuple[str, bool], ...]
    severity: Severity | None = None
    over: bool = False
    numbers: tuple[int, ...] = ()


def pieces(line: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Cut a line at the ends of its marks.

    >>> marks = [Mark(0, 9, Severity.INFO, 1), Mark(5, 12, Severity.ERROR, 2)]
    >>> for piece in pieces("Tổng ghi sai rồi", marks):
    ...     print(piece.runs[0][0], piece.severity, piece.over, piece.numbers, sep="|")
    Tổng |1|False|()
    ghi |3|True|(1,)
    sai|3|False|(2,)
     rồi|None|False|()
    """
    steps: defaultdict[int, Counter[Severity]] = defaultdict(Counter)
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    for mark in marks:
        steps[mark.start][mark.severity] += 1
        steps[mark.end][mark.severity] -= 1
        if mark.number is not None:
            numbers[mark.end].append(mark.number)
    open_now: Counter[Severity] = Counter()
    if 0 in numbers:
        yield Piece((), numbers=tuple(sorted(numbers[0])))
    for start, end in pairwise(sorted({0, len(line), *steps})):
        open_now.update(steps.get(start, {}))
        severity = max((one for one, count in open_now.items() if count), default=None)
        over = open_now.total() > 1
        yield Piece(runs(line[start:end]), severity, over, tuple(sorted(numbers.get(end, ()))))


def runs(text: str) -> tuple[tuple[str, bool], ...]:
    r"""Return a text in runs: letters as they are, and codes in the place of signs that can't be seen.

    >>> runs("140\u200b triệu\t")
    (('140', False), ('U+200B', True), (' triệu\t', False))
    """
    if text.isprintable():
        return ((text, False),)
    grouped = ((hidden, "".join(letters)) for hidden, letters in groupby(text, _is_hidden))
    return tuple((" ".join(f"U+{ord(sign):04X}" for sign in run) if hidden else run, hidden) for hidden, run in grouped)


def _is_hidden(letter: str) -> bool:
    unassigned = ord(letter) & 0xFFFE == 0xFFFE  # noqa: PLR2004 - the two last places of each plane hold no letter
    return letter != "\t" and (unassigned or unicodedata.category(letter) in HIDDEN)
