"""Figures reached and planned with the rate between them, and numbers that a list of names follows."""

import pytest

from khcn_plan.formats import text as texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giải ngân 22,656 tỷ đồng/12,9 tỷ đồng, đạt 175,63% kế hoạch.", [("22656000000", "12900000000", "175.63")]),
        ("Có 629/731 trường đạt tỷ lệ 86,1%.", [("629", "731", "86.1")]),
        (
            "Trồng 150/200 ha, bằng 75%; thu 30/40 triệu đồng, đạt 75%.",
            [("150", "200", "75"), ("30000000", "40000000", "75")],
        ),
        ("Ngày 15/8 đạt 75%.", []),
        ("Có 1,234/2,345 hộ đạt 50%.", []),
        ("Thu 30 triệu đồng/40 ha, đạt 75%.", []),
        ("Tỷ lệ đạt 98%.", []),
        ("Đi làm ban đêm ngày lễ Quốc khánh 2/9 thì được hưởng ít nhất bằng 490% tiền lương.", []),
        ("Với tổng số 444/444 phiếu tán thành, đạt tỷ lệ 92,50% tính trên tổng số đại biểu.", []),
        ("Có 437/445 đại biểu biểu quyết, đạt tỷ lệ 92,39%.", []),
        ("Năm nay 3/20 chỉ tiêu đạt 99% chỉ tiêu nghị quyết.", []),
        ("Viện trợ 2.525/2.220 triệu USD nhưng phần quân sự chỉ bằng 68,3% so với trước.", []),
    ],
)
def test_a_rate_stands_behind_two_figures(text: str, expected: list[tuple[str, str, str]]) -> None:
    """What was done, a stroke, what was planned, and the rate; two readings or two units make none."""
    executions = texts.read(text).document.executions
    assert [(str(e.done.value), str(e.planned.value), str(e.rate.value)) for e in executions] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 03 huyện: Bắc Quang, Xín Mần và Vị Xuyên.", (3, 3)),
        ("Gồm 4 huyện: Bắc Quang, Xín Mần, Vị Xuyên.", (4, 3)),
        ("Gửi 2 sở: Sở Khoa học và Công nghệ, Sở Giáo dục và Đào tạo.", (2, 2)),
        ("Gửi 3 sở, gồm: Sở Khoa học và Công nghệ, Sở Tài chính và Sở Nội vụ.", (3, 3)),
        ("Có 9 huyện: Bắc Quang, Xín Mần.", None),
        ("Có 2 đơn vị: Trung tâm Lưu trữ lịch sử; Trung tâm Phục vụ hành chính công.", (2, 2)),
        ("Có 3 đơn vị: Trung tâm Lưu trữ lịch sử.", None),
        ("Có 3 nội dung: tập huấn, hội nghị và in ấn.", None),
        ("Có 2 nội dung: tập huấn và hội nghị.", None),
        ("Kinh phí 3 triệu đồng: Bắc Quang, Xín Mần.", None),
    ],
)
def test_a_list_of_proper_names_follows_its_number(text: str, expected: tuple[int, int] | None) -> None:
    """Names are counted where it is plain where each one ends."""
    found = texts.read(text).document.enumerations
    assert [(one.count, len(one.names)) for one in found] == ([expected] if expected else [])
