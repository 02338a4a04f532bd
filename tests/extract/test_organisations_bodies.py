"""Bodies known by the place, body or ministry in front of them, or by one word of their own."""

from __future__ import annotations

import pytest
from test_organisations import QUZHOU, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{衢州市}市场监管局开展检查。", {"衢州市市场监管局"}),
        ("{芹阳镇}社会事务办、农业农村办和土管所到场。", {"芹阳镇社会事务办", "芹阳镇农业农村办", "芹阳镇土管所"}),
        ("{开化县}纪委监委驻县林业局纪检监察组约谈。", {"开化县纪委监委驻县林业局纪检监察组"}),
        ("{开化县}纪委监委第三派驻纪检监察组约谈。", {"开化县纪委监委第三派驻纪检监察组"}),
        ("民政部养老服务司和农业农村部农村合作经济指导司调研。", {"民政部养老服务司", "农业农村部农村合作经济指导司"}),
        ("民政部门会同有关公司调研。", set()),
        ("由天平律师事务所提供援助，联系过专业律师事务所。", {"天平律师事务所"}),
        ("督促镇上持续降低印染加工厂的排放。", set()),
    ],
    ids=[
        "市市场",
        "town-offices",
        "posted",
        "posted-by-number",
        "divisions",
        "no-division",
        "law-firm",
        "adverb-and-verb",
    ],
)
def test_bodies_by_their_place_their_ministry_or_one_word_of_their_own(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected


PARTIES = [
    (
        "九三学社{衢州市}委、民盟{开化县}支部和中共{开化县}委调研。",
        {"九三学社衢州市委", "民盟开化县支部", "中共开化县委"},
    ),
    ("{芹阳镇}综治办、河长办、司法所巡河。", {"芹阳镇综治办", "芹阳镇河长办", "芹阳镇司法所"}),
    ("方大成代表山泉种植专业合作社捐款，村里申报市级党支部。", {"山泉种植专业合作社"}),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES, ids=["parties", "offices", "borders"])
def test_democratic_parties_offices_of_towns_and_what_stands_before_a_name(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected


NAMES = [
    # one bureau of two fields
    ("{开化县}林业和园林局、{开化县}住房和城乡建设管理局验收。", {"开化县林业和园林局", "开化县住房和城乡建设管理局"}),
    ("{开化县}司法局普法与依法治理科到场。", {"开化县司法局普法与依法治理科"}),
    ("{开化县}农民大学设计学院和{芹阳镇}自治办。", {"开化县农民大学设计学院", "芹阳镇自治办"}),
    ("严家民宿协会来人，中国铁路武昌局集团有限公司结对。", {"严家民宿协会", "中国铁路武昌局集团有限公司"}),
    ("{开化县}民政局党组成员到场。", {"开化县民政局"}),
    ("{芹阳镇}司法所荣获“全国先进司法所”“{浙江省}枫桥式司法所”。", {"芹阳镇司法所"}),
    # the place in short
    ("{芹阳镇}商会捐款，{芹阳=芹阳镇}商会开会。", {"芹阳镇商会"}),
    # where a quarrel goes
    ("过去为一条沟能打到派出所、告上法庭，如今都在{芹阳镇}派出所调解。", {"芹阳镇派出所"}),
    # as what one is honoured
    ("{芹阳镇}调解室获评“浙江省金牌人民调解工作室”，是省级红旗党支部。", set()),
    ("{芹阳镇}成立“老何说和工作室”。", {"老何说和工作室"}),
    ("顺丰速运、中通快递签约，中通快递员入会。", {"顺丰速运", "中通快递"}),
]


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text[:14] for text, _ in NAMES])
def test_joined_fields_short_places_and_what_is_no_body(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected


MORE = [
    # units headed by someone, with a number before or in their name
    ("{开化县}委政法委调解工作指导室主任沈波说。", {"开化县委政法委调解工作指导室"}),
    ("{开化县}委组织部组织二科科长沈波到村里。", {"开化县委组织部组织二科"}),
    ("{开化县}公安局110指挥中心派单。", {"开化县公安局110指挥中心"}),
    ("{开化县}城管局12319热线中心受理。", {"开化县城管局12319热线中心"}),
    ("{开化县}民政局3000元党费，{开化县}公安局2023年党委会议。", {"开化县民政局", "开化县公安局"}),
    ("{开化县}人民法院黑龙口人民法庭庭长沈波说。", {"开化县人民法院黑龙口人民法庭"}),
    ("{开化县}人民法院带领法庭干警下乡，{开化县}公安局联合派出所巡逻。", {"开化县人民法院", "开化县公安局"}),
    ("镇矛调中心和社区自治办到场，{芹阳镇}矛调中心开门。", {"芹阳镇矛调中心"}),
    ("居委会、业委会、物业组成“三驾马车”，跑起来。", set()),
    # offices and task forces of one matter
    ("{开化县}人口普查办公室负责人沈波表示。", {"开化县人口普查办公室"}),
    ("搬进新办公室，县里的办公室坐满了人，{开化县}各部门办公室租金。", set()),
    ("县里成立基层减负工作专班，抽调8人。", {"基层减负工作专班"}),
    ("成立工作专班，建立专班推进机制，组建专项工作专班。", set()),
    ("{华埠镇}禁毒办、反诈中心和消防救援站进厂。", {"华埠镇禁毒办", "华埠镇反诈中心", "华埠镇消防救援站"}),
    ("两家协会的党员归县社会组织党委管。", {"开化县社会组织党委"}),
    ("{金星村}股份经济合作社、村红白理事会一起公开。", {"金星村股份经济合作社"}),
    ("{金星村}村委一行5人送来锦旗。", {"金星村村委"}),
    ("{金星村}村委班子到场，{金星村}村委主任沈波说。", set()),
    # papers and broadcasters
    ("衢州日报、衢州晚报、云岭卫视作了报道。", {"衢州日报", "衢州晚报", "云岭卫视"}),
    ("日报告、周调度，5月3日报道，实行日报制度，衢州日报记者沈波摄，新闻网站转载。", set()),
    # firms without a legal form
    ("由云曼茶业收购，齐云乳业供奶，青岩酒业捐款。", {"云曼茶业", "齐云乳业", "青岩酒业"}),
    ("发展茶业，靠白茶业增收，传统酒业转型，{开化县}茶业兴旺，高山茶业有奔头。", set()),
    # sorts, deeds, where people live
    ("{开化县}各级党委重视，9家市级三甲医院和4所驻街学校、区属物业集团来帮。", set()),
    ("{锦华社区}牵线县医院上门，桥头添个流动法庭，把小学校改成养老院。", set()),
    ("轴承厂老宿舍改造，{开化县}人民医院宿舍3号楼下有人。", set()),
    ("{开化县}法院开展“榕树法庭”12场，挂牌“共享法庭”。", {"开化县法院"}),
    ("金星茶叶合作社入选{浙江省}农民合作社典型案例。", {"金星茶叶合作社"}),
    ("寨里卫生所开门，村里建立起种养专业合作社。", set()),
    # one body under two names
    ("{开化县}人口普查办公室成立，{开化县}人口普查办来人。", {"开化县人口普查办公室"}),
    ("{衢州市}第一中学、{衢州市}一中、{衢州市}二中。", {"衢州市第一中学", "衢州市二中"}),
    # schools and hospitals that belong to a school
    ("{衢州市}医学院附属红旗医院义诊，{开化县}人民医院医院感染科。", {"衢州市医学院附属红旗医院", "开化县人民医院"}),
    ("{开化县}人民医院、{开化县}民族高级中学、县供电局。", {"开化县人民医院", "开化县民族高级中学", "开化县供电局"}),
    ("{衢州市}联通、{开化县}电信捐款，{开化县}电信诈骗少了，台风向{衢州市}移动、登陆。", {"衢州市联通", "开化县电信"}),
    ("{开化县}职业中专学校和{开化县}杂技团到场。", {"开化县职业中专学校", "开化县杂技团"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MORE, ids=[text[:14] for text, _ in MORE])
def test_units_offices_papers_and_firms_by_their_trade(text: str, expected: set[str]) -> None:
    assert set(found(QUZHOU, text)) == expected
