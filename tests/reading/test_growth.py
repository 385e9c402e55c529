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
    "products": lambda n: (
        "KẾ HOẠCH\nkhoa học và công nghệ năm 2023\nA. KẾT QUẢ\n" + "OCOP 5 sản phẩm đạt: " * (n // 21)
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hundred_times_the_text_takes_a_hundred_times_the_steps(name: str) -> None:
    """Linear growth, give or take a tenth for what is fixed and for what lists cost."""
    short, long = (HOSTILE[name](size) for size in (1_000, 100_000))
    assert steps(lambda: check(texts.read(long))) <= 110 * steps(lambda: check(texts.read(short)))


def _seconds(text: str) -> float:
    return seconds(lambda: check(texts.read(text)))


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_and_not_faster(name: str) -> None:
    """A text ten times as long takes ten times as long, however odd; quadratic growth would take a hundred times."""
    make = HOSTILE[name]
    assert _seconds(make(LARGE)) <= 30 * max(_seconds(make(SMALL)), 0.001)
