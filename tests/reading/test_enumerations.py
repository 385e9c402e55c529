"""A stated number and the list that follows it: in the sentence or below it."""

import pytest

from khcn_plan.formats import text as texts


def _read(text: str) -> list[tuple[int, str, int]]:
    return [(found.count, found.label, len(found.names)) for found in texts.read(text).document.enumerations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giao 04 nhiệm vụ, gồm:\n- Nuôi ong;\n- Trồng chè;\n- Sấy cam.", [(4, "nhiệm vụ", 3)]),
        ("Có 3 nhóm giải pháp như sau:\n1. Vốn\n2. Giống\n3. Đất\nII. Kinh phí", [(3, "nhóm giải pháp", 3)]),
        ("Có 2 mô hình:\n- Nuôi ong của 3 hộ:\n+ Hộ A\n+ Hộ B\n- Trồng chè", [(2, "mô hình", 2)]),
        ("Năm nay có 02 đợt:\n- Tháng 3\n- Tháng 9\nNgoài ra không có đợt nào.", [(2, "đợt", 2)]),
        ("Có 03 huyện: Bắc Quang, Xín Mần và Vị Xuyên.", [(3, "huyện", 3)]),
    ],
)
def test_a_number_is_held_against_its_list(text: str, expected: list[tuple[int, str, int]]) -> None:
    """Every item of the list below counts once, and what stands below an item does not."""
    assert _read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Có hiệu lực sau 10 ngày và thay thế các quyết định sau:\n- Một\n- Hai",
        "Cần 4 nhiệm vụ, trước hết là những việc của năm nay, như sau:\n- Một\n- Hai",
        "Cần 9 nhiệm vụ, gồm:\n- Một\n- Hai",
        "Cần 4 nhiệm vụ, gồm:\nNuôi ong và trồng chè.",
        "Cần 4 nhiệm vụ, gồm:",
        "Chi 4 triệu đồng, gồm:\n- Một\n- Hai",
        "Cần 2,5 nhiệm vụ:\n- Một\n- Hai",
        "Giao 3 nhiệm vụ, gồm:\n- Nuôi ong\n- Trồng chè…",
        "Giao 3 nhiệm vụ, gồm:\n- Nuôi ong\n- Trồng chè\n...\nHết.",
        "Giao 3 nhiệm vụ, gồm:\n- Nuôi ong\n- Trồng chè và\nsấy cam ở các xã",
        "- Giao 3 nhiệm vụ, gồm:\n- Nuôi ong\n- Trồng chè",
        "Có 5 hộ gồm , , , ,\n",
        "Có 2 xã: ,,,,.",
        "Giao 4 nhiệm vụ, gồm:\n" + ("- Một\n" + "+ Hai\n" * 100) * 3,
    ],
)
def test_what_announces_no_list_is_left_alone(text: str) -> None:
    """A number of other things, of money or of parts, and a list so much shorter that it may be another one."""
    assert _read(text) == []
