"""What must hold (quy tắc): one room per room of the model, and the engine that holds the rules against values."""

from datetime import date

from khcn_plan.rules import amount, breakdown, budget, citation, document, engine, frame, ocop, plan, property, task  # noqa: A004 - `property` is the room
from khcn_plan.rules.report import Report
from khcn_plan.rules.rule import RuleSet

ROOMS = (amount, breakdown, budget, citation, document, frame, ocop, plan, property, task)
RULES = RuleSet(tuple(rule for room in ROOMS for rule in room.RULES))
"""Every rule of the library that needs no data of the caller."""


def check(subject: object, *, rules: RuleSet = RULES, on: date | None = None) -> Report:
    """Say what is wrong with a reading, a document, a plan or any part of one.

    Args:
        subject: what to check.
        rules: the rules to hold; `RULES + MINE`, `RULES.without("budget.total")`.
        on: the day whose law applies; by default the day on which the subject was issued.

    Raises:
        TypeError: the subject is none of these: a text is first read, of a list each value is checked.

    >>> from khcn_plan import Amount
    >>> [finding.rule.name for finding in check(Amount(90_000_000, words="Chín triệu đồng"))]
    ['amount.words']
    """
    return engine.examine(subject, rules, on)
