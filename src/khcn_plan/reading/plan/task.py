"""The tasks in a plan (nhiệm vụ): what the planning part sets out to do, and what the review says was carried out."""

import re
from collections.abc import Iterator, Sequence

import attrs

from khcn_plan.model import Amount, Stage, StageKind, Task, TaskKind
from khcn_plan.reading.document import DocumentReading
from khcn_plan.reading.plan.topics import Paragraph, Topic, year_in

_WORK = re.compile(r"nhiệm vụ|hoạt động|nghiệp vụ|nội dung|giải pháp", re.IGNORECASE)
_NO_WORK = re.compile(r"dự toán|kinh phí|ngân sách|tổ chức thực hiện|mục tiêu|mục đích|yêu cầu", re.IGNORECASE)
_KINDS = (
    (TaskKind.MANAGEMENT, re.compile(r"quản lý|nghiệp vụ|tuyên truyền", re.IGNORECASE)),
    (TaskKind.PILOT, re.compile(r"sản xuất thử nghiệm", re.IGNORECASE)),
    (TaskKind.INNOVATION, re.compile(r"đổi mới (?:sáng tạo|công nghệ)|khởi nghiệp", re.IGNORECASE)),
    (TaskKind.TOPIC, re.compile(r"\bđề tài", re.IGNORECASE)),
    (TaskKind.APPLICATION, re.compile(r"ứng dụng|mô hình|dự án", re.IGNORECASE)),
)
_CARRIED_OUT = re.compile(
    r"(?:^|[.:;]\s+|[-+]\s*)(?:Đã |đã )?(?:[Tt]hực hiện|[Tt]riển khai|[Hh]oàn thành) (?:xong )?"
    r"(?P<name>(?:01 )?(?:dự án|đề tài|mô hình) [^.;:]{8,200})"
)
_PLACE = re.compile(r"\s+tại (?P<place>(?:xã|thị trấn|phường|thôn|bản|huyện)\s[A-ZĐÀ-Ỹ].*)$")
_HOST = re.compile(
    r"(?P<host>(?:Phòng|Trung tâm|Sở|UBND|Hợp tác xã|HTX|Công ty|Trạm|Viện|Trường)\s[^,;.()\n]{2,80}?)"
    r"\s+(?:làm )?chủ trì"
)
_STAGES = (
    (StageKind.APPROVED, re.compile(r"phê duyệt")),
    (StageKind.CONTRACTED, re.compile(r"ký (?:kết )?hợp đồng")),
    (StageKind.ACCEPTED, re.compile(r"nghiệm thu")),
    (StageKind.SETTLED, re.compile(r"thanh lý")),
)
_RANK = re.compile(r"(?:xếp loại|đạt loại|loại)\s+[“\"]?(?P<rank>xuất sắc|khá|giỏi|trung bình|đạt)", re.IGNORECASE)
LONGEST_NAME = 400


def planned(source: DocumentReading, topics: Sequence[Topic]) -> Iterator[Task]:
    """Yield the tasks of the planning part: the paragraphs under its headings, and headings that are sentences themselves."""
    for topic in topics:
        if not topic.about(_WORK) or any(_NO_WORK.search(title) for title in topic.titles[1:] or topic.titles):
            continue
        own = [p for p in topic.paragraphs if not p.text.rstrip().endswith(":")]
        for paragraph in own:
            yield _planned(source, topic, paragraph, heading=topic.titles[-1])
        if not own and topic.leaf and topic.heading and not topic.paragraphs:
            yield _planned(source, topic, topic.heading, heading=topic.titles[-2] if len(topic.titles) > 1 else "")


def carried_out(source: DocumentReading, topics: Sequence[Topic]) -> Iterator[Task]:
    """Yield the projects that a review says were carried out, with the steps that it names."""
    for topic in topics:
        for paragraph in topic.everything:
            for match in _CARRIED_OUT.finditer(paragraph.text):
                rest = paragraph.text[match.end() : match.end() + LONGEST_NAME]
                yield _named(
                    match["name"],
                    stages=tuple(_stages(rest)),
                    rank=_rank(rest),
                    total=_bare(next(_amounts(source, paragraph), None)),
                    place=source.lines.span(paragraph.start + match.start("name"), paragraph.end),
                )


def _planned(source: DocumentReading, topic: Topic, paragraph: Paragraph, *, heading: str) -> Task:
    name = " ".join(paragraph.text.split())
    host = _HOST.search(name)
    return Task(
        name,
        kind=_kind((*topic.titles[1:], name)) or _kind(topic.titles),
        host=host["host"] if host else "",
        total=_bare(next(_amounts(source, paragraph), None)),
        heading=heading,
        place=paragraph.span,
    )


def _named(name: str, **more: object) -> Task:
    """Make a task of its name, with the place that the name ends with."""
    text = " ".join(name.split())
    match = _PLACE.search(text)
    location = match["place"] if match else ""
    bare = text[: match.start()] if match else text
    return attrs.evolve(Task(bare, kind=_kind((bare,)), location=location), **more)  # type: ignore[arg-type]  # typed by callers


def _kind(texts: Sequence[str]) -> TaskKind | None:
    return next((kind for text in texts for kind, pattern in _KINDS if pattern.search(text)), None)


def _stages(text: str) -> Iterator[Stage]:
    """Yield the steps named in the sentences behind a task, with the year that they name."""
    year = year_in(text)
    for kind, pattern in _STAGES:
        if pattern.search(text):
            yield Stage(kind, year=year)


def _rank(text: str) -> str:
    match = _RANK.search(text)
    return match["rank"] if match else ""


def _amounts(source: DocumentReading, paragraph: Paragraph) -> Iterator[Amount]:
    span = paragraph.span
    return (a for a in source.document.amounts if a.place and span.start <= a.place.start < span.end)


def _bare(amount: Amount | None) -> Amount | None:
    """Return the figures alone: the words beside them are judged where they stand."""
    return attrs.evolve(amount, words=None, label="Bằng chữ", symbol="đồng") if amount else None
