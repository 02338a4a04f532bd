"""Decide for every quoted string whether it names a practice: a sum of named parts against a threshold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.lexica import Head, Lexica
from kg.extract.quotes import Quote, QuoteRun, find_quotes, quote_runs
from kg.model import PracticeKind, ScorePart

CLAUSE_START = re.compile(r"[，。；：！？\n“”《》、（(]")
SPEECH_END = re.compile(r"[。！？；…!?]")
SPEECH_BEFORE = re.compile(r"(?:说|道|问|答|称|表示|介绍|告诉记者|写道|感慨|感叹|坦言|回忆)[：:，,]?$|[：:]$")
NUMBER_PLUS = re.compile(r"[\d一二三四五六七八九十百千]+(?:[+＋][\dNnXx一二三四五六七八九十百千]+)+$")
NUMBER_COINED = re.compile(r"[一二三四五六七八九十百千双两][^，。、\s]{1,6}$")
CHAIN = re.compile(r"[^—–→\-一]{2,}(?:(?:—+|–|→|-)[^—–→\-]{2,}){2,}$")
PAIR_CHAIN = re.compile(r"[^—–→]{2,}(?:—+|–|→)[^—–→]{2,}$")
PARTS = re.compile(r"[、，,；;•·・ 　]")
GLORY = re.compile(r"(?:样板|方案|力量|经验|智慧|名片|答卷|样本|范本|之路|故事|现象|速度|温度|担当|贡献|密码|典范|特色|标杆|新篇章|新画卷|蓝图|愿景|梦|态度|现场|味道)$")
CHANGE = re.compile(r"(?:从|由|让|把|将|变)$")
CHANGED = re.compile(r"^(?:到|变|转|向|升级为|走向|成为|迈向|代替)")
AWARDED = re.compile(r"(?:获评|荣获|获得|被评为|评为|授予|荣膺|入选|被命名为|命名为|获|被列为|认定为)[^，。；]{0,14}$")
BETWEEN = re.compile(r"助力|推动|促进|提升|开展|成为|是|让|使|把|将|进行|为了|引领|赋能|激活|带动|破解|解决|保障|服务于|走进|入户|获|已|在|与|和")
VERB_REACH = 14


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that may name a practice, with the parts of its score and what stands behind it."""

    start: int
    end: int
    name: str
    long_name: str
    kind: PracticeKind
    parts: tuple[ScorePart, ...]
    rule: str
    phrase_end: int

    @property
    def score(self) -> float:
        """The sum of the parts."""
        return sum(p.value for p in self.parts)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a run of quotes stands between: the clause before it, the words behind it, its head word."""

    left: str
    right: str
    head: Head | None
    mod: str
    head_end: int
    verb: tuple[str, float] | None


def is_speech(text: str, quote: Quote) -> bool:
    """Whether a quoted string is somebody's words and no name."""
    inner = quote.inner(text)
    if SPEECH_END.search(inner):
        return True
    clauses = inner.count("，")
    introduced = SPEECH_BEFORE.search(text, max(0, quote.start - 8), quote.start) is not None
    return (clauses >= 1 and (introduced or len(inner) > 24)) or (introduced and len(inner) > 14) or inner.endswith("，")


def run_surroundings(text: str, run: QuoteRun, lexica: Lexica, inherited: tuple[str, float] | None) -> Surroundings:
    """The left and right neighbourhood that all quotes of a run share."""
    begin = max(0, run.start - 40)
    left = text[begin : run.start]
    cut = [m.end() for m in CLAUSE_START.finditer(left) if m.group() != "、"]
    left = left[cut[-1] :] if cut else left
    right = re.split(r"[，。；：！？\n]", text[run.end : run.end + 24], maxsplit=1)[0]
    found = lexica.head_behind.match(right)
    head, mod, head_end = None, "", run.end
    if found and "“" not in right[: found.start("head")]:
        head = lexica.heads[found["head"]]
        mod, head_end = right[: found.start("head")], run.end + found.end("head")
    verbs = [m for m in lexica.verb.finditer(left) if len(left) - m.end() <= VERB_REACH]
    verb = lexica.verbs[verbs[-1].group()] if verbs else (inherited if left in ("", "、") or left.endswith("、") else None)
    return Surroundings(left, right, head, mod, head_end, verb)


def shape_parts(inner: str, lexica: Lexica) -> Iterator[tuple[str, float]]:
    """Parts of the score that the quoted string itself gives."""
    weights = lexica.weights
    bare = re.sub(r"[“”‘’\"]", "", inner)
    if len(bare) <= 1:
        yield "single", weights["single"]
    if bare in lexica.rhetoric:
        yield ("rhetoric", weights["rhetoric"]) if lexica.rhetoric[bare] == "figure" else ("adjective", weights["adjective"])
    elif bare in lexica.known:
        yield "known", weights["known"]
    elif any(form in bare for form in lexica.known if len(form) >= 4):
        yield "known-in", weights["known-in"]
    inside = lexica.head_inside.search(bare)
    if inside and inside.start() >= 1:
        yield "inner-head", weights["inner-head"] * lexica.heads[inside.group()].weight / 3
    pieces = [p for p in PARTS.split(bare) if p]
    even = len(pieces) >= 2 and max(map(len, pieces)) - min(map(len, pieces)) <= 1 and min(map(len, pieces)) >= 3
    if NUMBER_PLUS.match(bare):
        yield "number-plus", weights["number-plus"]
    elif CHAIN.match(bare) or PAIR_CHAIN.match(bare):
        yield "chain", weights["chain"]
    elif even:
        yield "parallel", weights["parallel"]
    elif "+" in bare or "＋" in bare:
        yield "plus", weights["plus"]
    elif bare.isdigit():
        yield "digits", weights["digits"]
    elif NUMBER_COINED.match(bare) and bare not in lexica.rhetoric:
        yield "number-coined", weights["number-coined"]
    elif len(bare) > 16:
        yield "long", weights["long"]
    if GLORY.search(bare):
        yield "place-glory", weights["place-glory"]


def context_parts(near: Surroundings, lexica: Lexica, *, heading: bool) -> Iterator[tuple[str, float]]:
    """Parts of the score that the neighbourhood gives."""
    weights = lexica.weights
    if near.head:
        yield f"head:{near.head.word}", near.head.weight * weights["head-discount"]
        if BETWEEN.search(near.mod):
            yield "verb-in-between", weights["verb-in-between"]
    if near.verb:
        yield f"verb:{near.verb[0]}", near.verb[1] * weights["run-discount"]
    if CHANGE.search(near.left) or CHANGED.match(near.right):
        yield "changing", weights["changing"]
    if AWARDED.search(near.left):
        yield "awarded", weights["awarded"]
    for cue, kind, weight in lexica.after:
        if near.right.startswith(cue) and not (near.head and near.head.word.startswith(cue)):
            yield f"{kind}:{cue}", weight
            break
    if heading:
        yield "heading", weights["heading"]


def kind_of(inner: str, head: Head | None, lexica: Lexica) -> PracticeKind:
    """The kind that the head word behind or inside the quotes makes, else a brand."""
    inside = lexica.head_inside.search(inner)
    if head and (head.weight >= 2 or not inside):
        return head.kind
    return lexica.heads[inside.group()].kind if inside else "brand"


def quoted_candidates(text: str, lexica: Lexica, headings: tuple[tuple[int, int], ...]) -> tuple[Candidate, ...]:
    """Every quoted string of a text as a scored candidate, in reading order; speech is left out."""
    quotes = find_quotes(text)
    speech = frozenset(q for q in quotes if is_speech(text, q))
    found: list[Candidate] = []
    last_end, last_verb = -1, None
    for run in quote_runs(text, quotes, speech):
        joined = last_end >= 0 and run.start - last_end <= 14 and not re.search(r"[，。；！？\n]", text[last_end : run.start])
        near = run_surroundings(text, run, lexica, last_verb if joined else None)
        heading = any(s <= run.start < e for s, e in headings)
        shared = tuple(ScorePart(n, v) for n, v in context_parts(near, lexica, heading=heading))
        for quote in run.quotes:
            inner = quote.inner(text)
            own = tuple(ScorePart(n, v) for n, v in shape_parts(inner, lexica))
            tail = text[run.end : near.head_end]
            long_name = f"“{inner}”{re.sub(r'^等', '', tail)}" if near.head else inner
            found.append(
                Candidate(quote.start, quote.end, inner, long_name, kind_of(inner, near.head, lexica), own + shared, "quoted-name", near.head_end)
            )
        last_end, last_verb = run.end, near.verb
    return tuple(found)
