"""A table in Markdown (bảng Markdown): rows of cells between pipes, and a row of dashes below the header."""

import re
from collections.abc import Iterable

from khcn_plan.writing.layout import Layout

_MARK = re.compile(r"[\\`*_\[\]<>|&~]")


def table(layout: Layout) -> str:
    r"""Write a table.

    >>> print(table(Layout("", "", ("STT", "A|B"), (("1.", "2"),), "")))
    | STT | A\|B |
    | --- | --- |
    | 1. | 2 |
    """
    header, *rows = (_row(cells) for cells in (layout.header, *layout.rows))
    return "\n".join((header, _row("---" for _ in layout.header), *rows))


def escaped(text: str) -> str:
    r"""Write what Markdown would take for a mark behind a backslash.

    >>> escaped("A|B *\n<C>")
    'A\\|B \\*<br>\\<C\\>'
    """
    return _MARK.sub(r"\\\g<0>", text).replace("\n", "<br>")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(escaped, cells))} |"
