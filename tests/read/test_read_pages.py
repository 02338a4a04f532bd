"""Pages of every genre, invented: the articles found in each, with opening, authors and date."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.model import SourceDocument
from kg.read import read_document, read_text

PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class Expected:
    title: str
    opening: str
    published: str | None = None
    authors: tuple[str, ...] = ()


CASES: dict[str, tuple[Expected, ...]] = {
    "three_counties.txt": (
        Expected("贵州擦亮“村村清爽”工程 山乡添了新模样", "今年以来，贵州省农业农村", "2022-06-14", ("石榴", "田野")),
    ),
    "party_page.txt": (
        Expected("榆阳区古塔镇 院坝会上定村事", "本报讯日前，榆林市榆阳区", "2024-03-15", ("常磊", "艾静")),
        Expected("青云镇：小积分兑出好日子", "近年来，青云镇以“积分超", "2024-03-15", ("米乐", "常小川")),
        Expected("小纪河边的“红马甲”", "4月1日，青山路街道的志", "2024-03-15", ("青山路街道党工委",)),
    ),
    "bulletin.txt": (
        Expected("河畔镇：“三级网格”兜住民生小事", "河畔镇把全镇14个村划分", "2023-08-21"),
        Expected("翟家所镇：“板凳会”聊出大团结", "今年以来，翟家所镇在各村", "2023-08-21", ("翟家所镇",)),
        Expected("太平店镇：村规民约管住了“人情债”", "太平店镇修订村规民约17", "2023-08-21"),
    ),
    "circle_items.txt": (
        Expected("中和镇推行“红色寨管委”", "近日，中和镇在23个自然"),
        Expected("大河镇开设“夜间课堂”", "大河镇针对群众白天务工的"),
        Expected("九阡镇办好“民情夜谈”", "九阡镇每周三晚组织镇村干"),
        Expected("周覃镇板告村开展星级文明户评选", "板告村制定评选办法，每季"),
    ),
    "epaper_buttons.txt": (
        Expected("听民声 解民忧 湘东区推行院落夜话听取民声", "本报讯日前，湘东区东桥镇", None, ("易荷", "肖稻")),
    ),
    "lead_of_places.txt": (
        Expected("凤凰镇龙岩村：一场春联送到家", "春节前夕，凤凰镇龙岩村的"),
        Expected("良塘镇：红马甲一天跑五趟", "良塘镇网格员韦彩早上查路"),
    ),
    "subhead_pairs.txt": (Expected("恭城莲花镇：柿子林里的“板凳议事”", "近年来，恭城瑶族自治县莲"),),
    "section_numbers.txt": (Expected("茶乡松溪：办好红白事的三个法子", "一碗米粉、两道土菜，松溪", None, ("林海生",)),),
    "question_subhead.txt": (Expected("海伦市“炕头课”为啥受欢迎", "海伦市前进镇的党员讲课不"),),
    "same_place_behind.txt": (Expected("“石榴籽”点亮和硕新生活", "和硕县的“石榴籽”服务队"),),
    "web_trail.txt": (Expected("小院议事进了家门口", "昭平县走马镇在裕路村的老", "2021-06-18"),),
    "far_places.txt": (
        Expected("江西遂川：院坝里开出议事会", "近年来，吉安市遂川县在堆"),
        Expected("积分攒出好乡风，黔江村寨有办法", "重庆市黔江区小南海镇把垃"),
        Expected("盘活一间老屋，石屏人夜里有了去处", "云南石屏县宝秀镇把空了多"),
    ),
    "custom_subhead.txt": (Expected("保亭：文明新风进黎寨", "绿荫掩映，槟榔成行，走进", "2019-05-18"),),
    "script_speakers.txt": (
        Expected("福建长汀：小院开“圆桌” 难事有商量", "9月3日，福建长汀县策武", None, ("丁禾", "蓝小月")),
    ),
    "star_items.txt": (
        Expected("梅仙镇“屋场恳谈”听民意", "梅仙镇在全镇216个屋场", "2023-09-05"),
        Expected("三阳乡“党员分红”暖人心", "三阳乡推行党员积分“分红", "2023-09-05"),
        Expected("安定镇举办村干部“擂台赛”", "7月28日，安定镇举办村", "2023-09-05"),
        Expected("长寿街道建成“红色驿站”12个", "", "2023-09-05"),
    ),
    "bracket_numbers.txt": (
        Expected("社旗县：“一村一辅警”守护平安", "社旗县为256个行政村各"),
        Expected("方城县：“五老”进网格", "方城县动员1200名“五"),
        Expected("内乡县：县衙文化润民心", "内乡县把县衙官德文化融入"),
    ),
    "briefs.txt": (
        Expected("", "6月3日，腾冲市和顺镇组"),
        Expected("", "6月5日，龙陵县镇安镇启"),
        Expected("", "6月8日，施甸县姚关镇建"),
    ),
    "broadcast.txt": (
        Expected("易俗河镇：“屋场夜话”解民忧", "一条长凳、一杯清茶，白天", "2024-05-09", ("周舟", "罗敏")),
        Expected("花石镇：湘莲地里的“党员责任田”", "盛夏时节，花石镇的湘莲基", "2024-05-09"),
    ),
    "wechat.txt": (Expected("一条老街的“慢”治理", "清晨六点的石桥镇老街豆浆", "2023-11-02", ("石桥镇人民政府",)),),
    "ocr_wrapped.txt": (
        Expected("丹巴县：寨子里来了“马背宣讲队”", "近年来，丹巴县组建“马背", "2023-07-18", ("扎西", "李雪梅")),
        Expected("道孚县：“红色帐篷”搭在虫草山", "采挖季节，道孚县在虫草山", "2023-07-18"),
    ),
    "two_levels.txt": (
        Expected(
            "关于探索“三员三评”治理模式的实践与思考 ——以湖北省竹山县宝丰镇为例",
            "近年来，竹山县宝丰镇针对",
            "2022-11",
            ("中共竹山县委政策研究室",),
        ),
    ),
    "feature.md": (Expected("一个人与一座岛的十八年", "天还没亮，霞浦县浒屿澳村", "2021-04-06", ("苏青", "何海")),),
    "feature_page.txt": (
        Expected(
            "多元共治 绘就枫桥新画卷 ——东阳市画水镇探索“四色预警”工作法纪实",
            "初秋的画水镇，稻浪翻滚。",
            None,
            ("陈聪", "楼旭峰"),
        ),
    ),
    "turned_pages.txt": (
        Expected("兴仁：党群“连心桥”架到苗寨", "兴仁市屯脚镇鲤鱼村把党群"),
        Expected("真丰街道：一张清单管小事", "真丰街道梳理居民小事清单", None, ("韦朝阳",)),
    ),
    "no_blank_lines.txt": (
        Expected("永嘉：一根网线牵起“云上议事厅”", "“这盏路灯再往东挪两米，", None, ("徐一鸣", "陈晓")),
        Expected("青田：侨乡来了“洋娘舅”", "青田县方山乡有不少归国华", None, ("金敏",)),
        Expected("庆元：菇棚里开起党课", "连日来，庆元县百山祖镇的"),
    ),
    "web_copy.txt": (
        Expected("石林县长湖镇：“彝家火塘会”点亮基层治理", "“火塘边坐一坐，话就说开", "2024-01-12", ("毕丽华",)),
    ),
    "signed_head.txt": (Expected("筑牢乡村治理“压舱石”", "乡村治理是国家治理的基石", None, ("李建明",)),),
    "datelined.txt": (
        Expected("宁津：“三长联动”激活城市治理神经末梢", "德州日报宁津讯近日，走进", None, ("张倩", "郑洪亮", "孙玉")),
    ),
    "doubled_columns.txt": (
        Expected("鄯善县连木沁镇 葡萄架下搭起“连心桌”", "鄯善县连木沁镇把议事桌搬", None, ("艾力·买买提", "王军")),
    ),
    "banner_page.txt": (
        Expected("泾川县高平镇“巷道长”管出新气象", "今年以来，高平镇在主街道"),
        Expected("崇信县锦屏镇“流动调解车”开到家门口", "崇信县锦屏镇购置“流动调"),
        Expected("华亭市东华街道“银龄议事团”显身手", "华亭市东华街道把退休老干"),
    ),
    "parallel_headlines.txt": (
        Expected("社区“益站”暖夕阳", "近日，长治市潞州区英雄中"),
        Expected("“小喇叭”传递大政策", "连日来，襄垣县王桥镇的“"),
        Expected("村口多了“说理桌”", "黎城县洪井镇在村口摆上“"),
    ),
    "signed_in_line.txt": (
        Expected("江华：瑶乡“长鼓说唱队”唱响新政策", "江华瑶族自治县组建“长鼓", None, ("唐军", "盘金花")),
        Expected("道县：“厝坪会”议出和谐", "道县梅花镇召开“厝坪会”", None, ("何小林",)),
        Expected("蓝山：党员联户“一线牵”", "蓝山县1.1万名党员联系", None, ("雷俊",)),
    ),
    "long_sections.txt": (Expected("平罗：乡村治理“绣”出幸福底色", "今年以来，石嘴山市平罗县"),),
    "feature_scenes.txt": (Expected("从“一个人管”到“一条街管”", "早上七点，天水市秦州区西", None, ("石磊",)),),
    "official_report.txt": (
        Expected(
            "中共凤阳县委组织部关于推行“一约四会”的情况报告",
            "市委组织部：现将我县推行",
            "2022-12-05",
            ("中共凤阳县委组织部",),
        ),
    ),
    "agency.txt": (Expected("边境小镇的“巴扎议事”", "托里县铁厂沟镇每逢周日赶", None, ("马兰", "胡安什")),),
    "byline_above.txt": (Expected("布尔津县：草原上的“流动议事毡房”", "布尔津县禾木哈纳斯蒙古族", None, ("赵海",)),),
    "columns.txt": (
        Expected("舒城县晓天镇：“茶马古道”上的调解员", "连日来，舒城县晓天镇调解"),
        Expected("霍山县诸佛庵镇：竹海里的“微网格”", "霍山县诸佛庵镇划分“微网"),
    ),
    "contents_triangles.txt": (
        Expected("尼玛镇：“帐篷党课”开到牧场", "尼玛镇组建“马背宣讲队”", "2023-08-07"),
        Expected("欧拉镇：草场纠纷有了“说事圈”", "欧拉镇在9个村设立“说事", "2023-08-07"),
    ),
    "editors_note.txt": (
        Expected("贞丰县者相镇： “小板凳”坐出大和谐", "“有事大家坐下来说。”4", "2023-04-18", ("韦光跃", "岑万兴")),
        Expected("望谟县：“双语调解员”走村串寨", "日前，望谟县郊纳镇的布依", "2023-04-18", ("王芳", "韦小林")),
    ),
    "magazine.txt": (Expected("“一核三单”让乡村治理更精准", "河南省信阳市商城县地处大", "2022", ("柳青", "石峰")),),
    "narrow_columns.txt": (
        Expected("清涧：村事村办“小板凳”连民心", "本报讯清涧县石咀驿镇推行", "2022-09-20", ("白瑞",)),
        Expected("佳县：红枣林里的“流动党课”", "本报讯佳县朱官寨镇把党课", "2022-09-20", ("高慧", "李霞")),
        Expected("子洲：“老曹热线”解民忧", "子洲县老君殿镇开通“老曹", "2022-09-20", ("曹建标",)),
    ),
    "pdf_pages.txt": (
        Expected("平泉镇：“塬上议事亭”议出新风气", "平泉镇地处镇原县南部塬区", "2022-09-30"),
        Expected("屯字镇：“一袋面”兑出好家风", "屯字镇在12个村设立“家", "2022-09-30"),
    ),
    "related_pages.txt": (
        Expected("惠水县好花红镇：“布依歌堂”唱新风", "黔南日报讯“歌堂里讲政策", "2023-08-30", ("罗艳", "班正国")),
    ),
    "script_captions.txt": (
        Expected("永乡镇：“果园夜校”送技到田头", "秋收过后，洛川县永乡镇的", "2023-11-06", ("屈娜",)),
    ),
    "script_numbered.txt": (
        Expected("玉田县杨家套镇：“庄里事庄里办”", "近日，玉田县杨家套镇推行", "2023-05-22"),
        Expected("玉田县鸦鸿桥镇：商圈里的“红色哨点”", "鸦鸿桥镇在商贸城设立“红", "2023-05-22"),
    ),
    "shorts_bold.md": (
        Expected("隆化县开展“红石榴”议事", "近日，隆化县韩麻营镇召开"),
        Expected("滦平县推行“党员代办日”", "滦平县火斗山镇把每周三定"),
        Expected("丰宁县建立“草原110”", "丰宁满族自治县大滩镇建立"),
    ),
    "shorts_places.txt": (
        Expected("【隆化县】召开“红石榴”议事会", "近日，隆化县韩麻营镇召开"),
        Expected("【滦平县】推行“党员代办日”", "滦平县火斗山镇把每周三定"),
        Expected("【丰宁县】建立“草原110”", "丰宁满族自治县大滩镇建立"),
    ),
    "site_buttons.txt": (
        Expected("沅陵县官庄镇： 打好“组合拳” 守护“小平安”", "近年来，沅陵县官庄镇紧盯", "2023-10-11", ("全志勇",)),
    ),
    "spaced_masthead.txt": (
        Expected("薛家河镇：“崖畔议事”解民忧", "薛家河镇把议事会开到崖畔", "2023-10-20"),
        Expected("义合镇：“红白理事会”刹歪风", "义合镇在32个村成立红白", "2023-10-20"),
        Expected("满堂川镇：“代办小车”跑出为民路", "满堂川镇配备“代办小车”", "2023-10-20"),
    ),
    "two_reports.txt": (
        Expected("资源县：“河灯议事”聚民心", "资源县梅溪镇把议事会开在"),
        Expected("龙胜：梯田上的“红色网格”", "龙胜各族自治县龙脊镇划分"),
    ),
    "wechat_ends.txt": (
        Expected("石阡：“院坝微课堂”讲活大道理", "初春的石阡，茶山吐绿。走", "2024-03-08", ("吴晓芳",)),
    ),
    "web_page.html": (Expected("梓潼县：“院落会客厅”里话家常", "近年来，梓潼县文昌镇在老", "2023-10-18"),),
}


def read(name: str) -> SourceDocument:
    if name.endswith(".html"):
        pytest.importorskip("trafilatura")
    return read_document(PAGES / name)


@pytest.mark.parametrize("name", CASES)
def test_articles_of_a_page_are_found(name: str) -> None:
    found = read(name).articles
    assert [(a.title, a.opening, a.published, tuple(x.name for x in a.authors)) for a in found] == [
        (e.title, e.opening, e.published, e.authors) for e in CASES[name]
    ]


@pytest.mark.parametrize("name", CASES)
def test_articles_are_numbered_in_reading_order(name: str) -> None:
    assert [a.n for a in read(name).articles] == list(range(1, len(CASES[name]) + 1))


def test_every_page_is_covered() -> None:
    assert {path.name for path in PAGES.iterdir()} == set(CASES)


def test_headline_is_followed_by_a_line_break_and_the_body() -> None:
    article = read("two_levels.txt").articles[0]
    assert article.text.startswith(article.title + "\n近年来")


def test_section_heads_stay_in_the_body_as_paragraphs() -> None:
    lines = read("two_levels.txt").articles[0].text.split("\n")
    assert [line for line in lines if line.startswith(("一、", "二、", "三、", "（"))] == [
        "一、主要做法", "（一）建强“三员”队伍", "（二）开展“三评”活动", "二、几点启示", "三、下一步打算",
    ]  # fmt: skip


def test_hard_wrapped_lines_become_paragraphs_with_sane_latin_and_digits() -> None:
    text = read("ocr_wrapped.txt").articles[0].text
    assert "返乡大学生组成，共有 24 支、168 人" in text
    assert "办结 91 条。在巴底镇，宣讲队还带去了 wifi 设备和 4G 信号放大器，牧民第一次在家里看上了远程党课。" in text


def test_text_sent_to_another_page_is_joined_where_it_broke_off() -> None:
    article = read("turned_pages.txt").articles[0]
    assert "村里还成立“锦绣坊”合作社" in article.text


def test_rights_teasers_and_pictures_of_a_web_page_are_no_text() -> None:
    text = read("web_trail.txt").articles[0].text
    assert text.count("\n") == 2
    assert not any(word in text for word in ("版权", "防火", "JPG", "jpg", "资讯"))


def test_page_number_inside_a_sentence_is_taken_out() -> None:
    assert "争执不下，网格员上报后" in read("feature_page.txt").articles[0].text


def test_captions_go_to_the_frame_and_leave_the_sentence_whole() -> None:
    document = read("doubled_columns.txt")
    assert "村民喝着茶就把事情议定了。" in document.articles[0].text
    assert [line.text for line in document.frame if line.role == "caption"] == [
        "图为连木沁镇干部与村民在葡萄架下交流。", "鄯善县连木沁镇村民在葡萄架下议事。",
    ]  # fmt: skip


def test_repeated_passage_is_kept_once_and_reported() -> None:
    document = read("doubled_columns.txt")
    assert document.articles[0].text.count("全镇设立“连心桌”68张") == 1
    assert [(n.kind, n.article) for n in document.notices] == [("repeated-passage", 1)]
    assert "repeat" in {line.role for line in document.frame}


def test_one_sentence_a_line_stays_one_article_with_its_lines() -> None:
    lines = read("wechat.txt").articles[0].text.split("\n")
    assert "下水道堵了，找街长。" in lines
    assert len(lines) > 12


FRAMES = {
    "bulletin": ("bulletin.txt", {
        "masthead": ["情况反映"], "issue": ["2023年第7期（总第58期）"], "issuer": ["中共会宁县委基层治理委员会办公室"],
        "date": ["2023年8月21日"], "section": ["目 录"],
        "distribution": [
            "报：市委基层治理委员会办公室，县委常委。", "送：各乡镇党委，县直各部门党组织，",
            "县属国有企业党委。", "（共印60份）",
        ],
    }),
    "broadcast": ("broadcast.txt", {"masthead": ["湘潭县新闻"], "date": ["2024年5月9日"]}),
    "newspaper": ("party_page.txt", {
        "section": ["本期导读"], "contents": ["古塔镇：院坝会上定村事 2", "青云镇：小积分兑出好日子 2"],
        "caption": ["图为村民在积分超市兑换生活用品。 苗雨 摄"],
    }),
    "web": ("web_copy.txt", {"section": ["首页 > 要闻动态 > 乡镇信息"]}),
}  # fmt: skip


@pytest.mark.parametrize("case", FRAMES)
def test_frame_keeps_what_stands_around_the_reports(case: str) -> None:
    name, wanted = FRAMES[case]
    frame = read(name).frame
    assert {role: [line.text for line in frame if line.role == role] for role in wanted} == wanted


@pytest.mark.parametrize("name", CASES)
def test_frame_lines_point_into_the_source(name: str) -> None:
    document = read(name)
    for line in document.frame:
        assert document.text[line.start : line.end].strip()[0] == line.text[0]
        assert all(article.frame == document.frame for article in document.articles)


@pytest.mark.parametrize("name", CASES)
def test_date_and_authors_have_evidence_in_the_source(name: str) -> None:
    document = read(name)
    for article in document.articles:
        for author in article.authors:
            stated = document.text[author.evidence.start : author.evidence.end]
            assert "".join(stated.split()) == author.name
        evidence = article.published_evidence
        assert (evidence is None) == (article.published is None)
        if evidence is not None:
            assert evidence.where == "source"
            assert any(c.isdigit() or c in "一二三四五六七八九" for c in document.text[evidence.start : evidence.end])


def test_headline_printed_again_on_the_other_page_goes_to_the_frame() -> None:
    document = read_text(
        "敦煌：戈壁滩上的“移动党校”\n敦煌市把党校办到戈壁滩上，全年授课四十六场，党员听得进、用得上，\n（下转第3版）\n"
        "敦煌：戈壁滩上的“移动党校”\n（上接第1版）群众也跟着受益。\n"
    )
    assert [a.text.count("移动党校") for a in document.articles] == [1]
    assert document.articles[0].text.endswith("党员听得进、用得上，群众也跟着受益。")
    assert "repeat" in {line.role for line in document.frame}


TWO_LINES = {
    "two halves": ("组织力量下沉一线", "党建引领治理提质增效"),
    "a place above": ("武汉江岸", "打造共建共治共享的基层治理新格局"),
    "a kicker with a verb": ("雪山脚下探新路", "德钦：“三治融合”进藏家"),
    "a quoted phrase": ("“一网统管”", "让城市治理更加智慧更加精细高效"),
}


@pytest.mark.parametrize("case", TWO_LINES)
def test_first_line_of_a_headline_is_no_column(case: str) -> None:
    first, second = TWO_LINES[case]
    text = "近年来，当地把资源、服务、管理放到基层，建立议事点36个，今年以来议定事项208件，群众满意率达到97%。"
    assert read_text(f"{first}\n\n{second}\n\n{text}\n").articles[0].title == f"{first} {second}"


COLUMNS = {
    "a paper": ("滇池晨报", "masthead"),
    "an agency": ("新华每日电讯", "masthead"),
    "site and channel": ("云岭人大网·地方人大", "section"),
    "a short topic": ("清廉乡村", "section"),
    "a column": ("基层巡礼", "section"),
    "paper and day": ("滇池晨报 2025-03-24", "masthead"),
}


@pytest.mark.parametrize("case", COLUMNS)
def test_name_above_a_headline_goes_to_the_frame(case: str) -> None:
    name, role = COLUMNS[case]
    text = "近年来，呈贡区把资源、服务、管理放到基层，建立议事点36个，今年以来议定事项208件，群众满意率达到97%。"
    document = read_text(f"{name}\n\n呈贡：“花街议事”聚民心\n\n{text}\n")
    assert [a.title for a in document.articles] == ["呈贡：“花街议事”聚民心"]
    assert [line.role for line in document.frame][:1] == [role]


def test_speaker_of_a_script_stays_in_the_body() -> None:
    text = read("script_captions.txt").articles[0].text
    assert "洛川县果业局副局长 张建民：" in text
    assert "永乡镇杨武村党支部书记 李小军" in text


def test_labels_of_a_script_go_and_who_speaks_stands_alone() -> None:
    (article,) = read_document(PAGES / "script_speakers.txt").articles
    lines = article.text.split("\n")
    assert lines[2] == "长汀县策武镇南坑村党支部书记 沈冬生"
    assert lines[4] == "长汀县策武镇南坑村村民 邱桂香"
    assert lines[6].startswith("眼下，")


def test_headlines_of_other_pages_are_contents() -> None:
    frame = read("related_pages.txt").frame
    assert "罗甸县边阳镇：党建引领促振兴 2023-07-02" in [line.text for line in frame if line.role == "contents"]
