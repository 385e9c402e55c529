"""What each section of a plan is about (nội dung từng mục): its headings from the top down, and its paragraphs."""

import re
from collections.abc import Iterator

import attrs

from khcn_plan.model import Span
from khcn_plan.reading.document import DocumentReading
from khcn_plan.reading.items import Item

_REVIEW = re.compile(r"đánh giá|kết quả|tình hình|thực trạng|báo cáo|tồn tại|thuận lợi|năm trước", re.IGNORECASE)
_PLANNING = re.compile(
    r"kế hoạch|nhiệm vụ|mục tiêu|phương hướng|dự toán|kinh phí|giải pháp|tổ chức thực hiện|nội dung|chỉ tiêu",
    re.IGNORECASE,
)
_YEAR = re.compile(r"năm\s+(20\d\d)(?!\s*[-–])", re.IGNORECASE)
LONGEST_HEADING = 300


@attrs.frozen
class Paragraph:
    """A paragraph of the content.

    Attributes:
        start, end: where its words stand in the flow, behind the marker.
        text: its words.
        span: where it stands in the caller's text.
    """

    start: int
    end: int
    text: str
    span: Span


@attrs.frozen
class Topic:
    """A section of the content.

    Attributes:
        titles: its headings, from the top down to its own; empty before the first heading.
        reviews: it is part of the review (True), of the plan (False), or of neither.
        heading: the paragraph that its own heading is.
        paragraphs: the paragraphs under it.
        leaf: no section stands below it.
    """

    titles: tuple[str, ...]
    reviews: bool | None
    heading: Paragraph | None
    paragraphs: tuple[Paragraph, ...]
    leaf: bool

    @property
    def everything(self) -> tuple[Paragraph, ...]:
        """The heading and the paragraphs under it."""
        return ((self.heading,) if self.heading else ()) + self.paragraphs

    def paragraph_of(self, place: Span | None) -> Paragraph | None:
        """Return the paragraph in which something stands."""
        start = place.start if place else -1
        return next((p for p in self.everything if p.span.start <= start < p.span.end), None)

    def holds(self, place: Span | None) -> bool:
        """Tell whether something stands in one of its paragraphs."""
        return self.paragraph_of(place) is not None

    def about(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether one of its headings matches."""
        return any(map(pattern.search, self.titles))


def topics_of(source: DocumentReading) -> tuple[Topic, ...]:
    """Return the sections of a document in the order of the text."""
    groups = list(_groups(source))
    following = [len(titles) for titles, _, _ in groups[1:]] + [0]
    return tuple(
        Topic(titles, _reviews(titles), heading, tuple(paragraphs), leaf=deeper <= len(titles))
        for (titles, heading, paragraphs), deeper in zip(groups, following, strict=True)
    )


def years_in(text: str) -> list[int]:
    """Return the years that a text names one by one; a span of years is none of them.

    >>> years_in("kế hoạch năm 2023, giai đoạn từ năm 2021-2025")
    [2023]
    """
    return [int(year) for year in _YEAR.findall(text)]


def year_in(text: str) -> int | None:
    """Return the first year that a text names."""
    return next(iter(years_in(text)), None)


Group = tuple[tuple[str, ...], Paragraph | None, list[Paragraph]]


def _groups(source: DocumentReading) -> Iterator[Group]:
    """Yield headings from the top down, the own one, and the paragraphs below it."""
    stack: list[tuple[int, str]] = []
    group: Group = ((), None, [])
    for item in source.body:
        paragraph = _paragraph(source, item)
        if not item.number:
            group[2].append(paragraph)
            continue
        yield group
        while stack and stack[-1][0] >= item.depth:
            stack.pop()
        stack.append((item.depth, paragraph.text[:LONGEST_HEADING]))
        group = (tuple(title for _, title in stack), paragraph, [])
    yield group


def _paragraph(source: DocumentReading, item: Item) -> Paragraph:
    text = source.lines.flow[item.body : item.end]
    return Paragraph(item.body, item.end, text, source.lines.span(item.start, item.end))


def _reviews(titles: tuple[str, ...]) -> bool | None:
    """Ask the headings from the top down; the first that tells decides."""
    for title in titles:
        if _REVIEW.search(title):
            return True
        if _PLANNING.search(title):
            return False
    return None
