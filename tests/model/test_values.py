"""Every value of the model: what its constructor refuses, that it never changes, and how it reads in a session."""

import copy
import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest

import khcn_plan
from khcn_plan import (
    RULES,
    Amount,
    Annex,
    Bound,
    Breakdown,
    Budget,
    BudgetLine,
    Citation,
    Count,
    DateLine,
    Division,
    DivisionKind,
    Document,
    Enumeration,
    Evaluation,
    Execution,
    Frame,
    FundingSource,
    Indicator,
    IndustrialProperty,
    Level,
    OcopList,
    OcopProduct,
    OcopRound,
    PartScores,
    Passage,
    Plan,
    Purpose,
    Quantity,
    Reading,
    Review,
    Rule,
    Section,
    Signature,
    Span,
    Stage,
    StageKind,
    Task,
    TaskKind,
    YearShare,
)
from khcn_plan import model as model_floor
from khcn_plan.notation import symbols

PIECES = Quantity(Decimal(9), "cái")
DAY = date(2023, 2, 15)
MONEY = Amount(90_000_000, words="Chín mươi triệu đồng", step=10, scale=1, label="Viết bằng chữ", symbol="đ")
LINE = BudgetLine(
    "Hội nghị",
    MONEY,
    spent=Amount(5),
    quantity=Decimal("1.5"),
    unit="buổi",
    unit_price=Amount(7),
    code="6650",
    purpose=Purpose.MANAGEMENT,
    lines=(BudgetLine("Nước uống"),),
    division=DivisionKind.SUBSET,
    sources=(FundingSource("tự có", Amount(5)),),
)
PRODUCT = OcopProduct(
    "Cam sành",
    "Tổ sản xuất",
    commune="xã Hương Sơn",
    sector="thực phẩm",
    parts=PartScores(Decimal(31), Decimal(24), Decimal("38.00")),
    score=Decimal("93.00"),
    stars=5,
    decision="20/QĐ-UBND",
    recognised=DAY,
    grantor=Level.PROVINCE,
    evaluation=Evaluation.UPGRADE,
    code="02-035-01249-1-2022",
)
CITATION = Citation(
    kind="Quyết định",
    number=symbols.read("09/2015/QĐ-UBND"),
    issued=DAY,
    issuer="UBND",
    title="về định mức",
    written="…",
)
FRAME = Frame(issuer="UBND xã", number=symbols.read("/KH-UBND"), bases=(CITATION,), closing=Passage("./."))
VALUES: tuple[Any, ...] = (
    MONEY,
    Annex("Phụ lục I", cited=True, attached=True),
    Breakdown("Máy", PIECES, (Division((Breakdown("Máy cày", PIECES),), DivisionKind.OPEN),), share=PIECES),
    Budget(year=2023, total=MONEY, spent=MONEY, assigned=MONEY, lines=(LINE,), years=(YearShare(2023, MONEY),)),
    LINE,
    CITATION,
    Count(5, "năm", "ngày"),
    DateLine("Quang Bình", DAY, written="Quang Bình, ngày 15 tháng 02 năm 2023"),
    Division((), DivisionKind.UNSURE),
    Document(frame=FRAME, amounts=(MONEY,), encoding="VNI"),
    Enumeration("xã", 2, ("Yên Hà", "Bằng Lang")),
    Execution("Trồng", PIECES, PIECES, PIECES),
    FRAME,
    FundingSource("ngân sách tỉnh", MONEY),
    Indicator("Tỷ lệ", PIECES, Bound.AT_LEAST),
    IndustrialProperty("nhãn hiệu", "chè", sign="Quang Bình", filed=DAY, granted=DAY, expires=DAY),
    OcopList(1, (PRODUCT,)),
    PRODUCT,
    OcopRound(year=2022, registered=OcopList(16), recognised=OcopList(1, (PRODUCT,))),
    PartScores(Decimal(1), Decimal(2), Decimal(3)),
    Passage("Trên đây là kế hoạch./."),
    Plan(year=2023, frame=FRAME, review=Review(year=2022), tasks=(Task("x"),), budget=Budget(), citations=(CITATION,)),
    Reading(Document(), Plan(), (Passage("không hiểu"),)),
    Review(year=2022, properties=(IndustrialProperty("nhãn hiệu"),), indicators=(Indicator("x", PIECES),)),
    Section("I", "Nhiệm vụ", passages=(Passage("x"),), sections=(Section("1"),)),
    Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn An"),
    Span(0, 3, line=1),
    Stage(StageKind.ACCEPTED, DAY, year=2023),
    Task(
        "Mô hình",
        kind=TaskKind.TOPIC,
        host="Phòng",
        start=2022,
        end=2023,
        total=MONEY,
        stages=(Stage(StageKind.SETTLED),),
    ),
    YearShare(2024, MONEY),
)
NAMES = {name: getattr(khcn_plan, name) for name in khcn_plan.__all__} | {
    "datetime": __import__("datetime"),
    "Decimal": Decimal,
}
every_value = pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def test_every_class_of_the_model_is_here() -> None:
    """A class that this file forgets would be held to nothing."""
    classes = {value for name in model_floor.__all__ if attrs.has(value := getattr(model_floor, name))}
    assert {type(value) for value in VALUES} == classes


@every_value
def test_values_never_change(value: object) -> None:
    """Frozen and slotted: a value can be shared by a million plans and all processes."""
    field = attrs.fields(type(value))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, field, None)
    assert not hasattr(value, "__dict__")


@every_value
def test_values_are_hashable_and_travel(value: object) -> None:
    """Equal after a pickle and a deep copy, with the same hash: they are keys, and they cross processes."""
    for again in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value)):  # noqa: S301 - what we have just dumped
        assert again == value
        assert hash(again) == hash(value)


@every_value
def test_a_repr_makes_the_value_again(value: object) -> None:
    """What a session shows can be pasted back into it."""
    assert eval(repr(value), dict(NAMES)) == value  # noqa: S307 - our own repr


@every_rule
def test_the_examples_of_every_rule_read_back(rule: Rule) -> None:
    """A page about a rule shows examples that a reader can run."""
    for example in (rule.fails, rule.passes):
        assert eval(repr(example), dict(NAMES)) == example  # noqa: S307 - our own repr


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Amount(5), "Amount(5)"),
        (Amount(5, words="năm đồng"), "Amount(5, words='năm đồng')"),
        (Budget(), "Budget()"),
        (Document(), "Document()"),
        (Plan(year=2023, budget=Budget(year=2023)), "Plan(year=2023, budget=Budget(year=2023))"),
        (Task("x", kind=TaskKind.TOPIC), "Task('x', kind=TaskKind.TOPIC)"),
        (Stage(StageKind.ACCEPTED, year=2022), "Stage(StageKind.ACCEPTED, year=2022)"),
        (Signature(("CHỦ TỊCH",)), "Signature(('CHỦ TỊCH',))"),
        (Division(()), "Division(())"),
        (
            Citation(number=symbols.read("36a/NQ-CP")),
            "Citation(number=DocumentNumber(number='36a', kind='NQ', organ='CP'))",
        ),
        (Indicator("x", PIECES), "Indicator('x', Quantity(Decimal('9'), unit='cái'))"),
    ],
)
def test_a_repr_leaves_out_what_was_not_stated(value: object, written: str) -> None:
    """A plan with three facts reads as three facts."""
    assert repr(value) == written


@pytest.mark.parametrize(
    "value", [value for value in VALUES if hasattr(value, "place")], ids=lambda v: type(v).__name__
)
def test_a_place_is_no_part_of_what_is_said(value: Any) -> None:  # noqa: ANN401 - any class of the model
    """The same claim read from another line is the same claim."""
    moved = attrs.evolve(value, place=Span(5, 9, line=3))
    assert moved == value
    assert hash(moved) == hash(value)
    assert repr(moved) == repr(value)


@pytest.mark.parametrize(
    ("kind", "arguments", "message"),
    [
        (Amount, {"value": 1.5}, "Amount.value: int expected, not float 1.5"),
        (Amount, {"value": True}, "Amount.value: int expected, not bool True"),
        (Amount, {"value": "5"}, "Amount.value: int expected, not str '5'"),
        (Amount, {"value": Decimal(5)}, "Amount.value: int expected, not Decimal Decimal('5')"),
        (Amount, {"value": 5, "words": 5}, "Amount.words: str expected, not int 5"),
        (Budget, {"year": "2023"}, "Budget.year: int expected, not str '2023'"),
        (Budget, {"total": 5}, "Budget.total: Amount expected, not int 5"),
        (Budget, {"lines": [LINE]}, "Budget.lines: tuple expected, not list "),
        (Budget, {"lines": (LINE, 5)}, "Budget.lines[1]: BudgetLine expected, not int 5"),
        (BudgetLine, {"name": "x", "lines": (5,)}, "BudgetLine.lines[0]: BudgetLine expected, not int 5"),
        (BudgetLine, {"name": "x", "quantity": 5}, "BudgetLine.quantity: Decimal expected, not int 5"),
        (BudgetLine, {"name": "x", "quantity": Decimal("NaN")}, "BudgetLine.quantity: Decimal expected, not Decimal "),
        (
            PartScores,
            dict.fromkeys(("product", "marketing", "quality"), Decimal("Infinity")),
            "PartScores.product: Decimal",
        ),
        (Division, {"parts": ("x",)}, "Division.parts[0]: Breakdown expected, not str 'x'"),
        (Section, {"number": "I", "sections": ("x",)}, "Section.sections[0]: Section expected, not str 'x'"),
        (
            Enumeration,
            {"label": "x", "count": 1, "names": "Yên Hà"},
            "Enumeration.names: tuple expected, not str 'Yên Hà'",
        ),
        (Citation, {"issued": "2023-02-15"}, "Citation.issued: date expected, not str '2023-02-15'"),
        (Citation, {"issued": datetime(2023, 2, 15, tzinfo=UTC)}, "Citation.issued: date expected, not datetime "),
        (DateLine, {"locality": "x", "day": "15/2"}, "DateLine.day: date or PartialDate expected, not str '15/2'"),
        (Annex, {"title": "x", "cited": 1}, "Annex.cited: bool expected, not int 1"),
        (OcopProduct, {"name": "x", "stars": Decimal(3)}, "OcopProduct.stars: int expected, not Decimal "),
        (OcopProduct, {"name": "x", "grantor": "province"}, "OcopProduct.grantor: Level expected, not str 'province'"),
        (Task, {"name": "x", "kind": "topic"}, "Task.kind: TaskKind expected, not str 'topic'"),
        (Plan, {"year": 2023.0}, "Plan.year: int expected, not float 2023.0"),
    ],
)
def test_what_is_no_plan_at_all_is_refused(kind: type, arguments: dict[str, object], message: str) -> None:
    """A float as money, a year that is a string: the message names class, field, what is expected and what came."""
    with pytest.raises(TypeError) as refusal:
        kind(**arguments)
    assert str(refusal.value).startswith(message)


@pytest.mark.parametrize(
    "value",
    [
        Amount(-5),
        Budget(year=20233),
        OcopProduct("", stars=9, score=Decimal(695)),
        Enumeration("xã", -1),
        Task("", start=2023, end=2022),
        IndustrialProperty("", expires=date(1, 1, 1)),
    ],
)
def test_a_faulty_plan_can_be_built(value: object) -> None:
    """Whatever an author could have written is a finding, never an exception: else there is no object to report on."""
    assert khcn_plan.check(value) is not None
