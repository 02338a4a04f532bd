"""Which of two phrases beside a number it counts, and which noun of a list each number behind 分别 belongs to."""

from __future__ import annotations

import re

from kg.extract.measures_numbers import HOUSED, PEOPLE, Number
from kg.extract.measures_topics import EVENTS
from kg.extract.nominals import RATIOS, NominalWords, Phrases, tag
from kg.model import Sentence

Span = tuple[int, int]

AREAS = frozenset({"亩", "公顷"})
LAND = re.compile(r"(?:[^基阵产营场当各本外两异]地|[农良稻水]田|[草林牧渔]场|水面|[果茶菜桑]园|林)\Z")
RATES = frozenset({"成", "%", "％", "‰"})
CHANGES = RATES | {"倍", "个百分点"}
PERSONS = re.compile(r"[员者工长手民农户家众部生师童女人干群骨队团组会]\Z|代表|青年|骨干|队伍|组织")
SERVED = re.compile(
    r"(?:(?<!动)员|者|[职社义]工|妇女|老人|干部|群众|居民|村民|青年|学生|儿童|人才|骨干|农民|牧民|农户|劳动力|[法警]官|[律教医技厨]师|老师|师傅|[民辅]警|代表|书记|乡贤|能手|专家|老兵|军人|医生|村医|家长|[组队班站院楼]长|[工木]匠)\Z"
)
_HOMES = re.compile(r"(?:户|居民|村民|牧民|渔民|家庭|群众|业主)\Z")
_CASES = re.compile(r"(?:纠纷|诉求|工单|实事|案件?|事项|信访件|问题|矛盾|警情)\Z")
_FIRMS = re.compile(r"(?:企业|单位|公司|[商店饭酒餐药]?[铺店馆房]|商户|合作社|机构|农场|超市|银行|工?厂|民宿)\Z")
# By its classifier, what stands right before a number is counted and no owner: 农户72户签订协议, 单位45家开放厕所.
COUNTED = dict.fromkeys(PEOPLE, SERVED) | {
    "户": _HOMES, "件": _CASES, "起": _CASES, "家": _FIRMS, "处": re.compile(r"(?:隐患|违建|点位|违章)\Z"),
    "支": re.compile(r"[队团]伍?\Z"),
}  # fmt: skip
# 请出6位说话有人听的老匠人: a clause that opens right behind the number and ends in 的.
DESCRIBES = re.compile(r"[^，。；：、\d的]{2,16}的(?=[^，。；：]{2})")
SOMEBODY = re.compile(
    r"(?:家庭|人家|夫[妻妇]|[客友兵匠嫂婶姨姐哥叔妈爸爷奶娃孩儿]|孩子|主任|书记|主席|经理|老板|把式|专家)\Z"
)
MADE = re.compile("当|担任|任|做")
LEADS = frozenset({"联系", "负责", "服务", "对接"})  # 1名网格长联系20名楼栋长: nouns to the segmenter
SO_MANY = re.compile(r"了?\d")
LEADS_ON = re.compile(r"没有|未能|不再|(?:已|现|共|还|只|仅)有|[一-鿿]{1,2}[成为入到出]|划分|组成|整合|参与|组建")
CLAUSE_MARK = re.compile(r"[，。；：！？\n]")
# 警情、案件数同比分别下降12%、8%: between 分别 and the first number only a verb of reaching or changing.
DEALS = re.compile(
    r"(?P<same>[同环]比|较上年|比上年)?分别[同环]?(?:比)?(?P<verb>为|是|有|达到?|超过?|突破|在|"
    r"(?:下降|增长|上升|提升|提高|增加|降低|减少|降|升|增)(?P<to>[到至为])?)?了?"
)
JOINT = re.compile(r"、|以及|(?<![总缓共])和(?![谐睦解])|(?<![参给])与|(?<![普涉])及")
PLACE = re.compile(r"(?:社区|街道|小区|[村镇乡县区市州旗])\Z")
# 长180米、宽3米、深2米的排水沟: what all of them measure stands behind the last.
SIZES = re.compile(r"(?:、(?:长|宽|深|高|厚|底宽|顶宽|净宽|净高)约?\d[\d.]{0,7}(?:公里|千米|厘米|毫米|米)){1,4}的")
THING_END = re.compile(r"[，。；：！？、\n]|\Z")
SHORT_REST = re.compile(r"[一-鿿]{2,6}(?<![了着过])")
HAS = re.compile(r"(?:[配设建备装开驻留办]|拥)有\Z")
LONGEST_ITEM = 24  # characters of one of the things listed before 分别


def deed_follows(text: str, number: Number, start: int, left: Span, right: Span) -> bool:
    """Whether the thing counted stands right before its number and what is done with it behind.

    流转土地480亩建起果园, 购置农机12台服务周边: a verb with its object, the number, another verb. ``start`` is where
    the words of the number may begin.
    """
    if left[1] != number.start or right[0] != number.end or number.unit in HOUSED:
        return False
    if number.unit in AREAS and LAND.search(text, *left):
        return True
    before, behind = tag(text[start : left[1]], start), tag(text[slice(*right)], right[0])
    thing = (
        before[-1].tag.startswith("n")
        and before[-1].text != "成"
        and any(w.tag.startswith("v") and len(w.text) > 1 for w in before[:-1])
    )
    return thing and len(behind) > 1 and behind[0].tag.startswith("v") and len(behind[0].text) > 1


def served(text: str, number: Number, left: Span | None, right: Span) -> bool:
    """Whether people, firms or cases stand right before their number and behind it a deed: 吸纳妇女85名缝制绣品.

    Or what is theirs: 让牧民310人的饮水问题有了着落.
    """
    kind, behind = COUNTED.get(number.unit), number.end + text.startswith("的", number.end)
    if left is None or left[1] != number.start or right[0] != behind or kind is None:
        return False
    return kind.search(text, *left) is not None and (number.unit in PEOPLE or kind.search(text, *right) is None)


def described(
    text: str, number: Number, right_to: int, left: Span | None, direct: Span | None, phrases: Phrases
) -> Span | None:
    """The people behind the clause that describes them, where a verb leads to their number.

    ``direct`` is the phrase right behind the number: people themselves (3名老人提出的建议) are counted rather.
    """
    clause = DESCRIBES.match(text, number.end, right_to)
    if clause is None or (direct and (number.unit not in HOUSED or direct[1] >= clause.end())):
        return None
    if direct and (PERSONS.search(text, *direct) or SOMEBODY.search(text, *direct)):
        return None
    before = tag(text[slice(*left)]) if left and left[1] == number.start else ()
    who = None if before and phrases.headlike(before[-1]) else phrases.relative(text, number.end, right_to)
    made = who and MADE.search(text, *who)
    return (who[0], made.start()) if who and made and PERSONS.search(text, who[0], made.start()) else who


def sized(text: str, number: Number, phrases: Phrases) -> Span | None:
    """The thing that stands behind the last of several sizes of it, None where no further size follows."""
    sizes = SIZES.match(text, number.end)
    if sizes is None:
        return None
    return phrases.rightward(text, sizes.end(), next(THING_END.finditer(text, sizes.end())).start())


def held(text: str, number: Number, right_to: int, phrases: Phrases) -> Span | None:
    """The verbs alone that name what is held so often: 12场集中宣讲, 3次夜间巡逻."""
    return phrases.event(text, number.end, right_to) if number.unit in EVENTS else None


def so_often(text: str, number: Number, left: Span | None, right: Span) -> bool:
    """Whether people stand behind 人次 and none before it: 培训270人次网格员."""
    alone = left is None or PERSONS.search(text, *left) is None
    return alone and number.unit == "人次" and PERSONS.search(text, *right) is not None


def closed_list(text: str, number: Number, right_to: int) -> Span | None:
    """The short rest of the clause behind a list that 等 closes: 逾期、偏低等8类比对模型 counts 比对模型."""
    rest = text[number.end : right_to].strip()
    stands = text.startswith("等", number.start - 1) and SHORT_REST.fullmatch(rest)
    return (text.index(rest, number.end), text.index(rest, number.end) + len(rest)) if stands else None


def owned(text: str, number: Number, right_to: int, left: Span | None, phrases: Phrases) -> Span | None:
    """The thing behind a number that somebody has (配有6辆助浴车), though a verb opens its name."""
    has = left is not None and left[1] == number.start and HAS.search(text, *left) is not None
    return phrases.compound(text, number.end, right_to) if has and number.unit not in HOUSED else None


def only_verbs(what: str) -> bool:
    """Whether what was found says only what is done: 有31个通了燃气, 剩下4个限期整改."""
    return len(what) <= len("限期整改") and all(word.tag in ("v", "d") for word in tag(what))


def a_deed(what: str) -> bool:
    """Whether what was found is the deed done to what a number before counts: 收集问题130个，当场解决88个."""
    return len(what) <= len("当场解决") and tag(what)[-1].tag == "v"


def foretells(text: str, span: Span) -> bool:
    """Whether a verb alone leads to the next number (312户已有87户, 416户编成82个组) or denies (没有再断过水)."""
    rest = text[span[0] : span[1]]
    behind = text[span[1] : span[1] + 1]
    if len(rest) <= 2 and SO_MANY.match(text, span[1]) and tag(rest)[0].tag == "v":
        return True  # 46户到了41户
    return LEADS_ON.fullmatch(rest) is not None and (behind.isdigit() or rest in ("没有", "未能", "不再"))


def rated(text: str, number: Number, left: Span | None) -> bool:
    """Whether a rate stands before its number and behind it only what has that rate: 收缴率不到五成的小区."""
    return number.unit in RATES and left is not None and text.endswith(RATIOS, *left)


def without_deed(text: str, number: Number, span: Span) -> Span:
    """The people without what they do to a thing: 212户村民兑换肥皂 counts 村民."""
    if number.unit not in HOUSED or span[0] < number.end:
        return span
    words = tag(text[slice(*span)], span[0])
    if PERSONS.search(text, *span):
        return span
    for i in range(1, len(words)):
        leads = words[i].text in LEADS and words[i] is words[-1]
        if (leads or words[i].tag.startswith("v")) and PERSONS.search(text, span[0], words[i].start):
            return span[0], words[i].start
    return span


def dealt(text: str, sentence: Sentence, numbers: list[Number], words: NominalWords) -> dict[int, tuple[str, Span]]:
    """Number → its noun, where 分别 gives each of several things its own number: 办结率、满意率分别达98%、99%."""
    given: dict[int, tuple[str, Span]] = {}
    for found in DEALS.finditer(text, sentence.start, sentence.end):
        end = next((m.start() for m in CLAUSE_MARK.finditer(text, found.end(), sentence.end)), sentence.end)
        behind = [i for i, n in enumerate(numbers) if found.end() <= n.start < end]
        if len(behind) < 2 or numbers[behind[0]].start != found.end():
            continue
        spans = listed(text, sentence.start, found.start(), len(behind), words)
        change = found["verb"] if found["verb"] and found["verb"][0] in "下增上提降减升" and not found["to"] else ""
        given.update((i, (text[slice(*s)] + change, s)) for i, s in zip(behind, spans, strict=False))
    return given


def echoed(text: str, sentence: Sentence, numbers: list[Number]) -> dict[int, tuple[int, str]]:
    """Number → the earlier number whose change it is, with the change: 受理96件、办结91件，同比分别增长12%、15%."""
    given: dict[int, tuple[int, str]] = {}
    for found in DEALS.finditer(text, sentence.start, sentence.end):
        first = next((i for i, n in enumerate(numbers) if n.start == found.end()), 0)
        count = next((k for k in range(len(numbers) - first) if not _same_list(text, numbers, first + k)), 0) + 1
        opens = found.start() > sentence.start and text[found.start() - 1] == "，"
        if opens and first >= count > 1 and numbers[first].unit in CHANGES:
            given.update((first + k, (first + k - count, found["verb"])) for k in range(count))
    return given


def _same_list(text: str, numbers: list[Number], i: int) -> bool:
    """Whether the number behind the i-th stands in one list with it."""
    return i + 1 < len(numbers) and JOINT.fullmatch(text, numbers[i].end, numbers[i + 1].start) is not None


def listed(text: str, start: int, end: int, count: int, words: NominalWords) -> list[Span]:
    """The last ``count`` things of the list that ends before ``end``; empty where there are not so many or places."""
    marks = [m.end() for m in CLAUSE_MARK.finditer(text, start, end)]
    start = max(marks[-1] if marks else start, end - LONGEST_ITEM * count)
    joints = [m.span() for m in JOINT.finditer(text, start, end)][1 - count :]
    if len(joints) < count - 1:
        return []
    borders = [start, *(b for _, b in joints)], [*(a for a, _ in joints), end]
    spans = [Phrases(words).leftward(text, a, b) for a, b in zip(*borders, strict=True)]
    found = [s for s in spans if s is not None and not PLACE.search(text, *s)]
    return found if len(found) == count else []
