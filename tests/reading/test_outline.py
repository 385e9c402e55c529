"""The content of a document is a tree of headings with the paragraphs that stand under each."""

from khcn_plan.formats import text as texts
from khcn_plan.model import Section


def _outline(text: str) -> tuple[Section, ...]:
    return texts.read(text).document.outline


def test_headings_stand_in_one_another() -> None:
    """Letters, Roman numerals, Arabic ones and decimals nest in the order in which they appear."""
    [part] = _outline("A. Đánh giá\nI. Kết quả\n1. Nhiệm vụ\nĐã xong.\nII. Tồn tại\nCòn ít.")
    assert [section.number for section in part.walk()] == ["A", "I", "1", "II"]
    assert part.sections[0].sections[0].passages[0].text == "Đã xong."


def test_what_stands_before_the_first_heading_has_no_number() -> None:
    """An opening paragraph belongs to no heading."""
    before, section = _outline("Mở đầu bằng một câu.\nI. Một")
    assert (before.number, before.passages[0].text, section.number) == ("", "Mở đầu bằng một câu.", "I")


def test_a_sentence_behind_a_title_is_its_first_paragraph() -> None:
    """A heading that runs on into a long paragraph keeps its title."""
    [section] = _outline("1. Cơ giới hóa: " + "trên địa bàn huyện hiện có nhiều loại máy " * 8)
    assert section.title == "Cơ giới hóa:"
    assert section.passages[0].text.startswith("trên địa bàn")


def test_a_numbered_paragraph_without_a_title_keeps_its_words() -> None:
    """Where no title can be told, the paragraph is kept whole."""
    [section] = _outline("1. " + "trên địa bàn huyện hiện có nhiều loại máy " * 8)
    assert section.title == ""
    assert len(section.passages) == 1


def test_a_row_of_a_table_heads_no_section() -> None:
    """Rows are numbered too, and a table below a heading does not divide it."""
    [section] = _outline(
        "I. Kinh phí\nĐơn vị: đồng\n| STT | Nội dung | Kinh phí |\n|---|---|---|\n| 1. | Quản lý | 70 |\n| | Tổng cộng | 70 |"
    )
    assert section.sections == ()
    assert section.passages[2].text == "| 1. | Quản lý | 70 |"
