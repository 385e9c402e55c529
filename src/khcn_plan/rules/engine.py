"""How rules are held against values (bộ máy kiểm tra): one walk over the tree, each value handed to the rules for its class.

The engine adds to each verdict where the value stands, in the tree and in the text.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache

import attrs

from khcn_plan.language import Text
from khcn_plan.law.source import Period
from khcn_plan.model import Document, Plan, Reading, Span
from khcn_plan.model.tree import Path, path_of, walk
from khcn_plan.rules.report import Finding, Gap, Report
from khcn_plan.rules.rule import Rule, RuleSet
from khcn_plan.rules.verdict import Fault, Held

UNDATED = Text(vi="không rõ ngày ban hành", en="the date of issue is not known")


def examine(subject: object, rules: RuleSet, on: date | None) -> Report:
    """Hold the rules against the subject and everything in it, under the law of the day.

    Args:
        subject: a reading, a document, a plan or any part of one.
        rules: the rules to hold.
        on: the day whose law applies; `None`: the day on which the subject was issued.

    Raises:
        TypeError: the subject is none of these; that nothing is wrong with a string would say nothing.
    """
    if not attrs.has(subject.__class__):
        msg = f"a reading, a document, a plan or a part of one can be checked, no {subject.__class__.__name__}"
        raise TypeError(msg)
    day = on or issued(subject)
    in_force, undated = _in_force(rules, day)
    findings: list[Finding] = []
    held: list[str] = []
    gaps = [Gap(rule, (), UNDATED) for rule in undated]
    applied = day or date.max
    for value, trail, place in walk(subject):
        for one in in_force.get(value.__class__, ()):
            for verdict in one.judge(value, applied):
                if isinstance(verdict, Held):
                    held.append(one.name)
                elif isinstance(verdict, Fault):
                    path = (*path_of(trail), *verdict.at)
                    findings.append(Finding(one, path, verdict.values, _place(value, verdict.at, place)))
                else:
                    gaps.append(Gap(one, path_of(trail), verdict.reason, place))
    findings.sort(key=lambda f: (-f.rule.severity, f.place.start if f.place else -1))
    return Report(findings=tuple(findings), held=tuple(sorted(Counter(held).items())), gaps=tuple(gaps), on=day)


def issued(subject: object) -> date | None:
    """Return the day on which the subject was issued, as far as it says."""
    if isinstance(subject, Reading):
        return issued(subject.plan) or issued(subject.document)
    frame = subject.frame if isinstance(subject, Document | Plan) else None
    if frame is not None and frame.issued is not None:
        return frame.issued
    year = subject.year if isinstance(subject, Plan) else None
    return date(year, 1, 1) if year is not None and MINYEAR <= year <= MAXYEAR else None


@lru_cache(maxsize=256)
def _in_force(rules: RuleSet, day: date | None) -> tuple[dict[type, tuple[Rule, ...]], tuple[Rule, ...]]:
    """Split the rules into those in force on the day, by class, and those that need a day where there is none."""
    if day is None:
        undated = tuple(rule for rule in rules if rule.period != Period())
        names = {rule.name for rule in undated}
        return _by_class(rule for rule in rules if rule.name not in names), undated
    return _by_class(rule for rule in rules if rule.period.holds(day)), ()


def _by_class(rules: Iterable[Rule]) -> dict[type, tuple[Rule, ...]]:
    return RuleSet(tuple(rules)).by_class


def _place(value: object, at: Path, place: Span | None) -> Span | None:
    """Return the place of what a fault points to, or of the nearest value above it that has one; of a list where it begins."""
    for key in at:
        place = getattr(value, f"{key}_place", None) or place
        value = value[key] if isinstance(key, int) else getattr(value, key)  # type: ignore[index]
        first = value[0] if isinstance(value, tuple) and value else value
        place = getattr(first, "place", None) or place
    return place
