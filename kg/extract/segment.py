"""Cut short windows of a text into words where the border of a name is in doubt."""

from __future__ import annotations

from typing import NamedTuple

from kg.segmenter import frequency, tagged

__all__ = ["NAME_FLAGS", "Word", "frequency", "segment"]

NAME_FLAGS = frozenset({"nr", "nrt", "nrfg", "nz", "nt", "ns"})


class Word(NamedTuple):
    """A word of a text with its part of speech (ICTCLAS letters as jieba prints them); offsets into the text."""

    start: int
    end: int
    text: str
    flag: str


def segment(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of ``text[start:end]``; they tile it."""
    words = []
    at = start
    for word, flag in tagged(text[start:end]):
        words.append(Word(at, at + len(word), word, flag))
        at += len(word)
    return tuple(words)
