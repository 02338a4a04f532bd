"""Which recognitions were received, by whom and when."""

from __future__ import annotations

import pytest

from kg.extract.awards import extract_awards
from kg.model import Article, ArticlePlaces, Evidence, Place, Practice, ResolvedMention
from kg.rulebook import load_rulebook

NAMES = ("楚雄市", "鹿城镇")
PRACTICE = Practice("火塘夜话", "brand", (), (), (), (Evidence(0, 1),), "test")


def awards(body: str) -> list[tuple[str, str | None, int | None]]:
    text = f"楚雄市\n{body}"
    places = tuple(Place(name, "county", None) for name in NAMES)
    mentions = [
        ResolvedMention(i, i + len(name), n, "full")
        for n, name in enumerate(NAMES)
        for i in range(len(text))
        if text.startswith(name, i)
    ]
    settled = ArticlePlaces(places, tuple(sorted(mentions, key=lambda m: m.start)), (0,))
    found = extract_awards(Article("a.txt", 1, "楚雄市", text, ()), settled, load_rulebook(), [PRACTICE])
    for award in found:
        assert text[award.evidence[0].start : award.evidence[0].end] == award.title
    return [(a.title, a.recipient, a.year) for a in found]


@pytest.mark.parametrize(
    ("body", "award"),
    [
        ("鹿城镇荣获全国民族团结进步示范镇称号。", ("全国民族团结进步示范镇", "鹿城镇", None)),
        ("2022年，鹿城镇被省民政厅授予“云南省和谐社区”称号。", ("云南省和谐社区", "鹿城镇", 2022)),
        ("“火塘夜话”入选2021年度全国乡村治理典型案例，影响广泛。", ("2021年度全国乡村治理典型案例", "火塘夜话", 2021)),
        ("鹿城镇获评全国“百佳治理案例”。", ("全国“百佳治理案例”", "鹿城镇", None)),
        ("发挥火塘夜话“全国优秀治理品牌”的示范作用。", ("全国优秀治理品牌", "火塘夜话", None)),
        ("鹿城镇党委被评为全省先进基层党组织。", ("全省先进基层党组织", "鹿城镇党委", None)),
        ("2021年，鹿城镇党委被评为信访工作先进单位。", ("信访工作先进单位", "鹿城镇党委", 2021)),
        (
            "楚雄市位于鹿城镇以东，连续获评2011—2014年度和2015—2018年度全国双拥模范城。",
            ("全国双拥模范城", "楚雄市", None),
        ),
        ("鹿城镇先后获评国家园林城镇。", ("国家园林城镇", "鹿城镇", None)),
        ("鹿城镇摘得全省和谐社区示范镇桂冠。", ("全省和谐社区示范镇", "鹿城镇", None)),
        ("鹿城镇推行火塘夜话，荣膺全国文明村镇。", ("全国文明村镇", "鹿城镇", None)),
        ("2023年，鹿城镇捧回“全国科普示范镇”奖牌。", ("全国科普示范镇", "鹿城镇", 2023)),
        ("鹿城镇跻身国家森林城市行列。", ("国家森林城市", "鹿城镇", None)),
        ("鹿城镇获评省级清廉村居。", ("省级清廉村居", "鹿城镇", None)),
        ("鹿城镇被命名为2022年度平安云南建设先进镇。", ("2022年度平安云南建设先进镇", "鹿城镇", 2022)),
        ("随后鹿城镇获得由省司法厅、省民政厅联合颁发的“云南省和谐镇”牌匾。", ("云南省和谐镇", "鹿城镇", None)),
    ],
    ids=[
        "won",
        "given",
        "selected",
        "quoted",
        "apposed",
        "body",
        "rank",
        "years",
        "one-by-one",
        "laurel",
        "of-a-place",
        "medal",
        "ranks",
        "clean",
        "province",
        "giver-behind",
    ],
)
def test_award_with_recipient_and_year(body: str, award: tuple[str, str | None, int | None]) -> None:
    assert awards(body) == [award]


def test_a_body_right_before_the_verb_receives() -> None:
    from kg.pipeline import facts_of_text

    text = "楚雄市鹿城镇在行动\n\n鹿城镇抓早抓小。映山红爱心协会先后荣获“全国志愿服务先进集体”称号。"
    (award,) = facts_of_text(text)[0].awards
    assert (award.title, award.recipient) == ("全国志愿服务先进集体", "映山红爱心协会")


def test_places_listed_before_the_verb_receive_together() -> None:
    assert awards("楚雄市和鹿城镇获评省级民族团结示范单位。") == [
        ("省级民族团结示范单位", "楚雄市", None),
        ("省级民族团结示范单位", "鹿城镇", None),
    ]


def test_places_told_behind_receive_each() -> None:
    assert awards("楚雄州两个地方获评全省平安示范单位，分别为：楚雄市、楚雄市鹿城镇。") == [
        ("全省平安示范单位", "楚雄市", None),
        ("全省平安示范单位", "鹿城镇", None),
    ]


def test_a_place_around_the_locality_receives_nothing() -> None:
    text = "鹿城镇\n鹿城镇居楚雄市首位，代表楚雄市参赛，荣获省级文明村镇。"
    names = [Place("鹿城镇", "township", None, within=("楚雄市",)), Place("楚雄市", "county", None)]
    mentions = [
        ResolvedMention(i, i + len(place.name), n, "full")
        for n, place in enumerate(names)
        for i in range(len(text))
        if text.startswith(place.name, i)
    ]
    settled = ArticlePlaces(tuple(names), tuple(sorted(mentions, key=lambda m: m.start)), (0,))
    (award,) = extract_awards(Article("a.txt", 1, "鹿城镇", text, ()), settled, load_rulebook())
    assert award.recipient == "鹿城镇"


def test_quoted_honours_go_on_behind_a_comma_under_another_giver() -> None:
    body = "鹿城镇先后荣获云南省“和谐镇”“无讼示范镇”，楚雄州“先锋镇”和“平安镇”，积极探索“火塘夜话”。"
    assert [title for title, _, _ in awards(body)] == ["云南省“和谐镇”", "无讼示范镇", "楚雄州“先锋镇”", "平安镇"]


def test_honours_go_on_behind_a_comma_as_long_as_they_are_honours() -> None:
    body = "鹿城镇先后荣获全国民主法治示范镇，省防震先进镇，州平安单位，全国各地前来参观，省里示范推广。"
    assert [title for title, _, _ in awards(body)] == ["全国民主法治示范镇", "省防震先进镇", "州平安单位"]


def test_chains_listed_before_the_verb_receive_at_their_ends() -> None:
    assert awards("楚雄市鹿城镇、鹿城镇等7个镇被命名为“云南省和谐镇”。") == [("云南省和谐镇", "鹿城镇", None)]


def test_a_place_in_the_name_of_an_earlier_award_receives_none() -> None:
    body = "鹿城镇2020年获评“楚雄市文明镇”，2022年获评“云南省首批平安镇”。"
    assert awards(body) == [("楚雄市文明镇", "鹿城镇", 2020), ("云南省首批平安镇", "鹿城镇", 2022)]


def test_who_holds_an_honour_stands_behind_it() -> None:
    assert awards("作为全州首批“红旗镇”，鹿城镇不敢松劲。") == [("全州首批“红旗镇”", "鹿城镇", None)]


def test_several_that_are_honoured_one_behind_the_other_keep_their_own_titles() -> None:
    body = "鹿城镇获得省级“美丽镇（乡）”殊荣、2021年被中央文明办授予“全国文明镇”称号、楚雄市被评为“国家园林城市”。"
    assert awards(body) == [
        ("省级“美丽镇（乡）”", "鹿城镇", None),
        ("全国文明镇", "鹿城镇", 2021),
        ("国家园林城市", "楚雄市", 2021),
    ]


def test_listed_awards_are_one_each() -> None:
    body = "鹿城镇先后荣获全国文明村镇、国家级生态乡镇、云南省旅游名镇等荣誉称号。"
    assert [title for title, _, _ in awards(body)] == ["全国文明村镇", "国家级生态乡镇", "云南省旅游名镇"]


@pytest.mark.parametrize(
    "body",
    [
        "鹿城镇获得群众一致好评。",
        "鹿城镇获得上级补助资金30万元。",
        "鹿城镇争创全国文明村镇。",
        "下一步，鹿城镇力争获评全国文明村镇。",
        "鹿城镇对获评全省优秀的小区给予奖励。",
        "鹿城镇被列为全省乡村治理试点。",
        "鹿城镇32户家庭被评为市级文明家庭。",
        "群众的获得感、幸福感不断增强。",
        "鹿城镇对辖区内6个村获评“市级孝善之家”的老人进行免费体检。",
        "鹿城镇荣获百余项国家级及省市级荣誉。",
        "鹿城镇成功创建幸福的“四美社区”。",
        "曾被命名为“云南省文明镇”的，鹿城镇不再推荐。",
        "老教师被评为鹿城镇“荣誉村民”。",
        "村民李阿婆家获评“五好家庭”，张家获评市级“最美庭院”。",
        "监督员做到“三必问”，被县里评为“十佳监督员”。",
        "鹿城镇的张老师获评云南省“最美社区工作者”、“优秀调解能手”。",
    ],
    ids=[
        "praise",
        "money",
        "aim",
        "plan",
        "rule",
        "pilot",
        "people",
        "sense",
        "treated",
        "count",
        "own",
        "condition",
        "person",
        "household",
        "watcher",
        "worker",
    ],
)
def test_what_is_no_award_from_outside(body: str) -> None:
    assert awards(body) == []


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("鹿城镇被表彰为全国“六好”乡镇工会。", "全国“六好”乡镇工会"),
        ("鹿城镇连续三年被省委、省政府评为平安镇。", "平安镇"),
        ("鹿城镇获批创建国家农业现代化示范区。", "国家农业现代化示范区"),
        ("鹿城镇荣登第九批“全国民主法治示范村”榜单。", "第九批“全国民主法治示范村”"),
        ("鹿城镇捧回“长安杯”。", "长安杯"),
        ("鹿城镇获评全省优秀市（县、区）。", "全省优秀市（县、区）"),
        ("鹿城镇集全国文明镇等众多荣誉于一身。", "全国文明镇"),
        ("鹿城镇获评全省治理优秀试点镇。", "全省治理优秀试点镇"),
        ("鹿城镇来到获评全国文明村的邻村学习。", "全国文明村"),
    ],
    ids=["conferred", "giver", "approved", "listed", "cup", "bracket", "together", "best-pilot", "of-another"],
)
def test_title_of_an_award(body: str, title: str) -> None:
    assert [found for found, _, _ in awards(body)] == [title]


@pytest.mark.parametrize("body", ["她荣获奥运金牌。", "电影获得百花奖最佳影片提名。", "这是全镇第二个获此殊荣的村。"])
def test_medals_nominations_and_references_are_no_award(body: str) -> None:
    assert awards(body) == []


def test_all_places_of_a_list_receive_before_the_verb_or_told_in_the_next_sentence() -> None:
    every = [("全国文明单位", "楚雄市", None), ("全国文明单位", "鹿城镇", None)]
    assert awards("近日，楚雄市以及鹿城镇等2个地方荣获全国文明单位命名。") == every
    body = "今年全省有32家被命名为全国文明单位，楚雄州两地入选。两个地方是：楚雄市、鹿城镇。"
    assert awards(body) == every


@pytest.mark.parametrize("said", ["该做法获评2023年度云南省基层治理创新案例", "去年，它入选云南省基层治理创新案例"])
def test_what_was_told_of_last_is_what_is_honoured(said: str) -> None:
    (found,) = awards(f"鹿城镇推行“火塘夜话”，开了40场。{said}。")
    assert found[1] == "火塘夜话"


CONFERRED = [
    ("省委、省政府授予鹿城镇“云南省文明镇”称号。", [("云南省文明镇", "鹿城镇")]),
    ("司法部命名鹿城镇为“全国民主法治示范镇”。", [("全国民主法治示范镇", "鹿城镇")]),
    # whoever praises the receiver first gives nothing to itself
    ("鹿城镇获司法部通报表扬，被授予全国先进集体称号。", [("全国先进集体", "鹿城镇")]),
    ("鹿城镇错峰议事做法入选全省社会治理创新案例。", [("全省社会治理创新案例", "错峰议事")]),
    ("鹿城镇基层治理创新做法入选全省社会治理创新案例。", [("全省社会治理创新案例", "鹿城镇")]),
    ("鹿城镇错峰议事的做法已由市委政法委在全市推广，并获评全省优秀治理案例。", [("全省优秀治理案例", "错峰议事")]),
    ("鹿城镇上榜省委办公厅、省民政厅公布的全省乡村治理典型案例。", [("全省乡村治理典型案例", "鹿城镇")]),
    ("“石榴树”工作法、“五老评理”机制入选全省治理创新案例。", [("全省治理创新案例", n) for n in ("石榴树", "五老评理")]),
    ("鹿城镇是全国文明镇，镇上有三家书院。", [("全国文明镇", "鹿城镇")]),
    ("鹿城镇是全国粮食大镇，田多。", []),
    # to a person, and what goes round in the town itself
    ("鹿城镇授予王大山“云南省示范带头人家”称号。", []),
    ("鹿城镇连续两次获得流动红旗。", []),
]


@pytest.mark.parametrize(("body", "expected"), CONFERRED, ids=[body[:14] for body, _ in CONFERRED])
def test_who_receives_is_told_behind_a_giver_and_is_no_giver(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(title, recipient) for title, recipient, _ in awards(body)] == expected
