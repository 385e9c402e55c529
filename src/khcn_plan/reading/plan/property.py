"""Industrial property that a review reports (sở hữu công nghiệp): marks, designs, inventions, and what they are for."""

import re
from collections.abc import Iterator, Sequence

from khcn_plan.model import IndustrialProperty
from khcn_plan.reading.document import DocumentReading
from khcn_plan.reading.plan.topics import Topic

_ITEM = re.compile(
    r"(?P<kind>nhãn hiệu(?:\s(?:chứng nhận|tập thể|độc quyền|liên kết|nổi tiếng))?|sáng chế|giải pháp hữu ích"
    r"|kiểu dáng công nghiệp|chỉ dẫn địa lý)"
    r"(?:\s+[“\"](?P<sign>[^”\"]{1,80})[”\"])?(?:\s+(?:dùng|được cấp))?"
    r"\s+cho\s+(?:các\s+)?(?:sản phẩm\s+)?(?P<product>[^;.,:]{2,120})",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[;,]\s*(?:và\s+)?sản phẩm\s+(?P<product>[^;.,:]{2,120})")


def read(source: DocumentReading, topics: Sequence[Topic]) -> Iterator[IndustrialProperty]:
    """Yield the objects of industrial property that the paragraphs name, further products of the same kind included."""
    for topic in topics:
        for paragraph in topic.everything:
            for match in _ITEM.finditer(paragraph.text):
                kind = match["kind"].casefold()
                place = source.lines.span(paragraph.start + match.start(), paragraph.start + match.end())
                yield IndustrialProperty(kind, match["product"].strip(), sign=match["sign"] or "", place=place)
                at = match.end()
                while following := _NEXT.match(paragraph.text, at):
                    place = source.lines.span(paragraph.start + at + 1, paragraph.start + following.end())
                    yield IndustrialProperty(kind, following["product"].strip(), place=place)
                    at = following.end()
