"""Turns the map's data into the plain lists and dictionaries that the page's script reads."""

from __future__ import annotations

import base64
import gzip
import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import networkx as nx

from kg.ids import BASE
from kg.scheme import load_target_groups
from kg.view.corrections import COLUMNS, WRONG
from kg.view.data import FAMILIES, MapData, PlaceEntry, PracticeEntry
from kg.view.groups import OTHER, GroupLook, looks_for
from kg.view.keys import concept_key
from kg.view.layout import Cluster, Layout, lay_out
from kg.view.network import breadth, governance_graph, group_of, group_ring, related_places, with_concepts
from kg.view.pinyin import search_keys
from kg.view.where import Whereabouts

OVERVIEW_FROM = 1500  # nodes; above, the page opens with provinces and concepts only

LARGEST = {"place": 20.0, "practice": 13.0, "concept": 14.0}  # radius: seats are 34 apart, those of places more
VISUAL = {"star": 0.85, "square": 0.82, "diamond": 1.05}  # so that all shapes look alike in size

Json = dict[str, Any]


class MapPayload:
    """Nodes, edges and everything else the page needs, computed once from the data."""

    def __init__(self, data: MapData) -> None:
        self.data = data
        self.tops = {concept.id: concept.top for concept in data.concepts}
        loose = [OTHER] if any(not practice.concepts for practice in data.practices) else []
        self.groups: tuple[GroupLook, ...] = looks_for([*self.tops.values(), *loose])
        self._group_of: dict[str, str] = {concept_key(c): top for c, top in self.tops.items()}
        self._group_of.update({practice.id: group_of(practice, self.tops) for practice in data.practices})
        graph = governance_graph(data)
        self.graph: nx.Graph = with_concepts(graph, data)
        self._breadth = breadth(self.graph)
        self._ring = group_ring(self.graph, self._group_of, tuple(group.id for group in self.groups))
        self.layout = lay_out(self._clusters(), self._places_by_size(graph))
        self.whereabouts = Whereabouts((*data.places, *data.named))

    def nodes(self) -> list[Json]:
        """One dictionary a node, in drawing order: places, practices, concepts."""
        looks = {group.id: group for group in self.groups}
        concepts = [
            self._node(concept_key(c.id), c.zh, "concept", looks[c.top], 7 + 1.2 * self._root(concept_key(c.id)))
            | {"en": c.en, "says": c.definition, "group": c.top}
            for c in self.data.concepts
        ]
        return [
            *map(self._place, self.data.places),
            *(self._practice(p, looks) for p in self.data.practices),
            *concepts,
        ]

    def named(self) -> list[Json]:
        """Places that run nothing, of which the articles say other things: they stand beside the network."""
        return [
            {"id": p.id, "label": p.name, "kind": "place", "shape": "dot", "size": 0, "keys": search_keys(p.name)}
            | self._place_itself(p)
            for p in self.data.named
        ]

    def edges(self) -> list[Json]:
        """One dictionary a link, with the indices of the facts that state it."""
        return [
            {"id": i, "from": link.place, "to": link.target, "facts": list(link.facts)}
            for i, link in enumerate(self.data.links)
        ]

    def facts(self) -> Json:
        """The facts column by column; ``place``, ``target`` and ``from`` are indices into ``ids``, -1 for none."""
        facts = self.data.facts
        ids = sorted({key for fact in facts for key in (fact.place, fact.target, fact.learned_from) if key})
        at: dict[str | None, int] = {None: -1} | {key: i for i, key in enumerate(ids)}
        return {
            "ids": ids,
            "id": [fact.id for fact in facts],
            "families": list(FAMILIES),
            "family": [FAMILIES.index(fact.family) for fact in facts],
            "article": [fact.article for fact in facts],
            "place": [at[fact.place] for fact in facts],
            "target": [at[fact.target] for fact in facts],
            "text": [fact.text for fact in facts],
            "value": [fact.value for fact in facts],
            "stage": [fact.stage if fact.family in {"runs", "concept"} else "" for fact in facts],
            "confidence": [fact.confidence or "" for fact in facts],
            "quote": [fact.quote for fact in facts],
            "loose": [int(fact.loose) for fact in facts],
            "serves": [list(fact.serves) for fact in facts],
            "from": [at[fact.learned_from] for fact in facts],
        }

    def meta(self) -> Json:
        """Groups, articles, regions, related places, centres, for large maps the places of the overview's nodes."""
        return {
            "groups": [{"id": g.id, "zh": g.zh, "en": g.en, "colour": g.colour, "shape": g.shape} for g in self.groups],
            "articles": [
                [a.title, a.source, a.n, a.published, list(a.authors), a.reference, a.credit]
                for a in self.data.articles
            ],
            "regions": _regions(self.layout),
            "served": _served_groups(group for fact in self.data.facts for group in fact.serves),
            "corrections": {"columns": list(COLUMNS), "wrong": list(WRONG), "base": BASE},
            "related": {place: like for place, like in sorted(related_places(self.graph, self.data).items()) if like},
            "points": dict(sorted(self.whereabouts.points.items())),
            "overview": self._overview() if len(self.layout.points) > OVERVIEW_FROM else None,
        }

    def packed_evidence(self) -> str:
        """The quotes as JSON, gzip, base64."""
        quotes = self.data.quotes
        return packed({"quotes": [[q.article, q.rule, q.stage, q.start, q.end, list(q.parts)] for q in quotes]})

    def packed_texts(self) -> str:
        """The articles' texts, the spans of each fact and the places that each text names, packed alike."""
        data = self.data
        return packed(
            {
                "texts": [text.text for text in data.texts],
                "spans": [[offset for span in fact.spans for offset in span] for fact in data.facts],
                "places": [[list(mention) for mention in text.places] for text in data.texts],
            }
        )

    def _node(self, key: str, label: str, kind: str, look: GroupLook | None, size: float) -> Json:
        x, y = self.layout.points[key]
        return {
            "id": key,
            "label": label,
            "kind": kind,
            "x": x,
            "y": y,
            "size": round(min(LARGEST[kind], size) * (VISUAL.get(look.shape, 1.0) if look else 1.0), 1),
            "shape": look.shape if look else "dot",
            "keys": search_keys(label),
        }

    def _place(self, place: PlaceEntry) -> Json:
        node = self._node(place.id, place.name, "place", None, 4 + 1.5 * self._root(place.id))
        return node | self._place_itself(place)

    def _place_itself(self, place: PlaceEntry) -> Json:
        levels = list(self.whereabouts.levels[place.id])
        known = {"level": place.level, "code": place.code, "path": list(place.path), "levels": levels}
        return known | {"status": place.status}

    def _practice(self, practice: PracticeEntry, looks: Mapping[str, GroupLook]) -> Json:
        group = self._group_of[practice.id]
        node = self._node(practice.id, practice.name, "practice", looks[group], 5.5 + 3 * (self._root(practice.id) - 1))
        concepts = [concept_key(concept) for concept in practice.concepts]
        return node | {"group": group, "what": practice.kind, "concepts": concepts, "alt": list(practice.aliases)}

    def _root(self, key: str) -> float:
        return math.sqrt(max(1, self._breadth[key]))

    def _clusters(self) -> dict[str, list[Cluster]]:
        """For each group in ring order its concepts, each with the practices whose first concept it is."""
        members: dict[str | None, list[str]] = {}
        for practice in sorted(self.data.practices, key=lambda p: (-self._breadth[p.id], p.id)):
            members.setdefault(practice.concepts[0] if practice.concepts else None, []).append(practice.id)
        clusters: dict[str, list[Cluster]] = {group: [] for group in self._ring}
        for concept in self.data.concepts:
            clusters[concept.top].append(Cluster(concept_key(concept.id), tuple(members.get(concept.id, ()))))
        if None in members:
            clusters[OTHER].append(Cluster(None, tuple(members[None])))
        return clusters

    def _places_by_size(self, graph: nx.Graph) -> list[tuple[str, list[str]]]:
        places = sorted(self.data.places, key=lambda p: (-self._breadth[p.id], p.id))
        return [(place.id, sorted(graph[place.id])) for place in places]

    def _overview(self) -> Json:
        """Seats for the provinces and the concepts alone, as if there were nothing else."""
        concepts = {
            group: [Cluster(c.centre, ()) for c in inside if c.centre] for group, inside in self._clusters().items()
        }
        ties: dict[str, set[str]] = {}
        for place in self.data.places:
            near = {node for node in self.graph[place.id] if node.startswith("concept/")}
            ties.setdefault(province_of(place), set()).update(near)
        order = sorted(ties.items(), key=lambda item: (-len(item[1]), item[0]))
        small = lay_out(concepts, [(f"province/{name}", sorted(near)) for name, near in order])
        return {"points": {key: list(point) for key, point in sorted(small.points.items())}, "regions": _regions(small)}


def province_of(place: PlaceEntry) -> str:
    """The largest known unit that holds the place; itself where none does."""
    return place.path[0] if place.path else place.name


def _regions(layout: Layout) -> list[Json]:
    return [{"group": r.group, "x": r.x, "y": r.y, "r": r.radius} for r in layout.regions]


def packed(content: Json) -> str:
    """``content`` as JSON, gzip, base64; the same bytes for the same content."""
    raw = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    squeezed = bytearray(gzip.compress(raw, 9, mtime=0))
    squeezed[9] = 255  # the header's "operating system" byte, which differs between Python versions
    return base64.b64encode(squeezed).decode("ascii")


def _with_broader(groups: Iterable[str]) -> tuple[str, ...]:
    """The groups and those around them (older people left behind: older people, too), each once."""
    return tuple(dict.fromkeys(up for group in groups for up in _upwards(group)))


@cache
def _upwards(group: str) -> tuple[str, ...]:
    """A group and those around it, the smallest first."""
    broader = next((one.broader for one in load_target_groups() if one.id == group), "")
    return (group, *(_upwards(broader) if broader else ()))


def _served_groups(used: Iterable[str]) -> dict[str, list[str]]:
    """Of the groups in use and those around them: labels in Chinese and English, and the group around each, if any."""
    named = set(_with_broader(used))
    return {group.id: [group.zh, group.en, group.broader] for group in load_target_groups() if group.id in named}
