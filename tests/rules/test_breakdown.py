"""Totals and their parts: exact sums, rounded sums, shares, rates and lists, with figures from real documents."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from khcn_plan import Breakdown, Division, DivisionKind, Enumeration, Execution, Quantity
from khcn_plan.model.sums import Comparison, add_up
from khcn_plan.notation import figures
from khcn_plan.rules.breakdown import rates
from tests.rules.checking import breaks, faults, holds, sentence, silent, unjudged

MACHINES = (4818, 75, 18, 1, 626, 543, 15, 2, 23, 2109)
MILLION = 10**6


def counted(count: int) -> Quantity:
    """So many pieces."""
    return Quantity(Decimal(count), "cái")


def divided(total: str, *parts: str, kind: DivisionKind = DivisionKind.PARTITION) -> Breakdown:
    """Make a breakdown of figures as they are printed."""
    members = tuple(Breakdown(f"phần {number}", figures.read(part)) for number, part in enumerate(parts, 1))
    return Breakdown("Tổng số", figures.read(total), (Division(members, kind),))


def shared(total: str, **parts: str) -> Breakdown:
    """Make a breakdown whose parts have percentages beside them."""
    members = tuple(
        Breakdown(label, figures.read(part.split("=")[0]), share=figures.read(part.split("=")[1]))
        for label, part in parts.items()
    )
    return Breakdown("Tổng số", figures.read(total), (Division(members),))


class TestTotal:
    """The parts of a partition make its total."""

    @pytest.mark.parametrize(("stated", "right"), [(8230, True), (8229, False), (8231, False)])
    def test_the_machines_of_quang_binh(self, stated: int, *, right: bool) -> None:
        """The ten counts add up to 8.230 where the plan says 8.229: a miss by one is an error."""
        parts = tuple(Breakdown("máy", counted(count)) for count in MACHINES)
        total = Breakdown("Máy nông nghiệp", counted(stated), (Division(parts),))
        assert faults(total) == ([] if right else ["breakdown.total"])

    def test_the_sentence_names_both_figures(self) -> None:
        """The officer sees what is stated and what the parts make."""
        total = divided("8.229 cái", "8.000 cái", "230 cái")
        assert sentence("breakdown.total", total) == "Tổng ghi 8.229 cái nhưng các phần cộng lại là 8.230 cái."

    @pytest.mark.parametrize(
        ("total", "parts"),
        [
            ("13.646,269 triệu đồng", ("6.226,269 triệu đồng", "7.420,000 triệu đồng")),
            ("643.780 triệu đồng", ("343.780 triệu đồng", "300.000 triệu đồng")),
            ("108.937,00 triệu đồng", ("106.403,00 triệu đồng", "2.534,00 triệu đồng")),
            ("10.367,700 tỷ đồng", ("10.052,700 tỷ đồng", "315 tỷ đồng")),
            ("26.811,096 tỷ đồng", ("21.049,188 tỷ đồng", "5.761,908 tỷ đồng")),
            ("4.090 nhà", ("3.921 nhà", "169 nhà")),
            ("2,534 tỷ đồng", ("40 triệu đồng", "300 triệu đồng", "300 triệu đồng", "250 triệu đồng", "600 triệu đồng",
                               "1.044 triệu đồng")),
        ],
    )  # fmt: skip
    def test_real_totals_that_hold(self, total: str, parts: tuple[str, ...]) -> None:
        """Sums of published budgets, in millions, thousand millions, and both."""
        assert faults(divided(total, *parts)) == []

    @pytest.mark.parametrize(
        ("total", "parts"),
        [
            ("401 chợ", ("20 chợ", "57 chợ", "325 chợ")),
            ("28 sản phẩm", ("9 sản phẩm", "18 sản phẩm")),
            ("108 sản phẩm", ("60 sản phẩm", "50 sản phẩm")),
        ],
    )
    def test_real_totals_that_do_not(self, total: str, parts: tuple[str, ...]) -> None:
        """401 markets whose classes make 402, 28 products of which 27 are named, 108 that the districts make 110."""
        assert faults(divided(total, *parts)) == ["breakdown.total"]

    def test_rounding_explains_a_thousandth(self) -> None:
        """258.758 against 258.759 million with three parts is rounding and no error."""
        rounded = divided("258.758 triệu đồng", "100.253 triệu đồng", "100.253 triệu đồng", "58.253 triệu đồng")
        assert faults(rounded) == ["breakdown.rounding"]
        assert faults(divided("258.752 triệu đồng", "100.253 triệu đồng", "158.506 triệu đồng")) == ["breakdown.total"]

    @pytest.mark.parametrize(
        ("kind", "parts", "names"),
        [
            (DivisionKind.SUBSET, (5, 4), []),
            (DivisionKind.SUBSET, (5, 3), ["breakdown.remainder"]),
            (DivisionKind.SUBSET, (5,), []),
            (DivisionKind.SUBSET, (5, 6), ["breakdown.total"]),
            (DivisionKind.OPEN, (5, 6), []),
            (DivisionKind.OPEN, (5, 10), ["breakdown.part-over-total"]),
            (DivisionKind.OPEN, (11, 10), ["breakdown.part-over-total", "breakdown.part-over-total"]),
        ],
    )
    def test_what_a_list_claims_decides(self, kind: DivisionKind, parts: tuple[int, ...], names: list[str]) -> None:
        """“Trong đó” may fall short, never exceed; a list that goes on claims only that no part is more than all."""
        members = tuple(Breakdown("máy", counted(part)) for part in parts)
        assert faults(Breakdown("Máy", counted(9), (Division(members, kind),))) == names

    def test_an_unsure_division_is_not_judged(self) -> None:
        """Where the tree of figures is unclear the report says so and judges nothing."""
        unclear = divided("9 cái", "5 cái", "5 cái", kind=DivisionKind.UNSURE)
        assert faults(unclear) == []
        assert unjudged("breakdown.total", unclear)

    @pytest.mark.parametrize(
        ("by_phase", "names"),
        [
            (("71 chợ", "330 chợ"), ["breakdown.divisions"]),
            (("71 chợ", "331 chợ"), ["breakdown.total", "breakdown.total"]),
            ((), ["breakdown.total"]),
        ],
    )
    def test_every_division_is_held_on_its_own(self, by_phase: tuple[str, ...], names: list[str]) -> None:
        """401 markets are wrong by class; if they are right by phase, the total is, and the finding says so."""
        by_class = divided("401 chợ", "20 chợ", "57 chợ", "325 chợ").divisions
        again = divided("401 chợ", *by_phase).divisions if by_phase else ()
        assert faults(Breakdown("chợ", figures.read("401 chợ"), by_class + again)) == names

    def test_parts_are_divided_again(self) -> None:
        """A fault two levels down is found there."""
        part = divided("6 cái", "3 cái", "2 cái")
        whole = Breakdown("Máy", counted(9), (Division((part, Breakdown("máy cấy", counted(3)))),))
        assert faults(whole) == ["breakdown.total"]


class TestLaws:
    """What is true of sums whatever the figures are."""

    @given(st.lists(st.integers(0, 10**12), min_size=1, max_size=12), st.sampled_from([1, 10**3, 10**6, 10**9]))
    def test_a_partition_of_random_parts_holds(self, parts: list[int], scale: int) -> None:
        """Whatever parts are printed, in whatever unit, the total of them holds."""
        members = [Quantity(Decimal(part * scale), "đồng", Decimal(scale), scale) for part in parts]
        total = Quantity(Decimal(sum(parts) * scale), "đồng", Decimal(scale), scale)
        assert add_up(total, members).comparison is Comparison.EQUAL

    @given(
        st.lists(st.integers(0, 10**9), min_size=1, max_size=12),
        st.sampled_from([1, 10**6]),
        st.integers(-(10**6), 10**6),
    )
    def test_rounding_allows_half_a_step_for_every_figure(self, parts: list[int], step: int, steps: int) -> None:
        """A total that is off by more than its figures were rounded is broken; off by less it is rounding."""
        assume(steps)
        members = [Quantity(Decimal(part * step), "đồng", Decimal(step), step) for part in parts]
        total = Quantity(Decimal((sum(parts) + steps) * step), "đồng", Decimal(step), step)
        allowed = 0 if step == 1 else (len(parts) + 1) / 2
        found = add_up(total, members).comparison
        if abs(steps) <= allowed:
            assert found is Comparison.ROUNDED
        else:
            assert found is (Comparison.SHORT if steps > 0 else Comparison.OVER)

    @given(
        st.integers(0, 10**12), st.integers(0, 10**12), st.sampled_from([1, 10**3, 10**6]), st.sampled_from([1, 10**6])
    )
    def test_intervals_are_symmetrical(self, one: int, other: int, step: int, other_step: int) -> None:
        """If the first figure may stand for the second, the second may stand for the first."""
        first = Quantity(Decimal(one * step), "đồng", Decimal(step))
        second = Quantity(Decimal(other * other_step), "đồng", Decimal(other_step))
        turned = {Comparison.SHORT: Comparison.OVER, Comparison.OVER: Comparison.SHORT}
        there, back = add_up(first, (second,)).comparison, add_up(second, (first,)).comparison
        assert back is turned.get(there, there)

    @given(st.lists(st.integers(0, 10**60), min_size=1, max_size=5))
    def test_long_figures_are_added_exactly(self, parts: list[int]) -> None:
        """No figure is so long that a đồng is lost in its sum."""
        total = Quantity(Decimal(sum(parts) + 1), "đồng")
        assert add_up(total, [Quantity(Decimal(part), "đồng") for part in parts]).comparison is Comparison.SHORT


class TestShare:
    """A percentage beside a part follows from the part and the total."""

    def test_the_investments_of_hai_duong(self) -> None:
        """Four parts of 404.640 million with two decimals: 131.250 is 32,44 % and so on."""
        whole = shared(
            "404.640 triệu đồng",
            thanh_toan="131.250 triệu đồng=32,44%",
            chuyen_tiep="197.710 triệu đồng=48,86%",
            khoi_cong="64.180 triệu đồng=15,86%",
            du_phong="11.500 triệu đồng=2,84%",
        )
        assert faults(whole) == []

    @pytest.mark.parametrize(
        ("share", "right"),
        [("74,6%", True), ("74,7%", True), ("74,5%", False), ("74,8%", False), ("75%", True), ("7,46%", False)],
    )
    def test_a_share_is_rounded_or_cut_off(self, share: str, *, right: bool) -> None:
        """150 of 201 is 74,627 %: 74,6 rounded, 75 to the unit, and one step of the last digit either way."""
        whole = shared("201 cái", may_cay=f"150 cái={share}", may_cay_khac="51 cái=25,4%")
        assert breaks("breakdown.share", whole) is not right

    def test_one_thing_has_shares_too(self) -> None:
        """A total of one is a total; of none there is no share."""
        assert breaks("breakdown.share", shared("1 cái", mot="1 cái=70%"))
        assert silent("breakdown.share", shared("0 cái", mot="0 cái=70%"))

    def test_rounded_figures_widen_what_a_share_may_be(self) -> None:
        """0,4 of 1,2 tỷ may be anything from 28 to 39 percent, so 31 % contradicts nothing."""
        assert holds("breakdown.share", shared("1,2 tỷ đồng", mot="0,4 tỷ đồng=31%", hai="0,8 tỷ đồng=69%"))
        assert breaks("breakdown.share", shared("1,2 tỷ đồng", mot="0,4 tỷ đồng=41%", hai="0,8 tỷ đồng=59%"))

    @pytest.mark.parametrize("total", ["0 cái", "-5 cái"])
    def test_a_share_of_nothing_is_not_judged(self, total: str) -> None:
        """Nothing can be a percentage of zero, or of less."""
        assert silent("breakdown.share", shared(total, mot="0 cái=50%"))

    def test_a_total_smaller_than_its_rounding_has_any_share(self) -> None:
        """A total that may be nothing leaves every percentage open."""
        assert rates(counted(1), Quantity(Decimal(4), "đồng", Decimal(10))) is None
        tiny = Breakdown("x", Quantity(Decimal(4), "đồng", Decimal(10)))
        part = Breakdown("y", Quantity(Decimal(4), "đồng", Decimal(10)), share=figures.read("7%"))
        assert holds("breakdown.share", Breakdown("x", tiny.total, (Division((part,)),)))

    def test_the_sentence_computes_the_share(self) -> None:
        """The officer sees the share stated and the one that the figures give, to as many digits."""
        whole = shared("200 cái", may_cay="150 cái=70,0%", may_gat="50 cái=25,0%")
        expected = "“may_cay” ghi 70,0%, nhưng 150 cái trên 200 cái là 75,0%."
        assert sentence("breakdown.share", whole) == expected


class TestRate:
    """“Đạt x%” is what was done divided by what was planned."""

    @pytest.mark.parametrize(
        ("planned", "done", "rate", "right"),
        [
            ("12,9 tỷ đồng", "22,656 tỷ đồng", "175,63%", True),
            ("200 ha", "150 ha", "75%", True),
            ("200 ha", "150 ha", "85%", False),
            ("40.000.000 đồng", "40.000.000 đồng", "100%", True),
            ("40.000.000 đồng", "35.000.000 đồng", "100%", False),
        ],
    )
    def test_rates_of_reports(self, planned: str, done: str, rate: str, *, right: bool) -> None:
        """22,656 of 12,9 thousand million is 175,63 %: more than all is possible."""
        execution = Execution("Thực hiện", figures.read(planned), figures.read(done), figures.read(rate))
        assert breaks("breakdown.rate", execution) is not right

    @pytest.mark.parametrize("planned", [0, -5])
    def test_nothing_planned_has_no_rate(self, planned: int) -> None:
        """What was not planned, or is below zero, can't be reached to a percentage."""
        assert silent("breakdown.rate", Execution("x", counted(planned), counted(5), figures.read("100%")))

    @given(st.integers(1, 10**12), st.integers(0, 10**12), st.sampled_from(["1", "0.1", "0.01"]))
    def test_the_computed_rate_always_holds(self, planned: int, done: int, step: str) -> None:
        """A rate rounded to any number of digits agrees with its figures."""
        percent = (Decimal(done) * 100 / planned).quantize(Decimal(step))
        execution = Execution("x", counted(planned), counted(done), Quantity(percent, "%", Decimal(step)))
        assert holds("breakdown.rate", execution)

    def test_a_huge_rate_is_still_computed(self) -> None:
        """A slip of a hundred digits is a fault, never an exception."""
        assert breaks("breakdown.rate", Execution("x", counted(1), counted(10**60), figures.read("85,0%")))


class TestCount:
    """A list is as long as the text says."""

    @pytest.mark.parametrize(
        ("count", "listed", "names"),
        [
            (2, 2, []),
            (3, 2, ["breakdown.count"]),
            (1, 2, ["breakdown.count"]),
            (30, 32, ["breakdown.count"]),
            (14, 0, []),
        ],
    )
    def test_lists_of_real_papers(self, count: int, listed: int, names: list[str]) -> None:
        """30 copies for 32 communes; and a number that no list follows."""
        assert faults(Enumeration("xã", count, tuple(f"xã {number}" for number in range(listed)))) == names
