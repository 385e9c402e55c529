"""Paragraphs have markers, and markers have levels, whatever scheme of numbering an office uses."""

import pytest

from khcn_plan.reading import items


def _read(text: str) -> list[tuple[str, str, int]]:
    return [(item.number, item.kind, item.depth) for item in items.read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A. Một\nI. Hai\n1. Ba\n1.1. Bốn\n- Năm\n+ Sáu\nII. Bảy", [0, 1, 2, 3, 4, 5, 1]),
        ("I. Một\n1. Hai\na) Ba\nb) Bốn\n2. Năm", [0, 1, 2, 2, 1]),
        ("Phần thứ nhất. Một\n1. Hai\nPhần thứ hai. Ba\n1. Bốn", [0, 1, 0, 1]),
        ("Chương I. Một\nĐiều 1. Hai\n1. Ba\na) Bốn\nĐiều 2. Năm\nChương II. Sáu", [0, 1, 2, 3, 1, 0]),
        ("1 Không phải mục\n1.1 Mục thập phân\n1.2 Mục nữa", [-1, 0, 0]),
        ("a. Một\na.1. Hai\na.2. Ba\nb. Bốn", [0, 1, 1, 0]),
        ("Điều 1. Một\nChương II. Hai", [0, 0]),
    ],
)
def test_depth_follows_the_order_in_which_markers_appear(text: str, expected: list[int]) -> None:
    """A kind of marker not seen yet opens a level, one seen before returns to its level."""
    assert [depth for _, _, depth in _read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Một.\n1) Hai\n- Ba", [0, 0, 1]),
        ("- Một:\n1) Hai\n- Ba", [0, 1, 0]),
        ("- Một.\nVốn gồm:\n(1) Hai\n- Ba\n(2) Bốn", [0, -1, 0, 1, 0]),
        ("1. Một\n- Hai.\na) Ba\n- Bốn", [0, 1, 1, 2]),
        ("+ Một:\n++ Hai\n++ Ba\n+ Bốn", [0, 1, 1, 0]),
        ("- Một\no Hai\n1. Ba\n- Bốn", [0, 1, 0, 1]),
    ],
)
def test_numbers_stand_under_a_bullet_only_if_it_opens_a_list(text: str, expected: list[int]) -> None:
    """A bullet that ends its sentence is over; the numbers behind it begin something else."""
    assert [depth for _, _, depth in _read(text)] == expected


def test_a_lone_capital_is_a_letter_or_a_numeral_by_its_neighbours() -> None:
    """After "B" a "C" is a letter; after "IV" a "V" is a numeral."""
    assert [kind for _, kind, _ in _read("B. Một\nC. Hai")] == ["A.", "A."]
    assert [kind for _, kind, _ in _read("I. Một\nIV. Hai\nV. Ba")] == ["I.", "I.", "I."]
    assert [kind for _, kind, _ in _read("I/ Một\nIV/ Hai\nV/ Ba")] == ["I/", "I/", "I/"]


def test_a_list_whose_line_breaks_were_lost_is_split_again() -> None:
    """Markers behind a full stop, a colon or a figure begin items of their own."""
    text = "Tổng số chợ: 401 chợ Trong đó: - Loại 1: 20 chợ. - Loại 2: 57 chợ. - Loại 3: 324 chợ."
    assert [text[item.start : item.end] for item in items.read(text)][2:] == [
        "- Loại 1: 20 chợ.",
        "- Loại 2: 57 chợ.",
        "- Loại 3: 324 chợ.",
    ]


def test_a_dash_inside_a_sentence_is_no_marker() -> None:
    """Products and their producers are set apart by dashes; that is no list."""
    text = "Gồm: Mật ong hoa cam - Tổ hợp tác Yên Hà. Bạch trà - Hợp tác xã Xuân Minh."
    assert len(items.read(text)) == 1


def test_lines_without_a_word_are_no_paragraphs() -> None:
    """Rules and borders of tables say nothing; dots to be filled in do."""
    assert [item.start for item in items.read("-----\n|\n………\nMột")] == [8, 12]


def test_a_marker_without_words_is_no_marker() -> None:
    """A number alone on its line numbers nothing."""
    assert _read("1.") == [("", "", -1)]
