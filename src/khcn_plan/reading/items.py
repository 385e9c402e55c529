"""Paragraphs and the markers that they open with (đoạn văn, gạch đầu dòng, số thứ tự), and how deep each one stands.

The depth follows from the order in which kinds of markers appear: a kind not seen yet opens a level below, a kind seen
before returns to its level. So any scheme of numbering works, and none has to be known beforehand.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

_MARKER = re.compile(
    r"""\s*(?:[“"'#>|]\s*)*(?:
      (?P<bullet>\+{2,3}|[-–—+•●▪o])(?=\s|[^\W\d_]) \s*
    | (?P<word>Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU) \s+ (?P<ordinal>[IVXLC]+|\d+|thứ\s\w+) \s*[.:]?\s*
    | \(?(?P<number>(?:[IVX]{1,6}|[A-ZĐ]|\d{1,3}|[a-zđ]) (?:\.\s?\d{1,3}){0,5}) \s?(?P<close>[.)]|/(?=\s)) (?:\s+|(?=[^\W\d_]))
    | (?P<decimal>\d{1,2}(?:\.\d{1,2}){1,4}) \s+(?=[^\W\d_])
    )""",
    re.VERBOSE,
)
_ROMAN = re.compile(r"(?:X{0,3})(?:IX|IV|V?I{0,3})$")
_DECIMAL = re.compile(r"\d+(?:\.\d+)*$")
_BULLETS = frozenset(("", *"-–—+•●▪o", "++", "+++"))
_INLINE = re.compile(
    r" (?<=[^\s\d] )(?=[-+•●] ?[A-ZĐÀ-Ỹ][^-+•●]{4}|[-+•●] [a-zà-ỹ][^-+•●\d]{6}|o [A-ZĐÀ-Ỹ]"
    r"|[a-zđ][.)] (?:\d\. )?[A-ZĐÀ-Ỹ]|\d\.\d\. [A-ZĐÀ-Ỹ]|(?:Trong đó|Bao gồm|Gồm|Chia ra)\b)"
)
_SAYS_SOMETHING = re.compile(r"[^\W_]|…|\.\.")
_CUT_AFTER = re.compile(r"(?:[.;:)%\]]|\d\s+[^\W\d_]+(?:\s[^\W\d_]+)?)$")
_FIRST_LETTERS = "PCMĐo"
"""With what the words begin that are markers themselves, and the letter that some take for a bullet."""
REACH = 24
_LIST_WORDS = {"Phần": 0, "Chương": 1, "Mục": 2, "Điều": 3}


@attrs.frozen
class Item:
    """A paragraph, or a part of one that reads like a paragraph of a list whose line breaks were lost.

    Attributes:
        start, end: its stretch of the flow, without blanks at the ends.
        body: where its words begin, behind the marker.
        number: its number as written, "" for a bullet or none.
        kind: what sort of marker it has; "" for none.
        depth: how deep it stands among those with markers, from 0; -1 for none.
    """

    start: int
    end: int
    body: int
    number: str = ""
    kind: str = ""
    depth: int = -1


def read(flow: str) -> tuple[Item, ...]:
    r"""Split the flow into items.

    >>> [(item.number, item.kind, item.depth) for item in read("A. Một\nI. Hai\n1. Ba\n1.1. Bốn\n- Năm\nII. Sáu")]
    [('A', 'A.', 0), ('I', 'I.', 1), ('1', '1.', 2), ('1.1', '1.1.', 3), ('', '-', 4), ('II', 'I.', 1)]
    """
    stack: list[str] = []
    items: list[Item] = []
    for start, end in _stretches(flow):
        items.append(_item(flow, start, end, stack, items[-1] if items else None))
    return tuple(items)


def levels(numbers: Sequence[str]) -> list[int]:
    """Return how deep each of a column of numbers stands; what has none stands with the row above it.

    >>> levels(["I", "1", "2", "II", "1", "1.1", ""])
    [0, 1, 1, 0, 1, 2, 2]
    """
    stack: list[str] = []
    found: list[int] = []
    for number in numbers:
        kind = _kind_of(number, stack)
        if kind:
            if kind in stack:
                del stack[stack.index(kind) + 1 :]
            else:
                stack.append(kind)
        found.append(max(0, len(stack) - 1))
    return found


def _kind_of(number: str, stack: list[str]) -> str:
    """Return what sort of marker stands alone in a cell; "" for none. Numbers of rows run on past those of paragraphs."""
    if _DECIMAL.match(number):
        return "1" + ".1" * number.count(".") + "."
    match = _MARKER.match(f"{number} x" if number in _BULLETS else f"{number}. x")
    return _kind(match, stack)[1] if match else ""


def _stretches(flow: str) -> Iterator[tuple[int, int]]:
    offset = 0
    for row in flow.split("\n"):
        stripped = row.strip()
        if stripped and (stripped[0].isalnum() or _SAYS_SOMETHING.search(stripped)):
            start = offset + row.index(stripped[0])
            stop = start + len(stripped)
            cuts = _cuts(flow, start, stop) if ":" in stripped else []
            for cut in cuts if len(cuts) > 1 else ():
                yield start, cut
                start = cut + 1
            yield start, stop
        offset += len(row) + 1


def _cuts(flow: str, start: int, end: int) -> list[int]:
    """Return where a list whose line breaks were lost goes on: a marker behind a full stop, or behind a figure."""
    found = (match.start() for match in _INLINE.finditer(flow, start, end))
    return [cut for cut in found if flow[cut + 1] in "•●o" or _CUT_AFTER.search(flow, max(start, cut - REACH), cut)]


def _item(flow: str, start: int, end: int, stack: list[str], before: Item | None) -> Item:
    """Make an item; numbers begin under a bullet only if it has opened a list: "- Hồ sơ gồm:"."""
    # Most paragraphs begin with a word; a number behind an opening quote is one of the law that is quoted, one in a row of
    # a table counts rows.
    first, second = flow[start], flow[start + 1 : start + 2]
    unmarked = first in '“"|' or (second.islower() and first.isalpha() and first not in _FIRST_LETTERS)
    match = None if unmarked else _MARKER.match(flow, start, end)
    if match is None or match.end() >= end:
        return Item(start, end, start)
    number, kind = _kind(match, stack)
    if kind in stack:
        del stack[stack.index(kind) + 1 :]
    else:
        if number and before and not (before.depth >= 0 and flow.endswith(":", 0, before.end)):
            _leave_bullets(stack)
        _enter(stack, kind)
    return Item(start, end, match.end(), number, kind, len(stack) - 1)


def _kind(match: re.Match[str], stack: list[str]) -> tuple[str, str]:
    if bullet := match["bullet"]:
        return "", "-" if bullet in "-–—" else bullet
    if word := match["word"]:
        return f"{word} {match['ordinal']}", word.capitalize()
    number = "".join((match["number"] or match["decimal"]).split())
    head, *rest = number.split(".")
    return number, _sort(head, stack) + ".1" * len(rest) + (match["close"] or ".")


def _sort(head: str, stack: list[str]) -> str:
    """Tell digits, small letters, Roman numerals and capital letters apart; a lone I, V or X by what came before."""
    if head.isdigit():
        return "1"
    if head.islower():
        return "a"
    roman = bool(_ROMAN.match(head))
    opened = any(f"I{close}" in stack for close in "./)")
    return "I" if roman and (len(head) > 1 or head == "I" or opened) else "A"


def _leave_bullets(stack: list[str]) -> None:
    while stack and stack[-1] in _BULLETS:
        stack.pop()


def _enter(stack: list[str], kind: str) -> None:
    """Open a level; a numbered article closes every level but those above articles."""
    if kind in _LIST_WORDS:
        while stack and (stack[-1] not in _LIST_WORDS or _LIST_WORDS[stack[-1]] > _LIST_WORDS[kind]):
            stack.pop()
    stack.append(kind)
