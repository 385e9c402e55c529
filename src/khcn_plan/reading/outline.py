"""The content of a document under its headings (bố cục): sections in sections, and the paragraphs that stand in each."""

from collections.abc import Sequence

from khcn_plan.model import Passage, Section
from khcn_plan.reading.items import Item
from khcn_plan.reading.lines import Lines

LONGEST_TITLE = 200


def read(lines: Lines, items: Sequence[Item]) -> tuple[Section, ...]:
    """Build the tree of sections; what stands before the first heading is a section without a number."""
    passages: list[Passage] = []
    pending: list[tuple[int, Section]] = []
    for item in reversed(items):
        if item.number:
            below = []
            while pending and pending[-1][0] > item.depth:
                below.append(pending.pop()[1])
            pending.append((item.depth, _section(lines, item, passages, below)))
            passages = []
        else:
            passages.append(passage(lines, item.start, item.end))
    before = tuple(reversed(passages))
    sections = (section for _, section in reversed(pending))
    return (*((Section("", passages=before, place=before[0].place),) if before else ()), *sections)


def passage(lines: Lines, start: int, end: int) -> Passage:
    """Return a stretch of the flow as a paragraph."""
    return Passage(lines.words(start, end), place=lines.span(start, end))


def _section(lines: Lines, item: Item, behind: Sequence[Passage], below: Sequence[Section]) -> Section:
    """Make a section of a heading; what stands behind its title on the same line is its first paragraph."""
    cut = _title_end(lines.flow, item)
    first = (passage(lines, cut, item.end),) if lines.flow[cut : item.end].strip() else ()
    return Section(
        item.number,
        lines.words(item.body, cut),
        passages=(*first, *reversed(behind)),
        sections=tuple(below),
        place=lines.span(item.start, item.end),
    )


def _title_end(flow: str, item: Item) -> int:
    """Return where the title ends: at the end of a short line, else behind its first colon or sentence."""
    if item.end - item.body <= LONGEST_TITLE:
        return item.end
    ends = [flow.find(mark, item.body, item.body + LONGEST_TITLE) for mark in (": ", ". ")]
    return min((end + 1 for end in ends if end >= 0), default=item.body)
