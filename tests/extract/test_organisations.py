from __future__ import annotations

import pytest
from written_places import written

from kg.extract.organisations import extract_organisations
from kg.model import Organisation
from kg.rulebook import load_rulebook
from kg.rulebook.proof import failures

QUZHOU = "浙江省>衢州市>开化县"
NANMING = "贵州省>贵阳市>南明区"
SONGTAO = "贵州省>铜仁市>松桃苗族自治县"


def found(chain: str, marked: str) -> dict[str, str]:
    return {o.name: o.kind for o in read(chain, marked)}


def read(chain: str, marked: str) -> tuple[Organisation, ...]:
    article, places = written(chain, marked)
    return extract_organisations(article, places, load_rulebook())


def test_a_place_written_out_gives_way_to_the_printed_name() -> None:
    chain = "云南省>红河哈尼族彝族自治州"
    (one,) = read(chain, "{红河州=红河哈尼族彝族自治州}妇联开会。州妇联走访妇女。")
    assert one.name == "红河州妇联"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{开化县}城乡建设和综合执法局巡查。", {"开化县城乡建设和综合执法局"}),
        ("{开化县}民政局和财政局联合检查。", {"开化县民政局", "开化县财政局"}),
        ("新疆生产建设兵团第三师推进兵地融合，第三师出台办法。", {"新疆生产建设兵团第三师"}),
        ("第三师范学校开学，第二师傅到场。", set()),
        ("打造20个“名师工作室”，推行“校村联盟”共建模式。", set()),
        ("组建20个“3+1”暖心服务团。", {"3+1暖心服务团"}),
    ],
    ids=["one-bureau", "two-bureaus", "division", "no-division", "sorts-and-doings", "counted-teams"],
)
def test_joined_names_and_divisions(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("村里来到{衢州市}明清商贸有限公司考察。", {"衢州市明清商贸有限公司"}),
        ("她创办{衢州=衢州市}山也青茶业有限公司。", {"衢州山也青茶业有限公司"}),
        ("县里也引进{衢州市}云岭茶业有限公司。", {"衢州市云岭茶业有限公司"}),
        ("如今也联合明清商贸有限公司。", {"明清商贸有限公司"}),
    ],
    ids=["dynasty", "adverb", "verb-before", "clause"],
)
def test_a_firm_keeps_the_everyday_words_in_its_name(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected


def test_a_body_and_its_abbreviation_are_one() -> None:
    text = "{开化县}疾病预防控制中心（以下简称“{开化县}疾控中心”）开门。{开化县}疾控中心义诊。"
    assert set(found(QUZHOU, text)) == {"开化县疾病预防控制中心"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("石臼法庭的法官进村说案。", {"石臼法庭"}),
        ("春申路派出所民警上门走访。", {"春申路派出所"}),
        ("辖区派出所、巡回法庭和乡镇司法所轮流值班。", set()),
        ("打造枫桥式派出所。", set()),
        ("县里调拨人手增援派出所。", set()),
    ],
    ids=["court", "police", "sorts", "model", "clause"],
)
def test_a_station_bears_the_name_of_its_street(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{开化县}县委深改委听取汇报。", {"开化县委深改委"}),
        ("记者在{开化县}看到，县反诈中心、县女企业家协会一道宣讲。", {"开化县反诈中心", "开化县女企业家协会"}),
        ("{开化县}党外知识分子联谊会义诊。", {"开化县党外知识分子联谊会"}),
        ("记者在{开化县}看到，县旅游协会进村。", {"开化县旅游协会"}),
        ("记者在{开化县}看到，各协会上门。", set()),
    ],
    ids=["committee", "level", "society", "open-society", "each"],
)
def test_bodies_of_a_county(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected


@pytest.mark.parametrize("rule", load_rulebook().rules("organisations"), ids=lambda r: r.id)
def test_rule_holds_on_its_examples(rule) -> None:
    assert list(failures(rule)) == []


@pytest.mark.parametrize(
    ("chain", "text", "expected"),
    [
        (QUZHOU, "{衢州市}{开化县}民政局出台办法。", {"衢州市开化县民政局": "government"}),
        (QUZHOU, "{开化县}委县政府召开会议。", {"开化县委": "party", "开化县政府": "government"}),
        (QUZHOU, "{芹阳镇}党委、政府协力推进。", {"芹阳镇党委": "party", "芹阳镇政府": "government"}),
        (
            NANMING,
            "{新华街道}党工委、{新华街道}办事处牵头。",
            {"新华街道党工委": "party", "新华街道办事处": "government"},
        ),
        (NANMING, "{新华街道}办主动上门。", {"新华街道办": "government"}),
        (QUZHOU, "{开化县}纪委监委信访室回访。", {"开化县纪委监委信访室": "discipline"}),
        (QUZHOU, "{开化县}委第一巡察组在村里走访。", {"开化县委第一巡察组": "party"}),
        (QUZHOU, "{衢州市}公安机关出警快。", {"衢州市公安机关": "government"}),
        (QUZHOU, "{芹阳镇}道德评议会如期召开。", {"芹阳镇道德评议会": "self-governance"}),
        (QUZHOU, "{清水村}党支部、{清水村}村委会带头。", {"清水村党支部": "party", "清水村村委会": "self-governance"}),
        (QUZHOU, "{开化县}{芹阳镇}镇党委开会。", {"开化县芹阳镇党委": "party"}),
        ("内蒙古自治区>锡林郭勒盟>苏尼特左旗", "{苏尼特左旗}旗委组织部发文。", {"苏尼特左旗委组织部": "party"}),
    ],
    ids=[
        "chain",
        "committee-and-government",
        "shared-government",
        "street",
        "street-short",
        "office",
        "numbered",
        "police",
        "appraisers",
        "village",
        "twice",
        "banner",
    ],
)
def test_body_with_the_name_of_its_place(chain: str, text: str, expected: dict[str, str]) -> None:
    assert found(chain, text) == expected


@pytest.mark.parametrize(
    ("chain", "text", "expected"),
    [
        (QUZHOU, "县卫健委派出医生。", {"开化县卫健委"}),
        (QUZHOU, "会同县医保局、林业局、水务局三家到场。", {"开化县医保局", "开化县林业局", "开化县水务局"}),
        (QUZHOU, "省林业厅和省钱塘江管理局发文。", {"浙江省林业厅", "浙江省钱塘江管理局"}),
        (QUZHOU, "该县纪委监委下乡暗访。", {"开化县纪委监委"}),
        (QUZHOU + ">芹阳镇", "请来镇宣传部门、茶叶技术指导站的同志。", {"芹阳镇茶叶技术指导站"}),
        (NANMING, "区人民法院、区司法局共同参与。", {"南明区人民法院", "南明区司法局"}),
        (SONGTAO, "{松桃=松桃苗族自治县}县委宣传部、文体局下乡。", {"松桃县委宣传部", "松桃县文体局"}),
    ],
    ids=["level", "list", "province", "determined", "over-a-generic", "each-its-own", "as-printed"],
)
def test_level_word_is_written_in_full(chain: str, text: str, expected: set[str]) -> None:
    assert set(found(chain, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("走访绿源家庭农场、云田采摘园、青禾茶场。", {"绿源家庭农场", "云田采摘园", "青禾茶场"}),
        ("协调文明物业、金桂物业、安心物业换新电梯。", {"文明物业", "金桂物业", "安心物业"}),
        ("委托映山红爱心协会送餐。", {"映山红爱心协会"}),
        ("杭州云栖智联科技有限公司捐赠物资。", {"杭州云栖智联科技有限公司"}),
        ("杭州博雅园区管理有限公司中标。", {"杭州博雅园区管理有限公司"}),
        ("由山水间家庭农场和鑫旺茶叶专业合作社供货。", {"山水间家庭农场", "鑫旺茶叶专业合作社"}),
        ("成立蓝色海湾联盟，整合资源。", {"蓝色海湾联盟"}),
        ("牵头办起“山里红”果蔬专业合作社。", {"山里红果蔬专业合作社"}),
    ],
    ids=["farms", "list-of-common-words", "association", "company", "trade-verb", "conjunction", "alliance", "quoted"],
)
def test_proper_name_before_its_head(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("成立“江风志愿服务队”。", {"江风志愿服务队": "team"}),
        ("成立“茶乡红”产业党建联盟。", {"茶乡红产业党建联盟": "alliance"}),
        (
            "成立“暖阳”“春雨”“映山红”等青年志愿服务队。",
            {"暖阳青年志愿服务队": "team", "春雨青年志愿服务队": "team", "映山红青年志愿服务队": "team"},
        ),
        ("组建“秧歌队”“腰鼓队”等文艺队伍6支。", {"秧歌队": "team", "腰鼓队": "team"}),
    ],
    ids=["inside", "before", "list", "heads-of-their-own"],
)
def test_team_or_alliance_in_quotes(text: str, expected: dict[str, str]) -> None:
    assert found(QUZHOU, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "市委高度重视，镇纪委跟进，相关部门配合。",
        "村“两委”和社区党组织牵头，驻区单位参与。",
        "各县民政局、某区卫健委都要学。",
        "镇里的党员突击队、巡逻队、宣讲队都上了堤。",
        "成立“党员先锋”服务队。",
        "城市社区居委会、小区业委会和物业公司共商。",
        "{开化县}率先行动，{芹阳镇}紧紧跟上。",
        "他在一家银行上班，孩子在小学读书，周末去医院看病。",
        "小区物业、社区物业一起上门。",
        "学习《开化县委工作规则》和《浙江日报》。",
        "抓好县域发展新格局，办好区域联合会议。",
    ],
    ids=[
        "bare",
        "two-committees",
        "open",
        "common-teams",
        "quoted-sort",
        "sorts",
        "acting-place",
        "everyday",
        "list-of-sorts",
        "titles",
        "part-of-a-word",
    ],
)
def test_generic_words_are_no_organisation(text: str) -> None:
    assert found(QUZHOU, text) == {}


def test_short_forms_join_the_fullest_name() -> None:
    text = "{衢州市}{开化县}民政局发文。{开化县}民政局回访，县民政局总结。"
    (organisation,) = read(QUZHOU, text)
    assert organisation.name == "衢州市开化县民政局"
    assert len(organisation.evidence) == 3


def test_variants_of_one_body_word_join() -> None:
    assert set(found(QUZHOU, "{开化县}卫生健康局牵头，县卫健局落实。")) == {"开化县卫生健康局"}


def test_company_short_form_joins_its_full_name() -> None:
    assert set(found(QUZHOU, "衢州金桂物业服务有限公司进驻，金桂公司承诺整改。")) == {"衢州金桂物业服务有限公司"}


def test_parent_that_does_not_enclose_is_dropped() -> None:
    article, places = written("贵州省>贵阳市>南明区", "{衢州市}{南明区}司法局调研。")
    assert [o.name for o in extract_organisations(article, places, load_rulebook())] == ["南明区司法局"]


def test_evidence_is_where_the_name_stands() -> None:
    article, places = written(QUZHOU, "县卫健委和“江风志愿服务队”都来了。")
    organisations = extract_organisations(article, places, load_rulebook())
    quotes = [article.text[e.start : e.end] for o in organisations for e in o.evidence]
    assert quotes == ["县卫健委", "江风志愿服务队"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{开化县}纪委监委联合县农业农村局督查。", {"开化县纪委监委", "开化县农业农村局"}),
        ("{开化县}纪委监委立案查处三起。", {"开化县纪委监委"}),
        ("{开化县}公安局交警大队城北中队上路。", {"开化县公安局交警大队城北中队"}),
        ("{开化县}纪委监委第五纪检监察室主任到场。", {"开化县纪委监委第五纪检监察室"}),
        ("钱江源物业有限公司党支部认领岗位。", {"钱江源物业有限公司党支部"}),
        ("浙江大学医学院附属第二医院急诊科联合党支部到场。", {"浙江大学医学院附属第二医院急诊科联合党支部"}),
        ("钱江源物业有限公司党支部书记吴江到场。", {"钱江源物业有限公司"}),
        ("{开化县}民政局基层政权和社区指导科副科长吴江到场。", {"开化县民政局基层政权和社区指导科"}),
        ("{开化县}{芹阳镇}综合指挥中心主任吴江到场。", {"开化县芹阳镇综合指挥中心"}),
        ("{开化县}{芹阳镇}{东门社区}党群服务中心会议室坐满了人。", set()),
    ],
    ids=[
        "verb", "sentencing", "squad", "numbered", "cell", "college-hospital-cell", "cell-in-a-post",
        "section-by-its-head", "centre-by-its-head", "room-of-a-facility",
    ],
)  # fmt: skip
def test_unit_belongs_to_its_body(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "{开化县}委书记赵明、{芹阳镇}党委副书记钱亮到会。",
        "{清水村}党支部书记孙红说，{清水村}村委会主任李立补充。",
    ],
    ids=["committee", "village"],
)
def test_committee_inside_a_post_is_no_organisation(text: str) -> None:
    assert found(QUZHOU, text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "评出“五好”商会、4个商会和各乡镇党委。",
        "到“积分超市”兑换，在“时间银行”存时间。",
        "{清水村}农家乐生意红火，{芹阳镇}超市降价。",
    ],
    ids=["counted-or-rated", "trade-as-figure", "shop-of-a-place"],
)
def test_counted_rated_and_common_trades_are_no_organisation(text: str) -> None:
    assert found(QUZHOU, text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("引进金禾源、润泽康等农业企业。", {"金禾源", "润泽康"}),
        ("发展种植、养殖等龙头企业，培育物流、电商等公司。", set()),
    ],
    ids=["names", "trades"],
)
def test_firms_are_listed_before_their_sort(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected


def test_team_named_twice_has_a_name_without_quotes() -> None:
    text = "村里的青色护林服务队上山。青色护林服务队每周巡山，党员服务队也来了，党员服务队帮忙。"
    assert set(found(QUZHOU, text)) == {"青色护林服务队"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{开化县}房屋维修基金中心、{开化县}公用房屋管修处到场。", {"开化县房屋维修基金中心", "开化县公用房屋管修处"}),
        ("{开化县}热线办公室派单。", {"开化县热线办公室"}),
        ("{芹阳镇}城建科会同{芹阳镇}供电所改线。", {"芹阳镇城建科", "芹阳镇供电所"}),
        ("{开化县}新时代文明实践中心牵头。", {"开化县新时代文明实践中心"}),
        ("组建行业党委6个，其中市物业管理行业党委、县临时党委同步成立。", {"衢州市物业管理行业党委", "开化县临时党委"}),
        ("全县成立物业行业党委，各行业党委跟进。", set()),
        ("成立茶叶产业临时党支部，组建特色产业临时党支部。", {"茶叶产业临时党支部"}),
        ("{开化县}志愿服务总队出队。", {"开化县志愿服务总队"}),
        ("{芹阳镇}家长学校开课。", set()),
    ],
    ids=["centres", "hotline", "offices", "practice-centre", "level", "bare-field", "passing", "volunteers", "parents"],
)
def test_bodies_behind_a_place_and_party_bodies_of_a_field(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "推行党组织领办合作社，坚持党支部领办股份经济合作社。",
        "引入专业合作社，推动合作社建立健全合作社章程。",
        "村里办起林下花卉种植合作社。",
        "以“老党员+青年”模式组建志愿队。",
        "第一时间反馈小区党支部。",
        "盘活肉牛养殖厂，建起豆制品深加工厂。",
    ],
    ids=["led", "brought-in", "crops", "by-a-model", "told-to", "plants"],
)
def test_who_runs_a_cooperative_or_what_it_grows_is_no_name(text: str) -> None:
    assert found(QUZHOU, text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("美团、饿了么等平台加入，顺丰设立驿站。", {"美团": "company", "饿了么": "company", "顺丰": "company"}),
        ("评选最美团队，北京东部几处村庄参加，点点滴滴见真情。", {}),
        ("{衢州市}顺丰速运有限公司捐款。", {"衢州市顺丰速运有限公司": "company"}),
        ("培育“银铃工坊”“绣娘巧手”等社会组织。", {"银铃工坊": "social", "绣娘巧手": "social"}),
        (
            "成立山鹰之光、针线灶台、书香驴友等志愿服务组织12个。",
            {"山鹰之光": "social", "针线灶台": "social", "书香驴友": "social"},
        ),
        ("发挥工会、妇联、协会等社会组织作用。", {}),
        ("老木匠牵头的“小巷修鞋队”每周出摊。", {"小巷修鞋队": "team"}),
        ("成立“小巷管家”党总支，创建“五星级”党支部。", {"小巷管家党总支": "party"}),
        ("剧团登上山西广播电视台。", {"山西广播电视台": "public"}),
    ],
    ids=["platforms", "no-platforms", "firm", "societies", "counted", "sorts", "relative", "party", "verb-before"],
)
def test_bare_firms_societies_and_quoted_bodies(text: str, expected: dict[str, str]) -> None:
    assert found(QUZHOU, text) == expected


def test_a_county_of_one_character_keeps_its_level_word() -> None:
    assert set(found("湖南省>永州市>道县", "{道县}县委发文。")) == {"道县县委"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{开化县}六中的老师到场。", {"开化县六中"}),
        ("他在{开化县}二院做手术。", {"开化县二院"}),
        ("{开化县}城区有三小时一班的车，{开化县}人行道宽了。", set()),
        ("{开化县}委宣讲团进村。", {"开化县委宣讲团"}),
        ("{开化县}委书记抓宣讲团队建设，{开化县}水厂路和二院墙修好了。", set()),
        ("{开化县}公安局城北警务区上门。", {"开化县公安局城北警务区"}),
    ],
)
def test_short_forms_and_units_of_bodies(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected
