"""What a page shows of one file (văn bản đã kiểm tra): what was checked, its text, and what came of it."""

import attrs

from khcn_plan.model import Document, Frame, Passage, Plan, Reading
from khcn_plan.rules.report import Report


@attrs.frozen
class Paper:
    """A document or plan that was checked (văn bản), or a file that could not be.

    Attributes:
        report: what `check` gave; `None` where nothing could be checked.
        subject: what was checked: a reading, a document, a plan or any part of one.
        text: the text that it was read from; `None` for what was built in code or came as JSON.
        name: the name of the file.
        complaints: why it, or something in it, could not be used.
    """

    report: Report | None
    subject: object = attrs.field(default=None, kw_only=True)
    text: str | None = attrs.field(default=None, kw_only=True)
    name: str = attrs.field(default="", kw_only=True)
    complaints: tuple[str, ...] = attrs.field(default=(), kw_only=True)

    @property
    def frame(self) -> Frame:
        """What surrounds the content, if anything does."""
        whole = self.subject.document if isinstance(self.subject, Reading) else self.subject
        frame = whole.frame if isinstance(whole, Document | Plan) else None
        return frame or Frame()

    @property
    def unread(self) -> tuple[Passage, ...]:
        """What nobody understood."""
        return self.subject.unread if isinstance(self.subject, Reading) else ()

    @property
    def plain(self) -> bool:
        """It was read, and is no science-and-technology plan."""
        return isinstance(self.subject, Reading) and self.subject.plan is None
