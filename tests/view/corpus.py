"""Invented reports on real places, for looking at the map: names and deeds are made up, places and codes are not."""

from __future__ import annotations

import random
from collections.abc import Sequence

from kg.model import (
    Article,
    ArticleFacts,
    ArticlePlaces,
    Award,
    ConceptUse,
    Evidence,
    Level,
    Measure,
    Place,
    Practice,
    PracticeKind,
)
from kg.view import ConceptLabel

PARENTS = {
    "余杭区": (("杭州市", "浙江省"), "county", "330110"),
    "安吉县": (("湖州市", "浙江省"), "county", "330523"),
    "灵峰街道": (("安吉县", "湖州市", "浙江省"), "township", "330523003"),
    "诸暨市": (("绍兴市", "浙江省"), "county", "330681"),
    "枫桥镇": (("诸暨市", "绍兴市", "浙江省"), "township", "330681102"),
    "武侯区": (("成都市", "四川省"), "county", "510107"),
    "玉林街道": (("武侯区", "成都市", "四川省"), "township", "510107065"),
    "郫都区": (("成都市", "四川省"), "county", "510117"),
    "海淀区": (("北京市",), "county", "110108"),
    "平谷区": (("北京市",), "county", "110117"),
    "思明区": (("厦门市", "福建省"), "county", "350203"),
    "沙县区": (("三明市", "福建省"), "county", "350405"),
    "龙岗区": (("深圳市", "广东省"), "county", "440307"),
    "寿光市": (("潍坊市", "山东省"), "county", "370783"),
    "兰考县": (("开封市", "河南省"), "county", "410225"),
    "湄潭县": (("遵义市", "贵州省"), "county", "520328"),
    "渝北区": (("重庆市",), "county", "500112"),
    "单县": (("菏泽市", "山东省"), "county", "371722"),
}  # fmt: skip

#: locality, title, date, practices (name, kind, places, concepts), concept uses (concept, phrase), figures
REPORTS = [
    ("余杭区", "余杭：小区里的“红管家”", "2023-04-18",
     [("红管家", "brand", ("余杭区",), ("red-property",)), ("楼道会客厅", "station", ("余杭区",), ("deliberation",)),
      ("网格智脑", "platform", ("余杭区",), ("one-network", "grid-management")), ("敲门行动", "campaign", ("余杭区",), ("door-knock",))],
     [("old-renovation", "改造老旧小区31个"), ("volunteering", "志愿者轮流值守")], [("楼道会客厅", 126, "个")]),
    ("安吉县", "美丽乡村怎样管", "2022-11-03",
     [("积分银行", "mechanism", ("安吉县", "灵峰街道"), ("civic-points",)), ("村务开放日", "activity", ("安吉县",), ("affairs-supervision",)),
      ("余村大管家", "team", ("灵峰街道",), ("grid-management",)), ("两山议事会", "mechanism", ("灵峰街道",), ("deliberation",))],
     [("rural-environment", "清理河道沟渠"), ("village-rules", "修订村规民约")], [("积分户", 4200, "户")]),
    ("诸暨市", "矛盾不出镇的新办法", "2023-09-12",
     [("老杨调解室", "station", ("枫桥镇",), ("mediation",)), ("红枫义警", "team", ("枫桥镇", "诸暨市"), ("safety-prevention", "volunteering")),
      ("一站式调解", "mechanism", ("诸暨市",), ("mediation",)), ("四议两公开", "method", ("枫桥镇",), ("four-two",))],
     [("legal-publicity", "送法进村"), ("three-governance", "自治法治德治结合")], [("化解纠纷", 1380, "件")]),
    ("武侯区", "玉林街巷的信托物业", "2023-06-20",
     [("信托物业", "model", ("武侯区", "玉林街道"), ("owners-committee",)), ("院落自治公约", "mechanism", ("玉林街道",), ("village-rules",)),
      ("爱转角", "brand", ("玉林街道",), ("culture-neighbours",)), ("社区合伙人", "project", ("武侯区",), ("social-organisations",))],
     [("self-governance", "院落骨干轮值"), ("volunteering", "邻里互助队")], []),
    ("郫都区", "战旗村的十个办法", "2021-12",
     [("积分银行", "mechanism", ("郫都区",), ("civic-points",)), ("三固化四包干", "method", ("郫都区",), ("branch-standardisation",)),
      ("乡村十八坊", "project", ("郫都区",), ("rural-industry", "collective-economy"))],
     [("talent-training", "开办乡村振兴培训班")], [("集体经济收入", 6800000, "元")]),
    ("海淀区", "接诉即办走到家门口", "2023-08-15",
     [("接诉即办", "mechanism", ("海淀区", "平谷区"), ("hotline",)), ("街乡吹哨部门报到", "mechanism", ("平谷区",), ("whistle-report",)),
      ("回天有我", "campaign", ("海淀区",), ("deliberation", "volunteering")), ("城市大脑", "platform", ("海淀区",), ("one-network",))],
     [("one-stop", "窗口合并"), ("burden-reduction", "清理报表和挂牌")], [("办结诉求", 91.5, "%")]),
    ("思明区", "近邻党建在思明", "2022-05-27",
     [("近邻党建", "brand", ("思明区",), ("grand-party-committee",)), ("邻里小圆桌", "mechanism", ("思明区",), ("deliberation",)),
      ("暖心驿站", "station", ("思明区",), ("service-station",)), ("党员双报到", "mechanism", ("思明区",), ("double-registration",))],
     [("elderly-service", "开设长者食堂"), ("service-centre", "改造党群服务中心")], []),
    ("沙县区", "小吃之乡的信用贷", "2023-03-09",
     [("信用村", "project", ("沙县区",), ("credit-village",)), ("小吃党支部", "brand", ("沙县区",), ("industry-party-committee",)),
      ("福村宝", "platform", ("沙县区",), ("digital-village",))],
     [("rural-industry", "标准化门店")], [("授信户数", 23000, "户")]),
    ("龙岗区", "骑手也是网格员", "2023-10-11",
     [("小哥哨兵", "team", ("龙岗区",), ("part-time-grid",)), ("暖心驿站", "station", ("龙岗区",), ("service-station",)),
      ("民生诉求平台", "platform", ("龙岗区",), ("hotline", "e-service")), ("一格一警", "mechanism", ("龙岗区",), ("grid-management", "safety-prevention")),
      ("园区党委", "mechanism", ("龙岗区",), ("private-firm-party",))],
     [("new-employment-party", "成立骑手流动党支部"), ("talent-service", "青年驿站免费住")], [("小哥哨兵", 3100, "名")]),
    ("寿光市", "棚里的党小组", "2022-08-30",
     [("大棚党小组", "mechanism", ("寿光市",), ("grid-party-branch",)), ("四议两公开", "method", ("寿光市",), ("four-two",)),
      ("菜乡积分", "mechanism", ("寿光市",), ("civic-points", "party-points")), ("书记擂台赛", "activity", ("寿光市", "单县"), ("secretary-team",))],
     [("collective-economy", "统一经营土地"), ("mediation", "棚头调解")], []),
    ("兰考县", "一件事一次办到村", "2023-01-16",
     [("一中心四平台", "platform", ("兰考县",), ("grid-management",)), ("幸福家园", "project", ("兰考县",), ("elderly-service", "welfare-care")),
      ("红白理事会", "mechanism", ("兰考县",), ("customs-reform",)), ("信用村", "project", ("兰考县",), ("credit-village",))],
     [("e-service", "一件事联办"), ("moral-appraisal", "评好媳妇好公婆")], [("四面红旗村", 186, "个")]),
    ("湄潭县", "寨管家与群众会", "2022-07-05",
     [("寨管家", "team", ("湄潭县",), ("self-governance", "grid-management")), ("群众会", "mechanism", ("湄潭县",), ("deliberation",)),
      ("积分超市", "station", ("湄潭县",), ("civic-points",)), ("十谢十不办", "campaign", ("湄潭县",), ("customs-reform",))],
     [("rural-environment", "整治房前屋后"), ("integrity-education", "清廉家风讲堂")], [("群众会", 5600, "场")]),
    ("渝北区", "老马工作法走进万家", None,
     [("老马工作法", "method", ("渝北区",), ("mediation",)), ("莎姐守未", "brand", ("渝北区",), ("legal-publicity", "welfare-care")),
      ("三事分流", "method", ("渝北区",), ("deliberation",)), ("党员突击队", "team", ("渝北区",), ("emergency-team",)),
      ("清风哨", "brand", ("渝北区",), ())],
     [("discipline-rectification", "集中整治物业乱收费"), ("business-environment", "干部包联企业")], []),
]  # fmt: skip


def concepts(rows: Sequence[dict[str, str]]) -> list[ConceptLabel]:
    """The concept scheme out of the rows of the practices table."""
    return [ConceptLabel(r["id"], r["top"], r["zh"], r["en"], r["definition"]) for r in rows]


def sample_facts() -> list[ArticleFacts]:
    """Thirteen reports on eighteen places in ten provinces."""
    return [_report(i, *report) for i, report in enumerate(REPORTS, 1)]


def sample_scheme() -> list[ConceptLabel]:
    """A concept label for every id that the reports use, with groups of its own."""
    used = [(c, name) for report in REPORTS for name, _, _, cs in report[3] for c in cs] + [
        (c, phrase) for report in REPORTS for c, phrase in report[4]
    ]
    tops = ("party", "grid", "deliberation", "law", "virtue", "rural", "response")
    first: dict[str, str] = {}
    for concept, name in used:
        first.setdefault(concept, name)
    return [
        ConceptLabel(c, tops[i % len(tops)], f"{first[c]}类", c.replace("-", " "), "A kind of practice.")
        for i, c in enumerate(sorted(first))
    ]


def place(name: str) -> Place:
    """A place of the list above, or one without parents and code."""
    within, level, code = PARENTS.get(name, ((), "village", None))
    return Place(name, level, code, within, tuple(None for _ in within))  # type: ignore[arg-type]


def one_article(
    text: str,
    *,
    title: str = "标题",
    at: str = "余杭区",
    name: str = "红管家",
    concept: str | None = "red-property",
    source: str = "a.txt",
    published: str | None = "2023-04-18",
) -> ArticleFacts:
    """An article with one practice at one place; ``name`` must stand in ``text``."""
    whole = f"{title}\n{text}"
    start = whole.index(name, len(title) + 1)
    here = place(at)
    return ArticleFacts(
        Article(source, 1, title, whole, (), published),
        ArticlePlaces((here,), (), (0,)),
        practices=(
            Practice(
                name, "brand", (at,), (concept,) if concept else (), (), (Evidence(start, start + len(name)),), "r"
            ),
        ),
    )


def _report(
    n: int,
    locality: str,
    title: str,
    published: str | None,
    named: list[tuple[str, PracticeKind, tuple[str, ...], tuple[str, ...]]],
    uses: list[tuple[str, str]],
    figures: list[tuple[str, float, str]],
) -> ArticleFacts:
    lines = [f"近年来，{locality}从群众身边的小事做起，一件一件抓落实。"]
    lines += [
        f"{'、'.join(at)}推出“{name}”，由社区党组织牵头，居民一起商量、一起动手，做法写进了年度计划。"
        for name, _, at, _ in named
    ]
    lines += [f"当地还{phrase}，让群众看得见变化。" for _, phrase in uses]
    lines += [f"目前，{locality}已有{what}{value:g}{unit}。" for what, value, unit in figures]
    lines.append(f"“{named[0][0]}”获评2022年度全省基层治理创新案例。")
    text = title + "\n" + "".join(lines)

    def find(what: str) -> tuple[Evidence, ...]:
        at = text.index(what, len(title) + 1)
        return (Evidence(at, at + len(what)),)

    names = list(dict.fromkeys([locality, *(p for _, _, at, _ in named for p in at)]))
    everything = {c for _, _, _, cs in named for c in cs}
    return ArticleFacts(
        Article(f"样本{(n + 2) // 3:02d}.txt", (n - 1) % 3 + 1, title, text, (), published),
        ArticlePlaces(tuple(place(name) for name in names), (), (0,)),
        practices=tuple(
            Practice(nm, kind, at, cs, (f"“{nm}”做法",), find(nm), "invented") for nm, kind, at, cs in named
        ),
        concepts=tuple(ConceptUse(c, locality, find(phrase), "invented") for c, phrase in uses if c not in everything),
        awards=(
            Award("2022年度全省基层治理创新案例", named[0][0], 2022, find("2022年度全省基层治理创新案例"), "invented"),
        ),
        measures=tuple(Measure(w, v, u, False, locality, find(f"{w}{v:g}{u}"), "invented") for w, v, u in figures),
    )


def many_facts(places: int, scheme: Sequence[ConceptLabel], seed: int = 7) -> list[ArticleFacts]:
    """One report for each of many places, three practices each, for size and speed; about 3 nodes a place."""
    pick = random.Random(seed)
    provinces = ["江西省", "湖南省", "山西省", "甘肃省", "吉林省", "云南省", "海南省", "青海省", "辽宁省", "湖北省"]
    brands = [
        f"{a}{b}"
        for a in "红邻暖和清惠智安乐善"
        for b in ("管家", "议站", "积分", "先锋", "驿站", "网格", "书房", "义警", "课堂", "小屋")
    ]
    facts = []
    for i in range(places):
        province = provinces[i % len(provinces)]
        town = f"第{i}镇"
        levels: Level = "township"
        where = Place(town, levels, f"{900000000 + i}", (f"第{i // 30}县", province), (None, None))
        names = [f"{pick.choice(brands)}" if k == 0 else f"{pick.choice(brands)}{i}" for k in range(3)]
        text = f"第{i}篇\n" + "".join(f"{town}建起“{name}”，居民常来坐坐，说说家里的事。" for name in names)
        chosen = [pick.choice(scheme) for _ in names]
        facts.append(
            ArticleFacts(
                Article(f"m{i:05d}.txt", 1, f"第{i}篇", text, (), f"20{15 + i % 9}-0{1 + i % 9}-11"),
                ArticlePlaces((where,), (), (0,)),
                practices=tuple(
                    Practice(
                        nm, "brand", (town,), (c.id,), (), (Evidence(text.index(nm), text.index(nm) + len(nm)),), "r"
                    )
                    for nm, c in zip(names, chosen, strict=True)
                ),
            )
        )
    return facts
