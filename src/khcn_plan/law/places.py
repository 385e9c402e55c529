"""Levels of local government and names of bodies by date (cấp chính quyền, tên cơ quan).

Districts end on 30/6/2025. Which commune succeeded which is the caller's to know: no list of places is shipped.
"""

from datetime import date
from typing import NamedTuple

from khcn_plan.law.register import TWO_LEVELS_2025
from khcn_plan.law.source import Period
from khcn_plan.notation.pattern import late

LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)
NO_DISTRICTS = TWO_LEVELS_2025.at("sửa đổi Điều 110 Hiến pháp", Period(date(2025, 7, 1)))

DISTRICT_BODY = late(
    r"\b(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân|Phòng [^,;.]{0,60}?) (?:huyện|quận|thị xã)\b|\b[Hh]uyện (?:ủy|uỷ)\b"
)
"""A body of a district, as documents name it."""


class Renaming(NamedTuple):
    """A body that took another name.

    Attributes:
        old: the name that is no longer right.
        new: the name that is.
        period: since when.
    """

    old: str
    new: str
    period: Period


RENAMINGS: tuple[Renaming, ...] = (
    Renaming("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường", Period(date(2025, 7, 1))),
    Renaming("Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường", Period(date(2025, 7, 1))),
    Renaming("Sở Kế hoạch và Đầu tư", "Sở Tài chính", Period(date(2025, 7, 1))),
)
