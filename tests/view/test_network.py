from __future__ import annotations

from corpus import one_article, sample_facts, sample_scheme

from kg.view import ConceptLabel
from kg.view.collect import collect
from kg.view.network import breadth, governance_graph, group_ring, related_places, separate_parts, with_concepts
from kg.view.payload import MapPayload


def test_places_that_share_a_rare_practice_are_most_related() -> None:
    facts = [
        one_article("信用村", "评信用村。"),
        one_article("信用村", "评信用村。", at="兰考县", n=2),
        one_article("群众会", "开群众会。", at="湄潭县", n=3),
    ]
    data = collect(facts, [])
    related = related_places(governance_graph(data), data)
    assert related == {"place/330110": ("place/410225",), "place/410225": ("place/330110",), "place/520328": ()}


def test_breadth_counts_the_concepts_behind_practices() -> None:
    facts = [one_article("信用村", "评信用村。", concepts=["credit-village"])]
    data = collect(facts, [ConceptLabel("credit-village", "rural", "信用村建设")])
    full = with_concepts(governance_graph(data), data)
    assert breadth(full) == {"place/330110": 2, "practice/信用村": 1, "concept/credit-village": 1}


def test_places_with_nothing_in_common_are_separate_parts() -> None:
    facts = [one_article("信用村", "评信用村。"), one_article("群众会", "开群众会。", at="湄潭县", n=2)]
    assert separate_parts(governance_graph(collect(facts, []))) == 2


def test_ring_keeps_every_group_once() -> None:
    payload = MapPayload(collect(sample_facts(), sample_scheme()))
    order = tuple(group.id for group in payload.groups)
    ring = group_ring(payload.graph, payload._group_of, order)
    assert sorted(ring) == sorted(order)
    assert ring[-1] == "other"
