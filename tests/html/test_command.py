"""`khcn-plan check --format html`: one page for all the files, for whatever stream."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from khcn_plan import __main__ as command
from khcn_plan.__main__ import main
from khcn_plan.formats import json
from khcn_plan.testing import sample
from tests.html.test_page import is_sound

WRONG = "Tổng kinh phí: 90.000.000 đồng (Bằng chữ: Chín triệu đồng)."
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a faulty text, a plan, and a file of plans with one that is none."""
    plan = json.write(sample(), indent=None)
    (tmp_path / "a.txt").write_text(WRONG, "utf-8")
    (tmp_path / "b.json").write_text(plan, "utf-8")
    (tmp_path / "c.jsonl").write_text(f"{plan}\n{{}}\n", "utf-8")
    return tmp_path


def test_one_file(folder: Path, capsys: Capture) -> None:
    """Standard output holds the page and nothing else; the status is that of the check."""
    assert main(["check", "--format", "html", str(folder / "a.txt")]) == 1
    out = capsys.readouterr().out
    assert out.startswith("<!DOCTYPE html>")
    assert out.endswith("</html>")
    assert is_sound(out).lines == {1: WRONG}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder(folder: Path, capsys: Capture, jobs: str) -> None:
    """Each text and each plan has its place on the one page, and so has what can't be used."""
    assert main(["check", "--format", "html", "--lang", "en", "--jobs", jobs, str(folder)]) == 2
    out, err = capsys.readouterr()
    page = is_sound(out)
    assert {"#v1", "#v2", "#v3", "#v4"} <= set(page.all("href"))
    assert "#v5" not in page.all("href")
    assert page.text().count("Could not be used") == 2
    assert "c.jsonl:2" in err


def test_a_missing_file(capsys: Capture) -> None:
    """The page says so, as standard error does."""
    assert main(["check", "--format", "html", "thieu.txt"]) == 2
    out, err = capsys.readouterr()
    assert "không có tệp này" in is_sound(out).text()
    assert err == "khcn-plan: thieu.txt: không có tệp này\n"


def test_a_stream_without_vietnamese(folder: Path) -> None:
    """Letters that it lacks are written as references, so that none is lost."""
    arguments = [sys.executable, "-X", "utf8=0", "-m", "khcn_plan", "check", "--format", "html", str(folder / "a.txt")]
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(arguments, capture_output=True, check=False, env=ascii_only)  # noqa: S603 - ours
    page = is_sound(done.stdout.decode("ascii"))
    assert page.lines == {1: WRONG}
    assert not [data for path, data in page.texts if "style" in path and "&#" in data]


def test_without_jinja2(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is said before anything is read; nothing is printed."""
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    assert main(["check", "--format", "html", str(folder)]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err == 'khcn-plan: trang HTML cần Jinja2; hãy cài bằng: pip install "khcn-plan[html]"\n'
