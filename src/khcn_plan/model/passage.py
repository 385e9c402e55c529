"""A stretch of text that is kept as it is (đoạn văn, dòng)."""

import attrs

from khcn_plan.model import fields
from khcn_plan.model.place import Span


@attrs.frozen(repr=False)
class Passage:
    """A paragraph, or a line of a list (đoạn văn, dòng).

    Attributes:
        text: its words, with line wraps and emphasis marks taken away (nội dung).
    """

    text: str = attrs.field(validator=fields.a(str))
    place: Span | None = fields.place()

    __repr__ = fields.sparse_repr
