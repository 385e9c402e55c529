"""The OCOP rounds that a review reports (sản phẩm OCOP): how many were registered, selected, recognised, and which."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

import attrs

from khcn_plan.model import OcopList, OcopProduct, OcopRound
from khcn_plan.reading.document import DocumentReading
from khcn_plan.reading.plan.topics import Paragraph, Topic, year_in

_OCOP = re.compile(r"OCOP|mỗi xã một sản phẩm", re.IGNORECASE)
_COUNT = re.compile(r"(?<![\d./])(?P<count>\d{1,4})\s*(?:\([^)]{2,30}\)\s*)?sản phẩm\b")
_STEPS = (
    ("registered", re.compile(r"đăng ký", re.IGNORECASE)),
    ("selected", re.compile(r"chấm điểm|lựa chọn|được chọn|tuyển chọn|đề nghị|đề xuất|gửi hồ sơ", re.IGNORECASE)),
    ("recognised", re.compile(r"công nhận|kết quả|xếp hạng|phân hạng|đạt", re.IGNORECASE)),
)
_SENTENCE = re.compile(r"(?<=[.:;])\s+(?=[A-ZĐÀ-Ỹ])")
_LISTED = re.compile(r"^\W*(?:Sản phẩm\s+)?(?P<name>[^–;]+?)\s+[-–]\s+(?P<producer>[^;]+?)[\s.;]*$")
_BRACKETED = re.compile(r"^\W*(?:Sản phẩm\s+)?(?P<name>[^(;]+?)\s*\((?P<producer>[^();]+)\)(?P<rest>[^;]*)$")
_COMMUNE = re.compile(r"[\s,]*\b(?P<commune>(?:xã|thị trấn|phường)(?:\s[A-ZĐÀ-Ỹ][^\W\d_]*)+)\s*$")
_GROUP_PLACE = re.compile(r"^(?:Tổ hợp tác|Tổ sản xuất)\b.*[a-zà-ỹ]\s(?P<commune>[A-ZĐÀ-Ỹ]\w*\s[A-ZĐÀ-Ỹ]\w*)$")
_STARS = re.compile(r"(?:đạt|hạng|[,(])?\s*(?P<stars>[1-5])\s*sao\b")
LONGEST_SENTENCE = 600
LONGEST_LIST = 20_000
MOST_PRODUCTS = 1_000
_SCORE = re.compile(r"(?P<score>\d{1,3}(?:,\d{1,2})?)\s*điểm\b")


def read(source: DocumentReading, topics: Sequence[Topic]) -> Iterator[OcopRound]:
    """Yield the round that the paragraphs on OCOP report, if they report one."""
    paragraphs = [p for topic in topics for p in topic.everything]
    found: dict[str, OcopList] = {}
    year = None
    for index, paragraph in enumerate(paragraphs):
        if _OCOP.search(paragraph.text) or (found and "sản phẩm" in paragraph.text):
            for step, products in _steps(source, paragraph, paragraphs[index + 1 : index + 1 + MOST_PRODUCTS]):
                found.setdefault(step, products)
            year = year or year_in(paragraph.text[max(0, paragraph.text.find("OCOP")) :])
    if found:
        yield OcopRound(
            year=year,
            registered=found.get("registered"),
            selected=found.get("selected"),
            recognised=found.get("recognised"),
        )


def _steps(source: DocumentReading, paragraph: Paragraph, below: Sequence[Paragraph]) -> Iterator[tuple[str, OcopList]]:
    """Yield the steps that the sentences of a paragraph count, each with the products listed behind it."""
    for match in _COUNT.finditer(paragraph.text):
        reach = max(0, match.start() - LONGEST_SENTENCE)
        begin = max(reach, *(paragraph.text.rfind(mark, reach, match.start()) + 1 for mark in (". ", "; ")))
        sentence = paragraph.text[begin : match.end() + 40]
        step = next((name for name, pattern in _STEPS if pattern.search(sentence)), None)
        if step and not _STARS.match(paragraph.text, match.end()):
            colon = _colon(paragraph.text, match.end())
            start = source.lines.span(paragraph.start + match.start(), paragraph.start + match.end())
            listed = tuple(_products(source, paragraph, colon, below)) if colon >= 0 else ()
            yield step, OcopList(int(match["count"]), listed, place=start)


def _colon(text: str, start: int) -> int:
    """Return where the list of a sentence begins, or -1: no full stop and no other count stands before its colon."""
    colon = text.find(":", start, start + LONGEST_SENTENCE)
    between = text[start:colon]
    return -1 if colon < 0 or ". " in between or _COUNT.search(between) else colon


def _products(
    source: DocumentReading, paragraph: Paragraph, colon: int, below: Sequence[Paragraph]
) -> Iterator[OcopProduct]:
    """Yield the products named behind a colon: sentence by sentence, or in the list below the paragraph."""
    text = paragraph.text[colon + 1 : colon + 1 + LONGEST_LIST]
    if text.strip():
        offset = paragraph.start + colon + 1
        start = 0
        for end in chain((match.start() for match in _SENTENCE.finditer(text)), (len(text),)):
            product = _product(text[start : min(end, start + LONGEST_SENTENCE)])
            if product is None:
                return
            yield attrs.evolve(product, place=source.lines.span(offset + start, offset + end))
            start = end
        return
    for item in below:
        product = _product(item.text)
        if product is None:
            return
        yield attrs.evolve(product, place=item.span)


def _product(text: str) -> OcopProduct | None:
    """Read one product with its producer, commune, score and stars, or nothing."""
    bare = " ".join(text.split())
    stars, score = _STARS.search(bare), _SCORE.search(bare)
    cut = min((found.start() for found in (stars, score) if found), default=len(bare))
    bare = bare[:cut].rstrip(" ,;:(-–")
    match = _LISTED.match(bare) or _BRACKETED.match(bare + ")" * (bare.count("(") - bare.count(")")))
    if match is None:
        return None
    producer, commune = _located(match["producer"])
    return OcopProduct(
        match["name"].strip(" ,"),
        producer,
        commune=commune,
        stars=int(stars["stars"]) if stars else None,
        score=Decimal(score["score"].replace(",", ".")) if score else None,
    )


def _located(producer: str) -> tuple[str, str]:
    """Split the commune from the end of a producer; a group named after its place tells it too."""
    if match := _COMMUNE.search(producer):
        return producer[: match.start()], match["commune"]
    match = _GROUP_PLACE.match(producer)
    return producer, match["commune"] if match else ""
