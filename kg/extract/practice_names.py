"""Find practices that are named without quotation marks: a running verb, words that say which one, a head word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from kg.extract.concept_cues import cue_hits
from kg.extract.lexica import Head, Lexica
from kg.extract.practice_frames import FRAMED, ROOMS
from kg.extract.practice_modifiers import (
    BUILT,
    COUNTED_UP,
    DIGITAL,
    ends_with_head,
    listed_start,
    loose,
    part_of_word,
    says_what_for,
    says_what_is_done,
    tells_apart,
    whole_end,
)
from kg.extract.practice_openings import COUNT, bare_heads, counts_on, opening
from kg.extract.practice_quotes import Candidate, clause_before
from kg.extract.spans import apart
from kg.model import ScorePart
from kg.rulebook import RuleBook, alternation
from kg.segmenter import dictionary, tagged

CLAUSE = re.compile(r"[^，。；：！？,;:!?\n]+")
NAME_LONGEST, LIST_LONGEST = 24, 40
LONG_ACTIVITY = 6  # characters; a shorter one (端午节包粽活动) was held, and names no practice
FOLLOWED = re.compile(
    r"(?:根据|依据|按照|遵照|对照|落实|贯彻|学习|宣传|国家|中央|国务院|全国)[^。；]{0,16}《[^《》]{0,12}$"
)
LEVEL = re.compile(r"(?:[省市县区旗镇乡]|街道)(?:[（(][^（）()]{1,6}[）)])?")
SHORT_QUOTE = re.compile(r"[^“”《》，、的]{2,14}“[^“”]{2,4}”[^“”《》，、的]{0,16}")
ONE_EACH = re.compile(r"一[一-鿿]{1,2}(?:（[^（）]+）)?一")  # 一村（社区）一法律顾问, 一村一品
PARTY_BODY = re.compile(r"(?:联合|联盟|功能型|临时)?(?:党支部|党总支|党委|支部)")  # 红色物业|党总支
INNER_QUOTE = re.compile(r"(?<=.)“(?P<word>[^“”]{2,4})”")
DID = re.compile(r"了?[0-9]+[余多]?[件起次条]")  # 一年来，村民说事|88件 says what they did
THING = re.compile(r"[室屋厅站亭角日团队](?![员长友列伍间])|点(?!子|名|评|对点|赞)|会(?![议员场商客])|联盟")
SUMMED = BUILT | {"model"}
SUBJECT = 0.9  # below a verb that runs it: two plain words for works do not name what only does something
SHORTEST_ITEM, SHORTEST_HEAD = 2, 2
# 建立网格员和|村民议事会: people who do not bear the name.
POST_BESIDE = re.compile(r"[^和与及]{1,8}[员长][和与及](?=[^和与及]{2})")
LISTED = re.compile(r"(?:、|和|与|及|以及)(?P<item>[^、，“”《》]{2,12})")
FILLERS = re.compile(
    r"^(?:了|起(?![重诉草])|出(?![租警行入])|好(?!婆婆|媳妇|儿[媳女]|公婆|丈夫|妻子|妯娌|邻居|人好|声音|故事|班子)|着|首[个家座支批条所处项]|第一[个家座支批所]|并?投入(?:运营|使用)|并?投用|一系列|以下|[这一]场|一?批|一?个|一?套|一?项(?!目)|一?支|一?种|新的|全新|全[省市县区镇乡街道村]+|该[县区镇乡村]|各类|各项|和|与|及|并"
    r"|(?:[省市县区乡镇村组户、和及]|街道|社区|州|网格|小区|小组|（[^（）]{1,6}）)+[两三四五六]级(?!联[动调])|[^，。“”]{0,8}暨(?:第?[一二三四五六七八九十\d]+[轮届期次批])?)+"
)
# 阅览室、棋牌室、调解室 are the rooms of one house.
ROOM = (
    r"(?:阅览|图书|棋牌|活动|健身|球|舞蹈|书画|书法|绘画|电教|会议|办公|接待|多功能|餐|母婴|医务|保健|理疗|康复|放映|自习|培训|教学|体检|儿童游乐|娱乐|茶艺|手工|美妆|心理咨询|心理疏导)"
    r"(?:室|房|厅|区|角|中心|间)"
)
ROOMS_LISTED = re.compile(rf"{ROOM}[、和与及等]|[、和与及][^、和与及]{{0,6}}{ROOM}")
NUMBERED = re.compile(
    r"^(?![百千万]名(?!的))(?:近|约|超)?(?:\d+[余多]?|[一二两三四五六七八九十百千万数几多]+余?)(?:个|项|家|支|处|类|座|所|名|场|次(?![办告性就]))(?!联[动调合治办]|会[诊商办审]|共[治建享管])"
)
SEVERAL = re.compile(rf"{NUMBERED.pattern}|一?批")
# 3个网格党支部及|7支|党群服务队, |1500平方米|邻里驿站, |钦州市首家|长者食堂: a count, a size, a first inside.
COUNTED = re.compile(
    r"(?:\d+[万千百]?[余多]?(?:个|项|家|支|处|类|座|所|名|人|场|次|间|条|路|套|平方米|平米|㎡)|[省市县区乡镇州旗]首[家个座支批条所处])的?"
)
PLATFORM = "平台"  # any work has one; 监督平台 and the like are heads of their own
COUNTED_ONLY = frozenset({"项目", "活动", "工程"})  # 20个民生项目 is a count, 7个党建联盟 are alliances
QUOTED_BESIDE = re.compile(r"[^和与及]{0,6}(?:以及|和|与|及)(?=.{4})")  # “红色记忆”剧场及|公益放映活动
SYSTEMATIC = re.compile(
    r"治理|推进|谋划|施治|集成|修复|整治|防范|思维|观念|总结|梳理|布局|部署|解决|工程"
)  # 保护和系统|治理
PREDICATE = re.compile(
    r"打赢|打好|举行|召开|举办|提供|成为|作为|打造|搭建|构建|建立|推行|实施|开展|进行|[开创兴]办|[办建开搭]起|[开建]设了|设立了|组建了|在(?![职线地建])|(?<![天大])使(?![用命者节馆])|把(?![关脉控])|(?<![礼谦])让(?![座路利])|[将被]|[万亿]元"
    r"|前来|有效$|(?:积极|主动|踊跃|广泛|充分|全力)(?:发动|动员|参与|组织|引导|协助|配合|投身)|争取|下一步|仪式|签约(?!服务)|^(?:要(?![素点闻件])|应当|需要|必须|优化|完善|健全|强化|促进|推动|推进|规范|包括|涵盖|延伸|吸引)"
)
# 合江县|建设…讲堂: behind the place that acts stands a verb; in 美丽乡村|建设 a noun.
ACTING = re.compile(r"^[\u4e00-\u9fff]{1,7}(?:[市县区镇乡旗]|街道|社区|(?<![农乡新])村)(?![村镇])")
# Marks that no unquoted name holds, a bracket of which the other half stands outside among them.
MARKED = re.compile(r"[“”‘’《》【】\"]|^[^（(]*[）)]|[（(][^）)]*$")
ADVERB = re.compile(
    r"^(?:同步|加快|加速|着力|全力|倾力|规划|统筹|投资|稳步|有序|精心|高标准|高质量|成功|正在|积极|持续|深入|不断|扎实|全面|大力|主动|先后|率先|创新|进一步|也|还|并)*$"
)


@lru_cache(maxsize=4)
def head_pattern(lexica: Lexica) -> re.Pattern[str]:
    """All head words that may stand without quotation marks."""
    return re.compile(alternation(bare_heads(lexica)))


def running_verbs(clause: str, before: int, lexica: Lexica) -> Iterator[tuple[int, float]]:
    """End and weight of the running verbs of a clause in front of an offset, leftmost first.

    A word that is a noun as well (建设, 创新) counts only where jieba sees a verb, or at the head of the clause.
    """
    for m in lexica.verb.finditer(clause, 0, before):
        kind, weight = lexica.verbs[m.group()]
        noun_too = kind == "run-or-noun"
        left = ACTING.sub("", clause[: m.start()])
        if (kind == "run" and weight >= 1) or (
            noun_too and weight >= 1 and (ADVERB.match(left) or is_verb(clause, m.start(), m.end()))
        ):
            yield m.end(), weight


def bringing_words(clause: str, before: int, lexica: Lexica) -> Iterator[tuple[int, float]]:
    """End and weight of the words in front of an offset that tell of a thing without doing it: 多亏, 有个, 得益于."""
    for m in lexica.brings.finditer(clause, 0, before):
        yield m.end(), SUBJECT


def is_verb(clause: str, start: int, end: int) -> bool:
    """Whether jieba tags the word at ``[start, end)`` of a clause as a verb and not as a verbal noun."""
    at = 0
    for word, flag in tagged(clause[: end + 4]):
        if at == start and at + len(word) == end:
            return flag == "v"
        at += len(word)
    return False


def cut_behind(clause: str, start: int, end: int, mark: str, least: int) -> int:
    """``start`` moved behind the last ``mark`` that leaves at least ``least`` characters before ``end``."""
    at = clause.rfind(mark, start, end)
    return at + len(mark) if at >= 0 and end - at - len(mark) >= least else start


def name_start(clause: str, verb_end: int, head_start: int, head: Head, lexica: Lexica) -> int:
    """Where the name begins: behind the verb, a filler, a quotation, 的, 等, a count, or an item that is complete."""
    start = verb_end
    filler = FILLERS.match(clause[start:head_start])
    if filler:
        start += whole_end(clause[start:head_start], filler.end())
    for mark in ("的", "等") if short_quote(clause, start, head_start) else ("”", "的", "等"):
        if mark == "等" and COUNTED_UP.search(clause, start, head_start):
            continue
        cut = cut_behind(clause, start, head_start, mark, 2)
        start = start if mark == "等" and part_of_word(clause[start:head_start], cut - start - 1) else cut
        if mark == "”" and clause.endswith(mark, 0, start):
            beside_quote = QUOTED_BESIDE.match(clause, start, head_start)
            start = beside_quote.end() if beside_quote else start
    if clause[start : start + 1] in ("、", "和", "等"):
        start += whole_end(clause[start:head_start], 1)
    counted = NUMBERED.match(clause[start:head_start])
    if counted and head_start - start - counted.end() >= 2:
        start += whole_end(clause[start:head_start], counted.end())
    start = max((m.end() for m in COUNTED.finditer(clause, start, head_start)), default=start)
    if clause[start : start + 1] in ("和", "与", "及"):
        start += whole_end(clause[start:head_start], 1)
    for joint in "和与及":
        at = clause.rfind(joint, start, head_start)
        if at >= 0 and ends_with_head(clause[start:at], lexica):
            start = at + 1
    start = cut_behind(clause, start, head_start, "——", 2)
    return listed_start(clause, start, head_start, head, lexica)


def behind_level(clause: str, start: int, head_start: int) -> int:
    """``start`` moved behind the bare level of the body that runs the thing: 县|智慧养老平台, 镇（街道）|工作站."""
    level = LEVEL.match(clause, start, head_start)
    whole = level and tagged(clause[start:head_start])[0][0] in level.group()
    return level.end() if level and whole and head_start - level.end() >= SHORTEST_ITEM else start


def short_quote(clause: str, start: int, end: int) -> bool:
    """Whether a short word in quotes stands inside a name, not before it: 农村“三资”管理问题专项整治."""
    return SHORT_QUOTE.fullmatch(clause, start, end) is not None


def about_topic(name: str, lexica: Lexica) -> bool:
    """Whether the word in quotes inside a name is an ordinary one (村级工程“回头看”专项检查), or says what is wrong."""
    found = INNER_QUOTE.search(name)
    return found is not None and (found["word"] in lexica.rhetoric or "问题" in name[found.end() :])


def right_border(tokens: list[tuple[int, str, str]], head: tuple[int, int], lexica: Lexica) -> bool:
    """Whether a head word fills its span: a word of jieba's ends there and no noun goes on behind it."""
    start, end = head
    behind = bisect_left(tokens, (end,))
    at, word, flag = tokens[behind - 1] if behind else (0, "", "x")
    if at <= start < end == at + len(word) and flag[0] == "v" and len(word) == 2 and word not in lexica.heads:
        return False
    at, word, flag = tokens[behind] if behind < len(tokens) else (end, "", "x")
    return at == end and (flag[0] != "n" or word in lexica.follow) and word not in lexica.behind_head


def placed(clause: str) -> list[tuple[int, str, str]]:
    """The words that jieba sees in a clause, with offsets and parts of speech."""
    found, at = [], 0
    for word, flag in tagged(clause):
        found.append((at, word, flag))
        at += len(word)
    return found


def cuts_word(tokens: list[tuple[int, str, str]], offset: int) -> bool:
    """Whether an offset parts a word of two characters in a clause: 及|时 (三是健全及时会商机制).

    What jieba makes of 了 or 起 and the next character (建立了|反家暴庇护站) is none.
    """
    before = bisect_left(tokens, (offset,)) - 1
    if before < 0:
        return False
    at, word, _ = tokens[before]
    return at < offset < at + len(word) == at + SHORTEST_ITEM and word[0] not in "了起"


def verb_candidate(clause: str, head: Head, head_start: int, lexica: Lexica, counts: bool) -> tuple[int, float] | None:
    """Start and weight of the name that the head word closes, behind the nearest verb that leaves a name.

    ``counts`` says that the clause goes on with what the one before counts up: its head is what the verb there builds.
    """
    opens = 0 if counts else opening(clause, head, head_start, head_start + len(head.word), lexica)
    starts = [] if opens is None else [(opens, SUBJECT)]
    verbs = [*running_verbs(clause, head_start, lexica), *bringing_words(clause, head_start, lexica)]
    for verb_end, weight in sorted([*starts, *verbs], reverse=True):
        begin = name_start(clause, verb_end, head_start, head, lexica)
        if head.kind in BUILT:
            begin = behind_level(clause, begin, head_start)
            post = POST_BESIDE.match(clause, begin, head_start)
            begin = post.end() if post else begin
        modifier = clause[begin:head_start]
        if modifier.endswith("新") and not clause.endswith("”", 0, begin):  # 探索林权管护新|模式 goes on to say which
            return None
        if head.kind in SUMMED and clause.endswith("等", verb_end, begin):  # 用好甲、乙等实践基地 sums up a list
            return None
        unmarked = not MARKED.search(modifier) or short_quote(clause, begin, head_start)
        own_verb = opens_with_verb(modifier, lexica) or lists_verb(modifier, lexica)
        longest = LIST_LONGEST if "、" in modifier else NAME_LONGEST
        fits = 2 <= len(modifier) <= longest and unmarked and not own_verb
        counted = head.word in COUNTED_ONLY and SEVERAL.search(clause[verb_end:begin])
        if fits and (counted or (head.word == "活动" and (len(modifier) < LONG_ACTIVITY or "、" in modifier))):
            return None
        if fits and not PREDICATE.search(modifier):
            topic = head.kind == "campaign" and about_topic(modifier, lexica)
            subject, any_work = weight == SUBJECT, head.word == PLATFORM
            if any_work and ends_with_head(modifier, lexica):  # 12345热线|平台
                continue
            digital = DIGITAL.search(modifier) is not None
            literal = digital or not head.word.endswith(PLATFORM) or clause[:verb_end].endswith(tuple(lexica.use))
            told = tells_apart(modifier, head, lexica) and (literal or subject or not any_work)
            work = literal and (digital or not (subject or any_work)) and says_what_for(modifier, head, lexica)
            if topic or told or work or says_what_is_done(modifier, head, weight, lexica):
                return begin, weight
    return None


def opens_with_verb(modifier: str, lexica: Lexica) -> bool:
    """Whether a modifier is itself a verb with its object: 探索|建立村级联络站, 制定|发布准入制度."""
    verb = lexica.verb.match(modifier)
    return verb is not None and lexica.verbs[verb.group()][0] == "run" and lexica.verbs[verb.group()][1] >= 1


def lists_verb(modifier: str, lexica: Lexica) -> bool:
    """Whether a later item of a list is a verb with its object: 资源、|创新服务模式."""
    kinds = (lexica.verb.match(item) for item in modifier.split("、")[1:])
    return any(verb and lexica.verbs[verb.group()][0].startswith("run") for verb in kinds)


def clause_candidates(text: str, start: int, end: int, lexica: Lexica) -> Iterator[Candidate]:
    """Verb + words + head word in one clause, with the items that are listed beside it under the same head word."""
    clause = text[start:end]
    tokens: list[tuple[int, str, str]] = []
    heads: list[re.Match[str]] = []
    found: dict[int, tuple[int, float]] = {}
    for m in head_pattern(lexica).finditer(clause):
        tokens = tokens or placed(clause)
        if not border_behind(clause, m.end(), lexica) or not right_border(tokens, m.span(), lexica):
            continue
        if ROOMS.match(clause, m.end()) or (m.group() == "系统" and SYSTEMATIC.match(clause, m.end())):
            continue
        heads.append(m)
        counts = COUNT.match(clause, m.end()) is not None and counts_on(text, start, lexica)
        named = verb_candidate(clause, lexica.heads[m.group()], m.start(), lexica, counts)
        if named and cuts_word(tokens, named[0]):
            continue
        if named and not (lexica.heads[m.group()].kind == "station" and ROOMS_LISTED.search(clause, named[0])):
            found[m.start()] = named
    if found and len(found) < len(heads):
        found |= beside(clause, heads, found, lexica)
    for m in heads:
        if m.start() in found:
            begin, weight = found[m.start()]
            yield bare_candidate(text, start + begin, start + m.end(), lexica.heads[m.group()], weight)


def beside(
    clause: str, heads: list[re.Match[str]], found: dict[int, tuple[int, float]], lexica: Lexica
) -> dict[int, tuple[int, float]]:
    """Items that say little alone, listed with one that is a name: 登记制度、纪实反馈制度和考核制度."""
    more: dict[int, tuple[int, float]] = {}
    for one, other in pairwise(heads):
        joint = LISTED.fullmatch(clause, one.end(), other.start())
        if one.group() != other.group() or not joint:
            continue
        if one.start() in found and other.start() not in found and not loose(joint["item"], lexica.manner):
            more[other.start()] = (joint.start("item"), found[one.start()][1])
        if other.start() in found and one.start() not in found:
            verb = max(running_verbs(clause, one.start(), lexica), default=None)
            head = lexica.heads[one.group()]
            begin = name_start(clause, verb[0], one.start(), head, lexica) if verb else one.start()
            if one.start() - begin >= SHORTEST_ITEM and not loose(clause[begin : one.start()], lexica.manner):
                more[one.start()] = (begin, found[other.start()][1])
    return more


def border_behind(clause: str, end: int, lexica: Lexica) -> bool:
    """Whether a head word really ends at ``end``: no longer word swallows it; a word may begin there (化解)."""
    if end == len(clause) or not clause.startswith(lexica.behind_head, end):
        return True
    return clause[end : end + 2] not in lexica.behind_head and clause[end : end + 2] in dictionary()


def ruled_candidates(text: str, lexica: Lexica, book: RuleBook) -> Iterator[Candidate]:
    """Names that the rules of ``practices.yaml`` catch (以…为抓手, 六亮行动).

    What a ``telling`` rule catches needs no word that tells it apart; a ``titled`` rule reads titles of documents.
    """
    for match in book.matches("practices", text, 0, len(text)):
        start = behind_verb(text, match.slots[match.rule.yields["practice"]][0], lexica)
        end = match.slots["head"][1] if "head" in match.slots else match.slots[match.rule.yields["practice"]][1]
        outside = match.slots.get("outside")
        head = lexica.heads[text[slice(*outside)]] if outside else last_head(text[start:end], lexica)
        titled, telling = (match.rule.yields.get(flag, False) for flag in ("titled", "telling"))
        bordered = titled or outside or border_behind(text[start : end + 4], end - start, lexica)
        if head is None or not bordered or (titled and FOLLOWED.search(text, max(start - 24, 0), start)):
            continue
        used = match.rule.yields.get("used") and says_what_for(text[start : end - SHORTEST_HEAD], head, lexica)
        if telling or used or tells_apart(text[start : end - len(head.word)], head, lexica):
            yield replace(bare_candidate(text, start, end, head, 1, match.rule.id), titled=titled)


def behind_verb(text: str, start: int, lexica: Lexica) -> int:
    """``start`` moved behind the running verbs that stand there, or a 的: 以|推行|街长制|为抓手, 定为全村|的|团圆日."""
    verb = lexica.verb.match(text, start)
    while verb and lexica.verbs[verb.group()][0].startswith("run"):
        start = verb.end()
        verb = lexica.verb.match(text, start)
    return start + text.startswith("的", start)


def last_head(name: str, lexica: Lexica) -> Head | None:
    """The head word that a name ends with."""
    found = lexica.head_inside.search(name)
    if found:
        return lexica.heads[found.group()]
    unsaid = "模式" if name.endswith("融合") else "制度" if ONE_EACH.match(name) else None
    return lexica.heads[unsaid] if unsaid else None


def bare_candidate(
    text: str, start: int, end: int, head: Head, verb_weight: float, rule: str = "named-by-head"
) -> Candidate:
    """A candidate for an unquoted name."""
    name = text[start:end]
    parts = (ScorePart(f"head:{head.word}", head.weight), ScorePart("verb:run", verb_weight))
    return Candidate(start, end, name, name, head.kind, parts, rule, end)


def is_run(text: str, start: int, end: int, lexica: Lexica) -> bool:
    """Whether a running verb stands in the clause before a well-known name, or it is framed (把…作为抓手)."""
    before = clause_before(text, start)
    if before.endswith(("把", "将", "以")) and FRAMED.match(text, end + 2 * text.startswith(("建设", "创建"), end)):
        return True
    return any(True for _ in running_verbs(before, len(before), lexica))


def known_candidates(text: str, lexica: Lexica) -> Iterator[Candidate]:
    """Well-known names that need no quotation marks (四议两公开), with the thing they are said of (村民说事|室)."""
    taken = 0
    for hit in cue_hits(text, lexica.cues):
        form = hit.cue.form
        if hit.start < taken or form not in lexica.bare:
            continue
        thing = THING.match(text, hit.end)
        end = thing.end() if thing else hit.end
        name, taken = text[hit.start : end], end
        inside = lexica.head_inside.search(name)
        run = is_run(text, hit.start, end, lexica)
        if PARTY_BODY.match(text, end) or (not run and (not inside or DID.match(text, end))):
            continue
        kind = lexica.heads[inside.group()].kind if inside else "mechanism"
        known = (ScorePart("known", lexica.weights["threshold"]),)
        yield Candidate(hit.start, end, name, name, kind, known, "known-name", end)


def unquoted_candidates(text: str, lexica: Lexica, book: RuleBook) -> tuple[Candidate, ...]:
    """All unquoted names of a text; where two overlap, the longer one."""
    found = [*known_candidates(text, lexica), *ruled_candidates(text, lexica, book)]
    for clause in CLAUSE.finditer(text):
        found += clause_candidates(text, clause.start(), clause.end(), lexica)
    found.sort(key=lambda c: (c.start - c.end, c.start))
    return tuple(apart(found))
