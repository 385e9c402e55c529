"""What a plan sets out to do, or did (nhiệm vụ khoa học và công nghệ).

Names are free text. Kinds follow the laws of 2013 and 2025 and the practice of districts; the rank of a result is free
text too, because the scales of the provinces differ ("Xuất sắc", "Khá", "Đạt").
"""

from datetime import date
from enum import Enum

import attrs

from khcn_plan import values
from khcn_plan.model.amount import Amount
from khcn_plan.model.budget import BudgetLine
from khcn_plan.model.place import Span, placed


class TaskKind(Enum):
    """Kinds of task (loại nhiệm vụ)."""

    MANAGEMENT = "management"
    """Hoạt động quản lý nhà nước: no task of research, but planned and paid like one."""

    APPLICATION = "application"
    """Nhiệm vụ, dự án, mô hình ứng dụng tiến bộ khoa học và công nghệ."""

    TOPIC = "topic"
    """Đề tài khoa học và công nghệ."""

    SCHEME = "scheme"
    """Đề án khoa học."""

    PILOT = "pilot"
    """Dự án sản xuất thử nghiệm."""

    PROGRAMME = "programme"
    """Chương trình khoa học và công nghệ."""

    INNOVATION = "innovation"
    """Nhiệm vụ đổi mới sáng tạo, since the law of 2025."""


class StageKind(Enum):
    """The steps of a task's life, in their order (bước thực hiện nhiệm vụ): Circulars 07, 10, 05, 04 and 11/2014/TT-BKHCN."""

    PROPOSED = "proposed"  # đề xuất
    DETERMINED = "determined"  # xác định
    SELECTED = "selected"  # tuyển chọn, giao trực tiếp
    APPRAISED = "appraised"  # thẩm định kinh phí
    APPROVED = "approved"  # phê duyệt
    CONTRACTED = "contracted"  # ký hợp đồng
    INSPECTED = "inspected"  # kiểm tra
    ACCEPTED = "accepted"  # nghiệm thu
    RECOGNISED = "recognised"  # công nhận kết quả
    SETTLED = "settled"  # thanh lý hợp đồng


@attrs.frozen
class Stage:
    """One step of a task's life (bước thực hiện nhiệm vụ).

    Attributes:
        kind: which step (bước).
        on: its day (ngày), where stated.
        year: its year (năm), where only that is stated.
    """

    kind: StageKind
    on: date | None = None
    year: int | None = attrs.field(default=None, kw_only=True)

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


@attrs.frozen
class Task:
    """A task of a plan (nhiệm vụ khoa học và công nghệ).

    Attributes:
        name: what is to be done (tên nhiệm vụ), as written.
        kind: its kind (loại nhiệm vụ), where the text tells.
        host: who carries it out (đơn vị chủ trì).
        location: where (địa điểm).
        start, end: first and last year (thời gian thực hiện).
        total: what it costs (tổng kinh phí).
        costs: the items of its cost (khoản mục chi).
        stages: the steps it has taken, in the order of the text (các bước).
        rank: the rank of its result (xếp loại), as written: "Khá".
        heading: the heading under which the plan lists it (đề mục).

    >>> Task("Mô hình nuôi dúi", kind=TaskKind.APPLICATION, location="xã Bằng Lang")
    Task('Mô hình nuôi dúi', kind=TaskKind.APPLICATION, location='xã Bằng Lang')
    """

    name: str
    kind: TaskKind | None = attrs.field(default=None, kw_only=True)
    host: str = attrs.field(default="", kw_only=True)
    location: str = attrs.field(default="", kw_only=True)
    start: int | None = attrs.field(default=None, kw_only=True)
    end: int | None = attrs.field(default=None, kw_only=True)
    total: Amount | None = attrs.field(default=None, kw_only=True)
    costs: tuple[BudgetLine, ...] = attrs.field(default=(), kw_only=True)
    stages: tuple[Stage, ...] = attrs.field(default=(), kw_only=True)
    rank: str = attrs.field(default="", kw_only=True)
    heading: str = attrs.field(default="", kw_only=True)
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr
