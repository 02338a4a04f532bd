"""Teams and alliances whose name stands in quotes: “江风先锋队”, “茶乡红”产业联盟, “甲”“乙”等服务队."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.organisations_prefix import OrganMention
from kg.extract.organisations_words import FOUNDING_VERBS, OrganWords
from kg.extract.segment import segment
from kg.rulebook import RuleBook, RuleMatch

GROUP = "organisations"
LONGEST = 12
# Quoted words with a head of their own share none: “红歌队”“先锋舞蹈队”, “红色驿站”和“银发先锋”党员工作室.
OWN_HEAD = re.compile(r"(?:驿站|服务站|工作站|议事厅|会客厅|中心|广场|之家|队|团)$")
TEAMS = frozenset("队团")
RATING = re.compile(r"[一二三四五六七八九十][好星优强有美]")
# 20个“名师工作室” are a sort, “校村联盟”共建模式 and “心连心”共建联盟活动 name what is done.
COUNTED = re.compile(r"\d[余多]?[个家支处]“$")
DONE = re.compile(r"”?[^，。；：、“”]{0,4}?(?:模式|机制|体系|架构|格局|框架|链条|网络|活动|行动|称号|荣誉|评选)")
TROOP = "伍"  # “护苗”“清流”等6支志愿队|伍
TROOPS = re.compile(r"[0-9一二两三四五六七八九十百]余?支")
FOUNDED = re.compile(rf"(?:{FOUNDING_VERBS}|培育|打造|壮大|拉起|孵化)[了起出]?(?:[一1]支)?“\Z")
BEFORE = re.compile(rf"“(?P<name>[^“”，。\n]{{2,{LONGEST}}})”[、和]?“\Z")


class QuotedBodies:
    """Finds the organisations of one article that the rules of the group ``organisations`` describe."""

    def __init__(self, text: str, book: RuleBook, words: OrganWords) -> None:
        self.text = text
        self.book = book
        self.words = words

    def find(self) -> Iterator[OrganMention]:
        """Mentions rule by rule."""
        for match in self.book.matches(GROUP, self.text, 0, len(self.text)):
            yield from self._read(match)

    def _read(self, match: RuleMatch) -> Iterator[OrganMention]:
        tail = match.get("tail") or ""
        head = match["organ_quoted_head"]
        kind = self.words.heads[head].kind if head in self.words.heads else "team"
        stop = match.slots["organ_quoted_head"][1]
        first = match.slots["name"][0]
        whole = self.text[stop : stop + 1] == "”"
        counted = whole and COUNTED.search(self.text, max(0, first - 6), first)
        between = segment(self.text, *match.slots["tail"]) if tail else ()
        if head.endswith("团") and self.text.startswith("队", stop):
            return  # “1+N”服务团队 is a way of working together
        if counted or DONE.match(self.text, stop) or any(w.text in self.words.openers for w in between):
            return  # “老党员+青年”模式组建志愿队 names no team
        run = self._quoted(match.slots["name"])
        members = TROOP if not whole and self.text.startswith(TROOP, stop) else ""
        if members and not self._is_counted_or_new(run, stop):
            return  # “护苗”巡逻队伍上路: any of that brand
        coined = not all(self._is_sort(*span) for span in run)
        for start, end in run:
            if RATING.fullmatch(self.text, start, end) or not coined:
                continue
            last = (start, end) == match.slots["name"]
            own = OWN_HEAD.search(self.text, start, end)
            if own and own[0] not in TEAMS:
                continue
            name = self.text[start:end] + ("" if own else tail + head + members)
            key = self.words.key(name)
            until = end if own or not last else stop + len(members)
            yield OrganMention(start, until, name, kind, match.rule.id, None, key)

    def _is_counted_or_new(self, run: list[tuple[int, int]], stop: int) -> bool:
        """Whether the quoted names of 队伍 are those of single teams: several, counted, or founded here."""
        first, last = run[0][0], run[-1][1]
        founded = FOUNDED.search(self.text, max(0, first - LONGEST), first)
        return len(run) > 1 or founded is not None or TROOPS.search(self.text, last, stop) is not None

    def _quoted(self, last: tuple[int, int]) -> list[tuple[int, int]]:
        """The run of quoted names that ends in one: a head behind the last is shared by all (“甲”“乙”等服务队)."""
        spans = [last]
        while m := BEFORE.search(self.text, max(0, spans[0][0] - LONGEST - 3), spans[0][0]):
            spans.insert(0, m.span("name"))
        return spans

    def _is_sort(self, start: int, end: int) -> bool:
        """Whether the quoted words only say what sort of team it is (“党员先锋”服务队) or how good (“五好”商会)."""
        if RATING.fullmatch(self.text, start, end) or self.words.is_sort(self.text[start:end]):
            return True
        return self.words.is_generic(segment(self.text, start, end))
