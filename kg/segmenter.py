"""The one seam to jieba: word borders, parts of speech, frequencies and dictionary tags, loaded once a process.

The tokenizer is the project's own, so that words another program adds to jieba's global one change no facts. Tags are
ICTCLAS letters as jieba prints them. Loading takes about a second and 120 MB, so it waits for the first question.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return tokenizer


@lru_cache(maxsize=1)
def _tagger() -> Any:
    """A tagger that keeps what it guesses of a run of unknown characters.

    The guess, a Viterbi search over 256 states, is nearly all of a tagger's time, and windows of one text overlap.
    """
    from jieba.posseg import POSTokenizer, dt

    class Tagger(POSTokenizer):  # type: ignore[misc]
        def __init__(self, tokenizer: Any, tags: Mapping[str, str]) -> None:
            self.tokenizer = tokenizer
            self.word_tag_tab = dict(tags)
            self.guessed = lru_cache(maxsize=65536)(
                lambda run: tuple(POSTokenizer._POSTokenizer__cut_detail(self, run))  # noqa: SLF001
            )

        def _POSTokenizer__cut_detail(self, run: str) -> Iterable[Any]:  # noqa: N802
            return self.guessed(run)

    return Tagger(_tokenizer(), dt.word_tag_tab)


@lru_cache(maxsize=1)
def dictionary() -> Mapping[str, str]:
    """Part of speech of every word of the dictionary."""
    return MappingProxyType(_tagger().word_tag_tab)


def cut(text: str, *, guess: bool = False) -> tuple[str, ...]:
    """The words of a text, which tile it; unknown names fall into single characters unless they are to be guessed."""
    return tuple(_tokenizer().cut(text, HMM=guess))


@lru_cache(maxsize=8192)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a window with their parts of speech; they tile it."""
    return tuple((pair.word, pair.flag) for pair in _tagger().cut(text))


def frequency(word: str) -> int:
    """How often the training corpus of the dictionary holds a word; 0 for one that it does not know."""
    return int(_tokenizer().FREQ.get(word) or 0)
