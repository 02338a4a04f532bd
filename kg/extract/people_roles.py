"""What stands around a post: the whole role (党组书记、局长) and the body or place it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.organisations_prefix import HIGH_LEVELS, LEVEL, OrganMention, Prefixes
from kg.rulebook import RuleBook, alternation

JOINT = "、兼及暨和"
PLAIN_GAP = re.compile(r"[一-鿿“”（）()]{1,12}")
BREAKS = re.compile(
    r"[的了在和与是由向对把被将为从到等有说让使或听看见找完]|负责|介绍|表示|邀请|组织|聘|推选|推举|选举|选派|请来|担任|带领|通过|结合|推动|发现|成为|作为"
)
SERVES = re.compile(r"(?:[担出兼]任|当)?[了上]?\Z")  # 回到红旗村|担任|书记
GAP = 12
BODIES = ("理事会", "监督委员会", "调解委员会")  # with their place they are bodies that a post belongs to
HANZI = re.compile(r"[一-鿿]")
# Posts of villages and communities, which may open the clause behind one: 走进红旗村，党支部书记……
BRANCH_POST = re.compile(
    r"(?:党委|党总支|党支部|总支|支部|第一|驻村第一|村|社区)?(?:副)?书记|[村支]支?书|(?:居委会|村委会|村|社区)?(?:副)?主任"
    r"|(?:专职)?网格[员长]|社工|楼[栋组门]?长|(?:驻村)?工作队队长"
)
# What a body ends in whose head a post names, in the clauses before: 城关司法所里，所长……
HEADED = re.compile(r"(?:副|常务副)?(?P<body>[所局院站队庭校园馆行社厂])长")
ENDS = {"校": ("学", "校", "中", "小", "附中", "附小"), "园": ("园",)}
SHORT_BODY = 8  # characters; a longer one is not repeated inside of a role
NEAR, APART = 60, 16  # characters to the body, and from it to another of its sort that leaves open which is meant
OPENS_CLAUSE = "，。；：！？”\n"
OF_BEFORE = re.compile(
    r"(?:[，]?(?:今年|现年|年近)?[0-9]{2}多?岁的|的[“‘]?|[“‘])\Z"
)  # 红旗村的|书记, 红旗村“|第一书记”


@dataclass(frozen=True, slots=True)
class PostWords:
    """Posts and their kinds, and the words that stand before a post as part of it."""

    kinds: dict[str, str]
    post: re.Pattern[str]
    post_end: re.Pattern[str]
    standing: re.Pattern[str]
    function: re.Pattern[str]
    led: re.Pattern[str]
    office: re.Pattern[str]
    committees: frozenset[str]
    modifier_end: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Role:
    """The span of a role and the body or place that it belongs to, with where that is named."""

    start: int
    end: int
    organisation: str | None
    organisation_start: int


@lru_cache(maxsize=4)
def post_words(book: RuleBook) -> PostWords:
    """The posts of a rule book, made once."""
    kinds = {row["word"]: row["kind"] for row in book.lexicon("posts")}
    posts = sorted((w for w, k in kinds.items() if k != "modifier"), key=lambda w: (-len(w), w))
    modifiers = sorted(book.words("posts", kind="modifier"), key=lambda w: (-len(w), w))
    standings = [*book.words("posts", kind="resident"), *book.words("posts", kind="member")]
    return PostWords(
        kinds=kinds,
        post=re.compile(alternation(posts)),
        post_end=re.compile(rf"(?:{alternation(posts)})\Z"),
        standing=re.compile(rf"(?:{alternation(standings)})\Z"),
        function=re.compile(alternation([w for w, k in kinds.items() if k in ("office", "work", "trade")])),
        led=re.compile(rf"(?:{alternation(modifiers)}){{0,2}}(?P<post>{alternation(posts)})"),
        office=re.compile("委|" + "|".join(re.escape(w) for w in (*modifiers, *book.words("posts", kind="office")))),
        committees=frozenset(word for word in modifiers if not word.endswith(BODIES)),
        modifier_end=re.compile(rf"(?:{alternation(modifiers)})\Z"),
    )


class RoleReader:
    """Extends a post to the left in one article."""

    def __init__(self, text: str, prefixes: Prefixes, organs: Sequence[OrganMention], words: PostWords) -> None:
        self.text = text
        self.words = words
        self.prefixes = prefixes
        self.organs = organs
        self.owners: dict[int, tuple[int, str]] = {}
        for mention in prefixes.mentions:
            place = prefixes.places.places[mention.place]
            self.owners.setdefault(mention.end, (mention.start, place.name))
        # Party branches and committees of a place go with the post (红旗村 + 党支部书记), other bodies keep their name,
        # and so do the societies of a county or a city (甲县妇联 + 主席).
        places_end = dict(self.owners)
        high = {p.name for p in prefixes.places.places if p.level in HIGH_LEVELS}
        for organ in organs:
            if organ.rule == "organ-body" and organ.kind == "government" and organ.end in places_end:
                continue  # 海棠街道办事处|主任 serves in the street
            society = organ.kind == "social" and organ.place in high
            if society or not any(
                text[end : organ.end] in words.committees and end in places_end
                for end in range(organ.start + 1, organ.end)
            ):
                self.owners[organ.end] = (organ.start, organ.name)

    def read(self, start: int, end: int) -> Role:
        """The role that ends at ``end`` and holds the post that starts at ``start``."""
        inside = self._owner_end(start)
        begin = self._extend(start if inside is None or inside >= end else inside)  # 妇联主席 of 甲县妇联
        owner = self.owners.get(begin)
        if owner is not None:
            begin, owner = self._through(begin, owner)
        joint = OF_BEFORE.search(self.text, max(0, begin - GAP), begin)
        if owner is None and joint is not None:
            owner = self.owners.get(joint.start())
        if owner is None and BRANCH_POST.fullmatch(self.text, begin, end) and self.text[begin - 1 : begin] == "，":
            owner = self.owners.get(begin - 1)  # 在红旗社区，党委书记……
        if owner is not None:
            return Role(begin, end, owner[1], owner[0])
        return self._across_gap(begin, end)

    def before(self, role: Role) -> Role | None:
        """The role listed before another that has a body of its own: 驻村第一书记、省水利厅派驻干部."""
        stop = role.organisation_start - 1
        if role.organisation is None or self.text[stop : stop + 1] != "、":
            return None
        m = self.words.post_end.search(self.text, max(0, stop - GAP), stop)
        return self.read(m.start(), stop) if m and self.words.kinds[m[0]] == "office" else None

    def _through(self, begin: int, owner: tuple[int, str]) -> tuple[int, tuple[int, str]]:
        """Over the bodies of further posts: 镇党委委员、镇团委书记 is one role at the town."""
        while self.text[owner[0] - 1 : owner[0]] == "、" and begin - owner[0] <= SHORT_BODY:
            m = self.words.post_end.search(self.text, max(0, owner[0] - 13), owner[0] - 1)
            if m is None:
                break
            further = self._extend(m.start())
            if further not in self.owners:
                opens = not HANZI.match(self.text, further - 1)
                place = self._of_level(further) if opens else None
                if place:
                    return further, (further, place)  # 县委书记、县委政法委书记
                return (further, owner) if opens else (begin, owner)  # ”队长、县委社会工作部干部
            begin, owner = further, self.owners[further]
        return begin, owner

    def _extend(self, start: int) -> int:
        """The start of the role: modifiers and further posts before the post, up to the body's own name."""
        while start not in self.owners:
            floor = max(0, start - 12)
            m = self.words.modifier_end.search(self.text, floor, start)
            if m is None and start and self.text[start - 1] in JOINT:
                m = self.words.post_end.search(self.text, floor, start - 1)
            if m is None:
                return self._owner_end(start) or start
            start = m.start()
            inside = self._owner_end(start)
            if inside is not None:
                return inside
        return start

    def _owner_end(self, offset: int) -> int | None:
        """The end of the body's name that an offset lies in, None where it lies in none."""
        return next(
            (end for end in range(offset + 1, offset + 10) if end in self.owners and self.owners[end][0] < offset), None
        )

    def _across_gap(self, begin: int, end: int) -> Role:
        """A body or place a few plain words before the role, which then belong to the role (县社会治理中心负责人)."""
        for at in range(begin - 1, max(0, begin - GAP) - 1, -1):
            gap = self.text[at:begin]
            if not PLAIN_GAP.fullmatch(gap) or (BREAKS.search(gap) and not SERVES.match(gap)):
                break
            if at in self.owners:
                closing = len(gap) if SERVES.match(gap) else len(gap) - len(gap.lstrip("”）)"))
                return Role(at + closing, end, self.owners[at][1], self.owners[at][0])
        return Role(begin, end, self._of_level(begin) or self._of_body_before(begin, end), begin)

    def _of_body_before(self, begin: int, end: int) -> str | None:
        """The body named just before whose head the post at the start of a clause is: 城关税务所里，所长周凌."""
        m = HEADED.fullmatch(self.text, begin, end)
        if m is None or self.text[begin - 1 : begin] not in OPENS_CLAUSE:
            return None
        endings = ENDS.get(m["body"], (m["body"],))
        floor = max(0, begin - NEAR, self.text.rfind("\n", 0, begin))
        found = [organ for organ in self.organs if floor <= organ.start < begin and organ.name.endswith(endings)]
        if not found or any(found[-1].start - other.end < APART for other in found[:-1]):
            return None
        return found[-1].name

    def _of_level(self, begin: int) -> str | None:
        """The place that a role's own level word stands for (市委副书记, 镇党委书记)."""
        m = LEVEL.match(self.text, begin + self.text.startswith("副", begin))
        if not m or not (self.words.office.match(self.text, m.end()) or self.text.startswith("长", m.end())):
            return None
        prefix = self.prefixes.level(m.start(), m.end())
        return prefix.place.name if prefix else None
