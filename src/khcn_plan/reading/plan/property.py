"""Industrial property that a review reports (sở hữu công nghiệp): marks, designs, inventions, with what is said of each.

An object is told by its kind and by a sign in quotes or a product behind it; what stands around it, up to the next object or
the end of the sentence, says who applied, under which number, and what was granted.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from khcn_plan.model import IndustrialProperty
from khcn_plan.reading.document import DocumentReading
from khcn_plan.reading.plan.topics import DAY, Paragraph, Topic, day_in

_KINDS = ("nhãn hiệu", "sáng chế", "giải pháp hữu ích", "kiểu dáng", "chỉ dẫn địa lý")
_ITEM = re.compile(
    r"(?P<kind>nhãn hiệu(?:\s(?:chứng nhận|tập thể|độc quyền|liên kết|nổi tiếng))?|sáng chế|giải pháp hữu ích"
    r"|kiểu dáng công nghiệp|chỉ dẫn địa lý)"
    r"(?:\s+[“\"](?P<sign>[^”\"]{1,80})[”\"])?"
    r"(?:(?:\s+(?:dùng|được cấp))?\s+cho\s+(?:(?:các|\d{1,3})\s+)?(?:sản phẩm\s+)?(?P<product>[^;.,:()]{2,120}))?",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[;,]\s*(?:và\s+)?sản phẩm\s+(?P<product>[^;.,:()]{2,120})")
_GENERAL = re.compile(
    r"sản phẩm$|(?:chủ lực|đặc trưng|tiềm năng|nông sản|địa phương|của|mình|OCOP|thế mạnh|hàng hóa)\b", re.IGNORECASE
)
_LISTED = re.compile(r"\s*:\s*(?P<names>[^.;:()\n]{3,300})")
_NAME = re.compile(r"(?:và\s+)?(?P<name>[^\s,](?:(?!,|\svà\s).)*)")
_SAID_OF_IT = re.compile(
    r"\s(?:(?:đã|được|đang|nộp|theo|nhằm|để|trên địa bàn|trong năm)\s|của\s(?=[A-ZĐÀ-Ỹ])).*$", re.DOTALL
)
_OWNER = re.compile(
    r"\s*(?:của|do)\s+(?P<owner>[A-ZĐÀ-Ỹ][^,;.():]{2,80}?)(?=\s(?:làm chủ|đứng tên|nộp|đã|được)\b|[,;.():]|$)"
)
_BEHIND = rf"(?:[^;.\d]{{0,40}}(?P<day>{DAY.pattern}))?"
_APPLICATION = re.compile(rf"\bđơn\b[^;.:\d]{{0,30}}:?\s*(?P<number>[1-7]-20\d\d-\d{{4,6}}){_BEHIND}", re.IGNORECASE)
_CERTIFICATE = re.compile(
    rf"(?:văn bằng|chứng nhận|GCN\w*|độc quyền)\b[^;.:\d]{{0,60}}?\bsố\s*:?\s*(?P<number>\d{{3,8}}(?:/QĐ-\w+)?)\b{_BEHIND}",
    re.IGNORECASE,
)
_FILED = re.compile(rf"\bnộp đơn\b[^;.,:\d]{{0,30}}(?P<day>{DAY.pattern})", re.IGNORECASE)
_GRANTED = re.compile(
    rf"\bcấp (?:văn bằng|giấy chứng nhận|GCN\w*)[^;.,:\d]{{0,40}}(?P<day>{DAY.pattern})", re.IGNORECASE
)
_EXPIRES = re.compile(rf"(?:hết hạn|hết hiệu lực|hiệu lực đến)[^;.,:\d]{{0,20}}(?P<day>{DAY.pattern})", re.IGNORECASE)
_END = re.compile(r"[.;]\s|\n")


def read(source: DocumentReading, topics: Sequence[Topic]) -> Iterator[IndustrialProperty]:
    """Yield the objects of industrial property that the paragraphs name, further products of the same kind included."""
    for topic in topics:
        for paragraph in topic.everything:
            if any(kind in paragraph.folded for kind in _KINDS):
                yield from _objects(source, paragraph)


def _objects(source: DocumentReading, paragraph: Paragraph) -> Iterator[IndustrialProperty]:
    """Yield the objects of a paragraph; numbers and dates belong to the first product of a kind."""
    text = paragraph.text
    found = [match for match in _ITEM.finditer(text) if _is_object(text, match)]
    before = 0
    for match, limit in zip(found, [*(after.start() for after in found[1:]), len(text)], strict=False):
        begin = max([before, *(end.end() for end in _END.finditer(text, before, match.start()))])
        closing = _END.search(text, match.end(), limit)
        before = closing.start() if closing else limit
        for index, (product, start, end) in enumerate(_products(text, match, limit)):
            place = source.lines.span(paragraph.start + start, paragraph.start + end)
            item = IndustrialProperty(match["kind"].casefold(), product, place=place)
            yield item if index else _described(item, match["sign"] or "", text[begin:before], text[end:before])


def _is_object(text: str, match: re.Match[str]) -> bool:
    """Tell whether a kind is named for something: a sign, a product, or products in a list."""
    product = match["product"] or ""
    return bool(match["sign"] or (product and (not _GENERAL.match(product) or _LISTED.match(text, match.end()))))


def _products(text: str, match: re.Match[str], limit: int) -> Iterator[tuple[str, int, int]]:
    """Yield the products of one kind and where each stands; one without a product is told by its sign alone."""
    product = match["product"] or ""
    listed = _LISTED.match(text, match.end()) if _GENERAL.match(product) else None
    if listed:
        yield from ((name["name"].strip(), *name.span("name")) for name in _NAME.finditer(text, *listed.span("names")))
        return
    name = _SAID_OF_IT.sub("", product).strip()
    yield name, match.start(), match.end() - len(product) + len(name)
    at = match.end()
    while following := _NEXT.match(text, at, limit):
        yield following["product"].strip(), at + 1, following.end()
        at = following.end()


def _described(item: IndustrialProperty, sign: str, around: str, behind: str) -> IndustrialProperty:
    """Add sign, owner, numbers and dates."""
    owner = _OWNER.match(behind)
    application, certificate = _APPLICATION.search(around), _CERTIFICATE.search(around)
    return attrs.evolve(
        item,
        sign=sign,
        owner=owner["owner"] if owner else "",
        application=application["number"] if application else "",
        filed=_day(application or _FILED.search(around)),
        certificate=certificate["number"] if certificate else "",
        granted=_day(certificate or _GRANTED.search(around)),
        expires=_day(_EXPIRES.search(around)),
    )


def _day(match: re.Match[str] | None) -> date | None:
    return day_in(match["day"] or "") if match else None
