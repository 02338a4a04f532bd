"""What the shape of the graph says: sizes, related places, the order of the groups, separate parts."""

from __future__ import annotations

import math
from collections import Counter

import networkx as nx

from kg.view.data import MapData, PracticeEntry
from kg.view.groups import OTHER
from kg.view.keys import concept_key

MOST_RELATED = 5
HUB = 60  # a practice or concept at more places than this says little about any two of them


def governance_graph(data: MapData) -> nx.Graph:
    """Places on one side, practices and concepts on the other; edge weight = number of facts."""
    graph = nx.Graph()
    graph.add_nodes_from((place.id for place in data.places), bipartite=0)
    graph.add_nodes_from((practice.id for practice in data.practices), bipartite=1)
    graph.add_nodes_from((concept_key(concept.id) for concept in data.concepts), bipartite=1)
    graph.add_weighted_edges_from((link.place, link.target, len(link.facts)) for link in data.links)
    return graph


def group_of(practice: PracticeEntry, tops: dict[str, str]) -> str:
    """The top group of the first concept of a practice; ``other`` where it has none."""
    return tops[practice.concepts[0]] if practice.concepts else OTHER


def with_concepts(graph: nx.Graph, data: MapData) -> nx.Graph:
    """``graph`` with each place tied to the concepts that its practices stand for, too."""
    full = graph.copy()
    concepts = {practice.id: practice.concepts for practice in data.practices}
    full.add_edges_from(
        (link.place, concept_key(concept)) for link in data.links for concept in concepts.get(link.target, ())
    )
    return full


def breadth(full: nx.Graph) -> dict[str, int]:
    """Places: how many practices and unnamed concepts they run. Practices and concepts: at how many places."""
    return {node: int(degree) for node, degree in full.degree()}


def related_places(full: nx.Graph, data: MapData) -> dict[str, tuple[str, ...]]:
    """For each place the places most alike in what they run, nearest first, five at most.

    Each practice or concept that two places share counts 1/log2(1 + its places): the rarer, the more it says
    (Adamic and Adar, *Friends and neighbors on the Web*, 2003). Hubs are passed over.
    """
    likeness: dict[str, Counter[str]] = {place.id: Counter() for place in data.places}
    for node, side in full.nodes(data="bipartite"):
        places = sorted(full[node]) if side == 1 else []
        if not 2 <= len(places) <= HUB:
            continue
        weight = 1 / math.log2(1 + len(places))
        for place in places:
            likeness[place].update({other: weight for other in places if other != place})
    return {
        place: tuple(other for other, _ in sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:MOST_RELATED])
        for place, scores in likeness.items()
    }


def group_ring(full: nx.Graph, groups: dict[str, str], order: tuple[str, ...]) -> tuple[str, ...]:
    """``order`` rearranged so that groups run by the same places stand side by side on a ring.

    ``groups`` gives the group of each practice and concept. The groups' projection of the place–group graph weighs
    how many places two groups share; each next group is the unplaced one that shares most with the last two. The
    group of what has no concept keeps the last place.
    """
    by_place = nx.Graph()
    for place, target in ((a, b) if a in groups else (b, a) for a, b in full.edges()):
        by_place.add_edge(groups[place], target)
    present = [group for group in order if group in by_place and group != OTHER]
    if len(present) < 4:
        return order
    shared = nx.bipartite.weighted_projected_graph(by_place, present)
    ring = [present[0]]
    while len(ring) < len(present):
        rest = [group for group in present if group not in ring]
        ring.append(
            max(
                rest,
                key=lambda g: (_weight(shared, ring[-1], g) + _weight(shared, ring[-2:][0], g) / 2, -order.index(g)),
            )
        )
    return (*ring, *(group for group in order if group not in ring))


def _weight(shared: nx.Graph, first: str, second: str) -> float:
    return float(shared[first][second]["weight"]) if shared.has_edge(first, second) else 0.0


def separate_parts(full: nx.Graph) -> int:
    """The number of connected components: 1 where every place is tied to every other by what they run."""
    return int(nx.number_connected_components(full))
