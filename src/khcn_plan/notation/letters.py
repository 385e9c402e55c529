"""The letters of a text as they are meant (chuẩn hóa chữ): composed, without invisible characters, Đ for Ð.

Documents carry decomposed letters (NFD), zero-width spaces and soft hyphens inside words, and the Icelandic eth
where Đ was meant. A reader cleans its text and gives back the place of a fault in the text it was given.
"""

import unicodedata

INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
"""What `str.translate` takes out of a text: soft hyphens, spaces and joiners without width, byte order marks."""

_MEANT = INVISIBLE | {0x00D0: "Đ", 0x00F0: "đ"}


def clean(text: str) -> str:
    r"""Return the text composed (NFC), without invisible characters and with Đ for Ð.

    >>> clean("Ba tra\u0306m tri\u200bệu \u00d0ồng")
    'Ba trăm triệu Đồng'
    """
    return unicodedata.normalize("NFC", text.translate(_MEANT))


def origin(text: str, position: int) -> int:
    r"""Return the offset in `text` of a position in `clean(text)`.

    >>> clean("a\u200be\u0301c").index("c"), origin("a\u200be\u0301c", 2)
    (2, 4)
    """
    if text.isascii():
        return position
    length = start = 0
    for end, following in enumerate(f"{text[1:]}\n", start=1):
        if unicodedata.combining(following) or ord(following) in INVISIBLE:
            continue
        length += len(clean(text[start:end]))
        if length > position:
            return start
        start = end
    return len(text)
