"""Folders: which files are meant, one bad file among good ones, several processes, the table at the end."""

import io
import json as plain
import sys
from pathlib import Path

import pytest

from khcn_plan import Budget, Plan, batch, console
from khcn_plan.__main__ import main
from khcn_plan.formats import json
from khcn_plan.testing import sample

WRONG = "Tổng kinh phí: 90.000.000 đồng (Bằng chữ: Chín triệu đồng)."
RIGHT = "Tổng kinh phí: 90.000.000 đồng (Bằng chữ: Chín mươi triệu đồng)."
WARNED = "Tổng kinh phí: 90.000.000 đồng (Bảng chữ: Chín mươi triệu đồng)."


class Terminal(io.StringIO):
    """A stream behind which somebody sits."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with good files, bad ones, and such as are not meant."""
    (tmp_path / "xa").mkdir()
    (tmp_path / ".cu").mkdir()
    contents = {
        "b.txt": WRONG,
        "a.md": WARNED,
        "xa/c.TXT": WRONG,
        ".cu/d.txt": WRONG,
        ".e.txt": WRONG,
        "f.csv": WRONG,
        "g.txt": RIGHT,
    }
    for name, text in contents.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_a_folder_stands_for_its_texts(folder: Path) -> None:
    """Texts in it and below it, in order; not what is hidden, nor other kinds of file."""
    found = [str(Path(name).relative_to(folder)) for name in batch.expand([str(folder)])]
    assert found == ["a.md", "b.txt", "g.txt", "xa/c.TXT"]


def test_a_file_stands_for_itself(folder: Path) -> None:
    """Whatever it is called, if it is named it is meant; and so is standard input."""
    named = [str(folder / "f.csv"), "-", "thieu.txt"]
    assert list(batch.expand(named)) == named


def test_one_bad_file_does_not_stop_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is named on standard error, the others are checked, and the status says that something could not be used."""
    (folder / "b.txt").write_bytes(b"\xff\x00\xdb")
    assert main(["check", "--lang", "en", str(folder)]) == 2
    out, err = capsys.readouterr()
    assert err.count("\n") == 1
    assert "b.txt: this is no plain Unicode text" in err
    assert "c.TXT:1: error amount.words" in out
    assert out.endswith(
        "Severity  Rule          Findings  Files\n"
        "error     amount.words  1         1\n"
        "warning   amount.label  1         1\n"
        "4 files: 1 with errors, 1 unusable\n"
    )


def test_files_without_a_fault_need_no_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing was found the last line says all."""
    good = str(folder / "g.txt")
    assert main(["check", "--lang", "en", good, good]) == 0
    assert capsys.readouterr().out.count("Severity") == 0


@pytest.mark.parametrize("form", ["text", "json"])
def test_several_processes_print_what_one_prints(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever did the work, the output is the same, byte by byte, in the order of the files."""
    (folder / "a.md").write_bytes(b"\xff\x00\xdb")
    printed = []
    for jobs in ("1", "2", "0"):
        assert main(["check", "--format", form, "--jobs", jobs, str(folder)]) == 2
        printed.append(capsys.readouterr())
    assert printed[0] == printed[1] == printed[2]


def test_json_of_a_folder_is_one_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No table and no last line stand behind it."""
    assert main(["check", "--format", "json", str(folder)]) == 1
    assert [Path(report["file"]).name for report in plain.loads(capsys.readouterr().out)] == [
        "a.md",
        "b.txt",
        "g.txt",
        "c.TXT",
    ]


@pytest.mark.parametrize("jobs", ["-1", "hai", "1.5"])
def test_processes_are_counted(folder: Path, jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no whole number is refused with a line."""
    with pytest.raises(SystemExit, match="2"):
        main(["check", f"--jobs={jobs}", str(folder)])
    assert "is no whole number" in capsys.readouterr().err


def test_a_terminal_sees_how_far_the_work_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar is drawn over and over, and nothing of it stays."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(["check", str(folder)]) == 1
    drawn = terminal.getvalue().split("\r")
    assert [line[:26] for line in drawn if line.startswith("[")] == [
        "[#####...............] 1/4",
        "[##########..........] 2/4",
        "[###############.....] 3/4",
        "[####################] 4/4",
    ]
    assert drawn[-2].isspace()
    assert not drawn[-1]


def test_the_bar_fits_the_screen() -> None:
    """A long name is cut, or the line would wrap and stay."""
    assert len(console.progress(1, 2, "kế hoạch" * 40)) == console.SCREEN


class TestPlansAsJson:
    """Plans that other tools hold are checked as they are."""

    BROKEN = Plan(year=2023, budget=Budget(year=2022))

    def test_a_plan_is_checked_where_it_points_to(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """There is no line to show, so the finding names its place in the file."""
        path = tmp_path / "plan.json"
        path.write_text(json.write(self.BROKEN), "utf-8")
        assert main(["check", str(path)]) == 1
        shown = capsys.readouterr().out
        assert f"{path}#/budget/year: lỗi budget.year: " in shown
        assert "không phải kế hoạch" not in shown

    def test_a_file_of_lines_holds_a_plan_on_each(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A line that is no plan stops none of the others, and one line closes the file."""
        path = tmp_path / "plans.jsonl"
        lines = (json.write(sample(), indent=None), json.write(self.BROKEN, indent=None), "{", "")
        path.write_text("\n".join(lines), "utf-8")
        assert main(["check", str(path)]) == 2
        shown = capsys.readouterr()
        assert f"{path}:2#/budget/year: lỗi budget.year: " in shown.out
        assert shown.out.splitlines()[-1] == f"{path}: 3 kế hoạch: 1 có lỗi, 1 không kiểm tra được"
        assert shown.err.startswith(f"khcn-plan: {path}:3: /: không phải JSON")

    def test_a_report_on_lines_has_one_entry_for_each(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Programs learn which line of the file each report is about."""
        path = tmp_path / "plans.jsonl"
        path.write_text(json.write(sample(), indent=None) + "\n" + json.write(self.BROKEN, indent=None), "utf-8")
        assert main(["check", "--format", "json", str(path)]) == 1
        assert [one["file"] for one in plain.loads(capsys.readouterr().out)] == [f"{path}:1", f"{path}:2"]

    def test_a_file_without_plans_is_clean(self, tmp_path: Path) -> None:
        """Nothing is wrong with nothing."""
        path = tmp_path / "none.jsonl"
        path.write_text("\n", "utf-8")
        assert main(["check", str(path)]) == 0


class TestEstimates:
    """Estimates that a spreadsheet wrote."""

    HEAD = "Dự toán năm 2026\nĐơn vị tính: đồng\nSTT;Nội dung;Số lượng;Đơn giá;Thành tiền\n"

    def test_a_finding_stands_at_its_row(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The product of a row is wrong; the year of the estimate says which law applies."""
        path = tmp_path / "du_toan.csv"
        path.write_text(f"{self.HEAD}1;Tập huấn;2;12.000.000;25.000.000\n;Tổng cộng;;;25.000.000\n", "utf-8-sig")
        assert main(["check", "--lang", "en", str(path)]) == 1
        out = capsys.readouterr().out
        assert out.startswith(f"{path}:4: error budget.product: 2 × 12,000,000 đồng is 24,000,000 đồng")
        assert "    4 | 1;Tập huấn;2;12.000.000;25.000.000\n" in out

    def test_what_holds_no_estimate_is_refused(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A check that did not take place does not pass for one that did."""
        path = tmp_path / "du_toan.csv"
        path.write_text(f"{self.HEAD}1;Tập huấn;2;mười hai triệu;?\n", "utf-8")
        assert main(["check", "--lang", "en", str(path)]) == 2
        out, err = capsys.readouterr()
        assert not out
        assert err.startswith(f"khcn-plan: {path}: ")
