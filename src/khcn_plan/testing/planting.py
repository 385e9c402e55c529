"""Faults in otherwise sound plans (gieo lỗi): the failing example of a rule, put where such a part stands in a plan."""

from collections.abc import Callable
from functools import partial
from typing import Any

import attrs
from hypothesis import strategies as st

from khcn_plan.model import (
    Amount,
    Annex,
    Breakdown,
    Budget,
    BudgetLine,
    Citation,
    Count,
    DateLine,
    Document,
    Enumeration,
    Execution,
    Frame,
    IndustrialProperty,
    OcopList,
    OcopProduct,
    OcopRound,
    Passage,
    Plan,
    Reading,
    Review,
    Section,
    Signature,
    Task,
    TaskKind,
)
from khcn_plan.rules import RULES
from khcn_plan.rules.rule import RuleSet
from khcn_plan.testing.samples import WORK, sample
from khcn_plan.testing.strategies import plans
from khcn_plan.writing import frame as framing


def faulty(name: str, *, rules: RuleSet = RULES) -> st.SearchStrategy[Plan | Reading]:
    """Plans with one fault, that of a rule, issued on the day by whose law the rule's examples are judged.

    A fault that only a written document can have comes in a `Reading` of it.

    Raises:
        KeyError: there is no rule of this name.
    """
    rule = rules[name]
    return plans(rule.example_day).map(partial(plant, rule.fails))


def plant(part: object, plan: Plan) -> Plan | Reading:
    """Put a part into its place in a sound plan, or in a reading of one; what the part disagrees with makes room for it.

    A task gets a kind and a heading, a citation its words, a list its number: a plan is what a document could say.

    Raises:
        KeyError: a part of this class has no place in a plan.
    """
    whole = _PLACES[type(part)](part, plan)
    return _printed(whole) if isinstance(whole, Plan) else whole


def _printed(plan: Plan) -> Plan:
    """Say what no document leaves open."""
    tasks = tuple(
        attrs.evolve(task, kind=task.kind or TaskKind.APPLICATION, heading=task.heading or WORK) for task in plan.tasks
    )
    citations = tuple(attrs.evolve(one, written=one.written or framing.cited(one)) for one in plan.citations)
    frame = plan.frame and attrs.evolve(plan.frame, bases=_marked(plan.frame.bases))
    review = plan.review and attrs.evolve(plan.review, rounds=tuple(map(_counted, plan.review.rounds)))
    return attrs.evolve(plan, tasks=tasks, citations=citations, frame=frame, review=review)


def _marked(bases: tuple[Citation, ...]) -> tuple[Citation, ...]:
    written = framing.bases(bases)
    return tuple(attrs.evolve(basis, written=words) for basis, words in zip(bases, written, strict=True))


def _counted(ocop_round: OcopRound) -> OcopRound:
    lists = {name: getattr(ocop_round, name) for name in ("registered", "selected", "recognised")}
    return attrs.evolve(
        ocop_round, **{name: each and attrs.evolve(each, count=each.size) for name, each in lists.items()}
    )


def reading_of(plan: Plan, **stated: Any) -> Reading:  # noqa: ANN401 - any field of a document
    """Make a reading of a plan, with what its document states."""
    return Reading(attrs.evolve(_document(plan), **stated), plan)


def _document(plan: Plan) -> Document:
    return Document(
        frame=plan.frame or Frame(),
        outline=(
            Section("I", "Đánh giá", passages=(Passage("Đã thực hiện xong các nhiệm vụ."),)),
            Section("II", "Tổ chức thực hiện", passages=(Passage("Giao phòng Kinh tế chủ trì."),)),
        ),
    )


def _beside_line(line: BudgetLine, plan: Plan) -> Plan:
    return _in_budget(Budget(total=Amount(line.amount.value if line.amount else 0), lines=(line,)), plan)


def _in_budget(budget: Budget, plan: Plan) -> Plan:
    return attrs.evolve(plan, tasks=sample().tasks, budget=attrs.evolve(budget, year=plan.year))


def _registered(products: OcopList, plan: Plan) -> Plan:
    return _reviewed(plan, rounds=(OcopRound(year=_year(plan) - 1, registered=products),))


def _reviewed(plan: Plan, **parts: Any) -> Plan:  # noqa: ANN401 - any field of a review
    return attrs.evolve(plan, review=attrs.evolve(plan.review or Review(year=_year(plan) - 1), **parts))


def _sound_budget(plan: Plan) -> Budget:
    """Return the estimate of the sample, which pays for the sample's tasks, for the year of a plan."""
    return attrs.evolve(sample().budget or Budget(), year=plan.year)


def _year(plan: Plan) -> int:
    return plan.year or 0


def _framed(frame: Frame, plan: Plan) -> Reading:
    """Put the stated parts of a frame into the plan's, whose annexes name its number and date; bases follow the authority."""
    base, empty = attrs.evolve(plan.frame or Frame(), annexes=()), Frame()
    names = [field.name for field in attrs.fields(Frame)]
    stated: dict[str, Any] = {
        name: getattr(frame, name) for name in names if getattr(frame, name) != getattr(empty, name)
    }
    if frame.bases and not frame.issuer:
        stated["bases"] = (*_authority(base, frame), *frame.bases)
    whole = attrs.evolve(plan, frame=attrs.evolve(base, **stated))
    return reading_of(whole)


def _authority(base: Frame, frame: Frame) -> tuple[Citation, ...]:
    """Return the basis of authority, unless the closing marks of the bases are what the part is about."""
    return () if all(basis.written for basis in frame.bases) else (attrs.evolve(base.bases[0], written=""),)


def _documented(document: Document, plan: Plan) -> Reading:
    """Put the plan's frame around a document, and a last section behind."""
    base = _document(plan)
    outline = (*document.outline, attrs.evolve(base.outline[-1], number=""))
    return Reading(attrs.evolve(document, frame=base.frame, outline=outline), plan)


def _merged(part: Plan, plan: Plan) -> Plan:
    """Put the stated parts of a plan into another; a budget comes with its own tasks."""
    base = sample()
    stated: dict[str, Any] = {
        "year": part.year,
        "tasks": part.tasks if part.budget or part.tasks else base.tasks,
        "budget": part.budget or _sound_budget(plan),
    }
    if part.frame and plan.frame:
        bases = (attrs.evolve(plan.frame.bases[0], written=""), *part.frame.bases)
        stated["frame"] = attrs.evolve(plan.frame, subject=part.frame.subject or plan.frame.subject, bases=bases)
    if part.review:
        stated["review"] = Review(year=part.review.year)
    return attrs.evolve(plan, **stated)


def _read(reading: Reading, plan: Plan) -> Reading:
    """Keep the text of a reading, and put the plan's frame around it; a review is missing where that is the fault."""
    unreviewed = reading.plan is not None and reading.plan.year and not reading.plan.review
    whole = attrs.evolve(plan, review=None if unreviewed else plan.review)
    return attrs.evolve(reading, document=attrs.evolve(reading.document, frame=plan.frame or Frame()), plan=whole)


_PLACES: dict[type, Callable[[Any, Plan], Plan | Reading]] = {
    Amount: lambda part, plan: reading_of(plan, amounts=(part,)),
    Count: lambda part, plan: reading_of(plan, counts=(part,)),
    Annex: lambda part, plan: _framed(Frame(annexes=(part,)), plan),
    Breakdown: lambda part, plan: _reviewed(plan, breakdowns=(part,)),
    Budget: _in_budget,
    BudgetLine: _beside_line,
    Citation: lambda part, plan: attrs.evolve(plan, citations=(*plan.citations, part)),
    DateLine: lambda part, plan: _framed(Frame(dated=part), plan),
    Document: _documented,
    Enumeration: lambda part, plan: reading_of(plan, enumerations=(part,)),
    Execution: lambda part, plan: reading_of(plan, executions=(part,)),
    Frame: _framed,
    IndustrialProperty: lambda part, plan: _reviewed(plan, properties=(part,)),
    OcopList: _registered,
    OcopProduct: lambda part, plan: _registered(OcopList(1, (part,)), plan),
    OcopRound: lambda part, plan: _reviewed(plan, rounds=(part,)),
    Plan: _merged,
    Reading: _read,
    Review: lambda part, plan: _reviewed(plan, rounds=part.rounds),
    Signature: lambda part, plan: _framed(Frame(issuer="Chủ tịch Ủy ban nhân dân huyện", signature=part), plan),
    Task: lambda part, plan: attrs.evolve(plan, tasks=(part, *sample().tasks[1:]), budget=_sound_budget(plan)),
}
"""Where a part of each class stands in a plan or its reading."""
