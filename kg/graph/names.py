"""Finds what a person may mean by a typed name: places, practices, concepts and facts of one graph."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rdflib import Dataset, URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from kg import ids
from kg.gazetteer import own_gazetteer
from kg.graph.disk import oxigraph_of, strings
from kg.graph.terms import ZT

_ENDINGS = (
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "街道", "社区",
    "省", "市", "区", "县", "旗", "镇", "乡", "村",
)  # fmt: skip
_SHORTEST = 2
SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A thing with the normal forms of all its names."""

    iri: URIRef
    label: str
    names: frozenset[str]


class GraphNames:
    """The names in one graph, each kind of them read once it is asked for."""

    def __init__(self, graph: Dataset) -> None:
        self._graph = graph

    @cached_property
    def _around(self) -> Mapping[URIRef, URIRef]:
        found = values_of(self._graph, ZT.Place, (ZT.within,))
        return {URIRef(place): URIRef(around[0]) for place, (around,) in found.items() if around}

    @cached_property
    def places(self) -> tuple[NamedThing, ...]:
        """The places by IRI."""
        return tuple(self._things(ZT.Place))

    @cached_property
    def _place_names(self) -> Mapping[URIRef, frozenset[str]]:
        return {place.iri: place.names for place in self.places}

    def find_places(self, typed: str) -> tuple[URIRef, ...]:
        """Places by IRI, code, full or short name, or a path of names such as 成都龙泉驿 or 四川省/龙泉驿区."""
        whole = ids.normal(typed)
        direct = self._direct(typed, "place")
        if direct:
            return direct
        if whole.isdigit():
            return self._by_code(whole)
        exact = [place.iri for place in self.places if whole in place.names]
        if exact:
            return tuple(exact)
        by_path = [place.iri for place in self.places if self._ends(whole, place.iri)]
        if by_path:
            return tuple(by_path)
        return self._by_short(typed)

    def find_concepts(self, typed: str) -> tuple[URIRef, ...]:
        """Concepts by IRI, id or any label; a top group stands for all its concepts."""
        whole = ids.normal(typed)
        direct = self._direct(typed, "concept")
        if direct:
            return direct
        found = {concept.iri: self.members(concept.iri) for concept in self.concepts() if whole in concept.names}
        inside = sorted(member for members in found.values() for member in members)
        return tuple(dict.fromkeys((*(iri for iri, members in found.items() if not members), *inside)))

    def find_groups(self, typed: str) -> tuple[URIRef, ...]:
        """Groups that practices serve, by IRI, id or any label."""
        whole = ids.normal(typed)
        direct = self._direct(typed, "target-group")
        return direct or tuple(group.iri for group in self.concepts(ids.TARGET_GROUPS) if whole in group.names)

    def find_practices(self, typed: str) -> tuple[URIRef, ...]:
        """Practices by IRI or name (those whose name holds the words, where none is called so), and concepts."""
        whole = ids.normal(typed)
        direct = self._direct(typed, "practice")
        if direct:
            return direct
        practices = tuple(self.practices())
        concepts = self.find_concepts(typed)
        found = [practice.iri for practice in practices if whole in practice.names]
        if not found and not concepts and len(whole) >= _SHORTEST:
            found = [p.iri for p in practices if any(whole in name for name in p.names)]
        return (*found, *concepts)

    def find_facts(self, typed: str) -> tuple[URIRef, ...]:
        """A fact by its IRI or the last part of it."""
        direct = self._direct(typed, "fact")
        iri = URIRef(f"{ids.BASE}fact/{typed.strip()}")
        return direct or ((iri,) if typed.isalnum() and (iri, RDF.type, ZT.Fact) in self._graph else ())

    def near(self, typed: str, kind: str) -> tuple[str, ...]:
        """Labels that resemble a name that was not found, best first."""
        if kind == "place":
            things: Iterable[NamedThing] = self.places
        elif kind == "group":
            things = tuple(self.concepts(ids.TARGET_GROUPS))
        else:
            things = (*self.concepts(), *(self.practices() if kind == "practice" else ()))
        labels = sorted({thing.label for thing in things})
        close = difflib.get_close_matches(typed, labels, n=SUGGESTIONS, cutoff=0.4)
        return tuple(close) or tuple(label for label in labels if not set(typed).isdisjoint(label))[:SUGGESTIONS]

    def listed_elsewhere(self, typed: str) -> bool:
        """Whether the gazetteer knows a place of that name although this graph does not."""
        return bool(own_gazetteer().candidates(typed.strip()))

    def members(self, group: URIRef) -> tuple[URIRef, ...]:
        """The concepts of a top group, sorted; none for a concept."""
        if (group, RDF.type, ZT.PracticeConcept) in self._graph:
            return ()
        return tuple(sorted(_iris(self._graph.objects(group, SKOS.narrower))))

    def practices(self) -> Iterator[NamedThing]:
        """Practices with their names and aliases, sorted by IRI."""
        return self._things(ZT.Practice)

    def codes(self) -> dict[URIRef, tuple[str, ...]]:
        """The codes of places, sorted, as ``find_places`` takes them."""
        found: dict[URIRef, set[str]] = {}
        for p in (ZT.code, SKOS.notation):
            for place, known in self._graph.subject_objects(p):
                if isinstance(place, URIRef):
                    found.setdefault(place, set()).add(str(known))
        return {place: tuple(sorted(known)) for place, known in found.items()}

    def around(self, place: URIRef) -> URIRef | None:
        """The place directly around a place."""
        return self._around.get(place)

    def _direct(self, typed: str, kind: str) -> tuple[URIRef, ...]:
        text = typed.strip().strip("<>")
        iri = URIRef(text if text.startswith(ids.BASE) else ids.BASE + text)
        is_path = "/" in text and f"{kind}/" in text and not set(text) & set(' <>"{}|\\^`')
        return (iri,) if is_path and (iri, None, None) in self._graph else ()

    def _by_code(self, code: str) -> tuple[URIRef, ...]:
        return tuple(sorted(place for place, known in self.codes().items() if code in known))

    def _by_short(self, typed: str) -> tuple[URIRef, ...]:
        """The everyday short forms that no ending explains: 恩施 for 恩施土家族苗族自治州."""
        units = own_gazetteer().by_short(typed.strip())
        known = (URIRef(ids.coded_place_iri(unit.code)) for unit in units if unit.code)
        return tuple(iri for iri in known if iri in self._place_names)

    def _ends(self, typed: str, place: URIRef) -> bool:
        """Whether a run of names, largest first, ends in this place; units between may be left out."""
        for name in self._place_names.get(place, ()):
            if typed == name:
                return True
            if typed.endswith(name):
                rest, above = typed[: -len(name)], self._around.get(place)
                while above is not None:
                    if self._ends(rest, above):
                        return True
                    above = self._around.get(above)
        return False

    def concepts(self, scheme: str = ids.SCHEME) -> Iterator[NamedThing]:
        """The concepts of a scheme, by default the practices' with their top groups, with all labels, sorted by IRI."""
        for iri in sorted(_iris(self._graph.subjects(SKOS.inScheme, URIRef(scheme)))):
            terms = [o for p in _LABELS for o in self._graph.objects(iri, p)]
            chinese = [str(t) for t in self._graph.objects(iri, SKOS.prefLabel) if getattr(t, "language", "") == "zh"]
            yield NamedThing(iri, min(chinese, default=str(iri)), frozenset(ids.normal(str(t)) for t in terms))

    def _things(self, kind: URIRef) -> Iterator[NamedThing]:
        for iri, (labels, others) in sorted(values_of(self._graph, kind, (RDFS.label, SKOS.altLabel)).items()):
            names = {ids.normal(name) for name in (*labels, *others)}
            if kind == ZT.Place:
                names |= {short_form(name) for name in names}
            yield NamedThing(URIRef(iri), min(labels, default=iri), frozenset(names))


def values_of(graph: Dataset, kind: URIRef, predicates: Sequence[URIRef]) -> dict[str, list[list[str]]]:
    """What the things of a class have, by their IRIs: for each of the predicates the values as strings.

    A store on disk is asked for all things at once: thing by thing took 23 seconds for 60,000 practices.
    """
    on_disk = oxigraph_of(graph)
    if on_disk is None:
        things = _iris(graph.subjects(RDF.type, kind))
        return {str(iri): [[str(o) for o in graph.objects(iri, p)] for p in predicates] for iri in things}
    found: dict[str, list[list[str]]] = {}
    for (iri,) in strings(on_disk, f"SELECT ?s WHERE {{ ?s a <{kind}> }}"):
        found[iri] = [[] for _ in predicates]
    for column, predicate in enumerate(predicates):
        for iri, value in strings(on_disk, f"SELECT ?s ?o WHERE {{ ?s a <{kind}> ; <{predicate}> ?o }}"):
            found[iri][column].append(value)
    return found


_LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, SKOS.notation)


def short_form(name: str) -> str:
    """A place's name without its generic ending, where two characters remain: 丹阳市 → 丹阳."""
    ending = next((e for e in _ENDINGS if name.endswith(e) and len(name) - len(e) >= _SHORTEST), "")
    return name.removesuffix(ending)


def _iris(terms: Iterable[object]) -> tuple[URIRef, ...]:
    return tuple(term for term in terms if isinstance(term, URIRef))
