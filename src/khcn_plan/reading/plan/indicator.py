"""Other figures that a review reports (chỉ tiêu): percentages and counts, each with what it measures."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from khcn_plan.model import Bound, Indicator, Span
from khcn_plan.model.tree import walk
from khcn_plan.reading.document import DocumentReading
from khcn_plan.reading.plan.topics import Paragraph, Topic
from khcn_plan.reading.scan import Figure
from khcn_plan.reading.stretches import Stretches

_BOUNDS = (
    (Bound.AT_LEAST, re.compile(r"(?:trên|ít nhất|tối thiểu|hơn|≥|>)\s*$", re.IGNORECASE)),
    (Bound.AT_MOST, re.compile(r"(?:dưới|tối đa|không quá|≤|<)\s*$", re.IGNORECASE)),
    (Bound.ABOUT, re.compile(r"(?:khoảng|gần|ước|xấp xỉ)\s*(?:đạt|là)?\s*$", re.IGNORECASE)),
)
_ANNOUNCED = re.compile(r":\s+(?:(?:trên|dưới|hơn|gần|khoảng|ước)\s+)?$")
_CLAUSE = re.compile(r"[.;:](?:\s|$)|,\s(?=tỷ lệ|huyện|riêng)|\svà\s(?=\d)|\n")
LONGEST_CLAUSE = 300
REACH = 24
RANK = "sao"
"""A star is a rank and measures nothing."""
_VERB = re.compile(r"\s*(?:đạt|là|có|được|gồm|chiếm)?\s*(?:trên|dưới|hơn|gần|khoảng|ước)?\s*$")


def read(source: DocumentReading, topics: Sequence[Topic], claimed: Sequence[object]) -> Iterator[Indicator]:
    """Yield the figures of a review that nothing else of the plan has claimed; sums of money are none."""
    starts = [figure.start for figure in source.figures]
    taken = Stretches.of(place for value in claimed for _, _, place in walk(value) if place)
    for topic in topics:
        for paragraph in topic.paragraphs:
            within = slice(bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end))
            for figure in source.figures[within]:
                place = source.lines.span(figure.start, figure.end)
                if not figure.money and figure.quantity.unit != RANK and not taken.touch(place):
                    yield _indicator(source, paragraph, figure, place)


def _indicator(source: DocumentReading, paragraph: Paragraph, figure: Figure, place: Span) -> Indicator:
    before = source.lines.flow[max(paragraph.start, figure.start - LONGEST_CLAUSE) : figure.start]
    unit = figure.quantity.unit
    after = source.lines.flow[figure.end - len(unit) : min(paragraph.end, figure.end + LONGEST_CLAUSE)]
    bound = next((bound for bound, pattern in _BOUNDS if pattern.search(before[-REACH:])), Bound.EXACT)
    announced = _ANNOUNCED.search(before)
    name = _clause_before(before[: announced.start()] if announced else before) if announced or unit == "%" else ""
    return Indicator(name or _clause_behind(after), figure.quantity, bound, place=place)


def _clause_before(text: str) -> str:
    """Return what a sentence says before a percentage: the thing that it measures."""
    ends = [match.end() for match in _CLAUSE.finditer(text)]
    return " ".join(_VERB.sub("", text[ends[-1] if ends else 0 :]).split()).strip(" ,-–+")


def _clause_behind(text: str) -> str:
    """Return what a sentence says behind a figure."""
    match = _CLAUSE.search(text)
    return " ".join(text[: match.start() if match else len(text)].split()).strip(" ,.%")
