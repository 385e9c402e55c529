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
from khcn_plan.reading.plan.topics import Topic, year_in

_MONEY = re.compile(r"kinh phí|dự toán|ngân sách|nguồn vốn", re.IGNORECASE)
_SPENT = re.compile(r"(?:đã|thực) (?:chi|thực hiện|giải ngân|hiện)|giải ngân|quyết toán", re.IGNORECASE)
_SOURCE = re.compile(r"ngân sách|nguồn|vốn|đối ứng|xã hội h|doanh nghiệp|đóng góp|nhân dân|tài trợ", re.IGNORECASE)
_YEAR_LABEL = re.compile(r"năm\s+(20\d\d)$", re.IGNORECASE)
_PURPOSES = (
    (Purpose.APPLICATION, re.compile(r"ứng dụng|mô hình|dự án|đề tài", re.IGNORECASE)),
    (Purpose.MANAGEMENT, re.compile(r"quản lý|nghiệp vụ|hội đồng|tuyên truyền|tập huấn|hội nghị", re.IGNORECASE)),
)


def read(source: DocumentReading, topics: Sequence[Topic]) -> Budget | None:
    """Read the budget of a part of the plan, review or plan; `None` where it states none."""
    about = [topic for topic in topics if _about_money(topic)]
    for topic in about:
        laid_out = (budget for budget in source.document.budgets if topic.holds(budget.place))
        if budget := next(laid_out, None):
            return attrs.evolve(budget, year=_year(topic, budget.place))
    for topic in about:
        divided = [b for b in source.document.breakdowns if b.total.unit == "đồng" and topic.holds(b.place)]
        if divided:
            return _divided(source, topic, divided)
    for topic in about:
        totals = [amount for amount in source.document.amounts if topic.holds(amount.place)]
        if totals:
            return Budget(year=_year(topic, totals[0].place), total=totals[0])
    return None


def _about_money(topic: Topic) -> bool:
    return bool(topic.titles and _MONEY.search(topic.titles[-1])) or topic.about(_MONEY)


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
        match = _YEAR_LABEL.search(part.label)
        if match:
            yield YearShare(int(match[1]), _amount(source, part))


def _line(source: DocumentReading, topic: Topic, part: Breakdown) -> BudgetLine:
    spent = next(_spent(source, topic, part), None)
    return BudgetLine(
        part.label, _amount(source, part), spent=spent, purpose=_purpose(part.label), place=_line_place(topic, part)
    )


def _line_place(topic: Topic, part: Breakdown) -> Span | None:
    """Return the whole paragraph if the line has one of its own, else the figure."""
    own = next((p.span for p in topic.paragraphs if part.place and p.span.start <= part.place.start < p.span.end), None)
    return own or part.place


def _spent(source: DocumentReading, topic: Topic, part: Breakdown) -> Iterator[Amount]:
    """Yield the amounts that the same sentence says were spent of a line."""
    paragraph = next(
        (p for p in topic.everything if part.place and p.span.start <= part.place.start < p.span.end), None
    )
    if paragraph is None or part.place is None:
        return
    for amount in source.document.amounts:
        if amount.place and part.place.end <= amount.place.start < paragraph.span.end:
            between = letters.clean(source.lines.text[part.place.end : amount.place.start])
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
    paragraph = next((p for p in topic.everything if place and p.span.start <= place.start < p.span.end), None)
    texts = ([paragraph.text] if paragraph else []) + list(reversed(topic.titles))
    return next((year for text in texts if (year := year_in(text))), None)


def _purpose(label: str) -> Purpose | None:
    management = _PURPOSES[1][1].match(label.removeprefix("Chi ").removeprefix("hoạt động "))
    if management:
        return Purpose.MANAGEMENT
    return next((purpose for purpose, pattern in _PURPOSES if pattern.search(label)), None)
