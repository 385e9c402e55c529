"""Plans from one file to another (chuyển đổi tệp): the suffix of a name tells the format."""

from collections.abc import Callable
from pathlib import Path

import attrs

from khcn_plan import files
from khcn_plan.files import UnusableError
from khcn_plan.formats import json, text
from khcn_plan.language import Text
from khcn_plan.model import Plan

NO_FORMAT = Text(
    vi="không biết định dạng {suffix:quote}; dùng {known}", en="the format {suffix:quote} is not known; use {known}"
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


DOORS = {".json": Door(json.read, json.write), ".txt": Door(_planned, text.write)}


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
