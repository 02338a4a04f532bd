"""Repeated passages are kept once; what only looks like it stays."""

from __future__ import annotations

from kg.model import Segment
from kg.read.dedupe import find_repeats, without_repeats
from kg.read.passage import Passage

LONG = "全镇建成“石榴籽”议事亭三十六座，由各族群众轮流主持，今年以来议定修路、引水、环境整治等大小事项二百余件。"
OTHER = "镇党委每季度听取一次议事亭工作汇报，对没有落实的事项挂账督办。"


def passages(*texts: str) -> list[Passage]:
    found, at = [], 0
    for text in texts:
        found.append(Passage(text, (Segment(0, at, len(text)),)))
        at += len(text) + 1
    return found


def test_whole_paragraph_that_comes_again_is_cut() -> None:
    kept, cut = without_repeats(passages(LONG, OTHER, LONG))
    assert [p.text for p in kept] == [LONG, OTHER]
    assert [(p.text, p.start) for p in cut] == [(LONG, len(LONG) + len(OTHER) + 2)]


def test_end_of_a_paragraph_that_comes_again_is_cut_at_a_sentence() -> None:
    kept, cut = without_repeats(passages("群众参与更广。" + LONG, "汇聚合力。" + LONG))
    assert [p.text for p in kept] == ["群众参与更广。" + LONG, "汇聚合力。"]
    assert [p.text for p in cut] == [LONG]


def test_repeat_without_the_first_words_is_cut() -> None:
    kept, _ = without_repeats(passages("甘孜州" + LONG, LONG))
    assert len(kept) == 1


def test_clause_said_twice_running_is_cut_once() -> None:
    kept, cut = without_repeats(passages("全镇持续开展“敲门问需”活动，全镇持续开展“敲门问需”活动，收集需求九百条。"))
    assert kept[0].text == "全镇持续开展“敲门问需”活动，收集需求九百条。"
    assert len(cut) == 1


def test_long_title_named_twice_stays() -> None:
    title = "《关于深入推进党建引领基层治理提升城乡社区服务群众能力的若干措施（试行）》"
    text = f"镇里印发{title}，明确了责任。各村对照{title}逐条落实。"
    assert list(find_repeats(text)) == []


def test_short_sentence_that_comes_again_stays() -> None:
    assert list(find_repeats("群众很满意。村里修了路。群众很满意。")) == []


def test_one_character_a_hundred_thousand_times_ends_at_once() -> None:
    assert sum(1 for _ in find_repeats("治" * 100_000)) < 10
