"""The one seam to jieba: word borders, parts of speech, frequencies and dictionary tags, loaded once a process.

The tokenizer is the project's own, so that words another program adds to jieba's global one change no facts. Tags are
ICTCLAS letters as jieba prints them. Loading takes about a second and 120 MB, so it waits for the first question.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from math import inf, log
from types import MappingProxyType
from typing import Any

# What jieba cuts by its dictionary; a character outside of it is a word, and so is a line break of two.
RUN = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+|\r\n")
NEVER = -3.14e100  # the logarithm of what jieba's model has not met
_TOGETHER = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\r\n")


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    """A tokenizer that looks words up and weighs them in one walk, which takes a third of jieba's time for both."""
    import jieba

    class Tokenizer(jieba.Tokenizer):  # type: ignore[misc]
        def get_DAG(self, sentence: str) -> None:  # noqa: N802
            """Nothing: ``calc`` finds the words itself."""

        def calc(self, sentence: str, _: None, route: dict[int, tuple[float, int]]) -> None:
            route.update((start, (0.0, end - 1)) for start, end in enumerate(self.first_ends(sentence)))

        def first_ends(self, run: str) -> list[int]:
            return first_ends(run, self.FREQ, log(self.total))

    jieba.setLogLevel(logging.WARNING)
    tokenizer = Tokenizer()
    tokenizer.initialize()
    return tokenizer


def first_ends(run: str, counts: Mapping[str, int], log_total: float) -> list[int]:
    """For each offset of a run, where the first of the likeliest words from there on ends; the last of equal ones.

    ``counts`` hold every beginning of a word too, with 0 where it is none; ``log_total`` is the logarithm of their sum.
    A character with which no word begins stands alone and counts as met once.
    """
    known, length = counts.get, len(run)
    ends, weights = [0] * length, [0.0] * (length + 1)
    for start in range(length - 1, -1, -1):
        best, best_end, end = -inf, 0, start + 1
        count = known(run[start])
        while count is not None:
            if count:
                weight = log(count) - log_total + weights[end]
                if weight >= best:
                    best, best_end = weight, end
            end += 1
            if end > length:
                break
            count = known(run[start:end])
        ends[start] = best_end or start + 1
        weights[start] = best if best_end else weights[start + 1] - log_total
    return ends


class TagModel:
    """jieba's hidden Markov model of words and their parts of speech; a state is a place in a word and a tag."""

    def __init__(self) -> None:
        from jieba.posseg import char_state_tab_P, emit_P, start_P, trans_P

        self.states = sorted(trans_P)
        number = {state: n for n, state in enumerate(self.states)}
        self.of_char = {char: [number[s] for s in states] for char, states in char_state_tab_P.items()}
        self.start = [start_P[state] for state in self.states]
        self.emitted = [emit_P[state] for state in self.states]
        self.before: list[dict[int, float]] = [{} for _ in self.states]
        for n, state in enumerate(self.states):
            for following, weight in trans_P[state].items():
                self.before[number[following]][n] = weight

    def words(self, run: str) -> Iterator[tuple[str, str]]:
        """The likeliest words of a run of characters, with their tags."""
        begin, end, path = 0, 0, self._path(run)
        for i, (place, tag) in enumerate(path):
            if place == "B":
                begin = i
            elif place in "ES":
                end = i + 1
                yield run[begin if place == "E" else i : end], tag
        if end < len(run):
            yield run[end:], path[end][1]

    def _path(self, run: str) -> list[tuple[str, str]]:
        every = range(len(self.states))
        first = self.of_char.get(run[0], every)
        weights = {n: self.start[n] + self.emitted[n].get(run[0], NEVER) for n in first}
        steps: list[dict[int, int]] = []
        for char in run[1:]:
            known = sorted(weights)
            following, step = self._follow(weights, known, char, self.of_char.get(char, every))
            if not following:
                following, step = self._follow(weights, known, char, every)
            weights = following
            steps.append(step)
        state = max((weight, n) for n, weight in weights.items())[1]
        path = [state]
        for step in reversed(steps):
            path.append(step[path[-1]])
        return [self.states[n] for n in reversed(path)]

    def _follow(
        self, weights: Mapping[int, float], known: Sequence[int], char: str, states: Iterable[int]
    ) -> tuple[dict[int, float], dict[int, int]]:
        """The weights of the states that may stand at a character, and for each the likeliest state before it.

        ``known`` are the states before, in order; of equally likely ones the last counts.
        """
        following: dict[int, float] = {}
        step: dict[int, int] = {}
        for state in states:
            links = self.before[state]
            emitted = self.emitted[state].get(char, NEVER)
            best = -inf
            for n in known if len(known) < len(links) else links:
                if n in links and n in weights:
                    weight = weights[n] + links[n] + emitted
                    if weight >= best:
                        best, step[state] = weight, n
            if state in step:
                following[state] = best
        return following, step


@lru_cache(maxsize=1)
def _tagger() -> Any:
    """A tagger that keeps what it guesses of a run of unknown characters, for windows of one text overlap.

    The guess is a search for the likeliest of 256 states at each character. jieba weighs each state against all before
    it; here only those are weighed that may follow each other, a twentieth of them.
    """
    from jieba.posseg import POSTokenizer, dt, pair

    model = TagModel()

    class Tagger(POSTokenizer):  # type: ignore[misc]
        def __init__(self, tokenizer: Any, tags: Mapping[str, str]) -> None:
            self.tokenizer = tokenizer
            self.word_tag_tab = dict(tags)
            self.guessed = lru_cache(maxsize=65536)(
                lambda run: tuple(POSTokenizer._POSTokenizer__cut_detail(self, run))  # noqa: SLF001
            )

        def _POSTokenizer__cut_detail(self, run: str) -> Iterable[Any]:  # noqa: N802
            return self.guessed(run)

        def _POSTokenizer__cut(self, run: str) -> Iterable[Any]:  # noqa: N802
            return (pair(word, tag) for word, tag in model.words(run))

    return Tagger(_tokenizer(), dt.word_tag_tab)


@lru_cache(maxsize=1)
def dictionary() -> Mapping[str, str]:
    """Part of speech of every word of the dictionary."""
    return MappingProxyType(_tagger().word_tag_tab)


def word_ends(run: str, *, guess: bool = False) -> list[int]:
    """Where the words of a `RUN` end; unknown names fall into single characters unless they are to be guessed.

    Without guesses letters and digits of no word stay together.
    """
    firsts = _firsts(run)
    ends: list[int] = []
    start, single = 0, 0
    while start < len(run):
        end = firsts[start]
        alone = end == start + 1 and (guess or run[start] in _TOGETHER)
        if single < start and not alone:
            ends += _ends_alone(run[single:start], single) if guess else [start]
        if not alone:
            ends.append(end)
            single = end
        start = end
    if single < start:
        ends += _ends_alone(run[single:], single) if guess else [start]
    return ends


@lru_cache(maxsize=4096)
def _firsts(run: str) -> list[int]:
    """`first_ends` in the dictionary; the places and the concepts of an article ask for the same runs."""
    tokenizer = _tokenizer()
    return first_ends(run, tokenizer.FREQ, log(tokenizer.total))


def _ends_alone(chars: str, base: int) -> Iterator[int]:
    """Where the words end that jieba guesses in characters with which no longer word begins."""
    ends = accumulate(_guessed(chars), initial=base)
    next(ends)
    return ends


@lru_cache(maxsize=65536)
def _guessed(chars: str) -> tuple[int, ...]:
    """The lengths of these words; a word of the dictionary that was not the likeliest falls into its characters."""
    from jieba import finalseg

    if len(chars) == 1 or _tokenizer().FREQ.get(chars):
        return (1,) * len(chars)
    return tuple(map(len, finalseg.cut(chars)))


def cut(text: str) -> tuple[str, ...]:
    """The words of a text, which tile it; unknown names fall into single characters."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[str]:
    at = 0
    for run in RUN.finditer(text):
        start, whole = run.start(), run.group()
        yield from text[at:start]
        at = 0
        for end in word_ends(whole):
            yield whole[at:end]
            at = end
        at = run.end()
    yield from text[at:]


@lru_cache(maxsize=8192)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a window with their parts of speech; they tile it."""
    return tuple((pair.word, pair.flag) for pair in _tagger().cut(text))


def frequency(word: str) -> int:
    """How often the training corpus of the dictionary holds a word; 0 for one that it does not know."""
    return int(_tokenizer().FREQ.get(word) or 0)
