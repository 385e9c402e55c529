"""The model asks for no library: others that structure attrs classes by type take it as it is, or nearly so."""

import json
from datetime import date
from decimal import Decimal

import cattrs
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from khcn_plan import PartialDate, Plan, Reading
from khcn_plan.formats import text as texts
from tests.formats.values import values, whole
from tests.shared import REAL_PLAN, needs_real_plan

unhurried = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def converter() -> cattrs.Converter:
    """Give a bare converter that was told of the three types that cattrs leaves to its users."""
    bare = cattrs.Converter()
    bare.register_structure_hook(date, lambda value, _: value)
    bare.register_structure_hook(Decimal, lambda value, _: value)
    bare.register_structure_hook(
        date | PartialDate,
        lambda value, _: bare.structure(value, PartialDate) if isinstance(value, dict) else value,
    )
    return bare


@unhurried
@given(values(Plan))
def test_msgspec_takes_plans_as_they_are(plan: Plan) -> None:
    """No hook at all: dates, decimals, blanks in dates and numbers of documents come back, through JSON too."""
    assert msgspec.convert(msgspec.to_builtins(plan), Plan) == plan
    assert msgspec.json.decode(msgspec.json.encode(plan), type=Plan) == plan


@unhurried
@given(values(Plan))
def test_cattrs_takes_plans_with_three_hooks(converter: cattrs.Converter, plan: Plan) -> None:
    """A bare converter keeps dates and decimals; it wants to hear that they may stay, and which of two a day is."""
    assert converter.structure(converter.unstructure(plan), Plan) == plan


def test_the_standard_library_writes_what_msgspec_makes() -> None:
    """What `to_builtins` gives is what `json` knows."""
    data = json.loads(json.dumps(msgspec.to_builtins(whole(Plan))))
    assert msgspec.convert(data, Plan) == whole(Plan)


@needs_real_plan
def test_a_whole_reading_passes_through_both(converter: cattrs.Converter) -> None:
    """The document, its outline and every place in the text come along."""
    reading = texts.read(REAL_PLAN.read_text("utf-8"))
    for again in (
        msgspec.convert(msgspec.to_builtins(reading), Reading),
        converter.structure(converter.unstructure(reading), Reading),
    ):
        assert again == reading
        assert again.document.frame.place == reading.document.frame.place
