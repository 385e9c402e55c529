"""The published schema: what is written is valid by it, and what it refuses is refused here too."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from khcn_plan import Plan
from khcn_plan.formats import json as doors
from khcn_plan.formats.error import FormatError
from tests.formats.values import broken, classes, values, whole

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "docs" / "plan.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

unhurried = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def _file(plan: object) -> str:
    return json.dumps({"format": "khcn_plan", "version": 1, "plan": plan})


def _described() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every class and field of the schema with its pointer."""
    for pointer, kind in (("", SCHEMA), *((f"/$defs/{name}", kind) for name, kind in SCHEMA["$defs"].items())):
        yield pointer, kind
        yield from ((f"{pointer}/{name}", field) for name, field in kind.get("properties", {}).items())


def test_the_schema_is_one() -> None:
    """It keeps to JSON Schema 2020-12, and describes every class that a plan is made of."""
    Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["$defs"]) == {kind.__name__ for kind in classes(Plan)}


@pytest.mark.parametrize(("pointer", "described"), [*_described()])
def test_classes_and_fields_have_titles_in_both_languages(pointer: str, described: dict[str, Any]) -> None:
    """The Vietnamese term, which shows its marks, comes first, the English name second, and a sentence explains both."""
    vietnamese, english = described["title"].split(" · ")
    assert not vietnamese.isascii()
    assert english.isascii()
    assert described["description"], pointer


@unhurried
@given(values(Plan))
def test_whatever_is_written_is_valid(plan: Plan) -> None:
    """No plan, however wrong, is written against the schema."""
    VALIDATOR.validate(json.loads(doors.write(plan)))


def test_every_field_of_the_schema_is_written() -> None:
    """The schema promises no key that no plan has: with everything stated, each stands there."""
    written = doors.write(whole(Plan))
    VALIDATOR.validate(json.loads(written))
    promised = [name for kind in SCHEMA["$defs"].values() for name in kind.get("properties", {})]
    assert [name for name in promised if f'"{name}": ' not in written] == []


@unhurried
@given(broken(Plan))
def test_what_the_schema_refuses_is_refused(plan: object) -> None:
    """The schema is never the stricter one: who keeps to what is read keeps to it."""
    text = _file(plan)
    try:
        doors.read(text)
    except FormatError:
        return
    VALIDATOR.validate(json.loads(text))


@pytest.mark.parametrize(
    "file",
    [
        _file({"year": 2023.5}),
        _file({"year": "2023"}),
        _file({"year": True}),
        _file({"tasks": None}),
        _file({"tasks": {}}),
        _file({"tasks": "ab"}),
        _file({"budget": []}),
        _file({"foo": 1}),
        _file({"place": {"start": 0, "end": 1, "line": 1}}),
        _file({"budget": {"total": {}}}),
        _file({"budget": {"total": {"value": None}}}),
        _file({"budget": {"total": {"value": 1, "words": 2}}}),
        _file({"budget": {"division": "Partition"}}),
        _file({"budget": {"division": None}}),
        _file({"budget": {"lines": [{"name": "a", "quantity": 2}]}}),
        _file({"budget": {"lines": [{"name": "a", "quantity": "1e9"}]}}),
        _file({"budget": {"lines": [{"name": "a", "quantity": "NaN"}]}}),
        _file({"budget": {"lines": [{"name": "a", "lines": [{"nam": "b"}]}]}}),
        _file({"frame": {"number": 9}}),
        _file({"frame": {"bases": [{"issued": "20230215"}]}}),
        _file({"frame": {"bases": [{"issued": "2023-02-XX"}]}}),
        _file({"frame": {"dated": {"locality": "a", "day": "2023-XX"}}}),
        _file({"frame": {"annexes": [{"title": "a", "cited": 1}]}}),
        '{"format": "khcn_plan", "version": 1}',
        '{"format": "khcn_plan", "plan": {}}',
        '{"version": 1, "plan": {}}',
        '{"format": "plan", "version": 1, "plan": {}}',
        '{"format": "khcn_plan", "version": 2, "plan": {}}',
        '{"format": "khcn_plan", "version": 1, "plan": {}, "foo": 1}',
        "[]",
    ],
)
def test_every_kind_of_fault_is_refused_by_both(file: str) -> None:
    """Another tool that validates by the schema sees what is wrong before this library does."""
    assert not VALIDATOR.is_valid(json.loads(file))
    with pytest.raises(FormatError):
        doors.read(file)


@pytest.mark.parametrize(
    "plan",
    [
        {"year": 2023.0},
        {"frame": {"bases": [{"issued": "2023-02-30"}]}},
        {"frame": {"number": "xyz"}},
    ],
)
def test_what_no_schema_can_tell_is_refused_all_the_same(plan: object) -> None:
    """To JSON Schema 2023.0 is a whole number, and it knows neither the calendar nor the grammars of numbers."""
    assert VALIDATOR.is_valid(json.loads(_file(plan)))
    with pytest.raises(FormatError):
        doors.read(_file(plan))
