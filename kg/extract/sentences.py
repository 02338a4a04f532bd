"""Cut a text into sentences that tile it."""

from __future__ import annotations

from bisect import bisect_right

from kg.model import Sentence

ENDS = "。！？!?\n"
CLOSERS = "”’』」）)》】"


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Sentences of a text in order; each ends behind its mark and the closing quotes that follow it.

    ``；`` does not end a sentence: enumerated deeds share the subject that stands before them.
    """
    sentences: list[Sentence] = []
    start, i = 0, 0
    while i < len(text):
        if text[i] in ENDS:
            i += 1
            while i < len(text) and (text[i] in CLOSERS or text[i] in ENDS):
                i += 1
            sentences.append(Sentence(start, i))
            start = i
        else:
            i += 1
    if start < len(text):
        sentences.append(Sentence(start, len(text)))
    return tuple(sentences)


def sentence_at(sentences: tuple[Sentence, ...], offset: int) -> Sentence:
    """The sentence that holds an offset."""
    return sentences[bisect_right(sentences, offset, key=lambda s: s.start) - 1]
