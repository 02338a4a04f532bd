"""Bodies with what they belong to in front, with desks and cells behind, and behind verbs that no list holds."""

from __future__ import annotations

import pytest
from written_places import written

from kg.extract.organisations import extract_organisations
from kg.rulebook import load_rulebook

CHAIN = "江西省>抚州市>金溪县"
REGION = "新疆维吾尔自治区>喀什地区>疏附县"


def found(marked: str, chain: str = CHAIN) -> dict[str, str]:
    article, places = written(chain, marked)
    return {o.name: o.kind for o in extract_organisations(article, places, load_rulebook())}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("武警{抚州=抚州市}支队官兵抢险，武警官兵上堤。", {"武警抚州支队": "government"}),
        ("武警{江西=江西省}总队医院义诊。", {"武警江西总队医院": "government"}),
        ("新华社{江西=江西省}分社记者到访。", {"新华社江西分社": "public"}),
        ("政协{金溪县}委员会开会，{金溪县}政协委员发言。", {"政协金溪县委员会": "government"}),
        ("{金溪县}政协走访，政协{金溪县}委员会发函。", {"政协金溪县委员会": "government"}),
        ("中国共产党{金溪县}委员会发文，{金溪县}委落实。", {"中国共产党金溪县委员会": "party"}),
        ("中共{合市镇}委员会发文，{合市镇}党委落实。", {"中共合市镇委员会": "party"}),
        ("共青团{金溪县}委员会走访。", {"共青团金溪县委员会": "social"}),
        ("民盟{抚州=抚州市}市委会调研，中国民主同盟{抚州市}委员会发函。", {"中国民主同盟抚州市委员会": "party"}),
        ("国家金融监督管理总局{抚州=抚州市}监管分局上门。", {"国家金融监督管理总局抚州监管分局": "government"}),
        ("中国社会科学院农村发展研究所来人。", {"中国社会科学院农村发展研究所": "public"}),
    ],
    ids=lambda value: value[:10] if isinstance(value, str) else "",
)
def test_a_seat_is_named_with_what_it_belongs_to(text: str, expected: dict[str, str]) -> None:
    assert expected.items() <= found(text).items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{金溪县}委组织部、宣传部发文。", {"金溪县委组织部", "金溪县委宣传部"}),
        ("{金溪县}纪委监委、组织部、财政局督查。", {"金溪县纪委监委", "金溪县委组织部", "金溪县财政局"}),
        ("{金溪县}委政法委、社会工作部、县民政局走访。", {"金溪县委政法委", "金溪县委社会工作部", "金溪县民政局"}),
        ("{金溪县}委组织部发文，{金溪县}组织部落实。", {"金溪县委组织部"}),
    ],
    ids=["two-desks", "behind-another-body", "before-a-bureau", "said-shortly"],
)
def test_desks_of_a_committee_share_it_in_a_list(text: str, expected: set[str]) -> None:
    assert set(found(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{金溪县}水务集团有限公司党委开会。", {"金溪县水务集团有限公司党委"}),
        ("{江西=江西省}鼎岳茶业股份有限公司工会组织职工义诊。", {"江西鼎岳茶业股份有限公司工会"}),
        ("{金溪县}委组织部机关党支部上党课。", {"金溪县委组织部机关党支部"}),
        ("{金溪县}人民医院技术科与村党支部结对。", {"金溪县人民医院"}),
        ("{金溪县}驻{抚州=抚州市}流动党委回乡。", {"金溪县驻抚州流动党委"}),
        ("{金溪县}平安建设领导小组开会，镇村三级领导小组也开会。", {"金溪县平安建设领导小组"}),
        ("{金溪县}委“两新”工委走访。", {"金溪县委“两新”工委"}),
    ],
    ids=["committee", "union", "of-a-desk", "of-two-bodies", "away-from-home", "passing", "in-quotes"],
)
def test_a_cell_ends_the_name_of_its_unit(text: str, expected: set[str]) -> None:
    assert set(found(text)) == expected


NAMES = ["鼎岳茶业有限公司", "云岭茶场", "金鼎路小学", "岳云社会工作服务中心", "农行{金溪县}支行"]
VERBS = ["离不开", "归功于", "看到", "打动", "约谈", "资助", "助力", "表扬", "毗邻", "遇到", "捐给", "村里提到", "影响"]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("name", NAMES)
def test_no_verb_before_a_name_is_part_of_it(name: str, verb: str) -> None:
    assert list(found(f"{verb}{name}，事情有了转机。")) == [name.replace("{", "").replace("}", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地区民政局、地区行署发文。", {"喀什地区民政局", "喀什地区行署"}),
        ("自治区党委组织部、自治区高院发文。", {"新疆维吾尔自治区党委组织部", "新疆维吾尔自治区高院"}),
        ("少数民族地区医院不足，部分地区学校停课。", set()),
    ],
    ids=["region", "autonomous-region", "no-reference"],
)
def test_a_region_stands_for_its_name(text: str, expected: set[str]) -> None:
    assert set(found("{喀什地区}{疏附县}办事快。" + text, REGION)) == expected


LEVELLED = [
    "就业中心",
    "网格中心",
    "公路中心",
    "畜牧中心",
    "诉调对接中心",
    "接待办",
    "志办",
    "红会",
    "植保站",
    "粮食储备库",
    "依法治县办",
    "书协",
]


@pytest.mark.parametrize("word", LEVELLED)
def test_a_level_word_and_a_function_name_a_body(word: str) -> None:
    assert list(found(f"记者在{{金溪县}}看到，县{word}、村委会到场。")) == [f"金溪县{word}"]


@pytest.mark.parametrize(
    "sort",
    ["羊肚菌合作社", "黑山羊养殖场", "蓝莓农庄", "康养公司", "非遗联盟", "规模化养猪场", "家庭式幼儿园", "古法油坊"],
)
def test_what_is_grown_or_done_is_no_name(sort: str) -> None:
    assert not found(f"{{金溪县}}办事快。走进{sort}，大家干得起劲。")


@pytest.mark.parametrize("name", ["云岭度假村", "鸿运驾校", "稻香茶庄", "云岭养猪场"])
def test_a_place_of_trade_with_a_name_is_a_firm(name: str) -> None:
    assert found(f"由{name}牵头。") == {name: "company"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建立“党委+调解志愿服务队”体系。", set()),
        ("村民到{金溪县}县委办事，{金溪县}委办公室发文。", {"金溪县委办公室"}),
        ("{金溪县}办事快。{合市镇}开了村会，镇茶叶协会、镇柑橘商会到场。", {"合市镇茶叶协会", "合市镇柑橘商会"}),
    ],
    ids=["how-they-work", "to-get-things-done", "of-a-product"],
)
def test_levels_sorts_and_deeds(text: str, expected: set[str]) -> None:
    assert set(found(text)) == expected
