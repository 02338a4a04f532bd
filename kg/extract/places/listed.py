"""Listed names from province to township: full names by their borders, short forms by their company."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from kg.extract.places.acting import acting_names
from kg.extract.places.overlaps import is_edge_behind, joins_before, joins_next, runs_on, village_follows
from kg.extract.places.persons import is_person
from kg.extract.places.scene import Scene
from kg.extract.places.siblings import in_lists_of_siblings
from kg.extract.places.smaller import is_of_estate, is_of_smaller, is_river, is_tree, leads_smaller
from kg.extract.places.words import acts, is_body, is_everyday
from kg.extract.spans import Spans, apart
from kg.gazetteer import NameHit, Unit
from kg.model import PlaceMention

# Quasi-townships named like villages, and townships whose listed name begins with their county's (召陵区翟庄街道).
_VILLAGE_LIKE = re.compile(r"(?:社区|村|居委会|村委会)$")
_PREFIXED = re.compile(r"[\u4e00-\u9fff]{1,6}[县区市].{2,}(?:街道|镇|乡)$")
# Some quasi-townships are listed without an ending (靖江's 城南): 城南|社区 is a community of anywhere.
_ENDED = re.compile(r"[省市县区旗州盟镇乡道场团]$|苏木$|地区$|园区$")
_HEAD_BEHIND = re.compile(r"社区|村|小区|街道|居委会|嘎查|新城|花园|花苑")
_HILLS = frozenset(("中山区", "南山区", "西山区", "东山区", "北山区"))
_OF_VILLAGES = re.compile(r"风(?:文明|民风|评|馆|[，。、])|贤(?!镇|村)|愁")
_AND = "和县"  # the county stands at a clause's edge, behind what it lies in, or where one goes
_AND_CLEAR = re.compile(r"(?:(?<![一-鿿])|(?:安徽省?|马鞍山市?|巢湖市?|[和在到赴往自从于去进]))和县")
_UPPER = frozenset({"province", "prefecture", "county"})
_LOWER = frozenset({"county", "township"})
_SHORT = 2  # characters of a county's name that is no sure one by itself: 康县, 新县
_OPENERS = frozenset("\n。；：，、（□○■●◆ 　")
_BRAND = 10
_ROUNDS = 2
_BODY_ENDS = ("委", "局", "部", "办", "院", "厅", "会", "政府", "中心", "街道", "镇", "乡")
_DEEDS = ("新建", "延长", "合作", "建设")  # 新建|法院
# Bodies that every county has and nothing else: 天台|法院 is no roof's.
_OWN_BODY = re.compile(
    r"(?:人民)?(?:法院|检察院)|中院|公安(?:分?局|民警)|纪委|总工会|妇联|残联|供电公司|融媒体?中心"
    r"|(?:民政|司法|教育|财政|税务|审计|统计|信访|水利|林业|商务|住建|城管|医保|人社|文旅|气象|应急管理|市场监管|交通运输"
    r"|农业农村|卫生健康|自然资源)局"
)
_PART_OF = re.compile(r"[东西南北中]{1,2}(?:部|端|缘)|腹地|境内|全境")
_LIES = ("地处", "位于", "处于", "坐落于")  # 地处|修水|西部, though 修水 is a word
_KICKER = re.compile(r"(?:[：:]|\s?[|\uff5c丨])")
_TOWNS = 2  # of one county that vouch for it


class _Beside(NamedTuple):
    """Mentions by where they end and by where they start."""

    ends: dict[int, list[PlaceMention]]
    starts: dict[int, list[PlaceMention]]


def full_names(scene: Scene) -> list[PlaceMention]:
    """Mentions of official names, longest first where they overlap; weak ones only beside or inside their parents."""
    paired = _longest(_pairs(scene))
    there = Spans((h.start, h.end) for h in paired)
    fits = [h for h in scene.hits if _is_full(scene, h) and _stands_free(scene, h) and not there.touch(h.start, h.end)]
    weak = [h for h in fits if _is_weak(scene, h)]
    doubtful = frozenset(weak)
    strong = [*paired, *(h for h in fits if h not in doubtful)]
    firm: list[NameHit] = [h for h in weak if _is_framed(scene, h)]
    for _ in range(_ROUNDS):  # 夏县 vouches for 水头镇, and only its opening the line for 夏县
        mentions = [_mention(scene, h, "full") for h in _longest([*strong, *firm])]
        around = {key for m in mentions for key in m.candidates}
        beside = _beside(mentions)
        firm = [
            h
            for h in weak
            if _is_framed(scene, h) or _has_parent(scene, h, beside, around) or _holds_towns(scene, h, mentions)
        ]
    behind = {h.name for h in paired} | {h.name for h in firm if _is_behind_parent(scene, h, beside)}
    again = [h for h in weak if h.name in behind and scene.is_edge(h.start) and scene.is_edge(h.end)]
    return [_mention(scene, h, "full") for h in _longest([*strong, *firm, *again])]


def _pairs(scene: Scene) -> Iterator[NameHit]:
    """Counties right behind the city or province they lie in (青岛|市南区, 信阳|新县), or before a town (康县|长坝镇).

    Such a pair is sure, whatever words or longer names the same characters hold.
    """
    for hit in scene.hits:
        before = scene.ending(hit.start)
        if not before or not _is_full(scene, hit):
            continue
        units = [u for u in scene.gazetteer.by_name(hit.name) if u.level in _LOWER and not u.former]
        up = {a.key for u in units for a in scene.gazetteer.ancestors(u.key)}
        for other in before if units else ():
            longer = any(h.form == "full" and h.start < other.start for h in before)  # 仁寿县, no 寿县
            county = other.form == "full" and other.end - other.start == _SHORT and not longer
            named = scene.gazetteer.by_name(other.name)
            if units[0].level == "county" and other.form in {"full", "short", "unsafe"}:
                named = (*named, *scene.gazetteer.by_short(other.name))
            elif not county:
                continue
            if any(u.key in up for u in named):
                yield hit
                yield from (other,) if county else ()


def _is_full(scene: Scene, hit: NameHit) -> bool:
    return hit.form == "full" or (hit.form == "unsafe" and bool(scene.gazetteer.by_name(hit.name)))


def short_names(scene: Scene, taken: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Mentions of short forms outside the mentions that are there already."""
    named = {key for m in taken for key in m.candidates if len(m.candidates) <= 3}
    found: list[PlaceMention] = []
    there = Spans((m.start, m.end) for m in taken)
    hits = [h for h in scene.hits if h.form in {"short", "unsafe"} and not there.touch(h.start, h.end)]
    fitting = _longest(h for h in hits if short_fits(scene, h))
    siblings, acting = in_lists_of_siblings(scene, fitting, taken), acting_names(scene)
    things = {h.name for h in hits if is_river(scene, h) or is_tree(scene, h)}
    for hit in fitting:
        units = scene.gazetteer.by_short(hit.name)
        if not units or is_person(scene, hit):
            continue
        if _in_brand(scene, hit) and not any(u.key in named for u in units):
            continue
        left = next((m for m in (*taken, *found) if m.end == hit.start), None)
        if hit.name in things and left is None and hit.start > len(scene.article.title):
            continue  # “兰溪的水清了”, where people sit by it elsewhere
        if left is not None and _is_beside(scene, units, left):
            continue
        before_own = any(m.start == hit.end and _lies_in(scene, m, {u.key for u in units}) for m in taken)
        sure = hit.form == "short" or before_own or hit in siblings or hit.name in acting
        sure = sure or (_OWN_BODY.match(scene.text, hit.end) is not None and _is_office(scene, hit, units))
        if sure or _is_vouched(scene, hit, units, left, named):
            found.append(_mention(scene, hit, "short"))
    return found


def _is_office(scene: Scene, hit: NameHit, units: Sequence[Unit]) -> bool:
    return hit.name not in _DEEDS and units[0].level in {"prefecture", "county"} and scene.is_edge(hit.start)


def _mention(scene: Scene, hit: NameHit, kind: Literal["full", "short"]) -> PlaceMention:
    """The mention of a hit; 桃源乡 may be the short form of a 民族乡 too, and 陵水县 now of a 自治县."""
    shorts = scene.gazetteer.by_short(hit.name)
    units = shorts if kind == "short" else scene.gazetteer.by_name(hit.name)
    if kind == "full" and hit.name.endswith(("乡", "苏木")):
        units = (*units, *(u for u in shorts if u.level == "township"))
    if kind == "full" and hit.name[-1] in "县旗" and all(u.former for u in units):
        units = (*units, *_heirs(scene, hit))
    return PlaceMention(hit.start, hit.end, hit.name, kind, units[0].level, tuple(u.key for u in units))


def _heirs(scene: Scene, hit: NameHit) -> tuple[Unit, ...]:
    """The autonomous counties of today that a county's former name is the short form of: 陵水县."""
    units = scene.gazetteer.by_short(hit.name[:-1]) if hit.name[-1] in "县旗" else ()
    return tuple(u for u in units if u.kind == "自治" + hit.name[-1] and not u.former)


def _longest(hits: Iterable[NameHit]) -> list[NameHit]:
    """The hits that do not overlap, longer ones first, in text order."""
    return apart(sorted(set(hits), key=lambda h: (h.start - h.end, h.start)))


def _stands_free(scene: Scene, hit: NameHit) -> bool:
    """Whether a full name's borders are borders of words, as far as its length leaves a doubt."""
    length = hit.end - hit.start
    if hit.name[-1] == "乡" and _OF_VILLAGES.match(scene.text, hit.end):
        return False  # 促进|乡风文明
    if _VILLAGE_LIKE.search(hit.name) or _PREFIXED.match(hit.name) or _ends_longer(scene, hit) or _joins(scene, hit):
        return False
    if not _ENDED.search(hit.name) and _HEAD_BEHIND.match(scene.text, hit.end):
        return False
    starts_well = scene.is_edge(hit.start) or _behind_hit(scene, hit.start) or joins_before(scene, hit)
    ends_well = is_edge_behind(scene, hit) or leads_smaller(scene, hit)
    if length == 2 and not (starts_well and ends_well):
        return False
    if length == 3 and not starts_well:
        return False
    return not runs_on(scene, hit) or village_follows(scene, hit) or joins_next(scene, hit)


def _ends_longer(scene: Scene, hit: NameHit) -> bool:
    """Whether a name only ends the usual name of a 民族乡 or 自治县: 石东岗乡, no 东岗乡; 孟连县, no 连县."""
    if hit.name[-1] in "县旗":
        longer = (h for h in scene.ending(hit.end - 1) if h.start < hit.start)
        return any(u.kind == "自治" + hit.name[-1] for h in longer for u in scene.gazetteer.by_short(h.name))
    if not hit.name.endswith("乡"):
        return False
    longer = (h for h in scene.ending(hit.end) if h.start < hit.start)
    return any(u.level == "township" and not u.former for h in longer for u in scene.gazetteer.by_short(h.name))


def _joins(scene: Scene, hit: NameHit) -> bool:
    """Whether a name joins two bodies and is the level of the second: 县纪委|会同县|农业农村局, 镇里|和县|教育局."""
    if hit.name == _AND and not _AND_CLEAR.search(scene.text):
        return True
    verb = hit.name[:-1] in scene.lexicon.left["word"]
    return verb and scene.text.endswith(_BODY_ENDS, 0, hit.start)


def _behind_hit(scene: Scene, offset: int) -> bool:
    """Whether another listed name, or 中共 of a committee, ends here: 中共甘肃省委 is one word to the dictionary."""
    return scene.text.endswith("中共", 0, offset) or any(h.form in {"full", "short"} for h in scene.ending(offset))


def _is_weak(scene: Scene, hit: NameHit) -> bool:
    """Whether a full name is an everyday phrase as well: 城区, 建设街道, 中心镇, 和县, 会同县."""
    lexicon = scene.lexicon
    if (
        hit.form == "unsafe"
        or hit.end - hit.start == 2
        or lexicon.is_generic(hit.name, "county")
        or _is_common_word(scene, hit)
        or _is_hills(scene, hit)
        or _begins_with_verb(scene, hit)
        or _is_across(scene, hit)
    ):
        return True
    units = scene.gazetteer.by_name(hit.name)
    if _is_among_words(scene, hit) or (is_everyday(hit.name[:-1]) and _in_brand(scene, hit)):
        return True
    if any(u.level in _UPPER for u in units):
        return not _heirs(scene, hit) and all(
            u.former and not (u.now and scene.gazetteer.unit(u.now).name in scene.text) for u in units
        )
    stem = re.sub(r"(?:街道|民族乡|[镇乡])$", "", hit.name)
    return is_everyday(hit.name) or acts(stem) or lexicon.is_generic(stem, "township")


def _is_across(scene: Scene, hit: NameHit) -> bool:
    """Whether a town's name shares a border character with a word of the dictionary: it wants its county."""
    ends = runs_on(scene, hit) and not village_follows(scene, hit)
    starts = not (scene.is_edge(hit.start) or _behind_hit(scene, hit.start)) and joins_before(scene, hit)
    return ends or starts


def _begins_with_verb(scene: Scene, hit: NameHit) -> bool:
    """Whether a name without its level is a word that stands before a place: 会同|县农业农村局."""
    return hit.name[:-1] in scene.lexicon.left["word"]


def _is_hills(scene: Scene, hit: NameHit) -> bool:
    """Whether a name ends in 山区 and says where in a province the hills lie: 鲁|中山区, 浙|南山区."""
    return hit.name in _HILLS and scene.text[hit.start - 1 : hit.start] in scene.lexicon.abbreviations


def _is_among_words(scene: Scene, hit: NameHit) -> bool:
    """Whether a name with an everyday stem stands in a list behind what is no place: 住宅小区、楼院、平房区."""
    text = scene.text
    if not is_everyday(hit.name[:-1]) or text[hit.start - 1 : hit.start] != "、":
        return False
    beside = scene.ending(hit.start - 1)
    return not any(h.form in {"full", "short"} or scene.is_edge(h.start) for h in beside)


def _is_common_word(scene: Scene, hit: NameHit) -> bool:
    """Whether a name is a word of its own behind a preposition: 向|城镇, but not 铜|山区."""
    left = scene.lexicon.left
    return (
        hit.end - hit.start == len("向城镇")
        and hit.name[0] in left["function"] | left["soft"]
        and scene.is_edge(hit.end - 2)
        and scene.lexicon.is_generic(hit.name[-2:], "")
    )


def _beside(mentions: Iterable[PlaceMention]) -> _Beside:
    """Mentions by their ends and starts."""
    beside = _Beside({}, {})
    for mention in mentions:
        beside.ends.setdefault(mention.end, []).append(mention)
        beside.starts.setdefault(mention.start, []).append(mention)
    return beside


def _is_behind_parent(scene: Scene, hit: NameHit, beside: _Beside) -> bool:
    """Whether a name stands right behind a place, in full or in short, that holds it."""
    gazetteer = scene.gazetteer
    up = {a.key for u in gazetteer.by_name(hit.name) for a in gazetteer.ancestors(u.key)}
    if any(up & set(m.candidates) for m in beside.ends.get(hit.start, ())):
        return True
    shorts = (h.name for h in scene.ending(hit.start) if h.form == "short" and scene.is_edge(h.start))
    return any(u.key in up for name in shorts for u in gazetteer.by_short(name))


def _has_parent(scene: Scene, hit: NameHit, beside: _Beside, around: set[str]) -> bool:
    """Whether a weak name stands behind its parent or before its child, is placed by the article, or opens a line."""
    gazetteer = scene.gazetteer
    units = gazetteer.by_name(hit.name)
    up = {a.key for u in units for a in gazetteer.ancestors(u.key)}
    keys = {u.key for u in units}
    if _is_behind_parent(scene, hit, beside):
        return True
    if any(_lies_in(scene, m, keys) for m in beside.starts.get(hit.end, ())):
        return True
    if leads_smaller(scene, hit):
        return True
    if _is_across(scene, hit):
        return any(u.parent in around | scene.framed for u in units)
    if not (scene.is_edge(hit.start) and is_edge_behind(scene, hit)):
        return False
    opens = hit.start == 0 or scene.text[hit.start - 1] in _OPENERS
    alone = len(hit.name) == 2 or (all(u.former for u in units) and scene.text[hit.start - 1] != "、")
    if scene.lexicon.is_generic(hit.name, "county") or _begins_with_verb(scene, hit):
        up = {u.parent for u in units if u.parent}  # 城区 wants 阳泉市 or 晋城市 beside it, not just the province
    return bool(up & around) or (opens and alone and not scene.lexicon.is_generic(hit.name, "county"))


def _holds_towns(scene: Scene, hit: NameHit, mentions: Sequence[PlaceMention]) -> bool:
    """Whether a unit that bears a weak name holds two towns told of, or one called like none elsewhere.

    市中区 is a place beside 城西街道 and 玉溪街道, which one of its bearers has.
    """
    if hit.name[-1] not in "县区" or not (scene.is_edge(hit.start) and is_edge_behind(scene, hit)):
        return False
    gazetteer = scene.gazetteer
    inside: dict[str, set[str]] = {u.key: set() for u in gazetteer.by_name(hit.name) if not u.former}
    for mention in mentions if inside else ():
        if mention.level != "township":
            continue
        lines = [{a.key for a in gazetteer.ancestors(key)} for key in mention.candidates]
        for above in inside.keys() & set[str]().union(*lines):
            inside[above].add(mention.name)
            if all(above in line for line in lines):  # no other county has a town of that name
                return True
    return any(len(names) >= _TOWNS for names in inside.values())


def _is_framed(scene: Scene, hit: NameHit) -> bool:
    """Whether masthead or issuer name a weak name's unit or the one around it: 康县, 市中区; no word's end (新城区)."""
    if not scene.framed or not (scene.is_edge(hit.start) and is_edge_behind(scene, hit)):
        return False
    units = scene.gazetteer.by_name(hit.name)
    if len(hit.name) == _SHORT and any(u.key in scene.framed for u in units):
        return True
    return not is_everyday(hit.name[-2:]) and any(u.parent in scene.framed for u in units)


def _lies_in(scene: Scene, mention: PlaceMention, keys: set[str]) -> bool:
    return any(a.key in keys for key in mention.candidates for a in scene.gazetteer.ancestors(key))


def short_fits(scene: Scene, hit: NameHit) -> bool:
    """Whether a short form's borders are borders of words, and no road, river or company begins with it."""
    if not (scene.starts_name(hit.start) and (scene.starts_name(hit.end) or _begins_body(scene, hit))):
        return False
    if scene.is_of_feature(hit) or is_of_smaller(scene, hit):
        return False
    if scene.is_of_company(hit.end) and not scene.is_seat(hit):
        return False
    if is_river(scene, hit) or is_tree(scene, hit):
        return False
    return not is_of_estate(scene, hit)


def _begins_body(scene: Scene, hit: NameHit) -> bool:
    """Whether the word that a short form begins is a body (北京大学, 福建日报) or a part follows (山|东南部)."""
    part = _PART_OF.match(scene.text, hit.end) is not None
    return hit.form == "short" and (part or is_body(scene.tokens.at(hit.start)))


def _in_brand(scene: Scene, hit: NameHit) -> bool:
    """Whether a short form stands inside a short quoted string, as a brand's name (“锡山驿站”)."""
    before = scene.text[max(0, hit.start - _BRAND) : hit.start]
    after = scene.text[hit.end : hit.end + _BRAND]
    opened = max(before.rfind("“"), before.rfind("‘")) > max(before.rfind("”"), before.rfind("’"))
    closed = [i for i in (after.find("”"), after.find("’")) if i >= 0]
    return opened and bool(closed) and not re.search(r"[，。；：！？“‘]", after[: min(closed)])


def _is_beside(scene: Scene, units: Sequence[Unit], left: PlaceMention) -> bool:
    """Whether a short form right behind a place names none in it: a quarter of that name (成都玉林)."""
    gazetteer = scene.gazetteer
    inside = any(gazetteer.is_within(u.key, key) for u in units for key in left.candidates)
    return not inside and left.level in {"prefecture", "county"}


def _is_vouched(scene: Scene, hit: NameHit, units: Sequence[Unit], left: PlaceMention | None, named: set[str]) -> bool:
    """Whether an unsafe short form stands behind its parent, as a kicker, or for a place named in full elsewhere."""
    gazetteer = scene.gazetteer
    stem = hit.name[:-1]
    if units[0].level == "township" and len(stem) > 1 and not is_everyday(stem):
        return not scene.lexicon.follows(scene.text, hit.end, "xiang")
    if left is not None and any(a.key in left.candidates for u in units for a in gazetteer.ancestors(u.key)):
        return True
    if hit.name[-1] in "县旗" and len(hit.name) > len("通县") and scene.is_edge(hit.start):
        return True  # 大通县, though it holds 通县
    titled = hit.end < len(scene.article.title) and scene.text[hit.start - 1] in " 　"  # a headline in two lines
    opens = hit.start == 0 or scene.text[hit.start - 1] in "\n□○■●◆" or titled
    if opens and (_KICKER.match(scene.text, hit.end) or hit.end == len(scene.article.title)):
        return True
    if _PART_OF.match(scene.text, hit.end) and scene.text.endswith(_LIES, 0, hit.start):
        return any(scene.is_near(u.key) for u in units)
    return any(u.key in named or u.key in scene.framed for u in units) and not is_everyday(hit.name)
