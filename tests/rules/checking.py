"""What the rules say about a value, in a few words."""

from datetime import date

from khcn_plan import RULES, RuleSet, check
from khcn_plan.rules.rule import USUAL_DAY


def faults(subject: object, on: date | None = USUAL_DAY) -> list[str]:
    """Return the names of the rules that the subject breaks, gravest first."""
    return [finding.rule.name for finding in check(subject, on=on)]


def breaks(name: str, subject: object, on: date | None = USUAL_DAY) -> bool:
    """Tell whether the subject breaks this rule."""
    return bool(check(subject, rules=RuleSet((RULES[name],)), on=on).findings)


def holds(name: str, subject: object, on: date | None = USUAL_DAY) -> bool:
    """Tell whether the rule found what it judges, and it holds."""
    report = check(subject, rules=RuleSet((RULES[name],)), on=on)
    return not report.findings and bool(report.held)


def silent(name: str, subject: object, on: date | None = USUAL_DAY) -> bool:
    """Tell whether the rule has nothing to say: no fault, and nothing that holds."""
    report = check(subject, rules=RuleSet((RULES[name],)), on=on)
    return not report.findings and not report.held


def unjudged(name: str, subject: object, on: date | None = USUAL_DAY) -> bool:
    """Tell whether the rule says that it can't judge, and nothing else."""
    report = check(subject, rules=RuleSet((RULES[name],)), on=on)
    return bool(report.gaps) and not report.findings and not report.held


def sentence(name: str, subject: object, on: date | None = USUAL_DAY) -> str:
    """Return the one sentence that a rule says about the subject."""
    (finding,) = check(subject, rules=RuleSet((RULES[name],)), on=on)
    return finding.message()
