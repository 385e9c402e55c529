"""Patterns that are compiled when they are first used (biểu thức chính quy): an import need not pay for what it may not need."""

import re
from collections.abc import Callable
from functools import cache


def late(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """Return a function that gives the compiled pattern, compiled once.

    >>> digits = late(r"[0-9]+")
    >>> digits().findall("15/01/2020")
    ['15', '01', '2020']
    """
    return cache(lambda: re.compile(pattern, flags))
