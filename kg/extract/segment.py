"""Cut short windows of a text into words where the border of a name is in doubt."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import jieba
import jieba.posseg

NAME_FLAGS = frozenset({"nr", "nrt", "nrfg", "nz", "nt", "ns"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text with its part of speech (ICTCLAS letters as jieba prints them); offsets into the text."""

    start: int
    end: int
    text: str
    flag: str


@lru_cache(maxsize=1)
def tagger() -> Any:
    """The tagger, loaded on first use (about a second, 120 MB): articles without doubtful names never need it."""
    jieba.setLogLevel(logging.ERROR)
    return jieba.posseg.POSTokenizer(jieba.Tokenizer())


@lru_cache(maxsize=4096)
def _tagged(window: str) -> tuple[tuple[str, str], ...]:
    return tuple((pair.word, pair.flag) for pair in tagger().cut(window))


def segment(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of ``text[start:end]``; they tile it."""
    words = []
    at = start
    for word, flag in _tagged(text[start:end]):
        words.append(Word(at, at + len(word), word, flag))
        at += len(word)
    return tuple(words)


def frequency(word: str) -> int:
    """How often the segmenter's training corpus holds a word; 0 for one that it does not know."""
    tokenizer = tagger().tokenizer
    tokenizer.check_initialized()
    return int(tokenizer.FREQ.get(word) or 0)
