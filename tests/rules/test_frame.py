"""The frame of a document under Decree 30: number, date, bases, signature, recipients, annexes, names of bodies."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import Annex, Citation, DateLine, Frame, PartialDate, Passage, Signature, check
from khcn_plan.law.form import DOCUMENT_TYPES
from khcn_plan.notation import dates, symbols
from tests.rules.checking import breaks, faults, holds, sentence, silent

UBND = "Ủy ban nhân dân huyện Quang Bình"
SIGNED = Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn An")
NORMATIVE = symbols.read("09/2024/QĐ-UBND")


def numbered(text: str, **parts: object) -> Frame:
    """Make a frame with this number."""
    return Frame(number=symbols.read(text), **parts)


def based(*closing: str) -> Frame:
    """Make bases that end with these marks, as they are written."""
    laws = (f"Căn cứ Luật số {number}{mark}" for number, mark in enumerate(closing))
    return Frame(bases=tuple(Citation(kind="Luật", written=text) for text in laws))


class TestDraft:
    """A draft has no number and no day; a signed document has both."""

    @pytest.mark.parametrize("signature", [None, Signature(("CHỦ TỊCH",))])
    def test_a_draft_may_be_blank(self, signature: Signature | None) -> None:
        """The registry gives number and date after the signature (article 15)."""
        frame = numbered("/KH-UBND", dated=DateLine("Quang Bình", PartialDate(2023, 2)), signature=signature)
        assert silent("document.number-blank", frame)
        assert silent("document.day-blank", frame)

    def test_a_signed_document_is_complete(self) -> None:
        """The real plan has a signer's name, and neither number nor day."""
        frame = numbered("/KH-UBND", dated=DateLine("Quang Bình", PartialDate(2023, 2)), signature=SIGNED)
        assert faults(frame) == ["document.number-blank", "document.day-blank"]
        assert "“ngày … tháng 02 năm 2023”" in sentence("document.day-blank", frame)
        whole = numbered("15/KH-UBND", dated=DateLine("Quang Bình", date(2023, 2, 15)), signature=SIGNED)
        assert holds("document.number-blank", whole)
        assert holds("document.day-blank", whole)


class TestPadding:
    """Numbers and days below 10, and months 1 and 2, have a zero."""

    @pytest.mark.parametrize(
        ("number", "right"),
        [("05/KH-UBND", True), ("5/KH-UBND", False), ("15/KH-UBND", True), ("36a/NQ-CP", True), ("/KH-UBND", None)],
    )
    def test_numbers_of_documents(self, number: str, *, right: bool | None) -> None:
        """Số: 05/BNV-VP is the model of annex I."""
        assert holds("document.number", numbered(number)) is (right is True)
        assert breaks("document.number", numbered(number)) is (right is False)

    @pytest.mark.parametrize(
        ("written", "day", "due"),
        [
            ("Hà Nội, ngày 05 tháng 01 năm 2020", date(2020, 1, 5), ""),
            ("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019", date(2019, 6, 29), ""),
            ("Hà Giang, ngày 5 tháng 2 năm 2023", date(2023, 2, 5), "ngày 05 tháng 02 năm 2023"),
            ("Hà Giang, ngày 15 tháng 03 năm 2023", date(2023, 3, 15), "ngày 15 tháng 3 năm 2023"),
            ("Hà Giang, ngày 15 tháng 1 năm 2023", date(2023, 1, 15), "ngày 15 tháng 01 năm 2023"),
            ("Quang Bình, ngày tháng 02 năm 2023", PartialDate(2023, 2), ""),
            ("Quang Bình, ngày tháng 2 năm 2023", PartialDate(2023, 2), "ngày … tháng 02 năm 2023"),
        ],
    )
    def test_the_line_with_place_and_date(self, written: str, day: date | PartialDate, due: str) -> None:
        """Nine writers in ten get it wrong: months 3 to 9 have no zero, for there is no month 13."""
        line = DateLine("Hà Giang", day, written=written)
        assert holds("document.date-form", line) is not bool(due)
        if due:
            assert sentence("document.date-form", line) == f"Ghi “{written}”; đúng là “{due}”."

    def test_a_line_built_in_code_has_no_form(self) -> None:
        """Where nothing was written, nothing is misspelt."""
        assert silent("document.date-form", DateLine("Hà Giang", date(2023, 2, 5)))

    @given(st.dates(date(2020, 3, 5), date(2100, 1, 1)))
    def test_what_the_library_writes_is_right(self, day: date) -> None:
        """Every date that the library writes has the zeros where the decree wants them."""
        assert holds("document.date-form", DateLine("Hà Giang", day, written=f"Hà Giang, {dates.write(day)}"))


@pytest.mark.parametrize(
    ("kind", "number", "right"),
    [
        ("KẾ HOẠCH", "15/KH-UBND", True),
        ("KẾ HOẠCH", "15/QĐ-UBND", False),
        ("KẾ HOẠCH", "15/2023/KH-UBND", False),
        ("QUYẾT ĐỊNH", "09/2015/QĐ-UBND", True),
        ("TỜ TRÌNH", "45/TTr-UBND", True),
        ("", "15/QĐ-UBND", None),
        ("THƯ NGỎ", "15/QĐ-UBND", None),
        ("QUYẾT ĐỊNH", "89/VBHN-BQP", None),
    ],
)
def test_the_type_fits_the_symbol(kind: str, number: str, *, right: bool | None) -> None:
    """A plan is KH and never bears a year; a decision may be normative, or stand in a consolidated text."""
    frame = numbered(number, kind=kind)
    assert holds("document.kind-symbol", frame) is (right is True)
    assert breaks("document.kind-symbol", frame) is (right is False)


@pytest.mark.parametrize(("abbreviation", "name"), DOCUMENT_TYPES.items(), ids=DOCUMENT_TYPES)
def test_every_type_of_annex_iii_fits_itself(abbreviation: str, name: str) -> None:
    """27 abbreviations, each for one type; QyĐ, CTr and TTr keep their small letters."""
    assert holds("document.kind-symbol", numbered(f"15/{abbreviation}-UBND", kind=name.upper()))


class TestBases:
    """Every basis on its own line, ended by a semicolon, the last one by a full stop."""

    @pytest.mark.parametrize(
        ("marks", "wrong"),
        [(";;;.", ""), (".", ""), ("..x.", "1, 2, 3"), (";;;;", "4"), (",,.", "1, 2"), ("..", "1"), (";.;.", "2")],
    )
    def test_the_closing_marks(self, marks: str, wrong: str) -> None:
        """The real plan ends its four bases with full stop, full stop, nothing, full stop."""
        frame = based(*marks.replace("x", " "))
        assert holds("document.bases-punctuation", frame) is not bool(wrong)
        if wrong:
            assert sentence("document.bases-punctuation", frame).startswith(f"Căn cứ thứ {wrong} kết thúc sai dấu")

    def test_two_documents_in_one_line_are_one_basis(self) -> None:
        """“Căn cứ Luật A và Luật B;” is one line with one mark."""
        line = "Căn cứ Luật A; Luật B;"
        both = tuple(Citation(kind="Luật", title=title, written=line) for title in "AB")
        last = Citation(kind="Luật", title="C", written="Căn cứ Luật C.")
        assert holds("document.bases-punctuation", Frame(bases=(*both, last)))
        unclosed = Frame(bases=(*both, attrs.evolve(last, written="Căn cứ Luật C;")))
        [found] = [
            finding
            for finding in check(unclosed, on=date(2023, 2, 15))
            if finding.rule.name == "document.bases-punctuation"
        ]
        assert (found.pointer, dict(found.values)["wrong"]) == ("/bases/2", "2")

    def test_bases_built_in_code_have_no_marks(self) -> None:
        """Where nothing was written, and in normative documents, nothing is judged."""
        assert silent("document.bases-punctuation", Frame(bases=(Citation(kind="Luật"),)))
        assert silent("document.bases-punctuation", attrs.evolve(based(".", "."), number=NORMATIVE))

    @pytest.mark.parametrize(
        ("title", "right"),
        [
            ("Tổ chức chính quyền địa phương", True),
            ("Tổ chức HĐND và UBND", True),
            ("Tổ chức Hội đồng nhân dân và Ủy ban nhân dân", True),
            ("Ngân sách nhà nước", False),
        ],
    )
    def test_one_basis_gives_the_authority(self, title: str, *, right: bool) -> None:
        """All four bases of the real plan are about money and method."""
        frame = Frame(issuer=UBND, bases=(Citation(kind="Luật", title=title),))
        assert breaks("document.bases-authority", frame) is not right

    def test_a_plan_without_bases_is_no_fault(self) -> None:
        """Most provincial plans open with “Thực hiện …” and list none; a department's authority is another's law."""
        assert silent("document.bases-authority", Frame(issuer=UBND))
        assert silent("document.bases-authority", Frame(issuer="Sở Tài chính", bases=(Citation(kind="Luật"),)))


class TestSignature:
    """A committee works as a collective; its head and deputies sign on its behalf."""

    @pytest.mark.parametrize(
        ("lines", "right"),
        [
            (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), True),
            (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), True),
            (("T/M UỶ BAN NHÂN DÂN", "CHỦ TỊCH"), True),
            (("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), True),
            (("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG"), True),
            (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), False),
            (("CHỦ TỊCH",), False),
            (("Q. CHỦ TỊCH",), False),
        ],
    )
    def test_a_committee_signs_on_its_behalf(self, lines: tuple[str, ...], *, right: bool) -> None:
        """The real plan is signed “KT. CHỦ TỊCH / PHÓ CHỦ TỊCH” without the line of the committee."""
        assert breaks("document.signature", Frame(issuer=UBND, signature=Signature(lines, "An"))) is not right

    @pytest.mark.parametrize(
        "frame",
        [
            Frame(issuer="Chủ tịch UBND huyện", signature=Signature(("CHỦ TỊCH",))),
            Frame(issuer=UBND, number=symbols.read("44/QĐ-CTUBND"), signature=Signature(("CHỦ TỊCH",))),
            Frame(issuer="Sở Khoa học và Công nghệ", signature=Signature(("GIÁM ĐỐC",))),
            Frame(issuer="Văn phòng HĐND và UBND huyện", signature=Signature(("CHÁNH VĂN PHÒNG",))),
            Frame(issuer=UBND),
            Frame(issuer=UBND, signature=Signature((), "An")),
        ],
    )
    def test_who_signs_by_his_own_right_needs_no_line(self, frame: Frame) -> None:
        """An act of the chairman himself, of a department, of an office: TM. is for collectives."""
        assert silent("document.signature", frame)

    @pytest.mark.parametrize(
        ("signer", "title"),
        [
            ("Nguyễn Văn An", ""),
            ("ThS. Nguyễn Văn An", "ThS."),
            ("TS.Nguyễn Văn An", "TS."),
            ("Thạch Sơn", ""),
            ("", None),
        ],
    )
    def test_no_title_before_the_name(self, signer: str, title: str | None) -> None:
        """Titles stay out, save in the armed forces, schools, health and science."""
        signature = Signature(("CHỦ TỊCH",), signer)
        assert breaks("document.signer-title", signature) is bool(title)
        assert silent("document.signer-title", signature) is (title is None)


@pytest.mark.parametrize(
    ("last", "right"),
    [
        ("- Lưu: VT, KTHT.", True),
        ("- Lưu VT, KGVX (3 bản).", True),
        ("– Lưu: VT; SKHCN.", True),
        ("- Lưu: VT.", False),
        ("- Lưu: VT, KTHT;", False),
        ("- Như trên;", False),
    ],
)
def test_the_last_recipient_is_the_registry(last: str, *, right: bool) -> None:
    """“Lưu: VT, <đơn vị soạn thảo>.” ends the list; the drafting unit is part of the rule."""
    frame = Frame(recipients=(Passage("- Sở Tài chính;"), Passage(last)))
    assert breaks("document.recipients", frame) is not right


class TestAnnexes:
    """What the text points to is attached; several annexes bear Roman numerals."""

    @pytest.mark.parametrize(
        ("annex", "right"),
        [
            (Annex("biểu phụ lục 2 TK2-1", cited=True), False),
            (Annex("Phụ lục I", cited=True, attached=True), True),
            (Annex("Phụ lục I", attached=True), None),
        ],
    )
    def test_a_cited_annex_is_there(self, annex: Annex, *, right: bool | None) -> None:
        """The real plan points to “biểu phụ lục 2 TK2-1 … kèm theo” and has no annex."""
        assert holds("document.annex", annex) is (right is True)
        assert breaks("document.annex", annex) is (right is False)

    @pytest.mark.parametrize(
        ("titles", "right"),
        [
            (("Phụ lục I", "Phụ lục II"), True),
            (("Phụ lục 1", "Phụ lục 2"), False),
            (("PHỤ LỤC SỐ 01", "PHỤ LỤC SỐ 02"), False),
            (("Phụ lục 1",), None),
        ],
    )
    def test_annexes_bear_roman_numerals(self, titles: tuple[str, ...], *, right: bool | None) -> None:
        """Two or more annexes are numbered I, II …; a single one needs no number."""
        frame = Frame(annexes=tuple(Annex(title, attached=True) for title in titles))
        assert holds("document.annex-number", frame) is (right is True)
        assert breaks("document.annex-number", frame) is (right is False)

    @pytest.mark.parametrize(
        ("stated", "day", "right"),
        [
            ("15/KH-UBND", date(2023, 2, 28), True),
            ("015/KH-UBND", None, True),
            ("/KH-UBND", None, True),
            ("16/KH-UBND", date(2023, 2, 28), False),
            ("15/KH-UBND", date(2022, 2, 28), False),
            ("9/QĐ-UBND", date(2022, 2, 28), None),
        ],
    )
    def test_an_annex_names_its_own_document(self, stated: str, day: date | None, *, right: bool | None) -> None:
        """Number and date are the header's, or left empty; an annex issued with a decision belongs to that one."""
        annex = Annex("Phụ lục I", attached=True, number=symbols.read(stated), issued=day)
        frame = numbered("15/KH-UBND", dated=DateLine("Quang Bình", date(2023, 2, 28)), annexes=(annex,))
        assert holds("document.annex-parent", frame) is (right is True)
        assert breaks("document.annex-parent", frame) is (right is False)

    def test_a_draft_without_a_day_is_held_by_its_number(self) -> None:
        """What the header leaves blank contradicts nothing."""
        annex = Annex("Phụ lục I", attached=True, number=symbols.read("15/KH-UBND"), issued=date(2023, 2, 28))
        for dated in (None, DateLine("Quang Bình", PartialDate(2023, month=2))):
            assert holds("document.annex-parent", numbered("15/KH-UBND", dated=dated, annexes=(annex,)))


class TestReform:
    """Districts end on 30/6/2025, and departments were merged."""

    @pytest.mark.parametrize(
        ("issuer", "stale"),
        [
            ("Ủy ban nhân dân huyện Quang Bình", True),
            ("UBND quận 3", True),
            ("UBND thị xã Sa Pa", True),
            ("Phòng Kinh tế và Hạ tầng huyện", True),
            ("Ủy ban nhân dân xã Quang Bình", False),
            ("UBND tỉnh Tuyên Quang", False),
            ("UBND phường Quang Trung", False),
        ],
    )
    def test_no_body_of_a_district_issues(self, issuer: str, *, stale: bool) -> None:
        """From 01/7/2025 a district's committee is no more; the commune Quang Bình is not the district."""
        assert breaks("document.level-abolished", Frame(issuer=issuer), on=date(2025, 7, 1)) is stale
        assert silent("document.level-abolished", Frame(issuer=issuer), on=date(2025, 6, 30))

    @pytest.mark.parametrize("line", ["- Thường trực Huyện ủy;", "- HĐND huyện;", "- Phòng Kinh tế và Hạ tầng huyện;"])
    def test_no_body_of_a_district_receives(self, line: str) -> None:
        """The recipients of the real plan would be stale two years later."""
        assert breaks("document.level-abolished", Frame(recipients=(Passage(line),)), on=date(2025, 7, 1))

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường"),
            ("Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường"),
            ("Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
        ],
    )
    def test_departments_bear_their_new_names(self, old: str, new: str) -> None:
        """Sent to the old name, a letter reaches nobody."""
        frame = Frame(recipients=(Passage(f"- {old} tỉnh;"), Passage("- Lưu: VT, KT.")))
        assert silent("document.organ-renamed", frame, on=date(2025, 6, 30))
        assert (
            sentence("document.organ-renamed", frame, on=date(2025, 7, 1)) == f"Nơi nhận ghi “{old}”; nay là “{new}”."
        )


@pytest.mark.parametrize(
    ("closing", "right"),
    [
        ("Trên đây là kế hoạch./.", True),
        ("Trên đây là kế hoạch./.”", True),
        ("Trên đây là kế hoạch. /.", False),
        ("Trên đây là kế hoạch.", False),
    ],
)
def test_the_content_ends_with_its_mark(closing: str, *, right: bool) -> None:
    """Every form of the decree's annex for documents with a type ends “./.”."""
    frame = Frame(kind="KẾ HOẠCH", closing=Passage(closing))
    assert breaks("document.end-mark", frame) is not right
    assert silent("document.end-mark", attrs.evolve(frame, kind=""))
    assert silent("document.end-mark", attrs.evolve(frame, number=NORMATIVE))


def test_before_decree_30_no_form_is_held() -> None:
    """A document of 2019 followed Circular 01/2011, whose bases end with commas."""
    frame = attrs.evolve(based(",", ","), issuer=UBND, signature=Signature(("CHỦ TỊCH",), "TS. An"))
    assert faults(frame, on=date(2020, 3, 4)) == []
    assert len(faults(frame, on=date(2020, 3, 5))) == 4


def test_a_basis_that_runs_into_the_enacting_word_shows_no_mark() -> None:
    """What stands on the line of the last basis hides how that ended."""
    bases = (Citation(written="Căn cứ Luật Kế toán;"), Citation(written="Căn cứ Luật Ngân sách, QUYẾT ĐỊNH:"))
    assert holds("document.bases-punctuation", Frame(bases=bases))
    assert breaks(
        "document.bases-punctuation", Frame(bases=(attrs.evolve(bases[0], written="Căn cứ Luật Kế toán"), bases[1]))
    )
