"""What a plan says (mô hình): frozen, hashable values that hold what an author may have written, right or wrong."""

from khcn_plan.model.amount import Amount, Count
from khcn_plan.model.breakdown import Breakdown, Division, DivisionKind, Enumeration, Execution
from khcn_plan.model.budget import Budget, BudgetLine, FundingSource, Purpose, YearShare
from khcn_plan.model.citation import Citation
from khcn_plan.model.document import Document, Reading, Section
from khcn_plan.model.frame import Annex, DateLine, Frame, Signature
from khcn_plan.model.ocop import Evaluation, Level, OcopList, OcopProduct, OcopRound, PartScores
from khcn_plan.model.passage import Passage
from khcn_plan.model.place import Span
from khcn_plan.model.plan import Bound, Indicator, Plan, Review
from khcn_plan.model.property import IndustrialProperty
from khcn_plan.model.task import Stage, StageKind, Task, TaskKind

__all__ = [
    "Amount",
    "Annex",
    "Bound",
    "Breakdown",
    "Budget",
    "BudgetLine",
    "Citation",
    "Count",
    "DateLine",
    "Division",
    "DivisionKind",
    "Document",
    "Enumeration",
    "Evaluation",
    "Execution",
    "Frame",
    "FundingSource",
    "Indicator",
    "IndustrialProperty",
    "Level",
    "OcopList",
    "OcopProduct",
    "OcopRound",
    "PartScores",
    "Passage",
    "Plan",
    "Purpose",
    "Reading",
    "Review",
    "Section",
    "Signature",
    "Span",
    "Stage",
    "StageKind",
    "Task",
    "TaskKind",
    "YearShare",
]
