"""The parts of a document around its content, in the order and form of Decree 30/2020/NĐ-CP, article 8 (thể thức).

What was written is given back as it was written; what was built in code is written as the decree wants it.
"""

from collections.abc import Iterator
from itertools import groupby

from khcn_plan.model import Annex, Citation, DateLine, Frame
from khcn_plan.notation import dates

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def head(frame: Frame) -> Iterator[str]:
    """Yield the lines above the content: bodies, motto, number, place and date, type and subject, addressees, bases."""
    yield from filter(None, (frame.superior.upper(), frame.issuer.upper()))
    yield from MOTTO
    if frame.number is not None:
        yield f"Số: {frame.number}"
    if frame.dated is not None:
        yield date_line(frame.dated)
    yield from filter(None, (frame.kind, frame.subject))
    yield from (f"Kính gửi: {addressee}" for addressee in frame.addressees)
    # Bases that run together in one paragraph all carry its words.
    yield from (written for written, _ in groupby(bases(frame.bases)))


def tail(frame: Frame) -> Iterator[str]:
    """Yield the lines below the content: recipients, signature, annexes."""
    if frame.recipients:
        yield "Nơi nhận:"
        yield from (recipient.text for recipient in frame.recipients)
    if frame.signature is not None:
        yield from filter(None, (*frame.signature.lines, frame.signature.signer))
    for annex in frame.annexes:
        if not annex.cited:
            yield from _attached(annex, frame.kind)


def date_line(line: DateLine) -> str:
    """Write place and date of issue.

    >>> from datetime import date
    >>> date_line(DateLine("Quang Bình", date(2023, 2, 1)))
    'Quang Bình, ngày 01 tháng 02 năm 2023'
    """
    return line.written or f"{line.locality}, {dates.write(line.day)}"


def bases(stated: tuple[Citation, ...]) -> Iterator[str]:
    """Yield the words of each legal basis: a semicolon closes it, a full stop the last (Decree 30, annex I, II.6).

    >>> list(bases((Citation(kind="Luật", title="Luật Khoa học và Công nghệ"),)))
    ['Căn cứ Luật Khoa học và Công nghệ.']
    """
    for number, basis in enumerate(stated, start=1):
        yield basis.written or f"Căn cứ {cited(basis)}{'.' if number == len(stated) else ';'}"


def cited(citation: Citation) -> str:
    """Write how a document is named at its first mention (Decree 30, annex I, II.6): type, number, date, issuer, title.

    >>> from datetime import date
    >>> from khcn_plan.notation import symbols
    >>> number = symbols.read("2286/QĐ-UBND")
    >>> cited(Citation(kind="Quyết định", number=number, issued=date(2022, 12, 14), issuer="UBND tỉnh Hà Giang"))
    'Quyết định số 2286/QĐ-UBND ngày 14 tháng 12 năm 2022 của UBND tỉnh Hà Giang'
    """
    # The title of a law is its name, and stands in front: "Luật Ngân sách nhà nước số …".
    named = citation.title.startswith(citation.kind)
    parts = (
        citation.title if named else citation.kind,
        f"số {str(citation.number).removeprefix('số ')}" if citation.number else "",
        dates.write(citation.issued) if citation.issued else "",
        f"của {citation.issuer}" if citation.issuer else "",
        "" if named else citation.title,
    )
    return " ".join(filter(None, parts))


def _attached(annex: Annex, kind: str) -> Iterator[str]:
    yield annex.title
    if annex.number or annex.issued:
        parent = Citation(kind=kind.capitalize(), number=annex.number, issued=annex.issued)
        yield f"(Kèm theo {cited(parent)})"
