"""Figures are read by the law's separators and by those in use; a comma with two readings is refused."""

import contextlib
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import NotationError
from khcn_plan.notation import figures
from khcn_plan.notation.figures import Quantity
from tests.timing import seconds

NUMERALS = Path(__file__).parents[3] / "shared" / "data" / "numerals.tsv"
UNITS = ["", "đồng", "đồng/người", "đồng/ha", "%", "ha", "m3", "cái", "bộ hồ sơ", "đồng chí", "USD", "tấn/ha"]
VOCABULARY = "- − ( ) . , / % 0 1 05 250 1.234 1,234 12.2022 đồng đ VND USD triệu tỷ nghìn tr rưỡi (năm) m2 và ~ 5-7"


@pytest.mark.parametrize(
    ("text", "value", "unit", "step", "scale"),
    [
        ("8.229 cái", "8229", "cái", "1", 1),
        ("05", "5", "", "1", 1),
        ("03 tỷ đồng", "3000000000", "đồng", "1000000000", 10**9),
        ("1.256,5 triệu đồng", "1256500000", "đồng", "100000", 10**6),
        ("13.646,269 triệu đồng", "13646269000", "đồng", "1000", 10**6),
        ("711,055 triệu đồng", "711055000", "đồng", "1000", 10**6),
        ("1.2 tỷ", "1200000000", "đồng", "100000000", 10**9),
        ("1.015 tỷ đồng", "1015000000000", "đồng", "1000000000", 10**9),
        ("34,203 tỷ đồng", "34203000000", "đồng", "1000000", 10**9),
        ("1,5 nghìn tỷ đồng", "1500000000000", "đồng", "100000000000", 10**12),
        ("450 ngàn đồng", "450000", "đồng", "1000", 1000),
        ("2 ngàn tỷ đồng", "2000000000000", "đồng", "1000000000000", 10**12),
        ("2 nghìn tỉ đồng", "2000000000000", "đồng", "1000000000000", 10**12),
        ("2 ngàn tỉ đồng", "2000000000000", "đồng", "1000000000000", 10**12),
        ("2 triệu tỉ đồng", "2000000000000000", "đồng", "1000000000000000", 10**15),
        ("2 tỉ tỉ đồng", "2000000000000000000", "đồng", "1000000000000000000", 10**18),
        ("5 tr đồng", "5000000", "đồng", "1000000", 10**6),
        ("1,5 tỉ đồng", "1500000000", "đồng", "100000000", 10**9),
        ("350.000 đồng/01 người", "350000", "đồng/người", "1", 1),
        ("100K", "100000", "đồng", "1000", 1000),
        ("12,5 triệu tấn", "12500000", "tấn", "100000", 10**6),
        ("14,359 m3", "14.359", "m3", "0.001", 1),
        ("1.763,00 ha", "1763", "ha", "0.01", 1),
        ("110.106 m2", "110106", "m2", "1", 1),
        ("80.000m²", "80000", "m²", "1", 1),
        ("98%", "98", "%", "1", 1),
        ("1.45 %.", "1.45", "%", "0.01", 1),
        ("0,125", "0.125", "", "0.001", 1),
        ("12345,678", "12345.678", "", "0.001", 1),
        ("1,234.5", "1234.5", "", "0.1", 1),
        ("1,234,567", "1234567", "", "1", 1),
        ("835.000.000,00", "835000000", "", "0.01", 1),
        ("50,000.00 VND", "50000", "đồng", "0.01", 1),
        ("646,000 đ", "646000", "đồng", "1", 1),
        ("USD 1.500 USD", "1500", "USD", "1", 1),
        ("1,500 đồng/người", "1500", "đồng/người", "1", 1),
        ("1,500 đô la Mỹ", "1500", "đô la Mỹ", "1", 1),
        ("05,123 triệu đồng", "5123000", "đồng", "1000", 10**6),
        ("65,765 USD", "65765", "USD", "1", 1),
        ("215 342 000 đồng", "215342000", "đồng", "1", 1),
        ("70.000.000,đ", "70000000", "đồng", "1", 1),
        ("140.000.000,- đồng", "140000000", "đồng", "1", 1),
        ("140.000.000 đồng./.", "140000000", "đồng", "1", 1),
        ("VND 140.000.000", "140000000", "đồng", "1", 1),
        ("VND 140.000.000 đồng", "140000000", "đồng", "1", 1),
        ("350.000đồng/người", "350000", "đồng/người", "1", 1),
        ("40.000.000đồng/01 bộ hồ sơ", "40000000", "đồng/bộ hồ sơ", "1", 1),
        ("350.000 đồng/01 hộ một tháng", "350000", "đồng/hộ một tháng", "1", 1),
        ("~119.200đ/giờ", "119200", "đồng/giờ", "1", 1),
        ("250 đồng chí", "250", "đồng chí", "1", 1),
        ("5 (năm) người", "5", "người", "1", 1),
        ("40 (bốn mươi) tỷ đồng", "40000000000", "đồng", "1000000000", 10**9),
        ("1 tỷ rưỡi", "1500000000", "đồng", "100000000", 10**9),
        ("2 triệu rưỡi", "2500000", "đồng", "100000", 10**6),
        ("9.007.199.254.740.993 triệu rưỡi", "9007199254740993500000", "đồng", "100000", 10**6),
        ("1 tỷ 250 triệu đồng", "1250000000", "đồng", "1000000", 10**6),
        ("1 tỷ 250 triệu 500 nghìn đồng", "1250500000", "đồng", "1000", 1000),
        ("1 tỷ 1,234567 triệu", "1001234567", "đồng", "1", 10**6),
        ("1 tỷ, 250,5 triệu", "1250500000", "đồng", "100000", 10**6),
        ("1tr2", "1200000", "đồng", "100000", 10**6),
        ("1tr250", "1250000", "đồng", "1000", 10**6),
        ("-50.000", "-50000", "", "1", 1),
        ("−0,5%", "-0.5", "%", "0.1", 1),
        ("(50.000)", "-50000", "", "1", 1),
        ("8.2\u200b29\u00a0ca\u0301i", "8229", "cái", "1", 1),
        ("5 \u00d0ồng", "5", "đồng", "1", 1),
        ("5 TRIỆU ĐỒNG", "5000000", "đồng", "1000000", 10**6),
    ],
)
def test_reads_figures_as_documents_have_them(text: str, value: str, unit: str, step: str, scale: int) -> None:
    """Value, unit and worth of the last digit, without exponents; and what was read can be written and read again."""
    found = figures.read(text)
    assert "E" not in f"{found.value} {found.step}"
    assert found == Quantity(Decimal(value), unit, Decimal(step), scale)
    assert figures.read(figures.write(found)) == found


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", 0),
        ("đồng", 0),
        ("…… đồng", 0),
        ("٣٥٠", 0),
        ("1e6", 1),
        ("1,234", 1),
        ("0001,234", 4),
        ("Kp: 1,234", 0),
        ("  1,234", 3),
        (" 1,234", 2),
        ("40 (bốn mươi hai mươi) tỷ đồng", 17),
        ("8,229 cái", 1),
        ("1,234 nghìn đồng", 1),
        ("05,123", 2),
        ("05,123 đồng", 2),
        ("012,345 đồng", 3),
        ("1,234 ổ khóa", 1),
        ("1.40.000.000", 1),
        ("1.2.3", 1),
        ("1.000.00 đồng", 5),
        ("1,000,00", 5),
        ("1.234.5678", 1),
        ("1234.567", 4),
        ("1 234.567", 5),
        ("5 6", 1),
        ("100-150k", 3),
        ("525 - 1.996 triệu đồng", 4),
        ("5 đến 7 cái", 2),
        ("01/01/2026", 2),
        ("26-11-2003", 2),
        ("12.2022", 0),
        ("12.2022 ", 0),
        ("VND 5 tỷ 6 triệu USD", 9),
        ("1 tỷ 5 triệu và", 13),
        ("5 và 6", 2),
        ("5 cái và con", 2),
        ("5 đồng 6 hào", 2),
        ("150 triệu đồng trên hồ sơ", 10),
        ("1 tỷ 2", 5),
        ("1tr25", 3),
        ("5 triệu 5 tỷ", 8),
        ("1 tỷ 5 tỷ", 5),
        ("1 tỷ 1000 triệu", 5),
        ("1,5 tỷ 250 triệu", 7),
        ("1 tỷ 1.2.3 triệu", 6),
        ("1 tỷ 1,23456789 triệu", 5),
        ("1.5 tỷ rưỡi", 7),
        ("5 rưỡi", 2),
        ("5 (sáu) cái", 3),
        ("5 (bốn) cái", 3),
        ("5 (vài) cái", 3),
        ("VND 5 USD", 0),
        ("USD 5 đồng", 0),
        ("5, cái", 1),
        ("140.000/người", 7),
        ("\u200b1,234", 2),
        ("9" * 101, 100),
    ],
)
def test_refuses_what_has_no_single_value(text: str, position: int) -> None:
    """Ranges, dates, bad groups, foreign digits and commas with two readings, each where it stands."""
    with pytest.raises(NotationError) as refusal:
        figures.read(text)
    assert refusal.value.position == position


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5 đến 7 cái", "a range"),
        ("100-150k", "a range"),
        ("01/01/2026", "a date"),
        ("5 và 6", "no unit"),
    ],
)
def test_the_reason_tells_what_the_text_may_be(text: str, reason: str) -> None:
    """Whoever is refused learns whether a range or a date was seen, or only no unit."""
    with pytest.raises(NotationError, match=reason):
        figures.read(text)


def test_a_hundred_digits_are_the_most() -> None:
    """No plan has more, and what a machine repeats is not reckoned with."""
    assert figures.read("9" * 100).value == 10**100 - 1
    with pytest.raises(NotationError, match="too long"):
        figures.read("9" * 101)


def test_a_scanner_makes_quantities_of_the_parts_it_found() -> None:
    """Digits, unit and magnitude word come apart from a scanner, in any letters."""
    assert figures.quantity("1,5", "Đồng", "Tỷ") == figures.read("1,5 tỷ đồng")
    assert figures.quantity("-1.500", "đ") == figures.read("-1.500 đồng")


@pytest.mark.parametrize(
    ("parts", "position"),
    [(("1,234",), 1), (("12", "đồng", "mười"), 2), (("12", "5 cái"), 2), (("1.2.3", "cái"), 1), (("",), 0)],
)
def test_a_scanner_is_told_what_is_wrong(parts: tuple[str, ...], position: int) -> None:
    """The position counts in the digits; a fault of unit or magnitude word stands at their end."""
    with pytest.raises(NotationError) as refusal:
        figures.quantity(*parts)
    assert refusal.value.position == position


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Quantity(Decimal("0.5"), "ha", Decimal("0.01")), "0,50 ha"),
        (Quantity(Decimal(1_500_000), "đồng", Decimal(100_000)), "1.500.000 đồng"),
        (Quantity(Decimal(-1234)), "-1.234"),
        (Quantity(Decimal("13.8"), "%"), "13,8%"),
        (Quantity(Decimal(0), "đồng", Decimal(10**6), 10**6), "0 triệu đồng"),
        (Quantity(Decimal(1_500), "đồng", Decimal(1000), 10**3), "1,5 nghìn đồng"),
        (Quantity(Decimal("1.234"), "đồng"), "1,2340 đồng"),
        (Quantity(Decimal("1.234"), "5 cái"), "1,2340 5 cái"),
        (Quantity(Decimal("999.234"), "cái"), "999,2340 cái"),
        (Quantity(Decimal("1000.234"), "cái"), "1.000,234 cái"),
    ],
)
def test_writing_never_drops_or_disguises_a_digit(quantity: Quantity, text: str) -> None:
    """Digits finer than the step are written too, and three decimals never look like thousands."""
    assert figures.write(quantity) == text


@pytest.mark.parametrize("scale", [100_000, 1_500, 0, -100])
def test_only_scales_that_have_a_word_are_written(scale: int) -> None:
    """There is no word for lakhs, for one and a half thousand, for nothing or less."""
    with pytest.raises(ValueError, match=f"no word for {scale}"):
        figures.write(Quantity(Decimal(1), "đồng", Decimal(1), scale))


def test_only_finite_figures_are_written() -> None:
    """Infinity is no figure."""
    with pytest.raises(ValueError, match="finite"):
        figures.write(Quantity(Decimal("Infinity")))


@given(
    st.integers(-(10**40), 10**40),
    st.integers(0, 6),
    st.sampled_from([0, 3, 6, 9, 12, 15, 18]),
    st.sampled_from(UNITS),
)
def test_reading_undoes_writing(number: int, places: int, power: int, unit: str) -> None:
    """Whatever a text can state is written so that it reads back the same."""
    unit = unit or ("đồng" if power else "")
    exponent = power - places
    step = Decimal(10**exponent) if exponent >= 0 else Decimal(f"1E{exponent}")
    quantity = Quantity(Decimal(f"{number}E{exponent}"), unit, step, 10**power)
    text = figures.write(quantity)
    found = figures.read(text)
    finer = attrs.evolve(quantity, step=_tenth(step))
    assert found == quantity or (places == 3 and found == finer), text


def _tenth(step: Decimal) -> Decimal:
    return Decimal(1).scaleb(step.adjusted() - 1)


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(VOCABULARY.split())).map(" ".join),
        st.lists(st.sampled_from(VOCABULARY.split())).map("".join),
    )
)
def test_no_text_raises_anything_but_a_notation_error(text: str) -> None:
    """Reading gives a quantity that reads back, or a refusal whose position lies in the text, whatever the text."""
    assert 0 <= fault(text) <= len(text)


def fault(text: str) -> int:
    """Return where the text is refused, 0 if it is read and reads back."""
    try:
        found = figures.read(text)
    except NotationError as refusal:
        return refusal.position
    assert figures.read(figures.write(found)) == found
    return 0


@pytest.mark.skipif(not NUMERALS.exists(), reason="the labelled list is not beside this repository")
def test_the_labelled_list_is_read_without_a_wrong_value() -> None:
    """Every figure gives its value and unit; ranges and what is no figure are refused."""
    header, *lines = NUMERALS.read_text("utf-8").rstrip("\n").split("\n")
    for line in lines:
        row = dict(zip(header.split("\t"), line.split("\t"), strict=True))
        if row["expected"].startswith(("RANGE", "INVALID")):
            with pytest.raises(NotationError):
                figures.read(row["text"])
        else:
            found = figures.read(row["text"])
            assert (found.value, found.unit) == (Decimal(row["expected"]), row["unit"]), row


@pytest.mark.parametrize(
    "unit", ["1", "1.", "1,000", " ", "1 tỷ ", "1 ", "a ", "/", "(", "\u200b", "1 triệu, ", "e\u0301"]
)
def test_reading_time_grows_with_the_length_only(unit: str) -> None:
    """A hundred times the text takes about a hundred times as long, not ten thousand times."""
    for start in ("", "5 "):
        assert _seconds(start + unit * 20_000) < 100 * max(_seconds(start + unit * 1_000), 2e-4)


def _seconds(text: str) -> float:
    def read() -> None:
        with contextlib.suppress(NotationError):
            figures.read(text)

    return seconds(read)


@pytest.mark.parametrize(
    ("quantity", "written"),
    [
        (Quantity(Decimal("1.234"), "cái", Decimal("0.001")), "1,2340 cái"),
        (Quantity(Decimal("1.034"), "cái", Decimal("0.001")), "1,0340 cái"),
        (Quantity(Decimal("999.5"), "lớp", Decimal("0.001")), "999,5000 lớp"),
        (Quantity(Decimal("0.234"), "cái", Decimal("0.001")), "0,234 cái"),
        (Quantity(Decimal("1234.567"), "cái", Decimal("0.001")), "1.234,567 cái"),
        (Quantity(Decimal("1.234"), "tấn", Decimal("0.001")), "1,234 tấn"),
        (Quantity(Decimal(-5), "%"), "-5%"),
    ],
)
def test_three_decimals_never_look_like_thousands(quantity: Quantity, written: str) -> None:
    """Where a comma before three digits would group them, one digit more is written."""
    assert figures.write(quantity) == written
    assert figures.read(written).value == quantity.value


@pytest.mark.parametrize(
    ("text", "position"),
    [("1,5 triệu rưỡi", 10), ("2 rưỡi", 2), ("1 tỷ 1 tỷ", 5), ("1 tỷ 250 zzz qqq www", 5)],
)
def test_a_refusal_points_to_what_is_wrong(text: str, position: int) -> None:
    """The half that follows nothing, the place that does not descend, the words that are no unit."""
    with pytest.raises(NotationError) as caught:
        figures.read(text)
    assert caught.value.position == position
