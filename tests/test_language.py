"""Sentences in two languages, and how a value is written inside them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import PartialDate, Quantity, Text
from khcn_plan.language import LANGUAGES, WRITERS, Language, write
from khcn_plan.notation import figures

MILLION = 10**6


@pytest.mark.parametrize(
    ("value", "kind", "vietnamese", "english"),
    [
        (140_000_000, "money", "140.000.000 đồng", "140,000,000 đồng"),
        (-5, "money", "-5 đồng", "-5 đồng"),
        (10**33, "money", "1" + ".000" * 11 + " đồng", "1" + ",000" * 11 + " đồng"),
        (8229, "number", "8.229", "8,229"),
        (Decimal("1256.5"), "number", "1.256,5", "1,256.5"),
        (Decimal("69.50"), "number", "69,5", "69.5"),
        (date(2015, 8, 6), "date", "06/08/2015", "6 August 2015"),
        (
            PartialDate(2023, 2),
            "date",
            "PartialDate(2023, month=2)",
            "PartialDate(2023, month=2)",
        ),
        ("Cam sành", "quote", "“Cam sành”", "“Cam sành”"),
        ("Cam sành", "text", "Cam sành", "Cam sành"),
        (2023, "text", "2023", "2023"),
        (("a", "b"), "list", "“a”, “b”", "“a”, “b”"),
        ((), "list", "", ""),
    ],
)
def test_a_value_is_written_as_its_language_has_it(value: object, kind: str, vietnamese: str, english: str) -> None:
    """Points group in Vietnamese and mark decimals in English; years have neither."""
    assert (write(value, kind, "vi"), write(value, kind, "en")) == (vietnamese, english)


@pytest.mark.parametrize(
    ("quantity", "vietnamese", "english"),
    [
        (Quantity(Decimal(8229), "cái"), "8.229 cái", "8,229 cái"),
        (Quantity(Decimal(5)), "5", "5"),
        (Quantity(Decimal("98.0"), "%", Decimal("0.1")), "98,0%", "98.0%"),
        (Quantity(Decimal(98), "%", Decimal("0.01")), "98,00%", "98.00%"),
        (Quantity(Decimal(1_500_000_000), "đồng", Decimal(10**8), 10**9), "1,5 tỷ đồng", "1.5 billion đồng"),
        (Quantity(Decimal(7_420_000_000), "đồng", Decimal(1000), MILLION), "7.420,000 triệu đồng", "7,420.000 million đồng"),
        (Quantity(Decimal(13_646_269_000), "đồng", Decimal(1000), MILLION), "13.646,269 triệu đồng", "13,646.269 million đồng"),
        (Quantity(Decimal(1_234_567), "đồng", Decimal(10**5), MILLION), "1,234567 triệu đồng", "1.234567 million đồng"),
        (Quantity(Decimal(5000), "cây", Decimal(1000), 1000), "5 nghìn cây", "5 thousand cây"),
        (Quantity(Decimal(1500), "cây", Decimal(100), 1000), "1.500 cây", "1,500 cây"),
        (Quantity(Decimal(3 * 10**18), "đồng", Decimal(10**18), 10**18), "3.000.000.000.000.000.000 đồng",
         "3,000,000,000,000,000,000 đồng"),
        (Quantity(Decimal(-5), "đồng"), "-5 đồng", "-5 đồng"),
        (Quantity(Decimal(10**33), "đồng"), "1" + ".000" * 11 + " đồng", "1" + ",000" * 11 + " đồng"),
    ],
)  # fmt: skip
def test_a_quantity_is_written_as_it_was_printed(quantity: Quantity, vietnamese: str, english: str) -> None:
    """In its own unit, with its magnitude word and as many decimals as the text has: the officer sees his own figure."""
    assert (write(quantity, "quantity", "vi"), write(quantity, "quantity", "en")) == (vietnamese, english)


@given(st.integers(-(10**18), 10**18), st.sampled_from([(1, 1), (1, 1000), (1000, MILLION), (10**8, 10**9)]))
def test_a_vietnamese_quantity_reads_back(units: int, printed: tuple[int, int]) -> None:
    """What a sentence says is the figure itself, to the last digit."""
    step, scale = printed
    quantity = Quantity(Decimal(units * step), "đồng", Decimal(step), scale)
    assert figures.read(write(quantity, "quantity", "vi")).value == quantity.value


def test_a_sentence_is_filled_in_either_language() -> None:
    """The same values, the same places, two sentences."""
    text = Text(vi="Tổng {total:money}, {rest}", en="{rest}: {total:money}")
    assert text.fill("vi", {"total": 1000, "rest": "x"}) == "Tổng 1.000 đồng, x"
    assert text.fill("en", {"total": 1000, "rest": "x"}) == "x: 1,000 đồng"
    assert text.fields == {("total", "money"), ("rest", "text")}
    assert (text["vi"], text["en"]) == (text.vi, text.en)


def test_a_sentence_without_fields_is_itself() -> None:
    """Nothing to fill, nothing to import."""
    assert Text(vi="Không rõ.", en="Unknown.").fill("vi", {}) == "Không rõ."


def test_a_missing_value_is_refused() -> None:
    """A sentence with a hole would be sent to an officer."""
    with pytest.raises(KeyError, match="total"):
        Text(vi="{total:money}", en="").fill("vi", {})


@pytest.mark.parametrize(
    ("value", "kind", "message"),
    [
        ("5", "number", "a number is an int or a Decimal, not '5'"),
        (1.5, "money", "a number is an int or a Decimal, not 1.5"),
        (["a"], "list", "a list of names is a tuple, not \\['a'\\]"),
        ("ab", "list", "a list of names is a tuple, not 'ab'"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(value: object, kind: str, message: str) -> None:
    """The author of a rule learns which value does not fit its field."""
    with pytest.raises(TypeError, match=message):
        write(value, kind, "vi")


def test_an_unknown_kind_of_field_is_refused() -> None:
    """A misspelt kind is found by the rule's own example."""
    with pytest.raises(KeyError, match="monye"):
        write(5, "monye", "vi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_two_languages(language: Language) -> None:
    """Every kind of field is written in both."""
    assert set(WRITERS) == {"text", "quote", "number", "money", "quantity", "date", "list"}
    assert write(1, "number", language) == "1"
