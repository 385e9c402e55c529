"""What a science-and-technology plan means (kế hoạch khoa học và công nghệ): a year reviewed and a year planned."""

from enum import Enum

import attrs

from khcn_plan.model import fields
from khcn_plan.model.breakdown import Breakdown
from khcn_plan.model.budget import Budget
from khcn_plan.model.citation import Citation
from khcn_plan.model.frame import Frame
from khcn_plan.model.ocop import OcopRound
from khcn_plan.model.place import Span
from khcn_plan.model.property import IndustrialProperty
from khcn_plan.model.task import Task
from khcn_plan.notation.figures import Quantity


class Bound(Enum):
    """How firmly a figure is stated (mức độ chắc chắn)."""

    EXACT = "exact"
    AT_LEAST = "at_least"  # trên, ít nhất, tối thiểu, hơn, ≥
    AT_MOST = "at_most"  # dưới, tối đa, không quá, ≤
    ABOUT = "about"  # khoảng, gần, ước


@attrs.frozen(repr=False)
class Indicator:
    """A figure that a plan reports or aims at (chỉ tiêu).

    Attributes:
        name: what it measures (tên chỉ tiêu), as written.
        value: the figure (giá trị).
        bound: whether it is exact, a floor, a ceiling or an estimate (mức độ chắc chắn).

    >>> from decimal import Decimal
    >>> Indicator("Tỷ lệ cơ giới hóa", Quantity(Decimal(75), "%", Decimal(1)), Bound.AT_LEAST).bound
    <Bound.AT_LEAST: 'at_least'>
    """

    name: str = attrs.field(validator=fields.a(str))
    value: Quantity = attrs.field(validator=fields.a(Quantity))
    bound: Bound = attrs.field(default=Bound.EXACT, validator=fields.a(Bound))
    place: Span | None = fields.place()

    __repr__ = fields.sparse_repr


@attrs.frozen(kw_only=True, repr=False)
class Review:
    """What was done in the year before (đánh giá kết quả thực hiện).

    Attributes:
        year: the year reviewed (năm được đánh giá).
        budget: what was planned and spent (kinh phí thực hiện).
        tasks: tasks carried out (nhiệm vụ đã thực hiện).
        rounds: OCOP rounds (đợt đánh giá OCOP).
        properties: industrial property filed or proposed (sở hữu công nghiệp).
        breakdowns: totals with their parts, other than money (tổng số và các phần).
        indicators: other figures reported (chỉ tiêu).
    """

    year: int | None = attrs.field(default=None, validator=fields.optional(int))
    budget: Budget | None = attrs.field(default=None, validator=fields.optional(Budget))
    tasks: tuple[Task, ...] = attrs.field(default=(), validator=fields.each(Task))
    rounds: tuple[OcopRound, ...] = attrs.field(default=(), validator=fields.each(OcopRound))
    properties: tuple[IndustrialProperty, ...] = attrs.field(default=(), validator=fields.each(IndustrialProperty))
    breakdowns: tuple[Breakdown, ...] = attrs.field(default=(), validator=fields.each(Breakdown))
    indicators: tuple[Indicator, ...] = attrs.field(default=(), validator=fields.each(Indicator))
    place: Span | None = fields.place()

    __repr__ = fields.sparse_repr


@attrs.frozen(kw_only=True, repr=False)
class Plan:
    """A plan of one year (kế hoạch khoa học và công nghệ).

    Attributes:
        year: the year planned, as the part that plans it says (năm kế hoạch); else as the title says.
        frame: header, bases, recipients, signature (thể thức); `None` while nobody has written the document.
        review: the year before (đánh giá kết quả thực hiện).
        tasks: what is planned (nhiệm vụ).
        budget: what it costs (dự toán kinh phí).
        citations: documents named in the content (văn bản viện dẫn).

    >>> Plan(year=2023, budget=Budget(year=2023))
    Plan(year=2023, budget=Budget(year=2023))
    """

    year: int | None = attrs.field(default=None, validator=fields.optional(int))
    frame: Frame | None = attrs.field(default=None, validator=fields.optional(Frame))
    review: Review | None = attrs.field(default=None, validator=fields.optional(Review))
    tasks: tuple[Task, ...] = attrs.field(default=(), validator=fields.each(Task))
    budget: Budget | None = attrs.field(default=None, validator=fields.optional(Budget))
    citations: tuple[Citation, ...] = attrs.field(default=(), validator=fields.each(Citation))
    place: Span | None = fields.place()

    __repr__ = fields.sparse_repr
