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
LEFT = Text(
    vi="{n:number} đoạn không thuộc phần nào của kế hoạch nên không được chuyển (dòng {lines})",
    en="{n:number} passages are in no part of the plan and were not carried over (lines {lines})",
)
UNSAID = Text(vi="{at}: {reason}", en="{at}: {reason}")
ESTIMATE_ALONE = Text(
    vi="bảng chỉ giữ dự toán; phần khác của kế hoạch không được ghi",
    en="a table holds the estimate alone; the rest of the plan was not written",
)
SHOWN = 8
NO_BUDGET = Text(
    vi="kế hoạch này không có dự toán để lập bảng", en="this plan has no estimate to be laid out as a table"
)
NO_PLAN = Text(vi="văn bản này không phải kế hoạch khoa học và công nghệ", en="this is no science-and-technology plan")


Note = tuple[Text, dict[str, object]]
"""A sentence on what did not come along, with its values."""


@attrs.frozen
class Door:
    """A format of files.

    Attributes:
        read: makes a plan of the text of a file, with notes on what of it is in no plan.
        write: makes the text of a file of a plan, with notes on what it does not say.
    """

    read: Callable[[str], tuple[Plan, list[Note]]]
    write: Callable[[Plan], tuple[str, list[Note]]]


def _from_document(written: str) -> tuple[Plan, list[Note]]:
    reading = text.read(written)
    if reading.plan is None:
        raise UnusableError(NO_PLAN)
    lines = [str(passage.place.line) for passage in reading.unread if passage.place]
    left: Note = (LEFT, {"n": len(lines), "lines": ", ".join(lines[:SHOWN]) + "…" * (len(lines) > SHOWN)})
    return reading.plan, [left] if lines else []


def _to_document(plan: Plan) -> tuple[str, list[Note]]:
    faults = text.unsaid(plan)
    notes: list[Note] = [(UNSAID, {"at": fault.pointer or "/", "reason": fault.reason}) for fault in faults[:SHOWN]]
    return text.write(plan), notes


def _table(read: Callable[[str], Budget], write: Callable[[Budget], str]) -> Door:
    """Make a door for plans of one for estimates."""

    def read_plan(written: str) -> tuple[Plan, list[Note]]:
        budget = read(written)
        return Plan(year=budget.year, budget=budget), []

    def write_plan(plan: Plan) -> tuple[str, list[Note]]:
        if plan.budget is None:
            raise UnusableError(NO_BUDGET)
        alone = plan == Plan(year=plan.budget.year, budget=plan.budget)
        return write(plan.budget), [] if alone else [(ESTIMATE_ALONE, {})]

    return Door(read_plan, write_plan)


DOORS = {
    # A spreadsheet takes a file without this mark for one in the letters of its country.
    ".csv": _table(csv.read, lambda budget: f"\ufeff{csv.write(budget)}"),
    ".json": Door(lambda written: (json.read(written), []), lambda plan: (json.write(plan), [])),
    ".md": _table(markdown.read, markdown.write),
    ".txt": Door(_from_document, _to_document),
}


def load(name: str) -> tuple[Plan, list[Note]]:
    """Read a plan from a file, with notes on what of the file is in no plan.

    Raises:
        UnusableError: the file can't be read, its format is not known, or it holds no plan.
        FormatError: it is not what its format says; all faults are in it.
    """
    return _door(name).read(files.read(name))


def save(plan: Plan, name: str, *, replace: bool) -> list[Note]:
    """Write a plan to a file; return notes on what the file does not say of it.

    Raises:
        UnusableError: the file can't be written or is there already, or its format can't hold the plan.
        FormatError: a table can't say the estimate.
    """
    written, notes = _door(name).write(plan)
    files.write(name, written, replace=replace)
    return notes


def _door(name: str) -> Door:
    suffix = Path(name).suffix.lower()
    if suffix not in DOORS:
        raise UnusableError(NO_FORMAT, suffix=suffix, known=", ".join(sorted(DOORS)))
    return DOORS[suffix]
