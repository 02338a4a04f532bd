"""What a program without this package needs to ask the questions."""

from __future__ import annotations

import re

import pytest
from rdflib import Dataset

from kg import ids
from kg.graph import list_questions, portable_questions
from kg.graph.names import GraphNames


def test_every_question_comes_with_its_slots_and_phrases(dataset: Dataset) -> None:
    found = {question["name"]: question for question in portable_questions(dataset)["questions"]}
    assert found.keys() == {question.name for question in list_questions()}
    assert [slot["type"] for slot in found["compare-places"]["slots"]] == ["place", "place"]
    sentence = re.compile(found["who-runs"]["phrases"][0].replace("(?<", "(?P<"))
    assert sentence.fullmatch("哪些地方在做红色物业")


@pytest.mark.parametrize("typed", ["德清", "德清县", "330521", "阜溪街道"])
def test_a_place_lists_the_names_that_find_it(dataset: Dataset, typed: str) -> None:
    places = portable_questions(dataset)["places"]
    named = {ids.BASE + iri for iri, _, names, _, codes, _ in places if typed in names or typed in codes}
    assert named == {str(iri) for iri in GraphNames(dataset).find_places(typed)}


def test_a_place_lists_its_everyday_short_forms(dataset: Dataset) -> None:
    shorts = {label: short for _, label, _, _, _, short in portable_questions(dataset)["places"]}
    assert "西藏" in shorts["西藏自治区"]


def test_places_lead_to_the_places_around_them(dataset: Dataset) -> None:
    around = {label: above for _, label, _, above, _, _ in portable_questions(dataset)["places"]}
    assert around["阜溪街道"] == "place/330521"
    assert around["浙江省"] == ""


def test_only_groups_of_concepts_have_members(dataset: Dataset) -> None:
    members = {iri: inside for iri, _, _, inside in portable_questions(dataset)["concepts"]}
    assert "concept/red-property" in members["concept-group/property"]
    assert members["concept/red-property"] == []
