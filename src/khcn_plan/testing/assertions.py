"""What a test wants to say of a plan or of a rule (khẳng định), with messages that a person can act on."""

import re
from collections.abc import Collection
from datetime import date, timedelta

from khcn_plan.language import LANGUAGES, Text
from khcn_plan.rules import RULES, check
from khcn_plan.rules.report import Report
from khcn_plan.rules.rule import Rule, RuleSet

A_DAY = timedelta(days=1)


def assert_clean(
    subject: object, *, ignoring: Collection[str] = (), rules: RuleSet = RULES, on: date | None = None
) -> None:
    """Demand that nothing is wrong with a reading, a document, a plan or any part of one.

    Args:
        subject: what to check.
        ignoring: names of rules whose findings are accepted.
        rules: the rules to hold.
        on: the day whose law applies; by default the day on which the subject was issued.

    Raises:
        AssertionError: something is wrong; every finding stands on a line of its own.
        KeyError: a name to ignore is that of no rule.

    >>> from khcn_plan import Amount
    >>> assert_clean(Amount(90_000_000, words="Chín mươi triệu đồng"))
    """
    report = check(subject, rules=rules.without(*ignoring), on=on)
    if report.findings:
        msg = f"{len(report)} findings where none was expected:\n{_listed(report)}"
        raise AssertionError(msg)


def assert_finds(
    subject: object, name: str, *, at: str | None = None, rules: RuleSet = RULES, on: date | None = None
) -> None:
    """Demand that a rule finds its fault, and where.

    Args:
        subject: what to check.
        name: the rule.
        at: where, as a JSON pointer: "/budget/total"; by default anywhere.
        rules: the rules to hold.
        on: the day whose law applies; by default the day on which the subject was issued.

    Raises:
        AssertionError: the rule finds nothing, or nothing there; the message says what was found instead.
        KeyError: there is no rule of this name.

    >>> from khcn_plan import Amount
    >>> assert_finds(Amount(90_000_000, words="Chín triệu đồng"), "amount.words", at="")
    """
    one = rules[name]
    report = check(subject, rules=rules, on=on)
    pointers = [finding.pointer for finding in report if finding.rule.name == name]
    if pointers and (at is None or at in pointers):
        return
    where = f" at {at!r}" if at is not None else ""
    elsewhere = f", but at {', '.join(map(repr, pointers))}" if pointers else ""
    day = f" (judged by the law of {report.on})" if report.on and not one.period.holds(report.on) else ""
    msg = f"{name} finds nothing{where}{elsewhere}{day}; the findings are:\n{_listed(report)}"
    raise AssertionError(msg)


def check_rule(rule: Rule, *, rules: RuleSet = RULES) -> None:
    """Prove what a rule owes its reader: examples that show it, sentences that fill, silence outside its period.

    Args:
        rule: the rule, the library's or one of your own.
        rules: the rules beside which its examples must break this one alone.

    Raises:
        AssertionError: what does not hold.

    >>> check_rule(RULES["budget.total"])
    """
    beside = rules if rule.name in rules else rules + RuleSet((rule,))
    found = check(rule.fails, rules=beside, on=rule.example_day)
    names = [finding.rule.name for finding in found]
    _demand(names == [rule.name], f"the failing example gives {names or 'nothing'}, not {[rule.name]}")
    near = check(rule.passes, rules=beside, on=rule.example_day)
    _demand(not near.findings, f"the near miss is not silent:\n{_listed(near)}")
    for text in (rule.title, rule.why, rule.message):
        _demand(bool(text.vi and text.en), f"a text lacks a language: {text}")
        _demand(text.fields == Text(vi=text.en, en=text.vi).fields, f"the languages name other values: {text}")
    for language in LANGUAGES:
        missing = {name for name, _ in rule.message.fields} - dict(found.findings[0].values).keys()
        _demand(not missing, f"the message names values that the fault does not give: {sorted(missing)}")
        sentence = found.findings[0].message(language)
        _demand(sentence.endswith(".") and not re.search(r"[{}]|None", sentence), f"no whole sentence: {sentence}")
    for end, step in ((rule.period.since, -A_DAY), (rule.period.until, A_DAY)):
        outside = check(rule.fails, rules=RuleSet((rule,)), on=end + step) if end else Report(findings=())
        _demand(not outside.findings, f"it judges on {outside.on}, outside its period {rule.period}")


def _demand(holds: bool, message: str) -> None:  # noqa: FBT001 - private
    if not holds:
        raise AssertionError(message)


def _listed(report: Report) -> str:
    """Return the findings of a report, one a line, with the line of the text where one was read."""
    lines = (f"{finding.line}: {finding}" if finding.line else str(finding) for finding in report)
    return "\n".join(f"  {line}" for line in lines) or "  none"
