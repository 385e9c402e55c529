"""Measure what `import khcn_plan` costs a process, against `import attrs`.

    python benchmarks/import.py

Both run in processes of their own, in turn, with their bytecode already written, as it is after an installation.
"""

import os
import subprocess
import sys
import tempfile
from functools import partial

from measure import best, report

RUNS = 25
GOAL = 2.0


def start(statement: str, folder: str) -> None:
    """Run a statement in a new process."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    variables["PYTHONPYCACHEPREFIX"] = folder
    subprocess.run([sys.executable, "-c", statement], check=True, env=variables)  # noqa: S603 - our own statement


def main() -> None:
    """Measure both imports."""
    statements = ("import khcn_plan", "import attrs")
    with tempfile.TemporaryDirectory() as folder:
        for statement in statements:
            start(statement, folder)
        calls = {statement: partial(start, statement, folder) for statement in statements}
        report("Import, whole process", best(calls, RUNS), GOAL)


if __name__ == "__main__":
    main()
