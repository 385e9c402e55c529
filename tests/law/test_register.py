"""The register of legal documents, and the tables of the law floor."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest

from khcn_plan import LegalDocument
from khcn_plan.law import register
from khcn_plan.law.budget import misshapen, parts
from khcn_plan.law.form import COPY_TYPES, DOCUMENT_TYPES, IssuerKind, issuer_kind
from khcn_plan.law.ocop import BANDS, CRITERIA
from khcn_plan.law.places import DISTRICT_BODY, LAST_DAY_OF_DISTRICTS, NO_DISTRICTS, RENAMINGS
from khcn_plan.law.property import ARTICLE_93, KINDS
from khcn_plan.law.register import REGISTER
from khcn_plan.notation import symbols

DAYS = {
    "88/2015/QH13": (None, date(2017, 1, 1), None),
    "324/2016/TT-BTC": (date(2016, 12, 21), date(2017, 2, 4), None),
    "83/2015/QH13": (date(2015, 6, 25), None, date(2025, 12, 31)),
    "89/2025/QH15": (None, date(2026, 1, 1), None),
    "44/2007/TTLT-BTC-BKHCN": (date(2007, 5, 7), None, date(2015, 6, 7)),
    "55/2015/TTLT-BTC-BKHCN": (date(2015, 4, 22), date(2015, 6, 8), None),
    "03/2023/TT-BTC": (date(2023, 1, 10), date(2023, 2, 26), None),
    "30/2020/NĐ-CP": (date(2020, 3, 5), date(2020, 3, 5), None),
    "174/2016/NĐ-CP": (None, date(2017, 1, 1), None),
    "265/2025/NĐ-CP": (date(2025, 10, 14), date(2025, 10, 14), None),
    "36a/NQ-CP": (date(2015, 10, 14), date(2015, 10, 14), date(2019, 3, 6)),
    "17/NQ-CP": (date(2019, 3, 7), date(2019, 3, 7), None),
    "27/2015/TTLT-BKHCN-BTC": (date(2015, 12, 30), date(2016, 2, 15), None),
    "1048/QĐ-TTg": (date(2019, 8, 21), date(2019, 8, 21), date(2023, 2, 23)),
    "781/QĐ-TTg": (date(2020, 6, 8), date(2020, 6, 8), date(2023, 2, 23)),
    "148/QĐ-TTg": (date(2023, 2, 24), date(2023, 2, 24), date(2026, 5, 21)),
    "1489/QĐ-TTg": (date(2025, 7, 6), date(2025, 7, 6), date(2026, 5, 21)),
    "26/2026/QĐ-TTg": (date(2026, 5, 22), date(2026, 5, 22), None),
    "490/QĐ-TTg": (date(2018, 5, 7), date(2018, 5, 7), None),
    "919/QĐ-TTg": (date(2022, 8, 1), date(2022, 8, 1), None),
    "50/2005/QH11": (None, None, None),
    "202/2025/QH15": (date(2025, 6, 12), date(2025, 6, 12), None),
    "30c/NQ-CP": (None, None, date(2021, 7, 14)),
    "76/NQ-CP": (date(2021, 7, 15), date(2021, 7, 15), None),
    "29/2013/QH13": (date(2013, 6, 18), None, date(2025, 9, 30)),
    "93/2025/QH15": (None, date(2025, 10, 1), None),
    "97/2010/TT-BTC": (None, None, date(2017, 6, 30)),
    "40/2017/TT-BTC": (date(2017, 4, 28), date(2017, 7, 1), None),
    "203/2025/QH15": (None, date(2025, 7, 1), None),
}
"""Issued, in force from, in force to: as the sources have it."""

every_document = pytest.mark.parametrize("document", REGISTER, ids=lambda document: document.number)


def test_the_register_lists_every_document_of_its_file() -> None:
    """A document that is not listed would never be found cited."""
    assert {value for value in vars(register).values() if isinstance(value, LegalDocument)} == set(REGISTER)


def test_the_register_is_sorted_and_without_doubles() -> None:
    """Documents stand in the order of their names in the file, each once."""
    names = {value: name for name, value in vars(register).items() if isinstance(value, LegalDocument)}
    listed = [re.sub(r"\d+", lambda digits: digits[0].zfill(4), names[document]) for document in REGISTER]
    assert listed == sorted(listed)
    assert len({document.number for document in REGISTER}) == len(REGISTER)


@every_document
def test_the_days_of_a_document_are_those_of_its_source(document: LegalDocument) -> None:
    """A day that was mistyped would judge plans by a law that was not theirs."""
    assert (document.issued, document.period.since, document.period.until) == DAYS[document.number]


def test_the_sources_were_looked_at_on_one_day() -> None:
    """Who reads the register knows how old it is."""
    assert {document.checked for document in REGISTER} == {date(2026, 10, 31)}


@every_document
def test_a_document_says_where_it_was_seen(document: LegalDocument) -> None:
    """An address, a day on which it was looked at, a name in both languages."""
    assert re.fullmatch(r"https?://\S+", document.address)
    assert document.checked == register.SEEN
    assert document.name.vi
    assert document.name.en


@every_document
def test_a_number_is_one_that_the_library_reads(document: LegalDocument) -> None:
    """Numbers are kept as they are cited, or a citation would never match."""
    assert str(symbols.read(document.number)) == document.number


@every_document
def test_the_days_of_a_document_agree(document: LegalDocument) -> None:
    """A document is issued before it is in force, in the year that its number bears."""
    year = symbols.read(document.number).year
    if document.issued:
        assert year in {None, document.issued.year}
        assert document.period.since is None or document.issued <= document.period.since


@every_document
def test_a_replaced_document_has_an_heir_and_an_end(document: LegalDocument) -> None:
    """What takes its place is in the register, in force from the day after the end at the latest known."""
    assert bool(document.replaced_by) is (document.period.until is not None)
    if document.replaced_by:
        heir = next(other for other in REGISTER if other.number == document.replaced_by)
        assert heir.period.since == document.period.until + timedelta(days=1)


class TestForm:
    """Decree 30, annex III, and who decides as a collective."""

    def test_there_are_27_types_and_3_copies(self) -> None:
        """Not 29: công văn and thư công have no abbreviation."""
        assert (len(DOCUMENT_TYPES), len(COPY_TYPES)) == (27, 3)
        assert not set(DOCUMENT_TYPES) & set(COPY_TYPES)
        assert len(set(DOCUMENT_TYPES.values())) == len(DOCUMENT_TYPES)

    @pytest.mark.parametrize("abbreviation", ["QyĐ", "CTr", "TTr", "TrS"])
    def test_case_matters(self, abbreviation: str) -> None:
        """Four abbreviations have a small letter."""
        assert abbreviation in DOCUMENT_TYPES | COPY_TYPES

    @pytest.mark.parametrize("abbreviation", [*DOCUMENT_TYPES, *COPY_TYPES])
    def test_every_abbreviation_is_read_as_a_type(self, abbreviation: str) -> None:
        """The notation floor knows the same abbreviations as the law."""
        assert symbols.read(f"15/{abbreviation}-UBND").kind == abbreviation

    @pytest.mark.parametrize(
        ("issuer", "kind"),
        [
            ("Ủy ban nhân dân huyện Quang Bình", IssuerKind.COLLECTIVE),
            ("UỶ BAN NHÂN DÂN TỈNH HÀ GIANG", IssuerKind.COLLECTIVE),
            ("UBND xã", IssuerKind.COLLECTIVE),
            ("Chủ tịch UBND huyện", IssuerKind.HEAD),
            ("Văn phòng HĐND và UBND", IssuerKind.HEAD),
            ("Sở Khoa học và Công nghệ", None),
            ("Hội đồng nhân dân tỉnh", None),
            ("", None),
        ],
    )
    def test_who_decides_as_a_collective(self, issuer: str, kind: IssuerKind | None) -> None:
        """A committee does; its chairman and its office do not; of others the name does not tell."""
        assert issuer_kind(issuer) is kind


class TestOcop:
    """The criteria by version."""

    def test_versions_follow_one_another(self) -> None:
        """From 21/8/2019 on there is one version for every day, and no end."""
        periods = [period for period, _ in CRITERIA.values]
        assert periods[0].since == date(2019, 8, 21)
        assert periods[-1].until is None
        assert all(later.since == earlier.until + timedelta(days=1) for earlier, later in pairwise(periods))

    def test_a_version_holds_while_its_decision_does(self) -> None:
        """No version outlives its decision."""
        assert all(period.within(criteria.document.period) for period, criteria in CRITERIA.values)

    def test_parts_make_a_hundred(self) -> None:
        """35/25/40 until February 2023, 40/25/35 since."""
        assert [criteria.parts for _, criteria in CRITERIA.values] == [(35, 25, 40)] + [(40, 25, 35)] * 4

    def test_bands_descend_to_zero(self) -> None:
        """Five stars from 90, four from 70, three from 50, two from 30, one below."""
        assert BANDS == ((5, 90), (4, 70), (3, 50), (2, 30), (1, 0))


class TestPlaces:
    """The reform of 2025."""

    def test_districts_end_in_june_2025(self) -> None:
        """The day after the last day of districts there are none."""
        assert NO_DISTRICTS.period.since == LAST_DAY_OF_DISTRICTS + timedelta(days=1)
        assert all(renaming.period.since == NO_DISTRICTS.period.since for renaming in RENAMINGS)

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("- Thường trực Huyện ủy;", "Huyện ủy"),
            ("UBND huyện Quang Bình", "UBND huyện"),
            ("Phòng Tài chính - Kế hoạch huyện", "Phòng Tài chính - Kế hoạch huyện"),
            ("Các huyện, thành phố", None),
            ("UBND xã; UBND huyệnX", None),
        ],
    )
    def test_bodies_of_a_district(self, text: str, found: str | None) -> None:
        """A committee, a council, a division, the Party's committee of a district."""
        match = DISTRICT_BODY().search(text)
        assert (match[0] if match else None) == found


def test_terms_of_protection_hold_before_april_2026() -> None:
    """Article 93 was seen for dates before Law 131/2025; five kinds have a term, no two kinds one name."""
    assert ARTICLE_93.period.until == date(2026, 3, 31)
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert {kind.name: (kind.term, kind.longest) for kind in KINDS if kind.term} == {
        "sáng chế": (20, 20),
        "giải pháp hữu ích": (10, 10),
        "kiểu dáng công nghiệp": (5, 15),
        "nhãn hiệu": (10, None),
        "nhãn hiệu tập thể": (10, None),
        "nhãn hiệu chứng nhận": (10, None),
    }


@pytest.mark.parametrize(("mục", "tiểu_mục"), [("5350", "5351"), ("5350", "5399"), ("6100", "6149"), ("7000", "7049")])
def test_codes_that_were_seen_have_the_shape(mục: str, tiểu_mục: str) -> None:  # noqa: PLC2401 - they have no English names
    """5350 → 5351…5399, 6100 → 6101…6149."""
    assert list(misshapen(parts(f"Mục {mục}, tiểu mục {tiểu_mục}"))) == []
