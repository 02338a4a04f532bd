"""Find where a name begins that no founding verb opens: at the head of its clause, as what runs or is taken up."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.lexica import Head, Lexica
from kg.rulebook import alternation
from kg.segmenter import tagged

HELD = frozenset({"项目", "活动", "榜", "基金", "栏目"})  # what is held, paid or counted rather than run
LONGEST = 14  # characters of the words before the head word
# Times (jieba's tag t says of 青年, too), what is told of, and what the nation has.
OUTSIDE = re.compile(r"[今去前昨][年天日]|[0-9]+[年月日]|近[日年期]|据|记者|了解|得知|看到|国家|我国|全国|中央")
TIME = (
    r"(?:目前|眼下|如今|现在|而今|当前|近年来?|近期|今年(?:以来)?|去年|前年"
    r"|(?:[0-9]{4}|今|去|前)年[0-9]{0,2}月?[份底初]?)"
)
PLACE = (
    r"(?:[该全我本各](?:省|市|县|区|旗|镇|乡|村|街道|社区|地)|当地|[村镇乡县区]里|"
    r"[一-鿿]{1,6}?(?:(?<![超夜集城菜都闹股门])市(?!民)|县|(?<![小园社片城景牧山辖库校院地])区(?![块位间])|(?<![红党])旗(?![袍帜])"
    r"|(?<![乡城集村])镇|(?<![返城下故回山异])乡(?![民土音情贤愁亲友])|街道|社区(?=的)|村(?=的))(?![级镇域长]))"
)
ADVERBS = (
    r"(?:也|还|则|便|又|就|已经?|正在?|先后|都|均|全面|正式|成功|顺利|有效"
    r"|切实|真正|不仅|不断|逐步|持续|日益|累计|共|现|近日|日前|相继|陆续|逐一){0,3}"
)
OPENING = re.compile(
    rf"{TIME}?(?:(?!随着|自从)(?:{PLACE})+的?)?{ADVERBS}"
    rf"(?P<by>随着|自从?|(?:充分|有效|积极|切实)?发挥好?|[把将在])?(?:(?:{PLACE})+的?)?"
)
RUNS = re.compile(
    rf"{ADVERBS}(?:让|使(?!用)|把(?!握|关)|成为|成了|变成|启用|启动(?!仪式)|遍布|随处可见|一应俱全|应有尽有|投用|投入(?:使用|运行|运营)|上线|试?运行|运转|落地|见效|铺开|推开|推行|推广|实施(?!方案|意见|细则|办法)"
    r"|被[^，。；]{0,10}推广|建立|成立|揭牌|开通|建成|覆盖|惠及|带动|激发|调动|激活|破解|打通|畅通|解决了|化解了|受理|办结|推动|促进|提升了|提高了|实现了?|取得|收到|深受|得到|赢得"
    r"|(?:均|已|全面|全部|顺利|如期|基本|提前)*(?:完成|竣工|完工|收官|结束)|初[显见]成效|应运而生|走深走实|深入人心|有声有色|越[^，。]{1,3}越|吸引|架起|搭起|保障了|方便了|守护|兜住|撑起"
    r"|在[^，。；]{2,10}(?:推广|推开|铺开|推行|落地|启用|上线|运行|见效|启动|揭牌|挂牌|成立|开班)|是[^，。；]{0,14}(?:做法|举措|缩影|抓手|探索|创新|实践))"
)
TAKEN = re.compile(
    r"(?:试点|建设)?(?:纳入|列入|写入|融入|嵌入|引入|延伸|推广|覆盖|贯穿|作为|[建搬开设送办][到进在]|推向|铺到|[与同和][^，。；]{2,12}(?:结合|融合|衔接|挂钩))"
)
GOES_ON = re.compile(
    r"的?(?:不断|持续|深入|全面|有序|稳步|扎实|相继|陆续|正式|逐步)*(?:推进|推行|推广|实施|开展|落实|建设|落地|运行|启用|启动|投用|建成|见效)"
)
PLAYS = re.compile(r"的?(?:[一-鿿]{0,4})(?:作用|优势|功能|效能|力量)")
COUNT = re.compile(
    r"(?:共|各|约|近|超)?\d+[余多]?[个家处所支座间条名户站](?:[、和及与][^，。；：！？\n]{2,20}\d+[余多]?[个家处所支座间条名户站])*$"
)
GOES = re.compile("(?![的和与及、等要应须需必不未没尚])[一-鿿]{2}")  # what several things do
JOINT = re.compile("、|以及|[和与及]")
UNDER = re.compile(r"的?(?:有力|强力)?(?:推动|带动|引领|支撑|助力|加持|作用|框架|基础)(?:之?下|上|里|内)")


@lru_cache(maxsize=4)
def bare_heads(lexica: Lexica) -> tuple[str, ...]:
    """All head words that may stand without quotation marks."""
    return tuple(w for w, h in lexica.heads.items() if h.bare)


@lru_cache(maxsize=4)
def subject_tail(lexica: Lexica) -> re.Pattern[str]:
    """What runs, told of the last of several subjects: 甲室|、乙站和丙厅等阵地遍布各村."""
    beside = rf"(?:(?:{JOINT.pattern})[^、，。“”的]{{1,10}}?(?:{alternation(bare_heads(lexica))}))"
    others = "(?:等[^、，。“”的]{0,8}?)?"
    return re.compile(rf"{beside}{{0,8}}{others}(?:{RUNS.pattern})|{beside}{{1,8}}{others}{GOES.pattern}")


def item_start(clause: str, start: int, end: int, lexica: Lexica) -> int:
    """Where the last item of a list at ``[start, end)`` begins, if those before it are things: 甲室、乙站和|丙."""
    for m in reversed([*JOINT.finditer(clause, max(start + 1, end - LONGEST - 2), end)]):
        if clause.endswith(bare_heads(lexica), start, m.start()):
            return m.end()
    return start


def opening(clause: str, head: Head, start: int, end: int, lexica: Lexica) -> int | None:
    """Where the words before a head word at ``[start, end)`` begin, if what is behind it says that the thing runs."""
    opens = OPENING.match(clause, 0, start)
    if head.word in HELD or opens is None:
        return None
    by, own = opens["by"] or "", item_start(clause, opens.end(), start, lexica)
    if not 0 < start - own <= LONGEST:
        return None
    runs = PLAYS if "发挥" in by else subject_tail(lexica)
    listed = own > opens.end() and not by and GOES.match(clause, end)
    follows = {"把": TAKEN, "将": TAKEN, "在": UNDER, "随着": GOES_ON}.get(by, runs)
    if not listed and not follows.match(clause, end):
        return None
    at = own if own > opens.end() else 0
    for word, flag in tagged(clause[at:end]):
        verb = flag == "v" and lexica.verbs.get(word, ("", 0.0))[0] == "run"
        if own <= at < start and (verb or flag == "p" or OUTSIDE.match(word)):
            return None
        at += len(word)
    return own


def counts_on(text: str, start: int, lexica: Lexica) -> bool:
    """Whether a clause goes on with what the clauses before it count up: 建成投诉站106个，|援助站297个."""
    end = start - 1
    while end > 0 and text[end] == "，":
        begin = max(text.rfind(mark, 0, end) for mark in "，。；：！？\n") + 1
        clause = text[begin:end]
        if not COUNT.search(clause):
            return False
        verb = lexica.verb.search(clause)
        if verb and lexica.verbs[verb.group()][0].startswith("run"):
            return True
        end = begin - 1
    return False
