"""The estimate of a year (dự toán kinh phí): its total, its lines, who pays and when.

A total is divided by line (nội dung chi), by source of funds (nguồn vốn) and by year; each division is held against it on
its own. A line may say how it came about, quantity × unit price. What is not stated is not missed.
"""

from decimal import Decimal
from enum import Enum

import attrs

from khcn_plan import values
from khcn_plan.model.amount import Amount
from khcn_plan.model.breakdown import DivisionKind
from khcn_plan.model.place import Span, placed


class Purpose(Enum):
    """What a line of a district's estimate pays for (mục đích chi)."""

    MANAGEMENT = "management"
    """Quản lý nhà nước, hoạt động nghiệp vụ: council meetings, inspection, training."""

    APPLICATION = "application"
    """Nhiệm vụ ứng dụng tiến bộ khoa học và công nghệ: a small project or model."""


@attrs.frozen
class FundingSource:
    """What one source of funds pays (nguồn vốn).

    Attributes:
        name: the source as written (tên nguồn vốn): "ngân sách tỉnh", "vốn đối ứng".
        amount: what it pays (số tiền).
    """

    name: str
    amount: Amount
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


@attrs.frozen
class YearShare:
    """What falls to one year (phân kỳ).

    Attributes:
        year: the year (năm).
        amount: what is planned for it (số tiền).
    """

    year: int
    amount: Amount
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


@attrs.frozen
class BudgetLine:
    """One line of an estimate (nội dung chi).

    Attributes:
        name: what the money is for (tên nội dung chi), as written.
        amount: what is planned (dự toán); `None` for a heading row without a figure.
        spent: what was spent of it (đã chi).
        quantity: how many units (số lượng), with `unit_price`.
        unit: the unit (đơn vị tính).
        unit_price: the price of one unit (đơn giá).
        code: its codes in the state budget index (chương-loại-khoản-mục-tiểu mục), as written.
        purpose: management or application work (mục đích chi), where the name tells.
        lines: the lines below it (các khoản bên dưới).
        division: what those lines claim (cách chia): all of it, or some.
        sources: who pays (nguồn vốn).

    >>> BudgetLine("Chi quản lý nhà nước", Amount(40_000_000), spent=Amount(40_000_000))
    BudgetLine('Chi quản lý nhà nước', amount=Amount(40000000), spent=Amount(40000000))
    """

    name: str
    amount: Amount | None = None
    spent: Amount | None = attrs.field(default=None, kw_only=True)
    quantity: Decimal | None = attrs.field(default=None, kw_only=True)
    unit: str = attrs.field(default="", kw_only=True)
    unit_price: Amount | None = attrs.field(default=None, kw_only=True)
    code: str = attrs.field(default="", kw_only=True)
    purpose: Purpose | None = attrs.field(default=None, kw_only=True)
    lines: tuple["BudgetLine", ...] = attrs.field(default=(), kw_only=True)
    division: DivisionKind = attrs.field(default=DivisionKind.PARTITION, kw_only=True)
    sources: tuple[FundingSource, ...] = attrs.field(default=(), kw_only=True)
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


attrs.resolve_types(BudgetLine, globals())  # so that other tools, which structure by type, know what stands inside


@attrs.frozen(kw_only=True)
class Budget:
    """The estimate of one year (dự toán kinh phí).

    Attributes:
        year: the budget year (năm ngân sách).
        total: the total stated (tổng kinh phí).
        spent: the total spent (đã thực hiện).
        assigned: what the assigning decision gives (dự toán được giao).
        lines: its lines (nội dung chi).
        division: what the lines claim (cách chia): all of the total, or some.
        sources: the total divided by source of funds (nguồn vốn).
        years: the total divided by year (phân kỳ).

    >>> Budget(year=2023, total=Amount(140_000_000), lines=(BudgetLine("Quản lý", Amount(70_000_000)),))
    Budget(year=2023, total=Amount(140000000), lines=(BudgetLine('Quản lý', amount=Amount(70000000)),))
    """

    year: int | None = None
    total: Amount | None = None
    spent: Amount | None = None
    assigned: Amount | None = None
    lines: tuple[BudgetLine, ...] = ()
    division: DivisionKind = DivisionKind.PARTITION
    sources: tuple[FundingSource, ...] = ()
    years: tuple[YearShare, ...] = ()
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr
