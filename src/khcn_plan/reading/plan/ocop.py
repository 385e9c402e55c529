"""The OCOP rounds that a review reports (sản phẩm OCOP): how many were registered, selected, recognised, and which.

Every count of products stands in a clause that tells which step it is; the stock of all years ("hiện có 21 sản phẩm") and
the shares by star are none. What the clause says of all its products, stars or decision, holds for those that follow it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

import attrs

from khcn_plan.model import OcopList, OcopProduct, OcopRound
from khcn_plan.notation import NotationError, words
from khcn_plan.reading.document import DocumentReading
from khcn_plan.reading.plan import products
from khcn_plan.reading.plan.topics import Paragraph, Topic, year_in

_NAMES = ("ocop", "mỗi xã một sản phẩm")
_COUNT = re.compile(
    r"(?<![\d./\w])(?<!năm )(?<!xã )(?P<count>\d{1,4}|(?!năm sản)"
    r"(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|lăm|mốt|tư)\s?){1,3})\s*(?:\([^)]{2,30}\)\s*)?sản phẩm\b",
    re.IGNORECASE,
)
_STEPS = (
    ("registered", re.compile(r"đăng ký|nộp hồ sơ", re.IGNORECASE)),
    (
        "selected",
        re.compile(r"chấm điểm|lựa chọn|được chọn|tuyển chọn|đề nghị|đề xuất|gửi hồ sơ|đủ điều kiện", re.IGNORECASE),
    ),
    ("recognised", re.compile(r"công nhận|xếp hạng|phân hạng|đạt", re.IGNORECASE)),
)
_STOCK = re.compile(r"hiện có|đến (?:hết|nay|cuối)|l[uũ][yỹ] kế|tính đến|tổng số", re.IGNORECASE)
_SHARE = re.compile(r"\s*(?:OCOP\s+)?(?:được\s+)?(?:(?:đạt|xếp)\s+)?(?:hạng\s+)?[1-5]\s*sao\b", re.IGNORECASE)
_GRANTOR = re.compile(
    r"(?P<level>tỉnh|huyện)(?:\s[A-ZĐÀ-Ỹ]\w*){0,4}\s(?:(?:đã|ra|ký|ban hành|quyết định|xét)\s){0,4}công nhận",
    re.IGNORECASE,
)
_OPENED = re.compile(r"\W*(?:trong )?năm (?P<year>20\d\d)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.:;])\s+(?=[A-ZĐÀ-Ỹ])")
_FULL_STOP = re.compile(r"\.\s+(?=[A-ZĐÀ-Ỹ])")
LONGEST_SENTENCE = 600
LONGEST_LIST = 20_000
LONGEST_NAME = 160
MOST_PRODUCTS = 1_000


@attrs.frozen
class _Clause:
    """A count of products with what is said about it.

    Attributes:
        paragraph: where it stands.
        start, end: the count with its noun.
        text: the words around it that belong to it.
        count: the number.
        colon: where a list of products begins, or -1.
    """

    paragraph: Paragraph
    start: int
    end: int
    text: str
    count: int
    colon: int


def read(source: DocumentReading, topics: Sequence[Topic]) -> Iterator[OcopRound]:
    """Yield the rounds that the paragraphs on OCOP report; another begins with a paragraph of another year."""
    passages = [(topic, paragraph) for topic in topics for paragraph in topic.everything]
    found: dict[str, OcopList] = {}
    year = None
    for index, (topic, paragraph) in enumerate(passages):
        if _about(topic, paragraph, begun=bool(found)):
            below = [other for _, other in passages[index + 1 : index + 1 + MOST_PRODUCTS]]
            opened = _OPENED.match(paragraph.text)
            for clause in _clauses(paragraph):
                if step := _step(clause.text, topic.titles[-1] if topic.titles else ""):
                    if opened and found and year and int(opened["year"]) != year:
                        yield _round(year, found)
                        found, year = {}, None
                    _keep(found, step, _list(source, clause, below))
            year = year or (_year(topic, paragraph) if found else None)
    if found:
        yield _round(year, found)


def _round(year: int | None, found: Mapping[str, OcopList]) -> OcopRound:
    return OcopRound(
        year=year,
        registered=found.get("registered"),
        selected=found.get("selected"),
        recognised=found.get("recognised"),
    )


def _about(topic: Topic, paragraph: Paragraph, *, begun: bool) -> bool:
    """Tell whether a paragraph is on the programme: it or a heading says so, or it goes on about products."""
    texts = (paragraph.folded, *(title.casefold() for title in topic.titles))
    return any(name in text for text in texts for name in _NAMES) or (begun and "sản phẩm" in paragraph.text)


def _year(topic: Topic, paragraph: Paragraph) -> int | None:
    """Return the year named behind the programme's name, else in the paragraph, else in the headings from the bottom up."""
    texts = (paragraph.text[max(0, paragraph.text.find("OCOP")) :], paragraph.text, *reversed(topic.titles))
    return next((year for text in texts if (year := year_in(text))), None)


def _keep(found: dict[str, OcopList], step: str, products: OcopList) -> None:
    """Keep the first count of a step, or one that says the same and names the products."""
    known = found.setdefault(step, products)
    if products.products and not known.products and products.count == known.count:
        found[step] = products


def _clauses(paragraph: Paragraph) -> Iterator[_Clause]:
    """Yield the counts of a paragraph that may be steps, each with its clause."""
    text = paragraph.text
    counts = [match for match in _COUNT.finditer(text) if not _is_share(text, match)]
    begins = [_begin(text, match.start(), before) for match, before in zip(counts, _ends(counts), strict=True)]
    for match, (begin, next_begin) in zip(counts, pairwise([*begins, len(text)]), strict=True):
        end = _end(text, match.end(), min(next_begin, match.end() + LONGEST_SENTENCE))
        colon = end if text.startswith(":", end) else -1
        if number := _number(match["count"]):
            yield _Clause(paragraph, match.start(), match.end(), text[begin:end], number, colon)


def _ends(counts: Sequence[re.Match[str]]) -> list[int]:
    """Return where the count before each one ends."""
    return [0, *(match.end() for match in counts)][: len(counts)]


def _is_share(text: str, match: re.Match[str]) -> bool:
    """Tell whether a count is one star's share of another: other counts with stars stand beside it, or "trong đó" before."""
    if not _SHARE.match(text, match.end()):
        return False
    begin = max(0, match.start() - LONGEST_SENTENCE)
    begin = max(begin, text.rfind(". ", begin, match.start()))
    stop = text.find(". ", match.end(), match.end() + LONGEST_SENTENCE)
    around = text[begin : match.start()], text[match.end() : stop if stop >= 0 else match.end() + LONGEST_SENTENCE]
    beside = any(_SHARE.match(part, other.end()) for part in around for other in _COUNT.finditer(part))
    return beside or bool(_COUNT.search(around[0]) and re.search(r"trong đó|gồm", around[0]))


def _begin(text: str, start: int, before: int) -> int:
    """Return where the clause of a count begins: at its sentence, or behind the comma that parts it from the count before."""
    reach = max(0, start - LONGEST_SENTENCE)
    sentence = max(reach, *(text.rfind(mark, reach, start) + 1 for mark in (". ", "; ")))
    if before <= sentence:
        return sentence
    commas = (at for mark in (", ", " và ") if (at := text.find(mark, before, start)) >= 0)
    return min(commas, default=before)


def _end(text: str, start: int, limit: int) -> int:
    """Return where the clause of a count ends: at its sentence, at the colon of its list, or where it is divided."""
    return min(
        (at for mark in (". ", "; ", ":", ", trong đó") if (at := text.find(mark, start, limit)) >= 0), default=limit
    )


def _number(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    try:
        return words.read(text)
    except NotationError:
        return None


def _step(clause: str, title: str) -> str | None:
    """Tell the step from the words of the clause, else from its own heading; a stock of all years is none."""
    step = next((name for name, pattern in _STEPS if pattern.search(clause)), None)
    if step == "recognised" and _STOCK.search(clause):
        return None
    return step or next((name for name, pattern in _STEPS if pattern.search(title)), None)


def _list(source: DocumentReading, clause: _Clause, below: Sequence[Paragraph]) -> OcopList:
    """Return the count of a clause with the products that it names."""
    place = source.lines.span(clause.paragraph.start + clause.start, clause.paragraph.start + clause.end)
    listed = tuple(_products(source, clause, below)) if clause.colon >= 0 else ()
    return OcopList(clause.count, tuple(_with_common(product, clause.text) for product in listed), place=place)


def _with_common(product: OcopProduct, clause: str) -> OcopProduct:
    """Add what a clause says of all its products where a product does not say its own."""
    decision, day = products.decision_in(clause)
    grantor = _GRANTOR.search(clause)
    granted = grantor is not None and "đề nghị" not in clause
    return attrs.evolve(
        product,
        stars=product.stars or products.stars_in(clause),
        decision=product.decision or decision,
        recognised=product.recognised or day,
        grantor=products.LEVELS[grantor["level"].casefold()] if grantor and granted else product.grantor,
    )


def _products(source: DocumentReading, clause: _Clause, below: Sequence[Paragraph]) -> Iterator[OcopProduct]:
    """Yield the products named behind a colon: in the same paragraph, or in the list below it."""
    text = clause.paragraph.text[clause.colon + 1 : clause.colon + 1 + LONGEST_LIST]
    if not text.strip():
        yield from _listed_below(below)
        return
    offset = clause.paragraph.start + clause.colon + 1
    pieces, named = _pieces(text, clause.count)
    for start, end in pieces:
        product = products.read(text[start : min(end, start + LONGEST_SENTENCE)], named=named)
        if product is None:
            return
        yield attrs.evolve(product, place=source.lines.span(offset + start, offset + end))


def _pieces(text: str, count: int) -> tuple[list[tuple[int, int]], bool]:
    """Split a list inside a paragraph, and tell whether a piece may be a name alone.

    Semicolons part products for sure, commas if they give the number stated; behind a full stop something else may begin.
    """
    stop = _FULL_STOP.search(text)
    sentence = text[: stop.start()] if stop else text
    if ";" in sentence:
        return _cut(sentence, [match.start() for match in re.finditer(";", sentence)]), True
    commas = [match.start() for match in re.finditer(r",\s| và ", sentence)]
    if len(commas) + 1 == count and not products.read(sentence):
        return _cut(sentence, commas), True
    return _cut(text, [match.start() for match in _SENTENCE.finditer(text)]), False


def _cut(text: str, cuts: Sequence[int]) -> list[tuple[int, int]]:
    return [(start, end) for start, end in pairwise([0, *cuts, len(text)]) if text[start:end].strip(" ;.,")]


def _listed_below(below: Sequence[Paragraph]) -> Iterator[OcopProduct]:
    """Yield the products of the list that begins here; a line with a count of its own is no product."""
    depth = below[0].depth if below else -1
    for item in takewhile(lambda item: item.depth >= depth and not _COUNT.search(item.text), below):
        if item.depth == depth:
            product = products.read(item.text, named=depth >= 0 and len(item.text) <= LONGEST_NAME)
            if product is None:
                return
            yield attrs.evolve(product, place=item.span)
