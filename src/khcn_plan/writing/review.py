"""The review of the year before as a plan reports it (đánh giá kết quả thực hiện), one section for each kind of result."""

from collections.abc import Iterator
from datetime import date

from khcn_plan.model import Bound, Breakdown, Division, DivisionKind, Indicator, IndustrialProperty, Review
from khcn_plan.notation import dates
from khcn_plan.writing import budget, ocop, task
from khcn_plan.writing.said import figure, flat

BOUNDS = {Bound.EXACT: "", Bound.AT_LEAST: "trên ", Bound.AT_MOST: "dưới ", Bound.ABOUT: "khoảng "}
ANCHORS = {
    DivisionKind.PARTITION: "gồm",
    DivisionKind.SUBSET: "trong đó",
    DivisionKind.OPEN: "trong đó",
    DivisionKind.UNSURE: "cụ thể",
}


def sections(review: Review) -> Iterator[tuple[str, list[str]]]:
    """Yield the sections, each with its title and its paragraphs; a section may have none."""
    yield from (
        ("Nhiệm vụ khoa học và công nghệ", [text for each in review.tasks for text in task.line(each)]),
        (
            "Chương trình mỗi xã một sản phẩm (OCOP)",
            [flat(text) for each in review.rounds for text in ocop.lines(each)],
        ),
        ("Sở hữu công nghiệp", [flat(f"- {_property(each)}.") for each in review.properties]),
        (
            "Số liệu khác",
            [
                flat(text)
                for text in (
                    *(line for each in review.breakdowns for line in _breakdown(each)),
                    *map(_indicator, review.indicators),
                )
            ],
        ),
        ("Kinh phí", [] if review.budget is None else [*budget.lines(review.budget), *budget.table(review.budget)]),
    )


def _property(item: IndustrialProperty) -> str:
    """Write an object of industrial property with its numbers and dates."""
    sign = f" “{item.sign}”" if item.sign else ""
    product = f" cho sản phẩm {item.product}" if item.product else ""
    owner = f" của {item.owner}" if item.owner else ""
    kind = item.kind[:1].upper() + item.kind[1:]
    said = (
        _numbered("số đơn", item.application, "nộp đơn", item.filed),
        _numbered("văn bằng số", item.certificate, "được cấp văn bằng", item.granted),
        _dated("hết hạn", item.expires),
    )
    return ", ".join((f"{kind}{sign}{product}{owner}", *filter(None, said)))


def _numbered(label: str, number: str, event: str, day: date | None) -> str:
    """Write a number with its day, or the event alone where there is no number."""
    return _dated(f"{label} {number}" if number else event, day) or (f"{label} {number}" if number else "")


def _dated(event: str, day: date | None) -> str:
    return f"{event} ngày {dates.write(day, slashed=True)}" if day else ""


def _breakdown(breakdown: Breakdown) -> Iterator[str]:
    """Write a total with its parts; one that is divided in several ways says so in one line, or in one for each way."""
    whole = f"- {breakdown.label}: {figure(breakdown.total)}"
    divisions = [division for division in breakdown.divisions if division.parts]
    if len(divisions) > 1 and all(division.kind is DivisionKind.PARTITION for division in divisions):
        yield f"{whole}, {'; '.join(_divided('chia ra', division) for division in divisions)}."
    else:
        yield from (f"{whole}, {_divided(ANCHORS[division.kind], division)}." for division in divisions)
        yield from () if divisions else (f"{whole}.",)


def _divided(anchor: str, division: Division) -> str:
    return f"{anchor}: {'; '.join(map(_part, division.parts))}{'; …' * (division.kind is DivisionKind.OPEN)}"


def _part(part: Breakdown) -> str:
    share = f" ({figure(part.share)})" if part.share else ""
    return f"{part.label}: {figure(part.total)}{share}"


def _indicator(indicator: Indicator) -> str:
    return f"- {indicator.name}: {BOUNDS[indicator.bound]}{figure(indicator.value)}."
