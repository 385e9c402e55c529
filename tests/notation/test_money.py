"""Amounts of money are read with all that documents put around them, and with nothing else."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import NotationError
from khcn_plan.notation import money
from khcn_plan.notation.words import OFFICIAL, SOUTH, TEXTBOOK
from tests.timing import seconds

DATA = Path(__file__).parents[3] / "shared" / "data"
VOCABULARY = (
    "( ) * : ./. ... … Bằng chữ: Số tiền đồng chẵn VNĐ Việt Nam không một hai năm lăm mười mươi trăm nghìn triệu tỷ rưỡi âm "
    "hoặc và , trên hồ sơ chưa VAT 10% 5 1,5 140.000.000 tr xu"
)


@pytest.mark.parametrize(
    ("figures", "dong"),
    [
        ("140.000.000 đồng", 140_000_000),
        ("1,5 tỷ đồng", 1_500_000_000),
        ("VND 140.000.000", 140_000_000),
        ("1.038.500.000 ₫", 1_038_500_000),
        ("39,380,000", 39_380_000),
        ("1080000", 1_080_000),
        ("646,000 đ", 646_000),
        ("50,000.00 VND", 50_000),
        ("835.000.000,00", 835_000_000),
        ("70.000.000,đ", 70_000_000),
        ("140.000.000,- đồng", 140_000_000),
        ("40 (bốn mươi) tỷ đồng", 40_000_000_000),
        ("1 tỷ 250 triệu đồng", 1_250_000_000),
        ("0 đồng", 0),
        ("-1.500 đồng", -1_500),
    ],
)
def test_reads_amounts_in_figures(figures: str, dong: int) -> None:
    """Figures of whole đồng, however they are grouped."""
    assert money.read(figures) == dong


@pytest.mark.parametrize(
    ("figures", "position"),
    [
        ("", 0),
        ("8,229", 1),
        ("1,5", 0),
        ("1.234.567,89 đồng", 0),
        ("-1.234.567,89 đồng", 0),
        ("65.765,75 USD", 10),
        ("350.000 đồng/người", 8),
        ("98%", 2),
        ("37 °C", 0),
        ("100.000 - 150.000 đồng", 8),
        ("1.40.000.000 đồng", 1),
    ],
)
def test_refuses_figures_that_are_no_whole_dong(figures: str, position: int) -> None:
    """Other units, fractions of a đồng, ranges and doubtful commas are refused."""
    with pytest.raises(NotationError) as refusal:
        money.read(figures)
    assert refusal.value.position == position


@given(st.integers(-(10**30), 10**30))
def test_reading_undoes_writing_figures(dong: int) -> None:
    """Any amount in figures reads back."""
    assert money.read(money.write(dong)) == dong


@pytest.mark.parametrize("dong", [1.0, True, "5"])
def test_only_integers_are_amounts(dong: object) -> None:
    """Money is whole đồng, never a float."""
    with pytest.raises(TypeError, match="an int"):
        money.write(dong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="an int"):
        money.write_words(dong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("even", "round_amount", "uneven_amount"),
    [
        ("never", "Năm nghìn đồng", "Năm nghìn không trăm linh năm đồng"),
        ("round", "Năm nghìn đồng chẵn", "Năm nghìn không trăm linh năm đồng"),
        ("always", "Năm nghìn đồng chẵn", "Năm nghìn không trăm linh năm đồng chẵn"),
    ],
)
def test_even_amounts_are_closed_by_choice(even: str, round_amount: str, uneven_amount: str) -> None:
    """Some offices never write "chẵn", some behind round amounts, some always."""
    assert money.write_words(5_000, even=even) == round_amount  # type: ignore[arg-type]
    assert money.write_words(5_005, even=even) == uneven_amount  # type: ignore[arg-type]


def test_the_choices_of_a_writer_are_named() -> None:
    """A style or "always" behind an amount says nothing without its name."""
    with pytest.raises(TypeError):
        money.write_words(5_000, OFFICIAL)  # type: ignore[misc]


def test_words_below_zero_are_written_on_demand() -> None:
    """A negative amount opens with "Âm", if that was asked for."""
    assert money.write_words(-1_500, negative="âm") == "Âm một nghìn năm trăm đồng"
    with pytest.raises(ValueError, match="below 0"):
        money.write_words(-1_500)


@given(
    st.integers(-(10**24), 10**24),
    st.sampled_from([OFFICIAL, SOUTH, TEXTBOOK]),
    st.sampled_from(["{}", "(Bằng chữ: {}./.)", "**Số tiền viết bằng chữ:** *{}*", "{}, chưa bao gồm thuế VAT"]),
)
def test_reading_undoes_writing_words(dong: int, style: object, dress: str) -> None:
    """Any amount in words reads back, whatever it is dressed in."""
    spoken = money.write_words(dong, style=style, negative="âm", even="round")  # type: ignore[arg-type]
    assert money.read_words(dress.format(spoken)) == dong


@pytest.mark.parametrize(
    "dressed",
    [
        "Một trăm triệu",
        "Một trăm triệu.",
        "Một trăm triệu đồng",
        "Một trăm triệu đồng...",
        "Một trăm triệu đồng ./.",
        "Một trăm triệu đồng chẵn !",
        "Một trăm triệu đồng tròn",
        "Một trăm triệu chẵn",
        "Một trăm triệu VNĐ chẵn",
        "Một trăm triệu ₫",
        "Một trăm triệu đồng Việt Nam chẵn./.",
        "Một trăm triệu Việt Nam đồng",
        "Một trăm triệu đồng (VNĐ)",
        "Một trăm triệu (đồng)",
        "“Một trăm triệu đồng”",
        "(Bằng chữ: Một trăm triệu đồng chẵn)",
        "(Bảng chữ: Một trăm triệu đồng chẵn)",
        "BẰNG CHỮ: MỘT TRĂM TRIỆU ĐỒNG CHẴN",
        "Bằng chữ là: Một trăm triệu đồng",
        "- Viết bằng chữ: một trăm triệu đồng",
        "Số tiền (viết bằng chữ): Một trăm triệu đồng",
        "Số tiền viết bằng chữ (Amount in words): Một trăm triệu đồng",
        "Tổng giá trị hợp đồng (bằng chữ): Một trăm triệu đồng",
        "Tổng dự toán: Một trăm triệu đồng",
        "**Bằng chữ:** *Một trăm triệu đồng chẵn.*",
        "Bang chu: Mot tram trieu dong chan",
        "Ba\u0306\u0300ng chu\u031b\u0303: Mo\u0323\u0302t tra\u0306m trie\u0323\u0302u \u0111o\u0302\u0300ng",
        "Một trăm tri\u200bệu \u00d0ồng",
        "Một\u00a0trăm\ntriệu\u00a0đồng",
        "Một trăm triệu đồng trên hồ sơ",
        "Một trăm triệu đồng cho một hồ sơ",
        "Một trăm triệu đồng một tháng",
        "Một trăm triệu đồng/01 hồ sơ",
        "Một trăm triệu đồng, chưa bao gồm VAT",
        "Một trăm triệu đồng chẵn (đã bao gồm thuế VAT 10%)",
        "So tien viet bang chu: Mot tram trieu dong",
        "TỔNG CỘNG (BẰNG CHỬ): Một trăm triệu đồng",
        "Bằng chữ: _Một trăm triệu đồng_",
        "Một trăm triệu đồng sau thuế",
        "Một trăm triệu đồng tiền mặt",
        "Bằng chữ: 100 triệu đồng chẵn",
        "Bằng chữ: 0,1 tỷ đồng",
        "100tr đồng",
    ],
)
def test_takes_what_documents_put_around_the_words(dressed: str) -> None:
    """Labels, brackets, emphasis, endings and remarks behind đồng don't change the amount."""
    assert money.read_words(dressed) == 100_000_000


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", 0),
        ("(Bằng chữ: ………… đồng)", 11),
        ("Bằng chữ:", 9),
        ("140.000.000 đồng", 0),
        ("1,2345 triệu tấn", 0),
        ("2 nghìn ổ khóa", 0),
        ("1,00000005 triệu đồng", 0),
        ("Bốn mươi tám triệu...", 18),
        ("Bốn mươi tám triệu …", 18),
        ("Một triệu năm đồng", 10),
        ("Năm đô la Mỹ", 4),
        ("Năm triệu euro", 10),
        ("Một trăm đồng chí", 9),
        ("Năm triệu đồng năm hào", 10),
        ("Năm triệu đồng và ba trăm nghìn đồng", 10),
        ("Năm triệu đồng hoặc sáu triệu đồng", 10),
        ("Năm triệu đồng trên mười triệu đồng", 10),
        ("Năm triệu đồng trên", 10),
        ("Năm triệu đồng một trăm", 10),
        ("Một trăm đồng, bằng chữ: hai trăm đồng", 9),
        ("Bằng chữ: Năm triệu con gà", 20),
        ("Ba\u0306\u0300ng chữ: Năm triệu con gà", 22),
        ("khoảng năm triệu đồng", 0),
        ("hàng triệu đồng", 0),
        ("năm - sáu triệu đồng", 4),
    ],
)
def test_refuses_what_is_no_single_amount(text: str, position: int) -> None:
    """Two amounts, other units, blanks, cut-off words: nothing is dropped to make an amount of it."""
    with pytest.raises(NotationError) as refusal:
        money.read_words(text)
    assert refusal.value.position == position


@pytest.mark.skipif(not DATA.exists(), reason="the labelled lists are not beside this repository")
@pytest.mark.parametrize("name", ["amounts_in_words.tsv", "words_hard.tsv"])
def test_the_labelled_lists_are_read_without_a_wrong_value(name: str) -> None:
    """Core and tolerant rows are read, what is invalid or ambiguous is refused, and no value is wrong."""
    header, *lines = (DATA / name).read_text("utf-8").rstrip("\n").split("\n")
    columns = header.split("\t")
    for line in lines:
        row = dict(zip(columns, line.split("\t"), strict=True))
        expected = row.get("expected_int", row.get("expected"))
        try:
            found = str(money.read_words(row["words_text"].replace("\\n", "\n")))
        except NotationError:
            assert expected == "INVALID" or row["note"].startswith(("[optional]", "[unit]")), row
        else:
            assert found == expected, row


@given(st.one_of(st.text(), st.lists(st.sampled_from(VOCABULARY.split())).map(" ".join)))
def test_no_text_raises_anything_but_a_notation_error(text: str) -> None:
    """Reading gives đồng or a refusal whose position lies in the text, whatever the text."""
    assert 0 <= fault(money.read, text) <= len(text)
    assert 0 <= fault(money.read_words, text) <= len(text)


def fault(read: Callable[[str], int], text: str) -> int:
    """Return where the text is refused, 0 if it is read."""
    try:
        read(text)
    except NotationError as refusal:
        return refusal.position
    return 0


@pytest.mark.parametrize(
    ("start", "unit"),
    [
        ("", "số tiền "),
        ("", "bằng chữ "),
        ("", "* "),
        ("", "\u200b"),
        ("một triệu ", "đồng "),
        ("một triệu đồng trên ", "a "),
        ("một triệu đồng trên ", "a"),
        ("một triệu đồng", " "),
        ("một triệu", "."),
        ("Bằng chữ:", " "),
        ("một triệu đồng, chưa ", ", "),
    ],
)
def test_reading_time_grows_with_the_length_only(start: str, unit: str) -> None:
    """A hundred times the text takes about a hundred times as long, not ten thousand times."""
    assert _seconds(start + unit * 20_000 + "x") < 100 * max(_seconds(start + unit * 1_000 + "x"), 2e-4)


def _seconds(text: str) -> float:
    def read() -> None:
        with contextlib.suppress(NotationError):
            money.read_words(text)

    return seconds(read)
