"""The columns of an estimate (cột của bảng dự toán): what each is for, by its name, and what a cell under it says.

A column holds the number of a row, its name, its code, quantity and price, what is planned, what was spent, what one source
pays or what falls to one year. The unit of its figures stands in its own name, else above the table, else in the cell.
`-`, `X`, `…` and an empty cell say that there is no figure, each in its way; `0` is one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from khcn_plan.model import Amount, Purpose
from khcn_plan.notation import NotationError, figures
from khcn_plan.notation.figures import Quantity

_ROLES = (
    ("source", re.compile(r"nguồn(?: vốn| kinh phí)?\s*:", re.IGNORECASE)),
    ("number", re.compile(r".*(?:s?tt|số tt|số thứ tự|mã số)$", re.IGNORECASE)),
    ("code", re.compile(r"mã (?:ngân sách|nsnn|ns)\b|mục lục (?:ngân sách|ns)|mlns", re.IGNORECASE)),
    ("unit", re.compile(r".*(?:đvt|đơn vị(?: tính)?$)", re.IGNORECASE)),
    ("quantity", re.compile(r".*(?:số lượng|sl$|khối lượng)", re.IGNORECASE)),
    ("price", re.compile(r".*đơn giá", re.IGNORECASE)),
    ("purpose", re.compile(r"mục đích chi$", re.IGNORECASE)),
    ("note", re.compile(r".*ghi chú", re.IGNORECASE)),
    (
        "spent",
        re.compile(
            r"(?:số |kinh phí |số tiền )?(?:đã (?:chi|thực hiện|giải ngân|quyết toán|thanh toán|sử dụng)|thực chi)\b"
            r"|(?:số |kinh phí )?(?:quyết toán|giải ngân)(?: (?:năm )?20\d\d)?\s*(?:\(.*\))?$"
            r"|thực hiện(?: (?:năm )?20\d\d)?\s*(?:\(.*\))?$",
            re.IGNORECASE,
        ),
    ),
    ("year", re.compile(r".*?(?:năm\s+)?(?P<year>(?:19|20)\d\d)$", re.IGNORECASE)),
    ("source", re.compile(r"nguồn\b", re.IGNORECASE)),
    ("amount", re.compile(r".*(?:thành tiền|kinh phí|tổng|dự toán|số tiền|cộng)", re.IGNORECASE)),
    (
        "source",
        re.compile(r"ns|.*(?:ngân sách|nguồn|vốn|đối ứng|xã hội h|doanh nghiệp|tự có|nước ngoài)", re.IGNORECASE),
    ),
    (
        "content",
        re.compile(
            r".*(?:nội dung|khoản mục|tên|hạng mục|nhiệm vụ|đơn vị|chỉ tiêu|diễn giải|địa phương|lĩnh vực|dự án|đề tài"
            r"|công trình)|huyện|xã",
            re.IGNORECASE,
        ),
    ),
)
_UNIT = re.compile(r"đơn vị", re.IGNORECASE)
"""Where nothing else names what a row is for, it is for this unit; "đơn vị tính" is another thing."""
_OTHERS = re.compile(r"khác|huy động(?: khác)?|dân góp|nhân dân", re.IGNORECASE)
"""Sources that are told for such by the others beside them."""
_SOURCE = re.compile(r"nguồn(?: vốn| kinh phí)?\s*:\s*", re.IGNORECASE)
_MONEY = re.compile(r"(?P<magnitude>nghìn|ngàn|triệu|tỷ|tỉ|1\.?000)?\s*(?:đồng|đ\b|vnđ|vnd)", re.IGNORECASE)
_MONEY_IN_NAME = re.compile(
    r"(?P<magnitude>nghìn|ngàn|triệu|tỷ|tỉ|1\.?000)\s*(?:đồng|đ\b|vnđ|vnd)|\([^()]{0,20}(?:đồng|đ|vnđ|vnd)\)",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"(?P<digits>[-−]?\d+(?:[., ]\d+)*)\s*"
    r"(?P<magnitude>(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:tỷ|tỉ)|nghìn|ngàn|triệu)?\s*(?P<unit>đồng|đ|VNĐ|VND|vnđ|vnd|₫)?$"
)
_BLANK = re.compile(r"[\s.…_xX/–—-]*$")
TOTAL = re.compile(r"(?:tổng(?: cộng| số| chi| kinh phí| dự toán)?|cộng)\s*(?:\(.*\))?\s*:?$", re.IGNORECASE)
"""What the row of the total is called."""

SOME = re.compile(r"trong đó\s*:?$", re.IGNORECASE)
"""What a row is called above those that are some of it."""

_MONEYED = frozenset(("amount", "spent", "year"))
PURPOSES = {"quản lý nhà nước": Purpose.MANAGEMENT, "ứng dụng tiến bộ": Purpose.APPLICATION}


@attrs.frozen
class Columns:
    """The columns of a table, by what they are for.

    Attributes:
        places: where the column of each role stands; of two with one role, the first.
        sources: the columns that say who pays, each with the name of the source.
        years: those that say what falls to a year, each with the year.
        year: the year that the column of the amount names, where it is the only one.
        magnitudes: the magnitude word of the figures in every column.
    """

    places: dict[str, int]
    sources: tuple[tuple[int, str], ...]
    years: tuple[tuple[int, int], ...]
    year: int | None
    magnitudes: tuple[str, ...]

    @property
    def money(self) -> Iterator[int]:
        """The columns of money."""
        yield from (self.places[role] for role in ("amount", "spent", "price") if role in self.places)
        yield from (index for index, _ in (*self.sources, *self.years))


def read(header: Sequence[str], unit: str) -> Columns | None:
    """Give the columns their roles, by the first pattern that their name matches; `None` if they make no estimate.

    >>> columns = read(("STT", "Nội dung", "Thành tiền (triệu đồng)", "Nguồn: Quỹ A", "Năm 2024"), "")
    >>> columns.places, columns.sources, columns.years, columns.magnitudes[2]
    ({'number': 0, 'content': 1, 'amount': 2}, ((3, 'Quỹ A'),), ((4, 2024),), 'triệu')
    """
    places: dict[str, int] = {}
    sources, years = [], []
    for index, name in enumerate(header):
        role = role_of(name)
        if role == "source":
            sources.append((index, source_of(name)))
        elif role == "year":
            years.append((index, _year_of(name)))
        elif role:
            places.setdefault(role, index)
    if "content" not in places and _UNIT.fullmatch(header[places.get("unit", 0)]):
        places["content"] = places.pop("unit")
    if sources:
        sources += [(index, name) for index, name in enumerate(header) if _OTHERS.fullmatch(name)]
    year = None
    if "amount" not in places and len(years) == 1:
        [(places["amount"], year)] = years
        years = []
    if not _is_estimate(places, header, unit):
        return None
    magnitudes = tuple(magnitude_of(name, unit) for name in header)
    return Columns(places, tuple(sources), tuple(years), year, magnitudes)


def heads(names: Iterable[str]) -> bool:
    """Tell whether the cells of a row name columns: one of contents, and one of money or two of anything else.

    >>> heads(("STT", "Nội dung", "Kinh phí")), heads(("UBND huyện", "", "CỘNG HÒA")), heads(("Đơn vị", "Mẫu số 1"))
    (True, False, False)
    """
    roles = [role_of(name) for name in names if name]
    return "content" in roles and (len(roles) > len(("content", "other")) or not _MONEYED.isdisjoint(roles))


def role_of(name: str) -> str:
    """Return what a column is for; "" for none that an estimate has.

    >>> role_of("Đơn vị tính"), role_of("Ngân sách tỉnh"), role_of("Tiến độ")
    ('unit', 'source', '')
    """
    words = " ".join(name.split())
    return next((role for role, pattern in _ROLES if pattern.match(words)), "")


def is_money(unit: str) -> bool:
    """Tell whether a unit is one of money.

    >>> is_money("triệu đồng"), is_money("1.000đ"), is_money("nhiệm vụ")
    (True, True, False)
    """
    return bool(_MONEY.match(unit))


def source_of(name: str) -> str:
    """Return the name of the source that a column says the share of.

    >>> source_of("Nguồn vốn: Quỹ phát triển"), source_of("Ngân sách tỉnh")
    ('Quỹ phát triển', 'Ngân sách tỉnh')
    """
    return _SOURCE.sub("", name, count=1) if _SOURCE.match(name) else name


def magnitude_of(name: str, unit: str) -> str:
    """Return the magnitude word that the name of a column gives, else the unit of the table.

    >>> magnitude_of("Đơn giá (1.000 đồng)", "triệu đồng"), magnitude_of("Kinh phí", "triệu đồng")
    ('nghìn', 'triệu')
    """
    own = _MONEY_IN_NAME.search(name)
    match = _MONEY.search(own[0]) if own else _MONEY.search(unit)
    written = (match["magnitude"] if match else "") or ""
    return "nghìn" if written.startswith("1") else written


def is_blank(text: str) -> bool:
    """Tell whether a cell says that there is no figure.

    >>> [is_blank(text) for text in ("", "-", "X", "…", "......", "0", "NSNN")]
    [True, True, True, True, True, False, False]
    """
    return bool(_BLANK.match(text))


def amount(text: str, magnitude: str) -> Amount | None:
    """Read a cell of money, in the unit of its column where it names none; `None` where it holds no whole đồng.

    >>> amount("1.256,5", "triệu"), amount("70.000 đ", "triệu").value, amount("0,5", "")
    (Amount(1256500000, step=100000, scale=1000000), 70000, None)
    """
    match = _FIGURE.match(text)
    if match is None:
        return None
    own = match["magnitude"] or ("" if match["unit"] else magnitude)
    try:
        found = figures.quantity(match["digits"], "đồng", own)
    except NotationError:
        return None
    if found.value != int(found.value):
        return None
    step = max(1, int(found.step))
    return Amount(int(found.value), step=step, scale=found.scale, symbol=match["unit"] or "đồng")


def quantity(text: str, unit: str) -> Quantity | None:
    """Read a cell of a quantity, by the habits of its unit; `None` where it holds no figure, or one with two readings.

    >>> quantity("1,234", "tấn").value, quantity("1,234", "lớp")
    (Decimal('1.234'), None)
    """
    match = _FIGURE.match(text)
    if match is None or match["magnitude"] or match["unit"]:
        return None
    for habit in (unit, ""):
        try:
            return figures.quantity(match["digits"], habit)
        except NotationError:
            continue
    return None


def _is_estimate(places: Iterable[str], header: Iterable[str], unit: str) -> bool:
    """Tell whether rows have names, and columns money; a unit in every row, without quantity or price, is none of money."""
    money = "amount" in places or "spent" in places
    other = unit and not is_money(unit)
    various = "unit" in places and "quantity" not in places and "price" not in places
    return "content" in places and money and not other and (bool(unit) or not various or any(map(_names_money, header)))


def _names_money(name: str) -> bool:
    return bool(_MONEY_IN_NAME.search(name))


def _year_of(name: str) -> int:
    """Return the year that the name of a column ends with."""
    return int(name.strip()[-len("2024") :])
