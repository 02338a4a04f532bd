"""Explain a sentence, or a fact of a built graph: what fired, what nearly did, how places were decided."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg import ids
from kg.errors import GraphError
from kg.explain.concepts import concept_readings
from kg.explain.measures import MeasureReadings
from kg.explain.model import Reading
from kg.explain.practices import PracticeReadings
from kg.explain.rules import rule_readings
from kg.extract.organisations import extract_organisations
from kg.extract.people import extract_people
from kg.extract.practices import extract_practices
from kg.extract.scope import Scope
from kg.extract.sentences import split_sentences
from kg.model import (
    Article,
    ArticleFacts,
    ArticlePlaces,
    Evidence,
    Place,
    PlaceCandidate,
    ResolvedMention,
    ScorePart,
)
from kg.pipeline import article_facts
from kg.rulebook import load_rulebook
from kg.scheme import load_concepts

FAMILIES = ("places", "organisations", "people", "practices", "concepts", "documents", "awards", "measures", "lessons")
NAMED_BY = ("name", "title", "what", "concept", "learner", "source")


@dataclass(frozen=True, slots=True)
class Explained:
    """A text with what was read out of it: ``facts`` by family as ``facts.jsonl`` prints them, and all readings.

    Offsets point into ``text``; ``source`` and ``title`` are empty for a sentence that was typed.
    """

    text: str
    source: str
    title: str
    facts: tuple[tuple[str, Mapping[str, Any]], ...]
    readings: tuple[Reading, ...]


def explain_sentence(sentence: str) -> Explained:
    """What the rules make of one or more sentences that stand alone; raises ReadError where there is none."""
    article = Article("", 1, "", "\n" + sentence.strip() + "\n", ())
    facts = article_facts(article)
    return Explained(article.text, "", "", tuple(printed(facts)), tuple(readings(article, facts.places)))


def printed(facts: ArticleFacts) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The facts of an article as ``facts.jsonl`` prints them."""
    from kg.tables import facts_to_dict

    row = facts_to_dict(facts)
    for family in FAMILIES:
        for item in row[family]:
            yield family, item


def explain_fact(asked: str, folder: Path) -> tuple[Explained, ...]:
    """Each fact of the build in a folder that is meant, with the readings that touch its evidence.

    ``asked`` is an IRI or the last part of it, or words that stand in the fact's name, kind and place
    (钟楼区 红色物业). The IRI of a statement (甲县 runs “乙”) stands for what it says of the place.
    Raises GraphError where the folder holds no facts.
    """
    path = folder / "facts.jsonl"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise GraphError(
            f"{path}：读不了，请先运行 kg build / cannot be read; run kg build first ({error.strerror})"
        ) from error
    rows = [json.loads(line) for line in lines]
    return tuple(found for row in rows for found in in_article(asked, row)) or tuple(in_statement(asked, folder, rows))


def in_statement(asked: str, folder: Path, rows: Iterable[Mapping[str, Any]]) -> Iterator[Explained]:
    """What a statement of the graph that ``asked`` is the IRI or the last part of says of a place, if it is one."""
    from rdflib import PROV, RDF, URIRef

    from kg.graph import load_graph

    if not (asked.isalnum() or asked.startswith(ids.BASE)):
        return
    graph, iri = load_graph(folder), URIRef(asked if "/" in asked else f"{ids.BASE}fact/{asked}")
    article = str(graph.value(iri, PROV.hadPrimarySource))
    ends = [str(graph.value(iri, end)) for end in (RDF.object, RDF.subject)]
    told = [row for row in rows if row["iri"] == article]
    things = [found for row in told for end in ends if "/place/" not in end for found in in_article(end, row)]
    yield from things or (found for row in told for end in ends for found in in_article(end, row))


def in_article(asked: str, row: Mapping[str, Any]) -> Iterator[Explained]:
    """The facts of one line of ``facts.jsonl`` that are meant."""
    meant = [(family, item) for family in FAMILIES for item in row[family] if is_meant(asked, item)]
    if not meant:
        return
    article = Article(row["source"], row["n"], row["title"], row["text"], (), row["published"])
    every = tuple(readings(article, places_of(row)))
    for family, item in meant:
        spans = [(e["start"], e["end"]) for e in item["evidence"] if e.get("in", "text") == "text"]
        near = tuple(r for r in every if r.fired and any(r.start < e and s < r.end for s, e in spans))
        own = tuple(r for r in near if r.family == family or r.rule == item["rule"])
        yield Explained(article.text, article.source, article.title, ((family, item),), own)


def is_meant(asked: str, item: Mapping[str, Any]) -> bool:
    """Whether a fact is the one asked for."""
    iri = item.get("iri", "")
    if "/" in asked or asked == iri.rpartition("/")[2]:
        return bool(iri == asked or iri.endswith("/" + asked))
    at = item.get("at") or item.get("organisation") or item.get("issuer") or item.get("recipient") or ()
    known = [str(item[key]) for key in NAMED_BY if key in item] + ([at] if isinstance(at, str) else list(at))
    known += [c.zh for c in load_concepts() if c.id == item.get("concept")]
    words = asked.split()
    exact = len(words) == 1 and words[0] in known
    return exact or (len(words) > 1 and all(any(word in name for name in known) for word in words))


def places_of(row: Mapping[str, Any]) -> ArticlePlaces:
    """The settled places of one line of ``facts.jsonl``."""
    places = tuple(
        Place(
            p["name"],
            p["level"],
            p["code"],
            tuple(p["within"]),
            status=p["status"],
            evidence=tuple(Evidence(e["start"], e["end"], e.get("in", "text")) for e in p["evidence"]),
            candidates=tuple(
                PlaceCandidate(c["code"], c["name"], c["path"], tuple(ScorePart(n, v) for n, v in c["parts"].items()))
                for c in p.get("candidates", ())
            ),
        )
        for p in row["places"]
    )
    mentions = tuple(
        ResolvedMention(e.start, e.end, i, "full")
        for i, p in enumerate(places)
        for e in p.evidence
        if e.where == "text"
    )
    names = [p.name for p in places]
    return ArticlePlaces(places, mentions, tuple(names.index(name) for name in row["localities"] if name in names))


def readings(article: Article, places: ArticlePlaces) -> Iterator[Reading]:
    """Everything that fired or nearly fired in an article, family by family."""
    book, sentences = load_rulebook(), split_sentences(article.text)
    people = extract_people(article, places, extract_organisations(article, places, book), book)
    scope = Scope(article, places, sentences, people)
    yield from PracticeReadings(article, scope, sentences, book).all()
    practices = extract_practices(article, scope, sentences, book)
    yield from concept_readings(article, sentences, practices, book)
    yield from MeasureReadings(article.text, sentences, book).all()
    for sentence in sentences:
        yield from rule_readings(article.text, sentence.start, sentence.end, book)
