"""A text is cleaned and its paragraphs are joined, and every offset leads back to what the author wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan.reading import lines

MARKED = st.text(st.sampled_from(list("aăâ1. \n*<b>|\u0301\u0323\u200b\u00a0\u00adÐ\t\r-")), max_size=60)


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("Tổng **140** triệu", "Tổng 140 triệu"),
        ("140\u00a0triệu\u200b đồng", "140 triệu đồng"),
        ("Ðồng", "Đồng"),
        ("<b>Căn</b> cứ<br>Luật", "Căn cứ Luật"),
        ("1\\. Mục", "1. Mục"),
        ("Ba\u0323n hành", "Bạn hành"),
        ("1. Chè đạt 62,5 điểm\n2. Rượu đạt 58 điểm\n- Khác", "1. Chè đạt 62,5 điểm\n2. Rượu đạt 58 điểm\n- Khác"),
        ("theo khoản 5 điểm\n7 của Luật", "theo khoản 5 điểm 7 của Luật"),
        ("Gồm:\n- Sở A,\n- Sở B,\nSở C", "Gồm:\n- Sở A,\n- Sở B, Sở C"),
        ("theo khoản\n4. Điều 5", "theo khoản 4. Điều 5"),
        ("Bản\r\nhai", "Bản \nhai"),
    ],
)
def test_letters_are_composed_and_marks_of_other_formats_taken_away(text: str, flow: str) -> None:
    """Emphasis, invisible characters, tags and decomposed letters are no part of what a document says."""
    assert lines.read(text).flow == flow


WRAPPED = (
    "Ủy ban nhân dân huyện tổ chức thực hiện kế hoạch hoạt động khoa học và công nghệ năm\n"
    "2023 trên địa bàn huyện, bảo đảm đúng tiến độ, đúng mục đích và tiết kiệm theo quy\n"
    "định của pháp luật hiện hành về ngân sách.\n"
    "\n"
    "Các phòng chuyên môn căn cứ chức năng, nhiệm vụ được giao, phối hợp chặt chẽ với Sở\n"
    "Khoa học và Công nghệ trong quá trình triển khai.\n"
)


def test_hard_wraps_are_joined_into_paragraphs() -> None:
    """A sentence broken at the width of a page is one sentence, whatever letter its next line begins with."""
    paragraphs = [row for row in lines.read(WRAPPED).flow.split("\n") if row.strip()]
    assert len(paragraphs) == 2
    assert "với Sở Khoa học" in paragraphs[1]


def test_wrapped_lines_without_blank_lines_are_joined_up_to_the_end_of_a_sentence() -> None:
    """Where nothing sets paragraphs apart, the end of a sentence does."""
    flow = lines.read(WRAPPED.replace("\n\n", "\n")).flow
    assert [row[:8] for row in flow.split("\n") if row] == ["Ủy ban n", "Các phòn"]


def test_a_sentence_torn_by_a_page_break_is_joined() -> None:
    """A blank line inside a sentence is a page break, not the end of a paragraph."""
    flow = lines.read("Thành viên là Trưởng các phòng ban chuyên môn về kinh tế, xã\n\nhội của huyện.").flow
    assert "kinh tế, xã  hội của huyện." in flow


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("KẾ HOẠCH", "Hoạt động khoa học và công nghệ năm 2023"),
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("- Sở Khoa học và Công nghệ;", "- Lưu: VT."),
        ("Kinh phí năm 2023 của toàn huyện cho khoa học và công nghệ là 140 triệu đồng:", "1. Quản lý"),
    ],
)
def test_lines_that_stand_alone_stay_alone(above: str, below: str) -> None:
    """Titles, posts, list items and numbered headings begin a line of their own."""
    assert lines.read(f"{above}\n{below}").flow == f"{above}\n{below}"


def test_a_line_that_waits_for_its_number_goes_on() -> None:
    """A line that ends with "số" is not complete."""
    assert "số 30/2020" in lines.read("Căn cứ Nghị định số\n30/2020/NĐ-CP của Chính phủ;").flow


def test_capitals_and_small_letters_are_no_one_paragraph_in_a_wrapped_text() -> None:
    """In a wrapped text a title in capitals is not joined with the sentence below it."""
    flow = lines.read("TỔ CHỨC THỰC HIỆN\nCác phòng phối hợp\n\n" + WRAPPED).flow
    assert flow.startswith("TỔ CHỨC THỰC HIỆN\nCác phòng")


@given(MARKED)
def test_every_stretch_leads_back_to_the_text(text: str) -> None:
    """Whatever was taken away, the place of each character of the flow lies in the text, in order, on its line."""
    prepared = lines.read(text)
    last = 0
    for offset in range(len(prepared.flow)):
        span = prepared.span(offset, offset + 1)
        assert last <= span.start <= span.end <= len(text)
        assert span.line == text.count("\n", 0, span.start) + 1
        last = span.start


@given(MARKED)
def test_joining_changes_no_offset(text: str) -> None:
    """The flow differs from the rows in line breaks only."""
    prepared = lines.read(text)
    assert len(prepared.flow) == len(prepared.rows)
    assert prepared.flow.replace("\n", " ") == prepared.rows.replace("\n", " ").replace(lines.BREAK, " ")


@given(st.text(max_size=80))
def test_any_text_can_be_prepared(text: str) -> None:
    """Preparing never raises on content."""
    lines.read(text)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("QuyÕt ®Þnh cña Uû ban nh©n d©n tØnh vÒ viÖc phª duyÖt kÕ ho¹ch khoa häc vµ c«ng nghÖ", "TCVN3"),
        ("UÛY BAN NHAÂN DAÂN TÆNH; coâng taùc khoa hoïc vaø coâng ngheä naêm 2003", "VNI"),
        ("Quyết định của Ủy ban nhân dân tỉnh", ""),
        ("Plain English text without any accent at all", ""),
        ("", ""),
    ],
)
def test_a_legacy_encoding_is_named(text: str, encoding: str) -> None:
    """A text typed in TCVN3 or VNI is said to be one; nothing else is mistaken for it."""
    assert lines.encoding(text) == encoding


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("- Chè A đạt 62,5 điểm\n- Chè B đạt 70 điểm", 2),
        ("- Thời hạn 3 năm\n- Kinh phí 5 triệu đồng", 2),
        ("Quang Bình, ngày 24 tháng\n11 năm 2025", 1),
        ("Thực hiện quy định tại khoản 2 Điều\n5 Nghị định này.", 1),
        ("Kế hoạch hoạt động khoa học và công nghệ năm\n2023 của huyện.", 1),
    ],
)
def test_a_line_that_ends_with_a_measure_is_not_torn(text: str, rows: int) -> None:
    """“62,5 điểm” ends a member of a list; “Điều” and “năm” without a figure before them wait for one."""
    assert len(lines.read(text).flow.split("\n")) == rows


def test_a_wrapped_amount_is_no_heading() -> None:
    """“150.000.000 đồng” at the beginning of a line goes on with the sentence above; “1.10.2” is a number of headings."""
    wrapped = WRAPPED.replace("công nghệ năm\n2023 trên", "công nghệ, cấp\n150.000.000 đồng trên")
    assert "cấp 150.000.000 đồng" in lines.read(wrapped).flow
    assert lines.read("Các nhiệm vụ chủ yếu của năm nay gồm có\n1.10.2 Tập huấn").flow.count("\n") == 1


@pytest.mark.parametrize(("text", "flow"), [("\\*A\\*", "*A*"), ("a\\_b\\\\c", "a_b\\c"), ("1\\– 2", "1– 2")])
def test_a_sign_behind_a_backslash_stands_for_itself(text: str, flow: str) -> None:
    """An author who writes an asterisk behind a backslash means the asterisk."""
    assert lines.read(text).flow == flow


def test_a_line_break_inside_a_line_is_kept_in_the_rows() -> None:
    """A cell may have two lines; the paragraph has one."""
    prepared = lines.read("|Quản lý<br>nhà nước|")
    assert prepared.rows == f"|Quản lý{lines.BREAK}nhà nước|"
    assert prepared.flow == "|Quản lý nhà nước|"


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("Tờ trình số 484/TTr-\nSTNMT ngày 31/12/2009.", "Tờ trình số 484/TTr- STNMT ngày 31/12/2009."),
        ("Tờ trình số 484/TTr\n- STNMT, ngày 31/12/2009.", "Tờ trình số 484/TTr - STNMT, ngày 31/12/2009."),
        ("Gồm máy cày-\nMáy cấy.", "Gồm máy cày-\nMáy cấy."),
        ("Theo 484/TTr\n- Sở Tài chính;", "Theo 484/TTr\n- Sở Tài chính;"),
    ],
)
def test_a_symbol_that_is_broken_at_its_hyphen_is_one(text: str, flow: str) -> None:
    """A line may end inside "484/TTr-STNMT"; a dash before a word begins a list."""
    assert lines.read(text).flow == flow


def test_the_body_that_decides_begins_a_line_of_its_own() -> None:
    """In capitals like the title above it, it is no part of it, unless the title leads on to it."""
    bases = (
        "Căn cứ Quyết định số 15/QĐ-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về việc giao\ndự toán;\n" * 3
    )
    title = "CÔNG BỐ DANH MỤC THỦ TỤC HÀNH CHÍNH THUỘC THẨM QUYỀN GIẢI QUYẾT"
    apart = lines.read(f"{title} CẤP XÃ\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH A\n{bases}").flow.split("\n")
    joined = lines.read(f"{title} CỦA\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH A\n{bases}").flow.split("\n")
    assert apart[:2] == [f"{title} CẤP XÃ", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH A"]
    assert joined[0] == f"{title} CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH A"
