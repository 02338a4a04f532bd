"""Whether an article reports on local governance: no text on other things, no plan of what others shall do."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.concept_cues import cue_hits, cue_index
from kg.extract.concept_scores import TELLS, scored
from kg.model import Article, Notice
from kg.rulebook import RuleBook, alternation

_CHARACTERS_A_WORD, _ENOUGH, _OF_A_THOUSAND = 150, 6, 5
"""How many words of the field an article must use: one for each 150 characters of its body, six at most, and five in a
thousand characters, repeats counted. Of 260 reports on governance none uses fewer (20 and more is usual); half of 6,500
pages of local web sites (advertisements, complaints, accidents, news of all kinds) use one at most."""
_FEWEST = 2  # words of the field that even a text with a stretch that tells a kind must use
_TELLS_NOTHING, _LONG_ENOUGH = -270, 70
"""What the points of some kind must come to in some stretch of an article of so many characters. Of 280 reports on
governance one stays at -271, a speech on duties that tells no deed, and no other below -233; of the four texts of
tests/extract/test_field.py on football, cooking, travel and a hospital none comes above -318."""
_NAMES = frozenset({"name", "bare"})  # roles of forms that are names of a kind
_INSTRUCTION = re.compile(
    r"(?:关于.{2,60}的?(?:实施意见|指导意见|若干意见|意见|通知|决定|通告|公告|批复|请示)"
    r"|行动计划|实施方案|工作方案|活动方案|行动方案|总体方案|工作要点|工作计划|实施细则|管理办法|暂行办法|策划案|策划方案|倡议书)"
    r"(?:（[^（）]{1,30}）|\([^()]{1,30}\))?"
)
_ON_ONE = re.compile(
    r"总结|回顾|出台|印发|发布|施行|审议|通过|解读|推出|公布|征求|落实|贯彻|学习|宣讲|获|入选|座谈|部署|启动|》"
)
_ENACTS = re.compile(
    r"制定本|特制定|制订本|提出(?:以下|如下)|作出如下|(?:通知|决定|公告|通告|批复|安排)如下|现将|现就|特就|请(?:认真|结合|各|遵照)"
    r"|贯彻执行|(?:工作要点|工作计划)\n|计划举办|拟举办|一、(?:总体要求|指导思想|工作目标|建设目标|活动目的|活动主题|主要任务)"
)
_MESSAGES = {
    "off-topic": "通篇少见治理的用语，不像讲基层治理的报道，没有记做法、类别和荣誉"
    " (not about local governance: no practices, concepts or honours recorded)",
    "instruction": "是方案、通知一类的文件，说的是要做的事，没有记做法、类别和荣誉"
    " (a plan or notice: what shall be done, no practices, concepts or honours recorded)",
}


def no_report(article: Article, book: RuleBook) -> tuple[Notice, ...]:
    """The notice that an article is no report on governance, empty where it is one."""
    kind = "off-topic" if is_off_topic(article, book) else "instruction" if is_instruction(article) else None
    if kind is None:
        return ()
    start, end = article.source_range(0, article.body_start + 12)
    return (Notice(kind, _MESSAGES[kind], start, end, article.n),)


def is_off_topic(article: Article, book: RuleBook) -> bool:
    """Whether an article uses fewer words of the field than any report on governance of its length would.

    Or it has no stretch that comes near to telling any kind of practice by its points, and names none. Where a
    stretch tells a kind, half as many words are enough.
    """
    length = len(article.text) - article.body_start
    most = max((max(s.sums) for s in scored(article.text)), default=TELLS)
    if length >= _LONG_ENOUGH and most < _TELLS_NOTHING:
        return not any(hit.cue.role in _NAMES for hit in cue_hits(article.text, cue_index(book)))
    wanted = min(_ENOUGH, length // _CHARACTERS_A_WORD)
    if not wanted:
        return False
    found = _field(book).findall(article.text)
    if most >= TELLS:
        return len(set(found)) < max(_FEWEST, wanted // 2)
    return len(set(found)) < wanted or len(found) * 1000 < _OF_A_THOUSAND * length


def is_instruction(article: Article) -> bool:
    """Whether an article is a plan, a notice or a set of rules: it says what shall be done, and reports nothing done.

    The headline ends as such a text is called and does not tell of one (某市出台…实施方案), and the body enacts it.
    """
    title = article.title.split("\n")[-1].strip()
    called = _INSTRUCTION.search(title)
    if called is None or called.end() < len(title) or _ON_ONE.search(title):
        return False
    return _ENACTS.search(article.text) is not None


@lru_cache(maxsize=4)
def _field(book: RuleBook) -> re.Pattern[str]:
    return re.compile(alternation(row["word"] for row in book.lexicon("field_words")))
