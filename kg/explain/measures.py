"""Why a number that a rule caught is a measure, or is none."""

from __future__ import annotations

from collections.abc import Iterator

from kg.explain.model import Reading
from kg.extract.context import context_at
from kg.extract.measures import name_spans, named
from kg.extract.measures_numbers import Number, counting
from kg.extract.nominals import nominal_words
from kg.model import Sentence
from kg.rulebook import RuleBook
from kg.rulebook.rule import RuleMatch

FAMILY = "measures"


class MeasureReadings:
    """The readings of one text."""

    def __init__(self, text: str, sentences: tuple[Sentence, ...], book: RuleBook) -> None:
        self.text = text
        self.sentences = sentences
        self.book = book
        self.names = name_spans(text)

    def all(self) -> Iterator[Reading]:
        """Each match of the rules for numbers, sentence by sentence, with the condition that failed."""
        scan = self.book.scan(self.text, self.sentences)
        for sentence in self.sentences:
            matches = list(scan.matches(FAMILY, sentence))
            counted = counting(matches)
            meant = [n for n in counted if self._unmeant(sentence, n) is None]
            words = nominal_words(self.book)
            found = [named(self.text, sentence, meant, i, words) for i in range(len(meant))]
            nouns = {n.start: f.what for n, f in zip(meant, found, strict=True) if f}
            yield from (self._reading(match, sentence, counted, nouns) for match in matches)

    def _unmeant(self, sentence: Sentence, number: Number) -> str | None:
        if any(s < number.end and number.start < e for s, e in self.names):
            return "in-marks"
        context = context_at(self.text, sentence, number.start, number.end, self.book)
        return context.objection if context.wished else None

    def _reading(self, match: RuleMatch, sentence: Sentence, counted: list[Number], nouns: dict[int, str]) -> Reading:
        number = next((n for n in counted if n.rule == match.rule.id and match.start <= n.start < match.end), None)
        if not match.rule.yields["count"]:
            objection: str | None = "no-count"
        elif number is None:
            objection = "overlap"
        else:
            objection = self._unmeant(sentence, number) or (None if number.start in nouns else "no-noun")
        slots = tuple((name, match[name]) for name, _ in sorted(match.slots.items(), key=lambda slot: slot[1]))
        if number is not None and objection is None:
            slots += (("what", nouns[number.start]),)
        return Reading(FAMILY, match.start, match.end, match.rule.id, match.rule.says, objection, slots)
