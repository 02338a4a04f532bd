"""Places: the chain of units around each coded place out of the gazetteer, and the places that have no code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from kg import ids
from kg.gazetteer import Gazetteer, Unit
from kg.graph.terms import GEO, ZT, Object, text
from kg.model import ArticleFacts, Level, Place

Triple = tuple[URIRef, URIRef, Object]
_LEVEL_OF_LENGTH: dict[int, Level] = {9: "township", 12: "village"}


def coded_chain(facts: Iterable[ArticleFacts]) -> dict[str, tuple[str, Level, str | None]]:
    """Every code that the facts use, with name, level and the code around it as the facts state them."""
    chain: dict[str, tuple[str, Level, str | None]] = {}
    for one in facts:
        for place in one.places.places:
            coded = [(n, c) for n, c in zip(place.within, place.within_codes, strict=False) if c]
            if place.code:
                chain[place.code] = (place.name, place.level, coded[0][1] if coded else None)
            for i, (name, code) in enumerate(coded):
                around = coded[i + 1][1] if i + 1 < len(coded) else None
                chain.setdefault(code, (name, level_of(code), around))
    return chain


def level_of(code: str) -> Level:
    """The level that the length and the zeros of an official code tell."""
    if len(code) in _LEVEL_OF_LENGTH:
        return _LEVEL_OF_LENGTH[len(code)]
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def gazetteer_triples(facts: Iterable[ArticleFacts], gazetteer: Gazetteer | None) -> Iterator[Triple]:
    """The coded places and every unit around them: label, level, codes, centre, and what each lies within."""
    written: set[str] = set()
    for code, (name, level, around) in sorted(coded_chain(facts).items()):
        unit = _unit(gazetteer, code)
        if unit is None or gazetteer is None:
            yield from _bare(code, name, level, around)
            continue
        coded = [u for u in (unit, *gazetteer.ancestors(unit.key)) if u.code]
        for i, item in enumerate(coded):
            if str(item.code) not in written:
                written.add(str(item.code))
                yield from _listed(item, coded[i + 1] if i + 1 < len(coded) else None, gazetteer)


def uncoded_place(place: Place, iri: URIRef, inside: URIRef | None) -> Iterator[Triple]:
    """A place that no official list has, or whose choice is open."""
    yield iri, RDF.type, ZT.Place
    yield iri, RDFS.label, text(place.name)
    yield iri, ZT.level, text(place.level)
    yield iri, ZT.status, text(place.status)
    if inside is not None:
        yield iri, ZT.within, inside


def _unit(gazetteer: Gazetteer | None, code: str) -> Unit | None:
    try:
        return None if gazetteer is None else gazetteer.unit(code)
    except KeyError:
        return None


def _bare(code: str, name: str, level: Level, around: str | None) -> Iterator[Triple]:
    iri = URIRef(ids.coded_place_iri(code))
    yield iri, RDF.type, ZT.Place
    yield iri, RDFS.label, text(name)
    yield iri, ZT.level, text(level)
    yield iri, ZT.code, text(code)
    yield iri, SKOS.notation, _notation(code)
    if around:
        yield iri, ZT.within, URIRef(ids.coded_place_iri(around))


def _listed(unit: Unit, parent: Unit | None, gazetteer: Gazetteer) -> Iterator[Triple]:
    code = str(unit.code)
    yield from _bare(code, unit.name, unit.level, parent.code if parent else None)
    iri = URIRef(ids.coded_place_iri(code))
    if unit.official not in {"", unit.name}:
        yield iri, SKOS.altLabel, text(unit.official)
    if unit.mca_code and not unit.former:
        yield iri, SKOS.notation, Literal(unit.mca_code, datatype=ZT.CivilAffairsCode2025)
    centre = gazetteer.centroid(unit.key)
    if centre is not None and centre.level == unit.level:
        point = URIRef(f"{iri}/centroid")
        yield iri, GEO.hasCentroid, point
        yield point, RDF.type, GEO.Geometry
        yield point, GEO.asWKT, Literal(f"POINT({centre.lng:.4f} {centre.lat:.4f})", datatype=GEO.wktLiteral)


def _notation(code: str) -> Literal:
    return Literal(code, datatype=ZT.CodeGBT2260 if len(code) == 6 else ZT.StatisticsCode2023)
