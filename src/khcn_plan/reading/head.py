"""The head of a document (phần mở đầu): issuing body, number, place and date, type and subject, legal bases.

The order of these lines is not relied on: a file that went through a conversion often lost it. A line belongs to the head if
it is one of its parts; where the head ends, the content begins.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from khcn_plan.law.form import DOCUMENT_TYPES
from khcn_plan.model import Citation, DateLine, Span
from khcn_plan.notation import NotationError, dates, names, symbols
from khcn_plan.reading import citations
from khcn_plan.reading.citations import Mention
from khcn_plan.reading.items import Item
from khcn_plan.reading.lines import Lines

_TYPES = frozenset(map(names.key, (*DOCUMENT_TYPES.values(), "Công văn", "Nghị định", "Thông tư")))
_TYPE_FIRST = re.compile(
    r"(?P<kind>Quyết định|Nghị quyết|Chỉ thị|Kế hoạch|Báo cáo|Thông báo|Tờ trình|Hướng dẫn|Chương trình)\b\s*(?P<subject>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BODY_NAME = re.compile(
    r"(?:ỦY|UỶ) BAN|UBND|H(?:ỘI ĐỒNG|ĐND)|SỞ |PHÒNG|BỘ |CHỦ TỊCH (?:ỦY|UỶ|UBND|H)|VĂN PHÒNG|BAN |TRUNG TÂM|CHI CỤC|VIỆN "
)
_MOTTO = re.compile(r"(?:CỘNG H(?:ÒA|OÀ)|(?:XÃ )?HỘI CHỦ NGHĨA|CHỦ NGHĨA|Độc lập)|[-–_=|\s.*]+$", re.IGNORECASE)
_NUMBER = re.compile(
    r"Số\s*:?\s*(?P<number>[\d.…_ ]*[a-zđ]?\s?(?:/\s?\d{4})?\s?/\s?[^\s,;|]+(?:\s?-\s?[A-ZĐ][^\s,;|]*)*)"
)
_DATE_LINE = re.compile(
    r"(?P<place>[^\W\d_][^\n,;:.]{1,40}),\s*(?P<day>ng[àa]y[\s.…_\d]*th[áa]ng[\s.…_\d]*n[ăa]m\s*\d{4})", re.IGNORECASE
)
_BEFORE_PLACE = re.compile(r"(?:^|[|*_(–-]|\b[\w/–-]*(?:\d|[A-ZĐ]{2})[^\s,;]{0,40})\s*$")
_BETWEEN = re.compile(r"[|*_]+|\s{2,}|Hạnh phúc[\s_-]|[A-ZĐ]{2}\S*[-/–]\S*\s|\S*[-/–][A-ZĐ]{2}\S*\s")
_BEHIND_DATE = re.compile(r"\s*[a-zà-ỹđ]")
_IN_PLACES = frozenset(("phố", "trấn", "xã", "huyện", "tỉnh", "quận", "phường", "thị"))
_BASIS = re.compile(r"\W*Căn cứ\b", re.IGNORECASE)
_EXPLAINED = re.compile(
    r"\W*Căn cứ[^;]{0,40}?\s(?:điểm|khoản|điều|mục|phụ lục)\s[^;]*(?:\b(?:như sau|thì)\b|:\W*$)", re.IGNORECASE
)
_PROPOSAL = re.compile(r"\W*(?:Theo|Xét) (?:đề nghị|Tờ trình|ý kiến)\b", re.IGNORECASE)
_AMENDED_BY = re.compile(r"(?:sửa đổi|bổ sung|thay thế)[^;]{0,60}?\b(?:theo|bởi|tại|bằng)\s+$", re.IGNORECASE)
_ADDRESSEE = re.compile(r"\W*Kính gửi\s*:?\s*(.*)", re.IGNORECASE | re.DOTALL)
LONGEST_HEAD = 60
LOOK_BACK = 100


@attrs.define
class Head:
    """What the head says, filled line by line.

    Attributes:
        issuers: the bodies named, the issuing one last.
        claimed: the indexes of the items that belong to it.
        end: the index of the first item behind it.
    """

    issuers: list[str] = attrs.Factory(list)
    number: symbols.DocumentNumber | None = None
    number_place: Span | None = None
    dated: DateLine | None = None
    kind: str = ""
    subject: str = ""
    addressees: list[str] = attrs.Factory(list)
    bases: list[Citation] = attrs.Factory(list)
    claimed: set[int] = attrs.Factory(set)
    end: int = 0


def read(lines: Lines, items: Sequence[Item], mentions: Sequence[Mention]) -> Head:
    """Read the head of a document."""
    texts = [lines.words(item.start, item.end).lstrip("# ") for item in items[:LONGEST_HEAD]]
    content = _first_heading(items, texts)
    bases = list(_basis_lines(texts[:content]))
    head = Head()
    for index in range(bases[0] if bases else content):
        if _belongs(head, lines, items[index], texts[index], first=index == 0):
            head.claimed.add(index)
    head.end = bases[-1] + 1 if bases else max(head.claimed, default=-1) + 1
    head.claimed.update(bases)
    starts = [mention.start for mention in mentions]
    for item in (items[index] for index in bases):
        first = bisect_left(starts, item.start)
        inside = mentions[max(0, first - 1) : bisect_left(starts, item.end, first)]
        head.bases.extend(_bases(lines, item, inside))
    return head


def _first_heading(items: Sequence[Item], texts: Sequence[str]) -> int:
    """Return where the content surely begins: at the first number of a list, or at an article."""
    for index, (item, text) in enumerate(zip(items, texts, strict=False)):
        if item.number and not _NUMBER.match(text) and not _BASIS.match(text[item.body - item.start :]):
            return index
    return len(texts)


def _basis_lines(texts: Sequence[str]) -> Iterator[int]:
    """Yield where the legal bases stand, and behind the first of them the proposals that a decision rests on."""
    begun = False
    for index, text in enumerate(texts):
        if (_BASIS.match(text) and not _EXPLAINED.match(text)) or (begun and _PROPOSAL.match(text)):
            begun = True
            yield index


def _belongs(head: Head, lines: Lines, item: Item, text: str, *, first: bool) -> bool:
    """Take what a line says into the head; tell whether it said anything."""
    return _header_line(head, lines, item, text) or (
        (text.isupper() or not head.subject) and _title_line(head, text, first=first)
    )


def _header_line(head: Head, lines: Lines, item: Item, text: str) -> bool:
    """Read a line above the title: motto, number, place and date, addressee, issuing body."""
    claimed = bool(_MOTTO.match(text))
    if head.number is None and (match := _NUMBER.search(text)):
        head.number, head.number_place = _symbol(match["number"]), lines.span(item.start, item.end)
        claimed = claimed or head.number is not None
    if head.dated is None and (match := _DATE_LINE.search(text)) and _stands_alone(text, match):
        head.dated = _date_line(lines, item, match)
        claimed = claimed or head.dated is not None
        _title_line(head, text[match.end() :].strip(), first=True)
    if match := _ADDRESSEE.match(text):
        head.addressees.append(match[1])
        claimed = True
    if not claimed and not head.kind and text.isupper() and names.key(text) not in _TYPES:
        claimed = _issuing_body(head.issuers, text)
    return claimed


def _title_line(head: Head, text: str, *, first: bool) -> bool:
    """Read type and subject, on lines of their own or together on the first line; a body may be named between them."""
    if names.key(text) in _TYPES and text.isupper():
        head.kind = text
    elif head.kind and head.subject and _BODY_NAME.match(text):
        return _issuing_body(head.issuers, text)
    elif head.kind:
        head.subject = f"{head.subject} {text}".strip()
    elif first and not head.kind and (match := _TYPE_FIRST.match(text)):
        head.kind, head.subject = match["kind"], match["subject"]
    else:
        return False
    return True


def _issuing_body(issuers: list[str], text: str) -> bool:
    """Add a line of the issuing body: a body of its own, or the place name that the line above lacks."""
    name = text.strip(" -–_*|.")
    if _BODY_NAME.match(name):
        if names.key(name) not in map(names.key, issuers):
            issuers.append(name)
    elif issuers:
        issuers[-1] = f"{issuers[-1]} {name}"
    return bool(issuers)


def _symbol(text: str) -> symbols.DocumentNumber | None:
    try:
        return symbols.read(text.lstrip(" .…_"))
    except NotationError:
        return None


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Tell whether place and date are those of the document, and not words of a sentence: "tại Hội nghị, ngày …"."""
    *others, place = _place(match)
    named = all(word[0].isupper() or word in _IN_PLACES or not word[0].isalpha() for word in place.split())
    before = bool(others) or _BEFORE_PLACE.search(text, max(0, match.start() - LOOK_BACK), match.start())
    return bool(named and before and not _BEHIND_DATE.match(text, match.end()))


def _date_line(lines: Lines, item: Item, match: re.Match[str]) -> DateLine | None:
    try:
        day = dates.read(match["day"])
    except NotationError:
        return None
    place = _place(match)[-1].strip()
    written = match[0][match[0].index(place) :].strip()
    return DateLine(place, day, written=written, place=lines.span(item.start, item.end))


def _place(match: re.Match[str]) -> list[str]:
    """Return what stands before the day: the place, and what a conversion put before it on its line."""
    return _BETWEEN.split(match["place"].strip(" *|"))


def _bases(lines: Lines, item: Item, mentions: Sequence[Mention]) -> Iterator[Citation]:
    """Yield the legal bases of a paragraph: usually one, sometimes several that run together."""
    written = lines.words(item.start, item.end)
    alone = not _PROPOSAL.match(written)
    bases = list(_side_by_side(lines.flow, _within(lines.flow, item, mentions))) if alone else []
    if not bases:
        yield Citation(written=written, place=lines.span(item.start, item.end))
    for mention in bases:
        yield citations.citation(mention, written, lines.span(mention.start, mention.end))


def _within(flow: str, item: Item, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return the documents that a paragraph names, read alone if one of them seems to go on beyond it."""
    inside = [mention for mention in mentions if mention.end > item.start]
    if inside and inside[0].start >= item.start and all(mention.end <= item.end for mention in inside):
        return inside
    alone = citations.scan(flow[item.start : item.end])
    return [attrs.evolve(one, start=item.start + one.start, end=item.start + one.end) for one in alone]


def _side_by_side(flow: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the documents that are named beside one another, not those named in the title of another."""
    reach = 0
    for mention in mentions:
        before = max(0, mention.start - LOOK_BACK)
        if mention.start >= reach or _AMENDED_BY.search(flow, before, mention.start):
            yield mention
            reach = max(reach, mention.end)
