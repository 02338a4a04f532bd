"""The ontology keeps its own rules, and every shape is shown firing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.namespace import RDF, SH
from sample_facts import all_facts, documents

from kg import ids
from kg.graph import build_dataset, validate
from kg.graph.query import known_terms
from kg.graph.validate import read_shapes
from kg.scheme import ontology_folder

FOLDER = ontology_folder()
INVALID = sorted((FOLDER / "examples" / "invalid").glob("*.ttl"))
FIRES = re.compile(r"^# fires: (\w+)$", re.MULTILINE)


@pytest.mark.parametrize("path", sorted((FOLDER / "examples" / "valid").glob("*.ttl")), ids=lambda p: p.stem)
def test_valid_example_is_not_objected_to(path: Path) -> None:
    assert validate(Graph().parse(path)) == ()


@pytest.mark.parametrize("path", INVALID, ids=lambda p: p.stem)
def test_invalid_example_makes_its_shape_fire(path: Path) -> None:
    named = FIRES.search(path.read_text(encoding="utf-8"))
    assert named is not None
    assert named[1] in {f.shape for f in validate(Graph().parse(path))}


def test_every_shape_has_an_invalid_example() -> None:
    shapes = {str(s).rpartition("#")[2] for s in read_shapes(FOLDER / "shapes.ttl").subjects(RDF.type, SH.NodeShape)}
    shown = {name for path in INVALID for name in FIRES.findall(path.read_text(encoding="utf-8"))}
    assert shapes == shown


def test_findings_are_worded_in_two_languages() -> None:
    for path in INVALID:
        assert all(f.message_zh and f.message_en for f in validate(Graph().parse(path)))


def test_built_graph_has_no_errors() -> None:
    found = validate(build_dataset(all_facts(), documents()))
    assert [f.shape for f in found] == ["UndecidedPlaceShape", "UnclassedPracticeShape", "UndatedArticleShape"]


def test_graph_uses_only_terms_that_the_ontology_defines() -> None:
    used = {str(t) for triple in build_dataset(all_facts()).triples((None, None, None)) for t in triple[1:]}
    ours = {iri.removeprefix(ids.ONTOLOGY) for iri in used if iri.startswith(ids.ONTOLOGY)}
    assert ours <= known_terms()
