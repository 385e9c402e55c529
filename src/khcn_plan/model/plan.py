"""What a science-and-technology plan means (kế hoạch khoa học và công nghệ): a year reviewed and a year planned."""

from enum import Enum

import attrs

from khcn_plan import values
from khcn_plan.model.breakdown import Breakdown
from khcn_plan.model.budget import Budget
from khcn_plan.model.citation import Citation
from khcn_plan.model.frame import Frame
from khcn_plan.model.ocop import OcopRound
from khcn_plan.model.place import Span, placed
from khcn_plan.model.property import IndustrialProperty
from khcn_plan.model.task import Task
from khcn_plan.notation.figures import Quantity


class Bound(Enum):
    """How firmly a figure is stated (mức độ chắc chắn)."""

    EXACT = "exact"
    AT_LEAST = "at_least"  # trên, ít nhất, tối thiểu, hơn, ≥
    AT_MOST = "at_most"  # dưới, tối đa, không quá, ≤
    ABOUT = "about"  # khoảng, gần, ước


@attrs.frozen
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

    name: str
    value: Quantity
    bound: Bound = Bound.EXACT
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


@attrs.frozen(kw_only=True)
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

    year: int | None = None
    budget: Budget | None = None
    tasks: tuple[Task, ...] = ()
    rounds: tuple[OcopRound, ...] = ()
    properties: tuple[IndustrialProperty, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


@attrs.frozen(kw_only=True)
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

    year: int | None = None
    frame: Frame | None = None
    review: Review | None = None
    tasks: tuple[Task, ...] = ()
    budget: Budget | None = None
    citations: tuple[Citation, ...] = ()
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr
