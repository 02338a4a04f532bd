"""Tell which names of practices are one: equal but for a head word, spelt out, or the parts of a number name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from kg.extract.lexica import Lexica
from kg.extract.practice_quotes import Candidate
from kg.extract.practice_shapes import COUNTS, DASH, NUMBER_COINED, NUMBER_PAIR, NUMBER_PLUS, PAIR
from kg.extract.quotes import JOINT

LED = re.compile(r"^(?:坚持)?(?:党建引领[+]?|新时代)(?=.{3})")
GENERIC_TAIL = re.compile(
    r"(?:服务模式|工作模式|治理模式|模式|工作机制|机制|制度|体系|品牌|项目|工程|计划|行动|活动|工作法|平台|系统|建设|工作)$"
)
METHOD = re.compile(r"(?<=.{2})(?:矛盾|纠纷)*(?:调解|化解|治理|服务|群众)(?=工作法$)")
NUMBERED = re.compile(r"(?P<count>[二三四五六七八九十两双])(?P<word>[^，。、\d])法?$")
GLOSS = re.compile(r"[^，。；：！？“”\n]{0,8}(?:[（(，]|——)?(?:即|也就是|分别是|分别为|具体为|指的是)[：:]?")
DIGITS = re.compile(r"\d(?:\s*[+＋]?\s*\d){1,4}")
EXPLAINS = re.compile(r"(?:即|也就是|分别是|分别为|具体为|指的是|——)")
APPOSED = re.compile(r"的?")
CALLED_SHORT = re.compile(r"[（(](?:以下|下文)?(?:[简统下又也亦俗]称)(?:为|作)?[：:]?")  # “三联四帮”（简称“34”）
# 以“甲”“乙”为主要内容的“两办”: what a practice is made of is another name of it.
CONTENT = re.compile(r"等?为(?:主要|核心|基本|重点)?(?:内容|要素|内涵)的[^，。；“”]{0,14}")
WITH = re.compile(r"(?<![可所予得足])[以由](?![上下来后前内外])")
SENTENCE_END = re.compile(r"[。；！？\n]")
SUMMED = re.compile(r"等")  # “甲”“乙”“丙”等“三到位”
LISTED_PARTS = re.compile(rf"[、，+＋]|{DASH}")
MEMBERS = re.compile(r"[、，；]")
BODIES = frozenset({"station", "team"})
BUILT = frozenset({"station", "platform", "project", "activity"})
SHORT_FORM = 4  # characters
SHORTENED = frozenset({"quoted-name", "known-name"})
RESUMING = SHORTENED | {"meeting-outdoors"}
RESUMED_SHORTEST, NUMBER_PART = 3, 2  # characters
SHORTEST_STEM = 2


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A name for comparison: NFKC, lower case, letters and digits.

    党建引领 or 新时代 in front, one generic head word and what a 工作法 is for (茶乡调解工作法) are left out.
    """
    folded = unicodedata.normalize("NFKC", name).lower()
    plain = "".join(c for c in folded if unicodedata.category(c)[0] in "LN" or c in "+>-")
    plain = METHOD.sub("", LED.sub("", plain))
    short = GENERIC_TAIL.sub("", plain)
    if short.endswith("制") and NUMBER_COINED.match(short[:-1]):  # 三长 and 三长制
        short = short[:-1]
    return short if len(short) >= 2 else plain


def without_glosses(text: str, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The quoted names, without those that only spell out a number name (“三个五”，即“五…”“五…”“五…”): its aliases.

    They are as many as the number says, each in quotes of its own or all in one pair.
    """
    kept: list[Candidate] = []
    found = tuple(counted_up(text, found))
    at = 0
    while at < len(found):
        candidate = found[at]
        at += 1
        count = COUNTS.get(candidate.name[:1], 0)
        if count > 1 and at < len(found) and GLOSS.fullmatch(text, candidate.end, found[at].start):
            parts = tuple(beside(text, found[at:]))
            if count in (len(parts), len(MEMBERS.split(parts[0].name)) if len(parts) == 1 else 0):
                also = (*candidate.also, *(p.name for p in parts))
                candidate = replace(candidate, also=also, phrase_end=parts[-1].phrase_end)
                at += len(parts)
        elif parts := spelt_out(text, candidate, found[at:]):
            candidate = replace(candidate, also=(*candidate.also, *(p.name for p in parts)))
            at += len(parts)
        kept.append(candidate)
    return tuple(kept)


def spelt_out(text: str, candidate: Candidate, behind: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The parts of a name of digits that its sentence goes through one by one (“123”，即“一网”统管、“两会”议事…)."""
    digits = DIGITS.fullmatch(candidate.name) and re.findall(r"\d", candidate.name)
    if not digits or not behind or not EXPLAINS.search(text, candidate.end, behind[0].start):
        return ()
    parts = tuple(behind[: len(digits)])
    if len(parts) < len(digits) or SENTENCE_END.search(text, candidate.end, parts[-1].start):
        return ()
    steps = [COUNTS.get(p.name[:1], p.name[:1]) for p in parts]
    return parts if [str(step) for step in steps] == digits else ()


def counted_up(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates; what the next name counts up (“甲、乙、丙”“三步走”) or is made of is another name of that one."""
    listed: list[Candidate] = []
    for candidate in content_of(text, also_called(text, found)):
        also: list[Candidate] = []
        spelt = listed and CONTENT.fullmatch(text, listed[-1].end, candidate.start)
        if spelt or (len(listed) > PAIR and summed(text, listed, candidate)):
            also, listed = listed, []
        elif listed and APPOSED.fullmatch(text, listed[-1].end, candidate.start):
            also = (
                [listed.pop()] if counts_up(listed[-1].name, candidate.name) or motto_of(listed[-1], candidate) else []
            )
        elif listed and not JOINT.fullmatch(text, listed[-1].end, candidate.start):
            yield from listed
            listed = []
        listed.append(replace(candidate, also=(*candidate.also, *(c.name for c in also))))
    yield from listed


def also_called(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates; a shorter name that brackets give one (“三联四帮一条龙”（简称“341”）) is another name of it."""
    last: Candidate | None = None
    for candidate in found:
        if last is not None and CALLED_SHORT.fullmatch(text, last.end, candidate.start):
            end = max(last.phrase_end, candidate.phrase_end)
            last = replace(last, also=(*last.also, candidate.name), phrase_end=end)
            continue
        if last is not None:
            yield last
        last = candidate
    if last is not None:
        yield last


def content_of(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates; quoted words behind 以 are other names of what they make up (以“甲”、理顺“乙”为内容的“丙”)."""
    held: list[Candidate] = []
    for candidate in found:
        if held and SENTENCE_END.search(text, held[-1].end, candidate.start):
            yield from held
            held = []
        if held and CONTENT.fullmatch(text, held[-1].end, candidate.start):
            opened = [m.start() for m in WITH.finditer(text, max(held[0].start - 40, 0), held[-1].start)]
            start = opened[-1] if opened else candidate.start
            also = (*candidate.also, *(c.name for c in held if c.start > start))
            held = [*(c for c in held if c.start < start), replace(candidate, also=also)]
        else:
            held.append(candidate)
    yield from held


def motto_of(listed: Candidate, candidate: Candidate) -> bool:
    """Whether a list in quotes tells what the thing named behind it is like (“有事好说、有理好评”的“圆桌评理会”)."""
    told = {p.name for p in candidate.parts}
    apart = listed.end < candidate.start
    return apart and MEMBERS.search(listed.name) is not None and "inner-head" in told and "rhetoric" not in told


def summed(text: str, listed: Sequence[Candidate], candidate: Candidate) -> bool:
    """Whether a name sums up as many quoted names as its first number says (“甲”“乙”“丙”等“三到位”)."""
    between = SUMMED.fullmatch(text, listed[-1].end, candidate.start)
    return between is not None and COUNTS.get(candidate.name[:1]) == len(listed)


def counts_up(listed: str, name: str) -> bool:
    """Whether a name counts the parts that are listed: by its first number, by all of them (一引四化), or 1+3+N."""
    members = len(LISTED_PARTS.split(listed))
    if members < PAIR:
        return False
    pairs = [COUNTS[c] for c in name if c in COUNTS] if NUMBER_PAIR.match(name) else []
    return members in (COUNTS.get(name[:1]), sum(pairs)) or (
        NUMBER_PLUS.match(name) is not None and len(re.split(r"[+＋]", name)) == len(re.split(r"[+＋]", listed))
    )


def beside(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The first of some candidates and those that are listed right behind it."""
    yield found[0]
    for one, other in pairwise(found):
        if not JOINT.fullmatch(text, one.end, other.start):
            return
        yield other


def merge(candidates: Iterable[Candidate], words: Lexica) -> list[list[Candidate]]:
    """Candidates of one practice together, in the order of their first mention.

    A list whose members share the word of a number name is that name's (四诊: 预诊…、巡诊…、会诊…、复诊…), and a
    station or team called by a name is that name's (“红石榴”, “红石榴工作室”).
    """
    groups: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(name_key(candidate.name), []).append(candidate)
    numbered = {key: m for key in groups if (m := NUMBERED.match(key))}
    short = {c.name: key for key, group in groups.items() for c in group if may_shorten(c, words)}
    for key, group in list(groups.items()):
        first = group[0]
        keys = (
            counted_by(first.name, numbered),
            *stems_of(first, words),
            shortened(first, short),
            headed(first),
            resumed(first, groups, words),
        )
        whole = next((k for k in keys if k in groups and k != key), None)
        if whole is not None:
            groups[whole] = sorted([*groups[whole], *groups.pop(key)], key=lambda c: c.start)
    return sorted(groups.values(), key=lambda group: group[0].start)


def best_of(group: list[Candidate]) -> Candidate:
    """The candidate that gives a practice its name: the first of the highest score, a list only where all are.

    One that takes up a longer name again gives none.
    """
    begins: dict[str, int] = {}  # a name may come thousands of times
    for c in group:
        begins[c.name] = min(c.start, begins.get(c.name, c.start))
    first = [c for c in group if not any(at < c.start and is_part(c.name, name) for name, at in begins.items())]
    return max(first, key=lambda c: (MEMBERS.search(c.name) is None, c.score, -c.start))


def is_part(name: str, whole: str) -> bool:
    """Whether a name is a longer one cut short in front (说事屋), or a part of a number name (一站 of 一站多点)."""
    if len(name) >= len(whole):
        return False
    return whole.endswith(name) or (name[0] in COUNTS and whole.startswith(name))


def resumed(candidate: Candidate, groups: Mapping[str, list[Candidate]], words: Lexica) -> str | None:
    """The key of the one name told before that the candidate takes up cut short, None where it founds a thing anew.

    A part of a number name needs its number, any other name three characters that say what kind of thing it is.
    """
    name = candidate.name
    numbered = len(name) == NUMBER_PART and name[0] in COUNTS
    telling = len(name) >= RESUMED_SHORTEST and words.head_inside.search(name)
    if candidate.rule not in RESUMING or not (numbered or telling):
        return None
    founded = any(p.name == "direct" for p in candidate.parts)
    if founded and not (numbered and not any(p.name.startswith("head:") for p in candidate.parts)):
        return None  # 建立“三联”机制 founds a thing of its own, 建强“一核” none
    wholes = [
        key
        for key, group in groups.items()
        if group[0].rule == "quoted-name"
        and group[0].start < candidate.start
        and is_part(name, group[0].name)
        and (not numbered or NUMBER_COINED.match(group[0].name))
    ]
    return wholes[0] if len(wholes) == 1 else None


def counted_by(name: str, numbered: dict[str, re.Match[str]]) -> str | None:
    """The key of the number name whose word every one of as many members of a listed name has, None for none."""
    members = MEMBERS.split(name)
    return next(
        (
            key
            for key, m in numbered.items()
            if COUNTS[m["count"]] == len(members) and all(m["word"] in member for member in members)
        ),
        None,
    )


def headed(candidate: Candidate) -> str | None:
    """The key of what stands behind a listed name and may be named alone (“甲、乙、丙”三步调解法), None for none."""
    head = candidate.long_name.rpartition("”")[2]
    counted = head[:1] in COUNTS and len(head) >= SHORT_FORM
    return name_key(head) if counted and MEMBERS.search(candidate.name) else None


def may_shorten(candidate: Candidate, words: Lexica) -> bool:
    """Whether a quoted name says enough to be a longer name cut short, as 道德银行 is and 议事会 is not."""
    name = candidate.name
    return candidate.rule in SHORTENED and len(name) >= SHORT_FORM and name not in words.heads


def shortened(candidate: Candidate, short: Mapping[str, str]) -> str | None:
    """The key of the quoted name that a longer one of a thing built ends with (乡村道德银行), None for none."""
    name = candidate.name
    if candidate.kind not in BUILT:
        return None
    return next((short[name[i:]] for i in range(1, len(name) - SHORT_FORM + 1) if name[i:] in short), None)


def stems_of(candidate: Candidate, words: Lexica) -> Iterator[str]:
    """The keys of a name without the head word of a station or team that closes it, and without its last character.

    院落议事点 is a 点 of 院落议事 as well as a 议事点 of 院落.
    """
    head = words.head_inside.search(candidate.name)
    if head is not None and words.heads[head.group()].kind in BODIES:
        rests = (candidate.name[: head.start()], candidate.name[:-1])
        yield from (name_key(rest) for rest in rests if len(rest) >= SHORTEST_STEM)
