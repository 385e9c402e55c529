"""Industrial property: kinds that the law knows, dates in order, and terms that count from filing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import IndustrialProperty
from khcn_plan.law.property import KINDS, kind_named
from tests.rules.checking import breaks, faults, holds, sentence, silent


@pytest.mark.parametrize(
    ("kind", "right"),
    [
        ("nhãn hiệu chứng nhận", True),
        ("Nhãn hiệu tập thể", True),
        ("NHÃN HIỆU", True),
        ("nhãn hiệu liên kết", True),
        ("nhãn hiệu nổi tiếng", True),
        ("chỉ dẫn địa lý", True),
        ("kiểu dáng công nghiệp", True),
        ("nhãn hiệu độc quyền", False),
        ("thương hiệu", False),
        ("", None),
    ],
)
def test_kinds_that_the_law_knows(kind: str, *, right: bool | None) -> None:
    """“Nhãn hiệu độc quyền” stands in the real plan and is no kind of mark."""
    item = IndustrialProperty(kind, "rượu gạo men lá")
    assert holds("property.kind", item) is (right is True)
    assert breaks("property.kind", item) is (right is False)


@pytest.mark.parametrize(
    ("item", "named"),
    [
        (IndustrialProperty("thương hiệu", "rượu gạo men lá", sign="Muồng Lèng"), "rượu gạo men lá"),
        (IndustrialProperty("thương hiệu", sign="Muồng Lèng", owner="UBND huyện"), "Muồng Lèng"),
        (IndustrialProperty("thương hiệu", owner="UBND huyện"), "UBND huyện"),
        (IndustrialProperty("thương hiệu"), "thương hiệu"),
    ],
)
def test_an_item_is_called_by_what_is_known_of_it(item: IndustrialProperty, named: str) -> None:
    """The product, else the sign, else the owner tells which item is meant."""
    assert f" cho “{named}”; " in sentence("property.kind", item)


def test_a_proposal_needs_no_numbers() -> None:
    """“Đã đăng ký đề xuất” and no more is a complete record."""
    assert faults(IndustrialProperty("nhãn hiệu chứng nhận", "trà Xuân Minh", sign="Quang Bình")) == []


@pytest.mark.parametrize(
    ("filed", "granted", "right"),
    [
        (date(2021, 5, 4), date(2022, 5, 4), True),
        (date(2021, 5, 4), date(2021, 5, 4), True),
        (date(2022, 5, 4), date(2021, 5, 4), False),
        (None, date(2021, 5, 4), None),
        (date(2021, 5, 4), None, None),
    ],
)
def test_a_title_is_granted_after_filing(filed: date | None, granted: date | None, *, right: bool | None) -> None:
    """An application is examined first."""
    item = IndustrialProperty("nhãn hiệu", "chè", filed=filed, granted=granted, certificate="1")
    assert holds("property.order", item) is (right is True)
    assert breaks("property.order", item) is (right is False)


class TestTerm:
    """A term counts from filing: 10 years and renewals for a mark, 20 for an invention."""

    @pytest.mark.parametrize(
        ("kind", "years", "right"),
        [
            ("nhãn hiệu", 10, True),
            ("nhãn hiệu chứng nhận", 20, True),
            ("nhãn hiệu tập thể", 15, False),
            ("sáng chế", 20, True),
            ("sáng chế", 40, False),
            ("sáng chế", 22, False),
            ("giải pháp hữu ích", 10, True),
            ("giải pháp hữu ích", 20, False),
            ("kiểu dáng công nghiệp", 5, True),
            ("kiểu dáng công nghiệp", 15, True),
            ("kiểu dáng công nghiệp", 20, False),
            ("nhãn hiệu", 0, False),
            ("nhãn hiệu", -10, False),
        ],
    )
    def test_terms_of_article_93(self, kind: str, years: int, *, right: bool) -> None:
        """Designs are renewed twice, marks without limit, inventions and utility solutions never."""
        item = IndustrialProperty(kind, "x", filed=date(2010, 5, 4), expires=date(2010 + years, 5, 4))
        assert breaks("property.term", item) is not right

    def test_a_term_ends_on_the_day_of_filing(self) -> None:
        """Ten years and a day is a slip, or counted from the grant."""
        item = IndustrialProperty("nhãn hiệu", "chè", filed=date(2010, 5, 4), expires=date(2020, 5, 5))
        assert breaks("property.term", item)

    @pytest.mark.parametrize("kind", ["chỉ dẫn địa lý", "thiết kế bố trí", "nhãn hiệu liên kết", "thương hiệu"])
    def test_kinds_without_a_term_are_not_judged(self, kind: str) -> None:
        """A geographical indication has no end; of others the law reckons otherwise, or knows nothing."""
        assert silent("property.term", IndustrialProperty(kind, filed=date(2010, 5, 4), expires=date(2011, 1, 1)))

    def test_from_april_2026_no_term_is_held(self) -> None:
        """Whether Law 131/2025 changed the terms was not seen."""
        item = IndustrialProperty("nhãn hiệu", filed=date(2010, 5, 4), expires=date(2011, 1, 1))
        assert breaks("property.term", item, on=date(2026, 3, 31))
        assert silent("property.term", item, on=date(2026, 4, 1))

    @given(st.dates(date(1950, 1, 1), date(2000, 1, 1)), st.sampled_from([kind for kind in KINDS if kind.term]))
    def test_the_first_term_always_holds(self, filed: date, kind: object) -> None:
        """Whatever was filed, on whatever day but the leap day, its first term is right."""
        if (filed.month, filed.day) != (2, 29):
            expires = filed.replace(year=filed.year + kind.term)
            assert holds("property.term", IndustrialProperty(kind.name, filed=filed, expires=expires))


def test_a_leap_day_ends_on_the_last_of_february() -> None:
    """Filed on 29/02/2008, a mark holds to 28/02/2018: that year has no 29th."""
    assert holds("property.term", IndustrialProperty("nhãn hiệu", filed=date(2008, 2, 29), expires=date(2018, 2, 28)))
    assert breaks("property.term", IndustrialProperty("nhãn hiệu", filed=date(2008, 2, 29), expires=date(2018, 2, 27)))


@pytest.mark.parametrize(
    ("certificate", "granted", "right"), [("4-0123", True, True), ("", True, False), ("", False, None)]
)
def test_a_grant_has_a_number(certificate: str, *, granted: bool, right: bool | None) -> None:
    """What was granted can be looked up; what was only proposed has no number yet."""
    day = date(2022, 5, 4) if granted else None
    item = IndustrialProperty("nhãn hiệu", "chè", granted=day, certificate=certificate)
    assert holds("property.number-missing", item) is (right is True)
    assert breaks("property.number-missing", item) is (right is False)


def test_a_kind_is_found_by_any_spelling_of_its_name() -> None:
    """Case, spaces and the place of a tone mark make no other kind."""
    assert kind_named("Sáng  chế") is kind_named("SÁNG CHẾ")
    assert kind_named("nhãn hiệu hàng đầu") is None
