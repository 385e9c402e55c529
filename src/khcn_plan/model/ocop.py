"""One Commune One Product (Chương trình Mỗi xã một sản phẩm, OCOP): products, their scores and stars, and a year's round.

A round narrows down: producers register products, the lower level selects some, the level with the authority recognises
some of those. The average of the council's scores gives the star; which star belongs to which score depends on the date.
"""

from datetime import date
from decimal import Decimal
from enum import Enum

import attrs

from khcn_plan import values
from khcn_plan.model.place import Span, placed


class Level(Enum):
    """A level of government, from the bottom up (cấp chính quyền)."""

    COMMUNE = "commune"  # cấp xã
    DISTRICT = "district"  # cấp huyện, until 30/6/2025
    PROVINCE = "province"  # cấp tỉnh
    CENTRAL = "central"  # trung ương


class Evaluation(Enum):
    """Why a product is evaluated (hình thức đánh giá)."""

    FIRST = "first"  # đánh giá lần đầu
    UPGRADE = "upgrade"  # nâng hạng
    RENEWAL = "renewal"  # đánh giá lại


@attrs.frozen
class PartScores:
    """The council's averages for the three parts of the criteria (điểm phần A, B, C).

    Attributes:
        product: part A, the product and the strength of its community (điểm phần A).
        marketing: part B, marketing and story (điểm phần B).
        quality: part C, quality of the product (điểm phần C).
    """

    product: Decimal
    marketing: Decimal
    quality: Decimal

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


@attrs.frozen
class OcopProduct:
    """A product in the programme (sản phẩm OCOP).

    Attributes:
        name: its name (tên sản phẩm), as written.
        producer: who makes it (chủ thể).
        commune: where (xã, thị trấn).
        sector: its group of products (nhóm sản phẩm).
        parts: the scores of parts A, B and C (điểm phần A, B, C).
        score: the total score (tổng điểm trung bình), out of 100.
        stars: the stars given, 1 to 5 (số sao).
        decision: number of the decision that recognises it (số quyết định công nhận), as written.
        recognised: the date of that decision (ngày công nhận).
        grantor: the level that recognised it (cấp công nhận).
        evaluation: first time, upgrade or renewal (hình thức đánh giá).
        code: its code, province-district-commune-number-year (mã sản phẩm).

    >>> OcopProduct("Mật ong hoa cam", "Tổ hợp tác Yên Hà", stars=3)
    OcopProduct('Mật ong hoa cam', producer='Tổ hợp tác Yên Hà', stars=3)
    """

    name: str
    producer: str = ""
    commune: str = attrs.field(default="", kw_only=True)
    sector: str = attrs.field(default="", kw_only=True)
    parts: PartScores | None = attrs.field(default=None, kw_only=True)
    score: Decimal | None = attrs.field(default=None, kw_only=True)
    stars: int | None = attrs.field(default=None, kw_only=True)
    decision: str = attrs.field(default="", kw_only=True)
    recognised: date | None = attrs.field(default=None, kw_only=True)
    grantor: Level | None = attrs.field(default=None, kw_only=True)
    evaluation: Evaluation | None = attrs.field(default=None, kw_only=True)
    code: str = attrs.field(default="", kw_only=True)
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


@attrs.frozen
class OcopList:
    """The products at one step of a round (danh sách sản phẩm): how many the text says, and which it names.

    Attributes:
        count: the number stated (số lượng).
        products: those named (sản phẩm).
    """

    count: int | None = None
    products: tuple[OcopProduct, ...] = ()
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr

    @property
    def size(self) -> int | None:
        """How many products there are: the number stated, else the length of the list, else unknown."""
        return self.count if self.count is not None else len(self.products) or None


@attrs.frozen(kw_only=True)
class OcopRound:
    """One year's evaluation (đợt đánh giá, phân hạng).

    Attributes:
        year: its year (năm đánh giá).
        registered: products that producers registered (đăng ký).
        selected: products that the lower level put forward (đề nghị, chấm điểm đạt).
        recognised: products that were given stars (công nhận, đạt).
    """

    year: int | None = None
    registered: OcopList | None = None
    selected: OcopList | None = None
    recognised: OcopList | None = None
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr
