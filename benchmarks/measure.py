"""How the benchmarks measure: calls take turns and the best of each counts, so that a busy machine slows all alike."""

import gc
import time
from collections.abc import Callable, Iterable

import attrs


@attrs.frozen(kw_only=True)
class Comparison:
    """Something of ours against something of others, and how far the one may lie from the other.

    Attributes:
        about: which budget it belongs to.
        ours: what of ours is measured.
        other: what it is held against.
        measure: gives both, ours first; `None` where what it is held against is not installed.
        unit: what the two are counted in.
        at_most: how many times as much ours may take.
        at_least: how many times as fast ours must be; such a ratio is turned around.
    """

    about: str
    ours: str
    other: str
    measure: Callable[[], tuple[float, float] | None]
    unit: str = "ms"
    at_most: float | None = None
    at_least: float | None = None

    @property
    def budget(self) -> str:
        """What the ratio is held to, if to anything."""
        if self.at_least is not None:
            return f"≥ {self.at_least:g} ×"
        return f"≤ {self.at_most:g} ×" if self.at_most is not None else ""

    def row(self) -> tuple[str, ...]:
        """Measure, and return a row of the table."""
        measured = self.measure()
        if measured is None:
            return (self.about, self.ours, "", self.other, "not installed", "", self.budget)
        ours, theirs = measured
        ratio = ours / theirs if self.at_most is not None else theirs / ours
        taken = (f"{_digits(value)} {self.unit}" for value in measured)
        return (self.about, self.ours, next(taken), self.other, next(taken), f"{ratio:.2f} ×", self.budget)


HEADER = ("budget of", "ours", "takes", "against", "takes", "ratio", "budget")


def race(
    ours: Callable[[], object],
    other: Callable[[], object],
    runs: int,
    *,
    of: int = 1,
    clock: Callable[[], float] = time.process_time,
) -> tuple[float, float]:
    """Return the milliseconds that two calls take at their best, for each `of` the things that a call does.

    The clock is the processor's, which stands still while others have their turn. What was loaded before is nothing that the
    collector of garbage looks through again and again.
    """
    gc.collect()
    gc.freeze()
    best = [float("inf")] * 2
    for _ in range(runs):
        for place, call in enumerate((ours, other)):
            start = clock()
            call()
            best[place] = min(best[place], clock() - start)
    gc.unfreeze()
    return best[0] * 1000 / of, best[1] * 1000 / of


def show(comparisons: Iterable[Comparison]) -> None:
    """Measure, and print a line for each as soon as it is there."""
    for one in comparisons:
        about, ours, taken, other, theirs, ratio, budget = one.row()
        print(f"{about:<14} {ours:<44} {taken:>12}  {other:<38} {theirs:>13} {ratio:>9}  {budget}", flush=True)


def _digits(value: float) -> str:
    """Write three digits that count.

    >>> _digits(0.000441), _digits(16.524), _digits(12345.6)
    ('0.000441', '16.5', '12,346')
    """
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 - three digits
