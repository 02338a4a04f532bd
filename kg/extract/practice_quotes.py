"""Decide for every quoted string whether it names a practice: a sum of named parts against a threshold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from kg.extract.lexica import Behind, Head, Lexica
from kg.extract.places.words import is_verb
from kg.extract.practice_frames import CHANGE, CHANGED, EACH_A_DEED, FOUNDS, Surroundings, frames
from kg.extract.practice_shapes import CHAIN, COUNTS, NUMBER_COINED, NUMBER_SEQUENCE, PARTS
from kg.extract.practice_words import IDIOM, MANNER_SHORTEST, is_coined, own_parts, says_kind_alone, says_little
from kg.extract.quotes import Quote, QuoteRun, find_quotes, quote_runs
from kg.model import PracticeKind, ScorePart

CLAUSE_START = re.compile(r"[，。；：！？,;:!?\n“”《》、（(]")
ASIDE = re.compile(r"[（(][^（）()]{1,12}[）)]")  # 村（社区）党组织: the clause goes on behind it
SPEECH_END = re.compile(r"[。！？；…!?]")
SPEECH_BEFORE = re.compile(r"(?:说|道|问|答|称|表示|介绍|告诉记者|写道|感慨|感叹|坦言|回忆)[：:，,]?$|[：:]$")
ENUMERATED = re.compile(r"[^，。；：“”、]{2,10}(?:、[^，。；：“”、]{2,10}){1,8}(?:等)?$")
MARK = re.compile(r"[，。；！？,;!?\n]")
CHAT = re.compile(r"等?的?(?:方式|形式|办法)")  # 用“唠嗑”的方式 tells how one talks
MADE_UP_OF = re.compile(
    r"[由以][^，。；：“”]{2,24}(?:为主[体力]?|组成|构成|领衔|牵头)的$"
)  # 成立由老教师组成的“乡音团”
ITEM = re.compile(r"^[一二三四五六七八九]是$")  # 一是“甲”，…；二是“乙”: 是 counts up
CONDUCT = re.compile(r"[二三四五六七八九十][无防不净比讲有禁要看清查评]")  # “七无”“四防” side by side
ITEM_VERB = ("item", 0.5)
# What stands behind a name and says that it is none, unless the name has such a shape: 形成“支部领、党员干”的治理格局.
EXCUSED = (
    ("each-one", "原则"),
    ("each-one", "要求"),
    ("number-coined", "changing"),
    ("actors", "格局"),
    ("number-plus", "的标准"),
    ("number-pair", "竞赛"),
    ("number-pair", "比赛"),
    ("known", "verb:figure"),
    ("known-in", "verb:figure"),
    ("plus-many", "verb:background"),
    ("inner-head", "揭牌仪式"),
    ("steps", "verb:figure"),
    ("parallel-many", "verb:figure"),
)
BETWEEN = re.compile(
    r"助力|推动|促进|提升|开展|成为|作为|成了|覆盖|是|让|使|把|将|进行|为了|(?<!党建)引领|赋能|激活|带动|破解|解决|保障|服务于|走进|入户|颁奖|授旗|授牌|获|已|在|与|和|及"
)
OTHERS = re.compile(rf"^[的为]|{BETWEEN.pattern}")  # “甲”的传统“乙”工作法: 工作法 is only what the latter is
MANNER = re.compile(r"的?[^，。；：“”]{0,4}(?:方式|形式|办法|做法|模式|机制)")  # 以“送教上门”方式 tells how one works
GAP = re.compile(r"，?(?:积极|全面|深入|持续|扎实|集中|先后)?")
HONOURS = re.compile(r"等?[^，。；：“”、]{0,6}?(?:荣誉(?!牌)|称号|殊荣|奖项)")
NEED_HEAD = (
    "owned",
    "opens-clause",
    "short-verb",
    "did",
    "such",
    "placed",
    "began-with",
    "handed-out",
    "by-means",
    "turned",
    "day-of",
    "spent-at",
    "shown",
    "obtained",
    "counted-out",
)
OWN_WORD, AGAINST = frozenset({"thing", "coined", "coined-thing"}), -1
TELLING = frozenset({"inner-head", "thing", "known", "dated", "rhythm"})
FRAME_KINDS: Mapping[str, PracticeKind] = MappingProxyType({"appraised": "activity", "team": "team"})
# 县为“一级网格”，镇为“二级网格”: the steps of one ladder, which is the practice.
RANKED = re.compile(r"(?P<step>[一二三四五])级(?P<what>[^，。、\s]{2,6})$")
# 对住户做到“四问”，即问冷暖…; “三定”（定人、定岗…）
GLOSSED = re.compile(
    r"，?(?:即|也就是|指的是)(?![使便将可日])[：:]?|[（(][^（）()、，；]{2,12}(?:[、，；][^（）()、，；]{2,12}){1,9}[）)]"
)
KINDS_OF = "户名人"  # 3000户“空心户”: the sort of households that there are
RANKS = "一二三四五"
NUMERALS = "一二三四五六七八九十"
POINTS = 1000  # characters in which the points that a name counts must begin
APPRAISAL_SHORTEST = 3  # characters; 评出“优秀” is a mark
SHORTEST_DEFINED = 2  # 办的是“边角” names what is left to do
STEPS, STEP_SHORTEST = 3, 3  # “立案、审理、判决”程序 is the law's
VERB_REACH, BEHIND = 22, 30
# What a quoted string shows and where it shows nothing: phrases are as long (从“各自为战”到“抱团出海”), and where a
# place does what is quoted (县里推行的是“六个上门”), the article counts no parts of its own.
VOID = frozenset(
    {
        ("name-length", "changing"),
        ("name-length", "head:方式"),
        ("name-length", "head:形式"),
        ("number-counts", "defined"),
        ("number-counts", "head:工作法"),
        ("says-kind", "verb:label"),
    }
)
BEARERS = frozenset({"team", "station"})  # bear any word for a name
TELLING_HEAD, TEAM_HEAD, FEW = 2.5, 2, 4  # 设立“小板凳”调解室 names a room, whatever else 小板凳 stands for
TRIES = 1.5  # the weight of verbs that try something out
DIRECT = re.compile(r"[了起出]?(?:一[个支批套项])?(?:名为|叫)?")
# 设立片区“邻里帮”, 创立机关党建“红帆领航”: whose or for what it is, in bare nouns.
OF_NOUNS = re.compile(
    r"[了起出]?(?:[0-9一二三四五六七八九十两多余]{1,4}[个支批套项家处])?[^的之和与及、是有以从向对为把将]{2,10}"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that may name a practice, with the parts of its score and what stands behind it.

    ``also`` are other names that the text gives in apposition (“甲、乙、丙”“三步走”: the parts); ``titled`` says that
    it was read out of the title of a document.
    """

    start: int
    end: int
    name: str
    long_name: str
    kind: PracticeKind
    parts: tuple[ScorePart, ...]
    rule: str
    phrase_end: int
    also: tuple[str, ...] = ()
    titled: bool = False

    @property
    def score(self) -> float:
        """The sum of the parts."""
        return sum(p.value for p in self.parts)

    @property
    def known(self) -> bool:
        """Whether the name is a known form of a concept."""
        return any(p.name == "known" for p in self.parts)

    @property
    def coined(self) -> bool:
        """Whether the name is made of numbers as no phrase is (1+6+N), or counts what follows: it may head a text."""
        return any(p.name in ("number-plus", "itemised") for p in self.parts)


def is_speech(text: str, quote: Quote) -> bool:
    """Whether a quoted string is somebody's words and no name."""
    inner = quote.inner(text)
    if SPEECH_END.search(inner):
        return True
    clauses = inner.count("，")
    introduced = SPEECH_BEFORE.search(text, max(0, quote.start - 8), quote.start) is not None
    return (
        (clauses >= 1 and (introduced or len(inner) > 24)) or (introduced and len(inner) > 14) or inner.endswith("，")
    )


def clause_before(text: str, offset: int) -> str:
    """What stands between the last mark (、 aside) and an offset, at most forty characters."""
    left = ASIDE.sub(lambda m: "·" * len(m.group()), text[max(0, offset - 40) : offset])
    cut = [m.end() for m in CLAUSE_START.finditer(left) if m.group() != "、"]
    return left[cut[-1] :] if cut else left


def clause_behind(text: str, offset: int) -> str:
    """What stands between an offset and the next mark (、 aside), at most twenty-four characters."""
    return re.split(r"[，。；：！？,;:!?\n]", text[offset : offset + 24], maxsplit=1)[0]


def verb_before(left: str, lexica: Lexica) -> tuple[tuple[str, float] | None, str]:
    """Kind and weight of the last verb of a clause within reach of its end, and what stands between the two."""
    verbs = [m for m in lexica.verb.finditer(left) if len(left) - m.end() <= VERB_REACH]
    if not verbs:
        return None, ""
    kind, weight = lexica.verbs[verbs[-1].group()]
    tried = len(verbs) > 1 and verbs[-2].end() == verbs[-1].start() and lexica.verbs[verbs[-2].group()][1] >= TRIES
    if tried and kind.startswith("run") and weight >= TRIES:  # 探索|创新 founds
        kind, weight = "run", FOUNDS
    return (kind, weight), left[verbs[-1].end() :]


def run_surroundings(text: str, run: QuoteRun, lexica: Lexica) -> Surroundings:
    """The left and right neighbourhood that all quotes of a run share."""
    before = clause_before(text, run.start)
    left, right = ITEM.sub("", before), clause_behind(text, run.end)
    head, mod, head_end = None, "", run.end
    found = lexica.head_behind.match(right)
    if found and "“" not in right[: found.start("head")]:
        further = lexica.head_further.match(right, found.end())
        apart = right[found.end() : further.start("head")] if further else ""
        whole = lexica.heads[found["head"]].kind in BEARERS and apart  # “甲”志愿服务队|上门服务
        last = further if further and not whole and not BETWEEN.search(apart) else found
        head = lexica.heads[last["head"]]
        if not found["beside"]:
            mod, head_end = right[: found.start("head")], run.end + last.end("head")
    rest = right[head_end - run.end :]
    honoured = HONOURS.match(right) is not None
    verb, gap = verb_before(MADE_UP_OF.sub("", left), lexica) if left or not before else (ITEM_VERB, before)
    behind = text[run.end : run.end + BEHIND]
    return Surroundings(left, right, rest, head, mod, head_end, verb, gap, len(run.quotes), honoured, behind)


def share(text: str, runs: tuple[QuoteRun, ...], near: list[Surroundings]) -> list[Surroundings]:
    """Hand a verb on to the runs listed behind it, a head word and an honour back to the runs listed before it."""
    shared = list(near)
    for i in range(1, len(runs)):
        between = text[runs[i - 1].end : runs[i].start]
        if len(between) <= 14 and not MARK.search(between) and shared[i].verb is None:
            shared[i] = replace(shared[i], verb=shared[i - 1].verb)
        turned = CHANGED.fullmatch(between) or (between == "为" and near[i - 1].left.endswith("变"))
        if CHANGE.search(near[i - 1].left) and turned:  # 从“甲”到“乙”, 变“甲”为“乙”
            shared[i] = replace(shared[i], left=near[i - 1].left)
    for i in range(len(runs) - 2, -1, -1):
        between = text[runs[i].end : runs[i + 1].start]
        joined = len(between) <= 8 and not MARK.search(between) and not OTHERS.search(between)
        if joined and EACH_A_DEED.match(shared[i + 1].behind):
            shared[i] = replace(shared[i], behind=shared[i + 1].behind)
        if joined and not shared[i].head and not is_verb(between):  # “甲”制定“乙”办法
            shared[i] = replace(shared[i], head=shared[i + 1].head)
        if len(between) <= 14 and not MARK.search(between):
            shared[i] = replace(shared[i], honoured=shared[i].honoured or shared[i + 1].honoured)
    return shared


def context_parts(near: Surroundings, lexica: Lexica) -> Iterator[tuple[str, float]]:
    """Parts of the score that the neighbourhood gives."""
    weights = lexica.weights
    if near.head:
        yield f"head:{near.head.word}", near.head.weight * weights["head-factor"]
        if near.right.startswith("的"):
            yield "particle", weights["particle"]
        if BETWEEN.search(near.mod):
            yield "verb-in-between", max(weights["verb-in-between"], -near.head.weight * weights["head-factor"])
    if near.verb and not (near.verb[0] == "figure" and near.branded):
        yield f"verb:{near.verb[0]}", near.verb[1] * weights["run-factor"]
        if near.members > 1 and near.verb[0].startswith("run"):
            yield "listed", weights["listed"]
        if near.founded and DIRECT.fullmatch(near.gap):
            yield "direct", weights["direct"]
            if near.head and tells_thing(near.head) and len(near.mod) <= FEW:
                yield "named-thing", weights["named-thing"]
        elif near.founded and not near.head and OF_NOUNS.fullmatch(near.gap):
            yield "direct", weights["direct"]
    yield from ((name, weights[name]) for name, holds in frames(near) if holds)
    behind = told_behind(near, lexica)
    if behind and not (near.head and behind.pattern in near.head.word):
        yield f"{behind.kind}:{behind.pattern}", behind.weight


def tells_thing(head: Head) -> bool:
    """Whether a head behind a quoted string makes it a thing's own name: a team or a room bears any word for one."""
    return head.weight >= (TEAM_HEAD if head.kind in BEARERS else TELLING_HEAD)


def bears_figure(near: Surroundings, inner: str) -> bool:
    """Whether a team or a room right behind a figure of speech has it for a name: “连心桥”工作队, no “三农”服务队."""
    borne = near.head is not None and near.head.kind in BEARERS and not near.mod and tells_thing(near.head)
    return borne and not any(c in f"{NUMERALS}两" for c in inner)


def told_behind(near: Surroundings, lexica: Lexica) -> Behind | None:
    """What stands behind a quoted string for or against a name, or behind its head for it (的办法实施以来)."""
    for text in (near.right, near.rest):
        after = lexica.after.match(text)
        told = lexica.behind_quote[after.lastindex - 1] if after and after.lastindex else None
        if told and (text is near.right or told.kind == "opens"):
            return told
    return None


def kind_of(inner: str, head: Head | None, lexica: Lexica) -> PracticeKind:
    """The kind that the head word behind or inside the quotes makes, else a brand."""
    inside = lexica.thing_inside.search(inner, 1)
    if head and (head.weight >= 2 or not inside):
        return head.kind
    return lexica.heads[inside.group()].kind if inside else "brand"


def runs_behind(text: str, near: Surroundings, lexica: Lexica) -> bool:
    """Whether a running verb goes on behind the head word: 以“…”方式，开展…, not 以“…”方式连进两球."""
    gap = GAP.match(text, near.head_end)
    verb = lexica.verb.match(text, gap.end() if gap else near.head_end)
    return verb is not None and lexica.verbs[verb.group()][0].startswith("run")


def unfit_frames(inner: str, told: bool, coined: bool) -> Iterator[str]:
    """The constructions that say nothing of such a quoted string.

    ``told`` says that it closes with a head word, ``coined`` that it is a word of the place's own.
    """
    yield from ("likened", "persons") if told else NEED_HEAD
    if told or not coined:
        yield "set-up"
    if len(inner) < IDIOM or not (coined or told):
        yield "appointed"  # 请人当“参谋”
    pieces = [piece for piece in PARTS.split(inner) if piece] or [inner]
    if len(inner) < APPRAISAL_SHORTEST or len(pieces) > 1:
        yield from ("appraised",) if len(inner) > SHORTEST_DEFINED else ("appraised", "defined")
    steps = len(pieces) >= STEPS and min(map(len, pieces)) >= STEP_SHORTEST
    if not (steps or CHAIN.match(inner) or NUMBER_SEQUENCE.match(inner)):
        yield "procedure"
    apart = len({piece[0] for piece in pieces}) == len(pieces) and max(map(len, pieces)) == STEP_SHORTEST
    if not (steps and (apart or len({piece[-1] for piece in pieces}) == 1)):
        yield "stepwise"


def settled(parts: tuple[ScorePart, ...], threshold: float) -> tuple[ScorePart, ...]:
    """The parts of a score; that the word is of the place's own counts where nothing else settles the matter.

    It says nothing where a head word tells what is quoted, or anything speaks against a name.
    """
    others = tuple(p for p in parts if p.name not in OWN_WORD)
    told = any(p.value <= AGAINST or p.name.startswith(("head:", "member:")) for p in others)
    return others if told or sum(p.value for p in others) >= threshold else parts


def is_itemised(text: str, end: int, name: str) -> bool:
    """Whether the paragraph behind a number name goes through as many points (“双培养”…。一是…；二是…)."""
    count = COUNTS.get(name[:1], 0)
    told = text[end : end + POINTS].partition("\n")[0] if count > 1 else ""
    return count > 1 and all((f"{n}是" in told) is (i < count) for i, n in enumerate(NUMERALS[: count + 1]))


def is_step(inner: str, text: str) -> bool:
    """Whether a quoted string is one step of several that the text tells apart (“一级网格”, “二级网格”)."""
    ranked = RANKED.match(inner)
    return ranked is not None and any(f"“{step}级{ranked['what']}”" in text for step in RANKS if step != ranked["step"])


def single_parts(text: str, quote: Quote, run: QuoteRun, near: Surroundings) -> tuple[tuple[str, bool], ...]:
    """What concerns one quoted string and its neighbours together, and whether it holds."""
    inner = quote.inner(text)
    numbered = NUMBER_COINED.match(inner) is not None
    members = [q.inner(text) for q in run.quotes]
    return (
        ("enumerated", numbered and quote is run.quotes[0] and bool(ENUMERATED.search(near.left))),
        ("chat", not numbered and len(inner) < MANNER_SHORTEST and bool(CHAT.match(near.right))),
        ("glossed", numbered and bool(GLOSSED.match(text, run.end))),
        ("itemised", numbered and is_itemised(text, run.end, inner)),
        ("step", is_step(inner, text)),
        ("counted-kind", inner[-1] in KINDS_OF and re.search(rf"[0-9万千余]{inner[-1]}$", near.left) is not None),
        ("conduct", near.members > 1 and all(CONDUCT.fullmatch(member) for member in members)),
    )


def run_candidates(
    text: str, run: QuoteRun, near: Surroundings, lexica: Lexica, stems: frozenset[str]
) -> list[Candidate]:
    """The quotes of one run as candidates; those beside a member that passes get a part for it."""
    shared = tuple(ScorePart(n, v) for n, v in context_parts(near, lexica))
    tail = "" if BETWEEN.search(near.mod) else text[run.end : near.head_end]  # “月光课”不但成为交流的平台
    so = near.left.endswith("以") and MANNER.match(near.right) is not None
    manner = so and runs_behind(text, near, lexica)
    found = []
    for quote in run.quotes:
        inner = quote.inner(text)
        own = tuple(ScorePart(n, v) for n, v in own_parts(inner, lexica, stems, manner))
        excused = [against for p in own for name, against in EXCUSED if p.name == name]
        told = any(p.name in TELLING for p in own) or near.tight
        own = tuple(p for p in own if not (p.name == "rhetoric" and bears_figure(near, inner)))
        own = tuple(p for p in own if not any((p.name, s.name) in VOID for s in shared))
        if near.head and inner in lexica.heads and lexica.heads[inner].inside:  # “夜访”制度
            own = tuple(p for p in own if p.name != "single")
        coined = is_coined(inner, lexica) and not says_little(inner, lexica)
        unfit = {*excused, *unfit_frames(inner, told, coined)}
        if says_kind_alone(inner, lexica):
            unfit.add("appointed")
        parts = own + tuple(p for p in shared if not p.name.endswith(tuple(unfit)))
        further = (*single_parts(text, quote, run, near), ("only-manner", so and not manner))
        parts += tuple(ScorePart(name, lexica.weights[name]) for name, holds in further if holds)
        long_name = f"“{inner}”{re.sub(r'^等', '', tail)}" if tail else inner
        if any(p.name == "appraised" for p in parts) and not tail:
            long_name = f"评“{inner}”"
        kind = next((FRAME_KINDS[p.name] for p in parts if p.name in FRAME_KINDS), kind_of(inner, near.head, lexica))
        parts = settled(parts, lexica.weights["threshold"])
        found.append(Candidate(quote.start, quote.end, inner, long_name, kind, parts, "quoted-name", near.head_end))
    if any(c.score >= lexica.weights["threshold"] for c in found):
        sibling = (ScorePart("sibling", lexica.weights["sibling"]),)
        found = [c if c.score >= lexica.weights["threshold"] else replace(c, parts=c.parts + sibling) for c in found]
    return found


def quoted_candidates(text: str, lexica: Lexica, stems: frozenset[str]) -> tuple[Candidate, ...]:
    """Every quoted string of a text as a scored candidate, in reading order; speech is left out.

    ``stems`` are the short forms of the article's places: a name that holds one is likely the place's own.
    """
    quotes = find_quotes(text)
    speech = frozenset(q for q in quotes if is_speech(text, q))
    runs = quote_runs(text, quotes, speech)
    near = share(text, runs, [run_surroundings(text, run, lexica) for run in runs])
    pairs = zip(runs, near, strict=True)
    return tuple(c for run, around in pairs for c in run_candidates(text, run, around, lexica, stems))
