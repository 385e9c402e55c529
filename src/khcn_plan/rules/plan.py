"""Rules about a plan as a whole (toàn văn kế hoạch): its years, and the parts that it cannot do without."""

import re
from collections.abc import Iterator
from datetime import date

from khcn_plan.language import Text
from khcn_plan.law.source import CONSISTENCY, Period
from khcn_plan.model import Document, Frame, OcopProduct, Passage, Plan, Reading, Review, Section
from khcn_plan.model.tree import Key
from khcn_plan.notation import names
from khcn_plan.notation.pattern import late
from khcn_plan.rules.document import placed_sections
from khcn_plan.rules.rule import Informed, Rule, RuleSet, Severity, rule
from khcn_plan.rules.verdict import HELD, Verdict, fault

_YEAR = late(r"năm\s+(20\d\d)(?!\s*[-–])", re.IGNORECASE)
_ORGANISATION = late(r"^\W*tổ chức thực hiện|phân công (?:nhiệm vụ|thực hiện|trách nhiệm)", re.IGNORECASE)
LONG = 80


def _written(*texts: str, plan: Plan | None = None) -> Reading:
    passages = tuple(Passage(text) for text in texts)
    return Reading(Document(outline=(Section("", passages=passages),)), plan)


@rule(
    "plan.year",
    on=Plan,
    severity=Severity.ERROR,
    title=Text(vi="Năm kế hoạch thống nhất", en="The plan is for one year"),
    why=Text(
        vi="Trích yếu và phần nhiệm vụ phải nói cùng một năm; kế hoạch gõ lại từ năm trước hay sót năm cũ.",
        en="Title and tasks must speak of one year; a plan typed from last year's keeps the old one.",
    ),
    message=Text(
        vi="Trích yếu ghi năm {title} nhưng phần kế hoạch là của năm {plan}.",
        en="The title says {title}, the part that plans is for {plan}.",
    ),
    fails=Plan(year=2023, frame=Frame(subject="Hoạt động khoa học và công nghệ năm 2022")),
    passes=Plan(year=2023, frame=Frame(subject="Hoạt động khoa học và công nghệ năm 2023")),
)
def year_unlike_title(plan: Plan, _on: date) -> Iterator[Verdict]:
    """Read the year in the title, where it names one alone."""
    stated = _YEAR().findall(plan.frame.subject) if plan.frame else []
    if plan.year and len(stated) == 1:
        yield HELD if int(stated[0]) == plan.year else fault("frame", title=stated[0], plan=plan.year)


def agreed_year(plan: Plan) -> int | None:
    """Return the year of a plan; `None` where its title names another, so that the slip is told once.

    >>> agreed_year(Plan(year=2023)), agreed_year(Plan(year=2023, frame=Frame(subject="Kế hoạch năm 2022")))
    (2023, None)
    """
    stated = _YEAR().findall(plan.frame.subject) if plan.frame else []
    return None if len(stated) == 1 and int(stated[0]) != plan.year else plan.year


@rule(
    "plan.review-year",
    on=Plan,
    severity=Severity.ERROR,
    title=Text(vi="Đánh giá năm liền trước", en="The review is of the year before"),
    why=Text(
        vi="Kế hoạch của năm nào thì đánh giá năm liền trước năm đó.",
        en="The review is of year N − 1, the plan of year N.",
    ),
    message=Text(
        vi="Kế hoạch năm {plan} nhưng phần đánh giá là của năm {review}.",
        en="The plan is for {plan}, the review of {review}.",
    ),
    fails=Plan(year=2023, review=Review(year=2021)),
    passes=Plan(year=2023, review=Review(year=2022)),
)
def review_of_other_year(plan: Plan, _on: date) -> Iterator[Verdict]:
    """Compare the two years, where that of the plan is not in doubt itself."""
    year = agreed_year(plan)
    if year and plan.review and plan.review.year:
        before = plan.review.year == year - 1
        yield HELD if before else fault("review", "year", plan=year, review=plan.review.year)


@rule(
    "plan.no-review",
    on=Reading,
    severity=Severity.INFO,
    title=Text(vi="Kế hoạch có phần đánh giá năm trước", en="A plan reviews the year before"),
    why=Text(
        vi="Văn bản hướng dẫn hằng năm yêu cầu đánh giá kết quả năm trước rồi mới xây dựng kế hoạch.",
        en="The yearly guidance asks for a review of the year before, then for the plan.",
    ),
    message=Text(
        vi="Kế hoạch năm {year} không có phần đánh giá kết quả năm {before}.",
        en="The plan for {year} has no review of {before}.",
    ),
    fails=_written("Tổ chức thực hiện: các phòng, ban.", plan=Plan(year=2023)),
    passes=_written("Tổ chức thực hiện: các phòng, ban.", plan=Plan(year=2023, review=Review(year=2022))),
)
def review_missing(reading: Reading, _on: date) -> Iterator[Verdict]:
    """Look for a review in the plan."""
    if reading.plan and reading.plan.year:
        year = reading.plan.year
        yield HELD if reading.plan.review else fault("plan", year=year, before=year - 1)


@rule(
    "plan.no-organisation",
    on=Reading,
    severity=Severity.INFO,
    title=Text(vi="Kế hoạch có phần tổ chức thực hiện", en="A plan says who carries it out"),
    why=Text(
        vi="Kế hoạch không phân công thì không ai chịu trách nhiệm thực hiện.",
        en="A plan that assigns nothing is nobody's to carry out.",
    ),
    message=Text(vi="Kế hoạch không có phần tổ chức thực hiện.", en="The plan has no part on who carries it out."),
    fails=_written("Duy trì hội đồng.", plan=Plan(year=2023, review=Review(year=2022))),
    passes=_written("Tổ chức thực hiện: giao phòng.", plan=Plan(year=2023, review=Review(year=2022))),
)
def organisation_missing(reading: Reading, _on: date) -> Iterator[Verdict]:
    """Look for the usual headings, and for the words where headings are bare."""
    if reading.plan:
        sections = [section for top in reading.document.outline for section in top.walk()]
        texts = [s.title for s in sections] + [p.text[:LONG] for s in sections for p in s.passages]
        yield HELD if any(map(_ORGANISATION().search, texts)) else fault("plan")


@rule(
    "plan.repeated-paragraph",
    on=Reading,
    severity=Severity.INFO,
    title=Text(vi="Không lặp lại đoạn văn", en="No paragraph stands twice"),
    why=Text(
        vi="Hai đoạn giống hệt nhau là dấu vết của sao chép.",
        en="Two paragraphs alike are left over from copying.",
    ),
    message=Text(
        vi="Đoạn {start:quote} lặp lại nguyên văn.", en="The paragraph {start:quote} stands twice, word for word."
    ),
    fails=_written(*["Tổ chức thực hiện: " + "giao phòng Kinh tế và Hạ tầng chủ trì, " * 3] * 2, plan=Plan()),
    passes=_written(*["Tổ chức thực hiện: giao phòng Kinh tế."] * 2, plan=Plan()),
)
def paragraph_twice(reading: Reading, _on: date) -> Iterator[Verdict]:
    """Compare paragraphs of more than a line; what is said below an item, or heads a table, may hold of another."""
    seen: set[str] = set()
    for at, passage in _passages(reading) if reading.plan else ():
        if len(passage.text) > LONG and not passage.text.startswith(("+", "|")):
            key = names.key(passage.text)
            yield fault(*at, start=passage.text[:50].strip() + "…") if key in seen else HELD
            seen.add(key)


def units(known: tuple[str, ...]) -> Rule:
    """Make the rule `plan.unit-unknown`: every commune named is one of the caller's.

    Raises:
        ValueError: no unit is named.

    >>> units(("xã Bằng Lang", "thị trấn Yên Bình")).name
    'plan.unit-unknown'
    """
    if not known:
        msg = "a list of units names one at least"
        raise ValueError(msg)
    return Rule(
        name="plan.unit-unknown",
        on=(OcopProduct,),
        severity=Severity.WARNING,
        title=Text(vi="Đơn vị hành chính có trong danh sách", en="A commune named is in the list"),
        why=Text(
            vi="Tên xã gõ sai, hoặc xã đã sáp nhập, thì không có trong danh sách đơn vị hiện hành.",
            en="A commune misspelt, or merged away, is not in the present list.",
        ),
        message=Text(
            vi="{unit:quote} không có trong danh sách đơn vị.", en="{unit:quote} is not in the list of units."
        ),
        grounds=(CONSISTENCY,),
        fails=OcopProduct("Cam sành", commune="xã Không Có"),
        passes=OcopProduct("Cam sành", commune=known[0]),
        period=Period(),
        judge=Informed(_listed, frozenset(map(names.key, known))),
    )


def _listed(keys: frozenset[str], product: OcopProduct, _on: date) -> Iterator[Verdict]:
    """Compare the commune of a product with the list."""
    if product.commune:
        yield HELD if names.key(product.commune) in keys else fault("commune", unit=product.commune)


def _passages(reading: Reading) -> Iterator[tuple[tuple[Key, ...], Passage]]:
    """Yield every paragraph with its path."""
    for at, section in placed_sections(("document", "outline"), reading.document.outline):
        yield from (((*at, "passages", index), passage) for index, passage in enumerate(section.passages))


RULES = RuleSet(
    (
        year_unlike_title,
        review_of_other_year,
        review_missing,
        organisation_missing,
        paragraph_twice,
    )
)
