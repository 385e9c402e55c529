"""Totals with their parts in running text and lists (tổng số, trong đó, gồm): which figure is divided into which.

A word says it ("trong đó", "gồm", "chia ra": `announced`), or a bracket, a colon or the order of a list (`implied`). Both
find the figures that may be a total and its parts; `fit` chooses among the ways to read them. In doubt nothing is judged,
and the division says so.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import attrgetter

from khcn_plan.model import Breakdown, Division, DivisionKind
from khcn_plan.model.sums import Comparison, add_up
from khcn_plan.notation.figures import Quantity
from khcn_plan.reading.divisions import announced, implied, lists, shares
from khcn_plan.reading.divisions.context import MOST_FIGURES, Text
from khcn_plan.reading.divisions.fit import Fit, Part, holding
from khcn_plan.reading.items import Item
from khcn_plan.reading.lines import Lines
from khcn_plan.reading.scan import Figure


def read(lines: Lines, items: Sequence[Item], found: Sequence[Figure]) -> Iterator[Breakdown]:
    """Yield the totals of a text with the parts that it divides them into."""
    text = Text(lines, lines.flow, items, found, [figure.start for figure in found])
    by_total: dict[int, dict[tuple[int, ...], Fit]] = {}
    for fit in _fits(text):
        same = by_total.setdefault(fit.total.figure.start, {})
        same.setdefault(tuple(part.figure.start for part in fit.parts), fit)
    asked: set[int] = set()
    for same in by_total.values():
        fits = list(same.values())
        index = bisect_right(items, fits[0].total.figure.start, key=attrgetter("start")) - 1
        if len(fits) == 1 and _is_off(fits[0]) and index not in asked:
            asked.add(index)
            fits += _again(text, index, fits[0].total)
        yield _breakdown(text, fits)


def _fits(text: Text) -> Iterator[Fit]:
    words, starts = announced.words(text.flow), text.starts
    hints = implied.hints(text.flow)
    word = figure = 0
    last_word, last_figure = len(words), len(starts)
    for index, item in enumerate(text.items):
        first_word, first_figure = word, figure
        while word < last_word and words[word][0] < item.end:
            word += 1
        while figure < last_figure and starts[figure] < item.end:
            figure += 1
        if word > first_word:
            yield from announced.fits(text, index, words[first_word:word])
        if figure > first_figure:
            own = text.figures[first_figure : min(figure, first_figure + MOST_FIGURES)]
            yield from implied.fits(text, index, own, hints, anchored=word > first_word)


def _is_off(fit: Fit) -> bool:
    """Tell whether the parts are said to make the total, and don't."""
    found = add_up(fit.total.quantity, (part.quantity for part in fit.parts)).comparison
    return fit.kind is not DivisionKind.UNSURE and found in {Comparison.OVER, Comparison.SHORT}


def _again(text: Text, index: int, total: Part) -> Iterator[Fit]:
    """Yield another way in which a text divides a total, under the heading behind its item, if there it adds up."""
    if found := holding([total], [lists.later(text, index, total.quantity)]):
        yield found


def _breakdown(text: Text, fits: Sequence[Fit]) -> Breakdown:
    """Make a breakdown of the ways in which a total is divided."""
    total = fits[0].total
    printed = [_printed(text, fit.parts) for fit in fits]
    divisions = tuple(
        Division(_members(text, fit.parts, beside), fit.kind or DivisionKind.PARTITION)
        for fit, (beside, _) in zip(fits, printed, strict=True)
    )
    return Breakdown(
        total.label,
        total.quantity,
        divisions,
        place=text.lines.span(total.figure.start, max(end for _, end in printed)),
    )


def _printed(text: Text, parts: Sequence[Part]) -> tuple[list[Quantity | None], int]:
    """Return the percentages beside the parts, without those that are not of the whole, and where the last part ends."""
    printed, end = shares.read(text.flow, parts)
    if abs(sum((share.value for share in printed if share), Decimal(0)) - shares.WHOLE) > len(parts):
        return [None] * len(parts), parts[-1].figure.end
    return printed, end


def _members(text: Text, parts: Sequence[Part], printed: Sequence[Quantity | None]) -> tuple[Breakdown, ...]:
    """Make the members of a division."""
    return tuple(
        Breakdown(part.label, part.quantity, share=share, place=text.lines.span(part.figure.start, part.figure.end))
        for part, share in zip(parts, printed, strict=True)
    )
