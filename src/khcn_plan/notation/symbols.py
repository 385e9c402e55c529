"""Numbers and symbols of documents (số, ký hiệu văn bản): "09/2015/QĐ-UBND", "124/KH-UBND", "57-NQ/TW".

The number (số) counts the documents of a year and body; the symbol (ký hiệu) abbreviates the type (loại văn
bản), the issuing body (cơ quan ban hành) and often the drafting unit (đơn vị soạn thảo): Decree
30/2020/NĐ-CP, Annexes I and III. A year between the two marks a normative document (văn bản quy phạm pháp
luật). Numbers are no integers: "09" keeps its zero, "36a" its letter, and a draft has none yet. Misprints are
read and given back as printed; two numbers are equal if they mean the same document.
"""

import enum
import re
import unicodedata

import attrs

from khcn_plan import values
from khcn_plan.language import Text
from khcn_plan.notation import letters
from khcn_plan.notation.error import NotationError
from khcn_plan.notation.pattern import late


class Grammar(enum.Enum):
    """How number and symbol are put together, by the kind of document.

    >>> Grammar.NORMATIVE.value
    'số/năm/LOẠI-CƠ QUAN'
    """

    ADMINISTRATIVE = "số/LOẠI-CƠ QUAN[-ĐƠN VỊ]"
    LETTER = "số/CƠ QUAN[-ĐƠN VỊ]"
    NORMATIVE = "số/năm/LOẠI-CƠ QUAN"
    JOINT = "số/năm/TTLT-CƠ QUAN-CƠ QUAN"
    ASSEMBLY = "số/năm/QH+khóa"
    CONSOLIDATED = "số/VBHN-CƠ QUAN"
    PARTY = "số-LOẠI/CƠ QUAN"
    LEGACY = "số-CƠ QUAN[/LOẠI[/ĐƠN VỊ]]"
    NUMBER = "số"


@attrs.frozen(kw_only=True)
class DocumentNumber:
    """Number and symbol of one document (số, ký hiệu).

    Attributes:
        number: the number with its zeros and letters ("09", "36a"); empty where a draft leaves it blank.
        year: the year that a normative document bears in its number.
        kind: abbreviation of the type ("QĐ", "NQ", "TTLT"); letters (công văn) and the National
            Assembly have none.
        organ: abbreviation of the issuing body ("UBND", "TTg", "QH15"), the first one if there are several.
        partners: the other bodies of a joint circular (thông tư liên tịch).
        unit: abbreviation of the drafting unit, or of the field ("QLKH").
        grammar: how the parts are put together; follows from the parts, except for Party and legacy papers.
        written: the text as printed, where it differs from that; no part of what the number means.

    >>> number = DocumentNumber(number="09", year=2015, kind="QĐ", organ="UBND")
    >>> str(number), number.normative, number.grammar.name
    ('09/2015/QĐ-UBND', True, 'NORMATIVE')
    """

    number: str = ""
    year: int | None = None
    kind: str = ""
    organ: str = ""
    partners: tuple[str, ...] = ()
    unit: str = ""
    grammar: Grammar = attrs.field(default=None)
    written: str = attrs.field(default="", eq=False, repr=False)

    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr

    def __attrs_post_init__(self) -> None:
        # No default that looks at the other fields: tools that structure by type know none of that kind.
        if self.grammar is None:
            object.__setattr__(self, "grammar", _grammar(self.year, self.kind, self.organ))

    @property
    def normative(self) -> bool:
        """Whether the number bears a year, which marks a normative document.

        >>> read("2286/QĐ-UBND").normative
        False
        """
        return self.year is not None

    @property
    def organs(self) -> tuple[str, ...]:
        """All issuing bodies, in the order printed.

        >>> read("55/2015/TTLT-BTC-BKHCN").organs
        ('BTC', 'BKHCN')
        """
        return tuple(organ for organ in (self.organ, *self.partners) if organ)

    def __str__(self) -> str:
        return self.written or _compose(self)


def read(text: str) -> DocumentNumber:
    """Read number and symbol in any of the grammars, with or without the label "Số:".

    Stray spaces, lost hyphens, Ð for Đ and Cyrillic look-alikes are tolerated; `str()` gives them back as
    printed, without the spaces.

    Raises:
        NotationError: the text is no number and symbol.

    >>> number = read("30/ 2015/QĐ- TTg")
    >>> str(number), number.number, number.year, number.kind, number.organ
    ('30/2015/QĐ-TTg', '30', 2015, 'QĐ', 'TTg')
    >>> read("36a/NQ-CP").number, read("Số: /KH-UBND").number, read("57-NQ/TW").grammar.name
    ('36a', '', 'PARTY')
    >>> str(read("1040/QĐUBND")), read("1040/QĐUBND") == read("1040/QĐ-UBND")
    ('1040/QĐUBND', True)
    >>> read("29/4/2022")
    Traceback (most recent call last):
    khcn_plan.notation.error.NotationError: no number and symbol of a document (at 2)
    """
    if usual := _usual(text):
        return usual
    bare = unicodedata.normalize("NFC", text.translate(letters.INVISIBLE))
    match = next(_SYMBOL().finditer(bare))
    whole = match.end() == len(bare)
    if whole and (number := _number(match)):
        return number
    raise NotationError(_NO_SYMBOL, letters.origin(text, match.end("year") if whole else match.end()))


def write(number: DocumentNumber) -> str:
    """Write number and symbol: as printed if they were read, otherwise by their grammar.

    >>> write(DocumentNumber(number="57", kind="NQ", organ="TW", grammar=Grammar.PARTY))
    '57-NQ/TW'
    >>> write(DocumentNumber(number="383", organ="SKHCN", unit="QLKH"))
    '383/SKHCN-QLKH'
    """
    return str(number)


# Decree 30/2020/NĐ-CP, Annex III; then normative documents and copies; then Party and older papers.
_KINDS = {
    kind.casefold(): kind
    for kind in (
        "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ", "BGN",
        "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "L", "LCT", "PL", "NĐ", "TT", "TTLT", "NQLT", "VBHN", "SY", "TrS",
        "SL", "QĐi", "KL", "CV", "TTLB", "TTLN", "TTrLS", "TTrLN", "ĐL",
    )
}  # fmt: skip
_JOINT = frozenset(("TTLT", "NQLT", "TTLB", "TTLN", "TTrLS", "TTrLN"))
_ASSEMBLY = late(r"(?:QH|UBTVQH)[0-9]+")
_LOST_HYPHEN = late(r"(QĐ|NQ|NĐ|KH|CT|TT|TTr|TB|BC)(UBND|HĐND|UBTVQH[0-9]+|QH[0-9]+|UB|TTg|CP|TW)")

# A misprint of another script: Ð (eth) for Đ, Cyrillic capitals for Latin ones.
_CYRILLIC = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
_LOOK_ALIKES = str.maketrans({"Ð": "Đ"}) | _CYRILLIC

_CAPITAL = "A-ZĐÐƯÂÔÊĂƠАВЕКМНОРСТХ"
GROUP = rf"[{_CAPITAL}][{_CAPITAL}a-z0-9&+]{{0,20}}+(?!\w)"
_PRIME_MINISTER = {"Ttg": "TTg", "TTG": "TTg"}
_DASH = "‐‑–-"
_WORD = late(r"[a-z]{3}")
_MARKS = late(rf"[/.{_DASH}]")
DIGITS = r"[0-9]{0,5}+(?:\.[0-9]{1,3})?[A-Za-zđĐ]?"
YEAR = r"(?:\s*/\s*[0-9]{4}(?=\s*/))?"
_HEAD = rf"(?:[^\S\n]*/\s*|[{_DASH}]\s?)"
_LOOSE = rf"[^\S\n]*[/{_DASH}]\s*"
TAIL = (
    rf"(?:{_HEAD}TTL[TBN](?:{_LOOSE}{GROUP}){{1,6}}"
    rf"|{_HEAD}{GROUP}(?:{_LOOSE}{GROUP})?(?:(?:[/{_DASH}]\n?|\.){GROUP}){{0,6}})"
)
_LABEL = r"(?:[Ss]ố|SỐ)\s*:?\s*+"
_SYMBOL = late(
    rf"\s*+(?P<label>{_LABEL})?"
    rf"(?P<number>[0-9]{DIGITS}|[.…_]*+)(?P<year>{YEAR})(?P<tail>{TAIL})?\s*+"
)

_BODY = r"(TTg|(?!TTG)[A-ZĐ]{2,18}[0-9]{0,2})"
_TYPE = "|".join(sorted({*_KINDS.values()} - _JOINT))
_USUAL = late(rf"([0-9]{{1,5}}[a-z]?)?/(?:([0-9]{{4}})/)?(?:({_TYPE})-)?{_BODY}(?:-{_BODY})?")

_NO_SYMBOL = Text(vi="không phải số, ký hiệu văn bản", en="no number and symbol of a document")


def latin(symbol: str) -> str:
    """Return a symbol with Latin capitals in place of the Cyrillic ones that look like them.

    >>> latin("66/NQ-СР") == "66/NQ-CP"
    True
    """
    return symbol.translate(_CYRILLIC)


def _grammar(year: int | None, kind: str, organ: str) -> Grammar:
    """Return the grammar that these parts have today."""
    if kind in _JOINT:
        return Grammar.JOINT
    if kind == "VBHN":
        return Grammar.CONSOLIDATED
    if kind:
        return Grammar.ADMINISTRATIVE if year is None else Grammar.NORMATIVE
    if year is not None and _ASSEMBLY().fullmatch(organ):
        return Grammar.ASSEMBLY
    return Grammar.LETTER if organ else Grammar.NUMBER


def _compose(number: DocumentNumber) -> str:
    """Put the parts together by their grammar."""
    digits = number.number if number.year is None else f"{number.number}/{number.year:04}"
    match number.grammar:
        case Grammar.NUMBER:
            # Digits alone could be anything: the label makes them a number of a document.
            return f"số {digits}" if digits.isdigit() else digits
        case Grammar.PARTY:
            return f"{digits}-{number.kind}/{_joined('-', number.organ, number.unit)}"
        case Grammar.LEGACY:
            return f"{digits}-{_joined('/', number.organ, number.kind, number.unit)}"
        case _:
            return f"{digits}/{_joined('-', number.kind, number.organ, *number.partners, number.unit)}"


def _joined(mark: str, *groups: str) -> str:
    return mark.join(filter(None, groups))


def _number(match: re.Match[str]) -> DocumentNumber | None:
    """Make the number, or nothing where the marks and letters only look like one."""
    digits = match["number"].strip(".…_")
    if not match["tail"]:
        alone = not match["year"] and (digits.isdigit() if match["label"] else digits[-1:].isalpha())
        return DocumentNumber(number=digits) if alone else None
    tail = _tight(match["tail"])
    groups = [_PRIME_MINISTER.get(group, group) for group in _MARKS().split(tail[1:].translate(_LOOK_ALIKES))]
    if not _plausible(groups, tail):
        return None
    year = int(_tight(match["year"]).removeprefix("/")) if match["year"] else None
    number = _hyphened(digits, groups) if tail[0] in _DASH else _slashed(digits, year, groups)
    printed = f"{digits}{_tight(match['year'])}{tail}"
    return number if printed == str(number) else attrs.evolve(number, written=printed)


def _usual(text: str) -> DocumentNumber | None:
    """Make a number that is printed as it should be, which most are; they need none of the tolerance."""
    match = _USUAL().fullmatch(text)
    if not match:
        return None
    number, year, kind, organ, unit = match.groups("")
    if not kind and (organ.casefold() in _KINDS or _LOST_HYPHEN().fullmatch(organ)):
        return None
    return DocumentNumber(number=number, year=int(year) if year else None, kind=kind, organ=organ, unit=unit)


def _tight(written: str) -> str:
    return "".join(written.split())


def _plausible(groups: list[str], tail: str) -> bool:
    """Tell abbreviations from words: "TTg" and "QyĐ" have one small letter, "L" alone is a type."""
    first = groups[0]
    return (first[1:2].isupper() or first.casefold() in _KINDS) and not _WORD().search(tail)


def _slashed(digits: str, year: int | None, groups: list[str]) -> DocumentNumber:
    """Sort the groups behind a slash: type first, unless it is a letter or the National Assembly's."""
    if lost := _LOST_HYPHEN().fullmatch(groups[0]):
        groups = [*lost.groups(), *groups[1:]]
    kind = _KINDS.get(groups[0].casefold(), "")
    groups = groups[1:] if kind else groups
    organ, rest = (groups[0], groups[1:]) if groups else ("", [])
    if kind in _JOINT:
        return DocumentNumber(number=digits, year=year, kind=kind, organ=organ, partners=tuple(rest))
    return DocumentNumber(number=digits, year=year, kind=kind, organ=organ, unit="-".join(rest))


def _hyphened(digits: str, groups: list[str]) -> DocumentNumber:
    """Sort the groups behind a hyphen: the Party puts the type first, older papers the body."""
    first, second, *rest = (*groups, "")
    if kind := _KINDS.get(second.casefold()):
        unit = "/".join(rest[:-1])
        return DocumentNumber(number=digits, kind=kind, organ=first, unit=unit, grammar=Grammar.LEGACY)
    if kind := _KINDS.get(first.casefold()):
        unit = "-".join(rest[:-1])
        return DocumentNumber(number=digits, kind=kind, organ=second, unit=unit, grammar=Grammar.PARTY)
    unit = "/".join(groups[1:])
    return DocumentNumber(number=digits, organ=first, unit=unit, grammar=Grammar.LEGACY)
