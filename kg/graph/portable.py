"""The ready questions and the names they take, as plain data for a program that asks a graph without this package.

What it does with them is what ``answer`` does: find what a typed name stands for, put it into the ``VALUES`` block of
the slot, run the query over the union of all named graphs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rdflib import Dataset, URIRef

from kg import ids
from kg.gazetteer import own_gazetteer
from kg.graph.names import GraphNames, NamedThing
from kg.graph.query import known_terms
from kg.graph.questions import Question, list_questions
from kg.graph.terms import PREFIXES


def portable_questions(graph: Dataset) -> dict[str, Any]:
    """Questions, names, prefixes and terms of a graph; IRIs are cut to the part after ``base``.

    - ``questions``: ``name``, ``zh``, ``en``, ``sparql``, ``slots`` (``name``, ``type``, ``default``, ``zh``, ``en``)
      and ``phrases``, patterns of sentences that ask it, with a named group for each slot.
    - ``places``: ``[iri, label, names, around, codes, short forms]``; ``names`` are in the form ``ids.normal`` gives,
      ``around`` is the IRI of the place around it or empty.
    - ``practices``: ``[iri, label, names]``.
    - ``concepts``: ``[iri, label, names, members]``; only top groups have members.
    - ``groups``: ``[iri, label, names]`` of the groups that practices may serve.
    - ``prefixes``: those that a query need not declare; ``terms``: the local names that the ontology defines.
    """
    names = GraphNames(graph)
    return {
        "base": ids.BASE,
        "questions": [_question(question) for question in list_questions()],
        "places": _places(names),
        "practices": [[_tail(p.iri), p.label, sorted(p.names)] for p in names.practices()],
        "concepts": [
            [_tail(c.iri), c.label, sorted(c.names), _tails(names.members(c.iri))] for c in names.concepts()
        ],
        "groups": [[_tail(group.iri), group.label, sorted(group.names)] for group in names.concepts(ids.TARGET_GROUPS)],
        "prefixes": dict(PREFIXES),
        "terms": sorted(known_terms()),
    }  # fmt: skip


def _question(question: Question) -> dict[str, Any]:
    return {
        "name": question.name,
        "zh": question.title_zh,
        "en": question.title_en,
        "sparql": question.sparql,
        "slots": [
            {"name": s.name, "type": s.type, "default": s.default, "zh": s.says_zh, "en": s.says_en}
            for s in question.slots.values()
        ],
        "phrases": [phrase.pattern.replace("(?P<", "(?<") for phrase in question.phrases],
    }


def _places(names: GraphNames) -> list[list[Any]]:
    codes = names.codes()
    official = {_official(place): place.iri for place in names.places}
    shorts = {official[code]: found for code, found in own_gazetteer().shorts_by_code(official.keys() - {""}).items()}
    return [_place(place, names, codes.get(place.iri, ()), shorts.get(place.iri, ())) for place in names.places]


def _place(place: NamedThing, names: GraphNames, codes: Iterable[str], shorts: Iterable[str]) -> list[Any]:
    around = names.around(place.iri)
    return [_tail(place.iri), place.label, sorted(place.names), _tail(around) if around else "", [*codes], [*shorts]]


def _official(place: NamedThing) -> str:
    """The code in the IRI of a coded place, else empty."""
    code = ids.tail(place.iri)
    return code if str(place.iri) == ids.coded_place_iri(code) else ""


def _tail(iri: URIRef) -> str:
    return iri.removeprefix(ids.BASE)


def _tails(iris: Iterable[URIRef]) -> list[str]:
    return [_tail(iri) for iri in iris]
