"""How tests of growth measure: in steps, which are the same on every machine, and in what a call costs the processor."""

import gc
import sys
import time
from collections.abc import Callable


def seconds(call: Callable[[], object], runs: int = 3) -> float:
    """Return the seconds of the processor's time that a call takes at its best."""
    times = []
    for _ in range(runs):
        gc.collect()
        gc.disable()
        try:
            start = time.process_time()
            call()
            times.append(time.process_time() - start)
        finally:
            gc.enable()
    return min(times)


def steps(call: Callable[[], object]) -> int:
    """Return how many functions a call calls, of Python or of C; a step inside one regular expression is not seen."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        call()
    finally:
        sys.setprofile(before)
    return count
