"""The tasks in a plan (nhiệm vụ): what the planning part sets out to do, and what the review says was carried out.

A task is a paragraph under a heading on work, or the heading itself; lines below it that begin with a label ("Đơn vị chủ
trì:", "Kinh phí:") belong to it. What has been done is told by its verb, or by the steps that a list names for it.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

from khcn_plan.model import Amount, BudgetLine, DivisionKind, Task, TaskKind
from khcn_plan.reading.document import DocumentReading
from khcn_plan.reading.plan import details, expenses
from khcn_plan.reading.plan.topics import Paragraph, Topic, amounts_in, words_between

_NO_TASK = re.compile(
    r"\W*(?:tổng (?:kinh phí|dự toán|cộng|số)|dự toán|nguồn (?:kinh phí|vốn)|trong đó|chi\s)|\s*\|", re.IGNORECASE
)
_KIND_FIRST = (
    (TaskKind.TOPIC, re.compile(r"\W*(?:\d+\s)?đề tài", re.IGNORECASE)),
    (TaskKind.SCHEME, re.compile(r"\W*(?:\d+\s)?đề án", re.IGNORECASE)),
    (TaskKind.PROGRAMME, re.compile(r"\W*(?:\d+\s)?chương trình", re.IGNORECASE)),
    (TaskKind.PILOT, re.compile(r"\W*(?:\d+\s)?dự án sản xuất thử", re.IGNORECASE)),
    (TaskKind.APPLICATION, re.compile(r"\W*(?:\d+\s)?(?:dự án|mô hình)", re.IGNORECASE)),
)
_KINDS = (
    (TaskKind.MANAGEMENT, re.compile(r"quản lý|nghiệp vụ|tuyên truyền|tập huấn|hội nghị", re.IGNORECASE)),
    (TaskKind.PILOT, re.compile(r"sản xuất thử nghiệm", re.IGNORECASE)),
    (TaskKind.INNOVATION, re.compile(r"đổi mới (?:sáng tạo|công nghệ)|khởi nghiệp", re.IGNORECASE)),
    (TaskKind.TOPIC, re.compile(r"\bđề tài", re.IGNORECASE)),
    (TaskKind.APPLICATION, re.compile(r"ứng dụng|mô hình|dự án", re.IGNORECASE)),
)
_SUBJECT = r"(?:(?:Năm 20\d\d|Trong năm|huyện|xã|UBND \w+|(?:Phòng|Trung tâm|Hội|Trạm) [^.;:,]{2,60}?),?\s+){0,3}"
_VERB = r"(?:đã )?(?:phê duyệt và )?(?:thực hiện|triển khai|hoàn thành)(?: thực hiện)? (?:xong |thành công |được )?"
_NOUNS = ("dự án", "đề tài", "mô hình", "đề án", "nhiệm vụ")
_NOUN = r"(?:\d{1,2} )?(?:dự án|đề tài|mô hình|đề án)"
_CARRIED_OUT = re.compile(
    rf"(?:(?:^|[.:;]\s+|[-+]\s*){_SUBJECT}{_VERB}(?P<done>{_NOUN} [^.;:]{{8,200}})"
    rf"|(?:^\W*|\(\d{{1,2}}\)\s*)(?P<listed>(?:{_NOUN}|nhiệm vụ)(?::\s|\s)(?!được|đã|này|có|đang|chưa|là|trên)[^.;:]{{8,200}}))",
    re.IGNORECASE,
)
_DONE = re.compile(_VERB, re.IGNORECASE)
LONGEST_REST = 400

Group = tuple[Paragraph, list[Paragraph]]


def planned(source: DocumentReading, topics: Sequence[Topic]) -> Iterator[Task]:
    """Yield the tasks of the planning part: the paragraphs under its headings, and headings that are tasks themselves."""
    divided = expenses.divided(source) if topics else {}
    for topic, paragraphs in _gathered(topics):
        if topic.on_work:
            for head, rest in _groups(topic, paragraphs):
                above = topic.titles[:-1] if head is topic.heading else topic.titles
                task = _planned(source, topic.titles, head, rest, heading=above[-1] if above else "")
                yield attrs.evolve(task, costs=tuple(_costs(source, task.total, divided)))


def carried_out(source: DocumentReading, topics: Sequence[Topic]) -> Iterator[Task]:
    """Yield the projects that a review says were carried out, with the steps that it names."""
    for topic, paragraphs in _gathered(topics):
        own = [topic.heading] if topic.heading else []
        for index, paragraph in enumerate(members := [*own, *paragraphs]):
            rest = _lines_below(members, index + 1)
            named = any(noun in paragraph.folded for noun in _NOUNS)
            matches = list(_CARRIED_OUT.finditer(paragraph.text)) if named else []
            ends = [*(match.start() for match in matches[1:]), len(paragraph.text)]
            for match, end in zip(matches, ends, strict=False):
                if task := _done(source, paragraph, match, end, rest if end == ends[-1] else []):
                    yield task
            named = not matches and not details.DETAIL.match(paragraph.text)
            if named and any(details.TASK_DETAIL.match(line.text) for line in rest):
                yield _labelled(source, paragraph, rest)


def _gathered(topics: Sequence[Topic]) -> list[tuple[Topic, list[Paragraph]]]:
    """Give every section its paragraphs; a numbered line that says something of a task goes to the section before it."""
    found: list[tuple[Topic, list[Paragraph]]] = []
    for topic in topics:
        if found and topic.heading and details.DETAIL.match(topic.heading.text):
            found[-1][1].extend(topic.everything)
        else:
            found.append((topic, list(topic.paragraphs)))
    return found


def _groups(topic: Topic, paragraphs: Sequence[Paragraph]) -> list[Group]:
    """Return the tasks of a section, each with the lines that say more of it."""
    groups: list[Group] = []
    for paragraph in paragraphs:
        if details.DETAIL.match(paragraph.text) and not _NO_TASK.match(paragraph.text):
            if not groups:
                groups.append((topic.everything[0], []))
            groups[-1][1].append(paragraph)
        elif not paragraph.text.rstrip().endswith(":") and not _NO_TASK.match(paragraph.text):
            groups.append((paragraph, []))
    if not paragraphs and topic.leaf and topic.heading and len(topic.titles) > 1:
        groups.append((topic.heading, []))
    return groups


def _lines_below(paragraphs: Sequence[Paragraph], index: int) -> list[Paragraph]:
    """Return the lines from here on that say something of the task above them."""
    end = index
    while end < len(paragraphs) and details.DETAIL.match(paragraphs[end].text):
        end += 1
    return list(paragraphs[index:end])


def _planned(
    source: DocumentReading, titles: Sequence[str], head: Paragraph, rest: Sequence[Paragraph], *, heading: str
) -> Task:
    """Make a task of a paragraph and of the lines below it."""
    said = "\n".join(paragraph.text for paragraph in (head, *rest))
    task = _task(head.text, said)
    stages = tuple(details.stages_in(details.steps_in(said)))
    end = rest[-1].end if rest else head.end
    kind = task.kind or _kind_first(task.name) or _kind((*titles[1:], task.name)) or _kind(titles)
    place = source.lines.span(head.start, end) if rest else head.span
    cost = _cost(source, (head, *rest))
    return attrs.evolve(task, kind=kind, stages=stages, total=cost, heading=heading, place=place)


def _done(
    source: DocumentReading, paragraph: Paragraph, match: re.Match[str], end: int, rest: Sequence[Paragraph]
) -> Task | None:
    """Make a task of what was carried out; a list item is one if the text says more of it than its name."""
    group = "done" if match["done"] else "listed"
    said = "\n".join((paragraph.text[match.start(group) : end][: LONGEST_REST * 2], *(line.text for line in rest)))
    task = _task(match[group], said)
    stages = tuple(details.stages_in(said[len(task.name) :]))
    before = max(0, match.start(group) - LONGEST_REST)
    told = stages or task.host or task.start or task.rank or _DONE.search(paragraph.text, before, match.start(group))
    if group == "listed" and not told:
        return None
    place = source.lines.span(paragraph.start + match.start(group), rest[-1].end if rest else paragraph.start + end)
    kind = task.kind or _kind_first(task.name) or _kind((task.name,))
    total = _cost(source, (paragraph, *rest))
    return attrs.evolve(task, kind=kind, stages=stages, total=total, place=place)


def _labelled(source: DocumentReading, paragraph: Paragraph, rest: Sequence[Paragraph]) -> Task:
    """Make a task of a line of a list, whatever it is called, and of the labelled lines below it."""
    said = "\n".join(line.text for line in (paragraph, *rest))
    task = _task(paragraph.text, said)
    return attrs.evolve(
        task,
        kind=task.kind or _kind_first(task.name) or _kind((task.name,)),
        stages=tuple(details.stages_in(details.steps_in(said))),
        total=_cost(source, (paragraph, *rest)),
        place=source.lines.span(paragraph.start, rest[-1].end),
    )


def _task(first: str, said: str) -> Task:
    """Make a task of its first sentence and of all that is said of it."""
    name, location = details.location_in(details.name_of(first))
    start, end = details.period_in(said)
    stated = details.kind_in(said)
    return Task(
        name,
        kind=_kind_first(stated) or _kind((stated,)),
        host=details.host_in(said),
        location=details.site_in(said) or location,
        start=start,
        end=end,
        rank=details.rank_in(said),
    )


def _kind_first(name: str) -> TaskKind | None:
    return next((kind for kind, pattern in _KIND_FIRST if pattern.match(name)), None)


def _kind(texts: Sequence[str]) -> TaskKind | None:
    return next((kind for text in texts for kind, pattern in _KINDS if pattern.search(text)), None)


def _cost(source: DocumentReading, paragraphs: Sequence[Paragraph]) -> Amount | None:
    """Return the first amount that the words before it call a cost."""
    for paragraph in paragraphs:
        for amount in amounts_in(source, paragraph.span):
            if amount.place and details.is_cost(words_between(source, paragraph.span.start, amount.place.start)):
                return amount
    return None


def _costs(source: DocumentReading, total: Amount | None, divided: expenses.Parts) -> Iterator[BudgetLine]:
    """Yield the items of a cost, where the text divides it into them and not by who pays."""
    own = divided.get(total.place.start) if total and total.place else None
    for division in own.divisions if own else ():
        if division.kind is DivisionKind.PARTITION and not expenses.is_by_source(division):
            for part in division.parts:
                yield BudgetLine(part.label, expenses.amount(source, part), place=part.place)
