"""Practices: which names are taken, which quoted words are not, and where they are said to run."""

from __future__ import annotations

import pytest

from kg.extract.practice_identity import name_key
from kg.extract.practices import extract_practices
from kg.extract.scope import Scope
from kg.extract.sentences import split_sentences
from kg.model import Article, ArticlePlaces, Place, Practice, ResolvedMention
from kg.rulebook import load_rulebook

COUNTY = Place("洪雅县", "county", "511423", ("眉山市", "四川省"))
TOWN = Place("槽渔滩镇", "township", None, ("洪雅县", "眉山市", "四川省"))


def read(body: str, title: str = "洪雅县：乡村治理见实效") -> tuple[Practice, ...]:
    text = f"{title}\n{body}"
    article = Article("a.txt", 1, title, text, ())
    mentions = [
        ResolvedMention(i, i + len(place.name), n, "full")
        for n, place in enumerate((COUNTY, TOWN))
        for i in range(len(text))
        if text.startswith(place.name, i)
    ]
    places = ArticlePlaces((COUNTY, TOWN), tuple(sorted(mentions, key=lambda m: m.start)), (0,))
    sentences = split_sentences(text)
    return extract_practices(article, Scope(article, places, sentences), sentences, load_rulebook())


def names(body: str) -> set[str]:
    return {p.name for p in read(body)}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("洪雅县推行“院落管家”制度，邻里更近了。", "院落管家"),
        ("洪雅县打造“雅女姐姐”服务品牌。", "雅女姐姐"),
        ("该县建立“村级吹哨、部门响应、专员跟办”工作机制。", "村级吹哨、部门响应、专员跟办"),
        ("县里创新“党支部+合作社+农户”模式。", "党支部+合作社+农户"),
        ("洪雅县开展“三访三帮”活动。", "三访三帮"),
        ("洪雅县出台“1+5+N”系列文件。", "1+5+N"),
        ("各村构建“村党委—片区党支部—院落党小组”三级组织体系。", "村党委—片区党支部—院落党小组"),
        ("洪雅县打造“片长—户长—志愿力量”的治理体系。", "片长—户长—志愿力量"),
        ("在槽渔滩镇，“茶香·院坝”让邻里更近。", "茶香·院坝"),
        ("洪雅县落实“五个一”帮扶措施。", "五个一"),
        ("洪雅县开设“家庭茶座”46处。", "家庭茶座"),
        ("洪雅县组建“竹乡先锋”应急救援队。", "竹乡先锋"),
        ("村里搭起“黄桷树下”议事点。", "黄桷树下"),
        ("洪雅县设立“小板凳”调解室，由老党员坐堂。", "小板凳"),
        ("洪雅县选聘93名“茶乡观察员”。", "茶乡观察员"),
    ],
    ids=[
        "system",
        "brand",
        "parallel",
        "plus",
        "number",
        "number-plus",
        "chain",
        "chain-of-people",
        "subject",
        "ones",
        "direct",
        "rescue-team",
        "put-up",
        "figure-named",
        "role",
    ],
)
def test_a_quoted_name_under_which_a_thing_is_run_is_a_practice(body: str, name: str) -> None:
    assert name in names(body)


@pytest.mark.parametrize(
    "body",
    [
        "洪雅县打通为民服务“最后一公里”。",
        "党员干部争当群众的“贴心人”。",
        "村里的环境由“脏乱差”变“洁净美”。",
        "洪雅县为基层治理提供了“洪雅方案”。",
        "村民李大姐说：“现在办事方便多了，不用再跑县城。”",
        "洪雅县努力形成“人人参与、人人尽力”的良好局面。",
        "洪雅县按下产业发展“快进键”。",
        "荒坡成了群众的“聚宝盆”。",
    ],
    ids=["distance", "person-label", "change", "glory", "speech", "aim", "figure", "treasure"],
)
def test_rhetoric_and_speech_in_quotes_is_no_practice(body: str) -> None:
    assert names(body) == set()


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("洪雅县全面推行四议两公开，村务更透明。", "四议两公开"),
        ("洪雅县扎实开展机关干部驻村蹲点制度。", "机关干部驻村蹲点制度"),
        ("洪雅县以乡贤评理制度为抓手化解矛盾。", "乡贤评理制度"),
        ("洪雅县结合四清行动整治河道。", "四清行动"),
        ("全县实行轮值主席制。", "轮值主席制"),
        ("洪雅县落实来访登记制度、竹编纪实制度和包案督办制度。", "竹编纪实制度"),
        ("洪雅县落实来访登记制度、竹编纪实制度和包案督办制度。", "来访登记制度"),
        ("洪雅县落实来访登记制度、竹编纪实制度和包案督办制度。", "包案督办制度"),
        ("洪雅县探索建立周碰头、月评比、季公开机制。", "周碰头、月评比、季公开机制"),
        ("洪雅县开展河道采砂问题专项治理，成效明显。", "河道采砂问题专项治理"),
        ("洪雅县建成投入运营茶乡驿站12个。", "茶乡驿站"),
        ("洪雅县深入实施龙头强基工程。", "龙头强基工程"),
        ("洪雅县建立茶农日常互助制度。", "茶农日常互助制度"),
        ("洪雅县实行首接负责制和领导包案制。", "首接负责制"),
        ("洪雅县开展农村“三资”管理突出问题专项整治。", "农村“三资”管理突出问题专项整治"),
    ],
    ids=[
        "known",
        "verb-head",
        "framed",
        "coined",
        "rotation",
        "listed-name",
        "listed-first",
        "listed-last",
        "even-parts",
        "long-head",
        "opened",
        "single-characters",
        "manner",
        "joined",
        "quote-inside",
    ],
)
def test_an_unquoted_name_needs_words_that_say_which_one(body: str, name: str) -> None:
    assert name in names(body)


@pytest.mark.parametrize(
    "body",
    [
        "洪雅县建立考核机制和奖惩制度。",
        "各部门完善工作制度。",
        "洪雅县采取了三项措施。",
        "县里新建了党群服务中心。",
        "洪雅县引进多个超亿元茶叶项目。",
        "全县共实施千余个饮水项目。",
        "县里把祠堂打造成为邻里议事平台。",
        "镇里创建工作载体、搭建工作平台。",
    ],
    ids=["management", "work", "count", "facility", "amount", "many", "becomes", "second-verb"],
)
def test_bare_management_words_are_no_practice(body: str) -> None:
    assert names(body) == set()


def test_what_is_only_planned_is_left_out() -> None:
    assert names("下一步，洪雅县将推行“院落管家”制度。") == set()


def test_listed_names_share_the_verb_and_the_head_word() -> None:
    found = {p.name: p.kind for p in read("洪雅县培育了“雅女姐姐”“瓦屋管家”等12个服务品牌。")}
    assert found == {"雅女姐姐": "brand", "瓦屋管家": "brand"}


def test_a_name_and_the_same_name_led_by_the_party_are_one() -> None:
    (practice,) = read("洪雅县推行“党建引领+四治融合”模式。村里的“四治融合”模式见了成效。")
    assert {practice.name, *practice.aliases} >= {"四治融合", "党建引领+四治融合"}


def test_one_name_twice_is_one_practice_with_two_pieces_of_evidence() -> None:
    (practice,) = read("洪雅县推行“院落管家”制度。今年以来，“院落管家”工作制度覆盖全县。")
    assert len(practice.evidence) == 2


def test_the_place_is_the_nearest_one_before_the_name_in_the_sentence() -> None:
    (practice,) = read("洪雅县槽渔滩镇推行“院落管家”制度。")
    assert practice.at == ("槽渔滩镇",)


def test_a_place_that_goes_first_runs_the_practice_too() -> None:
    (practice,) = read("洪雅县打造“红色物业”品牌。去年，县里以槽渔滩镇为试点，开展红色物业的探索。")
    assert practice.at == ("洪雅县", "槽渔滩镇")


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("洪雅县办了培训。“院落管家”制度是槽渔滩镇推进自治的一项探索。", ("槽渔滩镇",)),
        ("槽渔滩镇党员认领了难事。“院落管家”制度正是洪雅县深化党建引领治理的创新举措。", ("洪雅县",)),
        ("洪雅县推行“院落管家”制度，受益最多的是槽渔滩镇的老人。", ("洪雅县",)),
    ],
    ids=["of-a-town", "of-the-county", "said-of-people"],
)
def test_what_is_called_a_deed_of_a_place_is_run_there(body: str, places: tuple[str, ...]) -> None:
    (practice,) = read(body)
    assert practice.at == places


def test_the_place_is_the_locality_where_the_sentence_names_none() -> None:
    (practice,) = read("当地推行“院落管家”制度。")
    assert practice.at == ("洪雅县",)


def test_a_known_form_gives_the_concept() -> None:
    (practice,) = read("洪雅县推行“红色物业”。")
    assert practice.concepts == ("red-property",)


def test_every_piece_of_evidence_holds_the_name() -> None:
    body = "洪雅县推行“院落管家”制度，开展“三访三帮”活动，实行轮值主席制。"
    text = f"洪雅县：乡村治理见实效\n{body}"
    for practice in read(body):
        for evidence in practice.evidence:
            assert practice.name in text[evidence.start : evidence.end]


@pytest.mark.parametrize(
    ("first", "second"),
    [("“红色物业”品牌", "红色物业"), ("四议两公开工作法", "四议两公开"), ("\uff11+\uff13+\uff2e", "1+3+N")],
)
def test_names_that_differ_by_a_head_word_or_width_are_one(first: str, second: str) -> None:
    assert name_key(first) == name_key(second)


def test_a_hostile_text_ends_at_once() -> None:
    assert read("“" * 5000 + "制度" * 3000) == ()


def test_a_mention_before_the_one_that_tells_what_a_practice_is_gives_its_place_too() -> None:
    (practice,) = read("洪雅县用“院落夜谈”听民声。在槽渔滩镇，村里推行“院落夜谈”制度，一月两回。")
    assert set(practice.at) == {"洪雅县", "槽渔滩镇"}


def test_an_honour_from_above_makes_no_site_of_a_place() -> None:
    (practice,) = read("洪雅县推行“院落夜谈”制度。槽渔滩镇获评全国茶乡示范村。")
    assert practice.at == ("洪雅县",)


def test_a_place_that_becomes_a_model_of_the_practice_is_a_site_of_it() -> None:
    (practice,) = read("洪雅县推行“院落夜谈”制度，槽渔滩镇等3个村成了市级示范点。")
    assert set(practice.at) == {"洪雅县", "槽渔滩镇"}


def test_a_span_of_time_is_no_coined_name() -> None:
    assert names("洪雅县把“八小时外”监督做细。") == set()
