"""Industrial property (sở hữu công nghiệp): what a plan says was, or will be, filed for protection.

A record without numbers and dates is complete: plans often say no more than "đã đăng ký đề xuất". A term of protection
counts from filing, its effect begins with the grant, so both dates are kept.
"""

from datetime import date

import attrs

from khcn_plan import values
from khcn_plan.model.place import Span, placed


@attrs.frozen
class IndustrialProperty:
    """One object of industrial property (đối tượng sở hữu công nghiệp).

    Attributes:
        kind: its kind (loại đối tượng), as written: "nhãn hiệu chứng nhận".
        product: the product or work it is for (sản phẩm).
        sign: the sign or title to be protected (dấu hiệu, tên gọi): "Quang Bình".
        owner: the applicant or owner (chủ đơn, chủ sở hữu).
        application: number of the application (số đơn).
        filed: date of filing (ngày nộp đơn).
        certificate: number of the title (số văn bằng).
        granted: date of grant (ngày cấp).
        expires: the end of protection stated (ngày hết hạn bảo hộ).

    >>> IndustrialProperty("nhãn hiệu chứng nhận", "trà Xuân Minh", sign="Quang Bình")
    IndustrialProperty('nhãn hiệu chứng nhận', product='trà Xuân Minh', sign='Quang Bình')
    """

    kind: str
    product: str = ""
    sign: str = attrs.field(default="", kw_only=True)
    owner: str = attrs.field(default="", kw_only=True)
    application: str = attrs.field(default="", kw_only=True)
    filed: date | None = attrs.field(default=None, kw_only=True)
    certificate: str = attrs.field(default="", kw_only=True)
    granted: date | None = attrs.field(default=None, kw_only=True)
    expires: date | None = attrs.field(default=None, kw_only=True)
    place: Span | None = placed()

    __attrs_post_init__ = values.hold_types
    __hash__ = values.stated_hash
    __repr__ = values.sparse_repr
