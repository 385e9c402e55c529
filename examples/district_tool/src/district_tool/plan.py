"""The plan of a year, begun by the library, filled from the office's tables, completed by the library."""

from pathlib import Path

import attrs
from khcn_plan import Amount, Budget, BudgetLine, OcopList, OcopRound, Plan, Purpose, Review, Task, TaskKind
from khcn_plan.complete import complete
from khcn_plan.skeleton import skeleton

from district_tool import tables

ISSUER = "Ủy ban nhân dân huyện Quang Bình"
PURPOSES = {TaskKind.APPLICATION: Purpose.APPLICATION, TaskKind.MANAGEMENT: Purpose.MANAGEMENT}


def of(year: int, data: Path) -> Plan:
    """Build the plan of a year: last year's products, its tasks, and a line of the budget for each kind of them."""
    products = OcopList(products=tables.products(data / "products.csv"))
    review = Review(year=year - 1, rounds=(OcopRound(year=year - 1, recognised=products),))
    begun = attrs.evolve(skeleton(ISSUER, year), review=review, tasks=tables.tasks(data / "tasks.csv"))
    plan = complete(begun).plan
    lines = tuple(_line(kind, plan.tasks) for kind in tables.HEADINGS)
    return complete(attrs.evolve(plan, budget=Budget(year=year, lines=lines))).plan


def _line(kind: TaskKind, tasks: tuple[Task, ...]) -> BudgetLine:
    total = sum(task.total.value for task in tasks if task.kind is kind and task.total)
    return BudgetLine(tables.HEADINGS[kind], Amount(total), purpose=PURPOSES[kind])
