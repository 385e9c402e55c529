"""Citations in running text: what a reader would see, where it stands, and nothing else."""

import csv
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan.reading import citations
from khcn_plan.reading.citations import find
from tests.timing import seconds

SHARED = Path(__file__).parents[3] / "shared"

# text, then (kind, number, issued, issuer, title) of each document in it
NAMED = [
    (
        "Căn cứ Quyết định số 09/2015/QĐ-UBND ngày 06 tháng 8 năm 2015 của UBND tỉnh Hà Giang về định mức;",
        [("Quyết định", "09/2015/QĐ-UBND", "2015-08-06", "UBND tỉnh Hà Giang", "về định mức")],
    ),
    (
        "Căn cứ Luật Ngân sách nhà nước số 83/2015/QH13 ngày 25 tháng 6 năm 2015;",
        [("Luật", "83/2015/QH13", "2015-06-25", "", "Luật Ngân sách nhà nước")],
    ),
    (
        "- Căn cứ Luật tổ chức HĐND và UBND (sửa đổi) được Quốc hội thông qua ngày 26-11-2003;",
        [("Luật", "", "2003-11-26", "Quốc hội", "Luật tổ chức HĐND và UBND (sửa đổi)")],
    ),
    (
        "Căn cứ Luật Xây dựng ngày 18.6.2014; Luật Đầu tư năm 2020; Pháp lệnh Thủ đô Hà Nội;",
        [
            ("Luật", "", "2014-06-18", "", "Luật Xây dựng"),
            ("Luật", "", "", "", "Luật Đầu tư"),
            ("Pháp lệnh", "", "", "", "Pháp lệnh Thủ đô Hà Nội"),
        ],
    ),
    (
        "Căn cứ Luật số 90/2025/QH15 ngày 25 tháng 6 năm 2025 của Quốc hội sửa đổi, bổ sung Luật Đấu thầu;",
        [("Luật", "90/2025/QH15", "2025-06-25", "Quốc hội", "sửa đổi, bổ sung Luật Đấu thầu")],
    ),
    (
        "Căn cứ Luật Đất đai số 31/2024/QH15 được sửa đổi bởi các Luật số 43/2024/QH15, số 47/2024/QH15;",
        [
            ("Luật", "31/2024/QH15", "", "", "Luật Đất đai"),
            ("Luật", "43/2024/QH15", "", "", ""),
            ("Luật", "47/2024/QH15", "", "", ""),
        ],
    ),
    (
        "Căn cứ Luật Đất đai và Nghị định số 43/2014/NĐ-CP ngày 15/5/2014;",
        [("Luật", "", "", "", "Luật Đất đai"), ("Nghị định", "43/2014/NĐ-CP", "2014-05-15", "", "")],
    ),
    ("Căn cứ Luật Giá", [("Luật", "", "", "", "Luật Giá")]),
    ("theo Giấy mời số 12/GM-UBND ngày 02/02/2023", [("Giấy mời", "12/GM-UBND", "2023-02-02", "", "")]),
    ("kèm Phiếu chuyển số 7/PC-VP", [("Phiếu chuyển", "7/PC-VP", "", "", "")]),
    (
        "Căn cứ Luật Quản lý thuế và các văn bản hướng dẫn thi hành;",
        [("Luật", "", "", "", "Luật Quản lý thuế")],
    ),
    (
        "Căn cứ Nghị quyết kỳ họp thứ 14 - HĐND tỉnh khoá XIV về giá các loại đất năm 2010;",
        [("Nghị quyết", "", "", "", "về giá các loại đất năm 2010")],
    ),
    (
        "Căn cứ các Nghị định của Chính phủ: số 181/2004/NĐ-CP ngày 29/10/2004 về đất; số 198/2004/NĐ-CP;",
        [
            ("Nghị định", "181/2004/NĐ-CP", "2004-10-29", "Chính phủ", "về đất"),
            ("Nghị định", "198/2004/NĐ-CP", "", "", ""),
        ],
    ),
    (
        "Quyết định số 12/2004/QĐ-UB ngày 18/11/2004, Quyết định số 9/2005/QĐ-UB của UBND tỉnh về giá đất;",
        [
            ("Quyết định", "12/2004/QĐ-UB", "2004-11-18", "UBND tỉnh", "về giá đất"),
            ("Quyết định", "9/2005/QĐ-UB", "", "UBND tỉnh", "về giá đất"),
        ],
    ),
    (
        "Nghị định số 174/2007/NĐ-CP của Chính phủ về phí và Thông tư số 39/2008/TT-BTC của Bộ Tài chính;",
        [
            ("Nghị định", "174/2007/NĐ-CP", "", "Chính phủ", "về phí"),
            ("Thông tư", "39/2008/TT-BTC", "", "Bộ Tài chính", ""),
        ],
    ),
    (
        "Nghị định số 24/2006/NĐ-CP ngày 06/3/2006 sửa đổi Nghị định số 57/2002/NĐ-CP ngày 03/6/2002",
        [
            (
                "Nghị định",
                "24/2006/NĐ-CP",
                "2006-03-06",
                "",
                "sửa đổi Nghị định số 57/2002/NĐ-CP ngày 03/6/2002",
            ),
            ("Nghị định", "57/2002/NĐ-CP", "2002-06-03", "", ""),
        ],
    ),
    (
        "Nghị định số 06/2022/NĐ-CP quy định giảm phát thải, được sửa đổi theo Nghị định số 119/2025/NĐ-CP;",
        [
            ("Nghị định", "06/2022/NĐ-CP", "", "", "quy định giảm phát thải"),
            ("Nghị định", "119/2025/NĐ-CP", "", "", ""),
        ],
    ),
    (
        "Nghị quyết số 85/2009/NQ-HĐND ngày 02/12/2009 của HĐND tỉnh khoá VII, kỳ họp thứ mười lăm về tỷ lệ;",
        [("Nghị quyết", "85/2009/NQ-HĐND", "2009-12-02", "HĐND tỉnh khoá VII", "về tỷ lệ")],
    ),
    (
        "Nghị định số 55/2025/NĐ-CP của Chính phủ ngày 02 tháng 03 năm 2025 quy định chức năng.",
        [("Nghị định", "55/2025/NĐ-CP", "2025-03-02", "Chính phủ", "quy định chức năng")],
    ),
    (
        "Thực hiện kế hoạch 124/KH-UBND ngày 15/04/2021 của UBND tỉnh, có văn bản 247/UBND ngày 21/3/2022",
        [
            ("Kế hoạch", "124/KH-UBND", "2021-04-15", "UBND tỉnh", ""),
            ("Văn bản", "247/UBND", "2022-03-21", "", ""),
        ],
    ),
    (
        "thực hiện Nghị quyết 36a của Chính phủ, Nghị quyết số 11 và Nghị quyết 30c/NQ-CP",
        [
            ("Nghị quyết", "36a", "", "Chính phủ", ""),
            ("Nghị quyết", "số 11", "", "", ""),
            ("Nghị quyết", "30c/NQ-CP", "", "", ""),
        ],
    ),
    ("theo Quyết định 15 ngày 02/3/2020", [("Quyết định", "số 15", "2020-03-02", "", "")]),
    (
        "CHỈ THỊ SỐ 37-CT/TW NGÀY 03 THÁNG 9 NĂM 2019 CỦA BAN BÍ THƯ",
        [("Chỉ thị", "37-CT/TW", "2019-09-03", "BAN BÍ THƯ", "")],
    ),
    (
        "**Căn cứ** *Quyết định\nsố **09/2015/QĐ-UBND** ngày 06\ntháng 8 năm 2015 của UBND\ntỉnh;*",
        [("Quyết định", "09/2015/QĐ-UBND", "2015-08-06", "UBND tỉnh", "")],
    ),
    (
        "Căn cứ Quyết định số ……/2023/QĐ-UBND ngày … tháng … năm 2023 của UBND tỉnh;",
        [("Quyết định", "/2023/QĐ-UBND", "", "UBND tỉnh", "")],
    ),
    ("Xét Báo cáo thẩm định số 12/BC-STP.", [("Báo cáo", "12/BC-STP", "", "", "")]),
    (
        "(Tờ trình liên ngành số 15/TTLN-STC-SKHCN)",
        [("Tờ trình liên ngành", "15/TTLN-STC-SKHCN", "", "", "")],
    ),
    ("ý kiến tại số 383/SKHCN-QLKH ngày 29/4/2022", [("", "383/SKHCN-QLKH", "2022-04-29", "", "")]),
    ("Quyết định số 5/QĐ-UBND ngày 31/02/2023", [("Quyết định", "5/QĐ-UBND", "", "", "")]),
    ("Luật Nhà ở số 13/QĐ-UBND ngày 5/2/2020", [("Quyết định", "13/QĐ-UBND", "2020-02-05", "", "")]),
]

NOTHING = [
    "",
    "Căn cứ",
    "Căn cứ Luật",
    "Căn cứ Luật;",
    "Căn cứ Luật " + "bảo vệ môi trường và " * 20,
    "Căn cứ Nghị quyết này, UBND tỉnh ban hành quyết định",
    "Căn cứ kế hoạch được duyệt;",
    "Căn cứ pháp luật về tiền thuê đất;",
    "Số: 124/KH-UBND",
    "Mẫu số 01/GTGT, hóa đơn 12/HD",
    "Quy chuẩn QCVN 85:2025/BNNMT",
    "kỳ họp thứ 14 - HĐND tỉnh",
    "tỷ lệ 1/500, tốc độ 5 km/h, ngày 29/4/2022, phần mềm B1/QĐ-UB",
    "9/Chung",
    "và/hoặc K/QĐ-UBND; tờ /K",
    "Luật sư Nguyễn Văn A ngày 5/3/2020",
    "chấp hành pháp Luật ngày 5/3/2020",
    "thi hành Luật Đất đai, ngày 15/3/2020 UBND tỉnh họp",
    "Luật Đất đai có hiệu lực từ ngày 01/8/2024",
    "Luật Đất đai sẽ có hiệu lực từ năm 2024",
    "theo Luật Đất đai số tiền",
    "theo Luật Đất đai số 5 ngày",
    "Nghị quyết 10 năm",
]


def _parts(text: str) -> list[tuple[str, str, str, str, str]]:
    return [(one.kind, str(one.number or ""), str(one.issued or ""), one.issuer, one.title) for one in find(text)]


@pytest.mark.parametrize(("text", "documents"), NAMED)
def test_finds_the_documents_that_a_reader_sees(text: str, documents: list[tuple[str, str, str, str, str]]) -> None:
    """Type, number, date, issuer and title of each document come out in the order of the text."""
    assert _parts(text) == documents


@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing_where_nothing_is_named(text: str) -> None:
    """Letterheads, forms, standards, ratios and laws in general are no citations."""
    assert _parts(text) == []


def test_a_legal_basis_ends_with_its_mark() -> None:
    """What is written includes the closing semicolon or full stop, not the emphasis around it."""
    text = "*Căn cứ Quyết định số 5/QĐ-UBND ngày 1/2/2023 của UBND tỉnh;*"
    [one] = find(text)
    assert one.written == "Quyết định số 5/QĐ-UBND ngày 1/2/2023 của UBND tỉnh;"


def test_places_are_those_of_the_caller() -> None:
    """Offset and line are shifted to where the paragraph begins in the whole text."""
    head = "KẾ HOẠCH\n\n"
    body = "theo Kế hoạch số 1/KH-UBND\nvà Kế hoạch số 2/KH-UBND."
    found = find(body, offset=len(head), line=3)
    assert [one.place.line for one in found if one.place] == [3, 4]
    assert [one.place.of(head + body) for one in found if one.place] == [one.written for one in found]


def test_a_title_stops_at_the_next_paragraph() -> None:
    """A blank line, a bullet, a new "Căn cứ" or a numbered clause ends a title."""
    for following in ("\n\nĐiều 1", "\n- Sở Tài chính", "\nCăn cứ Luật Giá", "\n1. Kinh phí", " | 5"):
        first, *_ = find(f"Quyết định số 5/QĐ-UBND ngày 1/2/2023 về việc giao dự toán{following}")
        assert first.title == "về việc giao dự toán"


def _right(row: dict[str, str]) -> bool:
    found = _parts(unicodedata.normalize("NFC", row["citation_text"]))
    return any(row["number_symbol"] == number and row["date"] in {"", issued} for _, number, issued, _, _ in found)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data lie beside the repository")
def test_legal_bases_of_published_documents() -> None:
    """At least 98 in 100 published bases give number and date; the others are slips of the list."""
    with (SHARED / "data" / "citations.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["number_symbol"]]
    assert sum(map(_right, rows)) >= 0.98 * len(rows)


NAMES = [
    "Căn cứ",
    "Luật",
    "Đất đai",
    "Bộ luật",
    "Nghị quyết",
    "Quyết định",
    "Chính phủ",
    "UBND tỉnh",
    "số",
    "của",
]
NUMBERS = ["09/2015/QĐ-UBND", "/QĐ-UBND", "36a", "57-NQ/TW", "93/2025/QH15", "1", "/"]
DATES = ["ngày", "29/4/2022", "ngày 06 tháng 8 năm 2015", "năm 2013"]
JOINTS = ["về việc", "được sửa đổi", "kỳ họp thứ", "và", "các", *";,.:()“”*", "\n", "\n\n", "İ"]
WORDS = st.sampled_from([*NAMES, *NUMBERS, *DATES, *JOINTS])


@given(st.text() | st.lists(WORDS).map(" ".join) | st.text("1/-QĐUBNLuật số.\n(“"))
def test_any_text_can_be_searched(text: str) -> None:
    """Nothing is raised, places are exact, and citations come in the order of the text."""
    found = find(text)
    starts = [one.place.start for one in found if one.place]
    assert starts == sorted(set(starts))
    for one in found:
        assert one.place
        assert one.place.of(text) == one.written
        assert one.place.line == 1 + text.count("\n", 0, one.place.start)


HOSTILE = (
    "1",
    "1/",
    "số ",
    "Căn cứ ",
    "Căn cứ Luật ",
    "Luật a b c ",
    "1/QĐ-UB ",
    "Quyết định số 1/QĐ-UB về ",
    "Nghị định 1/NĐ-CP của (",
    "Luật Đất đai năm 2003, ",
    "Nghị quyết 36a kỳ họp thứ a b c d ",
    "1 ",
    " ",
    "\n",
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    """Eight times the text takes about eight times the time, never sixty-four times."""
    short, long = unit * (4_000 // len(unit)), unit * (32_000 // len(unit))
    assert _seconds(long) < 24 * _seconds(short) + 0.01


def _seconds(text: str) -> float:
    return seconds(lambda: find(text))


def test_scan_gives_bare_matches() -> None:
    """The scanner knows nothing of the model; its offsets are those of the text it was given."""
    [mention] = citations.scan("theo Kế hoạch số 16/KH-UBND ngày 12/01/2021.")
    assert (mention.start, mention.end, mention.issued) == (5, 44, date(2021, 1, 12))


def test_an_issuer_ends_with_its_paragraph() -> None:
    """What a heading cites does not go on in the paragraph below it."""
    [one] = citations.find("3. Theo Nghị quyết 36a của Chính phủ\nTỷ lệ máy tính nối mạng đạt 98%.")
    assert (one.issuer, one.written) == ("Chính phủ", "Nghị quyết 36a của Chính phủ")
