"""What a door answers to a file that it can't let in (lỗi cấu trúc tệp): every fault with its place, at once."""

import attrs

from khcn_plan.language import Language, Text


@attrs.frozen
class StructureFault:
    """One fault of structure.

    Attributes:
        pointer: where in the file, as a JSON pointer (RFC 6901); "" is the whole.
        reason: what is wrong there.
    """

    pointer: str
    reason: Text


class FormatError(ValueError):
    """A file is not what its format says, and nothing was read from it.

    Attributes:
        faults: all that is wrong, in the order of the file.

    >>> error = FormatError((StructureFault("/budget/total", Text(vi="thiếu", en="is missing")),))
    >>> str(error)
    '/budget/total: is missing'
    """

    def __init__(self, faults: tuple[StructureFault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def explain(self, language: Language) -> str:
        """Return the faults, one a line."""
        return "\n".join(f"{fault.pointer or '/'}: {fault.reason[language]}" for fault in self.faults)

    def __str__(self) -> str:
        return self.explain("en")
