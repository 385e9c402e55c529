"""The short way from JSON to a plan (đường tắt): for files that are right, which most are, and silent on those that are not.

It gives the plan, or an exception, upon which the long way finds out what is wrong, and all of it. It lets through what its
tables allow and nothing else: a reader is made once for each type and level of nesting, and below the deepest level there
are none. What it lets through the long way lets through too; tests hold the two against each other.

Two things make it short. Objects stay tuples of pairs, and each key sets its bit: so one that stands twice, or is missing,
is noticed without a second look. And since each type has just been proven, values are built, field by field in their order,
without the validators of their public constructors.
"""

import json
from collections.abc import Callable
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

import attrs

from khcn_plan.formats.envelope import DEEPEST, FORMAT, VERSION, Envelope
from khcn_plan.formats.scalars import PLAIN, SCALARS, stated_fields
from khcn_plan.model import Plan

Reader = Callable[[Any], Any]
_DECODER = json.JSONDecoder(object_pairs_hook=tuple)


class LongWayError(Exception):
    """A file is wrong, or right in a way that only the long way knows."""


def read(text: str) -> Plan:
    """Read a plan.

    Raises:
        Exception: of any kind; it says no more than that the long way must be taken.
    """
    envelope: Envelope = _reader(Envelope, 1)(_DECODER.decode(text))
    if (envelope.format, envelope.version) != (FORMAT, VERSION):
        raise LongWayError
    return envelope.plan


@cache
def _reader(kind: Any, level: int) -> Reader:  # noqa: ANN401 - any annotation of the model
    """Return what reads values of a type that stand at a level; the file itself is at the first."""
    if kind in SCALARS:
        return SCALARS[kind].read
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    if attrs.has(kind) and level < DEEPEST:
        return _object(kind, level)
    if get_origin(kind) is tuple and level < DEEPEST:
        return _list(get_args(kind)[0], level)
    return _refuse


def _refuse(value: object) -> object:
    raise LongWayError(value)


def _list(kind: Any, level: int) -> Reader:  # noqa: ANN401 - likewise
    as_it_is = {kind} & PLAIN.keys()

    def read_list(items: object) -> tuple[object, ...]:
        if items.__class__ is not list:
            raise LongWayError(items)
        read_item = _reader(kind, level + 1)  # asked for late: a line of a budget has lines
        return tuple([item if item.__class__ in as_it_is else read_item(item) for item in items])

    return read_list


def _object(kind: type, level: int) -> Reader:
    thawed, fields = _thawed(kind), attrs.fields(kind)
    places = {field.name: place for place, field in enumerate(fields)}
    known = {
        field.name: (places[field.name], 1 << places[field.name], *_stated(field.type, level + 1))
        for field in stated_fields(kind)
    }
    unstated = [field.default for field in fields]
    required = sum(1 << places[field.name] for field in fields if field.default is attrs.NOTHING)

    def read_object(pairs: object) -> object:
        if pairs.__class__ is not tuple:
            raise LongWayError(pairs)
        values, seen = unstated.copy(), 0
        for key, item in pairs:
            place, bit, as_it_is, read_item = known[key]
            values[place] = item if item.__class__ in as_it_is else read_item(item)
            seen |= bit
        if seen.bit_count() != len(pairs) or required & ~seen:
            raise LongWayError(pairs)
        value = thawed(*values)
        value.__class__ = kind
        return value

    return read_object


def _stated(kind: Any, level: int) -> tuple[tuple[type, ...], Reader]:  # noqa: ANN401 - likewise
    """Return the types of JSON that a field takes as they are, and what reads the others; `None` says "not stated"."""
    members = get_args(kind)
    if members[1:] == (NoneType,):
        as_it_is, read_item = _stated(members[0], level)
        return (*as_it_is, NoneType), read_item
    return ((kind,) if kind in PLAIN else ()), _reader(kind, level)


def _thawed(kind: type) -> Any:  # noqa: ANN401 - a class made on the spot
    """Return a class whose instances take any values, and become those of the frozen class when their class is set.

    Both have the same slots, which is what the language asks for; the frozen class itself never assigns.
    """
    loose: Any = attrs.make_class(kind.__name__, [field.name for field in attrs.fields(kind)])
    free = {"__init__": loose.__init__, "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(kind.__name__, (kind,), {"__slots__": (), **free})
