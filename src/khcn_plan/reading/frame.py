"""The parts of a document that Decree 30/2020/NĐ-CP puts around its content (thể thức): head, legal bases, tail.

The head is what stands before the first heading, the tail begins with "Nơi nhận" or with the signature. What is left
between them is the body; paragraphs of head and tail that none of the parts claims are left to `unread`.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

from khcn_plan.law.form import DOCUMENT_TYPES
from khcn_plan.model import Annex, Citation, DateLine, Frame, Passage, Signature, Span
from khcn_plan.notation import NotationError, dates, names, symbols
from khcn_plan.reading import citations
from khcn_plan.reading.items import Item
from khcn_plan.reading.lines import Lines

_TYPES = {names.key(name): name for name in (*DOCUMENT_TYPES.values(), "Công văn", "Nghị định", "Thông tư")}
_TYPE_FIRST = re.compile(
    r"(?P<kind>Quyết định|Nghị quyết|Chỉ thị|Kế hoạch|Báo cáo|Thông báo|Tờ trình|Hướng dẫn|Chương trình)\b\s*(?P<subject>.*)",
    re.IGNORECASE | re.DOTALL,
)
_MOTTO = re.compile(r"(?:CỘNG H(?:ÒA|OÀ)|CHỦ NGHĨA|Độc lập)|[-–_=|\s.*]+$", re.IGNORECASE)
_NUMBER = re.compile(
    r"Số\s*:?\s*(?P<number>[\d.…_ ]*[a-zđ]?\s?(?:/\s?\d{4})?\s?/\s?[^\s,;|]+(?:\s?-\s?[A-ZĐ][^\s,;|]*)*)"
)
_DATE_LINE = re.compile(
    r"(?P<place>[^\W\d_][^\n,;:.]{1,40}),\s*(?P<day>ng[àa]y[\s.…_\d]*th[áa]ng[\s.…_\d]*n[ăa]m\s*\d{4})", re.IGNORECASE
)
_BASIS = re.compile(r"\W*Căn cứ\b", re.IGNORECASE)
_NEXT_BASIS = re.compile(r"[;.]\s*(?=Căn cứ\b)|,?\s+(?:và|;)\s+(?=(?:Nghị|Thông|Quyết|Luật|Chỉ thị|Pháp)\b)")
_ADDRESSEE = re.compile(r"\W*Kính gửi\s*:?\s*(.*)", re.IGNORECASE | re.DOTALL)
_RECIPIENTS = re.compile(r"\W*Nơi nhận\b", re.IGNORECASE)
_RECIPIENT = re.compile(r"\W*(?:Như |Lưu\b)|.{1,90};$")
_AUTHORITY = re.compile(
    r"(?:(?:TM|KT|TL|TUQ|T/M|Q)\s?\.\s?|T/M\s)[A-ZĐÀ-Ỹ]|(?:PHÓ |Q\. ?)?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|CHÁNH|BỘ TRƯỞNG)\b"
)
_SIGNER = re.compile(r"(?:[A-ZĐÀ-Ỹ][^\W\d_]*\.\s?)*[A-ZĐÀ-Ỹ][^\W\d_]*(?:\s[A-ZĐÀ-Ỹ][^\W\d_]*){1,5}$")
_ISSUER = re.compile(
    r"(?P<body>(?:(?:Ủy|Uỷ) ban nhân dân|UBND|Hội đồng nhân dân|HĐND)\s(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)"
    r"\s[A-ZĐÀ-Ỹ][^\W\d_]*(?:\s(?:[A-ZĐÀ-Ỹ][^\W\d_]*|\d+))*)"
)
_CITED_ANNEX = re.compile(
    r"(?:[Tt]heo|[Tt]ại|[Cc]ó|[Xx]em)?\s*(?P<title>(?:[Bb]iểu |[Bb]ảng |[Cc]ác )*[Pp]hụ lục[^.;:()\n]{0,60}?)\s*(?:chi tiết\s*)?(?:đính|ban hành)?\s?kèm"
)
_ANNEX = re.compile(r"\W*(?P<title>(?:PHỤ LỤC|Phụ lục|BIỂU SỐ)\s*[IVX\d]*)[\s.:]*(?:[A-ZĐÀ-Ỹ(]|$)")
HEAD = 60
TAIL = 14


@attrs.frozen
class FrameReading:
    """The frame, and where the body is.

    Attributes:
        frame: what was read.
        body: the items between head and tail, and those behind the tail.
        unclaimed: items of head and tail that no part of the frame claimed.
    """

    frame: Frame
    body: tuple[Item, ...]
    unclaimed: tuple[Item, ...]


@attrs.define
class _Head:
    issuers: list[str] = attrs.Factory(list)
    number: symbols.DocumentNumber | None = None
    number_place: Span | None = None
    dated: DateLine | None = None
    kind: str = ""
    subject: str = ""
    addressees: list[str] = attrs.Factory(list)
    claimed: set[int] = attrs.Factory(set)


def read(lines: Lines, items: Sequence[Item]) -> FrameReading:
    """Read the frame of a document."""
    texts = [" ".join(lines.flow[item.start : item.end].split()) for item in items]
    first_heading = _first_heading(items, texts)
    bases = [index for index in range(first_heading) if _BASIS.match(texts[index])]
    head = _head(lines, items, texts[: bases[0] if bases else first_heading])
    begin = bases[-1] + 1 if bases else max(head.claimed, default=-1) + 1
    recipients, signature, tail = _tail(lines, items, texts, begin)
    end = min(tail, default=len(items))
    behind = max(tail, default=len(items)) + 1
    body = (*items[begin:end], *items[behind:])
    cited = _annexes(lines, items, texts, body, behind)
    claimed = head.claimed | set(bases)
    frame = Frame(
        superior=head.issuers[-2] if len(head.issuers) > 1 else "",
        issuer=head.issuers[-1] if head.issuers else _issuer(texts[begin:end], head),
        number=head.number,
        dated=head.dated,
        kind=head.kind,
        subject=head.subject,
        addressees=tuple(head.addressees),
        bases=tuple(basis for index in bases for basis in _bases(lines, items[index])),
        annexes=tuple(cited),
        recipients=recipients,
        signature=signature,
        number_place=head.number_place,
        place=lines.span(items[0].start, items[-1].end) if items else None,
    )
    unclaimed = tuple(item for index, item in enumerate(items[:begin]) if index not in claimed)
    unclaimed += tuple(items[index] for index in range(end, min(behind, len(items))) if index not in tail)
    return FrameReading(frame, body, unclaimed)


def _first_heading(items: Sequence[Item], texts: Sequence[str]) -> int:
    """Return where the content surely begins: at the first number that opens a list, or at an article."""
    for index, item in enumerate(items[:HEAD]):
        if item.number and not _NUMBER.match(texts[index]) and not _BASIS.match(_body(item, texts[index])):
            return index
    return min(len(items), HEAD)


def _body(item: Item, text: str) -> str:
    """Return the words of an item behind its marker."""
    return text[item.body - item.start :] if item.body > item.start else text


def _head(lines: Lines, items: Sequence[Item], texts: Sequence[str]) -> _Head:
    head = _Head()
    for index, text in enumerate(texts):
        if head.subject and not text.isupper():
            _late(head, lines, items[index], index, text)
        elif _header_line(head, lines, items[index], text) or _title_line(head, text, index):
            head.claimed.add(index)
    return head


def _late(head: _Head, lines: Lines, item: Item, index: int, text: str) -> None:
    """Claim what may still come behind the title: the number and the date of a file that lost its order."""
    if _header_line(head, lines, item, text):
        head.claimed.add(index)


def _header_line(head: _Head, lines: Lines, item: Item, text: str) -> bool:
    """Read a line above the title: motto, number, place and date, addressee, issuing body."""
    claimed = bool(_MOTTO.match(text))
    if head.number is None and (match := _NUMBER.search(text)):
        head.number = _symbol(match["number"])
        head.number_place = lines.span(item.start, item.end)
        claimed = True
    if head.dated is None and (match := _DATE_LINE.search(text)):
        head.dated = _date_line(lines, item, match)
        claimed = True
    if match := _ADDRESSEE.match(text):
        head.addressees.append(match[1])
        claimed = True
    if not claimed and not head.kind and text.isupper() and names.key(text) not in _TYPES:
        _issuing_body(head.issuers, text)
        claimed = True
    return claimed


def _issuing_body(issuers: list[str], text: str) -> None:
    """Add a line of the issuing body: a body of its own, or the place name that the line above lacks."""
    name = text.strip(" -–_*|.")
    opens = re.match(r"(?:ỦY|UỶ) BAN|UBND|H(?:ỘI ĐỒNG|ĐND)|SỞ|PHÒNG|BỘ|CHỦ TỊCH|VĂN PHÒNG|BAN ", name)
    if issuers and not opens:
        issuers[-1] = f"{issuers[-1]} {name}"
    elif name:
        issuers.append(name)


def _title_line(head: _Head, text: str, index: int) -> bool:
    """Read type and subject, on lines of their own or together on the first line."""
    if names.key(text) in _TYPES and text.isupper():
        head.kind = text
        return True
    if head.kind and (not head.subject or text.isupper()):
        head.subject = f"{head.subject} {text}".strip()
        return True
    if index == 0 and not head.kind and (match := _TYPE_FIRST.match(text)):
        head.kind, head.subject = match["kind"], match["subject"]
        return True
    return False


def _symbol(text: str) -> symbols.DocumentNumber | None:
    try:
        return symbols.read(re.sub(r"^[\s.…_]+", "", text))
    except NotationError:
        return None


def _date_line(lines: Lines, item: Item, match: re.Match[str]) -> DateLine | None:
    try:
        day = dates.read(match["day"])
    except NotationError:
        return None
    place = match["place"].strip(" *|").rpartition("  ")[2]
    return DateLine(place, day, written=match[0].strip(), place=lines.span(item.start, item.end))


def _bases(lines: Lines, item: Item) -> Iterator[Citation]:
    """Yield the legal bases of a paragraph: usually one, sometimes several that run together."""
    text = lines.flow[item.start : item.end]
    own = []
    reach = 0
    for mention in citations.scan(text):
        if mention.start >= reach:
            own.append(mention)
            reach = mention.end
    starts = [0, *(mention.start for mention in own[1:])]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        written = " ".join(text[start:end].split())
        place = lines.span(item.start + start, item.start + len(text[:end].rstrip()))
        yield _basis(own[number] if own else None, written, place)


def _basis(mention: citations.Mention | None, written: str, place: Span) -> Citation:
    if mention is None:
        return Citation(written=written, place=place)
    return Citation(
        kind=mention.kind,
        number=mention.number,
        issued=mention.issued,
        issuer=" ".join(mention.issuer.split()),
        title=" ".join(mention.title.split()),
        written=written,
        place=place,
    )


def _tail(
    lines: Lines, items: Sequence[Item], texts: Sequence[str], begin: int
) -> tuple[tuple[Passage, ...], Signature | None, set[int]]:
    """Read recipients and signature; return them with the items that they claim."""
    start = next((i for i in range(begin, len(texts)) if _RECIPIENTS.match(texts[i])), None)
    claimed: set[int] = set()
    recipients: list[Passage] = []
    if start is not None:
        claimed.add(start)
        for index in range(start + 1, len(texts)):
            if items[index].kind not in {"-", "+"} and not _RECIPIENT.match(texts[index]):
                break
            recipients.append(Passage(texts[index], place=lines.span(items[index].start, items[index].end)))
            claimed.add(index)
    search = range(max(claimed) + 1, len(texts)) if claimed else range(max(begin, len(texts) - TAIL), len(texts))
    signature = _signature(lines, items, texts, search[:TAIL], claimed)
    return tuple(recipients), signature, claimed


def _signature(
    lines: Lines, items: Sequence[Item], texts: Sequence[str], search: range, claimed: set[int]
) -> Signature | None:
    """Read authority, post and name; blank marks of table cells between them are passed over."""
    found = [index for index in search if _AUTHORITY.match(texts[index]) and texts[index].isupper()]
    if not found:
        return None
    claimed.update(found)
    behind = range(found[-1] + 1, min(found[-1] + 4, len(texts)))
    signer = next((index for index in behind if _SIGNER.match(texts[index]) and not texts[index].isupper()), None)
    last = found[-1] if signer is None else signer
    claimed.update(range(found[0], last + 1))
    place = lines.span(items[found[0]].start, items[last].end)
    return Signature(tuple(texts[index] for index in found), texts[signer] if signer is not None else "", place=place)


def _annexes(
    lines: Lines, items: Sequence[Item], texts: Sequence[str], body: Sequence[Item], behind: int
) -> Iterator[Annex]:
    """Yield the annexes that the body points to, and those that stand behind the tail."""
    attached = [
        (match["title"].strip(), index) for index in range(behind, len(items)) if (match := _ANNEX.match(texts[index]))
    ]
    there = bool(attached)
    for item in body:
        if match := _CITED_ANNEX.search(lines.flow, item.start, item.end):
            title = " ".join(match["title"].split()).removesuffix(" chi tiết")
            yield Annex(title, cited=True, attached=there, place=lines.span(match.start("title"), match.end()))
    for title, index in attached:
        yield Annex(title, attached=True, place=lines.span(items[index].start, items[index].end))


def _issuer(body: Sequence[str], head: _Head) -> str:
    """Return the body that the text itself names at its beginning or end, where the head has none."""
    for text in (*body[:2], *body[-1:]):
        if match := _ISSUER.search(text[:200] if text in body[:2] else text[-200:]):
            return match["body"]
    return "Ủy ban nhân dân" if head.number and head.number.organ == "UBND" else ""
