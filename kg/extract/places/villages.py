"""Whether a stem before 村, 社区, 居委会 … says which one, and not what sort."""

from __future__ import annotations

import re

from kg.extract.places.scene import Scene
from kg.extract.places.smaller import is_of_smaller
from kg.extract.places.stems import (
    LONGEST,
    NUMERAL,
    USUAL,
    Stem,
    has_cue,
    is_counted,
    is_entered,
    is_generic,
    is_led,
    is_resultative,
    is_sort,
    opens_and_acts,
    runs_on,
)
from kg.extract.places.words import acts, is_everyday

_TOWN_ENDS = ("街道", "镇", "乡", "苏木")
_MOTTOES = frozenset(("前进", "胜利", "团结", "建设", "解放", "跃进", "奋斗", "创业", "振兴", "进步", "奋进", "开拓"))
# Days and dates that villages are called after, numbers to the dictionary.
_SHAPED = frozenset(
    "庄营屯店堡寨湾沟坪坝坡岭岩冲坑塘圩垸垭垄垌埔埠塆浜岙厝寮窝窑峪峁嘴咀岗堰滩洲洞塬畈畲甸堤陂屿畔溪河垟庙铺墩"
)
_WHICH = frozenset("全本邻整满合同回出各每山水")  # 全湾|村民, 本寨|村民, 山沟|村
_SETTLEMENTS = frozenset("庄寨落屋屯")
_DAYS = frozenset(("五一", "七一", "八一", "五四", "五七", "三八", "九一", "十一"))
_ROAD = re.compile(r".{2,}[路街巷桥坊浜埭圩塘渡]")
_STREET = re.compile(r"[\u4e00-\u9fff](?<![背沿临小大主老后])[路街巷弄]\Z")  # 古北街|晨光社区, no 背街小巷
_DOES = frozenset("联设建增扩办访护管到入进驻需问听评选")
_GOES_TO = frozenset("包联驻帮带访护进入到")
_SIBLING_BEFORE = re.compile(r"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{2,3})(?P<head>社区|村)[、和与及]\Z")
_SORT_BEFORE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2})(?:社区|村)[、和与及]\Z")
_SIBLING_BEHIND = re.compile(r"[、和与及](?P<name>[\u4e00-\u9fff]{2,3}?)(?P<head>社区|村)")
_JOINTS = frozenset("、和与及")
_LONGEST_SHAPED = 3
# What somebody does together with a village's bodies, though villages are so called.
_TOGETHER = frozenset(
    ("联合", "会同", "协同", "携手", "协助", "指导", "督促", "组织", "支持", "配合", "帮助", "发动", "依托")
)
_BUILDS = re.compile(r"[新改扩迁重续增修复翻]{1,3}建")  # 新建、改扩建|社区党群服务中心
_KINDS = frozenset(("中心", "重点", "示范", "试点", "样板", "特色", "移民", "安置", "搬迁", "贫困", "薄弱", "空壳"))
_ROLE = re.compile(r"(?:为|成|作|个|名|等)\Z")
_STOPS = frozenset("，。、；！”")
_CAMPAIGN = re.compile(r"[千万百][\u4e00-\u9fff]{1,3}[千万百十]")  # 千企兴千|村
# 东城街道民主社区的居民, no 东城街道文明社区建设: who lives there, what it has, a stop.
_LIVED_IN = re.compile(r"的?(?:居民|村民|群众|住户|业主|老人)|党(?:委|总支|支部)|居委会|村委会|书记|主任|里|[，。；]")
_CLOSES, _NICKNAMED = frozenset("”’」"), re.compile(r"[“‘「][\u4e00-\u9fff]{1,4}\Z")


def names_village(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether a stem before 村, 社区, 居委会 … says which one, and not what sort."""
    text = stem.text
    in_town = stem.chained and len(text) == USUAL and scene.text[stem.start - 2 : stem.start].endswith(_TOWN_ENDS)
    if text in _DAYS and (in_town or (stem.listed and is_led(scene, stem.start))):
        return True
    if _is_larger(
        scene, stem, placed=in_town or (stem.chained and scene.text[stem.start - 1] in _JOINTS)
    ) or _is_no_stem(scene, stem, head_end):
        return False
    if is_generic(scene, stem, "village") and not _is_backed(scene, stem, head_end):
        own = in_town and text in scene.lexicon.common and _LIVED_IN.match(scene.text, head_end) is not None
        return own or _is_beside_sibling(scene, stem, head_end)
    known = stem.listed or (stem.chained and not is_everyday(text)) or _has_own_body(scene, stem, head_end)
    shaped = _has_shape(scene, stem, head_end)
    # 士英街道|锦绣社区居民
    known = known or (in_town and not acts(text)) or shaped
    if not stem.listed and (len(text) == 1 or (runs_on(scene, head_end) and not known)):
        return False
    told = opens_and_acts(scene, stem.start, stem.end) or _is_beside_sibling(scene, stem, head_end)
    if acts(text) and _ROAD.fullmatch(text) is None:
        led = is_entered(scene, stem.start) or is_led(scene, stem.start)
        named = _is_unlike_verb(scene, stem) and (_is_of_town(scene, stem) or (led and not runs_on(scene, head_end)))
        return told or named or _is_backed(scene, stem, head_end) or (in_town and text in _MOTTOES)
    plain = is_everyday(text) or (_is_phrase(scene, stem) and not shaped)
    behind_street = _STREET.search(scene.text, max(0, stem.start - 3), stem.start) is not None
    beyond_doubt = stem.listed or stem.chained or not plain or behind_street or _ROAD.fullmatch(text) is not None
    return told or beyond_doubt or has_cue(scene, stem.start, head_end)


def _has_shape(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether a stem that is no word ends as names do, so that 村有, 村集体, 村主任 may follow: 柏树坪|村有."""
    text = stem.text
    usual = (
        USUAL <= len(text) <= _LONGEST_SHAPED
        and text[-1] in _SHAPED
        and scene.text[head_end : head_end + 1] not in _SETTLEMENTS
    )
    plain = usual and not (is_everyday(text) or acts(text) or text[0] in _DOES | _WHICH)
    return plain and not scene.lexicon.is_generic(text[0], "village")


def _is_larger(scene: Scene, stem: Stem, *, placed: bool) -> bool:
    """Whether a stem is a larger place's name: 云南|村（社区）干部, but 永定门外街道|山西社区."""
    shorts = [h for h in scene.ending(stem.end) if (h.start, h.form) == (stem.start, "short")]
    return bool(shorts) and not (stem.listed or placed or is_of_smaller(scene, shorts[0]))


def _is_no_stem(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether a stem is a number, a nickname, a slogan, a sort or no more than 和."""
    text = stem.text
    placed = _is_behind_place(scene, stem)
    ordinal = stem.listed and stem.chained and text[0] == "第"  # 乌鸦泡镇|第一社区
    return bool(
        (NUMERAL.fullmatch(text) is not None and not (placed or ordinal or (stem.listed and len(text) > USUAL)))
        or (text[0] in "和与及" and NUMERAL.fullmatch(text, 1) is not None)
        or (text in _JOINTS and scene.tokens.at(stem.end) != scene.text[stem.end : head_end])  # 战友和|村里
        or _is_nickname(scene, stem, head_end)
        or _CAMPAIGN.fullmatch(text)
        or (not stem.listed and _BUILDS.fullmatch(text))
        or is_counted(scene, stem)
        or (len(text) == 1 and not (stem.chained or placed) and _is_cut_off(scene, stem, head_end))
        or is_resultative(scene, text)
        or is_sort(scene, stem, head_end)
        or _is_kind(scene, stem)
        or _is_clause(scene, stem)
    )


def _is_clause(scene: Scene, stem: Stem) -> bool:
    """Whether an unlisted stem says who goes to the village (部门包|村) or which other village it is (和邻|村)."""
    text = stem.text
    if stem.listed or len(text) < USUAL:
        return False
    goes = text[-1] in _GOES_TO and is_everyday(text[:-1])
    return goes or (text[0] in "和与及有" and scene.lexicon.is_generic(text[1:], "village"))


def _is_behind_place(scene: Scene, stem: Stem) -> bool:
    """Whether a listed name of one character stands behind a place and counts nothing: 安吉|余村, no 三十|余村."""
    before = scene.ending(stem.start) if stem.listed and len(stem.text) == 1 else ()
    return any(h.form in {"full", "short"} and scene.is_edge(h.start) for h in before)


def _is_cut_off(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether a name of one character may be the end of a longer one: 堤|中社区."""
    return _is_han(scene.text[stem.start - 1 : stem.start]) and not has_cue(scene, stem.start, head_end)


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _has_own_body(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether a stem that is no word leads a clause, its own body behind it: 近日，鲤江村|党支部, no 帮扶|村党支部."""
    bodied = any(scene.text.startswith(word, head_end) for word in scene.lexicon.right["body"])
    led = is_led(scene, stem.start) or scene.text.endswith("，", 0, stem.start)
    does = stem.text[-1] in _DOES  # 联村|党委 joins villages, 新设社区|卫生服务站 founds a thing
    return bodied and led and not is_everyday(stem.text) and not does


def _is_beside_sibling(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether a name that many villages share stands in a list beside a village: 把平安社区、柳汊社区的院落打包.

    What is made (创建平安社区、无讼社区) is a sort of village, and so is its neighbour.
    """
    if stem.text not in scene.lexicon.common:
        return False
    if stem.chained and scene.text[stem.start - 1] in _JOINTS:
        return True
    before = _SIBLING_BEFORE.search(scene.text, max(0, stem.start - LONGEST), stem.start)
    behind = _SIBLING_BEHIND.match(scene.text, head_end)
    found = [m for m in (before, behind) if m is not None and m["head"] == scene.text[stem.end : head_end]]
    start = before.start("name") if before is not None else stem.start
    return not _is_object(scene, start) and any(_is_plain_name(scene, m["name"]) for m in found)


def _is_plain_name(scene: Scene, name: str) -> bool:
    """Whether a stem is one of the county's villages, or no word and no sort."""
    if scene.has_village(name) and not scene.lexicon.is_generic(name, "village"):
        return True
    generic = any(scene.lexicon.is_generic(part, "village") for part in (name, name[-USUAL:], name[:USUAL]))
    return not (generic or acts(name) or is_everyday(name) or name[0] in _DOES or name[-1] in _DOES)


def _is_kind(scene: Scene, stem: Stem) -> bool:
    """Whether a word says what part a village plays (以柳树村为中心村), even where one of the county is so called."""
    if stem.text not in _KINDS:
        return False
    return not stem.chained or _is_role(scene, stem)


def _is_among_sorts(scene: Scene, stem: Stem) -> bool:
    """Whether a sort of village that is no place stands in a list right before a name."""
    before = _SORT_BEFORE.search(scene.text, max(0, stem.start - LONGEST), stem.start)
    return before is not None and not stem.chained and scene.lexicon.is_generic(before["name"], "village")


def _is_role(scene: Scene, stem: Stem) -> bool:
    """Whether somebody is made, called or counted what begins here."""
    return _ROLE.search(scene.text, max(0, stem.start - LONGEST), stem.start) is not None


def _is_nickname(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether quotes hold more than a stem and its head: “黑|石头村” is a byname, 走进|石桥村 none."""
    before = scene.text[max(0, stem.start - LONGEST) : stem.start]
    closed = scene.text[head_end : head_end + 1] in _CLOSES and _NICKNAMED.search(before) is not None
    return closed and not stem.chained and not any(before.endswith(word) for word in scene.lexicon.left["cue"])


def _is_phrase(scene: Scene, stem: Stem) -> bool:
    """Whether a long stem holds an everyday word, as phrases do (歌手走|村): names so long are foreign to Chinese."""
    last, words = stem.end, []
    while (found := scene.tokens.before(last, stem.start)) is not None:
        words.append(scene.text[found[0] : found[1]])
        last = found[0]
    return len(stem.text) > USUAL and any(len(word) > 1 and is_everyday(word) for word in words)


def _is_backed(scene: Scene, stem: Stem, head_end: int) -> bool:
    """Whether an everyday word is a village's name after all: the list has it here and it stands or acts as one."""
    after = scene.text[head_end : head_end + 6]
    if is_generic(scene, stem, "village") and (
        _is_among_sorts(scene, stem) or (after[:1] in _STOPS and _is_role(scene, stem))
    ):
        return False  # 争创和谐社区、|幸福社区, 被评为|文明村。
    acting = not _is_object(scene, stem.start) and any(after.startswith(w) for w in scene.lexicon.right["body"])
    if acts(stem.text) and scene.lexicon.follows(scene.text, head_end, "facility"):
        return False  # 建设|村文化礼堂
    if stem.text in _TOGETHER and not stem.chained and _is_han(scene.text[stem.start - 1 : stem.start]):
        return False  # 工作队联合|村“两委”
    if runs_on(scene, head_end):
        return acting and _is_unlike_verb(scene, stem) and is_led(scene, stem.start)  # 。互助|村党支部书记
    opens = scene.text[stem.start - 1] == "，" and any(after.startswith(w) for w in scene.lexicon.right["cue"])
    return stem.listed and (stem.chained or acting or opens or has_cue(scene, stem.start, head_end))


def _is_unlike_verb(scene: Scene, stem: Stem) -> bool:
    """Whether a listed name, a word or not, is none that one does to villages: 互助村, 申明村, no 建设村."""
    return stem.listed and not (
        stem.text in scene.lexicon.left["word"] | _TOGETHER or scene.lexicon.is_generic(stem.text, "village")
    )


def _is_of_town(scene: Scene, stem: Stem) -> bool:
    """Whether the list has a name in the very township right before it, so that it is no word: 马桥镇|北一村."""
    end = stem.start - scene.text.startswith("的", stem.start - 1)
    names = (h.name for h in scene.ending(end) if h.form == "full")
    towns = (u for name in names for u in scene.gazetteer.by_name(name, "township"))
    return any(stem.text in scene.gazetteer.villages(u.key) for u in towns)


def _is_object(scene: Scene, start: int) -> bool:
    """Whether a verb of making stands right before a name: 建设幸福社区, 争创文明村."""
    before = scene.tokens.before(start, 0)
    return before is not None and acts(scene.text[before[0] : before[1]])
