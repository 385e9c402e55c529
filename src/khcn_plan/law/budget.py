"""The shape of codes in the state budget index (mục lục ngân sách nhà nước): chương, loại, khoản, mục, tiểu mục.

Codes are judged by their shape: ranges and multiples hold for every code seen, lists of codes change. Whether a khoản
shares the digits of its loại was not confirmed, so nothing is held there but digits.
"""

import re
from collections.abc import Iterator, Mapping

from khcn_plan.notation.pattern import late

PARTS = ("chương", "loại", "khoản", "mục", "tiểu mục")
LAST_CHAPTER = 989
"""001–399 are central, 400–599 a province's, 600–799 a district's, 800–989 a commune's."""

SPREAD = 50
"""A mục is a multiple of it; its tiểu mục are fewer than it away."""

_LABELLED = late(r"(chương|loại|khoản|tiểu mục|mục)\s*:?\s*(\w+)", re.IGNORECASE)
_LENGTHS = {"chương": 3, "mục": 4, "tiểu mục": 4}


def parts(code: str) -> dict[str, str] | None:
    """Take a code apart, by its labels or as all five parts in their order; `None` where it is neither.

    >>> parts("Loại 100, khoản 103"), parts("618-100-103-6650-6699")["tiểu mục"], parts("100-103")
    ({'loại': '100', 'khoản': '103'}, '6699', None)
    """
    if labelled := _LABELLED().findall(code):
        return {label.casefold(): digits for label, digits in labelled}
    groups = re.split(r"[\s./–-]+", code.strip())
    return dict(zip(PARTS, groups, strict=True)) if len(groups) == len(PARTS) else None


def misshapen(code: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the parts that can't be right, with their digits.

    >>> list(misshapen({"chương": "990", "mục": "6650", "tiểu mục": "6702"}))
    [('chương', '990'), ('tiểu mục', '6702')]
    """
    for part, digits in code.items():
        numeric = digits.isascii() and digits.isdigit() and len(digits) == _LENGTHS.get(part, len(digits))
        if not numeric or not _in_range(part, int(digits), code):
            yield part, digits


def _in_range(part: str, number: int, code: Mapping[str, str]) -> bool:
    if part == "chương":
        return 1 <= number <= LAST_CHAPTER
    if part == "mục":
        return number % SPREAD == 0
    above = code.get("mục", "")
    return part != "tiểu mục" or not above.isdigit() or number - number % SPREAD == int(above)
