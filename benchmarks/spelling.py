"""Compare the speed of number words with other packages, as ratios measured in one run.

    python benchmarks/spelling.py

Writing is measured against num2words and vn-money, reading against vietnam-number and viet-itn; each only if it
is installed. The runs are interleaved and the best of several counts, so that a busy machine slows all alike.
"""

import importlib
import random
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from khcn_plan.notation import money, words

RUNS = 7
random.seed(2023)
AMOUNTS = [int(10 ** random.uniform(5, 12)) for _ in range(10_000)]  # noqa: S311 - a sample, no secret
SPOKEN = [money.write_words(amount) for amount in AMOUNTS]


def found(module: str, make: Callable[[Any], Callable[..., object]]) -> Callable[..., object] | None:
    """Return another package's function, `None` if the package is not installed."""
    try:
        return make(importlib.import_module(module))
    except ImportError:
        return None


def rates(calls: Mapping[str, Callable[..., object] | None], sample: Sequence[object]) -> dict[str, float]:
    """Return calls a second for each function that is there."""
    best: dict[str, float] = {}
    for _ in range(RUNS):
        for name, call in calls.items():
            if call is None:
                continue
            start = time.perf_counter()
            for argument in sample:
                call(argument)
            best[name] = max(best.get(name, 0.0), len(sample) / (time.perf_counter() - start))
    return best


def report(title: str, ours: str, goals: Mapping[str, float], measured: Mapping[str, float]) -> None:
    """Print a table of rates, and how many times as fast we are."""
    print(f"{title}\n{'':<28}{'calls a second':>16}{'ours is':>12}{'goal':>8}")
    for name, rate in measured.items():
        ratio = "" if name == ours else f"{measured[ours] / rate:.1f} ×"
        goal = f"{goals[name]:.0f} ×" if name in goals else ""
        print(f"{name:<28}{rate:>16,.0f}{ratio:>12}{goal:>8}")
    print()


def main() -> None:
    """Measure both directions."""
    written = {
        "words.write": words.write,
        "num2words": found("num2words", lambda it: lambda number: it.num2words(number, lang="vi")),
        "vn-money": found("vn_money", lambda it: it.to_words),
    }
    report("Writing", "words.write", {"num2words": 8}, rates(written, AMOUNTS))
    read = {
        "money.read_words": money.read_words,
        "vietnam-number": found("vietnam_number", lambda it: it.w2n),
        "viet-itn": found("src.inverse_normalizer", lambda it: it.InverseNormalizer("vi").inverse_normalize),
    }
    report("Reading", "money.read_words", {"vietnam-number": 4}, rates(read, SPOKEN))


if __name__ == "__main__":
    main()
