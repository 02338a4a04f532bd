"""The surface forms of the practice concepts, and one pass over a text that finds them all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from daachorse import CharwiseDoubleArrayAhoCorasick

from kg.errors import RuleError
from kg.rulebook import RuleBook

GAP = "…"
OR = "|"
GAP_WIDTH = 12
CLAUSE_END = re.compile(r"[，。；：！？,;:!?\n]")
QUOTE_MARK = re.compile(r"[“”‘’\"]")
ROLES = ("name", "bare", "form", "cue", "actor", "weak", "part")
# A name tells its concept by its best form: a known name before a cue, a cue before a word that tells little alone.
NAMING_RANKS = (("name", "bare", "form"), ("cue",), ("actor", "weak", "part"))
NAMED_AT_MOST = 2


@dataclass(frozen=True, slots=True)
class Cue:
    """A surface form of a practice concept; ``unless`` are longer strings inside which it means something else."""

    concept: str
    form: str
    role: str
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CueHit:
    """A form found in a text."""

    cue: Cue
    start: int
    end: int


def spellings(form: str) -> list[str]:
    """The strings that a form stands for: ``甲|乙…丙`` is 甲…丙 and 乙…丙."""
    return [GAP.join(parts) for parts in product(*(part.split(OR) for part in form.split(GAP)))]


def swallowed(text: str, start: int, end: int, words: tuple[str, ...]) -> bool:
    """Whether ``[start, end)`` overlaps one of the longer words where that stands in the text."""
    for word in words:
        at = text.find(word, max(0, start - len(word) + 1), end + len(word) - 1)
        if at >= 0 and at < end and at + len(word) > start:
            return True
    return False


class CueIndex:
    """Finds the forms of all concepts in one pass; ``甲…乙`` means 乙 within twelve characters behind 甲."""

    def __init__(self, cues: tuple[Cue, ...]) -> None:
        self.simple: list[Cue] = []
        self.gapped: dict[str, list[tuple[Cue, str]]] = {}
        spelt: list[str] = []
        for cue in cues:
            for form in spellings(cue.form):
                first, gap, second = form.partition(GAP)
                if gap:
                    self.gapped.setdefault(first, []).append((cue, second))
                else:
                    self.simple.append(cue)
                    spelt.append(form)
        self.patterns = spelt + list(self.gapped)
        self.automaton = CharwiseDoubleArrayAhoCorasick(self.patterns)

    def find(self, text: str) -> list[CueHit]:
        """All hits in a text in reading order, overlapping ones included."""
        hits = []
        for start, end, number in self.automaton.find_overlapping(text):
            if number < len(self.simple):
                hits.append(CueHit(self.simple[number], start, end))
                continue
            for cue, second in self.gapped[self.patterns[number]]:
                window = CLAUSE_END.split(text[end : end + GAP_WIDTH + len(second)], maxsplit=1)[0]
                at = window.find(second)
                if at >= 0:
                    hits.append(CueHit(cue, start, end + at + len(second)))
        kept = [h for h in hits if not (h.cue.unless and swallowed(text, h.start, h.end, h.cue.unless))]
        return sorted(kept, key=lambda h: (h.start, -h.end, h.cue.concept))


def longest(hits: list[CueHit]) -> list[CueHit]:
    """Hits that no longer hit covers."""
    kept = []
    reach: list[CueHit] = []
    for hit in hits:
        reach = [h for h in reach if h.end > hit.start]
        if not any(h.end >= hit.end and h.end - h.start > hit.end - hit.start for h in reach):
            kept.append(hit)
        reach.append(hit)
    return kept


def cue_of(row: dict[str, str]) -> Cue:
    """One row of ``concept_cues.csv``; raises RuleError for an unknown role or a name that is no plain string."""
    where = f"concept_cues.csv {row['concept']} {row['form']}"
    if row["role"] not in ROLES:
        raise RuleError(f"{where}: {row['role']} is no role; use one of {', '.join(ROLES)}")
    if row["role"] in ("name", "bare") and (GAP in row["form"] or OR in row["form"]):
        raise RuleError(f"{where}: a {row['role']} is one plain string; give each its row, or make it a cue")
    if row["form"].count(GAP) > 1:
        raise RuleError(f"{where}: only one {GAP} can be looked for; leave out a part")
    return Cue(row["concept"], row["form"], row["role"], tuple(u for u in row["unless"].split(";") if u))


def read_cues(book: RuleBook) -> tuple[Cue, ...]:
    """The cues of a rule book in file order."""
    return tuple(cue_of(dict(row)) for row in book.lexicon("concept_cues"))


@lru_cache(maxsize=4)
def cue_index(book: RuleBook) -> CueIndex:
    """The index over all cues of a rule book, made once."""
    return CueIndex(read_cues(book))


def naming_concepts(name: str, phrase: str, index: CueIndex) -> tuple[str, ...]:
    """Concepts that a practice's name, or else the phrase it stands in, is an instance of, in reading order."""
    for part in (name, phrase):
        hits = longest(index.find(QUOTE_MARK.sub("", part)))
        for roles in NAMING_RANKS:
            ranked = [h for h in hits if h.cue.role in roles]
            if ranked:
                return tuple(dict.fromkeys(h.cue.concept for h in ranked))[:NAMED_AT_MOST]
    return ()
