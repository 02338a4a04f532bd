"""The concept schemes are made from their tables, and the shapes of the ontology fire on planted faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, SH, SKOS
from rdflib.term import Node

from kg import ids, model, scheme
from kg.errors import GraphError
from kg.graph import DATA_SHAPES, ONTOLOGY_SHAPES, validate
from kg.graph.terms import ZT
from kg.graph.validate import read_shapes
from kg.graph.vocabulary import MADE, made_turtle
from kg.scheme import load_codes, load_concepts, load_groups, load_mappings, load_target_groups, ontology_folder

FOLDER = ontology_folder()
ONTOLOGY = URIRef("https://w3id.org/zhitu/ontology")
MEDIATION = URIRef(ids.concept_iri("mediation"))
DELIBERATION = URIRef(ids.concept_iri("deliberation"))
FOUR_MEETINGS = URIRef(ids.concept_iri("four-meetings"))
OLDER = URIRef(ids.target_group_iri("older-people"))
RIDERS = URIRef(ids.target_group_iri("delivery-riders"))
COUNTY = URIRef(f"{ids.BASE}level/county")
LISTS = {
    "level": (ZT.level, model.Level),
    "stage": (ZT.stage, model.Stage),
    "place-status": (ZT.status, model.PlaceStatus),
    "practice-kind": (ZT.kind, model.PracticeKind),
    "organisation-kind": (ZT.kind, model.OrganisationKind),
}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph().parse(FOLDER / "core.ttl")
    for name in MADE:
        graph.parse(FOLDER / name)
    return graph


@pytest.fixture
def part(ontology: Graph) -> Graph:
    """The terms and concepts that faults are planted in, with all that they lead to."""
    kept = Graph()
    waiting: list[Node] = [
        ONTOLOGY,
        ZT.runs,
        ZT.Post,
        ZT.Award,
        MEDIATION,
        DELIBERATION,
        FOUR_MEETINGS,
        OLDER,
        RIDERS,
        COUNTY,
    ]
    known: set[Node] = set()
    while waiting:
        subject = waiting.pop()
        known.add(subject)
        for triple in ontology.triples((subject, None, None)):
            if triple[1] not in {SKOS.narrower, SKOS.hasTopConcept, SKOS.related}:
                kept.add(triple)
                waiting += [triple[2]] if isinstance(triple[2], URIRef) and triple[2] not in known else []
    kept.add((DELIBERATION, SKOS.related, FOUR_MEETINGS))
    kept.add((FOUR_MEETINGS, SKOS.related, DELIBERATION))
    return kept


def zh(text: str) -> Literal:
    return Literal(text, lang="zh")


def en(text: str) -> Literal:
    return Literal(text, lang="en")


FAULTS: dict[str, tuple[str, URIRef, Callable[[Graph], object]]] = {
    "a term without a Chinese label": ("TermShape", ZT.runs, lambda g: g.remove((ZT.runs, RDFS.label, zh("在做")))),
    "a term without an English label": ("TermShape", ZT.runs, lambda g: g.remove((ZT.runs, RDFS.label, en("runs")))),
    "a term with two Chinese labels": ("TermShape", ZT.runs, lambda g: g.add((ZT.runs, RDFS.label, zh("实行")))),
    "a term without definition": ("TermShape", ZT.Place, lambda g: g.remove((ZT.Place, SKOS.definition, None))),
    "a term without example": ("TermShape", ZT.Place, lambda g: g.remove((ZT.Place, SKOS.example, None))),
    "a label in French": ("TermShape", ZT.Place, lambda g: g.add((ZT.Place, RDFS.label, Literal("lieu", lang="fr")))),
    "English in a Chinese label": ("OneLanguageShape", ZT.Post, lambda g: g.set((ZT.Post, RDFS.label, zh("post")))),
    "Chinese in an English label": ("OneLanguageShape", OLDER, lambda g: g.add((OLDER, SKOS.prefLabel, en("老人")))),
    "two terms of one label": ("OneTermOneLabelShape", ZT.Post, lambda g: g.add((ZT.Post, RDFS.label, zh("荣誉")))),
    "a concept without notation": ("ConceptShape", COUNTY, lambda g: g.remove((COUNTY, SKOS.notation, None))),
    "a concept of no scheme": ("ConceptShape", RIDERS, lambda g: g.remove((RIDERS, SKOS.inScheme, None))),
    "a concept with two above it": ("ConceptShape", RIDERS, lambda g: g.add((RIDERS, SKOS.broader, OLDER))),
    "a concept in one language": ("ConceptShape", OLDER, lambda g: g.set((OLDER, SKOS.prefLabel, zh("老年人")))),
    "a concept undefined": ("DefinedConceptShape", COUNTY, lambda g: g.remove((COUNTY, SKOS.definition, None))),
    "a practice of no group": (
        "PracticeConceptShape", MEDIATION, lambda g: g.remove((MEDIATION, SKOS.broader, None)),
    ),
    "a practice with an odd id": (
        "PracticeConceptShape", MEDIATION, lambda g: g.set((MEDIATION, SKOS.notation, Literal("Mediation"))),
    ),
    "a group out of place": ("PlacedConceptShape", OLDER, lambda g: g.remove((OLDER, SKOS.topConceptOf, None))),
    "a name of two practices": (
        "OneNameOneConceptShape", MEDIATION, lambda g: g.add((MEDIATION, SKOS.altLabel, zh("议事厅"))),
    ),
    "a name of two target groups": (
        "OneNameOneConceptShape", OLDER, lambda g: g.add((OLDER, SKOS.hiddenLabel, zh("骑手"))),
    ),
    "related on one side only": ("RelatedShape", MEDIATION, lambda g: g.add((MEDIATION, SKOS.related, DELIBERATION))),
    "related and below": ("RelatedShape", FOUR_MEETINGS, lambda g: g.add((FOUR_MEETINGS, SKOS.broader, DELIBERATION))),
    "a mapping within one scheme": (
        "MappingShape", MEDIATION, lambda g: g.add((MEDIATION, SKOS.closeMatch, DELIBERATION)),
    ),
    "a pair mapped in two ways": (
        "MappingShape", DELIBERATION,
        lambda g: g.add((DELIBERATION, SKOS.exactMatch, URIRef("https://participedia.net/method/560"))),
    ),
}  # fmt: skip


def test_every_term_and_concept_keeps_the_rules(ontology: Graph) -> None:
    assert validate(ontology, ONTOLOGY_SHAPES) == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_objected_to(fault: str, part: Graph) -> None:
    shape, focus, plant = FAULTS[fault]
    plant(part)
    found = validate(part, ONTOLOGY_SHAPES)
    assert (shape, str(focus)) in {(f.shape, about) for f in found for about in (f.focus, f.value)}


def test_nothing_is_objected_to_where_no_fault_is_planted(part: Graph) -> None:
    assert validate(part, ONTOLOGY_SHAPES) == ()


def test_every_shape_of_the_ontology_has_a_planted_fault() -> None:
    shapes = read_shapes(FOLDER / ONTOLOGY_SHAPES).subjects(RDF.type, SH.NodeShape)
    assert {str(shape).rpartition("#")[2] for shape in shapes} == {shape for shape, _, _ in FAULTS.values()}


@pytest.mark.parametrize("name", MADE)
def test_schemes_are_made_from_their_tables(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == made_turtle(name), "run: python -m kg.graph"


def test_every_concept_has_a_group() -> None:
    assert {c.top for c in load_concepts()} == {g.id for g in load_groups()}
    assert len(load_concepts()) == 82


def test_groups_served_have_names_that_are_told_apart() -> None:
    groups = load_target_groups()
    names = [name for group in groups for name in (group.zh, *group.variants)]
    assert len(names) == len(set(names))
    assert {"older-people", "delivery-riders", "veterans", "merchants"} <= {group.id for group in groups}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_values_is_what_the_program_writes(name: str) -> None:
    listed = [code.id for code in load_codes() if code.list == name]
    assert listed == list(get_args(LISTS[name][1]))


def allowed(predicate: URIRef) -> Iterator[set[str]]:
    """The lists of values that a data shape allows for a property."""
    shapes = read_shapes(FOLDER / DATA_SHAPES)
    for clause in shapes.subjects(SH.path, predicate):
        values = shapes.value(clause, SH["in"])
        if values is not None:
            yield {str(value) for value in Collection(shapes, values)}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_values_is_what_the_shapes_allow(name: str) -> None:
    assert {code.id for code in load_codes() if code.list == name} in list(allowed(LISTS[name][0]))


def test_mappings_lead_to_two_schemes() -> None:
    targets = {mapping.target.rpartition("/")[0] for mapping in load_mappings()}
    assert targets == {"https://participedia.net/method", "subject-class"}


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    loaders = (
        scheme.load_concepts, scheme.load_groups, scheme.load_practice_notes, scheme.load_target_groups,
        scheme.load_subject_classes, scheme.load_mappings,
    )  # fmt: skip
    for path in FOLDER.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(scheme, "ontology_folder", lambda: tmp_path)
    for loader in loaders:
        loader.cache_clear()
    yield tmp_path
    for loader in loaders:
        loader.cache_clear()


@pytest.mark.parametrize(
    ("name", "row", "load", "says"),
    [
        ("mappings.csv", "concept/mediatoin,broadMatch,subject-class/justice,", scheme.load_mappings, "mediatoin"),
        ("mappings.csv", "concept/mediation,sameAs,subject-class/justice,", scheme.load_mappings, "sameAs"),
        ("mappings.csv", "concept/mediation,broadMatch,subject-class/law,", scheme.load_mappings, "subject-class/law"),
        ("practice_notes.csv", "mediation,no-such,,", scheme.load_practice_notes, "no-such"),
        ("target_groups.csv", "x,某,some,某,some,,no-such", scheme.load_target_groups, "no-such"),
        ("subject_classes.csv", "x,no-such,某,some", scheme.load_subject_classes, "no-such"),
    ],
    ids=["concept", "relation", "target", "related", "broader", "class"],
)
def test_a_row_that_names_what_is_not_there_is_refused(
    tables: Path, name: str, row: str, load: Callable[[], object], says: str
) -> None:
    path = tables / name
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    line = len(path.read_text(encoding="utf-8").splitlines())
    with pytest.raises(GraphError, match=f"{name}:{line}: .*{says}"):
        load()
