"""Short plans around the sentences that a test is about (kế hoạch ngắn để thử)."""

from khcn_plan import Plan, Review
from khcn_plan.formats import text

HEAD = "KẾ HOẠCH\nKhoa học và công nghệ năm 2023\n"


def planned(sentences: str) -> Plan:
    """Read a plan whose planning part says this."""
    plan = text.read(f"{HEAD}I. KẾT QUẢ NĂM 2022\nTốt.\n{sentences}\n").plan
    assert plan is not None
    return plan


def reviewed(sentences: str) -> Review:
    """Read a plan whose review says this."""
    plan = text.read(f"{HEAD}I. KẾT QUẢ NĂM 2022\n{sentences}\nII. NHIỆM VỤ NĂM 2023\nIII. KHÁC\n").plan
    assert plan is not None
    assert plan.review is not None
    return plan.review
