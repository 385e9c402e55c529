"""Check an archive of plans (kho kế hoạch), one on each line of its files, on one machine or on a cluster.

    python examples/at_scale/check_archive.py ARCHIVE FOUND [--scheduler tcp://10.0.0.1:8786] [--workers N]

The files are cut into partitions of whole lines. A worker checks one and writes what it found as Parquet, whole or not at all,
so that only counts travel, and a partition that failed can be checked again and counts once. A line that is no plan stops
nothing and is listed with its reasons. Plans, reports and rules are frozen values that can be pickled, which is all that a
cluster asks for.
"""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

import pyarrow as pa
from distributed import Client, LocalCluster, as_completed
from pyarrow import parquet

from khcn_plan import Text, check
from khcn_plan.formats import json
from khcn_plan.formats.error import FormatError

PARTITION = 8_000_000
"""Bytes: a few seconds of work, so that no core waits long for the last one."""
RETRIES = 2
"""How often a partition is tried again; one that fails three times is named, and stops no other."""
YEARS = range(1, 10_000)

FINDINGS = pa.schema(
    [
        ("file", pa.string()),
        ("line", pa.int64()),
        ("year", pa.int32()),
        ("on", pa.date32()),
        ("rule", pa.string()),
        ("severity", pa.string()),
        ("pointer", pa.string()),
        ("vi", pa.string()),
        ("en", pa.string()),
        ("values", pa.map_(pa.string(), pa.string())),
    ]
)
UNUSABLE = pa.schema(
    [("file", pa.string()), ("line", pa.int64()), ("pointer", pa.string()), ("vi", pa.string()), ("en", pa.string())]
)

Row = dict[str, Any]


class Partition(NamedTuple):
    """Whole lines of a file: the bytes from `start` to `stop`, the first line being `line`."""

    number: int
    folder: str
    file: str
    start: int
    stop: int
    line: int


def cut(folder: Path, size: int = PARTITION) -> Iterator[Partition]:
    """Cut the files of a folder into partitions of about so many bytes, in the order of their names."""
    number = 0
    for path in sorted(folder.rglob("*.jsonl")):
        for start, stop, line in _stretches(path, size):
            yield Partition(number, str(folder), path.relative_to(folder).as_posix(), start, stop, line)
            number += 1


def _stretches(path: Path, size: int) -> Iterator[tuple[int, int, int]]:
    start, stop, first = 0, 0, 1
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            stop += len(line)
            if stop - start >= size:
                yield start, stop, first
                start, first = stop, number + 1
    if stop > start:
        yield start, stop, first


def lines(partition: Partition) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a partition with their numbers in the file; empty ones are left out."""
    with (Path(partition.folder) / partition.file).open("rb") as file:
        file.seek(partition.start)
        content = file.read(partition.stop - partition.start)
    numbered = enumerate(content.split(b"\n"), start=partition.line)
    return ((number, line) for number, line in numbered if line.strip())


def judge(line: bytes) -> tuple[list[Row], list[Row]]:
    """Check the plan of a line: the rows of what was found, or of why it is no plan."""
    try:
        plan = json.read(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return [], [_fault("", Text(vi=f"không phải UTF-8: {error}", en=f"is no UTF-8: {error}"))]
    except FormatError as error:
        return [], [_fault(fault.pointer, fault.reason) for fault in error.faults]
    report = check(plan)
    year = plan.year if plan.year in YEARS else None
    return [{"year": year, "on": report.on, **_row(json.finding(found))} for found in report], []


def _row(finding: Row) -> Row:
    told = {name: finding[name] for name in ("rule", "severity", "pointer")}
    return {**told, **finding["message"], "values": list(finding["values"].items())}


def _fault(pointer: str, reason: Text) -> Row:
    return {"pointer": pointer, "vi": reason.vi, "en": reason.en}


def _storable(value: Any) -> Any:  # noqa: ANN401 - a cell of any column
    """Put "?" for half of a surrogate pair: JSON can say it, and no table can hold it."""
    if isinstance(value, list):
        return [tuple(map(_storable, pair)) for pair in value]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def check_partition(partition: Partition, found: str) -> Counter[str]:
    """Check the plans of a partition and write what was found; count plans, findings by severity, unusable lines, time."""
    began = time.process_time()
    judged = [(number, *judge(line)) for number, line in lines(partition)]
    findings = [{"file": partition.file, "line": number, **row} for number, rows, _ in judged for row in rows]
    unusable = [{"file": partition.file, "line": number, **row} for number, _, rows in judged for row in rows]
    _write(findings, FINDINGS, Path(found, "findings"), partition.number)
    _write(unusable, UNUSABLE, Path(found, "unusable"), partition.number)
    bad = sum(bool(rows) for *_, rows in judged)
    counts = Counter(row["severity"] for row in findings)
    counts.update(plans=len(judged) - bad, unusable=bad, milliseconds=round(1000 * (time.process_time() - began)))
    return counts


def _write(rows: list[Row], schema: pa.Schema, folder: Path, number: int) -> None:
    """Write rows beside the file first, then rename: what is half written is no part of the table."""
    beside = folder / f".{number:06}.{uuid4().hex}"
    storable = [{name: _storable(cell) for name, cell in row.items()} for row in rows]
    parquet.write_table(pa.Table.from_pylist(storable, schema), beside)
    beside.replace(folder / f"{number:06}.parquet")


def check_archive(
    client: Client,
    partitions: Iterable[Partition],
    found: Path,
    work: Callable[[Partition, str], Counter[str]] = check_partition,
) -> tuple[Counter[str], dict[Partition, str]]:
    """Check partitions on a cluster; return the counts, and the partitions that failed at every try, with the reason."""
    for table in ("findings", "unusable"):
        (found / table).mkdir(parents=True)
    futures = {client.submit(work, one, str(found), retries=RETRIES, pure=False): one for one in partitions}
    counts: Counter[str] = Counter()
    failed: dict[Partition, str] = {}
    for done, future in enumerate(as_completed(futures), start=1):
        if error := future.exception():
            failed[futures[future]] = repr(error)
        else:
            counts += future.result()
        print(f"{done} of {len(futures)} partitions, {counts['plans']:,} plans", file=sys.stderr)
    return counts, failed


def main(arguments: list[str] | None = None) -> int:
    """Check an archive; return 2 if a partition failed, 1 if a plan has errors or a line is no plan, else 0."""
    parser = argparse.ArgumentParser(description="Check an archive of plans as JSON lines.")
    parser.add_argument("archive", type=Path, help="a folder of .jsonl files")
    parser.add_argument("found", type=Path, help="the folder to be made for what is found")
    parser.add_argument("--scheduler", help="the address of a cluster; without it this machine is one")
    parser.add_argument("--workers", type=int, help="processes on this machine; by default one a core")
    parser.add_argument("--bytes", type=int, default=PARTITION, help="the size of a partition")
    options = parser.parse_args(arguments)
    partitions = list(cut(options.archive.resolve(), options.bytes))
    if options.found.exists() or not partitions:
        parser.error(f"{options.found} is there already" if partitions else f"{options.archive} holds no plan")
    with cluster(options.scheduler, options.workers) as client:
        counts, failed = check_archive(client, partitions, options.found.resolve())
    seconds = counts.pop("milliseconds", 0) / 1000
    for partition, reason in failed.items():
        print(f"{partition.file}, from line {partition.line}: {reason}")
    print(", ".join(f"{count:,} {name}" for name, count in sorted(counts.items())))
    print(f"{counts['plans'] / (seconds or 1):,.0f} plans a second and core", file=sys.stderr)
    return 2 if failed else 1 if counts["error"] or counts["unusable"] else 0


@contextmanager
def cluster(address: str | None, workers: int | None) -> Iterator[Client]:
    """Open a client of the cluster at an address, or of one started here, a process a core."""
    if address:
        with Client(address) as client:
            yield client
        return
    processes = workers or os.cpu_count()
    with LocalCluster(processes, threads_per_worker=1, dashboard_address="127.0.0.1:0") as here, Client(here) as client:
        yield client


if __name__ == "__main__":
    sys.exit(main())
