"""Citations: number, date, type and issuer fit together, bases are cited in full, and what is cited is in force."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import (
    RULES,
    Citation,
    Document,
    Frame,
    LegalDocument,
    Period,
    Plan,
    Reading,
    RuleSet,
    Text,
    check,
    citations_in_force,
)
from khcn_plan.law.register import REGISTER
from khcn_plan.notation import symbols
from tests.rules.checking import breaks, faults, holds, sentence, silent


def cite(kind: str, number: str = "", issued: date | None = None, **parts: str) -> Citation:
    """Make a citation of a document by its number."""
    return Citation(kind=kind, number=symbols.read(number) if number else None, issued=issued, **parts)


def full(kind: str, number: str, issued: date = date(2022, 4, 29), **parts: str) -> Citation:
    """Make a citation to which nothing is missing."""
    stated = {"issuer": "UBND tỉnh Hà Giang", "title": "về định mức"} | parts
    return cite(kind, number, issued, **stated)


@pytest.mark.parametrize(
    ("number", "issued", "right"),
    [
        ("09/2015/QĐ-UBND", date(2015, 8, 6), True),
        ("112/2017/NQ-HĐND", date(2017, 12, 8), True),
        ("19/2014/QĐ-TTg", date(2014, 3, 5), True),
        ("09/2015/QĐ-UBND", date(2016, 8, 6), False),
        ("93/2025/QH15", date(2024, 6, 27), False),
        ("2286/QĐ-UBND", date(2022, 12, 14), None),
        ("09/2015/QĐ-UBND", None, None),
    ],
)
def test_a_normative_number_bears_the_year_of_its_date(number: str, issued: date | None, *, right: bool | None) -> None:
    """A normative text passed in year N is numbered in year N; other numbers bear no year."""
    citation = cite("Văn bản", number, issued)
    assert holds("citation.year", citation) is (right is True)
    assert breaks("citation.year", citation) is (right is False)


@pytest.mark.parametrize(
    ("written", "impossible"),
    [
        ("Quyết định số 12/QĐ-UBND ngày 28/02/2022;", ""),
        ("Quyết định số 12/QĐ-UBND ngày 31/02/2022;", "ngày 31/02/2022"),
        ("Quyết định số 12/QĐ-UBND ngày 31 tháng 6 năm 2022;", "ngày 31 tháng 6 năm 2022"),
        ("Quyết định số 12/QĐ-UBND ngày 05/13/2022;", "ngày 05/13/2022"),
        ("Nghị quyết 52-NQ/TW ngày 27/9/20119", "ngày 27/9/20119"),
    ],
)
def test_a_day_that_no_calendar_has(written: str, impossible: str) -> None:
    """31 February, month 13, and a news item that dates 52-NQ/TW to 27/9/20119."""
    citation = Citation(kind="Quyết định", written=written)
    assert holds("citation.date", citation) is not bool(impossible)
    if impossible:
        assert sentence("citation.date", citation) == f"Trong lịch không có “{impossible}”."


def test_a_date_that_was_read_is_not_doubted() -> None:
    """Only where the reading found no date is the text looked at again."""
    assert silent("citation.date", Citation(issued=date(2022, 2, 28), written="ngày 31/02/2022"))
    assert silent("citation.date", Citation(written="Quyết định số 12/QĐ-UBND"))


@pytest.mark.parametrize(
    ("issued", "on", "right"),
    [
        (date(2022, 12, 14), date(2023, 2, 15), True),
        (date(2023, 2, 15), date(2023, 2, 15), True),
        (date(2023, 2, 16), date(2023, 2, 15), False),
        (date(2023, 2, 16), None, None),
        (None, date(2023, 2, 15), None),
    ],
)
def test_a_basis_is_older_than_what_rests_on_it(issued: date | None, on: date | None, *, right: bool | None) -> None:
    """Nothing rests on a document issued after it; without a date of the plan nobody can tell."""
    citation = cite("Quyết định", "2286/QĐ-UBND", issued)
    assert holds("citation.future", citation, on=on) is (right is True)
    assert breaks("citation.future", citation, on=on) is (right is False)


@pytest.mark.parametrize(
    ("kind", "number", "right"),
    [
        ("Nghị quyết", "112/2017/NQ-HĐND", True),
        ("nghị quyết", "112/2017/NQ-HĐND", True),
        ("Quyết định", "112/2017/NQ-HĐND", False),
        ("Nghị quyết", "182/2007/QĐ-UBND", False),
        ("Kế hoạch", "71/KH-UBND", True),
        ("Nghị định", "30/2020/NĐ-CP", True),
        ("Nghị quyết", "57-NQ/TW", None),
        ("Quy định", "57/QĐ-TW", None),
        ("Công văn", "383/SKHCN-QLKH", None),
        ("Tờ trình", "45/TT-UBND", None),
    ],
)
def test_the_type_fits_the_symbol(kind: str, number: str, *, right: bool | None) -> None:
    """A decision is QĐ, a resolution NQ; types that share an abbreviation, and the Party's, are left alone."""
    citation = cite(kind, number)
    assert holds("citation.kind", citation) is (right is True)
    assert breaks("citation.kind", citation) is (right is False)


@pytest.mark.parametrize(
    ("issuer", "number", "right"),
    [
        ("Hội đồng nhân dân tỉnh Hà Giang", "112/2017/NQ-HĐND", True),
        ("HĐND tỉnh", "112/2017/NQ-HĐND", True),
        ("UBND tỉnh Hà Giang", "112/2017/NQ-HĐND", False),
        ("Uỷ ban nhân dân tỉnh", "09/2015/QĐ-UBND", True),
        ("Chủ tịch UBND tỉnh", "09/2015/QĐ-UBND", True),
        ("Thủ tướng Chính phủ", "919/QĐ-TTg", True),
        ("Chính phủ", "919/QĐ-TTg", False),
        ("Chính phủ", "30/2020/NĐ-CP", True),
        ("Sở Khoa học và Công nghệ", "383/SKHCN-QLKH", None),
        ("", "112/2017/NQ-HĐND", None),
    ],
)
def test_the_issuer_fits_the_symbol(issuer: str, number: str, *, right: bool | None) -> None:
    """A council resolves, a committee decides: where the two differ, one is wrong."""
    kind = {"NQ": "Nghị quyết", "QĐ": "Quyết định", "NĐ": "Nghị định"}.get(symbols.read(number).kind, "Công văn")
    citation = cite(kind, number, issuer=issuer)
    assert holds("citation.issuer", citation) is (right is True)
    assert breaks("citation.issuer", citation) is (right is False)


def test_a_wrong_type_is_not_a_wrong_issuer_too() -> None:
    """One slip in the symbol is one finding: the type is wrong, and the issuer is not asked."""
    assert faults(cite("Nghị quyết", "182/2007/QĐ-UBND", issuer="Hội đồng nhân dân tỉnh")) == ["citation.kind"]
    assert silent("citation.issuer", Citation(issuer="UBND tỉnh"))


class TestIncomplete:
    """A first citation gives type, number, date, issuer and title; a law only its name."""

    @pytest.mark.parametrize(
        ("basis", "missing"),
        [
            (full("Quyết định", "2286/QĐ-UBND"), ""),
            (full("Quyết định", "2286/QĐ-UBND", title=""), "trích yếu"),
            (full("Quyết định", "2286/QĐ-UBND", issuer="", title=""), "cơ quan ban hành, trích yếu"),
            (cite("Nghị quyết"), "số, ký hiệu, ngày ban hành, cơ quan ban hành, trích yếu"),
            (Citation(kind="Luật", title="Ngân sách nhà nước"), ""),
            (cite("Luật", "83/2015/QH13"), ""),
            (cite("Pháp lệnh"), ""),
            (Citation(title="Thực hiện chương trình"), ""),
        ],
    )
    def test_what_a_basis_lacks_is_named(self, basis: Citation, missing: str) -> None:
        """A law may be cited with its number or without; what is no document lacks nothing."""
        frame = Frame(bases=(basis,))
        assert breaks("citation.incomplete", frame) is bool(missing)
        if missing:
            assert sentence("citation.incomplete", frame).endswith(f"thiếu: {missing}.")

    def test_an_impossible_date_is_not_a_missing_one(self) -> None:
        """31/02/2022 stands there; that it is impossible is another rule's."""
        written = "Quyết định số 12/QĐ-UBND ngày 31/02/2022 của UBND tỉnh về định mức;"
        basis = attrs.evolve(full("Quyết định", "12/QĐ-UBND"), issued=None, written=written)
        assert holds("citation.incomplete", Frame(bases=(basis,)))

    def test_normative_documents_follow_other_rules(self) -> None:
        """The form of normative documents is not Decree 30's."""
        frame = Frame(number=symbols.read("30/2024/QĐ-UBND"), bases=(cite("Nghị quyết"),))
        assert silent("citation.incomplete", frame)


@pytest.mark.parametrize(
    ("number", "due"),
    [
        ("919/QĐ-TTg", ""),
        ("919/QĐ-Ttg", "919/QĐ-TTg"),
        ("27/CT-TTG", "27/CT-TTg"),
        ("15/2023/KH-UBND", "15/KH-UBND"),
        ("124/KH-UBND", ""),
        ("1040/QĐUBND", "1040/QĐ-UBND"),
        ("88/2016/TTLT/BTC-BTNMT", "88/2016/TTLT-BTC-BTNMT"),
        ("112/2017/NQ-HĐND", ""),
        ("36a/NQ-CP", ""),
        ("57-NQ/TW", ""),
        ("93/2025/QH15", ""),
        ("27/VBHN-BTC", ""),
    ],
)
def test_symbols_are_well_formed(number: str, due: str) -> None:
    """Ttg, a lost hyphen, a year in a plan's number; letters, Party papers and laws have forms of their own."""
    citation = cite("Văn bản", number)
    assert breaks("citation.symbol", citation) is bool(due)
    if due:
        assert sentence("citation.symbol", citation) == f"Số, ký hiệu “{number}” viết sai quy cách; đúng là “{due}”."


@pytest.mark.parametrize(("number", "letters"), [("66/NQ-СР", "СР"), ("137/2020/NĐ-СP", "С"), ("66/NQ-CP", "")])
def test_symbols_have_latin_letters(number: str, letters: str) -> None:
    """Cyrillic letters look the same, so the message names them; in shape the symbol is right."""
    citation = cite("Văn bản", number)
    assert breaks("citation.letters", citation) is bool(letters)
    assert not breaks("citation.symbol", citation)
    if letters:
        assert f"có chữ “{letters}” của bảng chữ cái Kirin" in sentence("citation.letters", citation)


@pytest.mark.parametrize(
    ("first", "second", "twice"),
    [
        (full("Quyết định", "9/QĐ-UBND"), full("Quyết định", "9/QĐ-UBND"), True),
        (full("Quyết định", "9/QĐ-UBND"), full("Quyết định", "9/QĐ-UBND", date(2021, 4, 29)), False),
        (full("Quyết định", "9/QĐ-UBND"), full("Quyết định", "9/QĐ-UBND", issuer="UBND huyện"), False),
        (cite("Luật"), cite("Luật"), False),
    ],
)
def test_a_basis_is_cited_once(first: Citation, second: Citation, *, twice: bool) -> None:
    """Numbers restart every year and for every body: date and issuer tell documents apart."""
    assert breaks("citation.duplicate", Frame(bases=(first, second))) is twice


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("hướng dẫn xây dựng kế hoạch KH&CN năm 2023", True),
        ("hướng dẫn xây dựng kế hoạch KH&CN năm 2022", False),
        ("về việc hướng dẫn đánh giá năm 2022 và xây dựng kế hoạch năm 2023", True),
        ("hướng dẫn xây dựng kế hoạch giai đoạn 2021-2025", None),
        ("hướng dẫn xây dựng kế hoạch năm 2021-2025", None),
        ("về định mức chi năm 2022", None),
    ],
)
def test_the_guidance_is_for_the_year_of_the_plan(title: str, *, right: bool | None) -> None:
    """Lào Cai's plan for 2023 cites the letter that guided 2022: copied from the year before."""
    basis = full("Công văn", "383/SKHCN-QLKH", title=title)
    plan = Plan(year=2023, frame=Frame(bases=(basis,)))
    assert holds("citation.guidance-year", plan) is (right is True)
    assert breaks("citation.guidance-year", plan) is (right is False)
    assert silent("citation.guidance-year", Plan(frame=plan.frame))
    assert silent("citation.guidance-year", Plan(year=2023))


class TestRepealed:
    """No document is cited as live that another has replaced, by the day of the plan."""

    @pytest.mark.parametrize(
        ("citation", "last_day", "heir"),
        [
            (cite("Nghị quyết", "30c/NQ-CP"), date(2021, 7, 14), "76/NQ-CP"),
            (Citation(kind="Nghị quyết", number=symbols.read("36a"), issuer="Chính phủ"), date(2019, 3, 6), "17/NQ-CP"),
            (cite("Quyết định", "1048/QĐ-TTg", date(2019, 8, 21)), date(2023, 2, 23), "148/QĐ-TTg"),
            (cite("Quyết định", "148/QĐ-TTg", date(2023, 2, 24)), date(2026, 5, 21), "26/2026/QĐ-TTg"),
            (cite("Luật", "29/2013/QH13"), date(2025, 9, 30), "93/2025/QH15"),
            (cite("Luật", "83/2015/QH13"), date(2025, 12, 31), "89/2025/QH15"),
            (cite("Thông tư liên tịch", "44/2007/TTLT-BTC-BKHCN"), date(2015, 6, 7), "55/2015/TTLT-BTC-BKHCN"),
            (cite("Thông tư", "97/2010/TT-BTC"), date(2017, 6, 30), "40/2017/TT-BTC"),
        ],
    )
    def test_each_end_of_a_document(self, citation: Citation, last_day: date, heir: str) -> None:
        """On its last day a document may be cited, on the next it is repealed."""
        assert holds("citation.repealed", citation, on=last_day)
        after = date.fromordinal(last_day.toordinal() + 1)
        assert breaks("citation.repealed", citation, on=after)
        assert heir in sentence("citation.repealed", citation, on=after)
        assert not breaks("citation.repealed", citation, on=None)

    @pytest.mark.parametrize(
        "citation",
        [
            cite("Quyết định", "148/QĐ-TTg"),
            cite("Quyết định", "148/QĐ-TTg", date(2020, 1, 1)),
            cite("Quyết định", "148/QĐ-TTg", date(2024, 1, 1)),
            cite("Nghị quyết", "76/NQ-CP", date(2021, 7, 15)),
            Citation(kind="Luật", title="Khoa học và Công nghệ"),
            Citation(kind="Nghị quyết", number=symbols.read("36a"), issuer="HĐND tỉnh"),
        ],
    )
    def test_what_is_not_surely_the_document_is_let_be(self, citation: Citation) -> None:
        """Numbers restart every year: without a date, 148/QĐ-TTg may be another year's."""
        assert silent("citation.repealed", citation, on=date(2026, 10, 1))

    def test_a_caller_adds_documents(self) -> None:
        """A province's register says which of its decisions were replaced."""
        mine = LegalDocument(
            number="112/2017/NQ-HĐND",
            name=Text(vi="Nghị quyết định mức", en="Resolution on norms"),
            period=Period(until=date(2023, 10, 21)),
            replaced_by="22/2023/NQ-HĐND",
        )
        rules = RuleSet((citations_in_force((*REGISTER, mine)),))
        cited = cite("Nghị quyết", "112/2017/NQ-HĐND")
        assert check(cited, rules=rules, on=date(2023, 10, 21)).findings == ()
        (finding,) = check(cited, rules=rules, on=date(2023, 10, 22))
        assert (
            finding.message("en") == "112/2017/NQ-HĐND was in force until 21 October 2023; 22/2023/NQ-HĐND replaced it."
        )

    def test_rules_of_the_same_register_are_equal(self) -> None:
        """Findings of two processes compare, so their rules do; another register makes another rule."""
        assert citations_in_force(REGISTER) == citations_in_force(REGISTER)
        assert citations_in_force(REGISTER) != citations_in_force(())

    @given(st.dates(date(2000, 1, 1), date(2030, 1, 1)))
    def test_the_registers_own_documents_are_repealed_once(self, day: date) -> None:
        """Whatever the day, a document that was replaced is repealed if and only if its period is over."""
        for document in REGISTER:
            if document.replaced_by and document.issued:
                citation = cite("", document.number, document.issued)
                assert breaks("citation.repealed", citation, on=day) is (document.period.until < day)


class TestOneCause:
    """What one slip of the pen breaks is told once."""

    def test_a_date_that_the_number_contradicts_is_not_of_the_future_too(self) -> None:
        """A decree of 2015 dated 2031 is no decree of the future."""
        citation = cite("Nghị định", "30/2020/NĐ-CP", date(2031, 3, 5))
        assert faults(citation, on=date(2023, 2, 15)) == ["citation.year"]
        assert breaks("citation.future", cite("Quyết định", "9/QĐ-UBND", date(2031, 3, 5)), on=date(2023, 2, 15))

    def test_a_heading_in_capitals_writes_its_symbols_so(self) -> None:
        """THEO CHỈ THỊ SỐ 27/CT-TTG is no misprint of TTg."""
        loud = attrs.evolve(cite("Chỉ thị", "27/CT-TTG"), written="CHỈ THỊ SỐ 27/CT-TTG")
        assert not breaks("citation.symbol", loud)
        assert breaks("citation.symbol", attrs.evolve(loud, written="Chỉ thị số 27/CT-TTG"))

    def test_the_content_of_a_plan_dates_what_it_names_first(self) -> None:
        """A first mention without a date is incomplete; a second one, a basis and any other document are let be."""
        named = (
            cite("Nghị quyết", "11/NQ-CP"),
            cite("Nghị quyết", "11/NQ-CP"),
            cite("Quyết định", "9/QĐ-UBND", date(2022, 1, 5)),
        )
        reading = Reading(Document(citations=named), Plan())
        report = check(reading, rules=RuleSet((RULES["citation.incomplete"],)), on=date(2023, 2, 15))
        assert [finding.pointer for finding in report] == ["/document/citations/0"]
        assert silent("citation.incomplete", attrs.evolve(reading, plan=None))
        based = Reading(Document(frame=Frame(bases=named[:1]), citations=named[:2]), Plan())
        report = check(based, rules=RuleSet((RULES["citation.incomplete"],)), on=date(2023, 2, 15))
        assert [finding.pointer for finding in report] == ["/document/frame/bases/0"]
