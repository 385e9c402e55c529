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
    """How firmly a figure is stated."""

    EXACT = "exact"
    AT_LEAST = "at_least"  # trên, ít nhất, tối thiểu, hơn, ≥
    AT_MOST = "at_most"  # dưới, tối đa, không quá, ≤
    ABOUT = "about"  # khoảng, gần, ước


@attrs.frozen(repr=False)
class Indicator:
    """A figure that a plan reports or aims at (chỉ tiêu).

    Attributes:
        name: what it measures, as written.
        value: the figure.
        bound: whether it is exact, a floor, a ceiling or an estimate.

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
        year: the year reviewed.
        budget: what was planned and spent.
        tasks: tasks carried out.
        rounds: OCOP rounds.
        properties: industrial property filed or proposed.
        breakdowns: totals with their parts, other than money.
        indicators: other figures reported.
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
    """A plan of one year.

    Attributes:
        year: the year planned, as the part that plans it says; else as the title says.
        frame: header, bases, recipients, signature; `None` while nobody has written the document.
        review: the year before.
        tasks: what is planned.
        budget: what it costs.
        citations: documents named in the content.

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
