"""Whole numbers in words are written by usage and read in every usual variant; what is doubtful is refused."""

import contextlib
import itertools
import unicodedata
from enum import IntEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan import NotationError
from khcn_plan.notation import words
from khcn_plan.notation.words import OFFICIAL, SOUTH, TEXTBOOK, Style
from tests.timing import seconds

STYLES = [
    Style(
        odd=odd,
        thousand=thousand,
        billion=billion,
        four=four,
        seven=seven,
        separator=separator,
        hundreds=hundreds,
        zeros=zeros,
    )
    for odd, thousand, billion, four, seven, separator, hundreds, zeros in itertools.product(
        ("linh", "lẻ"),
        ("nghìn", "ngàn"),
        ("tỷ", "tỉ"),
        ("tư", "bốn"),
        ("bảy", "bẩy"),
        (" ", ", "),
        (True, False),
        (True, False),
    )
]
VOCABULARY = (
    "không một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi chục trăm nghìn ngàn triệu tỷ tỉ linh lẻ "
    "rưỡi âm và , đồng chẵn 5 250 1,5 tr mưoi muời vài"
)


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        (0, "không"),
        (4, "bốn"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (104, "một trăm linh bốn"),
        (110, "một trăm mười"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_015, "một nghìn không trăm mười lăm"),
        (100_001, "một trăm nghìn không trăm linh một"),
        (1_000_008, "một triệu không trăm linh tám"),
        (20_000_500, "hai mươi triệu năm trăm"),
        (140_000_000, "một trăm bốn mươi triệu"),
        (
            1_446_773_846,
            "một tỷ bốn trăm bốn mươi sáu triệu bảy trăm bảy mươi ba nghìn tám trăm bốn mươi sáu",
        ),
        (1_234 * 10**9, "một nghìn hai trăm ba mươi tư tỷ"),
        (10**15, "một triệu tỷ"),
        (10**18, "một tỷ tỷ"),
        (10**18 + 10**9, "một tỷ tỷ không trăm linh một tỷ"),
        (10**21 + 5, "một nghìn tỷ tỷ không trăm linh năm"),
    ],
)
def test_writes_as_the_law_names_the_places(number: int, spoken: str) -> None:
    """The official style says nghìn, tỷ and linh, tư behind mươi, and "không trăm" in later groups."""
    assert words.write(number) == spoken
    assert words.read(spoken) == number


@pytest.mark.parametrize(
    ("style", "spoken"),
    [
        (SOUTH, "bảy tỷ không trăm lẻ hai triệu không trăm hai mươi tư"),
        (TEXTBOOK, "bảy tỷ không trăm linh hai triệu không nghìn không trăm hai mươi tư"),
        (Style(hundreds=False, four="bốn"), "bảy tỷ linh hai triệu hai mươi bốn"),
        (
            Style(seven="bẩy", billion="tỉ", separator=", "),
            "bẩy tỉ, không trăm linh hai triệu, không trăm hai mươi tư",
        ),
    ],
)
def test_a_style_holds_the_choices_of_its_writer(style: Style, spoken: str) -> None:
    """Each option of a style shows in the words, and reading undoes them all."""
    assert words.write(7_002_000_024, style=style) == spoken
    assert words.read(spoken) == 7_002_000_024


def test_what_a_billion_counts_always_says_its_hundreds() -> None:
    """Without "không trăm" in front of tỷ, "một nghìn ba mươi tỷ" would be doubtful, so every style says it there."""
    style = Style(hundreds=False)
    assert words.write(1_030_000_000_030, style=style) == "một nghìn không trăm ba mươi tỷ ba mươi"


def test_zeros_are_said_up_to_the_last_digit_only() -> None:
    """The textbook says groups of zeros inside a number, whole billions too, and never those that close it."""
    assert words.write(10**18, style=TEXTBOOK) == "một tỷ tỷ"
    assert words.write(10**18 + 7, style=TEXTBOOK) == "một tỷ tỷ không tỷ không triệu không nghìn không trăm linh bảy"
    assert words.write(10**9 + 10**3, style=TEXTBOOK) == "một tỷ không triệu không trăm linh một nghìn"


def test_every_number_below_a_million_reads_back() -> None:
    """No two numbers from 0 to 999 999 share their words."""
    assert all(words.read(words.write(number)) == number for number in range(1_000_000))


@pytest.mark.parametrize("style", STYLES)
def test_every_power_of_ten_reads_back_in_every_style(style: Style) -> None:
    """Up to ten to the thirtieth and its neighbours, whatever the style."""
    for power in range(31):
        for number in (10**power - 1, 10**power, 10**power + 1, 10**power + 10 ** (power // 2)):
            assert words.read(words.write(number, style=style)) == number


@given(st.integers(-(10**40), 10**40), st.sampled_from(STYLES))
def test_reading_undoes_writing(number: int, style: Style) -> None:
    """Any size, below zero too, whatever the style, and decomposed letters as well."""
    spoken = words.write(number, style=style, negative="âm")
    assert words.read(spoken) == number
    assert words.read(unicodedata.normalize("NFD", spoken).upper()) == number


@pytest.mark.parametrize(
    ("spoken", "number"),
    [
        ("một trăm lẽ năm ngàn", 105_000),
        ("ba mươi năm triệu", 35_000_000),
        ("mười năm", 15),
        ("mười nhăm", 15),
        ("một mươi lăm", 15),
        ("ba mươi bốn", 34),
        ("ba mươi một", 31),
        ("một trăm linh tư", 104),
        ("một trăm lẻ lăm", 105),
        ("một trăm lẻ hai mươi", 120),
        ("một nghìn lẻ mười lăm", 1_015),
        ("một triệu lẻ tám", 1_000_008),
        ("một triệu hai mươi nghìn", 1_020_000),
        ("một triệu năm nghìn", 1_005_000),
        ("sáu chục ngàn", 60_000),
        ("bốn trăm sáu chục", 460),
        ("một chục", 10),
        ("tám lăm triệu", 85_000_000),
        ("hai tư", 24),
        ("hai nhăm triệu", 25_000_000),
        ("bảy mốt nghìn", 71_000),
        ("năm trăm chín mốt triệu", 591_000_000),
        ("ba trăm bốn hai ngàn", 342_000),
        ("tám trăm chín bảy triệu", 897_000_000),
        ("một nghìn hai trăm triệu", 1_200_000_000),
        ("ba nghìn triệu", 3_000_000_000),
        ("hai nghìn ba mươi tỷ", 2_030 * 10**9),
        ("bốn mươi bảy nghìn tỷ chín trăm linh hai tỷ năm trăm triệu", 47_902_500_000_000),
        ("tám triệu tỷ, hai trăm nghìn tỷ, năm tỷ", 8_200_005 * 10**9),
        ("một triệu không nghìn hai trăm", 1_000_200),
        ("một triệu không trăm nghìn không trăm", 1_000_000),
        ("hai triệu rưỡi", 2_500_000),
        ("một nghìn rưởi", 1_500),
        ("ba tỷ rưỡi", 3_500_000_000),
        ("một tỷ , hai trăm triệu", 1_200_000_000),
        ("một tỷ,hai trăm triệu", 1_200_000_000),
        ("một tỷ và hai trăm triệu", 1_200_000_000),
        ("một trăm bốn mưoi", 140),
        ("một trăm muời", 110),
        ("mưòi hai", 12),
        ("mừơi ba", 13),
        ("hai mưới", 20),
        ("môt triêụ", 1_000_000),
        ("một trăm muoi nghin", 110_000),
        ("mot tram le nam trieu bay muoi tu nghin", 105_074_000),
        ("MỘT TRIỆU", 1_000_000),
        ("ba tri\u200bệu \ufeff", 3_000_000),
        ("hai\u00a0mươi\ntriệu", 20_000_000),
        ("âm năm mươi nghìn", -50_000),
        ("1 tỷ 250 triệu", 1_250_000_000),
        ("1,5 tỷ", 1_500_000_000),
        ("140tr", 140_000_000),
        ("1 tỷ rưỡi", 1_500_000_000),
    ],
)
def test_reads_what_people_write(spoken: str, number: int) -> None:
    """Variants, slips of the pen and lost marks that leave no doubt are read, as whole numbers and no floats."""
    found = words.read(spoken)
    assert (found, type(found)) == (number, int)


@pytest.mark.parametrize(
    ("spoken", "position"),
    [
        ("", 0),
        ("   ", 3),
        ("đồng", 0),
        ("triệu", 0),
        ("một triệu năm", 10),
        ("một nghìn năm", 10),
        ("một tỷ hai", 7),
        ("một triệu hai lăm", 14),
        ("một nghìn hai lăm tỷ", 18),
        ("một trăm hai", 12),
        ("một trăm tư triệu", 9),
        ("hai ba triệu", 4),
        ("bốn hai nghìn", 4),
        ("năm mười triệu", 4),
        ("hai mừơi triệu", 4),
        ("mươi triệu", 0),
        ("trăm linh năm", 0),
        ("mười mốt", 5),
        ("một mươi mốt", 9),
        ("một lăm triệu", 4),
        ("lăm triệu", 0),
        ("không không", 6),
        ("không mươi", 6),
        ("không triệu năm nghìn", 6),
        ("không trăm năm mươi", 6),
        ("linh năm", 0),
        ("một triệu không", 10),
        ("một nghìn không tỷ", 16),
        ("một trăm hai trăm", 13),
        ("hai mươi trăm", 9),
        ("hai mươi hai mươi", 13),
        ("một triệu ba triệu", 13),
        ("hai nghìn ba nghìn", 13),
        ("một tỷ hai tỷ", 11),
        ("một tỷ tỷ một tỷ tỷ", 17),
        ("hai triệu ba trăm triệu", 18),
        ("một tỷ không nghìn hai trăm triệu", 28),
        ("năm nghìn hai triệu", 14),
        ("một tỷ một nghìn hai trăm triệu", 26),
        ("một nghìn hai trăm triệu tỷ", 25),
        ("một nghìn triệu tỷ", 16),
        ("một triệu hai mươi tỷ", 19),
        ("năm tỷ một nghìn triệu", 17),
        ("một triệu hai tỷ", 14),
        ("hai trăm triệu ba mươi tỷ", 23),
        ("một nghìn hai tỷ", 14),
        ("triệu triệu", 0),
        ("một triệu triệu", 10),
        ("một tỷ triệu", 7),
        ("một triệu nghìn", 10),
        ("một triệu,", 10),
        ("một triệu, , hai nghìn", 11),
        ("rưỡi triệu", 0),
        ("hai mươi rưỡi nghìn", 9),
        ("hai nghìn tỷ rưỡi", 13),
        ("một trăm triệu rưỡi", 15),
        ("hai trăm triệu rưỡi", 15),
        ("hai triệu rưỡi năm trăm", 15),
        ("âm không", 3),
        ("âm", 2),
        ("sau nghìn đồng", 0),
        ("vài triệu", 0),
        ("một con mèo", 4),
        ("một tra\u0306m bốn. mươi", 10),
        ("1 tỷ 2", 5),
        ("250", 0),
        ("5 nghìn tấn", 0),
        ("5 nghìn ổ khóa", 0),
        ("1,2345 nghìn", 0),
        ("-1,2345 nghìn", 0),
        ("5 triệu đồng", 8),
    ],
)
def test_refuses_what_is_doubtful_and_says_where(spoken: str, position: int) -> None:
    """Two readings, units out of order and unknown words are refused; the position is that of the fault."""
    with pytest.raises(NotationError) as refusal:
        words.read(spoken)
    assert refusal.value.position == position


@pytest.mark.parametrize(
    ("spoken", "reason"),
    [
        ("con mèo", "no number in words"),
        ("một con mèo", "this word does not belong to the number"),
        ("một trăm linh", "the number is unfinished"),
        ("một triệu,", "the number is unfinished"),
        ("một tỷ,", "the number is unfinished"),
        ("một triệu năm", "this has two usual readings"),
        ("một nghìn hai tỷ", "this has two usual readings"),
        ("một triệu ba triệu", "the places do not descend"),
        ("một tỷ hai tỷ", "the places do not descend"),
        ("không triệu năm nghìn", "“không” does not belong here"),
        ("một nghìn không tỷ", "“không” does not belong here"),
        ("một triệu không", "“không” does not belong here"),
        ("âm không", "“không” does not belong here"),
        ("hai triệu rưỡi năm trăm", "this word does not belong to the number"),
        ("một trăm triệu rưỡi", "it is unclear what “rưỡi” is half of"),
        ("5 triệu đồng", "no unit"),
        ("250", "no number in words"),
        ("1,2345 nghìn", "no whole number"),
    ],
)
def test_the_reason_tells_what_is_doubtful(spoken: str, reason: str) -> None:
    """Whoever is refused learns what to write otherwise."""
    with pytest.raises(NotationError) as refusal:
        words.read(spoken)
    assert refusal.value.reason.en == reason


@pytest.mark.parametrize("number", [True, 1.0, "5", None])
def test_only_integers_are_written(number: object) -> None:
    """A truth value or a float is no number of things."""
    with pytest.raises(TypeError, match="an int"):
        words.write(number)  # type: ignore[arg-type]


def test_the_choices_of_a_style_are_named() -> None:
    """Three words in a row would say nothing to a reader, nor would a style without its name."""
    with pytest.raises(TypeError):
        Style("lẻ", "ngàn")  # type: ignore[misc]
    with pytest.raises(TypeError):
        words.write(5, SOUTH)  # type: ignore[misc]


@pytest.mark.parametrize(("number", "spoken"), [(-1, "âm một"), (-5, "âm năm"), (-1_000, "âm một nghìn")])
def test_negative_numbers_are_written_on_demand(number: int, spoken: str) -> None:
    """A number below zero is a mistake in most documents, so "âm" must be asked for."""
    assert words.write(number, negative="âm") == spoken
    with pytest.raises(ValueError, match="below 0"):
        words.write(number)


def test_an_integer_of_a_subclass_is_written_by_its_value() -> None:
    """An enumeration of integers is a set of integers, zero among them."""
    level = IntEnum("Level", {"DEBT": -1, "NONE": 0, "HIGH": 3})
    assert [words.write(one, negative="âm") for one in level] == ["âm một", "không", "ba"]


def test_official_is_the_default() -> None:
    """Leaving the style out means the official one."""
    assert words.write(1_204) == words.write(1_204, style=OFFICIAL)


@given(st.one_of(st.text(), st.lists(st.sampled_from(VOCABULARY.split())).map(" ".join)))
def test_no_text_raises_anything_but_a_notation_error(text: str) -> None:
    """Reading gives a number or a refusal whose position lies in the text, whatever the text."""
    assert 0 <= fault(text) <= len(text)


def fault(text: str) -> int:
    """Return where the text is refused, 0 if it is read."""
    try:
        words.read(text)
    except NotationError as refusal:
        return refusal.position
    return 0


@pytest.mark.parametrize(
    "unit",
    ["một ", "tỷ ", "một tỷ ", "một triệu ", "không tỷ ", ", ", "9", "9 triệu ", "ư\u0301", " ", "một tỷ,"],
)
def test_reading_time_grows_with_the_length_only(unit: str) -> None:
    """A hundred times the text takes about a hundred times as long, not ten thousand times."""
    assert _seconds(unit * 20_000) < 100 * max(_seconds(unit * 1_000), 2e-4)


def _seconds(text: str) -> float:
    def read() -> None:
        with contextlib.suppress(NotationError):
            words.read(text)

    return seconds(read)
