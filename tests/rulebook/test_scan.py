"""Scanning wakes exactly the rules that can match."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract.sentences import split_sentences
from kg.rulebook import load_from

RULES = """- id: built
  says: 建成
  pattern: '(?:建成|新建)[^。]{0,9}(?:站|室)'
  yields: {}
  examples: [{text: 建成一站}]
- id: titled
  says: 书名
  pattern: '《[^》]{1,9}》'
  yields: {}
  examples: [{text: 《通知》}]
"""
TEXT = "大理市建成协商室。洱源县印发《通知》。剑川县新建驿站，印发《办法》。鹤庆县平安。"


@pytest.fixture
def book(tmp_path: Path):
    (tmp_path / "things.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "slots.yaml").write_text("x: {pattern: 一}\n", encoding="utf-8")
    return load_from(tmp_path, tmp_path)


def test_scan_finds_what_the_simple_form_finds(book) -> None:
    sentences = split_sentences(TEXT)
    scan = book.scan(TEXT, sentences)
    for sentence in sentences:
        simple = [(m.rule.id, m.start, m.end) for m in book.matches("things", TEXT, sentence.start, sentence.end)]
        assert [(m.rule.id, m.start, m.end) for m in scan.matches("things", sentence)] == simple


def test_scan_wakes_only_rules_whose_trigger_is_there(book) -> None:
    scan = book.scan(TEXT, split_sentences(TEXT))
    awake = [sorted(scan.awake.get(s.start, ())) for s in split_sentences(TEXT)]
    assert awake == [[0], [1], [0, 1], []]


@pytest.mark.parametrize(
    ("pattern", "triggers"),
    [
        ("(?:建成|新建)[^。]{0,9}(?:站|室)", ("建成", "新建")),
        ("(?<!未)获评[^。]{2}", ("获评",)),
        ("(?:荣获)?[^。]{2}称号", ("称号",)),
        ("[甲乙][^。]{1,3}", ("乙", "甲")),
        ("{x}[^。]{1,3}", ("一",)),
        ("(?:{x}|{y})[^。]{1,3}", ("一", "二")),
        ("(?:被(?:评为|授予)|获批)", ("获批", "评为", "授予")),
    ],
    ids=["alternation", "lookbehind", "optional", "class", "slot", "slots", "nested"],
)
def test_triggers_are_read_off_the_pattern(tmp_path: Path, pattern: str, triggers: tuple[str, ...]) -> None:
    rule = f"- id: a\n  says: 一\n  pattern: '{pattern}'\n  yields: {{fact: a}}\n  examples: [{{text: 一}}]\n"
    (tmp_path / "things.yaml").write_text(rule, encoding="utf-8")
    (tmp_path / "slots.yaml").write_text("x: {pattern: 一}\ny: {pattern: 二}\n", encoding="utf-8")
    assert load_from(tmp_path, tmp_path).rules("things")[0].triggers == tuple(sorted(triggers))
