"""Places that run a practice together, or one each of several: 甲镇、乙镇分别办起“丙”“丁”, 甲村联合乙村成立“丙”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.extract.groups import chain_start
from kg.extract.quotes import Quote, find_quotes
from kg.extract.scope import Scope
from kg.extract.sentences import sentence_at
from kg.model import ResolvedMention

EACH = re.compile(r"(?:分别|各自)[^，。；：“”]{0,8}$")
EACH_REACH = 12  # characters
QUOTES_JOINED = re.compile(r"[、和与及]?")
# 由甲村牵头，联合乙村、丙村…, 甲镇与邻县乙镇共同…
LEADS = re.compile(r"(?:牵头|打头|领头|为龙头)，?(?:并|又)?(?:联合|携手|联手|会同)")
BODY = r"(?:党委|党总支|党支部|村委会|居委会|政府)?"
WITH = re.compile(
    rf"{BODY}(?:先后|主动)?(?:与|同|跟|和|携手|联合|联手)(?:相邻|邻近|毗邻|隔壁|对岸|一[河江山路]之隔|接壤)?的?"
)
IN = re.compile("的?")
JOINTLY = re.compile(
    rf"{BODY}(?:[两三几][地县乡镇村家个]{{1,2}})?，?(?:共同|联合|联手|携手|一起|一道|合作|结成|结对|共建|签订|建起|建立)"
)


def shared_out(scope: Scope, start: int) -> tuple[int, ...]:
    """The one of as many places that runs the quoted name at an offset, where each is said to run its own."""
    quotes = find_quotes(scope.text)
    at = next((i for i, quote in enumerate(quotes) if quote.depth == 0 and start - 1 <= quote.start <= start), None)
    if at is None:
        return ()
    first, last = run_of(scope.text, quotes, at)
    begin = quotes[first].start
    if first == last or not EACH.search(scope.text, max(0, begin - EACH_REACH), begin):
        return ()
    places = scope.stated(begin)
    return (places[at - first],) if len(places) == last - first + 1 else ()


def run_of(text: str, quotes: Sequence[Quote], at: int) -> tuple[int, int]:
    """The first and last of the quotes that stand side by side with one."""
    first = last = at
    while first > 0 and QUOTES_JOINED.fullmatch(text, quotes[first - 1].end, quotes[first].start):
        first -= 1
    while last + 1 < len(quotes) and QUOTES_JOINED.fullmatch(text, quotes[last].end, quotes[last + 1].start):
        last += 1
    return first, last


def partners(scope: Scope, start: int) -> tuple[int, ...]:
    """The places with which the sentence says, before an offset, that a practice is run together; empty for none."""
    sentence = sentence_at(scope.sentences, start)
    named = scope.named(sentence.start, start)
    leads = LEADS.search(scope.text, sentence.start, start)
    if leads:
        end = scope.text.find("，", leads.end(), start)
        return tuple(
            m.place for m in named if leads.start() > m.start or leads.end() <= m.start < (end if end > 0 else start)
        )
    return tuple(place for one, other in pairwise(named) for place in pair(scope, one, other, named))


def pair(scope: Scope, one: ResolvedMention, other: ResolvedMention, named: list[ResolvedMention]) -> tuple[int, ...]:
    """Two places of which a clause says that they act jointly; the second may stand behind its parents."""
    if not WITH.fullmatch(scope.text, one.end, chain_start([other])):
        return ()
    last = other
    for mention in named[named.index(other) + 1 :]:
        if not IN.fullmatch(scope.text, last.end, mention.start):
            break
        last = mention
    return (one.place, last.place) if JOINTLY.match(scope.text, last.end) else ()
