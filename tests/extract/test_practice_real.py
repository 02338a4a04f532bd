"""Names of practices as web reports bring them in: boards over doors, ladders of grids, epitomes, summed-up lists."""

from __future__ import annotations

import pytest
from named_practices import names

NAMED = [
    ("秭归县近三年将“支部建在小区上”作为党建的重点工作，推选楼长。", {"支部建在小区上"}),
    ("秭归县将“茶乡连心”作为服务群众的重点工程，干部上门办事。", {"茶乡连心"}),
    ("走在秭归县郭家坝镇，不少院门口都挂着“勤洁持家户”的荣誉牌。", {"勤洁持家户"}),
    ("秭归县与住户签订“门前三包”责任书。", {"门前三包"}),
    ("秭归县通过“厕所革命”、污水管网的建设改善村容。", {"厕所革命"}),
    ("秭归县去年组建了党组织领办合作社联盟，九个村抱成团。", {"党组织领办合作社联盟"}),
    ("秭归县推行“123”工作法，即“一张网”管到底、“两本账”记到户、“三支队”跑到家。", {"123"}),
    ("秭归县网格员对独居老人做到“四看”“四问”，即看门窗、看水电，问冷暖、问饮食。", {"四看", "四问"}),
    ("桃花苑小区的共商共管模式是秭归县提升治理效能的一个缩影。", {"共商共管模式"}),
]
UNNAMED = [
    "秭归县干部对群众做到“三声”“五心”，受到好评。",
    "秭归县县为“一级网格”，乡镇为“二级网格”，片区为“四级网格”。",
    "秭归县建强“三支队伍”，干部群众通过实际行动守护家园。",
    "秭归县探索建立支部领跑、数据助跑等村庄环境整治模式。",
    "秭归县通过组建互助小组、书记擂台等方式建立长效机制。",
    "这里曾是秭归县“被遗忘的村庄”，去年建立了实名微信群。",
    "秭归县与骑手实现了“双向奔赴”，让小哥有了“停靠港湾”。",
    "秭归县激活“在职党员”服务队。",
]


@pytest.mark.parametrize(("body", "expected"), NAMED, ids=[body[:12] for body, _ in NAMED])
def test_a_name_is_told_by_what_is_made_of_it(body: str, expected: set[str]) -> None:
    assert names(body) == expected


@pytest.mark.parametrize("body", UNNAMED, ids=[body[:16] for body in UNNAMED])
def test_steps_counts_figures_and_sums_are_no_names(body: str) -> None:
    assert names(body) == set()


def test_a_grid_of_one_step_alone_is_a_name() -> None:
    assert names("秭归县推行“三级网格”管理机制，网格员每天巡查。") == {"三级网格"}
