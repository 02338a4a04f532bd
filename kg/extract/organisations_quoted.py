"""Teams and alliances whose name stands in quotes: “红盟志愿者服务队”, “新新之火”党建联盟, “甲”“乙”等服务队."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.organisations_prefix import OrganMention
from kg.extract.organisations_words import OrganWords
from kg.extract.segment import segment
from kg.rulebook import RuleBook, RuleMatch

GROUP = "organisations"


class QuotedBodies:
    """Finds the organisations of one article that the rules of the group ``organisations`` describe."""

    def __init__(self, text: str, book: RuleBook, words: OrganWords) -> None:
        self.text = text
        self.book = book
        self.words = words

    def find(self) -> Iterator[OrganMention]:
        """Mentions rule by rule."""
        for match in self.book.matches(GROUP, self.text, 0, len(self.text)):
            yield from self._read(match)

    def _read(self, match: RuleMatch) -> Iterator[OrganMention]:
        tail = match.get("tail") or ""
        head = match["organ_quoted_head"]
        kind = self.words.heads[head].kind
        for slot in ("first", "second", "third", "name"):
            if slot not in match.slots:
                continue
            start, end = match.slots[slot]
            if self._is_sort(start, end):
                continue
            name = match[slot] + tail + head
            stop = match.slots["organ_quoted_head"][1]
            yield OrganMention(
                start, stop if slot == "name" else end, name, kind, match.rule.id, None, self.words.key(name)
            )

    def _is_sort(self, start: int, end: int) -> bool:
        """Whether the quoted words only say what sort of team it is (“党员先锋”服务队)."""
        return self.words.is_generic(segment(self.text, start, end))
