"""Rules about totals and their parts outside the budget (tổng số, trong đó), and about lists and their stated length."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from khcn_plan.language import Text
from khcn_plan.model import Breakdown, Division, DivisionKind, Enumeration, Execution
from khcn_plan.model.sums import EXACT, Comparison, add_up, half_step
from khcn_plan.model.tree import Key
from khcn_plan.notation.figures import Quantity
from khcn_plan.rules.rule import RuleSet, Severity, rule
from khcn_plan.rules.sums import judge_remainder, judge_sum
from khcn_plan.rules.verdict import HELD, Unjudged, Verdict, fault

_UNCLEAR = Text(vi="không rõ số nào là phần của tổng", en="which figures are parts of the total is unclear")


def _pieces(count: int) -> Quantity:
    return Quantity(Decimal(count), "cái", Decimal(1))


def _thousands(value: int, step: int) -> Quantity:
    return Quantity(Decimal(value), "cái", Decimal(step), 10**3)


def _percent(value: str) -> Quantity:
    return Quantity(Decimal(value), "%", Decimal("0.1"))


_LABELS = ("máy cày", "máy bừa", "máy gặt")


def _example(
    total: Quantity, *parts: Quantity, kind: DivisionKind = DivisionKind.PARTITION, shares: tuple[str, ...] = ()
) -> Breakdown:
    printed: list[Quantity | None] = [_percent(share) for share in shares] or [None] * len(parts)
    members = tuple(
        Breakdown(label, part, share=share) for label, part, share in zip(_LABELS, parts, printed, strict=False)
    )
    return Breakdown("Máy nông nghiệp", total, (Division(members, kind),))


def _twice(one: Breakdown, other: Breakdown) -> Breakdown:
    return Breakdown(one.label, one.total, one.divisions + other.divisions)


@rule(
    "breakdown.total",
    on=Breakdown,
    severity=Severity.ERROR,
    title=Text(vi="Các phần cộng lại bằng tổng", en="The parts make the total"),
    why=Text(
        vi="Tổng và các phần của nó là hai cách nói về một con số; kiểm toán cộng lại từng dòng.",
        en="A total and its parts say one number twice, and auditors add up every line.",
    ),
    message=Text(
        vi="Tổng ghi {total:quantity} nhưng các phần cộng lại là {parts:quantity}.",
        en="The total says {total:quantity}, its parts add up to {parts:quantity}.",
    ),
    fails=_example(_pieces(8), _pieces(5), _pieces(4)),
    passes=_example(_pieces(9), _pieces(5), _pieces(4)),
)
def parts_do_not_make_total(breakdown: Breakdown, _on: date) -> Iterator[Verdict]:
    """Hold every division against the total on its own, but for a total that another division makes."""
    makers = _makers(breakdown)
    for index, division in enumerate(breakdown.divisions):
        if division.kind is DivisionKind.UNSURE:
            yield Unjudged(_UNCLEAR)
        elif division.kind is not DivisionKind.OPEN and not _is_made_otherwise(makers, index):
            parts = [part.total for part in division.parts]
            yield from judge_sum("divisions", index, total=breakdown.total, parts=parts, kind=division.kind)


@rule(
    "breakdown.divisions",
    on=Breakdown,
    severity=Severity.ERROR,
    title=Text(vi="Các cách chia một tổng đều cộng lại bằng tổng", en="Every way to divide a total makes it"),
    why=Text(
        vi="Một tổng chia theo loại hay theo năm vẫn là một số; cách chia kia đã khớp thì phải xem lại từng phần ở đây.",
        en="Divided by kind or by year, a total is one number; where the other way holds, the parts here are to be looked at.",
    ),
    message=Text(
        vi="Tổng {total:quantity} khớp với một cách chia khác, nhưng các phần ở đây cộng lại là {parts:quantity}.",
        en="The total of {total:quantity} holds when divided another way, but the parts here add up to {parts:quantity}.",
    ),
    fails=_twice(_example(_pieces(9), _pieces(5), _pieces(4)), _example(_pieces(9), _pieces(6), _pieces(4))),
    passes=_twice(_example(_pieces(9), _pieces(5), _pieces(4)), _example(_pieces(9), _pieces(6), _pieces(3))),
)
def divisions_differ(breakdown: Breakdown, _on: date) -> Iterator[Verdict]:
    """Judge the divisions of a total that another division makes."""
    makers = _makers(breakdown)
    for index, division in enumerate(breakdown.divisions):
        judged = division.kind not in {DivisionKind.OPEN, DivisionKind.UNSURE}
        if judged and _is_made_otherwise(makers, index):
            parts = [part.total for part in division.parts]
            yield from judge_sum("divisions", index, total=breakdown.total, parts=parts, kind=division.kind)


def _makers(breakdown: Breakdown) -> set[int]:
    """Return which divisions make the total to the last digit, by parts of which none is all of it."""
    total = breakdown.total
    figures = ([part.total for part in division.parts] for division in breakdown.divisions)
    return {
        index
        for index, parts in enumerate(figures)
        if add_up(total, parts).comparison is Comparison.EQUAL and all(part.value != total.value for part in parts)
    }


def _is_made_otherwise(makers: set[int], index: int) -> bool:
    """Tell whether a division other than this one makes the total."""
    return any(maker != index for maker in makers)


@rule(
    "breakdown.remainder",
    on=Breakdown,
    severity=Severity.INFO,
    title=Text(vi="Các phần sau “trong đó” cộng lại đủ tổng", en="The parts after “trong đó” exhaust the total"),
    why=Text(
        vi="“Trong đó” có thể chỉ nêu một số phần, nhưng phần còn lại không được giải thích.",
        en="“Trong đó” may name only some of the parts, but then the rest is left unexplained.",
    ),
    message=Text(
        vi="Tổng ghi {total:quantity}, các phần nêu sau “trong đó” cộng lại mới được {parts:quantity}.",
        en="The total says {total:quantity}, the parts named after “trong đó” make only {parts:quantity}.",
    ),
    fails=_example(_pieces(9), _pieces(5), _pieces(3), kind=DivisionKind.SUBSET),
    passes=_example(_pieces(9), _pieces(5), _pieces(3), kind=DivisionKind.OPEN),
)
def parts_fall_short(breakdown: Breakdown, _on: date) -> Iterator[Verdict]:
    """Speak only where at least two parts are named: one alone is plainly an example."""
    for index, division in enumerate(breakdown.divisions):
        if len(division.parts) > 1:
            parts = [part.total for part in division.parts]
            yield from judge_remainder("divisions", index, total=breakdown.total, parts=parts, kind=division.kind)


@rule(
    "breakdown.rounding",
    on=Breakdown,
    severity=Severity.INFO,
    title=Text(vi="Số làm tròn vẫn cộng đúng", en="Rounded figures add up as printed"),
    why=Text(
        vi="Chênh lệch do làm tròn là bình thường, nhưng người cộng lại sẽ thấy và sẽ hỏi.",
        en="A difference from rounding is normal, but whoever adds up will see it and ask.",
    ),
    message=Text(
        vi="Do làm tròn, tổng ghi {total:quantity} còn các phần cộng lại là {parts:quantity}.",
        en="By rounding, the total says {total:quantity} while its parts add up to {parts:quantity}.",
    ),
    fails=_example(_thousands(1300, 100), _thousands(600, 100), _thousands(600, 100)),
    passes=_example(_thousands(1200, 100), _thousands(600, 100), _thousands(600, 100)),
)
def parts_rounded(breakdown: Breakdown, _on: date) -> Iterator[Verdict]:
    """Tell a difference that rounding allows from a fault."""
    for index, division in enumerate(breakdown.divisions):
        if division.kind is DivisionKind.PARTITION:
            found = add_up(breakdown.total, (part.total for part in division.parts))
            if found.comparison is Comparison.ROUNDED:
                yield fault("divisions", index, total=found.total, parts=found.parts)
            elif found.comparison is Comparison.EQUAL:
                yield HELD


@rule(
    "breakdown.part-over-total",
    on=Breakdown,
    severity=Severity.ERROR,
    title=Text(vi="Không phần nào lớn hơn tổng", en="No part exceeds the total"),
    why=Text(
        vi="Các phần có thể chồng lên nhau hoặc cộng dồn, nhưng một phần thì không thể lớn hơn cả tổng.",
        en="Parts may overlap or accumulate, but none can be more than the whole.",
    ),
    message=Text(
        vi="Phần {label:quote} ghi {part:quantity}, lớn hơn tổng {total:quantity}.",
        en="The part {label:quote} says {part:quantity}, more than the total of {total:quantity}.",
    ),
    fails=_example(_pieces(9), _pieces(10), _pieces(8), kind=DivisionKind.OPEN),
    passes=_example(_pieces(9), _pieces(9), _pieces(8), kind=DivisionKind.OPEN),
)
def part_exceeds_total(breakdown: Breakdown, _on: date) -> Iterator[Verdict]:
    """Judge one by one the parts of a list whose parts are not meant to be added up."""
    for index, division in enumerate(breakdown.divisions):
        if division.kind is DivisionKind.OPEN:
            for number, part in enumerate(division.parts):
                over = add_up(breakdown.total, (part.total,)).comparison is Comparison.OVER
                at = ("divisions", index, "parts", number)
                yield fault(*at, label=part.label, part=part.total, total=breakdown.total) if over else HELD


@rule(
    "breakdown.share",
    on=Breakdown,
    severity=Severity.WARNING,
    title=Text(vi="Tỷ lệ phần trăm đúng với số liệu", en="Percentages are those that the figures give"),
    why=Text(
        vi="Tỷ lệ đi kèm mỗi phần phải tính ra từ phần đó và tổng.",
        en="The percentage beside a part must follow from that part and the total.",
    ),
    message=Text(
        vi="{label:quote} ghi {share:quantity}, nhưng {part:quantity} trên {total:quantity} là {actual:quantity}.",
        en="{label:quote} says {share:quantity}, but {part:quantity} of {total:quantity} is {actual:quantity}.",
    ),
    fails=_example(_pieces(200), _pieces(150), _pieces(30), _pieces(20), shares=("75.0", "15.0", "11.0")),
    passes=_example(_pieces(201), _pieces(150), _pieces(51), shares=("74.6", "25.4")),
)
def share_wrong(breakdown: Breakdown, _on: date) -> Iterator[Verdict]:
    """Compute each share and allow what the printed digits of part, total and share leave open."""
    for index, division in enumerate(breakdown.divisions):
        for number, part in enumerate(division.parts):
            if part.share is not None and breakdown.total.value > 0:
                yield _judge_rate(
                    *("divisions", index, "parts", number),
                    stated=part.share,
                    part=part.total,
                    whole=breakdown.total,
                    values={"label": part.label, "share": part.share, "part": part.total, "total": breakdown.total},
                )


@rule(
    "breakdown.rate",
    on=Execution,
    severity=Severity.WARNING,
    title=Text(vi="Tỷ lệ thực hiện đúng với số liệu", en="The rate of execution follows from the figures"),
    why=Text(
        vi="“Đạt …%” phải bằng số thực hiện chia cho số kế hoạch.",
        en="“Đạt …%” must be what was done divided by what was planned.",
    ),
    message=Text(
        vi="Ghi đạt {rate:quantity}, nhưng {done:quantity} trên {planned:quantity} là {actual:quantity}.",
        en="It says {rate:quantity} was reached, but {done:quantity} of {planned:quantity} is {actual:quantity}.",
    ),
    fails=Execution("Trồng mới", _pieces(200), _pieces(150), _percent("85.0")),
    passes=Execution("Trồng mới", _pieces(201), _pieces(150), _percent("74.6")),
)
def rate_wrong(execution: Execution, _on: date) -> Iterator[Verdict]:
    """Compute the rate and allow what the printed digits of plan, result and rate leave open."""
    if execution.planned.value > 0:
        yield _judge_rate(
            stated=execution.rate,
            part=execution.done,
            whole=execution.planned,
            values={"rate": execution.rate, "done": execution.done, "planned": execution.planned},
        )


@rule(
    "breakdown.count",
    on=Enumeration,
    severity=Severity.ERROR,
    title=Text(vi="Danh sách đủ số đã nêu", en="A list is as long as it says"),
    why=Text(
        vi="Nêu một số lượng rồi liệt kê thì danh sách phải đúng bằng số đó.",
        en="Where a number is followed by a list, the list has that many items.",
    ),
    message=Text(
        vi="Nêu số lượng {count:number} nhưng danh sách kể {listed:number}.",
        en="It says {count:number}, the list has {listed:number}.",
    ),
    fails=Enumeration("huyện", 3, ("Bắc Quang", "Quang Bình")),
    passes=Enumeration("huyện", 2, ("Bắc Quang", "Quang Bình")),
)
def list_of_other_length(enumeration: Enumeration, _on: date) -> Iterator[Verdict]:
    """Count the names, where any are given."""
    if enumeration.names:
        listed = len(enumeration.names)
        yield HELD if listed == enumeration.count else fault(count=enumeration.count, listed=listed)


def rate_of(part: Quantity, whole: Quantity, *, like: Quantity) -> Quantity:
    """Return the part as a percentage of the whole, rounded to as many digits as `like` has.

    >>> str(rate_of(_pieces(150), _pieces(201), like=_percent("74.6")).value)
    '74.6'
    """
    percent = EXACT.divide(100 * part.value, whole.value)
    return Quantity(EXACT.quantize(percent, like.step), "%", like.step)


def rates(part: Quantity, whole: Quantity) -> tuple[Decimal, Decimal] | None:
    """Return the least and the greatest percentage that rounded figures can stand for; `None` without an upper end."""
    if whole.value <= half_step(whole):
        return None
    least = EXACT.divide(100 * (part.value - half_step(part)), whole.value + half_step(whole))
    return least, EXACT.divide(100 * (part.value + half_step(part)), whole.value - half_step(whole))


def _judge_rate(*at: Key, stated: Quantity, part: Quantity, whole: Quantity, values: dict[str, object]) -> Verdict:
    """Hold a percentage to its figures; whether its last digit was rounded or cut off is the author's choice."""
    found = rates(part, whole)
    if found is None or found[0] - stated.step <= stated.value <= found[1] + stated.step:
        return HELD
    return fault(*at, **values, actual=rate_of(part, whole, like=stated))


RULES = RuleSet(
    (
        parts_do_not_make_total,
        divisions_differ,
        parts_fall_short,
        parts_rounded,
        part_exceeds_total,
        share_wrong,
        rate_wrong,
        list_of_other_length,
    )
)
