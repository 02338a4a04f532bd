"""Sets of words that tell a deed together, in whatever order one sentence says them.

A form of ``concept_cues.csv`` is a wording. What reporters tell in their own words has no wording in common, only the
things that must be spoken of: members of the party, their points, and that these are counted (谁得几分, 每月亮出来).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from daachorse import CharwiseDoubleArrayAhoCorasick

from kg.errors import RuleError
from kg.extract.concept_cues import Cue, CueHit, words_of
from kg.extract.sentences import split_sentences
from kg.model import Sentence
from kg.rulebook import RuleBook
from kg.rulebook.hint import closest

ROLE = "set"
NUMBERED = "#"  # #分: 分 behind a number
NUMERALS = frozenset("0123456789一二两三四五六七八九十百千万亿多余几")
WITHIN = 60  # characters from the first word of a set to its last; of 30, 45, 60 the best on annotated reports
REACH = 400  # characters; what is longer is no sentence of Chinese, and looking further would take ever longer
LEAST = 2
_Word = tuple[int, int, str]
_IsWord = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class WordSet:
    """Groups of words of which a sentence must hold one each, and words that it must not hold.

    The first group is looked for first: its words should be the rarest. ``#分`` is 分 behind a number.
    """

    cue: Cue
    groups: tuple[frozenset[str], ...]
    unless: tuple[str, ...]
    tells: str
    does_not: str

    def is_void(self, text: str, sentence: Sentence, offset: int) -> bool:
        """Whether one of the words that void it stands in the sentence of an offset, within reach."""
        start, end = max(sentence.start, offset - REACH), min(sentence.end, offset + REACH)
        return any(text.find(word, start, end) >= 0 for word in self.unless)


def word_groups(book: RuleBook) -> Mapping[str, frozenset[str]]:
    """The words of each group of ``concept_groups.csv``."""
    groups: dict[str, set[str]] = {}
    for row in book.lexicon("concept_groups"):
        groups.setdefault(row["group"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in groups.items()}


def word_set(row: Mapping[str, str], groups: Mapping[str, frozenset[str]]) -> WordSet:
    """One row of ``concept_sets.csv``; raises RuleError for fewer than two groups, or one that is not in the list."""
    names = words_of(row["groups"])
    where = f"concept_sets.csv {row['concept']} {row['groups']}"
    if len(names) < LEAST:
        raise RuleError(f"{where}: one group of words is no set; part the groups by ;, or make it a form of a cue")
    for name in names:
        if name not in groups:
            raise RuleError(f"{where}: concept_groups.csv has no group {name}{closest(name, frozenset(groups))}")
    cue = Cue(row["concept"], row["groups"], ROLE)
    return WordSet(cue, tuple(groups[n] for n in names), words_of(row["unless"]), row["tells"], row["does_not"])


class SetIndex:
    """Finds the sets of all concepts in one pass over a text."""

    def __init__(self, sets: Sequence[WordSet]) -> None:
        self.sets = tuple(sets)
        self.opening: dict[str, list[WordSet]] = {}
        for one in self.sets:
            for word in one.groups[0]:
                self.opening.setdefault(word, []).append(one)
        self.meant: dict[str, list[str]] = {}  # as printed: 分 → 分, #分
        for word in sorted({word for one in self.sets for group in one.groups for word in group}):
            self.meant.setdefault(word.removeprefix(NUMBERED), []).append(word)
        self.printed = list(self.meant)
        self.automaton = CharwiseDoubleArrayAhoCorasick(self.printed) if self.printed else None

    def find(self, text: str, is_word: _IsWord | None = None, found: Sequence[_Word] | None = None) -> list[CueHit]:
        """The first hit of each set in each sentence, in reading order.

        ``is_word`` tells of a span whether it is a word there, and not a piece that two words happen to make;
        ``found`` are the words of the text where they are known.
        """
        found = self.words(text) if found is None else found
        hits: list[CueHit] = []
        last = 0
        for sentence in split_sentences(text):
            first, last = last, bisect_left(found, (sentence.end,), lo=last)
            words = found[first:last]
            for one in self._possible(words):
                free = (w for w in words if w[2] in one.groups[0] and not one.is_void(text, sentence, w[0]))
                spans = (around(w, one.groups[1:], words, is_word or _any) for w in free)
                pieces = next(filter(None, spans), ())
                if pieces:
                    hits.append(CueHit(one.cue, pieces[0][0], pieces[-1][1], pieces))
        return sorted(hits, key=lambda h: (h.start, -h.end, h.cue.concept, h.cue.form))

    def words(self, text: str) -> list[_Word]:
        """The words of the groups in a text, in reading order."""
        if self.automaton is None:
            return []
        return sorted(
            (start, end, word)
            for start, end, n in self.automaton.find_overlapping(text)
            for word in self.meant[self.printed[n]]
            if not word.startswith(NUMBERED) or text[start - 1 : start] in NUMERALS
        )

    def _possible(self, words: Sequence[_Word]) -> Iterator[WordSet]:
        """The sets of which a sentence's words have one of each group."""
        said = {word for _, _, word in words}
        opened = {id(one): one for word in said for one in self.opening.get(word, ())}
        return (one for one in opened.values() if not any(said.isdisjoint(group) for group in one.groups[1:]))


def _any(start: int, end: int) -> bool:
    return start < end


def around(
    word: _Word, groups: Sequence[frozenset[str]], words: Sequence[_Word], is_word: _IsWord
) -> tuple[tuple[int, int], ...]:
    """The spans of a word and the nearest one of each group beside it, none on another; empty where they lie apart."""
    if not is_word(*word[:2]):
        return ()
    near = words[bisect_left(words, (word[0] - WITHIN,)) : bisect_left(words, (word[0] + WITHIN,))]
    pieces = [word[:2]]
    for group in groups:
        free = [
            (start, end)
            for start, end, other in near
            if other in group and all(end <= s or start >= e for s, e in pieces) and is_word(start, end)
        ]
        if not free:
            return ()
        pieces.append(min(free, key=lambda span: (abs(span[0] - word[0]), span[0])))
    pieces.sort()
    return tuple(pieces) if pieces[-1][1] - pieces[0][0] <= WITHIN else ()


@lru_cache(maxsize=4)
def set_index(book: RuleBook) -> SetIndex:
    """The index over all sets of a rule book, made once."""
    groups = word_groups(book)
    return SetIndex([word_set(row, groups) for row in book.lexicon("concept_sets")])


@lru_cache(maxsize=2)
def group_words(text: str, book: RuleBook) -> tuple[_Word, ...]:
    """The words of the groups in a text, for which sets and scores ask one after the other."""
    return tuple(set_index(book).words(text))


def set_failures(book: RuleBook) -> Iterator[str]:
    """What the examples and counterexamples of the sets disprove, one message each."""
    for one in set_index(book).sets:
        alone = SetIndex([one])
        where = f"concept_sets.csv {one.cue.concept} {one.cue.form}"
        if not alone.find(one.tells):
            yield f"{where}: not found in “{one.tells}”; mend the groups or the example"
        if one.does_not and alone.find(one.does_not):
            yield f"{where}: found in “{one.does_not}”; mend the groups, unless or the example"
