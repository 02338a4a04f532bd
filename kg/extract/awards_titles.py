"""The titles of recognitions, and what tells them from other things one receives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.context import context_at
from kg.model import Sentence
from kg.rulebook import RuleBook, RuleMatch

Span = tuple[int, int]

# Behind the titles: 等10余项国家级、省级荣誉, 两块牌子, 荣誉称号.
_COUNT = r"(?:近|超|逾|共)?(?:[\d一二两三四五六七八九十百数多]{1,4}[余多]?[项个块张座面]|一?系列|诸多|众多)"
_RANK = r"(?:(?:国家|自治区|[省市县区州部旗盟]){1,3}级(?:以上)?|“?[国省市部中]字[头号]”?)[、和及]?"
_HONOUR = (
    r"(?:命名|(?<=[”块张面位体织社区村庄镇乡县市号例])(?:奖牌|奖杯|奖状|铜牌|匾额|牌子|授牌|认定)|行列|之列|方阵|荣誉称号|荣誉|称号|殊荣|奖项|名单|榜单|名录"
    r"|表彰|桂冠|美誉|头衔|牌匾|金字招牌|招牌|名片)"
)
TAIL = re.compile(rf"(?:等)?(?:{_COUNT})?的?(?:{_RANK}){{0,4}}{_HONOUR}{{0,4}}(?:{_COUNT})?等?$")
# Behind a title and no part of it: 示范村|的消息, 称号|后; not 全省|的先进典型.
CUT = re.compile(
    r"(?<=[奖号誉位范村体户例单”])(?:并|后|以来|的(?!“)).*$|(?<=[奖号誉位范村体户例单”])的“[^“”]{2,12}”$"
    r"|(?<=[社区镇乡县城])(?<!全[区县社])的[^“”]*$|(?:以来|之后|后|的基础上|的同时|时)$"
)
YEARS = re.compile(  # 2016—2020年度
    r"(?:(?:19|20)\d\d年?度?[—－–~至到-]{1,2}(?:19|20)\d\d年?度?(?:[、和及]|以及)?)+"
)
IN_YEAR = re.compile(r"（(?P<year>(?:19|20)\d\d)年?度?）\Z")  # 全国文明村（2020年）
STYLED = re.compile(r"(?:荣誉|称号|殊荣|奖项)[^“”]{0,4}$")
JOINT = re.compile(
    r"、|(?<=”)[和与及](?=“)|(?<=”)以及(?=“)|(?<=”)(?=“)|(?<=”)，"
    r"|(?<=[村镇乡县区市位体奖例号])(?:以及|[和及与])(?=全[国省市县区州]|国家|自治区|[省市县州][级“]|[一-鿿]{2,3}[省市县州]|[一-鿿]{2,4}部(?!分))"
)
BARE_LEVEL = re.compile(r"(?:国家|自治区|[省市县区州部旗盟])级?")  # 省、市文明单位 is one
QUOTED = re.compile(r"“([^“”]{2,30})”")
PROVINCE_LEVEL = re.compile(r"(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$")
BEST = re.compile(r"(?:优秀|先进|示范|十佳)试点|试点(?:合格|优秀|先进|示范)")  # honoured among those that try
LEVELLED = re.compile(r"[省市县州盟]|(?<!红)旗|(?<![社小园校景片])区")
COUNTED = re.compile(r"(?:\d+|[数几一二三四五六七八九十百千]+)[余多]?[项个次块张]")  # 百余项国家级荣誉
# Who tells of an award is no part of its title: 农业农村部公布的|第三批….
TOLD_BY = re.compile(
    r"由?[^，。；“”]{2,24}?(?:(?:公布|发布|推介|评选|评出|主办|举办|颁发)的|(?:公布|发布|通报)了?(?=第|首|全|国家|[省市县]级))"
)
# The next of several that were honoured: 甲小区被评为“…”、乙社区被评为“…”.
ANOTHER = re.compile(r"、[^，。；“”、]{2,24}?(?P<verb>被(?:评为|评定为|授予|命名为|认定为|表彰为)|荣获|获评)")
# Further honours behind a comma: 荣获全国文明村镇，省绿色社区，市先进党组织等称号.
GOES_ON = re.compile(
    r"，(?![获荣被评])(?P<title>(?:全国|国家级?|自治区级?|全?[省市县区州]级?|[一-鿿]{2,3}[省市县区州盟旗])[^，。；：获评被授荣“”]{0,14}?"
    r"(?:示范|先进|文明|优秀|模范|十佳|达标|和谐|平安|绿色|卫生|最美|星级)[^，。；：“”]{0,8}?"
    r"(?:社区|村镇?|乡镇?|镇|街道|小区|单位|集体|党?组织|[县市区旗]|奖|支部|基地|站|家庭|企业))(?=[，。、；等])"
)
MOST_HONOURS = 12
# An honour also where its level is not said.
OWN_RANK = re.compile(
    r"(?:先进|示范|文明|模范)(?:单位|集体|党组织|基层党组织)$|枫桥式[一-鿿]{0,4}(?:派出所|法庭|司法所|检察室|税务所)$"
)
# How many others hold it: 创成省级示范村|12个; those, whoever they are: 获评“五星小区”|的村子.
HELD_BY = re.compile(r"”?(?:近|超|逾)?[\d一二两三四五六七八九十百]{1,4}[余多]?[个家所处](?=[，。；、]|$)")
HOLDS = re.compile(r"的[^“”，]{1,12}$")
PEOPLE = re.compile(r"\d+(?:余|多)?(?:名|户|人|位|个家庭)[^，。；]{0,14}$")
# One is honoured: also where no level is said, or the title is short.
HONOURED = ("被评", "被表彰", "被授", "被命名", "被认定", "被确认")
# One is only chosen: 列为试验区, 入选试点 are no honours yet.
CHOSEN = re.compile(r"[列选批]|纳入|定为|确[定立]为|推荐|入围|成为|创")
EXPERIMENT = re.compile(r"[试实]验[区县市镇乡村]$")
# A place in the order of an evaluation, and the evaluation told before: 在2021年全省信访工作考核里荣获|优秀等次.
PLACING = re.compile(
    r"“?(?:优秀|良好|先进|[一A]|第[一二三])”?(?:等次|等级|等|档次|档|单位|格次)?|第[一二三四五六七八九十]名|集体[特一二三]等奖"
    r"|[特一二三]等奖|优胜奖|优秀奖|[金银铜]奖"
)
_EVALUATION = r"考评|考核|评比|评价|评估|测评|评选|评议|评审|比武|督查|大赛|竞赛|比赛|擂台赛|赛事|展评|展播"
_LEVEL = r"(?:(?:19|20)\d\d年(?:度)?|全国|国家级?|全[省市县区州旗盟]|自治区|[省市县区州]级)"
EVALUATION = re.compile(
    rf"(?:在(?P<within>(?:{_LEVEL}|[一-鿿]{{2,3}}[省市县州盟旗])[^，。；：“”]{{2,30}}?(?:{_EVALUATION}))"
    rf"|(?P<told>{_LEVEL}[^，。；：“”在]{{2,30}}?(?:{_EVALUATION})))"
    r"[^，。；：]{0,10}(?:，[^，。；：]{0,20}){0,2}\Z"
)
# Of bodies, not of people: “五个好”村党组织|标兵.
OF_BODIES = re.compile(r"(?:组织|支部|党委|单位|集体|社区|[村镇乡县市区]|街道|企业|机关|窗口)标兵$")
OF_STAFF = re.compile(r"干部|公务员|个人|党员|职工|员工|教师|民警")
# 推动更多小区|成为全市示范小区: what somebody works for.
WORKED_FOR = re.compile(r"(?:推动|推进|促进|促使|助推|助力|引导|支持|争取|努力|打造|创建|更多|把|将)[^，。；]{0,20}\Z")
BECAME = "成为"
OWN_GIVER = re.compile(r"(?:社区|村里?|村委会|居委会|网格|小区|物业|群众|居民|村民|大家|业主)$")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it stands; ``offset`` that of its verb, ``frame`` the evaluation in which it is a place."""

    start: int
    end: int
    offset: int
    frame: Span | None = None


@dataclass(frozen=True, slots=True)
class Conferral:
    """A verb, where it stands, and the stretch behind it; ``given`` where a giver is named."""

    offset: int
    verb: str
    start: int
    end: int
    given: bool = False


@dataclass(frozen=True, slots=True)
class AwardWords:
    """The word lists that tell an award from other things one receives."""

    regions: tuple[str, ...]
    heads: tuple[str, ...]
    levels: tuple[str, ...]
    person: tuple[str, ...]
    unaward: tuple[str, ...]
    pilot: tuple[str, ...]
    honours: tuple[str, ...]
    weak: tuple[str, ...]
    holders: tuple[str, ...]

    def levelled(self, plain: str, regions: tuple[str, ...] = ()) -> bool:
        """Whether a title tells its level, or opens with a province's name; ``regions`` may stand anywhere."""
        return (
            any(level in plain for level in (*self.levels, *regions))
            or plain.startswith(self.regions)
            or LEVELLED.search(plain[:8]) is not None
        )

    def personal(self, title: str) -> bool:
        """Whether a title is one of people."""
        plain = title.strip("“”")
        return plain.endswith(self.person) and not OF_BODIES.search(plain)

    def is_award(self, title: str, told: Conferral, *, styled: bool = False, enclosed: bool = False) -> bool:
        """Whether a title names a recognition of a place, body or practice.

        ``styled`` where 称号 follows, ``enclosed`` where the whole of it stands in quotes.
        """
        plain = title.replace("“", "").replace("”", "")
        chosen = CHOSEN.search(told.verb) is not None
        strong = told.verb in self.honours or (told.given and not chosen)
        conferred = strong or told.given or told.verb.startswith(HONOURED)
        if len(plain) < (3 if conferred or plain.endswith(("杯", "奖")) else 4) or plain.startswith("此"):
            return False
        if COUNTED.match(plain) or self._none(plain, tried=chosen and not styled):
            return False
        quoted = QUOTED.search(title) is not None
        levelled = self.levelled(plain, self.regions if conferred else ())  # 被命名为平安浙江建设先进县
        honoured = styled or any(head in plain for head in self.heads)
        held = plain.endswith(self.holders)
        if told.verb in self.weak:
            return honoured and levelled and (held or quoted or enclosed)
        ranked = conferred and OWN_RANK.search(plain) is not None
        return (honoured and (levelled or strong or ranked or plain.endswith(("奖", "杯")))) or (
            levelled and ((quoted and conferred) or (held and strong))
        )

    def _none(self, plain: str, *, tried: bool) -> bool:
        """Whether a title goes to people, is no honour, or names what is only tried out."""
        if EXPERIMENT.search(plain):
            return tried
        return (
            self.personal(plain)
            or plain.endswith(self.unaward)
            or (plain.endswith(self.pilot) and not BEST.search(plain))
        )


@lru_cache(maxsize=4)
def award_words(book: RuleBook) -> AwardWords:
    """The lists of one rule book (``awards.csv``) and the names of the provinces (``place_abbreviations.csv``)."""
    kinds = ("head", "level", "person", "unaward", "pilot", "honours", "weak", "holder")
    provinces = {PROVINCE_LEVEL.sub("", row["province"]) for row in book.lexicon("place_abbreviations")}
    return AwardWords(tuple(sorted(provinces)), *(book.words("awards", kind=kind) for kind in kinds))


def read_match(match: RuleMatch, sentence: Sentence, words: AwardWords, book: RuleBook) -> Iterable[Title]:
    """The titles that a match names; none that are hoped for, given by those who receive them or go to people."""
    text = match.text
    context = context_at(text, sentence, match.start, match.slots["award"][0], book)
    if not context.reported or PEOPLE.search(text[sentence.start : match.start]):
        return
    if OWN_GIVER.search(match.get("giver") or "") or (
        match.rule.yields.get("verb") == BECAME and WORKED_FOR.search(text, sentence.start, match.start)
    ):
        return
    for told in conferrals(match):
        if text[told.end - 1] == "的":
            continue  # 已被命名为示范村的不再参评
        body = CUT.sub("", text[told.start : told.end])
        styled = STYLED.search(body) is not None
        loose = HOLDS.search(text, told.start, told.end) is not None
        for start, end in titles(body, told.start):
            if PLACING.fullmatch(text, start, end):
                frame = evaluation(text, sentence, told.offset)
                if frame is not None:
                    yield Title(start, end, told.offset, frame)
            elif not (HELD_BY.match(text, end) or (loose and not words.levelled(text[start:end]))) and words.is_award(
                text[start:end], told, styled=styled, enclosed=text[start - 1] == "“"
            ):
                yield Title(start, end, told.offset)


def goes_to_people(match: RuleMatch, words: AwardWords) -> bool:
    """Whether a match names an honour of people (被评为全国优秀调解员)."""
    stretches = ((told.start, told.end) for told in conferrals(match)) if match.rule.yields["award"] else ()
    return any(
        words.personal(match.text[s:e])
        for start, end in stretches
        for s, e in titles(CUT.sub("", match.text[start:end]), start)
    )


def evaluation(text: str, sentence: Sentence, offset: int) -> Span | None:
    """The evaluation by others in which one takes a place, told before the verb (在2021年全省信访工作考核里|荣获)."""
    found = EVALUATION.search(text, sentence.start, offset)
    if found is None or OF_STAFF.search(found[0]):
        return None
    return found.span("within" if found["within"] else "told")


def conferrals(match: RuleMatch) -> Iterable[Conferral]:
    """What a match confers: by the rule's own verb, then by those listed behind."""
    start, end = match.slots["award"]
    verb = match.get("verb") or str(match.rule.yields.get("verb", ""))
    given = match.get("giver") is not None
    offset = match.start
    for another in ANOTHER.finditer(match.text, start, end):
        yield Conferral(offset, verb, start, another.start(), given)
        offset, verb, start = another.start("verb"), another["verb"], another.end()
    yield Conferral(offset, verb, start, end, given)
    for _ in range(MOST_HONOURS):
        further = GOES_ON.match(match.text, end)
        if further is None:
            return
        end = further.end()
        yield Conferral(offset, verb, further.start("title"), end, given)


def titles(body: str, offset: int) -> list[Span]:
    """The titles listed in a stretch of text that begins at an offset, without 等荣誉称号 behind them."""
    body = TAIL.sub("", body)
    spans: list[Span] = []
    at = 0
    depth = [0]
    for char in body:
        depth.append(depth[-1] + (char in "“（") - (char in "”）"))
    for joint in JOINT.finditer(body):
        if depth[joint.start()] == 0 and not BARE_LEVEL.fullmatch(body, at, joint.start()):
            spans.append((at, joint.start()))
            at = joint.end()
    spans.append((at, len(body)))
    return [(offset + s, offset + e) for s, e in (trimmed(body, s, e) for s, e in spans) if e - s >= 2]


def trimmed(body: str, start: int, end: int) -> Span:
    """A title's span without marks around the whole of it and without 称号 behind it."""
    tail = TAIL.search(body, start, end)
    end = tail.start() if tail else end
    given = IN_YEAR.search(body, start, end)
    end = given.start() if given else end
    while start < end and body[start] in "了的为过 ":
        start += 1
    years = YEARS.match(body, start, end)
    start = years.end() if years else start
    told = TOLD_BY.match(body, start, end)
    start = told.end() if told else start
    start += len("创建") if body.startswith("创建", start, end) else 0
    if end - start > 2 and body[start] == "“" and body[end - 1] == "”" and "“" not in body[start + 1 : end]:
        return start + 1, end - 1
    return start, end
