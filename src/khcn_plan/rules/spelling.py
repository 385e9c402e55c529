"""One name written in several ways (viết không thống nhất): departments, councils, standards; and the place of tone marks.

Case, spacing and dashes tell ways apart here; words in capitals throughout, as headings have them, are no way of their own.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from khcn_plan.model.tree import Path

_DEPARTMENTS = (
    "Công Thương|Giáo dục và Đào tạo|Giao thông vận tải|Kế hoạch và Đầu tư|Khoa học và Công nghệ|Nội vụ"
    "|Nông nghiệp và Môi trường|Nông nghiệp và Phát triển nông thôn|Tài chính|Tài nguyên và Môi trường"
    "|Thông tin và Truyền thông|Tư pháp|Xây dựng|Y tế"
)
_NAME = re.compile(
    rf"\b(?:sở\s+(?:{_DEPARTMENTS})|hội\s+đồng\s+khoa\s+học(?:\s+và\s+công\s+nghệ)?|chính\s+phủ\s+điện\s+tử)\b",
    re.IGNORECASE,
)
_STANDARD = re.compile(r"\b(?:TCVN\s+(?:ISO\s+)?|ISO\s+)(?P<number>\d{4,5})\s?[:–-]\s?(?P<year>(?:19|20)\d\d)\b")
_EARLY = re.compile(r"\b\w*(?:[òóỏõọ][ae]|[ùúủũụ]y)\b", re.IGNORECASE)
_LATE = re.compile(r"\b\w*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", re.IGNORECASE)


@attrs.frozen
class Way:
    """One way in which something is written.

    Attributes:
        form: the way itself.
        times: how often it occurs.
        at: where it first occurs.
    """

    form: str
    times: int
    at: Path


def names_in(texts: Iterable[tuple[Path, str]]) -> Iterator[tuple[Way, ...]]:
    """Yield the ways in which each name is written, the usual one first.

    >>> [[(way.form, way.times) for way in ways] for ways in names_in([((), "Sở Y tế và sở Y tế, Sở Y tế")])]
    [[('Sở Y tế', 2), ('sở Y tế', 1)]]
    """
    found: dict[str, list[tuple[str, Path]]] = {}
    for at, text in texts:
        for match in _NAME.finditer(text):
            if not match[0].isupper():
                form = " ".join(match[0].split())
                found.setdefault(form.casefold(), []).append((form, at))
        for match in _STANDARD.finditer(text):
            found.setdefault(f"{match['number']}:{match['year']}", []).append((" ".join(match[0].split()), at))
    yield from (_ways(places) for places in found.values())


def tones_in(texts: Iterable[tuple[Path, str]]) -> tuple[Way, ...]:
    """Return the ways in which tone marks are placed, each with its first word, the usual one first.

    >>> [way.form for way in tones_in([((), "cơ giới hóa, hàng hoá, đơn giản hóa, quý, quỹ")])]
    ['hóa', 'hoá']
    """
    found: list[tuple[str, str, Path]] = []
    for at, text in texts:
        composed = unicodedata.normalize("NFC", text)
        for kind, pattern in (("early", _EARLY), ("late", _LATE)):
            found += ((kind, match[0], at) for match in pattern.finditer(composed))
    times = Counter(kind for kind, _, _ in found)
    first = {kind: (word, at) for kind, word, at in reversed(found)}
    return tuple(Way(first[kind][0], count, first[kind][1]) for kind, count in times.most_common())


def _ways(places: list[tuple[str, Path]]) -> tuple[Way, ...]:
    """Sort the ways of one name by how often they occur; of two that occur as often, the first to occur is the usual one."""
    times = Counter(form for form, _ in places)
    first = dict(reversed(places))
    return tuple(Way(form, count, first[form]) for form, count in times.most_common())
