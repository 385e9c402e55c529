"""Totals that a word divides (trong đó, gồm, chia ra, như sau): in the sentence behind it, or in the list below.

The words differ in what they claim: "gồm" names every part, "trong đó" perhaps only some, "cụ thể" and "như sau" perhaps
something else than parts.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

import attrs

from khcn_plan.model import DivisionKind
from khcn_plan.reading.divisions import before, behind, context, lists
from khcn_plan.reading.divisions.behind import TRAIT
from khcn_plan.reading.divisions.context import DIVIDES, LONGEST_SCOPE, LOOK_BACK, MOST_PARTS, Text
from khcn_plan.reading.divisions.fit import (
    FEW,
    LEAST_PARTS,
    TELLING,
    Fit,
    Part,
    Scope,
    alike,
    doubtful,
    holding,
    mistyped,
)
from khcn_plan.reading.divisions.shares import overlap

_DIRECT = re.compile(r"[^.;:()\d]{0,60}[,;:.]?\s*[(*]?")
_TAILS = ("rong đó", "rong tổng số", "ồm", "hia ra", "hia theo", "hia làm", "ụ thể", "au:", "au đây:")
"""What the words of `DIVIDES` end with, without the letter that may be a capital."""
_CLAUSE = re.compile(r";\s*\w")
_SPLITS = ("chia ", "Chia ")
_AS_FOLLOWS = ("sau", "Sau")
_NEGATED = ("không ", "chưa ", "Không ", "Chưa ")
_INCLUSIVE = (" cả ", " luôn ")
_OPEN = re.compile(r"…|\.\.\.|v\.\s?v|và các \w+ khác|còn lại (?:là|do|chưa)\b|và một phần", re.IGNORECASE)
_ELLIPSIS = re.compile(r"(?:…|\.\.\.|v\.\s?v)[.…\s]*", re.IGNORECASE)
_OPENS_LIST = re.compile(r"\s*(?:có|gồm|là)?\s*:")
_SEPARATOR = re.compile(r"[,;]|\bvà\b")
_AND = re.compile(r"[^,;.:()\d]{0,30}\bvà\s", re.IGNORECASE)
_SEXES = (re.compile(r"\bnam\b", re.IGNORECASE), re.compile(r"\bnữ\b", re.IGNORECASE))
_BEARERS = re.compile(
    r"(?:người|hộ|đại biểu|cán bộ|[ủu][ỷy] viên|(?:đảng|hội|thành|giáo|sinh|đoàn) viên|học sinh|lao động|loài|em"
    r"|(?:công|viên) chức|đồng chí)\b",
    re.IGNORECASE,
)
LONGEST_TRAIT = 40
CERTAIN = 1_000
SAME_WORDS = 2
LAST_ANCHORS = 3
MOST_UNITS = 3


def words(flow: str) -> list[tuple[int, int]]:
    """Return where the words stand that divide a total; plain finding is many times faster than one pattern."""
    found = []
    for tail in _TAILS:
        at = flow.find(tail)
        while at >= 0:
            start = at - 1 - 4 * flow.endswith(("bao ", "Bao "), 0, at - 1)
            match = DIVIDES.match(flow, start)
            if match and not flow.endswith(_NEGATED, 0, start):
                found.append(match.span())
            at = flow.find(tail, at + len(tail))
    return sorted(found)


@attrs.frozen
class _Word:
    """A word that divides a total.

    Attributes:
        index: the item that it stands in.
        start, end: where it stands.
        above_list: a list below the item may be what it speaks of.
    """

    index: int
    start: int
    end: int
    above_list: bool


def fits(text: Text, index: int, inside: Sequence[tuple[int, int]]) -> Iterator[Fit]:
    """Yield the totals that the words inside an item divide, with their parts."""
    joined = _joined(text, inside)
    again = _again(text, index, joined)
    for left, (start, end) in zip(range(len(joined), 0, -1), joined, strict=True):
        yield from _anchored(text, _Word(index, start, end, left <= LAST_ANCHORS), again)


def _joined(text: Text, anchors: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take words that follow one another without a figure between them as one: "chia theo nguồn vốn, gồm:"."""
    joined: list[tuple[int, int]] = []
    for start, end in anchors:
        begin = joined.pop()[0] if joined and text.empty(joined[-1][1], start) else start
        joined.append((begin, end))
    return joined


def _again(text: Text, index: int, anchors: Sequence[tuple[int, int]]) -> list[Part]:
    """Return the total that the first "chia theo" of a paragraph divides: another one behind it divides the same."""
    chia = [start for start, _ in anchors if text.flow.startswith(_SPLITS, start)]
    return before.totals(text, index, chia[0])[0][:1] if len(chia) > 1 else []


def _anchored(text: Text, word: _Word, again: list[Part]) -> Iterator[Fit]:
    """Divide the figure before a word like "trong đó" by the figures behind it, in the paragraph or in a list below."""
    if text.flow.startswith(_AS_FOLLOWS, word.start) and text.empty(text.items[word.index].start, word.start):
        return
    totals, same = before.totals(text, word.index, word.start)
    if again and again[0].figure.end < word.start and text.flow.startswith(_SPLITS, word.start):
        totals = [*again, *(one for one in totals if one.figure is not again[0].figure)]
    elif totals and _CLAUSE.search(text.flow, totals[0].figure.end, word.start):
        same = False
    if not totals or text.flow.find("mỗi ", totals[0].figure.end, word.start) >= 0:
        return
    first, *more = _by_unit(text, totals, word.end)
    held, scope, listed = _divide(text, word, first)
    likeliest = held or (_doubtful(text, word, first[0], scope, listed=listed) if same else None)
    size = len(held.parts) if held else 0
    others = [fit for group in more if (fit := _beside(text, word, group, same=same, size=size))]
    if likeliest and not (others and likeliest.kind is DivisionKind.UNSURE):
        yield likeliest
    yield from others


def _by_unit(text: Text, totals: Sequence[Part], end: int) -> list[list[Part]]:
    """Group the totals by what they count, as far as the text goes on to count it: "657 dự án với 597.152 căn, trong đó"."""
    groups = [[one for one in totals if alike(one.quantity, totals[0].quantity)]]
    for one in totals[1:MOST_UNITS]:
        first = one.quantity.unit.split(" ")[0]
        new = not any(alike(one.quantity, group[0].quantity) for group in groups)
        if new and first and text.flow.find(f" {first}", end, end + LONGEST_SCOPE) >= 0:
            groups.append([one])
    return groups


def _divide(text: Text, word: _Word, totals: list[Part]) -> tuple[Fit | None, Scope, bool]:
    """Divide one of the totals of a unit; return what holds, the figures that were read, and whether in the list below."""
    like = totals[0].quantity
    near, *far = context.ends(text.flow, word.end, text.items[word.index].end)
    scopes = [behind.scope(text, word.end, near, like)]
    found = holding(totals[:1], scopes)
    if not found:
        scopes += [behind.scope(text, word.end, stop, like) for stop in far]
    listed = word.above_list and not any(scope.parts for scope in scopes)
    if listed:
        scopes = [*lists.below(text, word.index, like, beside=False)] or scopes
    return found or holding(totals, scopes), scopes[0], listed


def _beside(text: Text, word: _Word, totals: list[Part], *, same: bool, size: int) -> Fit | None:
    """Divide a total of another unit than the likeliest; if that one is held by so many parts, so must be this one."""
    found, scope, _ = _divide(text, word, totals)
    if found or not same or not scope.counts(totals[0].quantity):
        return found
    full = len(scope.segments) == size and all(len(segment) == 1 for segment in scope.segments)
    return mistyped(totals[0], scope, least=LEAST_PARTS if full else TELLING)


def _doubtful(text: Text, word: _Word, total: Part, scope: Scope, *, listed: bool) -> Fit | None:
    """Return the parts that don't make the total, with the kind that says how much of it may be judged."""
    said = text.flow[word.start : word.end].casefold()
    if _is_one_of_two(text, total) and not scope.counts(total.quantity):
        return None
    if said.startswith(_AS_FOLLOWS):
        return mistyped(total, scope, least=FEW) if behind.are_stated_alike(text.flow, scope.parts) else None
    some = said.startswith("trong")
    opens = bool(_OPENS_LIST.match(text.flow, word.end))
    if not listed and not opens:
        if slipped := mistyped(total, scope, least=CERTAIN, strict=True):
            return attrs.evolve(slipped, kind=DivisionKind.SUBSET if some else DivisionKind.PARTITION)
        scope = _of_clause(text, word, total)
    if not listed and (some or not opens) and not _is_one_list(text, word, total, scope, opens=opens):
        return None
    kind = _kind(text, word, scope.parts, listed=listed and _goes_on(text, word.index))
    direct = bool(_DIRECT.fullmatch(text.flow, total.figure.end, word.start))
    found = doubtful(total, scope, kind, sure=not said.startswith("cụ thể"), direct=direct)
    return found and attrs.evolve(found, kind=found.kind or kind)


def _is_one_of_two(text: Text, total: Part) -> bool:
    """Tell whether another figure is named in one breath with a total: "35 tập thể và 120 cá nhân, gồm"."""
    others = text.last(max(0, total.figure.start - LOOK_BACK), total.figure.start)[:1]
    return any(_AND.fullmatch(text.flow, other.end, total.figure.start) for other in others)


def _of_clause(text: Text, word: _Word, total: Part) -> Scope:
    """Return what a word names where no colon opens a list: up to the semicolon, behind which the text goes on about others."""
    end = context.ends(text.flow, word.end, text.items[word.index].end)[0]
    semicolon = text.flow.find(";", word.end, end)
    return behind.scope(text, word.end, semicolon if semicolon >= 0 else end, total.quantity)


def _is_one_list(text: Text, word: _Word, total: Part, scope: Scope, *, opens: bool) -> bool:
    """Tell whether all that stands behind a word is some of the total; a colon that opens a list says so of names.

    "Trong đó 200 đơn đủ điều kiện, đã giải quyết 180 đơn" begins with a figure, and goes on about something else; so does
    "Diện tích lúa 250 ha, trong đó lúa lai 150 ha, diện tích ngô 120 ha", which comes back to the words of the total.
    """
    edges = [word.end, *(part.figure.end for part in scope.parts)]
    gaps = [text.flow[edge : part.figure.start] for edge, part in zip(edges, scope.parts, strict=False)]
    counted = [not _SEPARATOR.split(gap)[-1].strip(" :\n").casefold().removeprefix("có") for gap in gaps]
    if opens or not counted or counted[0]:
        return all(counted) or not counted[0]
    named = frozenset(total.label.casefold().split())
    first, *rest = (len(named.intersection(part.label.casefold().split())) for part in scope.parts)
    return first >= SAME_WORDS or all(shared < SAME_WORDS for shared in rest)


def _kind(text: Text, word: _Word, parts: list[Part], *, listed: bool) -> DivisionKind:
    """Tell what the word and the list behind it claim of the parts."""
    start, end = word.start, word.end
    flow = text.flow
    if listed or _OPEN.search(flow, end, min(text.items[word.index].end, end + LOOK_BACK)):
        return DivisionKind.OPEN
    last = parts[-1].figure.end if parts else end
    bearers = parts and _BEARERS.match(parts[0].quantity.unit)
    found = TRAIT.findall(flow, end, last + LONGEST_TRAIT) if bearers else ()
    traits = {trait.casefold() for trait in found}
    if not (
        flow.startswith(("trong", "Trong"), start) or flow.startswith(_INCLUSIVE, end) or flow.endswith("đã ", 0, start)
    ):
        return DivisionKind.OPEN if len(traits) > 1 else DivisionKind.PARTITION
    sexes = traits and all(sex.search(flow, end, last + LONGEST_TRAIT) for sex in _SEXES)
    return DivisionKind.OPEN if (traits and not sexes) or overlap(flow, parts) else DivisionKind.SUBSET


def _goes_on(text: Text, index: int) -> bool:
    """Tell whether the list below a paragraph ends with an item that says that it goes on: "- …"."""
    below = text.items[index + 1 : index + 1 + MOST_PARTS]
    listed = takewhile(lambda item: item.depth >= below[0].depth, below)
    return any(_ELLIPSIS.fullmatch(text.flow, item.body, item.end) for item in listed)
