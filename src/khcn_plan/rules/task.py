"""Rules about tasks (nhiệm vụ): what they cost, when they run, which steps they took, who carries them out."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

import attrs

from khcn_plan import values
from khcn_plan.language import Text
from khcn_plan.law.source import CONSISTENCY, Period, Source
from khcn_plan.model import Amount, BudgetLine, DivisionKind, Plan, Review, Stage, StageKind, Task, TaskKind
from khcn_plan.notation import names
from khcn_plan.rules.rule import Informed, Rule, RuleSet, Severity, rule
from khcn_plan.rules.sums import judge_sum
from khcn_plan.rules.verdict import HELD, Verdict, fault

_STAGE_NAMES = {
    StageKind.PROPOSED: "đề xuất",
    StageKind.DETERMINED: "xác định",
    StageKind.SELECTED: "tuyển chọn",
    StageKind.APPRAISED: "thẩm định",
    StageKind.APPROVED: "phê duyệt",
    StageKind.CONTRACTED: "ký hợp đồng",
    StageKind.INSPECTED: "kiểm tra",
    StageKind.ACCEPTED: "nghiệm thu",
    StageKind.RECOGNISED: "công nhận kết quả",
    StageKind.SETTLED: "thanh lý",
}
_ORDER = {kind: number for number, kind in enumerate(StageKind)}


@rule(
    "task.total",
    on=Task,
    severity=Severity.ERROR,
    title=Text(vi="Các khoản chi cộng lại bằng kinh phí nhiệm vụ", en="The items make the cost of the task"),
    why=Text(
        vi="Kinh phí của nhiệm vụ được duyệt theo từng khoản mục chi.",
        en="The cost of a task is approved item by item.",
    ),
    message=Text(
        vi="Kinh phí ghi {total:quantity} nhưng các khoản cộng lại là {parts:quantity}.",
        en="The cost says {total:quantity}, its items add up to {parts:quantity}.",
    ),
    fails=Task(
        "Mô hình nuôi dúi",
        host="Phòng Kinh tế",
        total=Amount(50_000_000),
        costs=(BudgetLine("Con giống", Amount(30_000_000)), BudgetLine("Tập huấn", Amount(15_000_000))),
    ),
    passes=Task(
        "Mô hình nuôi dúi",
        host="Phòng Kinh tế",
        total=Amount(50_000_000),
        costs=(BudgetLine("Con giống", Amount(30_000_000)), BudgetLine("Tập huấn", Amount(20_000_000))),
    ),
)
def costs_do_not_make_total(task: Task, _on: date) -> Iterator[Verdict]:
    """Add up the items of cost."""
    parts = [cost.amount.quantity for cost in task.costs if cost.amount]
    if task.total and parts:
        yield from judge_sum("total", total=task.total.quantity, parts=parts, kind=DivisionKind.PARTITION)


@rule(
    "task.period",
    on=Task,
    severity=Severity.ERROR,
    title=Text(vi="Nhiệm vụ kết thúc sau khi bắt đầu", en="A task ends after it begins"),
    why=Text(
        vi="Thời gian thực hiện ngược là lỗi gõ một trong hai năm.",
        en="A period that runs backwards has one of its years mistyped.",
    ),
    message=Text(
        vi="Thời gian thực hiện từ {start} đến {end}: năm cuối trước năm đầu.",
        en="The period runs from {start} to {end}, backwards.",
    ),
    fails=Task("Mô hình nuôi dúi", start=2023, end=2022),
    passes=Task("Mô hình nuôi dúi", start=2023, end=2023),
)
def period_backwards(task: Task, _on: date) -> Iterator[Verdict]:
    """Compare the two years."""
    if task.start is not None and task.end is not None:
        yield fault("end", start=task.start, end=task.end) if task.end < task.start else HELD


@rule(
    "task.stage-order",
    on=Task,
    severity=Severity.ERROR,
    title=Text(vi="Các bước theo đúng trình tự", en="The steps follow their order"),
    why=Text(
        vi="Nhiệm vụ được phê duyệt rồi mới ký hợp đồng, nghiệm thu rồi mới thanh lý.",
        en="A task is approved before its contract is signed, and accepted before the contract is settled.",
    ),
    message=Text(
        vi="Bước {later:quote} ghi {later_when}, trước bước {earlier:quote} ghi {earlier_when}.",
        en="The step {later:quote} is dated {later_when}, before {earlier:quote}, dated {earlier_when}.",
    ),
    fails=Task(
        "Mô hình nuôi dúi",
        stages=(Stage(StageKind.ACCEPTED, date(2022, 12, 20)), Stage(StageKind.SETTLED, date(2022, 12, 5))),
    ),
    passes=Task(
        "Mô hình nuôi dúi",
        stages=(Stage(StageKind.SETTLED, date(2022, 12, 20)), Stage(StageKind.ACCEPTED, date(2022, 12, 20))),
    ),
)
def stages_out_of_order(task: Task, _on: date) -> Iterator[Verdict]:
    """Compare the dates of steps that follow one another, by day where both have one, else by year."""
    dated = sorted((stage for stage in task.stages if _when(stage)), key=lambda stage: _ORDER[stage.kind])
    for earlier, later in pairwise(dated):
        if earlier.kind is not later.kind:
            wrong = _before(later, earlier)
            yield (
                fault(
                    *("stages", task.stages.index(later)),
                    earlier=_STAGE_NAMES[earlier.kind],
                    earlier_when=_when(earlier),
                    later=_STAGE_NAMES[later.kind],
                    later_when=_when(later),
                )
                if wrong
                else HELD
            )


@rule(
    "task.acceptance-missing",
    on=Task,
    severity=Severity.WARNING,
    title=Text(vi="Thanh lý sau khi nghiệm thu", en="A settled task was accepted"),
    why=Text(
        vi="Hợp đồng chỉ thanh lý khi kết quả đã được nghiệm thu.",
        en="A contract is settled once its result has been accepted.",
    ),
    message=Text(
        vi="{name:quote} đã thanh lý nhưng không ghi bước nghiệm thu.",
        en="{name:quote} was settled, but no acceptance is mentioned.",
    ),
    fails=Task("Mô hình nuôi dúi", stages=(Stage(StageKind.SETTLED, year=2022),)),
    passes=Task("Mô hình nuôi dúi", stages=(Stage(StageKind.ACCEPTED, year=2022), Stage(StageKind.SETTLED, year=2022))),
)
def settled_without_acceptance(task: Task, _on: date) -> Iterator[Verdict]:
    """Look for the acceptance among the steps stated."""
    kinds = {stage.kind for stage in task.stages}
    if StageKind.SETTLED in kinds:
        yield HELD if StageKind.ACCEPTED in kinds else fault("stages", name=task.name)


@rule(
    "task.duplicate",
    on=(Plan, Review),
    severity=Severity.WARNING,
    title=Text(vi="Mỗi nhiệm vụ nêu một lần", en="Every task is listed once"),
    why=Text(
        vi="Kiểm toán nhiều lần nêu tên nhiệm vụ trùng nhau trong danh mục đã duyệt.",
        en="Audits found the same tasks twice in approved lists.",
    ),
    message=Text(
        vi="Nhiệm vụ {name:quote} được nêu {times:number} lần.",
        en="The task {name:quote} is listed {times:number} times.",
    ),
    fails=Plan(year=2023, tasks=(Task("Mô hình nuôi dúi"), Task("mô hình nuôi Dúi"))),
    passes=Plan(year=2023, tasks=(Task("Mô hình nuôi dúi"), Task("Mô hình nuôi ong"))),
)
def task_twice(subject: Plan | Review, _on: date) -> Iterator[Verdict]:
    """Count names whose spelling differs in case, space or tone mark only."""
    keys = [names.key(task.name) for task in subject.tasks]
    for key, times in Counter(keys).items():
        index = keys.index(key)
        yield fault("tasks", index, name=subject.tasks[index].name, times=times) if times > 1 else HELD


@rule(
    "task.host-missing",
    on=Task,
    severity=Severity.INFO,
    title=Text(vi="Nhiệm vụ có kinh phí thì có đơn vị chủ trì", en="A task with money has a host"),
    why=Text(
        vi="Kinh phí giao cho một đơn vị; thiếu đơn vị chủ trì thì không biết ai chịu trách nhiệm.",
        en="Money is given to somebody; without a host nobody answers for it.",
    ),
    message=Text(
        vi="{name:quote} có kinh phí {total:quantity} nhưng không nêu đơn vị chủ trì.",
        en="{name:quote} costs {total:quantity}, but no host is named.",
    ),
    fails=Task("Mô hình nuôi dúi", total=Amount(50_000_000)),
    passes=Task("Mô hình nuôi dúi", total=Amount(50_000_000), host="Phòng Kinh tế"),
)
def host_missing(task: Task, _on: date) -> Iterator[Verdict]:
    """Ask for a host where money is stated and the work is no routine of the office itself."""
    if task.total and task.kind is not TaskKind.MANAGEMENT:
        yield HELD if task.host else fault(name=task.name, total=task.total.quantity)


RULES = RuleSet(
    (
        costs_do_not_make_total,
        period_backwards,
        stages_out_of_order,
        settled_without_acceptance,
        task_twice,
        host_missing,
    )
)


@attrs.frozen(kw_only=True)
class Norm:
    """A cost norm (định mức chi) as a province sets it; the library ships none.

    Attributes:
        item: what it limits, as lines of cost name it.
        unit: the unit it is reckoned in: "người/tháng".
        ceiling: the most that one unit may cost.
        source: the provision, with its period.
    """

    item: str
    unit: str = ""
    ceiling: Amount
    source: Source = CONSISTENCY

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


def cost_norms(norms: tuple[Norm, ...]) -> Rule:
    """Make the rule `task.norm`: no unit price exceeds the norm in force for its item.

    Raises:
        ValueError: no norm is given.

    >>> norm = Norm(item="Chủ nhiệm", unit="tháng", ceiling=Amount(40_000_000))
    >>> cost_norms((norm,)).name
    'task.norm'
    """
    if not norms:
        msg = "cost norms are one at least"
        raise ValueError(msg)
    norm = norms[0]
    line = BudgetLine(norm.item, quantity=Decimal(1), unit=norm.unit, unit_price=norm.ceiling)
    dearer = attrs.evolve(line, unit_price=Amount(norm.ceiling.value + 1))
    return Rule(
        name="task.norm",
        on=(BudgetLine,),
        severity=Severity.ERROR,
        title=Text(vi="Đơn giá không vượt định mức", en="No unit price exceeds its norm"),
        why=Text(
            vi="Định mức chi do tỉnh ban hành, có ngày hiệu lực; chi vượt định mức bị xuất toán.",
            en="Cost norms are set by the province with their dates; what exceeds them is disallowed.",
        ),
        message=Text(
            vi="Đơn giá {item:quote} là {price:quantity}, vượt định mức {ceiling:quantity}.",
            en="The unit price of {item:quote} is {price:quantity}, above the norm of {ceiling:quantity}.",
        ),
        grounds=tuple(dict.fromkeys(norm.source for norm in norms)),
        fails=dearer,
        passes=line,
        period=_hull(norms),
        judge=Informed(_affordable, norms),
    )


def _hull(norms: tuple[Norm, ...]) -> Period:
    """Return the days on which any of the norms holds, from the first to the last."""
    since = [norm.source.period.since for norm in norms]
    until = [norm.source.period.until for norm in norms]
    first = min((day for day in since if day), default=None)
    last = max((day for day in until if day), default=None)
    return Period(None if None in since else first, None if None in until else last)


def _affordable(norms: tuple[Norm, ...], line: BudgetLine, on: date) -> Iterator[Verdict]:
    """Look up the norm by item and unit, and compare the unit price."""
    for norm in norms:
        same = names.key(norm.item) == names.key(line.name) and names.key(norm.unit) == names.key(line.unit)
        if same and line.unit_price and norm.source.period.holds(on):
            price, ceiling = line.unit_price.quantity, norm.ceiling.quantity
            over = line.unit_price.value > norm.ceiling.value
            yield fault("unit_price", item=line.name, price=price, ceiling=ceiling) if over else HELD


def _when(stage: Stage) -> str:
    return f"ngày {stage.on:%d/%m/%Y}" if stage.on else f"năm {stage.year}" if stage.year else ""


def _before(later: Stage, earlier: Stage) -> bool:
    """Tell whether the later step is dated before the earlier one."""
    if later.on and earlier.on:
        return later.on < earlier.on
    return _year(later) < _year(earlier)


def _year(stage: Stage) -> int:
    return stage.on.year if stage.on else stage.year or 0
