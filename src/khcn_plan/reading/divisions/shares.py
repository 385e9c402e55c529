"""The percentages printed beside the parts of a total (tỷ lệ trong ngoặc)."""

import re
from collections.abc import Sequence

from khcn_plan.notation import figures
from khcn_plan.notation.figures import Quantity
from khcn_plan.reading.divisions.fit import Part

_SHARE = re.compile(r"\s?\(\s*(?:chiếm\s+)?(?P<share>\d{1,2}(?:[.,]\d{1,2})?)\s?%\s*\)")
_SHARE_BEFORE = re.compile(r"\(\s*(?P<share>\d{1,2}(?:[.,]\d{1,2})?)\s?%\s*\)\s?:?\s?$")
REACH = 16
WHOLE = 100


def read(flow: str, parts: Sequence[Part]) -> tuple[list[Quantity | None], int]:
    """Return the percentages in brackets beside the parts, if every part has one; and where the last of them ends."""
    matches = [
        _SHARE.match(flow, part.figure.end)
        or _SHARE_BEFORE.search(flow, max(0, part.figure.start - REACH), part.figure.start)
        for part in parts
    ]
    shares: list[Quantity | None] = [figures.quantity(match["share"], "%") for match in matches if match]
    if not parts or len(shares) < len(parts):
        return [None] * len(parts), parts[-1].figure.end if parts else 0
    return shares, max(parts[-1].figure.end, *(match.end() for match in matches if match))


def overlap(flow: str, parts: Sequence[Part]) -> bool:
    """Tell whether the percentages printed beside the parts are more than the whole: then the parts overlap."""
    shares, _ = read(flow, parts)
    return bool(parts) and None not in shares and sum(share.value for share in shares if share) > WHOLE + len(shares)
