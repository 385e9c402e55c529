"""How a report is shown (trình bày kết quả kiểm tra): findings beside their lines, and closing lines.

What a document says is printed without its control characters, so that no document can steer the terminal of the one
who checks it.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from khcn_plan.complete import Completion
from khcn_plan.language import Language, Text, write
from khcn_plan.model import Amount, Reading, Span
from khcn_plan.rules import RULES
from khcn_plan.rules.report import Finding, Gap, Report
from khcn_plan.rules.rule import Rule, Severity

BAR = 20
SCREEN = 79
WIDTH = 100
"""How many columns of a source line are shown; longer ones are cut around the place."""

COUNTED = {
    Severity.ERROR: Text(vi="lỗi", en="error"),
    Severity.WARNING: Text(vi="cảnh báo", en="warning"),
    Severity.INFO: Text(vi="lưu ý", en="note"),
}
HOLDING = Text(vi="{n:number} phép kiểm tra đúng", en="{n:number} checks hold")
UNREAD = Text(
    vi="{n:number} đoạn không nhận ra nội dung nào để kiểm tra", en="nothing was understood in {n:number} passages"
)
NO_PLAN = Text(
    vi="không phải kế hoạch khoa học và công nghệ; đã kiểm tra như một văn bản hành chính",
    en="no science-and-technology plan; checked as an administrative document",
)
UNJUDGED = Text(vi="không xét được vì {reason}: {rules}", en="not judged because {reason}: {rules}")
MORE = Text(vi="và {n:number} quy tắc khác", en="and {n:number} rules more")
LINE = Text(vi="dòng", en="line")
FILES = Text(
    vi="{n:number} tệp: {errors:number} có lỗi, {unusable:number} không kiểm tra được",
    en="{n:number} files: {errors:number} with errors, {unusable:number} unusable",
)
PLANS = Text(
    vi="{n:number} kế hoạch: {errors:number} có lỗi, {unusable:number} không kiểm tra được",
    en="{n:number} plans: {errors:number} with errors, {unusable:number} unusable",
)
HEADER = Text(vi="Mức độ|Quy tắc|Số lần|Số tệp", en="Severity|Rule|Findings|Files")
FILLED = Text(vi="{at}: điền {value} ({reason})", en="{at}: filled in {value} ({reason})")
NOTHING_FILLED = Text(vi="không có gì để điền thêm", en="there was nothing to fill in")
NAMED = 5
"""How many of the rules that could not judge are named."""


def printable(text: str) -> str:
    r"""Return a text as one line that a terminal only shows: control characters become spaces, invisible ones go.

    >>> printable("Tổng\t\x1b[31m140\u200b triệu")
    'Tổng  [31m140 triệu'
    """
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in {"Cc", "Cs", "Zl", "Zp"}:
        return " "
    return "" if category == "Cf" else letter


def columns(text: str) -> int:
    r"""Return how many columns of a terminal a printable text takes.

    >>> columns("mười"), columns("mu\u031bo\u031b\u0300i"), columns("計画")
    (4, 4, 4)
    """
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def excerpt(text: str, place: Span, width: int = WIDTH) -> tuple[str, str]:
    r"""Return the line in which a place begins, and a second one that marks the place with carets.

    >>> print(*excerpt("Mục 2\nTổng kinh phí: 90.000.000 đồng", Span(21, 31, 2)), sep="\n")
    Tổng kinh phí: 90.000.000 đồng
                   ^^^^^^^^^^
    """
    start, stop = _line(text, place.start)
    left = start if stop - start <= width else max(start, min(place.start - width // 4, stop - width))
    right = min(stop, left + width)
    end = min(place.end, right)
    before = ("…" if left > start else "") + printable(text[left : place.start])
    marked = printable(text[place.start : end])
    after = printable(text[end:right]) + ("…" if right < stop else "")
    return before + marked + after, " " * columns(before) + "^" * max(1, columns(marked))


def _line(text: str, offset: int) -> tuple[int, int]:
    """Return where the line around an offset begins and ends, the spaces at its ends left out."""
    first = text.rfind("\n", 0, offset) + 1
    last = text.find("\n", offset) if "\n" in text[offset:] else len(text)
    line = text[first:last]
    return min(last - len(line.lstrip()), offset), max(first + len(line.rstrip()), offset)


def findings(report: Report, file: str, text: str | None, language: Language) -> Iterator[str]:
    """Yield the lines that show the findings, gravest first, each beside the line of the text that it is about.

    Where there was no text, a pointer into the file says what it is about: "plan.json#/budget/total".
    """
    for finding in report:
        yield _headline(finding, file if text is not None else f"{file}#{finding.pointer}", language)
        if finding.place and text is not None:
            source, carets = excerpt(text, finding.place)
            yield f"{finding.place.line:>5} | {source}"
            yield f"{'':>5} | {carets}"
        if grounds := cited(finding.rule, report.on, language):
            yield f"{'':>5} = {grounds}"


def _headline(finding: Finding, file: str, language: Language) -> str:
    where = file if finding.line is None else f"{file}:{finding.line}"
    severity = finding.rule.severity.name_in(language)
    return printable(f"{where}: {severity} {finding.rule.name}: {finding.message(language)}")


def cited(rule: Rule, on: date | None, language: Language) -> str:
    """Name the provisions of a rule that are in force on the day; nothing where no law is needed."""
    grounds = (ground for ground in rule.grounds if ground.document and (on is None or ground.period.holds(on)))
    return "; ".join(ground.cite(language) for ground in grounds)


def summary(report: Report, reading: Reading | None, file: str, language: Language) -> Iterator[str]:
    """Yield the closing lines: how much is wrong, how much holds, what could not be judged or understood."""
    held = HOLDING.fill(language, {"n": sum(count for _, count in report.held)})
    yield printable(f"{file}: {_tally(report, language)}; {held}")
    if reading and reading.plan is None:
        yield f"  {NO_PLAN[language]}"
    for reason in dict.fromkeys(gap.reason for gap in report.gaps):
        rules = _few([_unjudged(gap, language) for gap in report.gaps if gap.reason == reason], language)
        yield printable("  " + UNJUDGED.fill(language, {"reason": reason[language], "rules": rules}))
    if reading and reading.unread:
        yield "  " + UNREAD.fill(language, {"n": len(reading.unread)})


def _tally(report: Report, language: Language) -> str:
    counts = {severity: sum(finding.rule.severity is severity for finding in report) for severity in COUNTED}
    plural = {"vi": "", "en": "s"}[language]
    return ", ".join(f"{n} {COUNTED[severity][language]}{plural * (n != 1)}" for severity, n in counts.items())


def _few(names: list[str], language: Language) -> str:
    """Join names, and count those that would make the line too long."""
    more = len(names) - NAMED
    shown = names[:NAMED] + ([MORE.fill(language, {"n": more})] if more > 0 else [])
    return ", ".join(shown)


def _unjudged(gap: Gap, language: Language) -> str:
    return f"{gap.rule.name} ({LINE[language]} {gap.place.line})" if gap.place else gap.rule.name


def overview(broken: Sequence[Sequence[str]], language: Language) -> Iterator[str]:
    r"""Return a table of what was found in several files: for each rule how often and in how many, gravest rules first.

    >>> print(*overview([["budget.total", "amount.label"], ["budget.total"], []], "en"), sep="\n")
    Severity  Rule          Findings  Files
    error     budget.total  2         2
    warning   amount.label  1         1
    """
    findings = Counter(name for names in broken for name in names)
    files = Counter(name for names in broken for name in set(names))
    ranked = sorted(findings, key=lambda name: (-RULES[name].severity, -findings[name], name))
    rows = [(RULES[name].severity.name_in(language), name, str(findings[name]), str(files[name])) for name in ranked]
    return aligned([tuple(HEADER[language].split("|")), *rows]) if rows else iter(())


def census(sentence: Text, statuses: Sequence[int], language: Language) -> str:
    """Return the last line about several files or plans: how many there were, have errors, could not be used.

    >>> census(FILES, [0, 1, 2, 0], "en")
    '4 files: 1 with errors, 1 unusable'
    """
    return sentence.fill(language, {"n": len(statuses), "errors": statuses.count(1), "unusable": statuses.count(2)})


def filled(completion: Completion, language: Language) -> Iterator[str]:
    """Yield what was filled in, one a line, with its reason."""
    for one in completion.filled:
        stated = one.value.value if isinstance(one.value, Amount) else one.value
        kind = "money" if isinstance(one.value, Amount) else _KINDS.get(type(stated), "number")
        values = {"at": "/" + "/".join(map(str, one.path)), "value": write(stated, kind, language)}
        yield FILLED.fill(language, values | {"reason": one.reason[language]})
    if not completion.filled:
        yield NOTHING_FILLED[language]


_KINDS = {str: "quote", date: "date"}


def progress(done: int, total: int, file: str) -> str:
    """Return how far the work is, as one line no longer than the screen.

    >>> progress(3, 12, "ke_hoach.txt")
    '[#####...............] 3/12 ke_hoach.txt'
    """
    filled = BAR * done // total
    return f"[{'#' * filled}{'.' * (BAR - filled)}] {done}/{total} {printable(file)}"[:SCREEN]


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows of a table with their columns below one another."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
