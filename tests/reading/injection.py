"""Puts one fault at a time into a text that has none there, to see whether a check finds it (tiêm lỗi).

Three kinds: a digit of a figure whose words stand beside it, a digit of one part of a sum that holds, the year in the number
of a normative document whose date is given. Each yields the faulty text with the rule that should speak and its line.
"""

from collections.abc import Iterator

import attrs

from khcn_plan import Breakdown, Division, DivisionKind, Reading, Span
from khcn_plan.model.sums import Comparison, add_up


@attrs.frozen
class Injection:
    """One faulty text.

    Attributes:
        text: the text with the fault.
        rule: the ending of the name of the rule that should find it.
        line: the line of the fault.
    """

    text: str
    rule: str
    line: int


def words(text: str, reading: Reading) -> Iterator[Injection]:
    """Yield texts in which a figure no longer says what its words say."""
    for amount in (*reading.document.amounts, *reading.document.counts):
        if amount.words and amount.place:
            yield Injection(_other_digit(text, amount.place), "amount.words", amount.place.line)


def sums(text: str, reading: Reading) -> Iterator[Injection]:
    """Yield texts in which one part of a sum that held is another number."""
    for breakdown in reading.document.breakdowns:
        for division in breakdown.divisions:
            part = division.parts[0].place
            if part and breakdown.place and _holds(breakdown, division):
                yield Injection(_other_digit(text, part), ".total", breakdown.place.line)


def citations(text: str, reading: Reading) -> Iterator[Injection]:
    """Yield texts in which the number of a normative document bears another year than its date."""
    for citation in (*reading.document.frame.bases, *reading.document.citations):
        number = citation.number
        if number and number.year and citation.issued and citation.place and number.year == citation.issued.year:
            at = text.find(f"/{number.year}/", citation.place.start, citation.place.end)
            if at >= 0:
                faulty = text[: at + 1] + str(number.year - 1) + text[at + 5 :]
                yield Injection(faulty, "citation.year", citation.place.line)


def _holds(breakdown: Breakdown, division: Division) -> bool:
    parts = (part.total for part in division.parts)
    equal = add_up(breakdown.total, parts).comparison is Comparison.EQUAL
    return division.kind is DivisionKind.PARTITION and equal


def _other_digit(text: str, place: Span) -> str:
    """Change the first digit of a stretch to its neighbour."""
    at = next(index for index in range(place.start, place.end) if text[index].isdigit())
    digit = "2" if text[at] == "1" else str((int(text[at]) + 1) % 10 or 1)
    return text[:at] + digit + text[at + 1 :]
