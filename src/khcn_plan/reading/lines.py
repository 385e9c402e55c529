"""From a text as it comes to lines that can be read (chuẩn hóa văn bản): letters, wraps and marks of other formats.

Letters are composed (NFC), invisible characters and emphasis marks taken away, Ð and no-break spaces replaced. Hard wraps
and sentences torn by a page break are joined again, so that one line of the `flow` is one paragraph. Every offset leads
back to the caller's text.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import attrs

from khcn_plan.model import Span

_SPACES = "\u00a0\u000c\r\u001c\u001d\u001e\u001f\u0085\u2028\u2029\u1680\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_SAME_LENGTH = {"\u00d0": "Đ", "\u00f0": "đ"} | dict.fromkeys(_SPACES, " ")
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
# It begins with one set of letters on purpose: `re` then runs over all the others without trying a branch.
_MARKS = (
    rf"[{_INVISIBLE}*<&\\](?:(?<=[{_INVISIBLE}])[{_INVISIBLE}]*|(?<=\*)\**|(?<=<)/?[A-Za-z][^<>\n]{{0,80}}>|(?<=&)nbsp;"
    r"|(?<=\\)[!-/:-@\[-`{-~]|(?<=\\)(?=[^\w\s]))"
)
_REWRITTEN = re.compile(_MARKS)
_REWRITTEN_OR_COMPOSED = re.compile(rf"{_MARKS}|\w?[\u0300-\u036f]+")
_BROKEN = re.compile(r"<br\b", re.IGNORECASE)
_SPACED = re.compile(r"&nbsp;|</?(?:p|td|th|tr|li|div)\b", re.IGNORECASE)
_TERMINAL = (".", ";", ":", "!", "?", "./.")
_OPENS = re.compile(
    r"(?:[-+–—•●▪*o]\s|[-+–]\w|\(?(?:\d{1,2}|[a-zđ])\)|\d{1,3}(?:\.\d{1,2})*\.?\s|[a-zđ](?:\.\s?\d)?\.\s|[IVX]{1,5}\.|[A-ZĐ]\.\s"
    r"|Điều \d|Chương [IVXLC\d]|Phần (?:[IVXLC\d]|thứ )|Mục \d|Căn cứ "
    r"|Nơi nhận|Kính gửi|TM\.|KT\.|TL\.|TUQ\.|(?:PHÓ )?CHỦ TỊCH$|Số:|[|#>])"
)
"""What begins a line of its own; behind a small letter it begins with, there is a bracket, a point or a blank."""
_FOREIGN_MARKS = "|#>"
_BODY = re.compile(
    r"(?:CHỦ TỊCH )?(?:(?:ỦY|UỶ) BAN|HỘI ĐỒNG) NHÂN DÂN"
    r"(?: (?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN)(?: [^\W\d_]+){0,4})?"
)
_LEADS_ON = ("CỦA", "VÀ", "DO", "BỞI", "TẠI", "CHO", ",")
_BASES = ("Căn cứ ", "- Căn cứ ", "Theo đề nghị ", "Xét ", "Thực hiện ", "Sau khi ")
_DECIDES = ("Ủy ban", "Uỷ ban", "UBND", "Hội đồng nhân dân", "HĐND", "Chủ tịch", "Bộ trưởng", "Giám đốc")
_AND_SO_ON = (" của", " và", " do", " các", " tại", " về", " với", " cho", ",")
_HANGING = ("số", "số:", "Số", "Số:", "Điều", "điều", "khoản", "điểm", "ngày", "tháng", "năm", ",", "/")
_HANGING_ENDS = frozenset(word[-1] for word in _HANGING)
_BROKEN_SYMBOL = re.compile(r"\d/[^\W\d_]{1,6}-?$")
_REST_OF_SYMBOL = re.compile(r"(?:[-–]\s?)?[A-ZĐ][A-ZĐ&]+\b")
_LISTED = re.compile(r"[-+•●▪]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s+[^\W\d]")
_MEASURE = re.compile(r"\d\s(?:điểm|ngày|tháng|năm)$")
BREAK = "\v"
LONGEST_BREAK = 9
"""How many letters of a symbol stand behind its stroke, hyphen and all, where a line may break."""
MOST_MARKS = 9
NARROW = 120
SHORT = 40


@attrs.frozen
class Lines:
    """A text, ready to be read.

    Attributes:
        text: the caller's text.
        flow: the same text with one paragraph a line; offsets below count in it.
        rows: the flow with the line breaks of the caller's text, and a `BREAK` for each inside a line (`<br>`).
    """

    text: str
    flow: str
    rows: str
    _here: Sequence[int]
    _there: Sequence[int]
    _stop: Sequence[int]
    _starts: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of the caller's text that a stretch of the flow stands for."""
        here = self._here
        behind = bisect_right(here, start)
        first = self._there[behind - 1] + start - here[behind - 1]
        within = behind == len(here) or end < here[behind]
        last = first + end - start if within else self._origin_of_end(end)
        return Span(first, max(first, last), bisect_right(self._starts, first))

    def words(self, start: int, end: int) -> str:
        """Return a stretch of the flow with single spaces."""
        text = self.flow[start:end]
        return " ".join(text.split()) if "  " in text or "\n" in text or "\t" in text else text.strip()

    def is_escaped(self, at: int) -> bool:
        """Tell whether the sign there stands behind a backslash in the caller's text, and so for itself."""
        return self.span(at, at + 1).of(self.text).startswith("\\")

    def _origin_of_end(self, offset: int) -> int:
        segment = bisect_right(self._here, offset - 1) - 1
        ends = segment + 1 < len(self._here) and offset == self._here[segment + 1]
        return self._stop[segment] if ends else self._there[segment] + offset - self._here[segment]


def read(text: str) -> Lines:
    r"""Prepare a text for reading.

    >>> lines = read("Tổng là\u200b **140 triệu**\nđồng.")
    >>> lines.flow, lines.span(8, 17).of(lines.text)
    ('Tổng là 140 triệu\nđồng.', '140 triệu')
    """
    clean, here, there, stop = _rewrite(text)
    return Lines(text, _join(clean.replace(BREAK, " ")), clean, here, there, stop, _row_starts(text))


def verbatim(text: str) -> Lines:
    """Take a text as it stands, where marks and line breaks mean what its format says."""
    return Lines(text, text, text, (0,), (0,), (len(text),), _row_starts(text))


def _row_starts(text: str) -> Sequence[int]:
    """Return where each line of a text begins."""
    return array("q", (0, *(match.end() for match in re.finditer("\n", text))))


def _rewrite(text: str) -> tuple[str, Sequence[int], Sequence[int], Sequence[int]]:
    """Return the text in clean letters, and its segments: where each begins here, there, and where it stops there."""
    composed = unicodedata.is_normalized("NFC", text)
    pattern = _REWRITTEN if composed else _REWRITTEN_OR_COMPOSED
    pieces: list[str] = []
    here, there, stop = array("q", [0]), array("q", [0]), array("q")
    size = end = 0
    for match in pattern.finditer(text):
        start, after = match.span()
        replacement = _replacement(match[0])
        pieces += (text[end:start], replacement)
        size += start - end
        stop.append(start)
        if replacement:
            here.append(size)
            there.append(start)
            stop.append(after)
            size += len(replacement)
        here.append(size)
        there.append(after)
        end = after
    pieces.append(text[end:])
    stop.append(len(text))
    clean = "".join(pieces)
    for meant, letter in _SAME_LENGTH.items():
        clean = clean.replace(meant, letter)
    return clean, here, there, stop


def _replacement(mark: str) -> str:
    if "\u0300" <= mark[-1] <= "\u036f":
        # No letter has more marks, and to put a long run of them in order takes quadratic time.
        return unicodedata.normalize("NFC", mark[:MOST_MARKS])
    if mark[0] == "\\":
        return mark[1:]
    if _BROKEN.match(mark):
        return BREAK
    return " " if _SPACED.match(mark) else ""


def _join(clean: str) -> str:
    """Put a space for every line break inside a paragraph; nothing changes its place."""
    rows = clean.split("\n")
    stripped = [row.strip() for row in rows]
    wrapped, spaced = _is_wrapped(stripped), stripped.count("") * 4 > len(stripped)
    breaks = ["\n"] * len(rows)
    last, basis = -1, False
    for index, row in enumerate(stripped):
        if row:
            above, torn = stripped[last], index - last > 1
            if last >= 0 and (
                _continues(above, row, torn, wrapped, spaced) or (basis and not torn and _completes(above, row))
            ):
                breaks[last + 1 : index + 1] = [" "] * (index - last)
            else:
                basis = row.startswith(_BASES)
            last = index
    breaks[0] = ""
    return "".join(part for pair in zip(breaks, rows, strict=True) for part in pair)


def _is_wrapped(rows: list[str]) -> bool:
    """Tell whether long lines were broken at a width: narrow lines that go on in the next one."""
    long = [len(row) for row in rows if len(row) >= SHORT]
    wide = sum(size > NARROW for size in long)
    going_on = sum(
        1
        for row, below in pairwise(rows)
        if len(row) >= SHORT and below and not row.endswith(_TERMINAL) and not _OPENS.match(below)
    )
    return bool(long) and wide * 20 < len(long) and going_on * 5 >= len(long)


def _continues(above: str, row: str, torn: bool, wrapped: bool, spaced: bool) -> bool:  # noqa: FBT001 - private
    """Tell whether a line goes on with the paragraph above it."""
    if (above[-1] in _HANGING_ENDS and above.endswith(_HANGING) and not _is_next(above, row)) or (
        "/" in above[-LONGEST_BREAK:] and _BROKEN_SYMBOL.search(above) and _REST_OF_SYMBOL.match(row)
    ):
        return True
    lower = row[0].islower()
    if torn or not wrapped:
        return lower and _is_open(above) and not _OPENS.match(row)
    if lower and row[1:2].isalpha():
        return True
    if row[0] in _FOREIGN_MARKS or _OPENS.match(row) or (row.isupper() != above.isupper() and not lower):
        return False
    if _BODY.fullmatch(row) and not above.endswith(_LEADS_ON):
        return False
    return lower or spaced or _is_open(above)


def _completes(above: str, row: str) -> bool:
    """Tell whether a line goes on with a legal basis, each of which ends with a mark."""
    if above.endswith(_TERMINAL) or row.isupper() or row.startswith(_BASES) or _OPENS.match(row):
        return False
    return above.endswith(_AND_SO_ON) or not row.startswith(_DECIDES)


def _is_open(above: str) -> bool:
    return len(above) > SHORT and not above.endswith(_TERMINAL)


def _is_next(above: str, row: str) -> bool:
    """Tell whether a line is the next thing of a list, though the one above it ends with a word or mark that goes on."""
    if _MEASURE.search(above):
        return not row[0].isdigit() or bool(_LISTED.match(row))
    return above.endswith(",") and bool(_LISTED.match(row))


_TCVN3 = re.compile(r"[A-Za-z][µ¸¶·¹®¨©ª«¬¾»¼½Æ¡Ç¢£¤¥¦§]|[µ¸¶·¹®¨©ª«¬¾»¼½][A-Za-z]")
_VNI = re.compile(r"[aA][âêéèùøûõïåàáäãë]|[oOöÖ][âùøûõïäàáôå]|[uU][ùøûõï]|[eE][âùøûõïäàáåã]|[AOEU][ÂÙØÛÕÏÄÀÁÅ]")
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9đĐ]")
TELLING = 5


def encoding(text: str) -> str:
    """Name the legacy encoding that a text is written in, "TCVN3" or "VNI"; "" for Unicode.

    >>> encoding("QuyÕt ®Þnh cña Uû ban nh©n d©n tØnh vÒ viÖc phª duyÖt kÕ ho¹ch khoa häc vµ c«ng nghÖ")
    'TCVN3'
    """
    sample = text[:20_000]
    if _VIETNAMESE.search(sample):
        return ""
    for name, pattern in (("TCVN3", _TCVN3), ("VNI", _VNI)):
        if len(pattern.findall(sample)) >= TELLING:
            return name
    return ""
