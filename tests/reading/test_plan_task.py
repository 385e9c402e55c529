"""Tasks as plans list them: hosts, times, places and costs in a clause or on lines of their own; what was carried out."""

from datetime import date

import pytest

from khcn_plan import Amount, Stage, StageKind, Task, TaskKind
from khcn_plan.reading.plan import details
from tests.reading.planning import planned, reviewed


def _tasks(sentences: str) -> tuple[Task, ...]:
    return planned(f"II. NHIỆM VỤ\n{sentences}").tasks


def _done(sentences: str) -> tuple[Task, ...]:
    return reviewed(f"1. Nhiệm vụ\n{sentences}").tasks


@pytest.mark.parametrize("mark", ["- ", "+ ", "", "a) "])
def test_lines_with_labels_belong_to_the_task_above_them(mark: str) -> None:
    """Host, time, place and cost on lines of their own, bulleted or numbered, are no tasks."""
    marks = [mark] * 4 if mark != "a) " else ["a) ", "b) ", "c) ", "d) "]
    lines = (
        "Đơn vị chủ trì: Trung tâm Dịch vụ nông nghiệp huyện.",
        "Thời gian thực hiện: 2023-2024.",
        "Địa điểm: xã Tân Phong.",
        "Kinh phí: 250.000.000 đồng.",
    )
    listed = "\n".join(f"{one}{line}" for one, line in zip(marks, lines, strict=True))
    assert _tasks(f"1. Mô hình trồng dược liệu\n{listed}\n2. Mô hình nuôi ong") == (
        Task(
            "Mô hình trồng dược liệu",
            kind=TaskKind.APPLICATION,
            host="Trung tâm Dịch vụ nông nghiệp huyện",
            location="xã Tân Phong",
            start=2023,
            end=2024,
            total=Amount(250_000_000),
            heading="NHIỆM VỤ",
        ),
        Task("Mô hình nuôi ong", kind=TaskKind.APPLICATION, heading="NHIỆM VỤ"),
    )


@pytest.mark.parametrize(
    ("sentence", "task"),
    [
        (
            "Hỗ trợ 02 hợp tác xã áp dụng HACCP; đơn vị chủ trì: Phòng Kinh tế; thời gian: năm 2023; kinh phí: 60.000.000 đồng.",
            Task(
                "Hỗ trợ 02 hợp tác xã áp dụng HACCP",
                host="Phòng Kinh tế",
                start=2023,
                end=2023,
                total=Amount(60_000_000),
            ),
        ),
        (
            "Đề tài quản lý rừng; chủ trì: Trường Đại học Nông Lâm, thực hiện trong 2 năm 2023-2024, kinh phí 300.000.000 đồng.",
            Task(
                "Đề tài quản lý rừng",
                kind=TaskKind.TOPIC,
                host="Trường Đại học Nông Lâm",
                start=2023,
                end=2024,
                total=Amount(300_000_000),
            ),
        ),
        (
            "Tuyên truyền Luật Sở hữu trí tuệ (Phòng Văn hóa chủ trì, Đài Truyền thanh phối hợp).",
            Task("Tuyên truyền Luật Sở hữu trí tuệ", kind=TaskKind.MANAGEMENT, host="Phòng Văn hóa"),
        ),
        (
            "Mô hình nuôi cá lồng tại xã Phúc An, giao Hội Nông dân huyện chủ trì.",
            Task("Mô hình nuôi cá lồng", kind=TaskKind.APPLICATION, host="Hội Nông dân huyện", location="xã Phúc An"),
        ),
        (
            "Nhân rộng giống ngô lai do Trạm Khuyến nông làm chủ trì, tặng mỗi hộ 200.000 đồng.",
            Task("Nhân rộng giống ngô lai", host="Trạm Khuyến nông"),
        ),
        (
            "Dự án sản xuất thử nghiệm phân vi sinh, thời gian từ tháng 3/2023 đến tháng 12/2024",
            Task("Dự án sản xuất thử nghiệm phân vi sinh", kind=TaskKind.PILOT, start=2023, end=2024),
        ),
        ("Đề án chuyển đổi số", Task("Đề án chuyển đổi số", kind=TaskKind.SCHEME)),
        ("Chương trình năng suất chất lượng", Task("Chương trình năng suất chất lượng", kind=TaskKind.PROGRAMME)),
        ("Hỗ trợ khởi nghiệp", Task("Hỗ trợ khởi nghiệp", kind=TaskKind.INNOVATION)),
    ],
)
def test_what_a_sentence_says_of_a_task(sentence: str, task: Task) -> None:
    """The name ends where the sentence goes on to host, time or cost; an amount that is no cost is none."""
    [found] = _tasks(f"- {sentence}")
    assert (found.name, found.kind, found.host, found.location) == (task.name, task.kind, task.host, task.location)
    assert (found.start, found.end, found.total) == (task.start, task.end, task.total)


@pytest.mark.parametrize(
    ("headings", "names"),
    [
        ("II. NHIỆM VỤ\n1. Ứng dụng khoa học\na) Nuôi cá\nb) Nuôi ong", ["Nuôi cá", "Nuôi ong"]),
        ("II. NHIỆM VỤ VÀ KINH PHÍ\n- Nuôi cá\n- Tổng kinh phí: 5.000.000 đồng", ["Nuôi cá"]),
        ("II. MỤC TIÊU, NHIỆM VỤ\n- Nuôi cá", ["Nuôi cá"]),
        ("II. KẾ HOẠCH VÀ DỰ TOÁN\n1. Công tác quản lý\n- Kiểm tra chợ", ["Kiểm tra chợ"]),
        ("II. KINH PHÍ\n1. Hoạt động quản lý: 5.000.000 đồng", []),
        ("II. KẾ HOẠCH\n1. Mục tiêu\n- Nâng cao năng suất", []),
        ("II. NHIỆM VỤ\n1. Tổ chức thực hiện nhiệm vụ\n- Phòng Kinh tế theo dõi", []),
        ("II. NHIỆM VỤ\nCác nhiệm vụ sau:\n| STT | Tên |\n- Nuôi cá", ["Nuôi cá"]),
        ("II. NHIỆM VỤ\n1. Nuôi cá\n- Tổng số: 5 hộ", []),
        ("Kinh phí: 5.000.000 đồng", []),
    ],
)
def test_which_paragraphs_are_tasks(headings: str, names: list[str]) -> None:
    """Those under a heading on work; not aims, money, organisation, tables and what leads into a list."""
    assert [task.name for task in planned(headings).tasks] == names


def test_projects_carried_out_with_their_steps() -> None:
    """Host, time, cost, steps with their days, rank; a step yet to come is none."""
    bees, songs, lake = _done(
        "- Dự án “Nuôi ong lấy mật” tại xã Bảo Hưng do Hội Nông dân huyện chủ trì, thời gian thực hiện 2021-2022, kinh phí "
        "150.000.000 đồng; nghiệm thu ngày 15/10/2022, xếp loại Khá; thanh lý hợp đồng ngày 20/11/2022.\n"
        "- Đề tài: Bảo tồn làn điệu then, đã phê duyệt năm 2022, chưa nghiệm thu.\n"
        "- Đề án du lịch hồ\n- Đơn vị chủ trì: Trung tâm Văn hóa."
    )
    assert bees == Task(
        "Dự án “Nuôi ong lấy mật”",
        kind=TaskKind.APPLICATION,
        host="Hội Nông dân huyện",
        location="xã Bảo Hưng",
        start=2021,
        end=2022,
        total=Amount(150_000_000),
        stages=(Stage(StageKind.ACCEPTED, date(2022, 10, 15)), Stage(StageKind.SETTLED, date(2022, 11, 20))),
        rank="Khá",
    )
    assert (songs.name, songs.stages) == ("Đề tài: Bảo tồn làn điệu then", (Stage(StageKind.APPROVED, year=2022),))
    assert (lake.name, lake.host) == ("Đề án du lịch hồ", "Trung tâm Văn hóa")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Năm 2022, huyện triển khai thực hiện 01 mô hình bay phun thuốc, nghiệm thu đạt loại giỏi.",
            ["01 mô hình bay phun thuốc"],
        ),
        (
            "Trong năm triển khai 02 nhiệm vụ: (1) Mô hình trồng nấm hương; (2) Mô hình nuôi vịt bầu.",
            ["Mô hình trồng nấm hương", "Mô hình nuôi vịt bầu"],
        ),
        (
            "Đã hoàn thành dự án trồng quế tại xã Tân Phong. Thực hiện mô hình nuôi cá lăng.",
            ["dự án trồng quế", "mô hình nuôi cá lăng"],
        ),
        ("Mô hình được nhân dân hưởng ứng, đã nghiệm thu.", []),
        ("Mô hình trồng quế theo hướng hữu cơ.", []),
    ],
)
def test_what_was_carried_out_is_told_by_its_verb(sentence: str, names: list[str]) -> None:
    """Verbs say that a project was carried out, in a list or in a sentence; what is only named was not told to be."""
    assert [task.name for task in _done(sentence)] == names


def test_a_section_may_be_a_project() -> None:
    """A heading names the project, lines below it say the rest."""
    [project] = _done(
        "1.1. Dự án trồng quế hữu cơ\n- Đơn vị chủ trì: Phòng Nông nghiệp huyện\n- Kinh phí: 20.000.000 đồng"
    )
    assert (project.name, project.host, project.total) == (
        "Dự án trồng quế hữu cơ",
        "Phòng Nông nghiệp huyện",
        Amount(20_000_000),
    )


def test_steps_stand_in_the_order_of_the_text() -> None:
    """An order that is wrong in the text is wrong in the model, or no rule could find it."""
    text = "Thanh lý hợp đồng ngày 01/3/2022, nghiệm thu ngày 05/4/2022."
    assert [stage.kind for stage in details.stages_in(text)] == [StageKind.SETTLED, StageKind.ACCEPTED]


def test_a_cost_that_is_divided_gives_its_items() -> None:
    """What the money of a task is spent on is judged as part of the task, once; who pays is no item of it."""
    line = "II. NHIỆM VỤ NĂM 2023\n- Mô hình nuôi ong.\n+ Kinh phí: 50.000.000 đồng, {}.\nIII. KHÁC"
    plan = planned(line.format("gồm: Con giống: 30.000.000 đồng; Tập huấn: 15.000.000 đồng"))
    [task] = plan.tasks
    assert [(one.name, one.amount and one.amount.value) for one in task.costs] == [
        ("Con giống", 30_000_000),
        ("Tập huấn", 15_000_000),
    ]
    paid = planned(line.format("gồm: Ngân sách xã: 30.000.000 đồng; Vốn đối ứng: 20.000.000 đồng"))
    assert paid.tasks[0].costs == ()


def test_labelled_lines_say_kind_steps_and_rank() -> None:
    """A step has its own year where it names one; what is to come is none."""
    plan = planned(
        "II. NHIỆM VỤ NĂM 2023\n- Tìm giống chè cổ.\n+ Loại nhiệm vụ: đề tài.\n"
        "+ Các bước đã thực hiện: phê duyệt năm 2022; ký hợp đồng ngày 05/01/2023.\n+ Xếp loại: Khá.\nIII. KHÁC"
    )
    [task] = plan.tasks
    assert (task.kind, task.rank) == (TaskKind.TOPIC, "Khá")
    assert task.stages == (
        Stage(StageKind.APPROVED, year=2022),
        Stage(StageKind.CONTRACTED, date(2023, 1, 5)),
    )


def test_an_empty_part_is_no_task() -> None:
    """The title of a part that is still to be filled in is no task; a numbered line in it is one."""
    assert planned("II. NHIỆM VỤ NĂM 2023\n").tasks == ()
    assert [task.name for task in planned("II. NHIỆM VỤ NĂM 2023\n1. Họp hội đồng\n2. Treo băng rôn\n").tasks] == [
        "Họp hội đồng",
        "Treo băng rôn",
    ]


def test_a_review_names_its_tasks_as_it_likes() -> None:
    """Labelled lines below a line of a list make it a task, whatever it is called; a result below a line does not."""
    [task] = _done("- Nuôi dúi.\n+ Đơn vị chủ trì: Phòng Kinh tế.\n+ Các bước đã thực hiện: nghiệm thu năm 2022.")
    assert (task.name, task.host, task.stages) == ("Nuôi dúi", "Phòng Kinh tế", (Stage(StageKind.ACCEPTED, year=2022),))
    assert _done("- Công tác tuyên truyền.\n+ Kết quả: treo 12 băng rôn.") == ()
