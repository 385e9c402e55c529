"""Dates: both written forms, blanks, and what no calendar has."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khcn_plan.notation import NotationError, dates
from khcn_plan.notation.dates import PartialDate

READ = [
    ("ngày 06 tháng 8 năm 2015", date(2015, 8, 6)),
    ("Ngày 05 tháng 01 năm 2020", date(2020, 1, 5)),
    ("NGÀY 03 THÁNG 9 NĂM 2019", date(2019, 9, 3)),
    ("29/4/2022", date(2022, 4, 29)),
    ("ngày 15/04/2021", date(2021, 4, 15)),
    ("26-11-2003", date(2003, 11, 26)),
    ("26.11.2003", date(2003, 11, 26)),
    ("5.3.2020", date(2020, 3, 5)),
    ("29/2/2024", date(2024, 2, 29)),
    ("ngày tháng 02 năm 2023", PartialDate(2023, month=2)),
    ("ngày … tháng 02 năm 2023", PartialDate(2023, month=2)),
    ("ngày ... tháng 02 năm 2023", PartialDate(2023, month=2)),
    ("ngày … tháng … năm 2023", PartialDate(2023)),
    ("ngày ____ tháng ____ năm 2023", PartialDate(2023)),
    ("ngày 05 tháng … năm 2023", PartialDate(2023, day=5)),
    ("tháng 3 năm 2022", PartialDate(2022, month=3)),
    ("tháng 9/2022", PartialDate(2022, month=9)),
    ("9/2022", PartialDate(2022, month=9)),
    ("…/9/2022", PartialDate(2022, month=9)),
    ("../../2022", PartialDate(2022)),
    ("năm 2022", PartialDate(2022)),
]

REFUSED = [
    ("", 0),
    ("  ", 2),
    ("hôm nay", 0),
    ("2022", 0),
    ("31/02/2023", 0),
    ("ngày 30 tháng 2 năm 2024", 5),
    ("ngày 32 tháng … năm 2024", 5),
    ("1/13/2022", 2),
    ("tháng 0 năm 2022", 6),
    ("27/9/20119", 5),
    ("1/1/99", 4),
    ("1/1/0000", 4),
    ("29/4/2022 và 30/4/2022", 10),
    ("1/2-2022", 3),
    ("٢٩/٤/٢٠٢٢", 0),
    ("nga\u0300y 31 tha\u0301ng 4 na\u0306m 2022", 6),
    ("\u200b31/\u200b4/2022", 1),
    ("ngày\u00a031/4/2022", 5),
]


@pytest.mark.parametrize(("text", "value"), READ)
def test_reads(text: str, value: date | PartialDate) -> None:
    """Words, slashes, dots and hyphens are read, and a blank is a blank."""
    assert dates.read(text) == value


@pytest.mark.parametrize(("text", "position"), REFUSED)
def test_refuses(text: str, position: int) -> None:
    """What is no date is refused at the offset of the fault in the caller's own text."""
    with pytest.raises(NotationError) as refusal:
        dates.read(text)
    assert refusal.value.position == position
    assert refusal.value.reason.vi


def test_tolerates_letters_that_only_look_different() -> None:
    """Decomposed letters, no-break spaces and zero-width spaces change nothing."""
    assert dates.read("nga\u0300y\u00a006 tha\u0301ng 8 na\u200b\u0306m 2015") == date(2015, 8, 6)


def test_months_from_march_are_not_padded() -> None:
    """Decree 30 guards days below 10 and the months 1 and 2, no other month."""
    assert dates.write(date(2020, 2, 9)) == "ngày 09 tháng 02 năm 2020"
    assert dates.write(date(2020, 3, 10)) == "ngày 10 tháng 3 năm 2020"
    assert dates.write(PartialDate(2023), slashed=True) == "…/…/2023"


@pytest.mark.parametrize("parts", [(2023, 13, None), (2023, None, 32), (2023, 0, None), (0, 1, None), (2023, 2, 3)])
def test_a_partial_date_is_possible_and_partial(parts: tuple[int, int | None, int | None]) -> None:
    """There is no 13th month, and a date without a blank is a `datetime.date`."""
    with pytest.raises(ValueError, match=r"month|day|year"):
        PartialDate(*parts)


PARTIAL = st.builds(PartialDate, st.integers(1, 9999), st.none() | st.integers(1, 12)) | st.builds(
    PartialDate, st.integers(1, 9999), day=st.integers(1, 31)
)


@given(st.dates() | PARTIAL, st.booleans())
def test_what_is_written_is_read(value: date | PartialDate, slashed: bool) -> None:  # noqa: FBT001 - drawn
    """Reading gives back what was written, in either style."""
    assert dates.read(dates.write(value, slashed=slashed)) == value


PIECES = ["ngày", "tháng", "năm", "…", ".", "/", "-", "_", " ", "0", "2", "31", "2023", "\u0300"]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text raises anything but a refusal, whose place lies in the text."""
    position = 0
    try:
        value = dates.read(text)
    except NotationError as refusal:
        position = refusal.position
    else:
        assert dates.read(dates.write(value)) == value
    assert 0 <= position <= len(text)


@pytest.mark.parametrize(
    ("day", "said", "slashed"),
    [
        (date(2020, 1, 5), "ngày 05 tháng 01 năm 2020", "05/01/2020"),
        (date(2020, 2, 15), "ngày 15 tháng 02 năm 2020", "15/02/2020"),
        (date(2020, 3, 9), "ngày 09 tháng 3 năm 2020", "09/3/2020"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019", "29/6/2019"),
        (date(2019, 10, 1), "ngày 01 tháng 10 năm 2019", "01/10/2019"),
        (PartialDate(2023, 2), "ngày … tháng 02 năm 2023", "…/02/2023"),
        (PartialDate(2023), "ngày … tháng … năm 2023", "…/…/2023"),
    ],
)
def test_the_decree_pads_the_days_and_two_months(day: date | PartialDate, said: str, slashed: str) -> None:
    """A stroke of the pen makes 12 of 2, and nothing of 3."""
    assert dates.write(day) == said
    assert dates.write(day, slashed=True) == slashed


@pytest.mark.parametrize(
    ("text", "position"), [("ngày 05 tháng 01 năm 2020 và", 26), ("  ba ngày", 2), ("05/13/2020", 3)]
)
def test_a_refusal_points_to_the_fault(text: str, position: int) -> None:
    """What follows the date, what is none, the month that does not exist."""
    with pytest.raises(NotationError) as caught:
        dates.read(text)
    assert caught.value.position == position
