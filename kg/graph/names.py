"""Finds what a person may mean by a typed name: places, practices, concepts and facts of one graph."""

from __future__ import annotations

import difflib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from rdflib import Dataset, URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from kg import ids
from kg.gazetteer import own_gazetteer
from kg.graph.disk import folder_of, oxigraph_of, strings
from kg.graph.terms import ZT

_ENDINGS = (
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "街道", "社区",
    "省", "市", "区", "县", "旗", "镇", "乡", "村",
)  # fmt: skip
_SHORTEST = 2
NAMES = "names.sqlite"
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
        folder = folder_of(graph)
        self._file = (folder / NAMES).as_uri() if folder else None

    @cached_property
    def places(self) -> tuple[NamedThing, ...]:
        """The places by IRI."""
        return tuple(named_things(self._graph, ZT.Place))

    def find_places(self, typed: str) -> tuple[URIRef, ...]:
        """Places by IRI, code, full or short name, or a path of names such as 成都龙泉驿 or 四川省/龙泉驿区."""
        whole = ids.normal(typed)
        direct = self._direct(typed, "place")
        if direct:
            return direct
        if whole.isdigit():
            return self._by_code(whole)
        exact = self._called(ZT.Place, whole)
        if exact:
            return exact
        ends = {iri for start in range(1, len(whole)) for iri in self._called(ZT.Place, whole[start:])}
        return tuple(iri for iri in sorted(ends) if self._ends(whole, iri)) or self._by_short(typed)

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
        concepts = self.find_concepts(typed)
        found = self._called(ZT.Practice, whole)
        if not found and not concepts and len(whole) >= _SHORTEST:
            found = self._holding(ZT.Practice, whole)
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
        yield from self._practices

    @cached_property
    def _practices(self) -> tuple[NamedThing, ...]:
        return tuple(named_things(self._graph, ZT.Practice))

    def codes(self) -> dict[URIRef, tuple[str, ...]]:
        """The codes of places, sorted, as ``find_places`` takes them."""
        found: dict[URIRef, set[str]] = {}
        for p in _CODES:
            for place, known in self._graph.subject_objects(p):
                if isinstance(place, URIRef):
                    found.setdefault(place, set()).add(str(known))
        return {place: tuple(sorted(known)) for place, known in found.items()}

    def around(self, place: URIRef) -> URIRef | None:
        """The place directly around a place."""
        return next(iter(_iris(self._graph.objects(place, ZT.within))), None)

    def _direct(self, typed: str, kind: str) -> tuple[URIRef, ...]:
        text = typed.strip().strip("<>")
        iri = URIRef(text if text.startswith(ids.BASE) else ids.BASE + text)
        is_path = "/" in text and f"{kind}/" in text and not set(text) & set(' <>"{}|\\^`')
        return (iri,) if is_path and (iri, None, None) in self._graph else ()

    def _by_code(self, code: str) -> tuple[URIRef, ...]:
        if self._file is None:
            return tuple(sorted(place for place, known in self.codes().items() if code in known))
        return self._select("kind = ? AND name = ?", ZT.code, code)

    def _by_short(self, typed: str) -> tuple[URIRef, ...]:
        """The everyday short forms that no ending explains: 恩施 for 恩施土家族苗族自治州."""
        units = own_gazetteer().by_short(typed.strip())
        known = (URIRef(ids.coded_place_iri(unit.code)) for unit in units if unit.code)
        return tuple(iri for iri in known if (iri, RDF.type, ZT.Place) in self._graph)

    def _ends(self, typed: str, place: URIRef) -> bool:
        """Whether a run of names, largest first, ends in this place; units between may be left out."""
        for name in _forms(ZT.Place, (str(o) for p in _NAMED for o in self._graph.objects(place, p))):
            if typed == name:
                return True
            if typed.endswith(name):
                rest, above = typed[: -len(name)], self.around(place)
                while above is not None:
                    if self._ends(rest, above):
                        return True
                    above = self.around(above)
        return False

    def concepts(self, scheme: str = ids.SCHEME) -> Iterator[NamedThing]:
        """The concepts of a scheme, by default the practices' with their top groups, with all labels, sorted by IRI."""
        for iri in sorted(_iris(self._graph.subjects(SKOS.inScheme, URIRef(scheme)))):
            terms = [o for p in _LABELS for o in self._graph.objects(iri, p)]
            chinese = [str(t) for t in self._graph.objects(iri, SKOS.prefLabel) if getattr(t, "language", "") == "zh"]
            yield NamedThing(iri, min(chinese, default=str(iri)), frozenset(ids.normal(str(t)) for t in terms))

    def _called(self, kind: URIRef, name: str) -> tuple[URIRef, ...]:
        """The things of a class that bear a name, given in its normal form, sorted."""
        if self._file is None:
            return tuple(thing.iri for thing in self._things(kind) if name in thing.names)
        return self._select("kind = ? AND name = ?", kind, name)

    def _holding(self, kind: URIRef, words: str) -> tuple[URIRef, ...]:
        """The things of a class that have the words in one of their names, sorted."""
        if self._file is None:
            return tuple(thing.iri for thing in self._things(kind) if any(words in name for name in thing.names))
        return self._select("kind = ? AND instr(name, ?) > 0", kind, words)

    def _select(self, where: str, *values: str) -> tuple[URIRef, ...]:
        with closing(sqlite3.connect(f"{self._file}?mode=ro", uri=True)) as table:
            rows = table.execute(f"SELECT DISTINCT iri FROM name WHERE {where} ORDER BY iri", values)  # noqa: S608
            return tuple(URIRef(iri) for (iri,) in rows)

    def _things(self, kind: URIRef) -> tuple[NamedThing, ...]:
        return self.places if kind == ZT.Place else self._practices


def write_names(store: Any, folder: Path) -> None:
    """Write the table of names that a graph on disk is searched by: to go over 77,205 practices took 9 seconds."""
    with closing(sqlite3.connect(folder / NAMES)) as table, table:
        table.execute("CREATE TABLE name (kind TEXT, name TEXT, iri TEXT, PRIMARY KEY (kind, name, iri)) WITHOUT ROWID")
        for kind in (ZT.Place, ZT.Practice):
            rows = (
                (kind, name, thing.iri)
                for thing in _named(kind, _values_on_disk(store, kind, _NAMED))
                for name in thing.names
            )
            table.executemany(_INSERT, rows)
        for predicate in _CODES:
            codes = strings(store, f"SELECT ?s ?o WHERE {{ ?s <{predicate}> ?o ; a <{ZT.Place}> }}")
            table.executemany(_INSERT, ((ZT.code, code, iri) for iri, code in codes))


def named_things(graph: Dataset, kind: URIRef) -> Iterator[NamedThing]:
    """The things of a class with the normal forms of their names, sorted by IRI."""
    return _named(kind, values_of(graph, kind, _NAMED))


def _named(kind: URIRef, values: Mapping[str, list[list[str]]]) -> Iterator[NamedThing]:
    for iri, (labels, others) in sorted(values.items()):
        yield NamedThing(URIRef(iri), min(labels, default=iri), _forms(kind, (*labels, *others)))


def _forms(kind: URIRef, names: Iterable[str]) -> frozenset[str]:
    forms = {ids.normal(name) for name in names}
    return frozenset(forms | {short_form(name) for name in forms} if kind == ZT.Place else forms)


def values_of(graph: Dataset, kind: URIRef, predicates: Sequence[URIRef]) -> dict[str, list[list[str]]]:
    """What the things of a class have, by their IRIs: for each of the predicates the values as strings.

    A store on disk is asked for all things at once: thing by thing took 23 seconds for 60,000 practices.
    """
    on_disk = oxigraph_of(graph)
    if on_disk is not None:
        return _values_on_disk(on_disk, kind, predicates)
    things = _iris(graph.subjects(RDF.type, kind))
    return {str(iri): [[str(o) for o in graph.objects(iri, p)] for p in predicates] for iri in things}


def _values_on_disk(on_disk: Any, kind: URIRef, predicates: Sequence[URIRef]) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for (iri,) in strings(on_disk, f"SELECT ?s WHERE {{ ?s a <{kind}> }}"):
        found[iri] = [[] for _ in predicates]
    for column, predicate in enumerate(predicates):
        for iri, value in strings(on_disk, f"SELECT ?s ?o WHERE {{ ?s a <{kind}> ; <{predicate}> ?o }}"):
            found[iri][column].append(value)
    return found


_CODES = (ZT.code, SKOS.notation)
_INSERT = "INSERT OR IGNORE INTO name VALUES (?, ?, ?)"
_NAMED = (RDFS.label, SKOS.altLabel)
_LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, SKOS.notation)


def short_form(name: str) -> str:
    """A place's name without its generic ending, where two characters remain: 丹阳市 → 丹阳."""
    ending = next((e for e in _ENDINGS if name.endswith(e) and len(name) - len(e) >= _SHORTEST), "")
    return name.removesuffix(ending)


def _iris(terms: Iterable[object]) -> tuple[URIRef, ...]:
    return tuple(term for term in terms if isinstance(term, URIRef))
