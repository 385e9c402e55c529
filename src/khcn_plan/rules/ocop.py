"""Rules about OCOP products (sản phẩm OCOP): scores, stars, who may grant them, and the way from registration to the star.

A product is judged under the criteria in force on the day of its recognition, else of the plan.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import MAXYEAR, date
from decimal import Decimal

from khcn_plan.language import Text
from khcn_plan.law.ocop import BANDS, CERTIFICATE_MONTHS, CRITERIA, Criteria, stars_for
from khcn_plan.law.register import (
    OCOP_CRITERIA_2019,
    OCOP_CRITERIA_2023,
    OCOP_CRITERIA_2025,
    OCOP_CRITERIA_2026,
)
from khcn_plan.model import Evaluation, Level, OcopList, OcopProduct, OcopRound, PartScores, Review
from khcn_plan.notation import names
from khcn_plan.notation.pattern import late
from khcn_plan.rules.rule import RuleSet, Severity, rule
from khcn_plan.rules.verdict import HELD, Unjudged, Verdict, fault

_VERSIONS = (
    OCOP_CRITERIA_2019.at("Bộ tiêu chí"),
    OCOP_CRITERIA_2023.at("Phụ lục II"),
    OCOP_CRITERIA_2025.at("Điều 1"),
    OCOP_CRITERIA_2026.at("Quy định kèm theo"),
)
_HONEY = OcopProduct("Mật ong hoa cam", "Tổ hợp tác Yên Hà")
_TEA = OcopProduct("Bạch trà shan tuyết", "Hợp tác xã Xuân Minh")
_LEVELS = {
    Level.COMMUNE: "cấp xã",
    Level.DISTRICT: "cấp huyện",
    Level.PROVINCE: "cấp tỉnh",
    Level.CENTRAL: "trung ương",
}
FULL_SCORE = 100
_BOUND = Text(
    vi="chưa rõ điểm ở đúng ranh giới hai khung thuộc hạng nào",
    en="to which band a score on the bound belongs was not seen",
)
CODE = late(r"\d{2}-\d{3}-\d{5}-\d+-20\d{2}")


def _parts(product: str, marketing: str, quality: str) -> PartScores:
    return PartScores(Decimal(product), Decimal(marketing), Decimal(quality))


@rule(
    "ocop.stars",
    on=OcopProduct,
    severity=Severity.ERROR,
    title=Text(vi="Số sao đúng với điểm", en="The stars are those that the score gives"),
    why=Text(
        vi="Hạng sao suy ra từ tổng điểm trung bình của hội đồng, theo các mốc 90, 70, 50 và 30 điểm.",
        en="The star follows from the council's average total score: 90, 70, 50 and 30 points.",
    ),
    message=Text(
        vi="{name:quote} ghi {stars:number} sao, nhưng {score:number} điểm là {due:number} sao.",
        en="{name:quote} has {stars:number} stars, but {score:number} points give {due:number}.",
    ),
    ground=_VERSIONS,
    fails=OcopProduct("Cam sành", score=Decimal("69.5"), stars=4, recognised=date(2024, 5, 6)),
    passes=OcopProduct("Cam sành", score=Decimal(70), stars=4, recognised=date(2024, 5, 6)),
)
def stars_wrong(product: OcopProduct, on: date) -> Iterator[Verdict]:
    """Look the score up in the bands of the day; a score out of range is another rule's."""
    criteria = _criteria(product, on)
    if criteria is None or product.stars is None or product.score is None or not 0 <= product.score <= FULL_SCORE:
        return
    due = stars_for(product.score)
    values = {"name": product.name, "stars": product.stars, "score": product.score, "due": due}
    if due == product.stars:
        yield HELD
    elif not criteria.bounds_seen and due - product.stars == 1 and product.score in {least for _, least in BANDS}:
        yield Unjudged(_BOUND)
    else:
        yield fault("stars", **values)


@rule(
    "ocop.score-range",
    on=OcopProduct,
    severity=Severity.ERROR,
    title=Text(vi="Điểm từ 0 đến 100", en="A score lies between 0 and 100"),
    why=Text(
        vi="Thang điểm của mọi bộ tiêu chí OCOP là 100.",
        en="Every version of the OCOP criteria scores out of 100.",
    ),
    message=Text(
        vi="{name:quote} ghi {score:number} điểm, ngoài thang điểm 100.",
        en="{name:quote} has {score:number} points on a scale of 100.",
    ),
    ground=_VERSIONS,
    fails=OcopProduct("Cam sành", score=Decimal(695), stars=3),
    passes=OcopProduct("Cam sành", score=Decimal(100), stars=5),
)
def score_out_of_range(product: OcopProduct, _on: date) -> Iterator[Verdict]:
    """Hold the score to its scale."""
    if product.score is not None:
        inside = 0 <= product.score <= FULL_SCORE
        yield HELD if inside else fault("score", name=product.name, score=product.score)


@rule(
    "ocop.score-parts",
    on=OcopProduct,
    severity=Severity.ERROR,
    title=Text(vi="Điểm ba phần cộng lại bằng tổng điểm", en="The three parts make the score"),
    why=Text(
        vi="Phiếu tổng hợp ghi điểm trung bình phần A, B, C và tổng, mỗi số hai chữ số thập phân.",
        en="The council's sheet gives the averages of parts A, B, C and the total, with two decimals each.",
    ),
    message=Text(
        vi="{name:quote} ghi {score:number} điểm, nhưng phần A, B, C cộng lại là {parts:number}.",
        en="{name:quote} has {score:number} points, but parts A, B and C add up to {parts:number}.",
    ),
    fails=OcopProduct("Cam sành", score=Decimal(91), parts=_parts("31", "24", "35"), stars=5),
    passes=OcopProduct("Cam sành", score=Decimal("90.01"), parts=_parts("31", "24", "35"), stars=5),
)
def parts_do_not_make_score(product: OcopProduct, _on: date) -> Iterator[Verdict]:
    """Add up; each figure is an average rounded to a hundredth."""
    if product.parts is not None and product.score is not None:
        total = product.parts.product + product.parts.marketing + product.parts.quality
        agree = abs(total - product.score) <= Decimal("0.01")
        yield HELD if agree else fault("score", name=product.name, score=product.score, parts=total)


@rule(
    "ocop.part-maximum",
    on=OcopProduct,
    severity=Severity.ERROR,
    title=Text(vi="Điểm mỗi phần không quá mức tối đa", en="No part scores more than its maximum"),
    why=Text(
        vi="Phần A, B, C tối đa 35/25/40 điểm theo Quyết định 1048, 40/25/35 điểm từ Quyết định 148.",
        en="Parts A, B, C score at most 35/25/40 under Decision 1048, 40/25/35 since Decision 148.",
    ),
    message=Text(
        vi="{name:quote} ghi {score:number} điểm ở phần {part}, tối đa là {maximum:number}.",
        en="{name:quote} has {score:number} points in part {part}, at most {maximum:number} are possible.",
    ),
    ground=_VERSIONS,
    fails=OcopProduct("Cam sành", parts=_parts("31", "24", "38"), recognised=date(2024, 5, 6), stars=5),
    passes=OcopProduct("Cam sành", parts=_parts("31", "24", "38"), recognised=date(2022, 5, 6), stars=5),
)
def part_over_maximum(product: OcopProduct, on: date) -> Iterator[Verdict]:
    """Hold each part to the maximum of the version in force."""
    criteria = _criteria(product, on)
    if product.parts is None or criteria is None:
        return
    scores = {"A": product.parts.product, "B": product.parts.marketing, "C": product.parts.quality}
    for (part, score), maximum in zip(scores.items(), criteria.parts, strict=True):
        values = {"name": product.name, "score": score, "part": part, "maximum": maximum}
        yield HELD if 0 <= score <= maximum else fault("parts", **values)


@rule(
    "ocop.score-gap",
    on=OcopProduct,
    severity=Severity.WARNING,
    title=Text(vi="Điểm lẻ nằm giữa hai khung", en="A fraction between two printed bands"),
    why=Text(
        vi="Quyết định 1048 in khung điểm chẵn (50–69, 70–89), nên 69,5 điểm không thuộc khung nào; thư viện coi là 3 sao.",
        en="Decision 1048 prints whole bands (50–69, 70–89), so 69.5 fits none; it is read as 3 stars here.",
    ),
    message=Text(
        vi="{name:quote} có {score:number} điểm, nằm giữa hai khung điểm in trong Quyết định 1048.",
        en="{name:quote} has {score:number} points, between two bands that Decision 1048 prints.",
    ),
    ground=OCOP_CRITERIA_2019.at("Bộ tiêu chí"),
    fails=OcopProduct("Cam sành", score=Decimal("69.5"), stars=3),
    passes=OcopProduct("Cam sành", score=Decimal("68.5"), stars=3),
)
def score_between_bands(product: OcopProduct, on: date) -> Iterator[Verdict]:
    """Name the fractions just below the start of a band."""
    criteria = _criteria(product, on)
    if product.score is not None and criteria is not None and criteria.printed_whole:
        gap = any(least - 1 < product.score < least for _, least in BANDS[:-1])
        yield fault("score", name=product.name, score=product.score) if gap else HELD


@rule(
    "ocop.grantor",
    on=OcopProduct,
    severity=Severity.ERROR,
    title=Text(vi="Hạng sao do đúng cấp có thẩm quyền công nhận", en="The star is granted by the right level"),
    why=Text(
        vi="3 sao do tỉnh công nhận đến 23/02/2023, do huyện đến 05/7/2025, rồi lại do tỉnh; 4 sao do tỉnh, 5 sao do trung ương.",
        en="3 stars are the province's until 23/02/2023, the district's until 05/7/2025, then the province's again; "
        "4 stars the province's, 5 the centre's.",
    ),
    message=Text(
        vi="{name:quote}: {stars:number} sao do {grantor} công nhận; vào ngày đó thẩm quyền thuộc {due}.",
        en="{name:quote}: {stars:number} stars were granted by {grantor}; on that day it was for {due}.",
    ),
    ground=_VERSIONS,
    fails=OcopProduct("Cam sành", stars=3, grantor=Level.PROVINCE, recognised=date(2024, 5, 6)),
    passes=OcopProduct("Cam sành", stars=3, grantor=Level.PROVINCE, recognised=date(2022, 5, 6)),
)
def grantor_wrong(product: OcopProduct, on: date) -> Iterator[Verdict]:
    """Compare the level with the one that the version in force names for the star, unless the score gives another star."""
    criteria = _criteria(product, on)
    if (
        product.score is not None
        and product.stars is not None
        and stars_for(max(product.score, Decimal(0))) != product.stars
    ):
        return
    due = criteria.grantor(product.stars) if criteria and product.stars else None
    if due and product.grantor:
        names_ = {"grantor": _LEVELS[product.grantor], "due": _LEVELS[due]}
        right = due is product.grantor
        yield HELD if right else fault("grantor", name=product.name, stars=product.stars, **names_)


@rule(
    "ocop.certificate-expired",
    on=OcopProduct,
    severity=Severity.WARNING,
    title=Text(vi="Giấy chứng nhận còn hiệu lực", en="The certificate is still valid"),
    why=Text(
        vi="Giấy chứng nhận OCOP có hiệu lực 36 tháng kể từ ngày ký quyết định; quá hạn phải đánh giá lại.",
        en="An OCOP certificate holds for 36 months from the decision; then the product is evaluated again.",
    ),
    message=Text(
        vi="{name:quote} được công nhận ngày {recognised:date}, giấy chứng nhận hết hạn ngày {expired:date}.",
        en="{name:quote} was recognised on {recognised:date}; its certificate expired on {expired:date}.",
    ),
    ground=_VERSIONS,
    fails=OcopProduct("Cam sành", stars=3, recognised=date(2019, 9, 6)),
    passes=OcopProduct("Cam sành", stars=3, recognised=date(2020, 9, 6)),
)
def certificate_expired(product: OcopProduct, on: date) -> Iterator[Verdict]:
    """Count 36 months from the decision."""
    if product.recognised is not None:
        expired = expiry(product.recognised)
        values = {"name": product.name, "recognised": product.recognised, "expired": expired}
        yield fault("recognised", **values) if expired < on < date.max else HELD


@rule(
    "ocop.count",
    on=OcopList,
    severity=Severity.ERROR,
    title=Text(vi="Số sản phẩm đúng với danh sách", en="The number of products is that of the list"),
    why=Text(
        vi="Nêu số sản phẩm rồi kể tên thì danh sách phải đúng bằng số đó.",
        en="Where a number of products is followed by their names, there are that many.",
    ),
    message=Text(
        vi="Ghi {count:number} sản phẩm nhưng danh sách kể tên {listed:number} sản phẩm.",
        en="It says {count:number} products and names {listed:number}.",
    ),
    fails=OcopList(3, (_HONEY, _TEA)),
    passes=OcopList(2, (_HONEY, _TEA)),
)
def list_of_other_length(products: OcopList, _on: date) -> Iterator[Verdict]:
    """Count the products, where any are named."""
    if products.count is not None and products.products:
        listed = len(products.products)
        yield HELD if listed == products.count else fault("count", count=products.count, listed=listed)


@rule(
    "ocop.funnel",
    on=OcopRound,
    severity=Severity.ERROR,
    title=Text(vi="Mỗi bước không nhiều hơn bước trước", en="No step has more products than the one before"),
    why=Text(
        vi="Chọn trong số đã đăng ký, công nhận trong số đã chọn: số sản phẩm chỉ có thể giảm.",
        en="Selection is made among the registered, recognition among the selected: numbers can only fall.",
    ),
    message=Text(
        vi="Bước sau có {after:number} sản phẩm, nhiều hơn {before:number} sản phẩm của bước trước.",
        en="A later step has {after:number} products, more than the {before:number} of the step before.",
    ),
    fails=OcopRound(year=2022, registered=OcopList(6), selected=OcopList(16)),
    passes=OcopRound(year=2022, registered=OcopList(16), selected=OcopList(6), recognised=OcopList(6)),
)
def funnel_widens(round_: OcopRound, _on: date) -> Iterator[Verdict]:
    """Compare each step that has a number with the last one before it that has."""
    before: int | None = None
    for step in ("registered", "selected", "recognised"):
        products: OcopList | None = getattr(round_, step)
        size = products.size if products else None
        if size is None:
            continue
        if before is not None:
            yield fault(step, before=before, after=size) if size > before else HELD
        before = size


def _strangers(before: OcopList | None, after: OcopList | None) -> Iterator[tuple[int, OcopProduct, bool]]:
    """Yield the products of a step with their index, and whether the step before lists them; none without both lists."""
    if before and after and before.products:
        known = {names.key(product.name) for product in before.products}
        for index, product in enumerate(after.products):
            yield index, product, names.key(product.name) in known


@rule(
    "ocop.not-registered",
    on=OcopRound,
    severity=Severity.ERROR,
    title=Text(vi="Sản phẩm được chọn đã đăng ký", en="What is selected was registered"),
    why=Text(
        vi="Chỉ chọn được trong số sản phẩm đã đăng ký.",
        en="Selection is made among the registered products.",
    ),
    message=Text(
        vi="{name:quote} được chọn nhưng không có trong danh sách đăng ký.",
        en="{name:quote} was selected but is not among the registered.",
    ),
    fails=OcopRound(year=2022, registered=OcopList(None, (_HONEY,)), selected=OcopList(None, (_TEA,))),
    passes=OcopRound(year=2022, registered=OcopList(None, (_HONEY, _TEA)), selected=OcopList(None, (_TEA,))),
)
def selected_not_registered(round_: OcopRound, _on: date) -> Iterator[Verdict]:
    """Look every selected product up by its name."""
    for index, product, known in _strangers(round_.registered, round_.selected):
        yield HELD if known else fault("selected", "products", index, name=product.name)


@rule(
    "ocop.not-selected",
    on=OcopRound,
    severity=Severity.ERROR,
    title=Text(vi="Sản phẩm được công nhận đã được chọn", en="What is recognised was selected"),
    why=Text(
        vi="Cấp trên chỉ công nhận trong số sản phẩm mà cấp dưới đã chấm điểm và đề nghị.",
        en="The upper level recognises among what the lower one scored and put forward.",
    ),
    message=Text(
        vi="{name:quote} được công nhận nhưng không có trong danh sách được chọn.",
        en="{name:quote} was recognised but is not among the selected.",
    ),
    fails=OcopRound(
        year=2022,
        selected=OcopList(None, (_HONEY,)),
        recognised=OcopList(None, (OcopProduct("Bạch trà shan tuyết", "Hợp tác xã Xuân Minh", stars=3),)),
    ),
    passes=OcopRound(
        year=2022,
        selected=OcopList(None, (_HONEY,)),
        recognised=OcopList(None, (OcopProduct("Mật ong hoa Cam", "Tổ hợp tác Yên Hà", stars=3),)),
    ),
)
def recognised_not_selected(round_: OcopRound, _on: date) -> Iterator[Verdict]:
    """Look every recognised product up by its name."""
    for index, product, known in _strangers(round_.selected, round_.recognised):
        yield HELD if known else fault("recognised", "products", index, name=product.name)


@rule(
    "ocop.stars-missing",
    on=OcopRound,
    severity=Severity.WARNING,
    title=Text(vi="Sản phẩm được công nhận có ghi số sao", en="Recognised products say their stars"),
    why=Text(
        vi="Kết quả của việc đánh giá, phân hạng là số sao; thiếu số sao thì chưa nói kết quả.",
        en="The result of an evaluation is the star; without it no result is told.",
    ),
    message=Text(
        vi="{count:number} sản phẩm được công nhận không ghi số sao: {names:list}.",
        en="{count:number} recognised products have no stars: {names:list}.",
    ),
    fails=OcopRound(year=2022, recognised=OcopList(1, (_TEA,))),
    passes=OcopRound(year=2022, selected=OcopList(1, (_TEA,))),
)
def stars_missing(round_: OcopRound, _on: date) -> Iterator[Verdict]:
    """Name all of them in one finding: it is one omission."""
    if round_.recognised and round_.recognised.products:
        bare = tuple(product.name for product in round_.recognised.products if product.stars is None)
        yield fault("recognised", count=len(bare), names=bare) if bare else HELD


@rule(
    "ocop.duplicate",
    on=OcopList,
    severity=Severity.WARNING,
    title=Text(vi="Mỗi sản phẩm kể một lần", en="Every product is listed once"),
    why=Text(
        vi="Cùng tên và cùng chủ thể là một sản phẩm; cùng tên mà khác chủ thể thì không phải.",
        en="The same name and the same producer are one product; the same name alone is not.",
    ),
    message=Text(
        vi="{name:quote} của {producer:quote} được kể {times:number} lần.",
        en="{name:quote} by {producer:quote} is listed {times:number} times.",
    ),
    fails=OcopList(None, (_HONEY, OcopProduct("Mật ong hoa Cam", "Tổ hợp tác Yên Hà"))),
    passes=OcopList(None, (_HONEY, OcopProduct("Mật ong hoa cam", "Hợp tác xã Hương Sơn"))),
)
def product_twice(products: OcopList, _on: date) -> Iterator[Verdict]:
    """Count name and producer together."""
    keys = [(names.key(product.name), names.key(product.producer)) for product in products.products]
    for key, times in Counter(keys).items():
        index = keys.index(key)
        product = products.products[index]
        values = {"name": product.name, "producer": product.producer, "times": times}
        yield fault("products", index, **values) if times > 1 else HELD


@rule(
    "ocop.upgrade-as-new",
    on=Review,
    severity=Severity.WARNING,
    title=Text(vi="Nâng hạng không tính là sản phẩm mới", en="An upgrade is no new product"),
    why=Text(
        vi="Sản phẩm đã có sao được đánh giá lại hoặc nâng hạng; tính là mới thì số sản phẩm bị đếm hai lần.",
        en="A product that has a star is upgraded or evaluated again; counted as new, it is counted twice.",
    ),
    message=Text(
        vi="{name:quote} đã được công nhận năm {year}, nhưng lại ghi là đánh giá lần đầu.",
        en="{name:quote} was recognised in {year} already, yet is called a first evaluation.",
    ),
    fails=Review(
        year=2022,
        rounds=(
            OcopRound(year=2021, recognised=OcopList(1, (OcopProduct("Cam sành", stars=3),))),
            OcopRound(
                year=2022,
                recognised=OcopList(1, (OcopProduct("Cam Sành", stars=4, evaluation=Evaluation.FIRST),)),
            ),
        ),
    ),
    passes=Review(
        year=2022,
        rounds=(
            OcopRound(year=2021, recognised=OcopList(1, (OcopProduct("Cam sành", stars=3),))),
            OcopRound(
                year=2022,
                recognised=OcopList(1, (OcopProduct("Cam Sành", stars=4, evaluation=Evaluation.UPGRADE),)),
            ),
        ),
    ),
)
def upgrade_counted_as_new(review: Review, _on: date) -> Iterator[Verdict]:
    """Look first evaluations up in the earlier rounds."""
    earlier: dict[tuple[str, str], int | None] = {}
    for number, round_ in enumerate(review.rounds):
        products = round_.recognised.products if round_.recognised else ()
        for index, product in enumerate(products):
            key = names.key(product.name), names.key(product.producer)
            if product.evaluation is Evaluation.FIRST:
                at = ("rounds", number, "recognised", "products", index)
                known = key in earlier
                yield fault(*at, name=product.name, year=earlier[key]) if known else HELD
        earlier |= {(names.key(p.name), names.key(p.producer)): round_.year for p in products}


@rule(
    "ocop.code",
    on=OcopProduct,
    severity=Severity.WARNING,
    title=Text(vi="Mã sản phẩm đúng dạng", en="A product code has its shape"),
    why=Text(
        vi="Mã sản phẩm OCOP gồm tỉnh-huyện-xã-số-năm, giữ nguyên các số 0 ở đầu.",
        en="An OCOP product code is province-district-commune-number-year, leading zeros kept.",
    ),
    message=Text(
        vi="Mã {code:quote} của {name:quote} không đúng dạng tỉnh-huyện-xã-số-năm.",
        en="The code {code:quote} of {name:quote} is not of the form province-district-commune-number-year.",
    ),
    ground=_VERSIONS,
    fails=OcopProduct("Cam sành", code="2-34-1249-1-2022"),
    passes=OcopProduct("Cam sành", code="02-035-01249-1-2022"),
)
def code_misshapen(product: OcopProduct, _on: date) -> Iterator[Verdict]:
    """Hold the code to its groups of digits."""
    if product.code:
        values = {"code": product.code, "name": product.name}
        yield HELD if CODE().fullmatch(product.code) else fault("code", **values)


def expiry(recognised: date) -> date:
    """Return the last day of a certificate, 36 months after the decision.

    >>> expiry(date(2022, 1, 5)), expiry(date(2024, 2, 29))
    (datetime.date(2025, 1, 5), datetime.date(2027, 2, 28))
    """
    year = min(recognised.year + CERTIFICATE_MONTHS // 12, MAXYEAR)
    leap_day = (recognised.month, recognised.day) == (2, 29)
    return recognised.replace(year=year, day=28) if leap_day else recognised.replace(year=year)


def _criteria(product: OcopProduct, on: date) -> Criteria | None:
    return CRITERIA.on(product.recognised or on)


RULES = RuleSet(
    (
        stars_wrong,
        score_out_of_range,
        parts_do_not_make_score,
        part_over_maximum,
        score_between_bands,
        grantor_wrong,
        certificate_expired,
        list_of_other_length,
        funnel_widens,
        selected_not_registered,
        recognised_not_selected,
        stars_missing,
        product_twice,
        upgrade_counted_as_new,
        code_misshapen,
    )
)
