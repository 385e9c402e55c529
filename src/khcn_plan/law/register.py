"""The legal documents that rules rest on and that plans cite (danh mục văn bản), with what was seen of their dates.

A document's period ends only where its end was seen in a source; what is merely probable is left open. Callers add
documents by constructing more of the same: `REGISTER + (MINE,)`.
"""

from datetime import date

from khcn_plan.language import Text
from khcn_plan.law.source import LegalDocument, Period

SEEN = date(2026, 10, 31)
"""The day on which the addresses were last looked at."""

DECREE_30 = LegalDocument(
    number="30/2020/NĐ-CP",
    name=Text(vi="Nghị định về công tác văn thư", en="Decree on records work"),
    issued=date(2020, 3, 5),
    period=Period(date(2020, 3, 5)),
    address="https://github.com/ericphan28/van-ban-plus",
    checked=SEEN,
)
ACCOUNTING_LAW = LegalDocument(
    number="88/2015/QH13",
    name=Text(vi="Luật Kế toán", en="Law on Accounting"),
    period=Period(date(2017, 1, 1)),
    address="http://hethongphapluat.vn/luat-ke-toan-2015/chuong-2/muc-1",
    checked=SEEN,
)
DECREE_174 = LegalDocument(
    number="174/2016/NĐ-CP",
    name=Text(vi="Nghị định hướng dẫn Luật Kế toán", en="Decree detailing the Law on Accounting"),
    period=Period(date(2017, 1, 1)),
    address="https://hethongphapluat.com/nghi-dinh-174-2016-nd-cp-huong-dan-luat-ke-toan/dieu-4",
    checked=SEEN,
)
SCIENCE_LAW_2013 = LegalDocument(
    number="29/2013/QH13",
    name=Text(vi="Luật Khoa học và Công nghệ", en="Law on Science and Technology"),
    issued=date(2013, 6, 18),
    period=Period(until=date(2025, 9, 30)),
    replaced_by="93/2025/QH15",
    address="http://hethongphapluat.vn/luat-khoa-hoc-va-cong-nghe-nam-2013/chuong-6",
    checked=SEEN,
)
SCIENCE_LAW_2025 = LegalDocument(
    number="93/2025/QH15",
    name=Text(vi="Luật Khoa học, công nghệ và đổi mới sáng tạo", en="Law on Science, Technology and Innovation"),
    period=Period(date(2025, 10, 1)),
    address="https://hethongphapluat.vn/luat-khoa-hoc-cong-nghe-va-doi-moi-sang-tao-2025/chuong-2/muc-1",
    checked=SEEN,
)
BUDGET_LAW_2015 = LegalDocument(
    number="83/2015/QH13",
    name=Text(vi="Luật Ngân sách nhà nước", en="State Budget Law"),
    issued=date(2015, 6, 25),
    period=Period(until=date(2025, 12, 31)),
    replaced_by="89/2025/QH15",
    address="https://dbndhatinh.vn/",
    checked=SEEN,
)
BUDGET_LAW_2025 = LegalDocument(
    number="89/2025/QH15",
    name=Text(vi="Luật Ngân sách nhà nước", en="State Budget Law"),
    period=Period(date(2026, 1, 1)),
    address="https://dbndhatinh.vn/",
    checked=SEEN,
)
DECREE_265 = LegalDocument(
    number="265/2025/NĐ-CP",
    name=Text(
        vi="Nghị định về tài chính và đầu tư trong khoa học, công nghệ và đổi mới sáng tạo",
        en="Decree on finance and investment in science, technology and innovation",
    ),
    issued=date(2025, 10, 14),
    period=Period(date(2025, 10, 14)),
    address="https://nhansu.vn/van-ban-phap-luat/Nghi-dinh-265-2025-ND-CP-huong-dan-Luat-Khoa-hoc-Cong-nghe-va-Doi-moi-sang-tao-677342.html",
    checked=SEEN,
)
COST_NORMS_2007 = LegalDocument(
    number="44/2007/TTLT-BTC-BKHCN",
    name=Text(vi="Thông tư liên tịch về định mức dự toán", en="Joint circular on cost norms"),
    issued=date(2007, 5, 7),
    period=Period(until=date(2015, 6, 7)),
    replaced_by="55/2015/TTLT-BTC-BKHCN",
    address="https://vietjack.me/phap-luat/thong-tu-lien-tich-55-2015-ttlt-btc-bkhcn/chuong-iii-13423.html",
    checked=SEEN,
)
COST_NORMS_2015 = LegalDocument(
    number="55/2015/TTLT-BTC-BKHCN",
    name=Text(vi="Thông tư liên tịch về định mức dự toán", en="Joint circular on cost norms"),
    issued=date(2015, 4, 22),
    period=Period(date(2015, 6, 8)),
    address="https://vietjack.me/phap-luat/thong-tu-lien-tich-55-2015-ttlt-btc-bkhcn/chuong-iii-13423.html",
    checked=SEEN,
)
COST_NORMS_2023 = LegalDocument(
    number="03/2023/TT-BTC",
    name=Text(vi="Thông tư về lập dự toán nhiệm vụ khoa học", en="Circular on estimates of research tasks"),
    issued=date(2023, 1, 10),
    period=Period(date(2023, 2, 26)),
    address="https://www.danang.gov.vn/web/guest/chinh-quyen/chi-tiet?id=52239&_c=100000059",
    checked=SEEN,
)
LUMP_SUM_SPENDING = LegalDocument(
    number="27/2015/TTLT-BKHCN-BTC",
    name=Text(vi="Thông tư liên tịch về khoán chi", en="Joint circular on lump-sum spending"),
    issued=date(2015, 12, 30),
    period=Period(date(2016, 2, 15)),
    address="https://thuvienphapluat.vn/",
    checked=SEEN,
)
TRAVEL_COSTS_2010 = LegalDocument(
    number="97/2010/TT-BTC",
    name=Text(vi="Thông tư về chế độ công tác phí, hội nghị", en="Circular on travel and conference costs"),
    period=Period(until=date(2017, 6, 30)),
    replaced_by="40/2017/TT-BTC",
    address="https://lawnet.vn/thong-tin-phap-luat/en/chinh-sach-moi/vietnam-payment-of-rents-for-lodgings-in-work-trip-destinations-132315.html",
    checked=SEEN,
)
TRAVEL_COSTS_2017 = LegalDocument(
    number="40/2017/TT-BTC",
    name=Text(vi="Thông tư về chế độ công tác phí, hội nghị", en="Circular on travel and conference costs"),
    issued=date(2017, 4, 28),
    period=Period(date(2017, 7, 1)),
    address="https://lawnet.vn/thong-tin-phap-luat/en/chinh-sach-moi/vietnam-payment-of-rents-for-lodgings-in-work-trip-destinations-132315.html",
    checked=SEEN,
)
BUDGET_INDEX = LegalDocument(
    number="324/2016/TT-BTC",
    name=Text(vi="Thông tư về Mục lục ngân sách nhà nước", en="Circular on the state budget index"),
    issued=date(2016, 12, 21),
    period=Period(date(2017, 2, 4)),
    address="https://thuvienphapluat.vn/van-ban/Tai-chinh-nha-nuoc/Van-ban-hop-nhat-27-VBHN-BTC-2022-Thong-tu-He-thong-muc-luc-ngan-sach-nha-nuoc-548365.aspx",
    checked=SEEN,
)
OCOP_PROGRAMME_2018 = LegalDocument(
    number="490/QĐ-TTg",
    name=Text(vi="Chương trình OCOP giai đoạn 2018-2020", en="OCOP programme 2018–2020"),
    issued=date(2018, 5, 7),
    period=Period(date(2018, 5, 7)),
    address="https://vietnamhoinhap.vn/",
    checked=SEEN,
)
OCOP_PROGRAMME_2022 = LegalDocument(
    number="919/QĐ-TTg",
    name=Text(vi="Chương trình OCOP giai đoạn 2021-2025", en="OCOP programme 2021–2025"),
    issued=date(2022, 8, 1),
    period=Period(date(2022, 8, 1)),
    address="https://vietnamhoinhap.vn/",
    checked=SEEN,
)
OCOP_CRITERIA_2019 = LegalDocument(
    number="1048/QĐ-TTg",
    name=Text(vi="Bộ tiêu chí đánh giá, phân hạng sản phẩm OCOP", en="OCOP criteria"),
    issued=date(2019, 8, 21),
    period=Period(date(2019, 8, 21), date(2023, 2, 23)),
    replaced_by="148/QĐ-TTg",
    address="https://ciptek.vn/bo-tieu-chi-ocop/",
    checked=SEEN,
)
OCOP_CRITERIA_2020 = LegalDocument(
    number="781/QĐ-TTg",
    name=Text(vi="Sửa đổi Bộ tiêu chí OCOP", en="Amendment of the OCOP criteria"),
    issued=date(2020, 6, 8),
    period=Period(date(2020, 6, 8), date(2023, 2, 23)),
    replaced_by="148/QĐ-TTg",
    address="https://proatc.vn/phan-hang-nhom-san-pham-ocop/",
    checked=SEEN,
)
OCOP_CRITERIA_2023 = LegalDocument(
    number="148/QĐ-TTg",
    name=Text(vi="Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm OCOP", en="OCOP criteria and procedure"),
    issued=date(2023, 2, 24),
    period=Period(date(2023, 2, 24), date(2026, 5, 21)),
    replaced_by="26/2026/QĐ-TTg",
    address="https://ieem.vn/phan-hang-quy-trinh-va-trinh-tu-danh-gia-san-pham-ocop-16321.html",
    checked=SEEN,
)
OCOP_CRITERIA_2025 = LegalDocument(
    number="1489/QĐ-TTg",
    name=Text(vi="Sửa đổi Quyết định 148/QĐ-TTg", en="Amendment of Decision 148/QĐ-TTg"),
    issued=date(2025, 7, 6),
    period=Period(date(2025, 7, 6), date(2026, 5, 21)),
    replaced_by="26/2026/QĐ-TTg",
    address="http://tintuc.thuvienphapluat.com/thong-bao-van-ban-moi/email/89478/",
    checked=SEEN,
)
OCOP_CRITERIA_2026 = LegalDocument(
    number="26/2026/QĐ-TTg",
    name=Text(vi="Tiêu chí đánh giá, phân hạng sản phẩm OCOP", en="OCOP criteria"),
    issued=date(2026, 5, 22),
    period=Period(date(2026, 5, 22)),
    address="https://vanban.chinhphu.vn/?classid=1&docid=218267&orggroupid=3&pageid=27160",
    checked=SEEN,
)
REFORM_PROGRAMME_2011 = LegalDocument(
    number="30c/NQ-CP",
    name=Text(
        vi="Chương trình tổng thể cải cách hành chính nhà nước 2011-2020",
        en="Master programme of administrative reform 2011–2020",
    ),
    period=Period(until=date(2021, 7, 14)),
    replaced_by="76/NQ-CP",
    address="https://english.luatvietnam.vn/",
    checked=SEEN,
)
REFORM_PROGRAMME_2021 = LegalDocument(
    number="76/NQ-CP",
    name=Text(
        vi="Chương trình tổng thể cải cách hành chính nhà nước 2021-2030",
        en="Master programme of administrative reform 2021–2030",
    ),
    issued=date(2021, 7, 15),
    period=Period(date(2021, 7, 15)),
    address="https://english.luatvietnam.vn/",
    checked=SEEN,
)
EGOVERNMENT_2015 = LegalDocument(
    number="36a/NQ-CP",
    name=Text(vi="Nghị quyết về Chính phủ điện tử", en="Resolution on e-government"),
    issued=date(2015, 10, 14),
    period=Period(date(2015, 10, 14), date(2019, 3, 6)),
    replaced_by="17/NQ-CP",
    address="https://mic.gov.vn/",
    checked=SEEN,
)
EGOVERNMENT_2019 = LegalDocument(
    number="17/NQ-CP",
    name=Text(vi="Nghị quyết về phát triển Chính phủ điện tử", en="Resolution on developing e-government"),
    issued=date(2019, 3, 7),
    period=Period(date(2019, 3, 7)),
    address="https://mic.gov.vn/",
    checked=SEEN,
)
PROPERTY_LAW = LegalDocument(
    number="50/2005/QH11",
    name=Text(vi="Luật Sở hữu trí tuệ", en="Law on Intellectual Property"),
    address="https://thuvienphapluat.vn/hoi-dap-phap-luat/3F1BF-hd-bang-doc-quyen-kieu-dang-cong-nghiep-co-hieu-luc-bao-lau.html",
    checked=SEEN,
)
PROVINCES_2025 = LegalDocument(
    number="202/2025/QH15",
    name=Text(vi="Nghị quyết về sắp xếp đơn vị hành chính cấp tỉnh", en="Resolution on the 34 provinces"),
    issued=date(2025, 6, 12),
    period=Period(date(2025, 6, 12)),
    address="https://vnexpress.net/quoc-hoi-chot-ca-nuoc-con-34-tinh-thanh-pho-4897740.html",
    checked=SEEN,
)
TWO_LEVELS_2025 = LegalDocument(
    number="203/2025/QH15",
    name=Text(
        vi="Nghị quyết sửa đổi, bổ sung một số điều của Hiến pháp",
        en="Resolution amending the Constitution: two levels of local government",
    ),
    period=Period(date(2025, 7, 1)),
    address="https://vnexpress.net/quoc-hoi-chot-ca-nuoc-con-34-tinh-thanh-pho-4897740.html",
    checked=SEEN,
)

REGISTER: tuple[LegalDocument, ...] = (
    ACCOUNTING_LAW,
    BUDGET_INDEX,
    BUDGET_LAW_2015,
    BUDGET_LAW_2025,
    COST_NORMS_2007,
    COST_NORMS_2015,
    COST_NORMS_2023,
    DECREE_30,
    DECREE_174,
    DECREE_265,
    EGOVERNMENT_2015,
    EGOVERNMENT_2019,
    LUMP_SUM_SPENDING,
    OCOP_CRITERIA_2019,
    OCOP_CRITERIA_2020,
    OCOP_CRITERIA_2023,
    OCOP_CRITERIA_2025,
    OCOP_CRITERIA_2026,
    OCOP_PROGRAMME_2018,
    OCOP_PROGRAMME_2022,
    PROPERTY_LAW,
    PROVINCES_2025,
    REFORM_PROGRAMME_2011,
    REFORM_PROGRAMME_2021,
    SCIENCE_LAW_2013,
    SCIENCE_LAW_2025,
    TRAVEL_COSTS_2010,
    TRAVEL_COSTS_2017,
    TWO_LEVELS_2025,
)
