"""How tests of growth measure: what a call costs the processor, without the garbage that other tests have left."""

import gc
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
