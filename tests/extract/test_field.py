"""Text on something else has no practices, a report on governance in plain words has."""

from __future__ import annotations

import pytest

from kg.pipeline import facts_of_text

GAME = """新版本上线，玩家最想要的功能来了

游戏团队昨天推出联盟系统，玩家可以和好友一起建立城堡，实行“三线推进”模式，守住自己的疆土。团队还推出积分系统，打赢一场加三分，
攒够了分数就能换一套新盔甲。为了庆祝新版本，团队举办“勇者无畏”主题活动，连续七天登录的玩家都能领到一匹白马。
“我每天晚上都要打两个小时。”玩家小周说，新地图的雪山很漂亮，音乐也好听。团队说，下个月还要推出航海系统，让玩家驾着自己的船
去寻找宝藏，还会添上海怪和灯塔，谁先找到沉船谁就能得到金币。画师说，船帆的颜色改了十几遍，最后定下夕阳一样的橙红。据介绍，该游戏荣获2022年度最佳画面奖。
"""

VALLEY = """岭背村里的一张长桌

江西省瑞金市岭背村把一张长桌摆在祠堂门口，谁家有话要说，就坐到桌边来。去年起，村里实行“长桌会”制度，每月十五开一次会，先说修路，
再说引水，最后说婚丧嫁娶怎么办。
七十二岁的刘伯头一个坐下来，说自家门前的水沟堵了三年。第二天一早，村干部带着人把沟挖开，水一路流到田里。打那以后，每到十五，祠堂
门口坐得满满当当，有人带来花生，有人带来自家炒的茶。
“话说开了，心里就亮堂。”刘伯说。村里算过，一年下来，长桌上说成了四十一件事，红白喜事的花费省下一半。
"""


@pytest.mark.parametrize("line", ["", "\n\n"])
def test_text_on_something_else_has_no_practices_and_says_so(line: str) -> None:
    facts = facts_of_text(GAME.replace("\n\n", "\n\n" + line))
    assert (facts[0].practices, facts[0].concepts, facts[0].awards) == ((), (), ())
    notice = next(n for n in facts[0].notices if n.kind == "off-topic")
    assert notice.end > notice.start


def test_report_in_plain_words_keeps_its_practice() -> None:
    facts = facts_of_text(VALLEY)
    assert [p.name for p in facts[0].practices] == ["长桌会"]
    assert not [n for n in facts[0].notices if n.kind == "off-topic"]


def test_short_text_is_not_judged() -> None:
    facts = facts_of_text("遵义市推出“邻家灯”制度。")
    assert [p.name for p in facts[0].practices] == ["邻家灯"]
