"""The form of administrative documents (thể thức văn bản hành chính) under Decree 30/2020/NĐ-CP: types and signatures."""

import re
from enum import Enum

from khcn_plan.notation.pattern import late

DOCUMENT_TYPES: dict[str, str] = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
}
"""The 27 abbreviations of document types, Decree 30/2020/NĐ-CP, annex III."""

COPY_TYPES: dict[str, str] = {"SY": "Sao y", "TrS": "Trích sao", "SL": "Sao lục"}
"""The 3 abbreviations of kinds of copy, likewise."""


class IssuerKind(Enum):
    """How a body decides, which decides who signs (Decree 30, article 13)."""

    COLLECTIVE = "collective"
    """A body that works as a collective: a People's Committee."""

    HEAD = "head"
    """A body under one head: a department, a division, the chairman himself."""


_COLLECTIVE = late(r"(?:ủy|uỷ) ban nhân dân|ubnd", re.IGNORECASE)
_HEAD = late(r"chủ tịch|văn phòng", re.IGNORECASE)


def issuer_kind(issuer: str) -> IssuerKind | None:
    """Tell how the issuing body decides, from its name; `None` where the name does not tell.

    >>> issuer_kind("Ủy ban nhân dân huyện Quang Bình"), issuer_kind("Chủ tịch UBND huyện")
    (<IssuerKind.COLLECTIVE: 'collective'>, <IssuerKind.HEAD: 'head'>)
    """
    if _HEAD().search(issuer):
        return IssuerKind.HEAD
    return IssuerKind.COLLECTIVE if _COLLECTIVE().search(issuer) else None
