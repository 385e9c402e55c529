"""The command line (dòng lệnh): `khcn-plan check | rules | explain | spell`, also `python -m khcn_plan`.

It reads arguments and files, and leaves the rest to the library. Exit status: 0 where there is no error (warnings and
notes are none), 1 where there are errors, 2 where something could not be used: an argument, a file.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from difflib import get_close_matches

from khcn_plan import RULES, NotationError, Span, Text, batch, console, manual
from khcn_plan.batch import CLEAN, UNUSABLE, Inspection, Outcome, UnusableError
from khcn_plan.language import LANGUAGES
from khcn_plan.notation import dates, money

NO_RULE = Text(vi="không có quy tắc nào tên là {name:quote}", en="there is no rule {name:quote}")
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
        _complain(error.explain(options.lang))
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
        "files", nargs="+", metavar="FILE", help="a plain text, or a folder of them; - for standard input"
    )
    check.add_argument("--format", choices=("text", "json"), default="text", help="form of the output (default: text)")
    check.add_argument("--on", type=_day, metavar="DATE", help="apply the law of this day, not of the day of issue")
    check.add_argument("--without", action="append", default=[], metavar="RULE", help="leave this rule out; repeatable")
    check.add_argument(
        "--jobs", type=_count, default=1, metavar="N", help="share the files among N processes; 0: one a core"
    )
    check.set_defaults(run=_check)

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
    if text.isascii() and text.isdigit():
        return int(text)
    msg = f"{text!r} is no number of processes"
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
    how = Inspection(language=options.lang, on=options.on, without=tuple(map(_known, options.without)))
    files = list(batch.expand(options.files))
    bar = _Bar(len(files))
    outcomes: list[Outcome] = []
    for file, outcome in zip(files, batch.run(files, how, options.jobs), strict=True):
        bar.clear()
        if outcome.complaint:
            _complain(outcome.complaint)
        elif options.format == "text":
            _say(outcome.lines)
        outcomes.append(outcome)
        bar.draw(len(outcomes), file)
    bar.clear()
    if options.format == "json":
        data = [outcome.data for outcome in outcomes if outcome.data]
        print(json.dumps(data, ensure_ascii=not _is_unicode(sys.stdout.encoding), indent=2))
    elif len(files) > 1:
        _say(console.overview([outcome.broken for outcome in outcomes], options.lang))
        _say([console.census([outcome.status for outcome in outcomes], options.lang)])
    return max(outcome.status for outcome in outcomes)


def _rules(options: argparse.Namespace) -> int:
    _say(manual.table(RULES, options.lang))
    return CLEAN


def _explain(options: argparse.Namespace) -> int:
    _say(manual.page(RULES[_known(options.rule)], options.lang))
    return CLEAN


def _known(name: str) -> str:
    """Return the name of a rule that there is."""
    if name in RULES:
        return name
    near = get_close_matches(name, [rule.name for rule in RULES])
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
    print(f"khcn-plan: {console.printable(reason)}", *lines, sep="\n", file=sys.stderr)


def _is_unicode(encoding: str | None) -> bool:
    return (encoding or "").lower().replace("-", "").startswith("utf")


if __name__ == "__main__":
    sys.exit(main())
