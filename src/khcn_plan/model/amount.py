"""A sum of money as a document states it (số tiền): in figures, often in words, each a claim of its own."""

from decimal import Decimal

import attrs

from khcn_plan import values
from khcn_plan.model.place import Span, placed
from khcn_plan.notation.figures import Quantity


@attrs.frozen
class Amount:
    """A sum of money in whole đồng (số tiền).

    Attributes:
        value: what the figures say, in đồng (bằng số).
        words: what stands in words beside them (bằng chữ), as written; `None` if nothing does.
        step: worth of the last printed digit in đồng (chữ số cuối cùng được in): 100_000_000 for "1,5 tỷ đồng".
        scale: worth of the printed unit in đồng (nghìn, triệu, tỷ): 1_000_000 for "triệu đồng".
        label: what announces the words (nhãn của phần bằng chữ), as written: "Bằng chữ".
        symbol: the name of the currency as written (đơn vị tiền).
        label_place: where the label was read, which may be the next line.

    Raises:
        TypeError: the value is no `int`: money is never a float.

    >>> Amount(90_000_000, words="Chín mươi triệu đồng chẵn")
    Amount(90000000, words='Chín mươi triệu đồng chẵn')
    """

    value: int
    words: str | None = None
    step: int = attrs.field(default=1, kw_only=True)
    scale: int = attrs.field(default=1, kw_only=True)
    label: str = attrs.field(default="Bằng chữ", kw_only=True)
    symbol: str = attrs.field(default="đồng", kw_only=True)
    label_place: Span | None = placed()
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr

    @property
    def quantity(self) -> Quantity:
        """The figures as a quantity of đồng."""
        return Quantity(Decimal(self.value), "đồng", Decimal(self.step), self.scale)


@attrs.frozen
class Count:
    """A number of things other than money, in figures and in words: "05 (năm) ngày".

    Attributes:
        value: what the figures say.
        words: what stands in words beside them.
        unit: what is counted.
    """

    value: int
    words: str
    unit: str = ""
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr

    @property
    def quantity(self) -> Quantity:
        """The figures as a quantity of the unit."""
        return Quantity(Decimal(self.value), self.unit, Decimal(1))
