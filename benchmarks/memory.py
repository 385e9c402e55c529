"""Measure what a plan takes in memory against the dicts and lists of `json.loads`: `python benchmarks/memory.py`.

Both come from the same text, a few hundred times over, so that what is loaded once does not count.
"""

import json
import tracemalloc
from collections.abc import Callable

from measure import Comparison, show

from khcn_plan.formats import json as doors
from khcn_plan.testing import sample

COPIES = 300


def kibibytes(read: Callable[[str], object], text: str) -> float:
    """Return what one value takes, of many."""
    read(text)
    tracemalloc.start()
    kept = [read(text) for _ in range(COPIES)]
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return taken / 1024 / len(kept)


def memory() -> tuple[float, float]:
    """Measure both."""
    text = doors.write(sample(), indent=None)
    return kibibytes(doors.read, text), kibibytes(json.loads, text)


COMPARISONS = (
    Comparison(
        about="Memory",
        ours="the sample plan",
        other="its dicts and lists",
        measure=memory,
        unit="KiB",
        at_most=1,
    ),
)

if __name__ == "__main__":
    show(COMPARISONS)
