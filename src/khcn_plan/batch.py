"""Checks files and folders (kiểm tra tệp và thư mục): each file on its own, one after the other or on several cores.

What was found in a file, or why it can't be used, is an `Outcome`; nothing is printed here, and no file stops the others.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import attrs

from khcn_plan import RULES, Plan, Text, check, console, files
from khcn_plan.files import STANDARD_INPUT, UnusableError
from khcn_plan.formats.error import FormatError
from khcn_plan.html.paper import Paper
from khcn_plan.language import Language

CLEAN, ERRORS, UNUSABLE = range(3)
MOST_WORKERS = 61
"""Windows waits for no more processes at once."""
JSON, LINES, TABLE = ".json", ".jsonl", ".csv"
SUFFIXES = frozenset((".txt", ".md", JSON, LINES))

EMPTY = Text(
    vi="thư mục này không có tệp .txt, .md, .json hay .jsonl nào",
    en="this folder holds no file .txt, .md, .json or .jsonl",
)


@attrs.frozen(kw_only=True)
class Inspection:
    """How files are to be checked.

    Attributes:
        language: in which language what is found is told.
        on: the day whose law applies; `None`: each document's own.
        without: the names of rules to leave out.
        kept: what was checked comes along, for a page to show it.
    """

    language: Language = "vi"
    on: date | None = None
    without: tuple[str, ...] = ()
    kept: bool = False


@attrs.frozen(kw_only=True)
class Outcome:
    """What came of one file.

    Attributes:
        status: `CLEAN`, `ERRORS` or `UNUSABLE`.
        complaints: why the file, or a plan in it, can't be used.
        lines: the findings, to be read.
        closing: the closing lines, likewise.
        data: the same for programs, a plan or document each.
        broken: the names of the rules that were broken, once for each finding.
        papers: what was checked and found, or could not be, if it is to be kept.
    """

    status: int
    complaints: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    data: tuple[dict[str, object], ...] = ()
    broken: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()


def expand(names: Iterable[str]) -> Iterator[str]:
    """Yield the files that are meant: for a folder those in it and below it, in order; hidden ones are left out.

    A folder without any is yielded itself, for `examine` to say so.
    """
    for name in names:
        folder = Path(name)
        inside = _inside(folder) if name != STANDARD_INPUT and folder.is_dir() else ()
        yield from inside or (name,)


def _inside(folder: Path) -> list[str]:
    found = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    seen = (path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    return [str(path) for path in sorted(seen)]


def run(names: Sequence[str], how: Inspection, jobs: int = 1) -> Iterator[Outcome]:
    """Yield what comes of each file, in order, as soon as it is there.

    Args:
        names: the files; with standard input among them all are checked in this process.
        how: how they are checked.
        jobs: how many processes share the work; 0: as many as there are cores. It pays from some hundred files.
    """
    if jobs == 1 or len(names) == 1 or STANDARD_INPUT in names:
        yield from (examine(file, how) for file in names)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - late: seldom needed, and slow to import
    from multiprocessing import get_context  # noqa: PLC0415 - likewise

    workers = min(jobs or os.cpu_count() or 1, len(names), MOST_WORKERS)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(partial(examine, how=how), names)


def examine(file: str, how: Inspection) -> Outcome:
    """Read and check one file: a document, a plan as JSON, a plan on each line, or an estimate as a table."""
    name = "<stdin>" if file == STANDARD_INPUT else file
    suffix = Path(file).suffix.lower()
    try:
        text = _text_of(file)
    except UnusableError as error:
        return _refused(name, error, how)
    if suffix == LINES:
        lines = enumerate(text.split("\n"), start=1)
        return _together(name, [_planned(f"{name}:{number}", line, how) for number, line in lines if line.strip()], how)
    check_as = {JSON: _planned, TABLE: _tabled}.get(suffix, _read)
    return check_as(name, text, how)


def _read(name: str, text: str, how: Inspection) -> Outcome:
    """Read and check a document."""
    from khcn_plan.formats import json  # noqa: PLC0415 - late: no other command reads documents
    from khcn_plan.formats import text as texts  # noqa: PLC0415 - likewise

    reading = texts.read(text)
    report = check(reading, rules=RULES.without(*how.without), on=how.on)
    return Outcome(
        status=CLEAN if report.ok else ERRORS,
        lines=tuple(console.findings(report, name, text, how.language)),
        closing=tuple(console.summary(report, reading, name, how.language)),
        data=(json.report(report, reading, file=name),),
        broken=tuple(finding.rule.name for finding in report),
        papers=(Paper(report, subject=reading, text=text, name=name),) if how.kept else (),
    )


def _planned(name: str, text: str, how: Inspection) -> Outcome:
    """Read and check a plan as JSON."""
    from khcn_plan.formats import json  # noqa: PLC0415 - likewise

    try:
        plan = json.read(text)
    except FormatError as error:
        return _refused(name, error, how)
    return _checked(name, plan, None, how)


def _tabled(name: str, text: str, how: Inspection) -> Outcome:
    """Read and check an estimate as a table of separated values, in which no document is."""
    from khcn_plan.formats import csv  # noqa: PLC0415 - likewise

    try:
        budget = csv.read(text)
    except FormatError as error:
        return _refused(name, error, how)
    return _checked(name, Plan(year=budget.year, budget=budget), text, how)


def _checked(name: str, plan: Plan, text: str | None, how: Inspection) -> Outcome:
    """Check a plan; of a text, the lines are shown."""
    from khcn_plan.formats import json  # noqa: PLC0415 - likewise

    report = check(plan, rules=RULES.without(*how.without), on=how.on)
    return Outcome(
        status=CLEAN if report.ok else ERRORS,
        lines=tuple(console.findings(report, name, text, how.language)),
        closing=tuple(console.summary(report, None, name, how.language)),
        data=(json.report(report, file=name),),
        broken=tuple(finding.rule.name for finding in report),
        papers=(Paper(report, subject=plan, text=text, name=name),) if how.kept else (),
    )


def _together(name: str, outcomes: Sequence[Outcome], how: Inspection) -> Outcome:
    """Put what came of the plans of one file together; they close with one line."""
    statuses = [outcome.status for outcome in outcomes]
    return Outcome(
        status=max(statuses, default=CLEAN),
        complaints=tuple(complaint for outcome in outcomes for complaint in outcome.complaints),
        lines=tuple(line for outcome in outcomes for line in outcome.lines),
        closing=(f"{name}: {console.census(console.PLANS, statuses, how.language)}",),
        data=tuple(data for outcome in outcomes for data in outcome.data),
        broken=tuple(name for outcome in outcomes for name in outcome.broken),
        papers=tuple(paper for outcome in outcomes for paper in outcome.papers),
    )


def _refused(name: str, error: UnusableError | FormatError, how: Inspection) -> Outcome:
    said = "; ".join(error.explain(how.language).splitlines())
    papers = (Paper(None, name=name, complaints=(said,)),) if how.kept else ()
    return Outcome(status=UNUSABLE, complaints=(f"{name}: {said}",), papers=papers)


def _text_of(file: str) -> str:
    """Return the text of a file; what is still a folder holds none."""
    if file != STANDARD_INPUT and Path(file).is_dir():
        raise UnusableError(EMPTY)
    return files.read(file)
