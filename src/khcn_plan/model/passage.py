"""A stretch of text that is kept as it is (đoạn văn, dòng)."""

import attrs

from khcn_plan import values
from khcn_plan.model.place import Span, placed


@attrs.frozen
class Passage:
    """A paragraph, or a line of a list (đoạn văn, dòng).

    Attributes:
        text: its words, with line wraps and emphasis marks taken away (nội dung).
    """

    text: str
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr
