"""The concept schemes as SKOS, made from the ontology's CSV files.

``python -m kg.graph`` writes their Turtle files in ``ontology/`` anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from kg import ids
from kg.graph.terms import ZT, Object, text
from kg.graph.turtle import turtle
from kg.scheme import (
    Code,
    Concept,
    Group,
    SubjectClass,
    TargetGroup,
    load_codes,
    load_concepts,
    load_groups,
    load_mappings,
    load_practice_notes,
    load_subject_classes,
    load_target_groups,
)

Triple = tuple[URIRef, URIRef, Object]
_Described = Group | Concept | TargetGroup | Code
SCHEME, TARGET_GROUPS, SUBJECT_CLASSES = map(URIRef, (ids.SCHEME, ids.TARGET_GROUPS, ids.SUBJECT_CLASSES))
LONGEST_NAME = 10  # characters: a longer variant is a phrase to search by, not a name to show
CATALOGUE = URIRef("https://www.gov.cn/zhengce/xxgk/")
"""The State Council's catalogue of open government information, whose subject classes are used."""
LISTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "level": ("地方的级别", "Levels of place"),
        "stage": ("阶段", "Stages"),
        "extent": ("试点或推开", "Extents"),
        "polarity": ("肯定或否定", "Polarity"),
        "confidence": ("把握", "Confidence"),
        "place-status": ("地方的认定", "Status of places without a code"),
        "practice-kind": ("做法的种类", "Kinds of practice name"),
        "organisation-kind": ("组织的种类", "Kinds of organisation"),
    }
)
_PHRASE_MARKS = frozenset("、，；—+")


def vocabulary_triples() -> Iterator[Triple]:
    """The schemes that every graph holds: practices, target groups, and the values of level, stage and the like."""
    yield from concept_triples()
    yield from target_group_triples()
    yield from code_triples()


def concept_triples() -> Iterator[Triple]:
    """The concept scheme of practices, its top groups and its concepts."""
    yield from _scheme(SCHEME, "基层治理做法分类", "Kinds of local-governance practice")
    for group in load_groups():
        iri = group_iri(group.id)
        yield from _described(iri, group, SCHEME)
        yield from _top(iri, SCHEME)
    for concept in load_concepts():
        yield from _concept(concept)
    for note in load_practice_notes().values():
        iri = URIRef(ids.concept_iri(note.concept))
        for other in map(URIRef, map(ids.concept_iri, note.related)):
            yield iri, SKOS.related, other
            yield other, SKOS.related, iri
        if note.scope:
            yield iri, SKOS.scopeNote, text(note.scope_zh, "zh")
            yield iri, SKOS.scopeNote, text(note.scope, "en")


def target_group_triples() -> Iterator[Triple]:
    """The concept scheme of the groups that practices serve."""
    yield from _scheme(TARGET_GROUPS, "服务对象分类", "Groups that practices serve")
    for group in load_target_groups():
        iri = URIRef(ids.target_group_iri(group.id))
        yield iri, RDF.type, ZT.TargetGroup
        yield from _described(iri, group, TARGET_GROUPS)
        yield from _variants(iri, group)
        yield from _placed(iri, group.broader and URIRef(ids.target_group_iri(group.broader)), TARGET_GROUPS)


def code_triples() -> Iterator[Triple]:
    """A concept scheme for each list of values; the notation of a concept is what the data hold."""
    for name, codes in groupby(load_codes(), key=lambda code: code.list):
        scheme = URIRef(f"{ids.BASE}scheme/{name}")
        yield from _scheme(scheme, *LISTS[name])
        for code in codes:
            iri = URIRef(f"{ids.BASE}{name}/{code.id}")
            yield from _described(iri, code, scheme)
            yield from _top(iri, scheme)


def mapping_triples() -> Iterator[Triple]:
    """How our concepts relate to those of other schemes, and the subject classes that have no IRIs of their own."""
    yield from _scheme(
        SUBJECT_CLASSES, "国务院政府信息公开目录主题分类（用到的类）", "State Council subject classes (those used)"
    )
    yield SUBJECT_CLASSES, DCTERMS.source, CATALOGUE
    paths = {one.id: one.zh for one in load_subject_classes()}
    for one in load_subject_classes():
        iri = subject_class_iri(one.id)
        yield from _labelled(iri, one, SUBJECT_CLASSES)
        yield iri, SKOS.notation, text(f"{paths[one.broader]}\\{one.zh}" if one.broader else one.zh)
        yield from _placed(iri, one.broader and subject_class_iri(one.broader), SUBJECT_CLASSES)
    for mapping in load_mappings():
        target = mapping.target if mapping.target.startswith("https://") else f"{ids.BASE}{mapping.target}"
        yield URIRef(f"{ids.BASE}{mapping.concept}"), SKOS[mapping.relation], URIRef(target)


MADE: Mapping[str, tuple[str, Callable[[], Iterable[Triple]]]] = MappingProxyType(
    {
        "practices.ttl": ("groups.csv, practices.csv and practice_notes.csv", concept_triples),
        "target_groups.ttl": ("target_groups.csv", target_group_triples),
        "code_lists.ttl": ("code_lists.csv", code_triples),
        "mappings.ttl": ("mappings.csv and subject_classes.csv", mapping_triples),
    }
)
"""The Turtle files that are made, from what, and their triples."""


def made_turtle(name: str) -> str:
    """The content of a Turtle file that is made from tables."""
    tables, triples = MADE[name]
    return f"# Made from {tables} by python -m kg.graph; edit those.\n" + turtle(triples())


def group_iri(group: str) -> URIRef:
    """The IRI of a top group; its path keeps clear of the concepts' own ids."""
    return URIRef(f"{ids.BASE}concept-group/{group}")


def subject_class_iri(name: str) -> URIRef:
    """The IRI of a subject class: the State Council gives none."""
    return URIRef(f"{ids.BASE}subject-class/{name}")


def _concept(concept: Concept) -> Iterator[Triple]:
    iri, broader = URIRef(ids.concept_iri(concept.id)), group_iri(concept.top)
    yield iri, RDF.type, ZT.PracticeConcept
    yield from _described(iri, concept, SCHEME)
    yield from _placed(iri, broader, SCHEME)
    yield from _variants(iri, concept)


def _variants(iri: URIRef, item: Concept | TargetGroup) -> Iterator[Triple]:
    for variant in item.variants:
        if variant != item.zh:
            phrase = len(variant) > LONGEST_NAME or not _PHRASE_MARKS.isdisjoint(variant)
            yield iri, SKOS.hiddenLabel if phrase else SKOS.altLabel, text(variant, "zh")


def _scheme(scheme: URIRef, zh: str, en: str) -> Iterator[Triple]:
    yield scheme, RDF.type, SKOS.ConceptScheme
    yield scheme, DCTERMS.title, text(zh, "zh")
    yield scheme, DCTERMS.title, text(en, "en")


def _placed(iri: URIRef, broader: URIRef | str, scheme: URIRef) -> Iterator[Triple]:
    """A concept below another one, or at the top of its scheme."""
    if isinstance(broader, URIRef):
        yield iri, SKOS.broader, broader
        yield broader, SKOS.narrower, iri
    else:
        yield from _top(iri, scheme)


def _top(iri: URIRef, scheme: URIRef) -> Iterator[Triple]:
    yield iri, SKOS.topConceptOf, scheme
    yield scheme, SKOS.hasTopConcept, iri


def _described(iri: URIRef, item: _Described, scheme: URIRef) -> Iterator[Triple]:
    yield from _labelled(iri, item, scheme)
    yield iri, SKOS.notation, text(item.id)
    yield iri, SKOS.definition, text(item.definition_zh, "zh")
    yield iri, SKOS.definition, text(item.definition, "en")


def _labelled(
    iri: URIRef, item: Group | Concept | TargetGroup | Code | SubjectClass, scheme: URIRef
) -> Iterator[Triple]:
    yield iri, RDF.type, SKOS.Concept
    yield iri, SKOS.inScheme, scheme
    yield iri, SKOS.prefLabel, text(item.zh, "zh")
    yield iri, SKOS.prefLabel, text(item.en, "en")
