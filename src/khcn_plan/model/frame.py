"""The parts of an administrative document that Decree 30/2020/NĐ-CP prescribes around its content (thể thức văn bản).

What stands there is kept as written beside what it means, because a fault of form is a fault of what is written.
"""

from datetime import date

import attrs

from khcn_plan import values
from khcn_plan.model.citation import Citation
from khcn_plan.model.passage import Passage
from khcn_plan.model.place import Span, placed
from khcn_plan.notation.dates import PartialDate
from khcn_plan.notation.symbols import DocumentNumber


@attrs.frozen
class DateLine:
    """Place and date of issue (địa danh và thời gian ban hành).

    Attributes:
        locality: the place named (địa danh): "Quang Bình".
        day: its date (ngày ban hành); where day or month is left blank, a partial one.
        written: the line as it stands in the text (nguyên văn).
    """

    locality: str
    day: date | PartialDate
    written: str = attrs.field(default="", kw_only=True)
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


@attrs.frozen
class Signature:
    """The signature block (chữ ký của người có thẩm quyền).

    Attributes:
        lines: authority and post, line by line (quyền hạn, chức vụ): ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH").
        signer: the name below (người ký).
    """

    lines: tuple[str, ...]
    signer: str = ""
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


@attrs.frozen
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

    title: str
    cited: bool = attrs.field(default=False, kw_only=True)
    attached: bool = attrs.field(default=False, kw_only=True)
    number: DocumentNumber | None = attrs.field(default=None, kw_only=True)
    issued: date | None = attrs.field(default=None, kw_only=True)
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr


@attrs.frozen(kw_only=True)
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

    superior: str = ""
    issuer: str = ""
    number: DocumentNumber | None = None
    dated: DateLine | None = None
    kind: str = ""
    subject: str = ""
    addressees: tuple[str, ...] = ()
    bases: tuple[Citation, ...] = ()
    annexes: tuple[Annex, ...] = ()
    closing: Passage | None = None
    recipients: tuple[Passage, ...] = ()
    signature: Signature | None = None
    number_place: Span | None = placed()
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr

    @property
    def issued(self) -> date | None:
        """The day of issue; where day or month is blank, the last day that it can be."""
        day = self.dated.day if self.dated else None
        return day.latest if isinstance(day, PartialDate) else day
