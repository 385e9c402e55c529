"""The tree that a plan is (cây giá trị): every value in it, with the path to it and its place in the text."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeAlias, get_args

import attrs

from khcn_plan.model.document import Reading
from khcn_plan.model.place import Span

Key = str | int
Path = tuple[Key, ...]
Trail: TypeAlias = "tuple[Trail, Key] | None"
LEAVES = (str, int, bool, date, Decimal, Span, type(None), Ellipsis)


def walk(subject: object) -> Iterator[tuple[Any, Trail, Span | None]]:
    """Yield every value of the tree with its trail and the nearest place in the text.

    What the plan of a reading claims is judged as part of the plan, so the document's own copy is passed over: what was
    read from the same place, has all its parts from there, is the same object, or is the frame of both.
    """
    if not isinstance(subject, Reading):
        yield from _descend(subject, None, frozenset())
        return
    claimed: set[Span | int | None] = set()
    for value, trail, place in _descend(subject.plan, (None, "plan"), frozenset()):
        claimed |= {id(value), getattr(value, "place", None)}
        yield value, trail, place
    if subject.plan and subject.plan.frame == subject.document.frame:
        claimed.add(id(subject.document.frame))
    yield subject, None, None
    yield from _descend(subject.document, (None, "document"), frozenset(claimed - {None}))


def _descend(root: object, trail: Trail, claimed: frozenset[object]) -> Iterator[tuple[Any, Trail, Span | None]]:
    stack: list[tuple[Any, Trail, Span | None]] = [(root, trail, None)]
    while stack:
        value, trail, place = stack.pop()
        names = _children(value.__class__)
        if names is None:
            continue
        if claimed and _is_claimed(value, claimed):
            continue
        place = getattr(value, "place", None) or place
        yield value, trail, place
        for name in names:
            child = getattr(value, name)
            if child.__class__ is tuple:
                under = (trail, name)
                stack.extend((child[index], (under, index), place) for index in range(len(child) - 1, -1, -1))
            elif child is not None:
                stack.append((child, (trail, name), place))


def _is_claimed(value: object, claimed: frozenset[object]) -> bool:
    """Tell whether a value of the document is one of the plan's; a total may stand in several places, its parts in one."""
    parts = [part.place for division in getattr(value, "divisions", ()) for part in division.parts]
    known = getattr(value, "place", None) in claimed or id(value) in claimed
    return known or (bool(parts) and claimed.issuperset(parts))


@cache
def _children(kind: type) -> tuple[str, ...] | None:
    """Return the fields of a class that may hold values to walk to, last first; `None` for what is no value of a model."""
    if not attrs.has(kind):
        return None
    return tuple(field.name for field in reversed(attrs.fields(kind)) if not _is_leaf(field.type))


def _is_leaf(annotation: object) -> bool:
    """Tell whether a field of this type can hold no value to walk to."""
    inner = get_args(annotation)
    if inner:
        return all(map(_is_leaf, inner))
    return annotation in LEAVES or (isinstance(annotation, type) and issubclass(annotation, Enum))


def path_of(trail: Trail) -> Path:
    """Return the keys from the root down."""
    keys: list[Key] = []
    while trail is not None:
        trail, key = trail
        keys.append(key)
    return tuple(reversed(keys))
