"""Rules about an estimate (dự toán): its total, its divisions by line, source and year, and what was spent of it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import attrs

from khcn_plan.language import Text
from khcn_plan.law import budget as budget_code
from khcn_plan.law.register import BUDGET_INDEX
from khcn_plan.law.source import Period
from khcn_plan.model import Amount, Budget, BudgetLine, FundingSource, Plan, Purpose, Task, TaskKind, YearShare
from khcn_plan.model.breakdown import DivisionKind
from khcn_plan.model.sums import EXACT, Comparison, add_up, half_step
from khcn_plan.notation import names
from khcn_plan.rules.plan import agreed_year
from khcn_plan.rules.rule import RuleSet, Severity, rule
from khcn_plan.rules.sums import judge_remainder, judge_sum
from khcn_plan.rules.verdict import HELD, Unjudged, Verdict, fault

_MANAGEMENT = BudgetLine("Quản lý nhà nước", Amount(70_000_000), purpose=Purpose.MANAGEMENT)
_APPLICATION = BudgetLine("Ứng dụng tiến bộ khoa học", Amount(60_000_000), purpose=Purpose.APPLICATION)
_WHICH_LINE = Text(vi="không rõ dòng nào chi cho nhiệm vụ", en="which line pays the tasks is unclear")
_WHICH_CODE = Text(vi="không rõ các phần của mã ngân sách", en="which part of a budget code is which is unclear")
_UNCLEAR = Text(vi="không rõ dòng nào thuộc dòng nào", en="which line stands under which is unclear")
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
    if total and parts and subject.division is DivisionKind.UNSURE:
        yield Unjudged(_UNCLEAR)
    elif total and parts and subject.division is not DivisionKind.OPEN:
        yield from judge_sum(at, total=total.quantity, parts=parts, kind=subject.division)


@rule(
    "budget.remainder",
    on=(Budget, BudgetLine),
    severity=Severity.WARNING,
    title=Text(vi="Các dòng sau “trong đó” cộng lại đủ tổng", en="The lines after “trong đó” exhaust the total"),
    why=Text(
        vi="Phần dự toán không nằm ở dòng nào thì không có nội dung chi.",
        en="Money that stands in no line has nothing to be spent on.",
    ),
    message=Text(
        vi="Tổng ghi {total:quantity}, các dòng nêu sau “trong đó” cộng lại mới được {parts:quantity}.",
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
    total, _ = _stated(subject)
    if total and subject.sources:
        parts = [source.amount.quantity for source in subject.sources]
        yield from judge_sum("sources", total=total.quantity, parts=parts, kind=DivisionKind.PARTITION)


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
        yield from judge_sum("years", total=budget.total.quantity, parts=parts, kind=kind)


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
    product = EXACT.multiply(line.quantity, line.unit_price.value)
    price, amount = line.unit_price.quantity, line.amount.quantity
    # There is nothing smaller than a đồng: a product with a fraction is rounded to one.
    rounding = 0 if product == product.to_integral_value() else 1
    slack = abs(line.quantity) * half_step(price) + half_step(amount) + rounding
    if abs(product - line.amount.value) <= slack:
        yield HELD
    else:
        exact = attrs.evolve(amount, value=product)
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
    fails=BudgetLine("Quản lý nhà nước", Amount(40_000_000), spent=Amount(45_000_000), purpose=Purpose.MANAGEMENT),
    passes=BudgetLine("Quản lý nhà nước", Amount(40_000_000), spent=Amount(40_000_000), purpose=Purpose.MANAGEMENT),
)
def overspent(subject: Budget | BudgetLine, _on: date) -> Iterator[Verdict]:
    """Compare what was spent with what was planned."""
    planned, _ = _stated(subject)
    if planned and subject.spent:
        over = add_up(planned.quantity, (subject.spent.quantity,)).comparison is Comparison.OVER
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
    fails=Plan(year=2023, budget=Budget(year=2022, total=Amount(70_000_000), lines=(_MANAGEMENT,))),
    passes=Plan(year=2023, budget=Budget(year=2023, total=Amount(70_000_000), lines=(_MANAGEMENT,))),
)
def budget_of_other_year(plan: Plan, _on: date) -> Iterator[Verdict]:
    """Compare the two years, where both are stated and that of the plan is not in doubt itself."""
    year = agreed_year(plan)
    if year and plan.budget and plan.budget.year:
        same = plan.budget.year == year
        yield HELD if same else fault("budget", "year", plan=year, budget=plan.budget.year)


@rule(
    "budget.assigned",
    on=Budget,
    severity=Severity.ERROR,
    title=Text(vi="Tổng dự toán đúng bằng số được giao", en="The total is what was assigned"),
    why=Text(
        vi="Kế hoạch chỉ phân bổ số dự toán mà quyết định giao dự toán đã giao, không hơn, không kém.",
        en="A plan allocates what the assigning decision gives, no more and no less.",
    ),
    message=Text(
        vi="Tổng dự toán ghi {total:quantity} nhưng quyết định giao {assigned:quantity}.",
        en="The total says {total:quantity}, the decision assigns {assigned:quantity}.",
    ),
    fails=Budget(year=2023, total=Amount(140_000_000), assigned=Amount(120_000_000)),
    passes=Budget(year=2023, total=Amount(140_000_000), assigned=Amount(140_000_000)),
)
def total_not_as_assigned(budget: Budget, _on: date) -> Iterator[Verdict]:
    """Compare the two amounts, within what their printed digits leave open."""
    if budget.total and budget.assigned:
        parts = [budget.assigned.quantity]
        same = add_up(budget.total.quantity, parts).comparison in {Comparison.EQUAL, Comparison.ROUNDED}
        values = {"total": budget.total.quantity, "assigned": budget.assigned.quantity}
        yield HELD if same else fault("total", **values)


@rule(
    "budget.tasks-over-line",
    on=Plan,
    severity=Severity.ERROR,
    title=Text(
        vi="Kinh phí nhiệm vụ không vượt dòng dự toán bố trí", en="Tasks cost no more than the line that pays them"
    ),
    why=Text(
        vi="Kinh phí các nhiệm vụ lấy từ một dòng dự toán; cộng lại mà vượt dòng đó thì không có nguồn chi.",
        en="The tasks are paid out of one line of the budget; what exceeds it is paid by nobody.",
    ),
    message=Text(
        vi="Kinh phí các nhiệm vụ cộng lại là {tasks:quantity}, vượt dòng dự toán {line:quote} ({amount:quantity}).",
        en="The tasks add up to {tasks:quantity}, more than the line {line:quote} of {amount:quantity}.",
    ),
    fails=Plan(
        year=2023,
        tasks=(
            Task("Mô hình nuôi dúi", kind=TaskKind.APPLICATION, host="Phòng Kinh tế", total=Amount(50_000_000)),
            Task("Mô hình nuôi ong", kind=TaskKind.APPLICATION, host="Phòng Kinh tế", total=Amount(20_000_000)),
        ),
        budget=Budget(year=2023, total=Amount(60_000_000), lines=(_APPLICATION,)),
    ),
    passes=Plan(
        year=2023,
        tasks=(
            Task("Mô hình nuôi dúi", kind=TaskKind.APPLICATION, host="Phòng Kinh tế", total=Amount(50_000_000)),
            Task("Mô hình nuôi ong", kind=TaskKind.APPLICATION, host="Phòng Kinh tế", total=Amount(10_000_000)),
        ),
        budget=Budget(year=2023, total=Amount(60_000_000), lines=(_APPLICATION,)),
    ),
)
def tasks_exceed_line(plan: Plan, _on: date) -> Iterator[Verdict]:
    """Hold the tasks of one year to the line for their purpose, where one line alone is for it."""
    lines = plan.budget.lines if plan.budget else ()
    for purpose in Purpose:
        paying = [(index, line.name, line.amount) for index, line in enumerate(lines) if line.purpose is purpose]
        costs = [task.total.quantity for task in plan.tasks if task.total and _paid_as(task) is purpose]
        if not paying or not costs:
            continue
        index, name, amount = paying[0]
        if len(paying) > 1 or amount is None:
            yield Unjudged(_WHICH_LINE)
            continue
        found = add_up(amount.quantity, costs)
        values = {"tasks": found.parts, "line": name, "amount": found.total}
        over = found.comparison is Comparison.OVER
        yield fault("budget", "lines", index, "amount", **values) if over else HELD


@rule(
    "budget.duplicate-line",
    on=(Budget, BudgetLine),
    severity=Severity.WARNING,
    title=Text(vi="Mỗi nội dung chi nêu một lần", en="Every line of a budget stands once"),
    why=Text(
        vi="Hai dòng trùng cả nội dung lẫn số tiền thường là một khoản chi bị chép hai lần.",
        en="Two lines with the same name and the same amount are most often one expense copied twice.",
    ),
    message=Text(
        vi="Dòng {line:quote} với {amount:quantity} được nêu {times:number} lần.",
        en="The line {line:quote} of {amount:quantity} stands {times:number} times.",
    ),
    fails=Budget(
        total=Amount(60_000_000),
        lines=(BudgetLine("In tài liệu", Amount(30_000_000)), BudgetLine("In Tài liệu", Amount(30_000_000))),
    ),
    passes=Budget(
        total=Amount(60_000_000),
        lines=(BudgetLine("In tài liệu", Amount(40_000_000)), BudgetLine("In Tài liệu", Amount(20_000_000))),
    ),
)
def line_twice(subject: Budget | BudgetLine, _on: date) -> Iterator[Verdict]:
    """Count lines beside one another that agree in name, code and amount."""
    keys = [(names.key(line.name), line.code, line.amount) for line in subject.lines]
    for key, times in Counter(keys).items():
        index, amount = keys.index(key), key[2]
        if amount is not None:
            values = {"line": subject.lines[index].name, "amount": amount.quantity, "times": times}
            yield fault("lines", index, **values) if times > 1 else HELD


@rule(
    "budget.code",
    on=BudgetLine,
    severity=Severity.WARNING,
    title=Text(vi="Mã mục lục ngân sách đúng dạng", en="A budget code has its shape"),
    why=Text(
        vi="Chương có 3 chữ số từ 001 đến 989; mục là bội của 50; tiểu mục nằm trong mục, từ mục đến mục + 49.",
        en="A chapter (chương) has 3 digits from 001 to 989, a mục is a multiple of 50, and its tiểu mục lies within 49 of it.",
    ),
    message=Text(
        vi="Mã {code:quote} sai dạng: {found:quote} không thể là {part}.",
        en="The code {code:quote} is misshapen: {found:quote} can be no {part}.",
    ),
    ground=BUDGET_INDEX.at("Mục lục ngân sách nhà nước"),
    # In full use from the budget of 2018; what replaced the circular in 2026, if anything, was not seen.
    period=Period(date(2018, 1, 1), date(2025, 12, 31)),
    fails=BudgetLine("In tài liệu", Amount(30_000_000), code="618-100-103-6650-6702"),
    passes=BudgetLine("In tài liệu", Amount(30_000_000), code="618-100-103-6650-6699"),
)
def code_misshapen(line: BudgetLine, _on: date) -> Iterator[Verdict]:
    """Judge the shape, never whether a list has the code; speak of the first part that is wrong."""
    if line.code:
        parts = budget_code.parts(line.code)
        if parts is None:
            yield Unjudged(_WHICH_CODE)
        else:
            wrong = next(budget_code.misshapen(parts), None)
            yield fault("code", code=line.code, part=wrong[0], found=wrong[1]) if wrong else HELD


def _paid_as(task: Task) -> Purpose | None:
    """Return the purpose of the line that pays a task; `None` where its kind is unknown or it costs several years."""
    if task.kind is None or task.start != task.end:
        return None
    return Purpose.MANAGEMENT if task.kind is TaskKind.MANAGEMENT else Purpose.APPLICATION


def _stated(subject: Budget | BudgetLine) -> tuple[Amount | None, str]:
    """Return what the lines below should make, and the name of the field that states it."""
    return (subject.total, "total") if isinstance(subject, Budget) else (subject.amount, "amount")


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
        total_not_as_assigned,
        tasks_exceed_line,
        line_twice,
        code_misshapen,
    )
)
