"""One name written in several ways (viết không thống nhất): departments, councils, standards; and the place of tone marks.

Case, spacing and dashes tell ways apart here; words in capitals throughout, as headings have them, are no way of their own.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from khcn_plan.model.tree import Path
from khcn_plan.notation.pattern import late

_DEPARTMENTS = (
    "Công Thương|Giáo dục và Đào tạo|Giao thông vận tải|Kế hoạch và Đầu tư|Khoa học và Công nghệ|Nội vụ"
    "|Nông nghiệp và Môi trường|Nông nghiệp và Phát triển nông thôn|Tài chính|Tài nguyên và Môi trường"
    "|Thông tin và Truyền thông|Tư pháp|Xây dựng|Y tế"
)
_NAME = late(
    rf"\b(?:sở\s+(?:{_DEPARTMENTS})|hội\s+đồng\s+khoa\s+học(?:\s+và\s+công\s+nghệ)?|chính\s+phủ\s+điện\s+tử)\b",
    re.IGNORECASE,
)
_STANDARD = late(r"\b(?:TCVN\s+(?:ISO\s+)?|ISO\s+)(?P<number>\d{4,5})\s?[:–-]\s?(?P<year>(?:19|20)\d\d)\b")
# The end of a syllable, found by its marked vowel; a pattern that begins with the whole word is many times slower.
_TONES = late(
    r"(?:(?P<early>[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ][yY])|[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ])\b"
)
_LAST_WORD = late(r"\w*$")
LONGEST_WORD = 8


class Way(NamedTuple):
    """One way in which something is written.

    Attributes:
        form: the way itself.
        times: how often it occurs.
        at: where it first occurs.
    """

    form: str
    times: int
    at: Path


Texts = Iterable[tuple[Path, str]]


def names_in(texts: Texts) -> Iterator[tuple[Way, ...]]:
    """Yield the ways in which each name is written, the usual one first.

    >>> [[(way.form, way.times) for way in ways] for ways in names_in([((), "Sở Y tế và sở Y tế, Sở Y tế")])]
    [[('Sở Y tế', 2), ('sở Y tế', 1)]]
    """
    whole = _Whole.of(texts)
    found: dict[str, list[tuple[str, Path]]] = {}
    for match in _NAME().finditer(whole.text):
        if not match[0].isupper():
            form = " ".join(match[0].split())
            found.setdefault(form.casefold(), []).append((form, whole.path(match.start())))
    for match in _STANDARD().finditer(whole.text):
        place = " ".join(match[0].split()), whole.path(match.start())
        found.setdefault(f"{match['number']}:{match['year']}", []).append(place)
    yield from (_ways(places) for places in found.values())


def tones_in(texts: Texts) -> tuple[Way, ...]:
    """Return the ways in which tone marks are placed, each with its first word, the usual one first.

    >>> [way.form for way in tones_in([((), "cơ giới hóa, hàng hoá, đơn giản hóa, quý, quỹ")])]
    ['hóa', 'hoá']
    """
    whole = _Whole.of(texts)
    found: dict[bool, list[re.Match[str]]] = {}
    for match in _TONES().finditer(whole.text):
        found.setdefault(match["early"] is not None, []).append(match)
    ways = (
        Way(_word(whole.text, first), len(matches), whole.path(first.start()))
        for matches in found.values()
        for first in matches[:1]
    )
    return tuple(sorted(ways, key=lambda way: -way.times))


class _Whole(NamedTuple):
    """Many texts as one, so that a pattern runs once; and the path of each."""

    text: str
    paths: Sequence[Path]
    starts: Sequence[int]

    @classmethod
    def of(cls, texts: Texts) -> "_Whole":
        placed = list(texts)
        composed = [unicodedata.normalize("NFC", text) for _, text in placed]
        starts = [0, *accumulate(len(text) + 1 for text in composed)]
        return cls("\n".join(composed), [path for path, _ in placed], starts)

    def path(self, offset: int) -> Path:
        """Return the path of the text in which an offset lies."""
        return self.paths[bisect_right(self.starts, offset) - 1]


def _word(text: str, match: re.Match[str]) -> str:
    """Return the word that ends with a match."""
    before = _LAST_WORD().search(text, max(0, match.start() - LONGEST_WORD), match.start())
    return (before[0] if before else "") + match[0]


def _ways(places: list[tuple[str, Path]]) -> tuple[Way, ...]:
    """Sort the ways of one name by how often they occur; of two that occur as often, the first to occur is the usual one."""
    times = Counter(form for form, _ in places)
    first = dict(reversed(places))
    return tuple(Way(form, count, first[form]) for form, count in times.most_common())
