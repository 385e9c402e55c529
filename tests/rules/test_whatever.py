"""Whatever can be built can be checked: a faulty plan gives findings with sentences, never an exception."""

from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khcn_plan import (
    BudgetLine,
    Citation,
    Document,
    DocumentNumber,
    Execution,
    Frame,
    IndustrialProperty,
    OcopRound,
    PartialDate,
    Plan,
    Quantity,
    Task,
    check,
)
from khcn_plan.language import LANGUAGES

DEEP = 4
WORDS = (
    "",
    "I",
    "1",
    "1.1",
    "đ",
    "²",
    "x" * 90,
    "Căn cứ;",
    "năm 2023",
    "TM. X",
    "618-100-103-6650-6699",
    "chương ²",
    "9" * 30,
)
texts = st.sampled_from((*WORDS, "ngày 99/99/2022", "nhãn hiệu", "Mục ٣٣٣٣")) | st.text(max_size=8)
decimals = st.decimals(allow_nan=False, allow_infinity=False)
steps = st.sampled_from((Decimal(1), Decimal("0.01"), Decimal(1000)))
LEAVES: dict[object, st.SearchStrategy[Any]] = {
    NoneType: st.none(),
    str: texts,
    int: st.integers(-(10**30), 10**30),
    bool: st.booleans(),
    date: st.dates(),
    Decimal: decimals,
    Quantity: st.builds(Quantity, decimals, texts, steps, st.sampled_from((1, 1000, 10**6))),
    PartialDate: st.builds(PartialDate, st.integers(1, 9999), st.none() | st.integers(1, 12)),
    DocumentNumber: st.builds(
        DocumentNumber,
        number=st.sampled_from(("", "9", "36a")),
        year=st.none() | st.integers(1, 9999),
        kind=st.sampled_from(("", "KH", "QĐ", "X")),
        organ=texts,
        unit=texts,
    ),
}


def values(kind: Any, depth: int = 0) -> st.SearchStrategy[Any]:  # noqa: ANN401 - any annotation of the model
    """Make values of a field's type, however wrong they are."""
    if kind in LEAVES:
        return LEAVES[kind]
    if get_origin(kind) is tuple:
        return st.lists(values(get_args(kind)[0], depth + 1), max_size=2 if depth < DEEP else 0).map(tuple)
    if members := get_args(kind):
        return st.one_of(*(values(member, depth) for member in members))
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    if depth > DEEP:
        return st.nothing()
    hints = get_type_hints(kind)
    stated = [field.name for field in attrs.fields(kind) if not field.name.endswith("place")]
    return st.builds(kind, **{name: values(hints[name], depth + 1) for name in stated})


@pytest.mark.parametrize(
    "kind",
    [BudgetLine, Citation, Document, Execution, Frame, IndustrialProperty, OcopRound, Plan, Task],
    ids=lambda k: k.__name__,
)
def test_whatever_can_be_built_can_be_checked(kind: type) -> None:
    """Years of ten digits, amounts of thirty, codes in superscript: each finding has its sentence in both languages."""

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(values(kind), st.none() | st.dates())
    def checked(subject: object, on: date | None) -> None:
        for finding in check(subject, on=on):
            assert all(finding.message(language) for language in LANGUAGES)
            assert str(finding)

    checked()
