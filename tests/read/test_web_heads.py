"""Heads and feet of web pages and electronic papers: what frames a report is neither its headline nor its text."""

from __future__ import annotations

import pytest

from kg.read import read_text

LEAD = "近日，青河县东坝镇在各村建起议事厅，请村民代表每月坐下来商量修路、用水等事，先后办成实事36件。"
MORE = "镇党委副书记周立新介绍，议事厅由村党支部书记召集，村民代表轮流主持，办没办成都要贴到公开栏里。"
HEADLINE = "东坝镇：村村有了议事厅"

HEADS = {
    "paper and its electronic edition": "青河日报 数字报纸\n\n00003版:乡村\n\n{headline}\n\n",
    "electronic edition alone": "青河日报电子版\n第02版：要闻\n{headline}\n",
    "reader of papers": (
        "电子报阅读机\n2026-01-24\n星期六\n当前报纸名称:青河日报\n\n{headline}\n\n"
        "日期:12-09\n字号:\n版面:第05版:民生       上一篇    下一篇\n\n"
    ),
    "buttons above": "通版阅读请点击:\n展开通版\n收缩通版\n当前版:A3版\n发布日期: 2025年07月07日\n{headline}\n",
    "pdf button": "第06版：政务 PDF版阅读\n青河日报客户端\n{headline}\n",
    "counter": "网站访问人数: 167354524\n\n{headline}\n\nwww.qh.example.com (2026-02-03) 来源:青河日报\n",
    "buttons and a label": "展开通版\n当前版:08版\n本期发布:\n{headline}\n",
    "markup and columns": (
        '<img src="http://example.com/logo.png" />\n青河频道信息\n首页 要闻 政情 产经 医卫\n城事·五年回望\n\n'
        "{headline}\n\n2023年05月19日 15:39:17 来源: 青河融媒体中心\n\n"
    ),
    "doubled marks": "青河先锋网>> 党的建设>> 基层党建>>正文内容\n{headline}\n发布时间：2025年11月28日 来源：\n",
    "site and trail": "青河网\n青河网>>东坝频道>>社会\n{headline}\n2023年08月15日15:44 | 来源：青河网\n小字号\n",
    "trail with a dot": "返回栏目\n青河发布 • 正文\n{headline}\n发布时间：  浏览： 次  作者：佚名\n",
    "where you are": "您的当前位置:首页 > 乡村 > 东坝镇:村村有了议事厅\n{headline}\n",
    "bodies above a trail": "中共青河县纪律检查委员会　青河县监察委员会\n\n首页 > 清廉青河 > 正文\n\n{headline}\n\n",
    "a government above a trail": "青河县人民政府门户网站\n您的位置：首页 > 政务动态 > 正文\n{headline}\n",
    "headline with its site, printed again": "{headline}-青河网\n\n{headline}\n\n2025-09-19 来源: 青河网\n\n",
    "portal's menu": "搜狐首页\n新闻\n体育\n汽车\n\n{headline}\n\n2024-05-06 来源: 青河发布\n发布于：河北省\n\n",
    "portal's trail": (
        "网易首页 > 网易号 > 正文 申请入驻\n\n{headline}\n\n2024-05-06 来源: 青河发布\n"
        "河北 举报\n0\n分享至\n\n用微信扫码二维码\n\n"
    ),
    "account below the headline": "{headline}\n\n青河发布\n2024-05-06 18:00 河北\n关注\n\n",
    "label of a summary alone": "{headline}\n\n核心提示\n东坝镇在各村建起议事厅，请村民代表商量大事。\n\n",
    "reading times": "青河融媒\n打开APP\n{headline}\n青河融媒 2024-05-06 18:00\n听全文\n约2分钟\n\n",
    "papers of a house": "青河报业集团旗下媒体: 日报 |都市报 |青河网 |晚报 |时报 |农垦报 返回首页\n\n{headline}\n\n",
    "calls to install": "青河新闻客户端\n安装青河+客户端\n关注青河新闻网\n\n{headline}\n\n",
    "buttons for the letters": "上一篇\n放大+ 缩小- 默认o\n\n{headline}\n\n",
    "buttons for readers": "客户端\n举报\n首页 >> 青河新闻\n\n{headline}\n\n",
    "trail behind other words": "新闻 中心 您的位置: 青河网 >> 专题 >> 在基层\n{headline}\n2018-11-12 来源:\n\n",
    "file of a picture": "{headline}\n\n微信图片_20240506_12.jpg东坝镇议事厅新貌\n\n",
    "reprint": "青河日报报道东坝镇的做法\n\n青河日报头版报道东坝镇，现全文转载。\n原文如下：\n\n{headline}\n\n",
    "column": "新河随笔\n\n{headline}\n\n",
    "where one is now": "您现在所在的位置:首页 > 媒体广角 > 正文\n\n{headline}\n\n发布时间:2022-03-31 08:21:36\n",
    "the page one is on": "当前所处位置：首页 > 基层动态\n{headline}\n",
    "where one is": "欢迎来到青河融媒！\n\n当前所在:首页 > 资讯动态 > 正文\n\n{headline}\n",
    "calls for news": "新闻热线:0312-5550101 投稿邮箱:tougao@example.com\n{headline}\n",
    "publishers of a paper": "中共青河县委主管　青河县融媒体中心主办　　01版·要闻\n\n{headline}\n",
    "organisers": "中共青河县委宣传部 青河县精神文明建设办公室 主办\n投稿:qinghe@example.com\n{headline}\n",
    "today": (
        "今天是:\n\n青河长安网>> 基层风采>>正文内容\n\n{headline}\n\n"
        "来源:青河日报 发布时间:2025年08月06日 点击数: 20\n\n"
    ),
    "original headline": "{headline}\n周立新\n2021年08月10日08:20 | 来源：青河网\n小字号\n原标题：村村有了议事厅\n\n",
    "original headline and its second line": (
        "{headline}\n2021-08-10 08:20 来源：青河日报\n原标题：村村有了议事厅\n——东坝镇让村民自己拿主意\n"
    ),
    "particulars of an open government page": (
        "索 引 号：005267513/2019-00097 | 主题分类：综合政务/工作信息 | |\n"
        "发布机构：青河县东坝镇 | 关 键 词：工作动态 | |\n"
        "文 号 | 成文日期：2019-04-29 | 发布日期：2019-04-29 |\n体 裁 | 生效日期 | 废止日期 |\n{headline}\n"
    ),
    "the site behind the headline": "{headline} | 青河新闻网\n",
    "the site and its column behind the headline": "{headline}_青河县人民政府\n2021-08-10 08:20\n",
    "menus": (
        "首页| 滚动| 国内| 国际| 军事| 社会| 财经| I T| 港澳\n"
        "English| 图片| 视频| 直播| 娱乐| 葡萄酒| 供稿\n\n{headline}\n\n"
    ),
    "issue, page and search": (
        "第04版 上一期   下一期 上一版 下一版\n  •   标题    站内高级搜索\n第4634期:第04版 本期出版日期:2023-12-08\n\n"
        "{headline}\n\n语音朗读:语音播报\n"
    ),
    "licence of a paper": "青河县政协主管主办国内统一刊号：CN64-0011 青河时报社出版\n{headline}\n",
    "length of the report": "{headline}\n文章字数：1,320\n",
    "headline printed twice": "{headline}\n{headline}\n2023年08月15日15:44 来源：青河网\n",
    "headline printed twice, apart": "{headline}\n\n{headline}\n\n",
    "still loading": (
        "Loading……\n当前位置 > 新闻中心?>?热点专题\n\n{headline}\n\n发布时间：2018-03-14 11:38\n【阅读次数：\n"
    ),
    "page of a weekly": "青河周报　B02　乡村\n\n{headline}\n\n",
    "page of a weekly and its column": "河畔人家\n青河广播电视报　B03　街坊\n\n{headline}\n\n",
    "a body with a long name beside the day": (
        "青河发布\n{headline}\n2024-10-12　青河县住房保障和城乡建设服务中心管理局\n阅读 1203\n"
    ),
    "province below the day": "{headline}\n青河融媒\n2024年05月06日 18:30\n河北\n听全文\n",
    "account of a court": "青河法院\n{headline}\n来源：青河县人民法院 | 发布时间：2024年05月06日\n",
    "turns of a page": "第A03版：县域\n上一版 下一版\n{headline}\n",
    "lists of an electronic paper": "2024年05月06日\n版面导航\n标题导航\n{headline}\n",
    "loading a film": "视频加载中...\n{headline}\n00:00/03:12\n2024-05-06\n",
    "programme in its marks": "《青河新闻》\n播出时间：2024年5月6日\n{headline}\n【口播】\n",
    "who put it there": "{headline}\n管理员\n2026-01-14 00:58:43\n\n",
    "programme": "青河新闻联播\n分享到:\n{headline}\n来源: 青河网     编辑:   发布时间:2021年07月18日    \n简介:\n\n",
    "other headlines of the page": (
        "2025年05月20日 星期二\n“样板路”修到家 南湾开出流动课堂 古桥换新颜  东坝镇：村村有了议事厅\n"
        "第4版:乡村新闻 2023-04-19\n{headline}\n\n"
    ),
    "numbered pictures": (
        "1.东坝镇议事厅外景\n\n2.村民代表在议事厅商量修路\n\n3.各村议事厅分布图 青河县委组织部供图\n{headline}\n\n"
    ),
}


@pytest.mark.parametrize("headline", ["老支书的第三本账", "山坡上的“清”与“廉”", "他们，为何把议事厅搬到树下？"])
@pytest.mark.parametrize("head", ["bodies above a trail", "a government above a trail", "where one is", "today"])
def test_the_head_of_a_page_is_not_the_headline_whatever_its_form(head: str, headline: str) -> None:
    (article,) = read_text(HEADS[head].format(headline=headline) + f"{LEAD}\n{MORE}\n", "page").articles
    assert (article.title, article.text.split("\n")[1:]) == (headline, [LEAD, MORE])


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_the_head_of_a_page_is_not_the_headline(head: str) -> None:
    articles = read_text(head.format(headline=HEADLINE) + f"{LEAD}\n{MORE}\n", "page").articles
    assert [a.title for a in articles] == [HEADLINE]
    assert [a.name for a in articles[0].authors] == ["周立新"] * ("周立新" in head)
    assert articles[0].text.split("\n")[1:] == [LEAD, MORE]


FEET = {
    "turns of an electronic paper": "当前：B2（2017年06月01日） 上一版 下一版",
    "record of an electronic paper": (
        "青河日报 乡村 00003 东坝镇：村村有了议事厅 2017-07-07 4506713 2 2017年07月07日 星期五"
    ),
    "buttons": "责编:李文\n上一篇\n下一篇\n听新闻\n放大镜\n点我回到页面顶部",
    "copied": "链接已复制",
    "no annexes": "附件：\n扫一扫打开当前页",
    "nothing annexed": "附件：无\n分享：",
    "annexes": "附件：1.东坝镇议事厅一览表\n扫一扫打开当前页",
    "asked to share": "（责编：李文、吴小燕）\n\n分享让更多人看到\n\n返回顶部",
    "neighbours": "- 上一篇：南湾镇人大代表力促修渠\n- 下一篇：古桥村换新颜",
    "messages": "网友留言\n  • 2020-11-20 16:04:53 匿名网友",
    "where it was taken from": (
        "原文链接:https://example.com/a/1.shtml\n[免责声明] 本文来源于网络转载，仅供学习交流使用。"
    ),
}


@pytest.mark.parametrize("foot", FEET.values(), ids=FEET.keys())
def test_the_foot_of_a_page_is_no_text(foot: str) -> None:
    (article,) = read_text(f"{HEADLINE}\n\n{LEAD}\n{MORE}\n\n{foot}\n", "page").articles
    assert article.title == HEADLINE
    assert article.text.split("\n")[1:] == [LEAD, MORE]


@pytest.mark.parametrize(
    ("page", "published"),
    [
        (
            f"青河日报 数字报纸\n00003版:乡村\n{HEADLINE}\n{LEAD}\n青河日报 乡村 00003 2017-07-07 4506713 2",
            "2017-07-07",
        ),
        (f"{HEADLINE}\n{LEAD}\n当前：B2（2017年06月01日） 上一版 下一版", "2017-06-01"),
        (f"第4版:乡村新闻 2023-04-19\n{HEADLINE}\n{LEAD}", "2023-04-19"),
    ],
)
def test_the_date_of_the_frame_is_that_of_the_report(page: str, published: str) -> None:
    (article,) = read_text(page, "page").articles
    assert article.published == published


def test_the_writers_behind_a_headline_are_no_part_of_it() -> None:
    (article,) = read_text(f"不打烊的议事厅 □周立新 吴小燕\n{LEAD}\n{MORE}\n", "page").articles
    assert (article.title, [a.name for a in article.authors]) == ("不打烊的议事厅", ["周立新", "吴小燕"])


def test_a_headline_with_a_byline_below_ends_with_any_word() -> None:
    page = f"首页 > 县区\n\n青河东坝镇：规矩编进戏，彩礼不再攀比\n\n来源：青河站　作者：周立新　2023-02-07\n\n{LEAD}\n"
    (article,) = read_text(page, "page").articles
    assert article.title == "青河东坝镇：规矩编进戏，彩礼不再攀比"


def test_a_community_called_like_a_city_opens_no_new_report() -> None:
    page = (
        f"东坝镇，水边的家——青河县基层治理见闻\n\n{LEAD}\n\n“火盆会”——同议\n\n"
        "去年冬天，老周到四平社区报修，楼上的暖气总是不热，社区把供热站请到楼下一起看。\n"
    )
    assert len(read_text(page, "page").articles) == 1


def test_a_day_that_is_only_that_of_the_reading_is_no_date_of_the_report() -> None:
    page = f"电子报阅读机\n2026-01-24\n星期六\n当前报纸名称:青河日报\n\n{HEADLINE}\n\n日期:12-09\n\n{LEAD}"
    (article,) = read_text(page, "page").articles
    assert article.published is None


@pytest.mark.parametrize(
    ("lines", "start"),
    [
        (["核心提示：从多头跑到一站办，东坝镇把服务送到村口。", LEAD], LEAD),
        (["内容提要：东坝镇在各村建起议事厅。", LEAD], LEAD),
        (["编者按", "11月2日，全县基层治理现场会召开，与会人员看了8个示范点。", f"{HEADLINE}\n", LEAD], LEAD),
        (["图为村民代表在议事厅商量修路。记者 李文 摄", LEAD], LEAD),
        (["网格员查看水渠。", "东坝镇村民代表投票选址。", "2024年青河县村级议事厅观摩会现场", LEAD], LEAD),
        (["东坝镇新修的石桥一角", LEAD], LEAD),
        (["村民代表在议事厅里商量修路（7月16日摄）。", LEAD], LEAD),
    ],
)
def test_a_summary_a_note_or_a_caption_above_the_text_is_no_text(lines: list[str], start: str) -> None:
    head = "" if lines[0] == "编者按" else f"{HEADLINE}\n\n"
    (article,) = read_text(head + "\n".join([*lines, MORE]) + "\n", "page").articles
    assert article.title == HEADLINE
    assert article.text.split("\n")[1] == start


def test_a_label_of_a_line_below_is_no_headline() -> None:
    page = f"村里的事村里议\n\n试点单位：\n青河县东坝镇\n创新做法：\n{LEAD}\n{MORE}\n"
    (article,) = read_text(page, "page").articles
    assert article.title == "村里的事村里议"


@pytest.mark.parametrize(
    "opening", ["本报讯（周立新 吴小燕）", "本台消息（周立新、吴小燕）", "青河讯（周立新 吴小燕）"]
)
def test_names_in_brackets_behind_a_dateline_wrote_the_report(opening: str) -> None:
    (article,) = read_text(f"{HEADLINE}\n{opening}{LEAD}\n", "page").articles
    assert [a.name for a in article.authors] == ["周立新", "吴小燕"]


def test_the_writer_beside_other_particulars_is_read() -> None:
    line = "来源：青河法治报 | 作者：周立新 本报记者 吴小燕 | 发布时间：2025-11-17 08:48"
    (article,) = read_text(f"{HEADLINE}\n{line}\n{LEAD}\n{MORE}\n", "page").articles
    assert [a.name for a in article.authors] == ["周立新", "吴小燕"]
    assert article.published == "2025-11-17"


def test_names_below_lone_labels_of_editors_and_sources_are_no_writers() -> None:
    page = f"{HEADLINE}\n来源:\n周立新\n2022-10-28 11:52:03\n责编:\n吴小燕\n{LEAD}\n{MORE}（韩文静）\n"
    (article,) = read_text(page, "page").articles
    assert (article.title, [a.name for a in article.authors]) == (HEADLINE, ["韩文静"])


def test_the_paper_beside_its_writers_is_none_of_them() -> None:
    line = "青河日报·新青河客户端 记者 周立新 通讯员 吴小燕"
    (article,) = read_text(f"{HEADLINE}\n\n{line}\n\n{LEAD}\n{MORE}\n", "page").articles
    assert [a.name for a in article.authors] == ["周立新", "吴小燕"]


@pytest.mark.parametrize("opening", ["全县夏收会（周立新 吴小燕）", "议事厅（青河县 东坝镇）"])
def test_other_brackets_name_nobody(opening: str) -> None:
    (article,) = read_text(f"{HEADLINE}\n{opening}{LEAD}\n", "page").articles
    assert article.authors == ()


def test_a_line_that_leads_to_the_headline_belongs_to_it() -> None:
    kicker = "从单打独斗，到几村联建，青河县以片区党委激活乡村治理——"
    (article,) = read_text(f"{kicker}\n一村带多村 片区满盘活\n□ 通讯员 周立新\n{LEAD}\n{MORE}\n", "page").articles
    assert article.title == f"{kicker} 一村带多村 片区满盘活"


@pytest.mark.parametrize(
    "headline",
    ["和美乡村•东坝样本", "今天是赶集的日子", "欢迎来到东坝村", "正在阅读的村庄", "简介里的村史", "投稿人的三封信"],
)
def test_a_headline_that_begins_as_sites_do_is_one(headline: str) -> None:
    (article,) = read_text(f"{headline}\n\n{LEAD}\n{MORE}\n", "page").articles
    assert article.title == headline


def test_titles_of_missing_pictures_are_no_headlines() -> None:
    titles = "“议事厅”里的村民代表场景\n“议事厅”里的村民代表"
    (article,) = read_text(f"{HEADLINE}\n\n{LEAD}\n{titles}\n{MORE}\n", "page").articles
    assert article.text.split("\n")[1:] == [LEAD, MORE]


def test_a_photographer_inside_a_sentence_makes_no_caption() -> None:
    line = "走进议事厅，一眼就能看到三十六件实事的照片（周立新摄）挂满了墙。"
    (article,) = read_text(f"{HEADLINE}\n\n{LEAD}\n{line}\n{MORE}\n", "page").articles
    assert line in article.text
