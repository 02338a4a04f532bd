"""What a number counts beside which no noun stands: the words of its clause, the subject of the clause before."""

from __future__ import annotations

import re

from kg.extract.measures_numbers import Number
from kg.extract.measures_told import HOW, WHEN
from kg.extract.measures_topics import HEAD, clause_before
from kg.extract.nominals import NominalWords, Phrases, tag

Span = tuple[int, int]

OTHERS = frozenset({"其他", "其它", "其余"})  # 邻里纠纷56起、其他41起
HOUSEHOLDS = "居民户"
AREAS = frozenset({"平方米", "平米", "平方公里", "㎡"})
LONGEST = 10  # characters of a clause that says what is counted
LINK = r"[（(]|其中|[只仅]?有|不?足|不超|不许|不得|第一次|头一回|过了?|去了|了|计|约|近|里|是|为|达到?|到"
FRONT = re.compile(
    rf"(?:{WHEN}|全[省市州县区旗镇乡村街社]{{1,2}}|[市县区镇乡村][里上]|{HOW}|其中|[是有由被]|在[^，。；]{{1,5}}[里上中下])*"
)
BACK = re.compile(rf"(?:{HOW}|{LINK}|今年|去年|到现在|至今)*\Z")
BEHIND = re.compile(r"[^，。；：！？\n、\d）)]{2,12}(?=[，。；！？\n、]|\Z)")
NOUNS = ("n", "j", "l", "s", "vn", "r", "uj", "a", "m", "q")


def bare(
    text: str, start: int, number: Number, before: tuple[Number, str] | None, words: NominalWords
) -> tuple[str, Span] | None:
    """What the clause of a number says, or the one before; ``start`` is where the words of the number may begin.

    ``before`` is the number before with what it counts.
    """
    lead = FRONT.match(text, start, number.start)
    back = next(m.start() for m in BACK.finditer(text, start, number.start))
    opens = lead.end() if lead else start
    behind = BEHIND.match(text, number.end)
    again = before[1] if before and before[0].unit == number.unit else ""
    if back - opens > 1:
        said = Phrases(words).leftward(text, opens, back) or (max(opens, back - LONGEST), back)
        head = HEAD.search(again) if text[slice(*said)] in OTHERS else None
        return text[slice(*said)] + (head[0] if head else ""), said
    tail = behind and (FRONT.match(text, number.end, behind.end()) or behind).end()
    if behind and tail is not None and behind.end() - tail > 1:
        return again + text[tail : min(behind.end(), tail + LONGEST)].replace("了", "", 1), (tail, behind.end())
    if again or number.unit == "户":
        return again or HOUSEHOLDS, (number.start, number.end)
    told = subject(text, *clause_before(text, start)) if start else None
    if told:
        return text[slice(*told)] + ("面积" if number.unit in AREAS else ""), told
    if number.unit in AREAS:
        return "面积", (number.start, number.end)
    return (text[start:back], (start, back)) if back - start > 1 else None


def subject(text: str, start: int, end: int) -> Span | None:
    """The noun phrase with which a clause opens, or the whole of a short one."""
    start += text.startswith("“", start)
    tokens = tag(text[start:end], start)
    last = next((i for i, word in enumerate(tokens) if not word.tag.startswith(NOUNS)), len(tokens))
    if last and tokens[last - 1].end - start > 1:
        return start, tokens[last - 1].end
    return (start, end) if 1 < end - start <= LONGEST else None
