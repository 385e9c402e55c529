"""The document on the page: every line once, findings beside their lines, long clean runs folded."""

from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import Severity, Span
from khcn_plan.html.lines import AROUND, FOLDED, Line, Place, blocks


def place(start: int, end: int, number: int = 1) -> Place:
    """Return the place of an error."""
    return Place(number, Severity.ERROR, Span(start, end, 1))


def words(line: Line) -> str:
    """Return the text of a line."""
    return "".join(text for piece in line.pieces for text, _ in piece.runs)


@given(st.text(st.sampled_from("ab \r\n"), max_size=80), st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90))))
def test_no_line_is_lost(text: str, ends: list[tuple[int, int]]) -> None:
    """Whatever stands where, each line is there once, in order, with its words; and each finding beside one line."""
    places = [place(min(pair), max(pair), number) for number, pair in enumerate(ends)]
    lines = [line for block in blocks(text, places) for line in block.lines]
    rows = text.split("\n")
    assert [line.number for line in lines] == list(range(1, len(rows) + 1))
    for line, row in zip(lines, rows, strict=True):
        assert line.pieces or not row.strip()
        if row.strip() and row.isprintable():
            assert words(line) == row
    assert sorted(number for line in lines for number in line.notes) == list(range(len(ends)))


def test_a_long_clean_run_is_folded() -> None:
    """Some lines with words stay open around a finding; what lies between is folded, if it is long."""
    clean = [f"dòng {n}" for n in range(AROUND + FOLDED)]
    text = "\n".join(["SAI", *clean])
    opened, folded = blocks(text, [place(0, 3)])
    assert (opened.folded, folded.folded) == (False, True)
    assert (len(opened.lines), len(folded.lines)) == (1 + AROUND, FOLDED)


def test_a_short_clean_run_stays_open() -> None:
    """Folding a few lines would hide more than it saves."""
    text = "\n".join(["SAI", *["dòng"] * (AROUND + FOLDED - 1)])
    assert not any(block.folded for block in blocks(text, [place(0, 3)]))


def test_empty_lines_are_no_context() -> None:
    """Paragraphs that are set apart by empty lines keep as many neighbours as others."""
    text = "\n\n".join(["dòng"] * 50 + ["SAI"] + ["dòng"] * 50)
    at = text.index("SAI")
    before, around, after = blocks(text, [place(at, at + 3)])
    assert [words(line) for line in around.lines if line.pieces] == ["dòng"] * AROUND + ["SAI"] + ["dòng"] * AROUND
    assert before.folded
    assert after.folded


def test_a_clean_document_is_folded_whole() -> None:
    """Nothing in it asks to be read."""
    (block,) = blocks("dòng\n" * FOLDED, [])
    assert block.folded


def test_a_mark_over_several_lines() -> None:
    """It is marked on each of them, and noted beside the first."""
    (block,) = blocks("một hai\r\nba bốn", [place(4, 11)])
    assert [line.notes for line in block.lines] == [(1,), ()]
    marked = [[piece.runs[0][0] for piece in line.pieces if piece.severity] for line in block.lines]
    assert marked == [["hai"], ["ba"]]


def test_a_finding_at_an_empty_line() -> None:
    """It is shown there."""
    found = blocks("\n\n", [place(1, 1)])
    assert [line.notes for block in found for line in block.lines] == [(), (1,), ()]
