"""Where a practice runs: told by what came before, by a bare word for a level, by what others learned from."""

from __future__ import annotations

import pytest

from kg.pipeline import facts_of_text


def at(title: str, body: str, name: str) -> set[str]:
    found = [p.at for facts in facts_of_text(f"{title}\n\n{body}\n") for p in facts.practices if p.name == name]
    assert found, f"{name} was not found"
    return set(found[0])


RUNS_AT = [
    # one comes to a place, and what follows is told of it
    (
        "走访牧区",
        "下午，车队到了阿巴嘎旗查干淖尔苏木。这里牧户住得散，边境派出所和苏木琢磨出“三户一铃”联防机制，编成40个组。",
        "三户一铃",
        {"查干淖尔苏木"},
    ),
    # the people of a clause, and bodies that only say their level
    ("岑溪市筋竹镇治理见闻", "筋竹镇云利村把账本搬到榕树下。这样的场景，村里人喊作“榕树账”。", "榕树账", {"云利村"}),
    (
        "梁河县的调解",
        "平山乡核桃林村的两家人为水沟争了三年。乡司法所请来寨老，用的就是“沟边议”工作法。",
        "沟边议",
        {"平山乡"},
    ),
    # 县里的“…”, 县里…: the county, also where the report is on a town of it
    (
        "昌黎县荒佃庄镇的小喇叭",
        "荒佃庄镇前孟营村网格员李梅点开县里的“碣石通”小程序，把破损的井盖拍了上去。",
        "碣石通",
        {"昌黎县"},
    ),
    (
        "古浪县黄花滩镇的变化",
        "在古浪，各处的路数并不一样。县里今年在所有村推行“四张明白纸”，黄花滩镇的干部不再为报表发愁。",
        "四张明白纸",
        {"古浪县"},
    ),
    # with whom it is done is not who does it
    (
        "江口县做法",
        "双江街道镇江社区针对320名留守儿童放学没人管的难题，与江口县第三小学合办“小溪课堂”。",
        "小溪课堂",
        {"镇江社区"},
    ),
    # where most is done, and where it has spread to
    (
        "桐梓县经验材料",
        "我县以娄山关街道、海校街道为重点，探索推行“两清单一台账”工作机制。",
        "两清单一台账",
        {"桐梓县", "娄山关街道", "海校街道"},
    ),
    (
        "蒙山县的做法",
        "蒙山镇甘棠村请退休教师当“理事公”。县司法局把这套办法定名为“乡贤理事”机制，在全县推行。",
        "乡贤理事",
        {"蒙山县"},
    ),
    (
        "永寿县乡村产业调研",
        "永寿县围着产业想办法。监军街道永寿坊村把老磨坊改成醋坊。外地师傅带着技术合作实施的香菇下山项目已在9个村落地。",
        "香菇下山项目",
        {"永寿县"},
    ),
    # what is learned from a place is that place's
    ("思南县做法", "思南县学习借鉴惠水县新民社区“小康菜园”做法，在安置点周边划出菜地。", "小康菜园", {"新民社区"}),
    ("平定县做法", "平定县组织社区书记到晋城市城区学习了“巷口恳谈”的做法。", "巷口恳谈", {"城区"}),
    # those who adopt, host and spread it, and the place it is called after
    (
        "阳城县：把事情议在院里",
        "近年来，阳城县从小事入手。总结推广北留镇皇城村“老槐树说事”经验，每月初五村民坐下来商量。",
        "老槐树说事",
        {"阳城县", "皇城村"},
    ),
    (
        "阳城县：把事情议在院里",
        "近年来，阳城县从小事入手。学习借鉴北留镇皇城村“老槐树说事”经验，各村议事有了样子。",
        "老槐树说事",
        {"皇城村"},
    ),
    (
        "凤台街道古矿社区：邻里坐下来",
        "泽州县凤台街道古矿社区在煤机厂家属院搭建“葡萄架下”议事点，协商解决停车问题37个。",
        "葡萄架下",
        {"古矿社区"},
    ),
    (
        "泽州县：小账本记大事",
        "泽州县在巴公镇试点“家风存折”，把孝老爱亲折成分值。试点满一年后，这项做法在全县12个乡镇推开。",
        "家风存折",
        {"巴公镇", "泽州县"},
    ),
    (
        "泽州县：小账本记大事",
        "泽州县在巴公镇试点“家风存折”，把孝老爱亲折成分值。全县12个乡镇通了公交。",
        "家风存折",
        {"巴公镇"},
    ),
    (
        "巴公镇把难事摆到桌上办",
        "7月9日，泽州县巴公镇渠头村村民陈苏娟在手机上给“巴公快应”小程序打了五颗星。去年3月，镇里开通“巴公快应”。",
        "巴公快应",
        {"巴公镇"},
    ),
    (
        "泽州县：老校舍有了新用处",
        "泽州县利用闲置校舍办起“和乐院子”96处。大阳镇香山村的“和乐院子”每天中午供应午餐。",
        "和乐院子",
        {"泽州县", "香山村"},
    ),
    (
        "泽州县：清风进村来",
        "泽州县在大阳镇建成家风馆，接待党员2100人次；面向新任村干部开设“廉洁第一课”，签订承诺书418份。",
        "廉洁第一课",
        {"泽州县"},
    ),
    # a spot of the village just named, but not one in any village
    (
        "泽州县：把事情议在村口",
        "走进泽州县大阳镇香山村，青石板路干干净净。村口的“老槐议事亭”里，几位老人正在商量停车费。",
        "老槐议事亭",
        {"香山村"},
    ),
    (
        "大阳镇：积分进了家门",
        "大阳镇组建宣讲队，香山村老人也来听。全镇推行文明积分，村民到村头“新风超市”兑换洗衣粉。",
        "新风超市",
        {"大阳镇"},
    ),
    # who makes use of a larger place's runs it too
    (
        "泽州县的数字乡村",
        "大阳镇香山村则依托县里的“智慧泽州”平台，把党务村务搬上手机。",
        "智慧泽州",
        {"泽州县", "香山村"},
    ),
    # later it spread: by the place that began, from behind the verb, as a kind of thing
    (
        "泽州县：小积分聚人心",
        "泽州县大阳镇香山村推出“户户积分”制度，老人连声说好。香山村的做法很快在全县铺开。",
        "户户积分",
        {"香山村", "泽州县"},
    ),
    (
        "泽州县：果树下的会",
        "泽州县大阳镇香山村开起“果树会”，一年开了54场。去年，大阳镇又在全镇15个村推开这个做法。",
        "果树会",
        {"香山村", "大阳镇"},
    ),
    (
        "泽州县：小积分聚人心",
        "泽州县大阳镇香山村办起“连心积分超市”，货架满满。像这样的积分超市，全县建了86个。",
        "连心积分超市",
        {"香山村", "泽州县"},
    ),
    (
        "泽州县：小积分聚人心",
        "泽州县大阳镇香山村办起“连心积分超市”，货架满满。像这样的文化广场，全县建了86个。",
        "连心积分超市",
        {"香山村"},
    ),
    # where a meeting is held so often, under a shorter name
    (
        "泽州县：有事院里说",
        "泽州县建起“太行院坝会”点位93个，每月开一次。在大阳镇香山村，支书秦小勇牵头开了11场院坝会，议出一份公约。",
        "太行院坝会",
        {"泽州县", "香山村"},
    ),
    (
        "泽州县：有事院里说",
        "泽州县建起“太行院坝会”点位93个，每月开一次。大阳镇香山村开了11场运动会，老人也来跑步。",
        "太行院坝会",
        {"泽州县"},
    ),
]


@pytest.mark.parametrize(("title", "body", "name", "expected"), RUNS_AT, ids=[name for _, _, name, _ in RUNS_AT])
def test_a_practice_runs_where_the_text_around_it_says(title: str, body: str, name: str, expected: set[str]) -> None:
    assert at(title, body, name) == expected


def test_a_recorded_speech_is_told_from_the_home_of_who_speaks() -> None:
    body = (
        "这里是四棵树乡建设村，村党总支书记赵有田正忙着。\n"
        "【出录音：赵有田】“咱们有话得在炕上说。一个屯选一铺炕，就叫‘火炕说事’。”"
    )
    assert at("【走进乡村】大安市四棵树乡", body, "火炕说事") == {"建设村"}


def test_what_is_taken_along_is_not_meant_for_the_future() -> None:
    found = [
        p.name
        for facts in facts_of_text(
            "兰陵县的调解\n\n卞庄街道还将调解与网格打通，113名网格员把苗头录入“掌上和事佬”小程序。\n"
            "下一步，该县还将推出“云上和事佬”小程序。\n"
        )
        for p in facts.practices
    ]
    assert found == ["掌上和事佬"]
