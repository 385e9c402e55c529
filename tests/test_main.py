"""The command line: what each command prints, and with which status it ends."""

import contextlib
import io
import json
import os
import runpy
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import khcn_plan
from khcn_plan import RULES, Amount, Frame, Rule, Severity, Span, Text, Unjudged, console, manual, rule
from khcn_plan.__main__ import main
from khcn_plan.formats.text import read
from khcn_plan.language import Language
from khcn_plan.law.source import Period
from khcn_plan.rules.engine import examine
from khcn_plan.rules.rule import RuleSet

Writer = Callable[..., str]
Capture = pytest.CaptureFixture[str]

WRONG = "Tổng kinh phí: 90.000.000 đồng (Bằng chữ: Chín triệu đồng).\n"
RIGHT = "Tổng kinh phí: 90.000.000 đồng (Bằng chữ: Chín mươi triệu đồng).\n"
WARNED = "Tổng kinh phí: 90.000.000 đồng (Bảng chữ: Chín mươi triệu đồng).\n"
PLAN = """ỦY BAN NHÂN DÂN
HUYỆN QUANG BÌNH

Số: 15/KH-UBND

Quang Bình, ngày 20 tháng 02 năm 2023

KẾ HOẠCH
Khoa học và công nghệ năm 2023

I. ĐÁNH GIÁ KẾT QUẢ NĂM 2022
Thời tiết thuận lợi, nhân dân phấn khởi.

II. KẾ HOẠCH NĂM 2023
1. Dự toán kinh phí khoa học công nghệ năm 2023: 140.000.000 đồng (Bằng chữ: Một trăm ba mươi triệu đồng).
"""


@pytest.fixture
def file(tmp_path: Path) -> Writer:
    """Give a function that writes a file and returns its name."""

    def write(content: str | bytes, name: str = "vb.txt", encoding: str = "utf-8") -> str:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return str(path)

    return write


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Give a function that puts bytes on standard input."""
    return lambda content: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a process of its own."""
    command = [sys.executable, "-m", "khcn_plan", *arguments]
    variables = {**os.environ, "PYTHONUTF8": "1", **environment}
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env=variables)  # noqa: S603 - ours


class TestCheck:
    """`khcn-plan check`."""

    def test_error_is_shown_like_a_compilers(self, file: Writer, capsys: Capture) -> None:
        """File, line, severity, rule and sentence stand first, then the line with the place marked."""
        name = file(WRONG)
        assert main(["check", name]) == 1
        assert capsys.readouterr().out.splitlines()[:5] == [
            f"{name}:1: lỗi amount.words: Bằng số là 90.000.000 đồng nhưng bằng chữ là 9.000.000 đồng.",
            "    1 | Tổng kinh phí: 90.000.000 đồng (Bằng chữ: Chín triệu đồng).",
            "      |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
            f"{name}: 1 lỗi, 0 cảnh báo, 0 lưu ý; 2 phép kiểm tra đúng",
            "  không phải kế hoạch khoa học và công nghệ; đã kiểm tra như một văn bản hành chính",
        ]

    def test_english(self, file: Writer, capsys: Capture) -> None:
        """Severity, sentence and summary speak English when asked to, with singular and plural."""
        name = file(WRONG)
        assert main(["check", "--lang", "en", name]) == 1
        out = capsys.readouterr().out
        assert f"{name}:1: error amount.words: The figures say 90,000,000 đồng, the words 9,000,000 đồng." in out
        assert f"{name}: 1 error, 0 warnings, 0 notes; " in out

    @pytest.mark.parametrize(("text", "status"), [(RIGHT, 0), (WARNED, 0), (WRONG, 1), ("", 0)])
    def test_only_errors_fail(self, file: Writer, text: str, status: int) -> None:
        """Warnings and notes are no errors."""
        assert main(["check", file(text)]) == status

    def test_plan_is_known_as_one(self, file: Writer, capsys: Capture) -> None:
        """A plan's findings come with the provision that demands them, and nothing says that it is none."""
        assert main(["check", file(PLAN)]) == 1
        out = capsys.readouterr().out
        assert ":15: lỗi amount.words: " in out
        assert "      = Phụ lục I, mục II.6, Nghị định 30/2020/NĐ-CP\n" in out
        assert "  1 đoạn không nhận ra nội dung nào để kiểm tra\n" in out
        assert "không phải kế hoạch" not in out

    def test_gravest_first(self, file: Writer, capsys: Capture) -> None:
        """Errors stand before warnings, whatever their lines."""
        main(["check", file(WARNED + WRONG)])
        words = [line.split()[1] for line in capsys.readouterr().out.splitlines() if ".txt:" in line][:2]
        assert words == ["lỗi", "cảnh"]

    def test_standard_input(self, stdin: Callable[[bytes], None], capsys: Capture) -> None:
        """A hyphen stands for standard input."""
        stdin(WRONG.encode())
        assert main(["check", "-"]) == 1
        assert capsys.readouterr().out.startswith("<stdin>:1: lỗi amount.words: ")

    def test_rule_left_out(self, file: Writer) -> None:
        """A rule that is left out finds nothing."""
        assert main(["check", "--without", "amount.words", "--without", "amount.label", file(WRONG)]) == 0

    def test_unknown_rule_left_out(self, file: Writer, capsys: Capture) -> None:
        """A misspelt exception is no exception."""
        assert main(["check", "--without", "amount.word", file(WRONG)]) == 2
        assert capsys.readouterr().err.startswith(
            "khcn-plan: không có quy tắc nào tên là “amount.word”; có phải là amount.words"
        )

    @pytest.mark.parametrize("day", ["2025-07-01", "01/7/2025", "ngày 01 tháng 7 năm 2025"])
    def test_law_of_another_day(self, file: Writer, capsys: Capture, day: str) -> None:
        """A day is read as programs and as documents write it."""
        main(["check", "--format", "json", "--on", day, file(PLAN)])
        assert json.loads(capsys.readouterr().out)[0]["on"] == "2025-07-01"

    @pytest.mark.parametrize("day", ["31/02/2023", "02/2023", "mai"])
    def test_no_day(self, file: Writer, capsys: Capture, day: str) -> None:
        """What is no day, or not a whole one, is refused in one sentence."""
        with pytest.raises(SystemExit, match="2"):
            main(["check", "--on", day, file(PLAN)])
        assert f"argument --on: '{day}' is no day; write it as 2023-02-28 or 28/02/2023" in capsys.readouterr().err


class TestUnusableInput:
    """What can't be read is named in one line, and the other files are checked all the same."""

    def test_missing_file(self, file: Writer, capsys: Capture) -> None:
        """A file that is not there costs nothing but its line."""
        assert main(["check", "thieu.txt", file(WRONG)]) == 2
        out, err = capsys.readouterr()
        assert err == "khcn-plan: thieu.txt: không có tệp này\n"
        assert "lỗi amount.words" in out

    def test_empty_folder(self, tmp_path: Path, capsys: Capture) -> None:
        """A folder without a text is more likely a slip than nothing to do."""
        (tmp_path / "anh.png").touch()
        assert main(["check", "--lang", "en", str(tmp_path)]) == 2
        assert capsys.readouterr().err.endswith(": this folder holds no file .txt, .md, .json or .jsonl\n")

    def test_file_that_is_closed_to_us(self, file: Writer, capsys: Capture) -> None:
        """The reason of the system is passed on."""
        assert main(["check", "--lang", "en", file("") + "/x"]) == 2
        assert capsys.readouterr().err.endswith("/x: the file can't be opened: Not a directory\n")

    def test_impossible_name(self, capsys: Capture) -> None:
        """A name that no file can have is a file that can't be opened."""
        assert main(["check", "--lang", "en", "a\0b"]) == 2
        assert "the file can't be opened: embedded null byte" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("content", "byte"), [(b"Ngh\xdb quy", "4"), (b"PK\x03\x04\x14\x00\xff", "7"), (b"\xff\xfeK\x00\x00\xd8", "5")]
    )
    def test_other_encoding(self, file: Writer, capsys: Capture, content: bytes, byte: str) -> None:
        """What is not Unicode is said to be none, and where."""
        assert main(["check", file(content)]) == 2
        out, err = capsys.readouterr()
        assert not out
        said = f": không phải tệp văn bản Unicode (UTF-8, UTF-16): sai ở byte thứ {byte}; hãy lưu lại thành .txt, bảng mã UTF-8\n"
        assert err.endswith(said)

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_marked_encoding(self, file: Writer, encoding: str, capsys: Capture) -> None:
        """Texts with a byte order mark are read, and the mark is no part of them."""
        assert main(["check", file(WRONG, encoding=encoding)]) == 1
        assert "    1 | Tổng kinh phí" in capsys.readouterr().out

    def test_json_of_unusable_files_is_a_list_all_the_same(self, capsys: Capture) -> None:
        """A program that reads the output always finds JSON there."""
        assert main(["check", "--format", "json", "thieu.txt"]) == 2
        assert json.loads(capsys.readouterr().out) == []


class TestJson:
    """`khcn-plan check --format json`."""

    def test_keys(self, file: Writer, capsys: Capture) -> None:
        """The keys are a contract; values are strings, sentences are there in both languages."""
        name = file(WRONG)
        assert main(["check", "--format", "json", name]) == 1
        (report,) = json.loads(capsys.readouterr().out)
        assert list(report) == ["file", "plan", "on", "findings", "held", "unjudged", "unread"]
        assert (report["file"], report["plan"], report["on"]) == (name, False, None)
        assert report["findings"] == [
            {
                "rule": "amount.words",
                "severity": "error",
                "pointer": "/document/amounts/0",
                "line": 1,
                "message": {
                    "vi": "Bằng số là 90.000.000 đồng nhưng bằng chữ là 9.000.000 đồng.",
                    "en": "The figures say 90,000,000 đồng, the words 9,000,000 đồng.",
                },
                "values": {"figures": "90000000 đồng", "words": "9000000 đồng"},
            }
        ]
        assert report["unjudged"][0]["reason"]["en"] == "the date of issue is not known"

    def test_several_files(self, file: Writer, capsys: Capture) -> None:
        """Each file has its report, in the order given."""
        names = [file(PLAN, "a.txt"), file(RIGHT, "b.txt")]
        main(["check", "--format", "json", *names])
        assert [report["file"] for report in json.loads(capsys.readouterr().out)] == names


class TestRules:
    """`khcn-plan rules` and `khcn-plan explain`."""

    @pytest.mark.parametrize(
        ("language", "cells"), [("vi", ["lỗi", "Amount, Count"]), ("en", ["error", "Amount, Count"])]
    )
    def test_table(self, capsys: Capture, language: Language, cells: list[str]) -> None:
        """Every rule has its line."""
        assert main(["rules", "--lang", language]) == 0
        rows = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
        assert list(rows) == [rule.name for rule in RULES]
        for cell in (*cells, RULES["amount.words"].title[language]):
            assert cell in rows["amount.words"]

    @pytest.mark.parametrize("language", ["vi", "en"])
    @pytest.mark.parametrize("one", RULES + manual.CALLERS, ids=lambda rule: rule.name)
    def test_page(self, capsys: Capture, one: Rule, language: Language) -> None:
        """Every rule has a page: title, reason, sources, both examples, and what the failing one leads to."""
        assert main(["explain", one.name, "--lang", language]) == 0
        out = capsys.readouterr().out
        assert out.startswith(f"{one.name}: {one.title[language]}\n\n")
        for part in (one.why[language], one.message[language], manual.FAILS[language], manual.PASSES[language], "→ "):
            assert part in out
        for ground in one.grounds:
            assert ground.cite(language) in out

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("budget.totl", "there is no rule “budget.totl”; did you mean budget.total"),
            ("qwxz", "there is no rule “qwxz”\n"),
        ],
    )
    def test_unknown_rule(self, capsys: Capture, name: str, said: str) -> None:
        """A name that is none is answered with those near it."""
        assert main(["explain", "--lang", "en", name]) == 2
        assert capsys.readouterr().err.startswith(f"khcn-plan: {said}")


class TestSpell:
    """`khcn-plan spell`."""

    @pytest.mark.parametrize(
        ("amount", "words"),
        [
            ("140000000", "Một trăm bốn mươi triệu đồng"),
            ("1.005 đồng", "Một nghìn không trăm linh năm đồng"),
            ("-5", "Âm năm đồng"),
        ],
    )
    def test_write(self, capsys: Capture, amount: str, words: str) -> None:
        """An amount is written in words, however its figures are written."""
        assert main(["spell", *amount.split()]) == 0
        assert capsys.readouterr().out == f"{words}\n"

    def test_read(self, capsys: Capture) -> None:
        """Words are read, and the number of đồng is printed as programs want it."""
        assert main(["spell", "--read", "(Bằng chữ: Một trăm bốn mươi triệu đồng chẵn./.)"]) == 0
        assert capsys.readouterr().out == "140000000\n"

    def test_refusal(self, capsys: Capture) -> None:
        """What has two readings, or none, is refused with the place marked."""
        assert main(["spell", "1,234"]) == 2
        assert capsys.readouterr().err == (
            "khcn-plan: dấu phẩy có thể tách hàng nghìn hoặc phần thập phân (ở vị trí 1)\n1,234\n ^\n"
        )
        assert main(["spell", "--read", "--lang", "en", "Chín", "triệuu", "đồng"]) == 2
        assert capsys.readouterr().err.splitlines()[1:] == ["Chín triệuu đồng", "     ^"]


class TestProcess:
    """The command as others start it."""

    def test_module(self, file: Writer) -> None:
        """`python -m khcn_plan` is the command; its status reaches the shell."""
        done = run("check", file(WRONG))
        assert done.returncode == 1
        assert "lỗi amount.words" in done.stdout.decode()

    def test_console_without_vietnamese(self) -> None:
        """A console that lacks the letters gets others, and no traceback."""
        done = run("spell", "140000000", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
        assert (done.returncode, done.stdout.split()[0], done.stderr) == (0, b"M?t", b"")

    def test_json_on_a_console_without_vietnamese(self, file: Writer) -> None:
        """JSON loses no letter there: it has its own way to write them."""
        done = run("check", "--format", "json", file(WRONG), PYTHONUTF8="0", PYTHONIOENCODING="ascii")
        assert json.loads(done.stdout)[0]["findings"][0]["message"]["vi"].startswith("Bằng số là")

    def test_standard_input_as_bytes(self) -> None:
        """Standard input is read as bytes, whatever the locale."""
        done = run("check", "-", stdin=WRONG.encode(), PYTHONUTF8="0", LC_ALL="C")
        assert done.returncode == 1

    def test_reader_that_went_away(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A closed pipe ends the command without a traceback."""
        out, into = os.pipe()
        os.close(out)
        with open(into, "w", encoding="utf-8") as pipe:  # noqa: PTH123 - a descriptor
            monkeypatch.setattr(sys, "stdout", pipe)
            assert main(["rules"]) == 2

    def test_output_that_is_no_file(self) -> None:
        """The command can be run from Python with its output caught."""
        with contextlib.redirect_stdout(io.StringIO()) as out:
            assert main(["spell", "5"]) == 0
        assert out.getvalue() == "Năm đồng\n"

    def test_version(self, capsys: Capture) -> None:
        """The version is the distribution's."""
        with pytest.raises(SystemExit, match="0"):
            main(["--version"])
        assert capsys.readouterr().out.startswith("khcn-plan 0.")

    def test_no_command(self, capsys: Capture) -> None:
        """Without a command there is nothing to do."""
        with pytest.raises(SystemExit, match="2"):
            main([])
        assert "usage: khcn-plan" in capsys.readouterr().err

    def test_script(self, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
        """The file runs as a script."""
        monkeypatch.setattr(sys, "argv", ["khcn-plan", "spell", "5"])
        with pytest.raises(SystemExit, match="0"):
            runpy.run_path(str(Path(khcn_plan.__file__).with_name("__main__.py")), run_name="__main__")
        assert capsys.readouterr().out == "Năm đồng\n"


class TestExcerpt:
    """The source line under a finding."""

    def test_long_line_is_cut_around_the_place(self) -> None:
        """Of a long line, what surrounds the place is shown, and dots say that there is more."""
        text = "đầu " * 50 + "GIỮA" + " cuối" * 50
        line, carets = console.excerpt(text, Span(200, 204, 1), width=40)
        assert line[carets.index("^") : len(carets)] == "GIỮA"
        assert (line[0], line[-1], len(line)) == ("…", "…", 42)

    def test_end_of_a_long_line(self) -> None:
        """At the end of a long line nothing follows."""
        line, carets = console.excerpt("a" * 300 + "Z", Span(300, 301, 1), width=40)
        assert (line, carets) == ("…" + "a" * 39 + "Z", " " * 40 + "^")

    def test_place_over_several_lines(self) -> None:
        """Only the first line of a place is shown."""
        assert console.excerpt("  Một\nhai ba\nbốn", Span(6, 16, 2)) == ("hai ba", "^^^^^^")

    @pytest.mark.parametrize("offset", [0, 2, 3, 7])
    def test_place_in_the_spaces_around_a_line(self, offset: int) -> None:
        """A place may lie in what is not shown of a line; it is marked all the same."""
        line, carets = console.excerpt("   mục \r\nhai", Span(offset, offset, 1))
        assert line.strip() == "mục"
        assert carets.endswith("^")

    def test_hostile_text(self) -> None:
        """What would steer a terminal is not printed, and the carets know it."""
        text = "a\x1b[2J\u202eb\u200b\u0301 MỤC"
        line, carets = console.excerpt(text, Span(text.index("MỤC"), len(text), 1))
        assert "\x1b" not in line
        assert "\u202e" not in line
        assert carets == " " * 7 + "^^^"


@rule(
    "amount.asked",
    on=Amount,
    severity=Severity.INFO,
    title=Text(vi="Hỏi", en="Ask"),
    why=Text(vi="Để thử.", en="To try."),
    message=Text(vi="Hỏi.", en="Ask."),
    fails=Amount(1),
    passes=Amount(2),
)
def asked(_amount: Amount, _on: date) -> Iterator[Unjudged]:
    """Judge nothing."""
    yield Unjudged(Text(vi="chưa rõ", en="unclear"))


def test_what_could_not_be_judged_is_named_once() -> None:
    """Rules that give the same reason share a line; each names its line of the text."""
    reading = read(RIGHT)
    report = examine(reading, RuleSet((asked,)), None)
    assert "  không xét được vì chưa rõ: amount.asked (dòng 1)" in list(console.summary(report, reading, "a", "vi"))
    assert "  not judged because unclear: amount.asked (line 1)" in list(console.summary(report, reading, "a", "en"))


def test_finding_without_a_line() -> None:
    """What was built in code has no line, and is shown without one."""
    report = examine(Amount(90_000_000, words="Chín triệu đồng"), RULES, None)
    lines = list(console.findings(report, "plan", "", "vi"))
    assert lines[0].startswith("plan: lỗi amount.words: ")


def test_code_of_every_example_makes_the_example() -> None:
    """The code that is shown for a value makes that value."""
    names = {**vars(khcn_plan), "date": date, "Decimal": Decimal}
    for one in RULES:
        for value in (one.fails, one.passes):
            assert eval(manual.code(value), names) == value  # noqa: S307 - our own code


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (Frame(), "Frame()"),
        ((), "()"),
        ((2023,), "(2023,)"),
        (10_000, "10_000"),
        ("a\tb", "'a\\tb'"),
        (True, "True"),
    ],
)
def test_code_of_small_values(value: object, code: str) -> None:
    """Tuples of one, grouped figures and letters that can't be printed are written as Python wants them."""
    assert manual.code(value) == code


def test_period_with_both_ends() -> None:
    """A period has two ends."""
    assert manual.days(Period(date(2020, 3, 5), date(2025, 3, 5)), "vi") == "từ 05/03/2020 đến hết 05/03/2025"


def test_import_is_light() -> None:
    """`import khcn_plan` loads none of what only sentences, numbers beyond the model and other formats need."""
    heavy = {"babel", "num2words", "cattrs", "argparse", "khcn_plan.reading.document"}
    loaded = "import sys, khcn_plan; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True)  # noqa: S603 - ours
    assert not heavy & set(done.stdout.decode().split())
