"""Where names of places begin and end in running text, and the forms that papers of some regions use."""

from __future__ import annotations

from functools import lru_cache

import pytest

from kg.extract.places import find_place_mentions
from kg.gazetteer import Gazetteer, open_gazetteer
from kg.model import Article, Segment
from kg.rulebook import load_rulebook


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def names(body: str, title: str = "") -> list[str]:
    text = f"{title}\n{body}"
    article = Article("invented.txt", 1, title, text, (Segment(0, 0, len(text)),))
    found = find_place_mentions(article, gazetteer(), load_rulebook())
    return [m.name for m in found if m.kind != "reference"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("邛崃市办好开放式社区环境整治", ["邛崃市"]),
        ("德钦县云岭乡乡干部包村、党员包户", ["德钦县", "云岭乡"]),
        ("黟县借力村规民约推动移风易俗", ["黟县"]),
        ("隆德县农村面貌改变", ["隆德县"]),
        ("公共服务向城镇延伸", []),
        ("修文县龙场街道办事处宾阳社区报到", ["修文县", "龙场街道", "宾阳社区"]),
        ("检查惠农政策落实情况", []),
        ("淇滨区推行县级领导分包小区制度", ["淇滨区"]),
        ("双柏县健全社区党的组织体系", ["双柏县"]),
        ("凉州区深化小区治理，激活社区力量", ["凉州区"]),
        ("党员在书记带领下领小区岗位", []),
        ("花儿歌手走村串户演唱", []),
        ("记者陈吉安 通讯员刘文安", []),
    ],
    ids=[
        "sort",
        "post",
        "rules",
        "half a word",
        "preposition",
        "office",
        "policy",
        "leaders",
        "sound",
        "deeper",
        "verb",
        "phrase",
        "reporters",
    ],
)
def test_words_before_a_head_are_no_part_of_a_name(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("夏县水头镇上牛村推行积分制", ["夏县", "水头镇", "上牛村"]),
        ("壶关县树掌镇上河村党支部书记说", ["壶关县", "树掌镇", "上河村"]),
        ("广州市天河区天河南街体育东社区议事", ["广州市", "天河区", "天河南街道", "体育东社区"]),
        ("新疆生产建设兵团第四师七十一团各连队", ["新疆", "七十一团"]),
        ("第四师71团党委组织宣讲，连队响应", ["71团"]),
        ("东莞市虎门镇这位龙眼社区网格员", ["东莞市", "虎门镇", "龙眼社区"]),
    ],
    ids=["town above upper village", "in a post", "street without 道", "regiment", "regiment in digits", "no counties"],
)
def test_names_that_two_words_seem_to_overlap_are_found(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("深化川渝合作", ["四川省", "重庆市"]),
        ("“苏陕”劳务协作", ["江苏省", "陕西省"]),
        ("新青年携手前行", []),
        ("川渝火锅香飘万里", []),
    ],
    ids=["pair", "quoted", "one of them is a word", "nothing together"],
)
def test_two_provinces_of_one_character_each_are_named_where_they_act_together(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("佳木斯郊区长发镇建网格。郊区今年投入百万。", ["佳木斯", "郊区", "长发镇", "郊区"]),
        ("城区和郊区的老人都来了", []),
        ("在大景区、大港区建设中先行", []),
    ],
    ids=["behind its city", "everyday", "former"],
)
def test_everyday_names_of_districts_need_their_city(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("屏东县太原1路84号的住户", []),
        ("红桥区天津12大道的商铺", ["红桥区"]),
        ("济南5街道联手调解", ["济南"]),
    ],
    ids=["numbered road", "numbered avenue", "five subdistricts"],
)
def test_a_road_numbered_in_digits_is_no_place(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("永顺县文旅局驻大明村工作队进村", ["永顺县", "大明村"]),
        ("永顺县召开物业工作会暨小区治理推进会", ["永顺县"]),
        ("学校离嘎查还有二十里", []),
        ("永顺县石堤镇大明村辖上寨、三棵树2个自然村", ["永顺县", "石堤镇", "大明村", "上寨", "三棵树"]),
        ("永顺县积极探索社区治理", ["永顺县"]),
        ("永顺县北与龙山、南与古丈两县交界", ["永顺县", "龙山县", "古丈县"]),
    ],
    ids=["sent", "joint event", "distance", "holds", "led verb", "compass"],
)
def test_no_name_reaches_over_a_verb_or_a_point_of_the_compass(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("记者来到桓仁县采访", ["桓仁县"]), ("记者来到大通县采访", ["大通县"]), ("老乡通县城的公交", [])],
    ids=["once a county", "another inside", "road to town"],
)
def test_an_autonomous_county_goes_by_its_short_name(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新华街道社区党群服务中心启用", ["新华街道"]),
        ("推动街道社区共建", []),
        ("呼玛县白银纳乡开会", ["呼玛县", "白银纳乡"]),
        ("继云锦花园小区之后，又一家支部成立", ["云锦花园小区"]),
        ("原本老旧小区变了样", []),
        ("引导业主、商户等小区各方商量", []),
    ],
)
def test_words_before_and_behind_a_head_do_not_hide_or_lengthen_a_name(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_conjunction_before_villagers_is_no_village() -> None:
    assert names("平度市南村镇修了水塔，支书和村民轮流看护。") == ["平度市", "南村镇"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("延川县张家湾、李家沟等行政村建起广场", ["延川县", "张家湾村", "李家沟村"]),
        ("兴化市建成东风、红旗、向阳3个行政村的广场", ["兴化市", "东风村", "红旗村", "向阳村"]),
        ("在阳光花园、城市绿洲2个试点小区推行", ["阳光花园", "城市绿洲"]),
        ("在阳光花园、城市绿洲等示范小区推行", ["阳光花园", "城市绿洲"]),
    ],
)
def test_lists_of_every_kind_of_head_are_read(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("松原一小区夜里停水", ["松原"]),
        ("当地一高校宿舍区起火", []),
        ("装电梯前小区业主都在等", []),
        ("山前小区的居民都来了", ["山前小区"]),
        ("家住两江春城小区的居民", ["两江春城小区"]),
        ("法国布列塔尼首府雷恩", []),
        ("家住华清学府的居民", ["华清学府"]),
        ("柳河镇石门村村路修好了", ["柳河镇", "石门村"]),
        ("他是柳河镇的大学生村官", ["柳河镇"]),
        ("青云街道办北门村的菜场热闹", ["青云街道", "北门村"]),
        ("陕西汉中、江西萍乡等地", ["陕西", "汉中", "江西", "萍乡"]),
        ("保定市委城乡工作领导小组", ["保定市"]),
        ("荔波县小七孔新城镇一角", ["荔波县"]),
        ("整平荒坡建光伏产业园区", []),
    ],
)
def test_what_local_pages_say_beside_names_is_no_part_of_them(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“路修好了。”武安民高兴地说。后来武安民家也修了路。", []),
        ("林西峰告诉记者，生意好。", []),
        ("安吉祥表示，要干好。", []),
        ("武安先后建成三个广场。", ["武安"]),
        ("林西率先建成议事厅，林西人都说好。", ["林西", "林西"]),
    ],
)
def test_people_whose_names_begin_like_a_county_are_no_places(text: str, found: list[str]) -> None:
    assert names(text) == found


DOUBTFUL = [
    (
        "走访会理市黎溪镇大桥村、白溪滩街道石坎村和安宁乡河口村。",
        ["会理市", "黎溪镇", "大桥村", "白溪滩街道", "石坎村", "安宁乡", "河口村"],
    ),
    ("德昌县把社区划成“东区、西区、北区”三片。", ["德昌县"]),
    ("攀枝花市西区建起驿站。", ["攀枝花市", "西区"]),
    ("集团开展“平安区段”、“平安车间”评比。", []),
    ("环境大变样自开发区开过现场会以来，街巷干净了。", []),
    ("冕宁县整治棚户区和无电梯小区。", ["冕宁县"]),
    ("普格县联合凉山林场开展防火。", ["普格县"]),
]


@pytest.mark.parametrize(("text", "found"), DOUBTFUL, ids=[text[:8] for text, _ in DOUBTFUL])
def test_what_only_looks_like_a_place_is_none_and_unlisted_towns_are_known_by_their_villages(
    text: str, found: list[str]
) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("地处鲁中山区的平邑县", ["平邑县"]),  # the hills of Shandong, not 中山区
        ("大连市中山区", ["大连市", "中山区"]),
        ("黑河岸边的爱辉区", ["爱辉区"]),
        ("灵武市老樟树底下摆开长凳", ["灵武市"]),
        ("士英街道锦绣社区居民老赵", ["士英街道", "锦绣社区"]),
        ("河西街道前进社区，书记来了", ["河西街道", "前进社区"]),
        ("河西街道组织社区居民开会", ["河西街道"]),
        ("点开怡景苑小区的业主群，满屏都是", ["怡景苑小区"]),
        ("楚雄州村民小组工作规则", ["楚雄州"]),
    ],
)
def test_hills_rivers_trees_and_verbs_are_told_from_names(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_an_app_called_after_a_community_is_no_place() -> None:
    assert names("慈利县的居民在“滨江社区通”“金桥社区云”上报修。") == ["慈利县"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("慈利县的书记到兰考张庄村学习。", ["慈利县", "兰考", "张庄村"]),
        ("慈利县的书记到山东寿光三元朱村学习。", ["慈利县", "山东", "寿光", "三元朱村"]),
        ("慈利县的书记赴江苏华西村、安徽小岗村取经。", ["慈利县", "江苏", "华西村", "安徽", "小岗村"]),
        ("慈利县的书记到安吉余村取经，三十余村派了人。", ["慈利县", "安吉", "余村"]),
        ("慈利县海南岛村的书记来了。", ["慈利县", "海南岛村"]),
    ],
    ids=["county", "number-in-it", "province", "one-character", "name-of-its-own"],
)
def test_a_village_one_goes_to_see_lies_behind_its_county(body: str, found: list[str]) -> None:
    assert names(body) == found


def test_a_proverb_and_a_building_verb_name_no_village() -> None:
    assert names("慈利县山大村散，新建、改扩建社区党群服务中心9个。") == ["慈利县"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("湖南慈利县纪委监委会同县农业农村局、县公安局会同县司法局开展检查。", ["湖南", "慈利县"]),
        ("湖南怀化市会同县委社工部推行这一做法。", ["湖南", "怀化市", "会同县"]),
        ("安徽省霍山县有办法，镇里和县教育局商量，村民和县领导座谈。", ["安徽省", "霍山县"]),
        ("安徽省马鞍山市和县有办法。", ["安徽省", "马鞍山市", "和县"]),
        ("云南耿马县与孟连县都来学习。", ["云南", "耿马县", "孟连县"]),
        ("慈利县副书记张丽娜、岷山路等社区党支部书记发言。", ["慈利县", "岷山路社区"]),
        ("慈利县龙潭湾村和邻村共用一口井，部门包村、企业帮村，村有护村队。", ["慈利县", "龙潭湾村"]),
        ("慈利县更多老小区、越来越多老旧小区装上电梯。", ["慈利县"]),
        ("慈利县有福村的老人来了。", ["慈利县", "有福村"]),
    ],
    ids=["verb", "county", "and", "and-a-county", "autonomous", "person", "who-goes", "several", "named-so"],
)
def test_a_verb_a_person_and_a_number_are_no_part_of_a_name(body: str, found: list[str]) -> None:
    assert names(body) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("制定办法，促进乡风文明，助力振兴", []),
        ("仁寿县龙马镇弘扬乡贤文化", ["仁寿县", "龙马镇"]),
        ("高州市的工作组联合村“两委”修好了渠", ["高州市"]),
        ("高州市新垌镇联合村的村民都来了", ["高州市", "新垌镇", "联合村"]),
        ("高州市民政局指导社区居委会议事", ["高州市"]),
        ("信托物业赋能小区治理", []),
        ("高州市把能人请回村里办厂", ["高州市"]),
        ("当年的脏乱村成了高州市的示范村", ["高州市"]),
        ("茅箭区白塔河小流域、塔河沿岸有12户", ["茅箭区"]),
        ("茅箭区与塔河县结对", ["茅箭区", "塔河县"]),
    ],
    ids=[
        "customs of villages",
        "worthies",
        "together with a village",
        "a village so called",
        "guides a community",
        "a verb no dictionary has",
        "called back",
        "sort of village",
        "rivers",
        "a county called after one",
    ],
)
def test_what_villages_have_or_others_do_with_them_is_no_name(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("让力量共治小区更有温度。", []),
        ("大家都说俺村好，都夸咱小区。", []),
        ("每个楼口选一名门长。", []),
        ("把人手派到湾组小区去。", []),
        ("一支队伍管小区。", []),
        ("红旗飘满社区，党员亮身份小区里看得见。", []),
        ("问题多小区少了。", []),
        ("走进东湖名门，灯亮着。", ["东湖名门"]),
        ("家住电力局小区的老人来了。", ["电力局小区"]),
        ("紫金湾小区的灯亮了。", ["紫金湾小区"]),
    ],
    ids=[*("shared", "my-village", "measure", "units", "rules", "fills", "many", "gate", "works", "bay")],
)
def test_a_piece_of_a_clause_is_no_small_place(body: str, found: list[str]) -> None:
    assert names("平遥县古城街道，" + body) == ["平遥县", "古城街道", *found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("到了江口镇江口村，雨停了。", ["宁陕县", "江口镇", "江口村"]),
        ("樟树下坐满了人，“樟树”二字刻在石上。", ["宁陕县"]),
        ("老樟树旁摆着板凳。", ["宁陕县"]),
        ("太阳升镇地处修水北部。", ["宁陕县", "太阳升镇", "修水"]),
        ("太阳升镇的人在修水渠。", ["宁陕县", "太阳升镇"]),
        ("江口镇长寨村修了路，江口镇长到村里来。", ["宁陕县", "江口镇", "长寨村", "江口镇"]),
        ("江口镇上前城村、江口镇南大城村来人。", ["宁陕县", "江口镇", "上前城村", "江口镇", "南大城村"]),
        ("江口镇安和社区修了路。", ["宁陕县", "江口镇", "安和社区"]),
        ("跃进路社区选出巢长，清泉风情小镇开门。", ["宁陕县", "跃进路社区"]),
        ("客人从樟树、丰城赶来。", ["宁陕县", "樟树", "丰城"]),
        ("兰溪两岸种了树，兰溪的水清了。", ["宁陕县"]),
    ],
    ids=["seat", "tree", "old-tree", "part-of-a-county", "verb", "long", "up", "and", "road", "city", "stream"],
)
def test_a_town_seat_and_what_only_sounds_like_a_city(body: str, found: list[str]) -> None:
    assert names("宁陕县推行说事日。" + body) == found


def test_a_water_or_land_word_behind_a_preposition_begins_the_name() -> None:
    body = "思南县邵家桥镇办起夜话。党员在{}塘坝村轮流讲，又到{}塘坝村去。"
    assert names(body.format("鱼", "鱼"))[2:] == ["鱼塘坝村", "鱼塘坝村"]
    assert names(body.format("各", ""))[2:] == ["塘坝村", "塘坝村"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("第一师十团二连开会。三连、五连学着办，走进七连，路面干净。", ["十团", "二连", "三连", "五连", "七连"]),
        ("第一师十团二连开会。二连心里有底，学校的三连在操练，他在四连当过兵。", ["十团", "二连"]),
        ("学生军训，三连、五连学着唱，团场也来人。", []),
    ],
    ids=["alone", "heart", "no-regiment"],
)
def test_companies_stand_alone_once_one_is_named_behind_its_regiment(body: str, found: list[str]) -> None:
    assert names(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("丹巴县巴底镇邛山一村、邛山二村开会。", ["丹巴县", "巴底镇", "邛山一村", "邛山二村"]),
        ("丹巴县巴底镇邛山、小坪二村开会。", ["丹巴县", "巴底镇", "邛山村", "小坪村"]),
        ("虹口区嘉兴路街道瑞虹第二居民区开会。", ["虹口区", "嘉兴路街道", "瑞虹第二居民区"]),
        ("虹口区嘉兴路街道开展第二社区评比。", ["虹口区", "嘉兴路街道"]),
    ],
    ids=["sisters", "two-villages", "ordinal", "counted"],
)
def test_a_number_may_belong_to_the_name(body: str, found: list[str]) -> None:
    assert names(body) == found
