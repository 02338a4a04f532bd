"""Tell the places that do nothing themselves where a sentence names them: a basis, a helper, an example."""

from __future__ import annotations

import re

from kg.extract.actors import LIES
from kg.segmenter import tagged

# 甲市民政局, but no 甲市启动…工作的部署: a body is named before anything is done.
BODY_BEHIND = re.compile(
    r"(?:(?!举|召|开(?!发)|启|印|出台|下发|发布|探|创(?!业)|推|建(?!设[局委厅]|[局委管行])|组(?!织部)|实(?!验)|落|深(?!圳)|积极|大力|全面|率先|首|把|将|以|在|为|从|于|了|着|过)[^，。；：！？“《]){0,14}?"
    r"(?:中心|局|委|部|公司|学院|学校|医院|院|办(?![起了好成理过])|会|站|队|党组织|书记|主任|所)"
)
# What stands in front of a place that does nothing itself: 立足…实际, 联合甲、乙等村.
BASIS = re.compile(
    r"(?:立足|围绕|聚焦|紧扣|针对|结合|根据|按照|联合|会同|邀请|赴|前往|参观|观摩|距离?|负责|分管|包联|包保|管辖|下辖|现辖|辖|所在地"
    r"|(?:带动|辐射|惠及|吸引|吸纳)了?(?:周边|附近|邻近|周围)?(?:的)?)$"
)
CENTRE = re.compile(r"为(?:中心|龙头|核心|圆心|重点|牵头|轴心|引领|标杆|样板|突破口)")
# 甲市民政局联合司法局、乙街道办事处等单位: those who help are not the ones who run it.
HELPERS = re.compile(r"(?:联合|会同|协同|携手)[^，。；：]{1,60}[、和]$")
# 甲社区与乙县医院合办…: so are those it works with.
WITH = re.compile(r"(?:与|同|跟|和|携手)$")
# 甲镇组织乙、丙等9个村出资，成立…, 抽查乙、丙等9个村，发现…: so are those whom it brings together or looks into.
# 由乙村牵头成立…: and the first of them.
GATHERS = re.compile(r"(?:组织|发动|动员|引导|整合|带动|抽查|检查|巡察|督查|督导|走访)了?$")
# 在甲街道、乙村的支持下，小区办起…: those who guide do not do what a smaller one does behind.
UNDER = re.compile(
    r"[^，。；：“”]{0,14}?(?:指导|支持|帮助|关心|配合|协助|推动|见证|帮扶|统筹|协调)下，(?=小区|社区|村|嘎查|街道|镇[里上]|乡里)"
)
MANY = re.compile(r"[村镇乡]?等")
LEADING = re.compile(r"(?:党[委总]?支?部?)?(?:牵头|领衔|带头)")
# 在甲村建成…；推行…: what follows is done by those who built there. 在甲村试点…。常态化开展…: and so is the next deed.
LOCATED = re.compile(r"在[^，。；：“”]{0,11}$")
# 建成甲镇乙广场、丙镇丁长廊；组织…: as little is it done by the towns where they stand.
MADE = re.compile(r"(?:建成|打造|建设|建起|培育|形成|选树|改造)了?(?:[^，。；：“”]{2,16}、){0,3}$")
LISTED = re.compile(r"[、和与及]")
# 在甲、乙等地建起…，推行…: so much stands in the places listed, the rest is done by those who built there; but what is
# tried there (在甲、乙先行试点，探索…) goes on there.
ELSEWHERE = re.compile(
    r"(?!了?[^，。；：]{0,10}(?:试点|试行|先行|试验))[^。；：]{0,60}?，(?:并|还|同时|先后|全面)?"
    r"(?:推行|推动|推进|推广|实施|实行|建立|健全|完善|组建|成立|开展|举办|制定|出台|印发|落实|深化|创新|探索|组织|吸收|选聘|整合)"
)
# 甲镇某村原会计乙某被查处; behind other work also 甲村村民乙正月里办婚事: cases that show what a larger place does.
HIDDEN = re.compile(r"某|[^，。；：“”]{0,12}?[一-鿿]某(?![个些种项年月日时村镇县市区])")
SPEAKS = re.compile(r"[^，。；：“”]{0,8}?(?:说|道|介绍|表示|感慨|感叹|称赞|点赞|竖起|叫好|笑)")
CASE = re.compile(r"村民|居民|业主|住户|牧民|果农|茶农|农户")
LONGEST_NAME = 6  # characters
WAY = re.compile(r"(?:那样|一样|的(?:样子|做法|路子|法子|经验|办法|模式))")
LIKE = re.compile(r"(?:一样|这样|那样|这类|此类)的?")
# 甲镇来乙镇取经后，建起…
VISIT, VISITED = re.compile(r"(?:来|到|赴|去|往)$"), re.compile(r"(?:取经|学习|考察|参观|观摩)")
# 从甲镇到乙镇，处处…: all over the larger place.
RANGE, RANGE_END = re.compile(r"到[^，。；：“”]{2,10}，"), re.compile(r"从[^，。；：“”]{2,10}到$")
AFTER = re.compile(r"(?:照着?|学着|仿照|比照|按着?|参照|把|将)$")  # 甲村照着乙村的样子建起…
COPIED = re.compile(r"(?:推广|学习|借鉴|复制|推介|参照|总结|提炼|吸收|吸取|参考|对标)了?$")

SPREADS = re.compile(r"(?:全域|各地)?(?:推广|推开|铺开|推行|普及|复制)")


def in_passing(text: str, actor_end: int, name: tuple[int, int], offset: int, *, around: bool) -> bool:
    """Whether a place is only named in a clause of the one that acts: 甲镇干部曾在乙镇工作，…; 甲镇在乙县支持下….

    ``around`` tells that it holds the one that acts, which its sentence names up to ``actor_end``.
    """
    start, end = name
    if text[start] == "全" or SPREADS.match(text, end):
        return False
    inside = not any(mark in text[actor_end:start] for mark in "，；：")
    return inside and (around or "，" in text[end:offset])


def stands_aside(text: str, first: int, name: tuple[int, int], offset: int, other: tuple[bool, bool]) -> bool:
    """Whether the places named at a span, in a sentence from ``first``, do not do what stands at ``offset``.

    ``other`` tells whether the sentence opens with a place that is not the first, not the last of them.
    """
    return bool(
        undergoes(text, first, name) or left_behind(text, first, name, offset) or follows(text, first, name, other)
    )


def undergoes(text: str, first: int, name: tuple[int, int]) -> bool:
    """Whether the places are a basis, a centre, an example, or among those who help."""
    start, end = name
    return bool(
        BASIS.search(text, max(first, start - 6), start)
        or LIES.search(text, max(first, start - 4), start)
        or (text.rfind("在", max(first, start - 12), start) >= 0 and UNDER.match(text, end))
        or (text.endswith("以", first, start) and CENTRE.match(text, end))
        or (text.endswith(("像", "如"), first, start) and LIKE.match(text, end))
        or (AFTER.search(text, max(first, start - 3), start) and WAY.match(text, end))
        or (VISIT.search(text, max(first, start - 1), start) and VISITED.match(text, end))
        or (text.endswith("从", first, start) and RANGE.match(text, end))
        or (text.startswith("，", end) and RANGE_END.search(text, max(first, start - 12), start))
        or HELPERS.search(text, max(first, start - 64), start)
    )


def left_behind(text: str, first: int, name: tuple[int, int], offset: int) -> bool:
    """Whether what stands at the offset is told in a later clause of those who went to the places or built there."""
    start, end = name
    many = MANY.match(text, end)
    if "，" in text[end:offset]:
        brought = many and GATHERS.search(text, max(first, start - 3), start)
        if brought or COPIED.search(text, max(first, start - 4), start):
            return True
    listed = many or LISTED.search(text, start, end)
    if "；" not in text[end:offset] and not (listed and ELSEWHERE.match(text, end, offset)):
        return False
    return any(where.search(text, max(first, start - 34), start) for where in (LOCATED, MADE))


def is_hidden(text: str, end: int) -> bool:
    """Whether somebody of the place, hidden behind 某, is a case in point, no one who speaks for it."""
    hidden = HIDDEN.match(text, end)
    return hidden is not None and SPEAKS.match(text, hidden.end()) is None


def is_case(text: str, first: int, end: int, *, led: bool) -> bool:
    """Whether somebody of the place is a case in point: hidden behind 某, or a resident named behind other work.

    ``led`` tells that the larger place stands right before it: no work of that one has been told.
    """
    if HIDDEN.match(text, end):
        return True
    resident = CASE.match(text, end) if text[first - 1] != "\n" and not led else None
    if resident is None:
        return False
    words = tagged(text[resident.end() : resident.end() + LONGEST_NAME])
    return bool(words) and words[0][1].startswith("nr")


def follows(text: str, first: int, name: tuple[int, int], other: tuple[bool, bool]) -> bool:
    """Whether the places only stand beside the other place with which the sentence opens, or lead for it."""
    start, end = name
    if other[1] and WITH.search(text, max(first, start - 2), start) and BODY_BEHIND.match(text, end):
        return True
    leading = text.endswith("由", first, start) and LEADING.match(text, end)
    return other[0] and (text[start] == "本" or bool(leading))
