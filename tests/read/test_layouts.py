"""How bulletins, round-ups and pages of offices are set: what is a headline, what frames it, who wrote."""

from __future__ import annotations

import pytest

from kg.read import read_text


def reports(text: str) -> list[tuple[str, str]]:
    return [(a.title, a.text.removeprefix(a.title + "\n")) for a in read_text(text).articles]


def test_places_behind_bars_head_the_items_of_a_round_up_and_are_no_writers() -> None:
    text = (
        "各地动态\n\n▌山西·平定县\n平定县推行“评理室”制度，全县建成评理室218个。\n"
        "▌江西·吉水县\n吉水县开展“逢圩调解日”活动，调解纠纷126件。\n"
    )
    articles = read_text(text).articles
    assert [a.title for a in articles] == ["山西·平定县", "江西·吉水县"]
    assert [a.authors for a in articles] == [(), ()]


def test_a_number_in_square_brackets_is_no_part_of_a_headline() -> None:
    text = (
        "【一】嘉祥县：党员“亮家门”\n嘉祥县黄垓乡2300名党员挂牌亮身份，认领岗位1800个。\n"
        "【二】梁山县：小院议事\n梁山县小路口镇建成议事小院64个，议定事项512项。\n"
    )
    assert [title for title, _ in reports(text)] == ["嘉祥县：党员“亮家门”", "梁山县：小院议事"]


def test_the_office_that_issues_a_bulletin_and_who_signs_it_head_no_report() -> None:
    text = (
        "正宁县基层治理专报\n2024年第5期\n\n正宁县委平安建设领导小组办公室   签发人：郭建平\n\n"
        "编者按：现将两则经验刊发如下。\n\n山河镇“警网融合”守平安\n"
        "山河镇推动派出所与网格融合，配备警务助理38名，排查隐患260处。\n\n"
        "宫河镇“苹果调解室”解民忧\n宫河镇在果园设“苹果调解室”9个，化解纠纷74起。\n"
    )
    assert [title for title, _ in reports(text)] == ["山河镇“警网融合”守平安", "宫河镇“苹果调解室”解民忧"]


def test_a_short_paragraph_with_several_figures_is_no_caption() -> None:
    body = "金塔县民政局以中东镇为试点，建成“邻里有约”议事厅42个，开展议事活动310场。"
    text = f"标题：金塔县“邻里有约”议事厅建设情况\n发布日期：2023-06-16\n\n{body}\n"
    assert reports(text) == [("金塔县“邻里有约”议事厅建设情况", body)]


def test_a_short_first_sentence_below_the_headline_is_no_caption() -> None:
    first = "天祝县石门镇石门村党支部书记马国栋今年五十六岁。"
    text = f"老支书的记事本\n\n{first}\n他的本子里记着三百多件事，件件有回音。\n村民有话，都到他的院子里说。\n"
    assert reports(text)[0][1].splitlines()[0] == first


def test_a_call_to_follow_an_account_is_no_part_of_a_headline() -> None:
    text = (
        "点击上方蓝字关注我们\n\n“红色楼长”撑起小区半边天\n原创 城关发布 城关发布 2024-05-06 18:30 甘肃\n\n"
        "在城关区雁北街道，128名“红色楼长”活跃在小区里。\n他们累计收集诉求960条，办结912条。\n"
    )
    assert [title for title, _ in reports(text)] == ["“红色楼长”撑起小区半边天"]


ORCHARD = "宫河镇在果园里开调解室九间，果农的纠纷在树下说开，一季化解了七十四起。"
BRIDGE = "山河镇的派出所和网格员一起巡桥，三十八个警务助理轮着来，夜里也有人看。"


def test_headlines_in_brackets_before_the_text_head_the_items_of_a_bulletin() -> None:
    text = f"正宁县基层治理专报\n2024年第5期\n\n【山河镇推行“警网融合”】{BRIDGE}\n【调解暖了宫河镇】{ORCHARD}\n"
    assert reports(text) == [("山河镇推行“警网融合”", BRIDGE), ("调解暖了宫河镇", ORCHARD)]
    sections = f"正宁县的小事有人管\n{BRIDGE}{ORCHARD}\n【党建引领筑牢根基】{BRIDGE}\n【网格管理聚起合力】{ORCHARD}\n"
    assert len(reports(sections)) == 1


@pytest.mark.parametrize("rule", ["————————", "==========", "***", "- - -"])
def test_a_line_across_the_page_parts_reports_of_places_and_no_sections(rule: str) -> None:
    text = f"山河镇推行“警网融合”\n{BRIDGE}\n{rule}\n宫河镇推行“苹果调解室”解民忧\n{ORCHARD}\n"
    assert [title for title, _ in reports(text)] == ["山河镇推行“警网融合”", "宫河镇推行“苹果调解室”解民忧"]
    sections = f"正宁县的小事有人管\n{BRIDGE}\n{rule}\n把难事办成好事\n{ORCHARD}\n"
    assert [title for title, _ in reports(sections)] == ["正宁县的小事有人管"]


def test_an_item_whose_headline_holds_a_verb_and_ends_with_a_place_is_no_writer() -> None:
    text = f"□志愿服务暖了宫河镇\n{ORCHARD}\n□山河镇推行“警网融合”\n{BRIDGE}\n"
    assert [title for title, _ in reports(text)] == ["志愿服务暖了宫河镇", "山河镇推行“警网融合”"]
