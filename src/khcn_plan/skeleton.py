"""A plan to be filled in (khung kế hoạch): the frame that Decree 30 wants, the bases in force, and room for the rest."""

import re
from datetime import MAXYEAR, date

from khcn_plan.law.form import IssuerKind, issuer_kind
from khcn_plan.law.register import BUDGET_LAW_2015, BUDGET_LAW_2025, SCIENCE_LAW_2013, SCIENCE_LAW_2025
from khcn_plan.law.source import LegalDocument
from khcn_plan.model import Budget, Citation, DateLine, Frame, Passage, Plan, Review, Signature
from khcn_plan.notation import symbols
from khcn_plan.notation.dates import PartialDate
from khcn_plan.notation.symbols import DocumentNumber

_LOCALITY = re.compile(
    r"(?:(?:ủy|uỷ) ban nhân dân|ubnd)\s+(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s+(?P<name>\S.*)",
    re.IGNORECASE,
)
FIRST_YEAR = 2020
LAWS = (BUDGET_LAW_2015, BUDGET_LAW_2025, SCIENCE_LAW_2013, SCIENCE_LAW_2025)


def skeleton(issuer: str, year: int) -> Plan:
    """Return a plan of a committee for a year, with number, day, tasks and money left blank.

    Args:
        issuer: the People's Committee, as it is called in full: "Ủy ban nhân dân xã Nậm Khao".
        year: the year to be planned.

    Raises:
        ValueError: the issuer is no People's Committee, or a plan of that year is none under Decree 30/2020/NĐ-CP.

    >>> plan = skeleton("Ủy ban nhân dân xã Nậm Khao", 2026)
    >>> plan.year, plan.frame.dated.locality, [basis.title for basis in plan.frame.bases][1:]
    (2026, 'Nậm Khao', ['Luật Ngân sách nhà nước', 'Luật Khoa học, công nghệ và đổi mới sáng tạo'])
    """
    match = _LOCALITY.fullmatch(" ".join(issuer.split()))
    if match is None or issuer_kind(issuer) is not IssuerKind.COLLECTIVE:
        msg = f'the issuer is to be a People\'s Committee with its place: "Ủy ban nhân dân xã Nậm Khao", not {issuer!r}'
        raise ValueError(msg)
    if not FIRST_YEAR <= year <= MAXYEAR:
        msg = f"a plan under Decree 30/2020/NĐ-CP is for {FIRST_YEAR} or later, not for {year}"
        raise ValueError(msg)
    return Plan(
        year=year,
        frame=_frame(match[0], match["name"], year),
        review=Review(year=year - 1, budget=Budget(year=year - 1)),
        budget=Budget(year=year),
    )


def _frame(issuer: str, locality: str, year: int) -> Frame:
    first = date(year, 1, 1)
    return Frame(
        issuer=issuer,
        number=DocumentNumber(kind="KH", organ="UBND"),
        dated=DateLine(locality, PartialDate(year)),
        kind="KẾ HOẠCH",
        subject=f"Hoạt động khoa học và công nghệ năm {year}",
        bases=bases(first),
        closing=Passage(f"Trên đây là kế hoạch khoa học và công nghệ năm {year}./."),
        recipients=(Passage("- Sở Khoa học và Công nghệ;"), Passage("- Lưu: VT, […].")),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
    )


def bases(on: date) -> tuple[Citation, ...]:
    """Return the laws that every plan rests on, as they are on a day: on authority, on the budget, on science."""
    authority = Citation(kind="Luật", title="Luật Tổ chức chính quyền địa phương")
    return (authority, *(_basis(law) for law in LAWS if law.period.holds(on)))


def _basis(law: LegalDocument) -> Citation:
    return Citation(kind="Luật", number=symbols.read(law.number), issued=law.issued, title=law.name.vi)
