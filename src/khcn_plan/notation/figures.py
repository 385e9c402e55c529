"""Quantities in figures (số liệu bằng chữ số): "8.229 cái", "1.256,5 triệu đồng", "98%".

The Law on Accounting 88/2015/QH13, article 11, sets a point after thousands, millions and billions (dấu chấm)
and a comma before decimals (dấu phẩy); documents also group with commas or spaces and write a decimal point.
A single comma before three digits marks decimals before triệu, tỷ and units of measure and groups thousands
before đồng, which has no decimals; elsewhere it has two readings and is refused, as are ranges, dates and bad
groups. Read are ASCII digits only.
"""

import functools
import itertools
import re
import sys
from decimal import Decimal

import attrs

from khcn_plan import values
from khcn_plan.language import Text
from khcn_plan.notation import grammar, letters
from khcn_plan.notation.error import NotationError
from khcn_plan.notation.pattern import late


@attrs.frozen
class Quantity:
    """A figure with its unit, and how finely it was printed (số liệu, đơn vị tính).

    Attributes:
        value: nghìn, triệu and tỷ multiplied out (giá trị); money in đồng.
        unit: as written (đơn vị tính); money always "đồng", alone or before a stroke ("đồng/người").
        step: the worth of the last printed digit, in that unit (chữ số cuối cùng được in).
        scale: the worth of the printed magnitude word (nghìn, triệu, tỷ): 1_000_000 for triệu, 1 without one.

    >>> Quantity(Decimal("13.8"), "%", Decimal("0.1")) == read("13,8%")
    True
    """

    value: Decimal
    unit: str = ""
    step: Decimal = Decimal(1)
    scale: int = 1

    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


def read(text: str) -> Quantity:
    """Read one figure with its magnitude word (nghìn, triệu, tỷ) and its unit, if any.

    Raises:
        NotationError: the text is no single quantity, or has two usual readings.

    >>> read("1.256,5 triệu đồng")
    Quantity(Decimal('1256500000'), unit='đồng', step=Decimal('100000'), scale=1000000)
    >>> read("646,000 đ").value, read("34,203 tỷ đồng").value, read("14,359 m3").value
    (Decimal('646000'), Decimal('34203000000'), Decimal('14.359'))
    >>> read("1 tỷ 250 triệu đồng").value, read("VND 140.000.000").unit
    (Decimal('1250000000'), 'đồng')
    >>> read("1,234")
    Traceback (most recent call last):
    khcn_plan.notation.error.NotationError: the comma may group thousands or mark decimals (at 1)
    """
    try:
        return _usual(text)
    except NotationError:
        bare = letters.clean(text)
    try:
        return _read(bare)
    except NotationError as error:
        raise NotationError(error.reason, letters.origin(text, error.position)) from None


def quantity(digits: str, unit: str = "", magnitude: str = "") -> Quantity:
    """Make a quantity of parts that a scanner has already isolated.

    Args:
        digits: ASCII digits with their separators, and a sign if there is one.
        unit: the unit as written, "" if there is none.
        magnitude: the magnitude word as written, "" if there is none.

    Raises:
        NotationError: the digits are badly grouped or have two readings, or the unit is none;
            the position counts in `digits`.

    >>> quantity("711,055", "đồng", "triệu")
    Quantity(Decimal('711055000'), unit='đồng', step=Decimal('1000'), scale=1000000)
    """
    power = _MAGNITUDES.get(magnitude)
    if power is None:
        power = _magnitude(magnitude, len(digits))
    try:
        name, lone_comma = _unit(unit)
    except NotationError as error:
        raise NotationError(error.reason, len(digits)) from None
    if power:
        name, lone_comma = name or "đồng", _DECIMAL if power >= _MILLION else _UNCLEAR
    number, places = _number(digits, lone_comma)
    last = power - places
    value = Decimal(number * 10**last) if last >= 0 else Decimal(f"{number}E{last}")
    return Quantity(value, name, _power(last), 10**power)


def write(quantity: Quantity) -> str:
    """Write a quantity by the law: points between groups, a comma before decimals, the magnitude word it had.

    Raises:
        ValueError: the scale has no word, or the value is not finite.

    >>> write(Quantity(Decimal(1_256_500_000), "đồng", Decimal(100_000), 10**6))
    '1.256,5 triệu đồng'
    >>> write(Quantity(Decimal(98), "%", Decimal("0.01"))), write(Quantity(Decimal(8229), "cái"))
    ('98,00%', '8.229 cái')
    """
    power = len(str(quantity.scale)) - 1
    if power not in _WORDS or quantity.scale != 10**power:
        msg = f"no word for {quantity.scale}"
        raise ValueError(msg)
    places = max(0, power - _last_place(quantity.step), power - _last_place(quantity.value))
    whole, fraction = divmod(_counted(quantity.value, power - places), 10**places)
    if places == len("000") and 0 < whole < _THOUSAND and not _decimal(power, quantity.unit):
        # One digit more, lest the comma seem to group thousands.
        fraction, places = fraction * 10, places + 1
    sign = "-" if quantity.value < 0 else ""
    digits = f"{whole:,}".replace(",", ".") + (f",{fraction:0{places}}" if places else "")
    words = " ".join(word for word in (_WORDS[power], quantity.unit) if word)
    return f"{sign}{digits}{'' if words.startswith('%') else ' '}{words}".rstrip()


# The places as powers of ten; the law's "tỷ tỷ" is 10^18.
_WORDS = {0: "", 3: "nghìn", 6: "triệu", 9: "tỷ", 12: "nghìn tỷ", 15: "triệu tỷ", 18: "tỷ tỷ"}
_MAGNITUDES = {word: power for power, word in _WORDS.items()} | {
    "ngàn": 3, "k": 3, "tr": 6, "tỉ": 9, "ngàn tỷ": 12, "nghìn tỉ": 12, "ngàn tỉ": 12, "triệu tỉ": 15, "tỉ tỉ": 18,
}  # fmt: skip
# What a lone comma before three digits does.
_DECIMAL, _GROUPING, _UNCLEAR = "decimal", "grouping", ""
_MARKS = frozenset(".,\u0020\u00a0\u2009\u202f")
_MILLION = 6
_THOUSAND = 1000
_LONGEST = 100

_DONG = frozenset(("đồng", "đ", "vnd", "vnđ", "₫", "đồng việt nam", "việt nam đồng", "đồng chẵn", "đồng vn", "dong"))
# People, not money: đồng chí (comrades), đồng bào (compatriots), đồng nghiệp (colleagues).
_DONG_PEOPLE = frozenset(("chí", "bào", "nghiệp"))
_HUNDREDTHS = frozenset(("usd", "eur", "gbp", "đô", "$", "€", "£"))
_MEASURES = frozenset((
    "%", "‰", "°c", "độ",
    "m", "mm", "cm", "dm", "km", "mét", "kilômét", "ki-lô-mét",
    "m2", "m²", "cm2", "cm²", "dm2", "dm²", "km2", "km²", "ha", "héc-ta", "hécta", "hecta",
    "m3", "m³", "cm3", "cm³", "dm3", "dm³", "l", "ml", "hl", "lít",
    "g", "mg", "kg", "gam", "gram", "yến", "tạ", "tấn",
    "kw", "kwh", "kwp", "mw", "mwh", "mwp", "gw", "gwh", "kva",
))  # fmt: skip
_NO_UNIT_WORDS = frozenset((
    "và", "hoặc", "hay", "đến", "tới", "từ", "hơn", "kém", "rưỡi", "rưởi",
    "linh", "lẻ", "mười", "mươi", "trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ",
))  # fmt: skip

_DIGITS = r"[0-9]++(?:[.,\u0020\u00a0\u2009\u202f][0-9]++)*+"
_MAGNITUDE = r"(?:(?:(?:nghìn|ngàn|triệu|t[ỷỉ])\s++)?t[ỷỉ]|nghìn|ngàn|triệu|tr|k)(?![^\W\d_])"
_HEAD = late(
    rf"\s*+[~≈]?\s*+(?P<currency>(?:VN[DĐÐ]|USD|EUR|[$€£₫])\s*+)?"
    rf"(?P<bracket>\()?(?P<digits>[-−]?{_DIGITS})(?(bracket)\))"
    rf"(?:\s*+\((?P<words>[^()0-9]++)\))?(?P<stray>,-?|\.-)?"
    rf"\s*+(?P<magnitude>{_MAGNITUDE})?(?:\s++(?P<half>rư[ỡở]i)(?!\w))?",
    re.IGNORECASE,
)
_COMPOUND = late(rf"\s*+((?:{_DIGITS}\s*+{_MAGNITUDE}[\s,]*+){{2,7}})", re.IGNORECASE)
_PART = late(rf"({_DIGITS})\s*+({_MAGNITUDE})", re.IGNORECASE)
_COLLOQUIAL = late(r"\s*+([0-9]{1,3})(tr|t[ỷỉ])([0-9]{3}|[0-9])(?![0-9.,])", re.IGNORECASE)
_MONTH = late(r"\s*+(?:0?[1-9]|1[0-2])\.(?:19|20)[0-9]{2}\s*+")
_NUMBER = late(
    r"([-−])?(?P<whole>[1-9][0-9]{0,2}(?P<mark>[.,\u0020\u00a0\u2009\u202f])[0-9]{3}(?:(?P=mark)[0-9]{3})*+|[0-9]++)"
    r"(?:(?P<point>[.,])(?P<fraction>[0-9]++))?"
)
_WORD = r"[°]?[^\W\d_]{1,20}+[23]?(?:[-–][^\W\d_]{1,20}+){0,3}+"
_PHRASE = late(rf"[%‰$€£₫]|{_WORD}(?:\s{_WORD}){{0,6}}+")
_PER_ONE = late(r"\A(?:0?1|một)\s")

_NO_DIGITS = Text(vi="không có chữ số", en="no digits")
_NO_UNIT = Text(vi="không phải đơn vị tính", en="no unit")
_NO_MAGNITUDE = Text(vi="không phải nghìn, triệu hay tỷ", en="no word for thousands, millions or billions")
_GROUPS = Text(vi="các chữ số không được nhóm đúng", en="the digits are not grouped properly")
_COMMA = Text(
    vi="dấu phẩy có thể tách hàng nghìn hoặc phần thập phân",
    en="the comma may group thousands or mark decimals",
)
_LONG = Text(vi="số quá dài", en="the figure is too long")
_RANGE = Text(vi="một khoảng, không phải một số", en="a range, not one figure")
_DATE = Text(vi="có thể là ngày tháng", en="this may be a date")
_HALF = Text(vi="“rưỡi” chỉ đứng sau nghìn, triệu, tỷ", en="“rưỡi” only follows thousands, millions or billions")
_STRAY = Text(vi="dấu phẩy thừa", en="a stray comma")
_ORDER = Text(vi="các hàng không giảm dần", en="the places do not descend")
_DISAGREE = Text(vi="chữ trong ngoặc nói số khác", en="the words in brackets say another number")


def _usual(text: str) -> Quantity:
    """Read "8.229 cái" and "1,5 tỷ đồng", by far the most frequent forms."""
    digits, space, rest = text.partition(" ")
    if not space or not rest:
        raise NotationError(_NO_UNIT, len(text))
    magnitude, _, unit = rest.partition(" ")
    return quantity(digits, unit, magnitude) if magnitude in _MAGNITUDES else quantity(digits, rest)


def _read(text: str) -> Quantity:
    """Read a text whose letters are clean, with whatever surrounds the figure."""
    head = _HEAD().match(text)
    if head is None:
        raise NotationError(_NO_DIGITS, 0)
    if _MONTH().fullmatch(text):
        raise NotationError(_DATE, head.start("digits"))
    if spoken := _COLLOQUIAL().match(text):
        return _placed(text, spoken.start(1), (f"{spoken[1]},{spoken[3]}", spoken[2]), spoken.end())
    if several := _COMPOUND().match(text):
        return _sum(text, several)
    found = _placed(text, head.start("digits"), (head["digits"], head["magnitude"]), head.end(), head["currency"])
    return _remarked(found, head)


def _placed(text: str, start: int, printed: tuple[str, str | None], end: int, currency: str | None = None) -> Quantity:
    """Make a quantity of digits and magnitude word that start and end there; place its faults in the text."""
    digits, magnitude = printed
    rest = text[end:].strip()
    try:
        return quantity(digits, rest or currency or "", magnitude or "")
    except NotationError as error:
        if error.reason is not _NO_UNIT:
            raise NotationError(error.reason, start + error.position) from None
    raise NotationError(_because(rest), len(text) - len(text[end:].lstrip()))


def _remarked(found: Quantity, head: re.Match[str]) -> Quantity:
    """Apply what surrounds the digits: a currency, a stray comma, words in brackets, rưỡi, brackets for a minus."""
    if head["currency"] and _unit(head["currency"])[0] != found.unit:
        raise NotationError(_NO_UNIT, head.start("currency"))
    if head["stray"] and not found.unit.startswith("đồng"):
        raise NotationError(_STRAY, head.start("stray"))
    if head["words"] and _spelled(head) * found.scale != found.value.copy_abs():
        raise NotationError(_DISAGREE, head.start("words"))
    if head["half"]:
        if found.step < found.scale:
            raise NotationError(_HALF, head.start("half"))
        half, power = found.scale // 2, len(str(found.scale)) - 1
        found = attrs.evolve(found, value=Decimal(int(found.value) + half), step=_power(power - 1))
    return attrs.evolve(found, value=found.value.copy_negate()) if head["bracket"] else found


def _spelled(head: re.Match[str]) -> int:
    """Read the words in brackets: "40 (bốn mươi) tỷ đồng"."""
    try:
        return grammar.read(head["words"])
    except NotationError as error:
        raise NotationError(error.reason, head.start("words") + error.position) from None


def _sum(text: str, several: re.Match[str]) -> Quantity:
    """Read "1 tỷ 250 triệu đồng": whole parts in falling order, the last one with decimals if need be."""
    parts = [
        (part.start(1), _placed(text, part.start(1), (part[1], part[2]), several.end()))
        for part in _PART().finditer(text, several.start(1), several.end(1))
    ]
    for (_, larger), (start, smaller) in itertools.pairwise(parts):
        if larger.step < larger.scale or smaller.value >= larger.scale or smaller.step < 1:
            raise NotationError(_ORDER, start)
    return attrs.evolve(parts[-1][1], value=Decimal(sum(int(part.value) for _, part in parts)))


def _because(rest: str) -> Text:
    """Say what the text behind the figure makes of it."""
    if re.match(r"[-–—]\s*[0-9]|(?:đến|tới)\s", rest):
        return _RANGE
    return _DATE if re.match(r"[/.-]\s*[0-9]", rest) else _NO_UNIT


def _number(digits: str, lone_comma: str) -> tuple[int, int]:
    """Return the digits as an integer, and how many of them are decimals."""
    if len(digits) > _LONGEST:
        raise NotationError(_LONG, _LONGEST)
    match = _NUMBER().fullmatch(digits)
    if match is None:
        raise NotationError(_GROUPS, next((at for at, mark in enumerate(digits) if mark in _MARKS), 0))
    sign, whole, mark, point, fraction = match.groups()
    if point:
        _check_point(match, lone_comma)
    elif mark == "," and len(whole) <= len("999,999"):
        if not lone_comma:
            raise NotationError(_COMMA, digits.index(","))
        if lone_comma == _DECIMAL:
            whole, fraction = whole.split(",")
    if mark:
        whole = whole.replace(mark, "")
    if fraction:
        return int(f"{'-' if sign else ''}{whole}{fraction}"), len(fraction)
    return -int(whole) if sign else int(whole), 0


def _check_point(match: re.Match[str], lone_comma: str) -> None:
    """Refuse a decimal mark that may be a separator: the same mark again, or three digits behind it."""
    _, whole, mark, point, fraction = match.groups()
    if point == mark:
        raise NotationError(_GROUPS, match.start("point"))
    if len(fraction) == len("000") and mark != "," and whole.strip("0"):
        if point == ".":
            raise NotationError(_GROUPS, match.start("point"))
        if not mark and len(whole.lstrip("0")) <= len("000") and lone_comma != _DECIMAL:
            raise NotationError(_COMMA, match.start("point"))


def _magnitude(word: str, position: int) -> int:
    """Return the power of ten of a magnitude word in any letters."""
    power = _MAGNITUDES.get(" ".join(letters.clean(word).casefold().split()))
    if power is None:
        raise NotationError(_NO_MAGNITUDE, position)
    return power


@functools.lru_cache(maxsize=1024)
def _unit(written: str) -> tuple[str, str]:
    """Return the unit, and what a lone comma before three digits does there.

    Raises:
        NotationError: it is no unit.
    """
    head, *per = letters.clean(written).strip().rstrip("./ ").split("/")
    parts = [" ".join(head.split()), *(_PER_ONE().sub("", " ".join(part.split())) for part in per)]
    if parts == [""]:
        return "", _UNCLEAR
    name = parts[0].casefold()
    if name in _DONG:
        parts[0] = "đồng"
    elif name.startswith("đồng ") and name.split()[1] not in _DONG_PEOPLE:
        raise NotationError(_NO_UNIT, 0)
    if not all(_PHRASE().fullmatch(part) and _NO_UNIT_WORDS.isdisjoint(part.casefold().split()) for part in parts):
        raise NotationError(_NO_UNIT, 0)
    grouping = parts[0] == "đồng" or name.split()[0] in _HUNDREDTHS
    return "/".join(parts), _GROUPING if grouping else _DECIMAL if name in _MEASURES else _UNCLEAR


@functools.lru_cache(maxsize=256)
def _power(exponent: int) -> Decimal:
    """Return a power of ten without an exponent where it is whole, as it is printed."""
    return Decimal(10**exponent) if exponent >= 0 else Decimal(f"1E{exponent}")


def _decimal(power: int, unit: str) -> bool:
    """Tell whether a lone comma marks decimals before this magnitude word and unit."""
    try:
        return power >= _MILLION or (not power and _unit(unit)[1] == _DECIMAL)
    except NotationError:
        return False


def _last_place(value: Decimal) -> int:
    """Return the power of ten of the last digit that counts; closing zeros don't."""
    digits, exponent = _exact(value)
    return exponent + len(digits) - len(digits.rstrip("0")) if value else sys.maxsize


def _counted(value: Decimal, place: int) -> int:
    """Return how many times ten to the power of `place` the value is, without its sign."""
    if not value:
        return 0
    digits, _ = _exact(value)
    return int(digits.rstrip("0")) * int(10 ** (_last_place(value) - place))


def _exact(value: Decimal) -> tuple[str, int]:
    """Return the digits and the exponent, out of reach of the decimal context, which rounds."""
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        msg = f"a quantity is a finite number, not {value}"
        raise ValueError(msg)  # noqa: TRY004 - the type is right, the value is not
    return "".join(map(str, digits)), exponent
