"""The parts of a document that Decree 30/2020/NĐ-CP puts around its content (thể thức): head and tail.

What is left between them is the body; paragraphs of head and tail that none of the parts claims are left over.
"""

import re
from collections.abc import Sequence

import attrs

from khcn_plan.model import Frame
from khcn_plan.reading import head as heads
from khcn_plan.reading import tail as tails
from khcn_plan.reading.citations import Mention
from khcn_plan.reading.items import Item
from khcn_plan.reading.lines import Lines

_ISSUER = re.compile(
    r"(?:(?:Ủy|Uỷ) ban nhân dân|UBND|Hội đồng nhân dân|HĐND)\s(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)"
    r"\s[A-ZĐÀ-Ỹ][^\W\d_]*(?:\s(?:[A-ZĐÀ-Ỹ][^\W\d_]*|\d+))*"
)
REACH = 200


@attrs.frozen
class FrameReading:
    """The frame, and where the body is.

    Attributes:
        frame: what was read.
        body: the items between head and tail, and those behind the tail.
        unclaimed: items of head and tail that no part of the frame claimed.
    """

    frame: Frame
    body: tuple[Item, ...]
    unclaimed: tuple[Item, ...]


def read(lines: Lines, items: Sequence[Item], mentions: Sequence[Mention]) -> FrameReading:
    """Read the frame of a document, among whose documents named are its legal bases."""
    head = heads.read(lines, items, mentions)
    tail = tails.read(lines, items, head.end)
    end = min(tail.claimed, default=len(items))
    behind = max(tail.claimed, default=len(items)) + 1
    content = items[head.end : end]
    body = (*content, *items[behind:])
    frame = Frame(
        superior=head.issuers[-2] if len(head.issuers) > 1 else "",
        issuer=head.issuers[-1] if head.issuers else _issuer(lines, content, head),
        number=head.number,
        number_place=head.number_place,
        dated=head.dated,
        kind=head.kind,
        subject=head.subject,
        addressees=tuple(head.addressees),
        bases=tuple(head.bases),
        annexes=tuple(tails.annexes(lines, items, body, behind)),
        closing=tails.passage(lines, content[-1]) if content and tail.claimed else None,
        recipients=tail.recipients,
        signature=tail.signature,
        place=lines.span(items[0].start, items[-1].end) if items else None,
    )
    around = (*range(head.end), *range(end, min(behind, len(items))))
    unclaimed = (items[index] for index in around if index not in head.claimed and index not in tail.claimed)
    return FrameReading(frame, body, tuple(unclaimed))


def _issuer(lines: Lines, content: Sequence[Item], head: heads.Head) -> str:
    """Return the body that the text itself names at its beginning or end, where the head has none."""
    stretches = [(item.start, min(item.end, item.start + REACH)) for item in content[:2]]
    stretches += [(max(item.start, item.end - REACH), item.end) for item in content[-1:]]
    for start, end in stretches:
        if match := _ISSUER.search(lines.flow, start, end):
            return lines.words(*match.span())
    return "Ủy ban nhân dân" if head.number and head.number.organ == "UBND" else ""
