"""Which numbers of a sentence are one count at two times: 由18家增至45家, 从二十只养到六十只."""

from __future__ import annotations

import re

from kg.extract.measures_numbers import Number

SHARES = frozenset({"成", "%", "％"})
TIMES = frozenset({"天", "小时", "个小时", "分钟", "工作日", "个工作日", "秒"})
LONGEST_LEAD = 16  # characters of the words before a number that say that it was so at first
NOW = (
    r"(?:目前|现在|如今|眼下|当前|今天|现有|"
    r"(?:今年|去年|前年|上年|\d{4}年)?(?:年?[初底末]|[上下]半年|[一二三四]季度|\d{1,2}月[份底]?)?)?的?"
)
BECOMES = re.compile(
    rf"[^，。；、\d]{{0,5}}[到至成为]了?{NOW}|，(?:比|较)[^，。；、\d]{{1,8}}[增减升降多少高低][加长幅少出]?了?"
)
FIRST = re.compile(
    r"[从由](?:原来|原有|原先|最初|最早|最开始|刚开始|当初|起初|一开始|过去|以前|此前|早先|(?:去年|上年|前年|今年|\d{4}年)(?:同期|年?[初底末]|\d{1,2}月份?)?|年[初底末]|开始时?)?的?\Z"
)
RISES = re.compile(
    r"(?:现?已经?|逐[步渐年月]|稳步|一路|一下子?|很快|迅速|慢慢|直接|快速|大幅|持续){0,2}(?:[增升降减涨扩缩提飙跌翻变压达攀]|上升|下降|回升|回落|发展|调整|优化|精简|壮大|拓展|爬升|爬)"
    rf"[^，。；、\d]{{0,4}}?{NOW}"
)


def grows(text: str, numbers: list[Number], i: int) -> int | None:
    """Where 由 stands before what a count was at first (由18家增至45家), behind which nothing is counted."""
    lead = max(0, numbers[i].start - LONGEST_LEAD), numbers[i].start
    first = FIRST.search(text, *lead) if i + 1 < len(numbers) else None
    rises = first and RISES.fullmatch(text, numbers[i].end, numbers[i + 1].start)
    return first.start() if first and rises else None


def grown_from(text: str, numbers: list[Number], i: int) -> int | None:
    """The number before, where the i-th is what it became (从二十只养到六十只) or its change (3万元，比上年增2万元)."""
    units = {numbers[i - 1].unit, numbers[i].unit}
    alike = i and (len(units) == 1 or units <= SHARES or units <= TIMES)
    return i - 1 if alike and BECOMES.fullmatch(text, numbers[i - 1].end, numbers[i].start) else None
