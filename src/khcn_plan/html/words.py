"""The words of the page (lời trên trang kết quả): what an officer calls its parts, and the same in English."""

from collections.abc import Mapping

from khcn_plan.language import Text
from khcn_plan.rules.rule import Severity

WORDS: Mapping[str, Text] = {
    "title": Text(vi="Kết quả kiểm tra văn bản", en="What the check found"),
    "contents": Text(vi="Danh sách văn bản", en="The files"),
    "file": Text(vi="Văn bản", en="File"),
    "summary": Text(vi="Tổng hợp", en="Summary"),
    "findings": Text(vi="Những điểm cần xem lại", en="Findings"),
    "whole": Text(vi="Về toàn văn bản", en="About the whole document"),
    "each": Text(vi="Từng điểm cần xem lại", en="Each finding"),
    "text": Text(vi="Toàn văn", en="The document"),
    "unjudged": Text(vi="Không xét được", en="What could not be judged"),
    "unread": Text(vi="Những đoạn không nhận ra nội dung nào để kiểm tra", en="What was not understood"),
    "unusable": Text(vi="Không kiểm tra được", en="Could not be used"),
    "why": Text(vi="Giải thích", en="Explain"),
    "demand": Text(vi="Yêu cầu", en="Must hold"),
    "reason": Text(vi="Lý do", en="Why"),
    "ground": Text(vi="Căn cứ", en="Source"),
    "period": Text(vi="Hiệu lực", en="In force"),
    "rule": Text(vi="Quy tắc", en="Rule"),
    "to_text": Text(vi="đến chỗ được đánh dấu", en="to the place in the text"),
    "to_list": Text(vi="Về danh sách", en="Back to the list"),
    "to_top": Text(vi="Về đầu trang", en="Back to the top"),
    "note": Text(vi="điểm cần xem lại số", en="finding"),
    "foot": Text(
        vi="Kết quả do máy lập (khcn-plan), chỉ xét những gì đọc được từ văn bản; điều gì không xét được thì nêu rõ ở trên.",
        en="Made by khcn-plan. It judges what it could read; what could not be judged is named above.",
    ),
}
SEVERITIES: Mapping[Severity, Text] = {
    Severity.ERROR: Text(vi="Lỗi", en="Error"),
    Severity.WARNING: Text(vi="Cảnh báo", en="Warning"),
    Severity.INFO: Text(vi="Lưu ý", en="Note"),
}
COUNTS: Mapping[Severity, Text] = {
    Severity.ERROR: Text(vi="Lỗi", en="Errors"),
    Severity.WARNING: Text(vi="Cảnh báo", en="Warnings"),
    Severity.INFO: Text(vi="Lưu ý", en="Notes"),
}
NOTHING = Text(vi="Không phát hiện điểm nào cần xem lại.", en="Nothing was found.")
NO_ERRORS = Text(vi="Không phát hiện lỗi; có những điểm nên xem lại.", en="No errors were found.")
ITSELF = Text(
    vi="văn bản phải tự nhất quán, không cần viện dẫn quy định",
    en="a document must agree with itself, whatever the law",
)
LAW = Text(vi="Xét theo quy định có hiệu lực ngày {day:date}.", en="Judged under the law of {day:date}.")
NUMBER = Text(vi="Số: {number}", en="No. {number}")
LINE = Text(vi="Dòng {line}", en="Line {line}")
WHOLE = Text(vi="Toàn văn bản", en="The whole document")
FOLDED = Text(vi="Dòng {first}–{last}: không có điểm nào cần xem lại", en="Lines {first}–{last}: no findings")
MORE = Text(vi="Còn {n:number} điểm nữa", en="{n:number} more")
TIMES = Text(vi="{title}: {n:number} lần", en="{title}: {n:number}")
