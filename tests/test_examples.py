"""The examples do what their first lines say: a plan in code is checked and completed."""

import runpy
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
        "budget/total/words = Một trăm bốn mươi triệu đồng (đọc từ số)",
    ]
