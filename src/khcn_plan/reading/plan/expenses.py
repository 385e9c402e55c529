"""The lines of an estimate as lists and sentences give them (nội dung chi): name, amount, how it came about, who pays.

"Tập huấn: 02 lớp x 10.000.000 đồng/lớp = 20.000.000 đồng" is a line of 20 million with a quantity and a unit price. The items
below a line are its own lines; those whose names are all sources of funds say who pays it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import attrs

from khcn_plan.model import Amount, Breakdown, BudgetLine, Division, DivisionKind, FundingSource, Purpose, Span
from khcn_plan.model.sums import Comparison, add_up
from khcn_plan.notation import NotationError, figures
from khcn_plan.reading.document import DocumentReading
from khcn_plan.reading.plan.topics import Paragraph, Topic, amounts_in, words_between

_SPENT = re.compile(
    r"đã (?:chi|thực hiện|giải ngân|sử dụng|thanh toán|quyết toán)|giải ngân|quyết toán|thực chi"
    r"|thực hiện(?:\s(?:là|được|hết|đạt))?\s*:?\s*$",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"ngân sách|nguồn|vốn|đối ứng|xã hội h|doanh nghiệp|đóng góp|nhân dân|tài trợ", re.IGNORECASE)
_PRODUCT = re.compile(
    r"(?<![x×\w]\s)(?<![\d.,])(?P<quantity>\d{1,6}(?:,\d{1,3})?)\s*(?P<unit>[^\W\d_]+(?:\s[^\W\d_]+){0,3}?)?\s*[x×]\s*"
    r"(?P<price>\d+(?:[.,]\d+)*)\s*(?P<magnitude>nghìn|ngàn|triệu|tỷ)?\s*(?:đồng|đ)?(?:/[^=x×\d]{1,30})?\s*=\s*$"
)
_LABEL = re.compile(r"(?!\s*\|)\W*(?P<label>[^\d:=\n]{2,160}?[^:=\n]{0,40}?)\s*(?:[:=–-]|\slà\b)")
_TOTAL = re.compile(r"\W*(?:tổng|cộng)\b", re.IGNORECASE)
_PURPOSES = (
    (Purpose.APPLICATION, re.compile(r"ứng dụng|mô hình|dự án|đề tài", re.IGNORECASE)),
    (
        Purpose.MANAGEMENT,
        re.compile(r"quản lý|nghiệp vụ|hội đồng|tuyên truyền|tập huấn|hội nghị|hội thảo", re.IGNORECASE),
    ),
)
LEAST_LINES = 2

Parts = Mapping[int, Breakdown]
"""The totals of a text that are divided, by where each stands."""


@attrs.frozen
class Row:
    """A paragraph that states one expense.

    Attributes:
        depth: how deep it stands in its list.
        is_total: it says that it is the total.
        line: the expense.
    """

    depth: int
    is_total: bool
    line: BudgetLine


def divided(source: DocumentReading) -> dict[int, Breakdown]:
    """Return the sums of money that a document divides, by where each stands."""
    found: dict[int, Breakdown] = {}
    for breakdown in source.document.breakdowns:
        if breakdown.total.unit == "đồng" and breakdown.place:
            found.setdefault(breakdown.place.start, breakdown)
    return found


def purpose_of(label: str) -> Purpose | None:
    """Tell what a line pays for, by its name.

    >>> purpose_of("Chi hoạt động quản lý nhà nước về dự án")
    <Purpose.MANAGEMENT: 'management'>
    """
    if _PURPOSES[1][1].match(label.removeprefix("Chi ").removeprefix("hoạt động ")):
        return Purpose.MANAGEMENT
    return next((purpose for purpose, pattern in _PURPOSES if pattern.search(label)), None)


def is_by_source(division: Division) -> bool:
    """Tell whether a division says who pays: its parts make the total, and each is named after a source of funds."""
    labels = [part.label for part in division.parts]
    named = all(map(_SOURCE.search, labels)) and not any(map(purpose_of, labels))
    return named and division.kind is DivisionKind.PARTITION


def sources(source: DocumentReading, division: Division) -> tuple[FundingSource, ...]:
    """Return who pays, as a division says."""
    return tuple(FundingSource(part.label, amount(source, part), place=part.place) for part in division.parts)


def amount(source: DocumentReading, part: Breakdown) -> Amount:
    """Return the amount that a figure of a breakdown is, with the words beside it."""
    start = part.place.start if part.place else -1
    stated = amounts_in(source, Span(start, start + 1, 1))
    total = part.total
    bare = Amount(int(total.value), step=max(1, int(total.step)), scale=total.scale, place=part.place)
    return stated[0] if stated else bare


def spent(source: DocumentReading, paragraph: Paragraph | None, planned: Span | None) -> Amount | None:
    """Return the next amount behind one that was planned, if the words between the two say that it was spent."""
    if paragraph is None or planned is None:
        return None
    behind = amounts_in(source, Span(planned.end, paragraph.span.end, 1))
    between = _before(source, planned.end, behind[0]) if behind else ""
    return behind[0] if ". " not in between and _SPENT.search(between) else None


def line(source: DocumentReading, topic: Topic, part: Breakdown, parts: Parts) -> BudgetLine:
    """Make a line of a part of the total, with the lines and the sources that the part is divided into in its turn."""
    paragraph = topic.paragraph_of(part.place)
    own = parts.get(part.place.start) if part.place else None
    place = paragraph.span if paragraph and paragraph is not topic.heading else part.place
    made = BudgetLine(
        part.label,
        amount(source, part),
        spent=spent(source, paragraph, part.place),
        purpose=purpose_of(part.label),
        place=own.place if own else place,
    )
    before = _before(source, paragraph.span.start, made.amount) if paragraph and made.amount else ""
    if product := _PRODUCT.search(before):
        name = part.label.removesuffix(product[0].strip()).rstrip(" :–-")
        made = _multiplied(attrs.evolve(made, name=name), product)
    for division in own.divisions if own else ():
        if is_by_source(division):
            made = attrs.evolve(made, sources=sources(source, division))
        else:
            below = tuple(line(source, topic, child, {}) for child in division.parts)
            made = attrs.evolve(made, lines=below, division=division.kind)
    return made


def rows(source: DocumentReading, paragraphs: Sequence[Paragraph]) -> Iterator[Row]:
    """Yield the paragraphs that state one expense each, a name and behind a colon what it costs, and those that state a total."""
    for paragraph in paragraphs:
        stated = amounts_in(source, paragraph.span)
        if stated and _TOTAL.match(paragraph.text):
            line = BudgetLine(_before(source, paragraph.span.start, stated[0]), stated[0], place=paragraph.span)
            yield Row(paragraph.depth, is_total=True, line=line)
        elif stated and (label := _LABEL.match(paragraph.text)):
            yield Row(paragraph.depth, is_total=False, line=_expense(source, paragraph, label["label"]))


def nested(found: Sequence[Row], parts: Parts) -> tuple[BudgetLine, ...]:
    """Put rows below the rows above them that stand less deep."""
    top = min((row.depth for row in found), default=0)
    firsts = [index for index, row in enumerate(found) if row.depth == top]
    lines = []
    for first, after in zip(firsts, [*firsts[1:], len(found)], strict=False):
        made = found[first].line
        below = nested(found[first + 1 : after], parts)
        lines.append(_with_lines(made, below, parts) if below else made)
    return tuple(lines)


def _with_lines(above: BudgetLine, below: tuple[BudgetLine, ...], parts: Parts) -> BudgetLine:
    """Add the lines below one; unless a breakdown says what they claim, they are judged only if they add up."""
    stated = above.amount.place.start if above.amount and above.amount.place else -1
    if own := parts.get(stated):
        return attrs.evolve(above, lines=below, division=own.divisions[0].kind, place=own.place)
    costs = [item.amount.quantity for item in below if item.amount]
    whole = above.amount and add_up(above.amount.quantity, costs).comparison is Comparison.EQUAL
    return attrs.evolve(above, lines=below, division=DivisionKind.PARTITION if whole else DivisionKind.UNSURE)


def _expense(source: DocumentReading, paragraph: Paragraph, label: str) -> BudgetLine:
    """Make a line of a paragraph; where it multiplies, the amount is what stands behind the sign of equality."""
    stated = amounts_in(source, paragraph.span)
    equal = (cost for cost in stated if _before(source, paragraph.span.start, cost).endswith("="))
    cost = next(equal, stated[0])
    made = BudgetLine(
        " ".join(label.split()).strip(" -–+•*"),
        cost,
        spent=spent(source, paragraph, cost.place),
        purpose=purpose_of(label),
        place=paragraph.span,
    )
    product = _PRODUCT.search(_before(source, paragraph.span.start, cost))
    return _multiplied(made, product) if product else made


def _multiplied(made: BudgetLine, product: re.Match[str]) -> BudgetLine:
    """Add quantity and unit price."""
    try:
        price = figures.quantity(product["price"], "đồng", product["magnitude"] or "")
    except NotationError:
        return made
    return attrs.evolve(
        made,
        quantity=Decimal(product["quantity"].replace(",", ".")),
        unit=product["unit"] or "",
        unit_price=Amount(int(price.value), step=max(1, int(price.step)), scale=price.scale),
    )


def _before(source: DocumentReading, start: int, cost: Amount) -> str:
    """Return the words from an offset of the text up to an amount."""
    return words_between(source, start, cost.place.start) if cost.place else ""
