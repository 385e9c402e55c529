"""Budgets pass through Markdown and separated values without loss, and what a table can't say is refused with its place."""

import re
import time
from collections.abc import Callable
from decimal import Decimal
from types import ModuleType

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from khcn_plan import Amount, Budget, BudgetLine, DivisionKind, FundingSource, Purpose, YearShare, check
from khcn_plan.formats import csv, markdown
from khcn_plan.formats.error import FormatError
from khcn_plan.model.tree import walk
from khcn_plan.notation import letters
from khcn_plan.reading import tables

DOORS = (markdown, csv)
both_doors = pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__.rpartition(".")[2])

ODD = st.sampled_from(
    ["|", "\\", '"', ";", "\n", "*", "<br>", "<b>", "&nbsp;", "=", "-", "+", "@", "'", ",", "\t", "_", "5", "Đ"]
)
WRITTEN = st.lists(ODD | st.text(max_size=3), min_size=1, max_size=6).map("".join)
NAMES = WRITTEN.map(lambda text: tables.words(letters.clean(text))).filter(lambda text: text.strip("….") != "")


def _amounts(scale: int) -> st.SearchStrategy[Amount]:
    """Make amounts printed in a unit, with any number of decimals that a figure in đồng leaves room for."""
    steps = [10**power for power in range(12) if 10**power <= scale]
    return st.builds(
        lambda count, step, symbol: Amount(count * step, step=step, scale=scale, symbol=symbol),
        st.integers(-(10**15), 10**15),
        st.sampled_from(steps),
        st.sampled_from(["đồng", "đồng", "đ", "VNĐ", "₫"]),
    )


AMOUNTS = st.sampled_from([1, 1, 10**3, 10**6, 10**9]).flatmap(_amounts)
QUANTITIES = st.integers(0, 10**9) | st.decimals(0, 10**6, places=2)
SOURCES = ("Ngân sách tỉnh", "Vốn đối ứng", "Quỹ A|B", "Trong đó tự có", "Nguồn: khác", "Kinh phí\nnăm 2024")


def _sources() -> st.SearchStrategy[tuple[FundingSource, ...]]:
    one_order = st.sets(st.sampled_from(range(len(SOURCES)))).map(sorted)
    return one_order.flatmap(
        lambda found: st.tuples(*(st.builds(FundingSource, st.just(SOURCES[i]), AMOUNTS) for i in found))
    )


def _line(below: st.SearchStrategy[tuple[BudgetLine, ...]]) -> st.SearchStrategy[BudgetLine]:
    return st.builds(
        lambda some, lines, **stated: BudgetLine(
            lines=lines, division=some if lines else DivisionKind.PARTITION, **stated
        ),
        st.sampled_from([DivisionKind.PARTITION, DivisionKind.SUBSET, DivisionKind.OPEN]),
        lines=below,
        name=NAMES,
        amount=st.none() | AMOUNTS,
        spent=st.none() | AMOUNTS,
        quantity=st.none() | QUANTITIES.map(Decimal),
        unit=st.sampled_from(["", "lớp", "tấn", "m²", "Đợt|lần"]),
        unit_price=st.none() | AMOUNTS,
        code=st.sampled_from(["", "417-100-103", "=1+1"]),
        purpose=st.none() | st.sampled_from(Purpose),
        sources=_sources(),
    )


LINES = st.recursive(st.just(()), lambda below: st.lists(_line(below), max_size=3).map(tuple), max_leaves=8)
WORDS = st.none() | st.sampled_from(["Chín mươi triệu đồng chẵn", "Chín triệu đồng", "sai chữ"])
BUDGETS = st.builds(
    lambda some, lines, **stated: Budget(lines=lines, division=some if lines else DivisionKind.PARTITION, **stated),
    st.sampled_from([DivisionKind.PARTITION, DivisionKind.SUBSET, DivisionKind.OPEN]),
    lines=LINES,
    year=st.none() | st.integers(1900, 2099),
    total=st.none() | st.builds(lambda amount, words: attrs.evolve(amount, words=words), AMOUNTS, WORDS),
    spent=st.none() | AMOUNTS,
    assigned=st.none() | AMOUNTS,
    sources=_sources(),
    years=st.lists(st.builds(YearShare, st.integers(1900, 2099), AMOUNTS), max_size=3).map(tuple),
)


def _states_money(budget: Budget) -> bool:
    return any(isinstance(value, Amount) for value, _, _ in walk(budget))


@both_doors
@given(budget=BUDGETS)
def test_what_is_written_is_read_again(door: ModuleType, budget: Budget) -> None:
    """Whatever a table can say it says, faulty sums too: a door corrects nothing."""
    assume(_states_money(budget))
    assert door.read(door.write(budget)) == budget
