"""What stands around the figures of a text (ngữ cảnh của con số): the words that name, compare or divide, and where they end."""

import re
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from khcn_plan.notation.figures import Quantity
from khcn_plan.reading.items import Item
from khcn_plan.reading.lines import Lines
from khcn_plan.reading.scan import Figure

DIVIDES = re.compile(
    "trong đó|trong tổng số|bao gồm|gồm|chia ra|chia theo|chia làm|cụ thể|sau(?: đây)?(?=:)", re.IGNORECASE
)
TOTAL = re.compile(r"(?:tổng|cộng)\b", re.IGNORECASE)
COMPARED = re.compile(
    r"(?:(?<!\w)(?:tăng|giảm|vượt|hơn|so với|(?-i:so)|cùng kỳ|bình quân|mỗi|hoặc|tối đa|tối thiểu|không quá"
    r"|ít nhất|từ|đến|dưới|trên|khoảng|gần"
    r"|x)|[≥≤×])\s*(?:là\s*)?\(?\s*$",
    re.IGNORECASE,
)
ROUGHLY = re.compile(r"(?:(?:tăng|giảm|vượt|hơn|với|từ|đến)\s+)?khoảng\s*(?:là\s*)?\(?\s*$", re.IGNORECASE)
ORDINAL = re.compile(
    r"\b(?:đoàn|khu|hạng|loại|cấp|bậc|lộ|thôn|xóm|bản|ấp|tổ|phố|quận|phường|đội|đợt|kỳ|lớp|khối|tầng|vị trí|phạm vi|giai đoạn"
    r"|nhóm|bước|mức|vùng|gói|đường|mục|phần|dự án|chương|bài|nghìn chín trăm|thập niên|thập kỷ)\s$",
    re.IGNORECASE,
)
_FACTOR = re.compile(r"\s?[x×]\s?\d|[ ]\d[\d.,]*[ ][^\W\d_]")
"""The side of an area, or the first of two figures that say one thing: "608 quan 420 đồng"."""
_SENTENCE = re.compile(
    r"(?<![:;.] \d)[.!?](?:\[\d{1,3}\])*\s+(?=[A-ZĐÀ-Ỹ“\"\d])(?!\d{1,2}[.)]\s)"
    r"|[.!?](?:\[\d{1,3}\])+|(?<=[a-zà-ỹ])\.(?=[A-ZĐ][a-zà-ỹ])"
)
_LABEL = re.compile(
    r"(?:[\s:;,.()+–—•-]|o\s|và\s|chiếm\s[\d,.]+\s?%|[a-zđ\d]\)|[Tt]rong đó)*+(.*?)[\s:;,(–-]*+(?:là|gồm|có|đạt|được)?[\s:]*+$",
    re.DOTALL,
)
TIMES = frozenset(("năm", "tháng", "ngày", "giờ", "phút", "tuổi"))
LOOK_BACK = 240
REACH = 16
MOST_PARTS = 100
MOST_FIGURES = 1_000
MOST_TOTALS = 10
LONGEST_SCOPE = 2_000
LEAST_PRECISE = 1_000


@attrs.frozen
class Text:
    """The flow with what was found in it, in order."""

    lines: Lines
    flow: str
    items: Sequence[Item]
    figures: Sequence[Figure]
    starts: Sequence[int]

    def within(self, start: int, end: int, most: int = MOST_FIGURES) -> Sequence[Figure]:
        """Return the figures of a stretch, as far as anybody would add them up."""
        first = bisect_left(self.starts, start)
        return self.figures[first : min(bisect_left(self.starts, end, first), first + most)]

    def last(self, start: int, end: int) -> Sequence[Figure]:
        """Return the figures of a stretch from its end, as far back as anybody would look for a total."""
        stop = bisect_left(self.starts, end)
        return self.figures[max(bisect_left(self.starts, start, 0, stop), stop - MOST_TOTALS) : stop][::-1]

    def empty(self, start: int, end: int) -> bool:
        """Tell whether a stretch holds no figure."""
        first = bisect_left(self.starts, start)
        return first == len(self.starts) or self.starts[first] >= end


def sentences(flow: str, start: int, end: int) -> list[int]:
    """Return where the sentences of a stretch begin that don't begin with it."""
    return [match.end() for match in _SENTENCE.finditer(flow, start, end)]


def ends(flow: str, start: int, end: int) -> list[int]:
    """Return where the parts behind an anchor may end: at the end of the sentence, else of the paragraph."""
    match = _SENTENCE.search(flow, start, min(end, start + LONGEST_SCOPE))
    return [match.start(), end] if match else [end]


def label(flow: str, start: int, end: int) -> str:
    """Return the words before a figure that name it."""
    text = flow[max(start, end - LOOK_BACK) : end]
    match = _LABEL.match(text[max(text.rfind("; "), text.rfind(". ")) + 1 :])
    return " ".join(match[1].split()) if match else ""


def is_compared(before: str, figure: Quantity, like: Quantity | None = None) -> bool:
    """Tell whether the words before a figure set it against another, or call it a rough one, and it is: "khoảng 50"."""
    if not COMPARED.search(before):
        return False
    roughly = ROUGHLY.search(before)
    return not (roughly and roughly[0].lower().startswith("khoảng") and _is_precise(figure, like))


def _is_precise(figure: Quantity, like: Quantity | None) -> bool:
    """Tell whether a figure is printed to the last digit, whatever the text says: "khoảng 1.050,1 ha", of it "khoảng 70,2 ha"."""
    printed = int(figure.value / figure.step)
    return (printed >= LEAST_PRECISE and printed % 100 != 0) or bool(like and figure.step == like.step < 1)


def is_one_of_two(flow: str, figure: Figure) -> bool:
    """Tell whether a figure is so much per something, the side of an area, or goes on in another: "608 quan 420 đồng"."""
    return flow.startswith("/", figure.end) or bool(_FACTOR.match(flow, figure.end))
