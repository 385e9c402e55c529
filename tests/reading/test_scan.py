"""The figures of a running text, with what they count and the words beside them."""

import pytest

from khcn_plan.reading import lines, scan


def _figures(text: str) -> list[str]:
    return [f"{figure.quantity.value} {figure.quantity.unit}".strip() for figure in scan.read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hiện có 8.229 cái máy", ["8229 cái"]),
        ("kinh phí 1.256,5 triệu đồng", ["1256500000 đồng"]),
        ("40 (bốn mươi) tỷ đồng", ["40000000000 đồng"]),
        ("đạt trên 75% kế hoạch", ["75 %"]),
        ("121 trạm BTS và 104 hộp thư điện tử", ["121 trạm", "104 hộp thư"]),
        ("350.000đồng/người", ["350000 đồng"]),
        ("70.000.000,đ", ["70000000 đồng"]),
        ("có 12 và 15 xã", ["12", "15 xã"]),
        ("401 chợ\nTrong đó", ["401 chợ"]),
        ("250 căn và 82 căn hộ", ["250 căn", "82 căn hộ"]),
        ("51 phim gồm 13 phim dài", ["51 phim", "13 phim dài"]),
        ("200 Quyết định", ["200"]),
        ("1,2 triệu tấn và 3 triệu lượt khách", ["1200000 tấn", "3000000 lượt khách"]),
        ("5,5 triệu USD, tương đương 130 tỷ", ["5500000 USD", "130000000000 đồng"]),
        ("hỗ trợ 500 triệu năm 2022", ["500000000 đồng"]),
    ],
)
def test_a_figure_has_its_unit(text: str, expected: list[str]) -> None:
    """What is counted stands behind the figure, in one word or two."""
    assert _figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ngày 15 tháng 8 năm 2023",
        "Điều 5 khoản 2 điểm 3",
        "số 124/KH-UBND ngày 15/04/2021",
        "TCVN ISO 9001-2015",
        "công suất 8 -12 mã lực",
        "sóng 3G, 4G",
        "1. Quản lý nhà nước",
        "Thời gian thực hiện: 2019.",
        "gồm: (1) tập huấn, (2) hội nghị",
        "tỷ lệ 1:1000 - 1:10.000",
        "người.[40] Theo",
        "giai đoạn 2021-2025",
        "1,234 máy",
    ],
)
def test_numbers_that_count_nothing_are_no_figures(text: str) -> None:
    """Dates, numbers of articles and documents, standards, ranges, ordinals and figures with two readings are passed over."""
    assert _figures(text) == []


def test_stretches_claimed_by_something_else_are_passed_over() -> None:
    """A figure inside the title of a document is no statement."""
    text = "giảm 30 người, theo đề án 12 xã"
    assert [f.quantity.unit for f in scan.read(text, [(0, 10)])] == ["xã"]


def _amounts(text: str) -> list[tuple[int, str | None, str]]:
    prepared = lines.read(text)
    return [(a.value, a.words, a.label) for a in scan.amounts(prepared, scan.read(prepared.flow))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "90.000.000 đồng (Bảng chữ: Chín mươi triệu đồng chẵn).",
            (90_000_000, "Chín mươi triệu đồng chẵn", "Bảng chữ"),
        ),
        (
            "140.000.000 đồng.\n(Bằng chữ: Một trăm bốn mươi triệu đồng)",
            (140_000_000, "Một trăm bốn mươi triệu đồng", "Bằng chữ"),
        ),
        ("1.000.000đ (một triệu đồng)", (1_000_000, "một triệu đồng", "Bằng chữ")),
        ("40 (bốn mươi) tỷ đồng", (40_000_000_000, "bốn mươi tỷ đồng", "Bằng chữ")),
        ("5.000.000 đồng (chưa bao gồm thuế)", (5_000_000, None, "Bằng chữ")),
        (
            "5.000.000 đồng, số tiền viết bằng chữ là: Năm triệu đồng",
            (5_000_000, "Năm triệu đồng", "số tiền viết bằng chữ"),
        ),
    ],
)
def test_an_amount_has_the_words_beside_it(text: str, expected: tuple[int, str | None, str]) -> None:
    """Words stand in brackets, behind a label, on the next line, or between figure and unit."""
    assert _amounts(text) == [expected]


def test_what_is_no_whole_number_of_dong_is_no_amount() -> None:
    """There is no half đồng."""
    assert _amounts("0,5 đồng") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trong 05 (năm) ngày làm việc", [(5, "năm")]),
        ("bằng 50% (năm mươi phần trăm) mức thu", [(50, "năm mươi")]),
        ("có 7 (bảy) người", [(7, "bảy")]),
        ("diện tích 50 ha (năm mươi hecta)", [(50, "năm mươi")]),
        ("có 7 xã (ba xã)", [(7, "ba")]),
        ("có 7 xã (ba xã vùng cao)", []),
        ("có 7 xã (trong đó ba xã vùng cao)", []),
        ("có 7 xã (hai ba)", []),
        ("có 7 xã", []),
    ],
)
def test_a_count_has_the_words_beside_it(text: str, expected: list[tuple[int, str]]) -> None:
    """Days, people and percentages are written in words too."""
    prepared = lines.read(text)
    assert [(c.value, c.words) for c in scan.counts(prepared, scan.read(prepared.flow))] == expected
