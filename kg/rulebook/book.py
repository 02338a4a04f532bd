"""Load ``rules/*.yaml`` and ``lexicons/*.csv`` into one frozen RuleBook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kg.errors import RuleError
from kg.model import Sentence
from kg.rulebook.compile import compile_rule
from kg.rulebook.marked import Row, read_entries, read_lexicon
from kg.rulebook.rule import Rule, RuleMatch
from kg.rulebook.scan import Scan, TriggerHit, TriggerIndex, wake
from kg.rulebook.slot import Slot, read_slots

PACKAGE = Path(__file__).resolve().parent.parent


class Size(NamedTuple):
    """How much there is in a rule book."""

    rules: int
    examples: int
    counterexamples: int
    tables: int
    rows: int


@dataclass(frozen=True, eq=False)
class RuleBook:
    """All rules by group (the YAML file's stem), all lexicons by name (the CSV file's stem), all slots by name."""

    groups: Mapping[str, tuple[Rule, ...]]
    lexicons: Mapping[str, tuple[Row, ...]]
    slots: Mapping[str, Slot]

    def rules(self, group: str) -> tuple[Rule, ...]:
        """The rules of one group in file order; raises KeyError for an unknown group."""
        return self.groups[group]

    def lexicon(self, name: str) -> tuple[Row, ...]:
        """The rows of one lexicon in file order; raises KeyError for an unknown lexicon."""
        return self.lexicons[name]

    def words(self, name: str, column: str = "word", **where: str) -> tuple[str, ...]:
        """One column of a lexicon, of the rows whose other columns equal ``where``."""
        return tuple(
            row[column] for row in self.lexicon(name) if row[column] and all(row[k] == v for k, v in where.items())
        )

    def matches(self, group: str, text: str, start: int, end: int) -> Iterator[RuleMatch]:
        """Matches of a group's rules in ``[start, end)`` of a text, rule by rule; skips rules without a trigger."""
        for number in sorted(_awake(self, text, start, end) & self.numbers[group]):
            yield from self.all_rules[number].matches(text, start, end)

    def scan(self, text: str, sentences: tuple[Sentence, ...]) -> Scan:
        """One pass over a text for the triggers of all groups; ``sentences`` are those of the text, in order."""
        return _scan(self, text, sentences)

    def size(self) -> Size:
        """How many rules, examples, counterexamples, lexicons and rows there are."""
        examples = sum(len(rule.examples) for rule in self.all_rules)
        counterexamples = sum(len(rule.counterexamples) for rule in self.all_rules)
        rows = sum(map(len, self.lexicons.values()))
        return Size(len(self.all_rules), examples, counterexamples, len(self.lexicons), rows)

    @cached_property
    def all_rules(self) -> tuple[Rule, ...]:
        """The rules of all groups, group by group."""
        return tuple(rule for rules in self.groups.values() for rule in rules)

    @cached_property
    def numbers(self) -> Mapping[str, frozenset[int]]:
        """Group → the places of its rules in ``all_rules``."""
        numbers: dict[str, frozenset[int]] = {}
        first = 0
        for group, rules in self.groups.items():
            numbers[group] = frozenset(range(first, first + len(rules)))
            first += len(rules)
        return MappingProxyType(numbers)

    @cached_property
    def index(self) -> TriggerIndex:
        """The automaton over the triggers of all rules, built on the first scan."""
        return TriggerIndex.of(self.all_rules)


@lru_cache(maxsize=2)
def _scan(book: RuleBook, text: str, sentences: tuple[Sentence, ...]) -> Scan:
    """The families of an article ask for its scan one after the other."""
    return Scan(text, book.numbers, book.all_rules, MappingProxyType(wake(sentences, _hits(book, text))))


@lru_cache(maxsize=2)
def _awake(book: RuleBook, text: str, start: int, end: int) -> frozenset[int]:
    """The numbers of the rules of which a trigger stands in a stretch; several families ask for a whole text."""
    return frozenset().union(*{numbers for s, e, numbers in _hits(book, text) if start <= s and e <= end})


@lru_cache(maxsize=2)
def _hits(book: RuleBook, text: str) -> Sequence[TriggerHit]:
    """Where the triggers of all rules stand in a text, found once for those that read it whole or by sentences."""
    return book.index.hits(text)


def load_from(rules: Path, lexicons: Path) -> RuleBook:
    """Load, validate and compile one pair of folders; raises RuleError naming file, line and defect."""
    tables = {p.stem: read_lexicon(p) for p in sorted(lexicons.glob("*.csv"))}
    slots = read_slots(rules / "slots.yaml", tables)
    groups: dict[str, tuple[Rule, ...]] = {}
    seen: dict[str, str] = {}
    for path in sorted(rules.glob("*.yaml")):
        if path.name == "slots.yaml":
            continue
        compiled = tuple(compile_rule(entry, slots) for entry in read_entries(path))
        for rule in compiled:
            if rule.id in seen:
                raise RuleError(f"{rule.where} has the id of {seen[rule.id]}; give it another id")
            seen[rule.id] = rule.where
        groups[path.stem] = compiled
    return RuleBook(MappingProxyType(groups), MappingProxyType(tables), MappingProxyType(slots))


@lru_cache(maxsize=1)
def load_rulebook() -> RuleBook:
    """The package's own rule book, loaded once a process."""
    return load_from(PACKAGE / "rules", PACKAGE / "lexicons")
