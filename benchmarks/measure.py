"""How the benchmarks measure: calls take turns and the best of each counts, so that a busy machine slows all alike."""

import time
from collections.abc import Callable, Mapping


def best(calls: Mapping[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """Return the seconds that each call takes at its best."""
    seconds = dict.fromkeys(calls, float("inf"))
    for _ in range(runs):
        for name, call in calls.items():
            start = time.perf_counter()
            call()
            seconds[name] = min(seconds[name], time.perf_counter() - start)
    return seconds


def report(title: str, seconds: Mapping[str, float], goal: float) -> None:
    """Print the seconds of two calls, ours first, and how many times the other ours takes."""
    ours, other = seconds.values()
    print(f"{title}\n{'':<44}{'ms':>12}")
    for name, value in seconds.items():
        print(f"{name:<44}{value * 1000:>12.2f}")
    print(f"{'ratio':<44}{ours / other:>10.2f} ×   goal ≤ {goal} ×\n")
