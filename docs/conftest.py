"""Where the examples of the pages run: an empty folder with the library's examples in it, so that they may write files."""

from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
collect_ignore = ["conf.py"]
"""It asks for Sphinx, which the tests do without."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder in which a page finds what it names."""
    (tmp_path / "examples").symlink_to(EXAMPLES)
    monkeypatch.chdir(tmp_path)
    return tmp_path
