"""From a document to the plan that it means (đọc kế hoạch): a year reviewed and a year planned.

The headings tell which part reviews, which plans, and what each section is about; the sentences tell the rest. Nothing here
knows one document: kinds of headings and turns of phrase are looked for, wherever they stand. One room per room of the model.
"""

import re
from collections import Counter
from collections.abc import Sequence

from khcn_plan.model import Plan, Review
from khcn_plan.reading.document import DocumentReading
from khcn_plan.reading.plan import budget, indicator, ocop, property, task  # noqa: A004 - `property` is the room
from khcn_plan.reading.plan.topics import SCIENCE, Topic, places_of, topics_of, years_in

_PLAN_KINDS = re.compile(r"kế hoạch|chương trình", re.IGNORECASE)


def read(source: DocumentReading) -> Plan | None:
    """Read the plan that a document means; `None` where it is no science-and-technology plan."""
    frame = source.document.frame
    if not (_PLAN_KINDS.search(frame.kind) and SCIENCE.search(frame.subject)):
        return None
    topics = topics_of(source)
    reviewing = [topic for topic in topics if topic.reviews]
    planning = [topic for topic in topics if topic.reviews is False]
    return Plan(
        year=_planned_year(planning, frame.subject),
        frame=frame,
        review=_review(source, reviewing) if reviewing else None,
        tasks=tuple(task.planned(source, planning)),
        budget=budget.read(source, planning),
        citations=source.document.citations,
        place=frame.place,
    )


def _review(source: DocumentReading, topics: Sequence[Topic]) -> Review:
    """Read the review; what is left when its budget, rounds, sums, tasks and property have been read are indicators."""
    places = places_of(topics)
    money = budget.read(source, topics)
    rounds = tuple(ocop.read(source, topics))
    tasks = tuple(task.carried_out(source, topics))
    properties = tuple(property.read(source, topics))
    breakdowns = tuple(
        breakdown
        for breakdown in source.document.breakdowns
        if breakdown.total.unit != "đồng" and breakdown.place and places.touch(breakdown.place)
    )
    return Review(
        year=_reviewed_year(topics),
        budget=money,
        tasks=tasks,
        rounds=rounds,
        properties=properties,
        breakdowns=breakdowns,
        indicators=tuple(indicator.read(source, topics, (money, *rounds, *breakdowns))),
    )


def _planned_year(topics: Sequence[Topic], subject: str) -> int | None:
    """Return the year planned: of the top headings on work, else of the title, else of those on money, which keep old years."""
    headings = dict.fromkeys(topic.titles[0] for topic in topics)
    money = [title for title in headings if budget.is_on_money(title)]
    work = [year for title in headings if title not in money for year in years_in(title)]
    named = sorted(years_in(subject), reverse=True)
    return next(iter((*work, *named, *(year for title in money for year in years_in(title)))), None)


def _reviewed_year(topics: Sequence[Topic]) -> int | None:
    """Return the year that the top headings of the review name, else the one that its text names most often."""
    stated = [year for topic in topics for year in years_in(topic.titles[0])]
    texts = (paragraph.text for topic in topics for paragraph in topic.everything)
    counted = Counter(stated[:1] or (year for text in texts for year in years_in(text)))
    return next((year for year, _ in counted.most_common(1)), None)
