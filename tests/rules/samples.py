"""A plan without fault (kế hoạch mẫu), and how to put a faulty part into its place."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from khcn_plan import (
    Amount,
    Annex,
    Breakdown,
    Budget,
    BudgetLine,
    Citation,
    Count,
    DateLine,
    Division,
    Document,
    Enumeration,
    Execution,
    Frame,
    IndustrialProperty,
    OcopList,
    OcopProduct,
    OcopRound,
    Passage,
    Plan,
    Purpose,
    Quantity,
    Reading,
    Review,
    Section,
    Signature,
    Task,
    TaskKind,
)
from khcn_plan.notation import symbols

ISSUER = "Ủy ban nhân dân huyện Quang Bình"


def pieces(count: int) -> Quantity:
    """So many machines."""
    return Quantity(Decimal(count), "cái")


def frame(issued: date = date(2023, 2, 15)) -> Frame:
    """Make the frame of a plan issued on this day, by a commune since there are no districts."""
    committee = ISSUER if issued < date(2025, 7, 1) else "Ủy ban nhân dân xã Quang Bình"
    return Frame(
        issuer=committee,
        number=symbols.read("15/KH-UBND"),
        dated=DateLine("Quang Bình", issued),
        kind="KẾ HOẠCH",
        subject=f"Hoạt động khoa học và công nghệ năm {issued.year}",
        bases=(
            Citation(kind="Luật", title="Tổ chức chính quyền địa phương", written="Căn cứ Luật Tổ chức chính quyền;"),
            Citation(kind="Luật", title="Khoa học và công nghệ", written="Căn cứ Luật Khoa học và công nghệ."),
        ),
        closing=Passage("Trên đây là kế hoạch./."),
        recipients=(Passage("- Sở Khoa học và Công nghệ;"), Passage("- Lưu: VT, KTHT.")),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn An"),
    )


def plan(issued: date = date(2023, 2, 15)) -> Plan:
    """Make a plan in which nothing is wrong."""
    product = OcopProduct("Mật ong hoa cam", "Tổ hợp tác Yên Hà", commune="xã Yên Hà", stars=3)
    return Plan(
        year=issued.year,
        frame=frame(issued),
        review=Review(
            year=issued.year - 1,
            budget=Budget(
                year=issued.year - 1,
                total=Amount(90_000_000, words="Chín mươi triệu đồng"),
                lines=(
                    BudgetLine("Quản lý nhà nước", Amount(40_000_000), spent=Amount(40_000_000)),
                    BudgetLine("Ứng dụng tiến bộ khoa học", Amount(50_000_000)),
                ),
            ),
            rounds=(
                OcopRound(
                    year=issued.year - 1,
                    registered=OcopList(16),
                    selected=OcopList(1, (attrs.evolve(product, stars=None),)),
                    recognised=OcopList(1, (product,)),
                ),
            ),
            properties=(IndustrialProperty("nhãn hiệu chứng nhận", "trà Xuân Minh", sign="Quang Bình"),),
            breakdowns=(
                Breakdown(
                    "Máy nông nghiệp",
                    pieces(9),
                    (Division((Breakdown("Máy cày", pieces(5)), Breakdown("Máy cấy", pieces(4)))),),
                ),
            ),
        ),
        tasks=(
            Task("Mô hình trồng chè", kind=TaskKind.APPLICATION, host="Phòng Kinh tế", total=Amount(60_000_000)),
            Task("Tập huấn", kind=TaskKind.MANAGEMENT),
        ),
        budget=Budget(
            year=issued.year,
            total=Amount(140_000_000, words="Một trăm bốn mươi triệu đồng chẵn"),
            lines=(
                BudgetLine("Quản lý nhà nước", Amount(70_000_000), purpose=Purpose.MANAGEMENT),
                BudgetLine("Ứng dụng tiến bộ khoa học", Amount(70_000_000), purpose=Purpose.APPLICATION),
            ),
        ),
    )


def document(issued: date = date(2023, 2, 15)) -> Document:
    """Make the document that holds the plan."""
    return Document(
        frame=frame(issued),
        outline=(
            Section("I", "Đánh giá", passages=(Passage("Đã thực hiện xong các nhiệm vụ."),)),
            Section("II", "Tổ chức thực hiện", passages=(Passage("Giao phòng Kinh tế chủ trì."),)),
        ),
    )


def reading(issued: date = date(2023, 2, 15)) -> Reading:
    """Make a reading of the plan in which nothing is wrong."""
    return Reading(document(issued), plan(issued))


Put = Callable[[Any, date], object]


def _in_review(**parts: object) -> Plan:
    base = plan()
    return attrs.evolve(base, review=attrs.evolve(base.review, **parts))


def _beside_line(faulty: BudgetLine, issued: date) -> Plan:
    base = plan(issued)
    total = faulty.amount.value if faulty.amount else 0
    return attrs.evolve(base, budget=Budget(year=base.year, total=Amount(total), lines=(faulty,)))


def _in_budget(faulty: Budget, issued: date) -> Plan:
    base = plan(issued)
    return attrs.evolve(base, budget=attrs.evolve(faulty, year=base.year))


def _in_round(faulty: OcopProduct, issued: date) -> Plan:
    listed = OcopRound(year=issued.year - 1, registered=OcopList(1, (faulty,)))
    return attrs.evolve(plan(issued), review=Review(year=issued.year - 1, rounds=(listed,)))


def _in_list(faulty: OcopList, issued: date) -> Plan:
    listed = OcopRound(year=issued.year - 1, registered=faulty)
    return attrs.evolve(plan(issued), review=Review(year=issued.year - 1, rounds=(listed,)))


def _reviewed(issued: date, **parts: object) -> Plan:
    base = plan(issued)
    return attrs.evolve(base, review=attrs.evolve(base.review, **parts))


def _framed(issued: date, faulty: Frame) -> Reading:
    """Put the stated parts of a frame into the sample's."""
    stated = {
        field.name: value
        for field in attrs.fields(Frame)
        if (value := getattr(faulty, field.name)) != getattr(Frame(), field.name)
    }
    whole = attrs.evolve(frame(issued), **stated)
    return Reading(Document(frame=whole, outline=document().outline), attrs.evolve(plan(issued), frame=whole))


def _stated(issued: date, **parts: object) -> Reading:
    return Reading(attrs.evolve(document(issued), **parts), plan(issued))


def _merged(faulty: Plan, issued: date) -> Plan:
    """Put the stated parts of a plan into the sample's, its frame and review part by part."""
    base = plan(issued)
    stated: dict[str, object] = {}
    for field in attrs.fields(Plan):
        value = getattr(faulty, field.name)
        if value and field.name not in {"frame", "review"}:
            stated[field.name] = value
    if faulty.frame:
        stated["frame"] = attrs.evolve(
            base.frame, subject=faulty.frame.subject or base.frame.subject, bases=faulty.frame.bases or base.frame.bases
        )
    if faulty.review:
        stated["review"] = attrs.evolve(base.review, year=faulty.review.year)
    return attrs.evolve(base, **stated)


def _read(faulty: Reading, issued: date) -> Reading:
    """Keep what the reading says, and put the sample's frame around it."""
    base = faulty.plan
    return attrs.evolve(
        faulty,
        document=attrs.evolve(faulty.document, frame=frame(issued)),
        plan=base and attrs.evolve(plan(issued), review=base.review and plan(issued).review),
    )


PLACES: dict[type, Put] = {
    Amount: lambda faulty, issued: _stated(issued, amounts=(faulty,)),
    Count: lambda faulty, issued: _stated(issued, counts=(faulty,)),
    Annex: lambda faulty, issued: _framed(issued, Frame(annexes=(faulty,))),
    Breakdown: lambda faulty, issued: _reviewed(issued, breakdowns=(faulty,)),
    Budget: _in_budget,
    BudgetLine: _beside_line,
    Citation: lambda faulty, issued: attrs.evolve(plan(issued), citations=(faulty,)),
    DateLine: lambda faulty, issued: _framed(
        issued, Frame(dated=attrs.evolve(faulty, day=faulty.day))
    ),
    Document: lambda faulty, issued: Reading(attrs.evolve(faulty, frame=frame(issued)), plan(issued)),
    Enumeration: lambda faulty, issued: _stated(issued, enumerations=(faulty,)),
    Execution: lambda faulty, issued: _stated(issued, executions=(faulty,)),
    Frame: lambda faulty, issued: _framed(issued, faulty),
    IndustrialProperty: lambda faulty, issued: _reviewed(issued, properties=(faulty,)),
    OcopList: _in_list,
    OcopProduct: _in_round,
    OcopRound: lambda faulty, issued: _reviewed(issued, rounds=(faulty,)),
    Plan: _merged,
    Reading: _read,
    Review: lambda faulty, issued: _reviewed(issued, rounds=faulty.rounds),
    Signature: lambda faulty, issued: _framed(issued, Frame(issuer=f"Chủ tịch {ISSUER}", signature=faulty)),
    Task: lambda faulty, issued: attrs.evolve(
        plan(issued), tasks=(attrs.evolve(faulty, host=faulty.host), *plan(issued).tasks[1:])
    ),
}
"""Where a part of each class stands in a plan or its reading."""
