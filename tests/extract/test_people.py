from __future__ import annotations

import pytest
from written_places import written

from kg.extract.organisations import extract_organisations
from kg.extract.people import extract_people
from kg.model import Person
from kg.rulebook import load_rulebook
from kg.rulebook.proof import failures

CHAIN = "四川省>成都市>锦江区"


def read(marked: str, chain: str = CHAIN) -> tuple[Person, ...]:
    article, places = written(chain, marked)
    book = load_rulebook()
    return extract_people(article, places, extract_organisations(article, places, book), book)


def found(marked: str) -> list[tuple[str, str, str | None]]:
    return [(p.name, p.role, p.organisation) for p in read(marked)]


@pytest.mark.parametrize("rule", load_rulebook().rules("people"), ids=lambda r: r.id)
def test_rule_holds_on_its_examples(rule) -> None:
    assert list(failures(rule)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{锦江区}妇联主席罗小琴、副主席周凌到场。",
            [("罗小琴", "主席", "锦江区妇联"), ("周凌", "副主席", "锦江区妇联")],
        ),
        (
            "{锦江区}区委书记贺建军、区民政局局长赵丽华到场。",
            [("贺建军", "区委书记", "锦江区"), ("赵丽华", "局长", "锦江区民政局")],
        ),
        ("记者在{锦江区}看到，区委常委、宣传部长罗文彬到场。", [("罗文彬", "区委常委、宣传部长", "锦江区")]),
        ("{锦江区}民政局副局长赵俊英来{锦华社区}走访。", [("赵俊英", "副局长", "锦江区民政局")]),
        ("{锦江区}民政局副局长赵俊到来后，{锦华社区}开会。", [("赵俊", "副局长", "锦江区民政局")]),
        ("社工占比达三成，网格员过百人。", []),
        ("{锦江区}司法局里，局长周凌翻着台账。", [("周凌", "局长", "锦江区司法局")]),
        ("{锦江区}民政局灯亮着。副局长周凌还没走。", [("周凌", "副局长", "锦江区民政局")]),
        ("{锦江区}民政局、司法局一起上门，局长周凌带队。", [("周凌", "局长", None)]),
        ("{锦江区}民政局的张所长和带队的队长周凌到场。", [("周凌", "队长", None)]),
        (
            "{锦江区}公安局民警石维刚、辅警陆跃琼巡夜。",
            [("石维刚", "民警", "锦江区公安局"), ("陆跃琼", "辅警", "锦江区公安局")],
        ),
        (
            "{成都市}市委政法委常务副书记王永江、{锦江区}委政法委书记罗文彬到场。",
            [("王永江", "常务副书记", "成都市委政法委"), ("罗文彬", "书记", "锦江区委政法委")],
        ),
        ("{春熙路街道}党工委政法委员张小龙到场。", [("张小龙", "党工委政法委员", "春熙路街道")]),
        (
            "{锦江区}政协委员、四川云栖智联科技有限公司董事长蒋文斌到场。",
            [("蒋文斌", "董事长", "四川云栖智联科技有限公司")],
        ),
        ("在{锦华社区}，党委书记周凌的名字人人知道。", [("周凌", "党委书记", "锦华社区")]),
        ("走进{锦华社区}，镇长周凌正在查渠。", [("周凌", "镇长", None)]),
        ("周凌曾任{锦华社区}居委会主任、党委书记。", [("周凌", "居委会主任、党委书记", "锦华社区")]),
        ("{锦江区}区委书记、区委政法委书记周凌到场。", [("周凌", "区委书记、区委政法委书记", "锦江区")]),
        (
            "{锦江区}区长赵丽华，区委常委、组织部长周凌分别讲话。",
            [("赵丽华", "区长", "锦江区"), ("周凌", "区委常委、组织部长", "锦江区")],
        ),
        ("{锦江区}驻村工作队员周凌到岗。", [("周凌", "驻村工作队员", "锦江区")]),
        ("习近平总书记强调，要把水治好。", [("习近平", "总书记", None)]),
    ],
    ids=[
        "society",
        "committee",
        "minister",
        "rare-word",
        "common-word",
        "share",
        "head-of-the-body-before",
        "in-the-sentence-before",
        "two-such-bodies",
        "no-such-body",
        "fellow-officer",
        "committee-for-one-field",
        "member-for-one-field",
        "member-and-director",
        "behind-the-place",
        "of-no-village",
        "posts-held",
        "secretary-of-both",
        "posts-of-the-next",
        "member-of-a-team",
        "leader-of-the-state",
    ],
)
def test_roles_and_names_at_their_borders(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{成都市}{锦江区}民政局党组副书记、副局长赵丽华表示，年底完工。",
            ("赵丽华", "党组副书记、副局长", "成都市锦江区民政局"),
        ),
        ("{锦华社区}第一书记周凌说：“好。”", ("周凌", "第一书记", "锦华社区")),
        ("作为{锦华社区}妇联执委，罗小琴每周走访二十户。", ("罗小琴", "妇联执委", "锦华社区")),
        ("{锦江区}领导贺建军到场观看。", ("贺建军", "领导", "锦江区")),
        ("{锦华社区}党委书记贺建军介绍。", ("贺建军", "党委书记", "锦华社区")),
        ("来自{春熙路街道}{锦华社区}的网格员罗小琴第一个到场。", ("罗小琴", "网格员", "锦华社区")),
        ("成都云栖智联科技有限公司总经理蒋文斌认领了三个岗位。", ("蒋文斌", "总经理", "成都云栖智联科技有限公司")),
        ("周小燕是{锦华社区}的专职网格员。", ("周小燕", "专职网格员", "锦华社区")),
        ("周小燕，{锦江区}{锦华社区}党委书记，干了十年。", ("周小燕", "党委书记", "锦华社区")),
        ("会上，赵丽华局长表示支持。", ("赵丽华", "局长", None)),
        ("区水务局副局长罗文彬到场。", ("罗文彬", "副局长", "锦江区水务局")),
    ],
    ids=[
        "two-posts",
        "first-secretary",
        "in-the-post-of",
        "leaders",
        "branch",
        "from",
        "company",
        "is",
        "comma",
        "address",
        "level",
    ],
)
def test_name_with_post_and_body(text: str, expected: tuple[str, str, str | None]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("村党支部书记欧阳建国说，今年丰收。", "欧阳建国"),
        ("村党支部书记阿依古丽·买买提告诉记者。", "阿依古丽·买买提"),
        ("村党支部书记扎西次仁介绍。", "扎西次仁"),
        ("嘎查达乌云格日勒说，草场绿了。", "乌云格日勒"),
        ("网格员周凌说话算数。", "周凌"),
        ("网格员李秀英每天走访。", "李秀英"),
        ("村党支部书记于海波介绍，收成不错。", "于海波"),
        ("村党支部书记彭新国说。", "彭新国"),
        ("村党支部书记罗勇道出了缘由。", "罗勇"),
        ("村党支部书记罗全道说，缘由很简单。", "罗全道"),
        ("对此，社区主任蒋莉最有体会。", "蒋莉"),
        ("村主任邱守正说，水渠修好了。", "邱守正"),
        ("网格员邱平时常上门。", "邱平"),
        ("网格员罗春和，今年五十岁。", "罗春和"),
        ("网格员罗春和社工一起上门。", "罗春"),
        ("嘎查达乌力吉图带头围栏轮牧。", "乌力吉图"),
        ("苏木达包巴特尔介绍草场。", "包巴特尔"),
    ],
    ids=[
        "compound-surname",
        "dotted",
        "tibetan",
        "mongol",
        "two-before-verb",
        "three-before-adverb",
        "preposition-surname",
        "place-like",
        "two-before-speech",
        "three-ending-in-speech",
        "two-before-superlative",
        "three-ending-in-adverb",
        "two-before-frequency",
        "three-ending-in-joint",
        "two-before-joint",
        "mongol-last-syllable",
        "mongol-with-surname",
    ],
)
def test_border_of_the_name(text: str, name: str) -> None:
    assert [p.name for p in read(text)] == [name]


def test_list_shares_the_post() -> None:
    people = read("夜里巡堤的有民兵排长和护林员罗小川、蒋文斌两人。")
    assert [(p.name, p.role) for p in people] == [("罗小川", "护林员"), ("蒋文斌", "护林员")]


@pytest.mark.parametrize(
    "text",
    [
        "站长周某已经调离。",
        "居民王阿姨说，这样好。社区李主任点头。",
        "书记高度重视，主任全程参与，局长任组长。",
        "群众明白，村民都满意，居民明显增多。",
        "党员干部高兴地报名，志愿者于周末上门。",
        "本报记者 张建国 通讯员 李红梅",
        "由科长任组长，组长、楼长、党员代表分头包片。",
    ],
    ids=["half-hidden", "address", "verbs", "adjectives", "crowd", "byline", "posts"],
)
def test_no_person_without_a_full_name_and_a_function(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“路灯亮了。”{锦华社区}居民赵丽华连连点头。", []),
        ("“水到田头了。”村民赵丽华第一个叫好。", []),
        ("茶农周小燕算了一笔账：“一亩多收两千元。”", []),
        ("“水到田头了。”{锦华社区}老党员赵丽华说。", [("赵丽华", "老党员", "锦华社区")]),
        ("“水到田头了。”老党员赵丽华说。", []),
        ("{锦华社区}党员赵丽华家的水管漏了。", []),
        ("{锦华社区}养殖户赵丽华领到补贴。", [("赵丽华", "养殖户", "锦华社区")]),
        ("养殖户赵丽华领到补贴。", []),
        ("在{锦华社区}，养殖户赵丽华领到补贴。", [("赵丽华", "养殖户", "锦华社区")]),
        ("{锦华社区}75岁的网格员赵丽华领到补贴。", [("赵丽华", "网格员", "锦华社区")]),
        ("{锦江区}骑手赵丽华送完最后一单。", []),
        ("成都云栖智联科技有限公司骑手赵丽华送完最后一单。", [("赵丽华", "骑手", "成都云栖智联科技有限公司")]),
        ("村民赵丽华上个月嫁女儿，只摆了八桌。", []),
        ("{锦华社区}居民赵丽华家的水管漏了。", []),
        ("组长、牧民巴特尔递过手机。", [("巴特尔", "组长")]),
        ("{锦华社区}退役军人赵丽华说，渠修好了。", []),
        ("{锦华社区}第一书记、{锦江区}水务局派驻干部赵丽华到任。", [("赵丽华", "第一书记", "锦华社区")]),
        ("两年前，赵丽华被请回{锦华社区}当了党委书记。", [("赵丽华", "党委书记", "锦华社区")]),
        ("社工赵丽华被评为2019年度四川省“最美社工”。", [("赵丽华", "社工", None)]),
        ("包村民警把手绘的地图铺开，包村民警赵丽华讲解。", [("赵丽华", "包村民警", None)]),
        ("{锦华社区}党委书记字正兰讲解。", [("字正兰", "党委书记", "锦华社区")]),
        ("红白理事会会长赵丽华说好，村务监督委员会主任到场。", [("赵丽华", "红白理事会会长", None)]),
        ("{锦华社区}很美，社区监委会主任赵丽华说好。", [("赵丽华", "社区监委会主任", "锦华社区")]),
        ("{锦华社区}网格员何桂兰，二十九岁。", [("何桂兰", "网格员", "锦华社区")]),
        ("干部齐上阵，志愿者齐动手，网格员向北京，民警连夜查。", []),
        ("网格员齐建国说好。", [("齐建国", "网格员", None)]),
        ("退休教师赵丽华牵头办起书屋。", [("赵丽华", "退休教师", None)]),
        ("退休铁路职工周小燕天天走楼串门。", [("周小燕", "退休铁路职工", None)]),
        ("“爱心理发员”赵丽华每周上门。", []),
        ("“小板凳调解员”赵丽华到场。", [("赵丽华", "调解员", None)]),
        ("“摆阔局长”赵丽华被查。", []),
        ("{锦华社区}换届，退休会计赵丽华当选业委会主任。", [("赵丽华", "业委会主任", None)]),
        ("7号楼的楼长是外卖骑手赵丽华，他跑得勤。", [("赵丽华", "楼长", None)]),
        ("领头的叫赵丽华，今年六十八。", [("赵丽华", "领头", None)]),
        ("干了六年骑手的赵丽华换过两回头盔。", []),
        ("干了六年民警的赵丽华换过两回头盔。", [("赵丽华", "民警", None)]),
        (
            "干了五年外卖的赵丽华如今是{锦江区}外卖骑手联合党支部书记。",
            [("赵丽华", "外卖骑手联合党支部书记", "锦江区")],
        ),
        ("退休职工、党员周小燕就是{锦华社区}的楼长。", [("周小燕", "楼长", "锦华社区")]),
        ("周小燕退休前是工会干部，如今是{锦华社区}的楼道长。", [("周小燕", "楼道长", "锦华社区")]),
        ("由居民代表和骑手代表坐到一起，商户和店长轮值。", []),
        ("每月初五，由湾组长召集大家议事，由党员任微格长。", []),
        ("推行镇干部包村、村干部包片、党员包户。", []),
        ("维修工赵丽华一进门就测室温。", [("赵丽华", "维修工", None)]),
        ("{锦江区}民政局副局长布仁说，草场绿了。", [("布仁", "副局长", "锦江区民政局")]),
    ],
)
def test_those_with_a_role_of_their_own_and_no_residents(text: str, expected: list[tuple[str, ...]]) -> None:
    width = len(expected[0]) if expected else 3
    assert [person[:width] for person in found(text)] == expected


def test_one_person_named_twice_is_one() -> None:
    (person,) = read("{锦华社区}党委书记贺建军介绍。随后，社区书记贺建军带队走访。")
    assert (person.role, person.organisation, len(person.evidence)) == ("党委书记", "锦华社区", 2)


def test_evidence_holds_body_post_and_name() -> None:
    article, places = written(CHAIN, "{锦华社区}党委书记贺建军介绍。")
    (person,) = extract_people(article, places, (), load_rulebook())
    (evidence,) = person.evidence
    assert article.text[evidence.start : evidence.end] == "锦华社区党委书记贺建军"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019年，葛亮任{锦江区}信访局局长。", [("葛亮", "局长", "锦江区信访局")]),
        ("2019年葛亮任{锦江区}信访局局长。", [("葛亮", "局长", "锦江区信访局")]),
        ("后来朱家明任{锦华社区}网格员。", [("朱家明", "网格员", "锦华社区")]),
        ("3月初，徐静任{锦江区}区委常委、政法委书记。", [("徐静", "区委常委、政法委书记", "锦江区")]),
        ("曹大勇（{锦华社区}党委书记、居委会主任）在会上发言。", [("曹大勇", "党委书记、居委会主任", "锦华社区")]),
        ("{锦江区}的大事由全程任组长的人管，每年各村任网格长。", []),
    ],
)
def test_a_name_ends_at_the_verb_that_gives_the_post(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("【同期声】{锦华社区}党委书记 周凌：我们把会开到院里。", [("周凌", "党委书记", "锦华社区")]),
        ("{锦江区}民政局科长李明说，补贴已经发放。", [("李明", "科长", "锦江区民政局")]),
        ("{锦江区}住建局党组成员、副局长邱勇到场。", [("邱勇", "党组成员、副局长", "锦江区住建局")]),
        ("村党支部书记扎西次仁开车进村。", [("扎西次仁", "村党支部书记", None)]),
        ("{锦江区}第三小学校长严莉到场。", [("严莉", "校长", "锦江区第三小学")]),
        ("村民周真富、居民王秀兰都去了。", []),
        ("老党员廖明亮、退伍军人苏建成带头。", []),
        ("警务室室长罗小川到场，护边哨哨长蒋文斌带队。", [("罗小川", "室长", None), ("蒋文斌", "哨长", None)]),
    ],
    ids=["caption", "says", "committee-member", "tibetan-before-verb", "school", "residents", "standing", "heads"],
)
def test_posts_and_names_in_scripts_and_interviews(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == expected


def test_a_party_member_has_no_function_but_one_who_looks_after_households_has() -> None:
    assert found("{锦江区}的老党员赵丽华和80后党员周凌很热心，联户党员罗小琴上门走访。") == [
        ("罗小琴", "联户党员", None)
    ]


def test_a_post_that_two_words_seem_to_make_is_none() -> None:
    from kg.pipeline import facts_of_text

    assert facts_of_text("和龙市一处路口发生擦碰，双方当事人已移交警方处理，道路恢复通行。")[0].people == ()


def test_a_question_mark_word_is_no_part_of_a_name() -> None:
    from kg.pipeline import facts_of_text

    people = facts_of_text("还记得延吉市北山街道网格员崔文哲吗？他每天走访三十户居民。")[0].people
    assert [p.name for p in people] == ["崔文哲"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("这是{锦华社区}党委书记李白川记下的账。李白川天天记账。", [("李白川", "党委书记", "锦华社区")]),
        ("{锦华社区}党委书记李白说，李白很高兴。", [("李白", "党委书记", "锦华社区")]),
        ("{锦华社区}网格员安抚了双方。", []),
        ("{锦华社区}的“第一书记”赵丽华来了。", [("赵丽华", "第一书记", "锦华社区")]),
        ("李国平是{锦江区}住建局的局长。", [("李国平", "局长", "锦江区住建局")]),
        ("从部队回到{锦华社区}担任党委书记的马志国来了。", [("马志国", "党委书记", "锦华社区")]),
        ("{锦华社区}党委书记、主任尼玛南加说。", [("尼玛南加", "党委书记、主任", "锦华社区")]),
        ("{锦华社区}网格员阿依努尔·米吉提感触很深。", [("阿依努尔·米吉提", "网格员", "锦华社区")]),
        ("{锦华社区}网格员帕提古丽·阿布都热西提致富不忘邻居。", [("帕提古丽·阿布都热西提", "网格员", "锦华社区")]),
        ("{锦华社区}主任 李 强：\n路灯亮了。", [("李强", "主任", "锦华社区")]),
    ],
    ids=["third", "two", "particle", "quoted", "of", "relative", "tibetan", "before-word", "parts", "set-wide"],
)
def test_where_a_name_ends_and_what_leads_up_to_it(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == expected


ADDRESSED = [
    (
        "活动由李颖副主任主持，周启明书记带头，赵丽华局长的嘱托记在心里。",
        {("李颖", "副主任"), ("周启明", "书记"), ("赵丽华", "局长")},
    ),
    ("综治办主任带队，文明办主任参加，卫计委副主任随行。", set()),
    ("唐健任大队长，苏山任副大队长。", {("唐健", "大队长"), ("苏山", "副大队长")}),
    ("网格员王大任说，路修好了。", {("王大任", "网格员")}),
]


@pytest.mark.parametrize(("text", "expected"), ADDRESSED, ids=["addressed", "bodies", "serve", "name-in-ren"])
def test_persons_are_addressed_by_their_posts_and_bodies_are_no_persons(
    text: str, expected: set[tuple[str, str]]
) -> None:
    assert {(name, role) for name, role, _ in found(text)} == expected


ORDERS = [
    ("{锦江区}纪委副书记、监委副主任贺建军介绍。", [("贺建军", "纪委副书记、监委副主任", "锦江区")]),
    ("{锦华社区}推选退休教师罗小琴担任理事会会长。", [("罗小琴", "理事会会长", None)]),
    ("担任{锦华社区}党委书记已有八年的贺建军，天天走访。", [("贺建军", "党委书记", "锦华社区")]),
    ("贺建军同志任{锦华社区}党委书记。", [("贺建军", "党委书记", "锦华社区")]),
    ("{锦江区}民政局干部罗涛报到后，认领了两件活。", [("罗涛", "干部", "锦江区民政局")]),
    ("社区民警罗杰出面调停。", [("罗杰", "社区民警", None)]),
    ("社区民警刘国强调研归来。", [("刘国强", "社区民警", None)]),
    ("社区民警罗向前进村。", [("罗向前", "社区民警", None)]),
    ("网格员才让太说，水渠通了。", [("才让太", "网格员", None)]),
    (
        "{东莞市}{黄江镇}委书记周小燕、{黄江镇}委政法委员罗小川到会。",
        [("周小燕", "镇委书记", "黄江镇"), ("罗小川", "镇委政法委员", "黄江镇")],
    ),
    ("市民代表赵国良认为，票价偏高。市民代表到会。", [("赵国良", "市民代表", None)]),
    ("专家代表周小燕则认为，班次太少。", [("周小燕", "专家代表", None)]),
    ("党员李伟担任了{锦华社区}党支部书记。", [("李伟", "党支部书记", "锦华社区")]),
    ("{锦江区}退役军人王大山出任{锦华社区}主任。", [("王大山", "主任", "锦华社区")]),
]


@pytest.mark.parametrize(("text", "expected"), ORDERS, ids=[text[-16:-1] for text, _ in ORDERS])
def test_orders_of_posts_and_verbs_behind_names(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“葡园里长”“青藤指导员”都上了岗。", []),
        ("党委书记孔令刚直挠头，说没办法。", [("孔令刚", "党委书记", None)]),
        ("理事长杨春生乐得合不拢嘴。", [("杨春生", "理事长", None)]),
        ("他说：“我是马家湾村支书马占国。”", [("马占国", "村支书", None)]),
    ],
)
def test_coined_names_and_villages_are_no_persons(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == expected
