"""Rules about the text of a document (nội dung văn bản): its headings, its letters, and names written in one way.

What Decree 30/2020/NĐ-CP prescribes around the text is judged in `rules/frame.py`.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from khcn_plan.language import Text
from khcn_plan.law.register import DECREE_30
from khcn_plan.law.source import Period
from khcn_plan.model import Document, Passage, Plan, Reading, Section
from khcn_plan.model.tree import Key
from khcn_plan.notation import headings
from khcn_plan.rules import spelling
from khcn_plan.rules.rule import RuleSet, Severity, rule
from khcn_plan.rules.verdict import HELD, Verdict, fault

_HEADINGS = DECREE_30.at("Phụ lục I, mục II.6")
Placed = tuple[tuple[Key, ...], Section]


def _prose(*paragraphs: str) -> Reading:
    passages = tuple(map(Passage, (*paragraphs, "Tổ chức thực hiện.")))
    return Reading(Document(outline=(Section("", passages=passages),)), Plan())


def _outline(*numbers: str) -> Document:
    return Document(outline=tuple(Section(number, "Nội dung") for number in numbers))


@rule(
    "document.heading-sequence",
    on=Document,
    severity=Severity.WARNING,
    title=Text(vi="Đề mục đánh số liên tục", en="Headings count without gap or repeat"),
    why=Text(
        vi="Đề mục trùng hoặc nhảy số làm người đọc không viện dẫn được.",
        en="With a number used twice, or left out, nobody can refer to a heading.",
    ),
    message=Text(
        vi="Sau đề mục {before:quote} là {found:quote}; đúng là {due:quote}.",
        en="After the heading {before:quote} comes {found:quote}; {due:quote} is due.",
    ),
    ground=_HEADINGS,
    fails=_outline("I", "II", "II"),
    passes=_outline("I", "II", "III"),
)
def heading_out_of_sequence(document: Document, _on: date) -> Iterator[Verdict]:
    """Compare each heading with the one before it on the same level; behind a wrong one also with what was due there."""
    for siblings in _families(("outline",), document.outline):
        expected = ""
        for (_, before), (at, found) in pairwise(siblings):
            due = headings.due(before.number, found.number)
            if due is None or headings.first(found.number):
                expected = ""
                continue
            right = found.number in {due, expected and headings.due(expected, found.number)}
            values = {"before": before.number, "found": found.number, "due": due}
            yield HELD if right else fault(*at, **values)
            expected = "" if right else due


@rule(
    "document.heading-lone",
    on=Document,
    severity=Severity.INFO,
    title=Text(vi="Đã chia mục thì có từ hai mục con trở lên", en="A subdivision has two members"),
    why=Text(
        vi="Chia mục mà chỉ có một mục con thì không phải là chia.",
        en="A division into one part divides nothing.",
    ),
    message=Text(
        vi="Đề mục {parent:quote} chỉ có một mục con là {child:quote}.",
        en="The heading {parent:quote} has only one below it, {child:quote}.",
    ),
    ground=_HEADINGS,
    fails=Document(outline=(Section("I", "Nhiệm vụ", sections=(Section("1", "Quản lý"),)),)),
    passes=Document(outline=(Section("I", "Nhiệm vụ", sections=(Section("1", "Quản lý"), Section("2", "Ứng dụng"))),)),
)
def heading_lone(document: Document, _on: date) -> Iterator[Verdict]:
    """Look for numbered headings without a sibling."""
    for at, section in placed_sections(("outline",), document.outline):
        children = [(index, child) for index, child in enumerate(section.sections) if child.number]
        if section.number and children:
            index, child = children[0]
            lone = len(children) == 1 and headings.first(child.number)
            yield fault(*at, "sections", index, parent=section.number, child=child.number) if lone else HELD


@rule(
    "document.encoding",
    on=Document,
    severity=Severity.ERROR,
    title=Text(vi="Văn bản dùng bộ mã Unicode", en="The text is in Unicode"),
    why=Text(
        vi="Văn bản gõ bằng phông TCVN3 hoặc VNI không đọc được bằng máy; phải chuyển sang Unicode (TCVN 6909:2001).",
        en="Text in the encodings TCVN3 or VNI can't be read; it must be converted to Unicode (TCVN 6909:2001).",
    ),
    message=Text(
        vi="Văn bản được gõ theo bảng mã {encoding}; hãy chuyển sang Unicode rồi kiểm tra lại.",
        en="The text is encoded in {encoding}; convert it to Unicode and check again.",
    ),
    ground=DECREE_30.at("Phụ lục I, mục I"),
    period=Period(),  # a text that nobody can read has no day whose law could be asked
    fails=Document(encoding="TCVN3"),
    passes=Document(),
)
def not_unicode(document: Document, _on: date) -> Iterator[Verdict]:
    """Report the legacy encoding that the reading recognised."""
    if document.encoding:
        yield fault(encoding=document.encoding)


@rule(
    "document.name-variants",
    on=Reading,
    severity=Severity.INFO,
    title=Text(vi="Mỗi tên viết một cách", en="A name is written in one way"),
    why=Text(
        vi="Một cơ quan, một tiêu chuẩn viết hai cách làm người đọc tưởng là hai.",
        en="A body or a standard that is written in two ways looks like two.",
    ),
    message=Text(
        vi="Cùng một tên nhưng viết {count:number} cách: {forms:list}.",
        en="One name is written in {count:number} ways: {forms:list}.",
    ),
    fails=_prose(
        "Sở Khoa học và Công nghệ hướng dẫn.", "Gửi Sở Khoa học và Công nghệ.", "Đề nghị sở Khoa học và Công nghệ."
    ),
    passes=_prose(
        "Sở Khoa học và Công nghệ hướng dẫn.", "Phát triển khoa học và công nghệ.", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    ),
)
def name_variants(reading: Reading, _on: date) -> Iterator[Verdict]:
    """Gather the ways in which a name is written; speak once of a name, at the rarest of them."""
    for ways in spelling.names_in(texts(reading)):
        forms = tuple(way.form for way in ways)
        yield HELD if len(forms) == 1 else fault(*ways[-1].at, count=len(forms), forms=forms)


@rule(
    "document.tone-marks-mixed",
    on=Reading,
    severity=Severity.INFO,
    title=Text(vi="Dấu thanh đặt theo một kiểu", en="Tone marks are placed in one way"),
    why=Text(
        vi="“hóa” và “hoá” đều đúng; dùng cả hai trong một văn bản là dấu vết của sao chép.",
        en="“hóa” and “hoá” are both right; the two in one document are left over from copying.",
    ),
    message=Text(
        vi="Dấu thanh đặt hai kiểu, như {usual:quote} ({often:number} chữ) và {rare:quote} ({seldom:number} chữ).",
        en="Tone marks are placed in two ways, as in {usual:quote} ({often:number} words) and {rare:quote} ({seldom:number}).",
    ),
    fails=_prose("Cơ giới hóa, đơn giản hóa.", "Nhãn hiệu hàng hoá."),
    passes=_prose("Cơ giới hóa, đơn giản hóa.", "Hàng hóa, quỹ, quý, hoàn toàn."),
)
def tone_marks_mixed(reading: Reading, _on: date) -> Iterator[Verdict]:
    """Count both ways; where one is the exception, point at its first word."""
    ways = spelling.tones_in(texts(reading))
    if len(ways) == 1:
        yield HELD
    elif ways:
        usual, rare = ways
        values = {"usual": usual.form, "often": usual.times, "rare": rare.form, "seldom": rare.times}
        yield fault(*rare.at, **values)


def texts(reading: Reading) -> Iterator[tuple[tuple[Key, ...], str]]:
    """Yield what a plan's document says in running text, with its path: bases, headings, paragraphs, recipients."""
    if reading.plan is None:
        return
    document = reading.document
    for index, basis in enumerate(document.frame.bases):
        yield ("document", "frame", "bases", index), basis.written
    for at, section in placed_sections(("document", "outline"), document.outline):
        yield at, section.title
        yield from (((*at, "passages", index), passage.text) for index, passage in enumerate(section.passages))
    for index, line in enumerate(document.frame.recipients):
        yield ("document", "frame", "recipients", index), line.text


def placed_sections(at: tuple[Key, ...], sections: tuple[Section, ...]) -> Iterator[Placed]:
    """Yield every section with its path, in the order of the text."""
    for index, section in enumerate(sections):
        yield (*at, index), section
        yield from placed_sections((*at, index, "sections"), section.sections)


def _families(at: tuple[Key, ...], sections: tuple[Section, ...]) -> Iterator[list[Placed]]:
    """Yield every list of numbered sections that stand beside one another."""
    yield [((*at, index), section) for index, section in enumerate(sections) if section.number]
    for path, section in placed_sections(at, sections):
        below = (*path, "sections")
        yield [((*below, index), child) for index, child in enumerate(section.sections) if child.number]


RULES = RuleSet((heading_out_of_sequence, heading_lone, not_unicode, name_variants, tone_marks_mixed))
