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
from pathlib import Path

from khcn_plan import RULES, NotationError, RuleSet, Span, Text, check, console, manual
from khcn_plan.language import LANGUAGES, Language
from khcn_plan.notation import dates, money

CLEAN, ERRORS, UNUSABLE = range(3)

NO_FILE = Text(vi="không có tệp này", en="there is no such file")
FOLDER = Text(vi="đây là thư mục; hãy nêu từng tệp", en="this is a folder; name its files one by one")
CLOSED = Text(vi="không mở được tệp: {reason}", en="the file can't be opened: {reason}")
NO_TEXT = Text(
    vi="không phải văn bản thuần Unicode (UTF-8, UTF-16): sai ở byte thứ {at:number}",
    en="this is no plain Unicode text (UTF-8, UTF-16): wrong at byte {at:number}",
)
NO_RULE = Text(vi="không có quy tắc nào tên là {name:quote}", en="there is no rule {name:quote}")
NEAR = Text(vi="; có phải là {names}?", en="; did you mean {names}?")


class UnusableError(Exception):
    """Something that the user named can't be used; the sentence says why."""

    def __init__(self, sentence: Text, /, **values: object) -> None:
        super().__init__(sentence, values)
        self.sentence = sentence
        self.values = values

    def explain(self, language: Language) -> str:
        """Return the sentence with its values."""
        return self.sentence.fill(language, self.values)


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
    check.add_argument("files", nargs="+", metavar="FILE", help="a plain text; - for standard input")
    check.add_argument("--format", choices=("text", "json"), default="text", help="form of the output (default: text)")
    check.add_argument("--on", type=_day, metavar="DATE", help="apply the law of this day, not of the day of issue")
    check.add_argument("--without", action="append", default=[], metavar="RULE", help="leave this rule out; repeatable")
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


def _day(text: str) -> date:
    """Read a day as programs write it, or as documents do."""
    for read in (date.fromisoformat, dates.read):
        with suppress(ValueError):
            if isinstance(day := read(text), date):
                return day
    msg = f"{text!r} is no day; write it as 2023-02-28 or 28/02/2023"
    raise argparse.ArgumentTypeError(msg)


def _check(options: argparse.Namespace) -> int:
    rules = RULES.without(*map(_known, options.without))
    data: list[dict[str, object]] = []
    status = max([_check_file(name, rules, options, data) for name in options.files])
    if options.format == "json":
        print(json.dumps(data, ensure_ascii=not _is_unicode(sys.stdout.encoding), indent=2))
    return status


def _check_file(name: str, rules: RuleSet, options: argparse.Namespace, data: list[dict[str, object]]) -> int:
    """Check one file and print what was found, or add it to the data; one that can't be used doesn't stop the others."""
    from khcn_plan.formats import text as texts  # noqa: PLC0415 - late: no other command reads documents

    file = "<stdin>" if name == "-" else name
    try:
        text = _decode(_load(name))
    except UnusableError as error:
        _complain(f"{file}: {error.explain(options.lang)}")
        return UNUSABLE
    reading = texts.read(text)
    report = check(reading, rules=rules, on=options.on)
    if options.format == "json":
        data.append(console.as_data(report, reading, file))
    else:
        _say(console.findings(report, file, text, options.lang))
        _say(console.summary(report, reading, file, options.lang))
    return CLEAN if report.ok else ERRORS


def _load(name: str) -> bytes:
    path = Path(name)
    try:
        if name == "-":
            return sys.stdin.buffer.read()
        if path.is_dir():
            raise UnusableError(FOLDER)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnusableError(NO_FILE) from None
    except (OSError, ValueError) as error:
        raise UnusableError(CLOSED, reason=getattr(error, "strerror", None) or error) from None


def _decode(content: bytes) -> str:
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnusableError(NO_TEXT, at=error.start + 1) from None


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


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _complain(reason: str, *lines: str) -> None:
    print(f"khcn-plan: {console.printable(reason)}", *lines, sep="\n", file=sys.stderr)


def _is_unicode(encoding: str | None) -> bool:
    return (encoding or "").lower().replace("-", "").startswith("utf")


if __name__ == "__main__":
    sys.exit(main())
