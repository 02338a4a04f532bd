"""What recognition knows of one article before it looks for names: its words, listed names and village stems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kg.extract.places.lexicon import PlaceLexicon, place_lexicon
from kg.extract.places.words import Tokens, is_verb
from kg.frames import places_of_line, telling_lines
from kg.gazetteer import Gazetteer, NameHit
from kg.gazetteer.endings import ordinal
from kg.model import Article, FrameLine, PlaceMention
from kg.rulebook import RuleBook

_MOST_COUNTIES = 12
_MOST_BEARERS = 8
# 福安|物业公司 is called so, 诸暨|水务公司 sits there.
_REGISTERED = re.compile(
    r"(?!物业|置业|地产|家政|保安)[^，。；：、！？“”（）()《》的\s]{0,14}?(?:公司|农商银行|农商行|农村商业银行|农村信用|供电局)"
)
_FIRM = frozenset({"full", "short"})


@dataclass(frozen=True, slots=True)
class Scene:
    """``stems`` are the villages of the counties that the article speaks of; empty until those are known.

    ``framed`` are the keys of the units that masthead, issuer, distribution list, section or byline name.
    ``people`` keeps the people found for each short name that was asked for.
    """

    article: Article
    gazetteer: Gazetteer
    lexicon: PlaceLexicon
    tokens: Tokens
    hits: tuple[NameHit, ...]
    by_start: Mapping[int, tuple[NameHit, ...]]
    by_end: Mapping[int, tuple[NameHit, ...]]
    stems: frozenset[str] = frozenset()
    counties: frozenset[str] = frozenset()
    framed: frozenset[str] = frozenset()
    people: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def with_counties(self, counties: Iterable[str]) -> Scene:
        """The scene with the village stems of some counties."""
        chosen = sorted(set(counties))[:_MOST_COUNTIES]
        stems = frozenset[str]().union(*map(self.gazetteer.villages, chosen))
        return replace(self, stems=stems, counties=frozenset(chosen))

    def is_edge(self, offset: int) -> bool:
        """Whether a word begins or ends at an offset."""
        return self.tokens.is_edge(offset)

    def starts_name(self, offset: int) -> bool:
        """Whether a word begins at an offset, or a listed name where another ends (上海浦东 is one word to jieba)."""
        if self.is_edge(offset):
            return True
        before = any(h.form in _FIRM and self.is_edge(h.start) for h in self.ending(offset))
        return before and any(h.form in _FIRM and self.is_edge(h.end) for h in self.starting(offset))

    def starting(self, offset: int) -> tuple[NameHit, ...]:
        """The listed names that start at an offset."""
        return self.by_start.get(offset, ())

    def ending(self, offset: int) -> tuple[NameHit, ...]:
        """The listed names that end at an offset."""
        return self.by_end.get(offset, ())

    def has_village(self, stem: str) -> bool:
        """Whether the article's counties have a village of a stem; 新石一 may be listed as 新石第一."""
        return stem in self.stems or ordinal(stem) in self.stems

    def is_near(self, key: str) -> bool:
        """Whether a unit holds a county that the article speaks of, or lies with one in a prefecture."""
        mine = {key, *(u.key for u in self.gazetteer.ancestors(key) if u.level != "province")}
        return any(mine & {c, *(u.key for u in self.gazetteer.ancestors(c))} for c in self.counties)

    def is_of_company(self, end: int) -> bool:
        """Whether the name that ends here begins a company's name: no verb stands before 有限公司, 集团 …."""
        found = self.lexicon.company.match(self.text, end)
        if not found or any(h.form == "zone" and h.start < found.end() < h.end for h in self.hits):
            return False
        offset = end
        while offset < found.end():
            word = self.tokens.at(offset)
            if is_verb(word) or any(word in self.lexicon.left[kind] for kind in ("function", "closed")):
                return False
            offset += len(word)
        return True

    def is_seat(self, hit: NameHit) -> bool:
        """Whether a sure short form is the seat in a registered company's name: 浙江|恒达有限公司, 诸暨|农商银行."""
        return hit.form == "short" and self.is_edge(hit.start) and _REGISTERED.match(self.text, hit.end) is not None

    def is_of_feature(self, hit: NameHit) -> bool:
        """Whether a name belongs to a road, river or the like (南京东路, 洪泽湖) and no place in it follows."""
        if self.lexicon.feature.match(self.text, hit.end) is None:
            return False
        behind = [h for h in self.starting(hit.end) if self.is_edge(h.end)]
        return not any(h.form in {"full", "short"} or self._holds(hit, h) for h in behind)

    def _holds(self, outer: NameHit, inner: NameHit) -> bool:
        """Whether a place that a name may stand for holds one of another name: 深圳|南山."""
        keys = {u.key for u in (*self.gazetteer.by_name(outer.name), *self.gazetteer.by_short(outer.name))}
        return any(
            up.key in keys for u in self.gazetteer.by_short(inner.name) for up in self.gazetteer.ancestors(u.key)
        )


def scene_of(article: Article, gazetteer: Gazetteer, book: RuleBook) -> Scene:
    """The scene of an article, without villages."""
    hits = tuple(gazetteer.scan(article.text))
    framed = frozenset(key for line in telling_lines(article.frame) for key in _frame_units(gazetteer, line))
    by_start: dict[int, tuple[NameHit, ...]] = {}
    by_end: dict[int, tuple[NameHit, ...]] = {}
    for hit in hits:
        by_start[hit.start] = (*by_start.get(hit.start, ()), hit)
        by_end[hit.end] = (*by_end.get(hit.end, ()), hit)
    return Scene(article, gazetteer, place_lexicon(book), Tokens(article.text), hits, by_start, by_end, framed=framed)


def counties_of(scene: Scene, mentions: Iterable[PlaceMention]) -> set[str]:
    """Keys of the counties that mentions, masthead, issuer and distribution list may speak of."""
    found: set[str] = set()
    for mention in mentions:
        if len(mention.candidates) <= _MOST_BEARERS:
            found.update(_counties(scene.gazetteer, mention.candidates))
    return found | _counties(scene.gazetteer, scene.framed)


def _counties(gazetteer: Gazetteer, keys: Iterable[str]) -> set[str]:
    """The counties around units, those of today for former ones."""
    units = (gazetteer.unit(key) for key in keys)
    return {d.key for u in units for d in [gazetteer.district(u.now or u.key)] if d is not None}


def _frame_units(gazetteer: Gazetteer, line: FrameLine) -> Iterable[str]:
    for hit in places_of_line(line, gazetteer):
        units = gazetteer.by_name(hit.name) if hit.form == "full" else gazetteer.by_short(hit.name)
        if hit.form in {"full", "short"} and len(units) <= _MOST_BEARERS:
            yield from (u.key for u in units)


def sentence_starts(text: str) -> frozenset[int]:
    """Offsets at which a line or a sentence begins."""
    return frozenset({0, *(m.end() for m in re.finditer(r"[。！？；\n][”’）]?\s*", text))})
