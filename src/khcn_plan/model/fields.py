"""What the constructors of the model enforce: types, never law.

A faulty plan can be built, or there would be no object to report on. Refused is only what is no plan at all: a float as
money, a year that is a string. The message names class, field, what is expected and what came.
"""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from khcn_plan.model.place import Span

Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def a(*types: type) -> Validator:
    """Demand one of these types; a `bool` is no number, a `datetime` no date, and an infinite `Decimal` no figure."""
    exact = frozenset(types) - {Decimal}

    def check(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if value.__class__ in exact:
            return
        if not isinstance(value, types) or _posing(value, types):
            raise _refusal(instance, attribute.name, types, value)

    return check


def optional(*types: type) -> Validator:
    """Demand one of these types, or `None`: not stated."""
    return a(*types, type(None))


def each(kind: type | Callable[[], type]) -> Validator:
    """Demand a tuple whose members are of this type; one that is not defined yet is named by a function."""

    def check(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if not isinstance(value, tuple):
            raise _refusal(instance, attribute.name, (tuple,), value)
        member_type = kind if isinstance(kind, type) else kind()
        for index, member in enumerate(value):
            if not isinstance(member, member_type):
                raise _refusal(instance, f"{attribute.name}[{index}]", (member_type,), member)

    return check


def place() -> Span | None:
    """Where the value was read; no part of what it says, so equality, hash and repr pass it over."""
    field: Span | None = attrs.field(default=None, eq=False, repr=False, kw_only=True, validator=optional(Span))
    return field


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


def _posing(value: object, types: tuple[type, ...]) -> bool:
    if isinstance(value, Decimal):
        return not value.is_finite()
    return isinstance(value, datetime) or (isinstance(value, bool) and bool not in types)


def _refusal(instance: object, field: str, types: tuple[type, ...], value: object) -> TypeError:
    wanted = " or ".join(kind.__name__ for kind in types if kind is not type(None))
    return TypeError(f"{type(instance).__name__}.{field}: {wanted} expected, not {type(value).__name__} {value!r}")
