"""Make an archive to measure with: `python make_archive.py FOLDER PLANS`.

It holds the plans of the documents in `examples/`, in turn, ten thousand in a file.
"""

import sys
from itertools import cycle, islice
from pathlib import Path

from khcn_plan.formats import json, text

EXAMPLES = Path(__file__).parents[1]
IN_A_FILE = 10_000


def make(folder: Path, plans: int) -> None:
    """Write so many plans as JSON lines."""
    folder.mkdir(parents=True)
    read = [text.read(path.read_text("utf-8")).plan for path in sorted(EXAMPLES.glob("*.txt"))]
    lines = islice(cycle(json.write(plan, indent=None) for plan in read if plan), plans)
    for number in range(0, plans, IN_A_FILE):
        content = "".join(f"{line}\n" for line in islice(lines, IN_A_FILE))
        (folder / f"{number:09}.jsonl").write_text(content, "utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
