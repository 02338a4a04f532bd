"""Loading a rule book: what it refuses, and with which words."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from kg.errors import RuleError
from kg.model import OrganisationKind, PracticeKind
from kg.rulebook import RuleBook, failures, load_from, load_rulebook
from kg.rulebook.columns import CHOICES
from kg.rulebook.marked import read_lexicon

SLOTS = "count: {says: 数, pattern: '[0-9]{1,6}'}\nunit: {says: 量词, lexicon: units, where: {counts: '1'}}\n"
UNITS = "word,counts\n个,1\n名,1\n月,0\n"
RULE = """- id: built
  says: 建成多少
  pattern: '建成{count}{unit}'
  yields: {fact: measure}
  examples:
    - text: 赣州市章贡区建成12个书屋
      gives: {count: '12', unit: 个}
"""


def load(folder: Path, rules: str = RULE, slots: str = SLOTS, units: str = UNITS) -> RuleBook:
    (folder / "rules").mkdir()
    (folder / "lexicons").mkdir()
    (folder / "rules" / "things.yaml").write_text(rules, encoding="utf-8")
    (folder / "rules" / "slots.yaml").write_text(slots, encoding="utf-8")
    (folder / "lexicons" / "units.csv").write_text(units, encoding="utf-8")
    return load_from(folder / "rules", folder / "lexicons")


def test_matches_give_the_slots(tmp_path: Path) -> None:
    text = "章贡区建成12个书屋，南康区建成7名师库"
    found = list(load(tmp_path).matches("things", text, 0, len(text)))
    assert [(m["count"], m["unit"], m.get("place")) for m in found] == [("12", "个", None), ("7", "名", None)]


def test_matches_stay_inside_their_window(tmp_path: Path) -> None:
    text = "章贡区建成12个书屋"
    assert list(load(tmp_path).matches("things", text, 0, 6)) == []


def test_words_are_filtered_by_other_columns(tmp_path: Path) -> None:
    assert load(tmp_path).words("units", counts="1") == ("个", "名")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("{count}", "{cuont}"), 'rules/things.yaml:3 rule "built": slot {cuont} is not defined; did you mean count?'),
        (("{count}", "{count}.*"), 'rules/things.yaml:3 rule "built": an unbounded repeat'),
        (("{count}", "{count}.{2,}"), 'rules/things.yaml:3 rule "built": an unbounded repeat'),
        (("{count}", "(?:[^。]{1,9}){1,9}"), "a repeat inside a repeat"),
        (("{count}", "(?:{count}){1,9}"), "a repeat inside a repeat"),
        (("{count}", "({count}"), 'rules/things.yaml:3 rule "built": not a valid pattern'),
        (("'建成{count}{unit}'", "'[^。]{2}'"), "no word in it must occur in every match; add “triggers"),
        (("  says: 建成多少\n", ""), 'rules/things.yaml:1 rule "built": says is missing'),
        (("says:", "sais: 一\n  says:"), 'rules/things.yaml:2: key "sais" is unknown; did you mean says?'),
        (("says:", "says: 一\n  says:"), 'rules/things.yaml:3: the key "says" stands here twice'),
        (("    - text:", "    - txt:"), "rules/things.yaml:6: an example reads"),
        (("pattern: '", "pattern: ["), "rules/things.yaml:"),
    ],
    ids=[
        "slot",
        "star",
        "open",
        "nested",
        "nested-slot",
        "regex",
        "no-trigger",
        "missing",
        "unknown",
        "twice",
        "example",
        "yaml",
    ],
)
def test_defect_is_named_with_file_and_line(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    with pytest.raises(RuleError) as error:
        load(tmp_path, RULE.replace(*change))
    assert message in str(error.value)


def test_second_rule_of_one_id_is_refused_with_both_places(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r'things\.yaml:8 rule "built" has the id of rules/things\.yaml:1'):
        load(tmp_path, RULE + RULE)


def test_repeat_with_a_border_may_hold_a_repeat(tmp_path: Path) -> None:
    book = load(tmp_path, RULE.replace("{count}{unit}", "(?:[^、]{1,9}、){0,4}{count}{unit}"))
    assert list(failures(book.rules("things")[0])) == []


@pytest.mark.parametrize(
    ("slots", "message"),
    [
        (SLOTS + "x: {says: 无}\n", "rules/slots.yaml:3: slot {x} needs"),
        (
            SLOTS + "x: {pattern: '{unti}'}\n",
            "rules/slots.yaml:3: slot {x}: slot {unti} is not defined; did you mean unit?",
        ),
        (SLOTS + "x: {pattern: '一+'}\n", "rules/slots.yaml:3: slot {x}: an unbounded repeat"),
        (SLOTS + "x: {lexicon: unit}\n", 'no lexicon "unit"; did you mean units?'),
        (SLOTS + "x: {lexicon: units, column: wrod}\n", 'has no column "wrod"; did you mean word?'),
        (SLOTS + "x: {lexicon: units, where: {counts: '7'}}\n", "no row of units.csv fits"),
        (SLOTS + "count: {pattern: 一}\n", 'rules/slots.yaml:3: "count" stands here twice'),
    ],
    ids=["bare", "unknown", "unbounded", "lexicon", "column", "empty", "twice"],
)
def test_defective_slot_is_named_with_file_and_line(tmp_path: Path, slots: str, message: str) -> None:
    with pytest.raises(RuleError) as error:
        load(tmp_path, slots=slots)
    assert message in str(error.value)


def test_short_lexicon_row_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"lexicons/units\.csv:3: this row has not 2 cells"):
        load(tmp_path, units="word,counts\n个,1\n名\n")


@pytest.mark.parametrize("second", ["个,1", "个,2"])
def test_word_that_stands_twice_is_named_with_both_lines(tmp_path: Path, second: str) -> None:
    with pytest.raises(RuleError, match=r"lexicons/units\.csv:4: 个 stands in line 2 already"):
        load(tmp_path, units=f"word,counts\n个,1\n名,1\n{second}\n")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("建成12个", "造出12个"), 'rules/things.yaml:6 rule "built": does not match its example'),
        (("count: '12'", "count: '1'"), "it gives {'count': '12'}"),
        (("unit: 个}\n", "unit: 个}\n  counterexamples: [兴国县建成3个]\n"), "matches “建成3个” in its counterexample"),
    ],
    ids=["no-match", "other-slot", "counterexample"],
)
def test_rule_that_breaks_its_promise_is_reported(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    book = load(tmp_path, RULE.replace(*change))
    assert message in "\n".join(failures(book.rules("things")[0]))


@pytest.mark.parametrize(
    ("units", "message"),
    [
        (
            "word,kind,counts\n个,count,1\n斤,mesure,1\n",
            "lexicons/units.csv:3: 斤: kind is “mesure”; did you mean measure?",
        ),
        ("word,kind,counts\n个,count,yes\n", "lexicons/units.csv:2: 个: counts is “yes”; known: 0, 1"),
    ],
)
def test_a_cell_that_the_program_does_not_know_is_named_with_its_line(tmp_path: Path, units: str, message: str) -> None:
    with pytest.raises(RuleError) as error:
        load(tmp_path, units=units)
    assert message in str(error.value)


def test_a_weight_that_is_no_number_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "practice_weights.csv"
    path.write_text("name,weight,says\nlisted,2,\ndirect,二,\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"practice_weights\.csv:3: direct: weight is “二”; write a number"):
        read_lexicon(path)


def test_no_cell_may_hold_a_word_that_no_shipped_row_holds() -> None:
    book = load_rulebook()
    model = {*get_args(OrganisationKind), *get_args(PracticeKind)}  # kinds of facts may wait for their first word
    for name, columns in CHOICES.items():
        for column, words in columns.items():
            assert words - {row[column] for row in book.lexicon(name)} <= model, (name, column)
