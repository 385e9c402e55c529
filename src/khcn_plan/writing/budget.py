"""An estimate as a plan states it (dự toán kinh phí): the total in figures and words, then a table of its lines.

The table has a row for each line, below the line it belongs to, and columns for what is stated of any: quantity and price,
what was spent, who pays, what falls to which year.
"""

from collections.abc import Iterator

import attrs

from khcn_plan.model import Budget, BudgetLine
from khcn_plan.reading.plan.expenses import purpose_of
from khcn_plan.writing import layout, markdown
from khcn_plan.writing.said import amount


def lines(budget: Budget) -> Iterator[str]:
    """Yield the sentences of an estimate."""
    year = f" năm {budget.year}" if budget.year is not None else ""
    spent = f"đã chi {amount(budget.spent)}" if budget.spent else ""
    if budget.total is not None:
        yield f"Tổng kinh phí{year}: {amount(budget.total)}{f', {spent}' if spent else ''}."
    elif spent:
        yield f"Kinh phí{year} {spent}."
    if budget.assigned is not None and not _laid_out(budget):
        yield f"Dự toán được giao: {amount(budget.assigned)}."


def table(budget: Budget) -> Iterator[str]:
    """Yield the table of an estimate, where it has lines, sources or years."""
    if _laid_out(budget):
        laid = layout.of(attrs.evolve(budget, lines=tuple(map(_told, budget.lines))))
        yield f"{laid.unit}\n{markdown.table(laid)}"


def _laid_out(budget: Budget) -> bool:
    return bool(budget.lines or budget.sources or budget.years)


def _told(line: BudgetLine) -> BudgetLine:
    """Leave out what a line is for where its name tells."""
    purpose = None if line.purpose is purpose_of(line.name) else line.purpose
    return attrs.evolve(line, purpose=purpose, lines=tuple(map(_told, line.lines)))
