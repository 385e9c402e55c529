"""Documents that a plan names (viện dẫn), and among them its legal bases (căn cứ pháp lý).

Decree 30/2020/NĐ-CP wants a first citation to give type, number, date, issuer and title, laws and ordinances without
number and issuer. What an author left out is `None` here, and a finding elsewhere.
"""

from datetime import date

import attrs

from khcn_plan import values
from khcn_plan.model.place import Span, placed
from khcn_plan.notation.symbols import DocumentNumber


@attrs.frozen(kw_only=True)
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

    kind: str = ""
    number: DocumentNumber | None = None
    issued: date | None = None
    issuer: str = ""
    title: str = ""
    written: str = ""
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr
