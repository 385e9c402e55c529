"""What a file says of itself (vỏ tệp): its format, its version, and the plan inside; and how much a file may hold."""

import attrs

from khcn_plan.model import Plan

FORMAT = "khcn_plan"
VERSION = 1
LARGEST = 64 * 2**20
"""How many characters are read at most."""
DEEPEST = 60
"""How many values may stand inside one another, the whole file and the innermost value counted."""


@attrs.frozen
class Envelope:
    """A plan on its way to other tools (vỏ tệp).

    Attributes:
        format: always "khcn_plan" (định dạng).
        version: which version of the format it is written in, from 1 (phiên bản).
        plan: the plan (kế hoạch).
    """

    format: str
    version: int
    plan: Plan
