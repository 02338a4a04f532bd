"""Towns by their stems, communities called after larger places, lodgings of works, and words before a name."""

from __future__ import annotations

import pytest
from test_places import mentions, names


def full(body: str) -> list[str]:
    """Full names of the places of a body, references left out."""
    return [m.name for m in mentions(body) if m.kind != "reference"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("此前，长汀县在河田、三洲两地试点。", ["长汀县", "河田镇", "三洲镇"]),
        (
            "临洮县的平台先在洮阳、新添、辛店试用，受理事项214件。",
            ["临洮县", "洮阳镇", "新添镇", "辛店镇"],
        ),
        (
            "英山县人民法院在温泉、南河、红山三个法庭设了调解室。",
            ["英山县", "温泉镇", "南河镇", "红山镇"],
        ),
        ("从田庄、崔家湾赶来的戏迷坐满了绥德县的剧场。", ["田庄镇", "崔家湾镇", "绥德县"]),
        ("长汀县河田中学的学生到敬老院帮厨。", ["长汀县", "河田镇"]),
        ("桐梓县希望小学的孩子来了，中学、小学都设了调解角。", ["桐梓县"]),
        ("绥德县把干净、整洁、有序写进公约，团结、繁荣离不开群众。", ["绥德县"]),
    ],
    ids=["two", "opening", "courts", "from", "school", "schools-of-anywhere", "words"],
)
def test_towns_of_one_county_vouch_for_each_other(body: str, found: list[str]) -> None:
    assert full(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("南城街道宁夏社区的居民老周说。", ["南城街道", "宁夏社区"]),
        ("经八路街道山西社区、河南社区挨着。", ["经八路街道", "山西社区", "河南社区"]),
        ("云南村（社区）干部待遇有了提高。", ["云南"]),
        ("钟楼社区腾出120平方米。灯芯社区组织居民认领菜地。", ["钟楼社区", "灯芯社区"]),
        ("农村社区新增12个网格。智慧社区建成2个。老旧社区改造3个。", []),
        ("食堂设在金港小区社区一楼。", ["金港小区社区"]),
        ("金港小区社区工作者每天巡查。", ["金港小区"]),
        ("开展“心连社区，校地同行”志愿活动，又办“情暖社区，爱在邻里”集市。", []),
        ("除主村外都通了路，居民们说锦湖花苑的电梯修好了。", ["锦湖花苑"]),
        ("光御景花园就有三百户，解决停车难题滨河新村装了道闸。", ["御景花园", "滨河新村"]),
        ("早晚高峰园区里挤满了班车。", []),
        ("和平街道永宁街社区把院子交给居民管。", ["和平街道", "永宁街社区"]),
        ("背街小巷社区划片，沿街社区商户自治。", []),
        ("淅川县九重镇邹庄村是移民村。", ["淅川县", "九重镇", "邹庄村"]),
        ("淅川县推进镇村共建，加强镇村干部培训。", ["淅川县"]),
    ],
    ids=[
        "larger",
        "list",
        "not-larger",
        "deeds",
        "sorts",
        "estate",
        "workers",
        "slogans",
        "says",
        "alone",
        "rush-hour",
        "street",
        "any-street",
        "town-of-words",
        "town-and-village",
    ],
)
def test_a_small_place_keeps_its_own_name(body: str, found: list[str]) -> None:
    assert full(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("机床厂宿舍12号楼下水管年年返污。", ["机床厂宿舍"]),
        ("在供电局家属院、塑料厂生活区先行先试。", ["供电局家属院", "塑料厂生活区"]),
        ("解放路7号院、团结巷16号大院都没有物业。", ["解放路7号院", "团结巷16号大院"]),
        ("劳动路15号院请来了物业。", ["劳动路15号院"]),
        ("把老旧工厂宿舍、机关单位宿舍、公司生活区纳入改造。", []),
        ("学生住进学校宿舍，工人住进厂里的生活区。", []),
        ("公交停靠在人民路3号站台，这条路6号院子里的水泥地敲了。", []),
        ("浓桥镇东安村西屯响起了锣声。", ["浓桥镇", "东安村", "西屯"]),
        ("浓桥镇东安村东庄稼长势好，建屯理事会36个。", ["浓桥镇", "东安村"]),
        ("烟草公司宿舍、锅炉厂家属楼改造了，该公司宿舍没有改。", ["烟草公司宿舍", "锅炉厂家属楼"]),
        ("莲花镇红岩村有门楼屯、大岭屯两个自然屯。", ["莲花镇", "红岩村", "门楼屯", "大岭屯"]),
        ("别鸠寨的人也来了，加瑞寨的老人讲了古。", ["别鸠寨", "加瑞寨"]),
        ("山沟的村民苦，水坑的人多，侗寨的老人爱唱歌。", []),
    ],
    ids=[
        "works",
        "quarters",
        "numbers",
        "word",
        "any",
        "lived-in",
        "stops",
        "side",
        "crops",
        "firm",
        "has",
        "people",
        "ditch",
    ],
)
def test_homes_called_after_works_streets_and_sides(body: str, found: list[str]) -> None:
    assert full(body) == found


def test_a_committee_and_a_paper_name_their_province() -> None:
    assert names("在中共甘肃省委领导下，临洮县推行网格化管理。") == ["甘肃省", "临洮县"]
    assert names("临洮县的贵州籍、四川籍工友也来了。") == ["临洮县", "贵州", "四川"]
    assert names("报栏里贴着农民日报、光明日报、福建日报、重庆晚报。") == ["福建", "重庆"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("平和县与云霄、华安等邻县建立联调机制。", ["平和县", "云霄", "华安"]),
        ("乐业县的老人过得乐业、安康，等县里来人。", ["乐业县"]),
        ("平和县把和平、安定等县域指标写进考核。", ["平和县"]),
        ("敲鼓的叫陈宁海，平和县霞寨镇人。陈宁海今年五十。", ["平和县", "霞寨镇"]),
        ("松花江佳木段水位涨了，平和县霞寨镇连夜巡堤。", ["平和县", "霞寨镇"]),
        ("车开进萧山临空经济园区，萧山区的干部答复。", ["萧山临空经济园区", "萧山区"]),
        ("规划中的太原中央商务区里开了食堂。", ["太原中央商务区"]),
        ("这座城市要建中央商务区，迎泽区先规划。", ["迎泽区"]),
    ],
    ids=["counties", "words", "aims", "called", "reach", "airport", "business", "wanted"],
)
def test_counties_by_what_they_are_called_and_zones_by_their_heads(body: str, found: list[str]) -> None:
    assert names(body) == found
