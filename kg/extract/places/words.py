"""Word borders of a text, and what a dictionary says of a word: jieba, without its guesses at unknown words.

Unknown names fall into single characters, so a border inside a dictionary word is a sign that no name begins there.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from kg.segmenter import cut, dictionary

# Parts of speech of words that end a name leftwards: verbs, adverbs, prepositions, pronouns, measure words, idioms.
_NO_NAME_TAGS = frozenset({"v", "vd", "vi", "vq", "vn", "p", "c", "d", "r", "u", "ul", "uj", "uv", "ud", "uz", "ug",
                           "m", "q", "mq", "y", "e", "t", "i", "l", "ad", "rr", "rz"})  # fmt: skip
_PLACE_TAGS = frozenset({"ns", "nr", "nrt", "nz", "nrfg", "nt"})


def _tag(word: str) -> str:
    """Part of speech of a dictionary word of two characters or more; empty for any other."""
    return dictionary().get(word, "") if len(word) > 1 else ""


def acts(word: str) -> bool:
    """Whether the dictionary knows a word only as a verb, adverb, measure or the like."""
    return _tag(word) in _NO_NAME_TAGS


def is_verb(word: str) -> bool:
    """Whether the dictionary knows a word as a verb and not as a noun too (设计, 研究)."""
    return _tag(word) in {"v", "vd", "vi"}


def is_everyday(word: str) -> bool:
    """Whether the dictionary knows a word as something else than a name."""
    return is_word(word) and dictionary()[word] not in _PLACE_TAGS


def is_body(word: str) -> bool:
    """Whether the dictionary knows a word as the name of an organisation."""
    return _tag(word) == "nt"


def is_word(word: str) -> bool:
    """Whether the dictionary holds a word."""
    return len(word) > 1 and word in dictionary()


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text: ``starts`` and, one for one, ``ends``; they tile it."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    edges: frozenset[int]

    def before(self, offset: int, floor: int) -> tuple[int, int] | None:
        """The word, or the part of it, that ends at an offset and starts at or behind a floor."""
        if offset <= floor:
            return None
        i = bisect_right(self.starts, offset - 1) - 1
        return max(self.starts[i], floor), offset

    def at(self, offset: int) -> str:
        """The word that holds an offset, from the offset on; empty at the end of the text."""
        i = bisect_right(self.starts, offset) - 1
        return self.text[offset : self.ends[i]] if i >= 0 and offset < len(self.text) else ""


def tokens_of(text: str) -> Tokens:
    """The words of a text."""
    starts: list[int] = []
    ends: list[int] = []
    offset = 0
    for word in cut(text):
        starts.append(offset)
        offset += len(word)
        ends.append(offset)
    return Tokens(text, tuple(starts), tuple(ends), frozenset({*starts, offset}))
