"""A plan as a whole: its years, the parts it can't do without, paragraphs that stand twice, units that are known."""

import attrs
import pytest

from khcn_plan import (
    Budget,
    Document,
    Frame,
    OcopProduct,
    Passage,
    Plan,
    Reading,
    Review,
    RuleSet,
    Section,
    check,
    units,
)
from khcn_plan.formats import text as texts
from tests.rules.checking import breaks, faults, holds, sentence, silent

COMMUNES = ("xã Xuân Minh", "xã Tiên Nguyên", "xã Bằng Lang", "xã Yên Hà", "thị trấn Yên Bình")
LONG = "Tổ chức thực hiện: giao phòng Kinh tế và Hạ tầng chủ trì, phối hợp với các cơ quan, đơn vị liên quan."


def read(*paragraphs: str, plan: Plan | None = None, title: str = "") -> Reading:
    """Make a reading of one section."""
    return Reading(Document(outline=(Section("", title, passages=tuple(map(Passage, paragraphs))),)), plan)


@pytest.mark.parametrize(
    ("year", "subject", "right"),
    [
        (2023, "Hoạt động khoa học và công nghệ năm 2023", True),
        (2023, "Hoạt động khoa học và công nghệ năm 2022", False),
        (2023, "Kết quả năm 2022 và kế hoạch năm 2023", None),
        (2023, "Kế hoạch năm 2021-2025", None),
        (2023, "Hoạt động khoa học và công nghệ", None),
        (None, "Hoạt động khoa học và công nghệ năm 2023", None),
    ],
)
def test_title_and_plan_speak_of_one_year(year: int | None, subject: str, *, right: bool | None) -> None:
    """A title that names one year names that of the plan; one that names several, or a span, tells nothing."""
    plan = Plan(year=year, frame=Frame(subject=subject))
    assert holds("plan.year", plan) is (right is True)
    assert breaks("plan.year", plan) is (right is False)
    assert silent("plan.year", Plan(year=year))


@pytest.mark.parametrize(
    ("year", "review", "right"),
    [(2023, 2022, True), (2023, 2021, False), (2023, 2023, False), (2023, None, None), (None, 2022, None)],
)
def test_the_review_is_of_the_year_before(year: int | None, review: int | None, *, right: bool | None) -> None:
    """Part A reviews year N − 1, part B plans year N."""
    plan = Plan(year=year, review=Review(year=review))
    assert holds("plan.review-year", plan) is (right is True)
    assert breaks("plan.review-year", plan) is (right is False)


def test_a_plan_reviews_the_year_before() -> None:
    """The yearly guidance asks for a review; what is no plan, or of no known year, is not asked for one."""
    assert breaks("plan.no-review", read(plan=Plan(year=2023)))
    assert "2023" in sentence("plan.no-review", read(plan=Plan(year=2024)))
    assert holds("plan.no-review", read(plan=Plan(year=2023, review=Review(year=2022))))
    assert silent("plan.no-review", read(plan=Plan()))
    assert silent("plan.no-review", read())


@pytest.mark.parametrize(
    ("title", "text", "right"),
    [
        ("TỔ CHỨC THỰC HIỆN", "", True),
        ("III. Tổ chức thực hiện", "", False),
        ("", "Tổ chức thực hiện: giao phòng Kinh tế.", True),
        ("", "Phân công nhiệm vụ cho các phòng.", True),
        ("Nhiệm vụ", "Duy trì hội đồng khoa học.", False),
    ],
)
def test_a_plan_says_who_carries_it_out(title: str, text: str, *, right: bool) -> None:
    """A heading of its own, or the words where headings are bare (numbers are no part of a title)."""
    assert breaks("plan.no-organisation", read(text, title=title, plan=Plan())) is not right
    assert silent("plan.no-organisation", read(text, title=title))


@pytest.mark.parametrize(
    ("paragraphs", "twice"),
    [
        ((LONG, LONG), True),
        ((LONG, LONG.upper()), True),
        ((LONG, LONG + " Hết."), False),
        (("Ngắn.",) * 2, False),
        ((f"+ {LONG}",) * 2, False),
        ((f"| {LONG} |",) * 2, False),
    ],
)
def test_no_long_paragraph_stands_twice(paragraphs: tuple[str, ...], *, twice: bool) -> None:
    """Two paragraphs alike are left over from copying; short lines, rows and what is said of two items may repeat."""
    assert breaks("plan.repeated-paragraph", read(*paragraphs, plan=Plan())) is twice
    assert silent("plan.repeated-paragraph", read(*paragraphs))


class TestUnits:
    """Communes are a closed set that the caller knows; the library ships none."""

    @pytest.mark.parametrize(
        ("commune", "right"),
        [
            ("xã Bằng Lang", True),
            ("Xã  Bằng Lang", True),
            ("xã Bằng Lăng", False),
            ("xã Thông Nguyên", False),
            ("", None),
        ],
    )
    def test_a_commune_is_one_of_the_callers(self, commune: str, *, right: bool | None) -> None:
        """Misspelt, or merged away, a commune is not in the list of its day."""
        report = check(OcopProduct("Cam sành", commune=commune), rules=RuleSet((units(COMMUNES),)))
        assert bool(report.held) is (right is True)
        assert bool(report.findings) is (right is False)

    def test_rules_of_the_same_units_are_equal(self) -> None:
        """Findings of two processes compare, so their rules do; another district makes another rule."""
        assert units(COMMUNES) == units(COMMUNES)
        assert units(COMMUNES) != units(COMMUNES[:2])

    def test_no_units_are_refused(self) -> None:
        """A rule of nothing would call every commune unknown."""
        with pytest.raises(ValueError, match="a list of units names one at least"):
            units(())


def test_a_wrong_year_in_the_title_is_told_once() -> None:
    """Where the title and the plan differ, which of them the review and the budget should follow nobody knows."""
    frame = Frame(subject="Hoạt động khoa học năm 2022")
    plan = Plan(year=2023, frame=frame, review=Review(year=2021), budget=Budget(year=2022))
    assert faults(plan) == ["plan.year"]
    agreed = attrs.evolve(plan, frame=Frame(subject="Hoạt động khoa học năm 2023"))
    assert sorted(faults(agreed)) == ["budget.year", "plan.review-year"]


def test_a_heading_on_the_plan_and_its_money_says_the_year() -> None:
    """A heading "Kế hoạch và dự toán năm 2023" plans a year, whatever the title has kept of the last."""
    parts = "A. KẾT QUẢ NĂM 2022\nTốt.\nB. KẾ HOẠCH VÀ DỰ TOÁN NĂM 2023\nI. NHIỆM VỤ\nHọp.\n"
    reading = texts.read(f"KẾ HOẠCH\nKhoa học và công nghệ năm 2024\n{parts}")
    assert reading.plan is not None
    assert reading.plan.year == 2023
    assert [name for name in faults(reading) if "year" in name] == ["plan.year"]
