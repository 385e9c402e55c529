"""OCOP rounds as reviews tell them: steps and their counts, lists of products in every usual form."""

from datetime import date
from decimal import Decimal

import pytest

from khcn_plan import Evaluation, Level, OcopProduct, OcopRound, PartScores, check
from khcn_plan.reading.plan import products
from tests.reading.planning import reviewed


def _round(sentences: str) -> OcopRound:
    [found] = reviewed(f"1. Chương trình OCOP\n{sentences}").rounds
    return found


def _counts(sentences: str) -> tuple[int | None, ...]:
    found = reviewed(f"1. Chương trình OCOP\n{sentences}").rounds
    steps = ((one.registered, one.selected, one.recognised) for one in found)
    return tuple(step.count if step else None for step in next(steps, (None, None, None)))


def _recognised(sentences: str) -> tuple[OcopProduct, ...]:
    step = _round(sentences).recognised
    assert step is not None
    return step.products


@pytest.mark.parametrize(
    ("sentences", "counts"),
    [
        ("Có 12 sản phẩm đăng ký. Huyện chấm điểm, lựa chọn 7 sản phẩm. Tỉnh công nhận 5 sản phẩm.", (12, 7, 5)),
        ("Có 12 sản phẩm đăng ký, huyện đề nghị 7 sản phẩm, tỉnh công nhận 5 sản phẩm.", (12, 7, 5)),
        ("Các chủ thể đăng ký 8 sản phẩm và huyện lựa chọn 5 sản phẩm.", (8, 5, None)),
        ("Các chủ thể đăng ký 08 (tám) sản phẩm; được công nhận bốn sản phẩm.", (8, None, 4)),
        ("Tỉnh công nhận mười hai sản phẩm đạt 3 sao.", (None, None, 12)),
        ("Năm 2022 sản phẩm của xã được công nhận.", (None, None, None)),
        ("Đến hết năm 2022 toàn huyện có 21 sản phẩm được công nhận.", (None, None, None)),
        ("Có 12 sản phẩm đăng ký. Đạt 3 sản phẩm 4 sao, 5 sản phẩm 3 sao.", (12, None, None)),
        ("Tỉnh công nhận 8 sản phẩm, trong đó 3 sản phẩm đạt 4 sao.", (None, None, 8)),
        ("Có 9 sản phẩm tham gia, trong đó 3 sản phẩm đạt 4 sao.", (None, None, None)),
        ("Tỉnh công nhận mười mười sản phẩm.", (None, None, None)),
        ("Tỉnh công nhận 3 sản phẩm. Tỉnh công nhận 4 sản phẩm.", (None, None, 3)),
        ("Chương trình mỗi xã một sản phẩm được công nhận rộng rãi.", (None, None, None)),
    ],
)
def test_the_steps_of_a_round(sentences: str, counts: tuple[int | None, ...]) -> None:
    """Registered, selected, recognised: each count belongs to its clause; stocks and shares by star are no steps."""
    assert _counts(sentences) == counts


def test_a_round_of_another_year_is_another_round() -> None:
    """Where a paragraph opens with its year; what a sentence looks back on is no round."""
    found = reviewed(
        "1. Chương trình OCOP\nNăm 2021 tỉnh công nhận 3 sản phẩm.\nNăm 2022 có 6 sản phẩm đăng ký.\nTrong năm 2022 tỉnh "
        "công nhận 4 sản phẩm, nhiều hơn năm 2021."
    )
    steps = [(one.year, one.registered, one.recognised) for one in found.rounds]
    assert [(year, *(step and step.count for step in others)) for year, *others in steps] == [
        (2021, None, 3),
        (2022, 6, 4),
    ]


def test_a_heading_may_tell_the_step() -> None:
    """Where the sentence says no more than "Có 3 sản phẩm", its heading says which."""
    found = reviewed(
        "1. Sản phẩm OCOP năm 2022\n1.1. Sản phẩm đăng ký\nCó 3 sản phẩm.\n1.2. Kết quả\nTỉnh công nhận 2 sản phẩm."
    )
    [ocop] = found.rounds
    assert ocop.year == 2022
    assert ocop.registered is not None
    assert ocop.registered.count == 3


@pytest.mark.parametrize(
    "listed",
    [
        "\n- Chè Bát Tiên (HTX Bát Tiên, xã Phú Hộ);\n- Tương Dục Mỹ (HTX Dục Mỹ, xã Cao Xá).",
        "\n- Chè Bát Tiên - HTX Bát Tiên - xã Phú Hộ\n+ loại 100 gam\n- Tương Dục Mỹ – HTX Dục Mỹ, xã Cao Xá",
        "\na) Sản phẩm Chè Bát Tiên của HTX Bát Tiên xã Phú Hộ\nb) Sản phẩm Tương Dục Mỹ của HTX Dục Mỹ xã Cao Xá, huyện Lâm",
        " Chè Bát Tiên (HTX Bát Tiên, xã Phú Hộ); Tương Dục Mỹ (HTX Dục Mỹ, xã Cao Xá). Các sản phẩm bán chạy.",
        " Sản phẩm Chè Bát Tiên - HTX Bát Tiên xã Phú Hộ. Sản phẩm Tương Dục Mỹ - HTX Dục Mỹ xã Cao Xá. Thị trường mở rộng.",
        "\n\nSản phẩm Chè Bát Tiên - HTX Bát Tiên xã Phú Hộ\n\nSản phẩm Tương Dục Mỹ - HTX Dục Mỹ xã Cao Xá\n\nThị trường rộng.",
    ],
)
def test_a_list_of_products_in_every_usual_form(listed: str) -> None:
    """Bullets, brackets, dashes, semicolons, sentences: name, producer and commune of each."""
    assert [(p.name, p.producer, p.commune) for p in _recognised(f"Tỉnh công nhận 2 sản phẩm:{listed}")] == [
        ("Chè Bát Tiên", "HTX Bát Tiên", "xã Phú Hộ"),
        ("Tương Dục Mỹ", "HTX Dục Mỹ", "xã Cao Xá"),
    ]


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        (" Chè Bát Tiên, Rau Tứ Xã và Tương Dục Mỹ.", ["Chè Bát Tiên", "Rau Tứ Xã", "Tương Dục Mỹ"]),
        (" Chè Bát Tiên, Rau Tứ Xã.", []),
        (" Chè Bát Tiên; Rau Tứ Xã.", ["Chè Bát Tiên", "Rau Tứ Xã"]),
        ("\n- Chè Bát Tiên\n- Rau Tứ Xã\n- 01 sản phẩm khác", ["Chè Bát Tiên", "Rau Tứ Xã"]),
        ("\n- …\n- Rau Tứ Xã", []),
        ("\nThị trường mở rộng.", []),
        ("", []),
    ],
)
def test_products_may_be_named_alone(listed: str, names: list[str]) -> None:
    """Names without producers are taken where it is plain where each ends: in a list, or as many as were counted."""
    assert [p.name for p in _recognised(f"Tỉnh công nhận 3 sản phẩm:{listed}")] == names


def test_what_a_sentence_says_of_all_its_products() -> None:
    """Stars, decision and grantor stand once before the list; a product's own score does not change that."""
    first, second = _recognised(
        "Có hai sản phẩm được UBND huyện công nhận đạt 3 sao tại Quyết định số 1520/QĐ-UBND ngày 12/11/2022, gồm:\n"
        "- Trà hoa vàng (HTX Trà, xã Xuân Long), 62,5 điểm;\n- Lạc đỏ (Hộ ông Nam, xã Mông Sơn), 4 sao, nâng hạng"
    )
    assert (first.stars, first.score, first.decision, first.recognised) == (
        3, Decimal("62.5"), "1520/QĐ-UBND", date(2022, 11, 12)
    )  # fmt: skip
    assert (second.stars, second.evaluation, second.grantor) == (4, Evaluation.UPGRADE, Level.DISTRICT)


def test_who_grants_is_told_by_the_verb() -> None:
    """The province grants where "tỉnh công nhận"; to propose a recognition is none."""
    [product] = _recognised("UBND tỉnh Yên Bái đã công nhận 1 sản phẩm:\n- Chè A (HTX A, xã B), 3 sao")
    assert product.grantor is Level.PROVINCE
    selected = _round("Huyện đề nghị UBND tỉnh công nhận 1 sản phẩm:\n- Chè A (HTX A, xã B), 3 sao").selected
    assert selected is not None
    assert selected.products[0].grantor is None


def test_a_list_may_come_with_a_second_mention() -> None:
    """The same number, told again with the names, completes the first mention."""
    products = _recognised(
        "Tỉnh công nhận 2 sản phẩm. Cụ thể 2 sản phẩm đạt sao:\n- Chè A (HTX A, xã B)\n- Chè C (HTX C, xã D)"
    )
    assert [product.name for product in products] == ["Chè A", "Chè C"]


def test_a_list_shorter_than_its_count_is_found() -> None:
    """Three are counted and two named, at the line of the count."""
    review = reviewed("1. OCOP\nTỉnh công nhận 3 sản phẩm:\n- Chè A (HTX A, xã B), 3 sao\n- Chè C (HTX C, xã D), 3 sao")
    assert [(finding.rule.name, finding.line) for finding in check(review)] == [("ocop.count", 5)]


@pytest.mark.parametrize(
    ("text", "stars"),
    [
        ("đạt bốn sao", 4),
        ("hạng 3 sao", 3),
        ("đạt từ 3 sao trở lên", None),
        ("tiềm năng 5 sao", None),
        ("chè sao suốt", None),
    ],
)
def test_stars_are_a_rank_that_was_given(text: str, stars: int | None) -> None:
    """A floor and a hope are no stars."""
    assert products.stars_in(text) == stars


def test_a_product_with_all_that_is_said_of_it() -> None:
    """Code, decision, kind of evaluation, score and stars, in any order."""
    product = products.read(
        "+ Cá sông Chảy (4 sao): Công ty TNHH Sông Chảy, xã Phúc An, 85.5 điểm, đánh giá lại, mã số 25-268-09886-1-2021, "
        "theo Quyết định số 12/QĐ-UBND ngày 31/02/2022;"
    )
    assert product == OcopProduct(
        "Cá sông Chảy",
        "Công ty TNHH Sông Chảy",
        commune="xã Phúc An",
        stars=4,
        score=Decimal("85.5"),
        evaluation=Evaluation.RENEWAL,
        code="25-268-09886-1-2021",
        decision="12/QĐ-UBND",
    )


def test_a_list_goes_no_further_than_its_level() -> None:
    """What stands less deep than the first product is something else."""
    names = [p.name for p in _recognised("+ Tỉnh công nhận 2 sản phẩm:\n- Chè A\n+ Thị trường mở rộng\n- Chè C")]
    assert names == ["Chè A"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cam sành (Hợp tác xã Xuân Minh)", OcopProduct("Cam sành", "Hợp tác xã Xuân Minh")),
        (
            "Cam sành (HTX Xuân Minh, xã Xuân Minh), công nhận ngày 06/5/2024, mã 2-34-1249-1-2022",
            OcopProduct(
                "Cam sành",
                "HTX Xuân Minh",
                commune="xã Xuân Minh",
                recognised=date(2024, 5, 6),
                code="2-34-1249-1-2022",
            ),
        ),
        (
            "Chè dây (HTX Bản Lìm), nhóm đồ uống, phần A 30,5 điểm, phần B 20 điểm, phần C 22 điểm, 72,5 điểm, cấp xã công nhận",
            OcopProduct(
                "Chè dây",
                "HTX Bản Lìm",
                sector="đồ uống",
                parts=PartScores(Decimal("30.5"), Decimal(20), Decimal(22)),
                score=Decimal("72.5"),
                grantor=Level.COMMUNE,
            ),
        ),
        ("Mật ong (Nhóm hộ nuôi ong, nhóm sở thích)", OcopProduct("Mật ong", "Nhóm hộ nuôi ong, nhóm sở thích")),
    ],
)
def test_what_a_list_says_of_a_product_is_taken_apart(text: str, expected: OcopProduct) -> None:
    """A cooperative is no commune, the score of a part is not that of the whole, a misshapen code is kept as written."""
    assert products.read(text) == expected
