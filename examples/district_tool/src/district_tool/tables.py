"""The tables that the office keeps: tasks with what they cost, OCOP products, the province's norms, the communes."""

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from khcn_plan import Amount, BudgetLine, LegalDocument, Norm, OcopProduct, Task, TaskKind
from khcn_plan.notation import figures

KINDS = {"ứng dụng": TaskKind.APPLICATION, "quản lý": TaskKind.MANAGEMENT}
HEADINGS = {
    TaskKind.APPLICATION: "Ứng dụng tiến bộ khoa học và công nghệ vào sản xuất",
    TaskKind.MANAGEMENT: "Quản lý nhà nước về khoa học và công nghệ",
}


def tasks(path: Path) -> tuple[Task, ...]:
    """Read the tasks; rows with the same name are the costs of one task."""
    return tuple(_task(list(rows)) for _, rows in groupby(_rows(path), key=lambda row: row["task"]))


def products(path: Path) -> tuple[OcopProduct, ...]:
    """Read the products of last year's OCOP round, with their scores; the stars follow from those."""
    return tuple(
        OcopProduct(row["product"], row["producer"], commune=row["commune"], score=figures.read(row["score"]).value)
        for row in _rows(path)
    )


def norms(path: Path, decision: LegalDocument) -> tuple[Norm, ...]:
    """Read what the province lets one unit of an item cost."""
    source = decision.at("Điều 3")
    return tuple(
        Norm(item=row["item"], unit=row["unit"], ceiling=Amount(int(row["ceiling"])), source=source)
        for row in _rows(path)
    )


def communes(path: Path) -> tuple[str, ...]:
    """Read the names of the communes, one a line."""
    return tuple(path.read_text("utf-8").splitlines())


def _task(rows: list[dict[str, str]]) -> Task:
    first = rows[0]
    kind = KINDS[first["kind"]]
    return Task(
        first["task"],
        kind=kind,
        host=first["host"],
        location=first["place"],
        start=int(first["start"]),
        end=int(first["end"]),
        costs=tuple(map(_cost, rows)),
        heading=HEADINGS[kind],
    )


def _cost(row: dict[str, str]) -> BudgetLine:
    return BudgetLine(
        row["item"],
        quantity=figures.read(row["quantity"]).value,
        unit=row["unit"],
        unit_price=Amount(int(row["unit_price"])),
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")
