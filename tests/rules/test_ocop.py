"""OCOP products: scores and stars by version, who grants which star on which day, and the way to recognition."""

from datetime import date
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import Evaluation, Level, OcopList, OcopProduct, OcopRound, PartScores, Review, check
from khcn_plan.law.ocop import BANDS, CRITERIA, stars_for
from khcn_plan.rules.ocop import expiry
from tests.rules.checking import breaks, faults, holds, sentence, silent, unjudged

IN_2022 = date(2022, 5, 6)
IN_2024 = date(2024, 5, 6)
IN_2025 = date(2025, 9, 1)
IN_2026 = date(2026, 6, 1)
TEA = OcopProduct("Bạch trà shan tuyết", "Hợp tác xã Việt Nhật Tiến Anh")
HONEY = OcopProduct("Mật ong hoa cam", "Tổ hợp tác Yên Hà")
ORANGE = OcopProduct("Cam sành", "Tổ sản xuất thôn Sơn Nam")


def product(score: str | None = None, stars: int | None = None, **parts: object) -> OcopProduct:
    """Make a product with a score and stars."""
    return OcopProduct("Cam sành", score=None if score is None else Decimal(score), stars=stars, **parts)


class TestStars:
    """The star follows from the average of the council's scores."""

    @pytest.mark.parametrize(
        ("score", "stars"),
        [
            ("0", 1), ("29.99", 1), ("30", 2), ("49.99", 2), ("50", 3), ("69", 3), ("69.5", 3), ("69.99", 3),
            ("70", 4), ("89.5", 4), ("89.99", 4), ("90", 5), ("93.00", 5), ("100", 5),
        ],
    )  # fmt: skip
    def test_the_bands_are_half_open(self, score: str, stars: int) -> None:
        """69,5 is 3 stars under every version: Decision 148 says “đến dưới 70”."""
        for day in (IN_2022, IN_2024, IN_2025):
            assert holds("ocop.stars", product(score, stars, recognised=day), on=day)
            assert breaks("ocop.stars", product(score, stars % 5 + 1, recognised=day), on=day)

    def test_under_1048_a_fraction_fits_no_printed_band(self) -> None:
        """1048 printed 50–69 and 70–89: 69,5 is read as 3 stars, with a warning; 148 repaired the wording."""
        assert faults(product("69.5", 3, recognised=IN_2022), on=IN_2022) == ["ocop.score-gap"]
        assert faults(product("69.5", 3, recognised=IN_2024), on=IN_2024) == []
        assert faults(product("69.5", 4, recognised=IN_2024), on=IN_2024) == ["ocop.stars"]

    @pytest.mark.parametrize(
        ("score", "gap"),
        [("69", False), ("69.01", True), ("69.99", True), ("70", False), ("89.5", True), ("49.5", True), ("29.5", True),
         ("99.5", False), ("0.5", False)],
    )  # fmt: skip
    def test_gaps_lie_below_the_bounds(self, score: str, *, gap: bool) -> None:
        """Between two whole bands there is a gap; inside a band a fraction has its place."""
        assert breaks("ocop.score-gap", product(score), on=IN_2022) is gap
        assert silent("ocop.score-gap", product(score), on=IN_2024)

    @pytest.mark.parametrize(("score", "stars"), [("70", 3), ("50", 2), ("90", 4)])
    def test_the_bounds_of_2026_were_not_seen(self, score: str, stars: int) -> None:
        """Decision 26/2026 prints 50–70 and 70–90: to which band 70 belongs is not pretended to be known."""
        assert unjudged("ocop.stars", product(score, stars), on=IN_2026)
        assert breaks("ocop.stars", product(score, stars), on=IN_2025)

    @pytest.mark.parametrize(("score", "stars"), [("70", 4), ("75", 4), ("69.5", 3)])
    def test_inside_the_bands_of_2026_the_star_is_sure(self, score: str, stars: int) -> None:
        """Off the bounds, and with the higher star on them, nothing is open."""
        assert holds("ocop.stars", product(score, stars), on=IN_2026)
        assert breaks("ocop.stars", product(score, stars + 1), on=IN_2026)
        assert breaks("ocop.stars", product(score, stars - 2), on=IN_2026)

    def test_before_the_first_criteria_no_star_follows(self) -> None:
        """Recognised before 21/8/2019 under no criteria that were seen."""
        assert silent("ocop.stars", product("95", 3, recognised=date(2019, 8, 20)), on=IN_2022)

    @pytest.mark.parametrize("score", ["-1", "100.01", "695"])
    def test_a_score_off_its_scale_is_one_fault(self, score: str) -> None:
        """A lost comma makes 695 of 69,5; no star follows from that."""
        assert faults(product(score, 3, recognised=IN_2024), on=IN_2024) == ["ocop.score-range"]

    @given(st.decimals(0, 100, places=2))
    def test_every_score_has_one_star(self, score: Decimal) -> None:
        """The bands cover the scale without a gap or an overlap."""
        assert stars_for(score) == max(stars for stars, least in BANDS if least <= score)

    def test_the_sentence_names_the_star_that_is_due(self) -> None:
        """The officer sees score, star and the star that the score gives, in figures as he writes them."""
        expected = "“Cam sành” ghi 4 sao, nhưng 69,5 điểm là 3 sao."
        assert sentence("ocop.stars", product("69.5", 4), on=IN_2024) == expected


class TestParts:
    """Parts A, B and C make the score, each within its maximum."""

    @pytest.mark.parametrize(
        ("score", "right"), [("93", True), ("93.01", True), ("92.99", True), ("93.02", False), ("91", False)]
    )
    def test_a_sheet_of_ben_tre(self, score: str, *, right: bool) -> None:
        """31,00 + 24,00 + 38,00 = 93,00; each average is rounded to a hundredth."""
        parts = PartScores(Decimal("31.00"), Decimal("24.00"), Decimal("38.00"))
        assert breaks("ocop.score-parts", product(score, 5, parts=parts), on=IN_2022) is not right

    @pytest.mark.parametrize(
        ("day", "parts", "wrong"),
        [
            (IN_2022, ("31", "24", "38"), []),
            (IN_2024, ("31", "24", "38"), ["C"]),
            (IN_2024, ("38", "24", "31"), []),
            (IN_2022, ("38", "24", "31"), ["A"]),
            (IN_2026, ("41", "26", "36"), ["A", "B", "C"]),
            (IN_2025, ("-1", "25", "35"), ["A"]),
            (date(2019, 8, 20), ("41", "26", "36"), []),
        ],
    )
    def test_maxima_changed_with_decision_148(self, day: date, parts: tuple[str, ...], wrong: list[str]) -> None:
        """35/25/40 under 1048, 40/25/35 since: the same sheet is right in 2022 and impossible in 2024."""
        made = product(parts=PartScores(*map(Decimal, parts)), recognised=day)
        found = [f for f in check(made, on=max(day, date(2019, 8, 21))) if f.rule.name == "ocop.part-maximum"]
        assert [dict(finding.values)["part"] for finding in found] == wrong

    def test_parts_without_a_score_are_not_added(self) -> None:
        """What is not stated is not missed."""
        assert silent("ocop.score-parts", product(parts=PartScores(Decimal(1), Decimal(1), Decimal(1))))
        assert silent("ocop.part-maximum", product("93"))


class TestGrantor:
    """Who may recognise a star changed three times; the same grant is right or wrong by its day."""

    @pytest.mark.parametrize(
        ("day", "grantor", "right"),
        [
            (date(2022, 11, 15), Level.PROVINCE, True),
            (date(2022, 11, 15), Level.DISTRICT, False),
            (date(2023, 2, 23), Level.PROVINCE, True),
            (date(2023, 2, 23), Level.DISTRICT, False),
            (date(2023, 2, 24), Level.DISTRICT, True),
            (date(2023, 2, 24), Level.PROVINCE, False),
            (date(2025, 6, 30), Level.DISTRICT, True),
            (date(2025, 6, 30), Level.PROVINCE, False),
            (date(2025, 7, 1), Level.PROVINCE, None),
            (date(2025, 7, 5), Level.DISTRICT, None),
            (date(2025, 7, 6), Level.PROVINCE, True),
            (date(2025, 7, 6), Level.DISTRICT, False),
            (date(2026, 5, 21), Level.PROVINCE, True),
            (date(2026, 5, 22), Level.PROVINCE, True),
            (date(2026, 5, 22), Level.COMMUNE, False),
        ],
    )
    def test_three_stars_around_each_change_of_law(self, day: date, grantor: Level, *, right: bool | None) -> None:
        """Province until 23/02/2023, district until districts ended, province since 06/7/2025; five days are open."""
        made = product(stars=3, grantor=grantor, recognised=day)
        assert holds("ocop.grantor", made, on=day) is (right is True)
        assert breaks("ocop.grantor", made, on=day) is (right is False)

    @pytest.mark.parametrize("day", [IN_2022, IN_2024, date(2025, 7, 3), IN_2025, IN_2026])
    @pytest.mark.parametrize(("stars", "due"), [(4, Level.PROVINCE), (5, Level.CENTRAL)])
    def test_four_and_five_stars_never_changed(self, day: date, stars: int, due: Level) -> None:
        """Four stars are the province's, five the centre's, under every version, and on the days between two."""
        for grantor in Level:
            made = product(stars=stars, grantor=grantor, recognised=day)
            assert breaks("ocop.grantor", made, on=day) is (grantor is not due)

    @pytest.mark.parametrize("stars", [1, 2, None, 7])
    def test_other_stars_have_no_grantor(self, stars: int | None) -> None:
        """One and two stars are never recognised by anybody."""
        assert silent("ocop.grantor", product(stars=stars, grantor=Level.PROVINCE), on=IN_2024)

    def test_a_product_is_judged_by_its_own_day(self) -> None:
        """A plan of 2024 that reports a recognition of 2022 reports it under the law of 2022."""
        made = product(stars=3, grantor=Level.PROVINCE, recognised=IN_2022)
        assert holds("ocop.grantor", made, on=IN_2024)
        assert breaks("ocop.grantor", attrs.evolve(made, recognised=None), on=IN_2024)

    def test_the_sentence_names_both_levels(self) -> None:
        """The officer sees who granted the star and whose it was on that day."""
        made = product(stars=3, grantor=Level.PROVINCE, recognised=IN_2024)
        expected = "“Cam sành”: 3 sao do cấp tỉnh công nhận; vào ngày đó thẩm quyền thuộc cấp huyện."
        assert sentence("ocop.grantor", made, on=IN_2024) == expected

    @pytest.mark.parametrize(
        ("day", "number"),
        [
            (date(2019, 8, 20), None),
            (date(2019, 8, 21), "1048/QĐ-TTg"),
            (date(2023, 2, 23), "1048/QĐ-TTg"),
            (date(2023, 2, 24), "148/QĐ-TTg"),
            (date(2025, 7, 5), "148/QĐ-TTg"),
            (date(2025, 7, 6), "1489/QĐ-TTg"),
            (date(2026, 5, 21), "1489/QĐ-TTg"),
            (date(2026, 5, 22), "26/2026/QĐ-TTg"),
        ],
    )
    def test_the_criteria_in_force_on_a_day(self, day: date, number: str | None) -> None:
        """Each version holds from its day to the day before the next."""
        criteria = CRITERIA.on(day)
        assert (criteria.document.number if criteria else None) == number


class TestCertificate:
    """A certificate holds for 36 months from the decision."""

    @pytest.mark.parametrize(
        ("recognised", "last"),
        [
            (date(2022, 1, 5), date(2025, 1, 5)),
            (date(2024, 2, 29), date(2027, 2, 28)),
            (date(2020, 2, 28), date(2023, 2, 28)),
            (date(9998, 12, 31), date(9999, 12, 31)),
        ],
    )
    def test_the_last_day_of_a_certificate(self, recognised: date, last: date) -> None:
        """Hà Giang's 40 products of 05/01/2022 hold to 05/01/2025; a leap day ends on 28 February."""
        assert expiry(recognised) == last

    @given(st.dates(date(2019, 8, 21), date(2100, 1, 1)))
    def test_a_certificate_is_valid_for_three_years_and_no_day_more(self, recognised: date) -> None:
        """On its last day it holds, on the next it is expired."""
        last = expiry(recognised)
        made = product(stars=3, recognised=recognised)
        assert holds("ocop.certificate-expired", made, on=last)
        assert breaks("ocop.certificate-expired", made, on=date.fromordinal(last.toordinal() + 1))

    def test_without_a_day_nothing_has_expired(self) -> None:
        """Where nobody knows the date of the plan, no certificate is called expired."""
        assert silent("ocop.certificate-expired", product(stars=3, recognised=date(2019, 9, 1)), on=None)
        assert silent("ocop.certificate-expired", product(stars=3), on=IN_2024)


class TestRound:
    """Recognised ⊆ selected ⊆ registered."""

    @pytest.mark.parametrize(
        ("steps", "right"),
        [
            ((16, 6, 4), True),
            ((16, 6, 6), True),
            ((6, 16, 4), False),
            ((16, None, 17), False),
            ((16, 4, 6), False),
            ((None, 6, 4), True),
            ((16, None, None), None),
        ],
    )
    def test_the_funnel_of_quang_binh(self, steps: tuple[int | None, ...], *, right: bool | None) -> None:
        """16 registered, 6 selected, 4 recognised; a step without a number is passed over."""
        lists = [None if count is None else OcopList(count) for count in steps]
        round_ = OcopRound(year=2022, registered=lists[0], selected=lists[1], recognised=lists[2])
        assert holds("ocop.funnel", round_) is (right is True)
        assert breaks("ocop.funnel", round_) is (right is False)

    @pytest.mark.parametrize(
        ("count", "products", "names"),
        [
            (2, (TEA, HONEY), []),
            (3, (TEA, HONEY), ["ocop.count"]),
            (1, (TEA, HONEY), ["ocop.count"]),
            (None, (TEA, HONEY), []),
            (3, (), []),
            (28, tuple(OcopProduct(f"sản phẩm {n}") for n in range(27)), ["ocop.count"]),
        ],
    )
    def test_a_list_is_as_long_as_it_says(
        self, count: int | None, products: tuple[OcopProduct, ...], names: list[str]
    ) -> None:
        """Sơn La counted 28 products and named 27."""
        assert faults(OcopList(count, products)) == names

    def test_only_what_was_registered_is_selected(self) -> None:
        """A product that turns up between two steps was misspelt or smuggled in."""
        registered = OcopList(None, (TEA, HONEY))
        assert faults(OcopRound(registered=registered, selected=OcopList(None, (ORANGE,)))) == ["ocop.not-registered"]
        starred = attrs.evolve(ORANGE, stars=3)
        assert faults(OcopRound(selected=registered, recognised=OcopList(None, (starred,)))) == ["ocop.not-selected"]

    @pytest.mark.parametrize("name", ["MẬT ONG HOA CAM", "Mật ong hoa Cam", "Mật ong  hoa cam."])
    def test_case_and_spaces_make_no_other_product(self, name: str) -> None:
        """The plan writes “hoa Cam” and “hoa cam”."""
        round_ = OcopRound(registered=OcopList(None, (HONEY,)), selected=OcopList(None, (OcopProduct(name),)))
        assert holds("ocop.not-registered", round_)

    def test_a_number_alone_lists_nobody(self) -> None:
        """16 registered products without their names leave open who is among them."""
        round_ = OcopRound(registered=OcopList(16), selected=OcopList(1, (TEA,)))
        assert silent("ocop.not-registered", round_)
        assert silent("ocop.not-registered", OcopRound(selected=OcopList(1, (TEA,))))

    def test_stars_are_missed_once(self) -> None:
        """Four products recognised without stars are one omission; their names are in the sentence."""
        bare = OcopRound(recognised=OcopList(2, (TEA, HONEY)))
        assert faults(bare) == ["ocop.stars-missing"]
        assert sentence("ocop.stars-missing", bare).endswith("“Bạch trà shan tuyết”, “Mật ong hoa cam”.")
        assert holds("ocop.stars-missing", OcopRound(recognised=OcopList(1, (attrs.evolve(TEA, stars=3),))))
        assert silent("ocop.stars-missing", OcopRound(recognised=OcopList(4)))

    @pytest.mark.parametrize(
        ("producer", "twice"),
        [("Tổ hợp tác Yên Hà", True), ("tổ hợp tác Yên Hà", True), ("Hợp tác xã Hương Sơn", False)],
    )
    def test_the_same_name_by_another_owner_is_another_product(self, producer: str, *, twice: bool) -> None:
        """“Chanh dây sấy dẻo” stands in one real list with two owners."""
        listed = OcopList(None, (HONEY, OcopProduct("Mật ong hoa cam", producer)))
        assert breaks("ocop.duplicate", listed) is twice

    @pytest.mark.parametrize(
        ("evaluation", "right"),
        [(Evaluation.FIRST, False), (Evaluation.UPGRADE, None), (Evaluation.RENEWAL, None), (None, None)],
    )
    def test_an_upgrade_is_no_new_product(self, evaluation: Evaluation | None, *, right: bool | None) -> None:
        """Tuyên Quang's 66 products of 2022 are 63 and 3 upgrades."""
        before = OcopRound(year=2021, recognised=OcopList(1, (attrs.evolve(ORANGE, stars=3),)))
        after = OcopRound(year=2022, recognised=OcopList(1, (attrs.evolve(ORANGE, stars=4, evaluation=evaluation),)))
        review = Review(year=2022, rounds=(OcopRound(year=2020), before, after))
        assert breaks("ocop.upgrade-as-new", review) is (right is False)

    def test_a_first_evaluation_of_a_new_product_holds(self) -> None:
        """A product that nobody recognised before may be evaluated for the first time."""
        first = OcopRound(year=2022, recognised=OcopList(1, (attrs.evolve(TEA, stars=3, evaluation=Evaluation.FIRST),)))
        assert holds("ocop.upgrade-as-new", Review(year=2022, rounds=(first,)))


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("83-832-28882-2-2022", True),
        ("01-268-09886-1-2021", True),
        ("1-268-09886-1-2021", False),
        ("01-268-9886-1-2021", False),
        ("01-268-09886-1", False),
        ("01-268-09886-1-1921", False),
    ],
)
def test_a_code_is_province_district_commune_number_year(code: str, *, right: bool) -> None:
    """Leading zeros belong to a code; its year may differ from that of the evaluation."""
    assert breaks("ocop.code", product(code=code), on=IN_2024) is not right


def test_a_star_that_the_score_contradicts_is_told_once() -> None:
    """Who may give it is asked of the star that the score gives, not of a misprint."""
    product = OcopProduct("Chè", score=Decimal(78), stars=5, grantor=Level.PROVINCE, recognised=date(2024, 5, 6))
    assert faults(product) == ["ocop.stars"]
    assert faults(attrs.evolve(product, score=None)) == ["ocop.grantor"]
