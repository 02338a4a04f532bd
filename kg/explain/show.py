"""Explanations as text for the terminal and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from kg.explain.model import Reading
from kg.explain.read import Explained
from kg.extract.confidence import START
from kg.link.places.parts import part_labels
from kg.model import ScorePart
from kg.rulebook import load_rulebook
from kg.scheme import load_concepts, target_group_names

FAMILY = {
    "places": "地方", "organisations": "组织", "people": "人", "practices": "做法", "concepts": "做法类别",
    "documents": "文件", "awards": "荣誉", "measures": "数量", "lessons": "学习借鉴",
}  # fmt: skip
EXTENT = {"pilot": "试点 / pilot", "rolled-out": "推开 / rolled out"}
CONFIDENCE = {"high": "大 / high", "medium": "一般 / medium", "low": "小 / low"}
NEAREST = 8
CONTEXT = 24


@lru_cache(maxsize=1)
def reasons() -> Mapping[str, tuple[str, str]]:
    """Key → what an objection says, in Chinese and English."""
    return {r["key"]: (r["zh"], r["en"]) for r in load_rulebook().lexicon("reasons")}


@lru_cache(maxsize=1)
def weight_words() -> Mapping[str, str]:
    """Named part of a practice's score → what it says."""
    return {r["name"]: r["says"] for r in load_rulebook().lexicon("practice_weights")}


def practice_part(part: ScorePart) -> str:
    """One part of a practice's score: its value and what it says; parts of words name the word (head:制度)."""
    kind, _, word = part.name.partition(":")
    said = {"head": f"中心词“{word}”", "verb": "前面的动词"}.get(kind, f"后面的“{word}”")
    return f"{part.value:+g} {said if word else weight_words().get(kind, kind)}"


def place_part(part: ScorePart) -> str:
    """One part of a place's score."""
    label = part_labels().get(part.name)
    return f"{part.value:+g} {label.zh if label else part.name}"


def objection_text(reading: Reading) -> str:
    """What spoke against a reading."""
    said = reasons().get(reading.objection or "")
    return (
        f"{said[0]} / {said[1]}"
        if said
        else f"到这里为止都合，接下来要有 / fits so far, then needs  {reading.objection}"
    )


def show_text(explained: Explained) -> str:
    """One explanation as lines for the terminal."""
    return "\n".join(lines(explained))


def lines(explained: Explained) -> Iterator[str]:
    """The lines: where, facts with their quotes, places with their candidates, what fired, what nearly did."""
    if explained.source:
        yield f"{explained.source}  《{explained.title}》"
    for family, item in explained.facts:
        yield f"{FAMILY[family]}  {headline(family, item)}   规则 / rule: {item['rule']}"
        if explained.source:
            spans = (*item["evidence"], *item.get("serves", ()), *filter(None, [item.get("extent")]))
            yield from (f"    …{quote(explained.text, e)}…" for e in spans if e.get("in", "text") == "text")
        yield from candidate_lines(item)
        yield from confidence_lines(family, item)
    fired = [r for r in explained.readings if r.fired]
    near = [r for r in explained.readings if not r.fired]
    if fired:
        yield "成立的 / fired"
        yield from (line for r in fired for line in reading_lines(explained.text, r))
    if near:
        yield "没有成立的 / did not fire"
        yield from (line for r in nearest_first(near) for line in reading_lines(explained.text, r))


def nearest_first(near: Iterable[Reading]) -> list[Reading]:
    """Decisions about words in the order of the text, then the nearest of the rules that only begin to fit."""
    readings = list(near)
    known = [r for r in readings if r.objection in reasons()]
    begun = [r for r in readings if r.objection not in reasons()]
    return sorted(known, key=lambda r: r.start) + begun[:NEAREST]


def headline(family: str, item: Mapping[str, Any]) -> str:
    """A fact in one line."""
    labels = {c.id: c.zh for c in load_concepts()}
    if family == "measures":
        return f"{item['what']} {item['value']}{item['unit']}  @ {item['at'] or '—'}"
    if family == "lessons":
        return f"{item['learner']} ← {item['source']}  {'、'.join(item['practices'])}".rstrip()
    if family == "places":
        where = "/".join(reversed(item["within"])) or "—"
        return f"{item['name']}  {where}  {item['code'] or '—'}  {item['status']}"
    name = item.get("name") or item.get("title") or labels.get(item.get("concept", ""), item.get("concept", ""))
    at = item.get("at") or item.get("organisation") or item.get("issuer") or item.get("recipient") or ""
    return f"{name}  @ {'、'.join(at) if isinstance(at, list) else at or '—'}{served(item)}{extent(item)}"


def served(item: Mapping[str, Any]) -> str:
    """The groups that a practice serves, each with the rule's evidence in the sentence."""
    told = "、".join(target_group_names()[one["group"]] for one in item.get("serves", ()))
    return f"  服务 / serves {told}" if told else ""


def extent(item: Mapping[str, Any]) -> str:
    """Whether a practice is a pilot or rolled out, with the rule that says so."""
    said = item.get("extent")
    return f"  {EXTENT[said['kind']]}（{said['rule']}）" if said else ""


def confidence_lines(family: str, item: Mapping[str, Any]) -> Iterator[str]:
    """How surely a fact was read, with the points of each sign; nothing where that is not weighed."""
    if item.get("confidence") not in CONFIDENCE:
        return
    rows = {r["sign"]: r for r in load_rulebook().lexicon("confidence") if r["family"] == family}
    amounts = {START: 1.0, **item["signs"]}
    told = "  ".join(f"{float(rows[s]['points']) * much:+.1f} {rows[s]['says']}" for s, much in amounts.items())
    yield f"    把握 / confidence  {CONFIDENCE[item['confidence']]}  =  {told}"


def quote(text: str, evidence: Mapping[str, Any]) -> str:
    """The characters of a fact between 【】 with some of what stands around them."""
    start, end = evidence["start"], evidence["end"]
    before, behind = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return re.sub(r"\s+", " ", f"{before}【{text[start:end]}】{behind}").strip()


def candidate_lines(item: Mapping[str, Any]) -> Iterator[str]:
    """The candidates that a place was chosen from, each with the parts of its score."""
    for c in item.get("candidates", ()):
        parts = [ScorePart(name, value) for name, value in c["parts"].items()]
        total = sum(part.value for part in parts)
        yield f"    {total:g}  {c['path']}/{c['name']} {c['code']}  =  {'  '.join(map(place_part, parts)) or '—'}"


def reading_lines(text: str, reading: Reading) -> Iterator[str]:
    """A reading: its words, rule and verdict; then its slots and the parts of its score."""
    said = f"（{reading.says}）" if reading.says else ""
    words = text[reading.start : reading.end].strip()
    yield f"  {FAMILY.get(reading.family, reading.family)}  【{words}】 {reading.rule}{said}"
    if reading.objection:
        yield f"      ✗ {objection_text(reading)}"
    if reading.parts and reading.threshold is not None:
        sign = "≥" if reading.score >= reading.threshold else "<"
        parts = "  ".join(map(practice_part, reading.parts))
        yield f"      {reading.score:g} {sign} {reading.threshold:g}  =  {parts}"
    if reading.slots:
        yield "      " + "  ".join(f"{name}={value}" for name, value in reading.slots)


def show_json(explained: Iterable[Explained]) -> str:
    """Explanations as JSON: text, facts, and readings with slots, parts and objection."""
    rows = [
        {
            "source": one.source, "title": one.title, "text": one.text,
            "facts": [{"family": family, **item} for family, item in one.facts],
            "readings": [reading_row(reading) for reading in one.readings],
        }
        for one in explained
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, indent=1)


def reading_row(reading: Reading) -> dict[str, Any]:
    """A reading as JSON."""
    return {
        "family": reading.family, "start": reading.start, "end": reading.end, "rule": reading.rule,
        "says": reading.says, "fired": reading.fired, "objection": reading.objection, "slots": dict(reading.slots),
        "parts": {part.name: part.value for part in reading.parts}, "threshold": reading.threshold,
    }  # fmt: skip
