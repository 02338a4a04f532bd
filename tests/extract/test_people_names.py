from __future__ import annotations

import pytest
from written_places import written

from kg.extract.organisations import extract_organisations
from kg.extract.people import extract_people
from kg.rulebook import load_rulebook

# Each name before each of the words: what follows may take no character of it, nor give it one.
NAMES = (
    "沈波", "汤敏", "吴玲", "范坤", "程蕊", "贺志远", "毛慕云", "潘安平", "秦国平", "邱玉梅", "萧文斌",
    "傅思远", "包金山", "毕慕云", "武志坚", "文立新", "谢立新", "魏国臣", "高建国",
)  # fmt: skip
FOLLOWING = (
    "翻着账本念起来", "推着三轮车进了巷子", "穿上胶鞋下了田", "戴上草帽出门", "蹲下身子量水位", "站起来答话",
    "递上一碗热汤", "等在桥头", "等人守了一夜", "拨通热线", "打来电话", "入户走访", "连夜赶到", "多次登门",
    "发起成立商会", "应邀到场", "每周坐诊", "边走边记", "走马上任", "说得在理",
    "挨家挨户通知", "介绍，渠修好了", "告诉记者，渠修好了",
)  # fmt: skip


def names(text: str) -> list[str]:
    article, places = written("江西省>赣州市>大余县", text)
    book = load_rulebook()
    return [p.name for p in extract_people(article, places, extract_organisations(article, places, book), book)]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_ends_before_any_of_the_words_that_follow_one(name: str) -> None:
    wrong = {text: got for text in FOLLOWING if (got := names(f"天刚亮，社区主任{name}{text}。")) != [name]}
    assert wrong == {}


@pytest.mark.parametrize(
    "text",
    [
        "社区主任包括志愿者登门。",
        "村干部常入户走访。",
        "网格员向居民讲解，向业主介绍。",
        "书记于近日召集大家开会。",
        "社区主任文明劝导，等人来问。",
        "民警马上拨通电话，马上又打来电话。",
        "老师傅推着三轮车进了巷子。",
        "村干部和老人拉着家常。",
        "书记同志打来电话，队长安排大家等在桥头。",
        "民警洪水中推着冲锋舟。",
        "楼道灯就是楼长凑钱换的。",
        "“花管家”管到家门口。",
        "通讯员沈波摄，全体会员沈波、值班人员沈波。",
        "社区主任热情接待，村干部常热情接待来人。",
    ],
)
def test_words_that_open_like_a_name_are_none(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("社区主任沈建国着手整治楼道。", "沈建国"),
        ("社区主任贺光着急地说。", "贺光"),
        ("民警苏雅拉骑着马来了。", "苏雅拉"),
        ("苏木党委书记乌云塔娜、副书记韩青山到场。", "乌云塔娜"),
        ("社区主任温淑琴、组长沈波上门。", "温淑琴"),
        ("社区主任吴江涛，五十岁。", "吴江涛"),
        ("社区主任沈波捐灯二十盏。", "沈波"),
        ("社区主任沈波忙得脚不沾地。", "沈波"),
        ("社区主任沈波家的院子敞着门。", "沈波"),
        ("保险公司理赔员沈波来到田头。", "沈波"),
        ("请来评茶师马志国，讲了一堂课。", "马志国"),
        ("民警白音宝力高同走一条巡线。", "白音宝力高"),
        ("班长关宏伟趴在沟边。", "关宏伟"),
        ("社区主任忻海燕，五十岁。", "忻海燕"),
        ("队长是木耳种植户沈波。", "沈波"),
        # a name that is one word of the list needs nothing behind it
        ("卫生院护士长乌云其其格量血压。", "乌云其其格"),
        ("卫生院护士长萨日朗换药。", "萨日朗"),
        ("社区主任沈波笑言，都不容易。", "沈波"),
        ("社区主任沈建国三人坐上板凳。", "沈建国"),
        ("社区主任高山花说，都不容易。", "高山花"),
    ],
)
def test_borders_that_only_look_like_an_act(text: str, name: str) -> None:
    assert names(text)[0] == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不忘总书记殷殷嘱托，干部下村更勤了。", []),
        ("{锦江区}{锦华社区}党总支书记赵丽见证着老街翻新。", ["赵丽"]),
        ("{锦江区}{锦华社区}党总支书记王建国着手改造。", ["王建国"]),
    ],
)
def test_words_that_follow_names_are_no_part_of_them(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("name", ["汤敏", "吴玲", "毕慕云", "潘安平", "邱玉梅"])
@pytest.mark.parametrize(
    "behind",
    [
        "忙了一夜", "用了两个月", "发挥了余热", "成了大红人", "点点头", "摇摇头走了", "倒也不恼", "倒是看得开",
        "边听边记", "边走边数", "刚刚退休", "刚下夜班", "先把账算清", "常来串门", "比谁都急",
        "让人放心", "没想到会赢", "年过六旬", "眼含热泪", "本想歇一歇", "因病住院", "起初不肯",
        "算起了账", "道出了心声",
        "等8人值夜", "等六人值夜", "作了说明", "，五十岁",
    ],
)  # fmt: skip
def test_a_name_ends_before_a_verb_or_adverb_that_no_list_holds_alone(name: str, behind: str) -> None:
    assert names(f"天刚亮，社区主任{name}{behind}。") == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("书记王建国了解情况，队长沈国强了不起。", ["王建国", "沈国强"]),
        ("社区主任沈昌作说，渠修好了。", ["沈昌作"]),
        # the other places where a name stands tell its length
        ("网格员康启明给大家量血压，调解员古文娟翻开本子。", ["康启明", "古文娟"]),
        ("调解员王姓村民的侄子，网格员包片跑得勤。", []),
        ("社工汤想会量了水位。汤想，二十六岁，本地人。", ["汤想"]),
        ("对护林员沈旭来说，这是头一回。沈旭的本子记满了，沈旭说值。", ["沈旭"]),
        ("护林员沈永有带着干粮。沈永有发挥了专长，人人服沈永有。", ["沈永有"]),
        ("书记沈小红到场，沈小兰，五十岁，也来了。", ["沈小红"]),
        ("站长旺姆德措和队长江措到场。", ["旺姆德措", "江措"]),
        ("队长央金忙了一夜，站长扎西说值。", ["央金", "扎西"]),
        ("采棉工沈建国说，水暖工人赵丽说，雪亮工程建好了。", ["沈建国"]),
        ("由县长任双组长的专班，所长沈绍武当顾问，律师沈骏开讲座。", ["沈绍武", "沈骏"]),
        ("研究员沈晓飞来住了半个月。", ["沈晓飞"]),
        ("监督委员会主任买合木提·依明说，渠修好了。", ["买合木提·依明"]),
        ("村支部委员沈书敏、龙山村妇联主席沈霞到场。", ["沈书敏", "沈霞"]),
        ("网格员沈超成了“大忙人”，网格员沈玉成介绍。", ["沈超", "沈玉成"]),
        ("在楼里当网格员的赵丽说，现任村支书的沈建国也来。", ["赵丽", "沈建国"]),
        ("指挥长沈建国、仲裁员赵丽、督导员沈骏到场。", ["沈建国", "赵丽", "沈骏"]),
        ("安徽籍船员沈波来讨薪。", []),
        ("白玛广场上，社工乌兰牧骑队员到场。", []),
    ],
)
def test_other_mentions_and_short_names_of_the_minorities(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "name", ["独孤敏", "上官婉如", "夏侯志刚", "宇文娟", "钟离春", "钮禄山", "古和平", "平建设", "凤解放"]
)
@pytest.mark.parametrize("behind", ["说，灯亮了", "带着大家修灯", "告诉记者，灯亮了"])
def test_rare_and_compound_surnames_and_common_words_make_names(name: str, behind: str) -> None:
    assert names(f"天刚亮，社区主任{name}{behind}。") == [name]


@pytest.mark.parametrize("name", ["吴杰", "李敏", "于慧"])
@pytest.mark.parametrize("behind", ["跑断了腿", "算得清楚", "请来老师傅", "教他学电脑", "苦笑"])
def test_characters_of_no_given_name_end_it(name: str, behind: str) -> None:
    assert names(f"天刚亮，社区主任{name}{behind}。") == [name]


@pytest.mark.parametrize("name", ["努尔江·哈德斯", "迪丽努尔·艾山", "热依汗·卡德尔"])
@pytest.mark.parametrize("behind", ["没硬劝", "让大家坐下", "跑前跑后", "请来老师傅", "说，灯亮了"])
def test_a_transliterated_name_ends_before_them_as_well(name: str, behind: str) -> None:
    assert names(f"天刚亮，社区主任{name}{behind}。") == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("天刚亮，村里的老支书就是艾山·玉素甫。", ["艾山·玉素甫"]),
        ("{锦江区}{锦华社区}监事会成员古丽娜尔·阿不都掏出手机。", ["古丽娜尔·阿不都"]),
        ("{锦江区}{锦华社区}种植大户师金凤说，灯亮了。", ["师金凤"]),
        ("天刚亮，社区主任宇文娟则留在院里。", ["宇文娟"]),
        ("图为社区主任凤晓东（左二）入户。", ["凤晓东"]),
        ("{锦江区}{锦华社区}田长林介绍，渠修好了。", []),
    ],
)
def test_a_name_is_read_whole_and_once(text: str, expected: list[str]) -> None:
    assert names(text) == expected
