"""Run every benchmark: `python benchmarks/run.py [FOLDER]`; a folder of texts is read besides the examples."""

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).parent
NAMES = ("import", "spelling", "reading", "check", "json_door", "writing", "archive")


def main() -> None:
    """Run them one after the other, each as a script of its own."""
    for name in NAMES:
        runpy.run_path(str(HERE / f"{name}.py"), run_name="__main__")


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    main()
