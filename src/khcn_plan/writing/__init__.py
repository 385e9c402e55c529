"""From a plan to the document that says it (viết văn bản), the way back from `reading`: one room per room of the model.

A paragraph says one thing, in words that the reader of plans understands. Where a section has nothing to say yet, "…" stands
for what is to be filled in, as in any form.
"""

from collections.abc import Iterable, Iterator

from khcn_plan.model import Frame, Plan
from khcn_plan.notation.headings import ROMAN
from khcn_plan.writing import budget, frame, review, task
from khcn_plan.writing.said import flat

BLANK = "…"
LONGEST_ROMAN = 38
"""From here on numerals are longer than any heading bears."""

Section = tuple[str, list[str]]
"""The title of a section, and its paragraphs."""


def paragraphs(plan: Plan) -> Iterator[str]:
    """Yield the paragraphs of the document that a plan makes, in the order of Decree 30/2020/NĐ-CP, article 8."""
    around = plan.frame or _title(plan)
    yield from map(flat, frame.head(around))
    reviewed = list(_reviewed(plan))
    yield from reviewed
    yield from _planned(plan, around, "AB"[bool(reviewed)], "\n".join(reviewed))
    yield from map(flat, frame.tail(around))


def _title(plan: Plan) -> Frame:
    """Return the least that makes a document a plan, while nobody has written its frame."""
    return Frame(kind="KẾ HOẠCH", subject=_in_year("Hoạt động khoa học và công nghệ", plan.year, "năm"))


def _reviewed(plan: Plan) -> Iterator[str]:
    if plan.review is not None:
        yield f"A. {_in_year('KẾT QUẢ THỰC HIỆN', plan.review.year)}"
        yield from _numbered(review.sections(plan.review))


def _planned(plan: Plan, around: Frame, letter: str, known: str) -> Iterator[str]:
    """Yield what is planned: tasks without a heading of their own, those under theirs, what they cost, who sees to them."""
    top = _in_year("NHIỆM VỤ", plan.year)
    first, *others = task.sections(plan.tasks, top)
    yield f"{letter}. {top}"
    yield from first[1]
    money = "Kinh phí" if plan.budget is None else _in_year("Kinh phí", plan.budget.year, "năm")
    costs = [] if plan.budget is None else [*budget.lines(plan.budget), *budget.table(plan.budget)]
    said = "\n".join((known, *(text for _, texts in (first, *others) for text in texts), *costs))
    organised = list(_organised(plan, around, said))
    yield from _numbered((*others, (money, costs), ("Tổ chức thực hiện", organised)))


def _numbered(sections: Iterable[Section]) -> Iterator[str]:
    written = list(sections)
    numbers = ROMAN.write if len(written) < LONGEST_ROMAN else str
    for number, (title, said) in enumerate(written, start=1):
        yield flat(f"{numbers(number)}. {title}")
        yield from said or (BLANK,)


def _organised(plan: Plan, around: Frame, known: str) -> Iterator[str]:
    """Yield the documents that nothing before has named, the annexes, and the closing words."""
    for citation in plan.citations:
        named = citation.written or frame.cited(citation)
        if named not in known and citation.number != around.number:
            known = f"{known}\n{named}"
            yield flat(
                f"Thực hiện theo {named}" if named.endswith((".", ";")) else f"Thực hiện theo quy định ({named})."
            )
    yield from (flat(f"(Có {annex.title} kèm theo)") for annex in around.annexes if annex.cited)
    yield from (flat(around.closing.text),) if around.closing else ()


def _in_year(title: str, year: int | None, word: str = "NĂM") -> str:
    return title if year is None else f"{title} {word} {year}"
