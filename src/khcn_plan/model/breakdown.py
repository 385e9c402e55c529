"""A total and the parts that it is divided into (tổng số, trong đó).

One total may be divided several times, by kind, by place, by year; each division is held against the total on its own.
A part may be divided again.
"""

from enum import Enum

import attrs

from khcn_plan import values
from khcn_plan.model.place import Span, placed
from khcn_plan.notation.figures import Quantity


class DivisionKind(Enum):
    """What a list of parts claims about its total (loại cách chia)."""

    PARTITION = "partition"
    """The parts make the total: "gồm", "chia theo", the lines of a budget."""

    SUBSET = "subset"
    """Some of the parts are named: "trong đó". Together they never exceed the total."""

    OPEN = "open"
    """The parts may overlap, accumulate or go on: "…", "và các khoản khác". Each alone never exceeds the total."""

    UNSURE = "unsure"
    """The text does not tell where the list ends, or which figures are parts: nothing is judged."""


@attrs.frozen
class Division:
    """One way to divide a total (cách chia một tổng).

    Attributes:
        parts: the parts in the order of the text (các phần).
        kind: whether the parts make the total or are some of it (loại cách chia).
    """

    parts: tuple["Breakdown", ...]
    kind: DivisionKind = DivisionKind.PARTITION

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


@attrs.frozen
class Breakdown:
    """A stated total with its divisions (tổng số và các phần); without any it is a part and no more.

    Attributes:
        label: what is counted (nội dung), as written.
        total: the figure stated for it (tổng số).
        divisions: the ways in which the text divides it (cách chia).
        share: the percentage printed beside it, of the total that it is a part of (tỷ lệ).

    >>> from khcn_plan.notation import figures
    >>> part = Breakdown("Máy cấy", figures.read("18 cái"))
    >>> part.label, str(part.total.value), part.total.unit
    ('Máy cấy', '18', 'cái')
    """

    label: str
    total: Quantity
    divisions: tuple[Division, ...] = ()
    share: Quantity | None = attrs.field(default=None, kw_only=True)
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


attrs.resolve_types(Division, globals())  # so that other tools, which structure by type, know what stands inside


@attrs.frozen
class Execution:
    """What was done of what was planned (thực hiện so với kế hoạch), with the rate that the text gives for it.

    Attributes:
        label: what is reported, as written.
        planned: the figure planned.
        done: the figure reached.
        rate: the percentage stated ("đạt 98%").
    """

    label: str
    planned: Quantity
    done: Quantity
    rate: Quantity
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


@attrs.frozen
class Enumeration:
    """A stated number of things and the list that follows it (số lượng và danh sách).

    Attributes:
        label: what is listed, as written.
        count: how many the text says there are.
        names: those that it names.
    """

    label: str
    count: int
    names: tuple[str, ...] = ()
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr
