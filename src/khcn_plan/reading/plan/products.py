"""One OCOP product as a list names it (sản phẩm, chủ thể): "Chè xanh (HTX Bản Liền, xã Bản Liền), 72,5 điểm, đạt 4 sao".

Score, stars, decision and code are taken out first, wherever they stand; of what remains, the producer begins at the word
for its kind ("HTX", "Tổ hợp tác", "Hộ kinh doanh"), else behind a dash or a bracket.
"""

import re
from datetime import date
from decimal import Decimal

from khcn_plan.model import Evaluation, Level, OcopProduct, PartScores
from khcn_plan.reading.plan.topics import DAY, day_in

STARS = re.compile(
    r"(?:(?:đạt|xếp|phân)\s+)*(?:hạng\s+)?(?<!từ )(?<!tiềm năng )\b(?P<stars>[1-5]|một|hai|ba|bốn|năm)"
    r"\s*sao\b(?! trở lên)",
    re.IGNORECASE,
)
DECISION = re.compile(
    r"(?:theo |tại )?(?:Quyết định|QĐ)\s+(?:số\s*:?\s*)?(?P<number>\d{1,5}(?:/\d{4})?/QĐ-[^\s,;()]{2,20})"
    rf"(?:[\s,]+(?P<day>(?:ngày\s+)?(?:{DAY.pattern})))?(?:\s+của\s+[^;,.()]{{2,60}})?"
)
_SCORE = re.compile(
    r"(?:(?:đạt|được|tổng điểm|điểm)\s*:?\s*)*\b(?P<score>\d{1,3}(?:[.,]\d{1,2})?)\s*điểm\b", re.IGNORECASE
)
_PART_SCORES = re.compile(
    r"phần A:? (?P<a>\d{1,3}(?:,\d{1,2})?) điểm,? phần B:? (?P<b>\d{1,3}(?:,\d{1,2})?) điểm,?"
    r" phần C:? (?P<c>\d{1,3}(?:,\d{1,2})?) điểm"
)
_SECTOR = re.compile(
    r"\bnhóm (?:sản phẩm )?(?P<sector>(?:thực phẩm|đồ uống|dược liệu|thảo dược|vải|thủ công|sinh vật|dịch vụ)[^,;()]{0,60})"
)
_GRANTED = re.compile(r"\bcấp (?P<level>xã|huyện|tỉnh|trung ương) công nhận\b", re.IGNORECASE)
LEVELS = {"xã": Level.COMMUNE, "huyện": Level.DISTRICT, "tỉnh": Level.PROVINCE, "trung ương": Level.CENTRAL}
_CODE = re.compile(
    r"(?:mã(?: số| sản phẩm)*\s*:?\s*(?P<announced>\d{1,6}(?:-\d{1,6}){2,5})|(?P<code>\d{2}-\d{2,3}-\d{4,5}-\d{1,4}-20\d\d))\b",
    re.IGNORECASE,
)
_RECOGNISED = re.compile(rf"công nhận (?P<day>(?:ngày\s+)?(?:{DAY.pattern}))", re.IGNORECASE)
_EVALUATIONS = (
    (Evaluation.UPGRADE, re.compile(r"(?:được |đề nghị )?nâng (?:hạng|sao)", re.IGNORECASE)),
    (Evaluation.RENEWAL, re.compile(r"(?:đánh giá|công nhận) lại", re.IGNORECASE)),
    (Evaluation.FIRST, re.compile(r"(?:đánh giá |công nhận )?lần đầu", re.IGNORECASE)),
)
_REMARKS = (
    DECISION,
    _RECOGNISED,
    _CODE,
    _PART_SCORES,
    _SECTOR,
    _GRANTED,
    _SCORE,
    STARS,
    *(pattern for _, pattern in _EVALUATIONS),
)
_EMPTY = re.compile(r"\([\s,;:–-]*\)")
_FIRST_WORD = re.compile(r"^\W*(?:và\s+)?(?:sản phẩm\s+)?", re.IGNORECASE)
_PRODUCER = re.compile(
    r"(?:\s+[-–—]\s*|\s*[(:,]\s*|\s+của\s+)(?P<producer>(?:HTX|hợp tác xã|liên hiệp|tổ hợp tác|THT|tổ sản xuất|công ty"
    r"|doanh nghiệp|DNTN|hộ|cơ sở|chi hội|hội|tổ hội|làng nghề)\s[^;()]{2,200})",
    re.IGNORECASE,
)
_DASHED = re.compile(r"\s+[-–—]\s+(?P<producer>[^;]{2,200})$")
_BRACKETED = re.compile(r"\s*\((?P<producer>[^();]{2,200})\)\W*$")
_COMMUNE = re.compile(
    r"[\s,–-]*\b(?P<commune>(?:(?<![Tt]ác )xã|thị trấn|phường)(?:\s[A-ZĐÀ-Ỹ][^\W\d_]*)+)(?:[\s,–-]+huyện[^,;]{2,40})?$"
)
_GROUP_PLACE = re.compile(r"^(?:Tổ hợp tác|Tổ sản xuất)\b.*[a-zà-ỹ]\s(?P<commune>[A-ZĐÀ-Ỹ]\w*\s[A-ZĐÀ-Ỹ]\w*)$")
_NUMERALS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_EDGES = " \t,;:.–—-"


def read(text: str, *, named: bool = False) -> OcopProduct | None:
    """Read a product with its producer; one that is named alone only where the list is surely one of products.

    >>> product = read("- Chè dây (Hợp tác xã Bản Lìm, xã Nậm Mòn), 72,5 điểm, đạt 4 sao;")
    >>> product.name, product.producer, product.commune, product.stars
    ('Chè dây', 'Hợp tác xã Bản Lìm', 'xã Nậm Mòn', 4)
    """
    words = " ".join(text.split())
    bare = _bare(words)
    match = _PRODUCER.search(bare) or _DASHED.search(bare) or _BRACKETED.search(bare)
    name = (bare[: match.start()] if match else bare).strip(_EDGES)
    if not name or not (match or named):
        return None
    producer, commune = _located(match["producer"].strip(_EDGES)) if match else ("", "")
    parts, sector = _PART_SCORES.search(words), _SECTOR.search(words)
    score, code = _SCORE.search(_PART_SCORES.sub("", words)), _CODE.search(words)
    granted = _GRANTED.search(words)
    decision, day = decision_in(words)
    recognised = _RECOGNISED.search(words)
    return OcopProduct(
        name,
        producer,
        commune=commune,
        sector=sector["sector"].strip(_EDGES) if sector else "",
        parts=PartScores(*map(_decimal, parts.groups())) if parts else None,
        stars=stars_in(words),
        score=_decimal(score["score"]) if score else None,
        decision=decision,
        recognised=day or (day_in(recognised["day"]) if recognised else None),
        grantor=LEVELS[granted["level"].casefold()] if granted else None,
        evaluation=next((kind for kind, pattern in _EVALUATIONS if pattern.search(words)), None),
        code=code["announced"] or code["code"] if code else "",
    )


def _decimal(score: str) -> Decimal:
    return Decimal(score.replace(",", "."))


def stars_in(text: str) -> int | None:
    """Return the stars that a text names."""
    match = STARS.search(text)
    return (_NUMERALS.get(match["stars"].casefold()) or int(match["stars"])) if match else None


def decision_in(text: str) -> tuple[str, date | None]:
    """Return number and date of the decision that a text names; the number empty if it names none.

    >>> decision_in("theo Quyết định số 1520/QĐ-UBND ngày 12/11/2022 của UBND tỉnh")
    ('1520/QĐ-UBND', datetime.date(2022, 11, 12))
    """
    match = DECISION.search(text)
    if match is None:
        return "", None
    return match["number"].rstrip("."), day_in(match["day"] or "")


def _bare(text: str) -> str:
    """Take away what is said of a product beside its name and its producer."""
    text = _FIRST_WORD.sub("", text)
    for remark in _REMARKS:
        text = remark.sub("", text)
    return _EMPTY.sub("", text).strip(_EDGES)


def _located(producer: str) -> tuple[str, str]:
    """Split the commune from the end of a producer; a group named after its place tells it too."""
    if match := _COMMUNE.search(producer):
        return producer[: match.start()].strip(_EDGES), match["commune"]
    match = _GROUP_PLACE.match(producer)
    return producer, match["commune"] if match else ""
