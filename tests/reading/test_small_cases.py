"""Small sums, amounts and citations in the ways in which officers write them: those that hold, and those with one slip."""

import pytest

from khcn_plan import check
from khcn_plan.formats import text as texts

HOLDING = [
    (
        "Tổng kinh phí 1.250 triệu đồng, gồm: ngân sách tỉnh 800 triệu đồng; ngân sách huyện 300 "
        "triệu đồng; vốn dân 150 triệu đồng."
    ),
    "Tổng kinh phí là 2,5 tỷ đồng, bao gồm 1.900 triệu đồng vốn sự nghiệp và 600 triệu đồng vốn đối ứng.",
    "Toàn huyện có 1.245 hộ nghèo, chia ra: vùng cao 900 hộ, vùng thấp 345 hộ.",
    "Tổng số 320 học viên, trong đó nữ 120 học viên.",
    (
        "Đơn vị tính: triệu đồng\n"
        "| TT | Nội dung | Kinh phí |\n"
        "|---|---|---|\n"
        "| I | Sự nghiệp | 500 |\n"
        "| 1 | Đề tài | 300 |\n"
        "| 2 | Dự án | 200 |\n"
        "| II | Quản lý | 100 |\n"
        "| | Tổng cộng | 600 |\n"
    ),
    (
        "Đơn vị tính: triệu đồng\n"
        "| TT | Nội dung | Tổng | NS tỉnh | NS huyện |\n"
        "|---|---|---|---|---|\n"
        "| 1 | A | 50 | 30 | 20 |\n"
        "| 2 | B | 70 | 40 | 30 |\n"
        "| | Tổng cộng | 120 | 70 | 50 |\n"
    ),
    "Đơn vị tính: triệu đồng\nTT	Nội dung	Kinh phí\n1	A	50\n2	B	-\n3	C	70\n	Cộng	120",
    "Tổng diện tích 1.200,5 ha (lúa 800,5 ha; ngô 300 ha; sắn 100 ha).",
    "Hỗ trợ 45 mô hình (20 mô hình chăn nuôi, 25 mô hình trồng trọt), kinh phí 900 triệu đồng.",
    ("Kinh phí: 900.000.000 đồng. Trong đó:\n- Năm 2023: 400.000.000 đồng;\n- Năm 2024: 500.000.000 đồng.\n"),
    "Tổng số 1.500 con gia súc, cụ thể: trâu 500 con, bò 700 con, ngựa 300 con.",
    "Tổng kinhphí 500 triệu đồng, trong đó: ngân sách 300 triệu đồng, dân góp 200triệu đồng.",
    "Thu 140.000.000 đồng (Bằng chữ: Một trăm bốn mươi triệu đồng).",
    "Thời hạn 15 (mười lăm) ngày làm việc.",
    "Hỗ trợ 1.500.000đồng/người (Một triệu năm trăm nghìn đồng).",
    "Tổng vốn 3.000 triệu đồng: vốn TW 2.000 triệu đồng, vốn tỉnh 700 triệu đồng, vốn huyện 300 triệu đồng.",
    "Năm 2023 có 35 sáng kiến được công nhận, gồm 20 sáng kiến cấp cơ sở, 10 sáng kiến cấp huyện và 5 sáng kiến cấp tỉnh.",
    (
        "Tổng dự toán 1.000 triệu đồng, trong đó chi công lao động 400 triệu đồng, nguyên vật liệu "
        "350 triệu đồng, chi khác 250 triệu đồng."
    ),
    (
        "Tổng chi: 26.811 tỷ đồng. Trong đó: chi cân đối 21.049 tỷ đồng (trong đó: chi đầu tư "
        "5.937 tỷ đồng, chi thường xuyên 15.112 tỷ đồng); chi chương trình 5.762 tỷ đồng."
    ),
    "Giống: 1.200 kg lúa và 300 kg ngô cho 150 hộ (90 hộ xã A, 60 hộ xã B).",
    (
        "Đơn vị tính: triệu đồng\n"
        "| TT | Nội dung | Kinh phí |\n"
        "|---|---|---|\n"
        "| 1 | A | 300 |\n"
        "| | Trong đó: | |\n"
        "| - | A1 | 100 |\n"
        "| 2 | B | 150 |\n"
        "| | Tổng cộng | 450 |\n"
    ),
    "Tổng thu ngân sách 500 tỷ đồng, đạt 110% dự toán, trong đó thu nội địa 450 tỷ đồng (bằng 90%), thu khác 50 tỷ đồng (10%).",
    "Tổng sản lượng: 4.500 tấn; trong đó: vụ xuân: 2.000 tấn; vụ mùa: 2.500 tấn.",
    "Trong tổng số 80 đề tài có 50 đề tài nông nghiệp, 30 đề tài y tế.",
    (
        "Tổng kinh phí thực hiện: 1.200.000.000 đồng (Một tỷ hai trăm triệu đồng), gồm ngân sách "
        "700.000.000 đồng và đối ứng 500.000.000 đồng."
    ),
    (
        "Tổng số: 60 lớp, chia theo cấp: 20 lớp mầm non, 25 lớp tiểu học, 15 lớp THCS; chia theo "
        "vùng: 40 lớp vùng cao, 20 lớp vùng thấp."
    ),
    "Khen thưởng 36 tập thể, cá nhân, trong đó: 12 tập thể, 24 cá nhân.",
    "Tổng số phiếu phát ra 300 phiếu, thu về 280 phiếu, trong đó hợp lệ 270 phiếu, không hợp lệ 10 phiếu.",
    "Phân bổ 2.450 triệu đồng cho 03 xã: xã A 1.000 triệu đồng; xã B 800 triệu đồng; xã C 650 triệu đồng.",
]

SLIPPED = [
    (
        "Tổng kinh phí 1.250 triệu đồng, gồm: ngân sách tỉnh 800 triệu đồng; ngân sách huyện 300 "
        "triệu đồng; vốn dân 140 triệu đồng."
    ),
    "Tổng kinh phí là 2,5 tỷ đồng, bao gồm 1.900 triệu đồng vốn sự nghiệp và 500 triệu đồng vốn đối ứng.",
    "Toàn huyện có 1.245 hộ nghèo, chia ra: vùng cao 900 hộ, vùng thấp 355 hộ.",
    (
        "Đơn vị tính: triệu đồng\n"
        "| TT | Nội dung | Kinh phí |\n"
        "|---|---|---|\n"
        "| I | Sự nghiệp | 500 |\n"
        "| 1 | Đề tài | 300 |\n"
        "| 2 | Dự án | 210 |\n"
        "| II | Quản lý | 100 |\n"
        "| | Tổng cộng | 600 |\n"
    ),
    (
        "Đơn vị tính: triệu đồng\n"
        "| TT | Nội dung | Kinh phí |\n"
        "|---|---|---|\n"
        "| | Tổng số | 600 |\n"
        "| I | Sự nghiệp | 500 |\n"
        "| a | Đề tài | 300 |\n"
        "| b | Dự án | 200 |\n"
        "| II | Quản lý | 90 |\n"
    ),
    (
        "Đơn vị tính: triệu đồng\n"
        "| TT | Nội dung | Tổng | NS tỉnh | NS huyện |\n"
        "|---|---|---|---|---|\n"
        "| 1 | A | 50 | 30 | 20 |\n"
        "| 2 | B | 70 | 40 | 30 |\n"
        "| | Tổng cộng | 120 | 80 | 50 |\n"
    ),
    "Đơn vị tính: triệu đồng\nTT	Nội dung	Kinh phí\n1	A	50\n2	B	-\n3	C	70\n	Cộng	130",
    "Tổng diện tích 1.200,5 ha (lúa 800,5 ha; ngô 300 ha; sắn 200 ha).",
    "Hỗ trợ 45 mô hình (20 mô hình chăn nuôi, 26 mô hình trồng trọt), kinh phí 900 triệu đồng.",
    ("Kinh phí: 900.000.000 đồng. Trong đó:\n- Năm 2023: 400.000.000 đồng;\n- Năm 2024: 510.000.000 đồng.\n"),
    "Tổng số 1.500 con gia súc, cụ thể: trâu 500 con, bò 700 con, ngựa 400 con.",
    "Tổng kinh phí 500 triệu đồng, trong đó: ngân sách 300 triệu đồng, dân góp 300 triệu đồng.",
    "Huy động 12.500 ngày công, trong đó thanh niên 8.000 ngày công, phụ nữ 5.000 ngày công.",
    "Cấp 2.400.000 đ (Hai triệu bốn mươi nghìn đồng chẵn).",
    "Tổng vốn 3.000 triệu đồng: vốn TW 2.000 triệu đồng, vốn tỉnh 700 triệu đồng, vốn huyện 200 triệu đồng.",
    "Năm 2023 có 35 sáng kiến được công nhận, gồm 20 sáng kiến cấp cơ sở, 10 sáng kiến cấp huyện và 6 sáng kiến cấp tỉnh.",
    (
        "Tổng chi: 26.811 tỷ đồng. Trong đó: chi cân đối 21.049 tỷ đồng (gồm: chi đầu tư 5.937 tỷ "
        "đồng, chi thường xuyên 15.212 tỷ đồng); chi chương trình 5.762 tỷ đồng."
    ),
    "Giống: 1.200 kg lúa và 300 kg ngô cho 150 hộ (90 hộ xã A, 70 hộ xã B).",
    (
        "Đơn vị tính: triệu đồng\n"
        "| TT | Nội dung | Kinh phí |\n"
        "|---|---|---|\n"
        "| 1 | A | 300 |\n"
        "| 1.1 | A1 | 100 |\n"
        "| 1.2 | A2 | 200 |\n"
        "| 2 | B | 150 |\n"
        "| - | B1 | 100 |\n"
        "| - | B2 | 60 |\n"
        "| | Tổng cộng | 450 |\n"
    ),
    (
        "Đơn vị tính: triệu đồng\n"
        "| TT | Nội dung | Kinh phí |\n"
        "|---|---|---|\n"
        "| 1 | A | 300 |\n"
        "| | Trong đó: | |\n"
        "| - | A1 | 100 |\n"
        "| - | A2 | 250 |\n"
        "| 2 | B | 150 |\n"
        "| | Tổng cộng | 450 |\n"
    ),
    (
        "Đơn vị tính: triệu đồng\n"
        "| TT | Nội dung | Năm 2023 | Năm 2024 | Tổng |\n"
        "|---|---|---|---|---|\n"
        "| 1 | A | 30 | 20 | 50 |\n"
        "| 2 | B | 40 | 30 | 70 |\n"
        "| | Tổng cộng | 70 | 50 | 130 |\n"
    ),
    (
        "Đơn vị tính: hộ\n"
        "| TT | Xã | Nghèo | Cận nghèo |\n"
        "|---|---|---|---|\n"
        "| 1 | A | 30 | 20 |\n"
        "| 2 | B | 40 | 30 |\n"
        "| | Tổng số | 70 | 60 |\n"
    ),
    (
        "Đơn vị tính: hộ\n"
        "| TT | Tên xã | Nghèo | Cận nghèo |\n"
        "|---|---|---|---|\n"
        "| 1 | A | 30 | 20 |\n"
        "| 2 | B | 40 | 30 |\n"
        "| | Tổng số | 70 | 60 |\n"
    ),
    "Tổng thu ngân sách 500 tỷ đồng, đạt 110% dự toán, trong đó thu nội địa 450 tỷ đồng (90%), thu khác 60 tỷ đồng (10%).",
    "Tổng sản lượng: 4.500 tấn; trong đó: vụ xuân: 2.000 tấn; vụ mùa: 2.600 tấn.",
    (
        "Tổng kinh phí thực hiện: 1.200.000.000 đồng (Một tỷ hai trăm triệu đồng), gồm ngân sách "
        "700.000.000 đồng và đối ứng 400.000.000 đồng."
    ),
    (
        "Tổng số: 60 lớp, chia theo cấp: 20 lớp mầm non, 25 lớp tiểu học, 15 lớp THCS; chia theo "
        "vùng: 40 lớp vùng cao, 30 lớp vùng thấp."
    ),
    "Phân bổ 2.450 triệu đồng cho 03 xã: xã A 1.000 triệu đồng; xã B 800 triệu đồng; xã C 750 triệu đồng.",
]

CITED = [
    (
        "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024 và Nghị định số 102/2024/NĐ-CP ngày 30 tháng 7 năm 2024;",
        "102/2024/NĐ-CP",
        "2024-07-30",
    ),
    (
        "Căn cứ Nghị định số 163/2016/NĐ-CP ngày 21/12/2016, Thông tư số 342/2016/TT-BTC ngày 30/12/2016;",
        "342/2016/TT-BTC",
        "2016-12-30",
    ),
    (
        (
            "Căn cứ Nghị định số 95/2014/NĐ-CP ngày 17/10/2014 (được sửa đổi, bổ sung bởi Nghị định số "
            "13/2019/NĐ-CP ngày 01/02/2019);"
        ),
        "13/2019/NĐ-CP",
        "2019-02-01",
    ),
    (
        "Theo Công văn số 123/SKHCN-QLKH ngày 4/5/2023 và văn bản số 456/UBND-KT ngày 6/5/2023",
        "456/UBND-KT",
        "2023-05-06",
    ),
    ("Căn cứ Thông tư số 03/2023/TT-BTC ngày 10 / 01 / 2023 của Bộ Tài chính;", "03/2023/TT-BTC", "2023-01-10"),
    ("Căn cứ Kế hoạch số: 45/KH-UBND, ngày 15 tháng 3 năm 2023 của UBND huyện;", "45/KH-UBND", "2023-03-15"),
    ("Căn cứ Nghị quyết 45/NQ-HĐND ký ngày 20-12-2022 của Hội đồng nhân dân huyện;", "45/NQ-HĐND", "2022-12-20"),
    (
        (
            "theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư (sau đây "
            "gọi tắt là Nghị định số 30/2020/NĐ-CP)"
        ),
        "30/2020/NĐ-CP",
        "2020-03-05",
    ),
    (
        "Căn cứ các Quyết định số 1048/QĐ-TTg ngày 21/8/2019, số 781/QĐ-TTg ngày 08/6/2020 của Thủ tướng Chính phủ;",
        "781/QĐ-TTg",
        "2020-06-08",
    ),
    (
        (
            "Căn cứ Luật Khoa học và công nghệ số 29/2013/QH13 ngày 18/6/2013; Luật Ngân sách nhà nước "
            "số 83/2015/QH13 ngày 25/6/2015;"
        ),
        "83/2015/QH13",
        "2015-06-25",
    ),
    ("Căn cứ Quyết định số 09/2015/QÐ-UBND ngày 06 tháng 8 năm 2015;", "09/2015/QĐ-UBND", "2015-08-06"),
    ("Căn cứ Quyết định số 77/QĐ- UBND ngày 06 tháng 8 năm 2015;", "77/QĐ-UBND", "2015-08-06"),
    (
        "Xét Tờ trình số 12/TTr-SKHCN ngày 3 tháng 2 năm 2023 của Sở Khoa học và Công nghệ;",
        "12/TTr-SKHCN",
        "2023-02-03",
    ),
    (
        "Căn cứ Thông tư liên tịch số 55/2015/TTLT-BTC-BKHCN ngày 22/4/2015 của liên Bộ;",
        "55/2015/TTLT-BTC-BKHCN",
        "2015-04-22",
    ),
]


@pytest.mark.parametrize("text", HOLDING)
def test_what_holds_is_not_called_wrong(text: str) -> None:
    """Sums that hold, words that agree, and "trong đó" that names one part only, give no error."""
    assert [finding.rule.name for finding in check(texts.read(text)).errors] == []


@pytest.mark.parametrize("text", SLIPPED)
def test_one_slip_is_found(text: str) -> None:
    """One figure of a sum that is wrong, or one word of an amount, is found, in every sum that it breaks."""
    found = [finding.rule.name for finding in check(texts.read(text)) if not finding.rule.name.startswith("document.")]
    assert found


@pytest.mark.parametrize(("text", "number", "issued"), CITED)
def test_a_citation_has_its_number_and_its_date(text: str, number: str, issued: str) -> None:
    """However it is run together with others, bracketed, spaced or misspelt."""
    document = texts.read(text).document
    cited = {(str(one.number), str(one.issued)) for one in (*document.frame.bases, *document.citations)}
    assert (number, issued) in cited
