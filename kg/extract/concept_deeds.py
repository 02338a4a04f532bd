"""Whether the words around a concept's form tell of a deed: a verb, a count, an actor who acts; or only of content."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kg.extract.concept_cues import CHAIN, JOINT, CueHit
from kg.extract.lexica import Lexica, lexica
from kg.model import Sentence
from kg.rulebook import RuleBook, alternation
from kg.segmenter import dictionary

CLAUSE_MARK = re.compile(r"[，。；：！？,;:!?\n]")
COUNT_BEFORE = re.compile(r"\d[万余多]{0,2}[个名支家户件起项场次人条处]?[^，。；\d]{0,3}$")
COUNT_BEHIND = re.compile(r"[^，。；\d]{0,2}\d")
OBJECT_BEHIND = re.compile(r"[起了]?(?:由|以|一[支个批套]|\d+[支个]|“)")
# 建立居委会、业委会、商户“三方夜谈”机制: what is listed only tells whose mechanism it is.
FOR_A_NAME = re.compile(
    r"(?:、[^，。；：、“”\n]{1,12}){1,4}“[^“”\n]{1,16}”[^，。；：！？\n]{0,6}?(?:制度|机制|模式|平台|体系|格局|联盟)"
)
PART_OF_NUMBER = re.compile(r"“[\dA-Za-z一二三四五六七八九十两]{1,2}”\s*(?:即|就是|是|为|指|代表)[^，。；、“”]{0,24}$")
# 打造家门口的阵地，是激活末梢的关键: a sentence that says what something is tells of no deed.
THESIS = re.compile(
    r"[^，。；：！？、\n]{0,3}，?(?:正|既|也|都)?是[^，。；：！？\n]{0,24}?的?(?:关键|基础|重点|内容|举措|途径|支撑|前提|保障|根本|单元|平台|要求|需要|职责|任务|核心)"
)
# 网格员在走访中了解到，两户人家起了争执: how it came to be known.
LEARNT = re.compile(r"[时中](?:了解到|得知|获悉|听说)")
LEARNING = 4  # characters
# What was going on when something else happened: 处理纠纷时，, but no 及时， and no count of hours.
MEANWHILE = r"[^，。；：！？、\n]{0,4}?(?:(?<![小课学及按临平同定随])时|的时候|之际|途中)(?=，)"
# 借助元宵灯会、春茶开采等活动，…: an occasion that something else is done on.
OCCASION = re.compile(r"(?:结合|借助|利用|抓住)[^，。；：！？“”\n]{0,30}$")
OCCASIONS = re.compile(r"[^，。；：！？\n]{0,24}?等[^，。；：！？、\n]{0,4}?(?:活动|契机|时机|节点|节日|机会)")
# 以灯会为契机整治街面: the occasion is told, no fair held.
OCCASION_OF = re.compile(r"[^，。；：！？\n]{0,12}?为(?:契机|时机|由头|背景|节点)(?=[，、])")
# 清扫门前、劝和邻里口角，都能记分: what earns or costs points is listed, nobody is said to have done it.
SCORED = re.compile(
    r"[^，。；：！？\n]{0,40}?，?[^，。；：！？、\n]{0,4}?(?:都|均|皆)[能可会要算][^，。；：！？、\n]{0,5}?[记加计攒积存得挣换扣减][^，。；：！？、\n]{0,8}?[分折账卡册簿东钱]"
    r"|[^，。；：！？、\n]{0,8}?[记加计积得奖扣减]\d{1,2}分"
)
TITLE_REACH = 60
# A headline in 《》 tells of no deed of this report; a 《村规民约》 or a 《积分制办法》 does.
HEADLINE = re.compile(r"《[^《》\n]*[：:！!　 —][^《》\n]*$")
# 当好宣传员、调解员、代办员: what people are called is no deed that the list reports.
ROLE_BEFORE = re.compile(r"员、[^，。；：！？、\n]{0,6}$")
ROLE_BEHIND = re.compile(r"[^，。；：！？、\n]{0,3}员(?=[、和”，。])")
# 组建巡河、调解、助餐3支队伍 tells what the squads are for, 组织医生、志愿者组成服务队 who is in it.
SQUADS = re.compile(
    r"(?:、[^，。；：！？、“”\n]{1,10}){0,6}等?(?:(?<!\d)\d{1,3}|[一二两三四五六七八九十])[支类个][^，。；：！？、“”\n]{0,8}?(?:队|组|团)"
    r"|(?:、[^，。；：！？、“”\n]{1,10}){0,6}等(?:志愿|专业|特色|便民|为民|党员|服务){0,3}(?:服务)?(?:小?分?队伍?|小组|团队?)\d{1,3}[支个]"
)
TEAM_ENDS = "队组团"  # 突击队、志愿服务队等9支队伍 are teams themselves
JOINED_IN = re.compile(r"[^，。；：！？、“”\n]{0,3}?(?:组成|组建)")
# 集甲、乙于一体的中心 tells of the centre, not of each thing that it holds.
GATHERED = re.compile(r"集(?![体中市镇])[^，。；：！？\n]{0,40}$")
INTO_ONE = re.compile(r"[^，。；：！？\n]{0,40}?(?:[于为]一体|合一)")
# 矛盾排查难 is the trouble, no 难题 that a deed of this kind solves.
HARD = re.compile(r"难(?![题点关事])")
# 做到政策宣传、矛盾调解“一肩挑”: what one person has to see to.
ALL_BY_ONE = re.compile(r"[^，。；：！？\n]{0,20}?(?:一肩挑|一身兼|一手包办|样样管|全都管)")
DUTIES = re.compile(r"(?:做到|实现|集|把|将|对)[^，。；：！？\n]{0,30}$")
# 负责政策宣传、纠纷调解、民情收集: what a post is there for.
POST_DUTIES = re.compile(r"(?:负责|承担|履行|担负)[^，。；：！？\n]{0,30}$")
# 认领治安巡逻、环境维护岗位: posts that somebody takes.
POSTS_TAKEN = re.compile(r"(?:认领|领取|设置|设立|竞聘)[^，。；：！？\n]{0,30}$")
POSTS = re.compile(r"(?:、[^，。；：！？、\n]{1,8}){0,5}?(?:等)?[^，。；：！？、\n]{0,4}?岗位")
LISTED_DUTY = re.compile(r"(?:工作|任务|等)?[、和及与。；]|等")
# 帮扶单位、爱心企业: those who help are named, no firm is helped.
SUPPORTERS = re.compile(
    r"(?:帮扶|包联|联系|挂钩|结对|包保|帮联|共建|联建|驻村|包村|挂包|对口)(?:单位|干部|部门|队员|责任人|对象)(?=[、和与及])"
)
# 集体收入多、工程多的15个村 are chosen by what they are like.
CHOSEN = re.compile(r"[较很偏]?(?:多|少|高|低|大|小|强|弱|薄弱|好|差|突出|集中)(?:、[^，。；：！？、\n]{1,14}){0,3}的")
# 依托“党委—网格党支部—中心户”组织链 sets up no unit of the chain.
BY_A_CHAIN = re.compile(r"(?:依托|按照|依照|沿用|参照|遵循|通过)[^，。；：！？“”\n]{0,6}“[^，。；：！？“”\n]{0,60}$")
# 村文化礼堂里，主任念起账来 tells where.
INDOORS = re.compile(r"(?:里|内|前|外|门口|门前|旁)(?=[，、])")
# 被司法部表彰为“全国模范”单位: what others award is no appraisal of the place.
AWARDED = re.compile(r"被[^，。；：！？、“”\n]{2,14}$")
LEVELS = re.compile(r"[^，。；：！？\n]{0,8}?(?:全国|国家级|全省|省级|全市|市级|自治区级?)")
# 获“优秀志愿服务站”称号: what an honour is called.
HONOURED = re.compile(r"(?:获|拿到|捧回|捧得|荣膺|授予|评为|摘得|摘取|入选|被命名)[^。；！？\n]{0,60}$")
HONOUR = re.compile(r"[^，。；！？\n]{0,24}?(?:[\d两二三四五六七八九十多几]{0,2}项)?(?:荣誉|称号|奖项|殊荣|奖牌|表彰)")
# 该村面积9平方公里，总人口2140人、村务监督委员会5名: a profile of a village counts who there is.
PROFILE = re.compile(
    r"总?面积|总?人口|耕地|辖[区有\d]|下辖|户籍|常住|总户数|全村共|村民小组|海拔|平方公里|现有党员|党员\d|位于|地处"
)
PROFILE_AT_LEAST = 3
HEADS = re.compile(r"(?:成员|干部|共|有|各|现有){0,2}\d+[名人位](?=[，、。；）])")
# 老人需定期探望: what is still needed.
NEEDED = re.compile(r"(?<![按所必无供急刚特])需(?![求方])")
PAIRED = frozenset("早更快不再能")
ACTORS = frozenset({"actor", "helper"})
PREPOSITIONS = frozenset("在由以把将对与从按向")
RHETORIC = re.compile(r"到?哪[里儿]")
QUESTION = re.compile(r"[？?][”’」』]?\s*$")
LIST_END = "等"
CONTENT_REACH = 24
TOPIC_REACH = 30
AGENT = 15  # characters of 被 and who awards
ACT_REACH = 24
RUNS = 1.0
LONGEST_CLAUSE = 200  # characters; what is longer is no clause of Chinese, and looking further would take ever longer


@dataclass(frozen=True, slots=True, eq=False)
class Deeds:
    """The word lists that tell deeds from content, as patterns."""

    run: Lexica
    act: re.Pattern[str]
    verb: re.Pattern[str]
    content: re.Pattern[str]
    topic: re.Pattern[str]
    modifier: re.Pattern[str]
    result: re.Pattern[str]
    taken: re.Pattern[str]
    turned: re.Pattern[str]
    outcome: re.Pattern[str]
    likeness: re.Pattern[str]
    during: re.Pattern[str]
    another: re.Pattern[str]
    facility: re.Pattern[str]
    means: re.Pattern[str]
    wanted: re.Pattern[str]


@lru_cache(maxsize=4)
def deeds(book: RuleBook) -> Deeds:
    """The patterns of a rule book, made once."""

    def words(*kinds: str) -> str:
        return alternation([w for kind in kinds for w in book.words("concept_deeds", kind=kind)])

    return Deeds(
        run=lexica(book),
        act=re.compile(words("act")),
        verb=re.compile(words("act", "verb")),
        content=re.compile(
            rf"(?:{words('content')})(?!性)[^，。；]{{0,{CONTENT_REACH}}}$|(?:{words('equipment')})[^。；]{{0,40}}$"
        ),
        topic=re.compile(
            rf"[^，。；：！？\n]{{0,{TOPIC_REACH}}}?(?:等|[两二三四五六七八九十][大个项])[^，。；：！？、\n]{{0,8}}?(?:{words('topic')})"
        ),
        modifier=re.compile(rf"(?:工作|治理)?(?:{words('modifier')})"),
        result=re.compile(rf"[^，。；：！？、\n]{{0,4}}?(?:{words('result', 'done')})"),
        taken=re.compile(rf"(?:{words('taken')})"),
        turned=re.compile(rf"(?:{words('turned')})"),
        outcome=re.compile(rf"[^，。；：！？、\n]{{0,6}}?(?:{words('outcome')})"),
        likeness=re.compile(
            rf"[^，。；：！？、\n]{{0,4}}?(?:、[^，。；：！？、\n]{{1,8}}){{0,3}}?(?:和[^，。；：！？、\n]{{1,6}})?(?:{words('likeness')})"
        ),
        during=re.compile(rf"{MEANWHILE}|(?:工作|建设)?[^，。；：！？、\n]{{0,3}}?(?:{words('during')})"),
        another=re.compile(rf"”?等?的?(?:工作)?(?:{words('another')})"),
        facility=re.compile(rf"(?:{words('facility')})"),
        means=re.compile(rf"(?:{words('means')})(?:[^，。；：！？“”、\n]{{0,6}}|[^，。；：！？“”\n]{{0,24}}、)$"),
        wanted=re.compile(rf"(?:{words('wanted')})"),
    )


@lru_cache(maxsize=2)
def clause_marks(text: str) -> tuple[int, ...]:
    """The offsets of the marks that end the clauses of an article."""
    return tuple(m.start() for m in CLAUSE_MARK.finditer(text))


def clause_start(text: str, sentence: Sentence, offset: int) -> int:
    """Where the clause that holds an offset begins."""
    floor = max(sentence.start, offset - LONGEST_CLAUSE)
    marks = clause_marks(text)
    before = bisect_left(marks, offset)
    return max(floor, marks[before - 1] + 1) if before else floor


def clause_end(text: str, sentence: Sentence, offset: int) -> int:
    """Where the clause that holds an offset ends, its mark left out."""
    ceiling = min(sentence.end, offset + LONGEST_CLAUSE)
    marks = clause_marks(text)
    behind = bisect_left(marks, offset)
    return min(ceiling, marks[behind]) if behind < len(marks) else ceiling


def counted(text: str, begin: int, hit: CueHit) -> bool:
    """Whether a count stands beside a form."""
    return bool(COUNT_BEFORE.search(text[begin : hit.start]) or COUNT_BEHIND.match(text, hit.end))


def run_before(text: str, begin: int, hit: CueHit, words: Deeds) -> bool:
    """Whether a running verb (推行, 开展) stands before a form in its clause."""
    kinds = (words.run.verbs[m.group()] for m in words.run.verb.finditer(text, begin, hit.start))
    return any(kind.startswith("run") and weight >= RUNS for kind, weight in kinds)


def is_told(text: str, sentence: Sentence, hit: CueHit, words: Deeds) -> bool:
    """Whether the clause tells that the thing behind a form that says little alone is done."""
    begin = clause_start(text, sentence, hit.start)
    if words.modifier.match(text, hit.end):
        return False
    if counted(text, begin, hit) or run_before(text, begin, hit, words):
        return True
    end = clause_end(text, sentence, hit.end)
    if hit.cue.role in ACTORS:
        return len(hit.pieces) > 1 or bool(words.act.search(text, hit.end, min(end, hit.end + ACT_REACH)))
    return bool(words.result.match(text, hit.end, end))


def is_content(text: str, sentence: Sentence, hit: CueHit, words: Deeds) -> bool:
    """Whether a form is only what something is about (围绕…, …等方面), a time (…期间) or a room of another facility."""
    begin = clause_start(text, sentence, hit.start)
    if words.content.search(text[begin : hit.start]) or PART_OF_NUMBER.search(
        text[max(sentence.start, hit.start - LONGEST_CLAUSE) : hit.start]
    ):
        return True
    if is_member(text, begin, hit) or is_material(text, sentence, hit, words) or is_outcome(text, sentence, hit, words):
        return True
    if is_occasion(text, begin, hit) or LEARNT.search(text, hit.start, hit.end + LEARNING):
        return True
    if is_scored(text, sentence, hit) or is_honour(text, sentence, hit) or is_head_count(text, sentence, hit):
        return True
    if THESIS.match(text, hit.end, sentence.end) or RHETORIC.match(text, hit.end):
        return True
    return bool(words.topic.match(text, hit.end, sentence.end) or words.during.match(text, hit.end))


def is_occasion(text: str, begin: int, hit: CueHit) -> bool:
    """Whether a form is only what something else is done on (借助元宵灯会、…等活动; 以…为契机)."""
    before = text[begin : hit.start]
    if OCCASIONS.match(text, hit.end) and OCCASION.search(before):
        return True
    return "以" in before and OCCASION_OF.match(text, hit.end) is not None


def is_honour(text: str, sentence: Sentence, hit: CueHit) -> bool:
    """Whether a form only stands in what an honour is called (获“优秀志愿服务站”称号)."""
    floor = max(sentence.start, hit.start - LONGEST_CLAUSE)
    return HONOUR.match(text, hit.end) is not None and HONOURED.search(text[floor : hit.start]) is not None


def is_head_count(text: str, sentence: Sentence, hit: CueHit) -> bool:
    """Whether a form only tells in a profile of a place how many people a body there has (总人口2140人，…5名)."""
    if len(hit.pieces) > 1 or not HEADS.match(text, hit.end):
        return False
    profile = text[max(sentence.start, hit.start - LONGEST_CLAUSE) : min(sentence.end, hit.end + LONGEST_CLAUSE)]
    return len(set(PROFILE.findall(profile))) >= PROFILE_AT_LEAST


def is_needed(text: str, hit: CueHit) -> bool:
    """Whether the words of a set say that something is still needed (老人需定期探望)."""
    gaps = (text[end:start] for (_, end), (start, _) in pairwise(hit.pieces))
    return any(NEEDED.search(gap) and not CLAUSE_MARK.search(gap) for gap in gaps)


def is_scored(text: str, sentence: Sentence, hit: CueHit) -> bool:
    """Whether a form only stands among what points are given or taken for (…都能记分, 劝和一起记5分)."""
    return SCORED.match(text, hit.end, sentence.end) is not None


def is_member(text: str, begin: int, hit: CueHit) -> bool:
    """Whether a form is one of several roles, squads or members, a duty, or a thing that one building holds."""
    before = text[begin : hit.start]
    role = ROLE_BEFORE.search(before) and ROLE_BEHIND.match(text, hit.end - 1)
    if text[hit.end - 1] not in TEAM_ENDS and JOINT in text[begin : hit.end + 1] and SQUADS.match(text, hit.end):
        return True
    if before.endswith(JOINT) and JOINED_IN.match(text, hit.end):
        return True
    if is_listed_duty(text, before, hit):
        return True
    gathered = INTO_ONE.match(text, hit.end) and GATHERED.search(before)
    return bool(role or gathered or (ALL_BY_ONE.match(text, hit.end) and DUTIES.search(before)))


def is_listed_duty(text: str, before: str, hit: CueHit) -> bool:
    """Whether a form is one of several duties of a post (负责政策宣传、纠纷调解), or one of several posts."""
    duties = POST_DUTIES.search(before) if LISTED_DUTY.match(text, hit.end) else None
    listed = duties or (POSTS_TAKEN.search(before) if POSTS.match(text, hit.end) else None)
    return listed is not None and (JOINT in listed.group() or text.startswith(JOINT, hit.end))


def is_material(text: str, sentence: Sentence, hit: CueHit, words: Deeds) -> bool:
    """Whether a form is only what something else is made of or measured by (把邻里互助等折算成分值, 与分红挂钩)."""
    begin, end = clause_start(text, sentence, hit.start), clause_end(text, sentence, hit.end)
    behind = words.turned.search(text, hit.pieces[0][1], end)
    return bool(behind) and bool(words.taken.search(text, begin, hit.start))


def is_outcome(text: str, sentence: Sentence, hit: CueHit, words: Deeds) -> bool:
    """Whether a form stands in what came of it or what it is like (纠纷同比下降, 比学赶超的氛围)."""
    end = clause_end(text, sentence, hit.end)
    inside = words.outcome.search(text, hit.start, hit.end)
    if HARD.match(text, hit.end) and "难" not in text[hit.start : hit.end]:
        return True
    return bool(inside) or bool(words.outcome.match(text, hit.end, end) or words.likeness.match(text, hit.end, end))


def is_list_apart(text: str, hit: CueHit, words: Deeds) -> bool:
    """Whether the parts of a form are items of one list: 物业骨干、党员 is no 物业…党员.

    A verb reaches over the items of its objects (开展义诊、理发等服务) up to the next verb phrase (、在村口设置…),
    a noun does not, but for pairs of adverbs (矛盾早发现、早化解).
    """
    if len(hit.pieces) == 1:
        return False
    (begins, end), (later, _) = hit.pieces
    between = text[end:later]
    first = between.rpartition(JOINT)[2][:1]
    if JOINT not in between or first in PAIRED:
        return False
    opening = text[begins:end]
    if first in PREPOSITIONS:
        return True
    if words.verb.match(opening):
        return False
    return not any(dictionary().get(word, "n").startswith("v") for word in (opening, opening[:2]))


def is_attribute(text: str, hit: CueHit, words: Deeds) -> bool:
    """Whether a form only describes a noun: 解决纠纷的办法, 居民自治骨干."""
    described = len(hit.pieces) > 1 and hit.cue.role == "cue" and text.startswith("的", hit.end)
    chosen = len(hit.pieces) > 1 and CHOSEN.match(text, hit.end) is not None
    awarded = AWARDED.search(text[max(0, hit.start - AGENT) : hit.start]) and LEVELS.match(text, hit.start)
    return (
        described
        or chosen
        or awarded is not None
        or SUPPORTERS.match(text, hit.start) is not None
        or words.another.match(text, hit.end) is not None
    )


def is_means(text: str, sentence: Sentence, hit: CueHit, words: Deeds) -> bool:
    """Whether a form is only where, or by which body, something else is done: 在文化礼堂讲解政策."""
    before = text[clause_start(text, sentence, hit.start) : hit.start]
    if BY_A_CHAIN.search(before) and in_a_chain(text, hit):
        return True
    if len(hit.pieces) > 1 or not words.facility.fullmatch(text, hit.start, hit.end):
        return False
    return INDOORS.match(text, hit.end) is not None or words.means.search(before) is not None


def in_a_chain(text: str, hit: CueHit) -> bool:
    """Whether a form is a unit of a chain (村党委—网格党支部—中心户), not the chain itself."""
    beside = text[hit.start - 1 : hit.start] + text[hit.end : hit.end + 1]
    return CHAIN.search(beside) is not None and CHAIN.search(hit.cue.form) is None


def is_wanted(text: str, hit: CueHit, words: Deeds) -> bool:
    """Whether the object of a form still needs or wants it: 老人需要照料."""
    return len(hit.pieces) > 1 and words.wanted.search(text, hit.pieces[0][1], hit.pieces[1][0]) is not None


def in_a_headline(text: str, hit: CueHit) -> bool:
    """Whether a form stands in the headline of another report or case (《清溪：深化…》)."""
    return HEADLINE.search(text[max(0, hit.start - TITLE_REACH) : hit.start]) is not None


def makes_another(text: str, hit: CueHit, words: Deeds) -> bool:
    """Whether what a form names makes, or is part of, something else.

    业主委员会组建了一支…队伍 tells of no new 业主委员会, nor does 组建由党员、业委会组成的队伍, nor a list before
    the name of what they have in common.
    """
    if len(hit.pieces) == 1:
        return False
    (_, begins), (ends, last) = hit.pieces
    founded = words.run.verb.fullmatch(text, ends, last) is not None and bool(OBJECT_BEHIND.match(text, last))
    between = text[begins:ends]
    by_others = "由" in between and not between.endswith("的")  # 召开由驻区单位参加的联席会议 holds the meeting itself
    return founded or by_others or FOR_A_NAME.match(text, last) is not None


def is_question(text: str, sentence: Sentence) -> bool:
    """Whether a sentence asks."""
    return bool(QUESTION.search(text, max(sentence.start, sentence.end - len("？”’」』\n")), sentence.end))
