"""Whatever stands in a text, reading and checking it never raises, loses nothing, and points into it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from khcn_plan import check
from khcn_plan.formats import text as texts
from khcn_plan.model.tree import walk

WORDS = [
    "Căn cứ",
    "Luật",
    "Ngân sách nhà nước",
    "Quyết định số",
    "09/2015/QĐ-UBND",
    "ngày 06 tháng 8 năm 2015",
    "ngày 31/02/2023",
    "của UBND tỉnh",
    "KẾ HOẠCH",
    "khoa học và công nghệ năm 2023",
    "Số: /KH-UBND",
    "Nơi nhận:",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "A.",
    "I.",
    "1.",
    "1.1.",
    "a)",
    "-",
    "+",
    "trong đó",
    "gồm",
    "cụ thể:",
    "Tổng số",
    "ĐÁNH GIÁ KẾT QUẢ NĂM 2022",
    "DỰ TOÁN KINH PHÍ",
    "NHIỆM VỤ",
    "140.000.000 đồng",
    "(Bằng chữ: Một trăm bốn mươi triệu đồng)",
    "1,5 tỷ đồng",
    "98%",
    "16 sản phẩm",
    "OCOP",
    "đạt 3 sao",
    "85,5 điểm",
    "Sản phẩm Mật ong - HTX Yên Hà xã Yên Hà.",
    "nhãn hiệu tập thể cho sản phẩm chè",
    "đã chi",
    "nghiệm thu, thanh lý năm 2022",
    "kèm theo phụ lục 2",
    "\n",
    "\n\n",
    ";",
    ".",
    ":",
    "(",
    ")",
    "",
    " ",
    "\t",
    "*",
    "**",
    "\u200b",
    "\xa0",
    "\x1d",
    "<b>",
    "…",
    "&nbsp;",
    "STT",
    "Nội dung",
    "Thành tiền",
    "Tổng cộng",
    "70",
]
DOCUMENTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=60).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS)
def test_reading_and_checking_never_raise_and_point_into_the_text(text: str) -> None:
    """Every place lies in the text, on the line that it names, and every finding can be said in both languages."""
    reading = texts.read(text)
    for value, _, _ in walk(reading):
        place = getattr(value, "place", None)
        if place is not None:
            assert 0 <= place.start <= place.end <= len(text)
            assert place.line == text.count("\n", 0, place.start) + 1
    for finding in check(reading):
        assert finding.message("vi")
        assert finding.message("en")


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    """Nothing is remembered between two readings."""
    assert texts.read(text) == texts.read(text)
