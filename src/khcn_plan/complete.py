"""Fills in what follows from what is stated (điền phần còn thiếu), and never touches what an author wrote.

A total follows from its lines, words from figures, a count from its list, a star from a score under the law of the day, the
end of a certificate or of protection from its beginning. A library that recomputed totals could not report that the author's
was wrong; so only what is missing is filled, and everything that was is told with its reason.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import attrs

from khcn_plan.language import Text
from khcn_plan.law.ocop import CRITERIA, stars_for
from khcn_plan.law.property import TERMS_PERIOD, anniversary, kind_named
from khcn_plan.model import (
    Amount,
    Budget,
    BudgetLine,
    DivisionKind,
    IndustrialProperty,
    OcopList,
    OcopProduct,
    Plan,
    Task,
)
from khcn_plan.model.tree import Path
from khcn_plan.notation import money
from khcn_plan.rules.engine import issued
from khcn_plan.rules.ocop import FULL_SCORE

DONG = frozenset(("đồng", "đ", "VNĐ", "VND", "₫"))
LARGEST_POWER = 30


@attrs.frozen
class Filled:
    """One thing that was filled in.

    Attributes:
        path: where, from the plan down.
        value: what stands there now.
        reason: why it follows.
    """

    path: Path
    value: object
    reason: Text


@attrs.frozen
class Completion:
    """A plan with what follows from it.

    Attributes:
        plan: the plan, completed.
        filled: what was filled in, in the order of the plan.
    """

    plan: Plan
    filled: tuple[Filled, ...]


FROM_LINES = Text(vi="cộng các dòng", en="the lines add up to it")
FROM_PRODUCT = Text(vi="số lượng nhân đơn giá", en="quantity × unit price")
FROM_FIGURES = Text(vi="viết bằng chữ theo số", en="the figures in words")
FROM_LIST = Text(vi="đếm danh sách", en="the length of the list")
FROM_SCORE = Text(vi="suy từ điểm theo tiêu chí của ngày đó", en="the score gives it under the criteria of the day")
FROM_FILING = Text(vi="tính từ ngày nộp đơn", en="the term counts from filing")


def complete(plan: Plan, *, on: date | None = None) -> Completion:
    """Fill in what is missing from a plan and follows from the rest of it.

    Args:
        plan: the plan.
        on: the day whose law applies; by default the day of the plan, as far as it says.

    >>> lines = (BudgetLine("Quản lý", Amount(70_000_000)), BudgetLine("Ứng dụng", Amount(70_000_000)))
    >>> completion = complete(Plan(year=2023, budget=Budget(year=2023, lines=lines)))
    >>> completion.plan.budget.total
    Amount(140000000, words='Một trăm bốn mươi triệu đồng')
    >>> [(filled.path, filled.reason.en) for filled in completion.filled]
    [(('budget', 'total'), 'the lines add up to it'), (('budget', 'total', 'words'), 'the figures in words')]
    """
    filled: list[Filled] = []
    completed = _completed(plan, (), on or issued(plan), filled)
    return Completion(completed, tuple(filled))


Gap = tuple[str, object, Text]


def _completed(value: Any, path: Path, on: date | None, filled: list[Filled]) -> Any:  # noqa: ANN401 - any value of the model
    """Complete what stands inside a value, then the value itself."""
    if isinstance(value, tuple):
        return tuple(_completed(member, (*path, index), on, filled) for index, member in enumerate(value))
    if not attrs.has(type(value)):
        return value
    fields = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    inside = {name: _completed(inner, (*path, name), on, filled) for name, inner in fields.items()}
    changed = {name: inner for name, inner in inside.items() if inner != fields[name]}
    whole = attrs.evolve(value, **changed) if changed else value
    for name, missing, reason in _FILLERS.get(type(value), _nothing)(whole, on):
        whole = attrs.evolve(whole, **{name: missing})
        filled.append(Filled((*path, name), missing, reason))
    return _in_words(whole, path, filled) if isinstance(whole, Budget) else whole


def _in_words(budget: Budget, path: Path, filled: list[Filled]) -> Budget:
    """Give the total of a budget its words: what is paid is stated in figures and in words."""
    total = budget.total
    if total is None or total.words is not None or total.value < 0:
        return budget
    words = money.write_words(total.value)
    filled.append(Filled((*path, "total", "words"), words, FROM_FIGURES))
    return attrs.evolve(budget, total=attrs.evolve(total, words=words))


def _nothing(_value: object, _on: date | None) -> Iterator[Gap]:
    yield from ()


def _budget(budget: Budget, _on: date | None) -> Iterator[Gap]:
    total = _sum(budget.lines) if budget.division is DivisionKind.PARTITION else None
    if budget.total is None and total is not None:
        yield "total", total, FROM_LINES


def _line(line: BudgetLine, _on: date | None) -> Iterator[Gap]:
    if line.amount is not None:
        return
    if line.quantity is not None and line.unit_price is not None:
        product = line.quantity * line.unit_price.value
        exact = line.unit_price.step == 1 and line.unit_price.symbol in DONG and product.adjusted() < LARGEST_POWER
        if exact and product == int(product):
            yield "amount", Amount(int(product), scale=line.unit_price.scale), FROM_PRODUCT
    elif line.division is DivisionKind.PARTITION and (total := _sum(line.lines)) is not None:
        yield "amount", total, FROM_LINES


def _task(task: Task, _on: date | None) -> Iterator[Gap]:
    total = _sum(task.costs)
    if task.total is None and total is not None:
        yield "total", total, FROM_LINES


def _list(products: OcopList, _on: date | None) -> Iterator[Gap]:
    if products.count is None and products.products:
        yield "count", len(products.products), FROM_LIST


def _product(product: OcopProduct, on: date | None) -> Iterator[Gap]:
    day = product.recognised or on
    known = product.score is not None and day is not None and CRITERIA.on(day) is not None
    if product.stars is None and known and product.score is not None and 0 <= product.score <= FULL_SCORE:
        yield "stars", stars_for(product.score), FROM_SCORE


def _property(item: IndustrialProperty, _on: date | None) -> Iterator[Gap]:
    kind = kind_named(item.kind)
    if item.expires is None and item.filed and item.granted and kind and kind.term and TERMS_PERIOD.holds(item.filed):
        yield "expires", anniversary(item.filed, item.filed.year + kind.term), FROM_FILING


def _sum(lines: tuple[BudgetLine, ...]) -> Amount | None:
    """Add up lines that all have an amount printed to the last đồng; rounded ones, or other money, don't give a total."""
    amounts = [line.amount for line in lines]
    stated = [amount for amount in amounts if amount is not None and amount.step == 1 and amount.symbol in DONG]
    if not stated or len(stated) < len(amounts):
        return None
    return Amount(sum(amount.value for amount in stated))


_FILLERS: dict[type, Callable[[Any, date | None], Iterator[Gap]]] = {
    Budget: _budget,
    BudgetLine: _line,
    IndustrialProperty: _property,
    OcopList: _list,
    OcopProduct: _product,
    Task: _task,
}
