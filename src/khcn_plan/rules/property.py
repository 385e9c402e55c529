"""Rules about industrial property (sở hữu công nghiệp): kinds that the law knows, dates in order, terms of protection."""

from collections.abc import Iterator
from datetime import date

from khcn_plan.language import Text
from khcn_plan.law.property import ARTICLE_93, anniversary, kind_named
from khcn_plan.law.register import PROPERTY_LAW
from khcn_plan.model import IndustrialProperty
from khcn_plan.rules.rule import RuleSet, Severity, rule
from khcn_plan.rules.verdict import HELD, Verdict, fault


@rule(
    "property.kind",
    on=IndustrialProperty,
    severity=Severity.WARNING,
    title=Text(vi="Đối tượng sở hữu công nghiệp đúng tên luật định", en="A kind of property that the law knows"),
    why=Text(
        vi="Mỗi đối tượng có tên, văn bằng và thời hạn riêng; tên không có trong luật thì không đăng ký được.",
        en="Every kind has its own title and term; one that the law does not know can't be registered.",
    ),
    message=Text(
        vi="Ghi {kind:quote} cho {item:quote}; Luật Sở hữu trí tuệ không có đối tượng này.",
        en="The Law on Intellectual Property knows no {kind:quote}, as stated here for {item:quote}.",
    ),
    ground=PROPERTY_LAW.at("Điều 93"),
    fails=IndustrialProperty("nhãn hiệu độc quyền", "rượu gạo men lá"),
    passes=IndustrialProperty("nhãn hiệu tập thể", "rượu gạo men lá"),
)
def kind_unknown(item: IndustrialProperty, _on: date) -> Iterator[Verdict]:
    """Look the kind up among those of the law."""
    if item.kind:
        yield HELD if kind_named(item.kind) else fault("kind", kind=item.kind, item=_named(item))


@rule(
    "property.order",
    on=IndustrialProperty,
    severity=Severity.ERROR,
    title=Text(vi="Cấp văn bằng sau ngày nộp đơn", en="Granted after filing"),
    why=Text(
        vi="Văn bằng được cấp sau khi đơn được thẩm định, không thể trước ngày nộp đơn.",
        en="A title is granted after the application was examined, never before it was filed.",
    ),
    message=Text(
        vi="Ngày cấp {granted:date} trước ngày nộp đơn {filed:date}.",
        en="Granted on {granted:date}, before the filing on {filed:date}.",
    ),
    fails=IndustrialProperty("nhãn hiệu", "chè", filed=date(2022, 5, 4), granted=date(2021, 5, 4), certificate="52107"),
    passes=IndustrialProperty(
        "nhãn hiệu", "chè", filed=date(2021, 5, 4), granted=date(2022, 5, 4), certificate="52107"
    ),
)
def granted_before_filed(item: IndustrialProperty, _on: date) -> Iterator[Verdict]:
    """Compare the two dates."""
    if item.filed and item.granted:
        early = item.granted < item.filed
        yield fault("granted", granted=item.granted, filed=item.filed) if early else HELD


@rule(
    "property.term",
    on=IndustrialProperty,
    severity=Severity.ERROR,
    title=Text(vi="Thời hạn bảo hộ tính từ ngày nộp đơn", en="The term of protection counts from filing"),
    why=Text(
        vi="Nhãn hiệu 10 năm, sáng chế 20 năm, giải pháp hữu ích 10 năm, kiểu dáng 5 năm kể từ ngày nộp đơn; "
        "nhãn hiệu và kiểu dáng được gia hạn.",
        en="Marks 10 years, inventions 20, utility solutions 10, designs 5, all from filing; marks and designs are renewed.",
    ),
    message=Text(
        vi="Đơn {kind:quote} nộp ngày {filed:date} ghi hết hạn {expires:date}; thời hạn là {term:number} năm từ ngày nộp đơn.",
        en="The {kind:quote} filed on {filed:date} is said to expire on {expires:date}; its term is {term:number} years.",
    ),
    ground=ARTICLE_93,
    fails=IndustrialProperty("sáng chế", "máy sao chè", filed=date(2015, 5, 4), expires=date(2037, 5, 4)),
    passes=IndustrialProperty("nhãn hiệu", "chè", filed=date(2015, 5, 4), expires=date(2035, 5, 4)),
)
def term_wrong(item: IndustrialProperty, _on: date) -> Iterator[Verdict]:
    """Accept every end that the first term or a renewal can give."""
    kind = kind_named(item.kind)
    if kind and kind.term and item.filed and item.expires:
        years = item.expires.year - item.filed.year
        whole = item.expires == anniversary(item.filed, item.expires.year)
        within = kind.longest is None or years <= kind.longest
        right = whole and years > 0 and years % kind.term == 0 and within
        values = {"kind": item.kind, "filed": item.filed, "expires": item.expires, "term": kind.term}
        yield HELD if right else fault("expires", **values)


@rule(
    "property.number-missing",
    on=IndustrialProperty,
    severity=Severity.WARNING,
    title=Text(vi="Đã cấp thì có số văn bằng", en="What was granted has a number"),
    why=Text(
        vi="Đề xuất thì chưa có số; đã cấp mà không ghi số văn bằng thì không kiểm tra được.",
        en="A proposal has no number yet; a grant without one can't be looked up.",
    ),
    message=Text(
        vi="{item:quote} được cấp văn bằng ngày {granted:date} nhưng không ghi số văn bằng.",
        en="{item:quote} was granted protection on {granted:date}, but no number is given.",
    ),
    fails=IndustrialProperty("nhãn hiệu", "chè", granted=date(2022, 5, 4)),
    passes=IndustrialProperty("nhãn hiệu", "chè"),
)
def number_missing(item: IndustrialProperty, _on: date) -> Iterator[Verdict]:
    """Ask for the number once a grant is stated."""
    if item.granted:
        yield HELD if item.certificate else fault("granted", item=_named(item), granted=item.granted)


def _named(item: IndustrialProperty) -> str:
    """Say which item it is: what it is for, else its sign, its owner or its kind."""
    return item.product or item.sign or item.owner or item.kind


RULES = RuleSet((kind_unknown, granted_before_filed, term_wrong, number_missing))
