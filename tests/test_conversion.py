"""Plans go from file to file by the command line, whole or not at all, and nothing is written over unasked."""

import io
import json as plain
from pathlib import Path

import pytest

from khcn_plan import Plan, Task, check
from khcn_plan.__main__ import main
from khcn_plan.formats import json, text
from khcn_plan.skeleton import skeleton
from khcn_plan.testing import sample


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return the file of a plan."""
    path = tmp_path / "plan.json"
    path.write_text(json.write(sample()), "utf-8")
    return path


class _Terminal(io.StringIO):
    """Standard input of somebody who sits before a terminal."""

    def isatty(self) -> bool:
        return True


class TestConvert:
    """`khcn-plan convert A B`."""

    def test_the_suffix_tells_the_format(self, plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A plan becomes a document and a plan again."""
        document, again = plan.with_suffix(".txt"), plan.with_name("again.json")
        assert main(["convert", str(plan), str(document)]) == 0
        assert main(["convert", str(document), str(again)]) == 0
        assert json.read(again.read_text("utf-8")) == sample()
        assert capsys.readouterr().out == f"đã ghi {document}\nđã ghi {again}\n"

    @pytest.mark.parametrize("suffix", [".csv", ".md"])
    def test_an_estimate_goes_out_and_in_as_a_table(self, plan: Path, suffix: str) -> None:
        """A spreadsheet holds the money of a plan, and nothing else of it."""
        table, again = plan.with_suffix(suffix), plan.with_name("again.json")
        assert main(["convert", str(plan), str(table)]) == 0
        assert main(["convert", str(table), str(again)]) == 0
        assert json.read(again.read_text("utf-8")) == Plan(year=2023, budget=sample().budget)

    def test_a_plan_without_an_estimate_makes_no_table(self, plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """An empty file would say that nothing is spent."""
        plan.write_text(json.write(Plan(year=2023)), "utf-8")
        table = plan.with_suffix(".csv")
        assert main(["convert", str(plan), str(table)]) == 2
        assert capsys.readouterr().err == f"khcn-plan: {table}: kế hoạch này không có dự toán để lập bảng\n"
        assert not table.exists()

    def test_a_file_that_is_there_stays(self, plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Where nobody can be asked, it is written over only if that was said."""
        target = plan.with_suffix(".txt")
        target.write_text("quan trọng", "utf-8")
        assert main(["convert", str(plan), str(target)]) == 2
        assert capsys.readouterr().err == f"khcn-plan: {target}: đã có tệp này; thêm --replace để ghi đè\n"
        assert target.read_text("utf-8") == "quan trọng"
        assert main(["convert", "--replace", str(plan), str(target)]) == 0
        assert target.read_text("utf-8") == text.write(sample())

    @pytest.mark.parametrize(("answer", "status"), [("c", 0), ("Y", 0), ("k", 2), ("", 2)])
    def test_somebody_before_a_terminal_is_asked(
        self, plan: Path, monkeypatch: pytest.MonkeyPatch, answer: str, status: int
    ) -> None:
        """No is the answer that one gets by pressing Enter."""
        target = plan.with_suffix(".txt")
        target.write_text("quan trọng", "utf-8")
        monkeypatch.setattr("sys.stdin", _Terminal(f"{answer}\n"))
        assert main(["convert", str(plan), str(target)]) == status
        assert (target.read_text("utf-8") == "quan trọng") is (status == 2)

    def test_nothing_half_written_is_left(self, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where writing fails there is neither the file nor a part of it."""

        def fail(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "replace", fail)
        target = plan.with_suffix(".txt")
        assert main(["convert", str(plan), str(target)]) == 2
        assert [path.name for path in plan.parent.iterdir()] == ["plan.json"]

    @pytest.mark.parametrize(
        ("source", "content", "complaint"),
        [
            ("plan.docx", "", "không biết định dạng “.docx”; dùng "),
            ("nothing.json", None, "không có tệp này"),
            ("letter.txt", "Kính gửi: UBND huyện", "văn bản này không phải kế hoạch khoa học và công nghệ"),
            ("broken.json", "{", "/: không phải JSON"),
        ],
    )
    def test_what_can_not_be_read_is_told_with_its_name(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], source: str, content: str | None, complaint: str
    ) -> None:
        """One line says which file, and why."""
        path = tmp_path / source
        if content is not None:
            path.write_text(content, "utf-8")
        assert main(["convert", str(path), str(tmp_path / "out.json")]) == 2
        assert f"khcn-plan: {path}: {complaint}" in capsys.readouterr().err
        assert not (tmp_path / "out.json").exists()

    def test_every_fault_of_a_file_has_its_line(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """All that is wrong with it is told at once."""
        path = tmp_path / "plan.json"
        path.write_text(plain.dumps({"format": "khcn_plan", "version": 1, "plan": {"year": "x", "foo": 1}}), "utf-8")
        assert main(["convert", "--lang", "en", str(path), str(tmp_path / "out.txt")]) == 2
        assert capsys.readouterr().err.splitlines() == [
            f'khcn-plan: {path}: /plan/year: whole number expected, not "x"',
            "/plan/foo: is no key of the model",
        ]

    def test_no_key_of_a_file_steers_the_terminal(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A key is told as it stands, but for what would clear the screen or turn the line around."""
        path = tmp_path / "plan.json"
        keys = {"\x1b[2Ja": 1, "\x9b2Jb": 1, "\u202ec": 1}
        path.write_text(plain.dumps({"format": "khcn_plan", "version": 1, "plan": keys}), "utf-8")
        assert main(["convert", "--lang", "en", str(path), str(tmp_path / "out.txt")]) == 2
        told = capsys.readouterr().err
        assert len(told.splitlines()) == len(keys)
        assert all(letter.isprintable() for letter in told.replace("\n", ""))


class TestComplete:
    """`khcn-plan complete A B`."""

    def test_what_was_filled_in_is_told_with_its_reason(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The plan is written, and the officer sees what was added to it."""
        source, target = tmp_path / "plan.json", tmp_path / "whole.json"
        lines = '"lines": [{"name": "Quản lý", "amount": {"value": 5000}}]'
        product = '{"recognised": "2022-05-06", "name": "Cam", "score": "70"}'
        review = f'{{"rounds": [{{"recognised": {{"products": [{product}]}}}}]}}'
        mark = '{"kind": "nhãn hiệu", "filed": "2020-05-04", "granted": "2021-05-04"}'
        review = review[:-1] + f', "properties": [{mark}]}}'
        source.write_text(
            f'{{"format": "khcn_plan", "version": 1, "plan": {{"budget": {{{lines}}}, "review": {review}}}}}', "utf-8"
        )
        assert main(["complete", str(source), str(target), "--on", "2023-01-01"]) == 0
        assert capsys.readouterr().out.splitlines() == [
            f"đã ghi {target}",
            "/review/rounds/0/recognised/products/0/stars: điền 4 (suy từ điểm theo tiêu chí của ngày đó)",
            "/review/rounds/0/recognised/count: điền 1 (đếm danh sách)",
            "/review/properties/0/expires: điền 04/05/2030 (tính từ ngày nộp đơn)",
            "/budget/total: điền 5.000 đồng (cộng các dòng)",
            "/budget/total/words: điền “Năm nghìn đồng” (viết bằng chữ theo số)",
        ]
        assert json.read(target.read_text("utf-8")).budget is not None

    def test_a_plan_that_lacks_nothing_is_told_so(self, plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The file is written all the same."""
        assert main(["complete", "--lang", "en", str(plan), str(plan.with_name("whole.json"))]) == 0
        assert capsys.readouterr().out.splitlines()[1:] == ["there was nothing to fill in"]


class TestNew:
    """`khcn-plan new FILE --issuer … --year …`."""

    @pytest.mark.parametrize("name", ["plan.txt", "plan.json"])
    def test_a_plan_begins_with_its_frame(self, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
        """As a document or as JSON, with the bases of its year and room for the rest; of the blanks nothing is said."""
        target = tmp_path / name
        assert main(["new", str(target), "--issuer", "UBND xã Nậm Khao", "--year", "2026"]) == 0
        written = target.read_text("utf-8")
        assert "93/2025/QH15" in written
        assert "29/2013/QH13" not in written
        assert capsys.readouterr().err == ""

    @pytest.mark.parametrize(
        ("issuer", "year"), [("Sở Y tế", "2026"), ("UBND xã Nậm Khao", "2019"), ("UBND xã", "2026")]
    )
    def test_what_is_no_plan_is_refused(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], issuer: str, year: str
    ) -> None:
        """Only a committee with its place has one, and only under the decree that says its form."""
        assert main(["new", str(tmp_path / "plan.txt"), "--issuer", issuer, "--year", year]) == 2
        assert capsys.readouterr().err.startswith("khcn-plan: ")


def test_a_skeleton_has_only_blanks_to_be_found() -> None:
    """What is said of a plan that was just begun is that its number and its day are blank."""
    findings = check(skeleton("Ủy ban nhân dân huyện Quang Bình", 2023))
    assert {finding.rule.name for finding in findings} <= {"document.number-blank", "document.day-blank"}


def test_a_skeleton_cites_the_laws_of_its_year() -> None:
    """The budget law of 2015 holds to the end of 2025."""
    for year, law in ((2025, "83/2015/QH13"), (2026, "89/2025/QH15")):
        plan = skeleton("UBND tỉnh Hà Giang", year)
        assert plan.frame is not None
        assert law in [str(basis.number) for basis in plan.frame.bases]


class TestNothingIsLostUnsaid:
    """What does not come along is told, on standard error, with its place."""

    def test_prose_that_is_in_no_plan_is_counted_with_its_lines(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """An officer who converts a document must know that its sentences stay behind."""
        source = Path(__file__).parents[1] / "examples" / "ke_hoach_huyen_2023.txt"
        assert main(["convert", str(source), str(tmp_path / "plan.json")]) == 0
        told = capsys.readouterr().err
        assert told == (
            f"khcn-plan: {source}: 3 đoạn không thuộc phần nào của kế hoạch nên không được chuyển (dòng 16, 22, 54)\n"
        )

    def test_a_document_says_where_it_would_be_read_otherwise(
        self, plan: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A plan without a frame gets a title, and that is told."""
        plan.write_text(json.write(Plan(year=2023)), "utf-8")
        assert main(["convert", "--lang", "en", str(plan), str(plan.with_suffix(".txt"))]) == 0
        assert "/frame: the document can't say None, it would say Frame(" in capsys.readouterr().err

    def test_a_table_holds_the_estimate_alone(self, plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The tasks of a plan are in no spreadsheet of its money."""
        assert main(["convert", str(plan), str(plan.with_suffix(".csv"))]) == 0
        assert "bảng chỉ giữ dự toán" in capsys.readouterr().err

    def test_nobody_answers_no(self, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whoever ends the input before answering has not agreed."""
        target = plan.with_suffix(".txt")
        target.write_text("quan trọng", "utf-8")
        monkeypatch.setattr("sys.stdin", _Terminal(""))
        assert main(["convert", str(plan), str(target)]) == 2
        assert target.read_text("utf-8") == "quan trọng"

    def test_a_link_stays_one_and_a_file_keeps_its_rights(self, plan: Path) -> None:
        """The file behind a link is replaced, with the rights it had; a link to nowhere is there already."""
        real, link = plan.with_name("real.txt"), plan.with_name("link.txt")
        real.write_text("cũ", "utf-8")
        real.chmod(0o600)
        link.symlink_to(real)
        assert main(["convert", "--replace", str(plan), str(link)]) == 0
        assert link.is_symlink()
        assert real.read_text("utf-8") == text.write(sample())
        assert real.stat().st_mode & 0o777 == 0o600
        real.unlink()
        assert main(["convert", str(plan), str(link)]) == 2

    def test_a_letter_that_utf8_cannot_hold_is_named(self, plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Half a letter, as a broken program writes it, is told for what it is."""
        plan.write_text(json.write(Plan(year=2023, tasks=(Task("Nuôi \ud800"),))).replace("\ud800", "\\ud800"), "utf-8")
        target = plan.with_suffix(".txt")
        assert main(["convert", str(plan), str(target)]) == 2
        assert f"{target}: có ký tự không ghi được bằng UTF-8" in capsys.readouterr().err

    def test_a_folder_that_is_not_there_is_named(self, plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Nothing is made that nobody asked for."""
        target = plan.parent / "xa" / "plan.txt"
        assert main(["convert", str(plan), str(target)]) == 2
        assert capsys.readouterr().err == f"khcn-plan: {target}: không có thư mục để ghi tệp này\n"

    def test_a_year_of_many_digits_is_none(self, tmp_path: Path) -> None:
        """Nothing is read of what nobody could mean."""
        with pytest.raises(SystemExit):
            main(["new", str(tmp_path / "a.txt"), "--issuer", "UBND xã Nậm Khao", "--year", "9" * 5000])
