"""The surface forms of the practice concepts, and one pass over a text that finds them all."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from kg.errors import RuleError
from kg.extract.spans import counts_before, next_ones
from kg.model import Sentence
from kg.rulebook import RuleBook

GAP = "…"
OR = "|"
GAP_WIDTH = 12
# What names or describes the object stands between a verb and its object without parting them.
BETWEEN = re.compile(r"“[^“”\n]{1,30}”|（[^（）\n]{1,30}）|集[^，。；！？\n]{2,40}?[于为]一体的")
BETWEEN_AT_MOST = 2
NO_NAMES: list[tuple[int, int]] = []
NEARBY = 400  # characters of a paragraph in which a word counts as standing beside another
CLAUSE_END = re.compile(r"[，。；：！？,;:!?\n]")
QUOTE_MARK = re.compile(r"[“”‘’\"]")
ROLES = ("whole", "name", "bare", "form", "cue", "actor", "helper", "weak", "part")
# A name tells its concept by its best form: what it is as a whole before its parts (a chain of party units before its
# last unit), a known name before a cue, a cue before a word that tells little alone.
NAMING_RANKS = (("whole",), ("name", "bare", "form"), ("cue",), ("actor", "helper", "weak", "part"))
NAMED_AT_MOST = 2
TELLING = ("whole", "name", "bare", "form")
OUTRIGHT = frozenset({*TELLING, "cue"})
# A chain of units (党委—网格党支部—党员中心户) is one practice, and each of its units is a deed of its own.
CHAIN = re.compile(r"[—―─–→－]|(?<=[一-鿿])-(?=[一-鿿])")
JOINT = "、"
PLUS = "+"


@dataclass(frozen=True, slots=True)
class Cue:
    """A surface form of a practice concept.

    ``unless`` are longer strings inside which it means something else; where ``beside`` is not empty, one of its words
    has to stand in the same paragraph.
    """

    concept: str
    form: str
    role: str
    unless: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


class CueHit(NamedTuple):
    """A form found in a text; ``pieces`` are the spans of its parts, one or two."""

    cue: Cue
    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]


def swallowed(text: str, start: int, end: int, words: tuple[str, ...]) -> bool:
    """Whether ``[start, end)`` overlaps one of the longer words where that stands in the text."""
    for word in words:
        at = text.find(word, max(0, start - len(word) + 1), end + len(word) - 1)
        if at >= 0:
            return True
    return False


def accompanied(text: str, start: int, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands in the paragraph of an offset."""
    floor, ceiling = max(0, start - NEARBY), min(len(text), start + NEARBY)
    first = max(floor, text.rfind("\n", floor, start) + 1)
    last = text.find("\n", start, ceiling)
    return any(text.find(w, first, last if last >= 0 else ceiling) >= 0 for w in words)


class Gaps:
    """How far behind each offset of a text the second part of a form may begin; made once a text."""

    def __init__(self, text: str) -> None:
        beyond = len(text) + GAP_WIDTH + 2  # past every limit
        self.names = [m.span() for m in BETWEEN.finditer(text)]
        self.clause_end = next_ones([m.start() for m in CLAUSE_END.finditer(text)], beyond)
        self.name_start = next_ones([start for start, _ in self.names], beyond)

    def limit(self, end: int) -> tuple[int, list[tuple[int, int]]]:
        """Up to where it may begin behind an offset, and the spans that do not count as distance."""
        room, passed = GAP_WIDTH, list[tuple[int, int]]()
        limit = min(self.clause_end[end], end + room)
        for start, stop in self.names[bisect_left(self.names, (end,)) :][:BETWEEN_AT_MOST]:
            if start > limit:
                break
            room, end = room - (start - end), stop
            passed.append((start, stop))
            limit = min(self.clause_end[end], end + room)
        return limit, passed


class CueIndex:
    """Finds the forms of all concepts in one pass.

    ``甲…乙`` means 乙 within twelve characters behind 甲 in its clause, names in quotes and brackets not counted;
    ``甲|乙`` either of the two.
    """

    def __init__(self, cues: tuple[Cue, ...]) -> None:
        self.simple: dict[str, list[Cue]] = {}
        self.gapped: dict[str, dict[str, list[Cue]]] = {}
        for cue in cues:
            first, gap, second = cue.form.partition(GAP)
            for word in first.split(OR):
                if not gap:
                    self.simple.setdefault(word, []).append(cue)
                for closing in second.split(OR) if gap else ():
                    self.gapped.setdefault(word, {}).setdefault(closing, []).append(cue)
        self.closing = {word for words in self.gapped.values() for word in words}
        self.patterns = sorted({*self.simple, *self.gapped, *self.closing})
        self.automaton = CharwiseDoubleArrayAhoCorasick(self.patterns)

    def find(self, text: str) -> list[CueHit]:
        """All hits in a text in reading order, overlapping ones included."""
        words = sorted((start, end, self.patterns[n]) for start, end, n in self.automaton.find_overlapping(text))
        hits = [
            CueHit(cue, start, end, ((start, end),)) for start, end, word in words for cue in self.simple.get(word, ())
        ]
        hits += self._gapped(text, words)
        kept = [h for h in hits if self._stands(text, h)]
        return sorted(kept, key=lambda h: (h.start, -h.end, h.cue.concept, h.cue.form))

    def _gapped(self, text: str, words: list[tuple[int, int, str]]) -> Iterator[CueHit]:
        """Hits of the forms with a gap: for each opening word the closing words of the same form within reach."""
        openings = [(start, end, self.gapped[word]) for start, end, word in words if word in self.gapped]
        closings = [one for one in words if one[2] in self.closing] if openings else []
        if not closings:
            return
        gaps = Gaps(text)
        clause_end, name_start = gaps.clause_end, gaps.name_start
        said = [word for _, _, word in closings]
        ahead = counts_before([start for start, _, _ in closings], len(clause_end))
        for start, end, wanted in openings:
            limit, passed = min(clause_end[end], end + GAP_WIDTH), NO_NAMES
            if name_start[end] <= limit:
                limit, passed = gaps.limit(end)
            first, last = ahead[end], ahead[limit + 1]
            if wanted.keys().isdisjoint(said[first:last]) or text.startswith(JOINT, end):
                continue
            for later, stop, closing in closings[first:last]:
                if closing in wanted and not any(s <= later < e and later > end + GAP_WIDTH for s, e in passed):
                    for cue in wanted[closing]:
                        yield CueHit(cue, start, stop, ((start, end), (later, stop)))

    def _stands(self, text: str, hit: CueHit) -> bool:
        """Whether nothing around a hit makes it mean something else."""
        cue = hit.cue
        if cue.unless and swallowed(text, hit.start, hit.end, cue.unless):
            return False
        return not cue.beside or accompanied(text, hit.start, cue.beside)


def longest(hits: Sequence[CueHit]) -> list[CueHit]:
    """Hits that do not lie inside one longer word of another hit (服务企业 inside 物业服务企业).

    Nor do those count whose second part only begins a longer one behind the same first part (化解…矛盾 before 纠纷).
    """
    ends = dict(sorted({piece for hit in hits for piece in hit.pieces}))  # start → end of the longest piece there
    farthest = dict(zip(ends, accumulate(ends.values(), max, initial=0), strict=False))  # of those before
    reach: dict[tuple[str, tuple[int, int], int], int] = {}
    keys = [(hit.cue.concept, hit.pieces[0], hit.pieces[-1][0]) for hit in hits]
    for hit, key in zip(hits, keys, strict=True):
        reach[key] = max(hit.end, reach.get(key, 0))
    return [
        hit
        for hit, key in zip(hits, keys, strict=True)
        if hit.end == reach[key] and farthest[hit.start] < hit.end and ends[hit.start] <= hit.end
    ]


def words_of(cell: str) -> tuple[str, ...]:
    """The words of a cell that ``;`` parts."""
    return tuple(word for word in cell.split(";") if word)


def cue_of(row: dict[str, str]) -> Cue:
    """One row of ``concept_cues.csv``; raises RuleError for an unknown role or a name that is no plain string."""
    where = f"concept_cues.csv {row['concept']} {row['form']}"
    if row["role"] not in ROLES:
        raise RuleError(f"{where}: {row['role']} is no role; use one of {', '.join(ROLES)}")
    if row["role"] in ("name", "bare") and (GAP in row["form"] or OR in row["form"]):
        raise RuleError(f"{where}: a {row['role']} is one plain string; give each its row, or make it a cue")
    if row["form"].count(GAP) > 1:
        raise RuleError(f"{where}: only one {GAP} can be looked for; leave out a part")
    return Cue(row["concept"], row["form"], row["role"], words_of(row["unless"]), words_of(row["beside"]))


def read_cues(book: RuleBook) -> tuple[Cue, ...]:
    """The cues of a rule book in file order."""
    return tuple(cue_of(dict(row)) for row in book.lexicon("concept_cues"))


@lru_cache(maxsize=4)
def cue_index(book: RuleBook) -> CueIndex:
    """The index over all cues of a rule book, made once."""
    return CueIndex(read_cues(book))


@lru_cache(maxsize=2)
def cue_hits(text: str, index: CueIndex) -> tuple[CueHit, ...]:
    """All hits in the text of an article, for which its practices and its concepts ask one after the other."""
    return tuple(index.find(text))


@lru_cache(maxsize=2)
def longest_hits(text: str, index: CueIndex) -> tuple[CueHit, ...]:
    """Those of them that lie in no longer one."""
    return tuple(longest(cue_hits(text, index)))


def tells_outright(name: str, phrase: str, concepts: tuple[str, ...], index: CueIndex) -> bool:
    """Whether a name, or the phrase it stands in, holds a form of one of the concepts that is more than a part.

    A chain of units names each of them.
    """
    if CHAIN.search(name):
        return True
    hits = (h for part in (name, phrase) for h in index.find(QUOTE_MARK.sub("", part)))
    return any(h.cue.concept in concepts and h.cue.role in OUTRIGHT for h in hits)


def concepts_around(text: str, sentence: Sentence, start: int, end: int, index: CueIndex) -> frozenset[str]:
    """Concepts that a sentence speaks of near ``[start, end)`` but outside of it and its marks of quotation."""
    apart = (h for h in hits_near(text, sentence, start, end, NEARBY, index) if h.end < start or h.start > end)
    return frozenset(h.cue.concept for h in apart if h.cue.role in OUTRIGHT)


def hits_near(text: str, sentence: Sentence, start: int, end: int, reach: int, index: CueIndex) -> Sequence[CueHit]:
    """The longest forms of a sentence that begin at most ``reach`` characters before or behind ``[start, end)``."""
    hits = longest_hits(text, index)
    first = bisect_left(hits, max(sentence.start, start - reach), key=lambda h: h.start)
    return hits[first : bisect_left(hits, min(sentence.end, end + reach), key=lambda h: h.start)]


def joined_concepts(name: str, index: CueIndex) -> tuple[str, ...]:
    """Concepts of a name that joins two kinds of practice (热线+普法), one an item; empty where an item tells none.

    What is known as a whole (警格+网格) is one kind.
    """
    items = name.split(PLUS)
    if len(items) != NAMED_AT_MOST or any(h.start < len(items[0]) < h.end for h in index.find(name)):
        return ()
    told = [naming_concepts(item, item, index) for item in items]
    return tuple(dict.fromkeys(t[0] for t in told)) if all(told) else ()


@lru_cache(maxsize=4096)
def naming_concepts(name: str, phrase: str, index: CueIndex, around: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Concepts that a practice's name, or else the phrase it stands in, is an instance of, in reading order.

    A head word behind the quotes that is itself a kind of practice decides (“小板凳”调解室), and so does any outright
    word there where the name has but parts of one (“小手拉大手”垃圾分类活动). Where only words that tell
    little alone are found, the last one counts: in Chinese the head stands behind. What only one part of a coined name
    suggests is no concept where the sentence speaks ``around`` it of others (“银哨子”服务队化解矛盾), unless it is the
    head, a word of two characters or more at the end (“银桂互助队”).
    """
    behind = phrase.rpartition("”")[2] if phrase != name else ""
    closing = [h for h in longest(index.find(behind)) if h.cue.role in TELLING and h.end == len(behind)]
    if closing:
        return tuple(dict.fromkeys(h.cue.concept for h in closing))[:1]
    if both := joined_concepts(name, index):
        return both
    if {h.cue.role for h in longest(index.find(QUOTE_MARK.sub("", name)))} == {"part"}:
        told_behind = [h.cue.concept for h in longest(index.find(behind)) if h.cue.role in OUTRIGHT]
        if told_behind:
            return (told_behind[0],)
    for part in (name, phrase):
        hits = longest(index.find(QUOTE_MARK.sub("", part)))
        for roles in NAMING_RANKS:
            ranked = [h for h in hits if h.cue.role in roles]
            if ranked and roles is NAMING_RANKS[-1]:
                last = max(ranked, key=lambda h: (h.end, h.end - h.start))
                told = last.cue.concept
                headed = last.end == len(QUOTE_MARK.sub("", part)) and last.end - last.start > 1
                return () if last.cue.role == "part" and around and told not in around and not headed else (told,)
            if ranked:
                return tuple(dict.fromkeys(h.cue.concept for h in ranked))[:NAMED_AT_MOST]
    return ()
