"""Values of every class and field of the model: as a law wants them, of any content, and one with everything stated."""

from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin

import attrs
from hypothesis import strategies as st

from khcn_plan import DocumentNumber, PartialDate
from khcn_plan.formats.json import unstructure
from khcn_plan.formats.scalars import stated_fields
from khcn_plan.notation import symbols
from tests.notation.test_symbols import NUMBERS

T = TypeVar("T")
DEEP = 5
DAYS: st.SearchStrategy[date | PartialDate] = (
    st.dates()
    | st.builds(PartialDate, st.integers(1, 9999), st.none() | st.integers(1, 12))
    | st.builds(PartialDate, st.integers(1, 9999), day=st.integers(1, 31))
)
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(-(10**30), 10**30),
    str: st.text(max_size=8),
    bool: st.booleans(),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False),
    date: st.dates(),
    date | PartialDate: DAYS,
    DocumentNumber: NUMBERS,
}
STATED: dict[Any, object] = {
    int: 7,
    str: "chè",
    bool: True,
    Decimal: Decimal("24.5"),
    date: date(2023, 2, 28),
    date | PartialDate: PartialDate(2023, 2),
    DocumentNumber: symbols.read("09/2015/QĐ-UBND"),
}


def values(kind: Any, depth: int = 0) -> st.SearchStrategy[Any]:  # noqa: ANN401 - any annotation of the model
    """Make values of a type; whatever may be left out sometimes is."""
    if kind in SCALARS:
        return SCALARS[kind]
    if get_origin(kind) is tuple:
        return st.lists(values(get_args(kind)[0], depth), max_size=2).map(tuple) if depth < DEEP else st.just(())
    if NoneType in get_args(kind):
        return st.none() | values(get_args(kind)[0], depth) if depth < DEEP else st.none()
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return st.builds(kind, **{field.name: values(field.type, depth + 1) for field in stated_fields(kind)})


@cache
def whole(kind: Any, above: tuple[Any, ...] = ()) -> Any:  # noqa: ANN401 - likewise
    """Return a value in which every field is stated; what may stand inside itself does so once."""
    if kind in STATED:
        return STATED[kind]
    if get_origin(kind) is tuple:
        member = get_args(kind)[0]
        return () if above.count(member) > 1 else (whole(member, above),)
    if NoneType in get_args(kind):
        return whole(get_args(kind)[0], above)
    if issubclass(kind, Enum):
        return list(kind)[-1]
    return kind(**{field.name: whole(field.type, (*above, kind)) for field in stated_fields(kind)})


def classes(kind: Any) -> set[type]:  # noqa: ANN401 - likewise
    """Return the classes that a value of a type may be made of, its own included."""
    found: set[type] = set()
    waiting = [kind]
    while waiting:
        kind = waiting.pop()
        if kind in SCALARS or kind in found or kind in {NoneType, Ellipsis}:
            continue
        if get_args(kind):
            waiting += get_args(kind)
        else:
            found.add(kind)
            waiting += [field.type for field in stated_fields(kind)] if attrs.has(kind) else []
    return found


JUNK: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(("2023", "2023-02-30", "2023-XX-XX", "1e9", "09/2015/QĐ-UBND", "partition", "Partition")),
    lambda inside: st.lists(inside, max_size=2) | st.dictionaries(st.sampled_from(("name", "value", "x")), inside),
    max_leaves=3,
)


@st.composite
def broken(draw: st.DrawFn, kind: type) -> Any:  # noqa: ANN401 - what JSON knows has no better type
    """Make what JSON knows of a value, with something else in one place, or with one key more or less."""
    data = unstructure(draw(st.just(whole(kind)) | values(kind)))
    value = data
    while children := list(value.items() if isinstance(value, dict) else enumerate(value)):
        key, child = draw(st.sampled_from(children))
        if not isinstance(child, dict | list) or draw(st.integers(0, 4)) == 0:
            value[key] = draw(JUNK)
            if isinstance(value, dict) and draw(st.booleans()):
                value[draw(st.sampled_from(("x", "place", key)))] = value.pop(key)
            break
        value = child
    return data
