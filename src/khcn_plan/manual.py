"""The page of a rule (trang giải thích quy tắc): what must hold, why, where that is written, and an example of each kind.

The command line prints it, and `docs/rules/` is written from it.
"""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum

import attrs

from khcn_plan.console import aligned
from khcn_plan.language import Language, Text
from khcn_plan.law.source import Period
from khcn_plan.model import Amount
from khcn_plan.rules.engine import examine
from khcn_plan.rules.plan import units
from khcn_plan.rules.rule import Rule, RuleSet
from khcn_plan.rules.task import Norm, cost_norms
from khcn_plan.values import default

SEVERITY = Text(vi="Mức độ", en="Severity")
JUDGES = Text(vi="Đối tượng", en="Judges")
WHY = Text(vi="Vì sao", en="Why")
SOURCE = Text(vi="Căn cứ", en="Source")
PERIOD = Text(vi="Hiệu lực", en="In force")
MESSAGE = Text(vi="Thông báo", en="Message")
FAILS = Text(vi="Sai", en="Fails")
PASSES = Text(vi="Đúng", en="Holds")
SINCE = Text(vi="từ {day:date}", en="from {day:date}")
UNTIL = Text(vi="đến hết {day:date}", en="to {day:date}")
ALWAYS = Text(vi="không giới hạn thời gian", en="at all times")
MARGIN = 12

CALLERS = RuleSet(
    (
        units(("xã Bằng Lang", "thị trấn Yên Bình")),
        cost_norms((Norm(item="Chủ nhiệm", unit="tháng", ceiling=Amount(40_000_000)),)),
    )
)
"""The rules that are made of a caller's data, made of some, so that they can be explained."""


def table(rules: RuleSet, language: Language) -> Iterator[str]:
    """Return one line for each rule: name, severity, classes, title."""
    return aligned([(rule.name, rule.severity.name_in(language), judged(rule), rule.title[language]) for rule in rules])


def page(rule: Rule, language: Language) -> Iterator[str]:
    """Yield what there is to know about a rule."""
    yield f"{rule.name}: {rule.title[language]}"
    yield ""
    yield _entry(SEVERITY[language], rule.severity.name_in(language))
    yield _entry(JUDGES[language], judged(rule))
    yield _entry(WHY[language], rule.why[language])
    for name, address in sources(rule, language):
        yield _entry(SOURCE[language], f"{name} <{address}>" if address else name)
    yield _entry(PERIOD[language], days(rule.period, language))
    yield _entry(MESSAGE[language], rule.message[language])
    yield _entry(FAILS[language], code(rule.fails, indent=MARGIN))
    for finding in examine(rule.fails, RuleSet((rule,)), rule.example_day):
        yield _entry("", f"→ {finding.message(language)}")
    yield _entry(PASSES[language], code(rule.passes, indent=MARGIN))


def _entry(label: str, text: str) -> str:
    return f"{label + ':' if label else '':<{MARGIN}}{text}"


def judged(rule: Rule) -> str:
    """Name the classes that a rule judges."""
    return ", ".join(kind.__name__ for kind in rule.on)


def sources(rule: Rule, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the provisions that a rule rests on, each with the address where its document was seen, or ""."""
    for ground in rule.grounds:
        document = ground.document
        name = f"{ground.cite(language)}, {document.name[language]}" if document else ground.cite(language)
        yield name, document.address if document else ""


def days(period: Period, language: Language) -> str:
    """Write a period.

    >>> days(Period(date(2020, 3, 5)), "vi"), days(Period(until=date(2025, 6, 30)), "en"), days(Period(), "en")
    ('từ 05/03/2020', 'to 30 June 2025', 'at all times')
    """
    ends = ((SINCE, period.since), (UNTIL, period.until))
    return " ".join(text.fill(language, {"day": day}) for text, day in ends if day) or ALWAYS[language]


def code(value: object, *, width: int = 88, indent: int = 0) -> str:
    """Write a value as the Python that makes it, over several lines where one would be too long.

    >>> from khcn_plan import Amount, BudgetLine, Task, TaskKind
    >>> print(code(Task("Nuôi dúi", kind=TaskKind.APPLICATION, total=Amount(50_000_000))))
    Task("Nuôi dúi", kind=TaskKind.APPLICATION, total=Amount(50_000_000))
    >>> print(code(BudgetLine("Quản lý", Amount(70_000_000)), width=30))
    BudgetLine(
        "Quản lý",
        amount=Amount(70_000_000),
    )
    """
    name, parts = _parts(value)
    if parts is None:
        return name
    flat = ", ".join(keyword + code(part, width=10**6) for keyword, part in parts)
    if len(name) + len(flat) + 2 <= width:
        return f"{name}({flat}{',' * (not name and len(parts) == 1)})"
    deeper = {"width": width - 4, "indent": indent + 4}
    rows = (f"{' ' * deeper['indent']}{keyword}{code(part, **deeper)},\n" for keyword, part in parts)
    return f"{name}(\n{''.join(rows)}{' ' * indent})"


def _parts(value: object) -> tuple[str, list[tuple[str, object]] | None]:
    """Take a value apart: the name of what makes it, and its arguments, or none where the name says all."""
    kind = type(value)
    if attrs.has(kind):
        return kind.__name__, _arguments(value, kind)
    if isinstance(value, tuple):
        return "", [("", member) for member in value]
    if isinstance(value, date):
        return f"date({value.year}, {value.month}, {value.day})", None
    if isinstance(value, Enum):
        return f"{kind.__name__}.{value.name}", None
    return _literal(value), None


def _arguments(value: object, kind: type["attrs.AttrsInstance"]) -> list[tuple[str, object]]:
    return [
        ("" if field.default is attrs.NOTHING and not field.kw_only else f"{field.name}=", stated)
        for field in attrs.fields(kind)
        if (stated := getattr(value, field.name)) != default(field, value)
    ]


def _literal(value: object) -> str:
    if isinstance(value, str) and value.isprintable():
        return json.dumps(value, ensure_ascii=False)
    if type(value) is int and abs(value) >= 10_000:  # noqa: PLR2004 - years are written without groups
        return f"{value:_}"
    if isinstance(value, Decimal):
        return f'Decimal("{value}")'
    return repr(value)
