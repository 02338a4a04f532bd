from __future__ import annotations

from dataclasses import replace

from corpus import learned_facts, one_article, sample_facts, sample_scheme, with_lesson

from kg.model import (
    Award,
    Component,
    ConceptUse,
    Evidence,
    Extent,
    Measure,
    Organisation,
    Person,
    PolicyDocument,
    ResolvedMention,
    Served,
)
from kg.tables.rows import fact_rows
from kg.view import ConceptLabel
from kg.view.collect import collect
from kg.view.payload import MapPayload

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
        (names[link.target], data.quotes[data.facts[i].quote].parts[1])
        for link in data.links
        if link.target in names
        for i in link.facts
    }
    assert marked == {(name, name) for name in names.values()}


def test_practice_without_a_place_goes_to_the_locality_of_its_report() -> None:
    facts = one_article("信用村", "评信用村。")
    loose = replace(facts, practices=(replace(facts.practices[0], at=()),))
    data = collect([loose], [])
    assert [link.place for link in data.links] == ["place/330110"]
    assert [fact.loose for fact in data.facts] == [True]


def test_practice_of_no_place_at_all_keeps_its_quote() -> None:
    facts = one_article("信用村", "评信用村。")
    nowhere = replace(
        facts, practices=(replace(facts.practices[0], at=()),), places=replace(facts.places, localities=())
    )
    data = collect([nowhere], [])
    (fact,) = data.facts
    assert (data.links, fact.place, fact.target) == ((), None, "practice/信用村")
    assert data.quotes[fact.quote].parts == ("评", "信用村", "。")


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
    said = {fact.family: (fact.place, fact.target, fact.text, fact.value) for fact in data.facts}
    assert said["measure"] == ("place/330110", None, "授信", "约 23,000 户")
    assert said["award"] == ("place/330110", "practice/信用村", "省级示范", "2023")


def test_every_family_that_an_article_holds_becomes_facts() -> None:
    facts = one_article("信用村", "甲社区党委书记王某推行信用村，2019年起评。")
    here, span = facts.article.text.index, (Evidence(4, 7),)
    practice = replace(
        facts.practices[0], since="2019", since_evidence=Evidence(here("2019"), here("年起")),
        parts=(Component("评议", Evidence(here("评。"), here("评。") + 1)),),
        extent=Extent("rolled-out", Evidence(here("推行"), here("，2019")), "r"),
    )  # fmt: skip
    told = replace(
        facts,
        practices=(practice,),
        organisations=(Organisation("甲社区党委", "party", span, "r", "余杭区"),),
        people=(Person("王某", "书记", "甲社区党委", span, "r"),),
        documents=(PolicyDocument("信用村办法", "甲社区党委", span, "r"),),
    )
    data = collect([told], [])
    assert [(fact.family, fact.text, fact.value, fact.loose) for fact in data.facts] == [
        ("organisation", "甲社区党委", "party", False),
        ("person", "王某", "甲社区党委 书记", False),
        ("runs", "", "", False),
        ("part", "评议", "", False),
        ("since", "", "2019", False),
        ("extent", "", "rolled-out", False),
        ("document", "信用村办法", "甲社区党委", False),
    ]


def test_a_lesson_is_a_fact_for_each_practice_learned_under_the_id_of_the_tables() -> None:
    _, facts = learned_facts()
    (fact,) = (fact for fact in collect([facts], []).facts if fact.family == "lesson")
    assert (fact.place, fact.learned_from, fact.target) == ("place/350405", "place/410225", "practice/信用村")
    assert fact.id in {row.origin[-1].rsplit("/", 1)[1] for row in fact_rows([facts]) if row.family == "lessons"}
    page = MapPayload(collect([facts], [])).facts()
    assert [page["ids"][i] for i in page["from"] if i >= 0] == ["place/410225"]


def test_a_lesson_that_names_no_practice_has_no_target() -> None:
    facts = with_lesson(one_article("信用村", "赴兰考县学习，评信用村。"), "兰考县")
    (fact,) = (fact for fact in collect([facts], []).facts if fact.family == "lesson")
    assert (fact.place, fact.learned_from, fact.target) == ("place/330110", "place/410225", None)


def test_place_that_runs_nothing_is_named_apart() -> None:
    facts = one_article("信用村", "评信用村。")
    told = replace(facts, practices=(), organisations=(Organisation("甲", "party", (Evidence(3, 4),), "r", "余杭区"),))
    data = collect([told], [])
    assert (data.places, [place.id for place in data.named]) == ((), ["place/330110"])


def test_fact_ids_are_those_of_the_tables() -> None:
    told = sample_facts()
    stated = {row.origin[-1].rsplit("/", 1)[1] for row in fact_rows(told)}
    assert {fact.id for fact in collect(told, sample_scheme()).facts} <= stated


def test_text_keeps_its_offsets_and_its_places() -> None:
    facts = one_article("信用村", "余杭区评\u202e信用村。")
    start = facts.article.text.index("余杭区")
    placed = replace(facts, places=replace(facts.places, mentions=(ResolvedMention(start, start + 3, 0, "full"),)))
    (text,) = collect([placed], []).texts
    assert (len(text.text), text.places) == (len(facts.article.text), (("place/330110", start, start + 3),))


def test_groups_served_belong_to_the_fact_of_what_is_done_and_are_no_fact_themselves() -> None:
    facts = one_article("暖蜂驿站", "建起“暖蜂驿站”，骑手来歇脚。")
    (practice,) = facts.practices
    rider = Served("delivery-riders", Evidence(facts.article.text.index("骑手"), facts.article.text.index("骑手") + 2))
    data = collect([replace(facts, practices=(replace(practice, serves=(rider,)),))], sample_scheme())
    assert [(fact.family, fact.serves) for fact in data.facts] == [("runs", ("delivery-riders",))]
    page = MapPayload(data)
    assert page.facts()["serves"] == [["delivery-riders"]]
    assert page.meta()["served"]["delivery-riders"] == ["外卖骑手", "delivery riders", "new-employment"]
    assert "new-employment" in page.meta()["served"]
