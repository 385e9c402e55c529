"""Reading a plan takes time in proportion to its text, however its lists, tasks and budgets are drawn out."""

from collections.abc import Callable

import pytest

from khcn_plan.formats import text as texts
from tests.reading.planning import HEAD
from tests.timing import seconds, steps

SMALL, LARGE = 4_000, 40_000
HOSTILE: dict[str, tuple[str, Callable[[int], str]]] = {
    "counts": ("KẾT QUẢ OCOP", lambda n: "công nhận 5 sản phẩm đạt 3 sao, " * (n // 32)),
    "lists": ("KẾT QUẢ OCOP", lambda n: "công nhận 5 sản phẩm:\n- Chè A (HTX B, xã C)\n" * (n // 45)),
    "marks": ("KẾT QUẢ", lambda n: "nhãn hiệu cho sản phẩm chè; sản phẩm b" * (n // 40)),
    "projects": ("KẾT QUẢ", lambda n: "(1) mô hình abcdefgh; " * (n // 22)),
    "hosts": ("NHIỆM VỤ", lambda n: "- Mô hình A do Phòng B chủ trì, kinh phí 5.000.000 đồng\n" * (n // 55)),
    "bodies": ("NHIỆM VỤ", lambda n: "- " + "Phòng " * (n // 6)),
    "products": (
        "KINH PHÍ",
        lambda n: "- A: 2 lớp x 5.000.000 đồng = 10.000.000 đồng\n" * (n // 47) + "Tổng cộng: 5 đồng",
    ),
    "levels": ("KINH PHÍ", lambda n: "".join(f"{'1.' * (i % 6 + 1)} a: 5 đồng\n" for i in range(n // 20))),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_plan_and_not_faster(name: str) -> None:
    """Ten times the text takes ten times as long; quadratic growth would take a hundred times."""
    heading, make = HOSTILE[name]
    short, long = (f"{HEAD}I. {heading}\n{make(size)}" for size in (SMALL, LARGE))
    small, large = seconds(lambda: texts.read(short)), seconds(lambda: texts.read(long))
    assert large <= 30 * max(small, 0.001)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hundred_times_the_plan_takes_a_hundred_times_the_steps(name: str) -> None:
    """Linear growth, give or take a tenth for what is fixed and for what lists cost."""
    heading, make = HOSTILE[name]
    short, long = (f"{HEAD}I. {heading}\n{make(size)}" for size in (1_000, 100_000))
    assert steps(lambda: texts.read(long)) <= 110 * steps(lambda: texts.read(short))
