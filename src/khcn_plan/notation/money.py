"""Amounts of money (số tiền): "140.000.000 đồng" in figures, "Một trăm bốn mươi triệu đồng" in words.

Money is whole đồng; hào and xu are out of use. Vouchers give a total in figures and in words, and the words must
match (Law on Accounting 88/2015/QH13, article 16); how they are written is custom: a capital first letter, and
"chẵn" behind amounts that are round. Reading takes what documents put around the words: the label "Bằng chữ:",
brackets, emphasis, "./." and remarks behind đồng such as "chưa bao gồm thuế". Nothing else is dropped: two
amounts, another currency, a blank form or an unknown word is refused.
"""

import functools
import re
import unicodedata
from typing import Literal

from khcn_plan.language import Text
from khcn_plan.notation import figures, grammar, letters, words
from khcn_plan.notation.error import NotationError
from khcn_plan.notation.pattern import late
from khcn_plan.notation.words import OFFICIAL, Style


def read(text: str) -> int:
    """Read an amount in figures; return đồng.

    Raises:
        NotationError: the text is no single amount of whole đồng, or has two usual readings.

    >>> read("140.000.000 đồng"), read("1,5 tỷ đồng"), read("VND 6,460,000"), read("215 342 000")
    (140000000, 1500000000, 6460000, 215342000)
    >>> read("65.765,75 USD")
    Traceback (most recent call last):
    khcn_plan.notation.error.NotationError: no amount in đồng (at 10)
    """
    found = figures.read(text)
    if found.unit not in ("đồng", ""):
        unit = _UNIT().search(text)
        raise NotationError(_NO_DONG, unit.start() if unit else 0)
    return _whole(found)


def write(dong: int) -> str:
    """Write an amount in figures, as the law groups them.

    Raises:
        TypeError: the amount is no `int`.

    >>> write(140_000_000), write(-1_500)
    ('140.000.000 đồng', '-1.500 đồng')
    """
    if not isinstance(dong, int) or isinstance(dong, bool):
        msg = f"an amount is an int, not {dong!r}"
        raise TypeError(msg)
    return f"{dong:,} đồng".replace(",", ".")


def read_words(text: str) -> int:
    """Read an amount in words, with the label, brackets and endings it has in documents; return đồng.

    Raises:
        NotationError: the text is no single amount, has a word that is no part of it, or two usual readings.

    >>> read_words("(Bằng chữ: Một trăm bốn mươi triệu đồng chẵn./.)")
    140000000
    >>> read_words("Năm trăm nghìn đồng trên hồ sơ"), read_words("Âm một nghìn, năm trăm đồng")
    (500000, -1500)
    >>> read_words("Bốn mươi tám triệu...")
    Traceback (most recent call last):
    khcn_plan.notation.error.NotationError: the amount is cut off (at 18)
    """
    spoken = grammar.spoken(text.strip("()* ").removeprefix("Bằng chữ:"))
    try:
        dong, stop = grammar.scan(spoken)
    except NotationError:
        return _read_dressed(text)
    return dong if " ".join(spoken[stop:]) in _USUAL_TAILS else _read_dressed(text)


def write_words(
    dong: int,
    *,
    style: Style = OFFICIAL,
    even: Literal["never", "round", "always"] = "never",
    negative: Literal["âm"] | None = None,
) -> str:
    """Write an amount in words, with a capital first letter.

    Args:
        dong: whole đồng; below 0 only if `negative` says how.
        style: as for `words.write`.
        even: when to close with "chẵn": never, if the amount is a multiple of 1000 đồng, or always.
        negative: "âm" to write it in front of amounts below 0.

    Raises:
        TypeError: the amount is no `int`.
        ValueError: the amount is below 0, and `negative` is not given.

    >>> write_words(140_000_000), write_words(5_000, even="round"), write_words(5_005, even="round")
    ('Một trăm bốn mươi triệu đồng', 'Năm nghìn đồng chẵn', 'Năm nghìn không trăm linh năm đồng')
    """
    spoken = words.write(dong, style=style, negative=negative)
    closing = " chẵn" if even == "always" or (even == "round" and not dong % 1000) else ""
    return f"{spoken[0].upper()}{spoken[1:]} đồng{closing}"


_UNIT = late(r"(?<=[0-9.,\s])[^\W\d_]|[%‰$€£]")
_USUAL_TAILS = frozenset(("đồng", "đồng chẵn", "đồng.", "đồng chẵn.", "đồng./.", "đồng chẵn./.", ""))
_BLANKS = dict.fromkeys(map(ord, "*()[]{}\"'“”‘’«»|"), " ")
_CLOSING = " \t\r\n\f\v\u00a0.…/!;,_-–"

_LONGEST_LABEL = 200
_ELLIPSIS = late(r"…|\.\.")
# The words that make a remark a second amount, or a range.
_COUNTS = late(
    r"\b(?:hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười|mươi|chục|trăm|nghìn|ngàn|triệu|t[ỷỉ]|linh|lẻ|rưỡi|rưởi|phẩy|"
    r"đồng|hào|xu|đô|hoặc|hay|đến|tới|hơn|kém)\b",
    re.IGNORECASE,
)

_NO_DONG = Text(vi="không phải số tiền bằng đồng", en="no amount in đồng")
_NOT_WHOLE = Text(vi="số tiền không tròn đồng", en="the amount is not whole đồng")
_NO_WORDS = Text(vi="số tiền không viết bằng chữ", en="the amount is not in words")
_CUT_OFF = Text(vi="số tiền bị cắt ngang", en="the amount is cut off")
_FOREIGN = Text(vi="chữ này không thuộc số tiền", en="this does not belong to the amount")


def _whole(found: figures.Quantity) -> int:
    """Return a quantity of đồng as an integer."""
    dong = int(found.value)
    if dong != found.value:
        raise NotationError(_NOT_WHOLE, 0)
    return dong


def _read_dressed(text: str) -> int:
    """Read an amount with all that documents put around it."""
    bare = letters.clean(text)
    try:
        return _undress(bare.translate(_BLANKS))
    except NotationError as error:
        raise NotationError(error.reason, letters.origin(text, error.position)) from None


def _undress(bare: str) -> int:
    """Take off the label, and read what is behind it."""
    label = _label().match(_plain(bare[:_LONGEST_LABEL]))
    start = label.end() if label else 0
    inner = bare[start:]
    try:
        return _read_digits(inner) if inner.lstrip()[:1].isdigit() else _read_spelled(inner)
    except NotationError as error:
        raise NotationError(error.reason, start + error.position) from None


def _read_spelled(inner: str) -> int:
    """Read the words, and hold what follows them against what may follow an amount."""
    core = inner.rstrip(_CLOSING)
    spelled, starts = grammar.spelled(core)
    dong, stop = grammar.scan_at(spelled, starts)
    tail = _tail().fullmatch(core, starts[stop])
    if tail is None or (tail["remark"] and _COUNTS().search(tail["remark"])):
        raise NotationError(_FOREIGN, starts[stop])
    if not tail["dong"] and _ELLIPSIS().search(inner, len(core)):
        raise NotationError(_CUT_OFF, len(core))
    return dong


def _read_digits(core: str) -> int:
    """Read digits with magnitude words: "1 tỷ 250 triệu đồng"; digits alone are no words."""
    found = figures.read(core)
    if found.unit != "đồng" or found.scale == 1:
        raise NotationError(_NO_WORDS, 0)
    return _whole(found)


def _plain(text: str) -> str:
    """Return the text without marks, letter for letter: labels are misspelled more than any other words."""
    return "".join("d" if letter in "đĐ" else unicodedata.normalize("NFD", letter)[0] for letter in text)


@functools.cache
def _label() -> re.Pattern[str]:
    """Return the form of labels, without marks: "Số tiền viết bằng chữ:", "Tổng giá trị hợp đồng (bằng chữ)"."""
    word = (
        "(?:tong|so|tien|cong|thanh|gia|tri|hop|dong|kinh|phi|du|toan|goi|thau|trung|bo|chao|thue|quyet|tam|ung|von|"
        "muc|dau|tu|thu|chi|ho|tro|phai|duoc|tra|nop|nhan|vay|de|nghi|duyet|ghi|viet|doc|va|cac|khoan|bang|la)"
    )
    in_words = r"(?:bang\s+chu|(?:(?:total\s+)?amount\s+)?in\s+words)(?!\w)\s*+"
    return re.compile(
        rf"[\s_–+•-]*+(?:(?:{word}\s+){{0,8}}(?:{in_words}){{1,2}}(?:la(?!\w)\s*+)?[:;.–-]?"
        rf"|(?:{word}\s+){{0,7}}{word}\s*+:)[\s_]*+",
        re.IGNORECASE,
    )


@functools.cache
def _tail() -> re.Pattern[str]:
    """Return the form of what may follow the number: đồng, chẵn, and a remark on what the amount is for."""
    even = r"(?:ch[ẵẳa]n|tròn)(?!\w)"
    dong = r"(?:(?:vi[ệe]t\s+nam\s+)?[đd][ồo]ng(?:\s+(?:ti[ềe]n\s+)?vi[ệe]t\s+nam|\s+vn)?|đ|vn[đd]|₫)(?!\w)"
    unit = r"(?:tháng|năm|ngày|buổi|người|hộ|lớp|xã|đơn\s+vị|hồ\s+sơ|bộ|suất|lần|lượt|giải|đề\s+tài|dự\s+án|mô\s+hình)"
    opening = (
        r"(?:trên|cho|mỗi|chưa|đã|(?:không\s+)?(?:bao\s+)?gồm|không\s+(?:kể|tính)|theo|tính|kể\s+cả|đối\s+với|thuộc|"
        r"bằng\s+tiền|từ\s+(?:nguồn|ngân))(?!\w)"
    )
    phrase = rf"(?:(?:có|trước|sau)\s+(?:thuế|vat)|tiền\s+mặt|một\s+{unit})(?!\w)"
    said = r"(?:[\s,;/–-]++|0?1(?!\w)|[0-9]{1,2}\s?%|[^\W\d_]++)"
    remark = rf"[\s,;–-]*+(?P<remark>(?:{phrase}|(?:{opening}|/){said}){said}{{0,60}})"
    return re.compile(
        rf"\s*+(?:(?P<dong>{dong})(?:[\s,]*+{dong})?(?:[\s,]*+{even})?(?:{remark})?|{even}(?:\s++{dong})?)?",
        re.IGNORECASE,
    )
