"""From a document to the plan that it means (đọc kế hoạch): a year reviewed and a year planned.

The headings tell which part reviews, which plans, and what each section is about; the sentences tell the rest. Nothing here
knows one document: kinds of headings and turns of phrase are looked for, wherever they stand. One room per room of the model.
"""

import re
from collections.abc import Sequence

from khcn_plan.model import Plan, Review
from khcn_plan.reading.document import DocumentReading
from khcn_plan.reading.plan import budget, indicator, ocop, property, task  # noqa: A004 - `property` is the room
from khcn_plan.reading.plan.topics import Topic, topics_of, year_in, years_in

_SCIENCE = re.compile(r"khoa học(?:,| và)? (?:và )?công nghệ|KH\s?&\s?CN|KHCN", re.IGNORECASE)
_PLAN_KINDS = re.compile(r"kế hoạch|chương trình", re.IGNORECASE)


def read(source: DocumentReading) -> Plan | None:
    """Read the plan that a document means; `None` where it is no science-and-technology plan."""
    frame = source.document.frame
    if not (_PLAN_KINDS.search(frame.kind) and _SCIENCE.search(frame.subject)):
        return None
    topics = topics_of(source)
    reviewing = [topic for topic in topics if topic.reviews]
    planning = [topic for topic in topics if topic.reviews is False]
    return Plan(
        year=_planned_year(planning) or year_in(frame.subject),
        frame=frame,
        review=_review(source, reviewing) if reviewing else None,
        tasks=tuple(task.planned(source, planning)),
        budget=budget.read(source, planning),
        citations=source.document.citations,
        place=frame.place,
    )


def _review(source: DocumentReading, topics: Sequence[Topic]) -> Review:
    money = budget.read(source, topics)
    rounds = tuple(ocop.read(source, topics))
    breakdowns = tuple(
        breakdown
        for breakdown in source.document.breakdowns
        if breakdown.total.unit != "đồng" and any(topic.holds(breakdown.place) for topic in topics)
    )
    return Review(
        year=_reviewed_year(topics),
        budget=money,
        tasks=tuple(task.carried_out(source, topics)),
        rounds=rounds,
        properties=tuple(property.read(source, topics)),
        breakdowns=breakdowns,
        indicators=tuple(indicator.read(source, topics, (money, *rounds, *breakdowns))),
    )


def _planned_year(topics: Sequence[Topic]) -> int | None:
    """Return the last year that the headings of the planning part name."""
    stated = [year for topic in topics if topic.titles for year in years_in(topic.titles[0])]
    return stated[0] if stated else None


def _reviewed_year(topics: Sequence[Topic]) -> int | None:
    """Return the first year that the headings of the review name, else its text."""
    stated = [year for topic in topics for title in topic.titles for year in years_in(title)]
    stated += [year for topic in topics for paragraph in topic.paragraphs for year in years_in(paragraph.text)]
    return stated[0] if stated else None
