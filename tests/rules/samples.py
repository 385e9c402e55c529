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
    """Put the stated parts of a frame into the sample's; its bases follow the one that gives the authority."""
    base = frame(issued)
    empty = Frame()
    names = [field.name for field in attrs.fields(Frame)]
    stated = {name: getattr(faulty, name) for name in names if getattr(faulty, name) != getattr(empty, name)}
    if faulty.bases and not faulty.issuer:
        stated["bases"] = (*_authority(base, faulty), *faulty.bases)
    whole = attrs.evolve(base, **stated)
    return Reading(attrs.evolve(document(issued), frame=whole), attrs.evolve(plan(issued), frame=whole))


def _authority(base: Frame, faulty: Frame) -> tuple[Citation, ...]:
    """Return the basis of authority, unless the closing marks of the bases are what the example is about."""
    return () if all(basis.written for basis in faulty.bases) else (attrs.evolve(base.bases[0], written=""),)


def _documented(faulty: Document, issued: date) -> Reading:
    """Put the sample's frame around a document, and its last section behind."""
    base = document(issued)
    whole = attrs.evolve(faulty, frame=base.frame, outline=(*faulty.outline, attrs.evolve(base.outline[-1], number="")))
    return Reading(whole, attrs.evolve(plan(issued), frame=base.frame))


def _stated(issued: date, **parts: object) -> Reading:
    return Reading(attrs.evolve(document(issued), **parts), plan(issued))


def _merged(faulty: Plan, issued: date) -> Plan:
    """Put the stated parts of a plan into the sample's; a budget comes with its own tasks."""
    base = plan(issued)
    stated: dict[str, object] = {
        "year": faulty.year,
        "tasks": faulty.tasks if faulty.budget or faulty.tasks else base.tasks,
    }
    if faulty.budget:
        stated["budget"] = faulty.budget
    if faulty.frame:
        stated["frame"] = attrs.evolve(
            base.frame,
            subject=faulty.frame.subject or base.frame.subject,
            bases=(attrs.evolve(base.frame.bases[0], written=""), *faulty.frame.bases),
        )
    if faulty.review:
        stated["review"] = attrs.evolve(base.review, year=faulty.review.year)
    return attrs.evolve(base, **stated)


def _read(faulty: Reading, issued: date) -> Reading:
    """Keep the text of a reading, and put the sample's frame around it; a review is missing where that is the fault."""
    base = plan(issued)
    unreviewed = faulty.plan.year and not faulty.plan.review
    whole = attrs.evolve(base, review=None if unreviewed else base.review)
    return attrs.evolve(faulty, document=attrs.evolve(faulty.document, frame=base.frame), plan=whole)


PLACES: dict[type, Put] = {
    Amount: lambda faulty, issued: _stated(issued, amounts=(faulty,)),
    Count: lambda faulty, issued: _stated(issued, counts=(faulty,)),
    Annex: lambda faulty, issued: _framed(issued, Frame(annexes=(faulty,))),
    Breakdown: lambda faulty, issued: _reviewed(issued, breakdowns=(faulty,)),
    Budget: _in_budget,
    BudgetLine: _beside_line,
    Citation: lambda faulty, issued: attrs.evolve(plan(issued), citations=(faulty,)),
    DateLine: lambda faulty, issued: _framed(issued, Frame(dated=faulty)),
    Document: _documented,
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
    Task: lambda faulty, issued: attrs.evolve(plan(issued), tasks=(faulty, *plan(issued).tasks[1:])),
}
"""Where a part of each class stands in a plan or its reading."""
