"""Tasks as a plan lists them (nhiệm vụ): a line for each, and below it a labelled line for all that is said of it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from khcn_plan.model import Stage, StageKind, Task, TaskKind
from khcn_plan.notation import dates
from khcn_plan.writing.said import amount, flat

KINDS = {
    TaskKind.MANAGEMENT: "quản lý nhà nước",
    TaskKind.APPLICATION: "ứng dụng tiến bộ khoa học và công nghệ",
    TaskKind.TOPIC: "đề tài",
    TaskKind.SCHEME: "đề án",
    TaskKind.PILOT: "dự án sản xuất thử nghiệm",
    TaskKind.PROGRAMME: "chương trình",
    TaskKind.INNOVATION: "đổi mới sáng tạo",
}
STAGES = {
    StageKind.PROPOSED: "đề xuất",
    StageKind.DETERMINED: "xác định nhiệm vụ",
    StageKind.SELECTED: "tuyển chọn",
    StageKind.APPRAISED: "thẩm định kinh phí",
    StageKind.APPROVED: "phê duyệt",
    StageKind.CONTRACTED: "ký hợp đồng",
    StageKind.INSPECTED: "kiểm tra",
    StageKind.ACCEPTED: "nghiệm thu",
    StageKind.RECOGNISED: "công nhận kết quả",
    StageKind.SETTLED: "thanh lý hợp đồng",
}


def sections(tasks: Sequence[Task], top: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the headings with the lines of their tasks; the first is the one above them all, which may have none."""
    groups = [(heading or top, list(group)) for heading, group in groupby(tasks, key=lambda task: task.heading)]
    if not groups or groups[0][0] != top:
        yield top, []
    yield from ((heading, [text for task in group for text in line(task)]) for heading, group in groups)


def line(task: Task) -> Iterator[str]:
    """Yield the lines of one task."""
    yield flat(f"- {task.name}.")
    yield from (flat(f"+ {label}: {value}.") for label, value in _said(task) if value)


def _said(task: Task) -> Iterator[tuple[str, str]]:
    yield "Loại nhiệm vụ", KINDS[task.kind] if task.kind else ""
    yield "Đơn vị chủ trì", task.host
    yield "Địa điểm", task.location
    yield "Thời gian thực hiện", "-".join(str(year) for year in dict.fromkeys((task.start, task.end)) if year)
    yield "Kinh phí", _cost(task)
    yield "Các bước đã thực hiện", "; ".join(map(_stage, task.stages))
    yield "Xếp loại", task.rank


def _cost(task: Task) -> str:
    total = amount(task.total) if task.total else ""
    items = "; ".join(f"{line.name}: {amount(line.amount)}" if line.amount else line.name for line in task.costs)
    return f"{total}, gồm: {items}".removeprefix(", ") if items else total


def _stage(stage: Stage) -> str:
    when = dates.write(stage.on) if stage.on else f"năm {stage.year}" if stage.year else ""
    return f"{STAGES[stage.kind]} {when}".rstrip()
