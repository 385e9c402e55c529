"""The parts of an administrative document that Decree 30/2020/NĐ-CP prescribes around its content (thể thức văn bản).

What stands there is kept as written beside what it means, because a fault of form is a fault of what is written.
"""

from calendar import monthrange
from datetime import date

import attrs

from khcn_plan.model import fields
from khcn_plan.model.citation import Citation
from khcn_plan.model.passage import Passage
from khcn_plan.model.place import Span
from khcn_plan.notation.dates import PartialDate
from khcn_plan.notation.symbols import DocumentNumber


@attrs.frozen(repr=False)
class DateLine:
    """Place and date of issue (địa danh và thời gian ban hành).

    Attributes:
        locality: the place named (địa danh): "Quang Bình".
        day: its date (ngày ban hành); where day or month is left blank, a partial one.
        written: the line as it stands in the text (nguyên văn).
    """

    locality: str = attrs.field(validator=fields.a(str))
    day: date | PartialDate = attrs.field(validator=fields.a(date, PartialDate))
    written: str = attrs.field(default="", kw_only=True, validator=fields.a(str))
    place: Span | None = fields.place()

    __repr__ = fields.sparse_repr


@attrs.frozen(repr=False)
class Signature:
    """The signature block (chữ ký của người có thẩm quyền).

    Attributes:
        lines: authority and post, line by line (quyền hạn, chức vụ): ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH").
        signer: the name below (người ký).
    """

    lines: tuple[str, ...] = attrs.field(validator=fields.each(str))
    signer: str = attrs.field(default="", validator=fields.a(str))
    place: Span | None = fields.place()

    __repr__ = fields.sparse_repr


@attrs.frozen(repr=False)
class Annex:
    """An annex (phụ lục) that the text points to or that is attached to it.

    Attributes:
        title: how it is called (tên phụ lục), as written: "biểu phụ lục 2 TK2-1".
        cited: the main text points to it (được viện dẫn).
        attached: it stands behind the main text (có kèm theo).
        number: number of the document that it says it belongs to (số, ký hiệu văn bản chính): "Kèm theo Kế hoạch số …"; left
            empty on electronic ones.
        issued: date of that document, as the annex states it (ngày của văn bản chính).
    """

    title: str = attrs.field(validator=fields.a(str))
    cited: bool = attrs.field(default=False, kw_only=True, validator=fields.a(bool))
    attached: bool = attrs.field(default=False, kw_only=True, validator=fields.a(bool))
    number: DocumentNumber | None = attrs.field(default=None, kw_only=True, validator=fields.optional(DocumentNumber))
    issued: date | None = attrs.field(default=None, kw_only=True, validator=fields.optional(date))
    place: Span | None = fields.place()

    __repr__ = fields.sparse_repr


@attrs.frozen(kw_only=True, repr=False)
class Frame:
    """What surrounds the content of a document, in the order of Decree 30, article 8 (thể thức văn bản).

    Attributes:
        superior: the body above the issuer (cơ quan chủ quản).
        issuer: the issuing body (cơ quan ban hành).
        number: number and symbol (số, ký hiệu); a number left blank is `""` in it.
        dated: place and date of issue (địa danh và thời gian ban hành).
        kind: the type of document (tên loại), as written: "KẾ HOẠCH".
        subject: what it is about (trích yếu).
        addressees: whom it is addressed to (Kính gửi).
        bases: its legal bases (căn cứ), in order.
        annexes: the annexes cited or attached (phụ lục).
        closing: the last paragraph of the content (đoạn kết).
        recipients: the list under "Nơi nhận", line by line (nơi nhận), as written.
        signature: the signature block (chữ ký).
        number_place: where the number was read.
    """

    superior: str = attrs.field(default="", validator=fields.a(str))
    issuer: str = attrs.field(default="", validator=fields.a(str))
    number: DocumentNumber | None = attrs.field(default=None, validator=fields.optional(DocumentNumber))
    dated: DateLine | None = attrs.field(default=None, validator=fields.optional(DateLine))
    kind: str = attrs.field(default="", validator=fields.a(str))
    subject: str = attrs.field(default="", validator=fields.a(str))
    addressees: tuple[str, ...] = attrs.field(default=(), validator=fields.each(str))
    bases: tuple[Citation, ...] = attrs.field(default=(), validator=fields.each(Citation))
    annexes: tuple[Annex, ...] = attrs.field(default=(), validator=fields.each(Annex))
    closing: Passage | None = attrs.field(default=None, validator=fields.optional(Passage))
    recipients: tuple[Passage, ...] = attrs.field(default=(), validator=fields.each(Passage))
    signature: Signature | None = attrs.field(default=None, validator=fields.optional(Signature))
    number_place: Span | None = fields.place()
    place: Span | None = fields.place()

    __repr__ = fields.sparse_repr

    @property
    def issued(self) -> date | None:
        """The day of issue; where day or month is blank, the last day that it can be."""
        day = self.dated.day if self.dated else None
        if not isinstance(day, PartialDate):
            return day
        month = day.month or 12
        return date(day.year, month, monthrange(day.year, month)[1])
