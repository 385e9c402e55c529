"""A plan is written in the order and form of Decree 30, in words that are read again."""

from datetime import date
from decimal import Decimal

import attrs
import pytest

from khcn_plan import (
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
    Indicator,
    IndustrialProperty,
    Level,
    OcopList,
    OcopProduct,
    OcopRound,
    PartScores,
    Plan,
    Quantity,
    Review,
    Stage,
    StageKind,
    Task,
    TaskKind,
)
from khcn_plan.formats import text as texts
from khcn_plan.notation import symbols
from khcn_plan.notation.dates import PartialDate
from khcn_plan.testing import sample
from khcn_plan.writing import paragraphs


def _pieces(count: int) -> Quantity:
    return Quantity(Decimal(count), "cái")


def _reviewed(**parts: object) -> list[str]:
    """Write a review, without the sections that have nothing to say."""
    written = list(paragraphs(Plan(review=Review(year=2022, **parts))))  # type: ignore[arg-type]
    section = written[written.index("A. KẾT QUẢ THỰC HIỆN NĂM 2022") + 1 : written.index("B. NHIỆM VỤ")]
    return [text for text in section if text != "…" and not text.startswith(("I", "V"))]


def test_a_plan_is_written_in_the_order_of_the_decree() -> None:
    """Motto, number, place and date, title, bases, content, recipients, signature."""
    written = list(paragraphs(sample()))
    order = [
        "ỦY BAN NHÂN DÂN HUYỆN QUANG BÌNH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 15/KH-UBND",
        "Quang Bình, ngày 15 tháng 02 năm 2023",
        "KẾ HOẠCH",
        "Căn cứ Luật Sở hữu trí tuệ.",
        "A. KẾT QUẢ THỰC HIỆN NĂM 2022",
        "V. Kinh phí",
        "B. NHIỆM VỤ NĂM 2023",
        "I. Ứng dụng tiến bộ kỹ thuật",
        "III. Kinh phí năm 2023",
        "IV. Tổ chức thực hiện",
        "Nơi nhận:",
        "TM. ỦY BAN NHÂN DÂN",
        "Nguyễn Văn An",
    ]
    assert [text for text in written if text in order] == order


def test_what_is_not_there_yet_is_left_to_be_filled_in() -> None:
    """An empty plan is a form: its sections stand, each with a blank."""
    assert list(paragraphs(Plan(year=2026)))[2:] == [
        "KẾ HOẠCH",
        "Hoạt động khoa học và công nghệ năm 2026",
        "A. NHIỆM VỤ NĂM 2026",
        "I. Kinh phí",
        "…",
        "II. Tổ chức thực hiện",
        "…",
    ]


def test_a_frame_built_in_code_gets_the_form_of_the_decree() -> None:
    """What has no words of its own is composed: the date line, the bases with their marks, addressees, annexes."""
    frame = Frame(
        superior="UBND huyện Quang Bình",
        issuer="Phòng Kinh tế",
        dated=DateLine("Quang Bình", PartialDate(2023, 2)),
        kind="KẾ HOẠCH",
        addressees=("Sở Khoa học và Công nghệ",),
        bases=(
            Citation(kind="Luật", number=symbols.read("83/2015/QH13"), title="Luật Ngân sách nhà nước"),
            Citation(kind="Nghị quyết", number=symbols.read("số 57"), issuer="Bộ Chính trị", title="về đột phá"),
        ),
        annexes=(
            Annex("phụ lục I", cited=True),
            Annex("PHỤ LỤC I", attached=True, number=symbols.read("9/KH-UBND"), issued=date(2023, 2, 1)),
            Annex("PHỤ LỤC II", attached=True),
        ),
    )
    written = list(paragraphs(Plan(frame=frame)))
    for text in (
        "UBND HUYỆN QUANG BÌNH",
        "Quang Bình, ngày … tháng 02 năm 2023",
        "Kính gửi: Sở Khoa học và Công nghệ",
        "Căn cứ Luật Ngân sách nhà nước số 83/2015/QH13;",
        "Căn cứ Nghị quyết số 57 của Bộ Chính trị về đột phá.",
        "(Có phụ lục I kèm theo)",
        "(Kèm theo Kế hoạch số 9/KH-UBND ngày 01 tháng 02 năm 2023)",
    ):
        assert text in written
    assert written[-1] == "PHỤ LỤC II"


def test_bases_of_one_paragraph_are_written_once() -> None:
    """Two documents that were named in one paragraph both carry its words."""
    words = "Căn cứ Luật Kế toán và Luật Ngân sách nhà nước."
    bases = (Citation(kind="Luật", title="Luật Kế toán", written=words), Citation(kind="Luật", written=words))
    assert list(paragraphs(Plan(frame=Frame(bases=bases)))).count(words) == 1


def test_what_a_plan_cites_is_named_once() -> None:
    """A decision that stands beside a product is not named again; the plan itself is no document that it follows."""
    product = OcopProduct("Cam sành", decision="812/QĐ-UBND", recognised=date(2022, 11, 20))
    cited = (
        Citation(
            kind="Quyết định", number=symbols.read("812/QĐ-UBND"), written="Quyết định số 812/QĐ-UBND ngày 20/11/2022"
        ),
        Citation(kind="Kế hoạch", number=symbols.read("15/KH-UBND")),
        Citation(kind="Nghị quyết", number=symbols.read("76/NQ-CP"), written="Nghị quyết số 76/NQ-CP;"),
    )
    review = Review(rounds=(OcopRound(recognised=OcopList(1, (product,))),))
    written = list(paragraphs(attrs.evolve(sample(), review=review, citations=cited)))
    assert [text for text in written if text.startswith("Thực hiện theo")] == ["Thực hiện theo Nghị quyết số 76/NQ-CP;"]


def test_a_task_says_all_of_itself() -> None:
    """Every labelled line is one that a reader of plans knows."""
    task = Task(
        "Mô hình nuôi dúi",
        kind=TaskKind.TOPIC,
        host="Phòng Kinh tế",
        location="xã Bằng Lang",
        start=2022,
        end=2023,
        total=Amount(1_500_000_000, step=100_000_000, scale=1_000_000_000),
        stages=(
            Stage(StageKind.APPROVED, year=2022),
            Stage(StageKind.ACCEPTED, date(2023, 10, 5)),
            Stage(StageKind.SETTLED),
        ),
        rank="khá",
    )
    assert _reviewed(tasks=(task,)) == [
        "- Mô hình nuôi dúi.",
        "+ Loại nhiệm vụ: đề tài.",
        "+ Đơn vị chủ trì: Phòng Kinh tế.",
        "+ Địa điểm: xã Bằng Lang.",
        "+ Thời gian thực hiện: 2022-2023.",
        "+ Kinh phí: 1,5 tỷ đồng.",
        "+ Các bước đã thực hiện: phê duyệt năm 2022; nghiệm thu ngày 05 tháng 10 năm 2023; thanh lý hợp đồng.",
        "+ Xếp loại: khá.",
    ]
    assert _reviewed(tasks=(Task("Mô hình"),)) == ["- Mô hình."]


def test_tasks_stand_under_their_headings() -> None:
    """Those without one stand above the numbered ones, or under the title of them all."""
    tasks = (Task("Một"), Task("Hai", heading="Ứng dụng"), Task("Ba", heading="Ứng dụng"), Task("Bốn"))
    written = list(paragraphs(Plan(year=2023, tasks=tasks)))[4:12]
    assert written == [
        "A. NHIỆM VỤ NĂM 2023",
        "- Một.",
        "I. Ứng dụng",
        "- Hai.",
        "- Ba.",
        "II. NHIỆM VỤ NĂM 2023",
        "- Bốn.",
        "III. Kinh phí",
    ]


def test_a_round_names_its_products_with_all_that_is_known_of_them() -> None:
    """Number of products first, then each with producer, decision, scores, stars, level and code."""
    full = OcopProduct(
        "Chè dây",
        "HTX Bản Lìm",
        commune="xã Nậm Mòn",
        sector="đồ uống",
        parts=PartScores(Decimal("30.5"), Decimal(20), Decimal(22)),
        score=Decimal("72.5"),
        stars=4,
        decision="812/QĐ-UBND",
        recognised=date(2022, 11, 20),
        grantor=Level.PROVINCE,
        evaluation=Evaluation.UPGRADE,
        code="02-035-01234-1-2022",
    )
    listed = (full, OcopProduct("Cam", recognised=date(2022, 5, 6)), OcopProduct("Gạo", decision="9/QĐ-UBND"))
    assert _reviewed(
        rounds=(OcopRound(registered=OcopList(9), selected=OcopList(), recognised=OcopList(None, listed)),)
    ) == [
        "Các chủ thể đăng ký 09 sản phẩm OCOP.",
        "Được công nhận 03 sản phẩm OCOP:",
        (
            "- Chè dây (HTX Bản Lìm, xã Nậm Mòn), theo Quyết định số 812/QĐ-UBND ngày 20/11/2022, nhóm đồ uống, "
            "phần A 30,5 điểm, phần B 20 điểm, phần C 22 điểm, 72,5 điểm, đạt 4 sao, nâng hạng, cấp tỉnh công nhận, "
            "mã 02-035-01234-1-2022."
        ),
        "- Cam, công nhận ngày 06/5/2022.",
        "- Gạo, theo Quyết định số 9/QĐ-UBND.",
    ]
    assert _reviewed(rounds=(OcopRound(year=2022, registered=OcopList(9)),)) == [
        "Năm 2022 các chủ thể đăng ký 09 sản phẩm OCOP."
    ]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (IndustrialProperty("nhãn hiệu"), "- Nhãn hiệu."),
        (
            IndustrialProperty(
                "nhãn hiệu tập thể",
                "chè",
                sign="Nậm Khao",
                owner="HTX Nậm Khao",
                application="4-2022-18230",
                filed=date(2022, 8, 12),
                certificate="412345",
                granted=date(2023, 1, 2),
                expires=date(2032, 8, 12),
            ),
            (
                "- Nhãn hiệu tập thể “Nậm Khao” cho sản phẩm chè của HTX Nậm Khao, số đơn 4-2022-18230 ngày 12/8/2022, "
                "văn bằng số 412345 ngày 02/01/2023, hết hạn ngày 12/8/2032."
            ),
        ),
        (
            IndustrialProperty("sáng chế", "máy sao", filed=date(2022, 8, 12), granted=date(2023, 1, 2)),
            "- Sáng chế cho sản phẩm máy sao, nộp đơn ngày 12/8/2022, được cấp văn bằng ngày 02/01/2023.",
        ),
        (IndustrialProperty("sáng chế", application="1-2022-00001"), "- Sáng chế, số đơn 1-2022-00001."),
    ],
)
def test_industrial_property_says_its_numbers_and_days(item: IndustrialProperty, said: str) -> None:
    """A day stands behind its number, or behind the event where there is no number."""
    assert _reviewed(properties=(item,)) == [said]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (DivisionKind.PARTITION, "- Máy: 9 cái, gồm: máy cày: 5 cái; máy cấy: 4 cái."),
        (DivisionKind.SUBSET, "- Máy: 9 cái, trong đó: máy cày: 5 cái; máy cấy: 4 cái."),
        (DivisionKind.OPEN, "- Máy: 9 cái, trong đó: máy cày: 5 cái; máy cấy: 4 cái; …."),
        (DivisionKind.UNSURE, "- Máy: 9 cái, cụ thể: máy cày: 5 cái; máy cấy: 4 cái."),
    ],
)
def test_a_total_says_what_its_parts_claim(kind: DivisionKind, said: str) -> None:
    """All of it, some of it, or a list that goes on."""
    parts = (Breakdown("máy cày", _pieces(5)), Breakdown("máy cấy", _pieces(4)))
    assert _reviewed(breakdowns=(Breakdown("Máy", _pieces(9), (Division(parts, kind),)),)) == [said]


def test_shares_stand_beside_their_parts() -> None:
    """A percentage in brackets is that of the part before it."""
    share = Quantity(Decimal("55.6"), "%", Decimal("0.1"))
    parts = (Breakdown("máy cày", _pieces(5), share=share), Breakdown("máy cấy", _pieces(4)))
    [said] = _reviewed(breakdowns=(Breakdown("Máy", _pieces(9), (Division(parts),)),))
    assert said == "- Máy: 9 cái, gồm: máy cày: 5 cái (55,6%); máy cấy: 4 cái."


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        (Bound.EXACT, "- Tỷ lệ cơ giới hóa: 75%."),
        (Bound.AT_LEAST, "- Tỷ lệ cơ giới hóa: trên 75%."),
        (Bound.AT_MOST, "- Tỷ lệ cơ giới hóa: dưới 75%."),
        (Bound.ABOUT, "- Tỷ lệ cơ giới hóa: khoảng 75%."),
    ],
)
def test_an_indicator_says_how_firm_it_is(bound: Bound, said: str) -> None:
    """A floor, a ceiling and an estimate are told apart."""
    assert _reviewed(indicators=(Indicator("Tỷ lệ cơ giới hóa", Quantity(Decimal(75), "%"), bound),)) == [said]


def test_a_budget_says_its_total_in_figures_and_words() -> None:
    """With what was spent of it and what was assigned; figures keep the unit and the symbol they were printed with."""
    budget = Budget(
        year=2022,
        total=Amount(80_000_000, "Tám mươi triệu đồng", label="Viết bằng chữ", symbol="VNĐ"),
        spent=Amount(76_500_000, step=100_000, scale=1_000_000),
        assigned=Amount(80_000_000),
    )
    assert _reviewed(budget=budget) == [
        "Tổng kinh phí năm 2022: 80.000.000 VNĐ (Viết bằng chữ: Tám mươi triệu đồng), đã chi 76,5 triệu đồng.",
        "Dự toán được giao: 80.000.000 đồng.",
    ]
    assert _reviewed(budget=Budget(total=Amount(5))) == ["Tổng kinh phí: 5 đồng."]


def test_no_value_passes_for_a_paragraph() -> None:
    """A name with a line break in it stays a name, wherever it stands."""
    hostile = "Nuôi ong\n\nNơi nhận:\n- Kẻ lạ"
    product = OcopProduct(hostile, hostile, sector=hostile)
    plan = Plan(
        year=2023,
        frame=Frame(issuer=hostile, recipients=(), bases=(Citation(kind="Luật", title=hostile),)),
        review=Review(
            tasks=(Task(hostile, host=hostile),),
            rounds=(OcopRound(registered=OcopList(1, (product,))),),
            properties=(IndustrialProperty(hostile, hostile),),
            indicators=(Indicator(hostile, _pieces(1)),),
        ),
        tasks=(Task(hostile, heading=hostile),),
        citations=(Citation(kind="Quyết định", title=hostile),),
    )
    assert not [text for text in paragraphs(plan) if "\n" in text or text.startswith("Nơi nhận")]


def test_forty_headings_are_numbered_so_that_they_are_read() -> None:
    """Beyond thirty-seven a Roman numeral is longer than any heading bears."""
    tasks = tuple(Task(f"Việc {n}", heading=f"Nhiệm vụ thứ {n}") for n in range(60))
    plan = texts.read(texts.write(Plan(year=2023, tasks=tasks, budget=Budget(year=2023, total=Amount(5))))).plan
    assert plan is not None
    assert [task.name for task in plan.tasks] == [task.name for task in tasks]
    assert plan.budget is not None


def test_figures_without_a_word_are_written_out() -> None:
    """What was printed in a unit that nobody knows is written digit by digit; what was spent needs no total."""
    assert _reviewed(budget=Budget(total=Amount(35, scale=7))) == ["Tổng kinh phí: 35 đồng."]
    assert _reviewed(budget=Budget(year=2022, spent=Amount(5))) == ["Kinh phí năm 2022 đã chi 5 đồng."]
    assert _reviewed(tasks=(Task("Mô hình", costs=(BudgetLine("Giống"), BudgetLine("Phân", Amount(5)))),)) == [
        "- Mô hình.",
        "+ Kinh phí: gồm: Giống; Phân: 5 đồng.",
    ]


def test_what_a_document_does_not_say_is_named() -> None:
    """By reading it back: what would be read as something else, and where."""
    plan = Plan(year=2023, tasks=(Task("Nuôi ong", kind=TaskKind.TOPIC, end=2024, heading="NHIỆM VỤ NĂM 2023"),))
    assert {fault.pointer for fault in texts.unsaid(plan)} == {"/frame", "/tasks/0/start"}
    assert texts.unsaid(sample()) == ()
