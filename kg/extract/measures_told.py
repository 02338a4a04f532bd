"""What a number counts that the text named before: 像这样的驿站，全区已建成26个; “晒坝会”…已开了260多场."""

from __future__ import annotations

import re

from kg.extract.measures_clauses import RATES
from kg.extract.measures_numbers import Number
from kg.extract.measures_topics import EVENTS, speech
from kg.extract.measures_windows import LEFT_BORDER
from kg.extract.nominals import tag

Span = tuple[int, int]

LINE = 160  # characters of the line before a number in which the name of what is held may stand
WHEN = (
    r"以前|此前|过去|原来|原先|当初|当时|今年|去年|前年|年初|年底|上半年|下半年|全年|目前|如今|现在|眼下|近年来|一年来?|两年来?|三年来?|半年来?|以来|至今|迄今|"
    r"一年下来|全年下来|一年里|一年到头|到现在|高峰时|最多时|最多的一天|最多|最少|最后|首批|[头第][一二三]批|上月|本月|(?:开办|推行|推开|实施|运行|成立|启用|开张|试点|挂牌)以来|正月|冬天|夏天|春天|秋天"
)
WHERE = (
    r"全[省市州县区旗镇乡村街社组屯]{1,2}|(?:[省市县区旗镇乡村屯寨]|街道|社区)[里上]?|"
    r"全街道|[连团营场厂社组队院][里上]|[一-鿿]{1,7}(?:社区|街道|[镇乡县区市州旗村])|各地|各村|各镇"
)
HOW = (
    r"已经?|就|又|还|才|再|也|都|只|共|一共|总共|共计|累计|先后|连续|陆续|"
    r"前后|一口气|一|连|接连|成功|其中|在|只能|能|可|足"
)
DEEDS = (
    r"开展|开办|开课|开|举办|举行|召开|组织|办|到|喝|讲|听|唱|演|聊|谈成|谈|议|摆|坐满|讲授|上|跑|走|来|拿到|拿|列出|列|"
    r"组建|成立|建立|打造|配备|办理|化解|解决|调解|处理|解开|摸排|做|搞|评选|评出|选出|选树|选|表彰|上榜|命名|授牌|挂牌|推出|建成|建起|建|设立|设|有|已有|共有|拥有|现有|达到|达|剩下|剩|发放|发到|发|提到|"
    r"爬到|升到|挂上|挂|做|编成|编|划成|划分|分成|分|占|收|付|交|出|送出去|送|系|为|是|没有|砍成|成|用上|用|组成|轮班|坐|试"
)
# 眼下已挂出13块, 今年开了64趟: a clause of a verb of one character alone.
BARE_DEED = re.compile(
    rf"(?:{WHEN}|{WHERE}|{HOW})*(?P<verb>[一-鿿]{{1,2}}?(?:[出进回下起][去来]|[出上到成回下来起掉走进遍])?)[了过]?\Z"
)
CLAUSE = 24  # characters of such a clause
EMPTY = re.compile(rf"(?:(?:{WHEN}|{WHERE}|{HOW})*(?:{DEEDS})?[了过着的]?|[一-鿿]{{0,3}}(?:这一|这个|该)?数字)")
SUCH = re.compile(
    rf"(?:这样|类似|同样)的(?P<thing>“[^“”]{{2,12}}”|[一-鿿]{{1,10}}?)(?=，|{WHEN}|已经|已|一共|共|每|逢|全[省市县区镇乡村街]|累计|先后|连续|有\Z)"
    r"|像这样(?P<deed>[一-鿿“”]{2,16})，"  # 像这样把桌子搬进院里开会，…办了46场
)
SHORT_LINE = re.compile(r"[^。！？：\n]{4,32}(?:\n|\Z)")
OPEN_LINE = re.compile(r"[^。！？：\n]{4,32}[^。！？：；，\n]")
DATED = re.compile(r"\d(?![\d.]*(?:年|月|日))")
PERFORMED = {"讲": "宣讲", "演": "演出", "唱": "演唱", "放": "放映"}
ENDED = re.compile(r"[，。；、！）]|\Z")
HELD = re.compile(r"(?:开|办|搞|举办|召开|开展|组织|喝|讲|听|唱|演|聊|谈|议|坐满|摆)(?:满|成)?[了过]?(?:的有|就是)?\Z")
MEETING = re.compile(
    r"“(?!两委”)(?P<quoted>[^“”，。！？：、]{2,12})”(?!的?(?:方式|模式|方法|思路|办法|原则|要求))|(?P<plain>[一-鿿]{2,4}(?<![的了在])(?:议事会|恳谈会|说事会|评理会|协商会|培训班|训练营|讲座|沙龙|比赛|大赛|擂台赛|招聘会|夜校|课堂|讲堂|夜话|大集|听证会|坝坝会|院坝会|板凳会|表彰会|运动会|联欢会|文化节|艺术节))"
)
RATE = re.compile(
    r"[^，。；：、！？“”（）的了\d]{1,8}(?:[^温高长宽深力制年季角速进]度|[^效功频税]率|占比)(?![先领员型])"
)
SHARE = re.compile(r"(?:占了?|数字(?:只有|仅有|仅|只|为|是|达|达到)*)\Z")
FORMED = re.compile(r"[编分组划结][成为了]{1,2}\Z")
GROUP = re.compile(r"“[^“”，。！？：、]{2,8}”|[一-鿿]{1,4}(?<![了的每一二三几各这那哪个名])组(?![织成建])")
SITES = frozenset({"处", "个", "家", "间", "所", "座"})
OPENED = re.compile(
    r"全[市州县区旗镇乡村街社]{1,2}(?:目前|现)?(?:已经|已|共|现)?(?:开办|开设|建成|建起|设立|布设|开|建|设)了?\Z"
)
HONOURS = re.compile(r"(?:评选出|评出|评上|选出|选树|表彰|上榜的有|上榜|命名|授牌|挂牌)了?\Z")
HONOUR = re.compile(
    r"“(?P<before>[^“”，。]{2,12})”(?:等)?(?:的)?(?:评选|评比|创建|评定|评议|争创|称号|家庭评选|活动)"
    r"|(?:评选|评比|争创|选树|评定|评)(?:了?\d{1,3}[个户名位]|一次|一批|一回|一轮|出|选出)?“(?P<behind>[^“”，。]{2,12})”"
)


def says_nothing(text: str, span: Span | None) -> bool:
    """Whether beside a number stand at most words for when, where and how, and a verb that anything may follow."""
    return span is None or EMPTY.fullmatch(text, *span) is not None


def line_of(text: str, at: int) -> int:
    """Where the line begins, or the first of the lines without a full stop that it goes on from (verse, captions)."""
    start = text.rfind("\n", 0, at) + 1
    if not SHORT_LINE.match(text, start):
        return start
    while (
        start > 1 and (before := text[text.rfind("\n", 0, start - 1) + 1 : start - 1]) and OPEN_LINE.fullmatch(before)
    ):
        start -= len(before) + 1
    return start


def says_when(text: str, span: Span | None, number: Number) -> bool:
    """The same, where nothing is done for those who are counted (为2130户建档)."""
    return span is not None and says_nothing(text, span) and text[number.start - 1] not in "为给对替帮向把将"


def bare_deed(text: str, number: Number, span: Span | None) -> str:
    """The verb that stands alone before a number in its clause, the empty string where more or none does.

    ``span`` holds what was found beside the number, behind it or in the clause before as well.
    """
    start = max((m.end() for m in LEFT_BORDER.finditer(text, max(0, number.start - CLAUSE), number.start)), default=0)
    beside = span is None or start <= span[0] < span[1] <= number.start
    deed = BARE_DEED.match(text, start, number.start) if start and beside else None
    return (
        deed["verb"] if deed and deed["verb"] not in "有是为达占系" and tag(deed["verb"])[0].tag.startswith("v") else ""
    )


def told_before(text: str, start: int, number: Number, before: tuple[Number, Span] | None) -> Span | None:
    """The span of what the sentence from ``start`` on, or its line, has named as the thing that is counted.

    That is what 这样的 opens the sentence with, the title that is awarded (“平安户”评选，表彰120户), or, for a count of
    events that are held, the last meeting or name in quotes. ``before`` is the number before with what it counts: of it
    a place may hold a part (全市改造老旧小区74个，某区占了18个), of it another
    year has another figure (这一数字只有63人).
    """
    start = max(start, number.start - LINE)
    if number.unit in RATES and (rate := rate_before(text, start, number)):
        return rate
    such = list(SUCH.finditer(text, start, number.start))
    if such and not DATED.search(text, such[-1].end(), number.start):
        return such[-1].span(such[-1].lastgroup or 0)
    line = max(line_of(text, number.start), number.start - LINE)
    lead = text[max(line, number.start - len("评选出的有了")) : number.start]
    if before and before[0].unit == number.unit and SHARE.search(lead):
        return before[1]
    return named_in_line(text, line, number, lead)


def rate_before(text: str, start: int, number: Number) -> Span | None:
    """The rate named before a clause that only says how high it is: 收缴率年年走高，去年已到94%."""
    clause = max((m.end() for m in LEFT_BORDER.finditer(text, start, number.start)), default=start)
    rates = list(RATE.finditer(text, start, clause)) if EMPTY.fullmatch(text, clause, number.start) else []
    return rates[-1].span() if rates else None


def performed(text: str, number: Number) -> tuple[str, Span] | None:
    """What was given so often where only its verb says so (赶着大集讲，讲了23场 counts 宣讲)."""
    said = HELD.search(text, max(0, number.start - len("召开了")), number.start) if number.unit in EVENTS else None
    what = PERFORMED.get(said[0][0]) if said and ENDED.match(text, number.end) else None
    return (what, said.span()) if said and what else None


def named_in_line(text: str, line: int, number: Number, lead: str) -> Span | None:
    """The last name since ``line`` of what is awarded, opened, formed or held as the words before the number say."""
    if HONOURS.search(lead):
        line = max(line, text.rfind("；", line, number.start))
        names = list(HONOUR.finditer(text, line, number.start)) or (
            named_things(text, line, number.start) if re.search("[评选]", lead) else []
        )
        return names[-1].span(names[-1].lastgroup or 0) if names else None
    if number.unit == "组" and FORMED.search(lead):
        names = list(GROUP.finditer(text, line, number.start))
    elif number.unit in SITES and OPENED.search(lead):
        names = named_things(text, line, number.start)
    elif number.unit in EVENTS and HELD.search(lead):
        names = [m for m in MEETING.finditer(text, line, number.start) if m["plain"] or not speech(text, line, m)]
    else:
        names = []
    return names[-1].span() if names else None


def named_things(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The names in quotes between two places."""
    return [m for m in MEETING.finditer(text, start, end) if m["quoted"] and not speech(text, start, m)]
