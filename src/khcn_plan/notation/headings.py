"""Numbers of headings (số thứ tự đề mục): "II", "B", "1.2", "đ", and what comes after each.

Decree 30/2020/NĐ-CP numbers parts with Roman numerals, sections with Arabic ones and points with the letters of the
Vietnamese alphabet, which has đ and lacks f, j, w and z. Plans also use capital letters and decimal numbers; lists in the
Latin alphabet occur. A lone "C" or "I" belongs to more than one scheme, and only its neighbours tell which.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

VIETNAMESE = "abcdđeghiklmnopqrstuvxy"
LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
LAST_ROMAN = 49


class Scheme(NamedTuple):
    """A way to count headings.

    Attributes:
        ordinal: the place of a number in the scheme, from 1, or `None` if it does not belong to it.
        write: the number at a place.
    """

    ordinal: Callable[[str], int | None]
    write: Callable[[int], str]


@lru_cache(maxsize=4096)
def due(before: str, found: str) -> str | None:
    """Return the number that is due after `before`, in the scheme that it shares with `found`; `None` if they share none.

    >>> due("II", "II"), due("1.1", "1.2"), due("d", "e"), due("1", "a")
    ('III', '1.2', 'e', None)
    """
    head, _, last = before.rpartition(".")
    other_head, _, other = found.rpartition(".")
    shared = list(_shared(last, other)) if head == other_head else []
    if any(second == first + 1 for _, first, second in shared):
        return found
    if not shared:
        return None
    scheme, first, _ = shared[0]
    return f"{head}.{scheme.write(first + 1)}" if head else scheme.write(first + 1)


@lru_cache(maxsize=4096)
def first(number: str) -> bool:
    """Tell whether a number opens its list.

    >>> first("I"), first("a"), first("2.1"), first("2")
    (True, True, True, False)
    """
    last = number.rpartition(".")[2]
    return any(scheme.ordinal(last) == 1 for scheme in SCHEMES)


def _shared(before: str, found: str) -> Iterator[tuple[Scheme, int, int]]:
    for scheme in SCHEMES:
        one, other = scheme.ordinal(before), scheme.ordinal(found)
        if one is not None and other is not None:
            yield scheme, one, other


def _letters(alphabet: str) -> Scheme:
    def ordinal(number: str) -> int | None:
        return alphabet.find(number) + 1 or None if len(number) == 1 else None

    return Scheme(ordinal, lambda place: alphabet[(place - 1) % len(alphabet)])


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


_ROMAN_ORDINALS = {_roman(number): number for number in range(1, LAST_ROMAN + 1)}

ROMAN = Scheme(_ROMAN_ORDINALS.get, _roman)

SCHEMES = (
    Scheme(lambda number: int(number) if number.isascii() and number.isdigit() else None, str),
    ROMAN,
    _letters(VIETNAMESE),
    _letters(LATIN),
    _letters(VIETNAMESE.upper()),
    _letters(LATIN.upper()),
)
"""Roman numerals stand before letters: "I" alone is more often the numeral."""
