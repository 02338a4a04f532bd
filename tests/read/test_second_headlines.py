"""Where a second report begins: a headline over its writer, one that the contents list, an item called 简讯."""

from __future__ import annotations

import pytest

from kg.read import read_text

FIRST = (
    "沿河街道七个小区把账本贴上墙\n\n本报讯（记者 田小禾）昨天上午，沿河街道桂花社区的公告栏前围了一圈人。"
    "栏里新贴的是物业公司第三季度的账单，电梯维保花了多少、绿化补种了几棵，一笔一笔列得清楚。\n\n"
)
SECOND = (
    "物业费不是“催”上来的\n\n本报记者 孟远\n\n物业费该不该交？这个问题，记者听过不下几百遍。"
    "交的人有气，不交的人有理，物业公司一肚子委屈。看得见，先要坐得下来，街道把人凑到了一块儿。\n"
)


def titles(text: str) -> list[str]:
    return [article.title for article in read_text(text, "page.txt").articles]


def test_a_line_over_a_byline_heads_a_report_whatever_it_ends_with() -> None:
    document = read_text(f"{FIRST}\n{SECOND}", "page.txt")
    assert [a.title for a in document.articles] == ["沿河街道七个小区把账本贴上墙", "物业费不是“催”上来的"]
    assert [[author.name for author in a.authors] for a in document.articles] == [["田小禾"], ["孟远"]]


def test_the_contents_may_have_the_column_before_a_headline() -> None:
    text = (
        "政法工作简报\n第14期\n\n中共德令哈市委政法委员会　　2024年7月19日\n\n目　录\n"
        "【工作推进】德令哈市上半年矛盾纠纷化解情况\n【警示通报】两起网格员虚报走访记录问题\n\n"
        "【工作推进】\n\n德令哈市上半年矛盾纠纷化解情况\n\n"
        "今年以来，市委政法委推进矛盾纠纷排查化解，对未化解的42件积案逐案过筛，每人认领3件，至6月底化解37件。\n\n"
        "【警示通报】\n\n两起网格员虚报走访记录问题\n\n"
        "近期，市委政法委采取系统抽查、电话回访等方式，对网格员走访情况开展督查，发现两起虚报走访记录的问题。\n"
    )
    assert titles(text) == ["德令哈市上半年矛盾纠纷化解情况", "两起网格员虚报走访记录问题"]


def test_an_item_of_brief_news_is_a_report_and_nobody_s_name() -> None:
    text = (
        "边城一周\n第38期\n\n○勐阿镇：寨子守着国门\n"
        "从前年起，村里把相邻的十户人家编成一组，一家敲铓，九家出门，全村编成31组，选出组长31名。\n\n"
        "○简讯\n本周六，勐阿镇组织60余名志愿者清理街巷垃圾4吨；县妇联家政培训班在县城开班，41名妇女报名。\n"
    )
    document = read_text(text, "bulletin.txt")
    assert [a.title for a in document.articles] == ["勐阿镇：寨子守着国门", "简讯"]
    assert all(not a.authors for a in document.articles)


def test_a_call_with_several_commas_below_a_headline_is_text() -> None:
    text = (
        "小区里的“主心骨”来了！河南岸街道把支部建到楼下\n\n电梯停了找谁，楼上漏水谁管，过去没有人答得上来。\n"
        "这些“关起门来的大事小情”，在惠城区河南岸街道，答案越来越一致——找小区党支部！\n\n"
        "据统计，我街道现有住宅小区173个，一年多来，街道党工委在小区建立党支部96个、党小组211个。\n"
    )
    assert titles(text) == ["小区里的“主心骨”来了！河南岸街道把支部建到楼下"]


def test_the_day_behind_the_writer_in_brackets_dates_the_report() -> None:
    text = (
        "古塔区：红马甲走到家门口\n\n12月5日清晨，古塔区迎来入冬后最大的一场雪，47名志愿者在楼前集合清雪。"
        "据介绍，明年该区还将培育志愿服务项目，也有居民建议在每个楼院备一套工具，区里表示将尽快研究。\n"
        "（古塔区融媒体中心记者 孙小满 2024年12月9日）\n"
    )
    (article,) = read_text(text, "news.txt").articles
    assert [author.name for author in article.authors] == ["孙小满"]
    assert article.published == "2024-12-09"
    assert "孙小满" not in article.text


ROUND_UP = """一口热饭，要端得稳、端得久
——{so_many}老年食堂观察

□ 本报记者 魏知秋

早上九点，夏县水头镇的灶上已经冒了热气，等饭的老人坐了半院子，说不图吃，就图有人说话。
近日，记者走访了几处办得久的食堂，看他们怎样把这件事办下来，把账算下来。

夏县：钱从哪里来

夏县财政补一点、集体出一点、个人掏一点，老人每餐交两元，账目月月晒在墙上，谁都看得见。

陵川：饭由谁来做

陵川县小村多，十来个老人请不起一个厨师。县里没有要求村村起灶，而是在石城镇、虹梯关乡各建一处中央厨房，做熟了用保温车送到各村，一村一个取餐点。

沁源：走不动的怎么办

沁源县把村医和邻居编成小组，送饭时顺手量血压、看煤气，有情况当天就报到镇卫生院里去。
"""


def test_a_series_of_places_below_an_opening_of_its_own_is_one_report() -> None:
    text = ROUND_UP.format(so_many="三县")
    assert titles(text) == ["一口热饭，要端得稳、端得久 ——三县老年食堂观察"]
    sent = text.replace("陵川县小村多", "本报讯（记者 田禾）陵川县小村多").replace(
        "沁源县把", "本报讯（记者 田禾）沁源县把"
    )
    assert titles(sent)[1:] == ["陵川：饭由谁来做", "沁源：走不动的怎么办"]


def test_a_long_series_of_places_is_counted_to_its_end() -> None:
    """Four counties announced and four told: the subheads far below count, too."""
    more = "\n阳城：账由谁来管\n\n阳城县请退休会计每月核一次账，核过的账贴到食堂门口，少一斤米也问得出去处。\n"
    text = ROUND_UP.format(so_many="四县") + more
    assert titles(text) == ["一口热饭，要端得稳、端得久 ——四县老年食堂观察"]


def test_words_of_somebody_over_a_subtitle_head_the_report() -> None:
    """A headline that is a quotation, question mark included; the text may open with the same words."""
    body = "晚上八点，屏边县白河镇白鹤村的老杨还在等巡更的人，他说听见脚步声才睡得着，村里人都这么说。\n"
    text = f"“老杨，门闩好了没？”\n——白河镇白鹤村的巡更人\n\n本报记者　魏知秋\n\n“老杨，门闩好了没？”\n{body}"
    assert titles(text) == ["“老杨，门闩好了没？” ——白河镇白鹤村的巡更人"]


def test_a_word_of_the_account_s_before_a_headline_makes_it_no_line_of_the_site() -> None:
    """转载|…: the line is the headline all the same."""
    body = "晚上八点，屏边县白河镇白鹤村的老杨还在等巡更的人，他说听见脚步声才睡得着，村里人都这么说。\n"
    assert titles(f"转载|白鹤村的巡更人\n来源：屏边日报\n\n{body}")[0].endswith("白鹤村的巡更人")


def test_no_report_of_a_bulletin_is_taken_for_its_issuer() -> None:
    text = (
        "沁源县基层治理简报\n第12期\n沁源县委政法委 2024年5月8日\n\n郭道镇：院坝里说事，难事不出村\n\n"
        "郭道镇在12个村推行院坝说事，去年办结实事312件，群众跑腿少了，邻里话多了，全镇建成说事点15个。\n\n"
        "王和镇：护林队员进山来\n\n王和镇组建护林队伍18支，白天巡山、晚上宣讲，三个月劝返野外用火46起。\n\n"
        "法中乡：旧校舍里飘饭香\n\n法中乡把闲置校舍改成老年食堂，每餐3元，日均就餐46人，志愿者轮流帮厨。\n"
    )
    assert titles(text) == ["郭道镇：院坝里说事，难事不出村", "王和镇：护林队员进山来", "法中乡：旧校舍里飘饭香"]


def test_a_line_over_a_subtitle_heads_the_report_whatever_marks_it_has() -> None:
    text = ROUND_UP.format(so_many="三县")
    assert text.splitlines()[0] in titles(text)[0]


def test_a_first_line_that_stands_alone_heads_the_report_whatever_marks_it_has() -> None:
    body = "逢二逢七，是屏边县白河镇赶集的日子。上午九点刚过，白鹤村茶铺的八张方桌坐满了七张，支书也在其中。\n"
    for line in ("白河镇的茶铺里，村务是这样摆出来的", "晾衣绳打架、水管停水……这个院子，是怎么把糟心事划掉的？"):
        assert titles(f"{line}\n\n{body}") == [line]
    assert titles(f"白河镇的茶铺里坐满了乡亲，八张方桌围着的是\n{body}") == [""]  # a column breaks the sentence off


def test_the_name_of_a_programme_and_the_imprint_of_a_paper_are_no_report() -> None:
    body = "昨天上午，沁源县郭道镇的干部挨家挨户测室温，一户一户登记，问题当场解决，不到半天就走完了全村三百户人家。\n"
    assert titles(f"《沁源晚间新闻》播出稿\n\n郭道镇干部上门测温\n\n{body}") == ["郭道镇干部上门测温"]
    heads = (
        "《沁源新闻》文稿\n播出日期：2024年5月16日\n【民生观察】",
        "《沁源新闻》播出文稿\n沁源县融媒体中心　综合频道\n播出时间：2023年11月14日 19:35",
        "沁源人民广播电台《早间新闻》 2024年3月5日",
        "沁河之声广播稿\n栏目：《沁河夜话》　首播时间：2023年6月12日 7:30\n采访：冉小林　播音：李航",
        "栏目：《沁河夜话》 时长：2分30秒\n主播：李小明",
    )
    for head in heads:
        assert titles(f"{head}\n\n郭道镇干部上门测温\n\n【导语】\n{body}") == ["郭道镇干部上门测温"]
    imprint = "社址：沁源县城北街1号 邮政编码：046500 广告部电话：0000000 零售价：1元 沁源报社印刷厂承印\n"
    document = read_text(f"沁源日报\n\nQINYUAN DAILY\n\n郭道镇干部上门测温\n\n{body}\n{imprint}", "page.txt")
    assert [a.title for a in document.articles] == ["郭道镇干部上门测温"]
    assert "社址" not in document.articles[0].text


def test_an_hour_with_its_source_and_labels_below_the_report_are_no_text() -> None:
    body = "昨天上午，沁源县郭道镇的干部挨家挨户测室温，一户一户登记，问题当场解决，不到半天就走完了全村三百户人家。\n"
    head = "郭道镇干部上门测温\n\n2025-04-08\n20:50:04 来源：长治日报7版\n\n"
    foot = "\n（责编：李小明）\n\n移动端新媒体\n\n沁源频道公众号沁源频道公众号\n"
    (article,) = read_text(f"{head}{body}{foot}", "page.txt").articles
    assert article.published == "2025-04-08"
    assert "来源" not in article.text
    assert "公众号" not in article.text


def test_a_second_line_above_the_byline_is_no_subhead_however_alike_the_next_one_is() -> None:
    body = "3月8日一早，沁源县郭道镇的调解员李小明背上包出了门，去年他和同事说和了86起争执，跑坏了两双鞋。\n"
    head = "沁源郭道镇调解队“三上门”说和有方\n\n“走访+值守”跑出和气\n\n调解员上门。记者李小明 摄\n\n"
    text = f"{head}■本报记者 李小明\n\n{body}\n“山路再远，脚步不停”\n\n{body}"
    assert titles(text) == ["沁源郭道镇调解队“三上门”说和有方 “走访+值守”跑出和气"]


def test_a_topic_before_a_colon_heads_a_section_unless_somebody_signs_it() -> None:
    opens = "清晨，郭道镇马森村的老磨坊开了门，碾子搬到了墙角，架上摆着三千册书，放学的孩子挤满一屋子。\n"
    first = "入夏以来，沁源县郭道镇的旧车站热闹了，候车室改成菜场，月台摆上花架，镇上的人说逛一圈要半个钟头。\n"
    text = f"老房子、旧院子，沁源有新用！\n{first}\n旧物新生：从老磨坊到山村“书屋”\n{opens}"
    assert titles(text) == ["老房子、旧院子，沁源有新用！"]
    signed = text.replace("“书屋”\n", "“书屋”\n本报记者 李小明\n")
    assert titles(signed) == ["老房子、旧院子，沁源有新用！", "旧物新生：从老磨坊到山村“书屋”"]


def test_a_remark_below_a_headline_leads_in_to_the_text() -> None:
    lead = "在沁源县的护林员看来，开春头一件事雷打不动——“巡山会”。"
    body = "近年来，沁源县各林场推行“巡山会”制度，护林员轮流讲怎么看烟、怎么带路，一个春天讲了三百多场。"
    (article,) = read_text(f"巡山有会\n\n{lead}\n{body}\n", "page.txt").articles
    assert article.text[article.body_start :].startswith(lead)


def test_a_line_that_sums_up_a_section_is_no_beginning_of_its_text() -> None:
    body = "前年冬天，沁源县郭道镇的水渠冻裂了三处，村里的党员连夜抬石头、和水泥，天亮前把口子都堵上了。"
    text = (
        f"众人修渠\n\n本报记者 李小明\n\n{body}\n\n石头从哪里来？\n\n采石场停了三年，老石匠又带着徒弟上山\n\n"
        f"柳湾村的石匠有七位，开春头一天就凿下两车青石，够补半条渠。\n\n开闸那天，全村人站在渠边看水，孩子们顺着渠一路跑到田头，老石匠坐在闸口抽完了一袋烟。\n"
    )
    (article,) = read_text(text, "page.txt").articles
    assert "\n柳湾村" in article.text
    broken = text.replace("又带着徒弟上山", "又带着徒弟上“鹰嘴")
    (article,) = read_text(broken.replace("柳湾村的石匠", "崖”去，柳湾村的石匠"), "page.txt").articles
    assert "“鹰嘴崖”去" in article.text


PORTRAITS = (
    "金桥巷夜巡队\n\n金桥巷夜巡队，由退休工人和出租车司机组成，现有队员46名。每晚分三班走完九条巷子，劝停私拉电线31处。\n\n"
    "{}\n\n{}老人们每周二在凉亭里坐班，一年里说和邻里纠纷58件，没有一件闹到街道。\n"
)


@pytest.mark.parametrize("verb", ["成立于2016年，", "。", "由12名老人组成。", "（原敬老会）"])
def test_a_text_that_introduces_its_headline_is_a_portrait_of_its_own(verb: str) -> None:
    second = "柳树湾老人评理会"
    assert titles(PORTRAITS.format(second, second + verb)) == ["金桥巷夜巡队", second]


def test_a_section_that_goes_on_with_its_subhead_is_none() -> None:
    page = PORTRAITS.format("老人出面评理", "老人出面评理最管用，大家都服气。")
    assert titles(page) == ["金桥巷夜巡队"]
