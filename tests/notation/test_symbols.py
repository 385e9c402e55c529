"""Numbers and symbols: every grammar of Decree 30, the normative regime, the Party and older papers."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan.notation import NotationError, symbols
from khcn_plan.notation.symbols import DocumentNumber, Grammar

# text, grammar, number, year, kind, organs, unit
READ = [
    ("124/KH-UBND", Grammar.ADMINISTRATIVE, "124", None, "KH", ("UBND",), ""),
    ("1684/NQ-UBTVQH15", Grammar.ADMINISTRATIVE, "1684", None, "NQ", ("UBTVQH15",), ""),
    ("89/TTr-SKHCN", Grammar.ADMINISTRATIVE, "89", None, "TTr", ("SKHCN",), ""),
    ("12/QyĐ-UBND", Grammar.ADMINISTRATIVE, "12", None, "QyĐ", ("UBND",), ""),
    ("62/QĐ-BNN-QLN", Grammar.ADMINISTRATIVE, "62", None, "QĐ", ("BNN",), "QLN"),
    ("27/QĐ-UB", Grammar.ADMINISTRATIVE, "27", None, "QĐ", ("UB",), ""),
    ("12/ĐA-UBND", Grammar.ADMINISTRATIVE, "12", None, "ĐA", ("UBND",), ""),
    ("45/TB-P3", Grammar.ADMINISTRATIVE, "45", None, "TB", ("P3",), ""),
    ("15/KH", Grammar.ADMINISTRATIVE, "15", None, "KH", (), ""),
    ("36a/NQ-CP", Grammar.ADMINISTRATIVE, "36a", None, "NQ", ("CP",), ""),
    ("383/SKHCN-QLKH", Grammar.LETTER, "383", None, "", ("SKHCN",), "QLKH"),
    ("247/UBND", Grammar.LETTER, "247", None, "", ("UBND",), ""),
    ("433/UBTVQH15-CTĐB", Grammar.LETTER, "433", None, "", ("UBTVQH15",), "CTĐB"),
    ("27/CP", Grammar.LETTER, "27", None, "", ("CP",), ""),
    ("09/2015/QĐ-UBND", Grammar.NORMATIVE, "09", 2015, "QĐ", ("UBND",), ""),
    ("66.18/2026/NQ-CP", Grammar.NORMATIVE, "66.18", 2026, "NQ", ("CP",), ""),
    ("38/2001/PL-UBTVQH10", Grammar.NORMATIVE, "38", 2001, "PL", ("UBTVQH10",), ""),
    ("55/2015/TTLT-BTC-BKHCN", Grammar.JOINT, "55", 2015, "TTLT", ("BTC", "BKHCN"), ""),
    ("129/2007/TTLT/BTC-BKHCN", Grammar.JOINT, "129", 2007, "TTLT", ("BTC", "BKHCN"), ""),
    ("03/2006/TTLT-BYT-BTC-BLĐTB&XH", Grammar.JOINT, "03", 2006, "TTLT", ("BYT", "BTC", "BLĐTB&XH"), ""),
    ("14/TTLB", Grammar.JOINT, "14", None, "TTLB", (), ""),
    ("93/2025/QH15", Grammar.ASSEMBLY, "93", 2025, "", ("QH15",), ""),
    ("351/2017/UBTVQH14", Grammar.ASSEMBLY, "351", 2017, "", ("UBTVQH14",), ""),
    ("27/VBHN-BTC", Grammar.CONSOLIDATED, "27", None, "VBHN", ("BTC",), ""),
    ("57-NQ/TW", Grammar.PARTY, "57", None, "NQ", ("TW",), ""),
    ("05-HD/VPTW", Grammar.PARTY, "05", None, "HD", ("VPTW",), ""),
    ("12-CV/TCQT-NS", Grammar.PARTY, "12", None, "CV", ("TCQT",), "NS"),
    ("12-CV/TCQT-NS-VP", Grammar.PARTY, "12", None, "CV", ("TCQT",), "NS-VP"),
    ("280-TC/QĐ/TCT/AC", Grammar.LEGACY, "280", None, "QĐ", ("TC",), "TCT/AC"),
    ("280-TC/QĐ/NSNN", Grammar.LEGACY, "280", None, "QĐ", ("TC",), "NSNN"),
    ("244-HĐBT", Grammar.LEGACY, "244", None, "", ("HĐBT",), ""),
    ("/KH-UBND", Grammar.ADMINISTRATIVE, "", None, "KH", ("UBND",), ""),
    ("/2024/NĐ-CP", Grammar.NORMATIVE, "", 2024, "NĐ", ("CP",), ""),
    ("36a", Grammar.NUMBER, "36a", None, "", (), ""),
    ("số 57", Grammar.NUMBER, "57", None, "", (), ""),
]

# as found, as given back, what it means
SLOPPY = [
    ("Số: /KH-UBND", "/KH-UBND", "/KH-UBND"),
    ("Số: ..../2026/QĐ-UBND", "/2026/QĐ-UBND", "/2026/QĐ-UBND"),
    ("30/ 2015/QĐ-UBND", "30/2015/QĐ-UBND", "30/2015/QĐ-UBND"),
    (
        "30/\x1d2015/QĐ-UBND",
        "30/2015/QĐ-UBND",
        "30/2015/QĐ-UBND",
    ),  # a separator that is a blank to some and none to others
    ("919/QĐ- TTg", "919/QĐ-TTg", "919/QĐ-TTg"),
    ("919/QĐ-Ttg", "919/QĐ-Ttg", "919/QĐ-TTg"),
    ("38/2001/PL - UBTVQH10", "38/2001/PL-UBTVQH10", "38/2001/PL-UBTVQH10"),
    ("01/2006/TTLT-BLĐTBXH - BGDĐT-BYT", "01/2006/TTLT-BLĐTBXH-BGDĐT-BYT", "01/2006/TTLT-BLĐTBXH-BGDĐT-BYT"),
    ("49-CT /TW", "49-CT/TW", "49-CT/TW"),
    ("77/2006/QĐ.UBND", "77/2006/QĐ.UBND", "77/2006/QĐ-UBND"),
    ("1040/QĐUBND", "1040/QĐUBND", "1040/QĐ-UBND"),
    ("1040/QĐUBND-VX", "1040/QĐUBND-VX", "1040/QĐ-UBND-VX"),
    ("919/Q\u00d0-TTg", "919/Q\u00d0-TTg", "919/QĐ-TTg"),
    ("66/NQ-\u0421\u0420", "66/NQ-\u0421\u0420", "66/NQ-CP"),
    ("09/2015/QĐ\u2013UBND", "09/2015/QĐ\u2013UBND", "09/2015/QĐ-UBND"),
    ("So\u0302\u0301\u00a009/20\u200b15/QĐ-UBND", "09/2015/QĐ-UBND", "09/2015/QĐ-UBND"),
]

REFUSED = [
    ("", 0),
    ("  ", 2),
    ("Quyết định", 0),
    ("QĐ-UBND", 0),
    ("57", 2),
    ("29/4/2022", 2),
    ("12/2023", 2),
    ("1/500", 1),
    ("5/A", 1),
    ("5/A-UBND", 1),
    ("9/Chung", 1),
    ("9/CHUong", 1),
    ("9/Bổ sung", 1),
    ("100/đồng", 3),
    ("09/2015/QĐ-UBND.", 15),
    ("\u200b09/2015/QĐ-UBND và", 17),
    ("Số", 2),
    ("/2024/", 5),
]


@pytest.mark.parametrize(("text", "grammar", "number", "year", "kind", "organs", "unit"), READ)
def test_reads_every_grammar(  # noqa: PLR0913, PLR0917 - one row of the table
    text: str, grammar: Grammar, number: str, year: int | None, kind: str, organs: tuple[str, ...], unit: str
) -> None:
    """Each part is found, and the whole is given back letter by letter."""
    read = symbols.read(text)
    assert read.grammar is grammar
    assert (read.number, read.year, read.kind, read.organs, read.unit) == (number, year, kind, organs, unit)
    assert str(read) == symbols.write(read) == text


@pytest.mark.parametrize(("text", "printed", "meant"), SLOPPY)
def test_sloppy_forms_are_read_and_given_back_as_printed(text: str, printed: str, meant: str) -> None:
    """Stray spaces go, misprints stay, and the number equals the one that was meant."""
    number = symbols.read(text)
    assert str(number) == printed
    assert number == symbols.read(meant) == symbols.read(printed)
    assert str(attrs.evolve(number, written="")) == meant
    assert repr(number) == repr(symbols.read(meant))


@pytest.mark.parametrize(("text", "position"), REFUSED)
def test_refuses(text: str, position: int) -> None:
    """A date, a ratio, a word or a symbol without number is refused where it stops to be a symbol."""
    with pytest.raises(NotationError) as refusal:
        symbols.read(text)
    assert refusal.value.position == position


def test_the_parts_are_named() -> None:
    """Six texts in a row would be mixed up unseen."""
    with pytest.raises(TypeError):
        DocumentNumber("09", 2015)  # type: ignore[misc]


def test_a_year_marks_a_normative_document() -> None:
    """The same type may be either; the year in the number decides."""
    assert symbols.read("09/2015/QĐ-UBND").normative
    assert not symbols.read("2286/QĐ-UBND").normative


KINDS = st.sampled_from(["QĐ", "NQ", "KH", "TTr", "QyĐ", "CTr", "NĐ", "TT", "VBHN", "CT"])
ORGANS = st.sampled_from(
    ["UBND", "HĐND", "TTg", "CP", "BTC", "BKHCN", "SKHCN", "BLĐTB&XH", "QH15", "UBTVQH14", "TW", "TU", "VPTW"]
)
UNITS = st.sampled_from(["QLKH", "KHTC", "VX", "NSNN", "QLN"])
DIGITS = st.from_regex(r"[0-9]{1,5}[a-d]?", fullmatch=True)
YEARS = st.none() | st.integers(1945, 2100)
NUMBERS = (
    st.builds(DocumentNumber, number=st.just("") | DIGITS, year=YEARS, kind=st.just("") | KINDS, organ=ORGANS)
    | st.builds(DocumentNumber, number=DIGITS, kind=st.just("") | KINDS, organ=ORGANS, unit=UNITS)
    | st.builds(DocumentNumber, number=DIGITS)
    | st.builds(
        DocumentNumber,
        number=DIGITS,
        year=YEARS,
        kind=st.sampled_from(["TTLT", "NQLT"]),
        organ=ORGANS,
        partners=st.lists(ORGANS, min_size=1, max_size=4).map(tuple),
    )
    | st.builds(DocumentNumber, number=DIGITS, kind=KINDS, organ=ORGANS, grammar=st.just(Grammar.PARTY))
    | st.builds(
        DocumentNumber,
        number=DIGITS,
        kind=st.just("") | KINDS,
        organ=ORGANS,
        unit=st.just("") | UNITS,
        grammar=st.just(Grammar.LEGACY),
    )
)


@given(NUMBERS)
def test_what_is_written_is_read(number: DocumentNumber) -> None:
    """Reading gives back what was written, in every grammar."""
    assert symbols.read(symbols.write(number)) == number


PIECES = st.sampled_from(
    ["Số", ":", " ", "/", "-", "–", ".", "09", "2015", "36a", "QĐ", "TTLT", "UBND", "TTg", "Ð", "…"]
)


@given(st.text() | st.lists(PIECES).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text raises anything but a refusal, and what was read reads the same again."""
    position = 0
    try:
        number = symbols.read(text)
    except NotationError as refusal:
        position = refusal.position
    else:
        assert symbols.read(str(number)) == number
        assert str(symbols.read(str(number))) == str(number)
    assert 0 <= position <= len(text)


@pytest.mark.parametrize("space", ["\n", "\x1d", "\u00a0", "\t"])
def test_whatever_space_stands_before_the_year(space: str) -> None:
    """A symbol torn before its year is still read; the fuzzer found a separator that was not."""
    found = symbols.read(f"182{space}/2007/QĐ-UBND")
    assert (found.number, found.year, found.kind) == ("182", 2007, "QĐ")


@given(
    st.sampled_from(("", "0", "09", "12345", "123456", "36a", "36A", "1.2")),
    st.sampled_from(("", "/2015", "/0000", "/15")),
    st.lists(
        st.sampled_from(
            (
                "QĐ",
                "KH",
                "TTr",
                "TTLT",
                "VBHN",
                "L",
                "qđ",
                "QĐI",
                "UBND",
                "SKHCN",
                "TTg",
                "TTG",
                "Ttg",
                "QH13",
                "A",
                "QĐUBND",
            )
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_the_usual_form_is_read_as_the_tolerant_reader_reads_it(number: str, year: str, groups: list[str]) -> None:
    """What is printed as it should be is read on a shorter way to the same meaning; an invisible mark leads to the long one."""
    text = f"{number}{year}/{'-'.join(groups)}"
    try:
        tolerant = symbols.read(f"\u200b{text}")
    except NotationError:
        with pytest.raises(NotationError):
            symbols.read(text)
        return
    usual = symbols.read(text)
    assert (usual, usual.written, usual.grammar) == (tolerant, tolerant.written, tolerant.grammar)
