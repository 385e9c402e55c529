"""What looks like a fault and is none, as it stands in real documents of every kind; each with its twin that is one."""

import pytest

from khcn_plan import Severity, check
from khcn_plan.formats import text as texts


def _errors(text: str) -> list[str]:
    return [finding.rule.name for finding in check(texts.read(text)) if finding.rule.severity is Severity.ERROR]


SUMS = [
    # What follows a list that adds up is said besides.
    "Huyện có 90 trường, trong đó có 40 trường tiểu học, 30 trường THCS, 20 trường THPT, bên cạnh đó còn 25 trường mầm non.",
    "Huyện có 90 trường, gồm 40 trường tiểu học, 50 trường THCS, năm trước có 85 trường.",
    "Hầm dài 430 m, gồm 50 m hầm kín, 380 m hầm hở và đường dẫn dài 150 m.",
    # Another sentence with a subject of its own.
    "Bầu 19 ủy viên chính thức và 10 ủy viên dự khuyết. Ban Thường vụ mới gồm 7 ủy viên chính thức và 1 ủy viên dự khuyết.",
    "Lúc 20 giờ 27 phút, tổ công tác gồm một số quân nhân thuộc Tiểu đoàn 17, Sư đoàn 5, Quân khu 7 dừng lại.",
    "Năm 2020 tiếp nhận 44 xe. Lớp tập huấn gồm 26 cán bộ, sau đó nhận thêm 19 xe, 11 xe khác.",
    # What is left out or merely included is no part.
    "Thu xuất nhập khẩu 11.600 tỷ đồng (không bao gồm 365 tỷ đồng ghi thu, 53 tỷ đồng huy động).",
    "Thu 600 tỷ đồng, không bao gồm thu hộ 365 tỷ đồng, thu khác 253 tỷ đồng.",
    "Chi ngân sách 1.800 tỷ đồng, đã bao gồm dự toán 238 tỷ đồng cân đối, dự toán 187 tỷ đồng có mục tiêu.",
    "Cần ban hành 33 nghị định, bao gồm cả 2 nghị định về tiền lương và 1 nghị định về hội.",
    # Numbers that belong to names.
    "Toàn tỉnh có 130 chợ (trong đó: 20 chợ hạng 1, 22 chợ hạng 2 và 88 chợ hạng 3).",
    "Có 9 phường; trong đó 8 phường sắp xếp và 1 phường giữ nguyên là phường Hòa Bình 1, phường Hòa Bình 2.",
    "Xã Hạ Bằng có 5 thôn, gồm: Phú Lễ 1, Phú Lễ 2, Phú Lễ 3, Yên Lạc, thôn 12.",
    "Xã Yên Bình gồm 6 thôn: 1, 2, 3, 4, 5, 6.",
    "Căn cứ cho 4.500 chiến sĩ (gồm Sư đoàn bộ và Lữ đoàn 2, Sư đoàn 25).",
    "Học sinh nộp 50 bài dự thi (bao gồm khối lớp 3, 4 và 5).",
    "Tỉnh lộ 534 (nối Tỉnh lộ 538 với Quốc lộ 1) đã nâng cấp.",
    "Bản đồ tỷ lệ 1:10.000 (đối với mỏ nhỏ là 1:1000 - 1:10.000).",
    "Bìa có kích thước 650 mm x 320 mm, gồm: tờ đầu 320 mm x 230 mm; tờ sau 320 mm x 230 mm.",
    "Quân đội có 779.450 người (chính quy 259.050,[3] dự bị 419.000,[4] hiến binh 101.400).",
    # The last of the parts stands before a full stop or a closing bracket.
    "Đã giám sát 102.293 tổ chức, gồm: cấp tỉnh 3.492; cấp huyện 31.030; cấp cơ sở 67.771. Đạt yêu cầu.",
    "Có 12 cảng (Hạ Long 6, Cẩm Phả 3, Hoành Bồ 2, Tiên Yên 1) đang khai thác.",
    # Several ways to divide in one bracket; things of several names.
    "Tỉnh có 27 siêu thị (6 siêu thị hạng I, 4 siêu thị hạng II, 17 siêu thị hạng III; 16 siêu thị chuyên doanh, 11 tổng hợp).",
    "Thành phố còn 19 cơ quan báo chí, gồm 8 cơ quan báo in, 9 tạp chí, 1 đài truyền hình và 1 đài phát thanh.",
    # Traits overlap.
    "Danh sách sơ bộ có 90 người, trong đó có 48 người tự ứng cử (53,3%), 44 người ngoài Đảng (48,9%), 30 nữ (33,3%).",
    "Ban Chấp hành có 37 ủy viên, trong đó có 20 ủy viên nữ, 18 ủy viên là người dân tộc thiểu số.",
    # The total stands among its parts: they lead up to it.
    "Đến năm 2025 có 20.000 ha, trong đó:\n- Giai đoạn 2021 - 2023: 6.000 ha;\n- Giai đoạn 2024 - 2025: 20.000 ha.",
    "Chi 05 năm hoặc 10 năm một lần, cụ thể: 05 năm đối với xã; 10 năm đối với huyện.",
    "Tuổi thọ trung bình là 72,9 tuổi, trong đó nam là 70,3 tuổi và nữ là 75,6 tuổi.",
    "Luật gồm 3 điều, trong đó sửa đổi 43 điều, bổ sung 2 điều mới.",
    "Phá hoại 28 thị xã, trong đó có 12 thị xã bị san phẳng, 96 thị trấn bị hỏng.",
    "Quốc hội gồm Hạ viện với 350 thành viên theo tỉnh; và Thượng viện gồm 208 thành viên dân bầu và 51 thành viên vùng cử.",
    # Only about, or only some.
    "Các gói thầu trị giá 3.584 tỷ đồng, bao gồm: gói một 2.303 tỷ đồng; gói hai 262 tỷ đồng; gói ba hơn 1.000 tỷ đồng.",
    "Vườn có 250 loài, bao gồm 8 loài rất lớn và 71 loài nhỏ.",
    "Có 71 nước khác, gồm Lào, Thái Lan, Singapore, Malaysia và Philippines, 34 nước bỏ phiếu trắng và 12 nước vắng mặt.",
    "Bắt 466.000 người, trong đó khoảng 400.000 người bị đày và 68.000 người bị giết.",
    "Sản lượng 836.175 tấn, gồm: khai thác hơn 572.000 tấn, nuôi trồng 264.105 tấn.",
    "Còn khoảng 1.881 ha, gồm 800 ha đất rừng và 1.080 ha đất trống.",
    "Có khoảng 120 người (90 nam, 50 nữ).",
    # Some are counted in words, some in another coin.
    "Có 12 vị trí sạt lở, gồm: Khánh Hòa 9 vị trí; Lâm Đồng 2 vị trí trên quốc lộ 20 và một vị trí trên quốc lộ 27C.",
    "Thuế là 608 quan 420 đồng, gồm 303 quan 960 đồng tiền giấy và 304 quan 462 đồng tiền đồng.",
    # Several totals: the list is of the last one.
    "Có 142 tổ chức tôn giáo; 134 cơ sở thờ tự. Bao gồm:\n- Phật giáo có 91 cơ sở thờ tự.\n- Công giáo có 43 cơ sở thờ tự.",
    # What a sentence announces is seldom a sum.
    "Đường dây 500 kV có quy mô như sau:\n- Mạch một: 220 kV\n- Mạch hai: 220 kV",
    "Sửa mức 300 triệu đồng như sau:\n- Cấp tỉnh 200 triệu đồng\n- Cấp huyện 110 triệu đồng",
    "Decree No. 118/2021/ND-CP dated December 23, 2021 elaborating the Law (as amended by Decree No. 190 dated July 01, 2025).",
    # “Trong đó” names one thing, and the sentence goes on.
    "Tiếp nhận 350 đơn, trong đó có 200 đơn đủ điều kiện; đã giải quyết 180 đơn.",
    "Thu ngân sách đạt 1.250 tỷ đồng, trong đó thu tiền sử dụng đất 350 tỷ đồng; chi ngân sách 1.100 tỷ đồng.",
    "Diện tích lúa 250 ha, trong đó lúa chất lượng cao 150 ha; diện tích ngô 120 ha; diện tích lạc 30 ha.",
    "Vốn NSTW 450 tỷ đồng, trong đó vốn nước ngoài 100 tỷ đồng; vốn ngân sách tỉnh 250 tỷ đồng; vốn ngân sách huyện 150 tỷ đồng.",
    "Triển khai 25 đề tài, trong đó 10 đề tài chuyển tiếp; nghiệm thu 16 đề tài.",
    "Toàn huyện có 35 trường, trong đó 20 trường đạt chuẩn quốc gia; 18 trường có thư viện đạt chuẩn.",
    "Tiếp nhận 350 đơn, trong đó có 200 đơn đủ điều kiện, đã giải quyết 180 đơn.",
    "Trồng rừng 2.500 ha, trong đó rừng phòng hộ 500 ha; chăm sóc rừng 1.500 ha; khoanh nuôi 800 ha.",
    # Round figures one below the other.
    "Diện tích tự nhiên: 1.250 ha.\n- Đất lúa: 850 ha.\n- Đất màu: 200 ha.",
    "Kinh phí năm 2025: 250 triệu đồng.\n- Kinh phí đã giải ngân: 150 triệu đồng.\n- Kinh phí đề nghị cấp tiếp: 80 triệu đồng.",
    "Dân số: 12.500 người.\n- Số người trong độ tuổi lao động: 7.500 người.\n- Số người tham gia BHYT: 4.500 người.",
    "Tổng số hộ: 1.250 hộ\n- Hộ sử dụng nước sạch: 850 hộ\n- Hộ có nhà vệ sinh: 450 hộ",
    "Có 20 sản phẩm OCOP, nâng tổng số lên 156 sản phẩm, gồm: 52 sản phẩm 4 sao, 104 sản phẩm 3 sao.",
    "Toàn tỉnh có 156 sản phẩm OCOP, năm 2025 có thêm: 12 sản phẩm 4 sao, 10 sản phẩm 3 sao.",
    "Mục tiêu: 20 sản phẩm OCOP mới, duy trì 156 sản phẩm đã công nhận, cụ thể: 52 sản phẩm 4 sao, 104 sản phẩm 3 sao.",
    # Names that begin or end like words that compare.
    "Tổng kinh phí 500 triệu đồng, gồm NST 300 triệu đồng, NSH 100 triệu đồng, NSX 100 triệu đồng.",
    "Tổng số 250 hộ, gồm: xã Phong Thổ 150 hộ, xã Khổng Lào 60 hộ, xã Mường So 40 hộ.",
    # Two totals in one breath.
    (
        "Thưởng 35 tập thể và 120 cá nhân, gồm: 5 tập thể xuất sắc, 30 tập thể tiên tiến, 20 chiến sĩ thi đua, 100 lao "
        "động tiên tiến."
    ),
    # Traits overlap.
    "Toàn trường có 1.200 học sinh, gồm 650 học sinh nữ, 300 học sinh dân tộc thiểu số và 50 học sinh khuyết tật.",
    "Tổng số học sinh: 1.250 em, gồm:\n- Học sinh nữ: 650 em;\n- Học sinh dân tộc: 500 em;\n- Học sinh bán trú: 300 em.",
    "Nhà cao 09 tầng, trong đó 01 tầng hầm, 01 tầng dịch vụ, 08 tầng ở.",
    (
        "Cả nước có 34 đơn vị hành chính cấp tỉnh, gồm 28 tỉnh và 6 thành phố.\nTrong đó có 19 tỉnh và 4 thành phố sắp "
        "xếp và 11 tỉnh giữ nguyên."
    ),
    # The last figure stands before a full stop.
    "Tổng số 45 trường, gồm: mầm non: 20; tiểu học: 10; trung học: 15.",
    "Biên chế 45 người, gồm: nam: 20, nữ: 15, hợp đồng: 10.",
    "Tổng số hộ tham gia: 250 hộ, cụ thể: thôn Nà Lạn: 100; thôn Khuổi Ít: 80; thôn Tân Sơn: 70.",
    "Kinh phí: 145 triệu đồng, gồm: năm 2025: 60; năm 2026: 40; năm 2027: 45.",
    "Tổng số 45 trường, gồm: mầm non: 20; tiểu học: 10; trung học: 15. Các trường đều đạt chuẩn.",
    # Words that divide stand in names.
    (
        "Tổng kinh phí 250 triệu đồng, gồm: chi con người 150 triệu đồng, chi hoạt động 60 triệu đồng, chi khác (bao "
        "gồm cả in ấn) 40 triệu đồng."
    ),
    (
        "Tổng thu 8.450 triệu đồng, gồm:\n- Thu xã hưởng 100%: 450 triệu đồng;\n- Thu phân chia theo tỷ lệ: 1.000 "
        "triệu đồng;\n- Thu bổ sung: 7.000 triệu đồng."
    ),
    (
        "Tổng kinh phí 250 triệu đồng, gồm:\n- Tập huấn, hội thảo: 150 triệu đồng;\n- Chi khác: 60 triệu đồng;\n- Mua "
        "sắm thiết bị, bao gồm máy tính, máy in: 40 triệu đồng."
    ),
    (
        "Tổng kinh phí 250 triệu đồng, gồm:\n- Chi lương: 150 triệu đồng;\n- Chi hoạt động: 60 triệu đồng;\n- Chi cho "
        "các nhiệm vụ cụ thể khác: 40 triệu đồng."
    ),
    "Tổng số 250 hộ, gồm: xã A 150 hộ; xã B 60 hộ; 02 xã còn lại (gồm C và D) 40 hộ.",
    # As the year's reports write: the rest without a figure, a part, and then another subject.
    "Trường có 85 người, gồm: quản lý 3, giáo viên 75, nhân viên 7. Cơ sở vật chất đáp ứng yêu cầu.",
    "Tổng số 250 hộ, gồm: hộ nghèo 150; hộ cận nghèo 60; hộ khác 40. Chi tiết tại Phụ lục 2.",
    "Tổng số 85 biên chế, gồm: Văn phòng 15; Thanh tra 10; Phòng Quản lý 20; Chi cục 40. Điều 2. Giao Giám đốc Sở.",
    "Tổng số 250 hộ, gồm 150 hộ nghèo, 60 hộ cận nghèo, còn lại là hộ trung bình.",
    "Tổng số 250 hộ (150 hộ nghèo, 60 hộ cận nghèo, còn lại là hộ khác).",
    "Hội đồng có 12 thành viên, gồm: 01 Chủ tịch, 02 Phó Chủ tịch, còn lại là ủy viên.",
    "Chi thường xuyên 850 triệu đồng, bao gồm cả chi lương 600 triệu đồng; chi đầu tư 400 triệu đồng.",
    "Dự toán gói thầu số 1: 850.000.000 đồng, bao gồm chi phí dự phòng 50.000.000 đồng; gói thầu số 2: 820.000.000 đồng.",
    "Đàn trâu 850 con, gồm cả nghé 120 con; đàn bò 900 con.",
    "Xã có 12 thôn, gồm 3 thôn đặc biệt khó khăn; năm 2025 sáp nhập còn 10 thôn.",
    "Toàn tỉnh có 250 HTX, bao gồm 50 HTX thành lập mới; có 210 HTX hoạt động hiệu quả.",
    "Tiếp nhận 1.250 hồ sơ, bao gồm 120 hồ sơ kỳ trước chuyển sang, đã giải quyết 1.200 hồ sơ.",
    (
        "Tổng chi 1.250 triệu đồng, gồm: chi thường xuyên 850 triệu đồng, bao gồm cả chi lương 600 triệu đồng; chi đầu "
        "tư 400 triệu đồng."
    ),
    "Diện tích lúa 1.250 ha, trong đó lúa chất lượng cao 850 ha, diện tích ngô 500 ha, diện tích lạc 120 ha.",
    "Thu ngân sách 1.250 tỷ đồng, trong đó thu tiền sử dụng đất 350 tỷ đồng, chi ngân sách 1.100 tỷ đồng.",
    "Đất nông nghiệp 850 ha, trong đó đất lúa 600 ha, đất phi nông nghiệp 400 ha.",
    "Toàn xã có 250 hộ, trong đó hộ nghèo 30 hộ, hộ cận nghèo 45 hộ, hộ dùng nước sạch 230 hộ.",
    "Toàn xã có 250 hộ, trong đó có 30 hộ nghèo, 230 hộ dùng nước sạch.",
    "Tiếp nhận 1.250 hồ sơ, trong đó: 120 hồ sơ kỳ trước chuyển sang; đã giải quyết 1.200 hồ sơ.",
    (
        "Năm 2024, giải quyết việc làm cho 12.500 lao động, trong đó: 1.200 lao động đi làm việc ở nước ngoài; tuyển "
        "sinh đào tạo 11.500 lao động."
    ),
    "Tổng số: 85 đồng chí, gồm: Ban Chấp hành 45 đồng chí; Ủy ban Kiểm tra 9 đồng chí; đại biểu 31 đồng chí.",
    "Có 85 cơ sở, gồm: sản xuất 45 cơ sở; kinh doanh 9 cơ sở; địa điểm 31 cơ sở.",
    "Có 20 giải nhì, mỗi giải bao gồm 01 giải thưởng tiền mặt, 01 giải thưởng hiện vật; 30 giải ba.",
    # Who prints decimals measures, and measures are rounded.
    "Rừng trồng mới đạt 80 ha (trong đó: rừng sản xuất 1,2 ha; rừng phòng hộ 79 ha).",
    "Chiều sâu: 1.200 m tính từ biên giới.\n+ Về bên trái: 500 m;\n+ Về bên phải: 500 m.",
]

TRUE_SUMS = [
    "Tổng số 85 người, gồm: nhóm A 50; nhóm B 36. Chi tiết tại Phụ lục 2.",
    "Giao 85 biên chế cho các đơn vị như sau:\n- Văn phòng: 15 biên chế;\n- Thanh tra: 10 biên chế;\n- Chi cục: 70 biên chế.",
    "Tổng kinh phí 850 triệu đồng, trong đó ngân sách tỉnh 500 triệu đồng, ngân sách xã 450 triệu đồng.",
    "Tổng số 145 người, gồm: Phòng A: 40; Phòng B: 20; Phòng D: 95.",
    (
        "Tổng kinh phí 250 triệu đồng, gồm: chi con người 150 triệu đồng, chi hoạt động 60 triệu đồng, chi khác (bao "
        "gồm cả in ấn) 50 triệu đồng."
    ),
    (
        "Tổng thu 8.450 triệu đồng, gồm:\n- Thu xã hưởng 100%: 450 triệu đồng;\n- Thu phân chia theo tỷ lệ: 1.000 "
        "triệu đồng;\n- Thu bổ sung: 7.100 triệu đồng."
    ),
    "Tổng kinh phí 500 triệu đồng, gồm NST 300 triệu đồng, NSX 250 triệu đồng.",
    "Ban Chỉ huy gồm 15 đồng chí, trong đó: 01 đồng chí Trưởng ban, 02 đồng chí Phó Trưởng ban và 13 đồng chí ủy viên.",
    "Xử lý 250 trường hợp, trong đó 200 trường hợp phạt tiền, 60 trường hợp cảnh cáo.",
    "Toàn tỉnh có 156 sản phẩm OCOP (4 sản phẩm 5 sao, 48 sản phẩm 4 sao, 105 sản phẩm 3 sao).",
    "Toàn tỉnh có 156 sản phẩm OCOP, gồm 4 sản phẩm 5 sao, 48 sản phẩm 4 sao, 105 sản phẩm 3 sao.",
    "Toàn tỉnh hiện có 229 TTHC, gồm: cấp tỉnh 197 TTHC, cấp xã 33 TTHC.",
    "Nâng tổng số lên 356 HTX, gồm 300 HTX nông nghiệp, 66 HTX phi nông nghiệp.",
    (
        "Tổng số: 15 nhiệm vụ, kinh phí 25.000 triệu đồng. Trong đó:\n- Lĩnh vực nông nghiệp: 6 nhiệm vụ, kinh phí "
        "10.000 triệu đồng;\n- Lĩnh vực y tế: 4 nhiệm vụ, kinh phí 5.000 triệu đồng;\n- Lĩnh vực xã hội: 6 nhiệm vụ, "
        "kinh phí 10.000 triệu đồng."
    ),
    "Bắt 466.000 người, trong đó 400.000 người bị đày và 68.000 người bị giết.",
    "Có 12 vị trí sạt lở, gồm: Khánh Hòa 9 vị trí; Lâm Đồng 2 vị trí trên quốc lộ 20.",
    "Có 134 cơ sở thờ tự. Bao gồm:\n- Phật giáo có 91 cơ sở thờ tự.\n- Công giáo có 53 cơ sở thờ tự.",
    "Bố trí 300 triệu đồng như sau:\n- Cấp tỉnh: 200 triệu đồng\n- Cấp huyện: 110 triệu đồng",
    "Huyện có 95 trường, trong đó có 40 trường tiểu học, 30 trường THCS, 28 trường THPT, bên cạnh đó còn 25 trường mầm non.",
    "Đại hội bầu 19 ủy viên, gồm 7 ủy viên chính thức và 11 ủy viên dự khuyết.",
    "Đã giám sát 102.293 tổ chức, gồm: cấp tỉnh 3.492; cấp huyện 31.030; cấp cơ sở 67.871. Đạt yêu cầu.",
    "Có 12 cảng (Hạ Long 6 cảng, Cẩm Phả 3 cảng, Hoành Bồ 2 cảng, Tiên Yên 2 cảng) đang khai thác.",
    "Tổng vốn đạt 124.340 tỷ đồng; trong đó trung ương 72.000 tỷ đồng (chiếm 57,9%), địa phương 52.372 tỷ đồng (chiếm 42,1%).",
    "Tổng kinh phí là 140 triệu đồng. Nguồn vốn gồm: tỉnh 100 triệu đồng, huyện 50 triệu đồng.",
    "Tổng kinh phí: 140.000.000 đồng.\n(Đã duyệt). Trong đó:\n+ Quản lý: 71.000.000 đồng.\n+ Nhiệm vụ: 70.000.000 đồng.",
    "Rừng trồng mới đạt 80 ha (trong đó: rừng sản xuất 2,2 ha; rừng phòng hộ 79 ha).",
    "Có 133 đơn vị hành chính cấp xã, gồm 58 phường, 78 xã và 07 thị trấn.",
    "Toàn vùng có 1.206 cán bộ y tế, trong đó có 275 bác sĩ, 729 y sĩ và 302 y tá, nữ hộ sinh.",
    "Hợp đồng lập thành 08 bản (02 bản do chủ đầu tư lưu, 01 bản nộp cơ quan thuế, 06 bản bên nhận lưu).",
    "Dân số là 96.208.984 người, trong đó nam là 57.881.061 người (chiếm 49,8%) và nữ là 48.327.923 người (chiếm 50,2%).",
    "Đã giám sát 133.349 tổ chức, gồm: tỉnh giám sát 4.673 tổ chức; huyện giám sát 128.675 tổ chức; bộ phận giám sát 2 chi bộ.",
    "Số điểm quan trắc: 07 điểm (14 điểm vùng nước cấp, 03 điểm vùng nuôi).",
]

WORDS = [
    "Bộ tem Tết năm Quý Dậu 1993 (năm đầu tiên vẽ tem) được giải.",
    "Đối với điện gió, n là 25 (năm). Đối với loại khác, n là 25 (năm) hoặc theo hồ sơ.",
    "Thửa đất ở vị trí 1 (không bao gồm các đảo) được xác định như sau.",
    "Nam có 7 (ba hồn bảy vía), nữ có 9.",
    "Đơn vị 33762 (một trung đoàn thuộc Quân khu) đã thực hiện tốt.",
]

CITATIONS = [
    "Thủ tục tại Điều 11 Nghị định số 137/2020/NĐ-CP do Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định.",
    "Nghị định số 96/1997/NĐ-CP do Thủ tướng Chính phủ ký được thay thế.",
    "Luật Đấu thầu số 22/2023/QH15 của Nghị định số 63/2014/NĐ-CP ngày 26/6/2014 của Chính phủ.",
    "Thanh toán theo Nghị định số 75/2023/NĐ-CP của Chính phủ xong trước ngày 01 tháng 5 năm 2026.",
    "Chế độ tiền thưởng theo Nghị định số 73/2024/NĐ-CP\nNgày 09 tháng 12 năm 2025, Bộ Nội vụ có hướng dẫn.",
    "Trước đó không lâu, ngày 13 tháng 3 năm 1958, trường được lập theo Quyết định số 15/QĐ-UBND ngày 05/3/2020 của UBND tỉnh.",
]

TRUE_CITATIONS = [
    "Nghị định số 137/2020/NĐ-CP của Thủ tướng Chính phủ về quản lý pháo.",
    "Nghị định số 137/2020/NĐ-CP do Thủ tướng Chính phủ ban hành về quản lý pháo.",
    "Luật Đấu thầu số 22/2023/QH15 ngày 26/6/2014.",
    "NGHỊ ĐỊNH SỐ 73/2024/NĐ-CP NGÀY 09 THÁNG 12 NĂM 2025",
    "TP. Huế, ngày 13 tháng 3 năm 2018\nCăn cứ Quyết định số 15/QĐ-UBND ngày 05/3/2020 của UBND tỉnh;",
]

COUNTS = [
    "Quận 2 gồm ba khu phố: Hưng Lợi, Hưng Phú, Hưng Thạnh.",
    "Trụ sở 2: Lê Lợi, Bình Dương, Thuận An.",
    "Có 3 cá nhân là PGS Trần Tuấn Thanh, GS.TSKH Trần Diệu, GS.TSKH Trần Đình Long.",
    "Đã qua 4 giai đoạn:\n- Giai đoạn một: xây dựng.\n- Giai đoạn hai: phát triển.\nKết quả rất tốt.\n- Giai đoạn ba: mở rộng.",
    "Quy trình gồm 3 bước:\na) Định hướng.\nb) Chi tiết.\nQuy hoạch này được công bố.\nc) Triển khai.",
    "Chi cục có 03 đơn vị, gồm:\n+ Văn phòng; Phòng Nghiệp vụ;\n+ Phòng Quản lý rủi ro.",
    "Chia thành 03 nhóm, gồm:\n- Nhóm rà soát chung;\n- Nhóm của thành phố và nhóm của tỉnh.",
]

TRUE_COUNTS = [
    "Quy trình gồm 3 bước:\na) Định hướng.\nb) Chi tiết.\nQuy hoạch này được công bố.",
    "Đơn vị có 3 giai đoạn:\n- Giai đoạn một.\n- Giai đoạn hai.\nCác giải pháp:\n- Giải pháp một.",
]


@pytest.mark.parametrize("text", [*SUMS, *WORDS, *CITATIONS, *COUNTS])
def test_what_is_no_fault_is_no_error(text: str) -> None:
    """A finding that is wrong costs more trust than one that is missing."""
    assert _errors(text) == []


@pytest.mark.parametrize("text", [*TRUE_SUMS, *TRUE_CITATIONS, *TRUE_COUNTS])
def test_what_is_a_fault_is_still_found(text: str) -> None:
    """What excuses the one does not excuse the other."""
    assert len(_errors(text)) == 1, text
