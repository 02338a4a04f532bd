"""Whether something that is done begins at an offset: behind 将, 未 or 应 it tells these from 将军, 未来 and 应急."""

from __future__ import annotations

from functools import lru_cache

from kg.rulebook import RuleBook
from kg.segmenter import dictionary

LONGEST, SHORTEST = 4, 2  # characters of a verb
# Dictionary tags of adverbs (将|进一步), and of verbs and times (将|召开, 计划|年内).
ADVERBS, VERBS = ("d", "ad"), ("v", "t", "d", "ad")


@lru_cache(maxsize=4)
def known_verbs(book: RuleBook) -> frozenset[str]:
    """The verbs of the word lists, of which the dictionary knows some as nouns (选派, 健全)."""
    running = {r["cue"] for r in book.lexicon("quote_cues") if r["where"] == "before" and r["kind"].startswith("run")}
    return frozenset(running.union(*(book.words("concept_deeds", kind=kind) for kind in ("act", "sure", "verb"))))


def begins_deed(text: str, offset: int, book: RuleBook, *, known: bool) -> bool:
    """Whether a verb, an adverb or a time stands at an offset; with ``known`` only verbs of the word lists do."""
    words = [text[offset : offset + length] for length in range(LONGEST, SHORTEST - 1, -1)]
    if any(word in known_verbs(book) for word in words):
        return True
    tag = next((tag for word in words if (tag := dictionary().get(word))), "")
    return tag.startswith(ADVERBS if known else VERBS)
