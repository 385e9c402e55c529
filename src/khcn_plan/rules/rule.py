"""A rule as a value (quy tắc), and sets of them: what must hold, how grave a fault is, on which ground, when, and the judge.

A rule judges one value at a time and yields verdicts. Nothing registers itself and nothing reads the clock.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import IntEnum
from typing import Any, TypeVar

import attrs

from khcn_plan.language import Language, Text
from khcn_plan.law.source import CONSISTENCY, Period, Source
from khcn_plan.rules.verdict import Verdict

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


USUAL_DAY = date(2023, 2, 15)
"""A day under Decree 30, the first OCOP criteria and three levels of government."""

Judge = Callable[[T, date], Iterable[Verdict]]


@attrs.frozen
class Informed:
    """A judge with what its caller knows; equal to another that knows the same, so that findings compare after pickling."""

    judge: Callable[[Any, Any, date], Iterator[Verdict]]
    known: object

    def __call__(self, value: object, on: date) -> Iterator[Verdict]:
        """Judge the value by what is known."""
        return self.judge(self.known, value, on)


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
