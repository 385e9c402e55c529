"""What a rule says of one value (kết luận): that it holds, that something is wrong, or that nobody can tell."""

from typing import NamedTuple

import attrs

from khcn_plan.language import Text
from khcn_plan.model.tree import Key, Path


class Fault(NamedTuple):
    """A verdict: something is wrong.

    Attributes:
        at: where, below the value that was judged.
        values: what the message needs, by name.
    """

    at: Path
    values: tuple[tuple[str, object], ...]


@attrs.frozen
class Held:
    """A verdict: the rule found what it judges, and it holds."""


class Unjudged(NamedTuple):
    """A verdict: the rule found what it judges, and cannot tell.

    Attributes:
        reason: why not.
    """

    reason: Text


HELD = Held()

Verdict = Fault | Held | Unjudged
"""What a judge may say of one value."""


def fault(*at: Key, **values: object) -> Fault:
    """Say that something is wrong, at this place below the value judged, with the values that the message names."""
    return Fault(at, tuple(values.items()))
