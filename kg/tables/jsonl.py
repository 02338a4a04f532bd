"""Facts as JSON: one object an article, after ``facts.schema.json`` beside this module."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.model import (
    ArticleFacts,
    Award,
    ConceptUse,
    Evidence,
    Lesson,
    Measure,
    Organisation,
    Person,
    Place,
    PolicyDocument,
    Practice,
)
from kg.statements import PLACE_RULE, Naming, Statement, statements

_SURROGATES = re.compile("[\ud800-\udfff]")
_CANDIDATES = 5  # of a place, the best first; 向阳社区 has hundreds of namesakes
_RELATIONS = frozenset({"concepts", "lessons"})  # what these describe is no thing but the fact itself
_Json = dict[str, Any]


def facts_schema() -> Mapping[str, Any]:
    """The JSON Schema of one article's facts."""
    loaded: _Json = json.loads((Path(__file__).parent / "facts.schema.json").read_text(encoding="utf-8"))
    return loaded


def facts_to_dict(facts: ArticleFacts) -> _Json:
    """The facts of one article after the schema, each item with its evidence, rule and IRI.

    An ``iri`` names what the item describes; that of a concept at a place and that of a lesson name the fact.
    """
    article, naming = facts.article, Naming(facts)
    iris = _iris(statements(facts, naming))

    def with_origin(item: Any, rule: str, own: _Json) -> _Json:
        found = iris.get(id(item))
        origin: _Json = {"evidence": [_evidence(e) for e in item.evidence], "rule": rule}
        return {**own, **origin, **({"iri": found} if found else {})}

    return {
        "source": article.source,
        "n": article.n,
        "iri": naming.article,
        "title": article.title,
        "opening": article.opening,
        "published": article.published,
        "authors": [author.name for author in article.authors],
        "localities": list(dict.fromkeys(facts.localities)),
        "text": article.text,
        "places": [with_origin(p, PLACE_RULE, _place(p)) for p in facts.places.places],
        "organisations": [with_origin(o, o.rule, _organisation(o)) for o in facts.organisations],
        "people": [with_origin(p, p.rule, _person(p)) for p in facts.people],
        "practices": [with_origin(p, p.rule, _practice(p)) for p in facts.practices],
        "concepts": [with_origin(c, c.rule, _concept(c)) for c in facts.concepts],
        "documents": [with_origin(d, d.rule, _document(d)) for d in facts.documents],
        "awards": [with_origin(a, a.rule, _award(a)) for a in facts.awards],
        "measures": [with_origin(m, m.rule, _measure(m)) for m in facts.measures],
        "lessons": [with_origin(x, x.rule, _lesson(x)) for x in facts.lessons],
    }


def facts_to_json(facts: ArticleFacts) -> str:
    """The facts of one article as one line of JSON, without the line break; lone surrogates become U+FFFD."""
    return _SURROGATES.sub("\ufffd", json.dumps(facts_to_dict(facts), ensure_ascii=False))


def write_jsonl(facts: Iterable[ArticleFacts], path: Path) -> None:
    """Write one line an article, in the order given."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for one in facts:
            file.write(facts_to_json(one) + "\n")


def _iris(stated: Iterable[Statement]) -> dict[int, str]:
    """What each item describes, by the item's identity: two equal items of one article are two."""
    found: dict[int, str] = {}
    for statement in stated:
        found.setdefault(id(statement.item), statement.iri if statement.family in _RELATIONS else statement.thing)
    return found


def _evidence(evidence: Evidence) -> _Json:
    span: _Json = {"start": evidence.start, "end": evidence.end}
    return span if evidence.where == "text" else {**span, "in": evidence.where}


def _place(place: Place) -> _Json:
    weighed = [
        {"code": c.code, "name": c.name, "path": c.path, "parts": {p.name: round(p.value, 3) for p in c.parts}}
        for c in place.candidates[:_CANDIDATES]
    ]
    return {
        "name": place.name,
        "level": place.level,
        "code": place.code,
        "parent": place.parent,
        "within": list(place.within),
        "status": place.status,
        **({"candidates": weighed} if weighed else {}),
    }


def _organisation(organisation: Organisation) -> _Json:
    return {"name": organisation.name, "kind": organisation.kind, "place": organisation.place}


def _person(person: Person) -> _Json:
    posts = [
        {
            "role": t.role,
            "organisation": t.organisation,
            "place": t.place,
            "status": t.status,
            "since": t.since,
            "until": t.until,
            "evidence": [_evidence(e) for e in (*t.evidence, *t.told)],
        }
        for t in person.posts
    ]
    return {
        "name": person.name,
        "role": person.role,
        "organisation": person.organisation,
        **({"posts": posts} if posts else {}),
    }


def _practice(practice: Practice) -> _Json:
    return {
        "name": practice.name,
        "aliases": list(practice.aliases),
        "kind": practice.kind,
        "at": list(practice.at),
        "concepts": list(practice.concepts),
        "stage": practice.stage,
        **_confidence(practice),
        **({"parts": [{"name": p.name, **_evidence(p.evidence)} for p in practice.parts]} if practice.parts else {}),
        **_serves(practice),
        **_extent(practice),
        "since": practice.since,
        **({"since_evidence": _evidence(practice.since_evidence)} if practice.since_evidence else {}),
    }


def _extent(practice: Practice) -> _Json:
    """Whether it is a pilot or rolled out, and where that is said; nothing where the article does not say."""
    said = practice.extent
    return {"extent": {"kind": said.kind, **_evidence(said.evidence), "rule": said.rule}} if said else {}


def _concept(use: ConceptUse) -> _Json:
    return {"concept": use.concept, "at": use.at, "stage": use.stage, **_confidence(use), **_serves(use)}


def _confidence(item: Practice | ConceptUse) -> _Json:
    """How surely it was read, and the signs that tell it with how much there is of each; nothing where not weighed."""
    if item.confidence is None:
        return {}
    signs = {sign.name: round(sign.value, 2) for sign in item.signs if sign.value}
    return {"confidence": item.confidence, "signs": signs}


def _serves(item: Practice | ConceptUse) -> _Json:
    """The groups served, each with where it is named; nothing where none is told."""
    told = [{"group": served.group, **_evidence(served.evidence)} for served in item.serves]
    return {"serves": told} if told else {}


def _document(document: PolicyDocument) -> _Json:
    return {"title": document.title, "issuer": document.issuer}


def _award(award: Award) -> _Json:
    return {"title": award.title, "recipient": award.recipient, "year": award.year}


def _measure(measure: Measure) -> _Json:
    return {
        "what": measure.what,
        "value": whole(measure.value),
        "unit": measure.unit,
        "approximate": measure.approximate,
        "at": measure.at,
    }


def _lesson(lesson: Lesson) -> _Json:
    return {"learner": lesson.learner, "source": lesson.source, "practices": list(lesson.practices)}


def whole(value: float) -> float:
    """A number without a fraction as an int: 86, not 86.0."""
    return int(value) if float(value).is_integer() else value
