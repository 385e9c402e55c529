"""The long way from JSON to values of the model (cấu trúc hóa): every fault of structure is found, each at its place.

The types of the model say what may stand where; cattrs follows them, and the hooks here are its strictness. The way back is
here too: what is not stated, and the places in a text, are left out.
"""

import json
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_origin

import attrs

from khcn_plan.formats.error import FormatError, StructureFault
from khcn_plan.formats.scalars import PLAIN, SCALARS, stated_fields
from khcn_plan.language import Text

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")
LONGEST_SHOWN = 60

_OBJECT = Text(vi="đối tượng", en="object")
_LIST = Text(vi="danh sách", en="list")
_MISSING = Text(vi="thiếu", en="is missing")
_UNKNOWN = Text(vi="khóa lạ, mô hình không có", en="is no key of the model")


class RefusedError(ValueError):
    """A value is not what stands there in the model."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason)
        self.reason = reason


def unstructure(value: object) -> Any:  # noqa: ANN401 - what JSON knows has no better type
    """Return a value of the model as dicts, lists, strings and numbers; places in a text are no part of it."""
    return _converter().unstructure(value)


def structure(data: object, kind: type[T]) -> T:
    """Make a value of the model of what JSON knows.

    Raises:
        FormatError: the data is no such value; all faults are in it.
    """
    try:
        return _converter().structure(data, kind)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told with its place
        raise FormatError(tuple(_faults(error, ""))) from None


def expected(wanted: Text, value: object) -> Text:
    """Say what should stand where something else does."""
    shown = json.dumps(value, ensure_ascii=False, default=str)
    shown = shown if len(shown) <= LONGEST_SHOWN else shown[:LONGEST_SHOWN] + "…"
    return Text(vi=f"cần {wanted.vi}, không phải {shown}", en=f"{wanted.en} expected, not {shown}")


@cache
def _converter() -> "Converter":
    """Return the converter that knows the model."""
    from cattrs import Converter  # noqa: PLC0415 - late: `import khcn_plan` stays light
    from cattrs.cols import homogenous_tuple_structure_factory  # noqa: PLC0415 - likewise
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override  # noqa: PLC0415 - likewise

    converter = Converter(forbid_extra_keys=True, omit_if_default=True)

    def placeless(kind: type) -> dict[str, Any]:
        stated = {field.name for field in stated_fields(kind)}
        return {field.name: override(omit=True) for field in attrs.fields(kind) if field.name not in stated}

    def writer(kind: type) -> Callable[[Any], Any]:
        return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, **placeless(kind))

    def reader(kind: type) -> Callable[[Any, Any], Any]:
        make: Callable[[Any, Any], Any] = make_dict_structure_fn(
            kind, converter, _cattrs_forbid_extra_keys=True, **placeless(kind)
        )
        return _guarded(make, dict, _OBJECT)

    def tuples(kind: type) -> Callable[[Any, Any], Any]:
        return _guarded(homogenous_tuple_structure_factory(kind, converter), list, _LIST)

    converter.register_unstructure_hook_factory(attrs.has, writer)
    converter.register_structure_hook_factory(attrs.has, reader)
    converter.register_structure_hook_factory(_is_tuple, tuples)
    converter.register_structure_hook(Enum, _enum)
    for kind, wanted in PLAIN.items():
        converter.register_structure_hook(kind, _guarded(_itself, kind, wanted))
    for kind, scalar in SCALARS.items():
        converter.register_structure_hook(kind, _parsed(scalar.read, scalar.wanted))
        converter.register_unstructure_hook(kind, scalar.write)
    return converter


def _guarded(make: Callable[[Any, Any], Any], shape: type, wanted: Text) -> Callable[[Any, Any], Any]:
    """Let only values of one type of JSON through to a structuring function; `true` is no number."""

    def structure_shape(value: object, kind: object) -> object:
        if value.__class__ is not shape:
            raise RefusedError(expected(wanted, value))
        return make(value, kind)

    return structure_shape


def _itself(value: object, _kind: object) -> object:
    return value


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _parsed(parse: Callable[[str], object], wanted: Text) -> Callable[[object, object], object]:
    """Accept strings that a parser accepts."""

    def structure_parsed(value: object, _kind: object) -> object:
        try:
            if isinstance(value, str):
                return parse(value)
        except ValueError:
            pass
        raise RefusedError(expected(wanted, value))

    return structure_parsed


def _enum(value: object, kind: type[Enum]) -> Enum:
    member = next((member for member in kind if member.value == value), None)
    if member is not None:
        return member
    names = ", ".join(str(member.value) for member in kind)
    raise RefusedError(expected(Text(vi=f"một trong {names}", en=f"one of {names}"), value))


def _faults(error: BaseException, at: str) -> Iterator[StructureFault]:
    """Flatten a tree of errors into faults with their pointers, in the order of the file."""
    from cattrs import BaseValidationError, ForbiddenExtraKeysError  # noqa: PLC0415 - late, as above

    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            key = _key(inner)
            yield from _faults(inner, at if key is None else f"{at}/{_escaped(key)}")
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from (StructureFault(f"{at}/{_escaped(key)}", _UNKNOWN) for key in sorted(error.extra_fields))
    elif isinstance(error, KeyError):
        yield StructureFault(f"{at}/{_escaped(error.args[0])}", _MISSING)
    else:
        yield StructureFault(
            at, error.reason if isinstance(error, RefusedError) else Text(vi=str(error), en=str(error))
        )


def _key(error: BaseException) -> object:
    """Return the field or index that an error stands at; a missing field names itself."""
    from cattrs import AttributeValidationNote, IterableValidationNote  # noqa: PLC0415 - late, as above

    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote):
            return note.index
        if isinstance(note, AttributeValidationNote) and not isinstance(error, KeyError):
            return note.name
    return None


def _escaped(key: object) -> str:
    return str(key).replace("~", "~0").replace("/", "~1")
