"""Plain text (văn bản thuần): any administrative document in, with the plan in it if it is one; a plan out as a document.

What `write` makes is read back as the same plan if every text in it stands as it would be printed: its bases have their
`written`, its tasks a kind and a heading, its budgets a year. What the document does not say of a plan, or says so that it
would be read otherwise, `unsaid` tells by reading it back.
"""

from collections.abc import Iterator

from khcn_plan.formats.comparison import lost
from khcn_plan.formats.error import StructureFault
from khcn_plan.language import Text
from khcn_plan.model import Frame, Passage, Plan, Reading, Section
from khcn_plan.model.tree import walk
from khcn_plan.reading import document as documents
from khcn_plan.reading import plan as plans
from khcn_plan.reading.stretches import Stretches
from khcn_plan.writing import paragraphs

_DOCUMENT = Text(vi="văn bản", en="the document")


def read(text: str) -> Reading:
    """Read a document from its text; never raises on content, and never drops any.

    >>> reading = read("Tổng kinh phí: 90.000.000 đồng (Bằng chữ: Chín triệu đồng).")
    >>> [(amount.value, amount.words, amount.place.line) for amount in reading.document.amounts]
    [(90000000, 'Chín triệu đồng', 1)]
    """
    source = documents.read(text)
    plan = plans.read(source)
    prose = _untouched(source.document.outline, plan) if plan else ()
    return Reading(source.document, plan, tuple(sorted((*source.unclaimed, *prose), key=_start)))


def write(plan: Plan) -> str:
    """Write a plan as the text of its document, in the order and form of Decree 30/2020/NĐ-CP.

    >>> from khcn_plan import Amount, Budget
    >>> written = write(Plan(budget=Budget(year=2023, total=Amount(140_000_000))))
    >>> [line for line in written.splitlines() if "kinh phí" in line]
    ['Tổng kinh phí năm 2023: 140.000.000 đồng.']
    """
    return "\n\n".join(paragraphs(plan)) + "\n"


def unsaid(plan: Plan) -> tuple[StructureFault, ...]:
    """Name what the document of a plan does not say of it, or would be read as something else, with the path of each.

    >>> from khcn_plan import Task
    >>> [(fault.pointer, fault.reason.en) for fault in unsaid(Plan(year=2023, tasks=(Task("Nuôi ong", end=2024),)))][-1]
    ('/tasks/0/heading', "the document can't say “”, it would say NHIỆM VỤ NĂM 2023")
    """
    return lost(plan, read(write(plan)).plan, by=_DOCUMENT)


def _untouched(outline: tuple[Section, ...], plan: Plan) -> Iterator[Passage]:
    """Yield the paragraphs that say something, and nothing of the plan; the frame is around them, not in them."""
    values = (value for value, _, _ in walk(plan) if not isinstance(value, Plan | Frame))
    claimed = Stretches.of(place for value in values if (place := getattr(value, "place", None)))
    for top in outline:
        for section in top.walk():
            said = (p for p in section.passages if any(map(str.isalnum, p.text)))
            yield from (p for p in said if p.place and not claimed.touch(p.place))


def _start(passage: Passage) -> int:
    return passage.place.start if passage.place else 0
