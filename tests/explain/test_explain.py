from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.explain import explain_fact, explain_sentence, show_text
from kg.explain.rules import pattern_parts
from kg.explain.show import reasons
from kg.rulebook import load_rulebook

VERDICTS = [
    ("遵义市汇川区打通服务群众“最后一公里”，社区干部常上门。", "practices", "最后一公里", "threshold"),
    (
        "老人对记者说：“现在办事方便了，不用跑远路。”六盘水市钟山区的干部很欣慰。",
        "practices",
        "现在办事方便了",
        "speech",
    ),
    ("昭通市昭阳区下一步将推行“石榴籽驿站”，方便各族群众。", "practices", "石榴籽驿站", "plan"),
    ("呼伦贝尔市海拉尔区的工作机制有了改进。", "practices", "机制", "no-verb"),
    ("呼伦贝尔市海拉尔区建立健全工作机制。", "practices", "机制", "no-which"),
    ("白城市洮北区尚未建立积分超市，群众盼着它。", "concepts", "积分超市", "negation"),
    ("为了让居民议事有地方，延边州延吉市新建了凉亭。", "concepts", "居民议事", "purpose"),
    ("三亚市吉阳区评比排名全省第2位。", "measures", "排名全省第2位", "no-count"),
    ("三亚市吉阳区学习“1985人先进事迹”。", "measures", "1985人", "in-marks"),
]


@pytest.mark.parametrize(("sentence", "family", "words", "objection"), VERDICTS)
def test_what_did_not_fire_names_the_condition_that_failed(
    sentence: str, family: str, words: str, objection: str
) -> None:
    explained = explain_sentence(sentence)
    found = [r for r in explained.readings if r.family == family and words in explained.text[r.start : r.end]]
    assert objection in {r.objection for r in found}
    assert reasons()[objection][0] in show_text(explained)


def test_a_practice_shows_the_sum_that_made_it_one() -> None:
    explained = explain_sentence("玉树市推行“格桑花”志愿服务品牌，党员带头上门。")
    (reading,) = [r for r in explained.readings if r.fired and r.family == "practices"]
    assert dict(reading.slots)["name"] == "格桑花"
    assert reading.threshold is not None
    assert reading.score == sum(p.value for p in reading.parts) >= reading.threshold
    assert {"verb:run"} < {p.name for p in reading.parts}
    assert [item["name"] for family, item in explained.facts if family == "practices"] == ["格桑花"]


def test_a_rule_shows_its_slots_and_a_rule_that_nearly_fired_the_part_that_failed() -> None:
    explained = explain_sentence("拉萨市城关区印发《社区议事办法》，受到好评。")
    fired = {r.rule: dict(r.slots) for r in explained.readings if r.family == "documents" and r.fired}
    assert any("《社区议事办法》" in slots.values() for slots in fired.values())
    near = [r for r in explained.readings if not r.fired and r.objection not in reasons()]
    known = {rule.id: rule for rule in load_rulebook().all_rules}
    assert near
    assert all(r.objection in pattern_parts(known[r.rule].pattern) for r in near)


def test_the_parts_of_a_pattern_are_the_pattern() -> None:
    for rule in load_rulebook().all_rules:
        assert "".join(pattern_parts(rule.pattern)) == rule.pattern
    assert pattern_parts(r"甲{slot}?(?:乙|[）|])丙{2,3}\d") == ("甲", "{slot}?", "(?:乙|[）|])", "丙{2,3}", r"\d")


def test_a_place_shows_the_candidates_it_was_weighed_against() -> None:
    explained = explain_sentence("徐州市鼓楼区的社区推行积分制，积分可以兑换生活用品。")
    place = next(item for family, item in explained.facts if item.get("name") == "鼓楼区")
    assert place["candidates"][0]["code"] == place["code"] == "320302"
    assert "紧接在它的上级后面" in show_text(explained)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explained")
    article = (
        "六枝特区：小院里的事小院议\n\n六枝特区推行“板凳会”议事模式，化解纠纷36件。板凳会设在院坝里，大家坐下来商量。\n"
    )
    (folder / "六枝.txt").write_text(article, encoding="utf-8")
    result = CliRunner().invoke(main, ["build", str(folder / "六枝.txt"), "-o", str(folder / "build")])
    assert result.exit_code == 0, result.output
    return folder / "build"


def test_a_fact_is_found_by_words_by_iri_and_by_the_end_of_it(built: Path) -> None:
    (by_words,) = [e for e in explain_fact("六枝 板凳会", built) if e.facts[0][0] == "practices"]
    iri = by_words.facts[0][1]["iri"]
    assert [e.facts for e in explain_fact(iri, built)] == [by_words.facts]
    assert [e.facts for e in explain_fact(iri.rpartition("/")[2], built)] == [by_words.facts]
    assert "quoted-name" in [r.rule for r in by_words.readings]
    assert "【“板凳会”】" in show_text(by_words)


def test_every_statement_of_the_graph_is_explained_by_its_iri_and_as_turtle_prints_it(built: Path) -> None:
    facts = [
        line.split()[0] for line in (built / "graph.ttl").read_text("utf-8").splitlines() if " a zt:Fact ;" in line
    ]
    assert len(facts) > 5
    assert all(explain_fact(fact.removeprefix("fact:"), built) for fact in facts)
    shown = CliRunner().invoke(main, ["explain", facts[0], "--graph", str(built)])
    assert shown.exit_code == 0
    assert explain_fact("0" * 16, built) == ()


def test_the_command_prints_text_and_json_and_says_when_nothing_is_meant(built: Path) -> None:
    run = CliRunner().invoke
    shown = run(main, ["explain", "六枝 板凳会", "--graph", str(built)])
    assert shown.exit_code == 0
    assert "≥ 3" in shown.output
    rows = json.loads(run(main, ["explain", "酒泉市推行“沙枣花”调解品牌。", "--format", "json"]).stdout)
    assert any(r["fired"] and r["family"] == "practices" for r in rows[0]["readings"])
    missing = run(main, ["explain", "没有的东西", "--graph", str(built)])
    assert missing.exit_code == 1
    assert "没有这样的事实" in missing.output
    nowhere = run(main, ["explain", "六枝 板凳会", "--graph", str(built / "none")])
    assert nowhere.exit_code == 2
    assert "kg build" in nowhere.output
