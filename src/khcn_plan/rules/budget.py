"""Rules about an estimate (dự toán): its total, its divisions by line, source and year, and what was spent of it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from khcn_plan.language import Text
from khcn_plan.law.source import Period
from khcn_plan.model import Amount, Budget, BudgetLine, FundingSource, Plan, Purpose, TaskKind, YearShare
from khcn_plan.model.breakdown import DivisionKind
from khcn_plan.rules.engine import HELD, RuleSet, Severity, Verdict, fault, rule
from khcn_plan.rules.sums import judge_remainder, judge_sum

_MANAGEMENT = BudgetLine("Quản lý nhà nước", Amount(70_000_000), purpose=Purpose.MANAGEMENT)
_APPLICATION = BudgetLine("Ứng dụng tiến bộ khoa học", Amount(60_000_000), purpose=Purpose.APPLICATION)
_SHORT = Text(
    vi="Tổng ghi {total:quantity} nhưng các dòng cộng lại là {parts:quantity}.",
    en="The total says {total:quantity}, its lines add up to {parts:quantity}.",
)


@rule(
    "budget.total",
    on=(Budget, BudgetLine),
    severity=Severity.ERROR,
    title=Text(vi="Các dòng chi cộng lại bằng tổng", en="The lines make the total"),
    why=Text(
        vi="Dự toán được giao theo tổng và chi theo dòng; kiểm toán cộng lại từng dòng, từng cấp.",
        en="An estimate is granted as a total and spent by line; auditors add up every line at every level.",
    ),
    message=_SHORT,
    fails=Budget(year=2023, total=Amount(140_000_000), lines=(_MANAGEMENT, _APPLICATION)),
    passes=Budget(year=2023, total=Amount(130_000_000), lines=(_MANAGEMENT, _APPLICATION)),
)
def lines_do_not_make_total(subject: Budget | BudgetLine, _on: date) -> Iterator[Verdict]:
    """Add up the lines, and below each line its own lines."""
    total, at = _stated(subject)
    parts = [line.amount.quantity for line in subject.lines if line.amount]
    if total and parts and subject.division is not DivisionKind.OPEN:
        yield from judge_sum(at, total=total.quantity, parts=parts, kind=subject.division)


@rule(
    "budget.remainder",
    on=(Budget, BudgetLine),
    severity=Severity.WARNING,
    title=Text(vi="Các dòng sau “trong đó” nói hết tổng", en="The lines after “trong đó” exhaust the total"),
    why=Text(
        vi="Phần dự toán không nằm ở dòng nào thì không có nội dung chi.",
        en="Money that stands in no line has nothing to be spent on.",
    ),
    message=Text(
        vi="Tổng ghi {total:quantity}, các dòng nêu sau “trong đó” mới là {parts:quantity}.",
        en="The total says {total:quantity}, the lines named after “trong đó” make only {parts:quantity}.",
    ),
    fails=Budget(
        year=2023,
        total=Amount(140_000_000),
        lines=(_MANAGEMENT, _APPLICATION),
        division=DivisionKind.SUBSET,
    ),
    passes=Budget(year=2023, total=Amount(140_000_000), lines=(_MANAGEMENT, _APPLICATION), division=DivisionKind.OPEN),
)
def lines_fall_short(subject: Budget | BudgetLine, _on: date) -> Iterator[Verdict]:
    """Add up the lines that are only some of the total."""
    total, at = _stated(subject)
    parts = [line.amount.quantity for line in subject.lines if line.amount]
    if total and parts:
        yield from judge_remainder(at, total=total.quantity, parts=parts, kind=subject.division)


@rule(
    "budget.sources",
    on=(Budget, BudgetLine),
    severity=Severity.ERROR,
    title=Text(vi="Các nguồn vốn cộng lại bằng tổng", en="The sources of funds make the total"),
    why=Text(
        vi="Tổng kinh phí chia theo nguồn phải đúng bằng tổng kinh phí chia theo nội dung.",
        en="A total divided by source must be the same total that is divided by line.",
    ),
    message=Text(
        vi="Tổng ghi {total:quantity} nhưng các nguồn cộng lại là {parts:quantity}.",
        en="The total says {total:quantity}, its sources add up to {parts:quantity}.",
    ),
    fails=Budget(
        total=Amount(140_000_000),
        sources=(
            FundingSource("Ngân sách tỉnh", Amount(100_000_000)),
            FundingSource("Đối ứng", Amount(30_000_000)),
        ),
    ),
    passes=Budget(
        total=Amount(140_000_000),
        sources=(
            FundingSource("Ngân sách tỉnh", Amount(100_000_000)),
            FundingSource("Đối ứng", Amount(40_000_000)),
        ),
    ),
)
def sources_do_not_make_total(subject: Budget | BudgetLine, _on: date) -> Iterator[Verdict]:
    """Add up what each source pays."""
    total, at = _stated(subject)
    if total and subject.sources:
        parts = [source.amount.quantity for source in subject.sources]
        yield from judge_sum(at, total=total.quantity, parts=parts, kind=DivisionKind.PARTITION)


@rule(
    "budget.years",
    on=Budget,
    severity=Severity.ERROR,
    title=Text(vi="Các năm cộng lại bằng tổng", en="The years make the total"),
    why=Text(
        vi="Kinh phí phân kỳ theo năm phải đúng bằng tổng kinh phí.",
        en="A total spread over years must be the total.",
    ),
    message=Text(
        vi="Tổng ghi {total:quantity} nhưng các năm cộng lại là {parts:quantity}.",
        en="The total says {total:quantity}, its years add up to {parts:quantity}.",
    ),
    fails=Budget(
        total=Amount(900_000_000),
        years=(YearShare(2024, Amount(400_000_000)), YearShare(2025, Amount(400_000_000))),
    ),
    passes=Budget(
        total=Amount(900_000_000),
        years=(YearShare(2024, Amount(400_000_000)), YearShare(2025, Amount(500_000_000))),
    ),
)
def years_do_not_make_total(budget: Budget, _on: date) -> Iterator[Verdict]:
    """Add up what falls to each year."""
    if budget.total and budget.years:
        parts = [share.amount.quantity for share in budget.years]
        kind = DivisionKind.PARTITION
        yield from judge_sum("total", total=budget.total.quantity, parts=parts, kind=kind)


@rule(
    "budget.product",
    on=BudgetLine,
    severity=Severity.ERROR,
    title=Text(vi="Số lượng nhân đơn giá bằng thành tiền", en="Quantity × unit price is the amount"),
    why=Text(
        vi="Thành tiền của mỗi dòng dự toán chi tiết tính ra từ số lượng và đơn giá của chính dòng đó.",
        en="The amount of a detailed line follows from its own quantity and unit price.",
    ),
    message=Text(
        vi="{quantity:number} × {price:quantity} là {product:quantity}, không phải {amount:quantity}.",
        en="{quantity:number} × {price:quantity} is {product:quantity}, not {amount:quantity}.",
    ),
    fails=BudgetLine("In tờ rơi", Amount(5_000_000), quantity=Decimal(500), unit="tờ", unit_price=Amount(12_000)),
    passes=BudgetLine("In tờ rơi", Amount(6_000_000), quantity=Decimal(500), unit="tờ", unit_price=Amount(12_000)),
)
def product_wrong(line: BudgetLine, _on: date) -> Iterator[Verdict]:
    """Multiply; what the printed steps of price and amount leave open is no fault."""
    if line.quantity is None or line.unit_price is None or line.amount is None:
        return
    product = line.quantity * line.unit_price.value
    slack = line.quantity * _half_step(line.unit_price) + _half_step(line.amount)
    if abs(product - line.amount.value) <= slack:
        yield HELD
    else:
        exact = Amount(int(product), scale=line.amount.scale).quantity
        price, amount = line.unit_price.quantity, line.amount.quantity
        yield fault("amount", quantity=line.quantity, price=price, product=exact, amount=amount)


@rule(
    "budget.overspent",
    on=(Budget, BudgetLine),
    severity=Severity.ERROR,
    title=Text(vi="Chi không vượt dự toán", en="Spending stays within the estimate"),
    why=Text(
        vi="Số đã chi lớn hơn dự toán là chi vượt, hoặc một trong hai con số bị gõ sai.",
        en="Spending above the estimate is overspending, or one of the two figures is mistyped.",
    ),
    message=Text(
        vi="Đã chi {spent:quantity}, vượt dự toán {planned:quantity}.",
        en="{spent:quantity} was spent, more than the {planned:quantity} planned.",
    ),
    fails=BudgetLine("Quản lý nhà nước", Amount(40_000_000), spent=Amount(45_000_000)),
    passes=BudgetLine("Quản lý nhà nước", Amount(40_000_000), spent=Amount(40_000_000)),
)
def overspent(subject: Budget | BudgetLine, _on: date) -> Iterator[Verdict]:
    """Compare what was spent with what was planned."""
    planned, _ = _stated(subject)
    if planned and subject.spent:
        over = subject.spent.value - planned.value > _half_step(planned) + _half_step(subject.spent)
        values = {"spent": subject.spent.quantity, "planned": planned.quantity}
        yield fault("spent", **values) if over else HELD


@rule(
    "budget.line-without-task",
    on=Plan,
    severity=Severity.WARNING,
    title=Text(vi="Kinh phí ứng dụng có nhiệm vụ đi kèm", en="Money for application work has a task"),
    why=Text(
        vi="Dòng kinh phí ứng dụng mà kế hoạch không nêu nhiệm vụ nào thì không rõ chi cho việc gì.",
        en="Money for application work without a task in the plan has nothing to be spent on.",
    ),
    message=Text(
        vi="Dòng {line:quote} có {amount:quantity} nhưng kế hoạch không nêu nhiệm vụ ứng dụng nào.",
        en="The line {line:quote} has {amount:quantity}, but the plan names no application task.",
    ),
    # Decree 265/2025, article 7.2.a, lets a plan show a lump per kind of task.
    period=Period(until=date(2025, 10, 13)),
    fails=Plan(year=2023, budget=Budget(year=2023, total=Amount(60_000_000), lines=(_APPLICATION,))),
    passes=Plan(year=2023, budget=Budget(year=2023, total=Amount(70_000_000), lines=(_MANAGEMENT,))),
)
def line_without_task(plan: Plan, _on: date) -> Iterator[Verdict]:
    """Look for one task that is more than management."""
    applied = any(task.kind is not TaskKind.MANAGEMENT for task in plan.tasks)
    for index, line in enumerate(plan.budget.lines if plan.budget else ()):
        if line.purpose is Purpose.APPLICATION and line.amount:
            at = ("budget", "lines", index)
            yield HELD if applied else fault(*at, line=line.name, amount=line.amount.quantity)


@rule(
    "budget.year",
    on=Plan,
    severity=Severity.ERROR,
    title=Text(vi="Dự toán là của năm kế hoạch", en="The budget is for the year of the plan"),
    why=Text(
        vi="Kế hoạch gõ lại từ năm trước hay sót năm cũ ở phần dự toán.",
        en="A plan typed from last year's often keeps the old year in its budget.",
    ),
    message=Text(
        vi="Kế hoạch năm {plan} nhưng dự toán ghi năm {budget}.",
        en="The plan is for {plan}, its budget says {budget}.",
    ),
    fails=Plan(year=2023, budget=Budget(year=2022)),
    passes=Plan(year=2023, budget=Budget(year=2023)),
)
def budget_of_other_year(plan: Plan, _on: date) -> Iterator[Verdict]:
    """Compare the two years, where both are stated."""
    if plan.year and plan.budget and plan.budget.year:
        same = plan.budget.year == plan.year
        yield HELD if same else fault("budget", "year", plan=plan.year, budget=plan.budget.year)


def _stated(subject: Budget | BudgetLine) -> tuple[Amount | None, str]:
    """Return what the lines below should make, and the name of the field that states it."""
    return (subject.total, "total") if isinstance(subject, Budget) else (subject.amount, "amount")


def _half_step(amount: Amount) -> Decimal:
    return Decimal(0) if amount.step == 1 else Decimal(amount.step) / 2


RULES = RuleSet(
    (
        lines_do_not_make_total,
        lines_fall_short,
        sources_do_not_make_total,
        years_do_not_make_total,
        product_wrong,
        overspent,
        line_without_task,
        budget_of_other_year,
    )
)
