"""Write the JSON Schema of the plans that `khcn_plan.formats.json` reads and writes.

    python docs/write_schema.py [--check]

Written is `docs/plan.schema.json`. With `--check` nothing is written; the command fails if the file is missing or stale.
The schema follows the classes of the model; titles and descriptions are their docstrings: the Vietnamese term stands there
in brackets, the English one is the name.
"""

import inspect
import json
import re
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin

import attrs

from khcn_plan.formats.envelope import FORMAT, VERSION, Envelope
from khcn_plan.formats.json import unstructure
from khcn_plan.formats.scalars import PLAIN, SCALARS, stated_fields

FILE = Path(__file__).parent / "plan.schema.json"
PLAIN_NAMES = {int: "integer", str: "string", bool: "boolean"}
TERM = re.compile(r"\s\(([^()\"]*[^\x00-\x7f()\"][^()\"]*)\)")
"""A term in brackets: Vietnamese shows its marks."""
FIELD = re.compile(r"^    (\w+(?:, \w+)*): (.+(?:\n {8}.+)*)", re.MULTILINE)
CONSTANTS = {"format": FORMAT, "version": VERSION}


def schema() -> dict[str, object]:
    """Return the whole schema: the envelope, and under `$defs` each class of the model that may stand in it."""
    named = sorted(_below(Envelope) - {Envelope}, key=lambda kind: kind.__name__)
    envelope = _described(Envelope)
    for name, value in CONSTANTS.items():
        envelope["properties"][name]["const"] = value
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **envelope,
        "$defs": {kind.__name__: _described(kind) for kind in named},
    }


def _below(kind: Any) -> set[type]:  # noqa: ANN401 - any annotation of the model
    """Return the classes that a value of a type may be made of."""
    found: set[type] = set()
    waiting = [kind]
    while waiting:
        kind = waiting.pop()
        if get_args(kind) and kind not in SCALARS:
            waiting += get_args(kind)
        elif isinstance(kind, type) and kind not in {*PLAIN, *SCALARS, NoneType, *found}:
            found.add(kind)
            waiting += [field.type for field in _fields(kind)]
    return found


def _fields(kind: type) -> Iterator["attrs.Attribute[Any]"]:
    return stated_fields(kind) if attrs.has(kind) else iter(())


def _described(kind: type) -> dict[str, Any]:
    """Return the schema of a class."""
    about = (inspect.getdoc(kind) or "").partition("\n\n")[0]
    named = _titled(re.sub(r"(?<!^)(?=[A-Z])", " ", kind.__name__).lower().replace("ocop", "OCOP"), about)
    if issubclass(kind, Enum):
        return {**named, "enum": [member.value for member in kind]}
    stated = list(stated_fields(kind))
    needed = [field.name for field in stated if field.default is attrs.NOTHING]
    return {
        **named,
        "type": "object",
        "properties": {field.name: _property(field, _sayings(kind)[field.name]) for field in stated},
        **({"required": needed} if needed else {}),
        "additionalProperties": False,
    }


def _property(field: "attrs.Attribute[Any]", about: str) -> dict[str, Any]:
    default = {"default": unstructure(field.default)} if field.default not in {attrs.NOTHING, None, "", ()} else {}
    return {**_titled(field.name.replace("_", " "), about), **_typed(field.type), **default}


def _titled(english: str, about: str) -> dict[str, str]:
    """Return a title in both languages, and the sentence that it is taken from.

    Raises:
        ValueError: the sentence has no Vietnamese term.
    """
    term = TERM.search(about)
    if not term:
        msg = f"no Vietnamese term for {english!r}: {about}"
        raise ValueError(msg)
    return {"title": f"{term[1]} · {english}", "description": about.replace(term[0], "", 1)}


def _sayings(kind: type) -> dict[str, str]:
    """Return what the docstring of a class says about each field."""
    entries = FIELD.findall(inspect.getdoc(kind) or "")
    return {name: " ".join(about.split()) for names, about in entries for name in names.split(", ")}


def _typed(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - likewise
    """Return the schema of a type."""
    if kind in PLAIN:
        return {"type": PLAIN_NAMES[kind]}
    if kind in SCALARS:
        form = SCALARS[kind].form.pattern
        return {"type": "string", **({"pattern": f"^(?:{form})$"} if form else {})}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _typed(get_args(kind)[0])}
    if NoneType in get_args(kind):
        return {"anyOf": [_typed(get_args(kind)[0]), {"type": "null"}]}
    return {"$ref": f"#/$defs/{kind.__name__}"}


def main(arguments: list[str]) -> int:
    """Write the file, or compare it with the one that is there."""
    wanted = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    stale = not FILE.exists() or FILE.read_text("utf-8") != wanted
    if "--check" in arguments:
        print(f"{FILE.name}: {'stale' if stale else 'current'}")
        return 1 if stale else 0
    FILE.write_text(wanted, "utf-8")
    print(f"{FILE.name}: {'written' if stale else 'current'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
