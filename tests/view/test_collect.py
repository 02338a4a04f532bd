from __future__ import annotations

from dataclasses import replace

from corpus import one_article, sample_facts, sample_scheme

from kg.model import Award, ConceptUse, Evidence, Measure
from kg.view import ConceptLabel
from kg.view.collect import collect

CREDIT = ConceptLabel("credit-village", "rural", "信用村建设")


def test_practices_named_alike_are_one_with_a_link_for_each_place() -> None:
    data = collect([one_article("信用村", "评信用村。"), one_article("信用村", "建信用村。", at="兰考县", n=2)], [])
    assert [practice.name for practice in data.practices] == ["信用村"]
    assert [link.place for link in data.links] == ["place/330110", "place/410225"]


def test_order_of_articles_changes_nothing() -> None:
    facts = sample_facts()
    assert collect(facts, sample_scheme()) == collect(facts[::-1], sample_scheme())


def test_every_quote_marks_the_name_it_stands_for() -> None:
    data = collect(sample_facts(), sample_scheme())
    names = {practice.id: practice.name for practice in data.practices}
    marked = {
        (names[link.target], data.quotes[q].parts[1])
        for link in data.links
        if link.target in names
        for q in link.quotes
    }
    assert marked == {(name, name) for name in names.values()}


def test_practice_without_a_place_goes_to_the_locality_of_its_report() -> None:
    facts = one_article("信用村", "评信用村。")
    loose = replace(facts, practices=(replace(facts.practices[0], at=()),))
    assert [link.place for link in collect([loose], []).links] == ["place/330110"]


def test_practice_of_no_place_at_all_keeps_its_quote() -> None:
    facts = one_article("信用村", "评信用村。")
    nowhere = replace(
        facts, practices=(replace(facts.practices[0], at=()),), places=replace(facts.places, localities=())
    )
    data = collect([nowhere], [])
    assert (data.links, data.practices[0].quotes) == ((), (0,))


def test_concept_that_a_practice_of_the_place_stands_for_has_no_link_of_its_own() -> None:
    facts = one_article("信用村", "评信用村。", concepts=["credit-village"])
    both = replace(facts, concepts=(ConceptUse("credit-village", "余杭区", (Evidence(4, 7),), "r"),))
    assert [link.target for link in collect([both], [CREDIT]).links] == ["practice/信用村"]


def test_concept_without_a_name_links_place_and_concept() -> None:
    facts = one_article("信用村", "评信用村。")
    use = replace(facts, practices=(), concepts=(ConceptUse("credit-village", "余杭区", (Evidence(4, 7),), "r"),))
    data = collect([use], [CREDIT])
    assert [(link.place, link.target) for link in data.links] == [("place/330110", "concept/credit-village")]


def test_place_without_a_code_is_told_apart_by_its_article() -> None:
    facts = [one_article("信用村", "评信用村。", at="新村"), one_article("信用村", "另评信用村。", at="新村", n=2)]
    assert [entry.name for entry in collect(facts, []).places] == ["新村", "新村"]


def test_measures_and_awards_go_to_their_place_and_practice() -> None:
    facts = one_article("信用村", "评信用村。")
    told = replace(
        facts,
        measures=(Measure("授信", 23000, "户", approximate=True, at="余杭区", evidence=(Evidence(4, 7),), rule="r"),),
        awards=(Award("省级示范", "信用村", 2023, (Evidence(4, 7),), "r"),),
    )
    data = collect([told], [])
    assert [(figure.text, figure.value) for figure in data.places[0].figures] == [("授信", "约 23,000 户")]
    assert [(award.text, award.value) for award in data.practices[0].awards] == [("省级示范", "2023")]
