"""Which figures are parts of which total: read where the text leaves no doubt, and passed over where it does."""

import csv

import pytest

from khcn_plan import DivisionKind, check
from khcn_plan.formats import text as texts
from khcn_plan.reading import divisions, items, lines, scan
from tests.shared import BREAKDOWNS, needs_data


def _read(text: str) -> list[tuple[str, str, list[str]]]:
    prepared = lines.read(text)
    found = divisions.read(prepared, items.read(prepared.flow), scan.read(prepared.flow))
    return [
        (str(b.total.value), division.kind.value, [str(part.total.value) for part in division.parts])
        for b in found
        for division in b.divisions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 9 máy, trong đó: 5 máy cày; 4 máy bừa.", ("9", "partition", ["5", "4"])),
        ("Có 9 máy, gồm 5 máy cày và 4 máy bừa.", ("9", "partition", ["5", "4"])),
        ("Có 90 máy, trong đó: 50 máy cày; 30 máy bừa.", ("90", "subset", ["50", "30"])),
        ("Có 90 máy, gồm: 50 máy cày; 30 máy bừa.", ("90", "partition", ["50", "30"])),
        ("Có 90 máy, gồm: 50 máy cày; 30 máy bừa…", ("90", "open", ["50", "30"])),
        ("Có 100 máy, cụ thể: 53 máy cày; 21 máy bừa; 13 máy gặt.", ("100", "unsure", ["53", "21", "13"])),
        (
            "Thu 300 triệu đồng (năm 2026: 100; năm 2027: 200).\nTrong đó gồm:",
            ("300000000", "partition", ["100000000", "200000000"]),
        ),
        ("Chi 465 triệu đồng (200 cho xã và 265 cho huyện).", ("465000000", "partition", ["200000000", "265000000"])),
        (
            "Tổng vốn 300 triệu đồng: tỉnh 200 triệu đồng, huyện 90 triệu đồng.",
            ("300000000", "partition", ["200000000", "90000000"]),
        ),
        ("Phân bổ 90 tấn cho 02 xã: xã A 50 tấn; xã B 40 tấn.", ("90", "partition", ["50", "40"])),
        ("Loại 2: 57 chợ (3 chợ thủy sản, 55 chợ tổng hợp).", ("57", "partition", ["3", "55"])),
        (
            "30.000 triệu đồng, gồm: nhiệm vụ một: 10.000; nhiệm vụ hai: 20.000.",
            ("30000000000", "partition", ["10000000000", "20000000000"]),
        ),
        (
            "Tổng số: 401 chợ\nTrong đó:\n- Loại 1: 20 chợ\n- Loại 2: 57 chợ\n- Loại 3: 325 chợ",
            ("401", "subset", ["20", "57", "325"]),
        ),
        (
            "1. Vốn: 300 triệu đồng\na) Trung ương: 100 triệu đồng\nb) Địa phương: 200 triệu đồng",
            ("300000000", "partition", ["100000000", "200000000"]),
        ),
        (
            "1. Vốn: 336 triệu đồng\na) Trung ương: 121 triệu đồng\nb) Địa phương: 225 triệu đồng",
            ("336000000", "partition", ["121000000", "225000000"]),
        ),
        ("- Tổng số học sinh: 900 em\n- Tiểu học: 500 em\n- Trung học: 400 em", ("900", "partition", ["500", "400"])),
        (
            "- Tổng số: 493 em\n- Mầm non: 235 em (tỉnh giao) / 258 em (huyện giao)\n- Tiểu học: 235 em",
            ("493", "partition", ["258", "235"]),
        ),
        (
            "Chi 90 triệu đồng, tăng 5 triệu đồng (80 triệu đồng); trong đó: mua 50 triệu đồng, tăng 2%; sửa 40 triệu đồng.",
            ("90000000", "partition", ["50000000", "40000000"]),
        ),
        (
            "Chi 50 triệu đồng, gồm:\n- Tập huấn: 02 lớp x 15 triệu đồng = 30 triệu đồng;\n- Tem: 20 triệu đồng.",
            ("50000000", "partition", ["30000000", "20000000"]),
        ),
        (
            "Chi 200 triệu đồng, gồm:\n- Sấy: 150 triệu đồng;\n- Lớp: 2 × 15 triệu đồng = 30 triệu đồng;\n- Tem: 21 triệu đồng.",
            ("200000000", "partition", ["150000000", "30000000", "21000000"]),
        ),
        (
            "Cấp 90 triệu đồng, trong đó:\n- Quản lý: 45 triệu đồng, đã chi hết 40 triệu đồng.\n- Mô hình: 50 triệu đồng.",
            ("90000000", "subset", ["45000000", "50000000"]),
        ),
        (
            "Chi 100 triệu đồng, gồm:\n- mua: 50 triệu đồng;\n- sửa: 30 triệu đồng;\n- …\nHết.",
            ("100000000", "open", ["50000000", "30000000"]),
        ),
        ("Tổng số 12 đề tài, trong đó: cấp tỉnh 5, cấp cơ sở 8.", ("12", "subset", ["5", "8"])),
        ("Có 120 cán bộ, gồm tiến sĩ 12, thạc sĩ 48 và đại học 60.", ("120", "partition", ["12", "48", "60"])),
        (
            "Chi 90 triệu đồng (trong đó: mua 50 triệu đồng, sửa 40 triệu đồng).",
            ("90000000", "partition", ["50000000", "40000000"]),
        ),
    ],
)
def test_a_total_has_its_parts(text: str, expected: tuple[str, str, list[str]]) -> None:
    """Words, brackets, semicolons and lists say what is a part; comparisons and other units are none."""
    assert _read(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The list that a sentence announces, in lines or with its line breaks lost.
        (
            "Vốn là 28.132 tỷ đồng, phân bổ như sau:\n- Đến năm 2020: 36.012 tỷ đồng;\n- Sau năm 2020: 12.120 tỷ đồng.",
            [("28132000000000", "partition", ["36012000000000", "12120000000000"])],
        ),
        (
            "Bổ sung 13.646 triệu đồng cho Đảng. Trong đó: 1. Cấp tỉnh: 6.226 triệu đồng. 2. Cấp huyện: 7.430 triệu đồng.",
            [("13646000000", "subset", ["6226000000", "7430000000"])],
        ),
        (
            "Còn 3.263 hộ có nhà hư hỏng, cụ thể:\n- Có 958 nhà theo kế hoạch.\n- Có 2.325 nhà ngoài kế hoạch.",
            [("3263", "partition", ["958", "2325"])],
        ),
        # Several totals, each in its unit.
        (
            "Có 657 dự án với 5.971 căn, trong đó:\n- Xong: 103 dự án, 667 căn.\n- Đang làm: 654 dự án, 5.304 căn.",
            [("5971", "partition", ["667", "5304"]), ("657", "partition", ["103", "654"])],
        ),
        (
            "Dự kiến 6.084 biên chế cho 102 đơn vị, gồm 1.801 biên chế khối Đảng và 4.284 biên chế khối chính quyền.",
            [("6084", "partition", ["1801", "4284"])],
        ),
        (
            "Giai đoạn một mở bán 484 căn. Giai đoạn hai có 1.104 căn.\nTrong đó, 589 căn để bán, 712 căn cho thuê.",
            [("1104", "subset", ["589", "712"])],
        ),
        # Rough in word, and printed to the last digit.
        (
            "Diện tích khoảng 1.050,1 ha, gồm: đất ở 561,1 ha, đất quân sự khoảng 70,2 ha, đất chung 488,8 ha.",
            [("1050.1", "partition", ["561.1", "70.2", "488.8"])],
        ),
        (
            "Vốn khoảng 305,03 tỷ đồng, gồm: vốn góp 112,25 tỷ đồng, vốn vay 193,78 tỷ đồng.",
            [("305030000000", "partition", ["112250000000", "193780000000"])],
        ),
        # A bracket behind the words that say what is counted.
        (
            "Công bố 229 thủ tục hành chính lĩnh vực nông nghiệp (cấp tỉnh: 197 thủ tục, cấp xã: 22 thủ tục).",
            [("229", "partition", ["197", "22"])],
        ),
        (
            "Có 722 tổ chức đảng ở cơ sở (589 ở xã, 77 ở phường, 47 ở thị trấn).",
            [("722", "partition", ["589", "77", "47"])],
        ),
        # Products and their stars.
        (
            "Huyện có 44 sản phẩm OCOP: 26 ba sao, 17 bốn sao và 3 năm sao.",
            [("44", "partition", ["26", "17", "3"])],
        ),
        (
            "Năm 2024 (sau 6 năm): 21 sản phẩm: 6 sản phẩm đạt 4 sao, 15 sản phẩm hạng 3 sao.",
            [("21", "partition", ["6", "15"])],
        ),
        # Lists on one level, opened or closed by their total.
        (
            "Tổng diện tích: 6.391 ha\nSâm: 4.446 ha (trồng mới 1.563 ha)\nCây khác: 1.945 ha\nB. Chăn nuôi",
            [("6391", "partition", ["4446", "1945"])],
        ),
        (
            "+ Chi văn xã: 597,9 tỷ đồng.\nGiáo dục: 390,8 tỷ đồng.\nY tế: 307,1 tỷ đồng.\n+ Chi khác: 1 tỷ đồng.",
            [("597900000000", "partition", ["390800000000", "307100000000"])],
        ),
        (
            "3. Kinh phí:\n- Mua giống: 120 triệu đồng\n- Tập huấn: 45 triệu đồng\n- Tổng cộng: 175 triệu đồng",
            [("175000000", "partition", ["120000000", "45000000"])],
        ),
        (
            "Mua giống: 120 triệu đồng\nTập huấn: 45 triệu đồng\nTổng cộng: 165 triệu đồng",
            [("165000000", "partition", ["120000000", "45000000"])],
        ),
        (
            "- Giống: 120 triệu đồng\n+ Lạc: 90 triệu đồng\n+ Ngô: 30 triệu đồng\n- Tem: 45 triệu đồng\nCộng: 165 triệu đồng",
            [
                ("120000000", "partition", ["90000000", "30000000"]),
                ("165000000", "partition", ["120000000", "45000000"]),
            ],
        ),
        # Lists under headings, each of which divides the total.
        (
            "• Tổng số học sinh: 9.215 em\n• Chia theo cấp học:\no Tiểu học: 5.915 em\no THCS: 3.400 em",
            [("9215", "partition", ["5915", "3400"])],
        ),
        (
            "Tổng chi là 1.617 tỷ đồng, trong đó:\n1. Nguồn chi:\n1.1. Cân đối: 1.281 tỷ đồng.\n1.2. Bổ sung: 336 tỷ đồng.",
            [("1617000000000", "partition", ["1281000000000", "336000000000"])],
        ),
        (
            "a) Tổng: 401 chợ\nTrong đó:\n- To: 76 chợ\n- Bé: 326 chợ\nb) Theo năm:\n- 2024\n+ 171 chợ\n- 2025\n+ 230 chợ",
            [("401", "subset", ["76", "326"]), ("401", "partition", ["171", "230"])],
        ),
        ("Có 100 nhà, gồm: nhà cao 50, nhà thấp 50.", [("100", "partition", ["50", "50"])]),
        # A number in a name, and words that speak of no change.
        (
            "1. Vốn: 459 triệu đồng\na) Chương trình 135, dự án rừng: 33 triệu đồng\nb) Vốn khác: 426 triệu đồng",
            [("459000000", "partition", ["33000000", "426000000"])],
        ),
        (
            "Cấp 900 triệu đồng, gồm: giảm nghèo 400 triệu đồng; tăng cường năng lực 600 triệu đồng.",
            [("900000000", "partition", ["400000000", "600000000"])],
        ),
        (
            "Dự án thành phần 1 cao tốc có vốn 90 tỷ đồng.\nTrong đó:\n- Xây: 50 tỷ đồng;\n- Mua: 40 tỷ đồng.",
            [("90000000000", "partition", ["50000000000", "40000000000"])],
        ),
    ],
)
def test_a_total_is_found_in_every_arrangement(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    """As officers arrange them: announced, listed, in brackets, in columns of names and figures, twice."""
    assert _read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ít nhất 90 máy, gồm 50 máy cày và 30 máy bừa.",
        "Tăng 5% so với năm 2021, trong đó miền núi 3%.",
        "Có 90 máy, trong đó 50 máy cày.",
        "Chi 350.000 đồng/người, gồm 200.000 đồng tiền ăn và 100.000 đồng tiền ở.",
        "Có 4 điểm đá quý, trong đó một phần nằm trong rừng phòng hộ.",
        "1. Trồng 90 ha\na) Năm đầu trồng 40 ha\nb) Năm sau trồng 30 ha",
        "- Năm nay: 90 máy\n- Năm trước: 50 máy\n- Năm kia: 30 máy",
        "Gồm 50 máy cày và 30 máy bừa.",
        "Số 2.022 gồm: mẫu 1, mẫu 2 và phụ bản 3.",
        "Tổng số 300 hộ: 20 hộ nghèo, 5 hộ khá.",
        "Có 0 máy, gồm 5 máy cày và 3 máy bừa.",
        "1. Có 90 máy\nTrong đó:",
    ],
)
def test_what_is_no_sum_is_left_alone(text: str) -> None:
    """A bound, a comparison, a rate, a single part or a list without a total claims nothing that could be wrong."""
    assert [found for found in _read(text) if found[1] != "unsure"] == []


def test_a_nested_division_does_not_join_the_outer_one() -> None:
    """A part that is divided again counts once in its total, and is held against its own parts."""
    text = "Chi 26 tỷ đồng, trong đó: cân đối 21 tỷ đồng (trong đó: đầu tư 6 tỷ đồng, khác 15 tỷ đồng); mục tiêu 5 tỷ đồng."
    assert [(total[:2], kind) for total, kind, _ in _read(text)] == [("26", "partition"), ("21", "partition")]


def test_a_mistyped_digit_is_told_from_a_list_that_is_no_sum() -> None:
    """Without a word that divides, only a difference that one digit or a swap of two explains is reported."""
    assert _read("- Tổng số: 903 em\n- Tiểu học: 501 em\n- Trung học: 492 em")[0][1] == "partition"
    assert _read("- Tổng số: 954 em\n- Tiểu học: 500 em\n- Trung học: 445 em")[0][1] == "partition"
    assert _read("- Tổng số: 900 em\n- Tiểu học: 313 em\n- Trung học: 217 em") == []


@pytest.mark.parametrize("maize", ["- Ngô cả năm: 5,00 ha - 20,30 tấn", "- Ngô: 20,30 tấn"])
def test_grain_is_paddy_and_maize(maize: str) -> None:
    """What statistics define as a sum of others is held against them, softly."""
    text = f"- Sản lượng lương thực có hạt: 674,67 tấn\n- Sản lượng thóc: 593,47 tấn\n{maize}"
    assert ("674.67", "subset", ["593.47", "20.30"]) in _read(text)


@pytest.mark.parametrize("noughts", [28, 97])
def test_figures_of_any_length_are_added_up(noughts: int) -> None:
    """Longer figures than decimals usually have are exact too."""
    nine, five, three = (f"{digit}{'0' * noughts}" for digit in (9, 5, 3))
    assert _read(f"Có {nine} máy, gồm {five} máy cày và {three} máy bừa.") == [(nine, "partition", [five, three])]
    assert _read(f"- Tổng: {nine} em\n- Lớp một: {five} em\n- Lớp hai: {three} em") == []


def test_grain_at_the_head_of_an_item_is_grain() -> None:
    """A capital makes no difference."""
    text = "- Lương thực có hạt: 674,67 tấn\n- Sản lượng thóc: 593,47 tấn\n- Ngô: 81,20 tấn"
    assert _read(text) == [("674.67", "subset", ["593.47", "81.20"])]


def test_grain_without_maize_is_paddy() -> None:
    """What a list says there is none of is nought."""
    text = "- Sản lượng lương thực có hạt: 511,05 tấn\n- Sản lượng thóc: 478,57 tấn\n- Ngô cả năm: Không có"
    assert _read(text) == [("511.05", "subset", ["478.57", "0"])]


def test_grain_without_one_of_its_kinds_is_left_alone() -> None:
    """Where only one of the kinds is given there is nothing to add up."""
    assert _read("- Sản lượng lương thực có hạt: 674,67 tấn\n- Sản lượng thóc: 593,47 tấn\n- Cam: 5 tấn") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 7 hộ đạt trên 70 điểm, danh sách kèm theo chỉ có 6.", [("7", "partition", ["6"])]),
        ("Hỗ trợ 7 hộ (danh sách đính kèm gồm 6 hộ).", [("7", "partition", ["6"])]),
        ("Hỗ trợ 7 hộ. Danh sách kèm theo có 7 hộ.", [("7", "partition", ["7"])]),
        ("Hỗ trợ 7 hộ, danh sách đợt một có 6 hộ.", []),
        ("Hỗ trợ 7 hộ, danh sách kèm theo có 12 trang.", []),
        ("Hỗ trợ 7 hộ, trong đó danh sách kèm theo có 6 hộ.", []),
        ("Danh sách kèm theo có 6 hộ.", []),
    ],
)
def test_a_list_that_is_counted_has_as_many_as_stated(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    """Where the text says how long its list is, that is held against the number; the list of a part is another one."""
    assert _read(text) == expected


def test_parts_keep_their_places() -> None:
    """Every part leads back to its figure in the text."""
    text = "Có 9 máy, gồm 5 máy cày và 4 máy bừa."
    [breakdown] = texts.read(text).document.breakdowns
    assert [part.place.of(text) for part in breakdown.divisions[0].parts if part.place] == ["5 máy", "4 máy"]


@needs_data
def test_the_labelled_breakdowns_are_judged_as_labelled() -> None:
    """Sums that hold are silent, sums that don't are found; one row holds a faulty division beside a good one."""
    with BREAKDOWNS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = {"yes": 0, "no": 0, "partial": 0}
    for row in rows:
        report = check(texts.read(row["paragraph"].replace("\\n", "\n")))
        soft = (".total", ".remainder") if row["sums"] == "no" else (".total",)
        found[row["sums"]] += any(finding.rule.name.endswith(soft) for finding in report)
    assert found["yes"] <= 1
    assert found["no"] >= 4
    assert found["partial"] == 0


def test_kinds_are_those_of_the_model() -> None:
    """The readers use every kind of division that the model knows."""
    assert {kind.value for kind in DivisionKind} == {"partition", "subset", "open", "unsure"}


@pytest.mark.parametrize(
    "words", ["chia theo nguồn vốn, gồm:", "trong đó gồm:", "chia ra, cụ thể:", "bao gồm các khoản cụ thể:"]
)
def test_words_that_follow_one_another_divide_once(words: str) -> None:
    """“Chia theo nguồn vốn, gồm:” is one division, whose parts stand behind the last of its words."""
    assert len(_read(f"Tổng chi 90 triệu đồng {words}\n- Tỉnh: 50 triệu đồng;\n- Xã: 40 triệu đồng.")) == 1


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Có 9 máy, gồm máy cày 5 máy, máy bừa 4 máy.", ["máy cày", "máy bừa"]),
        ("Có 9 hộ, gồm 5 hộ trồng chè trung du và 4 hộ trồng chè shan.", ["trồng chè trung du", "trồng chè shan"]),
        ("Loại 2: 58 chợ (3 chợ thủy sản, 55 chợ tổng hợp).", ["thủy sản", "tổng hợp"]),
    ],
)
def test_a_part_is_named_before_or_behind_its_figure(text: str, labels: list[str]) -> None:
    """Where no name stands before the first figure, the names stand behind them."""
    prepared = lines.read(text)
    (found,) = divisions.read(prepared, items.read(prepared.flow), scan.read(prepared.flow))
    assert [part.label for part in found.divisions[0].parts] == labels


def test_what_was_carried_out_of_a_part_is_no_part() -> None:
    """However the text says that money was spent, it is spent of the part before it."""
    text = (
        "Phân bổ 90 triệu đồng, gồm: quản lý 40 triệu đồng, đã chi thực hiện hết 40 triệu đồng; mô hình 50 triệu đồng."
    )
    assert _read(text)[0][2] == ["40000000", "50000000"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 60 lớp, chia theo cấp: 35 lớp một, 25 lớp hai; chia theo vùng: 40 lớp cao, 20 lớp thấp.", ["60", "60"]),
        ("Có 60 lớp, chia theo cấp: 35 lớp một, 25 lớp hai; chia theo vùng: 40 lớp cao, 30 lớp thấp.", ["60", "60"]),
        ("Năm nay phân khai: 35 lớp một, 25 lớp hai. Có 5 lớp.", []),
    ],
)
def test_a_second_way_to_divide_divides_the_same_total(text: str, expected: list[str]) -> None:
    """Behind "chia theo cấp: …; chia theo vùng: …" stands the total of the first, and not its last part."""
    assert [total for total, _, _ in _read(text)] == expected
