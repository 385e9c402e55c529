"""Industrial property as reviews tell it: what is filed or granted, for what, by whom, under which number."""

from datetime import date

import pytest

from khcn_plan import IndustrialProperty, check
from tests.reading.planning import reviewed


def _found(sentences: str) -> tuple[IndustrialProperty, ...]:
    return reviewed(f"1. Sở hữu trí tuệ\n{sentences}").properties


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        (
            "Nhãn hiệu tập thể “Cam Hàm Yên” cho sản phẩm cam quả đã nộp đơn, số đơn 4-2022-12345 ngày 15/3/2022.",
            [
                IndustrialProperty(
                    "nhãn hiệu tập thể",
                    "cam quả",
                    sign="Cam Hàm Yên",
                    application="4-2022-12345",
                    filed=date(2022, 3, 15),
                )
            ],
        ),
        (
            "Tốt. Giấy chứng nhận số 412345 ngày 20/6/2022 cho nhãn hiệu tập thể “Chè Bản” (số đơn 4-2020-30012 ngày 05/8/2020).",
            [
                IndustrialProperty(
                    "nhãn hiệu tập thể",
                    sign="Chè Bản",
                    application="4-2020-30012",
                    filed=date(2020, 8, 5),
                    certificate="412345",
                    granted=date(2022, 6, 20),
                )
            ],
        ),
        (
            "Kiểu dáng công nghiệp “Hộp trà” của Công ty TNHH Trà Việt, đơn số 3-2022-00123.",
            [
                IndustrialProperty(
                    "kiểu dáng công nghiệp", sign="Hộp trà", owner="Công ty TNHH Trà Việt", application="3-2022-00123"
                )
            ],
        ),
        (
            "Chỉ dẫn địa lý “Mường Khương” cho sản phẩm tương ớt; nhãn hiệu tập thể cho sản phẩm gạo Séng cù; sản phẩm vịt bầu.",
            [
                IndustrialProperty("chỉ dẫn địa lý", "tương ớt", sign="Mường Khương"),
                IndustrialProperty("nhãn hiệu tập thể", "gạo Séng cù"),
                IndustrialProperty("nhãn hiệu tập thể", "vịt bầu"),
            ],
        ),
        (
            "Đăng ký bảo hộ nhãn hiệu cho 03 sản phẩm: Cam Sành, Chè shan và Mật ong.",
            [IndustrialProperty("nhãn hiệu", name) for name in ("Cam Sành", "Chè shan", "Mật ong")],
        ),
        ("Hỗ trợ đăng ký nhãn hiệu cho các sản phẩm chủ lực của huyện.", []),
        ("Tuyên truyền về nhãn hiệu, sáng chế và chỉ dẫn địa lý.", []),
    ],
)
def test_what_a_sentence_says_of_property(sentence: str, items: list[IndustrialProperty]) -> None:
    """Kind, sign, product, owner, application and certificate with their dates; talk about property in general is none."""
    assert list(_found(sentence)) == items


def test_a_grant_before_the_filing_is_found() -> None:
    """What was read from the sentence is judged: a mark can't be granted before it was filed."""
    [mark] = _found(
        "Nhãn hiệu “Gạo Bản” (số đơn 4-2022-00111 nộp ngày 05/8/2022) có văn bằng số 400123 cấp ngày 01/3/2022."
    )
    assert [finding.rule.name for finding in check(mark)] == ["property.order"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Nhãn hiệu tập thể “Nậm Khao” cho sản phẩm chè của HTX Nậm Khao, nộp đơn ngày 12/8/2022, hết hạn ngày 12/8/2032.",
            IndustrialProperty(
                "nhãn hiệu tập thể",
                "chè",
                sign="Nậm Khao",
                owner="HTX Nậm Khao",
                filed=date(2022, 8, 12),
                expires=date(2032, 8, 12),
            ),
        ),
        (
            "Sáng chế cho sản phẩm máy sao chè được cấp văn bằng ngày 02/01/2023.",
            IndustrialProperty("sáng chế", "máy sao chè", granted=date(2023, 1, 2)),
        ),
        (
            "Nhãn hiệu chứng nhận “Nậm Khao” cho sản phẩm chè, đang lập hồ sơ từ ngày 12/8/2022.",
            IndustrialProperty("nhãn hiệu chứng nhận", "chè", sign="Nậm Khao"),
        ),
    ],
)
def test_days_are_told_without_numbers(sentence: str, expected: IndustrialProperty) -> None:
    """Filing, grant and the end of protection have days of their own; another day is none of them."""
    assert _found(sentence) == (expected,)
