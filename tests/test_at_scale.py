"""The archive of a country on Dask: nothing is lost where it is cut, where a line is no plan, or where a partition fails."""

import runpy
import subprocess
import sys
from collections.abc import Callable, Iterator
from json import dumps
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khcn_plan import Amount, Budget, Plan, Task, check
from khcn_plan.formats import json
from khcn_plan.testing import sample

distributed = pytest.importorskip("distributed", reason="dask is in the dependency group scale")
parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is in the dependency group scale")

SCRIPT = Path(__file__).resolve().parents[1] / "examples" / "at_scale" / "check_archive.py"
FAULTY = Plan(year=2024, budget=Budget(year=2023, total=Amount(90_000_000, words="Chín triệu đồng")))


example = SimpleNamespace(**runpy.run_path(str(SCRIPT)))


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """Start a cluster in this process, of two workers."""
    with (
        distributed.LocalCluster(2, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0") as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Write two files: sound plans and faulty ones, and among them lines that are none."""
    folder = tmp_path / "archive"
    folder.mkdir()
    sound, faulty = (json.write(plan, indent=None).encode() for plan in (sample(), FAULTY))
    (folder / "a.jsonl").write_bytes(b"\n".join((sound, faulty, b"", b"{", sound, b'{"format": "\xff"}', faulty)))
    (folder / "b.jsonl").write_bytes(
        b'{"format": "khcn_plan", "version": 1, "plan": {"nam": 1, "year": "1"}}\n' + sound
    )
    return folder


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    """Read a table, in the order of the archive."""
    found = parquet.read_table(out / table).to_pylist()
    return sorted(found, key=lambda row: (row["file"], row["line"]))


def ascii_json(plan: Plan) -> str:
    """Write a plan with escapes for what is not ASCII, so that a half of a pair can be said at all."""
    return dumps({"format": "khcn_plan", "version": 1, "plan": json.unstructure(plan)})


def once(work: Callable[..., Any], marks: Path) -> Callable[..., Any]:
    """Fail the first time that a partition is tried, after its work is done and written."""
    marks.mkdir()

    def fail_once(partition: Any, out: str) -> Any:  # noqa: ANN401 - of the script
        counts = work(partition, out)
        mark = marks / str(partition.number)
        if not mark.exists():
            mark.touch()
            message = "the disk was gone"
            raise OSError(message)
        return counts

    return fail_once


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(st.binary(max_size=8).filter(lambda line: b"\n" not in line)), st.integers(1, 30))
def test_cutting_loses_no_line(tmp_path: Path, lines: list[bytes], size: int) -> None:
    """Whatever the size of the partitions, each line that holds something comes once, with its number."""
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    cut = [line for partition in example.cut(tmp_path, size) for line in example.lines(partition)]
    assert cut == [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def test_findings_are_rows_in_both_languages(archive: Path, tmp_path: Path, client: object) -> None:
    """What `check` finds stands in the table, with file and line; what is no plan in the other, with every reason."""
    counts, failed = example.check_archive(client, example.cut(archive, 1000), tmp_path / "out")
    assert (counts["plans"], counts["unusable"], failed) == (5, 3, {})
    findings = rows(tmp_path / "out", "findings")
    (first, second) = check(FAULTY)
    assert [(row["file"], row["line"], row["rule"]) for row in findings] == [
        ("a.jsonl", line, finding.rule.name) for line in (2, 7) for finding in (first, second)
    ]
    assert findings[0] == {
        "file": "a.jsonl",
        "line": 2,
        "year": 2024,
        "on": check(FAULTY).on,
        "rule": first.rule.name,
        "severity": "error",
        "pointer": first.pointer,
        "vi": first.message("vi"),
        "en": first.message("en"),
        "values": list(json.finding(first)["values"].items()),
    }
    unusable = [(row["file"], row["line"], row["pointer"], row["en"]) for row in rows(tmp_path / "out", "unusable")]
    assert [row[:3] for row in unusable] == [
        ("a.jsonl", 4, ""),
        ("a.jsonl", 6, ""),
        ("b.jsonl", 1, "/plan/year"),
        ("b.jsonl", 1, "/plan/nam"),
    ]
    assert unusable[2][3] == 'whole number expected, not "1"'
    assert "invalid start byte" in unusable[1][3]


@pytest.mark.parametrize("year", [0, 2**40, -(10**30)])
@pytest.mark.parametrize("words", ["Chín triệu \ud800 đồng", "\0", "Chín" * 10_000])
def test_no_plan_takes_its_neighbours_along(tmp_path: Path, year: int, words: str) -> None:
    """Whatever a plan says that no table can hold, the rows of the others are written."""
    odd = Plan(year=year, tasks=(Task(words),) * 2, budget=Budget(year=2023, total=Amount(90_000_000, words=words)))
    (tmp_path / "a.jsonl").write_text(f"{ascii_json(odd)}\n{json.write(FAULTY, indent=None)}", "utf-8")
    for table in ("findings", "unusable"):
        (tmp_path / "out" / table).mkdir(parents=True)
    (partition,) = example.cut(tmp_path)
    counts = example.check_partition(partition, str(tmp_path / "out"))
    assert counts["plans"] + counts["unusable"] == 2
    assert [row["rule"] for row in rows(tmp_path / "out", "findings") if row["line"] == 2] == [
        finding.rule.name for finding in check(FAULTY)
    ]


def test_a_partition_that_fails_is_tried_again(archive: Path, tmp_path: Path, client: object) -> None:
    """Each fails once, after it has written; what comes out is what comes out without failures."""
    partitions = list(example.cut(archive, 1000))
    assert len(partitions) > 1
    smooth, _ = example.check_archive(client, partitions, tmp_path / "smooth")
    rough, failed = example.check_archive(
        client, partitions, tmp_path / "rough", work=once(example.check_partition, tmp_path / "marks")
    )
    assert failed == {}
    assert [rough[name] for name in ("plans", "error", "unusable")] == [
        smooth[name] for name in ("plans", "error", "unusable")
    ]
    for table in ("findings", "unusable"):
        assert rows(tmp_path / "rough", table) == rows(tmp_path / "smooth", table)


def test_a_partition_that_never_works_is_named(archive: Path, tmp_path: Path, client: object) -> None:
    """The others are checked all the same."""

    def never(partition: Any, out: str) -> Any:  # noqa: ANN401 - of the script
        if partition.file == "b.jsonl":
            message = "the disk is gone"
            raise OSError(message)
        return example.check_partition(partition, out)

    counts, failed = example.check_archive(client, example.cut(archive), tmp_path / "out", work=never)
    assert {partition.file: why for partition, why in failed.items()} == {"b.jsonl": "OSError('the disk is gone')"}
    assert counts["plans"] == 4


def test_the_command_starts_a_cluster_of_its_own(archive: Path, tmp_path: Path) -> None:
    """Processes and all, as a user calls it: progress, a closing line, and status 1, because lines were no plans."""
    command = [sys.executable, "-W", "error", str(SCRIPT), str(archive), str(tmp_path / "out"), "--workers", "1"]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own script
    assert ran.returncode == 1, ran.stderr
    assert ran.stdout == "4 error, 5 plans, 3 unusable\n"
    assert "2 of 2 partitions, 5 plans" in ran.stderr
    assert len(rows(tmp_path / "out", "findings")) == 4


def test_what_would_come_to_nothing_is_refused(archive: Path, tmp_path: Path) -> None:
    """Results that are there already would be mixed with new ones, and an archive without a line is a slip."""
    for arguments in ((str(archive), str(tmp_path)), (str(tmp_path / "nowhere"), str(tmp_path / "out"))):
        with pytest.raises(SystemExit, match="2"):
            example.main(list(arguments))
