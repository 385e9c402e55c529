"""Measure a folder of JSON lines, checked by one process and by one on each core: `python benchmarks/archive.py [PLANS]`.

The plans are the sample's with other figures, in forty files. Both runs are the command line as a user calls it, processes and
all; the goal is that each core does eight tenths of what it does alone.
"""

import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import attrs
from measure import Comparison, show

from khcn_plan import Amount, Budget
from khcn_plan.formats import json
from khcn_plan.testing import sample

PLANS = 10_000
FILES = 40
GOAL = 0.8


def fill(folder: Path, count: int) -> None:
    """Write the plans, as many in each file."""
    plan = sample()
    for number in range(FILES):
        lines = []
        for place in range(number, count, FILES):
            total = Amount(140_000_000 + place % 3)
            lines.append(
                json.write(attrs.evolve(plan, budget=attrs.evolve(plan.budget or Budget(), total=total)), indent=None)
            )
        (folder / f"{number:02}.jsonl").write_text("\n".join(lines), "utf-8")


def seconds(folder: Path, jobs: int) -> float:
    """Check the folder, and return how long that took."""
    command = [sys.executable, "-m", "khcn_plan", "check", "--jobs", str(jobs), str(folder)]
    start = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    return time.perf_counter() - start


def archive(count: int) -> tuple[float, float]:
    """Measure what a plan takes of all cores together, and of one alone."""
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as name:
        fill(Path(name), count)
        alone, together = seconds(Path(name), 1), seconds(Path(name), cores)
    return together * cores * 1000 / count, alone * 1000 / count


def comparison(count: int) -> Comparison:
    """Compare on so many plans."""
    return Comparison(
        about="Archive",
        ours=f"{count:,} plans, a process on each core",
        other="one process",
        measure=partial(archive, count),
        unit="ms a core",
        at_least=GOAL,
    )


COMPARISONS = (comparison(PLANS),)

if __name__ == "__main__":
    show([comparison(int(sys.argv[1]))] if sys.argv[1:] else COMPARISONS)
