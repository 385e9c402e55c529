"""What this office demands: the rules of the library, its province's norms, its communes, one rule of its own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from khcn_plan import (
    HELD,
    RULES,
    LegalDocument,
    Period,
    RuleSet,
    Severity,
    Task,
    Text,
    Verdict,
    cost_norms,
    fault,
    rule,
    units,
)

from district_tool import tables

NORMS_2023 = LegalDocument(
    number="21/2023/NQ-HĐND",
    name=Text(vi="Nghị quyết quy định định mức chi", en="Resolution on cost norms"),
    period=Period(date(2023, 8, 1)),
)
LONGEST = 3


@rule(
    "district.too-long",
    on=Task,
    severity=Severity.WARNING,
    title=Text(vi="Nhiệm vụ cấp huyện không quá 3 năm", en="A task of the district takes three years at most"),
    why=Text(vi="Ngân sách huyện chỉ ổn định trong 3 năm.", en="The district's budget is settled for three years."),
    message=Text(vi="{name:quote} kéo dài {years:number} năm.", en="{name:quote} takes {years:number} years."),
    fails=Task("Nuôi cá bỗng", host="Hợp tác xã A", start=2024, end=2027),
    passes=Task("Nuôi cá bỗng", host="Hợp tác xã A", start=2024, end=2026),
)
def too_long(task: Task, on: date) -> Iterator[Verdict]:
    """Count the years from the first to the last."""
    del on
    if task.start and task.end:
        years = task.end - task.start + 1
        yield fault("end", name=task.name, years=years) if years > LONGEST else HELD


def of(data: Path) -> RuleSet:
    """Return all that is checked, with the tables of a folder."""
    norms = cost_norms(tables.norms(data / "norms.csv", NORMS_2023))
    return RULES + RuleSet((norms, units(tables.communes(data / "units.csv")), too_long))
