"""What a number counts that has only a verb beside it: what the number before counted, the thing named before."""

from __future__ import annotations

import re

from kg.extract.measures_numbers import HOUSED, Number
from kg.extract.nominals import NominalWords, Phrases, tag
from kg.model import Sentence

Span = tuple[int, int]

EVENTS = frozenset({"场", "期", "次", "回", "堂", "届", "场次", "趟", "课", "讲"})
CLAUSE_END = re.compile(r"[，。；：！？\n]")
QUOTED = re.compile(r"“(?!两委”)[^“”，。！？]{2,12}”")
REACH = 60  # characters
EMPTY = re.compile(
    r"(?:以来|已经?|累计|一共|总共|共|先后|现在|如今|目前|最后|去年|今年|以后|就|又|还|才)*"
    r"(?:只剩|剩下?|签|办|开|开展|举办|举行|组织|摆|喝|听|讲|做到|完成|发放?|达|谈成|办成|砍成|新?添|新?增|增加|新增|同期[是为]?)?了?过?"
)
SAID_LAST = re.compile(rf"{EMPTY.pattern}$")
SUMMED = re.compile(
    r"(?:[，、](?:去年|今年|上年|前年)(?:同期)?(?:(?:[是为]|只有)|[^，。；、]{0,7}?[就便已](?:到|达到|有|突破|超过|涨到)了?)|[，、](?:全部|全都|都|均)(?:超过?|突破|达到?|高于)?了?|共计|总计|合计|一共|总共|，共|，(?:只|仅|才|足|如今|现在|眼下|目前|现)(?:已经?)?有了?|只剩|还剩|，有|里有|中有)$"
)
COUNTED = re.compile(
    r"\d[余多+＋]?[万亿]?[余多+＋]?[一-鿿]{1,2}\Z"
)  # 奖励新生9名: what ends the clause is a classifier
SIZED = re.compile(r"(?:并?不|很|挺|有点)[长大高宽深远小短]\Z")  # 那条绿道|不长，只有800米
HEADLESS = re.compile(
    r"(?:全[市县区镇乡村]|其中)?(?P<who>(?:\d{2}周?岁)?[一-鿿]{2,12})的(?:[就也还便只仅共约倒都]{0,2}(?:有|占了?|达到?)|共|没少于|不下|少说也有)?\Z"
)
ALONE = re.compile(r"[，。；、！]|\d")
HEAD = re.compile(r"(?:难题|问题|纠纷|隐患|事项|诉求)\Z")
SPOKEN = re.compile(r"(?:[说道问答讲笑叹喊称]|[：，])\Z")
SAYS = re.compile(r"，?[一-鿿·]{1,12}(?:说|道|讲|笑|问|称)[，。：]")
NOUN_TAGS = ("n", "j", "l", "s", "vn", "i", "nq", "eng")


def headless(text: str, start: int, number: Number) -> Span | None:
    """The clause that stands for those who are counted where no noun follows its 的: 常年在家的不到600人."""
    if number.unit not in HOUSED | {"个", "家", "条", "件", "起", "项", "处", "拨"}:
        return None
    clause = HEADLESS.search(text, start, number.start)
    return None if clause is None or clause.start() > start + 4 else clause.span("who")


def alone(text: str, sentence: Sentence, number: Number, words: NominalWords) -> Span | None:
    """What the clause before names, where a clause holds but numbers: 议出一份公约，5大类32条."""
    opened = CLAUSE_END.search(text, number.start - 1, number.start) or COUNTED.search(
        text, number.start - 8, number.start
    )
    if not opened or not ALONE.match(text, number.end):
        return None
    mark = max(text.rfind(c, sentence.start, number.start) for c in "，：；")
    return closing_noun(text, *clause_before(text, mark + 1), words) if mark > 0 else None


def tells_nothing(text: str, span: Span | None, number: Number) -> bool:
    """Whether beside a number stands no noun but a verb that anything may follow: 签了, 已办, 累计开展, 只剩."""
    if span is None:
        return SUMMED.search(text, max(0, number.start - len("，今年光前三个季度就突破了")), number.start) is not None
    return EMPTY.fullmatch(text, *span) is not None


def topic(
    text: str, sentence: Sentence, number: Number, before: tuple[Number, Span] | None, words: NominalWords
) -> Span | None:
    """The span of what an earlier part of the sentence says is counted, None where none does.

    That is what the number before counts, where it has the same unit (犯款29起，去年只剩6起); a name in quotes
    before a count of events (推行“院坝夜话”，…，累计开展512场); the noun ending the last clause (先签承诺书，签了31份).
    """
    if before is not None and before[0].unit == number.unit:
        return before[1]
    start = max(sentence.start, number.start - REACH)
    if number.unit in EVENTS:
        names = [m for m in QUOTED.finditer(text, start, number.start) if not speech(text, start, m)]
        if names:
            return names[-1].span()
    marks = list(CLAUSE_END.finditer(text, start, number.start))
    clause = marks[-1].end() if marks else start
    said = SAID_LAST.search(text, clause, number.start)
    named = closing_noun(text, clause, said.start(), words) if said else None
    if named or not marks:
        return named
    opened = marks[-2].end() if len(marks) > 1 else start
    sized = SIZED.search(text, opened, marks[-1].start())
    return closing_noun(text, opened, sized.start() if sized else marks[-1].start(), words)


def clause_before(text: str, end: int) -> Span:
    """The last whole clause before the one that ends at ``end``, as far as the line and ``REACH`` go."""
    start = max(text.rfind("\n", 0, end) + 1, end - REACH)
    marks = [m.start() for m in CLAUSE_END.finditer(text, start, end)]
    if not marks:
        return end, end
    return (marks[-2] + 1 if len(marks) > 1 else start), marks[-1]


def closing_noun(text: str, start: int, end: int, words: NominalWords) -> Span | None:
    """The noun phrase that ends a clause, None where it ends otherwise."""
    tokens = tag(text[start:end], start)
    if COUNTED.search(text, start, end):
        return None
    if not tokens or tokens[-1].text in words.light:
        return None
    if not tokens[-1].tag.startswith(NOUN_TAGS) and not (len(tokens) > 1 and tokens[-1].text in words.suffixes):
        return None
    return Phrases(words).leftward(text, start, end)


def plain_head(text: str, span: Span) -> str:
    """The nouns that end a phrase, without place and verb: 矛盾纠纷 of 镇里排查矛盾纠纷."""
    words = tag(text[slice(*span)], span[0])
    first = len(words) - 1
    while (
        first
        and words[first - 1].tag.startswith(("n", "j", "b", "a", "uj"))
        and not words[first - 1].tag.startswith("ns")
    ):
        first -= 1
    return text[words[first].start : span[1]]


def common_head(text: str, span: Span) -> Span:
    """The head alone where several words specify it: 停车、用工、融资难题41个 counts 难题."""
    head = HEAD.search(text, *span)
    if head is None or head.start() == span[0]:
        return span
    listed = text[span[0] : head.start()]
    joined = text.startswith("、", span[0] - 1) and not COUNTED.search(text, max(0, span[0] - 9), span[0] - 1)
    several = "、" in listed or joined  # not 婚姻纠纷128起、土地纠纷96起
    return head.span() if several and listed[-1] != "、" and not HEAD.search(listed.split("、")[0]) else span


def speech(text: str, line: int, quoted: re.Match[str]) -> bool:
    """Whether a quotation is what somebody says rather than a name."""
    before = SPOKEN.search(text, max(line, quoted.start() - 2), quoted.start())
    return before is not None or SAYS.match(text, quoted.end()) is not None
