"""Names of practices told by their own words: what they end with, count up or join, without a verb that says so."""

from __future__ import annotations

import pytest
from test_practice_constructions import names

NAMED = [
    ("庆阳市西峰区把修渠引水列为“书记工程”，三天一调度。", {"书记工程"}),
    ("每周三是黄石市全市固定的“听民声接待日”。这样的“听民声接待日”，居民们已过了两年。", {"听民声接待日"}),
    ("“公益+物业+居民”融合发展已是铜陵市化解难题的重要办法。", {"公益+物业+居民"}),
    ("墙上贴着“七星级楼长”评定栏。", {"七星级楼长"}),
    ("“一学校一农场”把课堂搬到田间。", {"一学校一农场"}),
    ("乡亲们坐在一起，签下“邻村合约”，喜事不再攀比。", {"邻村合约"}),
    ("社区门口有一面“街坊心愿墙”，谁家有难处就贴上去。", {"街坊心愿墙"}),
    ("村民们每周来开“磨盘会议”，商量修路。", {"磨盘会议"}),
    ("亳州市实施危桥改造行动，推行红白喜事登记制度。", {"危桥改造行动", "红白喜事登记制度"}),
    ("亳州市构建三级联动巡查机制。", {"三级联动巡查机制"}),
]
UNNAMED = [
    "亳州市健全“四项机制”，实施“六大行动”。",
    "亳州市开展“12.4”宣传，组织“3·15”活动。",
    "亳州市走出一条治理的“亳州路径”。",
    "在“百家媒体走亳州”集中采访活动中，记者们看了社区。",
    "亳州市完善涵盖“主干道、小区、小巷”的管理体系。",
    "亳州市收集了“小花园”建设、飞线整治的意见建议。",
    "亳州市构建城乡发展的融合机制，落实党内制度。",
    "亳州市建立规章制度，实施基础设施工程，开展专项行动。",
    "亳州市发展“数字经济”，壮大“实体经济”。",
]


@pytest.mark.parametrize(("body", "expected"), NAMED, ids=[body[:8] for body, _ in NAMED])
def test_the_words_of_a_name_tell_it(body: str, expected: set[str]) -> None:
    assert names(body) == expected


@pytest.mark.parametrize("body", UNNAMED, ids=[body[:12] for body in UNNAMED])
def test_counts_days_events_and_contents_are_no_names(body: str) -> None:
    assert names(body) == set()
