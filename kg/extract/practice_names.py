"""Find practices that are named without quotation marks: a running verb, words that say which one, a head word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import jieba
import jieba.posseg

from kg.extract.lexica import Head, Lexica, alternation
from kg.extract.practice_quotes import Candidate
from kg.model import ScorePart

CLAUSE = re.compile(r"[^，。；：！？\n]+")
NAME_LONGEST = 24
FILLERS = re.compile(
    r"^(?:了|起|好|着|一?批|一?个|一?套|一?项|一?支|一?种|新的?|全新|本?地?区?|全[省市县区镇乡街道村]+|该[县区镇乡村]|等|相关|各类|各项|和|与|及|并)+"
)
NUMBERED = re.compile(r"^(?:(?:等)?\d+[余多]?|[一二两三四五六七八九十]+)(?:个|项|家|支|处|类|座|所|名|场|次)")
LIST_PART = re.compile(r"[^、，。；：“”《》（）()\s]{2,7}、")
NOUNISH = ("n", "v", "a", "l", "i", "j", "b", "m", "q", "r", "s", "t", "f", "x", "eng", "d", "p", "z", "g")
NO_BORDER_BEHIND = re.compile(r"^(?:体系|机制|制度|建设|改革|创新|平台|队伍|中心|单位|企业|人员|员|者|性|化|型|式|度|定|造|作|止|约|服|裁|订|图|片|品|药|表)")
TOO_COMMON = frozenset("党建 工作 服务 活动 中心 党群 便民 社区 志愿服务 文明 平安 普法 红色".split())


@lru_cache(maxsize=4)
def head_pattern(lexica: Lexica) -> re.Pattern[str]:
    """All head words that may stand without quotation marks."""
    return re.compile(alternation([w for w, h in lexica.heads.items() if h.bare]))


def running_verb(clause: str, before: int, lexica: Lexica) -> tuple[int, float] | None:
    """End and weight of the last running verb of a clause in front of an offset."""
    found = None
    for m in lexica.verb.finditer(clause, 0, before):
        kind, weight = lexica.verbs[m.group()]
        if kind == "run" and weight >= 1:
            found = m.end(), weight
    return found


def words(text: str) -> list[tuple[str, str]]:
    """jieba's words with their parts of speech."""
    return [(pair.word, pair.flag) for pair in jieba.posseg.cut(text)]


def says_which(modifier: str, lexica: Lexica) -> bool:
    """Whether the words in front of a head word tell one practice from another, and are not bare management words."""
    if modifier in lexica.generic or modifier in TOO_COMMON:
        return False
    specific = [w for w, flag in words(modifier) if w not in lexica.generic and flag[0] not in "uxwpc" and len(w) > 1]
    specific = [w for w in specific if w not in TOO_COMMON]
    return bool(specific) and len(modifier) >= 3


def name_start(clause: str, verb_end: int, head_start: int) -> int:
    """Where the name begins: behind the verb, a filler, a count and the last 的 that leaves enough in front of the head."""
    start = verb_end
    filler = FILLERS.match(clause[start:head_start])
    if filler:
        start += filler.end()
    counted = NUMBERED.match(clause[start:head_start])
    if counted and head_start - start - counted.end() >= 2:
        start += counted.end()
    particle = clause.rfind("的", start, head_start)
    if particle >= 0 and head_start - particle - 1 >= 2:
        start = particle + 1
    joint = max(clause.rfind(c, start, head_start) for c in "、和与及")
    if joint >= 0 and head_start - joint - 1 >= 4:
        start = joint + 1
    return start


def border_behind(clause: str, end: int) -> bool:
    """Whether a head word really ends at ``end``: no longer word swallows it."""
    return end == len(clause) or not NO_BORDER_BEHIND.match(clause[end:])


def listed_start(clause: str, verb_end: int, start: int, head_start: int) -> int:
    """For 甲、乙、丙制度 with parts of one length: the start of the first part."""
    width = head_start - start
    begin = start
    while begin > verb_end and clause[begin - 1] == "、" and clause[max(verb_end, begin - 1 - width) : begin - 1]:
        previous = begin - 1 - width
        if previous < verb_end or (previous > verb_end and clause[previous - 1] not in "、"):
            break
        begin = previous
    return begin


def clause_candidates(text: str, start: int, end: int, lexica: Lexica) -> Iterator[Candidate]:
    """Verb + words + head word in one clause."""
    clause = text[start:end]
    for m in head_pattern(lexica).finditer(clause):
        head = lexica.heads[m.group()]
        if not border_behind(clause, m.end()):
            continue
        verb = running_verb(clause, m.start(), lexica)
        if verb is None or m.end() - verb[0] > NAME_LONGEST + 6:
            continue
        begin = name_start(clause, verb[0], m.start())
        modifier = clause[begin : m.start()]
        if not 2 <= len(modifier) <= NAME_LONGEST or re.search(r"[“”《》\"]", modifier):
            continue
        if begin > 0 and clause[begin - 1] == "、" and len(modifier) <= 5:
            begin = listed_start(clause, verb[0], begin, m.start())
        if not says_which(clause[begin : m.start()], lexica):
            continue
        yield bare_candidate(text, start + begin, start + m.end(), head, verb[1])


def bare_candidate(text: str, start: int, end: int, head: Head, verb_weight: float) -> Candidate:
    """A candidate for an unquoted name."""
    name = text[start:end]
    parts = (ScorePart(f"head:{head.word}", head.weight), ScorePart("verb:run", verb_weight))
    return Candidate(start, end, name, name, head.kind, parts, "named-by-head", end)


def known_candidates(text: str, lexica: Lexica) -> Iterator[Candidate]:
    """Well-known names that need no quotation marks (四议两公开)."""
    taken = 0
    for hit in lexica.cues.find(text):
        form = hit.cue.form
        if hit.start < taken or form not in lexica.bare:
            continue
        taken = hit.end
        inside = lexica.head_inside.search(form)
        kind = lexica.heads[inside.group()].kind if inside else "mechanism"
        yield Candidate(hit.start, hit.end, form, form, kind, (ScorePart("known", lexica.weights["threshold"]),), "known-name", hit.end)


def unquoted_candidates(text: str, lexica: Lexica) -> tuple[Candidate, ...]:
    """All unquoted names of a text; where two overlap, the longer one."""
    found = list(known_candidates(text, lexica))
    for clause in CLAUSE.finditer(text):
        found += clause_candidates(text, clause.start(), clause.end(), lexica)
    found.sort(key=lambda c: (c.start - c.end, c.start))
    kept: list[Candidate] = []
    for candidate in found:
        if all(candidate.end <= k.start or candidate.start >= k.end for k in kept):
            kept.append(candidate)
    return tuple(sorted(kept, key=lambda c: c.start))
