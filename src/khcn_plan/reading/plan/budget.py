"""The estimate in a plan (dự toán, kinh phí): the total, what it is divided into, and what was spent.

A table says it best; then a list that closes with its total; then a total that sentences divide by line, by source of funds
or by year; then lines without a total; and last a total that stands alone.
"""

import re
from collections.abc import Sequence

import attrs

from khcn_plan.model import Amount, Budget, Division, DivisionKind, FundingSource, Span, YearShare
from khcn_plan.reading.document import DocumentReading
from khcn_plan.reading.plan import expenses
from khcn_plan.reading.plan.topics import SCIENCE, Paragraph, Topic, amounts_in, verdict, words_between, years_in

MONEY = re.compile(r"kinh phí|dự toán|ngân sách|nguồn vốn", re.IGNORECASE)
_SOLE_SOURCE = re.compile(
    r"[\s,]*(?:được )?(?:lấy |bố trí |trích )?từ\s+(?:nguồn\s+)?"
    r"(?P<name>(?:ngân sách|sự nghiệp|kinh phí|vốn|quỹ)\s[^,;.:()]{2,90})(?=[,;.:(]|$)",
    re.IGNORECASE,
)
_YEAR_LABEL = re.compile(r"năm\s+(20\d\d)$", re.IGNORECASE)
_ASSIGNED = re.compile(r"\W*(?:dự toán|kinh phí)\s(?:\w+\s){0,3}giao(?:\s\w+){0,6}:?", re.IGNORECASE)
_OTHER_YEAR = re.compile(r"(?:so với|bằng|tăng|giảm|cùng kỳ)[^,;.]{0,30}năm 20\d\d", re.IGNORECASE)
YEAR_DIGITS = 4


@attrs.frozen
class _Part:
    """A section about money, with what a closer reading of it needs.

    Attributes:
        source: the document.
        topic: the section.
        paragraphs: its paragraphs, and those of the sections below its heading on money.
        divided: the totals of money that the document divides, by where each stands.
    """

    source: DocumentReading
    topic: Topic
    paragraphs: Sequence[Paragraph]
    divided: expenses.Parts


def read(source: DocumentReading, topics: Sequence[Topic]) -> Budget | None:
    """Read the budget of a part of the plan, review or plan; `None` where it states none."""
    parts = _parts(source, _on_money(topics))
    for found in (_laid_out, _closed_list, _in_prose, _open_list, _total_alone):
        for part in parts:
            if budget := found(part):
                return attrs.evolve(budget, assigned=budget.assigned or _assigned(part, budget))
    return None


def _parts(source: DocumentReading, topics: Sequence[Topic]) -> list[_Part]:
    divided = expenses.divided(source) if topics else {}
    sections: dict[tuple[str, ...], list[Paragraph]] = {}
    for topic in topics:
        sections.setdefault(_root(topic), []).extend(topic.everything)
    return [_Part(source, topic, sections.pop(_root(topic), []), divided) for topic in topics]


def _on_money(topics: Sequence[Topic]) -> list[Topic]:
    """Return the sections under a heading on money alone; where there is none, those under one on money and work."""
    alone = [topic for topic in topics if any(map(is_on_money, topic.titles))]
    return alone or [topic for topic in topics if topic.about(MONEY)]


def is_on_money(title: str) -> bool:
    """Tell whether a heading is on money first, not on a plan or on work that costs it."""
    return bool(MONEY.search(title)) and verdict(title) is False


def _root(topic: Topic) -> tuple[str, ...]:
    """Return the headings down to the first that is on money alone, else to the first that names money."""
    alone = (index for index, title in enumerate(topic.titles) if is_on_money(title))
    named = (index for index, title in enumerate(topic.titles) if MONEY.search(title))
    return topic.titles[: next(alone, next(named)) + 1]


def _laid_out(part: _Part) -> Budget | None:
    """Take the table of a section, with the words that a sentence beside it gives for its total."""
    budget = next((budget for budget in part.source.document.budgets if part.topic.holds(budget.place)), None)
    if budget is None:
        return None
    stated = (amount for paragraph in part.paragraphs for amount in amounts_in(part.source, paragraph.span))
    spelt = (amount for amount in stated if amount.words and budget.total and amount.value == budget.total.value)
    lines = tuple(attrs.evolve(one, purpose=one.purpose or expenses.purpose_of(one.name)) for one in budget.lines)
    return attrs.evolve(budget, year=_year(part, budget.place), total=next(spelt, budget.total), lines=lines)


def _closed_list(part: _Part) -> Budget | None:
    """Take a list of expenses that closes with its total."""
    rows = list(expenses.rows(part.source, part.paragraphs))
    closing = next((index for index, row in enumerate(rows) if row.is_total), 0)
    lines = expenses.nested(rows[:closing], part.divided)
    if len(lines) < expenses.LEAST_LINES:
        return None
    total = rows[closing].line
    return Budget(year=_year(part, total.place), total=total.amount, lines=lines, place=total.place)


def _in_prose(part: _Part) -> Budget | None:
    """Take the first total that the sentences of a section divide."""
    first = next((b for b in part.divided.values() if part.topic.holds(b.place)), None)
    return _with_divisions(part, _of_total(part, expenses.amount(part.source, first), first.place)) if first else None


def _open_list(part: _Part) -> Budget | None:
    """Take lines without a total; under a total that they do not make it is unsure what they are."""
    rows = list(expenses.rows(part.source, part.paragraphs))
    totals = [row.line.amount for row in rows if row.is_total]
    lines = expenses.nested([row for row in rows if not row.is_total], part.divided)
    if len(lines) < expenses.LEAST_LINES:
        return None
    kind = DivisionKind.UNSURE if totals else DivisionKind.PARTITION
    total = totals[0] if totals else None
    return Budget(year=_year(part, lines[0].place), total=total, lines=lines, division=kind)


def _total_alone(part: _Part) -> Budget | None:
    """Take the first amount of a section."""
    stated = (amount for paragraph in part.topic.everything for amount in amounts_in(part.source, paragraph.span))
    total = next(stated, None)
    return _of_total(part, total, None) if total else None


def _assigned(part: _Part, budget: Budget) -> Amount | None:
    """Return what a paragraph of its own says was assigned, beside the total."""
    for paragraph in part.paragraphs:
        amount = next(iter(amounts_in(part.source, paragraph.span)), None)
        if amount and amount.place and budget.total and amount.place != budget.total.place:
            before = words_between(part.source, paragraph.span.start, amount.place.start)
            if _ASSIGNED.fullmatch(before):
                return amount
    return None


def _of_total(part: _Part, total: Amount, place: Span | None) -> Budget:
    """Begin a budget with its total, what was spent of it, and the one source that pays it if the text names one."""
    paragraph = part.topic.paragraph_of(total.place)
    spent = expenses.spent(part.source, paragraph, total.place)
    behind = words_between(part.source, total.place.end, paragraph.span.end) if total.place and paragraph else ""
    sole = _SOLE_SOURCE.match(behind)
    alone = sole and " và " not in SCIENCE.sub("", sole["name"])
    pays = (FundingSource(sole["name"].strip(), total),) if sole and alone else ()
    return Budget(year=_year(part, total.place), total=total, spent=spent, sources=pays, place=place)


def _with_divisions(part: _Part, budget: Budget) -> Budget:
    """Add the ways in which the sentences of a section divide its total."""
    value = budget.total.value if budget.total else None
    for breakdown in part.divided.values():
        if breakdown.total.value == value and part.topic.holds(breakdown.place):
            for division in breakdown.divisions:
                budget = _with_division(part, budget, division)
    return budget


def _with_division(part: _Part, budget: Budget, division: Division) -> Budget:
    """Add a division by year, by source of funds, or else by line."""
    if all(_YEAR_LABEL.search(share.label) for share in division.parts):
        shares = (
            YearShare(int(share.label[-YEAR_DIGITS:]), expenses.amount(part.source, share), place=share.place)
            for share in division.parts
        )
        return attrs.evolve(budget, years=tuple(shares))
    if expenses.is_by_source(division):
        return attrs.evolve(budget, sources=expenses.sources(part.source, division))
    if budget.lines:
        return budget
    lines = tuple(expenses.line(part.source, part.topic, item, part.divided) for item in division.parts)
    return attrs.evolve(budget, lines=lines, division=division.kind)


def _year(part: _Part, place: Span | None) -> int | None:
    """Return the year named before the total, or alone in its paragraph, else in the headings from the bottom up."""
    paragraph = next((p for p in part.paragraphs if place and p.span.start <= place.start < p.span.end), None)
    stated = years_in(_OTHER_YEAR.sub("", paragraph.text)) if paragraph else []
    before = words_between(part.source, paragraph.span.start, place.start) if paragraph and place else ""
    if named := years_in(_OTHER_YEAR.sub("", before)) or (stated if len(set(stated)) == 1 else []):
        return named[0]
    return next((years[0] for title in reversed(part.topic.titles) if (years := years_in(title))), None)
