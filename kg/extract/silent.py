"""Names of places that tie no deed to the place: datelines, ranks, and what begins a brand or another thing's name."""

from __future__ import annotations

import re

# 新华网沈阳5月22日电, 本报钦州讯 tell where a report was written.
DATELINE = re.compile(r"(?:\d{1,2}月)?\d{1,2}日(?:电|讯|消息)|讯(?![息号飞员])|电[（(]|消息[：:]")
# 在甲县收费站, 甲旗鸿运养殖专业合作社, 甲县农商银行: the name of something else, whose place does nothing.
OF_ANOTHER = re.compile(
    r"(?:农村)?(?:农商银行|农商行|商业银行|信用联社|信用社|供电公司|供电所)|"
    r"收费站|服务区|火车站|高铁站|汽车站|客运站|机场|体育馆|体育中心|大剧院"
    r"|(?<![村镇乡县区市旗社街道嘎查])(?:广场|公园|大道|大桥|大厦|步行街|商圈|商城|大酒店|宾馆)"
    r"|(?<![村镇乡县区市旗社街道嘎查])(?:[侗苗古]寨|古[镇城]|古村落)?(?:(?:旅游|风)?景区|旅游区|湿地公园)"
    r"|[^，。；：！？“”、了过着在与和及的\s]{2,14}(?:有限公司|有限责任公司|专业合作社)"
)
# 甲镇成立了|全县|首家积分超市: how far it is the first.
RANKED = re.compile(
    r"(?:范围内|各地)?(?:率先|首创|首[家个批座支例所间条]|头一[家个批座支例所间条]|唯一|领先|前列|排名|名列|位居|最|第一)"
)
# 争取闽宁|协作资金, 网格员里有四川、河南|籍的60人: programmes of two provinces, and where people come from.
OF_TWO = re.compile(r"[一-鿿]?(?:东西部)?(?:扶贫|劳务)?(?:协作|对口)")
COMES_FROM = re.compile(r"(?:[、和][一-鿿]{2,4}){0,4}(?:等地)?籍")
EXCEPTED = re.compile(r"除外|(?:之|以)外[，。）]")  # 给各村装上烟感（甲镇除外）, 除甲县以外
# 如今是甲小区3幢的楼道长: for which house somebody stands up, whose work the community has set up.
OF_HOUSE = re.compile(r"[0-9一二三四五六七八九十]{1,3}(?:幢|栋|号楼|单元)的[^，。；：“”]{0,6}[长员][，。]")
# 甲镇与|乙镇|相邻，…: whose neighbour a place is.
BESIDE, NEIGHBOUR = (
    frozenset("与和同跟"),
    re.compile(
        r"[^，。；：“”、]{0,6}?(?:相邻|毗邻|接壤|相接|相连|交界|相望|隔[江河路山海]|之隔|搭界|比邻|为邻|毗连)(?!的)"
    ),
)
# 不同于甲镇，乙镇…: to whom a place is compared.
UNLIKE = re.compile(r"(?:不同于|有别于|区别于|相比于?|相较于?|比起|对比)$")
LED_QUOTE = re.compile(r"[“‘][^，。；：！？、“”‘’\n]{0,4}$")
IN_BRAND = re.compile(r"[^，。；：！？、“”‘’\n]{1,8}[”’]")


def is_silent(text: str, start: int, end: int) -> bool:
    """Whether a name tells where it was written (新华网沈阳5月22日电), ranks, is excepted or begins another name."""
    if DATELINE.match(text, end) or OF_ANOTHER.match(text, end) or EXCEPTED.match(text, end):
        return True
    if text.startswith("辖区", start) or UNLIKE.search(
        text, max(0, start - 4), start
    ):  # 社区把辖区划成18个网格: its own, whatever its level
        return True
    if text.endswith("是", 0, start) and OF_HOUSE.match(text, end):
        return True
    if text[start] == "全" and RANKED.match(text, end):
        return True
    if (
        COMES_FROM.match(text, end)
        or (text[start - 1] in BESIDE and NEIGHBOUR.match(text, end))
        or (end - start == 1 and OF_TWO.match(text, end))
    ):
        return True
    return bool(LED_QUOTE.search(text, max(0, start - 6), start)) and bool(IN_BRAND.match(text, end))
