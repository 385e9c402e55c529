"""Plans as committees write them (chiến lược sinh dữ liệu), for Hypothesis: sound under the law of their own day.

What is drawn is what a document can say: every text is given as it would be printed, so that a plan that was written and
read again is the same plan. The names are few and real, the figures are many.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from khcn_plan.law.ocop import CRITERIA, stars_for
from khcn_plan.law.places import LAST_DAY_OF_DISTRICTS
from khcn_plan.law.property import anniversary, kind_named
from khcn_plan.model import (
    Amount,
    Annex,
    Bound,
    Breakdown,
    Budget,
    BudgetLine,
    Citation,
    DateLine,
    Division,
    DivisionKind,
    Evaluation,
    Frame,
    FundingSource,
    Indicator,
    IndustrialProperty,
    OcopList,
    OcopProduct,
    OcopRound,
    PartScores,
    Passage,
    Plan,
    Purpose,
    Review,
    Signature,
    Stage,
    StageKind,
    Task,
    TaskKind,
    YearShare,
)
from khcn_plan.notation import dates, money, symbols
from khcn_plan.notation.figures import Quantity
from khcn_plan.skeleton import bases
from khcn_plan.writing import frame as framing

T = TypeVar("T")

FIRST, LAST = date(2020, 3, 5), date(2026, 10, 31)
"""The days on which drawn plans are issued: from Decree 30 to the day the law was last looked at."""

MILLION = 1_000_000
LOCALITIES = ("Quang Bình", "Yên Hà", "Bằng Lang", "Nậm Khao", "Tân Trịnh")
COMMUNES = ("xã Yên Hà", "xã Bằng Lang", "xã Tiên Nguyên", "thị trấn Yên Bình")
SIGNERS = ("Nguyễn Văn An", "Hoàng Thị Bình", "Lò Văn Cương")
HOSTS = ("Phòng Kinh tế", "Trung tâm Dịch vụ nông nghiệp", "Hội Nông dân", "Hợp tác xã Nậm Khao")
APPLIED = (
    "Mô hình nuôi dúi mốc đại",
    "Mô hình sấy chè bằng hơi",
    "Mô hình trồng cam không hạt",
    "Mô hình ủ phân hữu cơ",
)
MANAGED = ("Họp hội đồng khoa học", "Kiểm tra đo lường tại chợ", "Tuyên truyền ngày khoa học", "Tập huấn kỹ năng số")
DONE = ("Dự án ứng dụng kỹ thuật nuôi ong nội", "Mô hình chăm sóc chè cổ thụ", "Dự án nhân giống lợn bản địa")
LINES = {
    Purpose.MANAGEMENT: ("Chi quản lý nhà nước", "Chi hoạt động của hội đồng", "Chi tuyên truyền"),
    Purpose.APPLICATION: ("Chi ứng dụng tiến bộ kỹ thuật", "Chi mô hình trình diễn"),
}
PRODUCTS = ("Mật ong hoa cam", "Chè xanh shan tuyết", "Cam sành", "Rượu men lá", "Thảo quả khô", "Gạo nếp")
PRODUCERS = (
    "Hợp tác xã Xuân Mai",
    "Tổ hợp tác nuôi ong Mật Rừng",
    "Hộ kinh doanh Lý Chàn Tòng",
    "Công ty Trà Tiến Anh",
)
SECTORS = ("thực phẩm", "đồ uống", "dược liệu")
MARKS = ("nhãn hiệu tập thể", "nhãn hiệu chứng nhận", "kiểu dáng công nghiệp", "sáng chế")
GOODS = ("chè xanh", "cam sành", "rượu men lá", "mật ong")
MACHINES = ("máy cày", "máy cấy", "máy tuốt lúa", "máy vun luống")
SHARES = ("Tỷ lệ cơ giới hóa", "Tỷ lệ hồ sơ nộp trực tuyến", "Tỷ lệ máy tính nối mạng")
RANKS = ("xuất sắc", "khá", "đạt")
STAGES = (StageKind.APPROVED, StageKind.CONTRACTED, StageKind.ACCEPTED, StageKind.SETTLED)


def days(first: date = FIRST, last: date = LAST) -> st.SearchStrategy[date]:
    """Days on which a plan may be issued."""
    return st.dates(first, last)


@st.composite
def amounts(draw: st.DrawFn, least: int = 1, most: int = 2_000, *, words: bool | None = None) -> Amount:
    """Sums of money in whole thousands of đồng, some with their words, some printed in millions.

    Args:
        draw: draws a value.
        least: the least, in millions of đồng.
        most: the most, likewise.
        words: whether they have words; `None`: some do.
    """
    spelt = draw(st.booleans()) if words is None else words
    if draw(st.booleans()):
        value = draw(st.integers(least, most)) * MILLION
        step = draw(st.sampled_from((1, MILLION)))
    else:
        value, step = draw(st.integers(least * 1_000, most * 1_000)) * 1_000, 1
    return Amount(value, money.write_words(value) if spelt else None, step=step, scale=step)


@st.composite
def budgets(draw: st.DrawFn, year: int = 2023, *, needs: Mapping[Purpose, int] = MappingProxyType({})) -> Budget:
    """Estimates whose lines make their total, with the total in words; some say who pays, and what falls to which year.

    Args:
        draw: draws a value.
        year: the budget year.
        needs: what the tasks of each purpose cost, in đồng; each purpose has one line that pays for them.
    """
    purposes = {Purpose.MANAGEMENT: 0} | dict(needs)
    lines = tuple(draw(_budget_lines(purpose, need)) for purpose, need in purposes.items())
    value = sum(line.amount.value for line in lines if line.amount)
    sources = draw(st.sampled_from(((), ("Ngân sách xã", "Vốn đối ứng"), ("Ngân sách tỉnh", "Ngân sách huyện"))))
    years = draw(st.sampled_from(((), (year, year + 1))))
    return Budget(
        year=year,
        total=Amount(value, money.write_words(value)),
        lines=lines,
        sources=tuple(map(FundingSource, sources, _halves(value))),
        years=tuple(map(YearShare, years, _halves(value))),
    )


@st.composite
def _budget_lines(draw: st.DrawFn, purpose: Purpose, need: int) -> BudgetLine:
    """Lines that pay what is needed and more: bare, multiplied, or with the lines that make them below."""
    line = BudgetLine(draw(st.sampled_from(LINES[purpose])), purpose=purpose)
    more = draw(st.integers(1, 900)) * 1_000_000
    match draw(st.sampled_from(("bare", "multiplied", "divided"))):
        case "multiplied":
            price = Amount(need + more)
            count = Decimal(draw(st.integers(1, 9)))
            amount = Amount(price.value * int(count))
            return attrs.evolve(line, amount=amount, quantity=count, unit="lớp", unit_price=price)
        case "divided":
            below = tuple(map(BudgetLine, ("Thuê hội trường", "In tài liệu"), _halves(need + more)))
            return attrs.evolve(line, amount=Amount(need + more), lines=below)
    return attrs.evolve(line, amount=Amount(need + more))


def _halves(value: int) -> tuple[Amount, Amount]:
    return Amount(value - value // 3), Amount(value // 3)


@st.composite
def tasks(draw: st.DrawFn, year: int = 2023) -> Task:
    """Tasks of a planning part."""
    kind = draw(st.sampled_from(TaskKind))
    applied = kind is not TaskKind.MANAGEMENT
    start, end = draw(st.sampled_from(((None, None), (year, year), (year, year + 1))))
    return Task(
        draw(st.sampled_from(APPLIED if applied else MANAGED)),
        kind=kind,
        host=draw(st.sampled_from(HOSTS if applied else ("", *HOSTS))),
        location=draw(st.sampled_from(("", *COMMUNES))),
        start=start,
        end=end,
        total=draw(st.none() | amounts(1, 90, words=False)),
        heading="Ứng dụng tiến bộ kỹ thuật" if applied else "Quản lý nhà nước về khoa học và công nghệ",
    )


@st.composite
def finished_tasks(draw: st.DrawFn, year: int = 2022) -> Task:
    """Tasks that a review reports as done, with the steps they have taken."""
    kinds = draw(st.integers(1, len(STAGES)))
    first = draw(st.dates(date(year, 1, 1), date(year, 3, 1)))
    stages = tuple(Stage(kind, first + timedelta(days=60 * number)) for number, kind in enumerate(STAGES[:kinds]))
    return Task(
        draw(st.sampled_from(DONE)),
        kind=TaskKind.APPLICATION,
        host=draw(st.sampled_from(HOSTS)),
        location=draw(st.sampled_from(("", *COMMUNES))),
        start=year,
        end=year,
        total=draw(st.none() | amounts(1, 90, words=False)),
        stages=stages,
        rank=draw(st.sampled_from(("", *RANKS))) if StageKind.ACCEPTED in STAGES[:kinds] else "",
    )


@st.composite
def products(draw: st.DrawFn, on: date = date(2022, 11, 1), decision: str = "1520/QĐ-UBND") -> OcopProduct:
    """OCOP products recognised by a decision, with the stars that their scores give and the level that may give them."""
    criteria = CRITERIA.on(on)
    # The bands of the first criteria are printed as whole numbers.
    unit = 1 if criteria is None or criteria.printed_whole else 4
    most = criteria.parts if criteria else (35, 25, 40)
    scores = [Decimal(draw(st.integers(part * unit * 6 // 10, part * unit * 85 // 100))) / unit for part in most]
    score = sum(scores, Decimal(0))
    stars = stars_for(score)
    return OcopProduct(
        draw(st.sampled_from(PRODUCTS)),
        draw(st.sampled_from(PRODUCERS)),
        commune=draw(st.sampled_from(COMMUNES)),
        sector=draw(st.sampled_from(("", *SECTORS))),
        parts=draw(st.none() | st.just(PartScores(*scores))),
        score=score,
        stars=stars,
        decision=decision,
        recognised=on,
        grantor=criteria.grantor(stars) if criteria else None,
        evaluation=draw(st.sampled_from((None, Evaluation.FIRST, Evaluation.RENEWAL))),
        code=draw(st.sampled_from(("", f"02-035-01249-{stars}-{on.year}"))),
    )


@st.composite
def rounds(draw: st.DrawFn, year: int = 2022) -> OcopRound:
    """OCOP rounds that narrow down: some of the registered products are selected, some of those recognised."""
    on = draw(st.dates(date(year, 10, 1), date(year, 12, 31)))
    decision = f"{draw(st.integers(1, 3_000))}/QĐ-UBND"
    recognised = draw(st.lists(products(on, decision), max_size=3, unique_by=lambda product: product.name))
    selected = [attrs.evolve(product, **_UNJUDGED) for product in recognised]
    more = draw(st.integers(0 if selected else 1, 9))
    return OcopRound(
        year=year,
        registered=OcopList(len(selected) + more),
        selected=OcopList(len(selected), tuple(selected)) if selected else None,
        recognised=OcopList(len(recognised), tuple(recognised)) if recognised else None,
    )


_UNJUDGED: dict[str, Any] = {
    "parts": None,
    "score": None,
    "code": "",
    "stars": None,
    "decision": "",
    "recognised": None,
    "grantor": None,
    "evaluation": None,
}
"""What nobody knows of a product yet when it is selected."""


@st.composite
def properties(draw: st.DrawFn, year: int = 2022) -> IndustrialProperty:
    """Objects of industrial property, proposed or filed."""
    kind = draw(st.sampled_from(MARKS))
    mark = kind.startswith("nhãn hiệu")
    filed = draw(st.none() | st.dates(date(year - 2, 1, 1), date(year - 1, 12, 31)))
    granted = draw(st.none() | st.dates(date(year, 1, 1), date(year, 12, 31))) if filed else None
    term = known.term if (known := kind_named(kind)) else None
    number = f"{4 if mark else 1}-{year}-{draw(st.integers(1, 99_999)):05}"
    return IndustrialProperty(
        kind,
        draw(st.sampled_from(GOODS)),
        sign=draw(st.sampled_from(("", *LOCALITIES))) if mark else "",
        owner=draw(st.sampled_from(("", *HOSTS))),
        application=number if filed else "",
        filed=filed,
        certificate=str(draw(st.integers(100_000, 999_999))) if granted else "",
        granted=granted,
        expires=anniversary(filed, filed.year + term) if filed and granted and term and draw(st.booleans()) else None,
    )


@st.composite
def breakdowns(draw: st.DrawFn) -> Breakdown:
    """Counts with their parts: all of them, all of them in two ways, or some."""
    names = draw(st.lists(st.sampled_from(MACHINES), min_size=2, max_size=len(MACHINES), unique=True))
    parts = tuple(Breakdown(name, _pieces(draw(st.integers(1, 5_000)))) for name in names)
    whole = sum(int(part.total.value) for part in parts)
    some = draw(st.booleans())
    if some or draw(st.booleans()):
        kind = DivisionKind.OPEN if some else DivisionKind.PARTITION
        return Breakdown("Máy phục vụ sản xuất", _pieces(whole + 7 * some), (Division(parts, kind),))
    lent = draw(st.integers(1, whole - 1))
    owners = (Breakdown("máy của hộ", _pieces(whole - lent)), Breakdown("máy của tổ hợp tác", _pieces(lent)))
    return Breakdown("Máy phục vụ sản xuất", _pieces(whole), (Division(parts), Division(owners)))


def _pieces(count: int) -> Quantity:
    return Quantity(Decimal(count), "cái")


def indicators() -> st.SearchStrategy[Indicator]:
    """Percentages and counts that a review reports."""
    share = st.integers(1, 100).map(lambda share: Quantity(Decimal(share), "%"))
    count = st.integers(1, 9_999).map(lambda count: Quantity(Decimal(count), "lớp"))
    bound = st.sampled_from(Bound)
    return st.builds(Indicator, st.sampled_from(SHARES), share, bound) | st.builds(
        Indicator, st.just("Số lớp tập huấn"), count, bound
    )


@st.composite
def reviews(draw: st.DrawFn, year: int = 2022) -> Review:
    """Reviews of a year."""
    return Review(
        year=year,
        budget=draw(st.none() | budgets(year)),
        tasks=draw(_several(finished_tasks(year), lambda task: task.name)),
        rounds=draw(_several(rounds(year), lambda each: each.year)),
        properties=draw(_several(properties(year), lambda item: item.product)),
        breakdowns=draw(_several(breakdowns(), lambda breakdown: breakdown.label)),
        indicators=draw(_several(indicators(), lambda indicator: indicator.name)),
    )


@st.composite
def frames(draw: st.DrawFn, on: date = date(2023, 2, 15)) -> Frame:
    """What surrounds a plan issued on a day: of a district, or of a commune since there are none."""
    level = "HUYỆN" if on <= LAST_DAY_OF_DISTRICTS else "XÃ"
    locality = draw(st.sampled_from(LOCALITIES))
    dated = DateLine(locality, on)
    deputy = draw(st.booleans())
    number = symbols.DocumentNumber(number=f"{draw(st.integers(1, 400)):02}", kind="KH", organ="UBND")
    attached = Annex("PHỤ LỤC I", attached=True, number=number, issued=on)
    cited = Annex("phụ lục I", cited=True, attached=True)
    return Frame(
        issuer=f"ỦY BAN NHÂN DÂN {level} {locality.upper()}",
        number=number,
        dated=attrs.evolve(dated, written=framing.date_line(dated)),
        kind="KẾ HOẠCH",
        subject=f"Hoạt động khoa học và công nghệ năm {on.year}",
        bases=_bases(on),
        annexes=draw(st.sampled_from(((), (cited, attached)))),
        closing=Passage(f"Trên đây là kế hoạch khoa học và công nghệ năm {on.year}./."),
        recipients=(Passage("- Sở Khoa học và Công nghệ;"), Passage("- Lưu: VT, KT.")),
        signature=Signature(
            ("TM. ỦY BAN NHÂN DÂN", *(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH") if deputy else ("CHỦ TỊCH",))),
            draw(st.sampled_from(SIGNERS)),
        ),
    )


def _bases(on: date) -> tuple[Citation, ...]:
    """Cite the laws of the day, each with its words and its mark."""
    laws = bases(on)
    marks = (*";" * (len(laws) - 1), ".")
    return tuple(
        attrs.evolve(law, written=f"Căn cứ {framing.cited(law)}{mark}") for law, mark in zip(laws, marks, strict=True)
    )


@st.composite
def plans(draw: st.DrawFn, on: date | None = None) -> Plan:
    """Plans in which nothing is wrong, under the law of the day on which they are issued.

    Args:
        draw: draws a value.
        on: that day; by default any from Decree 30 on.
    """
    issued = on or draw(days())
    frame = draw(frames(issued))
    review = draw(reviews(issued.year - 1))
    planned = draw(_several(tasks(issued.year), lambda task: task.name))
    return Plan(
        year=issued.year,
        frame=frame,
        review=review,
        tasks=tuple(sorted(planned, key=lambda task: task.heading)),
        budget=draw(budgets(issued.year, needs=_needs(planned))),
        citations=(*_decisions(review), *_parents(frame)),
    )


def _needs(planned: Sequence[Task]) -> dict[Purpose, int]:
    """Add up what the tasks of each purpose cost."""
    needs: dict[Purpose, int] = {}
    for task in planned:
        purpose = Purpose.MANAGEMENT if task.kind is TaskKind.MANAGEMENT else Purpose.APPLICATION
        needs[purpose] = needs.get(purpose, 0) + (task.total.value if task.total else 0)
    return needs


def _decisions(review: Review) -> Iterator[Citation]:
    """Yield the decisions that recognise products, as the text names them: once for a list that shares one."""
    for each in review.rounds:
        for product in each.recognised.products[:1] if each.recognised else ():
            day = dates.write(product.recognised, slashed=True) if product.recognised else ""
            written = f"Quyết định số {product.decision} ngày {day}"
            number = symbols.read(product.decision)
            yield Citation(kind="Quyết định", number=number, issued=product.recognised, written=written)


def _parents(frame: Frame) -> Iterator[Citation]:
    """Yield the plan itself as its annexes name it."""
    for annex in frame.annexes:
        if annex.number:
            named = Citation(kind="Kế hoạch", number=annex.number, issued=annex.issued)
            yield attrs.evolve(named, written=framing.cited(named))


def _several(strategy: st.SearchStrategy[T], key: Callable[[T], object]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=3, unique_by=key).map(tuple)
