"""What the template shows (dữ liệu của trang): plain values, every sentence written out in the language of the page.

Whatever comes from a document goes through `printable`, or through `marks.runs` where the document itself is shown; the
template escapes all of it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

import attrs

from khcn_plan import console, manual
from khcn_plan.console import printable
from khcn_plan.html import lines, words
from khcn_plan.html.lines import Block, Place
from khcn_plan.html.paper import Paper
from khcn_plan.language import Language
from khcn_plan.law.source import Period
from khcn_plan.model import Passage, Span
from khcn_plan.rules import RULES
from khcn_plan.rules.report import Finding, Report
from khcn_plan.rules.rule import Rule, Severity

WEB = ("https://", "http://")
SHOWN = 25
"""How many findings of a severity are listed; more are folded."""


@attrs.frozen(kw_only=True)
class Explained:
    """A rule, explained (giải thích quy tắc): what must hold, why, where that is written, and since when, if not always."""

    title: str
    why: str
    sources: tuple[tuple[str, str], ...]
    days: str
    name: str


@attrs.frozen(kw_only=True)
class Note:
    """A finding as it is shown (nhận xét bên lề).

    Attributes:
        number: its number among those of the document, in the order of the text.
        kind: the name of its severity, for the style.
        severity: the word for it.
        where: its line, or its pointer where there was no text.
        message: what is wrong.
        cited: the provisions in force.
        rule: the rule, explained.
    """

    number: int
    kind: str
    severity: str
    where: str
    message: str
    cited: str
    rule: Explained


@attrs.frozen(kw_only=True)
class Listed:
    """The findings of one severity, in the list on top: the first ones, and those that are folded."""

    kind: str
    severity: str
    first: tuple[Note, ...]
    rest: tuple[Note, ...]
    more: str


@attrs.frozen(kw_only=True)
class Sheet:
    """One file on the page (một văn bản trên trang).

    Attributes:
        key: what its ids begin with.
        title: what the document is, or else the name of the file.
        about: its number, its issuer and the name of the file.
        complaints: why it, or something in it, could not be used.
        counts: kind, word and number of each severity; none where nothing could be checked.
        said: sentences below the counts.
        listed: the findings, gravest first.
        held: how many checks hold, and how often each rule did.
        unjudged: reasons, each with the rules and lines.
        unread: lines and words of what was not understood.
        loose: the findings that stand at no line.
        notes: those beside lines, by number.
        blocks: the document.
    """

    key: str
    title: str
    about: tuple[str, ...]
    complaints: tuple[str, ...] = ()
    counts: tuple[tuple[str, str, int], ...] = ()
    said: tuple[str, ...] = ()
    listed: tuple[Listed, ...] = ()
    held: tuple[str, tuple[str, ...]] = ("", ())
    unjudged: tuple[tuple[str, tuple[tuple[str, int | None], ...]], ...] = ()
    unread: tuple[tuple[int | None, str], ...] = ()
    loose: tuple[Note, ...] = ()
    notes: Mapping[int, Note] = attrs.field(factory=dict[int, Note])
    blocks: tuple[Block, ...] = ()


def sheet(paper: Paper, key: str, language: Language) -> Sheet:
    """Write out what is shown of a file."""
    head = Sheet(
        key=key,
        title=_title(paper) or printable(paper.name) or words.WORDS["file"][language],
        about=tuple(printable(part) for part in _about(paper, language) if part),
        complaints=tuple(map(printable, paper.complaints)),
    )
    return head if paper.report is None else _filled(head, paper, paper.report, language)


def _filled(head: Sheet, paper: Paper, report: Report, language: Language) -> Sheet:
    ordered = _ordered(report, paper.text)
    notes = tuple(
        _note(number, finding, _where(finding, place, paper.text, language), report.on, language)
        for number, (finding, place) in enumerate(ordered, start=1)
    )
    places = [Place(n, finding.rule.severity, at) for n, (finding, at) in enumerate(ordered, start=1) if at]
    loose = len(notes) - len(places)
    return attrs.evolve(
        head,
        counts=tuple((_kind(one), name[language], _count(report, one)) for one, name in words.COUNTS.items()),
        said=tuple(_said(paper, report, language)),
        listed=tuple(_listed(notes, language)),
        held=_held(report, language),
        unjudged=tuple(_unjudged(report, paper.text, language)),
        unread=tuple(_passage(passage, paper.text) for passage in paper.unread),
        loose=notes[:loose],
        notes={note.number: note for note in notes[loose:]},
        blocks=tuple(lines.blocks(paper.text, places)) if paper.text is not None else (),
    )


def _title(paper: Paper) -> str:
    return printable(f"{paper.frame.kind} {paper.frame.subject}".strip())


def _about(paper: Paper, language: Language) -> Iterator[str]:
    if paper.frame.number:
        yield words.NUMBER.fill(language, {"number": paper.frame.number})
    yield paper.frame.issuer
    yield paper.name if _title(paper) else ""


def _ordered(report: Report, text: str | None) -> list[tuple[Finding, Span | None]]:
    """Return the findings in the order of the text, those at no line first."""
    whole = _whole(text or "")
    found = [(finding, _place(finding.place, whole) if text is not None else None) for finding in report]
    return sorted(found, key=lambda pair: (pair[1].start, pair[1].end) if pair[1] else (-1, -1))


def _whole(text: str) -> Span | None:
    """Return the stretch from the first word of a text to its last, if it has several lines."""
    return Span(len(text) - len(text.lstrip()), len(text.rstrip()), 1) if "\n" in text.strip() else None


def _place(place: Span | None, whole: Span | None) -> Span | None:
    """Return the place of a finding that stands at a line; what is said of the whole text stands at none."""
    if place and whole and place.start <= whole.start and whole.end <= place.end:
        return None
    return place


def _note(number: int, finding: Finding, where: str, on: date | None, language: Language) -> Note:
    return Note(
        number=number,
        kind=_kind(finding.rule.severity),
        severity=words.SEVERITIES[finding.rule.severity][language],
        where=where,
        message=printable(finding.message(language)),
        cited=printable(console.cited(finding.rule, on, language)),
        rule=_explained(finding.rule, language),
    )


def _where(finding: Finding, place: Span | None, text: str | None, language: Language) -> str:
    if finding.place and (place or text is None):
        return words.LINE.fill(language, {"line": finding.line})
    return words.WHOLE[language] if finding.place or not finding.pointer else printable(finding.pointer)


def _explained(rule: Rule, language: Language) -> Explained:
    return Explained(
        title=printable(rule.title[language]),
        why=printable(rule.why[language]),
        sources=tuple(_sources(rule, language)),
        days="" if rule.period == Period() else manual.days(rule.period, language),
        name=printable(rule.name),
    )


def _sources(rule: Rule, language: Language) -> Iterator[tuple[str, str]]:
    for ground, (name, address) in zip(rule.grounds, manual.sources(rule, language), strict=True):
        said = name if ground.document else words.ITSELF[language]
        yield printable(said), address if address.startswith(WEB) else ""


def _kind(severity: Severity) -> str:
    return severity.name.lower()


def _count(report: Report, severity: Severity) -> int:
    return sum(finding.rule.severity is severity for finding in report)


def _said(paper: Paper, report: Report, language: Language) -> Iterator[str]:
    if not report.findings:
        yield words.NOTHING[language]
    elif report.ok:
        yield words.NO_ERRORS[language]
    if report.on:
        yield words.LAW.fill(language, {"day": report.on})
    if paper.plain:
        yield f"{console.NO_PLAN[language][0].upper()}{console.NO_PLAN[language][1:]}."


def _listed(notes: Sequence[Note], language: Language) -> Iterator[Listed]:
    for severity, word in words.COUNTS.items():
        same = tuple(note for note in notes if note.kind == _kind(severity))
        rest = same[SHOWN:]
        more = words.MORE.fill(language, {"n": len(rest)})
        if same:
            yield Listed(kind=_kind(severity), severity=word[language], first=same[:SHOWN], rest=rest, more=more)


def _held(report: Report, language: Language) -> tuple[str, tuple[str, ...]]:
    titles = {rule.name: rule.title[language] for rule in (*RULES, *manual.CALLERS, *_spoken(report))}
    total = console.HOLDING.fill(language, {"n": sum(count for _, count in report.held)})
    counted = (words.TIMES.fill(language, {"title": titles.get(name, name), "n": count}) for name, count in report.held)
    return total, tuple(map(printable, counted))


def _spoken(report: Report) -> Iterator[Rule]:
    yield from (finding.rule for finding in report)
    yield from (gap.rule for gap in report.gaps)


def _unjudged(
    report: Report, text: str | None, language: Language
) -> Iterator[tuple[str, tuple[tuple[str, int | None], ...]]]:
    by_reason = sorted(report.gaps, key=lambda gap: gap.reason[language])
    for reason, gaps in groupby(by_reason, lambda gap: gap.reason[language]):
        named = ((printable(gap.rule.title[language]), _line(gap.place, text)) for gap in gaps)
        yield printable(reason), tuple(dict.fromkeys(named))


def _passage(passage: Passage, text: str | None) -> tuple[int | None, str]:
    return _line(passage.place, text), printable(passage.text)


def _line(place: Span | None, text: str | None) -> int | None:
    """Return the line of a place, if the page shows the text."""
    return place.line if place and text is not None else None


def sheets(papers: Iterable[Paper], language: Language) -> tuple[Sheet, ...]:
    """Write out what is shown of each file."""
    return tuple(sheet(paper, f"v{number}", language) for number, paper in enumerate(papers, start=1))
