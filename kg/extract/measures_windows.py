"""From where to where the noun of a number may lie."""

from __future__ import annotations

import re

from kg.extract.measures_numbers import Number
from kg.model import Sentence

Span = tuple[int, int]

RIGHT_REACH = 40
LEFT_REACH = 40
RIGHT_BORDER = re.compile(r"[，。；：！？\n,;!?—]|[（(](?![^（）()，。0-9]{1,6}[）)])|(?:[、和及与]|以及)(?=\s?\d)")
LEFT_BORDER = re.compile(r"[，。；：！？\n,;!?—]")
LISTED = re.compile(r"(?:[、和及与]|以及)\s?$")
LEADING_LIST = re.compile(r"[、和及与]|以及")
# 120个15分钟生活圈, 3个24小时自助驿站, 436个十户小组, 1.3万名60岁以上老人: a time or size that names the kind of thing.
WITHIN = re.compile(
    r"(?:\d{1,3}|[一二三五十半两]{1,3})(?:分钟|刻钟|小时|公里|天|周?岁(?:及|\(含\))?以上的?)(?=[一-鿿“])|[三五十]户(?=小组|联[防户调])"
)

# 对志愿者（共86名）进行培训: a number alone in brackets counts what stands before them.
APPOSED = re.compile(r"[（(]\s?(?:共计?|合计|总计|累计|总共|一共|现有|已有)?\Z")
CLOSED = re.compile(r"\s?[）)，；,]")


def noun_end(text: str, number: Number) -> int:
    """Where the words before a number end: at the bracket, where it stands alone in brackets behind its noun."""
    opened = APPOSED.search(text, max(0, number.start - 4), number.start)
    return opened.start() if opened and CLOSED.match(text, number.end) else number.start


def window(text: str, sentence: Sentence, numbers: list[Number], i: int) -> Span:
    """From where to where the noun of the i-th number may lie."""
    number = numbers[i]
    earliest = max(sentence.start, number.start - LEFT_REACH, numbers[i - 1].end if i else 0)
    borders = [m.end() for m in LEFT_BORDER.finditer(text, earliest, number.start)]
    lead = LEADING_LIST.match(text, numbers[i - 1].end) if i and not borders else None
    if not borders and LISTED.search(text, numbers[i - 1].end if i else sentence.start, number.start):
        earliest = number.start  # 1个社区、2个项目: what stands before belongs to the number before
    start = borders[-1] if borders else (lead.end() if lead and lead.end() <= number.start else earliest)
    within = WITHIN.match(text, number.end)
    later = (numbers[k].start for k in range(i + 1, len(numbers)))
    after = next((start for start in later if not within or start >= within.end()), sentence.end)
    latest = min(sentence.end, number.end + RIGHT_REACH, after)
    border = RIGHT_BORDER.search(text, number.end, latest + 1)
    end = noun_end(text, number)
    latest = number.end if end < number.start and text.startswith(("）", ")"), number.end) else latest
    return open_quote(text, start, end), min(border.start(), latest) if border else latest


def open_quote(text: str, start: int, end: int) -> int:
    """``start`` moved behind an opening mark that is not closed before ``end``."""
    mark = max(text.rfind(m, start, end) for m in "“《（(")
    closed = mark < 0 or any(text.find(c, mark, end) >= 0 for c in "”》）)")
    return start if closed else mark + 1
