"""Documents that a plan names (viện dẫn), and among them its legal bases (căn cứ pháp lý).

Decree 30/2020/NĐ-CP wants a first citation to give type, number, date, issuer and title, laws and ordinances without
number and issuer. What an author left out is `None` here, and a finding elsewhere.
"""

from datetime import date

import attrs

from khcn_plan.model import fields
from khcn_plan.model.place import Span
from khcn_plan.notation.symbols import DocumentNumber


@attrs.frozen(kw_only=True, repr=False)
class Citation:
    """A document as the text names it (văn bản viện dẫn).

    Attributes:
        kind: its type as written (loại văn bản): "Quyết định", "Luật".
        number: its number and symbol (số, ký hiệu).
        issued: its date (ngày ban hành); None too where the date written is impossible, which `written` then shows.
        issuer: who issued it (cơ quan ban hành), as written.
        title: what it is about (trích yếu), as written.
        written: the whole citation as it stands in the text, its closing mark included (nguyên văn); empty if built in code.
    """

    kind: str = attrs.field(default="", validator=fields.a(str))
    number: DocumentNumber | None = attrs.field(default=None, validator=fields.optional(DocumentNumber))
    issued: date | None = attrs.field(default=None, validator=fields.optional(date))
    issuer: str = attrs.field(default="", validator=fields.a(str))
    title: str = attrs.field(default="", validator=fields.a(str))
    written: str = attrs.field(default="", validator=fields.a(str))
    place: Span | None = fields.place()

    __repr__ = fields.sparse_repr
