"""The real plan of Quang Bình for 2023: what is wrong with it, at the right line, and nothing else."""

import pytest

from khcn_plan import Report, check
from khcn_plan.formats import text
from tests.shared import REAL_PLAN, needs_real_plan

pytestmark = needs_real_plan
FOUND = {
    ("breakdown.total", 40),
    ("document.number-blank", 3),
    ("document.day-blank", 5),
    ("document.bases-punctuation", 10),
    ("property.kind", 32),
    ("ocop.stars-missing", 36),
    ("citation.repealed", 70),
    ("citation.repealed", 80),
    ("citation.incomplete", 70),
    ("citation.incomplete", 80),
    ("amount.label", 94),
    ("document.heading-sequence", 100),
    ("budget.line-without-task", 171),
    ("document.annex", 173),
    ("document.signature", 187),
    ("plan.no-organisation", 3),
    ("document.bases-authority", 10),
    ("document.name-variants", 32),
    ("document.name-variants", 148),
    ("document.tone-marks-mixed", 56),
    ("document.heading-lone", 132),
    ("document.recipients", 185),
}
"""Faults that the reading of the plan by hand found too, with their lines."""


@pytest.fixture(scope="module")
def report() -> Report:
    """Check the plan under the law of its own date."""
    return check(text.read(REAL_PLAN.read_text("utf-8")))


def test_the_faults_are_found_at_their_lines(report: Report) -> None:
    """8.229 machines for 8.230, four wrong closing marks, stale resolutions, a heading II that is the third."""
    assert {(finding.rule.name, finding.line) for finding in report} >= FOUND


def test_the_wrong_total_is_the_only_error(report: Report) -> None:
    """Every other sum of the plan holds, and so do its amounts in words."""
    (error,) = report.errors
    assert error.message() == "Tổng ghi 8.229 cái nhưng các phần cộng lại là 8.230 cái."
    held = dict(report.held)
    assert held["budget.total"] == 2
    assert held["amount.words"] == 2


def test_errors_come_first_and_the_report_is_short(report: Report) -> None:
    """The whole report fits two screens."""
    severities = [finding.rule.severity for finding in report]
    assert severities == sorted(severities, reverse=True)
    assert len(report) <= 40
