"""What a plan says of a task beside its name (đơn vị chủ trì, thời gian, địa điểm, kinh phí).

It stands in a clause behind the name or on a line of its own:
"giao Phòng Kinh tế chủ trì", "do Hội Nông dân huyện chủ trì", "Đơn vị chủ trì: …", "Thời gian thực hiện: 2023-2024".
"""

import re
from collections.abc import Iterator
from datetime import date

from khcn_plan.model import Stage, StageKind
from khcn_plan.reading.plan.topics import day_in, year_in

_LABEL = (
    r"(?:(?:cơ quan|đơn vị|tổ chức|phòng|ban)\s+)?(?:chủ trì|phối hợp|chủ nhiệm|thực hiện|chịu trách nhiệm)"
    r"(?:\s+(?:chính|thực hiện))?"
    r"|thời gian(?:\s+(?:triển khai|thực hiện|hoàn thành))?|tiến độ(?:\s+thực hiện)?|địa điểm(?:\s+(?:triển khai|thực hiện))?"
    r"|(?:tổng )?(?:kinh phí|dự toán)(?:\s+(?:triển khai|thực hiện|dự kiến|nhiệm vụ))*|nguồn (?:kinh phí|vốn)"
    r"|loại nhiệm vụ|các bước(?: đã thực hiện)?|xếp loại"
    r"|mục tiêu|nội dung(?:\s+thực hiện)?|quy mô|sản phẩm(?: dự kiến)?|kết quả(?: dự kiến)?"
)
DETAIL = re.compile(rf"\W*(?:{_LABEL})\s*:", re.IGNORECASE)
"""A line that says something of the task above it."""

TASK_DETAIL = re.compile(
    r"\W*(?:loại nhiệm vụ|đơn vị chủ trì|các bước(?: đã thực hiện)?|thời gian thực hiện)\s*:", re.IGNORECASE
)
"""A line that only a task has below it."""

_BODY = (
    r"(?:Phòng|Trung tâm|Sở|UBND|(?:Ủy|Uỷ) ban|Hợp tác xã|HTX|Tổ hợp tác|Công ty|Doanh nghiệp|Trạm|Viện|Học viện|Trường|Hội|Đoàn"
    r"|Ban|Văn phòng|Đài|Hạt|Công an|Chi cục|Liên hiệp|Liên minh)\s(?:(?!\s(?:do|giao)\s)[^,;.()\n]){2,80}?"
)
_HOSTS = (
    re.compile(
        r"(?:chủ trì|đơn vị thực hiện)(?:\s+(?:chính|thực hiện))?\s*:\s*(?P<host>[^,;.()\n]{3,100})", re.IGNORECASE
    ),
    re.compile(rf"(?:\b(?:do|giao(?: cho)?)\s+|\()(?P<host>{_BODY})\s+(?:là (?:đơn vị )?|làm )?chủ trì", re.IGNORECASE),
    re.compile(rf"(?P<host>{_BODY})\s+(?:là (?:đơn vị )?|làm )?chủ trì"),
)
_PERIOD = re.compile(
    r"(?:thời gian[^:;.\n]{0,20}?:?|tiến độ[^:;.\n]{0,20}:|thực hiện (?:trong|từ))"
    r"\s(?P<period>[^;,()\n]{0,12}?20\d\d[^;,.()\n]{0,24})",
    re.IGNORECASE,
)
_SITE = re.compile(r"địa điểm[^:;.\n]{0,20}:\s*(?P<site>[^;.()\n]{3,100})", re.IGNORECASE)
_PLACE = re.compile(r"\s+(?:tại|ở) (?P<place>(?:các )?(?:xã|thị trấn|phường|thôn|bản|huyện)\s[A-ZĐÀ-Ỹ][^;:.()]*)$")
_COST = re.compile(r"(?:kinh phí|dự toán|số tiền|tổng vốn|trị giá)[^.;\d]{0,40}$|:$", re.IGNORECASE)
_NAME_ENDS = re.compile(
    rf"[,;.]?\s*(?:\b(?:do|giao(?: cho)?)\s+{_BODY}\s+(?:là |làm )?(?:đơn vị )?chủ trì|\({_BODY}\s+chủ trì"
    rf"|[,;.(]\s*{_BODY}\s+(?:là |làm )?chủ trì|[,;.(–-]\s*(?:với )?(?:{_LABEL})\s*(?::|\d|là )"
    r"|,\s*(?:thực hiện (?:trong|từ)|thời gian|quy mô|diện tích|với|chủ nhiệm|được|đã|đang|nghiệm thu|thanh lý)"
    r"|:\s*\d[\d.,]*\s*(?:triệu|tỷ|nghìn)?\s*đồng)",
    re.IGNORECASE,
)
_STAGES = (
    (StageKind.APPRAISED, re.compile(r"thẩm định (?:kinh phí|dự toán)", re.IGNORECASE)),
    (StageKind.APPROVED, re.compile(r"phê duyệt", re.IGNORECASE)),
    (StageKind.CONTRACTED, re.compile(r"ký (?:kết )?hợp đồng", re.IGNORECASE)),
    (StageKind.ACCEPTED, re.compile(r"nghiệm thu", re.IGNORECASE)),
    (StageKind.RECOGNISED, re.compile(r"công nhận kết quả", re.IGNORECASE)),
    (StageKind.SETTLED, re.compile(r"thanh lý", re.IGNORECASE)),
)
_NOT_YET = re.compile(r"\b(?:chưa|đang|chuẩn bị|sẽ|chờ|đề nghị|hồ sơ|kế hoạch)\b[^.;,]{0,25}$", re.IGNORECASE)
_STAGE_DAY = re.compile(r"[^.;,]{0,40}")
_RANK = re.compile(r"(?:xếp loại|đạt loại|loại)\s*:?\s+[“\"]?(?P<rank>xuất sắc|khá|giỏi|trung bình|đạt)", re.IGNORECASE)
_KIND = re.compile(r"^\W*loại nhiệm vụ\s*:\s*(?P<kind>[^;.\n]+)", re.IGNORECASE | re.MULTILINE)
_STEPS = re.compile(r"^\W*các bước(?: đã thực hiện)?\s*:(?P<steps>[^\n]+)", re.IGNORECASE | re.MULTILINE)
REACH = 60


def name_of(text: str) -> str:
    """Return the name that a sentence on a task begins with, without what is said of the task behind it.

    >>> name_of("Mô hình nuôi cá lồng tại hồ Thác Bà, do Hội Nông dân huyện chủ trì, kinh phí 45.000.000 đồng.")
    'Mô hình nuôi cá lồng tại hồ Thác Bà'
    """
    match = _NAME_ENDS.search(text)
    return " ".join((text[: match.start()] if match and match.start() else text).split()).strip(" .,;:–-")


def location_in(name: str) -> tuple[str, str]:
    """Split the place from the end of a name.

    >>> location_in("Mô hình nuôi dúi tại xã Bằng Lang")
    ('Mô hình nuôi dúi', 'xã Bằng Lang')
    """
    match = _PLACE.search(name)
    return (name[: match.start()], match["place"]) if match else (name, "")


def host_in(text: str) -> str:
    """Return who carries a task out; empty if the text names nobody."""
    found = (match for pattern in _HOSTS if (match := pattern.search(text)))
    return next((" ".join(match["host"].split()) for match in found), "")


def site_in(text: str) -> str:
    """Return the place on a line "Địa điểm: …"."""
    match = _SITE.search(text)
    return " ".join(match["site"].split()) if match else ""


def kind_in(text: str) -> str:
    """Return what a line "Loại nhiệm vụ: …" says."""
    match = _KIND.search(text)
    return match["kind"] if match else ""


def steps_in(text: str) -> str:
    """Return what a line "Các bước đã thực hiện: …" says."""
    match = _STEPS.search(text)
    return match["steps"] if match else ""


def period_in(text: str) -> tuple[int | None, int | None]:
    """Return the first and the last year of the time in which a task is carried out.

    >>> period_in("Thời gian thực hiện: 2023-2024"), period_in("nuôi ong năm 2023")
    ((2023, 2024), (None, None))
    """
    match = _PERIOD.search(text)
    years = [int(year) for year in re.findall(r"20\d\d", match["period"])] if match else []
    return (years[0], years[-1]) if years else (None, None)


def is_cost(before: str) -> bool:
    """Tell whether the words before an amount say that it is what a task costs."""
    return bool(_COST.search(before[-REACH:]))


def stages_in(text: str) -> Iterator[Stage]:
    """Yield the steps that a text says were taken, in its order, each with its day, else its year or that of the whole."""
    year = year_in(text)
    found = ((match, kind) for kind, pattern in _STAGES for match in _taken(text, pattern))
    for match, kind in sorted(found, key=lambda pair: pair[0].start()):
        behind = _STAGE_DAY.match(text, match.end())
        day: date | None = day_in(behind[0]) if behind else None
        yield Stage(kind, day) if day else Stage(kind, year=(year_in(behind[0]) if behind else None) or year)


def rank_in(text: str) -> str:
    """Return the rank of a result, as written."""
    match = _RANK.search(text)
    return match["rank"] if match else ""


def _taken(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the first place at which a step is said to have been taken, not to be yet to come."""
    for match in pattern.finditer(text):
        if not _NOT_YET.search(text, max(0, match.start() - REACH), match.start()):
            yield match
            return
