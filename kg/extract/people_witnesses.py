"""Whether someone who is only called a local (村民, 居民, 业主) is named as one who counts: of a place, or speaking."""

from __future__ import annotations

import re

from kg.extract.people_names import NameSpan
from kg.extract.people_roles import PostWords, Role
from kg.model import ArticlePlaces

SMALL = frozenset({"township", "village", "compound"})
AGE = re.compile(r"(?:的|[，]?(?:今年|现年|年近)?[0-9]{2,3}(?:多)?岁的?)?")
# ”村民赵丽华…, ”日前，村民赵丽华…: what was said stands before.
SAID_BEFORE = re.compile(r"[。！？…，]”[^，。；：！？“”\n]{0,10}，?\Z")
SAYS = r"(?:说(?![服和媒合理事])|表示|告诉|坦言|感慨|感叹|直言|回忆|算账|称赞|点赞|连声|连连)"
SAID_BEHIND = re.compile(rf"[^，。；：！？“”\n]{{0,12}}?{SAYS}|[^。；！？“”\n]{{0,30}}?[：，,][ 　]?“|[ 　]?[：:]")
HOUSE = "家"


class Witnesses:
    """Weighs the locals that one article names."""

    def __init__(self, text: str, places: ArticlePlaces, posts: PostWords) -> None:
        self.text = text
        self.posts = posts
        self.small = {p.name for p in places.places if p.level in SMALL}

    def counts(self, role: Role, start: int, name: NameSpan) -> bool:
        """Whether the local whose word starts at ``start`` is of a small place, has said something, or has a post too.

        The household of someone (村民赵丽华家) is no person.
        """
        if self.text.startswith(HOUSE, name.end):
            return False
        if self.posts.function.search(self.text, role.start, start):
            return True  # 组长、牧民赵丽华
        return self._of_place(role) or self._speaks(role, name)

    def _of_place(self, role: Role) -> bool:
        between = self.text[role.organisation_start : role.start]
        if role.organisation not in self.small:
            return False
        return AGE.fullmatch(between[between.rfind(role.organisation[-1:]) + 1 :]) is not None

    def _speaks(self, role: Role, name: NameSpan) -> bool:
        first = min(role.start, role.organisation_start)
        before = SAID_BEFORE.search(self.text, max(0, first - 14), first)
        return before is not None or SAID_BEHIND.match(self.text, name.end) is not None
