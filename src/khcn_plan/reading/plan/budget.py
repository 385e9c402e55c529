"""The estimate in a plan (dự toán, kinh phí): the total, what it is divided into, and what was spent."""

import re
from collections.abc import Iterator, Sequence

import attrs

from khcn_plan.model import (
    Amount,
    Breakdown,
    Budget,
    BudgetLine,
    Division,
    FundingSource,
    Purpose,
    Span,
    YearShare,
)
from khcn_plan.notation import letters
from khcn_plan.reading.document import DocumentReading
from khcn_plan.reading.plan.topics import Paragraph, Topic, year_in

_MONEY = re.compile(r"kinh phí|dự toán|ngân sách|nguồn vốn", re.IGNORECASE)
_SPENT = re.compile(r"(?:đã|thực) (?:chi|thực hiện|giải ngân|hiện)|giải ngân|quyết toán", re.IGNORECASE)
_SOURCE = re.compile(r"ngân sách|nguồn|vốn|đối ứng|xã hội h|doanh nghiệp|đóng góp|nhân dân|tài trợ", re.IGNORECASE)
_YEAR_LABEL = re.compile(r"năm\s+(20\d\d)$", re.IGNORECASE)
YEAR_DIGITS = 4
_PURPOSES = (
    (Purpose.APPLICATION, re.compile(r"ứng dụng|mô hình|dự án|đề tài", re.IGNORECASE)),
    (Purpose.MANAGEMENT, re.compile(r"quản lý|nghiệp vụ|hội đồng|tuyên truyền|tập huấn|hội nghị", re.IGNORECASE)),
)


def read(source: DocumentReading, topics: Sequence[Topic]) -> Budget | None:
    """Read the budget of a part of the plan, review or plan; `None` where it states none."""
    about = [topic for topic in topics if topic.about(_MONEY)]
    for found in (_laid_out, _in_prose, _total_alone):
        for topic in about:
            if budget := found(source, topic):
                return budget
    return None


def _laid_out(source: DocumentReading, topic: Topic) -> Budget | None:
    """Take the table of a section."""
    budget = next((budget for budget in source.document.budgets if topic.holds(budget.place)), None)
    return attrs.evolve(budget, year=_year(topic, budget.place)) if budget else None


def _in_prose(source: DocumentReading, topic: Topic) -> Budget | None:
    """Take the first total that the sentences of a section divide."""
    divided = [b for b in source.document.breakdowns if b.total.unit == "đồng" and topic.holds(b.place)]
    return _divided(source, topic, divided) if divided else None


def _total_alone(source: DocumentReading, topic: Topic) -> Budget | None:
    """Take the first amount of a section."""
    total = next((amount for amount in source.document.amounts if topic.holds(amount.place)), None)
    return Budget(year=_year(topic, total.place), total=total) if total else None


def _divided(source: DocumentReading, topic: Topic, breakdowns: Sequence[Breakdown]) -> Budget:
    """Make the budget of its first total; other divisions of the same total belong to it."""
    first = breakdowns[0]
    same = [breakdown for breakdown in breakdowns if breakdown.total.value == first.total.value]
    budget = Budget(year=_year(topic, first.place), total=_amount(source, first), place=first.place)
    for breakdown in same:
        for division in breakdown.divisions:
            budget = _with_division(source, topic, budget, division)
    return budget


def _with_division(source: DocumentReading, topic: Topic, budget: Budget, division: Division) -> Budget:
    """Add a division by year, by source of funds, or else by line."""
    labels = [part.label for part in division.parts]
    if all(map(_YEAR_LABEL.search, labels)):
        return attrs.evolve(budget, years=tuple(_years(source, division)))
    if all(map(_SOURCE.search, labels)) and not any(_purpose(label) for label in labels):
        shares = (FundingSource(part.label, _amount(source, part)) for part in division.parts)
        return attrs.evolve(budget, sources=tuple(shares))
    if budget.lines:
        return budget
    lines = tuple(_line(source, topic, part) for part in division.parts)
    return attrs.evolve(budget, lines=lines, division=division.kind)


def _years(source: DocumentReading, division: Division) -> Iterator[YearShare]:
    for part in division.parts:
        yield YearShare(int(part.label[-YEAR_DIGITS:]), _amount(source, part))


def _line(source: DocumentReading, topic: Topic, part: Breakdown) -> BudgetLine:
    paragraph = topic.paragraph_of(part.place)
    spent = next(_spent(source, paragraph, part.place), None) if paragraph and part.place else None
    place = paragraph.span if paragraph and paragraph is not topic.heading else part.place
    return BudgetLine(part.label, _amount(source, part), spent=spent, purpose=_purpose(part.label), place=place)


def _spent(source: DocumentReading, paragraph: Paragraph, line: Span) -> Iterator[Amount]:
    """Yield the amounts that the same sentence says were spent of a line."""
    for amount in source.document.amounts:
        if amount.place and line.end <= amount.place.start < paragraph.span.end:
            between = letters.clean(source.lines.text[line.end : amount.place.start])
            if ". " not in between and _SPENT.search(between):
                yield amount


def _amount(source: DocumentReading, breakdown: Breakdown) -> Amount:
    """Return the amount that a figure of a breakdown is, with the words beside it."""
    start = breakdown.place.start if breakdown.place else -1
    stated = (amount for amount in source.document.amounts if amount.place and amount.place.start == start)
    total = breakdown.total
    return next(
        stated, Amount(int(total.value), step=max(1, int(total.step)), scale=total.scale, place=breakdown.place)
    )


def _year(topic: Topic, place: Span | None) -> int | None:
    """Return the year named in the paragraph of the total, else in the headings from the bottom up."""
    paragraph = topic.paragraph_of(place)
    texts = ([paragraph.text] if paragraph else []) + list(reversed(topic.titles))
    return next((year for text in texts if (year := year_in(text))), None)


def _purpose(label: str) -> Purpose | None:
    management = _PURPOSES[1][1].match(label.removeprefix("Chi ").removeprefix("hoạt động "))
    if management:
        return Purpose.MANAGEMENT
    return next((purpose for purpose, pattern in _PURPOSES if pattern.search(label)), None)
