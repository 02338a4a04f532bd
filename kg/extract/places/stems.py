"""The part of a name before its head word: how far it reaches to the left, and whether it names anything."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.places.overlaps import LEADS, LED_ACROSS, is_word_before
from kg.extract.places.scene import Scene
from kg.extract.places.sounds import is_by_sound, opening_by_sound
from kg.extract.places.words import acts, is_everyday

LONGEST = 8
_LONGEST_WISH = 4
_ALONE = re.compile("光(?=[^，。；]{3,12}就)")  # 光御景花园就有三百户
_LED = re.compile(
    r"点开|打开|翻开|住进|搬进|搬到|搬来|回到|走到|走完|委托|约谈|[到进去来]了|[请找帮陪劝问绕拆逛租卖住扫喊](?=..)"
)
USUAL = 2
_BESIDE = frozenset({"", "的"})
_JOINED = frozenset({"", "的", "、", "和", "与", "及"})
# The last characters of names that are made of a word and what stands or lies there.
_BUILT = frozenset(
    "坪湾塆屯寨坝岩沟岭山坡冲塘河溪坑庄坳垭岗墩洞井垄窑堡圩浜洲台塬梁峪洼咀嘴畈桥里街路巷弄坊门庙寺庵亭阁楼塔园苑湖江海港渡滩泉石林峰峡铺店集营垸圈"
)
_HAN = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]+")
_MEASURES = frozenset("个名余多位")
_WAYS = frozenset("路街巷弄")
_NUMBERS = frozenset("一二两三四五六七八九十百千万几数余多")
_OFFICES = frozenset("局厅委院署")
_SENDERS = _OFFICES | frozenset("办会行校社司队团部所")  # the ends of bodies that send people to a village
WORKS = frozenset(("石化", "炼化", "焦化", "煤化", "磷化", "盐化"))  # after which their estates are called
_OFFICE = re.compile(r"办?事处")  # 城关街道|办事处|东门社区, 城关街道办|事处|东门社区
_SORTS = frozenset("式型化性级类两各")  # 泸州两|村 are counted
_SHARED = ("共治", "共建", "共管", "共享", "共融", "联建", "自治")  # 让多方力量共治|小区
# Of one character: what is done with an estate, or is said of what fills it.
_VERBS = frozenset("管治满多亮帮守护爱送驻靠添扮吹说夸问议看换修办盯撑暖旺评晒")
_FILLS = ("飘满", "洒满", "溢满", "充满", "遍布")
_CLAUSE = 3  # characters
_LEADS_ESTATE = frozenset({"", "\n", "、", "，", "。", "：", "在", "了", "和"})
NUMERAL = re.compile(r"第?[一二三四五六七八九十百千万两几数零〇多余]+个?")
_ORDINAL = re.compile(r"第[一二三四五六七八九十]{1,2}")
_NAMED = range(2, 5)  # characters of a name before its number
_DIRECTED = re.compile(r"[住搬走迈踏跨步送驶嫁闯蹚趟跑涌融引派调][进入出到]")  # 住进|白河新村
_ENTERED = re.compile(
    r"(?:走进|来到|步入|家住|住在|位于|坐落[于在]|搬[到进]|搬入|入住|赴|前往|深入|走访|(?<![存现潜内自正实好旨])在)\Z"
)
_LONGEST_CUE = 3
_COMPANY = re.compile(r"[\u4e00-\u9fff]{2,}[和与及]")
_COUNTED = re.compile(r"[0-9一二两三四五六七八九十百千多余几]余?多?[个处家座][\u4e00-\u9fff]{0,4}\Z")
_GOES_IN = frozenset("回返进出到入驻")  # 归侨回|村, 企业进|社区
_SENTENCE_ENDS = frozenset({"", "\n", "。", "；", "！", "？"})
_DEED = re.compile(
    r"(?:村|社区)(?:把(?![关脉握控])|将(?!来)|没有|(?:始)?建于|就[把在将从让按]|还(?![建款])|则|每[年月周天逢]|请|从|让|(?:腾|拿|挤|凑|抽|划)出|办起|推行|邀请|召集|(?:组织|动员|发动)(?:居民|村民|党员))"
)
_HAS_NUMBER = re.compile(
    r"有(?:居民|村民|住户|党员|人口|耕地|农户)?(?:\d|[一两三四五六七八九十几][个条口座处户名位支])"
)
_WENT = re.compile(r"(?:到|赴|前往|往|去|走进|参观|考察|借鉴|学习|村、)\Z")
_RIGHT_KIND = {"村": "village", "区": "community", "道": "jiedao", "镇": "zhen", "乡": "xiang"}
_STREET, _STREET_NAME = re.compile("[东南西北中前后]?[路街巷]"), (2, 3)  # characters of what stands before it


@dataclass(frozen=True, slots=True)
class Stem:
    """``[start, end)`` of the characters before a head; ``chained``: an accepted place ends where it starts."""

    start: int
    end: int
    text: str
    chained: bool
    listed: bool


def stem_before(scene: Scene, head_start: int, floor: int, group: str, joints: frozenset[str] = _BESIDE) -> Stem | None:
    """The name before a head word, behind ``floor`` (the end of the place before it, or 0); None for no name."""
    office = _OFFICE.match(scene.text, floor, head_start) if floor else None
    floor = office.end() if office else floor
    start = floor if floor and is_by_sound(scene, floor, head_start) else _walk(scene, head_start, floor, group)
    elsewhere = _start_behind_county(scene, head_start, floor) if group == "village" else None
    listed = _listed_start(scene, head_start, floor) if group == "village" and elsewhere is None else elsewhere
    whole = opening_by_sound(scene, head_start, floor)
    if whole is not None:
        start, listed = whole, None
    chained = floor > 0 and scene.text[floor:start] in joints and 0 < head_start - start <= 6
    joint = listed is not None and listed == start + 1 and scene.text[start] in _JOINED | LEADS  # 柳溪村|和|文巴村
    if listed is not None and (joint or not (chained or _is_longer(scene, start, listed))):
        start = listed
        chained = floor > 0 and scene.text[floor:start] in joints
    if group == "township" and floor < start:
        start = _without_company(scene, start, head_start)
    if start >= head_start and group == "village" and _holds_and(scene, floor, head_start):
        start, chained = floor + scene.text.startswith("、", floor), True
    if start >= head_start:
        return None
    text = scene.text[start:head_start]
    known = start == elsewhere or _is_listed(scene, start, head_start)
    if not (known or chained) and text[-USUAL:] in scene.lexicon.left["word"]:
        return None  # 物业赋能|小区, though no dictionary has the word
    return Stem(start, head_start, text, chained, known)


def _holds_and(scene: Scene, floor: int, head_start: int) -> bool:
    """Whether all between a place and a head is a name with 和, which joins nothing there: 发界街道|安和|社区."""
    floor += scene.text.startswith("、", floor)
    text = scene.text[floor:head_start]
    name = len(text) == USUAL and text[1] == "和" and _HAN.fullmatch(text) is not None
    return floor > 0 and name and text[0] not in scene.lexicon.left["function"]


def _is_longer(scene: Scene, start: int, listed: int) -> bool:
    """Whether one character behind 在, 到 … belongs to the name before a listed one: 在|鱼|塘坝村, no 在|各|塘坝村."""
    first = scene.text[start:listed]
    led = is_entered(scene, start) or scene.text[start - 1] == "到"
    return len(first) == 1 and led and not scene.lexicon.is_generic(first, "village")


def _walk(scene: Scene, head_start: int, floor: int, group: str) -> int:
    start = head_start
    while start > floor:
        found = scene.tokens.before(start, floor)
        if found is None or head_start - found[0] > LONGEST:
            break
        if _ends_name(scene, found, head_start - start, floor, group):
            break
        start = found[0]
    if group == "village" and _STREET.fullmatch(scene.text, start, head_start):
        start = _street_start(scene, start, floor)
    return _without_soft(scene, start, head_start)


def _street_start(scene: Scene, start: int, floor: int) -> int:
    """Where the name of a street begins of which only the end was taken: 合作|南路|社区, 和平街道|永宁|街|社区."""
    found = scene.tokens.before(start, floor)
    alone = found is not None and scene.text[start] in _WAYS and found[0] != floor
    if found is None or alone or found[1] - found[0] not in _STREET_NAME or not _HAN.fullmatch(scene.text, *found):
        return start
    return found[0]


def _ends_name(scene: Scene, span: tuple[int, int], so_far: int, floor: int, group: str) -> bool:
    """Whether a word is no part of the name whose last ``so_far`` characters are known."""
    word = scene.text[span[0] : span[1]]
    left = scene.lexicon.left
    directed = _DIRECTED.fullmatch(scene.text, max(span[1] - USUAL, floor), span[1]) is not None
    sent = word == "驻" and scene.text[span[0] - 1] in _SENDERS  # 文旅局驻|大明村工作队
    led = so_far >= USUAL and group in {"village", "township"} and is_word_before(scene, span[1], floor)
    bounds = directed or sent or led or word in left["function"] or word in left["word"] or word[1:] in left["role"]
    if bounds or _is_full_name(scene, span) or not _HAN.fullmatch(word) or (group == "zone" and word[-1] in _OFFICES):
        return True
    if not so_far:
        ordinal = group == "village" and floor and _ORDINAL.fullmatch(word) and span[0] - floor in _NAMED
        way = len(word) > USUAL and word[-1] in _WAYS  # 跃进路|社区
        acting = not (ordinal or way) and acts(word) and word not in scene.lexicon.common | WORKS
        acting = acting and not (group == "compound" and _is_home(scene, span[0], floor))
        acting = acting and not opens_and_acts(scene, *span)
        # 嘉兴路街道|瑞虹第二|居民区
        return word in left["closed"] or acting or (not ordinal and _is_measure(scene, span))
    first = group in {"village", "compound"} and so_far == 1 and _opens_behind_place(scene, span, floor)
    if len(word) > 1 and not first and (acts(word) or scene.lexicon.is_generic(word, group)):
        return acts(word) or group != "compound" or not _begins_estate(scene, span[0], floor)
    if group in {"compound", "village"} and so_far >= USUAL and word[-1] in _WAYS:
        return True  # 瑞金南路|名盛苑小区, 和平路街|新兴社区
    rest = scene.text[span[1] : span[1] + so_far]
    if so_far >= 2 and not scene.lexicon.feature.fullmatch(rest):
        far_off = group == "village" and _is_far_off(scene, span)
        if far_off or _is_short_place(scene, span, floor):
            return True
    everyday = len(word) > 1 and is_everyday(word) and so_far + len(word) > 4
    return everyday and (group != "compound" or not _is_led_in_estate(scene, span[0]))


def _opens_behind_place(scene: Scene, span: tuple[int, int], floor: int) -> bool:
    """Whether a word right behind a place begins a name, one character of land or building left: 清水镇|解放|桥社区."""
    behind = (floor > 0 and scene.text[floor : span[0]] in _JOINED) or is_entered(scene, span[0])
    if not (behind or scene.text[span[1] + 1] == "、") or scene.lexicon.is_generic(scene.text[slice(*span)], ""):
        return False  # 三里桥、凤鸣两个社区
    return scene.text[span[1]] in _BUILT and scene.is_edge(span[1] + 1)


def _is_full_name(scene: Scene, span: tuple[int, int]) -> bool:
    """Whether a word is a listed name in full, or its end: 集安市|梦景家园."""
    return any(h.form == "full" and h.start <= span[0] and len(h.name) > USUAL for h in scene.ending(span[1]))


def _begins_estate(scene: Scene, end: int, floor: int) -> bool:
    """Whether the word that ends here says which estate, before words that estates share: 新景|城市花园."""
    found = scene.tokens.before(end, floor)
    word = scene.text[found[0] : found[1]] if found else ""
    ordinary = acts(word) or scene.lexicon.is_generic(word, "compound") or word in scene.lexicon.left["word"]
    return found is not None and len(word) > 1 and bool(_HAN.fullmatch(word)) and not ordinary


def _is_led_in_estate(scene: Scene, start: int) -> bool:
    """Whether a list, a mark or 在, 了 stands before an estate's name: 打造了芙蓉国际城小区."""
    return scene.text[start - 1 : start] in _LEADS_ESTATE


def _is_short_place(scene: Scene, span: tuple[int, int], floor: int) -> bool:
    """Whether a word is the short form of a place nearby; behind another (千秋街道上城风景) it must lie in that one."""
    gazetteer = scene.gazetteer
    if not any((h.start, h.form) == (span[0], "short") for h in scene.ending(span[1])):
        return False
    units = gazetteer.by_short(scene.text[span[0] : span[1]])
    if span[0] != floor or floor == 0:
        return not scene.counties or any(scene.is_near(u.key) for u in units)
    up = {a.key for u in units for a in gazetteer.ancestors(u.key)}
    names = (h.name for h in scene.ending(floor) if h.form in {"full", "short"})
    return any(u.key in up for name in names for u in (*gazetteer.by_name(name), *gazetteer.by_short(name)))


def _is_far_off(scene: Scene, span: tuple[int, int]) -> bool:
    """Whether a word is the short form of a province or city whose village one goes to see: 赴安徽|小岗村."""
    if not any((h.start, h.form) == (span[0], "short") for h in scene.ending(span[1])):
        return False
    units = scene.gazetteer.by_short(scene.text[span[0] : span[1]])
    went = _WENT.search(scene.text, max(0, span[0] - LONGEST), span[0])
    return went is not None and units[0].level in {"province", "prefecture"}


def _start_behind_county(scene: Scene, head_start: int, floor: int) -> int | None:
    """Where a county's sure short form ends before a head, and the county has the village: 兰考|张庄村."""
    for start in range(max(floor, head_start - LONGEST), head_start):
        shorts = [h.name for h in scene.ending(start) if h.form == "short" and scene.is_edge(h.start)]
        units = [u for name in shorts for u in scene.gazetteer.by_short(name) if u.level == "county" and not u.former]
        if any(scene.text[start:head_start] in scene.gazetteer.villages(u.key) for u in units):
            return start
    return None


def _is_measure(scene: Scene, span: tuple[int, int]) -> bool:
    counted = scene.text[max(0, span[0] - 1) : span[0]]
    return scene.text[span[0] : span[1]] in _MEASURES and (counted.isdigit() or counted in _NUMBERS)


def _without_soft(scene: Scene, start: int, head_start: int) -> int:
    """The start without a verb that leads there (搬进) or one joining word (和, 于 …), where enough remains."""
    led = _LED.match(scene.text, start, head_start) or _ALONE.match(scene.text, start)
    start = led.end() if led and led.end() < head_start and scene.is_edge(led.end()) else start
    soft = scene.text[start] in scene.lexicon.left["soft"] and scene.is_edge(start + 1)
    if head_start - start >= 3 and (soft or LED_ACROSS.match(scene.text, start)):
        return start + 1
    return start


def _without_company(scene: Scene, start: int, head_start: int) -> int:
    """The start behind a joining word with two characters or more before it: 陈大山和|苏镇."""
    joint = _COMPANY.match(scene.text, start, head_start)
    return joint.end() if joint is not None and scene.is_edge(joint.end()) else start


def _listed_start(scene: Scene, head_start: int, floor: int) -> int | None:
    """Where the longest village stem of the article's counties begins that ends at the head and has a fair border."""
    for start in range(max(floor, head_start - LONGEST), head_start):
        if not _is_listed(scene, start, head_start):
            continue
        fair = start == floor or scene.is_edge(start) or head_start - start > USUAL or _is_led_in(scene, floor, start)
        if fair or (head_start - start == USUAL and _is_across(scene, floor, start)):
            return start
    return None


def _is_across(scene: Scene, floor: int, start: int) -> bool:
    """Whether a word of one character that no name begins with ends here, behind a word's end: 县里向|东岗村学习."""
    word = scene.text[start - 1 : start]
    return start > floor and word in LEADS and scene.is_edge(start - 1)


def _is_led_in(scene: Scene, floor: int, start: int) -> bool:
    """Whether a word that leads places in ends here, whatever word the dictionary sees across: 走进|水口村."""
    return any(len(word) > 1 and scene.text.endswith(word, floor, start) for word in scene.lexicon.left["cue"])


def _is_listed(scene: Scene, start: int, head_start: int) -> bool:
    """Whether a village of the article's counties is so called, 村 its head or in its name (延吉一村, 前村村)."""
    text = scene.text[start:head_start]
    if scene.has_village(text) or not scene.text.startswith("村", head_start):
        return scene.has_village(text)
    return text + "村" in scene.stems or (text.endswith("村") and text[:-1] in scene.stems)


def is_sort(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether an unlisted stem says what sort of village it is (互嵌式社区), tells a deed or cuts a word (县农|村)."""
    if stem.listed:
        return False
    numbered = stem.chained and len(stem.text) > USUAL and NUMERAL.fullmatch(stem.text[-1])  # 东安街道|万宝一|社区
    return bool(
        (stem.text[-1] in _SORTS and stem.text not in WORKS)
        or (len(stem.text) > USUAL and stem.text[-1] in _GOES_IN)
        or stem.text.endswith(_SHARED)
        or _tells_deed(scene, stem)
        or stem.text.endswith("小组")
        or (stem.text.endswith("组") and scene.text.startswith("民", head_end))
        or (not numbered and scene.lexicon.is_generic(scene.text[stem.end - 1 : head_end], ""))
    )


def _tells_deed(scene: Scene, stem: Stem) -> bool:
    """Whether a stem is an everyday word with a verb of one character behind or before it: 队伍管|小区, 亮身份|小区."""
    text = stem.text
    behind = text[-1] in _VERBS and is_everyday(text[-_CLAUSE:-1]) and scene.is_edge(stem.end - 1)
    before = text[0] in _VERBS and is_everyday(text[1:]) and scene.is_edge(stem.start + 1) and not stem.chained
    many = text[-2:] in _FILLS
    return len(text) >= _CLAUSE and (behind or before or many)


def is_counted(scene: Scene, stem: Stem) -> bool:
    """Whether a number counts what an unlisted stem begins (3个大型成熟物业|小区): so many of a sort."""
    if stem.listed or stem.chained:
        return False
    return _COUNTED.search(scene.text, max(0, stem.start - LONGEST), stem.start) is not None


def _is_home(scene: Scene, start: int, floor: int) -> bool:
    """Whether an estate's name must begin here, a verb or not: behind a place and 的, or where someone enters it."""
    return (floor > 0 and scene.text[floor:start] == "的") or is_entered(scene, start)


def is_entered(scene: Scene, start: int) -> bool:
    """Whether someone lives in, enters or stands in what begins here: 家住|育才小区, 走进|东方花园."""
    return _ENTERED.search(scene.text, max(0, start - _LONGEST_CUE), start) is not None


def names_zone(scene: Scene, stem: Stem) -> bool:
    """Whether a stem before 工业园, 新区, 园区 … is a name: no everyday word, no modifier."""
    text = stem.text
    if len(text) < 2 or text[0] in "地的" or NUMERAL.fullmatch(text) or is_generic(scene, stem, "zone") or acts(text):
        return False
    return (stem.chained or not is_everyday(text)) and not is_resultative(scene, text)


def has_cue(scene: Scene, start: int, end: int) -> bool:
    """Whether a name at ``[start, end)`` is led in or followed as the name of a place or actor is."""
    after = scene.text[end : end + 6]
    return is_led(scene, start) and any(after.startswith(w) for w in scene.lexicon.right["cue"])


def is_led(scene: Scene, start: int) -> bool:
    """Whether a sentence or a word that leads places in stands before a name: 走进|古桥村."""
    before = scene.text[max(0, start - 4) : start]
    return not before or before[-1] in "\n。；：" or any(before.endswith(w) for w in scene.lexicon.left["cue"])


def opens_and_acts(scene: Scene, start: int, end: int) -> bool:
    """Whether a village's stem opens a sentence as its subject, of which a deed is told: 。安心|村把荒坡种上了茶.

    A word of the dictionary may be one there, whatever it means.
    """
    opens = end - start == USUAL and scene.text[start - 1 : start] in _SENTENCE_ENDS
    return opens and _DEED.match(scene.text, end) is not None


def is_generic(scene: Scene, stem: Stem, group: str) -> bool:
    """Whether the stem is a modifier, or ends in one, or is made of nothing else."""
    lexicon = scene.lexicon
    if lexicon.is_generic(stem.text, group):
        return True
    if stem.listed:
        return False
    if group == "compound" and _is_wish(scene, stem):
        return True
    last = scene.tokens.before(stem.end, stem.start)
    tail = scene.text[last[0] : last[1]] if last else ""
    if group == "compound" and len(stem.text) - len(tail) >= USUAL:
        return False
    if stem.chained and _ORDINAL.fullmatch(tail) and len(stem.text) - len(tail) >= USUAL:
        return False
    return len(tail) > 1 and tail != stem.text and lexicon.is_generic(tail, group)


def _is_wish(scene: Scene, stem: Stem) -> bool:
    """Whether an estate's stem is made of verbs and of what anybody wishes of a home: 共治和美|家园, 织就幸福|家园."""
    text, reached = stem.text, {0}
    for start in range(len(text) if len(text) > USUAL else 0):
        if start in reached:
            ends = range(start + USUAL, min(start + _LONGEST_WISH, len(text)) + 1)
            reached |= {e for e in ends if acts(text[start:e]) or scene.lexicon.is_generic(text[start:e], "compound")}
    return len(text) in reached


def runs_on(scene: Scene, head_end: int) -> bool:
    """Whether the head word goes on as another word: 村规, 社区治理, 乡村."""
    if _HAS_NUMBER.match(scene.text, head_end):
        return False  # 柏树坪村|有6口井, no 村有企业
    return scene.lexicon.follows(scene.text, head_end, _RIGHT_KIND.get(scene.text[head_end - 1], "tail"))


def is_resultative(scene: Scene, text: str) -> bool:
    """Whether this is a verb with its result (建强, 做优, 落实好), which stands before 村 and 社区 as objects."""
    left = scene.lexicon.left
    if text in scene.stems or text[-1] not in left["result"] or len(text) < 2:
        return False
    return text[-2] in left["verb"] or (len(text) > 2 and is_everyday(text[:-1]))
