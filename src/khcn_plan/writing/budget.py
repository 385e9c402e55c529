"""An estimate as a plan states it (dự toán kinh phí): the total in figures and words, then who pays, when, and for what."""

from collections.abc import Iterator

from khcn_plan.model import Amount, Budget
from khcn_plan.notation import figures


def lines(budget: Budget) -> Iterator[str]:
    """Yield the paragraphs of an estimate."""
    if budget.total is not None:
        spent = f", đã chi {amount(budget.spent)}" if budget.spent else ""
        year = f" năm {budget.year}" if budget.year is not None else ""
        yield f"Tổng kinh phí{year}: {amount(budget.total)}{spent}."
    if budget.assigned is not None:
        yield f"Dự toán được giao: {amount(budget.assigned)}."


def amount(stated: Amount) -> str:
    """Write a sum of money with the words that stand beside it.

    >>> amount(Amount(90_000_000, "Chín mươi triệu đồng"))
    '90.000.000 đồng (Bằng chữ: Chín mươi triệu đồng)'
    """
    number = figures.write(stated.quantity).removesuffix("đồng") + stated.symbol
    return f"{number} ({stated.label}: {stated.words})" if stated.words is not None else number
