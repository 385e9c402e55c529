"""The content of a document under its headings (bố cục): sections in sections, and the paragraphs that stand in each."""

from collections.abc import Iterable

import attrs

from khcn_plan.model import Passage, Section, Span
from khcn_plan.reading.items import Item
from khcn_plan.reading.lines import Lines

LONGEST_TITLE = 200


@attrs.define
class _Open:
    """A section that is still being filled."""

    depth: int
    number: str = ""
    title: str = ""
    place: Span | None = None
    passages: list[Passage] = attrs.Factory(list)
    sections: list["_Open"] = attrs.Factory(list)

    def close(self) -> Section:
        """Return the section as it stands."""
        below = tuple(section.close() for section in self.sections)
        return Section(self.number, self.title, passages=tuple(self.passages), sections=below, place=self.place)


def read(lines: Lines, items: Iterable[Item]) -> tuple[Section, ...]:
    """Build the tree of sections; what stands before the first heading is a section without a number."""
    root = _Open(-1)
    stack = [root]
    for item in items:
        if item.number:
            while stack[-1].depth >= item.depth:
                stack.pop()
            section = _open(lines, item)
            stack[-1].sections.append(section)
            stack.append(section)
        else:
            stack[-1].passages.append(passage(lines, item.start, item.end))
    before = (Section("", passages=tuple(root.passages), place=root.passages[0].place),) if root.passages else ()
    return (*before, *(section.close() for section in root.sections))


def passage(lines: Lines, start: int, end: int) -> Passage:
    """Return a stretch of the flow as a paragraph."""
    return Passage(lines.words(start, end), place=lines.span(start, end))


def _open(lines: Lines, item: Item) -> _Open:
    """Open a section; what stands behind its title on the same line is its first paragraph."""
    cut = _title_end(lines.flow, item)
    title = lines.words(item.body, cut)
    section = _Open(item.depth, item.number, title, lines.span(item.start, item.end))
    if lines.flow[cut : item.end].strip():
        section.passages.append(passage(lines, cut, item.end))
    return section


def _title_end(flow: str, item: Item) -> int:
    """Return where the title ends: at the end of a short line, else behind its first colon or sentence."""
    if item.end - item.body <= LONGEST_TITLE:
        return item.end
    ends = [flow.find(mark, item.body, item.body + LONGEST_TITLE) for mark in (": ", ". ")]
    return min((end + 1 for end in ends if end >= 0), default=item.body)
