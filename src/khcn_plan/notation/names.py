"""When two spellings are one name (chuẩn hóa tên gọi): case, spacing, dashes and the place of the tone mark don't count.

"hoà" and "hòa", "Ủy" and "Uỷ" are the same syllables: the tone belongs to the syllable, not to one of its vowels.
"""

import unicodedata
from functools import lru_cache

from khcn_plan.notation.pattern import late

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE = late(f"[{_TONES}]")
_WORD = late(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """Return the form that all spellings of a name share.

    >>> key("Trà  hoà tan - Tiến Anh") == key("trà hòa tan – tiến anh"), key("Cam") == key("Cám")
    (True, False)
    """
    decomposed = unicodedata.normalize("NFD", name.casefold().replace("ð", "đ"))
    return " ".join(_syllable(match[0]) for match in _WORD().finditer(decomposed))


def _syllable(word: str) -> str:
    tones = "".join(_TONE().findall(word))
    return unicodedata.normalize("NFC", _TONE().sub("", word)) + tones
