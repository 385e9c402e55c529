"""Write the page of the command line from the parser of the commands: `docs/reference/command-line.md`.

    python docs/write_commands.py [--check]

With `--check` nothing is written; the command fails if the page is missing or stale.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from khcn_plan.__main__ import _parser

FILE = Path(__file__).parent / "reference" / "command-line.md"
INTRODUCTION = """\
# The command line

`khcn-plan` is also `python -m khcn_plan`. Every command takes `--help`, and `--lang en` for English. This page is written by
`python docs/write_commands.py` from what the commands say of themselves.

| exit status | what it says |
| --- | --- |
| 0 | no error was found; there may be warnings and notes |
| 1 | there are errors |
| 2 | something could not be used: an argument, a file, a rule that does not exist; wins over 1 |
"""


def page() -> str:
    """Return the page: a section for each command."""
    commands = next(action for action in _parser()._actions if isinstance(action, argparse._SubParsersAction))  # noqa: SLF001
    helps = {choice.dest: choice.help or "" for choice in commands._choices_actions}  # noqa: SLF001
    sections = ("\n".join(_section(name, helps[name], command)) for name, command in commands.choices.items())
    return "\n".join((INTRODUCTION, *sections))


def _section(name: str, about: str, command: argparse.ArgumentParser) -> Iterator[str]:
    """Yield the lines on one command: what it does, how it is called, its arguments."""
    found = [action for action in command._actions if action.dest != "help"]  # noqa: SLF001
    arguments = sorted(found, key=lambda action: bool(action.option_strings))
    yield f"## khcn-plan {name}\n"
    yield f"{about[0].upper()}{about[1:]}.\n"
    yield f"```text\nkhcn-plan {' '.join((name, *map(_called, arguments)))}\n```\n"
    yield "| argument | what it is |\n| --- | --- |"
    rows = ((_named(action).replace("|", "\\|"), action.help) for action in arguments)
    yield from (f"| `{named}` | {what} |" for named, what in rows)
    yield ""


def _called(action: argparse.Action) -> str:
    """Return how an argument stands in a call; what may be left out stands in brackets."""
    if not action.option_strings:
        return f"{action.metavar}{' …' * (action.nargs == '+')}"
    return _named(action) if action.required else f"[{_named(action)}]"


def _named(action: argparse.Action) -> str:
    """Return the name of an argument, with a name for its value."""
    if action.nargs == 0 or not action.option_strings:
        return ", ".join(action.option_strings) or str(action.metavar)
    value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else action.dest.upper())
    return f"{', '.join(action.option_strings)} {value}"


def main(arguments: list[str]) -> int:
    """Write the page, or compare it with the one that is there."""
    wanted = page()
    stale = not FILE.exists() or FILE.read_text("utf-8") != wanted
    if "--check" in arguments:
        print(f"{FILE.name}: {'stale' if stale else 'current'}")
        return 1 if stale else 0
    FILE.write_text(wanted, "utf-8")
    print(f"{FILE.name}: {'written' if stale else 'current'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
