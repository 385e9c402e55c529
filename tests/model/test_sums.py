"""A total held against its parts: exact where figures are counted, within half a step each where they are rounded."""

from decimal import Decimal

import pytest

from khcn_plan import Quantity
from khcn_plan.model.sums import Comparison, add_up, half_step


def hectares(value: str, step: str = "0.1") -> Quantity:
    """Make an area printed with as many decimals as the step has."""
    return Quantity(Decimal(value), "ha", Decimal(step))


@pytest.mark.parametrize(
    ("total", "parts", "comparison"),
    [
        ("1.4", ("0.7", "0.7"), Comparison.EQUAL),
        ("1.5", ("0.7", "0.7"), Comparison.ROUNDED),
        ("1.1", ("1.0",), Comparison.ROUNDED),
        ("1.3", ("0.7", "0.7"), Comparison.ROUNDED),
        ("1.6", ("0.7", "0.7"), Comparison.SHORT),
        ("1.2", ("0.7", "0.7"), Comparison.OVER),
        ("1.2", ("1.0",), Comparison.SHORT),
    ],
)
def test_rounded_figures_stand_for_intervals(total: str, parts: tuple[str, ...], comparison: Comparison) -> None:
    """Each figure of 0,1 ha may be 0,05 ha off; the total agrees if the intervals meet, their ends included."""
    assert add_up(hectares(total), map(hectares, parts)).comparison is comparison


@pytest.mark.parametrize(("total", "comparison"), [(9, Comparison.SHORT), (8, Comparison.EQUAL), (7, Comparison.OVER)])
def test_what_is_counted_is_exact(total: int, comparison: Comparison) -> None:
    """Machines are not rounded: 8.229 is not 8.230."""
    pieces = [Quantity(Decimal(number), "cái") for number in (5, 3)]
    assert add_up(Quantity(Decimal(total), "cái"), pieces).comparison is comparison


@pytest.mark.parametrize(("part", "comparison"), [("79.2", Comparison.ROUNDED), ("79.5", Comparison.OVER)])
def test_what_is_measured_may_be_rounded_to_the_unit(part: str, comparison: Comparison) -> None:
    """80 ha may be 1,2 ha and 79,2 ha: who prints one of them with decimals has measured."""
    assert add_up(hectares("80", "1"), (hectares("1.2"), hectares(part))).comparison is comparison


def test_the_sum_is_told_as_exactly_as_its_finest_part() -> None:
    """0,7 ha and 0,25 ha make 0,95 ha, not 1,0."""
    found = add_up(hectares("1.0"), (hectares("0.7"), hectares("0.25", "0.01")))
    assert (found.parts.value, found.parts.step) == (Decimal("0.95"), Decimal("0.01"))


@pytest.mark.parametrize(("step", "half"), [("1", "0"), ("0.1", "0.05"), ("0.01", "0.005"), ("1000000", "500000")])
def test_half_a_step(step: str, half: str) -> None:
    """Printed to the unit means exact."""
    assert half_step(hectares("5", step)) == Decimal(half)
