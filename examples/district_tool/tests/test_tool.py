"""The office's tool: its plan is clean, its rules are heard, and what the baseline knows is not told again."""

from pathlib import Path

import attrs
import pytest
from khcn_plan import Amount
from khcn_plan.formats import json
from khcn_plan.testing import assert_clean, assert_finds, check_rule

from district_tool import plan, rules
from district_tool.__main__ import main

DATA = Path(__file__).parents[1] / "data"


def test_the_plan_of_the_year_is_clean() -> None:
    """All that the office's tables say adds up, is priced by the norms, and stands in known communes."""
    made = plan.of(2024, DATA)
    assert_clean(made, rules=rules.of(DATA))
    assert made.review is not None
    assert made.review.rounds[0].recognised is not None
    assert [product.stars for product in made.review.rounds[0].recognised.products] == [4, 3]
    assert made.budget is not None
    assert made.budget.total == Amount(160_000_000, words="Một trăm sáu mươi triệu đồng")


def test_the_rule_of_the_office_keeps_its_promises() -> None:
    """Its examples, its sentences in both languages."""
    check_rule(rules.too_long)


def test_a_price_above_the_norm_is_found() -> None:
    """Nine million a class are allowed, eleven are not."""
    made = plan.of(2024, DATA)
    training = attrs.evolve(made.tasks[0].costs[1], unit_price=Amount(11_000_000), amount=Amount(22_000_000))
    task = attrs.evolve(made.tasks[0], costs=(made.tasks[0].costs[0], training), total=Amount(76_000_000))
    assert_finds(
        task, "task.norm", at="/costs/1/unit_price", rules=rules.of(DATA), on=made.frame.issued if made.frame else None
    )


def _changed(folder: Path, old: str, new: str) -> Path:
    """Copy the office's tables into a folder, with another text in place of one."""
    data = folder / "data"
    data.mkdir()
    for file in DATA.iterdir():
        (data / file.name).write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    return data


def test_a_commune_that_is_not_in_the_list_is_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The status says how grave the gravest finding is."""
    data = _changed(tmp_path, ";xã Xuân Minh;", ";xã Xuân Mình;")
    assert main(["2024", str(data), str(tmp_path)]) == 1
    assert "plan.unit-unknown /review/rounds/0/recognised/products/1/commune:" in capsys.readouterr().out


def test_the_tool_writes_the_plan_and_its_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON keeps all of it; nothing is wrong, so nothing is said."""
    assert main(["2024", str(DATA), str(tmp_path)]) == 0
    assert capsys.readouterr().out == ""
    assert json.read((tmp_path / "ke_hoach_2024.json").read_text("utf-8")) == plan.of(2024, DATA)
    assert "KẾ HOẠCH" in (tmp_path / "ke_hoach_2024.txt").read_text("utf-8")


def test_what_the_baseline_knows_is_not_told_again(tmp_path: Path) -> None:
    """A fault of last month's draft is known; the same plan has none that is new."""
    data = _changed(tmp_path, ";9000000", ";19000000")
    assert main(["2024", str(data), str(tmp_path)]) == 2
    assert main(["2024", str(data), str(tmp_path), "--baseline", str(tmp_path / "ke_hoach_2024.json")]) == 0
