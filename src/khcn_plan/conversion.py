"""Plans from one file to another (chuyển đổi tệp): the suffix of a name tells the format.

A document and JSON hold a plan, a table its estimate alone: what is read from one is a plan with nothing else.
"""

from collections.abc import Callable
from pathlib import Path

import attrs

from khcn_plan import files
from khcn_plan.files import UnusableError
from khcn_plan.formats import csv, json, markdown, text
from khcn_plan.language import Text
from khcn_plan.model import Budget, Plan

NO_FORMAT = Text(
    vi="không biết định dạng {suffix:quote}; dùng {known}", en="the format {suffix:quote} is not known; use {known}"
)
NO_BUDGET = Text(
    vi="kế hoạch này không có dự toán để lập bảng", en="this plan has no estimate to be laid out as a table"
)
NO_PLAN = Text(vi="văn bản này không phải kế hoạch khoa học và công nghệ", en="this is no science-and-technology plan")


@attrs.frozen
class Door:
    """A format of files.

    Attributes:
        read: makes a plan of the text of a file.
        write: makes the text of a file of a plan.
    """

    read: Callable[[str], Plan]
    write: Callable[[Plan], str]


def _planned(written: str) -> Plan:
    plan = text.read(written).plan
    if plan is None:
        raise UnusableError(NO_PLAN)
    return plan


def _table(read: Callable[[str], Budget], write: Callable[[Budget], str]) -> Door:
    """Make a door for plans of one for estimates."""

    def read_plan(written: str) -> Plan:
        budget = read(written)
        return Plan(year=budget.year, budget=budget)

    def write_plan(plan: Plan) -> str:
        if plan.budget is None:
            raise UnusableError(NO_BUDGET)
        return write(plan.budget)

    return Door(read_plan, write_plan)


DOORS = {
    # A spreadsheet takes a file without this mark for one in the letters of its country.
    ".csv": _table(csv.read, lambda budget: f"\ufeff{csv.write(budget)}"),
    ".json": Door(json.read, json.write),
    ".md": _table(markdown.read, markdown.write),
    ".txt": Door(_planned, text.write),
}


def load(name: str) -> Plan:
    """Read a plan from a file.

    Raises:
        UnusableError: the file can't be read, its format is not known, or it holds no plan.
        FormatError: it is not what its format says; all faults are in it.
    """
    return _door(name).read(files.read(name))


def save(plan: Plan, name: str, *, replace: bool) -> None:
    """Write a plan to a file.

    Raises:
        UnusableError: the file can't be written or is there already, or its format can't hold the plan.
    """
    files.write(name, _door(name).write(plan), replace=replace)


def _door(name: str) -> Door:
    suffix = Path(name).suffix.lower()
    if suffix not in DOORS:
        raise UnusableError(NO_FORMAT, suffix=suffix, known=", ".join(sorted(DOORS)))
    return DOORS[suffix]
