"""The one exception of this floor (lỗi cách viết): what was wrong with a text, and where."""

from khcn_plan.language import Language, Text


class NotationError(ValueError):
    """A text is not written in the notation that was asked for.

    Attributes:
        reason: what is wrong, in Vietnamese and English.
        position: offset of the fault in the text that was given, from 0 to its length.

    >>> error = NotationError(Text(vi="không có chữ số", en="no digits"), 3)
    >>> str(error), error.position, error.explain("vi")
    ('no digits (at 3)', 3, 'không có chữ số (ở vị trí 3)')
    """

    def __init__(self, reason: Text, position: int) -> None:
        super().__init__(reason, position)
        self.reason = reason
        self.position = position

    def explain(self, language: Language) -> str:
        """Return the reason and its place as one phrase."""
        place = {"vi": "ở vị trí", "en": "at"}[language]
        return f"{self.reason[language]} ({place} {self.position})"

    def __str__(self) -> str:
        return self.explain("en")
