"""Plans as JSON (trao đổi dữ liệu): for other tools, without loss and without a guess; and reports, for other programs.

Money is a whole number, dates are ISO 8601, partial ones too ("2023-02-XX"), decimals are strings, numbers of documents are
written as printed, kinds by their names; what is not stated is absent. A key that the model does not know, a float, a number
in quotes are refused, all faults at once, each with its pointer. The file names its version, so that one from the future is
told from one that is wrong.
"""

import json
from collections.abc import Iterator
from decimal import Decimal

from khcn_plan.formats import direct
from khcn_plan.formats.envelope import DEEPEST, FORMAT, LARGEST, VERSION, Envelope
from khcn_plan.formats.error import FormatError, StructureFault
from khcn_plan.formats.scalars import PLAIN
from khcn_plan.formats.structuring import RefusedError, expected, structure, unstructure
from khcn_plan.language import LANGUAGES, Text
from khcn_plan.model import Plan, Reading
from khcn_plan.rules.report import Finding, Report

__all__ = ["DEEPEST", "LARGEST", "VERSION", "finding", "read", "report", "structure", "unstructure", "write"]

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
_UNREADABLE = Text(vi="có giá trị không đọc lại được", en="holds what could not be read again")
_TWICE = Text(vi="khóa lặp lại", en="stands twice")


def write(plan: Plan, *, indent: int | None = 2) -> str:
    """Write a plan as JSON; without an indent on one line, as JSON Lines wants it.

    Raises:
        FormatError: it holds what `read` would refuse: a number of a document that none could read again, figures without end,
            lines below lines beyond the stated depth.

    >>> print(write(Plan(year=2023), indent=None))
    {"format": "khcn_plan", "version": 1, "plan": {"year": 2023}}
    """
    try:
        data = unstructure(Envelope(FORMAT, VERSION, plan))
        if _deep(data):
            raise _refused(_TOO_DEEP)
        return json.dumps(data, ensure_ascii=False, indent=indent)
    except RecursionError:
        raise _refused(_TOO_DEEP) from None
    except FormatError:
        raise
    except ValueError as error:
        raise _refused(Text(vi=f"{_UNREADABLE.vi}: {error}", en=f"{_UNREADABLE.en}: {error}")) from None


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
    if len(text) > LARGEST:
        raise _refused(_TOO_LARGE)
    try:
        return direct.read(text)
    except Exception:  # noqa: BLE001 - what is wrong, and all of it, is found out on the long way
        return _plan(_load(text))


def _plan(envelope: object) -> Plan:
    if not isinstance(envelope, dict) or envelope.get("format") != FORMAT or "plan" not in envelope:
        raise _refused(_NO_ENVELOPE)
    version = envelope.get("version")
    if type(version) is not int or version < 1:
        raise _refused(expected(PLAIN[int], version), "/version")
    if version > VERSION:
        raise _refused(_FUTURE, "/version")
    return structure(envelope, Envelope).plan


def _load(text: str) -> object:
    try:
        data = json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except RecursionError:
        raise _refused(_TOO_DEEP) from None
    except RefusedError as error:
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
        raise RefusedError(Text(vi=f"{_TWICE.vi}: {twice!r}", en=f"{twice!r} {_TWICE.en}"))
    return found


def _constant(name: str) -> object:
    raise RefusedError(Text(vi=f"{name} không phải là số", en=f"{name} is no number"))


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


def _refused(reason: Text, pointer: str = "") -> FormatError:
    return FormatError((StructureFault(pointer, reason),))


def report(checked: Report, reading: Reading | None = None, *, file: str = "") -> dict[str, object]:
    """Return a report as dicts, lists, strings and numbers; the keys are a contract, `docs/json.md`.

    Args:
        checked: what `check` gave.
        reading: what was checked, if a text was read; adds `plan` and `unread`.
        file: its name, if it has one; adds `file`.

    >>> from khcn_plan import Amount, check
    >>> [one["pointer"] for one in report(check(Amount(90, words="Chín mươi mốt đồng")))["findings"]]
    ['']
    """
    head: dict[str, object] = {"file": file} if file else {}
    tail: dict[str, object] = {}
    if reading is not None:
        head["plan"] = reading.plan is not None
        tail["unread"] = [{"line": p.place and p.place.line, "text": p.text} for p in reading.unread]
    gaps = ((gap, gap.place and gap.place.line) for gap in checked.gaps)
    return {
        **head,
        "on": checked.on and checked.on.isoformat(),
        "findings": [finding(found) for found in checked],
        "held": dict(checked.held),
        "unjudged": [{"rule": gap.rule.name, "line": line, "reason": _both(gap.reason)} for gap, line in gaps],
        **tail,
    }


def finding(found: Finding) -> dict[str, object]:
    """Return a finding as JSON has it; its values are strings that a program can take apart: no grouping, no language.

    >>> from khcn_plan import Amount, check
    >>> finding(next(iter(check(Amount(90, words="Chín mươi mốt đồng")))))["values"]
    {'figures': '90 đồng', 'words': '91 đồng'}
    """
    return {
        "rule": found.rule.name,
        "severity": found.rule.severity.name.lower(),
        "pointer": found.pointer,
        "line": found.line,
        "message": {language: found.message(language) for language in LANGUAGES},
        "values": {name: _plain(value) for name, value in found.values},
    }


def _both(text: Text) -> dict[str, str]:
    return {language: text[language] for language in LANGUAGES}


def _plain(value: object) -> str:
    """Write a value of a finding.

    >>> from khcn_plan import Quantity
    >>> _plain(140_000_000), _plain(Quantity(Decimal("8229"), "cái")), _plain(("a", "b"))
    ('140000000', '8229 cái', 'a; b')
    """
    if isinstance(value, tuple):
        return "; ".join(map(_plain, value))
    measured = getattr(value, "value", None)
    if isinstance(measured, Decimal):
        return f"{measured:f} {getattr(value, 'unit', '')}".rstrip()
    return str(value)
