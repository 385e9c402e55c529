"""What all values share (giá trị): types are enforced, law never; hash and repr go by what was stated.

A faulty plan can be built, or there would be no object to report on. Refused is only what is no plan at all: a float as
money, a year that is a string. The message names class, field, what is expected and what came.
"""

import sys
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any, get_args, get_origin

import attrs

Types = tuple[type, ...]
Single = list[tuple[str, frozenset[type], Types]]
Several = list[tuple[str, Types]]


def hold_types(value: "attrs.AttrsInstance") -> None:
    """Demand that each field holds what its annotation says; the constructors of the model end with this.

    A `bool` is no number, a `datetime` no date, and an infinite `Decimal` no figure.

    Raises:
        TypeError: a field, or a member of a tuple, is of another type.
    """
    single, several = _declared(value.__class__)
    for name, exact, types in single:
        stated = getattr(value, name)
        if stated.__class__ not in exact and not _fits(stated, types):
            raise _refusal(value, name, types, stated)
    for name, types in several:
        members = getattr(value, name)
        if not isinstance(members, tuple):
            raise _refusal(value, name, (tuple,), members)
        for index, member in enumerate(members):
            if not isinstance(member, types):
                raise _refusal(value, f"{name}[{index}]", types, member)


@cache
def _declared(kind: type) -> tuple[Single, Several]:
    """Return the fields of one value each with their types, once without those that need a second look; then the tuples."""
    single: Single = []
    several: Several = []
    for field in attrs.fields(kind):
        types = get_args(field.type) or (field.type,)
        if get_origin(field.type) is tuple:
            several.append((field.name, (_known(types[0], kind),)))
        else:
            single.append((field.name, frozenset(types) - {Decimal}, types))
    return single, several


def _known(kind: Any, inside: type) -> type:  # noqa: ANN401 - an annotation
    """Return the class that an annotation means; inside itself, a class is named by a string."""
    known: type = vars(sys.modules[inside.__module__])[kind] if isinstance(kind, str) else kind
    return known


def stated_hash(value: "attrs.AttrsInstance") -> int:
    """Hash a value by all that it states; one function for all classes, because attrs would write one for each."""
    return hash(_stated(value.__class__)(value))


@cache
def _stated(kind: type) -> Callable[[object], object]:
    """Return what gives the fields of a class that equality compares."""
    return attrgetter(*(field.name for field in attrs.fields(kind) if field.eq))


def sparse_repr(value: "attrs.AttrsInstance") -> str:
    """Write a value as the call that makes it, leaving out what was not stated."""
    parts = []
    for field in attrs.fields(type(value)):
        stated = getattr(value, field.name)
        if field.repr and stated != default(field, value):
            keyword = "" if field.default is attrs.NOTHING and not field.kw_only else f"{field.name}="
            parts.append(f"{keyword}{_written(stated)}")
    return f"{type(value).__name__}({', '.join(parts)})"


def _written(value: Any) -> str:  # noqa: ANN401 - whatever a field may hold
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, tuple):
        return f"({', '.join(map(_written, value))}{',' * (len(value) == 1)})"
    return sparse_repr(value) if attrs.has(type(value)) else repr(value)


def default(field: "attrs.Attribute[Any]", value: object) -> object:
    """Return what the constructor gives a field that is left out, which may follow from the others.

    >>> from khcn_plan.notation.symbols import DocumentNumber
    >>> default(attrs.fields(DocumentNumber).grammar, DocumentNumber(number="124", kind="KH")).name
    'ADMINISTRATIVE'
    """
    if field.default is attrs.NOTHING:
        return field.default
    kind: Any = type(value)
    others = {one.alias: getattr(value, one.name) for one in attrs.fields(kind) if one.name != field.name}
    return getattr(kind(**others), field.name)


def _fits(value: object, types: Types) -> bool:
    if isinstance(value, Decimal) and not value.is_finite():
        return False
    return isinstance(value, types) and not isinstance(value, datetime | bool)


def _refusal(instance: object, field: str, types: Types, value: object) -> TypeError:
    wanted = " or ".join(kind.__name__ for kind in types if kind is not NoneType)
    return TypeError(f"{type(instance).__name__}.{field}: {wanted} expected, not {type(value).__name__} {value!r}")
