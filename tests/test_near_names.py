"""Near names are proposed with their reasons, whatever the order, and never where numbers or places differ."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from kg import ids
from kg.graph import answer, dataset_of, graph_quads, near_names_in
from kg.graph.edit import without_article
from kg.graph.related import versions_in
from kg.graph.terms import ZT
from kg.near_names import THRESHOLD, NearNames, Version, compared, core, find_near_names, weigh
from kg.pipeline import facts_of_text
from kg.report import near_name_lines, report_html

RED = ids.concept_iri("red-property")
TALK = ids.concept_iri("deliberation")
COUNTY, TOWN, OTHER_TOWN = (ids.coded_place_iri(code) for code in ("530127", "530127001", "530127002"))
CITY, PROVINCE = ids.coded_place_iri("530100"), ids.coded_place_iri("530000")
AROUND = {
    COUNTY: frozenset({CITY, PROVINCE}), TOWN: frozenset({COUNTY, CITY, PROVINCE}),
    OTHER_TOWN: frozenset({COUNTY, CITY, PROVINCE}), CITY: frozenset({PROVINCE}),
}  # fmt: skip


def version(name: str, place: str = COUNTY, concept: str | None = None, **more: frozenset[str]) -> Version:
    concepts = frozenset({concept}) if concept else frozenset()
    return Version(f"practice/{name}/{place}", name, concepts=concepts, places={place: AROUND[place]}, **more)


def near(one: Version, other: Version) -> NearNames | None:
    return next(iter(find_near_names([one, other])), None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (version("先锋物业", TOWN, RED), version("红色物业", OTHER_TOWN, RED)),
        (version("红管家", TOWN, RED), version("红色物业", OTHER_TOWN, RED)),
        (version("红色物业"), version("红色物业服务联盟", TOWN)),
        (version("居民议事厅", TOWN, TALK), version("居民议事会", TOWN, TALK)),
        (version("红色物业", CITY, RED), version("红色物业", TOWN, RED)),
        (version("12345热线", CITY), version("12345", COUNTY)),
    ],
    ids=["known names of a kind", "no common word", "longer form", "other head", "inside the city", "same number"],
)
def test_what_may_be_one_practice_is_proposed_with_the_parts_of_its_score(one: Version, other: Version) -> None:
    found = near(one, other)
    assert found is not None
    assert found.score == pytest.approx(sum(part.value for part in found.parts))
    assert found.score >= THRESHOLD
    assert all(f"{part.value:+g}" in found.reason for part in found.parts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (version("12345"), version("110")),
        (version("1+3+N"), version("1+5+N")),
        (version("三治融合", COUNTY, TALK), version("四治融合", COUNTY, TALK)),
        (version("百姓驿站", TOWN), version("骑手驿站", TOWN)),
        (version("居民食堂", TOWN), version("居民议事厅", TOWN)),
        (version("职工小家", TOWN, groups=frozenset({"a"})), version("骑手小家", TOWN, groups=frozenset({"b"}))),
        (
            version("板凳会", TOWN, TALK, articles=frozenset({"a", "b"})),
            version("有事好商量", TOWN, TALK, articles=frozenset({"a"})),
        ),
        (version("红色物业", COUNTY, RED), Version("x", "红色物业", places={"elsewhere": frozenset({PROVINCE})})),
    ],
    ids=[
        "hotlines",
        "formulas",
        "numerals",
        "other stations",
        "other heads",
        "other groups",
        "told apart",
        "other county",
    ],
)
def test_what_differs_in_number_kind_or_place_is_not(one: Version, other: Version) -> None:
    assert near(one, other) is None


def test_a_number_word_is_no_number() -> None:
    assert weigh(compared(version("百姓院坝会", TOWN, TALK)), compared(version("院坝会", TOWN, TALK)))


@pytest.mark.parametrize(("name", "left"), [("骑手驿站", "骑手"), ("红色物业", "红色")])
def test_a_generic_head_word_says_little(name: str, left: str) -> None:
    assert core(name) == left


def test_the_order_plays_no_part() -> None:
    every = [
        version("先锋物业", TOWN, RED), version("红色物业", OTHER_TOWN, RED), version("红管家", COUNTY, RED),
        version("居民议事厅", TOWN, TALK), version("居民议事会", TOWN, TALK),
    ]  # fmt: skip
    expected = find_near_names(every)
    assert len(expected) == 4
    for seed in range(5):
        mixed = [*every]
        random.Random(seed).shuffle(mixed)
        assert find_near_names(mixed) == expected


REPORTS = (
    "富民县永定街道推行“红色物业”\n\n近日，云南省昆明市富民县永定街道推行“红色物业”，调解物业纠纷30件。\n",
    "富民县大营街道推行“先锋物业”\n\n近日，云南省昆明市富民县大营街道推行“先锋物业”，整改问题12个。\n",
)


def test_graph_and_report_make_the_same_proposals_and_an_edit_takes_them_back() -> None:
    facts = [one for i, text in enumerate(REPORTS) for one in facts_of_text(text, f"{i}.txt")]
    quads = graph_quads(facts)
    assert versions_in(quads) == versions_in(graph_quads(facts[::-1]))
    (line,) = near_name_lines(facts, near_names_in(quads))
    assert {p["name"] for p in line["practices"]} == {"红色物业", "先锋物业"}
    graph = dataset_of(quads)
    (proposal,) = graph.subjects(ZT.reason)
    assert {str(o) for o in graph.objects(proposal, ZT.between)} == {p["iri"] for p in line["practices"]}
    assert str(graph.value(proposal, ZT.reason)) == line["reason"]
    asked = answer(graph, "哪些做法可能是一回事？")
    assert {asked.rows[0][:2], asked.rows[0][2:4]} == {("红色物业", "永定街道"), ("先锋物业", "大营街道")}
    left = dataset_of(without_article(quads, ids.article_iri(facts[0].article)))
    assert not list(left.subjects(ZT.reason))


def test_the_report_shows_names_places_and_reason() -> None:
    facts = [one for i, text in enumerate(REPORTS) for one in facts_of_text(text, f"{i}.txt")]
    from kg.pipeline import Outcome
    from kg.report import make_report

    near = near_names_in(graph_quads(facts))
    page = report_html(make_report([Outcome("0.txt", None, (one,)) for one in facts], near=near))
    assert "红色物业（永定街道）" in page
    assert "都是同一类别的已知名称" in page


def test_planned_practices_are_left_out() -> None:
    (facts,) = facts_of_text(REPORTS[0], "0.txt")
    planned = replace(facts, practices=tuple(replace(p, stage="planned") for p in facts.practices))
    assert versions_in(graph_quads([facts])) != ()
    assert versions_in(graph_quads([planned])) == ()
