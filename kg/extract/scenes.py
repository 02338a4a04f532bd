"""Tell at which places a report shows a practice at work: by a scene, by the village in front of its name."""

from __future__ import annotations

import re

from kg.extract.groups import chain_start
from kg.extract.practice_frames import FETCH, LEARN
from kg.extract.scope import Scope
from kg.extract.sentences import index_at, sentence_at
from kg.extract.spans import standings
from kg.model import Sentence
from kg.segmenter import frequency

SMALL = frozenset({"township", "village", "compound", "zone"})
# 这一幕正是甲县“乙”的缩影, 这样的变化得益于甲县推行的“乙”: what was told before shows 乙.
SCENE = re.compile(
    r"(?:而|其实|，)*(?:这(?:一|样|些|种|里|场|番|次|个)?的?|如此|类似的?|眼前的?)"
    r"(?:一?[幕景]|场景|情景|景象|变化|画面|情形|镜头|故事|喜人|温馨|热闹|和谐|生动|可喜|的){0,3}[^，。；：“”]{0,4}?，?"
    r"(?:(?:正|便|就|也|只|仅|都)*是|(?:得益|受益|源|缘)于|离不开)"
)
SHOWN = re.compile(
    r"”?[^，。；！？“”]{0,16}(?:场景|一幕|缩影|写照|注脚|掠影|镜头|画面|剪影|片段|例子|案例|结果|成果|成效)(?:之一)?(?=[，。；！]|$)"
)
# 这一场景便是当下流行的“…”。
IS_SCENE = re.compile(r"[^，。；：]{0,12}?(?:场景|一幕|情景|画面|镜头)[^，。；：]{0,2}?(?:正|便|就)(?:是|属于)")
# 像这样的“甲夜话”，…, 在甲镇，这样的“乙夜话”…: what was told before is one of them.
SUCH = re.compile(
    r"(?:【[^】\n]{0,8}】)?\s{0,4}(?:(?:如今|现在|目前|今年|去年)?，?[^，。；：“”]{2,10}，)?(?:而|其实)?(?:像|类似)?(?:这样|如此|类似|这类|此类)的?“?"
)
# 这是甲镇入夏后的第9场“…”。: so is what was told before.
NTH = re.compile(r"这(?:已经?)?是[^，。；：“”]{2,16}第[0-9一二三四五六七八九十]+[场次期堂回]“?")
# 镇里把这个办法取名“…”, 县里将这一做法总结成“…”: theirs of whom it was told before, too.
TAKEN_UP = re.compile(
    r"[把将]这(?:[^，。；：“”]|“[^“”]{2,24}”){0,8}?(?:法子?|办法|做法|经验|模式|路子|机制|探索|招数?|规矩|点子)[^。；：“”]{0,12}?"
    r"(?:总结|提炼|归纳|概括|起|叫|定名|取名|命名|打磨|固化|升级|上升|收拢|归拢|梳理|称)[^。；“”]{0,10}“?$"
)
TAKEN_REACH = 64  # characters
TOPIC_LONGEST, LED_REACH = 40, 24  # characters of a sentence that names a topic, and in which the next names its place
ENDED = re.compile(r"”?[。！]")
CREDITS = re.compile(r"(?:得益|受益|源|缘)于|离不开")
BACK = 5  # sentences
OF = re.compile(r"的?")
LED_TO = re.compile(r"(?:在|走进|来到|步入|踏进|踏入|位于|走访|推开|到)[^，。；：“”]{0,8}$")
INSIDE = re.compile(r"[^，。；：“”]{0,4}?(?:里|内|门口|门前|现场)(?=[，。])")
REACH, ALSO_REACH = 16, 12  # characters
LODGED = re.compile(
    r"”?[^，。；！？“”]{0,4}，?(?:就|便|正式|成功)?(?:(?:落户|坐落|落地)(?:在|于)?|(?:设|建|位)(?:在|于))(?P<where>[^，。；]{2,24})"
    r"|”?[^，。；！？“”]{0,4}?在(?P<opened>[^，。；！？“”]{2,24}?)(?:正式|顺利)?"
    r"(?:建成|成立|挂牌|揭牌|启用|投用|启动|投入使用|投入运营|开业|亮相|落成|落地|诞生|运营)"
)
SAMPLE = re.compile(r"”?[^，。；！？“”]{0,6}?(?:示范点|试点|示范村|样板村|样板|示范社区|联系点|观摩点)的?")
LEARNT = re.compile(rf"{LEARN}$")
WENT = re.compile(FETCH)  # 到甲市乙区学习了“…”的做法
CENTRED = re.compile(r"以(?P<where>[^，。；：“”]{2,40}?)为(?:重点|示范|先行|试点)")
CENTRE_REACH = 120  # characters
# 推广甲镇乙村“…”经验: it is theirs, and those who spread it run it too.
ADOPTS = re.compile(r"(?:总结推广|复制推广|推广|推行|推开|普及)(?:了|过)?[^，。；：“”]{0,2}$")
TRIED = re.compile(r"试点|试行|先行|率先")  # 甲街道在乙小区试点“…”: so far it runs there alone
# 甲社区在乙小区搭建“…”: rooms stand there; the community runs them.
LED_IN = re.compile(r"(?:又|还|也|并|先后|同时|随后|此外，?)?在")
IN, HOSTED = re.compile(r"(?:通过|依托|利用)?在$"), frozenset({"village", "township"})
# 依托县里的“…”, 接入市里的“…”平台: theirs too.
USES = re.compile(
    r"(?:依托|借助|借着?|乘着?|搭乘|接入|接进|连上|联通|对接|利用|运用|用好|用上|用起|使用|融入|落实|按照|参与|纳入)了?"
    r"[省市区县旗镇乡][里上](?:的|实施|推行|开展|开发|打造|搭建|统一|组织|建设){1,3}$"
)
# 在甲村，支书牵头开了11场院坝会; 甲镇召开院坝会20余场: the “乙院坝会” told of before is held there.
TIMES, TIMES_BEHIND = re.compile(r"[0-9一二三四五六七八九十]余?[场次期]“?$"), re.compile(r"[0-9]+余?[场次期]")
# 乙村、丙村也建了食堂: the “甲食堂” told of before.
ALSO = re.compile(r"也(?:跟着|学着|相继|都|陆续)?(?:建|办|开|设|搞|有)(?:起来?|成|了|上){0,2}(?:自己的|这样的)?“?$")
# 眼下，全街道有7个小区学着甲小区的做法推行“…”.
MANY_HAVE = re.compile(
    r"(?:(?:截至|到)?(?:目前|如今|现在|眼下)，?)?(?P<over>[^，。；：“”将拟]{2,10}?)(?:已|现|共|先后){0,2}有?[0-9]+余?个"
    r"(?:行政村|村|社区|小区|街道|乡镇|镇|院落|网格|楼院|嘎查)"
)
AFTER = re.compile(r"的(?:样子|做法|路子|法子|经验|办法|模式)")
AT_IT = re.compile(r"”?(?:会|现场|桌)?[上里]，")  # 甲村的两家为地界争了六年。“乙夜议”上，两家认了账。
OWN = re.compile(r"(?:，?(?:这里|当地|村里))?的")  # 下坪村的“…”, 下坪村，这里的“…”
QUARTET = 4  # characters: 莲田|夜话
RARE = 50  # in the dictionary: 夜话, 议事厅, 清风码 stand for the practice told of, 物业 and 积分 for any
FIRST = re.compile(r"首[家个座支所处][^，。；]{0,6}$")


def shown_at(scope: Scope, start: int, end: int) -> tuple[int, ...]:
    """Places at which a mention of a practice at ``[start, end)`` shows it at work, none where it does not."""
    return (*scene_of(scope, start, end), *visited(scope, start, end), *met_at(scope, start, end))


def scene_of(scope: Scope, start: int, end: int) -> tuple[int, ...]:
    """The small place of the scene that the sentence of a mention calls one, a picture or a fruit of the practice."""
    i = index_at(scope.sentences, start)
    sentence = scope.sentences[i]
    opened = SCENE.match(scope.text, sentence.start, start)
    shown = opened and (CREDITS.search(opened.group()) or SHOWN.match(scope.text, end) or is_scene(opened, end))
    taken = TAKEN_UP.search(scope.text, max(sentence.start, start - TAKEN_REACH), start)
    here = small_places(scope, sentence.start, taken.start()) if taken else ()
    if here:
        return here
    told = SUCH.fullmatch(scope.text, sentence.start, start) or NTH.fullmatch(scope.text, sentence.start, start)
    if not (shown or taken or told):
        return ()
    before = reversed(scope.sentences[max(0, i - BACK) : i])
    return next((found for told in before if (found := small_places(scope, told.start, told.end))), ())


def is_scene(opened: re.Match[str], end: int) -> bool:
    """Whether a sentence says that the scene told before is what its last words name (这一幕便是…“…”。)."""
    return bool(IS_SCENE.fullmatch(opened.group())) and ENDED.match(opened.string, end) is not None


def led_up_to(scope: Scope, start: int) -> tuple[int, ...]:
    """The small place with which a sentence opens behind a short one that opened the paragraph and names none.

    “连心簿”记着难处。甲县乙村的老人翻开一页: so what the first one names is of 乙村.
    """
    if scope.speakers.place(start) is not None:
        return ()
    i = index_at(scope.sentences, start)
    topic = scope.sentences[i]
    opens = topic.start == scope.body_start or scope.text.endswith("\n", 0, topic.start)
    if not opens or topic.end - topic.start > TOPIC_LONGEST or i + 1 == len(scope.sentences):
        return ()
    if scope.named(topic.start, topic.end) or scope.subjects.bare(topic) or scope.text.endswith("\n", 0, topic.end):
        return ()
    return small_places(scope, topic.end, topic.end + LED_REACH)


def small_places(scope: Scope, start: int, end: int) -> tuple[int, ...]:
    """The smallest place inside the localities that the text at ``[start, end)`` names last; empty for none."""
    named = [m.place for m in scope.named(start, end) if scope.holds(m.place)]
    small = [place for place in named if scope.places.places[place].level in SMALL]
    return tuple(small[-1:])


def visited(scope: Scope, start: int, end: int) -> tuple[int, ...]:
    """The small place in whose station one stands: 走进甲村“乙超市”, 在甲村“乙课堂”里."""
    before = scope.named(max(0, start - REACH), start)
    if not before or not OF.fullmatch(scope.text, before[-1].end, start):
        return ()
    led = LED_TO.search(scope.text, max(0, before[0].start - REACH), before[0].start)
    inside = led or INSIDE.match(scope.text, end)
    place = before[-1].place
    return (place,) if inside and scope.holds(place) and scope.places.places[place].level in SMALL else ()


def sampled(scope: Scope, end: int) -> tuple[int, ...]:
    """The small place that a mention calls a sample of the practice: 作为“太行夜读”示范点的甲镇乙村."""
    of = SAMPLE.match(scope.text, end)
    at, place = (of.end(), None) if of else (end, None)
    for mention in scope.named(at, at + REACH) if of else []:
        if mention.start == at:
            at, place = mention.end, mention.place
    small = place is not None and scope.holds(place) and scope.places.places[place].level in SMALL
    return (place,) if place is not None and small else ()


def lodged(scope: Scope, start: int, end: int) -> tuple[int, ...]:
    """The place that houses the first of its kind of a larger one: 甲县首家“乙食堂”落户在丙村."""
    where = LODGED.match(scope.text, end) if FIRST.search(scope.text, max(0, start - 10), start) else None
    named = scope.named(*where.span(where.lastgroup or 0)) if where else []
    return (named[-1].place,) if named and scope.holds(named[-1].place) else ()


def learned_from(scope: Scope, start: int) -> tuple[int, ...]:
    """The place that others are said to have learned what is named at an offset from: 学习借鉴甲县乙村“…”经验.

    So does 到甲市乙区学习了“…”的做法, where the place stands before the verb.
    """
    before = scope.named(max(0, start - 2 * REACH), start)
    if before and WENT.fullmatch(scope.text, before[-1].end, start):
        return (before[-1].place,)
    if not before or not OF.fullmatch(scope.text, before[-1].end, start):
        return ()
    first = chain_start(before)
    learnt = LEARNT.search(scope.text, max(0, first - 8), first)
    return (before[-1].place,) if learnt else ()


def centred(scope: Scope, offset: int) -> tuple[int, ...]:
    """The places at which the sentence says before an offset that most is done (以甲、乙街道为重点)."""
    start = max(sentence_at(scope.sentences, offset).start, offset - CENTRE_REACH)
    centre = CENTRED.search(scope.text, start, offset)
    return tuple(m.place for m in scope.named(*centre.span("where")) if scope.holds(m.place)) if centre else ()


def own_of(scope: Scope, start: int) -> tuple[int, ...]:
    """The small places whose own a mention calls the practice: 上坪乡上坪村、下坪村的“…”每天开门.

    So does 上坪村说事屋 without quotes, and 上坪小区合伙人, where the name begins with the last word of the place's.
    """
    before = scope.named(max(0, start - REACH), start)
    joined = before and (before[-1].end > start or (before[-1].end == start and scope.text[start] != "“"))
    if not before or not (joined or OWN.fullmatch(scope.text, before[-1].end, start)):
        return ()
    place = before[-1].place
    if not scope.holds(place) or scope.places.places[place].level not in SMALL:
        return ()
    listed = scope.stated(start)
    return listed if place in listed else (place,)


def met_at(scope: Scope, start: int, end: int) -> tuple[int, ...]:
    """The small place of those who met at what a mention names: 甲村两家争地界。“乙夜议”上，两家认了账."""
    if not AT_IT.match(scope.text, end):
        return ()
    return tuple(i for i in scope.at(start, end) if scope.places.places[i].level in SMALL)


def copied(scope: Scope, start: int) -> tuple[int, ...]:
    """The place in the whole of which many have what is named at an offset, and the one that they do it after.

    全街道有7个小区学着甲小区的做法推行“…”: the street, and 甲小区.
    """
    many = MANY_HAVE.match(scope.text, sentence_at(scope.sentences, start).start, start)
    if many is None:
        return ()
    over = scope.named(*many.span("over"))[-1:]
    after = (m for m in scope.named(many.end(), start) if AFTER.match(scope.text, m.end))
    return tuple(m.place for m in (*over, *after) if scope.spans(m.place))


def adopted(scope: Scope, start: int) -> tuple[int, ...]:
    """Those who spread what is named at an offset as a smaller place's: 乙县推广甲村“…”经验; none where nobody does."""
    before = scope.named(max(0, start - 2 * REACH), start)
    if not before or not OF.fullmatch(scope.text, before[-1].end, start):
        return ()
    first = chain_start(before)
    if ADOPTS.search(scope.text, max(0, first - 8), first) is None:
        return ()
    around = scope.places.places[before[-1].place].within
    return tuple(i for i in scope.at(first, first) if scope.places.places[i].name in around)


def uses(scope: Scope, start: int) -> tuple[int, ...]:
    """The places that make use of what is named at an offset as a larger one's: 甲村依托县里的“…”平台."""
    return scope.stated(start) if USES.search(scope.text, max(0, start - REACH), start) else ()


def hosted(scope: Scope, start: int) -> tuple[int, ...]:
    """The village or town that sets up what is named at an offset in one of its compounds: 甲社区在乙小区开起“…”."""
    sentence = sentence_at(scope.sentences, start)
    named = [m for m in scope.named(sentence.start, start) if scope.holds(m.place)]
    if not named or any(scope.places.places[m.place].level != "compound" for m in named[-1:]):
        return ()
    if all(scope.places.places[m.place].level == "compound" for m in named):
        return builder(scope, sentence, named[0].start, start)
    one, other = named[-2], named[-1]
    whose = scope.places.places[one.place]
    inside = whose.name in scope.places.places[other.place].within
    apart = (
        TRIED.search(scope.text, other.end, start)
        or "，" in scope.text[other.end : start]
        or not IN.fullmatch(scope.text, one.end, other.start)
    )
    return (one.place,) if inside and whose.level in HOSTED and not apart else ()


def builder(scope: Scope, sentence: Sentence, first: int, start: int) -> tuple[int, ...]:
    """The community of the sentence before that sets up in compounds what is named (又在乙、丙小区搭了…)."""
    carried = scope.at(sentence.start, sentence.start)
    village = [i for i in carried if scope.places.places[i].level == "village"]
    setting = LED_IN.fullmatch(scope.text, sentence.start, first) and not TRIED.search(scope.text, first, start)
    return tuple(village) if setting and len(village) == len(carried) and "，" not in scope.text[first:start] else ()


def held_at(scope: Scope, name: str, start: int) -> tuple[int, ...]:
    """The small places that a sentence behind an offset names as holding a practice or having it too.

    It may stand there under a shorter name: 甲村开了3场夜话, 乙村也建了食堂.
    """
    found: list[int] = []
    for tail in dict.fromkeys((name, name[-3:], name[-2:])):
        telling = tail == name or len(tail) > 2 or frequency(tail) < RARE
        for at, end in standings(scope.text, tail, start):
            before = max(0, at - ALSO_REACH)
            times = TIMES.search(scope.text, before, at) or TIMES_BEHIND.match(scope.text, end)
            if (times and telling) or ALSO.search(scope.text, before, at):
                found += scope.stated(at)
    return tuple(place for place in found if scope.places.places[place].level in SMALL)


def echoed(scope: Scope, name: str, start: int) -> tuple[int, ...]:
    """The small places that sentences behind an offset open with and tell of under the end of a name in the headline.

    甲镇：“莲田夜话”话新风. …乙村把夜话议出的办法写进村规民约.
    """
    tail = name[-2:] if len(name) == QUARTET else name[-3:]
    if len(name) <= 3 or name not in scope.text[: scope.body_start] or frequency(tail) >= RARE:
        return ()
    found = []
    for m in re.finditer(re.escape(tail), scope.text):
        place = scope.subjects.of(sentence_at(scope.sentences, m.start())) if m.start() > start else None
        small = place is not None and scope.holds(place) and scope.places.places[place].level in SMALL
        if place is not None and small and place in scope.stated(m.start()):
            found.append(place)
    return tuple(found)
