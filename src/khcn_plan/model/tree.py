"""The tree that a plan is (cây giá trị): every value in it, with the path to it and its place in the text."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, TypeAlias, get_args

import attrs

from khcn_plan.model.budget import Budget, BudgetLine
from khcn_plan.model.document import Reading
from khcn_plan.model.place import Span
from khcn_plan.model.task import Task

Key = str | int
Path = tuple[Key, ...]
Trail: TypeAlias = "tuple[Trail, Key] | None"
_DIVIDED = {Budget: ("lines", "sources", "years"), BudgetLine: ("lines", "sources"), Task: ("costs",)}
"""The fields in which values of a plan divide a total into shares with amounts."""
LEAVES = (str, int, bool, date, Decimal, Span, type(None), Ellipsis)


def walk(subject: object) -> Iterator[tuple[Any, Trail, Span | None]]:
    """Yield every value of the tree with its trail and the nearest place in the text.

    What the plan of a reading claims is judged as part of the plan, and once, so the document's own copy is passed over: what
    was read from the same place, is divided into the same parts, is the same object, or is the frame of both.
    """
    if not isinstance(subject, Reading):
        yield from _descend(subject, None, _Claims.none())
        return
    claims = _Claims.none()
    for value, trail, place in _descend(subject.plan, (None, "plan"), _Claims.none()):
        if id(value) not in claims.ids:
            claims.add(value)
            yield value, trail, place
    if subject.plan and subject.plan.frame == subject.document.frame:
        claims.ids.add(id(subject.document.frame))
    yield subject, None, None
    yield from _descend(subject.document, (None, "document"), claims)


class _Claims(NamedTuple):
    """What a plan has taken from its document.

    Attributes:
        ids: the objects that stand in both.
        places: where its values were read.
        members: by the place of a share or of its amount, the ways to divide a total in which it stands.
    """

    ids: set[int]
    places: set[Span]
    members: dict[Span, set[int]]

    @classmethod
    def none(cls) -> "_Claims":
        """Begin with nothing."""
        return cls(set(), set(), {})

    def add(self, value: Any) -> None:  # noqa: ANN401 - any value of the model
        """Claim a value of the plan."""
        self.ids.add(id(value))
        if place := getattr(value, "place", None):
            self.places.add(place)
        for name in _DIVIDED.get(value.__class__, ()):
            for member in getattr(value, name):
                for place in (member.place, member.amount and member.amount.place):
                    if place:
                        self.members.setdefault(place, set()).add(id(getattr(value, name)))

    def hold(self, value: object) -> bool:
        """Tell whether a value of the document is one of the plan's; of a total, whether the plan divides it so too."""
        if id(value) in self.ids:
            return True
        if divisions := getattr(value, "divisions", ()):
            parts = [self.members.get(part.place, set()) for division in divisions for part in division.parts]
            return bool(set.intersection(*parts))
        return getattr(value, "place", None) in self.places


def _descend(root: object, trail: Trail, claims: _Claims) -> Iterator[tuple[Any, Trail, Span | None]]:
    stack: list[tuple[Any, Trail, Span | None]] = [(root, trail, None)]
    while stack:
        value, trail, place = stack.pop()
        names = _children(value.__class__)
        if names is None:
            continue
        if claims.ids and claims.hold(value):
            continue
        place = getattr(value, "place", None) or place
        yield value, trail, place
        for name in names:
            child = getattr(value, name)
            if child.__class__ is tuple:
                for index in range(len(child) - 1, -1, -1):
                    stack.append((child[index], ((trail, name), index), place))  # noqa: PERF401 - most are empty
            elif child is not None:
                stack.append((child, (trail, name), place))


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
