"""Wrong uses, which mypy and pyright must refuse: where one no longer does, the comment that expects it is an error itself.

Nothing here runs; much of it would raise.
"""

from collections.abc import Iterator
from datetime import date

from khcn_plan import (
    RULES,
    Amount,
    Budget,
    BudgetLine,
    Finding,
    Norm,
    Plan,
    RuleSet,
    Severity,
    Task,
    Text,
    Verdict,
    check,
    rule,
    units,
)
from khcn_plan.formats import json, text
from khcn_plan.notation import money, words

SENTENCE = Text(vi="Có xếp loại.", en="It has a rank.")

# Money is a whole number of đồng.
Amount(90.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Amount("90 triệu")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
money.write(90.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
words.write("90")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# Values are frozen, hold tuples, and know their fields.
Plan(tasks=[Task("Nuôi dúi")])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Plan(2023)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Plan(yaer=2023)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Plan().year = 2023  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
Budget(lines=(BudgetLine("Quản lý", 70),))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Plan().budget.total  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]

# A finding speaks two languages, and is no dict.
Finding(RULES["amount.words"], (), ()).message("fr")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Finding(RULES["amount.words"], (), ())["rule"]  # type: ignore[index]  # pyright: ignore[reportIndexIssue]

# Rules are named, and sets of them are not lists.
check(Plan(), RULES)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
check(Plan(), rules=[RULES["amount.words"]])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
check(Plan(), on="2023-02-15")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
RULES + RULES["amount.words"]  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
RuleSet([RULES["amount.words"]])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
units("xã Bằng Lang")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Norm(item="Thù lao", ceiling=32_000_000)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Text("chỉ tiếng Việt")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

# Doors take texts, not files.
text.read(b"")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
json.write({"year": 2023})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


# A judge takes the class that its rule is on, and yields verdicts.
@rule(  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    "task.other",
    on=Task,
    severity=Severity.INFO,
    title=SENTENCE,
    why=SENTENCE,
    message=SENTENCE,
    fails=Task("Nuôi dúi"),
    passes=Task("Nuôi dúi"),
)
def of_another_class(plan: Plan, _on: date) -> Iterator[Verdict]:
    """Judge a plan where a task comes."""
    raise NotImplementedError


@rule(  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    "task.strings",
    on=Task,
    severity=Severity.INFO,
    title=SENTENCE,
    why=SENTENCE,
    message=SENTENCE,
    fails=Task("Nuôi dúi"),
    passes=Task("Nuôi dúi"),
)
def of_strings(task: Task, _on: date) -> Iterator[str]:
    """Yield sentences where verdicts are expected."""
    raise NotImplementedError
