"""Tell whether the words in front of a head word say which practice it is, or fit any place."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.lexica import Head, Lexica
from kg.extract.practice_shapes import COUNTS, RHYTHM
from kg.rulebook import alternation
from kg.segmenter import dictionary, tagged

BUILT = frozenset({"platform", "station"})
WORKS = frozenset({"platform", "project", "model", "mechanism"})
TELLING_WORDS = 2
RUNS_IT = 2.0  # the weight of verbs that set something going: 推行, 实行, 实施
RUNS_AT_ALL, WORKS_DONE = 1.0, "工程"
DOINGS = frozenset({"工作", "服务"})
MEASURES = frozenset({"制度", "行动", "机制", "工程"})
# 三级联动巡查|机制, 县、乡、村三级联动巡河|机制
LINKED = re.compile(r"(?:[省市县区乡镇村组户、和及]|街道|社区|网格|小区){0,12}[三四五六]级联[动调]")
DEEDS = frozenset({"mechanism", "activity", "campaign", "method"})
BODIES = ("委员会", "企业", "单位", "部门", "公司", "组织")
OWN_THING = re.compile(
    r"(?:[\u4e00-\u9fff]{3}会|清单|[公民]约|守则|喇叭|榜|[^一二三四五六七八九十]角)$"
)  # 道德评议会、|首问负责制
# 接诉即办, 未诉先办, 有呼必应, 不打烊: coined words with an adverb inside.
SAID = re.compile(
    r"[接闻随免一有凡应即][一-鿿][即必快尽立就随][一-鿿]|[未先][一-鿿][先后][一-鿿]|不(?:见面|打烊|掉线|断档|落幕|出[村户门社])|零距离|[一-鿿]进(?=农村|乡村|社区|小区|校园|企业|楼[宇栋]|家庭|万家|网格|机关|村)"
)
COINED_SIGN = re.compile(
    rf"(?<!互联网)[\u4e00-\u9fffA-Za-z][+＋](?=[\u4e00-\u9fff])|°|{SAID.pattern}"
)  # 5G+养老|服务平台
# 搭建|智慧养老服务平台 is a thing, 搭建|交流平台 a figure of speech.
DIGITAL = re.compile("智慧|智能|数字|数智|大数据|信息化|云(?!南)|[网线掌]上|在线|(?i:app)")
LOOSE = frozenset("duyeocr")
PARTICLES = frozenset("了着过的得")
JOINTS = frozenset("和与及")
COUNT = re.compile(r"[\d一二两三四五六七八九十百千数几多余]+[个项家支处类座所名场次]")
PHASE = re.compile(r"第?[一二三四五六七八九十两]期")  # 二期|工程 is a phase of building
# 甲、乙、丙|三大|行动 counts its own items.
TALLY = re.compile(r"(?P<count>[二两三四五六七八九十])[大个类项种]$")
COUNTED_UP = re.compile(r"、[^、]+等[二两三四五六七八九十]大$")  # 甲、乙等|五大|行动
ITEM_LONGEST, MOST_ITEMS = 7, 12  # characters, items
CHARGE = re.compile(r"([^、，]{1,6})([包联挂帮驻蹲管])[^、，]{1,3}$")  # 县领导包镇、部门包村、干部包户
# 独居、空巢|老人探访制度: the same people in different need.
IN_NEED = r"(?:独居|空巢|孤寡|高龄|留守|失独|失能|半失能|特困|残疾|困境|困难|低保|流动|孤儿|散居|病残|农村|城市)"
NEEDY, NEEDY_PEOPLE = (
    re.compile(rf"{IN_NEED}{{1,2}}(?:老人|老年人|儿童|妇女|学生)?"),
    re.compile(rf"{IN_NEED}{{1,2}}(?:老|儿|妇|群|学|职|家|人)"),
)


def loose(modifier: str, manner: frozenset[str]) -> bool:
    """Whether adverbs (those of ``manner`` aside), pronouns or particles stand in a modifier: it is no name then."""
    return any(
        flag[0] in LOOSE
        and flag != "eng"
        and (flag[0] != "u" or word in PARTICLES)
        and word not in JOINTS
        and word not in manner
        for word, flag in tagged(SAID.sub("", modifier))
    )


def says_which(modifier: str, lexica: Lexica) -> bool:
    """Whether the words in front of a head word tell one practice from another, and are not bare management words."""
    if modifier in lexica.generic or modifier in lexica.common or loose(modifier, lexica.manner):
        return False
    coined = COINED_SIGN.search(modifier) or RHYTHM.match(modifier)
    return coined is not None or any(len(w) > 1 and not says_nothing(w, lexica) for w in whole_words(modifier))


def says_nothing(word: str, lexica: Lexica) -> bool:
    """Whether a word fits any practice: a bare one, or what things become (项目化)."""
    return word in lexica.generic or word in lexica.common or word.endswith("化")


def whole_words(text: str) -> list[str]:
    """Jieba's words; single characters beside each other are one word that jieba does not know (强基, 年金)."""
    found: list[str] = []
    single = False
    for word, flag in tagged(text):
        alone = len(word) == 1 and flag[0] not in "xucpfm"
        if alone and single:
            found[-1] += word
        else:
            found.append(word)
        single = alone
    return found


def tells_apart(modifier: str, head: Head, lexica: Lexica) -> bool:
    """``says_which``, or a head word that tells enough by itself with any words of its own in front."""
    tally = TALLY.search(modifier)
    # 责任追究制|三项|制度 counts up what has its own head
    own_head = tally is not None and (not tally.start() or ends_with_head(modifier[: tally.start()], lexica))
    counted = COUNT.fullmatch(modifier)  # 六支|服务队
    works = head.kind in WORKS and about_works(modifier, head, lexica)
    if f"{modifier}{head.word}" in lexica.rhetoric:  # 战略联盟, 形象工程
        return False
    if not modifier or counted or modifier.endswith("等") or own_head or works or PHASE.fullmatch(modifier):
        return False
    if head.bare > 1 or (head.kind == "station" and says_for_whom_or_what(modifier, lexica)):
        return not loose(modifier, lexica.manner)
    return says_which(modifier, lexica)


def says_for_whom_or_what(modifier: str, lexica: Lexica) -> bool:
    """Whether the words in front of a station say for whom or what it is, as ordinary as they may be: 养老|驿站."""
    return any(len(word) > 1 and word not in lexica.plain | lexica.common for word in whole_words(modifier))


def about_works(modifier: str, head: Head, lexica: Lexica) -> bool:
    """Whether it is the economy or building that a name is about (大棚种植项目); rules may be about their troubles.

    旅游纠纷联合调解机制 tells which without 旅游.
    """
    work = next((word for word in lexica.works if word in modifier), None)
    rest = modifier.replace(work, "") if work else ""
    return work is not None and not (head.kind == "mechanism" and rest and says_which(rest, lexica))


def says_what_for(modifier: str, head: Head, lexica: Lexica) -> bool:
    """Whether a platform or station is named by two ordinary words for its work: 应急指挥调度系统, 廉政宣讲联系站.

    Where it is digital one is enough: 智慧养老服务平台.
    """
    if head.kind not in BUILT or modifier.endswith("等") or loose(modifier, lexica.manner):
        return False
    if any(w in lexica.common and w not in DOINGS for w in whole_words(modifier)):
        return False
    work = [w for w in whole_words(modifier) if len(w) > 1 and w not in lexica.plain]
    return len(work) >= (1 if DIGITAL.search(modifier) else TELLING_WORDS)


def says_what_is_done(modifier: str, head: Head, weight: float, lexica: Lexica) -> bool:
    """Whether rules, a mechanism or a campaign that a verb sets going are named by two words that are no broad ones.

    治安巡逻行动, 主题党日制度; and 三级联动巡查机制. Of a programme of works one may be broad: 雨污管网改造工程.
    """
    if head.word not in MEASURES or weight < (RUNS_AT_ALL if head.word == WORKS_DONE else RUNS_IT):
        return head.kind == "mechanism" and LINKED.match(modifier) is not None
    said = whole_words(modifier)
    if (
        len(said) < TELLING_WORDS
        or modifier.endswith("等")
        or modifier in lexica.generic
        or loose(modifier, lexica.manner)
    ):
        return False
    if head.word == WORKS_DONE:
        words = [w for w in said if len(w) > 1]
        which = len(words) >= TELLING_WORDS and any(w not in lexica.broad for w in words)
        return which and f"{said[-1]}{WORKS_DONE}" not in lexica.rhetoric  # 乡村治理|系统工程
    return all(len(w) > 1 and w not in lexica.broad for w in said if w != "、")


def ends_with_head(text: str, lexica: Lexica) -> bool:
    """Whether a text closes with a head word or a thing of its own: 首接负责制 before 和领导包案制."""
    known = lexica.head_inside.search(text) or OWN_THING.search(text)
    return bool(known) or any(text.endswith(w) for w, h in lexica.heads.items() if h.bare)


@lru_cache(maxsize=4)
def thing_pattern(lexica: Lexica) -> re.Pattern[str]:
    """What closes an item of a list that is a thing of its own or a body: 协商平台、 or 业主委员会、, not 代办、."""
    things = [
        word
        for word, head in lexica.heads.items()
        if head.bare or (head.kind not in DEEDS and (len(word) > 1 or word in "站室队"))
    ]
    return re.compile(rf"(?:{alternation([*things, *BODIES])})$|{OWN_THING.pattern}")


def goes_on(item: str, last: str) -> bool:
    """Whether an item of a list belongs to the name that its last item closes.

    It is as long, somebody's same deed, or some of the people whom the last one names, too.
    """
    if NEEDY.fullmatch(item) and NEEDY_PEOPLE.match(last):
        return True
    if len(item) == len(last) <= ITEM_LONGEST:
        return True
    deed = CHARGE.search(last)
    return deed is not None and CHARGE.fullmatch(item) is not None and CHARGE.sub(r"\2", item)[:1] == deed[2]


def listed_start(clause: str, start: int, head_start: int, head: Head, lexica: Lexica) -> int:
    """For 甲、乙、丙活动 with parts of one length the start of the first part, else the start of the last part.

    Where the head is counted (甲、乙、丙三大行动), as many parts are its own; rules and mechanisms have all their parts
    (误餐、交通、通讯补贴制度), down to one that names a thing of its own.
    """
    if clause[start:head_start].endswith("系列") or COUNTED_UP.search(clause, start, head_start):
        return start
    tally = TALLY.search(clause, start, head_start)
    if tally:
        items = clause[start : tally.start()].split("、")
        own = COUNTS[tally["count"]]
        if len(items) >= own and not any(ends_with_head(item, lexica) for item in items[-own:]):
            return head_start - len("、".join(items[-own:])) - len(tally.group())
    parts = clause[start:head_start].split("、")
    kept = 1
    while kept < min(len(parts), MOST_ITEMS):
        item = parts[-kept - 1]
        shared = not thing_pattern(lexica).search(item) if head.kind == "mechanism" else goes_on(item, parts[-1])
        if not shared or (head.kind != "mechanism" and ends_with_head(item, lexica)):
            break
        kept += 1
    return head_start - len("、".join(parts[-kept:]))


def whole_end(text: str, end: int) -> int:
    """``end``, moved before the word of jieba's that it would cut: 个|体工商户, 支|部书记, 等|级评定."""
    at = 0
    for word, _ in tagged(text):
        if at + len(word) > end:
            return at if word[0] not in "了起" else end
        at += len(word)
    return end


def part_of_word(text: str, at: int) -> bool:
    """Whether the character at an offset is part of a longer word of the dictionary: 平等, 等级."""
    begin = 0
    for word, _ in tagged(text):
        if begin <= at < begin + len(word):
            return len(word) > 1 and word in dictionary()
        begin += len(word)
    return False
