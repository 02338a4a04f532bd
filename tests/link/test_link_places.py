"""Places are settled from the outside in, and every choice says why."""

from __future__ import annotations

import importlib.util
import json
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pytest

from kg.extract.places import find_place_mentions
from kg.gazetteer import Gazetteer, open_gazetteer
from kg.link.places import resolve_file, resolve_places
from kg.model import Article, ArticlePlaces, FrameLine, FrameRole, Place, Segment
from kg.rulebook import load_rulebook

FRAME_START = 10_000


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def article(title: str, body: str, n: int = 1, **frame: str) -> Article:
    text = f"{title}\n{body}"
    lines = tuple(
        FrameLine(role_of(role), line, FRAME_START, FRAME_START + len(line)) for role, line in sorted(frame.items())
    )
    return Article("invented.txt", n, title, text, (Segment(0, 0, len(text)),), frame=lines)


def role_of(name: str) -> FrameRole:
    roles: dict[str, FrameRole] = {
        "masthead": "masthead",
        "issuer": "issuer",
        "distribution": "distribution",
        "byline": "byline",
    }
    return roles[name]


def resolve(title: str, body: str, **frame: str) -> ArticlePlaces:
    made = article(title, body, 1, **frame)
    return resolve_places(made, find_place_mentions(made, gazetteer(), load_rulebook()), gazetteer())


def place(places: ArticlePlaces, name: str) -> Place:
    return next(p for p in places.places if p.name == name)


def localities(places: ArticlePlaces) -> list[str]:
    return [places.places[i].name for i in places.localities]


def test_short_form_takes_the_official_name_and_code() -> None:
    found = place(resolve("", "湖南邵阳隆回县试行议事日。"), "邵阳市")
    assert (found.level, found.code, found.parent, found.status) == ("prefecture", "430500", "湖南省", "settled")


@pytest.mark.parametrize(
    ("name", "code", "within"),
    [
        ("露湖村", "350821106231", ("河田镇", "长汀县", "龙岩市", "福建省")),
        ("河田镇", "350821106", ("长汀县", "龙岩市", "福建省")),
        ("长汀县", "350821", ("龙岩市", "福建省")),
        ("福建省", "350000", ()),
    ],
    ids=["village", "township", "county", "province"],
)
def test_place_lies_within_its_parents(name: str, code: str, within: tuple[str, ...]) -> None:
    found = place(resolve("", "福建省龙岩市长汀县河田镇露湖村村民议事。"), name)
    assert (found.code, found.within) == (code, within)


def test_same_named_township_is_settled_by_the_county_beside_it() -> None:
    places = resolve("", "光山县与新县结对。新县城关镇、周河乡、沙窝镇先行。光山县白雀园镇跟进。")
    assert place(places, "沙窝镇").parent == "新县"


def test_same_named_township_stays_open_without_any_hint() -> None:
    found = place(resolve("太平镇：说事有地方", "太平镇党委牵头议事。"), "太平镇")
    assert (found.code, found.parent, found.status) == (None, None, "open")
    assert len(found.candidates) > 1


@pytest.mark.parametrize(
    "frame",
    [
        {"issuer": "中共勉县县委组织部"},
        {"masthead": "勉县党建"},
        {"distribution": "报：汉中市委组织部。送：勉县各镇（街道）"},
    ],
    ids=["issuer", "masthead", "distribution list"],
)
def test_frame_settles_a_bare_township(frame: dict[str, str]) -> None:
    found = place(resolve("周家山镇：院坝里说事", "周家山镇党委牵头议事。", **frame), "周家山镇")
    assert (found.parent, found.status) == ("勉县", "settled")


def test_neighbours_settle_a_bare_township() -> None:
    articles = [
        article("太平镇：说事有地方", "太平镇党委牵头议事。"),
        article("襄城县：村账晒出来", "襄城县公开村账。", n=2),
        article("枣阳市：新市镇定规矩", "枣阳市新市镇开会。", n=3),
    ]
    one = articles[:1] + articles[2:]
    mentions = [find_place_mentions(a, gazetteer(), load_rulebook()) for a in one]
    found = place(resolve_file(one, mentions, gazetteer())[0], "太平镇")
    assert found.parent == "枣阳市"


def test_child_wins_over_a_contradicted_parent() -> None:
    places = resolve("", "青岛市莱州市纪委监委开展整治。")
    assert [p.name for p in places.places] == ["莱州市"]
    assert place(places, "莱州市").parent == "烟台市"
    assert [c.kind for c in places.conflicts] == ["parent-conflict"]


def test_contradicted_parent_stays_where_it_is_named_otherwise() -> None:
    places = resolve("", "青岛市莱州市开展整治。青岛市召开会议。")
    assert {p.name for p in places.places} == {"青岛市", "莱州市"}


def test_former_county_keeps_its_printed_name_and_old_code() -> None:
    found = place(resolve("", "遵义县三合镇的老支书回忆当年。"), "遵义县")
    assert (found.code, found.parent) == ("520321", "遵义市")


@pytest.mark.parametrize(
    ("body", "code", "parent", "status"),
    [
        ("长汀县河田镇露湖村开会。", "350821106231", "河田镇", "settled"),
        ("长汀县河田镇青麦岭村开会。", None, "河田镇", "new"),
        ("露湖村村民委员会开会。", None, None, "open"),
    ],
    ids=["listed", "unlisted", "no county"],
)
def test_village_is_matched_only_inside_a_settled_place(
    body: str, code: str | None, parent: str | None, status: str
) -> None:
    found = next(p for p in resolve("", body).places if p.level == "village")
    assert (found.code, found.parent, found.status) == (code, parent, status)


def test_village_named_twice_is_one_place() -> None:
    places = resolve("露湖村：议事有方", "长汀县河田镇露湖村开会。露湖村村民参加。")
    found = [p for p in places.places if p.name == "露湖村"]
    assert len(found) == 1
    assert len(found[0].evidence) == 3


def test_members_of_a_list_share_the_parent_before_it() -> None:
    places = resolve("", "恩施市白杨坪镇洞下槽村、熊家岩村，以及龙凤镇龙马村开会。")
    assert [place(places, n).parent for n in ("洞下槽村", "熊家岩村", "龙马村")] == ["白杨坪镇", "白杨坪镇", "龙凤镇"]


def test_possible_misprint_is_reported_and_not_mended() -> None:
    places = resolve("", "昆明市西山区盛高太城社区开会。")
    found = place(places, "盛高太城社区")
    assert (found.code, found.parent) == (None, "西山区")
    assert [c.kind for c in places.conflicts] == ["possible-misprint"]


def test_estate_takes_its_fullest_name_and_the_place_beside_it() -> None:
    places = resolve("", "长汀县河田镇露湖村翠湖名苑小区建成。翠湖名苑的业主满意。")
    found = place(places, "翠湖名苑小区")
    assert (found.level, found.code, found.parent, found.status) == ("compound", None, "露湖村", "new")


@pytest.mark.parametrize(
    ("body", "name", "parent"),
    [
        ("温岭经开区成立联盟。温岭经济开发区党工委牵头。", "温岭经济开发区", "温岭市"),
        ("温岭市高新区管委会牵头。", "高新区", "温岭市"),
    ],
    ids=["long and short are one", "bare"],
)
def test_zone_lies_in_the_place_it_is_named_after(body: str, name: str, parent: str) -> None:
    zones = [p for p in resolve("", body).places if p.level == "zone"]
    assert [(z.name, z.parent) for z in zones] == [(name, parent)]


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        ("仙居县：村账晒出来", "浙江省仙居县公开村账。横溪镇先行。", ["仙居县"]),
        ("台州仙居 村账晒出来", "公开村账。", ["仙居县"]),
        ("横溪镇翠湖名苑小区党支部：邻里有约", "楼栋议事。", ["翠湖名苑小区"]),
        ("村账晒出来", "近日，浙江省台州市仙居县公开村账。", ["仙居县"]),
        ("仙居县、天台县：联手治水", "两县共治。", ["仙居县", "天台县"]),
        ("台州首个议事亭落成", "议事亭在仙居县横溪镇落成。", ["横溪镇"]),
        ("村账晒出来", "各地公开村账。", []),
    ],
    ids=["kicker", "chain", "estate", "lead", "two", "range of a first", "none"],
)
def test_locality_is_the_smallest_place_the_report_is_about(title: str, body: str, found: list[str]) -> None:
    assert localities(resolve(title, body)) == found


@pytest.mark.parametrize(
    ("body", "reference", "name"),
    [
        ("仙居县试点。横溪镇跟进。该县再推广。", "该县", "仙居县"),
        ("仙居县试点。横溪镇跟进。全镇动员。", "全镇", "横溪镇"),
        ("仙居县试点。辖区商户参加。", "辖区", "仙居县"),
    ],
)
def test_reference_stands_for_a_place_of_its_level(body: str, reference: str, name: str) -> None:
    made = article("", body)
    places = resolve_places(made, find_place_mentions(made, gazetteer(), load_rulebook()), gazetteer())
    (found,) = [m for m in places.mentions if made.text[m.start : m.end] == reference]
    assert places.places[found.place].name == name


def test_reference_brings_in_a_place_that_the_masthead_makes_certain() -> None:
    places = resolve("湿地展览馆开馆", "我省湿地保护成效显著。", masthead="大众日报")
    assert localities(places) == ["山东省"]


def test_reference_alone_brings_in_nothing() -> None:
    assert resolve("湿地展览馆开馆", "我省湿地保护成效显著。").places == ()


def test_issuer_is_the_locality_of_an_item_without_a_place() -> None:
    places = resolve("组工干部进百家", "市委组织部派出组工干部走访。", issuer="中共莱州市委组织部")
    (found,) = places.places
    assert (found.name, found.evidence[0].where, localities(places)) == ("莱州市", "source", ["莱州市"])


def test_each_choice_shows_the_parts_of_its_score() -> None:
    found = place(resolve("", "恩施市龙凤镇开会。"), "龙凤镇")
    assert "chain" in {part.name for part in found.candidates[0].parts}


def test_evidence_is_the_text_that_names_the_place() -> None:
    made = article("仙居县：村账晒出来", "浙江仙居县横溪镇公开村账。")
    places = resolve_places(made, find_place_mentions(made, gazetteer(), load_rulebook()), gazetteer())
    quoted = {p.name: [made.text[e.start : e.end] for e in p.evidence] for p in places.places}
    assert quoted == {"仙居县": ["仙居县", "仙居县"], "浙江省": ["浙江"], "横溪镇": ["横溪镇"]}


def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
def test_gold_places_keep_their_floor(shared_dir: Path) -> None:
    from kg.read import read_document

    found = []
    for path in sorted((shared_dir / "seeds").glob("*.txt")):
        articles = read_document(path).articles
        mentions = [find_place_mentions(a, gazetteer(), load_rulebook()) for a in articles]
        for a, p in zip(articles, resolve_file(articles, mentions, gazetteer()), strict=True):
            places = [{"name": x.name, "level": x.level, "code": x.code, "parent": x.parent} for x in p.places]
            families = ("practices", "concepts", "organisations", "people", "documents", "awards", "measures")
            found.append(
                {"source": a.source, "n": a.n, "title": a.title, "opening": a.opening, "text": a.text}
                | {"localities": localities(p), "places": places}
                | {family: [] for family in families}
            )
    score = scorer(shared_dir)
    figures, _ = score.score(score.load_gold(shared_dir / "gold"), json.loads(json.dumps(found)))
    assert figures["localities"]["f1"] >= 0.95
    assert figures["places"]["f1"] >= 0.95
    assert figures["place_codes"]["precision"] >= 0.98


def test_a_township_with_one_bearer_in_china_has_its_code_where_nothing_else_is_named() -> None:
    assert place(resolve("阜溪街道：“夜巡灯”亮了", "阜溪街道组建“夜巡灯”小队30支。"), "阜溪街道").code == "330521003"


def test_our_county_is_that_of_the_settled_townships() -> None:
    places = resolve("", "我县麻扎乡推行“馕坑议事”，办了12场。")
    assert [(p.name, p.code) for p in places.places] == [("伊宁县", "654021"), ("麻扎乡", "654021212")]


def test_who_signs_settles_the_county_of_a_county_body() -> None:
    places = resolve("县妇联扮靓农家院", "县妇联开展“清雅家园人人建”行动，整治庭院300户。", byline="（南漳县妇联）")
    assert localities(places) == ["南漳县"]
    assert [p.name for p in places.places] == ["南漳县"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("近日，巡检镇灯塔村的院坝里坐满了人。\n今年以来，我县建成说事点241个。我县还选出调解员1200名。", "南漳县"),
        ("近日，巡检镇灯塔村的院坝里坐满了人。\n灯塔村把说事点设在村口。灯塔村选出调解员12名。", "灯塔村"),
    ],
    ids=["own-county", "village"],
)
def test_what_the_writer_calls_our_county_weighs_as_a_named_one(body: str, found: str) -> None:
    assert localities(resolve("说事点里话家常", body, byline="（南漳县司法局 供稿）")) == [found]


@pytest.mark.parametrize(
    ("body", "county"),
    [
        ("工作人员来到九峰镇，随后又到长乐乡送牌匾。", "平和县"),
        ("记者走进九峰镇黄田村，看见老人们在说事。", "平和县"),
        ("九峰镇的老人们在说事。", None),
        ("记者走进新桥镇和太平镇，看见老人们在说事。", None),
        ("工作人员来到九峰镇，随后又到太平镇送牌匾。", None),
        ("乐昌市的工作人员来到九峰镇，随后又到长乐乡取经。", None),
    ],
    ids=["two-townships", "township-and-village", "one-township", "common-names", "no-county-has-both", "county-named"],
)
def test_companions_settle_the_only_county_that_has_them_all(body: str, county: str | None) -> None:
    found = [p.within[0] for p in resolve("巧手娘子军", body).places if p.level == "township" and p.within]
    assert (county in found) if county else "平和县" not in found


def test_companions_answer_what_the_text_says_of_its_own_county() -> None:
    places = resolve("巧手娘子军", "工作人员来到九峰镇，随后又到长乐乡送牌匾。我县有三百户参加。")
    assert place(places, "平和县").level == "county"


@pytest.mark.parametrize(
    ("line", "body", "found"),
    [
        ("作者：张文 来源：和平网", "9月3日，县妇联为“清洁人家”授牌。", ["和平县"]),
        ("稿源：和平融媒", "我县推行“清洁人家”评比。", ["和平县"]),
        ("来源：和平网", "9月3日，一堂讲座开讲了，同学们都说好。", []),
        ("来源：新民网", "今年以来，县妇联开展走访。", []),
        ("来源：河南日报", "今年以来，我县开展走访。", []),
        ("来源：和平网站联盟", "今年以来，县妇联开展走访。", []),
    ],
    ids=["body", "own-county", "no-level", "other-level", "larger-bearer", "no-house"],
)
def test_a_source_line_tells_the_county_that_the_text_calls_its_own(line: str, body: str, found: list[str]) -> None:
    assert localities(resolve("巧手娘子军", body, byline=line)) == found


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("请来读书会联系云和社区少年宫。", False),
        ("有人赴云和考察。", True),
        ("学习云和经验。", True),
        ("客人是云和、景宁来的。", True),
    ],
    ids=["opens-another-name", "led-in", "followed", "listed"],
)
def test_a_far_county_is_not_there_for_being_the_only_one_of_its_name(body: str, named: bool) -> None:
    places = resolve("", f"福建省泉州市安溪县凤城镇推行说事日。{body}").places
    assert ("云和县" in {p.name for p in places}) is named


def test_an_autonomous_county_is_meant_by_the_name_of_the_county_before_it() -> None:
    assert place(resolve("", "近年来，陵水县推行说事日。"), "陵水黎族自治县").code == "469028"


@pytest.mark.parametrize(
    ("body", "name", "code"),
    [
        ("上海市徐汇区田林街道田林十二村居民区开会，田林十二村的电梯动工。", "田林十二村居民区", "310104011013"),
        ("上海市长宁区江苏路街道江苏居民区开会。", "江苏居民区", "310105002003"),
        ("上海市徐汇区田林街道田林十二村的电梯动工，田林十二村居民区开会。", "田林十二村居民区", "310104011013"),
        ("上海市徐汇区田林街道田林十二村的电梯动工。", "田林十二村社区", "310104011013"),
        ("上海市长宁区江苏路街道江苏社区开会，江苏居民区的长椅修好。", "江苏社区", "310105002003"),
        ("上海市长宁区江苏路街道银杏居民区开会。", "银杏居民区", None),
    ],
    ids=["quarter-and-village", "quarter", "village-and-quarter", "village", "community-and-quarter", "unlisted"],
)
def test_a_quarter_keeps_its_name_and_has_the_code_of_its_community(body: str, name: str, code: str | None) -> None:
    assert [(p.name, p.code) for p in resolve("", body).places if p.level == "village"] == [(name, code)]


def test_a_village_behind_its_county_is_the_one_behind_its_town() -> None:
    places = resolve("会同翁高村：火铺上议好日子", "会同县堡子镇翁高村的火铺里坐满了人。").places
    assert [(p.name, p.parent) for p in places if p.level == "village"] == [("翁高村", "堡子镇")]


@pytest.mark.parametrize(
    ("body", "name", "code"),
    [
        ("石阡县枫香乡开会，枫香侗族仡佬族乡修路。", "枫香侗族仡佬族乡", "520623205"),
        ("同江市街津口赫哲族乡开会。", "街津口赫哲族乡", "230881204"),
    ],
    ids=["order-of-peoples", "without-peoples"],
)
def test_a_town_of_a_people_is_one_however_the_lists_call_it(body: str, name: str, code: str) -> None:
    assert [(p.name, p.code) for p in resolve("", body).places if p.level == "township"] == [(name, code)]


def test_two_cities_of_a_list_are_the_prefectures_where_there_are_such() -> None:
    places = resolve("", "江苏省泗阳县李口镇试行议事日，淮安、宿迁两市来人取经。").places
    assert [(p.name, p.code) for p in places if p.level == "prefecture"] == [("淮安市", "320800"), ("宿迁市", "321300")]
