"""Words and figures as a paragraph has them (câu chữ): on one line, in the unit that they were printed in."""

from khcn_plan.model import Amount
from khcn_plan.notation import figures
from khcn_plan.notation.figures import Quantity


def flat(text: str) -> str:
    r"""Return a text on one line: what stands in a value must not pass for a paragraph of the document.

    >>> flat("Nuôi ong\n\nNơi nhận:")
    'Nuôi ong Nơi nhận:'
    """
    return " ".join(text.split())


def figure(quantity: Quantity) -> str:
    """Write a figure in the unit that it was printed in; where that has no name, digit by digit.

    >>> from decimal import Decimal
    >>> figure(Quantity(Decimal(1_500_000), "đồng", Decimal(100_000), 10**6)), figure(Quantity(Decimal(35), "đồng", scale=7))
    ('1,5 triệu đồng', '35 đồng')
    """
    try:
        return figures.write(quantity)
    except ValueError:
        return f"{quantity.value:f} {quantity.unit}".rstrip()


def amount(stated: Amount) -> str:
    """Write a sum of money with the words that stand beside it.

    >>> amount(Amount(90_000_000, "Chín mươi triệu đồng"))
    '90.000.000 đồng (Bằng chữ: Chín mươi triệu đồng)'
    """
    number = figure(stated.quantity).removesuffix("đồng") + stated.symbol
    return f"{number} ({stated.label}: {stated.words})" if stated.words is not None else number
