"""What a door answers to a file that it can't let in (lỗi cấu trúc tệp): every fault with its place, at once."""

import attrs

from khcn_plan.language import Language, Text


@attrs.frozen
class StructureFault:
    """One fault of structure.

    Attributes:
        pointer: where in the file, as a JSON pointer (RFC 6901); "" is the whole.
        reason: what is wrong there.
        line: the line of a file that is read line by line, from 1.
    """

    pointer: str
    reason: Text
    line: int | None = None

    def explain(self, language: Language) -> str:
        """Return place and reason as one line.

        >>> StructureFault("", Text(vi="không phải số tiền", en="is no amount"), line=7).explain("vi")
        'dòng 7: không phải số tiền'
        """
        line = Text(vi=f"dòng {self.line}", en=f"line {self.line}")
        return f"{line[language] if self.line else self.pointer or '/'}: {self.reason[language]}"


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
        return "\n".join(fault.explain(language) for fault in self.faults)

    def __str__(self) -> str:
        return self.explain("en")
