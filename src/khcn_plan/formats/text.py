"""Plain text in (văn bản thuần): any administrative document, and the plan in it if it is one."""

from bisect import bisect_left

from khcn_plan.model import Passage, Reading, Section, Span
from khcn_plan.model.tree import walk
from khcn_plan.reading import document as documents
from khcn_plan.reading import plan as plans


def read(text: str) -> Reading:
    """Read a document from its text; never raises on content, and never drops any.

    >>> reading = read("Tổng kinh phí: 90.000.000 đồng (Bằng chữ: Chín triệu đồng).")
    >>> [(amount.value, amount.words, amount.place.line) for amount in reading.document.amounts]
    [(90000000, 'Chín triệu đồng', 1)]
    """
    source = documents.read(text)
    plan = plans.read(source)
    document = source.document
    prose = _untouched(document.outline, {p for _, _, p in walk(plan) if p}) if plan else ()
    return Reading(document, plan, tuple(sorted((*source.unclaimed, *prose), key=_start)))


def _untouched(outline: tuple[Section, ...], places: set[Span]) -> tuple[Passage, ...]:
    """Return the paragraphs in which nothing of the plan stands."""
    starts = sorted(place.start for place in places)
    passages = [p for top in outline for section in top.walk() for p in section.passages]
    return tuple(p for p in passages if p.place and not _any_within(starts, p.place))


def _any_within(starts: list[int], place: Span) -> bool:
    at = bisect_left(starts, place.start)
    return at < len(starts) and starts[at] < place.end


def _start(passage: Passage) -> int:
    return passage.place.start if passage.place else 0
