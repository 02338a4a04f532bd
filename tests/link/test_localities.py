"""The locality is the smallest place that covers what an article reports; the reports are invented."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

from kg.extract.places import find_place_mentions
from kg.gazetteer import Gazetteer, open_gazetteer
from kg.link.places import resolve_places
from kg.model import Article, Segment
from kg.pipeline import facts_of_text
from kg.rulebook import load_rulebook

REPORTS = Path(__file__).parent / "reports.txt"
_HEAD = re.compile(r"^## ?", re.MULTILINE)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def reports() -> list[tuple[str, str, str]]:
    """Expected localities (parted by spaces), headline and body of each report."""
    parts = _HEAD.split(REPORTS.read_text(encoding="utf-8"))[1:]
    rows = [
        part.strip(" \n").split("\n", 2) if part.strip(" ")[0] != "\n" else ["", *part.strip().split("\n", 1)]
        for part in parts
    ]
    return [(expected, title, body) for expected, title, body in rows]


def localities(title: str, body: str) -> list[str]:
    text = f"{title}\n{body}"
    article = Article("invented.txt", 1, title, text, (Segment(0, 0, len(text)),))
    found = resolve_places(article, find_place_mentions(article, gazetteer(), load_rulebook()), gazetteer())
    return [found.places[i].name for i in found.localities]


@pytest.mark.parametrize(
    ("expected", "title", "body"), reports(), ids=[f"{e or 'none'}: {t[:8]}" for e, t, _ in reports()]
)
def test_report_belongs_to_the_smallest_place_that_covers_it(expected: str, title: str, body: str) -> None:
    assert localities(title, body) == expected.split()


SCENE = "甘肃省渭源县会川镇本庙村的院坝里，村民正在说事。村民老杨说，水渠修好了。"


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("本庙村每月说事两次，去年办结实事20件。", "本庙村"),
        ("这只是渭源县推行“院坝说事”的一个缩影。全县已有说事点90个。", "渭源县"),
        ("像本庙村这样的说事点，渭源县有90个。", "渭源县"),
        ("近年来，渭源县推行“院坝说事”，建成说事点90个。莲峰镇、路园镇调解纠纷60起。", "渭源县"),
        ("会川镇推行“院坝说事”，全镇建成说事点12个，会川镇党委书记每月到场。", "会川镇"),
    ],
    ids=["stays", "epitome", "like this one", "second paragraph", "the town's"],
)
def test_village_scene_belongs_to_what_the_report_widens_to(after: str, expected: str) -> None:
    assert localities("院坝里的说事点", f"{SCENE}\n{after}") == [expected]


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("渭源：院坝说事", "渭源县会川镇本庙村每月说事。本庙村去年办结实事20件。村里还修了水渠。", "本庙村"),
        ("渭源：院坝说事", "渭源县会川镇本庙村每月说事。渭源县去年办结实事200件。", "渭源县"),
        ("会川镇：院坝说事", "本庙村每月说事。本庙村去年办结实事20件。", "会川镇"),
        ("渭源县会川镇把事说到院坝里", "本庙村每月说事。本庙村去年办结实事20件。本庙村还修了水渠。", "本庙村"),
        ("渭源县会川镇把事说到院坝里", "会川镇每月说事。本庙村是试点。会川镇去年办结实事20件。", "会川镇"),
    ],
    ids=["county for orientation", "county acts", "town in the headline", "scene in a village", "town acts"],
)
def test_headline_gives_way_only_where_its_county_never_acts(title: str, body: str, expected: str) -> None:
    assert localities(title, body) == [expected]


def test_the_stem_of_a_community_is_that_community_in_the_headline_too() -> None:
    body = "泉州市安溪县凤城镇高平佳园社区有居民三千人。高平佳园打造“楼下茶座”特色品牌，鹿城家园随后跟上。"
    assert localities("高平佳园：老社区的新路", body) == ["高平佳园社区"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("每天早上，在海盐县澉浦镇湖塘佳苑小区，楼长们逐层看一遍楼道。湖塘佳苑小区有住户900户。", "湖塘佳苑小区"),
        ("海盐县推行楼长制。澉浦镇湖塘佳苑小区选出楼长12名。海盐县已有楼长800名。", "海盐县"),
    ],
    ids=["all about the estate", "the county's"],
)
def test_a_report_may_be_about_an_estate(body: str, expected: str) -> None:
    assert localities("楼长上门来", body) == [expected]


@pytest.mark.parametrize("sent", ["本报渭源7月6日电 ", "新华社渭源7月6日电（记者 周立新）"])
def test_where_a_report_was_sent_from_is_not_what_it_is_about(sent: str) -> None:
    body = f"{sent}在渭源县会川镇本庙村，村民正在说事。本庙村去年办结实事20件。"
    assert localities("渭源把事说到院坝里", body) == ["本庙村"]


def test_a_practice_of_several_provinces_is_not_what_a_report_on_a_village_is_about() -> None:
    body = (
        "在甘肃省渭源县会川镇本庙村，村民围着火盆说事。这一幕正是甘肃、陕西、四川等地推行“院坝说事”的缩影。"
        "本庙村去年办结实事20件。本庙村每月说事两次。"
    )
    assert localities("火盆边的说事会", body) == ["本庙村"]


_FIRST = "江北的双江镇开会九场。双江镇把村民代表请到河边。双江镇给河段分了工。"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("与双江镇一河之隔的石羊镇也开了会。石羊镇把河段分给党员，石羊镇评分。石羊镇还修了堤。", ["双江镇", "石羊镇"]),
        ("与双江镇一河之隔的石羊镇来人看过。", ["双江镇"]),
        ("石羊镇派人来看过。", ["双江镇"]),
    ],
    ids=["told-of", "only-there", "visitors"],
)
def test_a_neighbour_that_the_report_tells_of_is_a_second_locality(body: str, expected: list[str]) -> None:
    there = "重庆市潼南区双江镇与四川省安岳县石羊镇都管这条河。"
    assert localities("双江镇：河边的议事会", there + _FIRST + body) == expected


def test_a_comment_on_two_counties_is_about_both() -> None:
    body = "浙江省象山县取消村级证明。山东省莘县把挂牌减到四块。象山县的干部轻松了。莘县还晒出清单。"
    assert localities("减负不是减责任", body) == ["象山县", "莘县"]


def test_a_hamlet_at_the_head_of_a_report_on_several_is_not_what_it_is_about() -> None:
    body = "宁陕县筒车湾镇海棠园村柳树屯的灯亮了。筒车湾镇七里村修了路。江口镇新铺村建起食堂。江口镇竹山村办起夜校。"
    assert localities("灯亮了", body) != ["柳树屯"]


def test_hamlets_of_a_village_count_for_it() -> None:
    body = "东兰县武篆镇东里村的夜校亮着灯。东里村办了47期。弄京屯、那烘屯轮流坐庄。\n那烘屯的老人学会了用手机。"
    assert localities("灯亮了", body) == ["东里村"]


def test_where_somebody_came_from_is_not_what_a_report_is_about() -> None:
    body = (
        "陈果从成都回到蒲江县甘溪镇明月村。明月村办起夜校。丹棱县杨场镇、名山区车岭镇请她讲课。"
        "“蒲江雀舌”卖到了浙江。在明月村，夜校天天开。"
    )
    assert localities("村里来了新农人", body) == ["明月村"]


def test_places_in_brackets_that_open_paragraphs_are_all_reported_on() -> None:
    body = "【铜鼓县】永宁镇坪田村设代办点，办事三百件。\n【宜丰县】新昌镇敖桥社区组建代办队，每周上门。"
    assert localities("红色代办解民忧", "各地行动起来。\n" + body) == ["铜鼓县", "宜丰县"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("老杨早年在兰州跑运输，又从西宁回到村里。", "本庙村"),
        ("村里三百人在兰州、西宁务工。有人从兰州请假回来议事。", "本庙村"),
        ("村里的药材销往兰州。老杨的老家在临洮县。", "本庙村"),
        ("渭源县在会川镇开了现场会，渭源县还选出说事员90名。渭源县每季评比一次。", "渭源县"),
    ],
)
def test_where_people_went_to_work_is_not_what_a_report_is_about(told: str, expected: str) -> None:
    assert localities("院坝里的说事点", f"{SCENE}\n{told}\n修渠的事定下来了。") == [expected]


_TOWNWIDE = (
    "渭源县会川镇本庙村的院坝里，村民正在说事。本庙村去年办结实事20件，本庙村的老人都来坐。"
    "镇里把这个办法叫“院坝说事”，镇党委每季度评一次。全镇今年又有罗家磨村、干乍村、半阴坡村三个村跟上，"
    "镇干部每月到村里住三天。本庙村的村民说，如今话有地方讲。"
)


def test_a_town_of_which_the_headline_and_the_level_words_speak_outweighs_the_village_of_the_scene() -> None:
    assert localities("会川镇把事说到院坝里", _TOWNWIDE) == ["会川镇"]


def test_where_nothing_speaks_of_the_town_the_village_stays() -> None:
    body = _TOWNWIDE.split("镇里把", maxsplit=1)[0] + "本庙村的村民说，本庙村的话有地方讲。本庙村每月说事两次。"
    assert localities("会川镇把事说到院坝里", body) == ["本庙村"]
    assert localities("把事说到院坝里", body) == ["本庙村"]


def test_what_a_place_is_called_too_parts_no_chain() -> None:
    text = (
        "金昌市：楼院治理添活力\n"
        "“下楼不发愁了。”金昌市金川区（金昌经开区）北京路街道昌荣里社区的吴小河说。\n"
        "昌荣里社区设立“民情小院”，收集意见。昌荣里社区加了坡道。金昌市创新商户理事会等办法。\n"
    )
    (facts,) = facts_of_text(text)
    assert [facts.places.places[i].name for i in facts.places.localities] == ["金昌市"]


def test_a_province_that_only_says_how_far_something_is_the_first_carries_nothing() -> None:
    text = (
        "河湖有了巡护平台\n岸线怎么巡，长沙用上了无人机。湖南省惟一的岸线巡护平台于今年3月在长沙市试运行。"
        "长沙市巡护岸线300公里，设值守点26个。\n"
    )
    (facts,) = facts_of_text(text)
    assert [facts.places.places[i].name for i in facts.places.localities] == ["长沙市"]
    assert [p.name for p in facts.places.places] == ["长沙市", "湖南省"]  # 长沙 is no second one


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("位于定西市西部的渭源县", "渭源县"),
        ("地处湖南省中南部的祁东县", "祁东县"),
        ("坐落在渭源县境内的会川镇", "会川镇"),
    ],
)
def test_a_place_in_a_part_of_another_is_what_the_report_is_about(opening: str, place: str) -> None:
    assert localities("小院里议大事", f"{opening}推行积分制，各村都建了食堂，老人都满意。") == [place]
