"""Write what the rules say of themselves: pages to read, data for other tools, cases for other implementations.

    python docs/write_rules.py [--check]

Written are `docs/rules/<name>.md`, `docs/rules.json` and `tests/conformance/<name>.json`. With `--check` nothing is
written; the command fails if a file is missing, stale or left over.
"""

import ast
import inspect
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs

import khcn_plan
from khcn_plan import RULES, Amount, Norm, Period, Rule, RuleSet, Source, Text, check, cost_norms, units
from khcn_plan.formats import json as doors
from khcn_plan.language import LANGUAGES
from khcn_plan.manual import code, days, judged, sources
from khcn_plan.rules.rule import Informed

ROOT = Path(__file__).parents[1]
WRITTEN = ("docs/rules/*.md", "docs/rules.json", "tests/conformance/*.json")
ELSEWHERE = {"date": "datetime", "Decimal": "decimal"}
BOTH = Text(vi="Tiếng Việt", en="English")
INTRODUCTION = """\
# Quy tắc · Rules

Each rule has a name that never changes, a severity, and a page. A fault of content is an error (lỗi), a fault of form a warning
(cảnh báo), a matter of style a note (lưu ý): Decree 30/2020/NĐ-CP, article 18, has the first amended and the second corrected.
`khcn-plan explain NAME` prints a page; `python docs/write_rules.py` writes them all.
"""
CONTENTS = """
```{toctree}
:hidden:
:glob:

*
```
"""


@attrs.frozen
class Made:
    """A rule that needs the caller's data: a function makes it.

    Attributes:
        call: the code that makes it.
        rule: what it makes.
    """

    call: str
    rule: Rule


_UNITS = ("xã Bằng Lang", "thị trấn Yên Bình")
_NORMS = (Norm(item="Chủ nhiệm", unit="tháng", ceiling=Amount(40_000_000)),)
MADE = (
    Made(f"units({code(_UNITS)})", units(_UNITS)),
    Made(f"cost_norms({code(_NORMS)})", cost_norms(_NORMS)),
)


def files() -> dict[str, str]:
    """Return the content of every file by its path."""
    pages = {rule.name: page(rule) for rule in RULES} | {made.rule.name: page(made.rule, made.call) for made in MADE}
    catalogue = [described(rule) for rule in RULES] + [described(made.rule) | {"made_by": made.call} for made in MADE]
    return (
        {f"docs/rules/{name}.md": text for name, text in pages.items()}
        | {"docs/rules/index.md": index(), "docs/rules.json": _json(catalogue)}
        | {f"tests/conformance/{rule.name}.json": _json(case(rule)) for rule in RULES}
    )


def described(rule: Rule) -> dict[str, object]:
    """Return what a rule says of itself, as JSON has it."""
    return {
        "name": rule.name,
        "severity": rule.severity.name.lower(),
        "judges": [kind.__name__ for kind in rule.on],
        "title": _both(rule.title),
        "why": _both(rule.why),
        "message": _both(rule.message),
        "grounds": [_ground(source) for source in rule.grounds],
        "period": _period(rule.period),
    }


def _ground(source: Source) -> dict[str, object]:
    document = source.document
    cited = {"document": document.number, "address": document.address} if document else {}
    return cited | {
        "cited": {language: source.cite(language) for language in LANGUAGES},
        "period": _period(source.period),
    }


def _period(period: Period) -> dict[str, str]:
    ends = {"since": period.since, "until": period.until}
    return {name: day.isoformat() for name, day in ends.items() if day}


def case(rule: Rule) -> dict[str, object]:
    """Return the examples of a rule and what any implementation of the rules must find in the failing one."""
    return {
        "rule": rule.name,
        "class": type(rule.fails).__name__,
        "on": rule.example_day.isoformat(),
        "fails": doors.unstructure(rule.fails),
        "findings": [doors.finding(finding) for finding in check(rule.fails, on=rule.example_day)],
        "passes": doors.unstructure(rule.passes),
    }


def _both(text: Text) -> dict[str, str]:
    return {language: text[language] for language in LANGUAGES}


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def index() -> str:
    """Return the list of the rules, by the noun that their names begin with."""
    rooms: dict[str, list[Rule]] = {}
    for rule in (*RULES, *(made.rule for made in MADE)):
        rooms.setdefault(rule.name.partition(".")[0], []).append(rule)
    tables = (f"\n## {room}\n\n{_table(rules)}" for room, rules in sorted(rooms.items()))
    return INTRODUCTION + "".join(tables) + CONTENTS


def _table(rules: list[Rule]) -> str:
    rows = (
        f"| [`{rule.name}`]({rule.name}.md) | {rule.severity.name_in('vi')} · {rule.severity.name_in('en')} "
        f"| {rule.title.vi} | {rule.title.en} |\n"
        for rule in rules
    )
    return f"| | | {BOTH.vi} | {BOTH.en} |\n| --- | --- | --- | --- |\n{''.join(rows)}"


def page(rule: Rule, call: str = "") -> str:
    """Return the page of a rule; `call` is the code that makes it, where the caller's data are needed."""
    return "\n".join((*_head(rule), *_sections(rule), *_examples(rule, call), ""))


def _head(rule: Rule) -> Iterator[str]:
    severity = " · ".join(rule.severity.name_in(language) for language in LANGUAGES)
    period = " · ".join(days(rule.period, language) for language in LANGUAGES)
    yield f"# {rule.name}\n"
    yield f"**{rule.title.vi}** · {rule.title.en}\n"
    yield f"- Mức độ · Severity: {severity}"
    yield f"- Đối tượng · Judges: {', '.join(f'`{name}`' for name in judged(rule).split(', '))}"
    yield f"- Hiệu lực · In force: {period}\n"


def _sections(rule: Rule) -> Iterator[str]:
    yield f"## Kiểm tra gì · What it checks\n\n{rule.title.vi}.\n\n{rule.title.en}. {_docstring(rule)}\n"
    yield f"## Vì sao · Why\n\n{rule.why.vi}\n\n{rule.why.en}\n"
    provisions = (_provision(*names) for names in zip(sources(rule, "vi"), sources(rule, "en"), strict=True))
    yield f"## Căn cứ · Provision\n\n{''.join(provisions)}"
    yield f"## Thông báo · Message\n\n> {rule.message.vi}\n>\n> {rule.message.en}\n"


def _docstring(rule: Rule) -> str:
    """Return how the rule judges, in the words of the function that does."""
    judge = rule.judge.judge if isinstance(rule.judge, Informed) else rule.judge
    return " ".join((inspect.getdoc(judge) or "").split())


def _provision(vietnamese: tuple[str, str], english: tuple[str, str]) -> str:
    names = " · ".join(dict.fromkeys((vietnamese[0], english[0])))
    address = vietnamese[1]
    return f"- {names}{f': <{address}>' if address else ''}\n"


def _examples(rule: Rule, call: str) -> Iterator[str]:
    known = RULES + RuleSet((rule,)) if call else RULES
    said = [str(finding) for finding in check(rule.fails, rules=known, on=rule.example_day)]
    dated = said != [str(finding) for finding in check(rule.fails, rules=known)]
    before = [f"rules = RULES + RuleSet(({call},))"] if call else []
    options = ", rules=rules" * bool(call) + f", on={code(rule.example_day)}" * dated
    yield _doctest(
        "## Sai · Fails",
        [*before, f"wrong = {code(rule.fails)}", f"for finding in check(wrong{options}):\n    print(finding)"],
        said,
    )
    yield _doctest(
        "## Đúng · Holds",
        [*before, f"right = {code(rule.passes)}", f"list(check(right{options}))"],
        ["[]"],
    )


def _doctest(heading: str, statements: list[str], output: list[str]) -> str:
    """Write an example that runs; the empty line before the closing fence ends what is expected."""
    lines = [line for statement in (*_imports(statements), *statements) for line in _prompted(statement)]
    return "\n".join((f"{heading}\n", "```python", *lines, *output, "", "```", ""))


def _prompted(statement: str) -> list[str]:
    first, *others = statement.split("\n")
    return [f">>> {first}", *(f"... {line}" for line in others)]


def _imports(statements: list[str]) -> list[str]:
    """Return the imports that an example needs.

    Raises:
        ImportError: it uses a name that is not public.
    """
    nodes = [node for node in ast.walk(ast.parse("\n".join(statements))) if isinstance(node, ast.Name)]
    bound = {node.id for node in nodes if isinstance(node.ctx, ast.Store)} | {"list", "print"}
    names = {node.id for node in nodes} - bound
    if missing := names - set(khcn_plan.__all__) - set(ELSEWHERE):
        msg = f"not public: {', '.join(sorted(missing))}"
        raise ImportError(msg)
    others = [f"from {ELSEWHERE[name]} import {name}" for name in ELSEWHERE if name in names]
    return [*others, f"from khcn_plan import {', '.join(name for name in khcn_plan.__all__ if name in names)}"]


def main(arguments: list[str]) -> int:
    """Write the files, or compare them with those that are there."""
    wanted = files()
    there = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for name in WRITTEN for path in ROOT.glob(name)}
    stale = sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))
    if "--check" in arguments:
        print(*(f"stale: {name}" for name in stale), f"{len(wanted)} files, {len(stale)} stale", sep="\n")
        return 1 if stale else 0
    for name in stale:
        path = ROOT / name
        if name in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[name], "utf-8")
        else:
            path.unlink()
    print(f"{len(wanted)} files, {len(stale)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
