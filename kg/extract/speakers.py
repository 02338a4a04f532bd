"""Tell from where a quotation is spoken: by the place of the one who says it, and by people met before by name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from kg.extract.quotes import find_quotes
from kg.model import Person, ResolvedMention

PAUSE = re.compile(r"[，。！？…]")
SAYS = (
    r"(?:说|道|介绍|表示|告诉|坦言|直言|感慨|感叹|感言|谈|讲|称|回忆|强调|解释|补充"
    r"|点赞|赞不绝口|竖起|笑|激动|高兴|欣慰|开心)"
)
# ”陈庄社区党支部书记闵拥刚介绍 tells the place behind the words, 古竹村党支部书记揭晓明说：“ before them.
CLAUSE_END = re.compile(r"[。！？；：“”\n]")
VERB = re.compile(SAYS)
BEHIND_PLACE = re.compile(rf"[^，。！？；：“”\n]{{1,30}}?{SAYS}")
LEADS = re.compile(
    r"(?:：|【[^】\n]{0,8}[：:·][^】\n]{2,12}】|(?:说|道|介绍|表示|坦言|直言|感慨|感叹|谈|讲|称|回忆|解释|补充)[，,]|告诉[^，。：]{0,8}[，,])\s?$"
)
BARE_POST = re.compile(r"(?P<word>社区|居民区|村|街道|镇|乡)")
LONGEST_CLAUSE, LONGEST_LEAD = 60, 60
# In a script a line names who speaks, and the next or what stands behind is what is said: 古竹村党支部书记　揭晓明：.
NAMED_LINE = re.compile(
    r"^(?P<who>[^，。；！？“”：\n]{2,40})[ 　](?P<name>[一-鿿·]{2,12})(?:[：:]?\n|[：:])(?P<said>[^\n]+)", re.MULTILINE
)


class Speakers:
    """The speeches of one article with the place of who speaks; ``mentions`` are those that may count, in order."""

    def __init__(self, text: str, mentions: Sequence[ResolvedMention], homes: Mapping[str, int]) -> None:
        self.text = text
        self.mentions = mentions
        self.starts = [m.start for m in mentions]
        self.homes = homes

    @cached_property
    def speeches(self) -> tuple[tuple[int, int, int], ...]:
        """``(start, end, place)`` of each quotation whose speaker's place is told, in order."""
        quotes = (q for q in find_quotes(self.text) if not q.depth and PAUSE.search(self.text, q.start, q.end))
        found = [(q.start, q.end, self._place(q.start, q.end)) for q in quotes]
        found += ((*line.span("said"), self._named_in(line)) for line in NAMED_LINE.finditer(self.text))
        return tuple(sorted((start, end, place) for start, end, place in found if place is not None))

    def place(self, offset: int) -> int | None:
        """Index of the place from which the quotation around an offset is spoken; None outside of one, or unknown."""
        i = bisect_right(self.speeches, offset, key=lambda s: s[0]) - 1
        if i < 0 or offset >= self.speeches[i][1]:
            return None
        return self.speeches[i][2]

    def home(self, start: int, end: int) -> int | None:
        """The place of the person whose name begins first in ``[start, end)``; None where no known name does."""
        found = ((self.text.find(name, start, end), place) for name, place in self.homes.items())
        return min((hit for hit in found if hit[0] >= 0), default=(0, None))[1]

    def described(self, lead: re.Pattern[str], start: int, end: int) -> int | None:
        """The place of the person whose name ``lead`` leads up to from ``start``; None where it leads to no known."""
        names = ((self.text.find(name, start, end), place) for name, place in self.homes.items())
        return next((place for at, place in names if at > start and lead.fullmatch(self.text, start, at)), None)

    def _place(self, start: int, end: int) -> int | None:
        behind = self._behind(end)
        return behind if behind is not None else self._before(start)

    def _behind(self, end: int) -> int | None:
        """The place in the clause behind a quotation: ”陈庄社区党支部书记闵拥刚介绍."""
        ended = CLAUSE_END.search(self.text, end, end + LONGEST_CLAUSE)
        stop = ended.start() if ended else end + LONGEST_CLAUSE
        for mention in reversed(self._in(end, stop)):
            if BEHIND_PLACE.match(self.text, mention.end, stop):
                return mention.place
        return self.home(end, stop) if VERB.search(self.text, end, stop) else None

    def _before(self, start: int) -> int | None:
        """The place in the clause that leads a quotation in: 陈庄社区党支部书记闵拥刚说：“."""
        line = max(self.text.rfind(mark, 0, start) for mark in "\n。！？”")
        first = max(line + 1, start - LONGEST_LEAD)
        if not LEADS.search(self.text, first, start):
            return None
        mentions = self._in(first, start)
        return mentions[-1].place if mentions else self.home(first, start)

    def _named_in(self, line: re.Match[str]) -> int | None:
        """The place in a line that names who speaks in the next one."""
        mentions = self._in(*line.span("who"))
        return mentions[-1].place if mentions else self.home(*line.span("name"))

    def _in(self, start: int, end: int) -> Sequence[ResolvedMention]:
        return self.mentions[bisect_left(self.starts, start) : bisect_right(self.starts, end - 1)]


def homes_of(
    people: Iterable[Person], index: Callable[[str], int | None], known: Callable[[str, int], tuple[int, ...]]
) -> Iterator[tuple[str, int]]:
    """Each person's name with the index of the place of the first post that has one.

    A post that only says its level (社区调解员) is of the place that ``known`` tells for the word at an offset.
    """
    for person in people:
        places = (index(post.place) for post in person.posts if post.place)
        place = next((p for p in places if p is not None), None)
        level = BARE_POST.match(person.role) if place is None else None
        if level:
            place = next(iter(known(level["word"], person.evidence[0].start)), None)
        if place is not None:
            yield person.name, place
