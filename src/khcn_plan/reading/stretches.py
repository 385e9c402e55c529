"""The parts of a text that something has claimed (phần đã đọc), asked quickly."""

from bisect import bisect_left
from collections.abc import Iterable

import attrs

from khcn_plan.model import Span


@attrs.frozen
class Stretches:
    """Stretches of a text, in order and apart."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, places: Iterable[Span]) -> "Stretches":
        """Merge places that overlap or follow one another.

        >>> Stretches.of([Span(5, 9, 1), Span(0, 3, 1), Span(8, 12, 1)])
        Stretches(starts=(0, 5), ends=(3, 12))
        """
        merged: list[list[int]] = []
        for start, end in sorted((place.start, place.end) for place in places):
            if merged and start <= merged[-1][1]:
                merged[-1][1] = max(end, merged[-1][1])
            else:
                merged.append([start, end])
        return cls(tuple(start for start, _ in merged), tuple(end for _, end in merged))

    def touch(self, place: Span) -> bool:
        """Tell whether one of the stretches and a place have a character in common.

        >>> claimed = Stretches.of([Span(5, 9, 1)])
        >>> claimed.touch(Span(0, 6, 1)), claimed.touch(Span(9, 12, 1))
        (True, False)
        """
        before = bisect_left(self.starts, place.end) - 1
        return before >= 0 and self.ends[before] > place.start
