"""Rules about the frame of a document (thể thức văn bản), as Decree 30/2020/NĐ-CP prescribes it; they are named `document.…`."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

import attrs

from khcn_plan.language import Text
from khcn_plan.law.form import DOCUMENT_TYPES, IssuerKind, issuer_kind
from khcn_plan.law.places import DISTRICT_BODY, NO_DISTRICTS, RENAMINGS
from khcn_plan.law.register import DECREE_30
from khcn_plan.law.source import Period
from khcn_plan.model import Annex, Citation, DateLine, Frame, Passage, Signature
from khcn_plan.model.tree import Key
from khcn_plan.notation import dates, names
from khcn_plan.notation.dates import PartialDate
from khcn_plan.notation.pattern import late
from khcn_plan.notation.symbols import DocumentNumber, Grammar
from khcn_plan.rules.rule import RuleSet, Severity, rule
from khcn_plan.rules.verdict import HELD, Verdict, fault

_NUMBERING = DECREE_30.at("Điều 15 và Phụ lục I, mục II.3")
_SIGNING = DECREE_30.at("Điều 13 và Phụ lục I, mục II.7")
_UBND = "Ủy ban nhân dân huyện Quang Bình"
_DEPUTY = Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn An")


def _bases(*marks: str) -> Frame:
    titles = ("Tổ chức chính quyền địa phương", "Ngân sách nhà nước")
    return Frame(
        bases=tuple(
            Citation(kind="Luật", title=title, written=f"Căn cứ Luật {title}{mark}")
            for title, mark in zip(titles, marks, strict=True)
        )
    )


def _annexed(number: str, day: date) -> Frame:
    own = DocumentNumber(number="15", kind="KH", organ="UBND")
    annex = Annex("Phụ lục", attached=True, number=attrs.evolve(own, number=number), issued=day)
    return Frame(number=own, dated=DateLine("Quang Bình", date(2023, 2, 15)), annexes=(annex,))


_ENACTING = late(r",?\s*QUYẾT (?:ĐỊNH|NGHỊ)\s*:?$")


@rule(
    "document.number-blank",
    on=Frame,
    severity=Severity.WARNING,
    title=Text(vi="Văn bản đã ký có số", en="A signed document has a number"),
    why=Text(
        vi="Bản thảo được để trống số; văn bản đã có người ký thì văn thư phải ghi số.",
        en="A draft may leave the number blank; once signed, the registry gives it.",
    ),
    message=Text(
        vi="Số văn bản để trống ({written:quote}) dù đã có tên người ký.",
        en="The number is left blank ({written:quote}), though a signer is named.",
    ),
    ground=_NUMBERING,
    fails=Frame(number=DocumentNumber(kind="KH", organ="UBND"), signature=_DEPUTY, issuer=_UBND),
    passes=Frame(number=DocumentNumber(kind="KH", organ="UBND")),
)
def number_blank(frame: Frame, _on: date) -> Iterator[Verdict]:
    """Speak only where the document looks issued: a signer is named."""
    if frame.number is not None and frame.signature is not None and frame.signature.signer:
        yield HELD if frame.number.number else fault("number", written=str(frame.number))


@rule(
    "document.day-blank",
    on=Frame,
    severity=Severity.WARNING,
    title=Text(vi="Văn bản đã ký có ngày", en="A signed document has a date"),
    why=Text(
        vi="Ngày ban hành cho biết xét văn bản theo quy định nào; bản đã ký mà để trống ngày thì không biết được.",
        en="The day of issue decides which law applies; a signed document without it leaves that open.",
    ),
    message=Text(
        vi="Ngày ban hành để trống ({written:quote}) dù đã có tên người ký.",
        en="The day of issue is left blank ({written:quote}), though a signer is named.",
    ),
    ground=_NUMBERING,
    fails=Frame(
        dated=DateLine("Quang Bình", dates.PartialDate(2023, 2), written="Quang Bình, ngày tháng 02 năm 2023"),
        signature=_DEPUTY,
        issuer=_UBND,
    ),
    passes=Frame(dated=DateLine("Quang Bình", dates.PartialDate(2023, 2))),
)
def day_blank(frame: Frame, _on: date) -> Iterator[Verdict]:
    """Speak only where the document looks issued: a signer is named."""
    if frame.dated is not None and frame.signature is not None and frame.signature.signer:
        written = frame.dated.written or dates.write(frame.dated.day)
        yield HELD if isinstance(frame.dated.day, date) else fault("dated", written=written)


@rule(
    "document.number",
    on=Frame,
    severity=Severity.WARNING,
    title=Text(vi="Số dưới 10 có số 0 ở trước", en="A number below 10 is padded"),
    why=Text(
        vi="Số văn bản dưới 10 phải ghi thêm số 0 phía trước.",
        en="The number of a document below 10 is written with a leading zero.",
    ),
    message=Text(
        vi="Số ghi là {number:quote}; đúng là {due:quote}.", en="The number is {number:quote}; {due:quote} is right."
    ),
    ground=_NUMBERING,
    fails=Frame(number=DocumentNumber(number="9", kind="KH", organ="UBND")),
    passes=Frame(number=DocumentNumber(number="09", kind="KH", organ="UBND")),
)
def number_unpadded(frame: Frame, _on: date) -> Iterator[Verdict]:
    """Look at the document's own number only; in citations both forms occur."""
    number = frame.number.number if frame.number else ""
    if number:
        short = len(number) == 1 and number.isdigit()
        yield fault("number", number=number, due=f"0{number}") if short else HELD


@rule(
    "document.date-form",
    on=DateLine,
    severity=Severity.WARNING,
    title=Text(vi="Ngày dưới 10 và tháng 1, 2 có số 0", en="Days below 10 and months 1 and 2 are padded"),
    why=Text(
        vi="Thêm số 0 để không sửa được ngày 1 thành 11, tháng 2 thành 12; tháng 3 đến 9 không thêm.",
        en="The zero keeps 1 from becoming 11 and month 2 from becoming 12; months 3 to 9 need none.",
    ),
    message=Text(vi="Ghi {written:quote}; đúng là {due:quote}.", en="It says {written:quote}; {due:quote} is right."),
    ground=DECREE_30.at("Phụ lục I, mục II.4"),
    fails=DateLine("Hà Giang", date(2023, 2, 5), written="Hà Giang, ngày 5 tháng 2 năm 2023"),
    passes=DateLine("Hà Giang", date(2023, 3, 15), written="Hà Giang, ngày 15 tháng 3 năm 2023"),
)
def date_unpadded(line: DateLine, _on: date) -> Iterator[Verdict]:
    """Compare the digits as written with those of the prescribed form."""
    found = re.findall(r"(?:ngày|tháng)\s+(\d+)", line.written)
    due = re.findall(r"(?:ngày|tháng) (\d+)", dates.write(line.day))
    if found and len(found) == len(due):
        yield HELD if found == due else fault(written=line.written, due=dates.write(line.day))


@rule(
    "document.kind-symbol",
    on=Frame,
    severity=Severity.WARNING,
    title=Text(vi="Tên loại khớp với ký hiệu", en="The type fits the symbol"),
    why=Text(
        vi="Ký hiệu lấy từ bảng chữ viết tắt tên loại văn bản: kế hoạch là KH, không mang năm.",
        en="The symbol comes from the table of abbreviations: a plan's is KH, without a year.",
    ),
    message=Text(
        vi="Văn bản là {kind:quote} nhưng số, ký hiệu là {symbol:quote}.",
        en="The document is a {kind:quote}, but its symbol is {symbol:quote}.",
    ),
    ground=DECREE_30.at("Phụ lục III"),
    fails=Frame(kind="KẾ HOẠCH", number=DocumentNumber(number="15", kind="QĐ", organ="UBND")),
    passes=Frame(kind="KẾ HOẠCH", number=DocumentNumber(number="15", kind="KH", organ="UBND")),
)
def kind_unlike_symbol(frame: Frame, _on: date) -> Iterator[Verdict]:
    """Look the type up in annex III and compare; a plan bears no year, a consolidated text (VBHN) the type of what it holds."""
    kind = names.key(frame.kind)
    abbreviation = next((short for short, name in DOCUMENT_TYPES.items() if names.key(name) == kind), None)
    if abbreviation and frame.number and frame.number.grammar is not Grammar.CONSOLIDATED:
        yearly = abbreviation == "KH" and frame.number.year is not None
        right = frame.number.kind == abbreviation and not yearly
        yield HELD if right else fault("number", kind=frame.kind, symbol=str(frame.number))


@rule(
    "document.bases-punctuation",
    on=Frame,
    severity=Severity.WARNING,
    title=Text(vi="Căn cứ kết thúc bằng “;”, căn cứ cuối bằng “.”", en="Bases end with “;”, the last with “.”"),
    why=Text(
        vi="Mỗi căn cứ một dòng, cuối dòng có dấu chấm phẩy, dòng cuối cùng kết thúc bằng dấu chấm.",
        en="Every basis stands on its own line, ended by a semicolon, the last one by a full stop.",
    ),
    message=Text(
        vi="Căn cứ thứ {wrong} kết thúc sai dấu: các căn cứ kết thúc bằng “;”, căn cứ cuối bằng “.”.",
        en="Wrong mark at the end of basis {wrong}: bases end with “;”, the last with “.”.",
    ),
    ground=DECREE_30.at("Phụ lục I, mục II.6.a"),
    fails=_bases(".", "."),
    passes=_bases(";", "."),
)
def bases_punctuation(frame: Frame, _on: date) -> Iterator[Verdict]:
    """Compare the closing marks line by line, in one finding at the first that is wrong; an enacting word hides a mark."""
    closed = groupby(enumerate(basis.written.rstrip() for basis in frame.bases), key=lambda pair: pair[1])
    lines = [next(same) for _, same in closed]
    if lines and all(text for _, text in lines) and not _normative(frame):
        due = ";" * (len(lines) - 1) + "."
        wrong = {
            number: index
            for number, ((index, text), mark) in enumerate(zip(lines, due, strict=True), start=1)
            if not text.endswith(mark) and not _ENACTING().search(text)
        }
        yield fault("bases", min(wrong.values()), wrong=", ".join(map(str, wrong))) if wrong else HELD


@rule(
    "document.bases-authority",
    on=Frame,
    severity=Severity.INFO,
    title=Text(vi="Có căn cứ về thẩm quyền", en="One basis gives the authority"),
    why=Text(
        vi="Căn cứ ban hành gồm văn bản quy định thẩm quyền của cơ quan và văn bản quy định nội dung.",
        en="The bases are the documents that give the issuer its authority and those that regulate the content.",
    ),
    message=Text(
        vi="Trong {count:number} căn cứ đã nêu không có căn cứ về thẩm quyền của UBND (Luật Tổ chức chính quyền địa phương).",
        en="The bases cited ({count:number}) give no authority to the committee (Law on Organisation of Local Government).",
    ),
    ground=DECREE_30.at("Phụ lục I, mục II.6.a"),
    fails=Frame(issuer=_UBND, bases=(Citation(kind="Luật", title="Ngân sách nhà nước"),)),
    passes=Frame(issuer=_UBND, bases=(Citation(kind="Luật", title="Tổ chức chính quyền địa phương"),)),
)
def authority_missing(frame: Frame, _on: date) -> Iterator[Verdict]:
    """Look for a law that organises local government, or its forerunner, among the bases of a committee."""
    if frame.bases and issuer_kind(frame.issuer) is IssuerKind.COLLECTIVE:
        stated = any(_AUTHORITY().search(f"{basis.title} {basis.written}") for basis in frame.bases)
        yield HELD if stated else fault("bases", 0, count=len(frame.bases))


@rule(
    "document.signature",
    on=Frame,
    severity=Severity.WARNING,
    title=Text(vi="Thể thức ký đúng với cơ quan ban hành", en="The signature block fits the issuer"),
    why=Text(
        vi="Ủy ban nhân dân làm việc theo chế độ tập thể: người đứng đầu ký thay mặt (TM.); "
        "cấp phó ký vừa thay mặt tập thể vừa thay người đứng đầu (TM. và KT.).",
        en="A committee works as a collective: its head signs on its behalf (TM.); "
        "a deputy signs on its behalf and for the head (TM. and KT.).",
    ),
    message=Text(
        vi="Chữ ký ghi {found:quote}; văn bản của {issuer} phải có dòng “TM. ỦY BAN NHÂN DÂN”.",
        en="The signature says {found:quote}; a document of {issuer} needs the line “TM. ỦY BAN NHÂN DÂN”.",
    ),
    ground=_SIGNING,
    fails=Frame(issuer=_UBND, signature=Signature(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn An")),
    passes=Frame(issuer="Chủ tịch UBND huyện", signature=Signature(("CHỦ TỊCH",), "Nguyễn Văn An")),
)
def signature_misfits(frame: Frame, _on: date) -> Iterator[Verdict]:
    """Ask for TM. where a collective issues and its head or deputy signs; TL. and TUQ. sign by their own right."""
    lines = frame.signature.lines if frame.signature else ()
    chairman = frame.number is not None and frame.number.organ.startswith("CT")
    if lines and issuer_kind(frame.issuer) is IssuerKind.COLLECTIVE and not chairman:
        leads = lines[0].upper().startswith(("TM", "T/M", "TL", "TUQ", "T.M"))
        yield HELD if leads else fault("signature", found=" / ".join(lines), issuer=frame.issuer)


@rule(
    "document.signer-title",
    on=Signature,
    severity=Severity.INFO,
    title=Text(vi="Trước tên người ký không ghi học vị", en="No academic title before a signer's name"),
    why=Text(
        vi="Trước họ tên người ký không ghi học hàm, học vị, danh hiệu, trừ lực lượng vũ trang, trường học, y tế, khoa học.",
        en="No title stands before a signer's name, save in the armed forces, schools, health and science.",
    ),
    message=Text(
        vi="Trước tên người ký ghi {title:quote}; theo thể thức thì không ghi.",
        en="The signer bears the title {title:quote}; it is left out.",
    ),
    ground=DECREE_30.at("Phụ lục I, mục II.7"),
    fails=Signature(("CHỦ TỊCH",), "ThS. Nguyễn Văn An"),
    passes=Signature(("CHỦ TỊCH",), "Nguyễn Văn An"),
)
def signer_titled(signature: Signature, _on: date) -> Iterator[Verdict]:
    """Look for the usual abbreviations before the name."""
    if signature.signer:
        match = _TITLE().match(signature.signer)
        yield fault("signer", title=match[0].strip()) if match else HELD


@rule(
    "document.recipients",
    on=Frame,
    severity=Severity.INFO,
    title=Text(
        vi="Dòng cuối Nơi nhận là “Lưu: VT, đơn vị soạn thảo.”", en="Recipients end with “Lưu: VT, drafting unit.”"
    ),
    why=Text(
        vi="Dòng cuối ghi nơi lưu: văn thư và chữ viết tắt tên đơn vị soạn thảo, kết thúc bằng dấu chấm.",
        en="The last line says where the file is kept: the registry and the drafting unit, ended by a full stop.",
    ),
    message=Text(
        vi="Dòng cuối Nơi nhận là {found:quote}; đúng là “- Lưu: VT, <đơn vị soạn thảo>.”.",
        en="The last recipient is {found:quote}; “- Lưu: VT, <drafting unit>.” is right.",
    ),
    ground=DECREE_30.at("Phụ lục I, mục II.9"),
    fails=Frame(recipients=(Passage("- Sở Khoa học và Công nghệ;"), Passage("- Lưu: VT."))),
    passes=Frame(recipients=(Passage("- Sở Khoa học và Công nghệ;"), Passage("- Lưu: VT, KTHT."))),
)
def recipients_unfinished(frame: Frame, _on: date) -> Iterator[Verdict]:
    """Look at the last line only."""
    if frame.recipients:
        last = len(frame.recipients) - 1
        found = frame.recipients[last].text
        yield HELD if _KEPT().match(found) else fault("recipients", last, found=found)


@rule(
    "document.annex",
    on=Annex,
    severity=Severity.WARNING,
    title=Text(vi="Phụ lục nêu trong văn bản có kèm theo", en="An annex that is cited is attached"),
    why=Text(
        vi="Số liệu ở phụ lục là một phần của văn bản; thiếu phụ lục thì không kiểm tra được.",
        en="The figures of an annex are part of the document; without it they can't be checked.",
    ),
    message=Text(
        vi="Văn bản ghi có {title:quote} kèm theo nhưng không thấy phụ lục đó.",
        en="The text points to {title:quote}, which is not attached.",
    ),
    ground=DECREE_30.at("Phụ lục I, mục III"),
    fails=Annex("biểu phụ lục 2", cited=True),
    passes=Annex("Phụ lục II", cited=True, attached=True),
)
def annex_absent(annex: Annex, _on: date) -> Iterator[Verdict]:
    """Compare what is cited with what is there."""
    if annex.cited:
        yield HELD if annex.attached else fault(title=annex.title)


@rule(
    "document.annex-number",
    on=Frame,
    severity=Severity.INFO,
    title=Text(vi="Phụ lục đánh số La Mã", en="Annexes bear Roman numerals"),
    why=Text(
        vi="Có từ hai phụ lục trở lên thì đánh số bằng chữ số La Mã.",
        en="Two or more annexes are numbered with Roman numerals.",
    ),
    message=Text(
        vi="Phụ lục ghi {title:quote}; có nhiều phụ lục thì đánh số La Mã.",
        en="The annex is called {title:quote}; where there are several they bear Roman numerals.",
    ),
    ground=DECREE_30.at("Phụ lục I, mục III"),
    fails=Frame(annexes=(Annex("Phụ lục 1", attached=True), Annex("Phụ lục 2", attached=True))),
    passes=Frame(annexes=(Annex("Phụ lục I", attached=True), Annex("Phụ lục II", attached=True))),
)
def annex_in_arabic(frame: Frame, _on: date) -> Iterator[Verdict]:
    """Look for an Arabic numeral where there is more than one annex."""
    if len(frame.annexes) > 1:
        wrong = next((i for i, annex in enumerate(frame.annexes) if _ARABIC_ANNEX().search(annex.title)), None)
        yield HELD if wrong is None else fault("annexes", wrong, title=frame.annexes[wrong].title)


@rule(
    "document.annex-parent",
    on=Frame,
    severity=Severity.WARNING,
    title=Text(vi="Phụ lục ghi đúng số, ngày của văn bản", en="An annex gives the number and date of its document"),
    why=Text(
        vi="Dòng “Kèm theo” chép từ văn bản cũ làm phụ lục thành của văn bản khác.",
        en="A line “Kèm theo” left over from an older document makes the annex belong to that one.",
    ),
    message=Text(
        vi="{title} ghi kèm theo văn bản số {stated}, nhưng văn bản này là số {own}.",
        en="{title} says that it belongs to {stated}, but this document is {own}.",
    ),
    ground=DECREE_30.at("Phụ lục I, mục III"),
    fails=_annexed("14", date(2023, 2, 15)),
    passes=_annexed("15", date(2023, 2, 15)),
)
def annex_of_another(frame: Frame, _on: date) -> Iterator[Verdict]:
    """Compare numbers of the same type, then the dates; a slot left empty says nothing."""
    day = frame.dated.day if frame.dated else None
    for index, annex in enumerate(frame.annexes):
        if annex.number and frame.number and annex.number.kind == frame.number.kind:
            numbers = [number.number.lstrip("0") for number in (annex.number, frame.number)]
            same = _agree(*numbers) and _agree(annex.issued, day if isinstance(day, date) else None)
            parts = {"stated": _identity(annex.number, annex.issued), "own": _identity(frame.number, day)}
            yield HELD if same else fault("annexes", index, title=annex.title, **parts)


def _agree(stated: object, own: object) -> bool:
    return not stated or not own or stated == own


def _identity(number: DocumentNumber, day: date | PartialDate | None) -> str:
    return f"{number}, {dates.write(day, slashed=True)}" if day else str(number)


@rule(
    "document.level-abolished",
    on=Frame,
    severity=Severity.WARNING,
    title=Text(vi="Từ 01/7/2025 không còn cấp huyện", en="There are no districts since 01/7/2025"),
    why=Text(
        vi="Chính quyền địa phương chỉ còn hai cấp, tỉnh và xã; cơ quan cấp huyện không còn ban hành hay nhận văn bản.",
        en="Local government has two levels, province and commune; no district body issues or receives documents.",
    ),
    message=Text(
        vi="Nêu {body:quote}, nhưng từ 01/7/2025 không còn cơ quan cấp huyện.",
        en="It names {body:quote}, but there is no body of a district since 01/7/2025.",
    ),
    ground=NO_DISTRICTS,
    fails=Frame(issuer=_UBND),
    passes=Frame(issuer="Ủy ban nhân dân xã Quang Bình"),
)
def district_named(frame: Frame, _on: date) -> Iterator[Verdict]:
    """Look at the issuer and at every recipient."""
    lines: list[tuple[tuple[Key, ...], str]] = [(("issuer",), frame.issuer)]
    lines += [(("recipients", index), line.text) for index, line in enumerate(frame.recipients)]
    for at, line in lines:
        if line:
            match = DISTRICT_BODY().search(line)
            yield fault(*at, body=match[0]) if match else HELD


@rule(
    "document.organ-renamed",
    on=Frame,
    severity=Severity.WARNING,
    title=Text(vi="Tên cơ quan là tên hiện hành", en="Bodies bear their present names"),
    why=Text(
        vi="Các sở được hợp nhất và đổi tên năm 2025; gửi theo tên cũ là gửi cho cơ quan không còn.",
        en="Departments were merged and renamed in 2025; the old names are of bodies that are no more.",
    ),
    message=Text(
        vi="Nơi nhận ghi {old:quote}; nay là {new:quote}.", en="A recipient is {old:quote}; it is now {new:quote}."
    ),
    ground=DECREE_30.at("Phụ lục I, mục II.9"),
    period=Period(min(renaming.period.since or date.min for renaming in RENAMINGS)),
    fails=Frame(recipients=(Passage("- Sở Kế hoạch và Đầu tư;"), Passage("- Lưu: VT, KT."))),
    passes=Frame(recipients=(Passage("- Sở Tài chính;"), Passage("- Lưu: VT, KT."))),
)
def old_name(frame: Frame, on: date) -> Iterator[Verdict]:
    """Look for the old names among the recipients."""
    for index, line in enumerate(frame.recipients):
        stale = [r for r in RENAMINGS if r.period.holds(on) and r.old.casefold() in line.text.casefold()]
        yield fault("recipients", index, old=stale[0].old, new=stale[0].new) if stale else HELD


@rule(
    "document.end-mark",
    on=Frame,
    severity=Severity.INFO,
    title=Text(vi="Nội dung kết thúc bằng “./.”", en="The content ends with “./.”"),
    why=Text(
        vi="Mọi mẫu văn bản có tên loại kèm Nghị định 30 đều kết thúc phần nội dung bằng “./.”.",
        en="Every sample form of Decree 30 ends the content with “./.”.",
    ),
    message=Text(
        vi="Nội dung kết thúc bằng {end:quote}, không có “./.”.", en="The content ends {end:quote}, without “./.”."
    ),
    ground=DECREE_30.at("Phụ lục III, Mẫu 1.4"),
    fails=Frame(closing=Passage("Trên đây là kế hoạch năm 2023."), kind="KẾ HOẠCH"),
    passes=Frame(closing=Passage("Trên đây là kế hoạch năm 2023./."), kind="KẾ HOẠCH"),
)
def end_mark_missing(frame: Frame, _on: date) -> Iterator[Verdict]:
    """Look at the last paragraph before the recipients."""
    if frame.kind and frame.closing and not _normative(frame):
        end = frame.closing.text.rstrip()
        marked = re.search(r"\./\.?\W*$", end)
        yield HELD if marked else fault("closing", end="…" + end[-30:])


_AUTHORITY = late(r"[Tt]ổ chức (?:chính quyền địa phương|(?:HĐND|Hội đồng nhân dân))")
_TITLE = late(r"(?:GS|PGS|TS|ThS|Ths|CN|KS|BS|LS|NGƯT)\s*\.\s*")
_KEPT = late(r"\s*[-–+]?\s*Lưu\s*:?\s*VT\s*[,;]\s*\S.*\.\s*$", re.IGNORECASE)
_ARABIC_ANNEX = late(r"(?i)phụ lục (?:số )?\d")


def _normative(frame: Frame) -> bool:
    """Tell whether the document is a normative one, whose form other laws prescribe."""
    return frame.number is not None and frame.number.normative


RULES = RuleSet(
    (
        number_blank,
        day_blank,
        number_unpadded,
        date_unpadded,
        kind_unlike_symbol,
        bases_punctuation,
        authority_missing,
        signature_misfits,
        signer_titled,
        recipients_unfinished,
        annex_absent,
        annex_in_arabic,
        annex_of_another,
        district_named,
        old_name,
        end_mark_missing,
    )
)
