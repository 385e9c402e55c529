"""How rules are held against values (bộ máy kiểm tra): one walk over the tree, each value handed to the rules for its class.

A rule is a value. It judges one value at a time and yields verdicts: `HELD`, a `Fault`, or `Unjudged` with a reason. The
engine adds where the value stands, in the tree and in the text. Nothing registers itself and nothing reads the clock.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, date
from enum import IntEnum
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

import attrs

from khcn_plan import values
from khcn_plan.language import Language, Text
from khcn_plan.law.source import CONSISTENCY, Period, Source
from khcn_plan.model import Document, Plan, Reading, Span
from khcn_plan.model.tree import Key, Path, path_of, walk

T = TypeVar("T")


class Severity(IntEnum):
    """How grave a finding is: Decree 30/2020/NĐ-CP, article 18, amends content and corrects form."""

    INFO = 1
    """A matter of style (lưu ý)."""

    WARNING = 2
    """A fault of form (cảnh báo)."""

    ERROR = 3
    """A fault of content (lỗi)."""

    def name_in(self, language: Language) -> str:
        """Return the name that a reader of this language sees."""
        if language == "en":
            return self.name.lower()
        return {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}[self]


class Fault(NamedTuple):
    """A verdict: something is wrong.

    Attributes:
        at: where, below the value that was judged.
        values: what the message needs, by name.
    """

    at: Path
    values: tuple[tuple[str, object], ...]


@attrs.frozen
class Held:
    """A verdict: the rule found what it judges, and it holds."""


class Unjudged(NamedTuple):
    """A verdict: the rule found what it judges, and cannot tell.

    Attributes:
        reason: why not.
    """

    reason: Text


HELD = Held()
USUAL_DAY = date(2023, 2, 15)
"""A day under Decree 30, the first OCOP criteria and three levels of government."""

Verdict = Fault | Held | Unjudged
"""What a judge may say of one value."""
Judge = Callable[[T, date], Iterable[Verdict]]


@attrs.frozen
class Informed:
    """A judge with what its caller knows; equal to another that knows the same, so that findings compare after pickling."""

    judge: Callable[[Any, Any, date], Iterator[Verdict]]
    known: object

    def __call__(self, value: object, on: date) -> Iterator[Verdict]:
        """Judge the value by what is known."""
        return self.judge(self.known, value, on)


def fault(*at: Key, **values: object) -> Fault:
    """Say that something is wrong, at this place below the value judged, with the values that the message names."""
    return Fault(at, tuple(values.items()))


@attrs.frozen(kw_only=True)
class Rule:
    """One thing that must hold.

    Attributes:
        name: its identifier, `noun.fault`; it never changes and never comes back.
        on: the classes whose values it judges.
        severity: how grave a fault is.
        title: what must hold, in a few words.
        why: why that matters.
        message: the sentence that a finding says.
        grounds: the provisions that demand it, one after the other in time, or `CONSISTENCY`.
        fails: a value that breaks this rule and no other.
        passes: a near miss that holds.
        period: when the rule holds; by default from the first of its grounds to the end of the last.
        judge: the function that yields the verdicts on one value.
    """

    name: str
    on: tuple[type, ...]
    severity: Severity
    title: Text
    why: Text
    message: Text
    grounds: tuple[Source, ...]
    fails: object = attrs.field(eq=False)
    passes: object = attrs.field(eq=False)
    period: Period
    judge: Judge[Any]

    @property
    def example_day(self) -> date:
        """The day whose law its examples are judged by: the usual one if the rule is in force then, else its first or last."""
        if self.period.holds(USUAL_DAY):
            return USUAL_DAY
        return self.period.since or self.period.until or USUAL_DAY

    def __repr__(self) -> str:
        return f"<Rule {self.name}>"


def rule(  # noqa: PLR0913 - a rule has that many parts, all of them named
    name: str,
    *,
    on: type[T] | tuple[type[Any], ...],
    severity: Severity,
    title: Text,
    why: Text,
    message: Text,
    fails: object,
    passes: object,
    ground: Source | tuple[Source, ...] = CONSISTENCY,
    period: Period | None = None,
) -> Callable[[Judge[T]], Rule]:
    """Make a rule of the function below, which gets one value and the day whose law applies, and yields verdicts.

    The function's qualified name becomes `<rule>.judge`, which is where it is found: so rules, and with them findings,
    can be pickled.

    Args:
        name: its identifier, `noun.fault`.
        on: the class whose values the function judges, or several.
        severity: how grave a fault is.
        title: what must hold, in a few words.
        why: why that matters.
        message: the sentence of a finding; its fields are the values that `fault` gives, as `Text` writes them.
        fails: a value that breaks this rule and no other.
        passes: a near miss that holds.
        ground: the provision that demands it, or several, one after the other in time.
        period: when the rule holds; by default from the first ground to the end of the last.

    >>> from khcn_plan import HELD, RuleSet, Severity, Task, Text, check, fault, rule
    >>> @rule(
    ...     "task.unranked",
    ...     on=Task,
    ...     severity=Severity.INFO,
    ...     title=Text(vi="Nhiệm vụ có xếp loại", en="A task has a rank"),
    ...     why=Text(vi="Huyện ta báo cáo xếp loại.", en="Our district reports ranks."),
    ...     message=Text(vi="{name:quote} chưa xếp loại.", en="{name:quote} has no rank."),
    ...     fails=Task("Nuôi dúi"),
    ...     passes=Task("Nuôi dúi", rank="Khá"),
    ... )
    ... def unranked(task, on):
    ...     yield HELD if task.rank else fault(name=task.name)
    >>> [finding.message("en") for finding in check(Task("Nuôi ong"), rules=RuleSet((unranked,)))]
    ['“Nuôi ong” has no rank.']
    """
    grounds = ground if isinstance(ground, tuple) else (ground,)

    def make(judge: Judge[T]) -> Rule:
        judge.__qualname__ = f"{judge.__qualname__}.judge"
        return Rule(
            name=name,
            on=on if isinstance(on, tuple) else (on,),
            severity=severity,
            title=title,
            why=why,
            message=message,
            grounds=grounds,
            fails=fails,
            passes=passes,
            period=period or Period(grounds[0].period.since, grounds[-1].period.until),
            judge=judge,
        )

    return make


@attrs.frozen(cache_hash=True)
class RuleSet:
    """Rules to be held together, in order.

    Attributes:
        rules: the rules.
        by_class: those that judge a class, in the same order.

    Raises:
        ValueError: two rules have one name.

    >>> from khcn_plan import RULES
    >>> "budget.total" in RULES, "budget.total" in RULES.without("budget.total")
    (True, False)
    """

    rules: tuple[Rule, ...]
    by_class: dict[type, tuple[Rule, ...]] = attrs.field(init=False, eq=False)

    @by_class.default
    def _group(self) -> dict[type, tuple[Rule, ...]]:
        classes = dict.fromkeys(kind for rule in self.rules for kind in rule.on)
        return {kind: tuple(rule for rule in self.rules if kind in rule.on) for kind in classes}

    def __attrs_post_init__(self) -> None:
        names = Counter(rule.name for rule in self.rules)
        if twice := [name for name, count in names.items() if count > 1]:
            msg = f"rules of the same name: {', '.join(twice)}"
            raise ValueError(msg)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __contains__(self, name: str) -> bool:
        return any(rule.name == name for rule in self.rules)

    def __getitem__(self, name: str) -> Rule:
        """Return the rule of this name.

        Raises:
            KeyError: there is none.
        """
        for rule in self.rules:
            if rule.name == name:
                return rule
        raise KeyError(name)

    def __add__(self, other: "RuleSet") -> "RuleSet":
        return RuleSet(self.rules + other.rules)

    def without(self, *names: str) -> "RuleSet":
        """Return the set without these rules.

        Raises:
            KeyError: there is no rule of this name; a misspelt exception must not go unnoticed.
        """
        for name in names:
            self[name]
        return RuleSet(tuple(rule for rule in self.rules if rule.name not in names))

    def __repr__(self) -> str:
        return f"<RuleSet of {len(self.rules)}>"


@attrs.frozen
class Finding:
    """One thing that is wrong.

    Attributes:
        rule: the rule that is broken.
        path: where in the tree, from the subject down.
        values: what the message says, by name.
        place: where in the text, if one was read.
    """

    rule: Rule
    path: Path
    values: tuple[tuple[str, object], ...]
    place: Span | None = None

    @property
    def line(self) -> int | None:
        """The line of the text, from 1."""
        return self.place.line if self.place else None

    @property
    def pointer(self) -> str:
        """The path as a JSON pointer (RFC 6901)."""
        return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in self.path)

    def message(self, language: Language = "vi") -> str:
        """Return the sentence that says what is wrong."""
        return self.rule.message.fill(language, dict(self.values))

    def __str__(self) -> str:
        where = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in self.path)
        return f"{self.rule.severity.name.lower()} {self.rule.name} ${where}: {self.message()}"

    __repr__ = __str__


@attrs.frozen
class Gap:
    """Something that a rule could not judge.

    Attributes:
        rule: the rule.
        path: where in the tree; empty where the rule could judge nothing at all.
        reason: why not.
        place: where in the text.
    """

    rule: Rule
    path: Path
    reason: Text
    place: Span | None = None

    __repr__ = values.sparse_repr


@attrs.frozen(kw_only=True)
class Report:
    """What a check found.

    Attributes:
        findings: what is wrong, gravest first, then in the order of the text.
        held: how often each rule found what it judges, and it held, by name.
        gaps: what could not be judged, and why.
        on: the day whose law was applied; `None` where nobody knows the date.
    """

    findings: tuple[Finding, ...]
    held: tuple[tuple[str, int], ...] = ()
    gaps: tuple[Gap, ...] = ()
    on: date | None = None

    @property
    def ok(self) -> bool:
        """No finding is an error."""
        return not self.errors

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors: faults of content."""
        return tuple(finding for finding in self.findings if finding.rule.severity is Severity.ERROR)

    def by_rule(self) -> dict[str, tuple[Finding, ...]]:
        """Group the findings by the name of their rule."""
        names = dict.fromkeys(finding.rule.name for finding in self.findings)
        return {name: tuple(f for f in self.findings if f.rule.name == name) for name in names}

    def without(self, baseline: "Report") -> "Report":
        """Leave out what the baseline found already: the same rule with the same values, wherever it stands now."""
        known = {(finding.rule.name, finding.values) for finding in baseline}
        fresh = tuple(f for f in self.findings if (f.rule.name, f.values) not in known)
        return attrs.evolve(self, findings=fresh)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __repr__(self) -> str:
        return f"<Report: {len(self.findings)} findings, {sum(count for _, count in self.held)} checks held>"


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
