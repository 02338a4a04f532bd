"""Finds the words of a piece of evidence, with the rest of their sentence."""

from __future__ import annotations

from typing import NamedTuple

from kg.model import Article, Evidence

SENTENCE_ENDS = "。！？；!?;\n"
CLOSERS = "”’」』）)》】"
CONTEXT = 120  # characters of the sentence at most on either side: what a reader takes in at a glance


class Passage(NamedTuple):
    """A stretch of text and what stands before and behind it in its sentence."""

    before: str
    exact: str
    after: str

    @property
    def sentence(self) -> str:
        """The passage with its surroundings."""
        return self.before + self.exact + self.after


def passage(whole: str, start: int, end: int) -> Passage:
    """The passage at ``[start, end)`` with the rest of its sentence, at most 120 characters on either side."""
    low, high = max(0, start - CONTEXT), min(len(whole), end + CONTEXT)
    left = max(low, *(whole.rfind(mark, low, start) + 1 for mark in SENTENCE_ENDS))
    left = min(_behind_closers(whole, left, high), start)
    ends = [at for mark in SENTENCE_ENDS if (at := whole.find(mark, max(end - 1, start), high)) >= 0]
    right = _behind_closers(whole, max(min(ends, default=high - 1) + 1, end), high)
    return Passage(whole[left:start], whole[start:end], whole[end:right].rstrip("\n"))


def _behind_closers(whole: str, at: int, high: int) -> int:
    """Closing quotes and brackets belong to the sentence whose end mark they follow."""
    if at and whole[at - 1] in SENTENCE_ENDS:
        while at < high and whole[at] in CLOSERS:
            at += 1
    return at


def evidence_passage(article: Article, evidence: Evidence, source_text: str | None = None) -> Passage | None:
    """The passage of evidence in an article or in its source file, whose decoded text may be given.

    Without that text, evidence in the source file is looked up among the article's frame lines; None where no line
    holds it.
    """
    if evidence.where == "text":
        return passage(article.text, evidence.start, evidence.end)
    if source_text is not None:
        return passage(source_text, evidence.start, evidence.end)
    for line in article.frame:
        inside = line.start <= evidence.start and evidence.end <= line.end
        if inside and len(line.text) == line.end - line.start:
            return passage(line.text, evidence.start - line.start, evidence.end - line.start)
    return None
