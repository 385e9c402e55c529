r"""Measure reading and checking texts against `re.findall(r"\w+", text)` over them: `python benchmarks/reading.py [FOLDER]…`.

The texts are those of folders that are given, or those of `examples/`: three short plans, full of figures, in which everything
is read and judged that there is. Ordinary documents cost a fifth of that, letter by letter, and have their own budget.
"""

import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from measure import Comparison, race, show

from khcn_plan import check
from khcn_plan.formats import text

EXAMPLES = Path(__file__).parents[1] / "examples"
RUNS = 30


def read_and_check(texts: Sequence[str]) -> None:
    """Do the whole work on every text."""
    for one in texts:
        check(text.read(one))


def find_words(texts: Sequence[str]) -> None:
    """Do the least that anybody could do."""
    for one in texts:
        re.findall(r"\w+", one)


def reading(folder: Path) -> tuple[float, float]:
    """Measure on a folder as a whole."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    return race(partial(read_and_check, texts), partial(find_words, texts), RUNS)


def comparison(folder: Path, at_most: float = 12) -> Comparison:
    """Compare on a folder."""
    return Comparison(
        about="Reading",
        ours=f"texts of {folder.name}, read and checked",
        other=r"re.findall(r'\w+')",
        measure=partial(reading, folder),
        at_most=at_most,
    )


COMPARISONS = (comparison(EXAMPLES, at_most=60),)

if __name__ == "__main__":
    show(map(comparison, map(Path, sys.argv[1:])) if sys.argv[1:] else COMPARISONS)
