"""Sums of points tell kinds of practice where no wording does, and the points are those that the sentences give."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.extract.concept_scores import LONGEST, START, ScoreCard, Sign, known_signs, score_card, score_hits, stretches
from kg.extract.fit import fit, read_sentences
from kg.extract.sentences import split_sentences
from kg.pipeline import facts_of_text
from kg.rulebook import RuleBook, load_rulebook
from kg.scheme import load_concepts

BOOK = load_rulebook()
HERE = Path(__file__).parent
PASSAGES = HERE / "concept_passages.csv"
SETS = HERE.parents[1] / "kg" / "lexicons" / "concept_sets.csv"
LABELLED = (PASSAGES, HERE / "concept_sentences.csv", HERE / "concept_choices.csv", SETS)
FAVOUR = {"group:争": 150, "group:劝": 100}
CARD = ScoreCard(("mediation",), (-200,), {name: (points,) for name, points in FAVOUR.items()}, {"mediation": FAVOUR})
TOLD = [
    (
        "mediation",
        "嵩县旧县镇的老支书、司法所干部轮流到田间地头劝说，今年争地边、争水的吵闹平息了46起。",
        "老支书 劝 争地",
    ),
    ("new-employment-party", "东台市的快递小哥在站点建起支部，流动党员按月过组织生活。", "快递小哥 支部 流动党员"),
    ("deliberation", "西峡县双龙镇的水渠怎么修，村民围着火塘议了三个晚上，最后举手定了线路。", "围着 议 举手"),
    ("grid-management", "清河县葛仙庄镇把全镇切成八十片，每片派定一个人，早晚各转一圈。", "切成 每片 一个人"),
    ("party-points", "德令哈市柯鲁柯镇每月评一次党员，干活多的加分，开会不到的扣分，贴在支部门口。", "每月 党员 加分"),
]


def test_points_add_up_from_where_a_kind_starts() -> None:
    assert CARD.sums({"group:争", "group:劝", "group:别的"}) == (50,)
    assert CARD.sums(()) == (-200,)


def test_the_strongest_words_stand_for_a_kind() -> None:
    found = [Sign(0, 1, "group:争"), Sign(3, 4, "group:劝"), Sign(6, 7, "group:争")]
    assert CARD.pieces("mediation", found) == ((0, 1),)
    assert [sign.start for _, sign in CARD.favouring("mediation", found)] == [0, 3]


@pytest.mark.parametrize(("concept", "text", "words"), TOLD, ids=[concept for concept, *_ in TOLD])
def test_a_deed_in_words_of_its_own_is_told(concept: str, text: str, words: str) -> None:
    """The words that stand for it are those that speak most for its kind."""
    hits = [hit for hit in score_hits(text, BOOK) if hit.cue.concept == concept]
    assert [[text[start:end] for start, end in hit.pieces] for hit in hits] == [words.split()]


@pytest.mark.parametrize(
    "text",
    [
        "今天的比赛由两队对阵，上半场双方各进一球。",
        "把面团切成八片，每片抹油，盖上布醒一个小时。",
        "他围着火炉讲起父亲年轻时的事。",
    ],
)
def test_other_matters_tell_no_kind(text: str) -> None:
    assert not list(score_hits(text, BOOK))


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


def with_rows(monkeypatch: pytest.MonkeyPatch, *rows: dict[str, str]) -> None:
    """Let the rule book have these rows of points only."""
    lexicon = type(BOOK).lexicon

    def instead(book: RuleBook, name: str) -> object:
        return rows if name == "concept_scores" else lexicon(book, name)

    monkeypatch.setattr(type(BOOK), "lexicon", instead)


def test_a_sign_that_no_text_shows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with_rows(monkeypatch, {"concept": "mediation", "sign": "group:没有这组", "points": "1"})
    with pytest.raises(RuleError, match="mediation group:没有这组: no such sign"):
        score_card.__wrapped__(BOOK)


def test_a_kind_without_a_start_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with_rows(monkeypatch, {"concept": "mediation", "sign": min(known_signs(BOOK)), "points": "1"})
    with pytest.raises(RuleError, match="no row start for mediation"):
        score_card.__wrapped__(BOOK)


def test_the_labelled_sentences_name_known_kinds_once() -> None:
    sentences = read_sentences(PASSAGES)
    assert {kind for one in sentences for kind in one.kinds} == {c.id for c in load_concepts()}
    assert not [text for text, times in Counter(one.text for one in sentences).items() if times > 1]


def test_the_points_are_those_of_the_labelled_sentences() -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed: the points are not fitted again")
    sentences = [one for path in LABELLED for one in read_sentences(path)]
    fitted = {(kind, name): points for kind, name, points in fit(sentences, BOOK)}
    kept = {(row["concept"], row["sign"]): float(row["points"]) for row in BOOK.lexicon("concept_scores")}
    assert len(fitted.keys() ^ kept.keys()) <= 0.02 * len(kept)
    assert all(abs(fitted[key] - points) < 0.1 for key, points in kept.items() if key in fitted)
    assert sum(name == START for _, name in kept) == len(load_concepts())


def test_a_long_text_of_signs_takes_its_length() -> None:
    def looks(text: str) -> int:
        return sum(1 for _ in score_hits(text, BOOK))

    unit = "甲镇的网格员每天入户走访，化解邻里纠纷9起。"
    assert looks(unit * 40) == 40 * looks(unit)
