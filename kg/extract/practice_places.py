"""At which places a practice runs: those of its first mention, and those that later mentions add."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from kg.extract.partners import partners, shared_out
from kg.extract.practice_quotes import Candidate
from kg.extract.quotes import quotes_by_word
from kg.extract.scenes import (
    RARE,
    adopted,
    centred,
    copied,
    echoed,
    held_at,
    hosted,
    learned_from,
    led_up_to,
    lodged,
    own_of,
    sampled,
    scene_of,
    shown_at,
    uses,
)
from kg.extract.scope import Scope
from kg.extract.sentences import sentence_at
from kg.extract.spans import Spans, standings
from kg.extract.spread import spread_later
from kg.extract.territory import stem_of
from kg.model import Sentence
from kg.segmenter import frequency

REACHED, COVERED = re.compile(r"(?:实现|完成|做到|达到)了?[“‘]?$"), re.compile(r"[”’]?[^，。；：！？“”]{0,4}?全覆盖")
REACH = 4  # characters
TELLING, SHORT = 4, 3  # characters of a name that stands for the practice without quotes as well
LOCAL = re.compile(r"^(?:农村|乡村|社区|村级)(?=.{4})")  # 甲县建成农村互助食堂; 乙村互助食堂
MANY = re.compile(r"”?(?:共|已达|达)?[1-9][0-9]+余?[个处家座间支]")
OWNED, LARGE = re.compile(r"[省市]?的?[“]?"), frozenset({"province", "prefecture"})
RUNS = frozenset({"verb:run", "moved", "counted"})


def places_of(group: list[Candidate], scope: Scope, headings: Spans, limit: int) -> tuple[str, ...]:
    """The places of the first mention, those that later running mentions state, and demonstration sites behind them.

    Mentions in the headline, and in headings inside the article that state no place, speak only where no other does.
    ``limit`` is where another practice is named behind the last mention: what is said from there on is said of that.
    """
    told = [c for c in group if c.start >= scope.body_start] or group
    body = [c for c in told if scope.stated(c.start) or not headings.hold(c.start, c.end)] or told
    first = body[0]
    housed = next((at for c in body if (at := lodged(scope, c.start, c.end))), ())
    told_of = (
        housed
        or shared_out(scope, first.start)
        or learned_from(scope, first.start)
        or scope.levels.owner(first.start)
        or whose(scope, body)
    )
    told_of = told_of or scope.levels.in_many(first.phrase_end) or hosted(scope, first.start)
    told_of = told_of or namesake(scope, first) or carried_out(scope, first)
    told_of = told_of or told_behind(scope, first)
    found = [*(told_of or scope.at(first.start, first.end)), *centred(scope, first.start)]
    found += partners(scope, first.start)
    for candidate in body[1:]:
        runs = any(p.name in RUNS or p.name.startswith("head:") for p in candidate.parts)
        if runs or scope.piloted(candidate.start) or reached(scope.text, candidate):
            many = MANY.match(scope.text, candidate.phrase_end)
            found += scope.at(candidate.start, candidate.end) if many else scope.stated(candidate.start)
    early = [span for span in mentions_of(group, scope) if span[1] <= first.start]
    for start, end in early:
        apart = "\n" in scope.text[end : first.start]
        found += scope.at(start, end) if apart else scope.stated(start)
    for candidate in body:
        found += scope.sites.listed(candidate.end, partial(acts, scope, tuple(found), limit))
        found += scope.sites.spread(candidate.end)
        found += (*scope.sites.begun(candidate.phrase_end), *scope.sites.branches(candidate.phrase_end))
        found += scope.levels.all_over(candidate.phrase_end)
    for candidate in group:
        found += scope.headed(candidate.start)
    for start, end in mentions_of(group, scope):
        found += (*scope.sites.begun(end), *scope.levels.all_over(end))
        found += (*shown_at(scope, start, end), *own_of(scope, start), *adopted(scope, start), *copied(scope, start))
    for start, end in () if housed else unquoted_mentions(group, scope):
        found += (*scene_of(scope, start, end), *own_of(scope, start), *sampled(scope, end))
    found += (*uses(scope, first.start), *held_at(scope, first.name, first.end))
    found += echoed(scope, first.name, first.end)
    found += spread_later(scope, first.name, (first.end, body[-1].end), limit)
    return tuple(dict.fromkeys(scope.places.places[i].name for i in found))


def acts(scope: Scope, told: tuple[int, ...], limit: int, place: int, sentence: Sentence) -> bool:
    """Whether a sentence that a place opens still speaks of what runs at the places told.

    It is one of them, lies around one, or inside one where the sentence names no other practice (at ``limit``).
    """
    places = [scope.places.places[i] for i in told]
    own = scope.places.places[place]
    inside = sentence.end <= limit and any(one.name in own.within for one in places)
    return place in told or inside or any(own.name in one.within for one in places)


def whose(scope: Scope, told: list[Candidate]) -> tuple[int, ...]:
    """The place that the first mention which says so calls the practice a deed of (“…”，是甲街道创建的新平台)."""
    return next((found for c in told if (found := scope.sites.whose(c.phrase_end))), ())


def told_behind(scope: Scope, first: Candidate) -> tuple[int, ...]:
    """The places told only behind a name that no place stands before: “…”在甲村运行; “…”管看。甲村的公示栏前…."""
    bracketed = scope.sites.bracketed(first.end)
    if bracketed or scope.stated(first.start):
        return bracketed
    runs = any(p.name in RUNS for p in first.parts)
    owned = tuple(i for i in scope.sites.belongs(first.end) if scope.places.places[i].level != "compound")
    there = owned or scope.sites.runs_in(first.phrase_end) or narrowed(scope, first)
    return there or (() if runs else led_up_to(scope, first.start))


def narrowed(scope: Scope, first: Candidate) -> tuple[int, ...]:
    """The places in which a name is said to run, where all lie inside the one told of: 甲县…。“…”已在乙镇推开."""
    where = (*scope.sites.begun(first.phrase_end), *scope.sites.spread(first.end))
    told = {scope.places.places[i].name for i in scope.at(first.start, first.end)}
    inside = all(told & set(scope.places.places[i].within) for i in where)
    return where if inside else ()


def namesake(scope: Scope, first: Candidate) -> tuple[int, ...]:
    """The place a practice is called after, where those who speak of it first live in it (甲镇乙村村民: “甲快办”)."""
    near = scope.at(first.start, first.end)
    around = {name for i in near for name in scope.places.places[i].within}
    called = (
        i
        for i, place in enumerate(scope.places.places)
        if place.name in around and scope.holds(i) and (stem := stem_of(place.name)) and first.name.startswith(stem)
        if not any(scope.places.places[j].name.startswith(stem) for j in near)  # 甲县的甲经开区: either
    )
    return tuple(called)[:1]


def carried_out(scope: Scope, first: Candidate) -> tuple[int, ...]:
    """Where a programme of a larger place is carried out: 贵州“…”落地后，甲镇、乙镇都有了; else in the localities."""
    before = scope.named(max(0, first.start - 6), first.start)
    if not before or not OWNED.fullmatch(scope.text, before[-1].end, first.start):
        return ()
    whose = scope.places.places[before[-1].place]
    if whose.level not in LARGE or scope.holds(before[-1].place):
        return ()
    sentence = sentence_at(scope.sentences, first.start)
    behind = [m for m in scope.named(first.end, sentence.end) if scope.holds(m.place)]
    return scope.stated(behind[-1].end) if behind else scope.places.localities


def reached(text: str, candidate: Candidate) -> bool:
    """Whether a mention says that places have it by now: 甲、乙已实现“一约四会”全覆盖."""
    before = text[max(0, candidate.start - REACH) : candidate.start]
    return REACHED.search(before) is not None and COVERED.match(text, candidate.end) is not None


def mentions_of(group: list[Candidate], scope: Scope) -> Iterator[tuple[int, int]]:
    """The spans in the body where a practice is named, also in quotes that say nothing else of it."""
    quoted = quotes_by_word(scope.text)
    spans = {(c.start, c.end) for c in group}
    spans |= {(q.start, q.end) for name in {c.name for c in group} for q in quoted.get(name, ())}
    yield from sorted(span for span in spans if span[0] >= scope.body_start)


def unquoted_mentions(group: list[Candidate], scope: Scope) -> Iterator[tuple[int, int]]:
    """Where the longer names of a practice stand in the body, with or without quotes."""
    names = {LOCAL.sub("", c.name) for c in group}
    for name in sorted(n for n in names if len(n) >= TELLING or (len(n) == SHORT and frequency(n) < RARE)):
        yield from (span for span in standings(scope.text, name) if span[0] >= scope.body_start)
