"""From a text to the document that it is (đọc văn bản): frame, outline and statements, each with its place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import attrs

from khcn_plan.model import Citation, Document, Passage
from khcn_plan.reading import (
    citations,
    divisions,
    enumerations,
    estimates,
    executions,
    frame,
    items,
    lines,
    outline,
    scan,
    tables,
    tallies,
)
from khcn_plan.reading.citations import Mention
from khcn_plan.reading.items import Item
from khcn_plan.reading.lines import Lines
from khcn_plan.reading.scan import Figure


@attrs.frozen
class DocumentReading:
    """A document, with what a closer reading of it needs.

    Attributes:
        document: the document.
        lines: its text, prepared.
        body: the paragraphs of its content.
        figures: the figures in it.
        unclaimed: paragraphs of head and tail that no part of the frame claimed.
    """

    document: Document
    lines: Lines
    body: Sequence[Item]
    figures: Sequence[Figure]
    unclaimed: tuple[Passage, ...]

    @cached_property
    def amount_starts(self) -> list[int]:
        """Where each amount of the document begins."""
        return [amount.place.start if amount.place else -1 for amount in self.document.amounts]


def read(text: str) -> DocumentReading:
    """Read a text as an administrative document."""
    prepared = lines.read(text)
    found = items.read(prepared.flow)
    mentions = tuple(citations.scan(prepared.flow))
    framed = frame.read(prepared, found, mentions)
    found_tables = tuple(tables.read(prepared))
    laid_out = [(table, estimate) for table in found_tables if (estimate := estimates.read(prepared, table))]
    counted = [(table, tally) for table in found_tables if (tally := tallies.read(prepared, table))]
    in_tables = sorted((table.start, table.end) for table, _ in (*laid_out, *counted))
    body = tuple(_without_rows(framed.body, in_tables)) if in_tables else framed.body
    figures = scan.read(prepared.flow, [*_numbers(mentions), *in_tables])
    by_table = (*(column for _, e in laid_out for column in e.columns), *(total for _, t in counted for total in t))
    divided = (*divisions.read(prepared, found, figures), *by_table)
    document = Document(
        frame=framed.frame,
        outline=outline.read(prepared, body),
        amounts=tuple(scan.amounts(prepared, figures)),
        counts=tuple(scan.counts(prepared, figures)),
        breakdowns=divided,
        enumerations=tuple(enumerations.read(prepared, found, figures)),
        executions=tuple(executions.read(prepared)),
        budgets=tuple(estimate.budget for _, estimate in laid_out),
        citations=tuple(_cited(prepared, mentions, framed.frame.bases)),
        encoding=lines.encoding(text),
    )
    left = tuple(outline.passage(prepared, item.start, item.end) for item in framed.unclaimed)
    return DocumentReading(document, prepared, body, figures, left)


def _without_rows(body: Iterable[Item], in_tables: Sequence[tuple[int, int]]) -> Iterator[Item]:
    """Yield the items of the content; a number in a row of a table heads no section."""
    for item in body:
        before = bisect_right(in_tables, (item.end, 0)) - 1
        row = before >= 0 and item.start < in_tables[before][1]
        yield Item(item.start, item.end, item.start) if row else item


def _numbers(mentions: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which figures are numbers and dates of documents: up to the title, which may hold others."""
    for mention in mentions:
        if mention.number or mention.issued:
            yield mention.start, mention.end - len(mention.title) - 1


def _cited(prepared: Lines, mentions: Iterable[Mention], bases: Iterable[Citation]) -> Iterator[Citation]:
    """Yield the documents named, but for those that are legal bases themselves."""
    known = {basis.place.start for basis in bases if basis.place}
    for mention in mentions:
        written = prepared.words(mention.start, mention.end)
        citation = citations.citation(mention, written, prepared.span(mention.start, mention.end))
        if citation.place and citation.place.start not in known:
            yield citation
