"""Plans as JSON (trao đổi dữ liệu): for other tools, without loss and without a guess.

Money is a whole number, dates are ISO 8601, partial ones too ("2023-02-XX"), decimals are strings, numbers of documents are
written as printed, kinds by their names; what is not stated is absent. A key that the model does not know, a float, a number
in quotes are refused, all faults at once, each with its pointer. The file names its version, so that one from the future is
told from one that is wrong.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_origin

import attrs

from khcn_plan.formats.error import FormatError, StructureFault
from khcn_plan.language import Text
from khcn_plan.model import Plan, Span
from khcn_plan.notation import symbols
from khcn_plan.notation.dates import PartialDate
from khcn_plan.notation.symbols import DocumentNumber

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")
VERSION = 1
LARGEST = 64 * 2**20
DEEPEST = 60
BLANK = "XX"
_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
LONGEST_SHOWN = 60

_NO_JSON = Text(vi="không phải JSON", en="is no JSON")
_TOO_LARGE = Text(vi=f"dài hơn {LARGEST} ký tự", en=f"is longer than {LARGEST} characters")
_TOO_DEEP = Text(vi=f"lồng sâu hơn {DEEPEST} tầng", en=f"is nested deeper than {DEEPEST} levels")
_NO_ENVELOPE = Text(
    vi='phải là {"format": "khcn_plan", "version": …, "plan": …}',
    en='must be {"format": "khcn_plan", "version": …, "plan": …}',
)
_FUTURE = Text(
    vi=f"phiên bản mới hơn {VERSION}; hãy cập nhật thư viện", en=f"is newer than {VERSION}; update the library"
)
_MISSING = Text(vi="thiếu", en="is missing")
_UNKNOWN = Text(vi="khóa lạ, mô hình không có", en="is no key of the model")
_TWICE = Text(vi="khóa lặp lại", en="stands twice")


class _RefusedError(ValueError):
    """A value is not what stands there in the model."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason)
        self.reason = reason


def write(plan: Plan, *, indent: int | None = 2) -> str:
    """Write a plan as JSON; without an indent on one line, as JSON Lines wants it.

    >>> print(write(Plan(year=2023), indent=None))
    {"format": "khcn_plan", "version": 1, "plan": {"year": 2023}}
    """
    envelope = {"format": "khcn_plan", "version": VERSION, "plan": unstructure(plan)}
    return json.dumps(envelope, ensure_ascii=False, indent=indent)


def read(text: str) -> Plan:
    """Read a plan from JSON.

    Raises:
        FormatError: the text is no such JSON, or no plan; all faults are in it.

    >>> read(write(Plan(year=2023)))
    Plan(year=2023)
    >>> read('{"format": "khcn_plan", "version": 1, "plan": {"year": "2023", "foo": 1}}')
    Traceback (most recent call last):
    khcn_plan.formats.error.FormatError: /plan/year: whole number expected, not "2023"
    /plan/foo: is no key of the model
    """
    envelope = _load(text)
    if not isinstance(envelope, dict) or envelope.get("format") != "khcn_plan" or "plan" not in envelope:
        raise _refused(_NO_ENVELOPE)
    version = envelope.get("version")
    if type(version) is not int or version < 1:
        raise _refused(_expected("whole number", "số nguyên", version), "/version")
    if version > VERSION:
        raise _refused(_FUTURE, "/version")
    return structure(envelope["plan"], Plan, at="/plan")


def unstructure(value: object) -> Any:  # noqa: ANN401 - what JSON knows has no better type
    """Return a value of the model as dicts, lists, strings and numbers; places in a text are no part of it."""
    return _converter(detailed=False).unstructure(value)


def structure(data: object, kind: type[T], *, at: str = "") -> T:
    """Make a value of the model of what JSON knows.

    Raises:
        FormatError: the data is no such value; pointers begin with `at`.
    """
    try:
        return _converter(detailed=False).structure(data, kind)
    except Exception:  # noqa: BLE001 - what is wrong, and all of it, is found out by the second, slower converter
        return _explained(data, kind, at)


def _explained(data: object, kind: type[T], at: str) -> T:
    try:
        return _converter(detailed=True).structure(data, kind)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told with its place
        raise FormatError(tuple(_faults(error, at))) from None


def _load(text: str) -> object:
    if len(text) > LARGEST:
        raise _refused(_TOO_LARGE)
    try:
        data = json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except RecursionError:
        raise _refused(_TOO_DEEP) from None
    except _RefusedError as error:
        raise _refused(error.reason) from None
    except ValueError as error:
        raise _refused(Text(vi=f"{_NO_JSON.vi} ({error})", en=f"{_NO_JSON.en} ({error})")) from None
    if _deep(data):
        raise _refused(_TOO_DEEP)
    return data


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(key for index, (key, _) in enumerate(pairs) if key in dict(pairs[:index]))
        raise _RefusedError(Text(vi=f"{_TWICE.vi}: {twice!r}", en=f"{twice!r} {_TWICE.en}"))
    return found


def _constant(name: str) -> object:
    raise _RefusedError(Text(vi=f"{name} không phải là số", en=f"{name} is no number"))


def _deep(data: object) -> bool:
    level: list[object] = [data]
    for _ in range(DEEPEST):
        level = [child for value in level for child in _inside(value)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


@cache
def _converter(*, detailed: bool) -> "Converter":
    """Return the converter that knows the model; the detailed one collects every fault."""
    from cattrs import Converter  # noqa: PLC0415 - late: `import khcn_plan` stays light
    from cattrs.cols import homogenous_tuple_structure_factory  # noqa: PLC0415 - likewise
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override  # noqa: PLC0415 - likewise

    converter = Converter(forbid_extra_keys=True, omit_if_default=True, detailed_validation=detailed)

    def writer(kind: type) -> Callable[[Any], Any]:
        placeless: dict[str, Any] = {name: override(omit=True) for name in _places(kind)}
        return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, **placeless)

    def reader(kind: type) -> Callable[[Any, Any], Any]:
        placeless: dict[str, Any] = {name: override(omit=True) for name in _places(kind)}
        make: Callable[[Any, Any], Any] = make_dict_structure_fn(
            kind, converter, _cattrs_forbid_extra_keys=True, **placeless
        )
        return _guarded(make, dict, Text(vi="đối tượng", en="object"))

    def tuples(kind: type) -> Callable[[Any, Any], Any]:
        make = homogenous_tuple_structure_factory(kind, converter)
        return _guarded(make, list, Text(vi="danh sách", en="list"))

    converter.register_unstructure_hook_factory(attrs.has, writer)
    converter.register_structure_hook_factory(attrs.has, reader)
    converter.register_structure_hook_factory(_is_tuple, tuples)
    converter.register_structure_hook_func(_is_enum, _enum)
    for kind, structuring in _READERS.items():
        converter.register_structure_hook(kind, structuring)
    for kind, unstructuring in _WRITERS.items():
        converter.register_unstructure_hook(kind, unstructuring)
    return converter


def _guarded(make: Callable[[Any, Any], Any], shape: type, wanted: Text) -> Callable[[Any, Any], Any]:
    """Let only values of one shape through to a structuring function."""

    def structure_shape(value: object, kind: object) -> object:
        if value.__class__ is not shape:
            raise _RefusedError(_expected(wanted.en, wanted.vi, value))
        return make(value, kind)

    return structure_shape


def _places(kind: type) -> Iterator[str]:
    """Yield the fields that say where a value was read."""
    return (field.name for field in attrs.fields(kind) if field.type == Span | None)


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _is_enum(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _plain(wanted: type, en: str, vi: str) -> Callable[[object, object], object]:
    """Accept values of one type of JSON and no other; `true` is no number."""

    def structure_plain(value: object, _kind: object) -> object:
        if value.__class__ is not wanted:
            raise _RefusedError(_expected(en, vi, value))
        return value

    return structure_plain


def _parsed(parse: Callable[[str], object], en: str, vi: str) -> Callable[[object, object], object]:
    """Accept strings that a parser accepts."""

    def structure_parsed(value: object, _kind: object) -> object:
        try:
            if isinstance(value, str):
                return parse(value)
        except ValueError:
            pass
        raise _RefusedError(_expected(en, vi, value))

    return structure_parsed


def _enum(value: object, kind: type[Enum]) -> Enum:
    member = next((member for member in kind if member.value == value), None)
    if member is not None:
        return member
    names = ", ".join(str(member.value) for member in kind)
    raise _RefusedError(_expected(f"one of {names}", f"một trong {names}", value))


def _decimal(text: str) -> Decimal:
    # No exponent: "1e999999999" is short to send and endless to write.
    if not _DECIMAL.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


def _day(text: str) -> date | PartialDate:
    year, month, day = text.split("-")
    if BLANK not in text:
        return _iso(text)
    known = (None if part == BLANK else int(part) for part in (month, day))
    return PartialDate(int(year), *known)


def _iso(text: str) -> date:
    value = date.fromisoformat(text)
    if value.isoformat() != text:
        raise ValueError(text)
    return value


def _written_day(value: date | PartialDate) -> str:
    """Write a date, with XX for what was left blank (ISO 8601-2)."""
    parts = (BLANK if part is None else f"{part:02}" for part in (value.month, value.day))
    return "-".join((f"{value.year:04}", *parts))


_READERS: dict[Any, Callable[[object, Any], object]] = {
    int: _plain(int, "whole number", "số nguyên"),
    str: _plain(str, "text", "chuỗi ký tự"),
    bool: _plain(bool, "true or false", "true hoặc false"),
    Decimal: _parsed(_decimal, "decimal number in a string", "số thập phân trong chuỗi"),
    date: _parsed(_iso, "date as YYYY-MM-DD", "ngày dạng YYYY-MM-DD"),
    date | PartialDate: _parsed(_day, "date as YYYY-MM-DD, XX for a blank", "ngày dạng YYYY-MM-DD, XX nếu để trống"),
    DocumentNumber: _parsed(symbols.read, "number of a document", "số, ký hiệu văn bản"),
}
_WRITERS: dict[Any, Callable[[Any], object]] = {
    Decimal: lambda value: f"{value:f}",
    date: date.isoformat,
    date | PartialDate: _written_day,
    DocumentNumber: str,
}


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
            at, error.reason if isinstance(error, _RefusedError) else Text(vi=str(error), en=str(error))
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


def _expected(en: str, vi: str, value: object) -> Text:
    shown = json.dumps(value, ensure_ascii=False, default=str)
    shown = shown if len(shown) <= LONGEST_SHOWN else shown[:LONGEST_SHOWN] + "…"
    return Text(vi=f"cần {vi}, không phải {shown}", en=f"{en} expected, not {shown}")


def _refused(reason: Text, pointer: str = "") -> FormatError:
    return FormatError((StructureFault(pointer, reason),))
