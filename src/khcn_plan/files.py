"""Files as the commands take them (tệp): read as Unicode text, written whole or not at all, one sentence where that fails."""

import os
import shutil
import sys
from pathlib import Path

from khcn_plan.language import Language, Text

STANDARD_INPUT = "-"

NO_FILE = Text(vi="không có tệp này", en="there is no such file")
NO_FOLDER = Text(vi="không có thư mục để ghi tệp này", en="the folder of this file is not there")
CLOSED = Text(vi="không mở được tệp: {reason}", en="the file can't be opened: {reason}")
THERE = Text(
    vi="đã có tệp này; thêm --replace để ghi đè", en="this file is there already; add --replace to write over it"
)
NO_LETTERS = Text(vi="có ký tự không ghi được bằng UTF-8", en="there is a character that UTF-8 can't hold")
NO_TEXT = Text(
    vi="không phải tệp văn bản Unicode (UTF-8, UTF-16): sai ở byte thứ {at:number}; hãy lưu lại thành .txt, bảng mã UTF-8",
    en="this is no plain Unicode text (UTF-8, UTF-16): wrong at byte {at:number}; save it as .txt in UTF-8",
)


class UnusableError(Exception):
    """Something that the user named can't be used; the sentence says why."""

    def __init__(self, sentence: Text, /, **values: object) -> None:
        super().__init__(sentence, values)
        self.sentence = sentence
        self.values = values

    def explain(self, language: Language) -> str:
        """Return the sentence with its values."""
        return self.sentence.fill(language, self.values)


def read(name: str) -> str:
    """Return the text of a file, or of standard input.

    Raises:
        UnusableError: it can't be opened, or is no Unicode text.
    """
    try:
        content = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except FileNotFoundError:
        raise UnusableError(NO_FILE) from None
    except (OSError, ValueError) as error:
        raise UnusableError(CLOSED, reason=_reason(error)) from None
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnusableError(NO_TEXT, at=error.start + 1) from None


def write(name: str, text: str, *, replace: bool) -> None:
    """Write a file, whole or not at all: what is half written never bears its name, and a link stays one.

    Raises:
        UnusableError: it is there already and is not to be replaced, or can't be written.
    """
    if exists(name) and not replace:
        raise UnusableError(THERE)
    path = Path(os.path.realpath(name))
    try:
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            beside.write_text(text, "utf-8", newline="\n")
            if path.exists():
                shutil.copymode(path, beside)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except UnicodeEncodeError:
        raise UnusableError(NO_LETTERS) from None
    except FileNotFoundError:
        raise UnusableError(NO_FOLDER) from None
    except (OSError, ValueError) as error:
        raise UnusableError(CLOSED, reason=_reason(error)) from None


def exists(name: str) -> bool:
    """Tell whether a file of this name is there, be it a link that leads nowhere."""
    return os.path.lexists(name)


def _reason(error: Exception) -> object:
    return getattr(error, "strerror", None) or error
