"""How much of an article's body each of its places carries: who acts in which sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.link.places.draft import RANK, Draft
from kg.link.places.entities import Entity
from kg.link.places.references import nearest_named
from kg.link.places.settle import left_of
from kg.model import Level

# The weights of a place in one sentence: it acts; the scene lies in it; it is only spoken of by its level (镇党委,
# 社区); one of its people speaks; it is mentioned; it is part of the name of a museum, or where somebody comes from;
# nothing is said and the place of the sentence before goes on.
# A sentence that widens (这只是…的一个缩影) tells what the report is about as plainly as two in which a place acts.
ACTS, SCENE, LEVEL, PERSON, NAMED, BORNE, GOES_ON, WIDENS = 1.0, 0.5, 0.5, 0.4, 0.25, 0.05, 0.15, 2.0

_SENTENCE = re.compile(r"[^。！？\n]+(?:[。！？]+[”’）]*|\n|$)")
_LEAD_IN = re.compile(
    r"[　\s“‘（(【\]】■□○●◆▲]*(?:[^，。；：]{0,16}?[，：]){0,2}"
    r"(?:[^，。；]{0,10}?(?:讯|电)(?:[（(][^）)]*[）)])?)?[　\s“]*"
    r"(?:近日|日前|目前|如今|现在|近年来|今年以来|连日来|去年以来|同时|此外|随后|为此|对此|但|而)?"
    r"(?:(?:新疆生产建设)?兵团)?(?:第?[一二三四五六七八九十]{1,3}师)?"
)
_SCENE = re.compile(r"(?:在|走进|来到|位于|走访|到|于)$")
_PERSON = re.compile(
    r"[^，。；：、！？]{0,12}?(?:书记|主任|村民|居民|网格员|干部|负责人|镇长|乡长|县长|区长|市长|旗长|部长|局长|委员|支书|党员|住户|业主|户主|牧民)"
)
_BODY = re.compile(
    r"(?:的|县|区|市|旗|镇|乡|村|街道|社区)?(?:党委|党工委|党总支|党支部|“两委”|两委|政府|人大|政协|纪委|县委|区委|市委|旗委|办事处|居委会|村委会)(?!副?书记|副?主任|委员|[\u4e00-\u9fff]{0,6}部长)"
)
# Bodies that bear a place's name and are not the place at work, bodies that only give orders, and datelines.
_BEARER = re.compile(
    r"(?:(?![的在把将为与和对是有了从到推建开向])[\u4e00-\u9fff]){0,8}?(?:博物馆|展示馆|文化馆|图书馆|体育馆|大学|学院|中学|小学|学校|医院|公司|集团|银行|气象台|电视台|日报|晚报|协会|研究院|研究所|推广中心|车站|机场|景区|生产建设兵团|经视|卫视|融媒|晨报|时报|[^，。]{0,6}讯(?![员息问]))"
)
_WIDENS = re.compile(
    r"缩影|写照|生动实践|生动注脚|鲜活(?:实例|例子|样本)|(?:个|一)(?:侧面|场景|镜头|掠影)|个例|不在少数|随处可见|比比皆是"
    r"|每天都在上演|像(?:这样|[^，。]{2,16}(?:这样|一样))|(?:这样|类似)的[^，。]{0,8}[，在]|(?:变化|成效|经验|做法|成绩)[，]?(?:来自|得益于|源于|源自)"
    r"|这是[^，。]{2,14}(?:推行|推进|开展|实施|探索|建立|打造)|这就是[^，。]{2,14}的"
)
_ORDERS = re.compile(r"[^，。；：“]{0,16}?(?:要求|部署|强调|指出|印发|下发|命名|评为|授予|批准|规定)")
# Behind 全县, 全省 …: how far a first or a rank holds, not who acts.
_RANKED = re.compile(r"(?:首|唯一|最|第[一二三]|前列|率先|推广|领先|平均|仅有|率居)")
_LEVEL_WORD = re.compile(
    r"(?P<level>社区|小区|街道|[镇乡村县])(?:里|上|党委|党工委|党总支|党支部|党组织|“两委”|两委|村干部|还|也|在|把|将|以|依托|建起|开展|组织|针对|推行|组建)"
)
_LEVELS: dict[str, Level] = {
    "社区": "village", "小区": "village", "村": "village",
    "街道": "township", "镇": "township", "乡": "township", "县": "county",
}  # fmt: skip
_CLAUSE = frozenset("，。；：、！？“”（）\n　 ")
_LIST = re.compile(r"[、和与及]|以及")


class Weights:
    """The weight of each entity in the body; an estate counts for the place around it."""

    def __init__(self, draft: Draft, topic: Entity | None) -> None:
        self.draft = draft
        self.entities: dict[int, Entity] = {}
        self._own: defaultdict[int, float] = defaultdict(float)
        for entity, weight in _all_weights(draft, topic):
            self.entities.setdefault(id(entity), entity)
            self._own[id(entity)] += weight

    @property
    def total(self) -> float:
        """The sum of all weights."""
        return sum(self._own.values())

    def own(self, entity: Entity) -> float:
        """The weight of a place itself, without what lies in it."""
        return self._own.get(id(entity), 0.0)

    def cover(self, entity: Entity) -> float:
        """The share of the body's weight that falls on a place or on what lies in it; 0 for a body without places."""
        inside = sum(w for key, w in self._own.items() if self.draft.lies_in(self.entities[key], entity))
        return inside / self.total if self.total else 0.0


def _all_weights(draft: Draft, topic: Entity | None) -> Iterator[tuple[Entity, float]]:
    """The weights sentence by sentence; ``topic`` is what a body that names nothing at first goes on about."""
    so_far: dict[Level, dict[int, tuple[Entity, float]]] = defaultdict(dict)
    for found in _SENTENCE.finditer(draft.article.text, draft.article.body_start):
        best = _of_sentence(draft, found)
        spoken = _of_level_word(found, so_far)
        if spoken is not None:
            best.append((spoken, LEVEL))
        firm = [pair for pair in best if pair[1] >= PERSON]
        topic = max(firm, key=lambda pair: pair[1])[0] if firm else topic
        if best and _WIDENS.search(found.group()):
            best.append((min((e for e, _ in best), key=lambda e: RANK[e.level]), WIDENS))
        elif not best and topic is not None:
            best.append((topic, GOES_ON))
        for entity, weight in best:
            at_level = so_far[entity.level]
            at_level[id(entity)] = entity, weight + at_level.get(id(entity), (entity, 0.0))[1]
        yield from best


def _of_sentence(draft: Draft, found: re.Match[str]) -> list[tuple[Entity, float]]:
    """The places of a sentence, each with the largest weight that a mention or reference gives it there."""
    here = [i for i, m in enumerate(draft.mentions) if found.start() <= m.start < found.end()]
    best: dict[int, tuple[Entity, float]] = {}
    for entity, weight in (*_of_names(draft, here, found.start()), *_of_references(draft, here)):
        if weight > best.get(id(entity), (entity, 0.0))[1]:
            best[id(entity)] = entity, weight
    return list(best.values())


def _of_names(draft: Draft, here: Sequence[int], sentence: int) -> Iterator[tuple[Entity, float]]:
    """The weight of each chain of names, given to its last name; the members of a list share one."""
    names = [i for i in here if i in draft.entity_of and draft.mentions[i].kind != "reference"]
    lasts = [i for i in names if not any(left_of(draft.mentions, j) == i and _goes_down(draft, i, j) for j in names)]
    group: list[int] = []
    for i in lasts:
        if group and not _listed(draft, group[-1], i):
            yield from _shared(draft, group, sentence)
            group = []
        group.append(i)
    yield from _shared(draft, group, sentence)


def _shared(draft: Draft, group: Sequence[int], sentence: int) -> Iterator[tuple[Entity, float]]:
    for i in group:
        place = _around_estate(draft.entity_of[i])
        if place is not None:
            yield place, _weight(draft, group[0], group[-1], sentence) / len(group)


def _around_estate(entity: Entity) -> Entity | None:
    return entity.inside if entity.level == "compound" else entity


def _goes_down(draft: Draft, upper: int, lower: int) -> bool:
    return RANK[draft.entity_of[upper].level] < RANK[draft.entity_of[lower].level]


def _listed(draft: Draft, one: int, other: int) -> bool:
    first = _first(draft, other)
    return _LIST.fullmatch(draft.article.text[draft.mentions[one].end : draft.mentions[first].start]) is not None


def _first(draft: Draft, i: int) -> int:
    """The first name of the chain that ends with a mention."""
    while (left := left_of(draft.mentions, i)) is not None and left in draft.entity_of:
        i = left
    return i


def _weight(draft: Draft, first: int, last: int, sentence: int) -> float:
    text = draft.article.text
    before, end = text[sentence : draft.mentions[_first(draft, first)].start], draft.mentions[last].end
    opens = _LEAD_IN.fullmatch(before) is not None
    if _BEARER.match(text, end) or before.endswith("来自"):
        return BORNE
    if _ORDERS.match(text, end):
        return NAMED
    if _BODY.match(text, end):
        return ACTS if opens else SCENE
    if _PERSON.match(text, end):
        return PERSON
    if _SCENE.search(before):
        return SCENE
    return ACTS if opens else NAMED


def _of_references(draft: Draft, here: Sequence[int]) -> Iterator[tuple[Entity, float]]:
    """The weight of 全县, 该镇, 我区 at the head of a clause, given to the place that they stand for."""
    text = draft.article.text
    for i in here:
        mention = draft.mentions[i]
        entity = nearest_named(draft, i) if mention.kind == "reference" else None
        if entity is not None and not _RANKED.match(text, mention.end):
            heads = text[mention.start - 1] in _CLAUSE or text.endswith("目前", 0, mention.start)
            yield entity, ACTS if heads else NAMED


def _of_level_word(found: re.Match[str], so_far: Mapping[Level, Mapping[int, tuple[Entity, float]]]) -> Entity | None:
    """The weightiest place so far of the level that a sentence opens with (社区建起…, 镇党委推行…)."""
    lead = _LEAD_IN.match(found.group())
    word = _LEVEL_WORD.match(found.group(), lead.end() if lead else 0) or _LEVEL_WORD.match(found.group())
    known = so_far.get(_LEVELS[word["level"]], {}) if word is not None else {}
    return max(known.values(), key=lambda pair: pair[1])[0] if known else None
