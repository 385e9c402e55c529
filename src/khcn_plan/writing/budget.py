"""An estimate as a plan states it (dự toán kinh phí): the total in figures and words, then a table of its lines.

The table has a row for each line, below the line it belongs to, and columns for what is stated of any: quantity and price,
what was spent, who pays, what falls to which year.
"""

from collections.abc import Iterator

import attrs

from khcn_plan.model import Amount, Budget, BudgetLine
from khcn_plan.notation import figures
from khcn_plan.reading.plan.expenses import purpose_of
from khcn_plan.writing import layout, markdown


def lines(budget: Budget) -> Iterator[str]:
    """Yield the paragraphs of an estimate."""
    if budget.total is not None:
        spent = f", đã chi {amount(budget.spent)}" if budget.spent else ""
        year = f" năm {budget.year}" if budget.year is not None else ""
        yield f"Tổng kinh phí{year}: {amount(budget.total)}{spent}."
    if budget.lines or budget.sources or budget.years:
        laid = layout.of(attrs.evolve(budget, lines=tuple(map(_told, budget.lines))))
        yield f"{laid.unit}\n{markdown.table(laid)}"
    elif budget.assigned is not None:
        yield f"Dự toán được giao: {amount(budget.assigned)}."


def _told(line: BudgetLine) -> BudgetLine:
    """Leave out what a line is for where its name tells."""
    purpose = None if line.purpose is purpose_of(line.name) else line.purpose
    return attrs.evolve(line, purpose=purpose, lines=tuple(map(_told, line.lines)))


def amount(stated: Amount) -> str:
    """Write a sum of money with the words that stand beside it.

    >>> amount(Amount(90_000_000, "Chín mươi triệu đồng"))
    '90.000.000 đồng (Bằng chữ: Chín mươi triệu đồng)'
    """
    number = figures.write(stated.quantity).removesuffix("đồng") + stated.symbol
    return f"{number} ({stated.label}: {stated.words})" if stated.words is not None else number
