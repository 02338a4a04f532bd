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


OTHERS = {
    "football": (
        "三台县中学生足球联赛收官\n\n昨天，绵阳市三台县中学生足球联赛在县体育场落幕，芦溪中学以3比2战胜潼川中学夺冠。"
        "教练说，球队靠的是“高位逼抢”和“快速反击”。赛后，球迷在看台上喊起“芦溪加油”。下赛季的赛程将于9月公布。"
    ),
    "cooking": (
        "渭源县的酸菜面\n\n渭源人家的酸菜面，讲究“一酸二辣三香”。先把面擀成“韭叶宽”，锅里下葱花炝锅，倒入浆水烧开。"
        "城里的“老杨面馆”每天卖300碗，排队的人从早到晚。"
    ),
    "travel": (
        "黟县春游指南\n\n三月的黟县，油菜花开了。宏村镇的南湖边，游客举着相机等“第一缕光”。民宿“小南湖”推出“早春套餐”，"
        "住两晚送一顿徽州早餐。自驾游客可走“皖南川藏线”，沿途有观景台12处。"
    ),
    "hospital": (
        "宜宾市第一人民医院开展新技术\n\n近日，宜宾市第一人民医院心内科完成首例“冷冻球囊消融术”，患者张先生术后三天出院。"
        "科室主任介绍，这项被称为“冰与火之歌”的技术创伤小、恢复快。医院今年已完成介入手术1200台。"
    ),
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_a_text_in_which_no_stretch_tells_any_kind_of_practice_is_off_topic(text: str) -> None:
    (facts,) = facts_of_text(text)
    assert (facts.practices, facts.concepts, facts.awards) == ((), (), ())
    assert [n.kind for n in facts.notices] == ["off-topic"]


def test_report_in_plain_words_keeps_its_practice() -> None:
    facts = facts_of_text(VALLEY)
    assert [p.name for p in facts[0].practices] == ["长桌会"]
    assert not [n for n in facts[0].notices if n.kind == "off-topic"]


def test_short_text_is_not_judged() -> None:
    facts = facts_of_text("遵义市推出“邻家灯”制度。")
    assert [p.name for p in facts[0].practices] == ["邻家灯"]


PLAN = """霍山县推进“院落议事”工作实施方案

为畅通民意，结合我县实际，制定本方案。
一、总体要求。坚持党建引领，推行“院落议事”制度，健全网格化服务管理，组建村民理事会，开展矛盾纠纷排查化解，打造便民服务站。
二、主要任务。各乡镇党委组织村“两委”走访群众，收集社情民意；各村每月召开一次议事会，党员带头参加，村务监督委员会全程监督。
"""
TOLD = """霍山县出台“院落议事”工作实施方案

近日，霍山县出台方案，推行“院落议事”制度。目前，全县已有42个村建起院落议事点，村“两委”走访群众3000余户，化解矛盾纠纷86件。
每月十号，各村召开议事会，党员带头参加，村务监督委员会全程监督，群众说事、干部答事，村里的难事有了商量的地方。
"""
AD = """盛源智能仪表厂家直销

盛源电气有限公司是专业从事自动化设备的企业，产品广泛应用于写字楼、学校、医院和商场。公司推出“省心用”服务计划，实行终身质保制度，
欢迎新老客户来电咨询。公司拥有一流的技术团队，先后开发智能水表系统、智能电表系统、多功能监控平台，产品销往全国二十多个省市，质量可靠，
价格优惠。公司还生产各类配电箱、控制柜、传感器和变送器，规格齐全，交货迅速，支持来图定制，老客户再次下单可享折上折，运费全部由厂家承担。
仓库常年备货两万余台，当天付款当天发车，省外三日送达，产品通过多项质量认证，售后团队全天在线，随时解答安装和调试中遇到的疑问。
采购热线全天开通，签单即享“金秋钜惠”活动，买十送一，送完即止。公司还提供上门安装、调试、维修等服务，让每一位客户用得放心，
用得舒心。公司重质量、讲信誉，用户口碑一直不错，各地代理商可以来人来函洽谈。
"""
GRADUATES = """涟源“候鸟回巢”请来大学生

今年暑期，在外地读书的涟源籍大学生小梁回到家乡，到蓝田街道实习。近年来，涟源市推出“候鸟回巢”社会实践活动，腾出三百个见习岗位，请学子
返乡出主意。目前，已有860名学子参加，还聘请优秀学子担任联络员，推送岗位信息和创业政策。
"""


def kinds(text: str) -> list[str]:
    return [n.kind for n in facts_of_text(text)[0].notices]


def test_a_plan_reports_nothing_done_and_says_so() -> None:
    facts = facts_of_text(PLAN)[0]
    assert (facts.practices, facts.concepts) == ((), ())
    assert "instruction" in kinds(PLAN)


def test_a_report_on_a_plan_is_a_report() -> None:
    facts = facts_of_text(TOLD)[0]
    assert [p.name for p in facts.practices] == ["院落议事"]
    assert "instruction" not in kinds(TOLD)


def test_an_advertisement_with_some_words_of_the_field_is_off_topic() -> None:
    assert "off-topic" in kinds(AD)


def test_a_report_on_one_of_the_rarer_fields_is_read() -> None:
    assert [p.name for p in facts_of_text(GRADUATES)[0].practices] == ["候鸟回巢"]
    assert "off-topic" not in kinds(GRADUATES)


def test_a_report_in_homely_words_that_tells_a_kind_needs_half_as_many_of_the_field() -> None:
    homely = (
        "城口县：水到田头\n\n城口县水务局把报装、缴费搬到网上，用水户在手机上提交申请，当天就有人上门，一趟也不用跑。"
        "老陈家的茶园在坡上，往年浇水要挑，今年接上了管子。“叶子绿得早。”老陈说，头茬茶卖了好价钱，剩下的茶青做成了红茶。"
        "他在屋后又开了半亩地，种上辣椒和茄子，城里来的客人爱摘。农技员来看过，说土肥得很，明年可以试试种草莓，先种两垄看看，"
        "长得好了再添，秧苗他去年就看好了，在山下的棚里，一株三块钱，挑壮的买，买回来栽在向阳的坡上，用稻草盖住根。"
        "山那边的人家听说了，也来打听接管子要办些什么，老陈把手机掏出来，一步一步点给他们看，点完了天也黑了，月亮照着山路，"
        "几个人提着灯往回走，一路说着来年的事，谁家要添一口缸，谁家要砌一个池子，说到高兴处，笑声惊起了林子里的鸟，"
        "灯影晃过石桥，桥下的水声一路跟着他们，直到各自的门口，狗叫了两声，灯一盏一盏灭了，坡上的叶子还在风里响。"
        "县里推出“云上营业厅”平台，全程在网上办，村民不出门，居民也一样，如今三万户用上了，省下的工夫够多采几筐茶。"
    )
    (facts,) = facts_of_text(homely)
    assert [n.kind for n in facts.notices if n.kind == "off-topic"] == []
    assert [p.name for p in facts.practices] == ["云上营业厅"]
