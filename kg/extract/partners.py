"""Places that run a practice together, or one each of several: 甲镇、乙镇分别办起“丙”“丁”, 甲村联合乙村成立“丙”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.quotes import Quote, find_quotes
from kg.extract.scope import Scope
from kg.extract.sentences import sentence_at
from kg.model import ResolvedMention

EACH = re.compile(r"(?:分别|各自)[^，。；：“”]{0,8}$")
EACH_REACH, REACH = 12, 200  # characters before a quote, and of a sentence before a name
MOST = 12  # quotes side by side
QUOTES_JOINED = re.compile(r"[、和与及]?")
# 由甲村牵头，联合乙村、丙村…, 甲镇与邻县乙镇共同…
LEADS = re.compile(r"(?:牵头|打头|领头|为龙头)，?(?:并|又)?(?:联合|携手|联手|会同)")
BODY = r"(?:党委|党总支|党支部|村委会|居委会|政府)?"
WITH = re.compile(
    rf"{BODY}(?:先后|主动)?(?:与|同|跟|和|携手|联合|联手)(?:相邻|邻近|毗邻|隔壁|对岸|一[河江山路]之隔|接壤)?的?"
)
IN = re.compile("的?")
JOINTLY = re.compile(
    rf"{BODY}(?:[两三几][地县乡镇村家个]{{1,2}})?，?(?:共同|联合|联手|携手|一起|一道|合作|结成|共建|签订|建起|建立|(?P<tie>结对))"
)


def shared_out(scope: Scope, start: int) -> tuple[int, ...]:
    """The one of as many places that runs the quoted name at an offset, where each is said to run its own."""
    quotes = find_quotes(scope.text)
    at = bisect_left(quotes, start - 1, key=lambda quote: quote.start)
    if at == len(quotes) or quotes[at].start > start:
        return ()
    first, last = run_of(scope.text, quotes, at)
    begin = quotes[first].start
    if first == last or not EACH.search(scope.text, max(0, begin - EACH_REACH), begin):
        return ()
    places = scope.stated(begin)
    return (places[at - first],) if len(places) == last - first + 1 else ()


def run_of(text: str, quotes: Sequence[Quote], at: int) -> tuple[int, int]:
    """The first and last of the quotes that stand side by side with one; of many not all."""
    first = last = at
    while max(0, at - MOST) < first and QUOTES_JOINED.fullmatch(text, quotes[first - 1].end, quotes[first].start):
        first -= 1
    while last + 1 < min(len(quotes), at + MOST) and QUOTES_JOINED.fullmatch(
        text, quotes[last].end, quotes[last + 1].start
    ):
        last += 1
    return first, last


def partners(scope: Scope, start: int) -> tuple[int, ...]:
    """The places with which the sentence says, before an offset, that a practice is run together; empty for none."""
    begin = max(sentence_at(scope.sentences, start).start, start - REACH)
    named = scope.named(begin, start)
    leads = LEADS.search(scope.text, begin, start)
    if leads:
        end = scope.text.find("，", leads.end(), start)
        return tuple(
            m.place for m in named if leads.start() > m.start or leads.end() <= m.start < (end if end > 0 else start)
        )
    return tuple(place for i in range(len(named) - 1) for place in pair(scope, named[i], named[i + 1 :]))


def pair(scope: Scope, one: ResolvedMention, behind: list[ResolvedMention]) -> tuple[int, ...]:
    """Two places of which a clause says that they act jointly; the second may stand behind its parents."""
    last = behind[0]
    if not WITH.fullmatch(scope.text, one.end, last.start):
        return ()
    for mention in behind[1:]:
        if not IN.fullmatch(scope.text, last.end, mention.start):
            break
        last = mention
    found = JOINTLY.match(scope.text, last.end)
    far = found and found["tie"] and not scope.land.is_near(last.place)  # with whom a tie was made, of another province
    return (one.place, last.place) if found and not far else ()
