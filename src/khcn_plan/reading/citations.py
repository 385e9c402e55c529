"""Documents that a running text names (viện dẫn văn bản), and among them the legal bases (căn cứ).

A first mention gives type, number and symbol, date, issuer and title ("Quyết định số 09/2015/QĐ-UBND ngày 06
tháng 8 năm 2015 của UBND tỉnh Hà Giang về việc …"), a later one only type and number; laws go by their name
and their date (Decree 30/2020/NĐ-CP, Annex I). `scan` looks for what is rare, a number with a symbol or the
word "Luật", and reads from there in both directions, never further than a citation may reach, so that time
grows with the text and nothing else. A document named inside another one's title is found as well.
"""

import re
from collections.abc import Iterator
from datetime import date

import attrs

from khcn_plan.model.citation import Citation
from khcn_plan.model.place import Span
from khcn_plan.notation import symbols
from khcn_plan.notation.error import NotationError
from khcn_plan.notation.symbols import DocumentNumber, Grammar


@attrs.frozen
class Mention:
    """What `scan` saw: the parts of a `Citation`, with offsets in the text that was scanned."""

    start: int
    end: int
    kind: str
    number: DocumentNumber | None
    issued: date | None
    issuer: str
    title: str


def find(text: str, *, offset: int = 0, line: int = 1) -> tuple[Citation, ...]:
    """Find the documents that a text names, in the order of their first characters.

    Args:
        text: a line or a paragraph in NFC; line breaks inside are taken as spaces.
        offset: where the text begins in the caller's text.
        line: number of its first line there.

    >>> [one] = find("Căn cứ Nghị quyết số 112/2017/NQ-HĐND ngày 08/12/2017 của HĐND tỉnh Hà Giang;")
    >>> one.kind, str(one.number), str(one.issued), one.issuer
    ('Nghị quyết', '112/2017/NQ-HĐND', '2017-12-08', 'HĐND tỉnh Hà Giang')
    >>> [one.title for one in find("Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014; Luật Đầu tư năm 2020;")]
    ['Luật Xây dựng', 'Luật Đầu tư']
    """
    found, seen = [], 0
    for mention in scan(text):
        line += text.count("\n", seen, mention.start)
        seen = mention.start
        place = Span(offset + mention.start, offset + mention.end, line)
        found.append(citation(mention, text[mention.start : mention.end], place))
    return tuple(found)


def citation(mention: Mention, written: str, place: Span) -> Citation:
    """Make a citation of a mention, with its words as they stand in the text and their place."""
    return Citation(
        kind=mention.kind,
        number=mention.number,
        issued=mention.issued,
        issuer=" ".join(mention.issuer.split()),
        title=" ".join(mention.title.split()),
        written=written,
        place=place,
    )


def scan(text: str) -> Iterator[Mention]:
    """Find the documents that a text names, as bare matches.

    >>> [(m.start, m.end, m.kind, str(m.number)) for m in scan("theo kế hoạch 124/KH-UBND.")]
    [(5, 26, 'Kế hoạch', '124/KH-UBND')]
    """
    mentions: list[Mention] = []
    for head in reversed(list(_heads(text))):
        mentions.append(_mention(text, head, mentions[-1] if mentions else None))
    return reversed(mentions)


@attrs.frozen
class _Head:
    """The beginning of a citation: type, name of a law, number, date."""

    start: int
    end: int
    kind: str
    number: DocumentNumber | None = None
    issued: date | None = None
    issuer: str = ""
    name: str = ""


_LAWS = frozenset(("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"))
_TYPES = {
    "NĐ": "Nghị định",
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "CT": "Chỉ thị",
    "KH": "Kế hoạch",
    "BC": "Báo cáo",
    "TTr": "Tờ trình",
    "TB": "Thông báo",
    "KL": "Kết luận",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "CĐ": "Công điện",
    "ĐA": "Đề án",
    "VBHN": "Văn bản hợp nhất",
}

# How far a citation reaches: a name up to its number or date, what stands before a number, a title (Decree
# 30, Annex VI: 500 characters). Without these bounds a text of nothing but citations takes quadratic time.
_NAME, _BEFORE, _TITLE = 320, 48, 600


def _words(alternatives: str) -> str:
    """Return a pattern for these phrases, whatever white space is between their words."""
    return "(?:" + alternatives.replace(" ", r"\s+") + ")"


_KINDS = _words(
    "nghị định|nghị quyết|quyết định|thông tư(?: liên (?:tịch|bộ|ngành))?|chỉ thị|kế hoạch|công văn|"
    "công điện|văn bản(?: hợp nhất)?|thông báo|thông tri|kết luận|báo cáo|hướng dẫn|chương trình|đề án|"
    "tờ trình(?: liên (?:ngành|sở))?|qu[yi] định|qu[yi] chế|biên bản|hợp đồng|phương án|dự án|bộ luật|luật|"
    "pháp lệnh|hiến pháp|hiệp định|sắc lệnh|lệnh|thông cáo|giấy (?:mời|giới thiệu|ủy quyền|uỷ quyền|nghỉ phép)|"
    "phiếu (?:gửi|chuyển|báo|trình)|bản (?:ghi nhớ|thỏa thuận|thoả thuận)"
)
_SORTS = _words("liên tịch|thẩm định|thẩm tra|hành động|chỉ đạo|tổng hợp|kết luận|giải trình")
_SUBJECTS = (
    "(?:(?i:"
    + _words(
        "về|v/v|qu[yi] định|hướng dẫn|ban hành|sửa đổi|bổ sung|phê duyệt|điều chỉnh|thông qua|công bố|bãi bỏ|"
        "hợp nhất|triển khai|thực hiện|thi hành|tiếp tục|tăng cường|phân cấp|phân quyền|đẩy mạnh|cho phép|"
        "đính chính|thành lập|thí điểm|cắt giảm|xác định|chi tiết|giải thích"
    )
    + rf")|giao|{_words('quyết định')})\b(?!\s+số\b)"
)
_NO_ISSUER = _words(
    "ngày|tại|được|đã|là|theo|để|trong|trên|có|khi|thì|cho|đối|vào|nhằm|kèm|đề nghị|khoảng|như|đến|gửi|"
    "trình|từ|bằng|với|mà|xong|trước|sau|kể"
)

_FILL = r"[\s*_]*+"
_GAP = r"[\s.…*_]*+"
# It begins with one set of letters on purpose: `re` then runs over all the others without trying a branch.
_ANCHOR = re.compile(
    r"[0-9/BCHLNPQ](?:"
    r"(?P<number>(?<=[0-9])(?<![0-9]{2})"
    rf"{symbols.DIGITS}(?=[^\S\n]*[/‐‑–-]){symbols.YEAR}{symbols.TAIL})"
    rf"|(?P<blank>(?<=/)\s*(?:[0-9]{{4}}\s*/\s*)?{symbols.GROUP}(?:[/-]{symbols.GROUP})?)"
    r"|(?P<basis>(?<=C)ăn\s+cứ)"
    r"|(?P<law>(?<=L)uật\b|(?<=B)ộ\s+luật\b|(?<=P)háp\s+lệnh|(?<=H)iến\s+pháp)"
    r"|(?P<alone>(?:(?<=N)ghị\s+(?:quyết|định)|(?<=Q)uyết\s+định|(?<=C)hỉ\s+thị)\s+(?:số\s+)?"
    r"[0-9]{1,5}[a-zđ]?(?=[\s,;)]|\.(?!\w)|\Z)(?!\s+(?:năm|khoá|khóa|lần|kỳ)))"
    r")"
)
# On small letters: with `re.IGNORECASE` it would try every branch at every letter.
_LOOKBACK = re.compile(rf"(?P<kind>{_KINDS})(?:\s+{_SORTS})?[\s*_:]*(?:số)?[\s*_:.…]*\Z")
_INSIDE = re.compile(r"(?:[^\W_]|[/–-]|[0-9][:.])\Z")
_LETTERHEAD = re.compile(r"(?:\A|\n)[\s*|]*Số[\s*:.…]*\Z")
_BASIS = re.compile(
    rf"\s+(?:vào\s+)?(?:các\s+)?(?P<kind>{_KINDS})\b(?!\s+(?:này|trên|đó|nêu|nói|sau)\b)"
    rf"(?P<direct>{_FILL}(?:số)?[\s*_:.…]*[0-9/])?",
    re.IGNORECASE,
)
# "Ngày" with a capital begins a sentence of its own, unless a comma or a bracket stands before it.
_DATE = re.compile(
    rf"(?:[\s,*_(]*+(?:[Kk]ý\s+)?(?:ngày|NGÀY)|[^\S\n]*+[,(][^\S\n]*+Ngày){_GAP}(?:(?P<d>[0-9]{{1,2}})\s*+)?"
    rf"(?:[Tt]háng|THÁNG|[/.-]){_GAP}(?:(?P<m>[0-9]{{1,2}})\s*+)?(?:[Nn]ăm|NĂM|[/.-])\s*(?P<y>[0-9]{{4}})(?![0-9])"
)
_NAME_END = re.compile(
    r"(?P<stop>[;|]|:(?!\s*[Ss]ố)|\.(?!\w)|\n\s*\n|\n(?=[ \t]*[-+*•])"
    r"|,?\s*(?:đã\s+)?được\s+(?:sửa|bổ)|,?\s+và\s+các\s+văn\s+bản|\s+v\.v|\Z)"
    rf"|(?P<number>\b[Ss]ố{_FILL}:?{_FILL}(?=[0-9/])"
    r"|\b(?=[0-9]{1,5}[a-z]?\s*/\s*(?:[0-9]{4}\s*/\s*)?[A-ZĐ]))"
    r"|(?P<date>\bngày[\s*_]*(?=[0-9]))|(?P<year>\bnăm\s+[0-9]{4}\b)"
)
_ENACTED = re.compile(r"\s*(?:(?:đã\s+)?(?:được|do)\s+(?P<issuer>Quốc\s+hội.*?)\s+(?:thông\s+qua|ban\s+hành)|ký)\s*\Z")
_UNDATED = re.compile(r"hiệu\s+lực|khoản\s+[0-9]|\b(?:từ|đến|trước|sau|cập|trữ)\s*\Z|,\s*\Z", re.IGNORECASE)
_WORD = r"[^\s;:,.()“”\"|]+(?:,(?=\s+(?:Thể\s+thao|Thương\s+binh|Gia\s+đình|Chủ\s+nhiệm)))?"
_CAPITAL = "[A-ZĐÀ-ỸƠƯ]"
_ISSUER = re.compile(
    rf"[\s,*_]*+(?i:của|do(?=[^,;.\n]{{0,160}}\sban\s+hành\b))\s+(?!(?i:{_KINDS})\b)(?P<issuer>{_WORD}"
    rf"(?:(?!\s*\n\s*{_CAPITAL})\s+(?!{_SUBJECTS}|{_NO_ISSUER}\b|và\s+(?:[^\W\d_A-ZĐÂƯÔĂÊ]|(?i:{_KINDS})\b)){_WORD}){{0,24}})"
)
_CLAUSE = (
    r"(?:[^;.()\n|“”]++|\([^()]{0,300}+\)|“[^“”]{0,300}+”|\.(?=\w)|\.(?=[^\S\n]*+[a-zà-ỹ,])"
    r"|\n(?![ \t]*+(?:\n|[-+•|#]|\*\s|Căn\s+cứ|Điều\s|[0-9a-zđ]{1,3}[.)]\s)))*+"
)
_SESSION = r"[\s,*_]*+(?:\([^()]{0,150}+\)|(?:tại\s+)?[Kk]ỳ\s+họp\s+thứ(?:\s+\w+){1,4}?)"
_SUBJECT = re.compile(rf"(?:{_SESSION}){{0,2}}?[\s,*_]*+(?P<title>“?{_SUBJECTS}{_CLAUSE}”?)")
_AMENDED = re.compile(rf"[\s,*_]*+(?=\(?\s*(?:đã\s+)?được\s+sửa\s+đổi){_CLAUSE}")
_ASIDE = re.compile(r"đã\s+được\s+sửa|được\s+sửa|cụ\s+thể\s+như|như\s+sau\b|\((?:sau\s+đây|gọi\s+tắt|viết\s+tắt)")
_CLOSE = re.compile(r"[^\S\n]*+\*{0,3}(?:;|\./\.|\.(?!\w))")


def _heads(text: str) -> Iterator[_Head]:
    """Yield the beginnings of all citations; none lies inside another one."""
    done, kind = 0, ""
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() >= done and (head := _READERS[str(anchor.lastgroup)](text, anchor, done)):
            # "các Luật số 43/2024/QH15, số 47/2024/QH15": the type is said once.
            kind = head.kind or (kind if head.start - done < _BEFORE else "")
            yield head if head.kind else attrs.evolve(head, kind=kind)
            done = head.end


def _numbered(text: str, anchor: re.Match[str], done: int) -> _Head | None:
    """Read "Quyết định số 15/QĐ-UBND ngày 5/3/2020" from its number."""
    start = anchor.start()
    if _INSIDE.search(text, max(start - 2, 0), start):
        return None
    number = _number(text[start : anchor.end()])
    return None if number is None else _head(text, start, anchor.end(), number, done)


def _blank(text: str, anchor: re.Match[str], done: int) -> _Head | None:
    """Read "Quyết định số …/QĐ-UBND", the number still blank."""
    number = _number(anchor[0])
    if number is None or not _type(text, anchor.start(), done):
        return None
    return _head(text, anchor.start(), anchor.end(), number, done)


def _head(text: str, start: int, end: int, number: DocumentNumber, done: int) -> _Head | None:
    """Put type, number and date together; letters and numbers that no type precedes need a date."""
    kind = _TYPES.get(number.kind, "")
    if before := _type(text, start, done):
        start, kind = before
    elif _LETTERHEAD.search(text, max(done, start - _BEFORE), start):
        return None
    issued = _DATE.match(text, end)
    plain = number.grammar is Grammar.ASSEMBLY or (kind and number.organ)
    if not (before or issued or plain):
        return None
    return _Head(start, issued.end() if issued else end, kind, number, _date(issued))


def _alone(text: str, anchor: re.Match[str], done: int) -> _Head | None:
    """Read "Nghị quyết 36a của Chính phủ", which lacks the symbol."""
    del done
    *kind, digits = anchor[0].removesuffix(" ").split()
    issued = _DATE.match(text, anchor.end())
    end = issued.end() if issued else anchor.end()
    return _Head(anchor.start(), end, _kind(" ".join(kind[:2])), DocumentNumber(number=digits), _date(issued))


def _basis(text: str, anchor: re.Match[str], done: int) -> _Head | None:
    """Read "Căn cứ Luật Đất đai": a legal basis may go by its name alone."""
    del done
    basis = _BASIS.match(text, anchor.end())
    if not basis or basis["direct"]:
        return None
    kind, start = _kind(basis["kind"]), basis.start("kind")
    return _named(text, start, kind, bare=True) if kind in _LAWS or text[start].isupper() else None


def _law(text: str, anchor: re.Match[str], done: int) -> _Head | None:
    """Read "Luật Đất đai ngày 18 tháng 01 năm 2024" or "Luật Đất đai số 31/2024/QH15"."""
    start = anchor.start()
    if text.endswith("pháp ", 0, start) or text.startswith((" sư", " gia"), anchor.end()):
        return None
    listed = done > 0 and start - done < _BEFORE and text[done:start].strip(" \n*,;") in {"", "và"}
    return _named(text, start, _kind(anchor[0]), bare=listed)


_READERS = {"number": _numbered, "blank": _blank, "basis": _basis, "law": _law, "alone": _alone}


def _named(text: str, start: int, kind: str, *, bare: bool) -> _Head | None:
    """Read a name up to the number, date or year behind it; only a legal basis may have none of them."""
    end = _name_end(text, start, kind)
    if end.start() - start >= _NAME:
        return None
    if end.lastgroup == "number":
        return _named_number(text, start, kind, end, bare=bare)
    name = text[start : end.start()]
    if end.lastgroup == "date" and (issued := _DATE.match(text, end.start())) and not _UNDATED.search(name):
        enacted = _ENACTED.search(name)
        issuer = _plain(enacted["issuer"] or "") if enacted else ""
        name = name[: enacted.start()] if enacted else name
        return _Head(start, issued.end(), kind, None, _date(issued), issuer, _title(name))
    if end.lastgroup == "year" and not _UNDATED.search(name):
        return _Head(start, end.end(), kind, name=_title(name))
    return _bare(text, start, end.start(), kind) if bare else None


def _name_end(text: str, start: int, kind: str) -> re.Match[str]:
    """Return what ends a name; a year may be part of the name of a plan, but not of a law."""
    ends = _NAME_END.finditer(text, start + len(kind), start + _NAME)
    return next(end for end in ends if end.lastgroup != "year" or kind in _LAWS)


def _named_number(text: str, start: int, kind: str, end: re.Match[str], *, bare: bool) -> _Head | None:
    """Read the number behind a name, unless it is another document's."""
    named = start + len(kind)
    match = _ANCHOR.match(text, end.end())
    number = _number(match[0]) if match and match.lastgroup == "number" else None
    other, _ = _type(text, end.end(), named) or (end.end(), "")
    if other < end.end() and text[other].isupper():
        return _bare(text, start, other, kind) if bare else None
    if match is None or number is None or (kind in _LAWS and number.kind in _TYPES):
        return _bare(text, start, end.start(), kind) if bare else None
    issued = _DATE.match(text, match.end())
    stop = issued.end() if issued else match.end()
    if kind not in _LAWS and (of := _ISSUER.match(text, named, end.start())):
        return _Head(start, stop, kind, number, _date(issued), issuer=_plain(of["issuer"]))
    name = _title(text[start : end.start()]) if text[named : end.start()].strip(" \n*") else ""
    return _Head(start, stop, kind, number, _date(issued), name=name)


def _bare(text: str, start: int, stop: int, kind: str) -> _Head | None:
    """Return a document that goes by its name alone, if it has one."""
    name = text[start:stop].rstrip(" \n*,").removesuffix(" và").rstrip(" \n*,")
    return _Head(start, start + len(name), kind, name=_title(name)) if len(name) > len(kind) else None


def _mention(text: str, head: _Head, following: Mention | None) -> Mention:
    """Add issuer and title; "A ngày …, B ngày … của UBND tỉnh về …" states those of A with B."""
    end, issued, issuer, title = head.end, head.issued, head.issuer, head.name
    if of := _ISSUER.match(text, end, end + _NAME):
        issuer, end = _plain(of["issuer"]), of.end()
        if issued is None and (late := _DATE.match(text, end)):
            issued, end = _date(late), late.end()
    if about := _SUBJECT.match(text, end, end + _TITLE):
        end = _subject_end(text, about, following)
        aside = _ASIDE.search(text, about.start("title"), end)
        title = title or _plain(text[about.start("title") : aside.start() if aside else end])
    elif amended := _AMENDED.match(text, end, end + _TITLE):
        end = amended.end()
    elif following and not issuer and not title and text[end : following.start].strip(" \n*,") in {"", "và", "và các"}:
        issuer, title = following.issuer, following.title
    closed = _CLOSE.match(text, end)
    end = closed.end() if closed else end
    return Mention(head.start, end, head.kind, head.number, issued, issuer, title)


def _subject_end(text: str, about: re.Match[str], following: Mention | None) -> int:
    """Return where a title ends: at the end of its clause, or at the "và" that leads to the next document."""
    start, end = about.span("title")
    if following and start < following.start < end:
        before = text[start : following.start].rstrip(" \n*")
        if before.endswith((" và", ";", " và các")):
            return start + len(before.removesuffix(" các").removesuffix("và").rstrip(" \n*,"))
    return end


def _type(text: str, start: int, floor: int) -> tuple[int, str] | None:
    """Return place and name of the document type that leads to a number."""
    window = text[max(floor, start - _BEFORE) : start].lower()
    match = _LOOKBACK.search(window)
    return (start - len(window) + match.start(), _kind(match["kind"])) if match else None


def _number(written: str) -> DocumentNumber | None:
    try:
        return symbols.read(written)
    except NotationError:
        return None


def _date(match: re.Match[str] | None) -> date | None:
    """Return the date, or nothing where it is blank or impossible."""
    if match is None or not match["d"] or not match["m"]:
        return None
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def _kind(written: str) -> str:
    return " ".join(written.split()).capitalize().replace("Qui ", "Quy ")


def _title(name: str) -> str:
    """Return what a document is called by: a law's whole name, or what follows "về"."""
    name = _plain(name)
    return name if name.startswith(("Luật", "luật")) or " về " not in name else name[name.index(" về ") + 1 :]


def _plain(written: str) -> str:
    """Return running text without line breaks and without the emphasis of Markdown."""
    return " ".join(written.replace("*", "").split()).strip(" ,.;:")
