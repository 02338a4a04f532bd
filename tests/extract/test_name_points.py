"""Names that only many small signs together tell."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.explain.practices import SIGNS, sign_label
from kg.extract.fit import fit_names, read_names
from kg.extract.lexica import lexica
from kg.extract.name_points import (
    OF_NAME,
    OF_TEXT,
    PART,
    START,
    SUM,
    NameCard,
    name_card,
    of_clause,
    signs_of,
    with_points,
)
from kg.extract.practice_quotes import Candidate, quoted_candidates
from kg.pipeline import facts_of_text
from kg.rulebook import RuleBook, load_rulebook

BOOK = load_rulebook()
QUOTED = re.compile('“([^“”]+)”|「([^「」]+)」|『([^『』]+)』|"([^"]+)"|‘([^‘’]+)’')
PASSAGES = Path(__file__).with_name("name_passages.csv")
CARD = NameCard(-1.0, {"ends:会": 0.5, "part:coined": 0.25, SUM: 0.5})
TOLD = [
    ("板凳会商", "一到周五晚上，留坝县江口镇的“板凳会商”就热闹起来。"),
    ("柴火灶边说", "留坝县江口镇靠“柴火灶边说”，把三年的老账理清了。"),
    ("栈道同行", "留坝县用“栈道同行”破解治理难题。"),
]
NOT_TOLD = [
    "留坝县江口镇把“心病”当成第一件事来治。",
    "留坝县江口镇的干部说，再不改就成了“空壳子”。",
    "日子像是“芝麻开花”，留坝县江口镇的老人这样说。",
    "“最后一公里”怎么走，留坝县还在想。",
]


def candidate(text: str) -> Candidate:
    """The one quoted string of a text."""
    (found,) = quoted_candidates(text, lexica(BOOK), frozenset())
    return found


@pytest.mark.parametrize(("name", "text"), TOLD, ids=[name for name, _ in TOLD])
def test_small_signs_tell_a_name_where_no_construction_does(name: str, text: str) -> None:
    weak = candidate(text)
    assert weak.score < lexica(BOOK).weights["threshold"]
    (strong,) = with_points(text, [weak], BOOK)
    assert strong.parts[-1].name == PART
    assert strong.score == pytest.approx(lexica(BOOK).weights["threshold"])
    assert [p.name for facts in facts_of_text(f"基层治理见闻\n{text}") for p in facts.practices] == [name]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_figures_and_troubles_stay_none(text: str) -> None:
    assert not [p.name for facts in facts_of_text(f"基层治理见闻\n{text}") for p in facts.practices]


def test_no_sign_is_asked_where_a_part_speaks_strongly_against() -> None:
    text = "留坝县江口镇的“主力军”就热闹起来。"
    assert with_points(text, [candidate(text)], BOOK) == (candidate(text),)


def test_no_sign_is_asked_in_a_text_without_a_place() -> None:
    text = TOLD[0][1].replace("留坝县江口镇的", "")
    assert not [p for facts in facts_of_text(f"基层治理见闻\n{text}") for p in facts.practices]


def test_points_add_up_with_how_much_there_is_of_a_sign() -> None:
    signs = {"ends:会": 1.0, "part:coined": 2.0, "before:的": 1.0, SUM: 3.0}
    assert CARD.sum(signs) == pytest.approx(1.5)
    assert CARD.sum({}) == -1.0
    assert [name for name, _ in CARD.strongest(signs)] == [SUM, "ends:会", "part:coined"]


def test_the_signs_of_a_name_and_its_clause() -> None:
    text = "江口镇设立“板凳会”，村民都来“板凳会”上说；板凳会一开就是两年。"
    (first, _) = quoted_candidates(text, lexica(BOOK), frozenset())
    signs = signs_of(text, first)
    assert {"ends:会", "ends:凳会", "length:3", "quoted:2", "bare:1", "dictionary:-"} <= signs.keys()
    assert {"before:设立", "behind:，", "verb-before:设立"} <= set(of_clause(text, first))
    assert signs[SUM] == first.score


def test_the_clause_of_a_quoted_string_ends_at_the_next_quote() -> None:
    text = "建起“甲会”管“乙会”说事。"
    first, second = quoted_candidates(text, lexica(BOOK), frozenset())
    assert "verb-before:建起" in set(of_clause(text, first))
    assert not [sign for sign in of_clause(text, second) if sign == "verb-before:建起"]


def with_rows(monkeypatch: pytest.MonkeyPatch, *rows: dict[str, str]) -> None:
    """Let the rule book have these rows of points only."""
    lexicon = type(BOOK).lexicon

    def instead(book: RuleBook, name: str) -> object:
        return rows if name == "name_scores" else lexicon(book, name)

    monkeypatch.setattr(type(BOOK), "lexicon", instead)


def test_a_sign_of_no_known_family_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with_rows(monkeypatch, {"sign": START, "points": "0"}, {"sign": "befor:的", "points": "1"})
    with pytest.raises(RuleError, match=r"name_scores.csv befor:的: no such sign.*before"):
        name_card.__wrapped__(BOOK)


def test_points_need_a_start(monkeypatch: pytest.MonkeyPatch) -> None:
    with_rows(monkeypatch, {"sign": "before:的", "points": "1"})
    with pytest.raises(RuleError, match="no row start"):
        name_card.__wrapped__(BOOK)


def test_every_quoted_string_of_the_passages_is_labelled_once() -> None:
    with PASSAGES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["passage"] for row in rows}) == len(rows)
    for row in rows:
        names, others = (set(filter(None, row[column].split(";"))) for column in ("names", "others"))
        assert names | others == {name for found in QUOTED.findall(row["passage"]) for name in found if name}
        assert not names & others


def test_every_family_of_signs_has_words_for_those_who_ask_why() -> None:
    assert set(SIGNS) == OF_NAME | OF_TEXT | {SUM}
    assert (sign_label("ends:会"), sign_label(SUM)) == ("末尾“会”", "证据总分")


def test_a_string_with_both_labels_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "passages.csv"
    file.write_text("passage,names,others\n甲镇有“板凳会”。,板凳会,板凳会\n", encoding="utf-8")
    with pytest.raises(ValueError, match="“板凳会” stands in names and in others"):
        list(read_names(file, BOOK))


def test_the_points_are_those_of_the_labelled_passages() -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed: the points are not fitted again")
    fitted = dict(fit_names(list(read_names(PASSAGES, BOOK))))
    kept = {row["sign"]: float(row["points"]) for row in BOOK.lexicon("name_scores")}
    assert len(fitted.keys() ^ kept.keys()) <= 0.02 * len(kept)
    assert all(abs(fitted[sign] - points) < 0.1 for sign, points in kept.items() if sign in fitted)
