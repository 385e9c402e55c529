"""The same document as other extractions give it (bản trích khác của cùng văn bản): wrapped, emphasised, decomposed."""

import re
import textwrap
import unicodedata

WIDTH = 78


def decomposed(text: str) -> str:
    """Return the text with its letters taken apart (NFD)."""
    return unicodedata.normalize("NFD", text)


def emphasised(text: str) -> str:
    """Return the text with Markdown emphasis around its paragraphs."""
    return re.sub(r"(?m)^(?=[^\W\d_])(.{20,})$", r"*\1*", text)


def spaced(text: str) -> str:
    """Return the text with no-break spaces before units and zero-width spaces after hyphens."""
    return text.replace(" đồng", "\u00a0đồng").replace("-", "-\u200b")


def wrapped(text: str) -> str:
    """Return the text with its long lines broken at a width and paragraphs set apart by blank lines."""
    lines = (textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return "\n\n".join(lines)


VARIANTS = (decomposed, emphasised, spaced, wrapped)
