"""Plans of several districts and of a commune are understood, and exactly what is wrong with each is found, line by line."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from khcn_plan import Amount, Bound, Level, Plan, Purpose, Reading, StageKind, TaskKind, check
from khcn_plan.formats import text as texts
from tests.reading import extraction
from tests.shared import REAL_PLAN, needs_real_plan

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def _reading(path: Path) -> Reading:
    return texts.read(path.read_text("utf-8"))


def _plan(path: Path) -> Plan:
    plan = _reading(path).plan
    assert plan is not None
    return plan


def _found(path: Path) -> list[tuple[int | None, str]]:
    return sorted((finding.line, finding.rule.name) for finding in check(_reading(path)))


@needs_real_plan
def test_the_head_and_tail_of_the_real_plan() -> None:
    """Number and day are blank, four bases have number, date, issuer and title, a deputy signs."""
    frame = _plan(REAL_PLAN).frame
    assert frame is not None
    assert (frame.kind, frame.issuer) == ("KẾ HOẠCH", "Ủy ban nhân dân huyện Quang Bình")
    assert [str(basis.number) for basis in frame.bases] == [
        "09/2015/QĐ-UBND",
        "112/2017/NQ-HĐND",
        "2286/QĐ-UBND",
        "383/SKHCN-QLKH",
    ]
    assert all(basis.issued and basis.issuer and basis.title for basis in frame.bases)
    assert [annex.title for annex in frame.annexes] == ["biểu phụ lục 2 TK2-1"]
    assert len(frame.recipients) == 7
    assert frame.signature is not None
    assert frame.signature.lines == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


@needs_real_plan
def test_the_review_of_the_real_plan() -> None:
    """Property, the OCOP round, machines, indicators, money planned and spent, and the project carried out."""
    review = _plan(REAL_PLAN).review
    assert review is not None
    assert review.year == 2022
    assert [item.kind for item in review.properties] == ["nhãn hiệu chứng nhận", *["nhãn hiệu độc quyền"] * 2]
    [ocop] = review.rounds
    assert [step.size for step in (ocop.registered, ocop.selected, ocop.recognised) if step] == [16, 6, 4]
    assert ocop.selected is not None
    assert [product.commune.removeprefix("xã ") for product in ocop.selected.products] == [
        "Yên Hà",
        *["Xuân Minh"] * 3,
        "Hương Sơn",
        "Tiên Nguyên",
    ]
    assert all(product.name and product.producer for product in ocop.selected.products)
    [machines] = review.breakdowns
    assert machines.total.value == 8229
    assert [int(part.total.value) for part in machines.divisions[0].parts] == [
        4818, 75, 18, 1, 626, 543, 15, 2, 23, 2109,
    ]  # fmt: skip
    percentages = {indicator.value.value for indicator in review.indicators if indicator.value.unit == "%"}
    counts = {indicator.value.value for indicator in review.indicators if indicator.value.unit != "%"}
    assert {Decimal(100), Decimal(98)} <= percentages
    assert {Decimal(1), Decimal(104), Decimal(121), Decimal(12), Decimal(15)} <= counts
    assert review.budget is not None
    assert review.budget.total is not None
    assert review.budget.total.value == 90_000_000
    assert [(line.amount and line.amount.value, line.spent and line.spent.value) for line in review.budget.lines] == [
        (40_000_000, 40_000_000),
        (50_000_000, None),
    ]
    [project] = review.tasks
    assert "Dúi mốc đại" in project.name
    assert [stage.kind for stage in project.stages] == [StageKind.ACCEPTED, StageKind.SETTLED]


@needs_real_plan
def test_the_plan_of_the_real_plan() -> None:
    """The activities are tasks of management, and the budget has two lines and its words."""
    plan = _plan(REAL_PLAN)
    assert plan.year == 2023
    assert len(plan.tasks) == 13
    assert {task.kind for task in plan.tasks} == {TaskKind.MANAGEMENT}
    assert plan.budget is not None
    assert plan.budget.total is not None
    assert (plan.budget.total.value, plan.budget.total.words) == (140_000_000, "Một trăm bốn mươi triệu đồng chẵn")
    assert [line.purpose for line in plan.budget.lines] == [Purpose.MANAGEMENT, Purpose.APPLICATION]


@needs_real_plan
def test_the_findings_on_the_real_plan() -> None:
    """Every fault that rules can see stands at its line, and nothing else."""
    assert _found(REAL_PLAN) == [
        (3, "document.number-blank"),
        (3, "plan.no-organisation"),
        (5, "document.day-blank"),
        (10, "document.bases-authority"),
        (10, "document.bases-punctuation"),
        (32, "document.name-variants"),
        (32, "property.kind"),
        (32, "property.kind"),
        (36, "ocop.stars-missing"),
        (40, "breakdown.total"),
        (56, "document.tone-marks-mixed"),
        (58, "document.name-variants"),
        (70, "citation.incomplete"),
        (70, "citation.repealed"),
        (80, "citation.incomplete"),
        (80, "citation.incomplete"),
        (80, "citation.repealed"),
        (94, "amount.label"),
        (98, "task.host-missing"),
        (100, "document.heading-sequence"),
        (132, "document.heading-lone"),
        (148, "document.name-variants"),
        (167, "amount.label"),
        (171, "budget.line-without-task"),
        (173, "document.annex"),
        (183, "document.name-variants"),
        (185, "document.recipients"),
        (187, "document.signature"),
    ]


@needs_real_plan
def test_what_holds_in_the_real_plan_is_counted() -> None:
    """Two sums of money and two amounts in words hold: that is why one trusts the third."""
    held = dict(check(_reading(REAL_PLAN)).held)
    assert (held["budget.total"], held["amount.words"], held["citation.year"]) == (2, 2, 3)


def test_a_district_in_2023_in_our_own_words() -> None:
    """The same facts and faults told otherwise give the same findings, at their lines."""
    assert _found(EXAMPLES / "ke_hoach_huyen_2023.txt") == [
        (1, "document.number-blank"),
        (1, "plan.no-organisation"),
        (3, "document.day-blank"),
        (8, "document.bases-authority"),
        (8, "document.bases-punctuation"),
        (28, "property.kind"),
        (28, "property.kind"),
        (32, "ocop.stars-missing"),
        (34, "breakdown.total"),
        (40, "citation.incomplete"),
        (40, "citation.repealed"),
        (42, "citation.incomplete"),
        (42, "citation.repealed"),
        (46, "amount.label"),
        (50, "task.host-missing"),
        (52, "document.heading-sequence"),
        (60, "document.heading-lone"),
        (77, "amount.label"),
        (81, "budget.line-without-task"),
        (83, "document.annex"),
        (91, "document.recipients"),
        (93, "document.signature"),
    ]


def test_a_district_in_2022_with_other_headings() -> None:
    """Roman headings, wrapped lines, emphasis, a table: read as well, and its own faults found."""
    path = EXAMPLES / "ke_hoach_huyen_2022.txt"
    assert _found(path) == [
        (18, "citation.year"),
        (29, "ocop.count"),
        (32, "ocop.stars"),
        (36, "task.acceptance-missing"),
        (46, "budget.overspent"),
        (68, "budget.year"),
        (70, "budget.product"),
        (74, "amount.words"),
    ]
    plan = _plan(path)
    assert plan.year == 2022
    assert plan.budget is not None
    assert [line.name for line in plan.budget.lines] == ["Tập huấn", "Mô hình nuôi cá nước lạnh"]
    assert [task.kind for task in plan.tasks] == [TaskKind.MANAGEMENT, TaskKind.APPLICATION]
    assert plan.tasks[1].host == "Phòng Nông nghiệp và Phát triển nông thôn huyện"
    assert plan.review is not None
    assert plan.review.rounds[0].recognised is not None
    assert [(p.name, p.commune, p.stars, p.score) for p in plan.review.rounds[0].recognised.products] == [
        ("Chè dây Bản Lìm", "xã Nậm Mòn", 4, Decimal("72.5")),
        ("Miến đao Na Hối", "xã Na Hối", 4, Decimal(64)),
    ]


def test_a_commune_in_2026_after_the_reform() -> None:
    """Two levels of government, the laws of 2025, a total divided by line, by source and by year: three faults, no other."""
    path = EXAMPLES / "ke_hoach_xa_2026.txt"
    assert _found(path) == [(10, "citation.repealed"), (16, "breakdown.total"), (45, "document.level-abolished")]
    plan = _plan(path)
    assert [(task.host, task.start, task.end, task.total and task.total.value) for task in plan.tasks] == [
        ("Hợp tác xã Nậm Khao", 2026, 2027, 150_000_000),
        ("Phòng Văn hóa - Xã hội", None, None, 30_000_000),
        ("Phòng Kinh tế", None, None, 20_000_000),
    ]
    assert plan.budget is not None
    assert [line.amount and line.amount.value for line in plan.budget.lines] == [150_000_000, 30_000_000, 20_000_000]
    assert [source.amount.value for source in plan.budget.sources] == [90_000_000, 60_000_000, 50_000_000]
    assert [(share.year, share.amount.value) for share in plan.budget.years] == [
        (2026, 120_000_000),
        (2027, 80_000_000),
    ]
    assert plan.review is not None
    assert plan.review.budget is not None
    assert (plan.review.budget.total, plan.review.budget.spent) == (Amount(80_000_000), Amount(76_000_000))
    [mark] = plan.review.properties
    assert (mark.sign, mark.application, mark.filed) == ("Chè Nậm Khao", "4-2025-18230", date(2025, 8, 12))
    [ocop] = plan.review.rounds
    assert ocop.recognised is not None
    assert {(p.decision, p.recognised, p.grantor) for p in ocop.recognised.products} == {
        ("812/QĐ-UBND", date(2025, 11, 20), Level.PROVINCE)
    }


@pytest.mark.parametrize("variant", extraction.VARIANTS, ids=lambda variant: variant.__name__)
@pytest.mark.parametrize("name", ["ke_hoach_huyen_2023.txt", "ke_hoach_xa_2026.txt"])
def test_other_extractions_give_the_same_plan(name: str, variant: Callable[[str], str]) -> None:
    """Emphasis, decomposed letters, no-break spaces and hard wraps change nothing of what a plan means."""
    text = (EXAMPLES / name).read_text("utf-8")
    one, other = texts.read(text), texts.read(variant(text))
    assert one.plan == other.plan
    assert sorted(f.message() for f in check(one)) == sorted(f.message() for f in check(other))


def test_a_wrapped_document_means_what_its_paragraphs_mean() -> None:
    """Hard line wraps, emphasis and blank lines taken away: the same plan, the same findings."""
    text = (EXAMPLES / "ke_hoach_huyen_2022.txt").read_text("utf-8")
    plain = re.sub(r"(?<=[^\n.;:*|]{60})([^\n.;:*|]*)\n(?=[^\W\d_])", r"\1 ", text).replace("*", "")
    assert plain.count("\n") < text.count("\n")
    one, other = texts.read(text), texts.read(plain)
    assert one.plan == other.plan
    assert sorted(f.message() for f in check(one)) == sorted(f.message() for f in check(other))


def test_what_nobody_understood_is_left_over() -> None:
    """Prose without a figure or a task is listed with its line."""
    reading = _reading(EXAMPLES / "ke_hoach_huyen_2023.txt")
    assert [(passage.place.line, passage.text[:14]) for passage in reading.unread if passage.place] == [
        (16, "Ủy ban nhân dâ"),
        (22, "Việc đưa tiến "),
        (54, "Kinh phí còn í"),
    ]


def test_a_document_that_is_no_plan_has_none() -> None:
    """A decision on teachers' pay is proofread, but it is no plan."""
    assert texts.read("QUYẾT ĐỊNH\nVề chế độ phụ cấp giáo viên\nĐiều 1. Phụ cấp").plan is None


def test_bounds_of_indicators_are_kept() -> None:
    """A figure after "trên" is a floor, after "khoảng" an estimate, after "không quá" a ceiling."""
    plan = texts.read(
        "KẾ HOẠCH\nKhoa học và công nghệ năm 2023\nI. KẾT QUẢ NĂM 2022\n"
        "Tỷ lệ cơ giới hóa đạt trên 75%. Có khoảng 40 hộ tham gia. Thiệt hại không quá 5%.\nII. NHIỆM VỤ NĂM 2023\n"
    ).plan
    assert plan is not None
    assert plan.review is not None
    assert [indicator.bound for indicator in plan.review.indicators] == [Bound.AT_LEAST, Bound.ABOUT, Bound.AT_MOST]


def test_an_indicator_is_named_by_its_clause() -> None:
    """What stands before a percentage or behind a number says what it measures; a star is a rank and no measure."""
    plan = texts.read(
        "KẾ HOẠCH\nKhoa học và công nghệ năm 2023\nI. KẾT QUẢ NĂM 2022\n"
        "Có 12 cơ quan và 15 xã áp dụng; tỷ lệ hài lòng đạt 98%. 85% hộ dùng giống mới. Chè đạt 4 sao.\nII. NHIỆM VỤ\n"
    ).plan
    assert plan is not None
    assert plan.review is not None
    assert [(indicator.name, str(indicator.value.value)) for indicator in plan.review.indicators] == [
        ("cơ quan", "12"),
        ("xã áp dụng", "15"),
        ("tỷ lệ hài lòng", "98"),
        ("hộ dùng giống mới", "85"),
    ]


@pytest.mark.parametrize(
    ("subject", "headings", "year", "reviewed"),
    [
        ("năm 2023", ("KẾT QUẢ NĂM 2022", "KINH PHÍ NĂM 2021"), 2023, 2022),
        ("", ("KẾT QUẢ", "KINH PHÍ NĂM 2024"), 2024, 2020),
        ("kết quả năm 2022, kế hoạch năm 2023", ("KẾT QUẢ", "KẾ HOẠCH"), 2023, 2020),
        ("năm 2023", ("KẾT QUẢ NĂM 2022", "NHIỆM VỤ NĂM 2024"), 2024, 2022),
        ("", ("KẾ HOẠCH, DỰ KIẾN KẾT QUẢ", "NHIỆM VỤ"), None, None),
    ],
)
def test_the_years_of_a_plan(subject: str, headings: tuple[str, str], year: int | None, reviewed: int | None) -> None:
    """The year planned is that of the headings on work, then of the title, then of those on money, which keep old years."""
    first, second = headings
    plan = texts.read(
        f"KẾ HOẠCH\nKhoa học và công nghệ {subject}\nI. {first}\nNăm 2020 có mưa, năm 2020 có nắng, như năm 2019.\nII. {second}\n"
    ).plan
    assert plan is not None
    assert (plan.year, plan.review and plan.review.year) == (year, reviewed)


def test_an_indicator_is_named_before_its_colon() -> None:
    """A list of figures names each before the colon, whatever its unit; a bound may stand between."""
    plan = texts.read(
        "KẾ HOẠCH\nKhoa học và công nghệ năm 2023\nI. KẾT QUẢ NĂM 2022\n"
        "- Số lớp tập huấn: trên 12 lớp.\n- Tỷ lệ cơ giới hóa: khoảng 75%.\nII. NHIỆM VỤ NĂM 2023\n"
    ).plan
    assert plan is not None
    assert plan.review is not None
    assert [(one.name, str(one.value.value), one.value.unit, one.bound) for one in plan.review.indicators] == [
        ("Số lớp tập huấn", "12", "lớp", Bound.AT_LEAST),
        ("Tỷ lệ cơ giới hóa", "75", "%", Bound.ABOUT),
    ]


def test_a_column_of_a_table_that_does_not_add_up_is_found_in_a_plan_too() -> None:
    """The plan holds the rows and the total; that a source's column makes its total is judged as the document states it."""
    table = (
        "KẾ HOẠCH\nKhoa học và công nghệ năm 2023\nI. NHIỆM VỤ NĂM 2023\n1. Họp\n2. Thi\nII. KINH PHÍ NĂM 2023\n"
        "Đơn vị tính: triệu đồng\n| STT | Nội dung | Kinh phí | Ngân sách xã | Đối ứng |\n|---|---|---|---|---|\n"
        "| 1 | Quản lý | 70 | 50 | 20 |\n| 2 | Hội nghị | 60 | {} | 20 |\n| | Tổng cộng | 130 | 90 | 40 |\n"
    )
    assert not [f for f in check(texts.read(table.format(40))) if f.rule.name.endswith(("total", "sources"))]
    broken = [f for f in check(texts.read(table.format(30))) if f.rule.name.endswith(("total", "sources"))]
    assert sorted(f.rule.name for f in broken) == ["breakdown.total", "budget.sources"]
