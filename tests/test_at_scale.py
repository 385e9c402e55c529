"""An archive on a cluster: every plan is checked, what fails is tried again, and nothing is lost on the way."""

import runpy
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from khcn_plan import Amount, Budget
from khcn_plan.formats import json
from khcn_plan.testing import sample

distributed = pytest.importorskip("distributed", reason="the group `scale` is not installed")
parquet = pytest.importorskip("pyarrow.parquet", reason="the group `scale` is not installed")

SCRIPT = Path(__file__).resolve().parents[1] / "examples" / "at_scale" / "check_archive.py"
Check = Callable[[Path, Path, Path], Counter[str]]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two files: a sound plan and one whose total is wrong; a sound plan, a blank line and a line that is no plan."""
    plan = sample()
    wrong = attrs.evolve(plan, budget=attrs.evolve(plan.budget or Budget(), total=Amount(140_000_001)))
    sound, faulty = (json.write(one, indent=None) for one in (plan, wrong))
    folder = tmp_path / "archive"
    (folder / "huyen").mkdir(parents=True)
    (folder / "huyen" / "a.jsonl").write_text(f"{sound}\n{faulty}\n", "utf-8")
    (folder / "b.jsonl").write_text(f'{sound}\n\n{{"plan": 1}}\n', "utf-8")
    return folder


@pytest.fixture
def client() -> Iterator[object]:
    """A cluster of two threads in this process."""
    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None, protocol="inproc://"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def _read(folder: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = parquet.read_table(folder).to_pylist()
    return rows


def test_an_archive_is_checked_by_processes_of_its_own(archive: Path, tmp_path: Path) -> None:
    """As a user calls it: progress aside, counts at the end, findings and unusable lines as Parquet, an exit status."""
    into = tmp_path / "found"
    command = [sys.executable, str(SCRIPT), str(archive), str(into), "--workers", "1"]
    run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)  # noqa: S603 - our own example
    assert (run.returncode, run.stdout) == (1, "1 error, 3 plans, 1 unusable\n")
    assert "2 of 2 files, 3 plans" in run.stderr
    [finding] = _read(into / "findings")
    assert (finding["file"], finding["line"], finding["rule"]) == ("huyen/a.jsonl", 2, "budget.total")
    assert finding["en"] == "The total says 140,000,001 đồng, its lines add up to 140,000,000 đồng."
    [line] = _read(into / "unusable")
    assert (line["file"], line["line"]) == ("b.jsonl", 3)


def _failing(check: Check, times: int) -> Check:
    """Return the check of a file that fails so often before it works."""
    left = [times]

    def attempt(archive: Path, name: Path, into: Path) -> Counter[str]:
        if name.stem == "a" and left[0]:
            left[0] -= 1
            msg = "the disk is away"
            raise OSError(msg)
        return check(archive, name, into)

    return attempt


def _checked(client: object, archive: Path, *, failures: int) -> tuple[int, dict[str, str]]:
    """Check an archive one of whose files fails so often; return how many plans were checked, and what failed."""
    example = runpy.run_path(str(SCRIPT))
    names = example["check_archive"].__globals__
    names["check_file"] = _failing(names["check_file"], failures)
    counts, failed = example["check_archive"](client, archive, archive.with_name("found"))
    return counts["plans"], {str(name): reason for name, reason in failed.items()}


def test_a_file_that_fails_is_tried_again(client: object, archive: Path) -> None:
    """A disk that was away for a moment costs nothing."""
    assert _checked(client, archive, failures=1) == (3, {})


def test_a_file_that_fails_three_times_is_named(client: object, archive: Path) -> None:
    """With its reason; the other files are checked all the same."""
    assert _checked(client, archive, failures=3) == (1, {"huyen/a.jsonl": "OSError('the disk is away')"})
