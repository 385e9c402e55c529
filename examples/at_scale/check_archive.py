"""Check an archive of plans (kho kế hoạch), one on each line of many files, on one machine or on a cluster.

    python examples/at_scale/check_archive.py ARCHIVE FINDINGS [--scheduler tcp://10.0.0.1:8786] [--workers N]

A file is the unit of work: a worker reads it, checks its plans and writes what it found beside the others as Parquet, so that
nothing but counts travels. A file that fails, because a disk or a machine did, is tried again; a line that is no plan stops
nothing and is listed with its reason. Plans, reports and rules are frozen values that can be pickled, which is all that a
cluster asks for.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from distributed import Client, LocalCluster, as_completed

from khcn_plan import check
from khcn_plan.formats import json
from khcn_plan.formats.error import FormatError

RETRIES = 2
"""How often a file is tried again; what fails three times is reported, and stops no other."""

FINDINGS = pa.schema({
    "file": pa.string(),
    "line": pa.int64(),
    "on": pa.date32(),
    "rule": pa.string(),
    "severity": pa.string(),
    "pointer": pa.string(),
    "vi": pa.string(),
    "en": pa.string(),
})  # fmt: skip
UNUSABLE = pa.schema({"file": pa.string(), "line": pa.int64(), "vi": pa.string(), "en": pa.string()})

Row = dict[str, object]


def check_file(archive: Path, name: Path, into: Path) -> Counter[str]:
    """Check the plans of one file and write what was found; count plans, findings by severity, and unusable lines."""
    counts: Counter[str] = Counter()
    found: list[Row] = []
    unusable: list[Row] = []
    with (archive / name).open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            where = {"file": str(name), "line": number}
            try:
                rows = [where | row for row in _findings(line)]
            except FormatError as error:
                unusable.append(where | {"vi": error.explain("vi"), "en": error.explain("en")})
            else:
                counts["plans"] += 1
                counts.update(str(row["severity"]) for row in rows)
                found += rows
    counts["unusable"] += len(unusable)
    _write(found, FINDINGS, into / "findings" / name.with_suffix(".parquet"))
    _write(unusable, UNUSABLE, into / "unusable" / name.with_suffix(".parquet"))
    return counts


def _findings(line: str) -> Iterable[Row]:
    report = check(json.read(line.strip()))
    return [
        {
            "on": report.on,
            "rule": finding.rule.name,
            "severity": finding.rule.severity.name.lower(),
            "pointer": finding.pointer,
            "vi": finding.message("vi"),
            "en": finding.message("en"),
        }
        for finding in report
    ]


def _write(rows: Sequence[Row], schema: pa.Schema, file: Path) -> None:
    """Write a file whole or not at all: a worker that dies leaves no half of one, and a second try replaces the first."""
    if rows:
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(f".{os.getpid()}")
        pq.write_table(pa.Table.from_pylist(list(rows), schema), unfinished)
        unfinished.replace(file)


def check_archive(client: Client, archive: Path, into: Path) -> tuple[Counter[str], dict[Path, str]]:
    """Check all files of a folder on a cluster; return the counts, and the files that failed with the reason."""
    names = sorted(file.relative_to(archive) for file in archive.rglob("*.jsonl"))
    futures = {client.submit(check_file, archive, name, into, retries=RETRIES, pure=False): name for name in names}
    counts: Counter[str] = Counter()
    failed: dict[Path, str] = {}
    for done, future in enumerate(as_completed(futures), start=1):
        if error := future.exception():
            failed[futures[future]] = repr(error)
        else:
            counts += future.result()
        print(f"{done} of {len(names)} files, {counts['plans']:,} plans", file=sys.stderr, end="\r", flush=True)
    print(file=sys.stderr)
    return counts, failed


def main(argv: Sequence[str] | None = None) -> int:
    """Check an archive; return 2 if a file failed, 1 if a plan has errors or a line is no plan, else 0."""
    parser = argparse.ArgumentParser(description="Check an archive of plans as JSON lines.")
    parser.add_argument("archive", type=Path, help="a folder of .jsonl files")
    parser.add_argument("findings", type=Path, help="the folder to write Parquet files to")
    parser.add_argument("--scheduler", help="the address of a cluster; without it this machine is one")
    parser.add_argument("--workers", type=int, help="processes on this machine; by default one a core")
    options = parser.parse_args(argv)
    with ExitStack() as stack:
        cluster = options.scheduler or stack.enter_context(
            LocalCluster(n_workers=options.workers, threads_per_worker=1, dashboard_address=None)
        )
        client = stack.enter_context(Client(cluster))
        counts, failed = check_archive(client, options.archive, options.findings)
    for name, reason in failed.items():
        print(f"{name}: {reason}")
    print(", ".join(f"{count:,} {name}" for name, count in sorted(counts.items())))
    return 2 if failed else 1 if counts["error"] or counts["unusable"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
