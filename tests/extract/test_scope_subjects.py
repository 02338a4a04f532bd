"""Which place a sentence speaks of: behind a lead, at a time, by 这里, by a person described before the name."""

from __future__ import annotations

import pytest
from test_scope import at

from kg.extract.asides import is_hidden
from kg.extract.bare_levels import BARE_SUBJECT
from kg.extract.silent import is_silent
from kg.pipeline import facts_of_text

LEADS = [
    ("自从老党员调解纠纷以来，罗子沟镇少了上访。", ("罗子沟镇",)),
    ("自“屋檐茶会”开办以来老党员调解纠纷，罗子沟镇少了上访。", ("汪清县",)),
    ("说起老党员调解纠纷的事，罗子沟镇上河村村民金某竖起大拇指。", ("上河村",)),
    ("近日，提到村里“屋檐茶会”调解纠纷的好处，上河村村民崔顺子笑着说。", ("上河村",)),
    ("5月6日，说起老党员调解纠纷的事，汪清县罗子沟镇上河村村民金某连声叫好。", ("上河村",)),
    ("说起调解纠纷，珲春市的客人连连点头。", ("汪清县",)),
]
TIMES = [
    ("上河村修了路。\n每到周末，村里的老党员调解纠纷30起。", ("上河村",)),
    ("上河村修了路。\n培训结束后，村里定了规矩。同时，老党员调解纠纷30起。", ("上河村",)),
]
FRONTED = [
    ("在罗子沟镇，汪清县组织老党员调解纠纷30起。", ("罗子沟镇",)),
    ("在上河村、下河村，罗子沟镇组织老党员调解纠纷30起。", ("上河村", "下河村")),
    ("罗子沟镇先走一步，汪清县组织老党员调解纠纷30起。", ("汪清县",)),
]
CARRIED = [
    ("每天早上7点，在汪清县松江社区内，大爷们扫雪。老党员调解纠纷30起。", ("松江社区",)),
    ("整合各方力量，在松江社区设点。老党员调解纠纷30起。", ("汪清县",)),
    ("孩子们来到松江社区楼前的凉亭里下棋。这里的老党员调解纠纷30起。", ("松江社区",)),
    ("孩子们来到珲春市的凉亭里下棋。这里的老党员调解纠纷30起。", ("汪清县",)),
    ("汪清县罗子沟镇上河村去年变了样。\n村里的老党员调解纠纷30起。", ("上河村",)),
    ("下河村修了路。\n家住罗子沟镇上河村的金顺姬去年退了休。\n村里的老党员调解纠纷30起。", ("汪清县",)),
    ("上河村村民金某家与邻居争地边。镇综治中心得知后，老党员调解纠纷。", ("罗子沟镇",)),
    ("上河村的水渠修好了。在罗子沟镇的指导下，村里成立小组，调解纠纷30起。", ("上河村",)),
    ("在罗子沟镇的指导下，老党员调解纠纷30起。", ("罗子沟镇",)),
]
TURNED = [
    ("罗子沟镇先走一步，镇里请老党员调解纠纷30起。", (0,), ("罗子沟镇",)),
    ("罗子沟镇上河村修了路，镇里请老党员调解纠纷30起。", (0,), ("罗子沟镇",)),
    ("上河村、下河村渔民多，镇里请老党员调解纠纷30起。", (1,), ("上河村", "下河村")),
    ("上河村、下河村修了路，镇里请老党员调解纠纷30起。", (1,), ("罗子沟镇",)),
    ("在罗子沟镇，镇里的老党员调解纠纷30起。", (1,), ("罗子沟镇",)),
    ("下河村照着上河村的样子，请老党员调解纠纷30起。", (1,), ("下河村",)),
    ("下河村记着上河村的情分，调解纠纷30起。", (1,), ("下河村",)),
]
BESIDE = [
    ("汪清县正把上河村的经验推到各村，请老党员调解纠纷30起。", (0,), ("汪清县",)),
    ("汪清县把上河村的老党员请来，调解纠纷30起。", (0,), ("上河村",)),
    ("汪清县变了样。\n上河村修了路。\n村民崔顺子家与邻居争地边，老党员调解纠纷30起。", (0,), ("上河村",)),
    ("汪清县变了样。\n上河村修了路。\n村民们都说好，老党员调解纠纷30起。", (0,), ("汪清县",)),
    ("下河村到上河村取经后，请老党员调解纠纷30起。", (1,), ("下河村",)),
    ("下河村的老党员到上河村调解纠纷30起。", (1,), ("上河村",)),
    ("上河村、下河村的做法更省事。老党员调解纠纷30起。", (0,), ("上河村", "下河村")),
    ("上河村的做法比下河村省事。老党员调解纠纷30起。", (0,), ("上河村",)),
    ("与罗子沟镇一江之隔的上河村，老人多。老党员调解纠纷30起。", (0,), ("上河村",)),
    ("和上河村结对的下河村也修了路。老党员调解纠纷30起。", (1,), ("下河村",)),
    ("与上河村的约定，人人记在心里。老党员调解纠纷30起。", (1,), ("罗子沟镇",)),
    ("从上河村到下河村，老党员调解纠纷30起。", (1,), ("罗子沟镇",)),
    ("上河村的金某从上河村到下河村当调解员，调解纠纷30起。", (1,), ("下河村",)),
    ("上河村还办起讲堂。老党员调解纠纷30起。", (5,), ("珲春市",)),
    ("汪清县变了样。\n镜头一：罗子沟镇上河村\n老党员天天坐在村口的大槐树下，今年调解纠纷30起。", (0,), ("上河村",)),
    ("汪清县变了样。\n罗子沟镇上河村\n邻里和睦\n老党员天天坐在村口的大槐树下，今年调解纠纷30起。", (0,), ("汪清县",)),
    ("在罗子沟镇的上河村，老人多。老党员调解纠纷30起。", (0,), ("上河村",)),
    ("罗子沟镇的客人到了上河村，老人多。老党员调解纠纷30起。", (0,), ("罗子沟镇",)),
    ("上河村先走了一步。据县司法局介绍，老党员调解纠纷30起。", (2,), ("汪清县",)),
    ("上河村先走了一步。据县里来的客人说，老党员调解纠纷30起。", (2,), ("上河村",)),
    ("笔者了解到，如今罗子沟镇请老党员调解纠纷30起。", (2,), ("罗子沟镇",)),
    ("上河村修了路；下河村另请老党员调解纠纷30起。", (2,), ("下河村",)),
    ("罗子沟镇的村子都修了路，下河村还请老党员调解纠纷30起。", (2,), ("下河村",)),
    ("上河村的客人从下河村来，老党员调解纠纷30起。", (2,), ("上河村",)),
]


@pytest.mark.parametrize(("body", "localities", "places"), [*TURNED, *BESIDE])
def test_a_clause_turns_to(body: str, localities: tuple[int, ...], places: tuple[str, ...]) -> None:
    assert at(body, localities) == places


@pytest.mark.parametrize(("body", "places"), [*LEADS, *TIMES, *FRONTED, *CARRIED])
def test_a_deed_belongs_to(body: str, places: tuple[str, ...]) -> None:
    assert at(body) == places


INNER = [
    ("大青社区的阳光花园漏水多年。社区调解纠纷30起。", {"阳光花园"}),
    ("大青社区在阳光花园建起凉亭。社区调解纠纷30起。", {"大青社区"}),
    ("阳光花园漏水多年。\n大青社区调解纠纷30起。", {"大青社区"}),
    ("大青社区的阳光花园、月亮小区漏水多年。社区调解纠纷30起。", {"大青社区"}),
]


@pytest.mark.parametrize(("body", "places"), INNER)
def test_what_a_community_does_for_one_compound_is_done_there(body: str, places: set[str]) -> None:
    found = facts_of_text(f"沈阳市大东区万泉街道大青社区：难题有解\n\n大青社区老房子多。\n{body}\n")
    assert {c.at for facts in found for c in facts.concepts if c.concept == "mediation"} == places


@pytest.mark.parametrize(
    ("behind", "hidden"), [("村民李某因债务起了争执", True), ("村民李某高兴地说", False), ("村民李翠兰家", False)]
)
def test_who_is_half_hidden_is_a_case_unless_he_speaks(behind: str, hidden: bool) -> None:
    assert is_hidden(behind, 0) is hidden


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("县人大出台条例", "县"),
        ("县人大代表到会", ""),
        ("会上，社区定下规矩", "社区"),
        ("居民区用车棚改食堂", "居民区"),
    ],
)
def test_a_bare_word_opens_a_sentence(sentence: str, word: str) -> None:
    found = BARE_SUBJECT.match(sentence)
    assert (found["word"] if found else "") == word


@pytest.mark.parametrize(
    ("behind", "silent"), [("侗寨景区", True), ("旅游区", True), ("的景区", False), ("打造景区", False)]
)
def test_a_place_in_the_name_of_a_sight_does_nothing(behind: str, silent: bool) -> None:
    assert is_silent("坪坦" + behind, 0, 2) is silent


def test_who_is_described_before_the_name_acts_for_the_place_of_his_post() -> None:
    told = (
        "崇信县：能人回村\n崇信县锦屏镇关村党支部书记杜守义在地里忙着。\n崇信县抓班子、带队伍。\n"
        "2019年，一直在兰州市跑运输的杜守义回了村。上任后，他推行“红黄积分”管理办法，每季度公示。\n"
    )
    (facts,) = facts_of_text(told)
    assert [p.at for p in facts.practices if p.name == "红黄积分"] == [("关村",)]


@pytest.mark.parametrize(
    "lead",
    [
        "针对楼旧人多，意见收集渠道少、落实不到位等问题，",
        "为破解“停车难”“如厕难”等难题，",
        "在县委社会工作部的指导下，",
    ],
)
def test_the_subject_stands_behind_the_trouble_or_what_the_deed_is_built_on(lead: str) -> None:
    told = (
        "崇信县：邻里议事添活力\n崇信县抓班子、带队伍。\n"
        f"{lead}锦屏镇关村设立了“民情小院”，组织村民议事。小院推出“五日办结法”，选派干部坐班。\n"
    )
    (facts,) = facts_of_text(told)
    assert {p.at for p in facts.practices} == {("关村",)}
