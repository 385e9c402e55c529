"""What every rule of the library owes its reader: examples that prove it, sentences that fill, a law with dates."""

import pickle
import re
from datetime import date, timedelta
from itertools import pairwise

import attrs
import pytest

from khcn_plan import RULES, Amount, Norm, Rule, RuleSet, Severity, Source, check, cost_norms, units
from khcn_plan.language import LANGUAGES
from khcn_plan.law.register import COST_NORMS_2023, REGISTER
from khcn_plan.model.tree import walk
from khcn_plan.rules import amount, breakdown, budget, citation, document, frame, ocop, plan, property, task  # noqa: A004 - the room
from khcn_plan.testing import assert_clean, check_rule, plant, reading_of, sample

NORM = Norm(item="Chủ nhiệm nhiệm vụ", unit="tháng", ceiling=Amount(40_000_000), source=COST_NORMS_2023.at("Điều 4"))
CALLERS = RuleSet((cost_norms((NORM,)), units(("xã Bằng Lang", "xã Yên Hà", "thị trấn Yên Bình"))))
ALL = RULES + CALLERS
ROOMS = (amount, breakdown, budget, citation, document, frame, ocop, plan, property, task)
A_DAY = timedelta(days=1)

every_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
LEGAL = tuple(rule for rule in RULES if rule.grounds[0].document)
every_legal_rule = pytest.mark.parametrize("rule", LEGAL, ids=lambda rule: rule.name)
every_title = pytest.mark.parametrize("part", ["title", "why", "message"])


@every_rule
def test_a_rule_owes_its_reader_nothing(rule: Rule) -> None:
    """Its examples show it and nothing else, its sentences fill in both languages, and outside its period it is silent."""
    check_rule(rule, rules=ALL)


@every_rule
def test_the_examples_are_judged_by_the_rule(rule: Rule) -> None:
    """An example of a class that the rule does not judge would be silent for no reason."""
    for example in (rule.fails, rule.passes):
        assert any(isinstance(value, rule.on) for value, _, _ in walk(example))


@every_rule
def test_one_cause_in_a_whole_plan_is_one_finding(rule: Rule) -> None:
    """In a plan without other faults an officer sees the one that is there, once."""
    whole = plant(rule.fails, sample(rule.example_day))
    assert [finding.rule.name for finding in check(whole, rules=ALL, on=rule.example_day)] == [rule.name]


@pytest.mark.parametrize(
    "issued", [date(2019, 8, 21), date(2022, 3, 1), date(2023, 2, 15), date(2025, 7, 1), date(2026, 3, 1)]
)
def test_a_plan_without_fault_is_silent_in_every_year(issued: date) -> None:
    """The sample that the faulty parts are put into has no finding of its own, under any of the laws."""
    assert_clean(sample(issued), rules=ALL)
    assert_clean(reading_of(sample(issued)), rules=ALL)


@every_rule
def test_titles_and_reasons_name_no_values(rule: Rule) -> None:
    """A title and a reason hold for every document, so neither has a place for a figure of one."""
    assert not rule.title.fields
    assert not rule.why.fields


@every_rule
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_of_the_example_is_well_set(rule: Rule, language: str) -> None:
    """No empty quotation and no double blank stands where a value is missing."""
    (finding,) = check(rule.fails, rules=ALL, on=rule.example_day)
    assert not re.search(r"“”|  ", finding.message(language))


@every_rule
@every_title
def test_titles_and_reasons_are_in_both_languages(rule: Rule, part: str) -> None:
    """Nothing is left untranslated, and a reason is a sentence."""
    text = getattr(rule, part)
    assert text.vi
    assert text.en
    assert text.vi != text.en
    if part != "title":
        assert text.vi.endswith(".")
        assert text.en.endswith(".")


@every_rule
def test_a_rule_counts_nothing_as_held_outside_its_period(rule: Rule) -> None:
    """The day before a provision is in force, and the day after its end, nobody can keep it either."""
    alone = RuleSet((rule,))
    for end, step in ((rule.period.since, -A_DAY), (rule.period.until, A_DAY)):
        if end is not None:
            assert check(rule.fails, rules=alone, on=end + step).held == ()


@every_legal_rule
def test_a_legal_ground_is_in_the_register_and_in_force(rule: Rule) -> None:
    """A rule never rests on a document that nobody has looked at, nor on days when that was not in force."""
    for ground in rule.grounds:
        assert ground.document in REGISTER
        assert ground.period.within(ground.document.period)
    first, last = rule.grounds[0].period, rule.grounds[-1].period
    # The one rule about texts that nobody can read is held whatever their day, which nobody can read either.
    assert rule.period.within(attrs.evolve(first, until=last.until)) is not (rule.name == "document.encoding")


@every_legal_rule
def test_grounds_follow_one_another_without_a_gap(rule: Rule) -> None:
    """Between the first and the last of its grounds a rule has one on every day."""
    for earlier, later in pairwise(rule.grounds):
        assert later.period.since <= earlier.period.until + A_DAY


@every_rule
def test_a_finding_survives_a_pickle(rule: Rule) -> None:
    """A million plans are checked by a plain map over processes, so findings travel between them."""
    for one in (rule, attrs.evolve(rule, severity=Severity.INFO)):
        (finding,) = check(one.fails, rules=RuleSet((one,)), on=one.example_day)
        again = pickle.loads(pickle.dumps(finding))  # noqa: S301 - what we have just dumped
        assert again == finding
        assert hash(again) == hash(finding)
        assert again.message("en") == finding.message("en")


def test_a_report_survives_a_pickle() -> None:
    """So does the whole report, with what it held and what it could not judge."""
    report = check(Amount(90_000_000, words="Chín triệu đồng"))
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301 - what we have just dumped


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__.rpartition(".")[2])
def test_a_room_lists_all_its_rules(room: object) -> None:
    """A rule that its file forgets to list would never be held."""
    assert {value.name for value in vars(room).values() if isinstance(value, Rule)} <= {
        rule.name for rule in room.RULES
    }
    assert all(rule.name in RULES for rule in room.RULES)


def test_every_rule_stands_in_a_room() -> None:
    """The set of the library is the sum of its rooms and nothing else."""
    assert sum(len(room.RULES) for room in ROOMS) == len(RULES)


def test_names_are_identifiers() -> None:
    """Names are `noun.fault`, unique, and begin with the noun of their room."""
    names = [rule.name for rule in ALL]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", name) for name in names)
    for room in ROOMS:
        noun = room.__name__.rpartition(".")[2]
        assert {rule.name.partition(".")[0] for rule in room.RULES} == {"document" if noun == "frame" else noun}


def test_a_ground_that_is_no_law_says_so() -> None:
    """Where the document contradicts itself no law is invented for it."""
    for rule in RULES:
        if rule not in LEGAL:
            assert rule.grounds == (Source(document=None),)
