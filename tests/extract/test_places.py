"""Places are found by their head words, borders and company, and nothing else is."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.places import find_place_mentions
from kg.gazetteer import Gazetteer, open_gazetteer
from kg.model import Article, PlaceMention, Segment
from kg.rulebook import load_rulebook


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def article(body: str, title: str = "") -> Article:
    text = f"{title}\n{body}"
    return Article("invented.txt", 1, title, text, (Segment(0, 0, len(text)),))


def mentions(body: str, title: str = "") -> tuple[PlaceMention, ...]:
    return find_place_mentions(article(body, title), gazetteer(), load_rulebook())


def names(body: str, title: str = "") -> list[str]:
    return [m.name for m in mentions(body, title) if m.kind != "reference"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("浙江省台州市仙居县试行议事日", ["浙江省", "台州市", "仙居县"]),
        ("湖南邵阳隆回县试行议事日", ["湖南", "邵阳", "隆回县"]),
        ("福建省龙岩市长汀县河田镇露湖村", ["福建省", "龙岩市", "长汀县", "河田镇", "露湖村"]),
        ("内蒙古科尔沁右翼前旗察尔森镇", ["内蒙古", "科尔沁右翼前旗", "察尔森镇"]),
        ("贵州省黔东南苗族侗族自治州台江县", ["贵州省", "黔东南苗族侗族自治州", "台江县"]),
        ("上海嘉定江桥镇的网格", ["上海", "嘉定", "江桥镇"]),
    ],
    ids=["full", "short parents", "down to the village", "banner", "autonomous", "short twice"],
)
def test_chain_gives_each_of_its_places(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("勉县勉阳街道选定陶庄村先行试点", ["勉县", "勉阳街道", "陶庄村"]),
        ("光山县泼陂河镇走进祥云社区听意见", ["光山县", "泼陂河镇", "祥云社区"]),
        ("云龙县诺邓镇和象麓村党总支", ["云龙县", "诺邓镇", "象麓村"]),
        ("苍溪县陵江镇的回水社区居委会", ["苍溪县", "陵江镇", "回水社区"]),
        ("内丘县内丘镇南街路社区", ["内丘县", "内丘镇", "南街路社区"]),
    ],
    ids=["verb before", "walk in", "and before", "of before", "road in the name"],
)
def test_name_begins_where_the_word_before_ends(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("长汀县在松柏、梧桐、青石3个社区试点", ["长汀县", "松柏社区", "梧桐社区", "青石社区"]),
        ("长汀县在松柏、梧桐等社区试点", ["长汀县", "松柏社区", "梧桐社区"]),
        ("长汀县张坊村、李坊村等5个村参加", ["长汀县", "张坊村", "李坊村"]),
        ("建成翠湖名苑、锦绣华庭、东方花苑3个示范点", ["翠湖名苑", "锦绣华庭", "东方花苑"]),
        ("安新县依托青藤、正义社区建起驿站", ["安新县", "青藤社区", "正义社区"]),
    ],
    ids=["number", "and others", "own head words", "estates", "one of them listed"],
)
def test_list_shares_its_head_word(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "打造智慧社区、平安社区和美丽乡村，让村规民约落地，推动行政村、中心村、城中村全覆盖",
        "改造老旧小区、封闭小区、无物业小区，建设和美家园、幸福家园，绘就美好幸福家园",
        "建强村党组织，配强社区书记，做实社区网格，落实好社区经费，完善社区治理",
        "党员进社区、法律进村居、文化下乡、干部驻村，全面落实村务公开",
        "各乡镇（街道）、各镇街、特色小镇、古镇、城镇、家乡、水乡",
        "经济开发区、高新区、工业园区等开发园区",
        "以和平、民主、发展、建设为中心，长治久安，互助同心，朝阳产业",
        "一村一品、一社区一特色，两个村、三个社区、十多个小区",
        "办起秧歌队，开展书法展览、拔河比赛等社区活动，管辖4个大型成熟物业小区",
        "包村干部、联村领导、村级组织、村集体经济、城乡社区、街道社区",
        "组织文艺下乡、送药下乡，推动工商资本下乡",
        "在合唱团、志愿者团队等社区社会组织中建支部，发动巡逻队、业委会等小区治理力量",
    ],
    ids=[
        "sorts", "estates", "results", "into", "townships", "zones", "everyday", "numbers", "sorts in a list",
        "composed", "sent-down", "bodies",
    ],
)  # fmt: skip
def test_general_words_name_no_place(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("琼海市沿着三亚路和西安路清理广告", ["琼海市"]),
        ("琼海市治理洪泽湖和南京东路", ["琼海市"]),
        ("琼海市向徐州大饭店送锦旗", ["琼海市"]),
        ("琼海市设立“仙居驿站”", ["琼海市"]),
        ("琼海市表彰张平、郑宜兴、李强三人", ["琼海市"]),
    ],
    ids=["road", "lake", "company", "brand", "person"],
)
def test_names_of_other_things_are_no_places(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_place_inside_an_organisation_counts() -> None:
    assert names("仙居县纪委监委与横溪镇党委会商") == ["仙居县", "横溪镇"]


@pytest.mark.parametrize(
    ("text", "title", "found"),
    [
        ("打造“乡音”品牌", "和县：家门口议事", ["和县"]),
        ("县委同和县里商量", "", []),
        ("平安建设和安康工程", "", []),
        ("陕西安康汉滨区", "", ["陕西", "安康", "汉滨区"]),
        ("县域治理", "安康：邻里说事", ["安康"]),
    ],
    ids=["two characters in a kicker", "two characters astride", "everyday", "behind its parent", "kicker"],
)
def test_doubtful_names_need_company(text: str, title: str, found: list[str]) -> None:
    assert names(text, title) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("温岭经济开发区党工委", ["温岭经济开发区"]),
        ("温岭经开区成立联盟", ["温岭经开区"]),
        ("高新区管委会牵头", ["高新区"]),
        ("温岭市高新区牵头", ["温岭市", "高新区"]),
        ("南部新城片区", ["南部新城"]),
        ("温岭（东部）产业合作园区党工委", ["温岭（东部）产业合作园区"]),
        ("白浪口新港区开展家访", ["白浪口新港区"]),
        ("近日，双湖临空区管委会牵头", ["双湖临空区"]),
        ("近日，稀土高新区红柳社区贴出公示牌", ["稀土高新区", "红柳社区"]),
    ],
    ids=[
        "long",
        "short",
        "bare with its office",
        "behind a city",
        "own name",
        "with a name in brackets",
        "a port",
        "an airport",
        "part of a listed name",
    ],
)
def test_zone_has_one_mention_with_the_place_it_is_named_after(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("温岭工业城管委会牵头", ["温岭工业城"]),
        ("温岭市箬横工业集中区设服务点", ["温岭市", "箬横工业集中区"]),
        ("落户苏河湾软件园", ["苏河湾软件园"]),
        ("温岭市清澜湖科技产业园成立联盟", ["温岭市", "清澜湖科技产业园"]),
        ("温岭市杨梅产业园带动务工", ["温岭市"]),
        ("温岭市竹编产业园成立支部", ["温岭市"]),
        ("建成大数据产业园", []),
        ("长堤路1号堤围工业区3号楼", []),
    ],
    ids=["after a county", "behind a city", "own name", "name and branch", "fruit", "craft", "branch", "address"],
)
def test_an_estate_of_works_is_a_zone_where_it_has_a_name_and_not_only_a_trade(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_hamlets_are_found_before_a_body_of_their_own() -> None:
    assert names("积极打造柳叶洲居民自治、罗家埭板凳议事会两个品牌") == ["柳叶洲", "罗家埭"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("全省推广", "province"),
        ("我市出台办法", None),
        ("该县公开村账", "county"),
        ("全镇党员", "township"),
        ("本社区居民", "village"),
        ("辖区企业", None),
    ],
)
def test_references_carry_their_level(text: str, level: str | None) -> None:
    (mention,) = mentions(text)
    assert (mention.kind, mention.level) == ("reference", level)


@pytest.mark.parametrize(
    "text",
    [
        "五花肉切块，冷水下锅，大火烧开后中火炖煮。",
        "他沿着河岸走到村口，想起村里的老槐树，心里平安。",
        "下半场前锋头球破门，比分改写为二比一。",
    ],
    ids=["recipe", "novel", "sports"],
)
def test_other_genres_name_no_place(text: str) -> None:
    assert names(text) == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="仙居县横溪镇村社区街道、和的在3个等“”：。（）全市高新区小花苑一\n", max_size=60))
def test_mentions_lie_in_the_text_and_never_overlap(body: str) -> None:
    found = mentions(body, "")
    assert all(0 <= m.start < m.end <= len(body) + 1 for m in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
