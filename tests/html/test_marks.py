"""Marks in a line: exact, whatever overlaps what, and nothing of the line is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import Severity
from khcn_plan.html.marks import Mark, Piece, pieces, runs

LINE = "Tổng kinh phí: 90.000.000 đồng"
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def shown(piece: Piece) -> tuple[str, Severity | None, bool, tuple[int, ...]]:
    """Return a piece as a tuple."""
    return "".join(text for text, _ in piece.runs), piece.severity, piece.over, piece.numbers


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [(LINE, None, False, ())]),
        ([Mark(0, 30, INFO, 1)], [(LINE, INFO, False, (1,))]),
        (
            [Mark(0, 30, WARNING, 1), Mark(15, 25, ERROR, 2)],
            [
                ("Tổng kinh phí: ", WARNING, False, ()),
                ("90.000.000", ERROR, True, (2,)),
                (" đồng", WARNING, False, (1,)),
            ],
        ),
        (
            [Mark(5, 25, INFO, 1), Mark(15, 30, WARNING)],
            [
                ("Tổng ", None, False, ()),
                ("kinh phí: ", INFO, False, ()),
                ("90.000.000", WARNING, True, (1,)),
                (" đồng", WARNING, False, ()),
            ],
        ),
        (
            [Mark(15, 25, INFO, 3), Mark(15, 25, INFO, 1)],
            [
                ("Tổng kinh phí: ", None, False, ()),
                ("90.000.000", INFO, True, (1, 3)),
                (" đồng", None, False, ()),
            ],
        ),
        ([Mark(0, 0, INFO, 1)], [("", None, False, (1,)), (LINE, None, False, ())]),
        ([Mark(5, 5, INFO, 1)], [("Tổng ", None, False, (1,)), (LINE[5:], None, False, ())]),
    ],
)
def test_pieces(marks: list[Mark], expected: list[tuple[str, Severity | None, bool, tuple[int, ...]]]) -> None:
    """A stretch bears its gravest severity; the number of a finding stands where its mark ends."""
    assert [shown(piece) for piece in pieces(LINE, marks)] == expected


def test_an_empty_line_may_bear_a_number() -> None:
    """What points to the end of a text may point to a line without a letter."""
    assert list(pieces("", [Mark(0, 0, INFO, 1)])) == [Piece((), numbers=(1,))]


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Draw a line with marks in it."""
    line = draw(st.text(st.characters(categories=["L", "N"]), max_size=12))
    ends = st.lists(st.integers(0, len(line)), min_size=2, max_size=2).map(sorted)
    drawn = draw(st.lists(st.tuples(ends, st.sampled_from(Severity)), max_size=6))
    return line, [Mark(start, end, severity, n) for n, ((start, end), severity) in enumerate(drawn, start=1)]


@given(marked())
def test_every_letter_is_marked_as_it_should_be(drawn: tuple[str, list[Mark]]) -> None:
    """Letter by letter: the line, the gravest severity, whether several speak of it; and each number once."""
    line, marks = drawn
    cut = [shown(piece) for piece in pieces(line, marks)]
    letters = [(letter, severity, over) for text, severity, over, _ in cut for letter in text]
    around = [[mark.severity for mark in marks if mark.start <= at < mark.end] for at in range(len(line))]
    assert letters == [(a, max(graves, default=None), len(graves) > 1) for a, graves in zip(line, around, strict=True)]
    assert sorted(number for *_, numbers in cut for number in numbers) == [mark.number for mark in marks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("", False)]),
        ("Tổng\u00a0số\tcũ", [("Tổng\u00a0số\tcũ", False)]),
        ("\u202eđảo\u202c", [("U+202E", True), ("đảo", False), ("U+202C", True)]),
        ("a\x00\x1bb", [("a", False), ("U+0000 U+001B", True), ("b", False)]),
        ("\ud800\u2028\ufeff\U0010ffff", [("U+D800 U+2028 U+FEFF U+10FFFF", True)]),
        ("\uf0b7 mục", [("\uf0b7 mục", False)]),
    ],
)
def test_what_nobody_sees_is_shown_by_its_code(text: str, expected: list[tuple[str, bool]]) -> None:
    """Control and invisible signs, lone halves of letters and those that turn the line; letters stay letters."""
    assert list(runs(text)) == expected
