"""The tail of a document (phần cuối): recipients, signature, and the annexes behind it or pointed to."""

import re
from collections.abc import Iterator, Sequence

import attrs

from khcn_plan.model import Annex, Passage, Signature
from khcn_plan.reading import citations
from khcn_plan.reading.items import Item
from khcn_plan.reading.lines import Lines

_RECIPIENTS = re.compile(r"\W*Nơi nhận\b", re.IGNORECASE)
_RECIPIENT = re.compile(r"\W*(?:Như |Lưu\b)|.{1,90};$")
_AUTHORITY = re.compile(
    r"(?:(?:TM|KT|TL|TUQ|T/M|Q)\s?\.\s?|T/M\s)[A-ZĐÀ-Ỹ]|(?:PHÓ |Q\. ?)?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|CHÁNH|BỘ TRƯỞNG)\b"
)
_SIGNER = re.compile(r"(?:[A-ZĐÀ-Ỹ][^\W\d_]*\.\s?)*[A-ZĐÀ-Ỹ][^\W\d_]*(?:\s[A-ZĐÀ-Ỹ][^\W\d_]*){1,5}$")
_CITED_ANNEX = re.compile(
    r"(?P<title>(?:[Bb]iểu |[Bb]ảng |[Cc]ác )*[Pp]hụ lục[^.;:()\n]{0,60}?)\s*(?:chi tiết\s*)?(?:đính|ban hành)?\s?kèm"
    r"(?!\s+theo\s+(?:Luật|Nghị định|Nghị quyết|Quyết định|Thông tư|Công văn|Kế hoạch)\s+(?:số\s*:?\s*)?\d)"
)
_ANNEX = re.compile(r"\W*(?P<title>(?:PHỤ LỤC|Phụ lục|BIỂU SỐ)\s*[IVX\d]*)[\s.:]*(?:[A-ZĐÀ-Ỹ(]|$)")
_ATTACHED_TO = re.compile(r"(?:\(\s*|^\W*)(?:[Bb]an hành )?[Kk]èm theo\b")
SHORTEST_SEARCH = 14
NEAR = 3


@attrs.frozen
class Tail:
    """What the tail says.

    Attributes:
        recipients: the list under "Nơi nhận".
        signature: the signature block.
        claimed: the indexes of the items that belong to it.
    """

    recipients: tuple[Passage, ...] = ()
    signature: Signature | None = None
    claimed: frozenset[int] = frozenset()


def read(lines: Lines, items: Sequence[Item], begin: int) -> Tail:
    """Read the tail of a document whose content begins with the item at `begin`."""
    heading = _heading(lines, items, begin)
    listed = list(_recipients(lines, items, heading + 1)) if heading is not None else []
    after = listed[-1] + 1 if listed else max(begin, len(items) - SHORTEST_SEARCH) if heading is None else heading + 1
    posts, name = _signature_block(lines, items[: after + SHORTEST_SEARCH], after)
    own = {heading} if heading is not None else set()
    return Tail(
        recipients=tuple(passage(lines, items[index]) for index in listed),
        signature=_signature(lines, items, posts, name),
        claimed=frozenset({*own, *listed, *posts, *name}),
    )


def passage(lines: Lines, item: Item) -> Passage:
    """Return an item as a passage."""
    return Passage(lines.words(item.start, item.end), place=lines.span(item.start, item.end))


def annexes(lines: Lines, items: Sequence[Item], body: Sequence[Item], behind: int) -> Iterator[Annex]:
    """Yield the annexes that the body points to, each once, and those that stand behind the tail."""
    attached = list(_attached(lines, items[behind:]))
    cited: set[str] = set()
    for item in body if "hụ lục" in lines.flow else ():
        annex = _cited(lines, item, there=bool(attached))
        if annex and annex.title.casefold() not in cited:
            cited.add(annex.title.casefold())
            yield annex
    yield from attached


def _heading(lines: Lines, items: Sequence[Item], begin: int) -> int | None:
    """Return where the list of recipients begins."""
    # Plain finding is many times faster than a pattern tried at every paragraph, here and below.
    if not any(word in lines.flow for word in ("Nơi nhận", "NƠI NHẬN", "Nơi Nhận")):
        return None
    return next(
        (i for i in range(begin, len(items)) if _RECIPIENTS.match(lines.flow, items[i].start, items[i].end)), None
    )


def _recipients(lines: Lines, items: Sequence[Item], start: int) -> Iterator[int]:
    """Yield the items of the list that begins here."""
    for index in range(start, len(items)):
        item = items[index]
        if item.kind not in {"-", "+"} and not _RECIPIENT.match(lines.words(item.start, item.end)):
            return
        yield index


def _signature_block(lines: Lines, items: Sequence[Item], start: int) -> tuple[list[int], list[int]]:
    """Return the items of authority and post, and those of the name below them; both empty if nobody signs."""
    texts = [lines.words(item.start, item.end) for item in items[start:]]
    posts = [index for index, text in enumerate(texts) if text.isupper() and _AUTHORITY.match(text)]
    behind = range(posts[-1] + 1, min(posts[-1] + 1 + NEAR, len(texts))) if posts else range(0)
    # A name may be broken over two lines.
    spans = [(index, index + length) for index in behind for length in (1, 2)]
    named = (span for span in spans if _SIGNER.match(name := " ".join(texts[slice(*span)])) and not name.isupper())
    begin, end = next(named, (0, 0))
    return [start + post for post in posts], [start + index for index in range(begin, end)]


def _signature(lines: Lines, items: Sequence[Item], posts: Sequence[int], name: Sequence[int]) -> Signature | None:
    if not posts:
        return None
    texts = {index: lines.words(items[index].start, items[index].end) for index in (*posts, *name)}
    place = lines.span(items[posts[0]].start, items[max(texts)].end)
    return Signature(tuple(texts[post] for post in posts), " ".join(texts[index] for index in name), place=place)


def _attached(lines: Lines, items: Sequence[Item]) -> Iterator[Annex]:
    """Yield the annexes that begin here, each with the document that the lines below its title say it belongs to."""
    for index, item in enumerate(items):
        if match := _ANNEX.match(lines.flow, item.start, item.end):
            below = (_parent(lines, near) for near in items[index : index + NEAR])
            parent = next(filter(None, below), None)
            yield Annex(
                lines.words(*match.span("title")),
                attached=True,
                number=parent.number if parent else None,
                issued=parent.issued if parent else None,
                place=lines.span(item.start, item.end),
            )


def _parent(lines: Lines, item: Item) -> citations.Mention | None:
    """Return the document that a line "(Kèm theo …)" names."""
    match = _ATTACHED_TO.search(lines.flow, item.start, item.end)
    return next(iter(citations.scan(lines.flow[match.end() : item.end])), None) if match else None


def _cited(lines: Lines, item: Item, *, there: bool) -> Annex | None:
    if lines.flow.find("hụ lục", item.start, item.end) < 0:
        return None
    match = _CITED_ANNEX.search(lines.flow, item.start, item.end)
    if match is None:
        return None
    title = lines.words(*match.span("title")).removesuffix(" chi tiết")
    return Annex(title, cited=True, attached=there, place=lines.span(match.start("title"), match.end()))
