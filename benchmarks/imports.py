"""Measure what `import khcn_plan` costs a process, against `import attrs`: `python benchmarks/imports.py`.

Both run in processes of their own, in turn, with their bytecode already written, as it is after an installation.
"""

import os
import subprocess
import sys
import tempfile
import time

from measure import Comparison, race, show

RUNS = 25


def start(statement: str, folder: str) -> None:
    """Run a statement in a new process."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    variables["PYTHONPYCACHEPREFIX"] = folder
    subprocess.run([sys.executable, "-c", statement], check=True, env=variables)  # noqa: S603 - our own statement


def imports() -> tuple[float, float]:
    """Measure both imports, each a whole process."""
    ours, other = "import khcn_plan", "import attrs"
    with tempfile.TemporaryDirectory() as folder:
        for statement in (ours, other):
            start(statement, folder)
        return race(lambda: start(ours, folder), lambda: start(other, folder), RUNS, clock=time.perf_counter)


COMPARISONS = (Comparison(about="Import", ours="import khcn_plan", other="import attrs", measure=imports, at_most=2),)

if __name__ == "__main__":
    show(COMPARISONS)
