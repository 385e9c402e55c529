"""Letters are read as they are meant: what nobody sees goes, what one sees stays, and places are those of the text given."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan.notation import letters


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"])
def test_what_nobody_sees_is_no_letter(mark: str) -> None:
    """Soft hyphens, spaces and joiners without width and byte order marks inside a word change nothing of it."""
    assert letters.clean(f"{mark}tri{mark}ệu{mark} đồng") == "triệu đồng"


@pytest.mark.parametrize("text", ["máy cày Kubota®", "\u00ac chưa xong", "El Niño", "Citroën, naïf"])
def test_what_one_sees_stays(text: str) -> None:
    """Trademarks, signs of logic and letters of other languages belong to the text."""
    assert letters.clean(text) == text


@pytest.mark.parametrize(("printed", "meant"), [("\u00d0ồng", "Đồng"), ("\u00f0ồng", "đồng"), ("\u00d0\u00f0", "Đđ")])
def test_the_icelandic_letter_is_read_as_the_vietnamese(printed: str, meant: str) -> None:
    """Old keyboards give eth for đ, great and small."""
    assert letters.clean(printed) == meant


@pytest.mark.parametrize(
    ("text", "position", "place"),
    [
        ("nghin", 3, 3),
        ("triệu", 0, 0),
        ("triệu", 4, 4),
        ("triệu", 5, 5),
        ("triệu", 9, 5),
        ("tri\u200bệu", 2, 2),
        ("tri\u200bệu", 3, 4),
        ("trie\u0323\u0302u", 3, 3),
        ("trie\u0323\u0302u", 4, 6),
        ("trie\u0323\u0302u", 5, 7),
        ("\ufeffmột", 0, 1),
        ("\ufeffmột", 1, 2),
        ("đồng\u200b", 3, 3),
        ("đồng\u200b", 4, 5),
        ("o\u0302", 0, 0),
        ("5\u00d0", 1, 1),
        ("5\u00d0/xã", 3, 3),
    ],
)
def test_a_place_in_the_clean_text_is_one_in_the_text_given(text: str, position: int, place: int) -> None:
    """An officer looks for the fault in the document as it is; behind the last letter is the end of the text."""
    assert letters.origin(text, position) == place


@given(st.text(alphabet="aắđệiộrưỹ ,.5\u200b\u00ad\ufeff\u00d0\u00f0"), st.sampled_from(["NFC", "NFD"]))
def test_from_the_place_of_a_letter_on_the_texts_are_the_same(text: str, form: Literal["NFC", "NFD"]) -> None:
    """Whatever letters are composed, decomposed, invisible or foreign."""
    given_text = unicodedata.normalize(form, text)
    clean = letters.clean(given_text)
    for position in range(len(clean)):
        assert letters.clean(given_text[letters.origin(given_text, position) :]) == clean[position:]
