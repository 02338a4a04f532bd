"""Every fact points at the characters that say it: one walk over all families, for any source."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from kg.gazetteer.endings import stem, village_stem
from kg.pipeline import Outcome, find_sources
from kg.scheme import load_concepts
from kg.tables import facts_to_dict

Item = Mapping[str, Any]
FAMILIES = ("places", "organisations", "people", "practices", "concepts", "documents", "awards", "measures")
REFERENCE = re.compile(
    "(?:全|我|本|该)(?:省|自治区|市|州|盟|县|区|旗|镇|乡|街道|苏木|村|社区|嘎查)|辖区|当地|全域|属地"
    "|^(?:市|县|区|旗|镇|乡|街道|村|社区)(?:里|上|党委|党工委|党支部|党总支|政府|委)?$"
)
NUMERALS = "〇零一二三四五六七八九十百千万亿两半数几"
SLOTS = ("issuer", "recipient", "organisation")


def bare(text: str) -> str:
    return re.sub(r"[\s“”‘’\"'「」『』《》〈〉（）()、，,：:·—-]", "", text)


def longest_common(a: str, b: str) -> int:
    return SequenceMatcher(None, bare(a), bare(b), autojunk=False).find_longest_match().size


def holds_characters(name: str, quote: str) -> bool:
    """Whether all characters of a name stand in the quote, in whatever order: 红色物业 in “红色”的物业."""
    return set(bare(name)) <= set(bare(quote))


def names_place(item: Item, quote: str) -> bool:
    forms = {stem(item["name"]), village_stem(item["name"])}
    return any(longest_common(form, quote) >= min(2, len(form)) for form in forms) or bool(REFERENCE.search(quote))


def names_practice(item: Item, quote: str) -> bool:
    return any(holds_characters(name, quote) for name in (item["name"], *item["aliases"]))


def states_measure(item: Item, quote: str) -> bool:
    numbers = [float(n) for n in re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d)[,，\s](?=\d{3})", "", quote))]
    scales = (1, 1e1, 1e2, 1e3, 1e4, 1e7, 1e8)
    return any(abs(n * s - item["value"]) < 1e-6 * max(1, item["value"]) for n in numbers for s in scales) or (
        not numbers and any(c in quote for c in NUMERALS)
    )


STATES: Mapping[str, Callable[[Item, str], bool]] = {
    "places": names_place,
    "organisations": lambda item, quote: longest_common(item["name"], quote) >= 2,
    "people": lambda item, quote: item["name"] in re.sub(r"\s", "", quote),
    "practices": names_practice,
    "concepts": lambda _, quote: len(bare(quote)) >= 2,
    "documents": lambda item, quote: bare(item["title"]) in bare(quote),
    "awards": lambda item, quote: longest_common(item["title"], quote) >= 4,
    "measures": states_measure,
}


def states_slot(item: Item, quote: str) -> bool:
    """Whether a quote names a thing beside the item: who issued the document, who received the award."""
    names = [item[slot] for slot in SLOTS if item.get(slot)]
    return any(longest_common(name, quote) >= 2 or bool(REFERENCE.search(quote)) for name in names)


def unstated(article: Item, source_text: str) -> Iterator[str]:
    """A line for each item whose evidence is missing, out of bounds or says something else.

    One stretch at least must state the item itself; each of the others the item or a thing that it names.
    """
    for family in FAMILIES:
        for item in article[family]:
            label = f"{article['source']}#{article['n']} {family} {item.get('name') or item.get('title') or item}"
            quotes = []
            for span in item["evidence"]:
                whole = source_text if span.get("in") == "source" else article["text"]
                if not 0 <= span["start"] < span["end"] <= len(whole):
                    yield f"{label}: {span} outside of {len(whole)} characters"
                quotes.append(whole[span["start"] : span["end"]])
            states = STATES[family]
            if not any(states(item, quote) for quote in quotes):
                yield f"{label}: {quotes} do not say it"
            yield from (f"{label}: “{q}” beside it" for q in quotes if not states(item, q) and not states_slot(item, q))


@pytest.fixture(scope="module")
def sample_articles(sample_build: Path) -> list[Item]:
    lines = (sample_build / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def sample_texts() -> dict[str, str]:
    return {source.name: source.read().text for source in find_sources([])}


def test_every_fact_of_the_samples_is_stated_at_its_evidence(
    sample_articles: list[Item], sample_texts: dict[str, str]
) -> None:
    assert [line for a in sample_articles for line in unstated(a, sample_texts[a["source"]])] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_the_samples_exercise_every_family(family: str, sample_articles: list[Item]) -> None:
    assert any(article[family] for article in sample_articles)


def test_concepts_are_those_of_the_scheme(sample_articles: list[Item]) -> None:
    known = {concept.id for concept in load_concepts()}
    named = {use["concept"] for a in sample_articles for use in a["concepts"]}
    named |= {concept for a in sample_articles for practice in a["practices"] for concept in practice["concepts"]}
    assert named <= known


def test_places_that_facts_name_stand_in_the_list_of_places(sample_articles: list[Item]) -> None:
    for article in sample_articles:
        listed = {place["name"] for place in article["places"]}
        used = {*article["localities"]}
        used |= {name for practice in article["practices"] for name in practice["at"]}
        used |= {item["at"] for family in ("concepts", "measures") for item in article[family] if item["at"]}
        assert used <= listed, article["title"]


@pytest.mark.shared
def test_every_fact_of_the_annotated_articles_is_stated_at_its_evidence(shared_outcomes: tuple[Outcome, ...]) -> None:
    failures: list[str] = []
    for outcome in shared_outcomes:
        assert outcome.document is not None, outcome.error
        for facts in outcome.facts:
            failures += unstated(facts_to_dict(facts), outcome.document.text)
    assert failures == []


@pytest.mark.parametrize(
    ("family", "item", "quote"),
    [
        ("practices", {"name": "红色物业", "aliases": []}, "红色网格"),
        ("measures", {"value": 12, "unit": "个"}, "13个"),
        ("places", {"name": "桐庐县"}, "淳安县"),
        ("people", {"name": "张三丰"}, "张三"),
        ("documents", {"title": "关于加强物业管理的意见"}, "《关于加强物业的意见》"),
    ],
    ids=["practice", "measure", "place", "person", "document"],
)
def test_the_walk_notices_a_quote_that_says_something_else(family: str, item: Item, quote: str) -> None:
    assert not STATES[family](item, quote)
