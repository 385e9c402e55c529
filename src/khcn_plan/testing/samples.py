"""One sound plan (kế hoạch mẫu), the same every time."""

from datetime import date
from decimal import Decimal

import attrs

from khcn_plan.law.places import LAST_DAY_OF_DISTRICTS
from khcn_plan.model import (
    Amount,
    Breakdown,
    Budget,
    BudgetLine,
    Citation,
    DateLine,
    Division,
    Frame,
    IndustrialProperty,
    OcopList,
    OcopProduct,
    OcopRound,
    Passage,
    Plan,
    Purpose,
    Review,
    Signature,
    Task,
    TaskKind,
)
from khcn_plan.notation import dates, symbols
from khcn_plan.notation.figures import Quantity
from khcn_plan.rules.rule import USUAL_DAY

WORK = "Ứng dụng tiến bộ kỹ thuật"
MANAGEMENT = "Quản lý nhà nước về khoa học và công nghệ"


def sample(issued: date = USUAL_DAY) -> Plan:
    """Return a plan in which nothing is wrong, of a district, or of a commune where it is issued when there are no districts.

    >>> plan = sample()
    >>> plan.year, plan.budget.total.words
    (2023, 'Một trăm bốn mươi triệu đồng')
    """
    return Plan(
        year=issued.year,
        frame=_frame(issued),
        review=_review(issued.year - 1),
        tasks=(
            Task(
                "Mô hình trồng chè",
                kind=TaskKind.APPLICATION,
                host="Phòng Kinh tế",
                total=Amount(60_000_000),
                heading=WORK,
            ),
            Task("Tập huấn kỹ năng số", kind=TaskKind.MANAGEMENT, heading=MANAGEMENT),
        ),
        budget=Budget(
            year=issued.year,
            total=Amount(140_000_000, words="Một trăm bốn mươi triệu đồng"),
            lines=(
                BudgetLine("Quản lý nhà nước", Amount(70_000_000), purpose=Purpose.MANAGEMENT),
                BudgetLine("Ứng dụng tiến bộ khoa học", Amount(70_000_000), purpose=Purpose.APPLICATION),
            ),
        ),
    )


def _frame(issued: date) -> Frame:
    level = "HUYỆN" if issued <= LAST_DAY_OF_DISTRICTS else "XÃ"
    return Frame(
        issuer=f"ỦY BAN NHÂN DÂN {level} QUANG BÌNH",
        number=symbols.read("15/KH-UBND"),
        dated=DateLine("Quang Bình", issued, written=f"Quang Bình, {dates.write(issued)}"),
        kind="KẾ HOẠCH",
        subject=f"Hoạt động khoa học và công nghệ năm {issued.year}",
        bases=(
            Citation(
                kind="Luật",
                title="Luật Tổ chức chính quyền địa phương",
                written="Căn cứ Luật Tổ chức chính quyền địa phương;",
            ),
            Citation(kind="Luật", title="Luật Sở hữu trí tuệ", written="Căn cứ Luật Sở hữu trí tuệ."),
        ),
        closing=Passage("Trên đây là kế hoạch khoa học và công nghệ của địa phương./."),
        recipients=(Passage("- Sở Khoa học và Công nghệ;"), Passage("- Lưu: VT, KTHT.")),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn An"),
    )


def _review(year: int) -> Review:
    honey = OcopProduct("Mật ong hoa cam", "Tổ hợp tác nuôi ong", commune="xã Yên Hà")
    return Review(
        year=year,
        budget=Budget(
            year=year,
            total=Amount(90_000_000, words="Chín mươi triệu đồng"),
            lines=(
                BudgetLine(
                    "Quản lý nhà nước", Amount(40_000_000), spent=Amount(40_000_000), purpose=Purpose.MANAGEMENT
                ),
                BudgetLine("Ứng dụng tiến bộ khoa học", Amount(50_000_000), purpose=Purpose.APPLICATION),
            ),
        ),
        rounds=(
            OcopRound(
                year=year,
                registered=OcopList(16),
                selected=OcopList(1, (honey,)),
                recognised=OcopList(1, (attrs.evolve(honey, stars=3),)),
            ),
        ),
        properties=(IndustrialProperty("nhãn hiệu chứng nhận", "trà Xuân Minh", sign="Quang Bình"),),
        breakdowns=(
            Breakdown(
                "Máy nông nghiệp",
                _pieces(9),
                (Division((Breakdown("máy cày", _pieces(5)), Breakdown("máy cấy", _pieces(4)))),),
            ),
        ),
    )


def _pieces(count: int) -> Quantity:
    return Quantity(Decimal(count), "cái")
