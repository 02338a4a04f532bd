"""Texts that mean harm cost no more than their length, and texts about other things give next to nothing."""

from __future__ import annotations

import cProfile
import pstats

import pytest

from kg.pipeline import facts_of_text

FEW, FLOOR = 100, 5000
UNITS = {
    "opening quotes": "“",
    "digits": "1",
    "numbers": "12个、",
    "listed": "红色物业、",
    "quoted": "“红色物业”",
    "places": "钟楼区",
    "titles": "《》",
    "brackets": "（（甲））",
    "one sentence": "网格员走访居民化解纠纷",
    "verbs": "推行建立打造",
    "heads": "机制制度",
    "bodies": "街道办事处",
    "posts": "书记张三，",
    "clauses": "平江县长寿镇开“月光会”，镇司法所请来寨老，在全县推行，",
    "words of sets": "党员记分，骑手看见井盖，窗口办事，老人上门，",
}


def calls(text: str) -> int:
    """How many function calls the facts of a text take: a cost that does not depend on the machine."""
    profile = cProfile.Profile()
    profile.runcall(facts_of_text, text, "hostile")
    return pstats.Stats(profile).total_calls  # type: ignore[attr-defined]


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_four_times_the_text_costs_far_less_than_sixteen_times(unit: str) -> None:
    facts_of_text("常州市钟楼区推行“红色物业”。")
    for times in (1, 4):  # what is made on first use (word lists of long runs) counts for none
        calls(unit * times * FEW)
    assert calls(unit * 4 * FEW) < 9 * max(calls(unit * FEW), FLOOR)


LISTS, LONG = ("numbers", "listed", "clauses", "words of sets"), 400


@pytest.mark.slow
@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_four_times_the_length_costs_about_four_times_as_much(name: str) -> None:
    facts_of_text("常州市钟楼区推行“红色物业”。")
    assert calls(UNITS[name] * 4 * LONG) < 5 * calls(UNITS[name] * LONG)


SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
SHARED = {"one each": ("分别办起", ""), "jointly": ("长寿镇同安定镇共同办起", "，长寿镇同安定镇共同办起")}


def of_different_names(opening: str, joint: str, number: int) -> str:
    """A sentence with so many quoted names, none of them twice."""
    told = (f"“{SIGNS[i % 22]}{SIGNS[i // 22 % 22]}{SIGNS[i // 484 % 22]}夜话”" for i in range(number))
    return f"平江县长寿镇、安定镇{opening}{joint.join(told)}。"


@pytest.mark.slow
@pytest.mark.parametrize("name", SHARED)
def test_many_names_of_places_that_act_together_cost_their_number(name: str) -> None:
    opening, joint = SHARED[name]
    facts_of_text(of_different_names(opening, joint, FEW))
    few, more = (calls(of_different_names(opening, joint, number)) for number in (FEW, 4 * FEW))
    assert more < 5 * few


def many(ending: str, number: int) -> str:
    """A list of places of different names that end alike."""
    first, second = "杨柳石松槐梅桃李竹桂枫梨榆桐兰荷菊莲苇葛", "林坡沟岭湾坪塘溪河坝山田坎岩坳洼梁峪冲畈"
    pairs = [a + b for a in first for b in second]
    return "".join(f"{pairs[n // 20]}{second[n % 20]}{ending}、" for n in range(number))


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["屯", "居民区", "小区", "村", "镇"])
def test_a_list_of_four_times_as_many_places_costs_about_four_times_as_much(ending: str) -> None:
    facts_of_text("常州市钟楼区推行“红色物业”。")
    assert calls(many(ending, 1200)) < 5.5 * calls(many(ending, 300))


OTHERS = {
    "novel": "老宅的门虚掩着，风从门缝里挤进来，吹得灯影乱晃。祖母坐在炕沿上，手里捻着一根麻线，"
    "半晌才说：“你父亲走的那年，雪下得比这还大。”我没有应声，只听见后院的狗叫了两声，又归于沉寂。天快亮的时候，她忽然站起来，说要去井边看看。",
    "match": "上半场第23分钟，主队7号球员禁区外远射破门。下半场客队利用角球机会头球扳平比分。"
    "补时阶段主队获得点球，队长一蹴而就。赛后主教练表示，队员们执行了高位逼抢战术，但防守端仍有“走神”的时候。",
    "recipe": "五花肉切成见方的块，冷水下锅焯水，捞出洗净。锅中放少许油，下冰糖小火炒至枣红色，放入肉块翻炒上色，"
    "加葱段、姜片、八角。想要肉质“肥而不腻”，关键在于焯水要彻底，收汁要耐心。",
    "phone": "这款手机采用大屏幕，刷新率可以自动调节。系统方面，新增“灵动通知”和“离线翻译”功能，首批机型将于下月开售。",
    "statute": "当事人对合同的效力约定附条件的，自条件成就时生效。当事人不正当地阻止条件成就的，视为条件已成就。",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_a_text_about_something_else_gives_next_to_nothing(text: str) -> None:
    for facts in facts_of_text(f"无题\n\n{text}\n", "other"):
        families = (facts.practices, facts.concepts, facts.organisations, facts.people, facts.documents, facts.awards)
        assert [item for family in families for item in family] == []
        assert facts.places.places == ()
