"""An OCOP round as a review reports it (sản phẩm OCOP): how many at each step, and below each the products by name."""

from collections.abc import Iterator

from khcn_plan.model import Evaluation, Level, OcopList, OcopProduct, OcopRound, PartScores
from khcn_plan.notation import dates

LEVELS = {Level.COMMUNE: "xã", Level.DISTRICT: "huyện", Level.PROVINCE: "tỉnh", Level.CENTRAL: "trung ương"}
EVALUATIONS = {
    Evaluation.FIRST: "đánh giá lần đầu",
    Evaluation.UPGRADE: "nâng hạng",
    Evaluation.RENEWAL: "đánh giá lại",
}


def lines(ocop_round: OcopRound) -> Iterator[str]:
    """Yield the steps of a round, each with its products."""
    steps = (
        ("các chủ thể đăng ký", ocop_round.registered),
        ("được lựa chọn", ocop_round.selected),
        ("được công nhận", ocop_round.recognised),
    )
    told = [(said, products) for said, products in steps if products is not None and products.size is not None]
    for number, (said, products) in enumerate(told):
        dated = f"năm {ocop_round.year} {said}" if ocop_round.year and not number else said
        yield from _step(dated[0].upper() + dated[1:], products)


def _step(said: str, products: OcopList) -> Iterator[str]:
    decisions = {_decision(product) if product.decision else "" for product in products.products}
    shared = decisions.pop() if len(decisions) == 1 else ""
    counted = f"{said} {products.size:02} sản phẩm OCOP {shared}".rstrip()
    yield f"{counted}{':' if products.products else '.'}"
    yield from (f"- {_product(product, shared)}." for product in products.products)


def _product(product: OcopProduct, shared: str) -> str:
    """Write a product with all that is known of it, but for the decision that it shares with the others."""
    # A group that is named after its place tells where it is.
    placed = product.commune[:1].isupper() and product.producer.endswith(product.commune)
    maker = ", ".join(filter(None, (product.producer, "" if placed else product.commune)))
    named = f"{product.name} ({maker})" if maker else product.name
    said = (
        _decision(product) if not shared else "",
        f"nhóm {product.sector}" if product.sector else "",
        _parts(product.parts) if product.parts else "",
        f"{_score(product.score)} điểm" if product.score is not None else "",
        f"đạt {product.stars} sao" if product.stars is not None else "",
        EVALUATIONS[product.evaluation] if product.evaluation else "",
        f"cấp {LEVELS[product.grantor]} công nhận" if product.grantor else "",
        f"mã {product.code}" if product.code else "",
    )
    return ", ".join((named, *filter(None, said)))


def _parts(parts: PartScores) -> str:
    scores = zip("ABC", (parts.product, parts.marketing, parts.quality), strict=True)
    return ", ".join(f"phần {letter} {_score(score)} điểm" for letter, score in scores)


def _score(score: object) -> str:
    return str(score).replace(".", ",")


def _decision(product: OcopProduct) -> str:
    day = dates.write(product.recognised, slashed=True) if product.recognised else ""
    if not product.decision:
        return f"công nhận ngày {day}" if day else ""
    return f"theo Quyết định số {product.decision}{f' ngày {day}' if day else ''}"
