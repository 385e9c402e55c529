"""Head, tail and body of a document, as Decree 30 arranges them and as files keep them."""

from datetime import date

import pytest

from khcn_plan import PartialDate, Reading
from khcn_plan.formats import text as texts

HEAD = """UBND TỈNH HÀ GIANG
SỞ KHOA HỌC VÀ CÔNG NGHỆ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/KH-SKHCN
Hà Giang, ngày 05 tháng 01 năm 2023
KẾ HOẠCH
Kiểm tra đo lường năm 2023
Kính gửi: Ủy ban nhân dân các huyện
Căn cứ Luật Đo lường ngày 11 tháng 11 năm 2011;
Căn cứ Quyết định số 09/2015/QĐ-UBND ngày 06/8/2015 của UBND tỉnh về định mức \
và Thông tư số 40/2017/TT-BTC ngày 28/4/2017 của Bộ Tài chính;
Theo đề nghị của Trưởng phòng Quản lý.
"""
TAIL = """
Nơi nhận:
- Như trên;
- Lưu: VT, QLĐL.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Nguyễn Văn An
"""


def _read(text: str) -> Reading:
    return texts.read(text)


def test_the_head_has_its_parts() -> None:
    """Superior and issuer, number, place and date, type, subject, addressee and bases are each where they belong."""
    frame = _read(HEAD + "1. Nội dung" + TAIL).document.frame
    assert (frame.superior, frame.issuer) == ("UBND TỈNH HÀ GIANG", "SỞ KHOA HỌC VÀ CÔNG NGHỆ")
    assert (str(frame.number), frame.issued) == ("15/KH-SKHCN", date(2023, 1, 5))
    assert (frame.kind, frame.subject) == ("KẾ HOẠCH", "Kiểm tra đo lường năm 2023")
    assert frame.addressees == ("Ủy ban nhân dân các huyện",)
    assert [str(basis.number or basis.title) for basis in frame.bases] == [
        "Luật Đo lường",
        "09/2015/QĐ-UBND",
        "40/2017/TT-BTC",
        "",
    ]


@pytest.mark.parametrize(
    ("as_it_should_be", "as_it_stands"),
    [("Số: 15/KH-SKHCN", "Số: 150000000/KH-SKHCN"), ("ngày 05 tháng 01 năm 2023", "ngày 31 tháng 02 năm 2023")],
)
def test_a_header_line_that_says_nothing_possible_is_not_lost(as_it_should_be: str, as_it_stands: str) -> None:
    """A number of nine digits is no number and 31 February no day: the line is kept among what was not understood."""
    reading = _read(HEAD.replace(as_it_should_be, as_it_stands) + "1. Nội dung" + TAIL)
    assert any(as_it_stands in passage.text for passage in reading.unread)


def test_the_tail_has_its_parts() -> None:
    """Recipients, authority and post, and the name below them; the mark "(Đã ký)" is none."""
    reading = _read(HEAD + "1. Nội dung./." + TAIL)
    frame = reading.document.frame
    assert [recipient.text for recipient in frame.recipients] == ["- Như trên;", "- Lưu: VT, QLĐL."]
    assert frame.signature is not None
    assert frame.signature.lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert frame.signature.signer == "Nguyễn Văn An"
    assert frame.closing is not None
    assert frame.closing.text == "1. Nội dung./."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Hà Giang, ngày tháng 02 năm 2023", PartialDate(2023, 2)),
        ("Hà Giang, ngày … tháng … năm 2023", PartialDate(2023)),
        ("Hà Giang, ngày 31 tháng 02 năm 2023", None),
    ],
)
def test_a_date_left_blank_is_partial_and_an_impossible_one_is_none(line: str, expected: PartialDate | None) -> None:
    """A draft leaves the day open; a day that no calendar has is no date."""
    dated = _read(f"Số: /KH-UBND\n{line}\nKẾ HOẠCH\nNăm 2023").document.frame.dated
    assert (dated.day if dated else None) == expected


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Số: 1/KH-UBND\nKẾ HOẠCH\nNăm 2023\nỦy ban nhân dân huyện Quang Bình báo cáo như sau:",
            "Ủy ban nhân dân huyện Quang Bình",
        ),
        (
            "Số: 1/KH-UBND\nKẾ HOẠCH\nNăm 2023\nBáo cáo\nMột\nTrên đây là kế hoạch của UBND xã Yên Hà./.",
            "UBND xã Yên Hà",
        ),
        ("Số: 1/KH-UBND\nKẾ HOẠCH\nNăm 2023\nBáo cáo", "Ủy ban nhân dân"),
        ("KẾ HOẠCH\nNăm 2023\nBáo cáo", ""),
        (
            "QUYẾT ĐỊNH\nVề giá đất\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Đất đai;",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
        ),
    ],
)
def test_the_issuer_is_read_where_the_text_names_it(text: str, issuer: str) -> None:
    """In the head, between title and bases, or in the first and last sentences of the content."""
    assert _read(text).document.frame.issuer == issuer


def test_a_title_on_the_first_line_is_type_and_subject() -> None:
    """Files that lost their head begin with the title."""
    frame = _read("Quyết định về việc giao dự toán năm 2009\nCăn cứ Luật Ngân sách;").document.frame
    assert (frame.kind, frame.subject) == ("Quyết định", "về việc giao dự toán năm 2009")


def test_an_amendment_named_in_a_basis_is_a_basis_too() -> None:
    """A basis that was amended by another document rests on both."""
    text = "Căn cứ Hiến pháp năm 1992 đã được sửa đổi, bổ sung một số điều theo Nghị quyết số 51/2001/QH10;"
    assert "51/2001/QH10" in [str(basis.number) for basis in _read(text).document.frame.bases]


@pytest.mark.parametrize(
    ("body", "behind", "expected"),
    [
        ("(Có biểu phụ lục 2 chi tiết kèm theo)", "", [("biểu phụ lục 2", True, False)]),
        (
            "(Theo Phụ lục I đính kèm)\nXem Phụ lục I kèm theo.",
            "PHỤ LỤC I\nDanh mục",
            [("Phụ lục I", True, True), ("PHỤ LỤC I", False, True)],
        ),
        ("Không dẫn phụ lục nào. Phụ lục riêng.", "", []),
    ],
)
def test_annexes_are_cited_or_attached(body: str, behind: str, expected: list[tuple[str, bool, bool]]) -> None:
    """What the text points to, once each, and what stands behind the signature."""
    annexes = _read(HEAD + "1. Một\n" + body + TAIL + behind).document.frame.annexes
    assert [(annex.title, annex.cited, annex.attached) for annex in annexes] == expected


def test_a_document_without_recipients_may_be_signed() -> None:
    """The signature is found near the end, with or without a name below it."""
    signature = _read("Một\nHai\nCHỦ TỊCH\n").document.frame.signature
    assert signature is not None
    assert (signature.lines, signature.signer) == (("CHỦ TỊCH",), "")
    assert _read("Một\nNơi nhận:\nMột dòng khác").document.frame.signature is None


def test_lines_of_the_head_that_say_nothing_known_are_left_over() -> None:
    """Nothing that the author wrote is lost."""
    reading = _read("KẾ HOẠCH\nNăm 2023\nDự thảo lần 2 ngày hôm nay\nCăn cứ Luật Đo lường;\nMột")
    assert [passage.text for passage in reading.unread] == ["Dự thảo lần 2 ngày hôm nay"]


def test_an_empty_text_is_an_empty_document() -> None:
    """Nothing is read where nothing stands."""
    reading = _read("")
    assert reading.document.outline == ()
    assert reading.unread == ()


def test_a_document_named_in_the_title_of_a_basis_is_no_basis() -> None:
    """The letter that guides how to carry out a decision is the basis; the decision is part of its title."""
    basis = (
        "Căn cứ Công văn số 383/SKHCN-QLKH ngày 29/4/2022 của Sở KH&CN về việc hướng dẫn thực hiện "
        "Quyết định số 09/2015/QĐ-UBND ngày 06/8/2015 của UBND tỉnh;\n"
    )
    bases = _read(HEAD.replace("Căn cứ Luật Đo lường ngày 11 tháng 11 năm 2011;\n", basis)).document.frame.bases
    assert [str(each.number) for each in bases[:2]] == ["383/SKHCN-QLKH", "09/2015/QĐ-UBND"]
    assert bases[0].issuer == "Sở KH&CN"
    assert "của UBND tỉnh" in bases[0].title


def test_a_list_of_recipients_may_end_the_document() -> None:
    """Where the signature was lost, every line of the list is still a recipient."""
    frame = _read(HEAD + "1. Nội dung./.\nNơi nhận:\n- Như trên;\n- Lưu: VT.").document.frame
    assert [recipient.text for recipient in frame.recipients] == ["- Như trên;", "- Lưu: VT."]
    assert frame.signature is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(Kèm theo Kế hoạch số 15/KH-SKHCN ngày 05/01/2023 của Sở KH&CN)", ("15/KH-SKHCN", date(2023, 1, 5))),
        ("*(Ban hành kèm theo Kế hoạch số 15/KH-SKHCN ngày 05 tháng 01 năm 2023)*", ("15/KH-SKHCN", date(2023, 1, 5))),
        ("(Kèm theo Kế hoạch số      /KH-SKHCN ngày     tháng    năm 2023)", ("/KH-SKHCN", None)),
        ("(Đơn vị tính: triệu đồng)", (None, None)),
    ],
)
def test_an_annex_says_which_document_it_belongs_to(line: str, expected: tuple[str | None, date | None]) -> None:
    """The line below its title repeats number and date of the document; on electronic ones both are left empty."""
    (annex,) = _read(HEAD + "1. Một\n" + TAIL + f"PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n{line}\n").document.frame.annexes
    assert (annex.number and str(annex.number), annex.issued) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Điều 4 Nghị định số 126/2024/NĐ-CP quy định về phạm vi hoạt động như sau:",
        "Căn cứ theo khoản 3 Điều 23 Luật Bảo vệ quyền lợi người tiêu dùng năm 2023 thì hợp đồng phải có:",
        "Căn cứ quy định tại điểm a khoản 2 Điều 9 Luật Việc làm năm 2013:",
    ],
)
def test_a_sentence_that_explains_a_provision_is_no_legal_basis(text: str) -> None:
    """A legal basis names a document on which this one rests; it does not go on to say what stands there."""
    reading = texts.read(f"{text}\nĐược hỗ trợ một lần.")
    assert reading.document.frame.bases == ()
    assert len(reading.document.citations) == 1


_LETTERHEAD = "ỦY BAN NHÂN DÂN\nTỈNH A\nSố: 15/QĐ-UBND\nA, ngày 05 tháng 3 năm 2026\nQUYẾT ĐỊNH\n"


@pytest.mark.parametrize(
    ("text", "superior", "issuer"),
    [
        (f"{_LETTERHEAD}Về việc giao đất\nỦY BAN NHÂN DÂN TỈNH A\nCăn cứ Luật Đất đai;", "", "ỦY BAN NHÂN DÂN TỈNH A"),
        (
            f"{_LETTERHEAD}CÔNG BỐ THỦ TỤC THUỘC THẨM QUYỀN CỦA CẤP XÃ\n# CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH A\nCăn cứ Luật Giá;",
            "ỦY BAN NHÂN DÂN TỈNH A",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH A",
        ),
        (
            "ỦY BAN NHÂN DÂN TỈNH A\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\nSố: 15/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc giao đất",
            "",
            "ỦY BAN NHÂN DÂN TỈNH A",
        ),
    ],
)
def test_who_decides_stands_in_the_letterhead_or_above_the_bases(text: str, superior: str, issuer: str) -> None:
    """A body named twice is one body; a torn motto is none; the chairman decides alone, and signs without "TM."."""
    frame = texts.read(text).document.frame
    assert (frame.superior, frame.issuer) == (superior, issuer)


def test_a_short_legal_basis_goes_on_in_the_next_line() -> None:
    """Every legal basis ends with a mark, so one without goes on, however short the line."""
    text = (
        "Căn cứ Luật Tổ chức chính\nquyền địa phương ngày 16/6/2025;\nCăn cứ Thông tư số 02/2017/TT-VPCP của Bộ trưởng về\n"
        "Chương trình hành động;\nTheo đề nghị của Giám đốc Sở\nTư pháp.\nQUYẾT ĐỊNH:"
    )
    assert [basis.written for basis in texts.read(text).document.frame.bases] == [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;",
        "Căn cứ Thông tư số 02/2017/TT-VPCP của Bộ trưởng về Chương trình hành động;",
        "Theo đề nghị của Giám đốc Sở Tư pháp.",
    ]


def test_a_legal_basis_without_its_mark_ends_where_the_decision_begins() -> None:
    """The body that decides, or another basis, begins a paragraph of its own."""
    text = "Căn cứ Luật Đất đai năm 2024\nCăn cứ Luật Giá năm 2023\nUBND huyện xây dựng kế hoạch như sau:"
    assert len(texts.read(text).document.frame.bases) == 2


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Độc lập - Tự do - Hạnh phúc Hà Nội, ngày 31 tháng 5 năm 2022", "Hà Nội"),
        ("Số: 15/KH-UBND Bà Rịa - Vũng Tàu, ngày 5 tháng 3 năm 2020 KẾ HOẠCH", "Bà Rịa - Vũng Tàu"),
        ("Sau đó không lâu, ngày 5 tháng 3 năm 2020", None),
        ("Theo Báo Nhân dân, ngày 5 tháng 3 năm 2020, giá đất đã tăng.", None),
    ],
)
def test_place_and_date_are_those_of_the_document(line: str, place: str | None) -> None:
    """What a conversion put before them on the line is no part of them, and a date in a sentence is none."""
    dated = texts.read(f"{line}\nVề việc giao đất").document.frame.dated
    assert (dated.locality if dated else None) == place
