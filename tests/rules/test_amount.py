"""Sums of money: figures and words that agree, how words are announced, how the currency is written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import Amount, Count
from khcn_plan.notation import figures, money, words
from tests.rules.checking import breaks, faults, holds, sentence, silent


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (140_000_000, "Một trăm bốn mươi triệu đồng chẵn"),
        (140_000_000, "Một trăm bốn mươi triệu đồng"),
        (90_000_000, "Chín mươi triệu đồng chẵn./."),
        (1_005_000, "một triệu không trăm linh năm nghìn đồng"),
        (1_005_000, "Một triệu, không trăm lẻ năm ngàn đồng"),
        (24_000_000, "Hai mươi tư triệu đồng"),
        (24_000_000, "Hai mươi bốn triệu đồng"),
        (13_646_269_000, "mười ba tỷ sáu trăm bốn mươi sáu triệu hai trăm sáu mươi chín ngàn đồng"),
    ],
)
def test_every_usual_spelling_agrees_with_its_figures(value: int, written: str) -> None:
    """Linh or lẻ, tư or bốn, nghìn or ngàn, with chẵn or without: the words are read, never compared."""
    assert holds("amount.words", Amount(value, words=written))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (90_000_000, "Chín triệu đồng"),
        (140_000_000, "Một trăm bốn mươi nghìn đồng"),
        (1_005_000, "Một triệu năm mươi nghìn đồng"),
    ],
)
def test_words_that_say_another_sum_are_an_error(value: int, written: str) -> None:
    """A magnitude too small, a zero too many."""
    assert faults(Amount(value, words=written)) == ["amount.words"]


def test_the_sentence_names_both_sums() -> None:
    """The officer sees what the figures say and what the words say, both in figures."""
    wrong = Amount(1_500_000_000, words="Một tỷ năm mươi triệu đồng", step=100_000_000, scale=10**9)
    assert sentence("amount.words", wrong) == "Bằng số là 1,5 tỷ đồng nhưng bằng chữ là 1.050.000.000 đồng."


def test_rounded_figures_leave_room_for_exact_words() -> None:
    """“1,5 tỷ đồng” beside words that name the đồng is no contradiction."""
    for spelt in ("Một tỷ năm trăm lẻ hai triệu đồng", "Một tỷ bốn trăm chín mươi chín triệu đồng"):
        assert holds("amount.words", Amount(1_500_000_000, words=spelt, step=100_000_000, scale=10**9))
    spelt = "Một tỷ sáu trăm hai mươi triệu đồng"
    assert holds("amount.words", Amount(1_600_000_000, words=spelt, step=100_000_000, scale=10**9))


@given(st.integers(1, 10**15))
def test_what_the_library_writes_agrees(value: int) -> None:
    """Figures and the words written for them say one sum, whatever it is."""
    assert faults(Amount(value, words=money.write_words(value))) == []


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_words_agree_with_their_own_figures_only(value: int, other: int) -> None:
    """The words of one sum beside the figures of another are found, whatever the two are."""
    assert breaks("amount.words", Amount(value, words=money.write_words(other))) == (value != other)


@pytest.mark.parametrize(
    ("value", "written", "agree"),
    [(5, "năm", True), (5, "sáu", False), (21, "hai mươi mốt", True), (45, "chưa rõ", None)],
)
def test_other_numbers_have_words_too(value: int, written: str, *, agree: bool | None) -> None:
    """“05 (năm) ngày” is held to its words; what has no reading is not judged here."""
    count = Count(value, written, unit="ngày")
    assert holds("amount.words", count) is (agree is True)
    assert breaks("amount.words", count) is (agree is False)


@given(st.integers(0, 10**6))
def test_counts_agree_with_the_words_that_are_written_for_them(value: int) -> None:
    """What is true of money is true of days and communes."""
    assert holds("amount.words", Count(value, words.write(value)))


@pytest.mark.parametrize("written", ["Một triệu năm đồng", "Một trệu đồng", "", "đồng"])
def test_unreadable_words_are_named_and_not_compared(written: str) -> None:
    """Where the words have two readings or none, the only fault is that nobody can tell."""
    assert faults(Amount(1_500_000, words=written)) == ["amount.words-unreadable"]


@pytest.mark.parametrize(
    ("label", "right"),
    [
        ("Bằng chữ", True),
        ("bằng chữ", True),
        ("Số tiền bằng chữ", True),
        ("BẰNG CHỮ", True),
        ("Bảng chữ", False),
        ("Bằng chử", False),
    ],
)
def test_words_are_announced_as_words(label: str, *, right: bool) -> None:
    """“Bảng chữ” stands in the real plan twice, copied from one year to the next."""
    amount = Amount(5_000_000, words="Năm triệu đồng", label=label)
    assert breaks("amount.label", amount) is not right


def test_a_label_without_words_announces_nothing() -> None:
    """Figures alone need no label."""
    assert silent("amount.label", Amount(5_000_000, label="Bảng chữ"))


@pytest.mark.parametrize(
    ("symbol", "lawful"),
    [("đồng", True), ("đ", True), ("VND", True), ("VNĐ", False), ("vnđ", False), ("₫", False)],
)
def test_the_law_knows_two_symbols(symbol: str, *, lawful: bool) -> None:
    """Decree 174/2016 names đ and VND; VNĐ is seen everywhere and is neither."""
    assert breaks("amount.symbol", Amount(5_000_000, symbol=symbol)) is not lawful
    assert silent("amount.symbol", Amount(5_000_000, symbol=symbol), on=date(2016, 12, 31))


@pytest.mark.parametrize("text", ["646,000 đ", "70.000.000,đ", "1,5 tỷ đồng"])
def test_figures_alone_are_no_fault(text: str) -> None:
    """Nobody is obliged to write a sum in words."""
    quantity = figures.read(text)
    assert faults(Amount(int(quantity.value), step=int(quantity.step), scale=quantity.scale)) == []
