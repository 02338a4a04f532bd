"""Sums of points tell kinds of practice where no wording does, and the points are those that the sentences give."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.extract import concepts as concepts_module
from kg.extract.concept_scores import (
    CARD,
    LONGEST,
    START,
    ScoreCard,
    Stretch,
    check_card,
    points_at,
    read_card,
    score_card,
    score_hits,
    stretches,
    told_by_points,
)
from kg.extract.fit import fit_concepts, read_sentences, signs_of
from kg.extract.sentences import split_sentences
from kg.pipeline import facts_of_text
from kg.scheme import load_concepts

HERE = Path(__file__).parent
PASSAGES = HERE / "concept_passages.csv"
SETS = HERE.parents[1] / "kg" / "lexicons" / "concept_sets.csv"
LABELLED = (
    PASSAGES,
    HERE / "concept_sentences.csv",
    HERE / "concept_choices.csv",
    SETS,
    HERE / "concept_official.csv",
)
OWN = ScoreCard(("mediation", "hotline"), (-200, -300), {"劝": "50,", "劝和": "100,-5", "争地": "150,", "热线": ",400"})
TOLD = [
    ("mediation", "嵩县旧县镇的老支书、司法所干部轮流到田间地头劝说，今年争地边、争水的吵闹平息了46起。"),
    ("new-employment-party", "东台市的快递小哥在站点建起支部，流动党员按月过组织生活。"),
    ("deliberation", "西峡县双龙镇的水渠怎么修，村民围着火塘议了三个晚上，最后举手定了线路。"),
    ("grid-management", "清河县葛仙庄镇把全镇细分成八十片，每片定一个人包着，片长天天走访，哪家有事先找他。"),
    ("party-points", "德令哈市柯鲁柯镇每月评一次党员，干活多的加分，开会不到的扣分，贴在支部门口。"),
]


def test_points_add_up_from_where_a_kind_starts_and_a_sign_counts_once() -> None:
    assert OWN.sums("劝和争地，再劝和") == (100, -305)
    assert OWN.sums("别的") == (-200, -300)
    assert OWN.points("别的") is None


def test_the_strongest_pairs_stand_for_a_kind() -> None:
    text = "甲村劝和，争地的少了，又劝和。"
    whole = Stretch(0, len(text), OWN.sums(text))
    assert [(p.points, text[p.start : p.end]) for p in OWN.favouring("mediation", text, whole)] == [
        (150, "争地"),
        (100, "劝和"),
    ]
    assert [text[start:end] for start, end in OWN.pieces("mediation", text, whole)] == ["争地"]
    assert OWN.pieces("hotline", text, whole) == ()
    assert OWN.of(whole, "hotline") == -305


@pytest.mark.parametrize(("concept", "text"), TOLD, ids=[concept for concept, _ in TOLD])
def test_a_deed_in_words_of_its_own_is_told(concept: str, text: str) -> None:
    """The spans that stand for it lie in the sentence and speak for the kind."""
    (hit,) = (hit for hit in score_hits(text) if hit.cue.concept == concept)
    card = score_card()
    assert all(card.point(text[start:end], card.kinds.index(concept)) > 0 for start, end in hit.pieces)


@pytest.mark.parametrize(("least", "told"), [(-10_000, True), (10_000, False)])
def test_where_the_points_are_too_few_a_wording_of_two_parts_is_not_believed(
    monkeypatch: pytest.MonkeyPatch, least: int, told: bool
) -> None:
    text = "嵩县旧县镇今年调处邻里纠纷46起。"
    assert -10_000 < points_at(text, text.index("调处"), "mediation") < 10_000
    monkeypatch.setattr(concepts_module, "UNLIKELY", least)
    monkeypatch.setattr(concepts_module.Report, "scores", ())
    (article,) = facts_of_text(f"见闻\n{text}")
    assert ("mediation" in {use.concept for use in article.concepts}) is told


@pytest.mark.parametrize(
    "text",
    [
        "今天的比赛由两队对阵，上半场双方各进一球。",
        "把面团切成八片，每片抹油，盖上布醒一个小时。",
        "他围着火炉讲起父亲年轻时的事。",
    ],
)
def test_other_matters_tell_no_kind(text: str) -> None:
    assert not list(score_hits(text))


def test_only_the_score_tells_of_a_deed_that_no_wording_has() -> None:
    (article,) = facts_of_text(TOLD[-1][1])
    assert {(u.concept, u.rule) for u in article.concepts} == {("party-points", "concept-score")}


def test_what_is_planned_is_not_told() -> None:
    (article,) = facts_of_text(TOLD[-1][1].replace("镇每月", "镇计划明年每月"))
    assert not article.concepts


def test_stretches_are_whole_clauses_that_tile_a_sentence() -> None:
    text = "甲镇" + "组织村民在树下商量修路的事，" * 12 + "最后定下来；乙镇另起一头。" + "无标点" * 40 + "。"
    for sentence in split_sentences(text):
        found = list(stretches(text, sentence))
        assert [start for start, _ in found[1:]] == [end for _, end in found[:-1]]
        assert (found[0][0], found[-1][1]) == (sentence.start, sentence.end)
        assert all(end - start <= LONGEST or text.find("，", start, end - 1) < 0 for start, end in found)


def test_a_card_without_a_start_for_each_kind_is_refused() -> None:
    with pytest.raises(RuleError, match="where each kind starts"):
        read_card(["sign,mediation,hotline", "start,-100", "劝,50,"])
    with pytest.raises(RuleError, match="where each kind starts"):
        read_card(["sign,mediation,hotline", "劝,50,"])


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("劝,50", "concepts.csv:3 劝: 1 points for 2 kinds"),
        ("劝,50,x", "concepts.csv:3 劝: “x” is no whole number"),
        ("劝和好,50,", "concepts.csv:3 劝和好: a sign is one character or two"),
    ],
)
def test_a_row_that_is_none_is_named_with_its_line(row: str, said: str) -> None:
    with pytest.raises(RuleError, match=said):
        check_card(["sign,mediation,hotline", "start,-100,-200", row])


def test_a_card_is_read_as_it_is_written() -> None:
    card = read_card(["sign,mediation,hotline", "start,-200,-300", "劝和,100,-5"])
    assert (card.kinds, card.starts) == (("mediation", "hotline"), (-200, -300))
    assert [card.point("劝和", kind) for kind in (0, 1)] == [100, -5]
    assert [card.point("热线", kind) for kind in (0, 1)] == [0, 0]


def test_the_labelled_sentences_name_known_kinds_once() -> None:
    sentences = read_sentences(PASSAGES)
    assert {kind for one in sentences for kind in one.kinds} == {c.id for c in load_concepts()}
    assert not [text for text, times in Counter(one.text for one in sentences).items() if times > 1]


def test_signs_are_characters_and_pairs_that_are_chinese() -> None:
    assert signs_of("甲、乙丙A丁") == {"甲", "乙", "丙", "丁", "乙丙"}


def test_the_card_has_a_column_for_every_kind() -> None:
    assert set(score_card().kinds) == {c.id for c in load_concepts()}


def test_the_points_are_those_of_the_labelled_sentences() -> None:
    """Fitted again for a few kinds: each kind is fitted by itself."""
    pytest.importorskip("sklearn", reason="scikit-learn is not installed: the points are not fitted again")
    kinds = ("deliberation", "red-property", "village-rules")
    sentences = [one for path in LABELLED for one in read_sentences(path)]
    header, *rows = fit_concepts(sentences, kinds)
    kept = read_card(CARD.read_text(encoding="utf-8").splitlines())
    columns = [kept.kinds.index(kind) for kind in header[1:]]
    assert [row[0] for row in rows] == [START, *kept.lines]
    for sign, *points in rows[1:]:
        known = [kept.point(sign, column) for column in columns]
        assert all(abs(int(p or 0) - k) <= 5 for p, k in zip(points, known, strict=True)), sign


def test_a_long_text_of_signs_takes_its_length() -> None:
    def looks(text: str) -> int:
        return sum(1 for _ in score_hits(text))

    unit = "甲镇的网格员每天入户走访，化解邻里纠纷9起。"
    assert looks(unit * 40) == 40 * looks(unit)


def test_a_kind_told_beyond_doubt_is_told_again_in_fewer_words() -> None:
    first = "嵩县旧县镇的老支书、司法所干部轮流到田间地头劝说，今年争地边、争水的吵闹平息了46起。"
    again = "大坪村的老支书也到地头劝，争地边的少了。"
    assert list(told_by_points(again)) == []
    told = [(concept, stretch.start) for stretch, concept in told_by_points(first + again)]
    assert told == [("mediation", 0), ("mediation", len(first))]
