"""Plain text in: nothing is lost, every place is exact, and what was not understood is listed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from khcn_plan import (
    Amount,
    Breakdown,
    BudgetLine,
    Citation,
    IndustrialProperty,
    OcopProduct,
    Passage,
    Reading,
    Section,
    Span,
    Task,
)
from khcn_plan.formats import text as texts
from khcn_plan.model.tree import walk
from khcn_plan.notation.letters import clean
from khcn_plan.skeleton import skeleton
from tests.reading import extraction
from tests.shared import REAL_PLAN

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PLANS = tuple(path for path in (*sorted(EXAMPLES.glob("*.txt")), REAL_PLAN) if path.exists())
HEAD = "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập Tự do Hạnh phúc Số Nơi nhận"
every_plan = pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)


def _plain(text: str) -> str:
    """Return a text in clean letters, without emphasis, wraps and case."""
    return " ".join(clean(text).replace("*", "").split()).casefold()


def _places(reading: Reading) -> Iterator[tuple[object, Span]]:
    """Yield every value that carries a place of its own; the frame is around the text, not in it."""
    for part in (reading.document, reading.plan, reading.unread):
        for root in part if isinstance(part, tuple) else (part,):
            for value, _, _ in walk(root):
                place = getattr(value, "place", None)
                if place and value is not reading.document.frame:
                    yield value, place


def _stated(value: object) -> str:
    """Return words that surely stand where a value was read: those it was made of without a change."""
    if isinstance(value, Citation | Section):
        return value.title
    if isinstance(value, IndustrialProperty):
        return value.sign or value.product
    if isinstance(value, Passage):
        return value.text
    return value.name if isinstance(value, Task | OcopProduct | BudgetLine) else ""


@every_plan
def test_a_place_is_where_the_value_was_read(path: Path) -> None:
    """The name, the words and the figures of a value stand in the stretch that its place marks, on the line it says."""
    text = path.read_text("utf-8")
    for value, place in _places(texts.read(text)):
        stretch = _plain(place.of(text))
        assert stretch
        assert place.line == text.count("\n", 0, place.start) + 1
        assert _plain(_stated(value)) in stretch, value
        assert not isinstance(value, Amount | Breakdown) or re.match(r"\d", stretch), value


@every_plan
def test_a_line_is_somewhere_or_left_over(path: Path) -> None:
    """Every line with a word in it is in the frame, in the outline, in a statement or among what was not understood."""
    text = path.read_text("utf-8")
    reading = texts.read(text)
    covered = bytearray(len(text))
    for _, place in _places(reading):
        covered[place.start : place.end] = b"\1" * (place.end - place.start)
    frame = reading.document.frame
    head = f"{HEAD} {frame.superior} {frame.issuer} {frame.number} {frame.kind} {frame.subject}"
    known = set(_plain(head).split())
    lost = [row for start, row in _rows(text) if not any(covered[start : start + len(row)]) and _words(row) - known]
    assert lost == []


def _rows(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for row in text.split("\n"):
        yield start, row
        start += len(row) + 1


def _words(row: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", _plain(row)))


@every_plan
def test_decomposed_letters_have_exact_places_too(path: Path) -> None:
    """A text in NFD is read as it is: its own offsets, the same words."""
    text = extraction.decomposed(path.read_text("utf-8"))
    reading = texts.read(text)
    assert [_plain(passage.text) for passage in reading.unread] == [
        _plain(place.of(text)) for _, place in ((passage, passage.place) for passage in reading.unread) if place
    ]


def test_a_document_that_is_no_plan_leaves_nothing_over() -> None:
    """Only a plan has a meaning beside what is written; any other document is its frame, outline and statements."""
    reading = texts.read(
        "QUYẾT ĐỊNH\nVề chế độ phụ cấp\nĐiều 1. Phụ cấp là 90.000.000 đồng (Bằng chữ: Chín triệu đồng)."
    )
    assert (reading.plan, reading.unread) == (None, ())
    assert [amount.value for amount in reading.document.amounts] == [90_000_000]


def test_room_that_nobody_has_filled_is_not_left_over() -> None:
    """The "…" of a plan just begun holds nothing to be understood; a sentence in its stead does."""
    begun = texts.write(skeleton("Ủy ban nhân dân xã Nậm Khao", 2026))
    assert texts.read(begun).unread == ()
    told = begun.replace("\n…\n", "\nNhân dân phấn khởi.\n", 1)
    assert [passage.text for passage in texts.read(told).unread] == ["Nhân dân phấn khởi."]


def test_what_is_left_over_stands_in_the_order_of_the_text() -> None:
    """Lines of the head that nobody understood and paragraphs of the content, from the top down."""
    for path in PLANS:
        unread = texts.read(path.read_text("utf-8")).unread
        starts = [passage.place.start for passage in unread if passage.place]
        assert starts == sorted(starts)
        assert len(starts) == len(unread)
