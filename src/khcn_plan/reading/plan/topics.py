"""What each section of a plan is about (nội dung từng mục): its headings from the top down, and its paragraphs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache

import attrs

from khcn_plan.model import Amount, Span
from khcn_plan.notation import NotationError, dates, letters
from khcn_plan.reading.document import DocumentReading
from khcn_plan.reading.items import Item
from khcn_plan.reading.stretches import Stretches

SCIENCE = re.compile(r"khoa học(?:,| và)? (?:và )?công nghệ|KH\s?&\s?CN|KHCN", re.IGNORECASE)
_REVIEW = re.compile(
    r"đánh giá|kết quả|tình hình|thực trạng|báo cáo|tồn tại|thuận lợi|khó khăn|hạn chế|năm trước", re.IGNORECASE
)
_PLANNING = re.compile(
    r"kế hoạch|nhiệm vụ|mục tiêu|phương hướng|dự toán|kinh phí|giải pháp|tổ chức thực hiện|nội dung|chỉ tiêu",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"nhiệm vụ|hoạt động|nghiệp vụ|nội dung|giải pháp|công tác|ứng dụng|triển khai|phương hướng|dự án|đề tài|mô hình",
    re.IGNORECASE,
)
_NO_WORK = re.compile(
    r"dự toán|kinh phí|ngân sách|nguồn vốn|tổ chức thực hiện|mục tiêu|mục đích|yêu cầu|^chi\s", re.IGNORECASE
)
_AIM = re.compile(r"mục tiêu|mục đích|yêu cầu", re.IGNORECASE)
_PLAN = re.compile(r"kế hoạch", re.IGNORECASE)
_YEAR = re.compile(r"năm\s+(20\d\d)(?!\s*[-–])", re.IGNORECASE)
DAY = re.compile(
    r"(?<![\d/.-])\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{4}(?!\d)|ngày \d{1,2} tháng \d{1,2} năm \d{4}(?!\d)",
    re.IGNORECASE,
)
LONGEST_HEADING = 300


@attrs.frozen
class Paragraph:
    """A paragraph of the content.

    Attributes:
        start, end: where its words stand in the flow, behind the marker.
        text: its words.
        span: where it stands in the caller's text.
        depth: how deep it stands in a list; -1 for none.
    """

    start: int
    end: int
    text: str
    span: Span
    depth: int

    @cached_property
    def folded(self) -> str:
        """Its words without capitals, to look for others in quickly."""
        return self.text.casefold()


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

    @cached_property
    def everything(self) -> tuple[Paragraph, ...]:
        """The heading and the paragraphs under it."""
        return ((self.heading,) if self.heading else ()) + self.paragraphs

    @cached_property
    def starts(self) -> list[int]:
        """Where each of them begins."""
        return [paragraph.span.start for paragraph in self.everything]

    @property
    def on_work(self) -> bool:
        """Its headings are on work: one says so, and none is on money, aims or organisation."""
        verdicts = [verdict(title) for title in self.titles]
        return True in verdicts and False not in verdicts

    def paragraph_of(self, place: Span | None) -> Paragraph | None:
        """Return the paragraph in which something stands."""
        start = place.start if place else -1
        everything = self.everything
        index = bisect_right(self.starts, start) - 1
        return everything[index] if index >= 0 and start < everything[index].span.end else None

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


@lru_cache(maxsize=1024)
def verdict(title: str) -> bool | None:
    """Tell what a heading is on by its first word that tells: work (True), money, aims or organisation (False), or neither.

    >>> verdict("Nhiệm vụ và kinh phí"), verdict("Kinh phí thực hiện nhiệm vụ"), verdict("Kế hoạch và dự toán năm 2023")
    (True, False, None)
    """
    work, other = _WORK.search(title), _NO_WORK.search(title)
    if other is None or (work and (work.start() < other.start() or _AIM.match(title, other.start()))):
        return True if work else None
    plan = _PLAN.search(title)
    return None if plan and plan.start() < other.start() else False


def years_in(text: str) -> list[int]:
    """Return the years that a text names one by one; a span of years is none of them.

    >>> years_in("kế hoạch năm 2023, giai đoạn từ năm 2021-2025")
    [2023]
    """
    return [int(year) for year in _YEAR.findall(text)]


def year_in(text: str) -> int | None:
    """Return the first year that a text names."""
    return next(iter(years_in(text)), None)


def day_in(text: str) -> date | None:
    """Return the first day that a text names, if there is such a day.

    >>> day_in("nghiệm thu ngày 15/10/2022"), day_in("tháng 10/2022")
    (datetime.date(2022, 10, 15), None)
    """
    match = DAY.search(text)
    try:
        day = dates.read(match[0]) if match else None
    except NotationError:
        return None
    return day if isinstance(day, date) else None


def amounts_in(source: DocumentReading, span: Span) -> Sequence[Amount]:
    """Return the sums of money in a stretch of the text, in order."""
    first, last = (bisect_left(source.amount_starts, offset) for offset in (span.start, span.end))
    return source.document.amounts[first:last]


def words_between(source: DocumentReading, start: int, end: int) -> str:
    """Return what a stretch of the caller's text says, in clean letters and single spaces."""
    return " ".join(letters.clean(source.lines.text[start:end]).replace("*", "").split())


def places_of(topics: Sequence[Topic]) -> Stretches:
    """Return the parts of the text that some sections are."""
    return Stretches.of(paragraph.span for topic in topics for paragraph in topic.everything)


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
    return Paragraph(item.body, item.end, text, source.lines.span(item.start, item.end), item.depth)


def _reviews(titles: tuple[str, ...]) -> bool | None:
    """Ask the headings from the top down; the first that tells decides, and in it the word that comes first."""
    for title in titles:
        review, planning = _REVIEW.search(title), _PLANNING.search(title)
        if review and (planning is None or review.start() < planning.start()):
            return True
        if planning:
            return False
    return None
