"""How number words follow each other (ngữ pháp số đọc): the strict reader below `words` and `money`.

A number is a row of groups (lớp) of up to three digits, each with its unit: nghìn, triệu, tỷ, or none. Inside a
group the worth of a word depends on the words before it: "trăm" behind "hai" turns 2 into 200 and is worth 198.
So a group is a walk through tables of word -> (next table, worth), and its value is the sum. The word "" of a
table tells how a group that ends there was said. A word that no table knows ends the number; what may not end
there, or has two usual readings ("một triệu năm"), is refused.
"""

import functools
import itertools
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from khcn_plan.language import Text
from khcn_plan.notation import letters
from khcn_plan.notation.error import NotationError
from khcn_plan.notation.pattern import late

_State: TypeAlias = dict[str, tuple["_State", int]]

# How a group was said: not at all, "không", one digit or two without "mươi" (which may be short for hundreds:
# "một triệu hai lăm"), two digits or "linh" and one, three digits with "trăm".
_NONE, _NOUGHT, _DIGIT, _TENS, _HUNDREDS = range(5)

_DIGITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
_FIVE_AFTER_TEN = {"lăm": 5, "nhăm": 5}
_ONLY_AFTER_TENS = _FIVE_AFTER_TEN | {"mốt": 1, "tư": 4}
_AFTER_TEN = _DIGITS | _FIVE_AFTER_TEN
_AFTER_TENS = _DIGITS | _ONLY_AFTER_TENS
_ODD = ("linh", "lẻ", "lẽ")
# "muoi" stands for a spelling that may be either: behind a digit it is mươi, elsewhere mười.
_TENFOLD = ("mươi", "muoi")
_TEN = ("mười", "muoi")
_THOUSAND, _MILLION, _BILLION = 10**3, 10**6, 10**9
_PLACES = {"nghìn": _THOUSAND, "ngàn": _THOUSAND, "triệu": _MILLION, "tỷ": _BILLION, "tỉ": _BILLION}
_UNITS = _PLACES | {f"{word},": place for word, place in _PLACES.items()}
_HALF = ("rưỡi", "rưởi")

_NO_NUMBER = Text(vi="không phải số viết bằng chữ", en="no number in words")
_UNKNOWN = Text(vi="chữ này không thuộc số", en="this word does not belong to the number")
_UNFINISHED = Text(vi="số viết chưa hết", en="the number is unfinished")
_TWO_READINGS = Text(vi="có hai cách hiểu", en="this has two usual readings")
_ORDER = Text(vi="các hàng không giảm dần", en="the places do not descend")
_ZERO = Text(vi="“không” đứng sai chỗ", en="“không” does not belong here")
_HALF_OF_WHAT = Text(vi="không rõ “rưỡi” của hàng nào", en="it is unclear what “rưỡi” is half of")


def read(text: str) -> int:
    """Read a number that is nothing but words.

    Raises:
        NotationError: a word is unknown, out of place, or has two usual readings.

    >>> read("một tỷ hai trăm linh năm triệu")
    1205000000
    """
    words = spoken(text)
    try:
        number, stop = scan(words)
    except NotationError:
        return _read_spelled(text)
    return number if stop == len(words) else _read_spelled(text)


def _read_spelled(text: str) -> int:
    """Read the number with its misspellings mended, or say where in the text it goes wrong."""
    words, starts = spelled(text)
    number, stop = scan_at(words, starts)
    if stop < len(words):
        raise NotationError(_UNKNOWN, starts[stop])
    return number


def spoken(text: str) -> list[str]:
    """Return the words of a text that is spelled as it should be, in small letters.

    >>> spoken("Một tỷ,  hai")
    ['một', 'tỷ,', 'hai']
    """
    return unicodedata.normalize("NFC", text).lower().split()


def spelled(text: str) -> tuple[list[str], list[int]]:
    r"""Return the words of a text with misspelled number words mended, and where each word begins.

    The places end with that of the end of the text.

    >>> spelled("Bốn mưoi tri\u200bệu ,một")
    (['bốn', 'muoi', 'triệu', ',', 'một'], [0, 4, 9, 16, 17, 20])
    """
    words, starts = [], []
    plain = letters.clean(text).isascii()
    for match in _WORD().finditer(text):
        if word := letters.clean(match[0]).lower():
            words.append(_mended(word, plain=plain))
            starts.append(match.start())
    return words, [*starts, len(text)]


def scan_at(words: Sequence[str], starts: Sequence[int]) -> tuple[int, int]:
    """Scan words whose places in a text are known: faults are placed there."""
    try:
        return scan(words)
    except NotationError as error:
        raise NotationError(error.reason, starts[error.position]) from None


def scan(words: Sequence[str]) -> tuple[int, int]:
    """Return the number that the words begin with, and how many of them it takes.

    Raises:
        NotationError: there is none, or it has two readings; the position counts words.

    >>> scan(["hai", "mươi", "mốt", "triệu", "đồng"])
    (21000000, 4)
    """
    first, later, resumed = _tables()
    sign = 1 if words[:1] == ["âm"] else 0
    state, group, places, at = first, 0, _Places(), sign
    for word in words[sign:] if sign else words:
        if step := state.get(word):
            state, worth = step
            group += worth
        elif place := _UNITS.get(word):
            if fault := places.add(place, group, state[""][1] if "" in state else None):
                raise NotationError(fault, at)
            state, group = resumed if word[-1] == "," else later, 0
        else:
            break
        at += 1
    if state is later and at < len(words) and words[at] in _HALF:
        fault, at = places.halve(), at + 1
    else:
        fault = places.add(1, group, state[""][1] if "" in state else None)
    if fault or (sign and not places.total):
        raise NotationError(fault or _ZERO, at if fault in (_UNFINISHED, _NO_NUMBER) else at - 1)
    return -places.total if sign else places.total, at


@attrs.define(eq=False)
class _Places:
    """The groups read so far, by their places.

    Attributes:
        total: what no word can change any more.
        ceiling: everything further is below it; 0 at first, when there is none.
        opened: thousands and millions, which a "tỷ" may yet multiply.
        floor: the place of the last group in `opened`, 0 if there is none.
        billions: the last groups of billions, which a second "tỷ" may yet multiply.
        limit: the ceiling for these.
        half: what a "rưỡi" would add now; 0 where it would be unclear.
    """

    total: int = 0
    ceiling: int = 0
    opened: int = 0
    floor: int = 0
    billions: int = 0
    limit: int = 0
    half: int = 0

    def add(self, place: int, group: int, how: int | None) -> Text | None:
        """Take a group with its unit; return what is wrong with it."""
        if how is None:
            return _UNFINISHED if self.floor or self.ceiling or group else _NO_NUMBER
        if how == _NOUGHT and not (self.floor or self.ceiling) and place > 1:
            return _ZERO
        self.half = place // 2 if group % 100 else 0
        if place == _THOUSAND:
            return self._thousands(group, how)
        if place == _MILLION:
            return self._millions(group, how)
        return self._billions(group, how) if place == _BILLION else self._rest(group, how)

    def halve(self) -> Text | None:
        """Take a closing "rưỡi", half of the last place; return what is wrong with it."""
        if not self.half:
            return _HALF_OF_WHAT
        self.opened += self.half if self.floor else 0
        self.billions += 0 if self.floor else self.half
        return self._rest(0, _NONE)

    def _thousands(self, group: int, how: int) -> Text | None:
        if how == _NONE or self.floor == _THOUSAND:
            return _ORDER
        self.opened += group * _THOUSAND
        self.floor = _THOUSAND
        return None

    def _millions(self, group: int, how: int) -> Text | None:
        """Take millions, counted in thousands too: "một nghìn hai trăm triệu", "ba nghìn triệu"."""
        if self.floor:
            if how not in (_NONE, _HUNDREDS) or not _THOUSAND <= self.opened < _MILLION:
                return _ORDER
        elif how == _NONE:
            return _ORDER
        self.opened = (self.opened + group) * _MILLION
        self.floor = _MILLION
        return None

    def _billions(self, group: int, how: int) -> Text | None:
        """Take a "tỷ": it counts all that is open, or multiplies the "tỷ" before it."""
        if how == _NONE and not self.floor:
            self.billions *= _BILLION
            self.ceiling *= _BILLION
        else:
            if fault := self._uncountable(how):
                return fault
            self.total += self.billions
            self.limit = self.ceiling
            self.billions = (self.opened + group) * _BILLION
            self.ceiling = (self.floor if how == _NONE else 1) * _BILLION
            self.opened = self.floor = 0
        return _ORDER if self.limit and max(self.billions, self.ceiling) >= self.limit else None

    def _uncountable(self, how: int) -> Text | None:
        """Say why a "tỷ" can't count what is open: "một nghìn hai tỷ", "năm triệu hai mươi tỷ"."""
        if self.opened and (how == _DIGIT or (how == _TENS and self.opened >= _MILLION)):
            return _TWO_READINGS
        if self.floor and how == _NOUGHT:
            return _ZERO
        return _ORDER if self.opened >= _BILLION else None

    def _rest(self, group: int, how: int) -> Text | None:
        """Take the last group, which has no unit."""
        if self.floor or self.ceiling:
            if how == _DIGIT:
                return _TWO_READINGS
            if how == _NOUGHT:
                return _ZERO
        value = self.opened + group
        if self.ceiling and value >= self.ceiling:
            return _ORDER
        self.total += self.billions + value
        return None


def _end(how: int) -> _State:
    """Return the table where no word goes on and the group may end."""
    return {"": ({}, how)}


def _walk(worths: Mapping[str, int], then: _State) -> _State:
    """Return the entries for words that all lead to the same table."""
    return {word: (then, worth) for word, worth in worths.items()}


def _after_digit(digit: int, how: int, dropped: Mapping[str, int], how_dropped: int) -> _State:
    """Return what may follow a digit that is to be tens: "hai mươi …", "sáu chục", "tám lăm"."""
    tens = _walk(_AFTER_TENS if digit > 1 else _AFTER_TEN, _end(how)) | _end(how)
    said = _walk(dict.fromkeys(_TENFOLD, 9 * digit), tens) | _walk({"chục": 9 * digit}, _end(how))
    if digit == 1:
        return said
    return _walk({word: 9 * digit + worth for word, worth in dropped.items()}, _end(how_dropped)) | said


def _after_ten(how: int) -> _State:
    return _walk(dict.fromkeys(_TEN, 10), _walk(_AFTER_TEN, _end(how)) | _end(how))


def _after_odd(how: int) -> _State:
    """Return what may follow "linh": a digit, and ten and more, which some programs write so."""
    digits = {word: (_after_digit(digit, how, {}, how) | _end(how), digit) for word, digit in _DIGITS.items()}
    return _after_ten(how) | digits | _walk({"tư": 4, "lăm": 5}, _end(how))


def _after_hundred() -> _State:
    """Return what may follow "trăm"; behind it "mươi" may be dropped: "ba trăm bốn hai"."""
    dropped = _DIGITS | _ONLY_AFTER_TENS
    digits: _State = {
        word: (_after_digit(digit, _HUNDREDS, dropped, _HUNDREDS), digit) for word, digit in _DIGITS.items()
    }
    return _after_ten(_HUNDREDS) | digits | _walk(dict.fromkeys(_ODD, 0), _after_odd(_HUNDREDS)) | _end(_HUNDREDS)


@functools.cache
def _tables() -> tuple[_State, _State, _State]:
    """Return the tables for the first group, for one behind a unit, and for one behind a comma."""
    hundred = _after_hundred()
    first = _after_ten(_TENS) | _walk({"không": 0}, _end(_NOUGHT))
    for word, digit in _DIGITS.items():
        alone = (
            _after_digit(digit, _TENS, _ONLY_AFTER_TENS, _DIGIT) | _walk({"trăm": 99 * digit}, hundred) | _end(_DIGIT)
        )
        first[word] = (alone, digit)
    nought = _walk({"trăm": 0}, hundred) | _end(_NOUGHT)
    resumed = first | _walk(dict.fromkeys(_ODD, 0), _after_odd(_TENS)) | _walk({"không": 0}, nought)
    later = resumed | _walk({",": 0, "và": 0}, resumed) | _end(_NONE)
    return first, later, resumed


_WORD = late(r"[^\s,]+,?|,")
_TONE = late("[\u0300\u0301\u0303\u0309\u0323]")
_LETTER = late(".[\u0300-\u036f]*")
# Spellings without marks that are no words of their own, and so can be mended in any text.
_NO_WORDS = frozenset(("khong", "mot", "muoi", "tram", "nghin", "trieu", "chin"))


def _mended(word: str, *, plain: bool) -> str:
    """Return the number word that a misspelling stands for; one without marks only in a text without marks."""
    bare = word.removesuffix(",")
    mended = _misspellings().get(bare)
    if mended is None or (bare.isascii() and not plain and bare not in _NO_WORDS):
        return word
    return mended + word[len(bare) :]


@functools.cache
def _misspellings() -> dict[str, str]:
    """Return what lost marks, and tone marks on the wrong vowel, make of the number words."""
    proper = (*_AFTER_TENS, *_ODD, *_PLACES, *_HALF, "trăm", "mười", "mươi", "không", "chục", "âm", "và")
    found = {"mưới": "muoi"}
    for word in proper:
        for spelling, toned in _spellings(word):
            found.setdefault(spelling, word if toned or word not in ("mười", "mươi") else "muoi")
    return found | {word: word for word in proper}


def _spellings(word: str) -> Iterator[tuple[str, bool]]:
    """Yield a syllable with any of its marks lost and its tone on any letter; tell whether it kept the tone."""
    marked = unicodedata.normalize("NFD", word)
    tone = "".join(_TONE().findall(marked))
    syllable = _LETTER().findall(_TONE().sub("", marked))
    for chosen in itertools.product(*({letter, letter[0]} for letter in syllable)):
        yield unicodedata.normalize("NFC", "".join(chosen)), False
        for at in range(len(chosen) if tone else 0):
            toned = "".join((*chosen[: at + 1], tone, *chosen[at + 1 :]))
            yield unicodedata.normalize("NFC", toned), True
