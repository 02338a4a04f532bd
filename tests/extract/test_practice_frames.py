"""Constructions that hold a name again and again, and how long names are: sentences of other places."""

from __future__ import annotations

import pytest
from named_practices import names

RECURRING = [
    ("徽县嘉陵镇每季度举办一次“邻里宴”，街坊各带一道菜。", {"邻里宴"}),
    ("磐石市红旗岭镇连续四年举办“乡音灯谜会”，年年满座。", {"乡音灯谜会"}),
    ("涞水县明义镇常态化评选“太行好儿女”，照片上墙。", {"太行好儿女"}),
    ("东方市大田镇每逢圩日开“树荫课”，讲防诈骗。", {"树荫课"}),
    ("徽县嘉陵镇举办了一场“新春嘉年华”，街坊各带一道菜。", set()),
    ("磐石市红旗岭镇组织一次“春风送暖”，看望老人。", set()),
]
MADE_INTO = [
    ("沅江市琼湖街道把废弃的锅炉房改造成“棋友茶廊”，老人有了去处。", {"棋友茶廊"}),
    ("合阳县甘井镇将旧粮站改建为“乡里小剧场”，周末唱线腔。", {"乡里小剧场"}),
    ("合阳县甘井镇把被动应付变成“主动作为”，干部作风为之一变。", set()),
]
FORMED = [
    ("南漳县武安镇由退休教师组成“银铃讲古团”，进村讲家风。", {"银铃讲古团"}),
    ("昌黎县新集镇的渔民结成“潮汐互助档”，轮流照看船只。", {"潮汐互助档"}),
    ("昌黎县新集镇组成“东、中、西”三个片区，分片包干。", set()),
]
BOARDS = [
    ("连山县永和镇的凉亭里挂着“歇脚评理处”的木牌，谁都能来说两句。", {"歇脚评理处"}),
]
CALLED = [
    ("平远县东石镇的办法在县里叫“两头凑”，已用于九个村的水渠。", {"两头凑"}),
    ("和顺县义兴镇把巡山的记录改成表格，定名“山情日记”，在各村推开。", {"山情日记"}),
]
LENGTHS = [
    ("贺兰县立岗镇构建“渠畔议事”，村民当面商量。", {"渠畔议事"}),
    ("贺兰县立岗镇完成“一户一表”改造。", set()),
    ("贺兰县立岗镇的球队以“稳守反击”方式赢了比赛。", set()),
    ("贺兰县立岗镇从“各管一段”到“握指成拳”，水渠好管了。", set()),
]
UNQUOTED = [
    ("钟祥市丰乐镇利用闲置仓库开办长者食堂2处。", {"长者食堂"}),
    ("钟祥市丰乐镇把每年重阳定为全镇的敬老日，子女都回家。", {"敬老日"}),
]
TURNED = [
    ("宜川县云岩镇闲置的老校舍变成了“幸福食堂”，老人每餐只花3元。", {"幸福食堂"}),
    ("桂东县沤江镇的旧粮站变身“百姓书屋”，孩子放学来看书。", {"百姓书屋"}),
    ("盐池县花马池镇堆杂物的空地成了“邻里花园”。", {"邻里花园"}),
    ("庆城县驿马镇的旧仓库变成了“聚宝盆”，一年收租8万元。", set()),
    ("山亭区北庄镇的校舍成了孩子们的“加油站”。", set()),
]
LIKENED = [
    ("新乐市长寿街道把支部建成“火炬手”，发展快了。", set()),
    ("夷陵区樟村坪镇把网格打造成“聚力场”。", set()),
    ("方山县圪洞镇把旧车库建成“邻里客厅”，居民有了去处。", {"邻里客厅"}),
    ("方山县圪洞镇把“红色细胞”工程延伸到楼栋。", {"红色细胞"}),
]
WORD_OF_MOUTH = [
    ("乡亲口中的“板凳法庭”，是靖远县人民法院在北湾镇设的。", {"板凳法庭"}),
    ("呼玛县村民口中的“活地图”老李当了30年护林员。", set()),
]
DAYS_OF = [
    ("每逢周三是阳新县兴国镇的“敲门日”，干部上门看老人。", {"敲门日"}),
    ("每年5月是武功县普集镇的“农忙季”。", set()),
]
SPENT = [
    ("牧民攒够积分到“邻里换换铺”兑换砖茶，海晏县西海镇已开户800个。", {"邻里换换铺"}),
    ("村民凭积分去“美德小卖部”换米换油，上高县田心镇已有900户开户。", {"美德小卖部"}),
    ("贵溪市塘湾镇的年轻人到“大城市”消费。", set()),
]
ALL = [
    *TURNED,
    *WORD_OF_MOUTH,
    *DAYS_OF,
    *SPENT,
    *RECURRING,
    *MADE_INTO,
    *FORMED,
    *BOARDS,
    *CALLED,
    *LENGTHS,
    *UNQUOTED,
]


@pytest.mark.parametrize(("body", "expected"), ALL, ids=[body[:10] for body, _ in ALL])
def test_what_stands_around_a_quoted_string_and_its_length_tell_whether_it_is_a_name(
    body: str, expected: set[str]
) -> None:
    assert names(body) == expected


PLANNED = [
    "任县长说，明年拟选择三十个小区试行“先尝后买”物业服务。",
    "县里要求年底前各乡镇全面实行“一窗通办”。",
    "镇里明年要建一座“湖上会客厅”。",
    "镇里计划推行“先尝后买”机制。",
    "镇里正在研究推行“先尝后买”机制。",
    "镇里争取打造“湖上会客厅”品牌。",
    "各村应推行“先尝后买”机制。",
    "镇里未推行“先尝后买”机制。",
    "镇里停止推行“先尝后买”机制。",
]


@pytest.mark.parametrize("body", PLANNED)
def test_what_is_meant_for_next_year_or_asked_of_others_is_no_practice_yet(body: str) -> None:
    assert names(f"会同县{body}") == set()


def test_a_town_whose_name_begins_with_the_words_of_a_demand_makes_none() -> None:
    assert names("三要镇设立“说事长椅”，村民坐下来商量。") == {"说事长椅"}
    assert names("会议强调，三要设立“说事长椅”，让村民坐下来商量。") == set()


def test_words_that_hold_a_word_of_demand_or_come_every_month_demand_nothing() -> None:
    assert names("会同县相应推行“先尝后买”机制。") == {"先尝后买"}
    assert names("会同县主要推行“先尝后买”机制。") == {"先尝后买"}
    assert names("会同县林城镇每月都要开展“敲门问事”活动。") == {"敲门问事"}
