"""Where in a text a value was read (vị trí trong văn bản)."""

import attrs

from khcn_plan import values


@attrs.frozen
class Span:
    """A stretch of the text that was read: `text[span.start:span.end]` is what was written there.

    Attributes:
        start: offset of its first character in the caller's text, from 0.
        end: offset behind its last character.
        line: number of the line of its first character, from 1.

    >>> Span(4, 9, line=2).of("Số: 15/KH")
    '15/KH'
    """

    start: int
    end: int
    line: int

    __repr__ = values.sparse_repr

    def __hash__(self) -> int:
        # Spans are looked up by the thousand, and few begin at the same letter.
        return self.start

    def of(self, text: str) -> str:
        """Return the stretch itself."""
        return text[self.start : self.end]


def placed() -> Span | None:
    """Say where a value was read; no part of what it says, so equality, hash and repr pass it over."""
    field: Span | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    return field
