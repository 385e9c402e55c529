"""The examples do what their first lines say: a plan in code is checked and completed."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def test_a_plan_in_code_prints_what_is_wrong_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    """The faults of the district's plan that its core holds, and the total that follows from its lines."""
    runpy.run_path(str(EXAMPLES / "plan_in_code.py"), run_name="__main__")
    printed = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in printed[:6]] == [
        ["error", "breakdown.total"],
        ["warning", "budget.line-without-task"],
        ["warning", "document.signature"],
        ["warning", "amount.label"],
        ["warning", "ocop.stars-missing"],
        ["warning", "property.kind"],
    ]
    assert printed[6:] == [
        "budget/total = Amount(140000000) (cộng các dòng)",
        "budget/total/words = Một trăm bốn mươi triệu đồng (viết bằng chữ theo số)",
    ]


def test_the_tool_of_a_district_passes_its_own_tests() -> None:
    """It is a package of its own, on the public names alone, and holds with the library as it is now."""
    tool = EXAMPLES / "district_tool"
    paths = os.pathsep.join(map(str, (tool / "src", EXAMPLES.parent / "src")))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tool)]
    environment = os.environ | {"PYTHONPATH": paths}
    run = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tool, env=environment)  # noqa: S603 - ourselves
    assert run.returncode == 0, run.stdout
