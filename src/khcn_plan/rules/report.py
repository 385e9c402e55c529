"""What a check found (kết quả kiểm tra): findings, how much held, and what could not be judged.

A finding is data: rule, path and values; its sentence is made last, in the language asked for.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import attrs

from khcn_plan.language import Language, Text
from khcn_plan.model import Span
from khcn_plan.model.tree import Path
from khcn_plan.rules.rule import Rule, Severity


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


class Gap(NamedTuple):
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
