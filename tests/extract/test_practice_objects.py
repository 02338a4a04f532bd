"""What stands beside a coined name: whose it is, what it does, how often it came, who belongs to it."""

from __future__ import annotations

import pytest
from named_practices import names

NOUNS_BETWEEN = [
    ("绥化市庆安县建立社区“稻乡帮”，吸纳单位20家。", {"稻乡帮"}),
    ("昭通市盐津县创设机关党建“豆沙领航”，健全四项制度。", {"豆沙领航"}),
    ("防城港市东兴市成立边贸行业“界河红”，选出6名召集人。", {"界河红"}),
    ("白银市会宁县打造12个乡村治理“旱塬管家”，各有特色。", {"旱塬管家"}),
    ("昌都市芒康县组织实施“盐田同行”，结对帮扶困难户。", {"盐田同行"}),
    ("和田地区墨玉县推出的“核桃红”，已服务2000人次。", {"核桃红"}),
    ("平顶山市郏县建立问题“台账”，逐项销号。", set()),
    ("承德市丰宁县实施产业“强筋壮骨”，壮大集体经济。", set()),
    ("葫芦岛市建昌县开展作风“大体检”。", set()),
    ("莆田市仙游县为了建设“工艺之都”而努力。", set()),
]


@pytest.mark.parametrize(("body", "expected"), NOUNS_BETWEEN, ids=[body[:12] for body, _ in NOUNS_BETWEEN])
def test_bare_nouns_may_stand_between_the_verb_and_the_name(body: str, expected: set[str]) -> None:
    assert names(body) == expected


TOLD_OF = [
    ("“盐田同行”启动以来，芒康县走访牧户350户。", {"盐田同行"}),
    ("潮州市饶平县推动“渔港同心”走深走实。", {"渔港同心"}),
    ("克拉玛依市乌尔禾区实行“五个不过夜”，当天回应诉求。", {"五个不过夜"}),
    ("潮州市饶平县做实“渔港同心”，服务渔民群众。", {"渔港同心"}),
    ("伊春市铁力市探索“林海同心”，护林队伍壮大。", {"林海同心"}),
    ("塔城地区裕民县定期召开“毡房夜谈”320场次。", {"毡房夜谈"}),
    ("“油橄榄红”是陇南市武都区着力培育的服务品牌。", {"油橄榄红"}),
    ("衢州市开化县把“根雕夜话”搬进院坝，村民围坐说事。", {"根雕夜话"}),
    ("“窑洞夜校”办了三年，子洲县的村民学会了剪纸。", {"窑洞夜校"}),
    ("“草编同心”在沾化区落地开花，惠及3万人。", {"草编同心"}),
    ("阿勒泰地区福海县的“渔港同心”被评为全省优秀案例。", {"渔港同心"}),
    ("舟山市嵊泗县“渔嫂”负责人说，船上也能议事。", set()),
    ("黔西市观音洞镇“古茶红”发起人带着邻里巡山。", set()),
    ("忻州市偏关县收到“水表难装”等27条意见，逐条回复。", set()),
    ("盟里的放牧试点“办法挺好”，牧民们说。", set()),
]


@pytest.mark.parametrize(("body", "expected"), TOLD_OF, ids=[body[:12] for body, _ in TOLD_OF])
def test_what_a_name_is_said_to_do_speaks_for_it(body: str, expected: set[str]) -> None:
    assert names(body) == expected


UNQUOTED = [
    ("孝感市大悟县整合红安学堂、乌桕书屋等阵地，开展活动。", {"红安学堂", "乌桕书屋"}),
    ("凉山州甘洛县建设索玛讲堂，请老支书授课。", {"索玛讲堂"}),
    ("阿坝州茂县组建羌寨婚俗劝导队。", {"羌寨婚俗劝导队"}),
    ("酒泉市瓜州县开设胡杨茶馆，听牧民说事。", {"胡杨茶馆"}),
    ("位于东兴市旧街的边民互市调度中心揭牌，当天受理3件。", {"边民互市调度中心"}),
    ("嘉峪关市打赢戈壁造林攻坚战。", {"戈壁造林攻坚战"}),
    ("钦州市灵山县依托荔乡议事厅化解矛盾。", {"荔乡议事厅"}),
    ("鹤壁市淇县村村建起农家书屋。", set()),
    ("赣州市信丰县推进污水处理中心建设。", set()),
    ("朔州市平鲁区要打好打赢蓝天保卫战。", set()),
    ("亳州市蒙城县成立（含驻村干警）工作模式研究会。", set()),
    ("大理州漾濞县开展一系列核桃林管护比武活动。", {"核桃林管护比武活动"}),
    ("茂名市高州市要牢牢守住制度底线。", set()),
]


@pytest.mark.parametrize(("body", "expected"), UNQUOTED, ids=[body[:12] for body, _ in UNQUOTED])
def test_halls_schools_and_teams_need_no_quotes_where_they_bear_a_name(body: str, expected: set[str]) -> None:
    assert names(body) == expected
