"""What a number counts by the shape of its clause: points given, a price, money laid out, people made something.

Each function gives what is counted and the span of the words that say it, or None where the clause has no such shape.
"""

from __future__ import annotations

import re

from kg.extract.measures_money import money
from kg.extract.measures_numbers import PEOPLE, Number
from kg.extract.measures_times import lasting
from kg.extract.measures_topics import clause_before, closing_noun
from kg.extract.nominals import MONEY_NOUN, NominalWords, Phrases, tag

Span = tuple[int, int]
Told = tuple[str, Span]

MONEY = frozenset({"元", "块"})
REACH = 30  # characters before a number
CLAUSE = r"[^，。；：、！？“”\n]"
# 打扫巷道记2分, 送一回药两分: points for a deed; 攒了460分: points of somebody.
GIVEN = re.compile(
    rf"(?P<deed>{CLAUSE}{{2,16}}?)(?:可以|可|就|能|另|再)?(?:获|给)?(?<![累合总共统小])(?P<how>[记计积扣加减奖])[上满得]?\Z"
)
EACH = re.compile(rf"(?P<deed>{CLAUSE}{{0,10}}一(?:[次回件场趟]|个钟头|个?小时){CLAUSE}{{0,5}})\Z")
SAVED = re.compile(r"(?:积|攒|存|兑|换|挣|得|领|有)(?:分|积分)?(?:了|够|满|下|到|出|上|取|约)*\Z")
RATED = re.compile(r"(?:满意度|指数|得分|评分|平均|测评)[^，。；]{0,6}\Z")
# 一餐10元, 每平方米0.3元, 每餐只付5元: what one of something costs.
PER = re.compile(
    r"(?P<per>[每一](?:餐饭?|顿饭?|份饭?|平方米|平米|公斤|立方|[盒斤吨度次桌围席趟亩位张盆])|[一每](?:口?人|户|家)[一每](?:个?月|年|天|季度?)|一天[一两三][顿餐])"
    r"(?:只要|只需|仅需|才|只|仅|就|还|需|要|不得|不|控制在)*[收付交花掏缴]?取?\Z"
)
PER_AT_FIRST = re.compile(r"(?P<per>每[一-鿿])[由从](?:原来|过去|以前|原先|当初)?的?\Z")  # 每桌从800元降到400元
STANDARD = re.compile(
    r"的(?:标准|价格)(?:收取|缴纳|交纳|缴|支付|发放|给予|补贴|补助|收)(?P<fee>[一-鿿]{2,6}?)(?=[，。；、]|\Z)"
)
PER_BEHIND = re.compile(r"一(?:[餐顿份桌围斤盒位张次席]|个人)(?=[，。；、）]|\Z)")
# 承包费由180元一亩涨到550元|一亩: the fee told before.
RATE_BEHIND = re.compile(r"一(?:亩|斤|公斤|平方米|平|吨|棵|只|头|年|个月|月|天)(?=[，。；、,）]|[涨降升增提减]|\Z)")
FEE = re.compile(
    r"[一-鿿]{0,4}?(?:承包费|管理费|物业费|停车费|流转费|服务费|租金|地租|价格|单价|收购价|流转价|工钱|工价|费用)"
)
FEE_REACH = 48
# 丧事费用|由户均3.5万元降至1.2万元
FROM_AVERAGE = re.compile(r"[由从](?:原来|过去|以前|原先)?的?(?:户均|人均|平均|场均|桌均)\Z")
PRICED = re.compile(r"(?:封顶|起步|起价|包月|包年|管饱|管够|不限量)")
EATING = re.compile(r"(?:食堂|饭堂|餐厅|餐桌|饭桌|饭店|灶|食光|助餐点|老饭桌|厨房|小馆|[餐面]馆)\Z")
DISHES = re.compile(r"(?P<dishes>[一二两三四][荤菜][一二两三四][素汤荤](?:[一二两]汤)?)(?:只|仅|才)?[收要卖]?\Z")
# 拿出47万元购置物品: the money is for what follows, not for the verb.
LAID_OUT = re.compile(r"(?:拿出|留出|匀出|凑出|安排|列支|掏出|掏|划出|挤出|拨出|腾出|划拨)了?\Z")
SOURCE = re.compile(r"从(?P<source>[^，。；]{2,12}?)(?:当中|里头|中|里)\Z")
FOR_WHOM = re.compile(r"，(?:给|为|对|帮|替)[^，。；]{3,20}(?=[，。；])")
PURPOSE = re.compile(r"，?(?:专门|专项|全部)?(?:用于|用来|用作|作为|拿来)")
SMALL_DEED = re.compile(r"[办建设补修做]起?(?![理法案事设立筑成造])")
FORM = re.compile(r"，?(?:组成|组建|编成|编为|成立)(?:了|起|一支|1支)*")
DRAWN = re.compile(r"从[^，。；]{2,40}[中里]?(?:选出|挑选|挑出|选派|选拔|抽调|遴选|选聘|招来|选)了?\Z")
VOTES = re.compile(r"(?:得|获|拿|收)[了到]?\Z")
TEAM = re.compile(r"[队团组会社]”?\Z")
MADE_UP = re.compile(r"[一-鿿“”]{2,10}?(?:小组|[评巡调工宣][一-鿿]组|[队团]|专班)(?![员长])")  # 由…组成的9人评议小组
BOARD = re.compile(
    r"(?:(?:理事|议事|评议|调解|监督|协商|评理|管委|管理委员|业主委员|[业监]委)会|[^，。；、的\d]{0,6}(?:小组|专班|班子|[评巡调工宣护][一-鿿][组队团]))(?![员长])"
)
LAID = re.compile(r"(?:[摆办开请订]|[减缩压降][少减缩]?[到成为至])了?\Z")
FEAST = re.compile(r"(?:结婚|满月|升学|谢师|乔迁|婚|喜|寿|宴)[宴酒席]|酒席|宴席|流水席|婚事|喜事|丧事|白事|婚礼|寿诞")
SERVE = re.compile(
    r"(?:[到进]?(?:村|社区|小区|网格)|[到进][一-鿿]{1,4})?(?:担任|当(?![地天场时日面前作成年初])[好起上]?了?|兼任|聘为|受聘为|被聘为|选为|转为|任(?![务何职命劳期意由教课性免凭]))"
)
# 从老党员里挑出28个当楼门长
PERSONS = re.compile(r"人(?![口员才均类家民气行次份力])")
PICKED = PEOPLE | {"个", "户"}
PICK = re.compile(
    r"(?:[挑选推抽聘评招请]|推举|推选|公推|遴选|选聘|聘请|招募|抽调|选拔|培养|培训|请来)(?:出来?|了|来)*\Z"
)
POST = re.compile(r"(?:来|去)?(?:担任|出任|充当|兼任|任|当|做|作为|成为)(?:[了起上]|兼职|专职)?")
# 以50户左右为单元: how many households one unit holds.
# 接待邻县12批260人次来村参观: what the visitors came for.
VISITS = frozenset({"批", "批次", "人次"})
VISITORS = re.compile(
    r"(?:\d[\d.]{0,6}[万余多]{0,2}(?:人次?|批次?|名))?(?:前来|来到?|到|赴)[^，。；：、\d]{0,6}?"
    r"(?P<deed>(?:学习|考察|观摩|参观|交流|调研|取经|研学|体验|打卡|采风|参访|借鉴)+)(?=[，。；、]|\Z)"
)
# 8次到现场协调: so often was it done.
TIMES = frozenset({"次", "回", "趟", "轮", "遍"})
DEED_BEHIND = re.compile(
    r"(?:到|赴|去|深入|现场|主动|专程|实地|上门|登门|带队|召集|前往|集中|牵头|亲自|当面|入户|约请|约谈|专题|召开|组织)"
    r"[一-鿿]{2,8}(?<![的了])(?=[，。；、]|\Z)"
)
LEADS = re.compile(r"(?P<verb>带动|带领|引领|发动|吸引|吸纳|扶持|引导|支持|指导|组织)了?(?:周边|附近|全村|当地)?\Z")
FARMING = re.compile(r"(?:一起|共同)?(?:种植?|养殖?|栽[植种]?|发展|入股|加入|务工|就业|增收|参与)(?=[一-鿿，。])")
TENURE = re.compile(r"(?P<verb>流转|托管|承包|租赁|租下|复垦|平整|盘活|收回)了?\Z")
TILLED = re.compile(r"[，。；、]|种|栽|发展|建|用于|用来|打造|试种|改种|开展|办")
LENGTHS = frozenset({"公里", "千米", "里", "里路", "米"})
LIES = re.compile(
    rf"(?:距离|距|相距|离)(?P<off>{CLAUSE}{{2,14}}?)(?:只有|仅有|不过|有|只|仅|约|大约|不到|不足)*\Z"
    rf"|(?:位于|地处|坐落于|坐落在|在)(?P<near>{CLAUSE}{{2,14}}?)(?:以?[东南西北]{{1,2}}|[东南西北]{{1,2}}[部面方侧郊])(?:大?约|近)?\Z"
)
OUTER_PLACE = re.compile(r"[一-鿿]{2,10}[省市县区旗](?=[一-鿿]{2,})")
UNIT_OF = re.compile(r"为(?:一个|1个|一)?(?:单元|标准|基准|基础|规模|单位|[组联片格网](?=[，。；、推选划]))")


def shaped(text: str, start: int, number: Number, span: Span | None, right_to: int, words: NominalWords) -> Told | None:
    """What the shape of the clause says is counted; ``start`` is where the words of this number may begin."""
    lasted = lasting(text, start, number)
    if lasted or number.unit == "分":
        return lasted or points(text, start, number)
    if number.unit in MONEY or number.unit in ("%", "成"):
        priced = (
            price(text, start, number, span, words) or money(text, start, number, words)
            if number.unit in MONEY
            else None
        )
        return priced or outlay(text, start, number, right_to, words)
    if number.unit == "票" and (won := VOTES.search(text, max(start, number.start - REACH), number.start)):
        return "得票", won.span()
    if number.unit == "桌":
        return tables(text, number)
    if number.unit in PICKED and (told := people(text, start, number, span, words)):
        return told
    return repeated(text, number) or extent(text, start, number)


def people(text: str, start: int, number: Number, span: Span | None, words: NominalWords) -> Told | None:
    """Who is counted by what they are made, or by the team that they are in."""
    if post := picked(text, start, number, words):
        return post
    if number.unit not in PEOPLE:
        return members(text, start, number, words) if number.unit == "个" else None
    return made_up(text, number, words) or (office(text, number, span, words) if span else None)


def repeated(text: str, number: Number) -> Told | None:
    """What was done so often, or what so many came for."""
    deed = DEED_BEHIND.match(text, number.end) if number.unit in TIMES else None
    if deed:
        return deed[0], deed.span()
    visited = VISITORS.match(text, number.end) if number.unit in VISITS else None
    return (visited["deed"], visited.span("deed")) if visited else None


def extent(text: str, start: int, number: Number) -> Told | None:
    """What a number of households, a distance or an area measures."""
    if number.unit == "户":
        return households(text, start, number)
    return distance(text, number) if number.unit in LENGTHS else land(text, start, number)


def distance(text: str, number: Number) -> Told | None:
    """From where something lies so far away: 位于甲县乙镇以东约2公里处 counts 距乙镇."""
    lies = LIES.search(text, max(0, number.start - REACH), number.start)
    if lies is None:
        return None
    start, end = lies.span(lies.lastgroup or 0)
    inner = OUTER_PLACE.match(text, start, end)
    return "距" + text[inner.end() if inner else start : end], lies.span()


def households(text: str, start: int, number: Number) -> Told | None:
    """How many households one unit holds, or those that are led to do something: 带动65户种植辣椒 counts 带动农户."""
    if text.startswith("以", max(0, number.start - 1)):
        unit = UNIT_OF.match(text, number.end)
        return ("单元户数", (number.start, unit.end())) if unit else None
    verb = LEADS.search(text, max(start, number.start - REACH), number.start)
    if verb is None or not (farm := FARMING.match(text, number.end)):
        return None
    return verb["verb"] + "农户", (verb.start(), farm.end())


def land(text: str, start: int, number: Number) -> Told | None:
    """The land that a verb alone before an area means: 流转820亩种植水稻 counts 流转土地."""
    verb = TENURE.search(text, max(start, number.start - REACH), number.start) if number.unit == "亩" else None
    return (verb["verb"] + "土地", verb.span()) if verb and TILLED.match(text, number.end) else None


def points(text: str, start: int, number: Number) -> Told | None:
    """积分, or the deed that the points are given or taken for."""
    lead = max(start, number.start - REACH), number.start
    given = GIVEN.search(text, *lead)
    if given:
        return given["deed"] + given["how"] + "分", given.span()
    each = EACH.search(text, *lead)
    if each:
        return each["deed"] + "记分", each.span()
    saved = None if RATED.search(text, *lead) else SAVED.search(text, *lead)
    return ("积分", saved.span()) if saved else None


def tables(text: str, number: Number) -> Told | None:
    """The feast whose tables are laid: 给儿子办婚事，只摆了12桌; 酒席 where none is named."""
    laid = LAID.search(text, max(0, number.start - len("后来减少到了")), number.start)
    if laid is None or text.startswith("的", number.end):
        return None
    line = max(text.rfind("\n", 0, number.start) + 1, number.start - 2 * REACH)
    feasts = list(FEAST.finditer(text, line, number.start))
    return (feasts[-1][0], feasts[-1].span()) if feasts else ("酒席", laid.span())


def price(text: str, start: int, number: Number, span: Span | None, words: NominalWords) -> Told | None:
    """What costs so much, where it stands apart from the number."""
    phrases, lead = Phrases(words), (max(start, number.start - REACH), number.start)
    apart = fee_told(text, number) or averaged(text, *lead, phrases)
    if apart or PRICED.match(text, number.end):
        told = phrases.leftward(text, *lead)
        return apart or ((text[slice(*told)], told) if told else None)
    per = PER.search(text, *lead) or PER_AT_FIRST.search(text, *lead)
    if per and (fee := STANDARD.match(text, number.end)):
        return per["per"] + fee["fee"], (per.start(), fee.end())
    if per:
        named = phrases.leftward(text, lead[0], per.start("per"))
        named = named or eating_place(text, number, words)
        what = (
            text[slice(*named)] + per["per"] if named else re.sub(r"一(?=[桌户])|(?<=户)一", "每", per["per"]) + "价格"
        )
        return what, (named[0] if named else per.start(), per.end())
    dishes, behind = DISHES.search(text, *lead), PER_BEHIND.match(text, number.end)
    if dishes or (behind and span is None):
        named = eating_place(text, number, words)
        if named:
            return text[slice(*named)] + (behind[0] if behind else ""), named
        return (dishes["dishes"], dishes.span("dishes")) if dishes else None
    return None


def fee_told(text: str, number: Number) -> Told | None:
    """The fee told before a price for one of something: 承包费由180元一亩涨到550元一亩."""
    if not RATE_BEHIND.match(text, number.end):
        return None
    fees = list(FEE.finditer(text, max(text.rfind("。", 0, number.start), number.start - FEE_REACH), number.start))
    return (fees[-1][0], fees[-1].span()) if fees else None


def averaged(text: str, start: int, end: int, phrases: Phrases) -> Told | None:
    """What cost so much on average before it changed: 丧事费用由户均3.5万元降至1.2万元."""
    average = FROM_AVERAGE.search(text, start, end)
    named = phrases.leftward(text, start, average.start()) if average else None
    return (text[slice(*named)], named) if named else None


def eating_place(text: str, number: Number, words: NominalWords) -> Span | None:
    """The canteen that the clause before names: 社区办起长者饭堂，一荤两素收4元."""
    named = closing_noun(text, *clause_before(text, number.start), words)
    return named if named and EATING.search(text, *named) else None


def outlay(text: str, start: int, number: Number, right_to: int, words: NominalWords) -> Told | None:
    """What the money that somebody lays out is for: the deed or thing behind it, else 资金."""
    out = LAID_OUT.search(text, max(start, number.start - REACH), number.start)
    if out is None:
        return None
    phrases = Phrases(words)
    purpose = PURPOSE.match(text, number.end)
    begin = purpose.end() if purpose else number.end
    deed = SMALL_DEED.match(text, begin, right_to)
    begin = deed.end() if deed else begin
    if purpose and (fund := MONEY_NOUN.match(text, begin, right_to)):
        return fund[0], fund.span()
    named = phrases.rightward(text, begin, right_to) if deed or purpose else phrases.verbal(text, begin, right_to)
    if named:
        return text[slice(*named)], named
    if number.unit in MONEY and (told := done_for(text, number.end)):
        return told
    source = SOURCE.search(text, start, out.start())
    if source:
        return source["source"], source.span("source")
    return ("资金", out.span()) if number.unit in MONEY and not out[0].startswith("列支") else None


def done_for(text: str, start: int) -> Told | None:
    """The deed of the next clause that is done for somebody: 拿出5万元，给老人改了厨房 is for 改厨房."""
    clause = FOR_WHOM.match(text, start)
    if clause is None:
        return None
    tokens = tag(clause[0], clause.start())
    i = len(tokens)
    while i and tokens[i - 1].tag.startswith(("n", "vn", "j", "l")):
        i -= 1
    aspect = i and i < len(tokens) and tokens[i - 1].text in ("了", "上", "上了")
    verb = i - 2 if aspect else i - 1
    if i == len(tokens) or verb < 1 or not tokens[verb].tag.startswith("v"):
        return None
    what = text[tokens[i].start : tokens[-1].end]
    given = tokens[verb].text in ("给予", "予以", "进行", "开展")
    return (what if given else tokens[verb].text + what), (tokens[verb].start, tokens[-1].end)


def made_up(text: str, number: Number, words: NominalWords) -> Told | None:
    """The team that people drawn from several groups make up: 从老兵、教师中挑出26人组成代办队."""
    made = MADE_UP.match(text, number.end) if text.endswith("组成的", 0, number.start) else None
    if made:
        return made[0] + "成员", made.span()
    board = BOARD.match(text, number.end) if number.unit == "人" else None
    if board:
        return board[0] + "成员", board.span()
    form = FORM.match(text, number.end)
    drawn = text.startswith("等", number.start - 1) or DRAWN.search(
        text, max(0, number.start - 2 * REACH), number.start
    )
    named = Phrases(words).rightward(text, form.end(), form.end() + REACH) if form and drawn else None
    if named is None or not form or named[0] != form.end() or not TEAM.search(text, *named):
        return None
    return text[slice(*named)] + "成员", named


def members(text: str, start: int, number: Number, words: NominalWords) -> Told | None:
    """Those in a team that stands before 个人 (合唱团60个人), or the people with what they did (来了9个人)."""
    named = Phrases(words).leftward(text, start, number.start) if PERSONS.match(text, number.end) else None
    if named is None:
        return None
    team = TEAM.search(text, named[0], named[1] - text.endswith("里", *named))
    return text[named[0] : team.end() if team else named[1]] + ("成员" if team else "的人"), named


def picked(text: str, start: int, number: Number, words: NominalWords) -> Told | None:
    """The post for which people are picked: 从老党员里挑出28个当楼门长."""
    pick = PICK.search(text, max(start, number.start - REACH), number.start)
    post = POST.match(text, number.end) if pick and number.value > 1 else None
    named = post and Phrases(words).rightward(text, post.end(), post.end() + REACH)
    return (text[slice(*named)], named) if post and named and named[0] == post.end() else None


def office(text: str, number: Number, span: Span, words: NominalWords) -> Told | None:
    """The people with what they are made: 外卖骑手担任兼职网格员."""
    behind = max(span[1], number.end)
    serve = SERVE.match(text, behind) if number.value > 1 else None
    made = serve and Phrases(words).rightward(text, serve.end(), serve.end() + REACH)
    if not serve or not made or made[0] != serve.end():
        return None
    return text[slice(*span)] + text[behind : made[1]], (span[0], made[1])
