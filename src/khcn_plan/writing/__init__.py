"""From a plan to the document that says it (viết văn bản), the way back from `reading`: one room per room of the model.

A paragraph says one thing, in words that the reader of plans understands; an empty line parts it from the next.
"""

from collections.abc import Iterable, Iterator

from khcn_plan.model import Frame, Plan
from khcn_plan.writing import budget, frame, review, task

LETTERS = "ABCD"
ROMAN = ("I", "II", "III", "IV", "V")


def paragraphs(plan: Plan) -> Iterator[str]:
    """Yield the paragraphs of the document that a plan makes, in the order of Decree 30/2020/NĐ-CP, article 8."""
    around = plan.frame or Frame()
    yield from frame.head(around)
    yield from _content(plan, around)
    yield from frame.tail(around)


def _content(plan: Plan, around: Frame) -> Iterator[str]:
    """Yield the content, part by part; the last says who sees to it, names what else is cited, and closes."""
    written = [(title, list(said)) for title, said in _parts(plan)]
    known = "\n".join(text for _, said in written for text in said)
    if organised := list(_organisation(plan, around, known)):
        written.append(("TỔ CHỨC THỰC HIỆN", organised))
    for letter, (title, said) in zip(LETTERS, written, strict=False):
        yield f"{letter}. {title}"
        yield from said


def _parts(plan: Plan) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the parts that have something to say: what was done, what is planned, what it costs."""
    if plan.review is not None:
        yield _in_year("KẾT QUẢ THỰC HIỆN", plan.review.year), _numbered(review.sections(plan.review))
    work = _in_year("NHIỆM VỤ", plan.year)
    if plan.tasks:
        yield work, task.lines(plan.tasks, work)
    if plan.budget is not None:
        yield _in_year("KINH PHÍ", plan.budget.year), budget.lines(plan.budget)


def _numbered(sections: Iterable[tuple[str, list[str]]]) -> Iterator[str]:
    for number, (title, said) in zip(ROMAN, sections, strict=False):
        yield f"{number}. {title}"
        yield from said


def _organisation(plan: Plan, around: Frame, known: str) -> Iterator[str]:
    """Yield the documents that nothing before has named, the annexes, and the closing words."""
    named = (
        citation.written or frame.cited(citation) for citation in plan.citations if citation.number != around.number
    )
    yield from (f"Thực hiện theo {name.rstrip('.;')}." for name in named if name not in known)
    yield from (f"(Có {annex.title} kèm theo)" for annex in around.annexes if annex.cited)
    yield from (around.closing.text,) if around.closing else ()


def _in_year(title: str, year: int | None) -> str:
    return title if year is None else f"{title} NĂM {year}"
