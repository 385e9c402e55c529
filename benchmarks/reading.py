r"""Measure reading and checking a text against one pass of `re.findall(r"\w+", text)` over it.

    python benchmarks/reading.py [FOLDER]

The texts are those of `examples/`, and those of a folder if one is given.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from measure import best, report

from khcn_plan import check
from khcn_plan.formats import text

EXAMPLES = Path(__file__).parents[1] / "examples"
RUNS = 5
GOAL = 12.0


def read_and_check(texts: Sequence[str]) -> None:
    """Do the whole work on every text."""
    for one in texts:
        check(text.read(one))


def find_words(texts: Sequence[str]) -> None:
    """Do the least that anybody could do."""
    for one in texts:
        re.findall(r"\w+", one)


def main(folders: Sequence[str]) -> None:
    """Measure on each folder as a whole."""
    for folder in (EXAMPLES, *map(Path, folders)):
        texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
        if texts:
            calls = {"read and check": lambda: read_and_check(texts), r"re.findall(r'\w+')": lambda: find_words(texts)}  # noqa: B023 - called at once
            size = sum(map(len, texts))
            report(f"Reading {folder.name}: {len(texts)} texts, {size:,} characters", best(calls, RUNS), GOAL)


if __name__ == "__main__":
    main(sys.argv[1:])
