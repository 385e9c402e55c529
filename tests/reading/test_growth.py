"""Reading and checking take time in proportion to the text, whatever stands in it."""

from collections.abc import Callable

import pytest

from khcn_plan import check
from khcn_plan.formats import text as texts
from tests.timing import seconds, steps

SMALL, LARGE = 4_000, 40_000
HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "1" * n,
    "groups": lambda n: "1." * (n // 2),
    "brackets": lambda n: "(" * n,
    "blanks": lambda n: " " * n,
    "line breaks": lambda n: "\n" * n,
    "emphasis": lambda n: "*a" * (n // 2),
    "tags": lambda n: "<a" * (n // 2),
    "accents": lambda n: "a" + "\u0301" * n,
    "trong đó": lambda n: "5 cái trong đó 3 cái " * (n // 21),
    "totals": lambda n: "- Tổng: 500 cái\n" * (n // 16),
    "headings": lambda n: "1. A\n" * (n // 5),
    "levels": lambda n: "".join(f"{'1.' * (i % 6 + 1)} a: 5 cái\n" for i in range(n // 20)),
    "laws": lambda n: "Luật " * (n // 5),
    "bases": lambda n: "Căn cứ " * (n // 7),
    "annexes": lambda n: "phụ lục " * (n // 8),
    "words": lambda n: "5 đồng (năm " * (n // 12),
    "marks": lambda n: "a" + "\u0301\u0323" * (n // 2),
    "marks alone": lambda n: "\u0301\u0323" * (n // 2),
    "anchors behind": lambda n: "5 hộ. " + "Abc gồm tăng 5 hộ. " * (n // 19),
    "anchors and a list": lambda n: "5 hộ. " + "Abc gồm tăng 5 hộ. " * (n // 38) + "\n" + "- 5 hộ\n" * (n // 14),
    "lists": lambda n: "".join(f"{'-+•●▪'[i % 5]} loại: 5 cái\n" for i in range(n // 14)),
    "counted lists": lambda n: "Có 3 nhiệm vụ, gồm:\n- Nuôi ong\n" * (n // 31),
    "counted again": lambda n: "5 hộ. " + "Abc, danh sách có 5 hộ. " * (n // 24),
    "totals with a colon": lambda n: "Tổng 5 hộ: 3 hộ, 2 hộ. " * (n // 23),
    "splits": lambda n: "5 hộ chia theo 3 hộ, 2 hộ; " * (n // 27),
    "things of another kind": lambda n: "Có 300 hộ, gồm:\n" + "- Có 5 nhà\n" * (n // 11),
    "totals that close": lambda n: "Lạc: 5 kg\nNgô: 4 kg\nCộng: 10 kg\n" * (n // 30),
    "totals that close levels": lambda n: "- Lạc: 5 kg\n+ Ngô: 4 kg\nCộng: 10 kg\n" * (n // 34),
    "one total of a column": lambda n: "Tổng: 5 kg\n" + "Lạc: 5 kg\n" * (n // 11),
    "headings of lists": lambda n: "• Tổng: 900 em\n" + "• Cấp:\no A: 500 em\no B: 300 em\n" * (n // 32),
    "faults and headings": lambda n: "a) 900 em, gồm 500 em nam, 410 em nữ\nb) Lớp:\n- 300 em\n" * (n // 57),
    "as follows": lambda n: "Chi 300 đồng như sau: a 200 đồng, b 110 đồng. " * (n // 47),
    "units": lambda n: "5 cái, 4 hộ, 3 xã, gồm 2 cái, 3 hộ. " * (n // 37),
    "stars": lambda n: "5 sản phẩm: 3 ba sao, 2 bốn sao, " * (n // 33),
    "brackets far away": lambda n: "500 hộ ở xã Yên Bình (300 hộ, 210 hộ) " * (n // 39),
    "letters": lambda n: "Có 9 máy, gồm " + "a" * n + ": 5 máy và 4 máy.",
    "sexes": lambda n: "Có 90 người, trong đó " + "nam " * (n // 4) + "5 người trẻ tuổi và 6 người khác.",
    "colons": lambda n: ("x" + ":" * 230 + "y 5 cái gồm 3 cái. ") * (n // 250),
    "lines of names and figures": lambda n: "a: 9 máy gồm\n" * (n // 13),
    "faults before a long heading": lambda n: (
        "a) " + "5 hộ (3 nam, 4 nữ) " * (n // 19) + "\nb) Theo năm:\n" + "- 5 hộ, 6 hộ, 7 hộ\n" * 39
    ),
    "rows": lambda n: (
        "Đơn vị tính: triệu đồng\n| TT | Nội dung | Kinh phí |\n|---|---|---|\n" + "| 1 | Quản lý | 70 |\n" * (n // 21)
    ),
    "tallies": lambda n: (
        "Đơn vị tính: hộ\n| TT | Xã | Số |\n|---|---|---|\n" + "| 1 | A | 70 |\n" * (n // 15) + "| | Tổng số | 5 |"
    ),
    "tabs": lambda n: "\t" * n,
    "pipes": lambda n: "|" * n,
    "citations": lambda n: "Quyết định số 15/QĐ-UBND ngày 05/3/2020, " * (n // 41),
    "symbols": lambda n: "15/QĐ" + "-A" * (n // 2),
    "quotes": lambda n: "“1. A\n" * (n // 6),
    "rates": lambda n: "5 đồng/6 đồng, đạt 83% " * (n // 23),
    "names": lambda n: "Có 03 huyện: " + "Bắc Quang, " * (n // 11),
    "one line": lambda n: "Tổng số 500 hộ, trong đó: 300 hộ nghèo; 200 hộ khá. " * (n // 52),
    "products": lambda n: (
        "KẾ HOẠCH\nkhoa học và công nghệ năm 2023\nA. KẾT QUẢ\n" + "OCOP 5 sản phẩm đạt: " * (n // 21)
    ),
}


def _seconds(text: str) -> float:
    return seconds(lambda: check(texts.read(text)))


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_and_not_faster(name: str) -> None:
    """A text ten times as long takes ten times as long, however odd; quadratic growth would take a hundred times."""
    make = HOSTILE[name]
    assert _seconds(make(LARGE)) <= 30 * max(_seconds(make(SMALL)), 0.001)


@pytest.mark.parametrize("name", HOSTILE)
def test_steps_grow_with_the_text_and_not_faster(name: str) -> None:
    """Counted in calls of functions, ten times the text is ten times the work, and hardly more."""
    make = HOSTILE[name]
    short, long = make(LARGE // 10), make(LARGE)
    check(texts.read(short))
    assert steps(lambda: check(texts.read(long))) <= 11 * steps(lambda: check(texts.read(short)))
