"""Three invented reports about real places, with their facts set by hand."""

from __future__ import annotations

from kg.model import (
    Article,
    ArticleFacts,
    ArticlePlaces,
    Author,
    Award,
    ConceptUse,
    Evidence,
    FrameLine,
    Measure,
    Organisation,
    Person,
    Place,
    PolicyDocument,
    Practice,
    ResolvedMention,
    Segment,
    SourceDocument,
)

LONGQUAN_TITLE = "龙泉驿区让物业“红”起来"
LONGQUAN_BODY = (
    "龙泉驿区同安街道推行“红色物业”，由街道党工委牵头，区住建局印发《龙泉驿区红色物业实施办法》。"
    "丽阳社区党委书记周岚说，社区建起“阳光议事厅”，2021年以来已议事120余次。"
    "“红色物业”获评2022年度四川省基层治理创新案例。"
)
LINZHI_TITLE = "巴宜区：网格里的“格桑花”"
LINZHI_BODY = "2023年，巴宜区八一镇组建“格桑花”志愿服务队，划分微网格86个。在高新区，快递小哥也当上了兼职网格员。"
DEQING_TITLE = "德清县红色物业\r\n进小区"
DEQING_BODY = "德清县阜溪街道以“红色物业”管好小区，居民满意率达96.5%。"
SOURCE = "基层治理通讯\n第7期\n" + LONGQUAN_TITLE + "\n" + LONGQUAN_BODY + "\n报：省委组织部\n"


def find(article: Article, words: str, nth: int = 0) -> tuple[Evidence, ...]:
    """The evidence of the nth place where the words stand in the article's text."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    return (Evidence(start, start + len(words)),)


def article(source: str, n: int, title: str, body: str, published: str | None) -> Article:
    """An article of a title and a body."""
    text = f"{title}\n{body}"
    return Article(source, n, title, text, (Segment(0, 0, len(text)),), published)


SICHUAN = (("成都市", "四川省"), ("510100", "510000"))


def longquan() -> ArticleFacts:
    """A report with every family, and evidence in the source file."""
    one = article("基层治理通讯.txt", 1, LONGQUAN_TITLE, LONGQUAN_BODY, "2023-06-09")
    line = FrameLine("distribution", "报：省委组织部", SOURCE.index("报："), len(SOURCE) - 1)
    one = Article(
        one.source, one.n, one.title, one.text, one.segments, one.published, None,
        (Author("何苗", Evidence(0, 2, "source")),), (line,),
    )  # fmt: skip
    masthead = SOURCE.index("省委组织部")
    places = (
        Place("龙泉驿区", "county", "510112", *SICHUAN, evidence=find(one, "龙泉驿区")),
        Place(
            "同安街道", "township", "510112004", ("龙泉驿区", *SICHUAN[0]), ("510112", *SICHUAN[1]),
            evidence=find(one, "同安街道"),
        ),
        Place(
            "丽阳社区", "village", None, ("同安街道", "龙泉驿区", *SICHUAN[0]), ("510112004", "510112", *SICHUAN[1]),
            "new", find(one, "丽阳社区"),
        ),
        Place("四川省", "province", "510000", evidence=(Evidence(masthead, masthead + 2, "source"),)),
    )  # fmt: skip
    return ArticleFacts(
        one,
        ArticlePlaces(places, (ResolvedMention(0, 4, 0, "full"),), (0,)),
        organisations=(
            Organisation("龙泉驿区住建局", "government", find(one, "区住建局"), "organ-level-word", "龙泉驿区"),
        ),
        people=(Person("周岚", "党委书记", "丽阳社区", find(one, "党委书记周岚"), "person-role"),),
        practices=(
            Practice(
                "红色物业", "brand", ("同安街道",), ("red-property",), ("“红色物业”",),
                (*find(one, "“红色物业”"), *find(one, "“红色物业”", 1)), "quoted-practice",
            ),
            Practice(
                "阳光议事厅", "station", ("丽阳社区",), ("deliberation",), (), find(one, "阳光议事厅"),
                "quoted-practice", since="2021", since_evidence=find(one, "2021年")[0],
            ),
        ),
        concepts=(
            ConceptUse("red-property", "同安街道", find(one, "红色物业", 1), "implied"),
            ConceptUse("deliberation", "丽阳社区", find(one, "阳光议事厅"), "implied"),
        ),
        documents=(
            PolicyDocument("龙泉驿区红色物业实施办法", "龙泉驿区住建局", find(one, "龙泉驿区红色物业实施办法"), "name"),
        ),
        awards=(
            Award("四川省基层治理创新案例", "红色物业", 2022, find(one, "2022年度四川省基层治理创新案例"), "award-got"),
        ),
        measures=(Measure("议事", 120, "次", True, "丽阳社区", find(one, "120余次"), "measure-number"),),
    )  # fmt: skip


def linzhi() -> ArticleFacts:
    """A report with a zone whose parent is open, an unlisted body and a plan that is not yet done."""
    one = article("西藏基层.txt", 2, LINZHI_TITLE, LINZHI_BODY, "2023")
    within = (("林芝市", "西藏自治区"), ("540400", "540000"))
    places = (
        Place("巴宜区", "county", "540402", *within, evidence=find(one, "巴宜区")),
        Place(
            "八一镇", "township", "540402102", ("巴宜区", *within[0]), ("540402", *within[1]),
            evidence=find(one, "八一镇"),
        ),
        Place("高新区", "zone", None, status="open", evidence=find(one, "高新区")),
    )  # fmt: skip
    return ArticleFacts(
        one,
        ArticlePlaces(places, (), (0,)),
        people=(Person("央金", "队长", "格桑花志愿服务队", find(one, "格桑花"), "person-role"),),
        practices=(
            Practice("格桑花", "team", ("八一镇",), ("volunteering",), (), find(one, "格桑花", 1), "quoted-practice"),
            Practice("雪山议事", "method", ("巴宜区",), (), (), find(one, "网格"), "planned-practice", "planned"),
        ),
        concepts=(
            ConceptUse("micro-grid", "八一镇", find(one, "微网格86个"), "cue", "under-way"),
            ConceptUse("part-time-grid", "高新区", find(one, "兼职网格员"), "cue"),
        ),
        awards=(Award("全国百佳案例", None, None, find(one, "格桑花"), "award-got"),),
        measures=(Measure("微网格", 86, "个", False, "八一镇", find(one, "86个"), "measure-number"),),
    )


def deqing() -> ArticleFacts:
    """A report whose practice bears the name of one in another province."""
    one = article("德清.txt", 1, DEQING_TITLE, DEQING_BODY, None)
    within = (("湖州市", "浙江省"), ("330500", "330000"))
    places = (
        Place("德清县", "county", "330521", *within, evidence=find(one, "德清县", 1)),
        Place(
            "阜溪街道", "township", "330521003", ("德清县", *within[0]), ("330521", *within[1]),
            evidence=find(one, "阜溪街道"),
        ),
    )  # fmt: skip
    return ArticleFacts(
        one,
        ArticlePlaces(places, (), (0, 1)),
        practices=(
            Practice("红色物业", "brand", ("阜溪街道",), ("red-property",), (), find(one, "红色物业", 1), "quoted"),
        ),
        concepts=(ConceptUse("red-property", "阜溪街道", find(one, "红色物业", 1), "implied"),),
        measures=(Measure("居民满意率", 96.5, "%", False, None, find(one, "96.5%"), "measure-number"),),
    )


def all_facts() -> tuple[ArticleFacts, ...]:
    """The three reports."""
    return longquan(), linzhi(), deqing()


def documents() -> tuple[SourceDocument, ...]:
    """The file of the first report."""
    return (SourceDocument("基层治理通讯.txt", "基层治理通讯.txt", "ab" * 32, "utf-8", SOURCE, (longquan().article,)),)
