"""Measure building a plan in code against building the same of bare dataclasses: `python benchmarks/construction.py`.

The dataclasses are frozen and have slots and the same fields, and believe whatever they are given. What ours adds is that
every value is looked at: a float as money, or a list where a tuple belongs, is refused at once.
"""

from collections.abc import Callable, Iterator
from dataclasses import field, make_dataclass
from functools import cache
from typing import Any

import attrs
from measure import Comparison, race, show

from khcn_plan.model.tree import walk
from khcn_plan.testing import sample

RUNS = 300
Build = tuple[Callable[..., object], dict[str, object]]


@cache
def bare(kind: type) -> Callable[..., object]:
    """Return a dataclass with the fields of a class of the model."""
    fields = [(one.name, Any, field(default=one.default)) for one in _required_first(kind)]
    return make_dataclass(kind.__name__, fields, frozen=True, slots=True, kw_only=True)


def _required_first(kind: type) -> list[Any]:
    return sorted(attrs.fields(kind), key=lambda one: one.default is not attrs.NOTHING)


def stated(value: Any) -> dict[str, object]:  # noqa: ANN401 - any value of the model
    """Return the fields of a value that differ from their defaults."""
    fields = ((one.name, getattr(value, one.name), one.default) for one in attrs.fields(value.__class__))
    return {name: said for name, said, default in fields if said is not default}


def build(calls: list[Build]) -> None:
    """Build every value."""
    for make, fields in calls:
        make(**fields)


def values() -> Iterator[Any]:
    """Yield the sample plan and every value in it."""
    yield from (value for value, _, _ in walk(sample()))


def construction() -> tuple[float, float]:
    """Build all values of a plan, by their constructors and by bare ones."""
    said = [(value.__class__, stated(value)) for value in values()]
    ours: list[Build] = [(kind, fields) for kind, fields in said]
    other: list[Build] = [(bare(kind), fields) for kind, fields in said]
    return race(lambda: build(ours), lambda: build(other), RUNS)


COMPARISONS = (
    Comparison(
        about="Construction",
        ours="the sample plan, every field proven",
        other="dataclasses, frozen, with slots",
        measure=construction,
        at_most=2,
    ),
)

if __name__ == "__main__":
    show(COMPARISONS)
