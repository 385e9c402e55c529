"""Rules about the documents that a plan names (viện dẫn văn bản): number, date, type and issuer that fit together."""

import re
from collections.abc import Iterator
from datetime import date

import attrs

from khcn_plan.language import Text
from khcn_plan.law.register import DECREE_30, REGISTER
from khcn_plan.law.source import CONSISTENCY, LegalDocument, Period
from khcn_plan.model import Citation, Frame, Plan, Reading
from khcn_plan.notation import NotationError, dates, names, symbols
from khcn_plan.notation.pattern import late
from khcn_plan.notation.symbols import DocumentNumber
from khcn_plan.rules.plan import agreed_year
from khcn_plan.rules.rule import Informed, Rule, RuleSet, Severity, rule
from khcn_plan.rules.verdict import HELD, Verdict, fault

CITING = DECREE_30.at("Phụ lục I, mục II.6")
_DATE = late(r"ngày\s+\d{1,2}(?:\s*[/.-]\s*\d{1,2}\s*[/.-]\s*|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4,5}", re.IGNORECASE)


def _cite(
    kind: str, number: DocumentNumber, issued: date | None = None, *, issuer: str = "", title: str = ""
) -> Citation:
    return Citation(kind=kind, number=number, issued=issued, issuer=issuer, title=title)


_NUMBER = DocumentNumber(number="12", kind="QĐ", organ="UBND")
_NORMS = _cite(
    "Quyết định",
    DocumentNumber(number="09", year=2015, kind="QĐ", organ="UBND"),
    date(2015, 8, 6),
    issuer="UBND tỉnh",
    title="về định mức",
)


@rule(
    "citation.year",
    on=Citation,
    severity=Severity.ERROR,
    title=Text(vi="Năm trong số hiệu là năm ban hành", en="The year in the number is the year of the date"),
    why=Text(
        vi="Văn bản quy phạm pháp luật ban hành năm nào thì đánh số theo năm đó; lệch năm là gõ nhầm số hoặc ngày.",
        en="A normative document is numbered in the year in which it is issued; a difference is a slip in one of the two.",
    ),
    message=Text(
        vi="Số {number} mang năm {year} nhưng ngày ban hành ghi {issued:date}.",
        en="The number {number} bears the year {year}, the date says {issued:date}.",
    ),
    fails=_cite("Quyết định", DocumentNumber(number="09", year=2015, kind="QĐ", organ="UBND"), date(2016, 8, 6)),
    passes=_cite("Quyết định", DocumentNumber(number="09", year=2015, kind="QĐ", organ="UBND"), date(2015, 8, 6)),
)
def year_differs(citation: Citation, _on: date) -> Iterator[Verdict]:
    """Compare the two years."""
    number, issued = citation.number, citation.issued
    if number and number.year and issued:
        values = {"number": str(number), "year": number.year, "issued": issued}
        yield HELD if number.year == issued.year else fault(**values)


@rule(
    "citation.date",
    on=Citation,
    severity=Severity.ERROR,
    title=Text(vi="Ngày của văn bản được viện dẫn có thật", en="The date of a cited document is possible"),
    why=Text(
        vi="Ngày không có trong lịch là lỗi gõ phím; người đọc không tìm được văn bản.",
        en="A day that no calendar has is a slip; nobody can find the document by it.",
    ),
    message=Text(vi="Trong lịch không có {day:quote}.", en="There is no {day:quote}."),
    fails=Citation(
        kind="Quyết định",
        number=DocumentNumber(number="12", kind="QĐ", organ="UBND"),
        written="Quyết định số 12/QĐ-UBND ngày 31/02/2022;",
    ),
    passes=Citation(
        kind="Quyết định",
        number=DocumentNumber(number="12", kind="QĐ", organ="UBND"),
        written="Quyết định số 12/QĐ-UBND ngày 28/02/2022;",
    ),
)
def date_impossible(citation: Citation, _on: date) -> Iterator[Verdict]:
    """Read the date as written, where the reading of the citation found none."""
    if citation.issued is None and (match := _DATE().search(citation.written)):
        yield HELD if _is_date(match[0]) else fault(day=match[0])


@rule(
    "citation.future",
    on=Citation,
    severity=Severity.ERROR,
    title=Text(
        vi="Văn bản được viện dẫn không ban hành sau văn bản này", en="What is cited is older than what cites it"
    ),
    why=Text(
        vi="Không thể căn cứ vào văn bản ban hành sau mình; thường là gõ nhầm năm.",
        en="Nothing can rest on a document issued after it; most often a year is mistyped.",
    ),
    message=Text(
        vi="Văn bản được viện dẫn ban hành ngày {issued:date}, sau ngày của văn bản này ({on:date}).",
        en="The document cited was issued on {issued:date}, after the date of this one ({on:date}).",
    ),
    fails=_cite("Quyết định", DocumentNumber(number="2286", kind="QĐ", organ="UBND"), date(9000, 12, 14)),
    passes=_cite("Quyết định", DocumentNumber(number="2286", kind="QĐ", organ="UBND"), date(1990, 12, 14)),
)
def date_in_future(citation: Citation, on: date) -> Iterator[Verdict]:
    """Compare the date with the day of the document that cites; a year that the number contradicts is another fault."""
    contradicted = citation.issued and citation.number and citation.number.year not in {None, citation.issued.year}
    if citation.issued and not contradicted and on < date.max:
        yield fault(issued=citation.issued, on=on) if citation.issued > on else HELD


@rule(
    "citation.kind",
    on=Citation,
    severity=Severity.ERROR,
    title=Text(vi="Loại văn bản khớp với ký hiệu", en="The type fits the symbol"),
    why=Text(
        vi="Ký hiệu của Quyết định là QĐ, của Nghị quyết là NQ: hai bên khác nhau thì một bên sai.",
        en="A decision's symbol is QĐ, a resolution's NQ: where the two differ, one is wrong.",
    ),
    message=Text(
        vi="Viết là {kind:quote} nhưng ký hiệu {symbol:quote} là của {due:quote}.",
        en="It says {kind:quote}, but the symbol {symbol:quote} is that of {due:quote}.",
    ),
    fails=_cite("Quyết định", DocumentNumber(number="112", kind="NQ", organ="HĐND")),
    passes=_cite("Nghị quyết", DocumentNumber(number="112", kind="NQ", organ="HĐND")),
)
def kind_differs(citation: Citation, _on: date) -> Iterator[Verdict]:
    """Hold the type as written to the one that the abbreviation stands for."""
    number = citation.number
    due = _KINDS.get(number.kind) if number and number.grammar is not symbols.Grammar.PARTY else None
    kind = names.key(citation.kind)
    if due and kind in map(names.key, _KINDS.values()):
        same = names.key(due) == kind
        values = {"kind": citation.kind, "symbol": str(citation.number), "due": due}
        yield HELD if same else fault(**values)


@rule(
    "citation.issuer",
    on=Citation,
    severity=Severity.ERROR,
    title=Text(vi="Cơ quan ban hành khớp với ký hiệu", en="The issuer fits the symbol"),
    why=Text(
        vi="HĐND ra nghị quyết số …/NQ-HĐND, UBND ra quyết định số …/QĐ-UBND: hai bên khác nhau thì một bên sai.",
        en="A People's Council signs …-HĐND, a People's Committee …-UBND: where the two differ, one is wrong.",
    ),
    message=Text(
        vi="Viết là của {issuer:quote} nhưng ký hiệu {symbol:quote} là của {due}.",
        en="It is said to be by {issuer:quote}, but the symbol {symbol:quote} is that of {due}.",
    ),
    fails=_cite("Nghị quyết", DocumentNumber(number="112", kind="NQ", organ="HĐND"), issuer="UBND tỉnh Hà Giang"),
    passes=_cite(
        "Nghị quyết", DocumentNumber(number="112", kind="NQ", organ="HĐND"), issuer="Hội đồng nhân dân tỉnh Hà Giang"
    ),
)
def issuer_differs(citation: Citation, _on: date) -> Iterator[Verdict]:
    """Hold the issuer as written to the bodies that the symbol can mean, for the bodies that are told apart surely."""
    number = citation.number
    # A number of another type altogether is the fault of `citation.kind`.
    organ = number.organ if number and _KINDS.get(number.kind) in {None, citation.kind} else ""
    written = next((name for name, pattern in _ORGANS.items() if pattern().match(citation.issuer)), None)
    if organ in _ORGANS and written:
        values = {"issuer": citation.issuer, "symbol": str(citation.number), "due": organ}
        yield HELD if written == organ else fault(**values)


@rule(
    "citation.incomplete",
    on=(Frame, Reading),
    severity=Severity.WARNING,
    title=Text(vi="Viện dẫn ghi đủ số, ngày, cơ quan, trích yếu", en="A document is cited in full"),
    why=Text(
        vi="Lần viện dẫn đầu phải ghi tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu; luật thì chỉ cần tên.",
        en="A first citation gives type, number, date, issuer and title; a law only its name.",
    ),
    message=Text(vi="Viện dẫn {basis:quote} thiếu: {missing}.", en="The citation {basis:quote} lacks: {missing}."),
    ground=CITING,
    fails=Frame(
        bases=(
            _cite(
                "Quyết định",
                DocumentNumber(number="2286", kind="QĐ", organ="UBND"),
                date(2022, 12, 14),
                issuer="UBND tỉnh",
            ),
        )
    ),
    passes=Frame(bases=(Citation(kind="Luật", title="Ngân sách nhà nước"),)),
)
def citation_incomplete(subject: Frame | Reading, _on: date) -> Iterator[Verdict]:
    """Name what a basis lacks; in the content of a plan, what a first mention without a date lacks."""
    if isinstance(subject, Reading):
        yield from _undated(subject)
        return
    normative = subject.number is not None and subject.number.normative
    for index, basis in enumerate(() if normative else subject.bases):
        missing = () if basis.kind in _LAWS or not basis.kind else _missing(basis)
        yield fault("bases", index, basis=_title(basis), missing=", ".join(missing)) if missing else HELD


def _undated(reading: Reading) -> Iterator[Verdict]:
    """Judge the documents that a plan names for the first time; a date tells which of a year's many one is meant."""
    seen = {str(basis.number) for basis in reading.document.frame.bases}
    for index, citation in enumerate(reading.document.citations if reading.plan else ()):
        if citation.number and citation.kind and citation.kind not in _LAWS and str(citation.number) not in seen:
            seen.add(str(citation.number))
            missing = [part for part in _missing(citation) if part != "trích yếu"]
            at = ("document", "citations", index)
            lacking = {"basis": _title(citation), "missing": ", ".join(missing)}
            yield fault(*at, **lacking) if "ngày ban hành" in missing else HELD


def _title(citation: Citation) -> str:
    return f"{citation.kind} {citation.number or ''}".strip()


@rule(
    "citation.symbol",
    on=Citation,
    severity=Severity.WARNING,
    title=Text(vi="Số, ký hiệu viết đúng quy cách", en="Number and symbol are well formed"),
    why=Text(
        vi="Giữa số, năm, ký hiệu không có khoảng trắng; công văn và kế hoạch không mang năm; viết TTg, không viết Ttg.",
        en="No spaces inside; plans and letters bear no year; TTg, not Ttg.",
    ),
    message=Text(
        vi="Số, ký hiệu {symbol:quote} viết sai quy cách; đúng là {due:quote}.",
        en="The symbol {symbol:quote} is misshapen; {due:quote} is right.",
    ),
    ground=DECREE_30.at("Phụ lục I, mục II.3"),
    fails=_cite(
        "Quyết định", DocumentNumber(number="919", kind="QĐ", organ="TTg", written="919/QĐ-Ttg"), date(2019, 8, 1)
    ),
    passes=_cite("Quyết định", DocumentNumber(number="919", kind="QĐ", organ="TTg"), date(2019, 8, 1)),
)
def symbol_misshapen(citation: Citation, _on: date) -> Iterator[Verdict]:
    """Compare the symbol as printed with the same symbol well formed."""
    number = citation.number
    if number and number.number and number.kind and not citation.written.isupper():
        year = None if number.kind in _NEVER_NORMATIVE else number.year
        organ = "TTg" if number.organ.casefold() == "ttg" else number.organ
        due = str(attrs.evolve(number, year=year, organ=organ, grammar=_without_year(number, year), written=""))
        yield HELD if due == symbols.latin(str(number)) else fault(symbol=str(number), due=due)


@rule(
    "citation.letters",
    on=Citation,
    severity=Severity.WARNING,
    title=Text(vi="Số, ký hiệu chỉ có chữ cái La-tinh", en="A symbol has Latin letters only"),
    why=Text(
        vi="Chữ С, Р của bảng chữ cái Kirin trông như C, P, nhưng tìm số, ký hiệu trong văn bản sẽ không ra.",
        en="Cyrillic С and Р look like C and P, but whoever searches for the symbol does not find it.",
    ),
    message=Text(
        vi="Số, ký hiệu {symbol:quote} có chữ {letters:quote} của bảng chữ cái Kirin; cần gõ lại bằng chữ La-tinh.",
        en="The symbol {symbol:quote} has {letters:quote} in Cyrillic letters; they are to be typed anew.",
    ),
    ground=CONSISTENCY,
    fails=_cite("Nghị quyết", DocumentNumber(number="17", kind="NQ", organ="CP", written="17/NQ-СР"), date(2019, 3, 7)),
    passes=_cite(
        "Nghị quyết", DocumentNumber(number="17", kind="NQ", organ="CP", written="17/NQ-CP"), date(2019, 3, 7)
    ),
)
def symbol_in_other_letters(citation: Citation, _on: date) -> Iterator[Verdict]:
    """Compare the symbol letter by letter with the one that it looks like."""
    if citation.number:
        written = str(citation.number)
        pairs = zip(written, symbols.latin(written), strict=True)
        letters = "".join(one for one, latin in pairs if one != latin)
        yield fault(symbol=written, letters=letters) if letters else HELD


@rule(
    "citation.duplicate",
    on=Frame,
    severity=Severity.WARNING,
    title=Text(vi="Mỗi căn cứ nêu một lần", en="Every legal basis is cited once"),
    why=Text(
        vi="Căn cứ lặp lại là dấu vết của chép từ văn bản cũ.",
        en="A basis cited twice is left over from copying an older document.",
    ),
    message=Text(vi="Căn cứ {symbol:quote} được nêu hai lần.", en="The basis {symbol:quote} is cited twice."),
    fails=Frame(bases=(_NORMS, _NORMS)),
    passes=Frame(bases=(_NORMS, attrs.evolve(_NORMS, issued=date(2015, 8, 9), issuer="UBND huyện"))),
)
def basis_twice(frame: Frame, _on: date) -> Iterator[Verdict]:
    """Compare number, date and issuer."""
    seen: set[tuple[str, date | None, str]] = set()
    for index, basis in enumerate(frame.bases):
        if basis.number:
            key = str(basis.number), basis.issued, names.key(basis.issuer)
            yield fault("bases", index, symbol=key[0]) if key in seen else HELD
            seen.add(key)


@rule(
    "citation.guidance-year",
    on=Plan,
    severity=Severity.WARNING,
    title=Text(vi="Văn bản hướng dẫn là của năm kế hoạch", en="The guidance is for the year of the plan"),
    why=Text(
        vi="Công văn hướng dẫn xây dựng kế hoạch năm nào chỉ dùng cho năm đó; căn cứ chép từ năm trước hay sót năm.",
        en="Guidance is written for one year; a basis copied from last year's plan keeps the old one.",
    ),
    message=Text(
        vi="Kế hoạch năm {plan} nhưng căn cứ {symbol:quote} hướng dẫn cho năm {year}.",
        en="The plan is for {plan}, but the basis {symbol:quote} guides the year {year}.",
    ),
    fails=Plan(
        year=2023,
        frame=Frame(
            bases=(
                _cite(
                    "Công văn",
                    DocumentNumber(number="383", organ="SKHCN", unit="QLKH"),
                    date(2021, 4, 29),
                    issuer="Sở KH&CN",
                    title="hướng dẫn xây dựng kế hoạch năm 2022",
                ),
            )
        ),
    ),
    passes=Plan(
        year=2023,
        frame=Frame(
            bases=(
                _cite(
                    "Công văn",
                    DocumentNumber(number="383", organ="SKHCN", unit="QLKH"),
                    date(2022, 4, 29),
                    issuer="Sở KH&CN",
                    title="hướng dẫn xây dựng kế hoạch năm 2023",
                ),
            )
        ),
    ),
)
def guidance_of_other_year(plan: Plan, _on: date) -> Iterator[Verdict]:
    """Read the last year in the title of a basis that guides the drawing up of a plan."""
    planned = agreed_year(plan)
    for index, basis in enumerate(plan.frame.bases if plan.frame else ()):
        match = _GUIDANCE().search(basis.title)
        if planned and match:
            year = int(match[1])
            values = {"plan": planned, "symbol": str(basis.number or basis.kind), "year": year}
            yield HELD if year == planned else fault("frame", "bases", index, **values)


def citations_in_force(register: tuple[LegalDocument, ...]) -> Rule:
    """Make the rule `citation.repealed`: no document is cited as live that another has replaced.

    Documents that a year does not tell apart (a number restarts every year) are recognised by their date.
    """
    replaced = tuple(document for document in register if document.replaced_by and document.period.until)
    return Rule(
        name="citation.repealed",
        on=(Citation,),
        severity=Severity.WARNING,
        title=Text(vi="Văn bản được viện dẫn còn hiệu lực", en="What is cited is still in force"),
        why=Text(
            vi="Căn cứ hết hiệu lực là lỗi được xếp hàng đầu khi kiểm tra văn bản.",
            en="A repealed basis is the fault that reviewers of documents rank first.",
        ),
        message=Text(
            vi="{symbol} đã hết hiệu lực (có hiệu lực đến hết ngày {until:date}); văn bản thay thế là {heir}.",
            en="{symbol} was in force until {until:date}; {heir} replaced it.",
        ),
        grounds=(CONSISTENCY,),
        fails=_cite("Nghị quyết", DocumentNumber(number="30c", kind="NQ", organ="CP")),
        passes=_cite("Nghị quyết", DocumentNumber(number="76", kind="NQ", organ="CP"), date(2021, 7, 15)),
        period=Period(),
        judge=Informed(_in_force, replaced),
    )


def _in_force(replaced: tuple[LegalDocument, ...], citation: Citation, on: date) -> Iterator[Verdict]:
    """Look the citation up by its number and compare the end of its period with the day."""
    number = _full_number(citation)
    document = next((one for one in reversed(replaced) if one.number == number), None)
    until = document.period.until if document else None
    if document and until and on < date.max and _unmistakable(citation, document):
        late = until < on
        yield fault(symbol=document.number, until=until, heir=document.replaced_by) if late else HELD


# Types that are never abbreviated otherwise; TT, say, was once Tờ trình too, and CT may be a tax office.
_KINDS = {"QĐ": "Quyết định", "NQ": "Nghị quyết", "NĐ": "Nghị định", "KH": "Kế hoạch", "CTr": "Chương trình"}
_NEVER_NORMATIVE = frozenset({"KH", "TB", "BC", "TTr", "CTr", "ĐA", "PA"})
_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
_ORGANS = {
    "HĐND": late(r"HĐND|Hội đồng nhân dân", re.IGNORECASE),
    "UBND": late(r"(?:Chủ tịch )?(?:UBND|(?:Ủy|Uỷ) ban nhân dân)", re.IGNORECASE),
    "TTg": late(r"Thủ tướng", re.IGNORECASE),
    "CP": late(r"Chính phủ", re.IGNORECASE),
}
_GUIDANCE = late(r"hướng dẫn.{0,40}xây dựng.*năm (20\d\d)(?!\s*[-–])", re.IGNORECASE | re.DOTALL)


def _missing(basis: Citation) -> tuple[str, ...]:
    parts = {
        "số, ký hiệu": basis.number,
        "ngày ban hành": basis.issued or _DATE().search(basis.written),
        "cơ quan ban hành": basis.issuer,
        "trích yếu": basis.title,
    }
    return tuple(name for name, value in parts.items() if not value)


def _is_date(text: str) -> bool:
    try:
        dates.read(text)
    except NotationError:
        return False
    return True


def _without_year(number: symbols.DocumentNumber, year: int | None) -> symbols.Grammar:
    return number.grammar if year == number.year else symbols.Grammar.ADMINISTRATIVE


def _full_number(citation: Citation) -> str:
    """Return number and symbol; "36a của Chính phủ" is 36a/NQ-CP, its letter makes the number unmistakable."""
    number = citation.number
    if number is None:
        return ""
    short = number.number[-1:].isalpha() and not number.organ and citation.issuer.startswith("Chính phủ")
    return f"{number.number}/NQ-CP" if short else str(number)


def _unmistakable(citation: Citation, document: LegalDocument) -> bool:
    """Tell whether it is this document: by its date, else by a year or a letter in its number."""
    if citation.issued and document.issued:
        return citation.issued == document.issued
    number = citation.number
    return number is not None and (number.year is not None or number.number[-1:].isalpha())


RULES = RuleSet(
    (
        year_differs,
        date_impossible,
        date_in_future,
        kind_differs,
        issuer_differs,
        citation_incomplete,
        symbol_misshapen,
        symbol_in_other_letters,
        basis_twice,
        guidance_of_other_year,
        citations_in_force(REGISTER),
    )
)
