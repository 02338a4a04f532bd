"""Firms listed by bare names before a word for their sort: 金禾源、润泽康等农业企业."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.organisations_prefix import OrganMention
from kg.extract.organisations_words import HANZI, OrganWords
from kg.extract.segment import NAME_FLAGS, Word, frequency, segment

SORT = rf"等(?:[0-9一二三四五六七八九十百]{{1,4}}[多余]?家|一批)?[{HANZI}]{{0,8}}?(?:企业|公司|合作社)(?!家|党)"
LIST = re.compile(rf"(?P<names>[{HANZI}]{{2,10}}(?:、[{HANZI}]{{2,6}}){{1,8}}){SORT}")
CLOSED = re.compile(SORT)  # tells far sooner than LIST that an article has none
NAME = re.compile(rf"[{HANZI}]+")
RARE = 100  # occurrences in the segmenter's corpus, as for names before a head word


class ListedFirms:
    """Finds the firms of one article that are listed without a head word of their own."""

    def __init__(self, text: str, words: OrganWords) -> None:
        self.text = text
        self.words = words

    def find(self) -> Iterator[OrganMention]:
        """Mentions in text order, for lists in which every item is a name."""
        for m in LIST.finditer(self.text) if CLOSED.search(self.text) else ():
            spans = [n.span() for n in NAME.finditer(self.text, *m.span("names"))]
            spans[0] = self._first(*spans[0])
            if all(self._is_name(start, end) for start, end in spans):
                for start, end in spans:
                    name = self.text[start:end]
                    yield OrganMention(start, end, name, "company", "organ-listed", None, name)

    def _first(self, start: int, end: int) -> tuple[int, int]:
        """The first item without the verb that governs the list (引进金禾源)."""
        words = segment(self.text, start, end)
        return max((w.end for w in words if self._governs(w)), default=start), end

    def _governs(self, word: Word) -> bool:
        listed = word.text in self.words.openers or word.text in self.words.soft or word.text in self.words.trades
        return listed or (word.flag.startswith("v") and frequency(word.text) >= RARE)

    def _is_name(self, start: int, end: int) -> bool:
        """Whether an item is a coined name: no everyday word in it."""
        words = segment(self.text, start, end)
        coined = any(w.flag in NAME_FLAGS or frequency(w.text) < RARE or len(w.text) == 1 for w in words)
        everyday = any(len(w.text) > 1 and (self.words.is_sort(w.text) or frequency(w.text) >= RARE) for w in words)
        return end - start >= 2 and coined and not everyday and not any(w.flag == "ns" for w in words)
