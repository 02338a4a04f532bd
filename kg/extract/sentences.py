"""Cut a text into sentences that tile it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from kg.model import Sentence

ENDS = "。！？!?\n"
CLOSERS = "”’』」）)》】"
SENTENCE = re.compile(rf"[^{ENDS}]*[{ENDS}][{ENDS}{CLOSERS}]*|[^{ENDS}]+")


@lru_cache(maxsize=2)
def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Sentences of a text in order; each ends behind its mark and the closing quotes that follow it.

    ``；`` does not end a sentence: enumerated deeds share the subject that stands before them.
    """
    return tuple(Sentence(*found.span()) for found in SENTENCE.finditer(text))


def sentence_at(sentences: tuple[Sentence, ...], offset: int) -> Sentence:
    """The sentence that holds an offset."""
    return sentences[index_at(sentences, offset)]


def index_at(sentences: tuple[Sentence, ...], offset: int) -> int:
    """The place of the sentence that holds an offset among those of its text."""
    return bisect_left(sentences, (offset + 1,)) - 1
