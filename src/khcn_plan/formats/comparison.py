"""What was written against what is read back (đối chiếu): where two values of the model differ, each with its path."""

from collections.abc import Iterator

import attrs

from khcn_plan.formats.error import StructureFault
from khcn_plan.language import Text

LONGEST_SHOWN = 60


def lost(stated: object, found: object, *, by: Text) -> tuple[StructureFault, ...]:
    """Name what a form of writing does not say of a value, by what was read back, with the path of each.

    Args:
        stated: the value that was written.
        found: the value that was read back.
        by: what can't say it: "a table".

    >>> from khcn_plan import Budget
    >>> [fault.pointer for fault in lost(Budget(year=2023), Budget(year=2022), by=Text(vi="bảng", en="a table"))]
    ['/year']
    """
    return tuple(StructureFault(at, _unsaid(one, other, by)) for at, one, other in _differences(stated, found))


def _differences(stated: object, found: object) -> Iterator[tuple[str, object, object]]:
    """Yield the paths at which two values of the model differ, from the top down."""
    pending = [("", stated, found)]
    while pending:
        at, one, other = pending.pop()
        if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
            pending += reversed([(f"{at}/{index}", *pair) for index, pair in enumerate(zip(one, other, strict=True))])
        elif attrs.has(kind := type(one)) and kind is type(other):
            names = [field.name for field in attrs.fields(kind) if field.eq]
            pending += reversed([(f"{at}/{name}", getattr(one, name), getattr(other, name)) for name in names])
        elif isinstance(one, tuple) or one != other:
            yield at, one, other


def _unsaid(stated: object, found: object, by: Text) -> Text:
    one, other = _shown(stated), _shown(found)
    return Text(
        vi=f"{by.vi} không ghi được {one}; khi đọc lại sẽ là {other}",
        en=f"{by.en} can't say {one}, it would say {other}",
    )


def _shown(value: object) -> str:
    shown = f"{len(value)} × {type(value[0]).__name__}" if isinstance(value, tuple) and value else str(value) or "“”"
    return shown if len(shown) <= LONGEST_SHOWN else f"{shown[:LONGEST_SHOWN]}…"
