"""The shapes that a quoted name of a practice may have, and the sayings that are none."""

from __future__ import annotations

import re

NUMBER_PLUS = re.compile(r"[\d一二三四五六七八九十百千]+(?:[+＋][\dNnXx一二三四五六七八九十百千]+)+$")
NUMBER_PAIR = re.compile(
    r"[一二三四五六七八九十百千双两][^，。、\s\d][一二三四五六七八九十百千双两][^，。、\s\d]{1,2}$|[一二三四五六七八九十双两][^，。、\s\d]{2}[一二三四五六七八九十双两][^，。、\s\d]{2}$"
)
ENTERS = re.compile(r"[^，。、“”]{2,4}进[^，。、“”]{2,4}$")
INTERPUNCT = re.compile(r"[^·•・]{2,}[·•・][^·•・]{2,}$")
NUMBER_COUNTS = re.compile(
    r"一[张套本把条支串颗朵片粒棵株](?!.*法)|[一二两三四五六七八九十]+(?:[大项位面条种类句支]|点(?!半)|堂课|个(?!一$|[不必零无]|一律|到位|到户)|件(?:实事|好事|大事|小事|(?<!一件)事$)|要素|体系|举措|措并举|维度|关键|抓手|步(?!.*法$)|力齐发|点发力|管齐下|轮驱动|箭齐发|效齐)"
)
# 一村一法官, 一户一策、一人一案: one for each, which is a way of working whatever stands around it.
EACH_ONE = (
    r"一(?:[村户社楼栋片事企人镇街寨屯院组格品家校岗案链园]|社区|小区|网格|单元|项目|支部)"
    r"一(?![表桌座票证床档])[^，。、；\s]{1,8}"
)
EACH_ONES = re.compile(rf"{EACH_ONE}(?:[、，；]{EACH_ONE})*$")
NUMBER_COINED = re.compile(r"[一二三四五六七八九十百千双两](?!小时|分钟|公里|里路|块钱|元)[^，。、\s]{1,6}$")
# 一访二议三办四评: counted step by step.
NUMBER_SEQUENCE = re.compile(r"一[^，。、\s\d一二三四五]{1,4}二[^，。、\s\d一二三四五]{1,4}三[^，。、\s\d]{1,24}$")
# 日巡周查, 月考年评, 周调度、月通报: the rhythm in which it is done.
DEED = r"[^，。、\s]{0,2}[巡查评考访调度报通会清结晒讲学议研督检核总练销谈问述][^，。、\s]{0,2}"
TURN = r"[日周旬月季年](?![末底初间期日])"
RHYTHM = re.compile(
    rf"(?:{TURN}{DEED}[、，]?){{2,3}}$|{TURN}[^，。、\s]{{2,3}}(?:[、，]{TURN}[^，。、\s]{{2,3}}){{1,3}}$"
)
# 10户联防
BOUND = re.compile(r"\d{1,2}[户家岗店](?:联|互|共|包|结)[^，。、\s]{1,3}$")
# 移风易俗十条: the rules that a place laid down.
ARTICLES = re.compile(r"[^，。、\s]{2,8}(?:[一二三四五六七八九十]{1,3}条|[1-9]\d?[条法招])$")
# 逢五说事, 周三夜学: named by the day on which it is done.
DATED = re.compile(
    r"(?:逢[一二三四五六七八九十]{1,2}|逢[场圩集墟街赶]|周[一二三四五六日末]|每月[一二三四五六七八九十]{1,2})[^，。、\s]{1,4}$"
)
# 一窗收件、多家会办
ONE_MANY = re.compile(r"一[^，。、\s]{2,4}[、，][多几众][^，。、\s]{2,4}$")
ONES = re.compile(r"(?:一(?!次|个|直|定|起|些)[^，。、\s一]{1,2}){3,6}$")  # 一季一学一村一讲堂
DASH = r"(?:[—―─]+|[–→－])"  # whichever dash or arrow the paper has
CHAIN = re.compile(
    rf"[^—―─–→－\-一]{{2,}}(?:(?:{DASH}|-)[^—―─–→－\-]{{2,}}){{2,}}$"
    rf"|[县区市镇乡](?:{DASH}[^—―─–→－\-]{{1,8}}){{2,}}$"  # 县—乡—村
)
PAIR_CHAIN = re.compile(rf"[^—―─–→－]{{2,}}{DASH}[^—―─–→－]{{2,}}$")
PARTS = re.compile(r"[、，,；;•·・ 　]")
COUNTS = {"双": 2, "两": 2} | {word: n for n, word in enumerate("一二三四五六七八九十", 1)}
PAIR = 2
GLORY = re.compile(
    r"(?:样板|方案|力量|之都|之乡|之城|经验|智慧|名片|答卷|样本|范本|之路|故事|现象|速度|温度|担当|贡献|密码|典范|特色|标杆|新篇章|新画卷|蓝图|愿景|梦|态度|现场|味道|路径|道路|战略)$"
)
OUTCOME = re.compile(r"^[一二三四两双多][升降增减](?:[一二三四两双多][升降增减])?$|^年产|\d万?(?:吨|千瓦|立方米|亩)")
SLOGAN = re.compile(
    r"(?:小事|大事|难事|急事|矛盾|问题|纠纷)不(?:出|上交)|人人(?:有责|尽责|享有|参与|受益)|[幼学劳病老住弱困]有[所善颐][一-鿿]"
)
# 横向到边、纵向到底: any work does that.
THROUGHOUT = re.compile(
    r"(?:(?:[横纵]向?|上下|左右|内外|条块)(?:[一-鿿]{0,2}到[边底]|贯通|联动|协同|联合|衔接|互动|结合|畅通|一体)(?:[、，]|$)){2,}"
)
PEOPLE = re.compile(
    r"(?:困难|困境|空巢|独居|孤寡|高龄|留守|失独|特困|残疾|低保|在职|离退休|退役|重点|特殊|弱势|失能|贫困|脱贫|低收入|流动|生活|五保){1,2}"
    r"(?:群众|群体|老人|老年人|居民|儿童|学生|家庭|妇女|青年|人群|人员|对象|党员|职工|户)$"
)
TROUBLE = re.compile(
    r"[^、，；+＋—-]{1,4}(?<![解破提查找办答讲说摆])(?:问题|难题|顽疾|断裂|断层|难关|困局|乱象|梗阻|痛点|堵点|短板)$"
)
# 支部领、党员干、居民跟: each does its part, which is a way of working where a result is none.
ACTOR = (
    r"(?:党委|党政|党组织|党总支|党支部|支部|党小组|党员|组织|干部|群众|居民|村民|农户|网格长|网格员|楼栋长|楼长|组长|户长|河长|林长"
    r"|街道|社区|乡镇|户|组|部门|物业|业委会|乡贤|民警|法官|志愿者|企业|合作社|[县市区镇乡村])"
)
ACTORS = re.compile(rf"{ACTOR}[^、，；]{{1,8}}(?:[、，；]{ACTOR}[^、，；]{{1,8}}){{1,6}}$")
# “三项机制”, “五大行动” count what the article lists; “12.4”, “3·15” and the nation's days are dates.
BARE_COUNT = re.compile(
    r"[一二两三四五六七八九十]+[项大个类支](?:工作)?(?:队伍|机制|制度|体系|行动|举措|工作|平台|活动|计划|措施|任务|清单|目标|要求)$"
)
DAY = re.compile(r"\d{1,2}[.·•]\d{1,2}$|(?:全国|国家|世界|国际|中国)[^，。、]{1,8}[日周月节]$|农民丰收节$")
GROUPED = re.compile(r"[0-9一二三四五六七八九十两]+[人户家]一[组队班桌车]$")  # 3人一组 tells how they are divided
FITTED = re.compile(r"一[\u4e00-\u9fff]一[表桌座票证床档]$")  # 一户一表, 一人一座: what each is fitted with
# 创建“省级美丽村庄”: a status that is given from above.
STATUS = re.compile(
    r"(?:(?:国家|省|市|州|自治区|县|区)级|全国|全省|全区|全市|国家)[^，。、+＋]{2,10}"
    r"(?:村庄?|镇|乡|县|城市|社区|街道|小区|单位|家庭|户|企业|学校|示范[点村区县镇]?|先进集体|基地)$"
)
# 注册成立“甲县乙果蔬专业合作社”: a firm bears its name, no practice.
FIRM = re.compile(r"[^，。、]{2,24}(?:专业合作社|股份合作社|联合社|有限公司|有限责任公司|家庭农场)$")
ALIKE = re.compile(  # 逐户走、逐事议、逐项办; 村民提事、支部议事、大家办事
    r"(?![不有无没想能可少多更最谁]|[^，。、；\s]{1,4}(?P<deed>[一-鿿]{2})[、，；][^，。、；\s]{1,4}(?P=deed)[、，；])(?:(?P<first>[一-鿿])[^，。、；\s]{2,5}(?:[、，；](?P=first)[^，。、；\s]{2,5}){2,5}"
    r"|[^，。、；\s]{2,5}(?P<last>[一-鿿])(?:[、，；][^，。、；\s]{2,5}(?P=last)){2,5})$"
)
# 探索“新路径”: a thing called new and nothing else.
RENEWED = re.compile(
    r"新(?:路径|答卷|篇章?|模样|气象|面貌|解法|办法|动能|引擎|路子?|样板|图景|格局|风尚|活力|高地|标杆|局面|常态|作为|担当|成效|台阶|跨越|速度|境界|生活|名片|起点|征程|画卷|风貌|变化|天地|空间|突破|优势|势头|亮点|时尚|希望|思路|模式|方式|做法)$"
)
IN_A_MANNER = re.compile(r"[^，。、+＋]{1,4}式$")  # “绣花式”大清理 tells how it is done
NOUGHT = re.compile(r"零(?![钱食工花售星件散])[^，。、+＋]{2,4}$")  # “零发案”小区: what is wanted of it
REMARK = re.compile(r"[很挺]|[太真][好大难美香甜]|[吧吗呢]$|^被[^，。、]{2,6}的")
SAYINGS = (("slogan", SLOGAN), ("outcome", OUTCOME), ("remark", REMARK))
PLAIN = (
    ("throughout", THROUGHOUT),
    ("people", PEOPLE),
    ("trouble", TROUBLE),
    ("actors", ACTORS),
    ("bare-count", BARE_COUNT),
    ("day", DAY),
    ("grouped", GROUPED),
    ("fitted", FITTED),
    ("status", STATUS),
    ("firm", FIRM),
    ("alike", ALIKE),
    ("renewed", RENEWED),
    ("in-a-manner", IN_A_MANNER),
    ("nought", NOUGHT),
)


def shape_of(bare: str) -> str | None:
    """The name of the shape that a quoted string has: number-plus, chain, parallel and so on."""
    pieces = [p for p in PARTS.split(bare) if p]
    even = len(pieces) >= 2 and max(map(len, pieces)) - min(map(len, pieces)) <= 1 and min(map(len, pieces)) >= 3
    shapes = (
        ("each-one", bool(EACH_ONES.match(bare))),
        ("number-plus", bool(NUMBER_PLUS.match(bare))),
        ("chain", bool(CHAIN.match(bare))),
        ("chain-pair", bool(PAIR_CHAIN.match(bare))),
        ("interpunct", bool(INTERPUNCT.match(bare))),
        ("rhythm", bool(RHYTHM.match(bare))),
        ("one-many", bool(ONE_MANY.match(bare))),
        ("number-pairs", len(pieces) > 1 and all(NUMBER_PAIR.match(p) for p in pieces)),
        ("parallel-many", even and len(pieces) > PAIR),
        ("parallel", even),
        ("enters", bool(ENTERS.match(bare))),
        ("plus-many", len(re.findall(r"[^+＋]{2,8}[+＋](?=[^+＋]{2})", bare)) > 1),
        ("plus", "+" in bare or "＋" in bare),
        ("digits", bare.isdigit()),
        ("number-counts", bool(NUMBER_COUNTS.match(bare))),
        ("number-sequence", bool(NUMBER_SEQUENCE.match(bare) or ONES.match(bare))),
        ("dated", bool(DATED.match(bare))),
        ("bound", bool(BOUND.match(bare))),
        ("articles", bool(ARTICLES.match(bare))),
        ("number-pair", bool(NUMBER_PAIR.match(bare))),
        ("number-coined", bool(NUMBER_COINED.match(bare))),
        ("steps", len(pieces) > PAIR),
        ("long", len(bare) > 16),
    )
    return next((name for name, holds in shapes if holds), None)
