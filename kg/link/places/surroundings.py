"""Where an article is from, as masthead, issuer, distribution list, byline and the file's other articles tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.frames import places_of_line, telling_lines
from kg.gazetteer import Gazetteer, Unit
from kg.link.places.cues import cues_of
from kg.link.places.parts import part_weights
from kg.model import Article, ArticlePlaces, Evidence, FrameLine, PlaceMention
from kg.rulebook import load_rulebook

_LEVELS = frozenset({"province", "prefecture", "county"})
_SIGNED: frozenset[str] = frozenset({"byline", "date"})
_OWN_LEVEL = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[我全本该为由经在对和与]))"
    r"(?P<level>[市县区旗])(?:委|政府|纪委|直|人大|政协|妇联|总工会|团委|[\u4e00-\u9fff]{2,6}[局院])"
    r"|[我全本](?P<own>[市县区旗])(?![一-鿿]{0,2}域)"
)


@dataclass(frozen=True, slots=True)
class Surrounding:
    """A unit that stands around the article, the part of the frame that says so, and how much that counts."""

    key: str
    part: str
    weight: float
    evidence: Evidence | None = None


def _surrounding(key: str, part: str, evidence: Evidence | None = None) -> Surrounding:
    return Surrounding(key, part, part_weights("frame")[part], evidence)


def surroundings_of(
    article: Article, neighbours: Iterable[ArticlePlaces], gazetteer: Gazetteer
) -> tuple[Surrounding, ...]:
    """Units from the frame and from the neighbours, the weightiest first."""
    found = [s for line in telling_lines(article.frame) for s in _of_line(line, gazetteer)]
    found += [s for line in article.frame if line.role in _SIGNED for s in _of_house(line, article.text, gazetteer)]
    found += [s for places in neighbours for s in _of_neighbour(places, gazetteer)]
    unique = {(s.key, s.part): s for s in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda s: (-s.weight, s.key, s.part)))


def _of_line(line: FrameLine, gazetteer: Gazetteer) -> Iterator[Surrounding]:
    def of(unit: Unit, start: int, end: int) -> Surrounding:
        spot = Evidence(line.start + start, line.start + end, "source")
        return _surrounding(unit.key, line.role, spot)

    for row in load_rulebook().lexicon("place_mastheads"):
        if line.role == "masthead" and row["masthead"] in line.text:
            start = line.text.index(row["masthead"])
            for unit in gazetteer.by_name(row["place"]):
                yield of(unit, start, start + len(row["masthead"]))
    end = 0
    for start, stop, unit in sorted(_units_in(line, gazetteer), key=lambda x: (x[0], -x[1])):
        if start >= end:
            end = stop
            yield of(unit, start, stop)


def _of_house(line: FrameLine, text: str, gazetteer: Gazetteer) -> Iterator[Surrounding]:
    """The county or city whose own house a source line names (来源：和平网), where the text speaks of its own 县 or 市.

    The short name may be an everyday word, or be shared: one of its largest bearers must be of the level the text says.
    """
    found = cues_of(load_rulebook()).house.search(line.text)
    if found is None:
        return
    levels = {m["level"] or m["own"] for m in _OWN_LEVEL.finditer(text)}
    units = [u for u in gazetteer.by_short(found["name"]) if u.level in _LEVELS and not u.former]
    own = [u for u in units if u.name[-1] in levels]
    if len(own) == 1 and own[0].level == units[0].level:
        start, end = found.span("name")
        yield _surrounding(own[0].key, "byline", Evidence(line.start + start, line.start + end, "source"))


def _units_in(line: FrameLine, gazetteer: Gazetteer) -> Iterator[tuple[int, int, Unit]]:
    text = line.text
    opening = len(text) - len(text.lstrip(" 　*#《【（(■□中共"))
    for hit in places_of_line(line, gazetteer):
        units = gazetteer.by_name(hit.name) if hit.form == "full" else gazetteer.by_short(hit.name)
        known = [u for u in units if u.level in _LEVELS and not u.former]
        safe = hit.form in {"full", "short"} or (
            hit.form == "unsafe" and hit.start <= opening and line.role != "byline"
        )
        if known and safe and (len(known) == 1 or known[0].level != known[1].level):
            yield hit.start, hit.end, known[0]


def named_zones(mentions: Iterable[PlaceMention], gazetteer: Gazetteer) -> Iterator[Surrounding]:
    """The zones that an article names as the list does and that are the only ones of their name."""
    for name in dict.fromkeys(m.name for m in mentions if m.level == "zone" and m.kind != "reference"):
        units = [u for u in gazetteer.by_name(name, "zone") if not u.former]
        if len(units) == 1:
            yield _surrounding(units[0].key, "zone")


def _of_neighbour(places: ArticlePlaces, gazetteer: Gazetteer) -> Iterator[Surrounding]:
    for index in places.localities:
        place = places.places[index]
        codes = zip((place.name, *place.within), (place.code, *place.within_codes), strict=False)
        for name, code in codes:
            key = _key(name, code, gazetteer)
            if key is not None:
                yield _surrounding(key, "neighbour")


def _key(name: str, code: str | None, gazetteer: Gazetteer) -> str | None:
    """The key of a unit from province to county; that of a unit that is gone holds its year as well."""
    if code is None or len(code) != len("320000"):
        return None
    return next((u.key for u in gazetteer.by_name(name) if u.key.rpartition(":")[2] == code), None)


def common(surroundings: Iterable[Surrounding], gazetteer: Gazetteer) -> str | None:
    """The smallest unit that holds all that stands around; None where there is nothing or no such unit."""
    shared: list[str] | None = None
    for one in surroundings:
        path = [one.key, *(u.key for u in gazetteer.ancestors(one.key))]
        if shared is not None and any(key in path for key in shared) and shared[0] in path:
            continue
        if shared is None or path[0] in shared:
            shared = path if shared is None else shared
        else:
            shared = [key for key in shared if key in path]
    return shared[0] if shared else None
