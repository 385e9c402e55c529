"""Numbers of headings: which scheme they share, and which one is due."""

import pytest

from khcn_plan.notation import headings
from khcn_plan.notation.headings import LATIN, ROMAN, SCHEMES, VIETNAMESE

NUMERALS = (  # noqa: SIM905 - a list of literals would be four times as long
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV XXVI XXVII XXVIII XXIX XXX"
    " XXXI XXXII XXXIII XXXIV XXXV XXXVI XXXVII XXXVIII XXXIX"
).split()


def test_roman_numerals_are_written_and_read() -> None:
    """A numeral that is taken for another would be a gap in a sequence that has none."""
    for place, numeral in enumerate(NUMERALS, start=1):
        assert ROMAN.write(place) == numeral
        assert ROMAN.ordinal(numeral) == place
    assert ROMAN.ordinal("XXXXIX") == 49
    assert ROMAN.ordinal("XXXXX") is None
    assert ROMAN.ordinal("IIII") is None
    assert ROMAN.ordinal("") is None


@pytest.mark.parametrize(
    ("before", "found", "expected"),
    [
        ("I", "II", "II"),
        ("II", "II", "III"),
        ("II", "IV", "III"),
        ("III", "II", "IV"),
        ("1", "2", "2"),
        ("2", "3", "3"),
        ("3", "4", "4"),
        ("4", "5", "5"),
        ("3", "5", "4"),
        ("5", "4", "6"),
        ("2", "4", "3"),
        ("1.1", "1.2", "1.2"),
        ("1.2", "1.2", "1.3"),
        ("1.2", "1.4", "1.3"),
        ("1.9", "1.11", "1.10"),
        ("1.2.1", "1.2.2", "1.2.2"),
        ("II.1", "II.3", "II.2"),
        ("2.1", "1.2", None),
        ("1.1", "2.2", None),
        ("d", "e", "e"),
        ("d", "đ", "đ"),
        ("đ", "e", "e"),
        ("c", "e", "d"),
        ("A", "C", "B"),
        ("H", "I", "I"),
        ("I", "I", "II"),
        ("D", "G", "Đ"),
        ("e", "f", "f"),
        ("1", "a", None),
        ("I", "1", None),
        ("II", "a", None),
    ],
)
def test_the_number_that_is_due(before: str, found: str, expected: str | None) -> None:
    """What stands there is right if one of the schemes that both belong to has it next; else the first scheme says what is."""
    assert headings.due(before, found) == expected


@pytest.mark.parametrize("number", ["1", "I", "a", "A", "2.1", "3.1.1"])
def test_what_opens_a_list(number: str) -> None:
    """The first number of any scheme."""
    assert headings.first(number)


@pytest.mark.parametrize("number", ["2", "II", "b", "B", "1.2", "0", "", "1."])
def test_what_opens_none(number: str) -> None:
    """Any other number."""
    assert not headings.first(number)


def test_letters_run_through_their_alphabets() -> None:
    """The Vietnamese alphabet has đ and lacks f, j, w and z; behind its last letter it begins again."""
    vietnamese, latin = SCHEMES[2], SCHEMES[3]
    assert [vietnamese.write(place) for place in range(1, 3 * len(VIETNAMESE) + 1)] == [*VIETNAMESE * 3]
    assert [latin.ordinal(letter) for letter in LATIN] == [*range(1, 27)]
    assert [vietnamese.ordinal(letter) for letter in "đjAaa"] == [5, None, None, 1, 1]
    assert (vietnamese.ordinal("ab"), SCHEMES[4].ordinal("Đ"), SCHEMES[5].write(26)) == (None, 5, "Z")
