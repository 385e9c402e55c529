"""Reads Vietnamese science-and-technology plans (kế hoạch khoa học và công nghệ) and says what is wrong with them.

    >>> from khcn_plan import Amount, Budget, BudgetLine, check
    >>> budget = Budget(
    ...     year=2023,
    ...     total=Amount(140_000_000),
    ...     lines=(
    ...         BudgetLine("Quản lý nhà nước", Amount(70_000_000)),
    ...         BudgetLine("Ứng dụng tiến bộ kỹ thuật", Amount(60_000_000)),
    ...     ),
    ... )
    >>> for finding in check(budget):
    ...     print(finding)
    error budget.total $.total: Tổng ghi 140.000.000 đồng nhưng các dòng cộng lại là 130.000.000 đồng.

Values are built in code or read by a module of `khcn_plan.formats`; `check` holds the rules against them.
"""

from khcn_plan.language import Language, Text
from khcn_plan.law.source import CONSISTENCY, LegalDocument, Period, Source
from khcn_plan.model import (
    Amount,
    Annex,
    Bound,
    Breakdown,
    Budget,
    BudgetLine,
    Citation,
    Count,
    DateLine,
    Division,
    DivisionKind,
    Document,
    Enumeration,
    Evaluation,
    Execution,
    Frame,
    FundingSource,
    Indicator,
    IndustrialProperty,
    Level,
    OcopList,
    OcopProduct,
    OcopRound,
    PartScores,
    Passage,
    Plan,
    Purpose,
    Reading,
    Review,
    Section,
    Signature,
    Span,
    Stage,
    StageKind,
    Task,
    TaskKind,
    YearShare,
)
from khcn_plan.notation import NotationError
from khcn_plan.notation.dates import PartialDate
from khcn_plan.notation.figures import Quantity
from khcn_plan.notation.symbols import DocumentNumber
from khcn_plan.rules import RULES, check
from khcn_plan.rules.citation import citations_in_force
from khcn_plan.rules.plan import units
from khcn_plan.rules.report import Finding, Gap, Report
from khcn_plan.rules.rule import Rule, RuleSet, Severity, rule
from khcn_plan.rules.task import Norm, cost_norms
from khcn_plan.rules.verdict import HELD, Fault, Unjudged, Verdict, fault

__all__ = [
    "CONSISTENCY",
    "HELD",
    "RULES",
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
    "DocumentNumber",
    "Enumeration",
    "Evaluation",
    "Execution",
    "Fault",
    "Finding",
    "Frame",
    "FundingSource",
    "Gap",
    "Indicator",
    "IndustrialProperty",
    "Language",
    "LegalDocument",
    "Level",
    "Norm",
    "NotationError",
    "OcopList",
    "OcopProduct",
    "OcopRound",
    "PartScores",
    "PartialDate",
    "Passage",
    "Period",
    "Plan",
    "Purpose",
    "Quantity",
    "Reading",
    "Report",
    "Review",
    "Rule",
    "RuleSet",
    "Section",
    "Severity",
    "Signature",
    "Source",
    "Span",
    "Stage",
    "StageKind",
    "Task",
    "TaskKind",
    "Text",
    "Unjudged",
    "Verdict",
    "YearShare",
    "check",
    "citations_in_force",
    "cost_norms",
    "fault",
    "rule",
    "units",
]
