"""The text of a document: headings in their order, one spelling of a name, one encoding."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import Citation, Document, Frame, Passage, Plan, Reading, Review, Section, check
from khcn_plan.formats import text as texts
from khcn_plan.notation import headings
from khcn_plan.rules.rule import USUAL_DAY
from tests.rules.checking import breaks, faults, holds, sentence, silent

PLAN = Plan(year=2023, review=Review(year=2022))


def outline(*numbers: str) -> Document:
    """Make a document with these headings beside one another."""
    return Document(outline=tuple(Section(number, "Nội dung") for number in numbers))


def prose(*paragraphs: str, plan: Plan | None = PLAN) -> Reading:
    """Make a reading of a plan that says who carries it out, with these paragraphs."""
    passages = (*map(Passage, paragraphs), Passage("Tổ chức thực hiện: giao phòng Kinh tế."))
    return Reading(Document(outline=(Section("", passages=passages),)), plan)


class TestHeadings:
    """Headings count without gap or repeat, in any of the usual schemes."""

    @pytest.mark.parametrize(
        "numbers",
        [
            "I II III",
            "A B C",
            "1 2 3",
            "a b c d đ e g h",
            "1.1 1.2 1.3",
            "I II III IV V",
            "9 10 11",
            "11.9 11.10",
            "a 1 b",
            "",
        ],
    )
    def test_usual_sequences(self, numbers: str) -> None:
        """Points follow the Vietnamese alphabet; A and B are usual in plans though no model of the decree."""
        assert faults(outline(*numbers.split())) == []

    @pytest.mark.parametrize(
        ("numbers", "due"),
        [
            ("I II II", "III"),
            ("I III", "II"),
            ("1 2 4", "3"),
            ("a b d", "c"),
            ("1.1 1.3", "1.2"),
            ("A C", "B"),
            ("5 5 7", "6"),
        ],
    )
    def test_gaps_and_repeats(self, numbers: str, due: str) -> None:
        """In the real plan the numerals under A run I, II, II."""
        first, *_ = check(outline(*numbers.split()), on=USUAL_DAY)
        assert f"đúng là “{due}”" in first.message()

    def test_a_heading_that_opens_a_list_is_no_repeat(self) -> None:
        """After point 2 a new list may begin with 1: the levels were not marked."""
        assert silent("document.heading-sequence", outline("2", "1"))

    def test_every_level_is_counted_by_itself(self) -> None:
        """The fault of a subdivision is found below its heading."""
        inner = Section("1", "Quản lý", sections=(Section("a"), Section("c")))
        document = Document(outline=(Section("I", sections=(inner, Section("2"))), Section("II")))
        assert faults(document) == ["document.heading-sequence"]

    @given(st.integers(0, len(headings.SCHEMES) - 1), st.integers(1, 20), st.integers(2, 6))
    def test_any_run_of_a_scheme_holds(self, scheme: int, start: int, length: int) -> None:
        """Wherever a run begins, counting on is right."""
        numbers = [headings.SCHEMES[scheme].write(start + step) for step in range(length)]
        assert not breaks("document.heading-sequence", outline(*numbers))

    @pytest.mark.parametrize(
        ("children", "right"),
        [(("1", "2"), True), (("1",), False), (("a",), False), (("2",), True), ((), None), (("",), None)],
    )
    def test_a_division_has_two_members(self, children: tuple[str, ...], *, right: bool | None) -> None:
        """B.I of the real plan has a “1.” and no “2.”."""
        document = Document(outline=(Section("I", sections=tuple(map(Section, children))),))
        assert holds("document.heading-lone", document) is (right is True)
        assert breaks("document.heading-lone", document) is (right is False)


class TestNames:
    """One name is written in one way."""

    @pytest.mark.parametrize(
        ("paragraphs", "forms"),
        [
            (("Sở Khoa học và Công nghệ", "sở Khoa học và Công nghệ"), 2),
            (("Sở Khoa học và Công nghệ", "Sở Khoa học và công nghệ", "sở Khoa học và Công nghệ"), 3),
            (("Hội đồng khoa học huyện", "Hội đồng Khoa học huyện"), 2),
            (("Chính phủ điện tử", "chính phủ điện tử"), 2),
            (("TCVN ISO 9001:2015", "TCVN 9001-2015"), 2),
            (("TCVN ISO 9001:2015", "TCVN ISO 9001-2015", "ISO 9001:2015"), 3),
            (("Sở Tài chính", "Sở Tài  chính"), 0),
            (("Sở Tài chính", "SỞ TÀI CHÍNH"), 0),
            (("Sở Tài chính", "tài chính"), 0),
            (("TCVN ISO 9001:2015", "TCVN ISO 9001:2008"), 0),
            (("TCVN ISO 9001", "ISO 9001"), 0),
            (("Hội đồng khoa học", "Hội đồng Khoa học và Công nghệ"), 0),
        ],
    )
    def test_names_of_the_real_plan(self, paragraphs: tuple[str, ...], forms: int) -> None:
        """Sở and sở, TCVN ISO 9001:2015 and TCVN 9001-2015; headings in capitals are no other way."""
        document = prose(*paragraphs)
        assert breaks("document.name-variants", document) is bool(forms)
        if forms:
            assert sentence("document.name-variants", document).startswith(f"Cùng một tên nhưng viết {forms} cách: ")

    def test_the_finding_stands_at_the_rarer_form(self) -> None:
        """Six times “Sở”, four times “sở”: what is to be changed is the rarer."""
        document = prose("sở Y tế", "Sở Y tế", "Sở Y tế")
        (finding,) = check(document)
        assert finding.pointer == "/document/outline/0/passages/0"
        assert dict(finding.values)["forms"] == ("Sở Y tế", "sở Y tế")

    def test_names_are_looked_for_everywhere(self) -> None:
        """In bases, headings, paragraphs and among the recipients."""
        frame = Frame(
            bases=(Citation(written="Sở Y tế;"),), recipients=(Passage("- Sở Y tế;"), Passage("- Lưu: VT, A."))
        )
        document = Document(frame=frame, outline=(Section("I", "sở Y tế"), Section("II", "Tổ chức thực hiện")))
        (finding,) = check(Reading(document, PLAN), on=USUAL_DAY).by_rule()["document.name-variants"]
        assert finding.pointer == "/document/outline/0"

    def test_only_plans_are_read_for_their_style(self) -> None:
        """A decision on teachers' pay is proofread for its faults, not for its style."""
        assert silent("document.name-variants", prose("Sở Y tế, sở Y tế", plan=None))
        assert silent("document.tone-marks-mixed", prose("hóa, hoá", plan=None))

    def test_two_names_are_two_findings(self) -> None:
        """One finding for each name that is written in several ways."""
        document = prose("Sở Y tế, sở Y tế", "Sở Tài chính, sở Tài chính")
        assert faults(document) == ["document.name-variants"] * 2


class TestTones:
    """Both ways to place a tone mark are right; only the mixture is noticed."""

    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("cơ giới hóa, đơn giản hóa", True),
            ("cơ giới hoá, Tỉnh uỷ", True),
            ("cơ giới hóa, hàng hoá", False),
            ("Huyện ủy, Tỉnh uỷ", False),
            ("khỏe, khoẻ", False),
            ("ỦY BAN, UỶ BAN", False),
            ("hóa, quý, quỹ, hoàn thành, khoán, thoáng", True),
            ("trà, cam", None),
        ],
    )
    def test_a_mixture_is_a_matter_of_style(self, text: str, *, right: bool | None) -> None:
        """The real plan has Tỉnh uỷ and Huyện ủy; after q the u belongs to the consonant."""
        assert holds("document.tone-marks-mixed", prose(text)) is (right is True)
        assert breaks("document.tone-marks-mixed", prose(text)) is (right is False)

    def test_decomposed_letters_are_read_too(self) -> None:
        """A text in NFD is composed before its marks are looked at."""
        assert breaks("document.tone-marks-mixed", prose("hóa", "hoa\u0301"))

    def test_the_exception_is_pointed_at(self) -> None:
        """The finding counts both ways and stands at the first word of the rarer."""
        document = prose("hàng hoá", "hóa, ủy")
        (finding,) = check(document)
        assert finding.pointer == "/document/outline/0/passages/0"
        assert finding.message() == "Dấu thanh đặt hai kiểu, như “hóa” (2 chữ) và “hoá” (1 chữ)."
        for index in range(3):
            texts = ["hóa, thỏa"] * 3
            texts[index] = "hoá"
            (finding,) = check(prose(*texts))
            assert finding.pointer == f"/document/outline/0/passages/{index}"


@pytest.mark.parametrize(("encoding", "right"), [("", None), ("TCVN3", False), ("VNI", False)])
def test_legacy_encodings_are_named(encoding: str, *, right: bool | None) -> None:
    """Text typed in TCVN3 or VNI can't be read by a machine; that is the one fault to mend first."""
    document = Document(encoding=encoding)
    assert breaks("document.encoding", document) is (right is False)
    assert encoding == "" or encoding in sentence("document.encoding", document)


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        (("1", "3", "3", "4"), 1),
        (("1", "2", "4", "4", "5"), 1),
        (("1", "3", "4"), 1),
        (("I", "II", "II", "III"), 1),
        (("1", "2", "2", "3", "3"), 2),
    ],
)
def test_a_wrong_number_is_told_once(numbers: tuple[str, ...], wrong: int) -> None:
    """Behind a misnumbered heading the sequence may go on as if it had been right."""
    document = Document(outline=tuple(Section(number, "Mục") for number in numbers))
    found = [finding for finding in check(document, on=USUAL_DAY) if finding.rule.name == "document.heading-sequence"]
    assert found[0].path[1] == (1 if numbers[:2] == ("1", "3") else 2)
    assert len(found) == wrong


def test_a_text_in_a_legacy_encoding_is_told_whatever_its_day() -> None:
    """Nobody can read the date of a text that nobody can read."""
    assert faults(Document(encoding="TCVN3"), on=None) == ["document.encoding"]
    unreadable = "QuyÕt ®Þnh cña Uû ban nh©n d©n tØnh vÒ viÖc phª duyÖt kÕ ho¹ch khoa häc vµ c«ng nghÖ"
    assert "document.encoding" in faults(texts.read(unreadable), on=None)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Thực hiện theo Phụ lục I kèm theo Nghị định số 30/2020/NĐ-CP của Chính phủ.", True),
        ("Mẫu tại Phụ lục II ban hành kèm theo Quyết định số 15/2025/QĐ-TTg.", True),
        ("(Có phụ lục I kèm theo)", False),
    ],
)
def test_an_annex_of_another_document_need_not_be_attached(text: str, *, right: bool) -> None:
    """Only the document's own annexes are missed."""
    assert ("document.annex" in faults(texts.read(f"Nội dung:\n{text}\n"), on=date(2023, 2, 15))) is not right


def test_a_number_in_a_quoted_law_heads_nothing() -> None:
    """An amendment quotes the points that it changes, with their numbers."""
    text = "1. Sửa khoản 2 như sau:\n“2. Mức hỗ trợ mới.”\n2. Bãi bỏ khoản 3.\n"
    assert [section.number for section in texts.read(text).document.outline] == ["1", "2"]
