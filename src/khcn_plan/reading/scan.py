"""The figures of a running text (số liệu trong văn bản): what each says, in which unit, and the words beside it.

One regular expression finds the candidates; dates, numbers of documents, of articles and of headings are passed over. What
remains are figures in the order of the text, of which amounts and counts are made here, and totals with parts in
`divisions`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import attrs

from khcn_plan.model import Amount, Count
from khcn_plan.notation import NotationError, figures, words
from khcn_plan.notation.figures import Quantity
from khcn_plan.reading.lines import Lines

_FIGURE = re.compile(
    r"""
    (?P<digits> [0-9] (?<![\w/.,][0-9]) \d*+ (?:[.,]\d++)*+ )
    (?! [A-ZĐ\d] | [^\W\d]{0,9}/\d | \s?[/–-]\s?\d | :\d )
    (?: ,-? (?=\s?đ) )?
    (?: \s* \( (?P<words> [^\W\d_] [^()\n\d]{1,160} ) \) )?
    \s? (?P<magnitude> (?:nghìn|ngàn|triệu|tỷ|tỉ)\b (?:\s(?:tỷ|tỉ)\b)? )?
    \s? (?P<unit> % | ₫ | (?!x\b) [^\W\d_]+\d? (?:[ ](?!x\b)[^\W\d_]+)? )?
    """,
    re.VERBOSE,
)
_BEFORE_NO_FIGURE = (
    "ngày", "tháng", "năm", "điều", "khoản", "điểm", "số", "quý", "khóa", "khoá", "bảng", "biểu", "hình", "thứ", "iso", "tcvn",
    "qcvn", "mẫu",
)  # fmt: skip
_JOINS = "-–/x"
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_FIGURE = ("tổng số", "mô hình", "đại biểu", "địa điểm", "tài khoản")
_NUMBERED = re.compile(
    r"(?:^|\s)(?:chương|mục|phần|bước|lục|đợt|kỳ|lần|nhóm|loại|hạng|cấp|bậc|khu|thôn|tổ|xóm|ấp|bản|phố|quận|phường|tầng|lớp|khối"
    r"|trang|dòng|cột|tập|quyển|câu|bài|dụ|hợp|án|đoạn|tắc|chí|dung|vụ|pháp|tiêu|đường|tuyến|lô|gói|vị trí|vùng|mức|đội)$",
    re.IGNORECASE,
)
"""What bears a number that ends a sentence: "tại Phụ lục 2. Sở …"; behind other words it counts: "nhân viên 7. Trường …"."""
_MONEY = {"đồng": "đồng", "đ": "đ", "VNĐ": "VNĐ", "VND": "VND", "₫": "₫"}
_WHOLE_UNITS = frozenset((
    "cái", "chiếc", "hộ", "xã", "huyện", "tỉnh", "nhà", "ha", "tấn", "kg", "tạ", "km", "m", "chợ", "người", "lớp",
    "trường", "con", "cây", "máy", "bộ", "bản", "lần", "buổi", "tháng", "năm", "ngày", "giờ", "điểm", "sao", "phường",
    "thôn", "lít", "ca", "đợt", "suất", "giống", "trạm", "tiết", "hecta", "héc", "phần", "USD", "HTX", "THT", "TTHC",
))  # fmt: skip
# Two words that say another thing than the first of them.
_PAIRS = frozenset((
    "đồng chí", "đồng bào", "đồng nghiệp", "trường hợp", "máy bay", "máy tính", "bộ phận", "phần mềm", "nhà máy",
    "điểm trường",
))  # fmt: skip
# What is counted by the thousand or the million; behind "5 tỷ", "xã" or "năm" begins something else.
_COUNTED = frozenset((
    "tấn", "tạ", "kg", "ha", "hecta", "m", "m2", "m²", "m3", "m³", "km", "km2", "km²", "lít", "con", "cây", "lượt",
    "người", "cái", "chiếc", "bản", "cuốn", "USD", "EUR", "euro", "trái", "cổ",
))  # fmt: skip
_NO_UNITS = frozenset((
    "và", "là", "của", "trong", "thì", "để", "cho", "theo", "tại", "đến", "từ", "với", "hoặc", "được", "có", "nêu", "trên",
    "dưới", "ở", "đã", "sẽ", "như", "do", "về", "thuộc", "gồm", "bao", "tương", "bị", "còn", "nhưng", "khi", "nếu", "tới",
    "hay",
))  # fmt: skip
_WORDS = re.compile(
    r"[\s.,;]{0,4}[(\[]?\s*(?P<label>(?:[^\W\d_]+\s){0,3}[BbẢ][ằảắăa]ng\s+chữ(?:\s+là)?)\s*:?\s*(?P<words>[^()\[\]\d\n]{2,220})"
    r"|\s?\(\s*(?P<bare>[^\W\d_][^()\d\n]{1,220})\)"
)
_SIGNS = frozenset(("%", "ha", "m", "km", "kg"))
_NUMERALS = frozenset((
    "không", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "nhăm", "sáu", "bảy", "bẩy", "tám", "chín", "mười",
    "mươi", "trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "linh", "lẻ", "rưỡi", "chục",
))  # fmt: skip
REACH = 12
LONGEST_BRACKET = 240
LONGEST_MARKER = 2


@attrs.frozen
class Figure:
    """One figure of the text.

    Attributes:
        start, end: where it stands in the flow.
        quantity: what it says.
        magnitude: "triệu", as written.
        symbol: the currency as written, for money.
        words: the words in brackets between the digits and their unit: "40 (bốn mươi) tỷ đồng".
    """

    start: int
    end: int
    quantity: Quantity
    magnitude: str = ""
    symbol: str = ""
    words: str = ""

    @property
    def money(self) -> bool:
        """It is a sum of money."""
        return self.symbol != ""


def read(flow: str, taken: Iterable[tuple[int, int]] = ()) -> tuple[Figure, ...]:
    """Return the figures of the flow, but for those inside stretches that something else has claimed.

    >>> [str(figure.quantity.value) for figure in read("Điều 1: 40 triệu đồng cho 12 xã năm 2023")]
    ['40000000', '12']
    """
    found = []
    claims = iter(sorted(taken))
    begin, end = next(claims, (len(flow), len(flow) + 1))
    for match in _FIGURE.finditer(flow):
        start = match.start()
        while end <= start:
            begin, end = next(claims, (len(flow), len(flow) + 1))
        if start >= begin or _is_no_figure(flow[max(0, start - REACH) : start]):
            continue
        if flow.startswith((".", ")", "]"), match.end("digits")) and _is_marker(flow, start, match.end("digits")):
            continue
        found.append(_figure(match))
    return tuple(figure for figure in found if figure is not None)


def amounts(lines: Lines, found: Iterable[Figure]) -> Iterator[Amount]:
    """Make an amount of every figure of money, with the words that stand beside it.

    >>> from khcn_plan.reading.lines import read as prepare
    >>> lines = prepare("Tổng: 90.000.000 đồng (Bằng chữ: Chín mươi triệu đồng).")
    >>> list(amounts(lines, read(lines.flow)))
    [Amount(90000000, words='Chín mươi triệu đồng')]
    """
    for figure in found:
        value = figure.quantity.value
        if figure.money and value == int(value):
            label, spelt, end = _words_beside(lines.flow, figure)
            at = lines.flow.find(label, figure.end, end) if spelt else -1
            yield Amount(
                int(value),
                spelt or None,
                step=max(1, int(figure.quantity.step)),
                scale=figure.quantity.scale,
                label=label,
                label_place=lines.span(at, at + len(label)) if at >= 0 else None,
                symbol=figure.symbol,
                place=lines.span(figure.start, end),
            )


def counts(lines: Lines, found: Iterable[Figure]) -> Iterator[Count]:
    """Make a count of every whole figure of other things beside which words stand: "05 (năm) ngày"."""
    for figure in found:
        quantity = figure.quantity
        if not figure.money and quantity.step == 1:
            spelt = figure.words or _restated(lines.flow, figure)
            if spelt and _reads(spelt):
                yield Count(int(quantity.value), spelt, quantity.unit, place=lines.span(figure.start, figure.end))


def words_alone(text: str) -> tuple[str, str] | None:
    """Return label and words of an amount that stands in words alone, as below a table; `None` where none does.

    >>> words_alone("(Bằng chữ: Chín mươi triệu đồng chẵn./.)")
    ('Bằng chữ', 'Chín mươi triệu đồng chẵn./')
    """
    match = _WORDS.match(text)
    return _labelled(match) if match and match["label"] else None


def _is_no_figure(before: str) -> bool:
    """Tell by the letters before a number whether it is a date, an ordinal, or goes on from another number."""
    last = before[-1:]
    if last.isspace():
        before = before[:-1]
        last = before[-1:]
    elif last == ":":
        return before[-2:-1].isdigit()
    if last in _JOINS:
        return before[:-1].rstrip(" ")[-1:].isdigit() if last else False
    before = before.lower()
    return before.endswith(_BEFORE_NO_FIGURE) and not before.endswith(_BEFORE_FIGURE)


def _is_marker(flow: str, start: int, end: int) -> bool:
    """Tell whether a number with a point or a bracket behind it is that of a heading, a list or a note, and no figure."""
    mark, behind = flow[end], flow[end + 1 : end + 2]
    if mark == "]":
        return flow.startswith("[", start - 1)
    if behind and not behind.isspace():
        return False
    if mark == ")":
        opened = flow.rfind("(", max(0, start - LONGEST_BRACKET), start)
        return not 0 <= opened < start - 1 or ")" in flow[opened:start] or "\n" in flow[opened:start]
    if end - start > LONGEST_MARKER:
        return flow[start - 1 : start] in {"", "\n"} or bool(_YEAR.fullmatch(flow, start, end))
    before = flow[start - 2 : start - 1] if flow[start - 1 : start] == " " else ""
    if before == ":":
        # "trung học: 15. Các trường" states a figure; "như sau: 1. Cấp tỉnh" begins a list.
        return int(flow[start:end]) == 1
    counts = behind in {"", "\n"} or not _NUMBERED.search(flow, max(0, start - REACH), start - 1)
    return not (before.isalpha() and counts)


def _figure(match: re.Match[str]) -> Figure | None:
    digits, magnitude, unit = match["digits"], match["magnitude"] or "", match["unit"] or ""
    first = "" if unit in _PAIRS else unit.split(" ", 1)[0]
    symbol = _MONEY.get(first) or ("đồng" if magnitude and first not in _COUNTED else "")
    name = first if first in _MONEY else "" if symbol and unit not in _PAIRS else _unit(unit, first)
    try:
        quantity = _quantity(digits, "đồng" if symbol else name, magnitude)
    except NotationError:
        return None
    end = match.start("unit") + len(name) if name else match.end("magnitude" if magnitude else "digits")
    return Figure(match.start(), end, quantity, magnitude, symbol, _said(match["words"] or "", name or symbol))


@lru_cache(maxsize=1024)
def _quantity(digits: str, unit: str, magnitude: str) -> Quantity:
    """Read a figure; the same few stand in a text again and again."""
    return figures.quantity(digits, unit, magnitude)


@lru_cache(maxsize=1024)
def _unit(unit: str, first: str) -> str:
    """Return the unit that the words behind a number begin with: one word, or two where one alone means little."""
    if unit in _PAIRS:
        return unit
    if not first or first in _NO_UNITS or not (first[0].islower() or first == "%" or first in _WHOLE_UNITS):
        return ""
    whole = first in _WHOLE_UNITS or not unit.islower() or unit.rsplit(" ", maxsplit=1)[-1] in _NO_UNITS
    return first if whole else unit


def _words_beside(flow: str, figure: Figure) -> tuple[str, str, int]:
    """Return label, words and end of what stands in words beside a figure of money; the words empty if nothing does."""
    if figure.words:
        tail = f"{figure.magnitude} đồng".strip()
        return "Bằng chữ", f"{figure.words} {tail}", figure.end
    match = _WORDS.match(flow, figure.end)
    if match is None:
        return "Bằng chữ", "", figure.end
    if match["label"]:
        return *_labelled(match), match.end("words")
    spelt = match["bare"].strip()
    bare = spelt.split()[0].casefold() in _NUMERALS and len(_numerals(spelt).split()) > 1
    return "Bằng chữ", " ".join(spelt.split()) if bare else "", match.end() if bare else figure.end


def _labelled(match: re.Match[str]) -> tuple[str, str]:
    spelt = match["words"].strip(" .,;")
    return " ".join(match["label"].removesuffix(" là").split()), " ".join(spelt.split())


def _restated(flow: str, figure: Figure) -> str:
    """Return the number words in the bracket behind a figure, if it says number and unit again and nothing else."""
    match = _WORDS.match(flow, figure.end)
    inside = " ".join(match["bare"].split()) if match and match["bare"] else ""
    return _said(inside, figure.quantity.unit)


def _said(inside: str, unit: str) -> str:
    """Return the number words of a bracket that says a number, perhaps with its unit, and nothing else."""
    spelt = _numerals(inside)
    if not spelt:
        return ""
    rest = " ".join(inside.split()).removeprefix(spelt).strip()
    again = rest in ("", unit) or rest in _WHOLE_UNITS or (unit in _SIGNS and " " not in rest.removeprefix("phần "))
    # "n là 25 (năm)": the bracket is the unit.
    return spelt if again and (unit or spelt != "năm") else ""


def _numerals(text: str) -> str:
    """Return the number words that a text begins with."""
    leading: list[str] = []
    for word in text.replace(",", " ").split():
        if word.casefold() not in _NUMERALS:
            break
        leading.append(word)
    return " ".join(leading)


def _reads(spelt: str) -> bool:
    try:
        words.read(spelt)
    except NotationError:
        return False
    return True
