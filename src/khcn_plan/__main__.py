"""The command line (dòng lệnh): `khcn-plan check | convert | complete | new | rules | explain | spell`.

It reads arguments and files, and leaves the rest to the library. Exit status: 0 where there is no error (warnings and
notes are none), 1 where there are errors, 2 where something could not be used: an argument, a file.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from difflib import get_close_matches
from importlib.util import find_spec
from typing import TYPE_CHECKING

from khcn_plan import RULES, NotationError, Plan, RuleSet, Span, Text, batch, console, files, manual
from khcn_plan.batch import CLEAN, UNUSABLE, Inspection, Outcome
from khcn_plan.files import UnusableError
from khcn_plan.formats.error import FormatError
from khcn_plan.language import LANGUAGES, Language
from khcn_plan.notation import dates, money

if TYPE_CHECKING:
    from khcn_plan import conversion, html

LONGEST_NUMBER = 9
NO_RULE = Text(vi="không có quy tắc nào tên là {name:quote}", en="there is no rule {name:quote}")
ABOUT = Text(vi="{file}: {why}", en="{file}: {why}")
REPLACE = Text(vi="{file} đã có; ghi đè? [c/K] ", en="{file} is there already; write over it? [y/N] ")
YES = frozenset(("c", "có", "y", "yes"))
NO_SKELETON = Text(
    vi="cần tên đầy đủ của một ủy ban nhân dân, như “Ủy ban nhân dân xã Nậm Khao”, và năm từ {first} đến 9999",
    en="a People's Committee with its place is needed, as “Ủy ban nhân dân xã Nậm Khao”, and a year from {first} to 9999",
)
NO_TEMPLATES = Text(
    vi='trang HTML cần Jinja2; hãy cài bằng: pip install "khcn-plan[html]"',
    en='an HTML page needs Jinja2; install it by: pip install "khcn-plan[html]"',
)
WROTE = Text(vi="đã ghi {file}", en="wrote {file}")
NEAR = Text(vi="; có phải là {names}?", en="; did you mean {names}?")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    options = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        status = run(options)
        sys.stdout.flush()
    except UnusableError as error:
        _complain(*error.explain(options.lang).splitlines())
        return UNUSABLE
    except BrokenPipeError:
        # Nobody reads on, as behind `| head`; what is still in the buffer must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNUSABLE
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="khcn-plan",
        description="Read Vietnamese science-and-technology plans and say what is wrong with them.",
        epilog="Exit status: 0 no error found, 1 errors found, 2 something could not be used.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    spoken = argparse.ArgumentParser(add_help=False)
    spoken.add_argument("--lang", choices=LANGUAGES, default="vi", help="language of the output (default: vi)")

    check = commands.add_parser("check", parents=[spoken], help="say what is wrong with documents")
    check.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a plain text, a plan as .json or one a line as .jsonl, an estimate as .csv, or a folder; - for standard input",
    )
    check.add_argument(
        "--format", choices=("text", "json", "html"), default="text", help="form of the output (default: text)"
    )
    check.add_argument("--on", type=_day, metavar="DATE", help="apply the law of this day, not of the day of issue")
    check.add_argument("--without", action="append", default=[], metavar="RULE", help="leave this rule out; repeatable")
    check.add_argument(
        "--jobs", type=_count, default=1, metavar="N", help="share the files among N processes; 0: one a core"
    )
    check.set_defaults(run=_check)

    written = argparse.ArgumentParser(add_help=False)
    written.add_argument("--replace", action="store_true", help="write over the file if it is there already")

    convert = commands.add_parser("convert", parents=[spoken, written], help="write a plan in another format")
    convert.add_argument("source", metavar="A", help="the file to read: .txt, .json; .csv or .md for an estimate")
    convert.add_argument("target", metavar="B", help="the file to write, likewise")
    convert.set_defaults(run=_convert)

    complete = commands.add_parser(
        "complete", parents=[spoken, written], help="fill in what follows from what a plan states"
    )
    complete.add_argument("source", metavar="A", help="the plan to read")
    complete.add_argument("target", metavar="B", help="the file to write")
    complete.add_argument("--on", type=_day, metavar="DATE", help="apply the law of this day, not of the day of issue")
    complete.set_defaults(run=_complete)

    new = commands.add_parser(
        "new", parents=[spoken, written], help="begin a plan, with its frame and a place for the rest"
    )
    new.add_argument("target", metavar="FILE", help="the file to write: .txt or .json")
    new.add_argument("--issuer", required=True, help='the committee: "Ủy ban nhân dân xã Nậm Khao"')
    new.add_argument("--year", required=True, type=_count, help="the year to be planned")
    new.set_defaults(run=_new)

    rules = commands.add_parser("rules", parents=[spoken], help="list the rules")
    rules.set_defaults(run=_rules)

    explain = commands.add_parser("explain", parents=[spoken], help="explain a rule")
    explain.add_argument("rule", metavar="RULE", help="its name, as in amount.words")
    explain.set_defaults(run=_explain)

    spell = commands.add_parser("spell", parents=[spoken], help="write an amount of money in words, or read one")
    spell.add_argument("amount", nargs="+", metavar="AMOUNT", help="the amount: figures, or words with --read")
    spell.add_argument("--read", action="store_true", help="read words, and print the number of đồng")
    spell.set_defaults(run=_spell)
    return parser


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version  # noqa: PLC0415 - slow, and seldom needed

        print(f"khcn-plan {version('khcn-plan')}")
        parser.exit()


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER:
        return int(text)
    msg = f"{text!r} is no whole number"
    raise argparse.ArgumentTypeError(msg)


def _day(text: str) -> date:
    """Read a day as programs write it, or as documents do."""
    for read in (date.fromisoformat, dates.read):
        with suppress(ValueError):
            if isinstance(day := read(text), date):
                return day
    msg = f"{text!r} is no day; write it as 2023-02-28 or 28/02/2023"
    raise argparse.ArgumentTypeError(msg)


def _check(options: argparse.Namespace) -> int:
    if options.format == "html" and not find_spec("jinja2"):
        raise UnusableError(NO_TEMPLATES)
    how = Inspection(
        language=options.lang,
        on=options.on,
        without=tuple(map(_known, options.without)),
        kept=options.format == "html",
    )
    files = list(batch.expand(options.files))
    bar = _Bar(len(files))
    outcomes: list[Outcome] = []
    for file, outcome in zip(files, batch.run(files, how, options.jobs), strict=True):
        bar.clear()
        for complaint in outcome.complaints:
            _complain(complaint)
        if options.format == "text":
            _say((*outcome.lines, *outcome.closing))
        outcomes.append(outcome)
        bar.draw(len(outcomes), file)
    bar.clear()
    if options.format == "json":
        data = [one for outcome in outcomes for one in outcome.data]
        print(json.dumps(data, ensure_ascii=not _is_unicode(sys.stdout.encoding), indent=2))
    elif options.format == "html":
        _print_page([paper for outcome in outcomes for paper in outcome.papers], options.lang)
    elif len(files) > 1:
        _say(console.overview([outcome.broken for outcome in outcomes], options.lang))
        _say([console.census(console.FILES, [outcome.status for outcome in outcomes], options.lang)])
    return max(outcome.status for outcome in outcomes)


def _print_page(papers: "Sequence[html.Paper]", language: Language) -> None:
    """Print the page; letters that the stream lacks are written as references, which a page may hold."""
    from khcn_plan import html  # noqa: PLC0415 - late: only here is a page written

    page = html.write(papers, language)
    print(page if _is_unicode(sys.stdout.encoding) else page.encode("ascii", "xmlcharrefreplace").decode(), end="")


def _convert(options: argparse.Namespace) -> int:
    _note(options.target, _save(_load(options.source, options.lang), options), options.lang)
    return CLEAN


def _complete(options: argparse.Namespace) -> int:
    from khcn_plan.complete import complete  # noqa: PLC0415 - late: no other command fills in anything

    completion = complete(_load(options.source, options.lang), on=options.on)
    _note(options.target, _save(completion.plan, options), options.lang)
    _say(console.filled(completion, options.lang))
    return CLEAN


def _new(options: argparse.Namespace) -> int:
    from khcn_plan.skeleton import FIRST_YEAR, skeleton  # noqa: PLC0415 - late: no other command begins a plan

    try:
        plan = skeleton(options.issuer, options.year)
    except ValueError:
        raise UnusableError(NO_SKELETON, first=FIRST_YEAR) from None
    _save(plan, options)  # what a form leaves open is no loss
    return CLEAN


def _load(name: str, language: Language) -> Plan:
    from khcn_plan import conversion  # noqa: PLC0415 - late: most commands write no plan

    with _about(name, language):
        plan, notes = conversion.load(name)
    _note(name, notes, language)
    return plan


def _save(plan: Plan, options: argparse.Namespace) -> "list[conversion.Note]":
    """Write a plan, and return what did not come along; where somebody sits before a terminal, ask before writing over a file."""
    from khcn_plan import conversion  # noqa: PLC0415 - likewise

    replace = options.replace or (files.exists(options.target) and sys.stdin.isatty() and _agrees(options))
    with _about(options.target, options.lang):
        notes = conversion.save(plan, options.target, replace=replace)
    _say([WROTE.fill(options.lang, {"file": options.target})])
    return notes


def _agrees(options: argparse.Namespace) -> bool:
    """Ask whether the target may be written over; no answer is no."""
    try:
        answer = input(REPLACE.fill(options.lang, {"file": options.target}))
    except EOFError:
        return False
    return answer.strip().casefold() in YES


def _note(file: str, notes: "Iterable[conversion.Note]", language: Language) -> None:
    """Tell what did not come along."""
    for sentence, values in notes:
        told = {name: value[language] if isinstance(value, Text) else value for name, value in values.items()}
        _complain(f"{file}: {sentence.fill(language, told)}")


@contextmanager
def _about(file: str, language: Language) -> Iterator[None]:
    """Name the file in what is said of it."""
    try:
        yield
    except (UnusableError, FormatError) as error:
        raise UnusableError(ABOUT, file=file, why=error.explain(language)) from None


def _rules(options: argparse.Namespace) -> int:
    _say(manual.table(RULES, options.lang))
    return CLEAN


def _explain(options: argparse.Namespace) -> int:
    explained = RULES + manual.CALLERS
    _say(manual.page(explained[_known(options.rule, explained)], options.lang))
    return CLEAN


def _known(name: str, rules: RuleSet = RULES) -> str:
    """Return the name of a rule that there is."""
    if name in rules:
        return name
    near = get_close_matches(name, [rule.name for rule in rules])
    sentence = Text(vi=NO_RULE.vi + NEAR.vi, en=NO_RULE.en + NEAR.en) if near else NO_RULE
    raise UnusableError(sentence, name=name, names=", ".join(near))


def _spell(options: argparse.Namespace) -> int:
    amount = " ".join(options.amount)
    try:
        print(money.read_words(amount) if options.read else money.write_words(money.read(amount), negative="âm"))
    except NotationError as error:
        place = Span(error.position, error.position + 1, 1)
        _complain(error.explain(options.lang), *console.excerpt(amount, place))
        return UNUSABLE
    return CLEAN


class _Bar:
    """A line on standard error that says how far the work is, where somebody sits before a terminal."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.shown = total > 1 and sys.stderr.isatty()

    def draw(self, done: int, file: str) -> None:
        if self.shown:
            print(f"\r{console.progress(done, self.total, file)}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self.shown:
            print(f"\r{' ' * console.SCREEN}\r", end="", file=sys.stderr, flush=True)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _complain(reason: str, *lines: str) -> None:
    print(*map(console.printable, (f"khcn-plan: {reason}", *lines)), sep="\n", file=sys.stderr)


def _is_unicode(encoding: str | None) -> bool:
    return (encoding or "").lower().replace("-", "").startswith("utf")


if __name__ == "__main__":
    sys.exit(main())
