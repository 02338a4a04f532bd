"""Word borders of a text, and what a dictionary says of a word: jieba, without its guesses at unknown words.

Unknown names fall into single characters, so a border inside a dictionary word is a sign that no name begins there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from kg.segmenter import RUN, dictionary, word_ends

# Parts of speech of words that end a name leftwards: verbs, adverbs, prepositions, pronouns, measure words, idioms.
_NO_NAME_TAGS = frozenset({"v", "vd", "vi", "vq", "vn", "p", "c", "d", "r", "u", "ul", "uj", "uv", "ud", "uz", "ug",
                           "m", "q", "mq", "y", "e", "t", "i", "l", "ad", "rr", "rz"})  # fmt: skip
_PLACE_TAGS = frozenset({"ns", "nr", "nrt", "nz", "nrfg", "nt"})


def _tag(word: str) -> str:
    """Part of speech of a dictionary word of two characters or more; empty for any other."""
    return dictionary().get(word, "") if len(word) > 1 else ""


def acts(word: str) -> bool:
    """Whether the dictionary knows a word only as a verb, adverb, measure or the like, or as a verb led by another.

    It calls 积极探索 and its like nouns.
    """
    led = len(word) == 4 and _tag(word) == "n" and is_verb(word[2:])
    return led or _tag(word) in _NO_NAME_TAGS


def is_verb(word: str) -> bool:
    """Whether the dictionary knows a word as a verb and not as a noun too (设计, 研究)."""
    return _tag(word) in {"v", "vd", "vi"}


def is_everyday(word: str) -> bool:
    """Whether the dictionary knows a word as something else than a name."""
    return is_word(word) and dictionary()[word] not in _PLACE_TAGS


def is_common(word: str) -> bool:
    """Whether the dictionary knows a word, a fruit it takes for a person (杨梅) included, but not as a place's name."""
    return is_everyday(word) or _tag(word) == "nr"


def names_place(word: str) -> bool:
    """Whether the dictionary knows a word as the name of a place or a person."""
    return _tag(word) in {"ns", "nr", "nrt", "nrfg"}


def is_body(word: str) -> bool:
    """Whether the dictionary knows a word as the name of a body or paper, or of who is from a place (四川籍)."""
    return _tag(word) == "nt" or (word.endswith(("报", "籍")) and is_word(word))


def is_word(word: str) -> bool:
    """Whether the dictionary holds a word."""
    return len(word) > 1 and word in dictionary()


class Tokens:
    """The words of a text, which tile it. A run of characters is cut when the first question about it comes up.

    With ``guess`` what the dictionary lacks is put together to names; else it falls into single characters.
    """

    def __init__(self, text: str, *, guess: bool = False) -> None:
        self.text = text
        self._guess = guess
        self._spans = [run.span() for run in RUN.finditer(text)]
        self._starts = [start for start, _ in self._spans]
        self._borders: dict[int, list[int]] = {}

    def is_edge(self, offset: int) -> bool:
        """Whether a word begins or ends at an offset; never outside the text."""
        borders = self._around(offset)
        if borders is None:
            return 0 <= offset <= len(self.text)
        return borders[bisect_left(borders, offset)] == offset

    def before(self, offset: int, floor: int) -> tuple[int, int] | None:
        """The word, or the part of it, that ends at an offset and starts at or behind a floor."""
        if offset <= floor:
            return None
        borders = self._around(offset - 1)
        start = offset - 1 if borders is None else borders[bisect_right(borders, offset - 1) - 1]
        return max(start, floor), offset

    def at(self, offset: int) -> str:
        """The word that holds an offset, from the offset on; empty at the end of the text."""
        borders = self._around(offset)
        end = offset + 1 if borders is None else borders[bisect_right(borders, offset)]
        return self.text[offset:end]

    def _around(self, offset: int) -> list[int] | None:
        """The borders of the words of the run that holds the character at an offset, both its ends among them."""
        i = bisect_right(self._starts, offset) - 1
        if i < 0 or offset >= self._spans[i][1]:
            return None
        borders = self._borders.get(i)
        if borders is None:
            start, end = self._spans[i]
            borders = [start, *(start + at for at in word_ends(self.text[start:end], guess=self._guess))]
            self._borders[i] = borders
        return borders
