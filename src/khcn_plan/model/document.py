"""Any administrative document as it is written (văn bản hành chính): its frame, its outline, and what it states.

A `Document` holds what is written, a `Plan` what it means; a `Reading` is both, with what nobody understood.
"""

from collections.abc import Iterator

import attrs

from khcn_plan import values
from khcn_plan.model.amount import Amount, Count
from khcn_plan.model.breakdown import Breakdown, Enumeration, Execution
from khcn_plan.model.budget import Budget
from khcn_plan.model.citation import Citation
from khcn_plan.model.frame import Frame
from khcn_plan.model.passage import Passage
from khcn_plan.model.place import Span, placed
from khcn_plan.model.plan import Plan

Statement = Amount | Count | Breakdown | Enumeration | Execution | Citation


@attrs.frozen
class Section:
    """A heading and what stands under it (phần, mục).

    Attributes:
        number: its number as written: "II", "1.1", "a"; "" for what stands before the first heading.
        title: its words.
        passages: the paragraphs directly under it.
        sections: the headings below it.
    """

    number: str
    title: str = ""
    passages: tuple[Passage, ...] = attrs.field(default=(), kw_only=True)
    sections: tuple["Section", ...] = attrs.field(default=(), kw_only=True)
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr

    def walk(self) -> Iterator["Section"]:
        """Yield this section and those below it, in the order of the text."""
        yield self
        for section in self.sections:
            yield from section.walk()


attrs.resolve_types(Section, globals())  # so that other tools, which structure by type, know what stands inside


@attrs.frozen(kw_only=True)
class Document:
    """A document as it is written.

    Attributes:
        frame: what Decree 30 prescribes around the content.
        outline: the content under its headings.
        amounts: sums of money, with the words beside them.
        counts: numbers of other things beside which words stand.
        breakdowns: totals with their parts.
        budgets: estimates laid out as tables.
        executions: what was done of what was planned, with its rate.
        enumerations: stated counts with the lists that follow them.
        citations: documents named, other than the legal bases.
        encoding: the legacy encoding of its letters ("TCVN3", "VNI"), or "" for Unicode.
    """

    frame: Frame = attrs.field(factory=Frame)
    outline: tuple[Section, ...] = ()
    amounts: tuple[Amount, ...] = ()
    counts: tuple[Count, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    budgets: tuple[Budget, ...] = ()
    executions: tuple[Execution, ...] = ()
    enumerations: tuple[Enumeration, ...] = ()
    citations: tuple[Citation, ...] = ()
    encoding: str = ""
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Everything that the document states, in the order of the text."""
        found: tuple[Statement, ...] = (
            *self.amounts,
            *self.counts,
            *self.breakdowns,
            *self.executions,
            *self.enumerations,
            *self.citations,
            *self.frame.bases,
        )
        return tuple(sorted(found, key=lambda statement: statement.place.start if statement.place else -1))


@attrs.frozen
class Reading:
    """What was read from a text.

    Attributes:
        document: what is written.
        plan: what it means; `None` where the document is no science-and-technology plan.
        unread: what no part of the reading understood.
    """

    document: Document
    plan: Plan | None = None
    unread: tuple[Passage, ...] = ()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr
