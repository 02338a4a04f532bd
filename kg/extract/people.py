"""Read the people of an article: everyone named with a function, with the function and the body or place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from kg.extract.organisations import organ_mentions
from kg.extract.organisations_prefix import Prefixes
from kg.extract.people_names import EVERYDAY, HANZI, NameReader, NameSpan, name_words
from kg.extract.people_roles import Role, RoleReader, post_words
from kg.extract.segment import frequency, segment
from kg.extract.sentences import split_sentences
from kg.extract.spans import Spans
from kg.extract.tenure import term_of
from kg.ids import post_core
from kg.model import Article, ArticlePlaces, Evidence, Organisation, Person, Tenure
from kg.rulebook import RuleBook, RuleMatch

SHORT_POST, SHORT_NAME = 2, 2  # characters
TWICE = 2
OTHERS = 12  # places at which a name is read again
ALONE = 4.5  # of a name that stands before a mark
GROUP = "people"
KINDS = {"the-one-called": "office", "worker-name": "unlisted"}  # of posts that no list holds
# The least score of a name behind a post of each kind: the weaker the post points at a person, the surer the name.
NEEDED = {"office": 2.5, "work": 3.0, "member": 3.0, "trade": 3.0, "unlisted": 4.5}
PRIVATE = frozenset({"member", "trade"})  # of no function in themselves: count at a firm or in a village only
SMALL = frozenset({"township", "village", "compound"})
HOUSE = "家"  # the household of someone: 养殖户赵丽华家
ADDRESSED = 4.0  # of a name that nothing but the post behind it tells: 赵丽华局长
TRAIL = re.compile(r"(?:如今|现在|眼下|目前|退休前|生前|早年|就|便|正|现|也|还|同志|女士|先生)\Z")
REST = re.compile(r"[一-鿿]{1,12}(?=[，。；])")
DUTY = re.compile(r"包[村片组户楼院段街巷居社]")  # 镇干部|包村
TIME_WORD = re.compile(r"^(?:原|前|时任|现任)(?=..)")
POSTS_ON = re.compile(r"(?:、[一-鿿]{2,14}?(?:长|书记|主任|主席|委员|常委|经理|员|干部|理事)){1,3}(?=[一-鿿])")
DATED = re.compile(r"[0-9][年月日]\Z")
WHEN = re.compile(
    r"(?:[0-9][年月日初底末]|[今去前次同当翌]年|月[初底]|年[初底末]|随后|后来|此后|从此)\Z"
)  # 2019年|葛亮任
NEXT_NAME = "、和"
LEADS = frozenset("的由据请是叫")  # 由|李颖副主任主持
DEPUTY = re.compile(
    r"(?:常务|专职)?副|党组(?:成员|副书记)|[辅协]警|(?:社区|驻村|户籍|包片)?民警|干事|科员|队员|法官助理|书记员"
)  # serves where the one named before does
COMMITTEE = re.compile(r"[省市州盟县区旗镇乡]委(?:副?书记|常委|委员|[一-鿿]{2}委员)")


@dataclass(frozen=True, slots=True)
class Naming:
    """One place in the text where a person is named with a function."""

    name: NameSpan
    role: str
    organisation: str | None
    start: int
    end: int
    rule: str
    kind: str


def extract_people(
    article: Article, places: ArticlePlaces, organisations: tuple[Organisation, ...], book: RuleBook
) -> tuple[Person, ...]:
    """The people that an article names with a function, once each, in the order of their first naming.

    ``role`` is printed text without the body's name, ``organisation`` the fullest name of the body or the place
    in front of it. Half-hidden names (周某), mere forms of address (王阿姨) and bylines are none.
    """
    reader = PeopleReader(article, places, book)
    full = {(e.start, e.end): o.name for o in organisations for e in o.evidence}
    reader.rename({m.name: full.get((m.start, m.end), m.name) for m in reader.organs})
    homes = {o.name: o.place for o in organisations} | {p.name: p.name for p in places.places}
    people = merge(article.text, list(whole_names(list(reader.find()))), article.published)
    return tuple(replace(p, posts=placed(p.posts, homes)) for p in people)


def whole_names(namings: list[Naming]) -> Iterator[Naming]:
    """The namings whose name is no end of a longer one that was read as well (书记|师金凤, 书记师|金凤)."""
    inside = {at for one in namings for at in range(one.name.start + 1, one.name.end)}
    return (one for one in namings if one.name.start not in inside)


class PeopleReader:
    """Finds the namings of one article."""

    def __init__(self, article: Article, places: ArticlePlaces, book: RuleBook) -> None:
        self.text = article.text
        self.book = book
        self.posts = post_words(book)
        self.names = NameReader(article.text, name_words(book))
        self.prefixes = Prefixes(article, places)
        self.organs = organ_mentions(article, places, book)
        self.roles = RoleReader(article.text, self.prefixes, self.organs, self.posts)
        self.taken = Spans([*((m.start, m.end) for m in places.mentions), *((o.start, o.end) for o in self.organs)])
        self.full_names: dict[str, str] = {}
        self.lengths: dict[str, int] = {}
        self.last = (-1, Role(-1, -1, None, -1))
        self.wide = {p.name for p in places.places if p.level not in SMALL}

    def rename(self, full_names: dict[str, str]) -> None:
        """Give the bodies the names under which the article's organisations are listed."""
        self.full_names = full_names

    def find(self) -> Iterator[Naming]:
        """Namings sentence by sentence; what tells a name from a post never reaches over a sentence's end."""
        read = {"before": self._post_first, "after": self._name_first}
        sentences = split_sentences(self.text)
        scan = self.book.scan(self.text, sentences)
        for sentence in sentences:
            for match in scan.matches(GROUP, sentence):
                yield from filter(self._counts, read[match.rule.yields["post"]](match))

    def _counts(self, naming: Naming) -> bool:
        """Whether a member or someone in trade stands at a body or in a small place, as a person and no household."""
        if naming.kind not in PRIVATE:
            return True
        settled = naming.organisation is not None and naming.organisation not in self.wide
        return settled and not self.text.startswith(HOUSE, naming.name.end)

    def _read(self, at: int, until: int | None = None) -> NameSpan | None:
        """The name at an offset, unless a post or a place begins there or stands in it."""
        name = self.names.read(at, until) if until else self._whole(self.names.read(at))
        if name is None or self.posts.post.match(self.text, at):
            return None
        if DUTY.fullmatch(self.text, name.start, name.end) or self._runs_into_post(name):
            return None
        return None if self.taken.touch(name.start, name.end) else name

    def _runs_into_post(self, name: NameSpan) -> bool:
        """Whether a post begins inside of what looks like a name and ends behind it (任|微格长)."""
        inside = (self.posts.function.match(self.text, at) for at in range(name.start + 1, name.end))
        return any(m is not None and m.end() > name.end and m.end() - m.start() > SHORT_POST for m in inside)

    def _whole(self, name: NameSpan | None) -> NameSpan | None:
        """A name with the third character that follows it everywhere (李白|川), without a stray one (李想|用)."""
        if name is None or not SHORT_NAME <= name.end - name.start <= SHORT_NAME + 1:
            return name
        longer = self.text[name.start : name.start + SHORT_NAME + 1]
        if longer not in self.lengths:
            self.lengths[longer] = self._length(longer, name)
        return replace(name, end=name.start + self.lengths[longer])

    def _length(self, longer: str, name: NameSpan) -> int:
        """How many of three characters are a name, by a reading at one place and at the others."""
        short, length = longer[:SHORT_NAME], name.end - name.start
        times = self.text.count(longer)
        full = length == SHORT_NAME
        if full and (not HANZI.match(longer[-1]) or times < TWICE or times < self.text.count(short)):
            return length
        others = islice(
            (m for m in re.finditer(longer if full else short, self.text) if m.start() != name.start), OTHERS
        )
        read = [self.names.read(m.start()) for m in others if full or not self.text.startswith(longer, m.start())]
        if full:
            return length + any(r is not None and r.end - r.start > length for r in read)
        alone = any(r is not None and r.end - r.start == SHORT_NAME and r.score >= ALONE for r in read)
        return SHORT_NAME if alone and times == 1 else length

    def _naming(self, name: NameSpan, role: Role, rule: str) -> Naming:
        organisation = self.full_names.get(role.organisation or "", role.organisation)
        span = (min(role.organisation_start, role.start, name.start), max(role.end, name.end))
        start = role.start - 1 if COMMITTEE.match(self.text, role.start - 1) else role.start  # 甲市 + 市委书记
        post = self.posts.post_end.search(self.text, start, role.end)
        kind = self.posts.kinds[post[0]] if post else "work"
        return Naming(name, self.text[start : role.end], organisation, *span, rule, kind)

    def _post_first(self, match: RuleMatch) -> Iterator[Naming]:
        """局长赵丽华, and further names of a list that share the post."""
        start, end = match.slots["person_post"]
        kind = self.posts.kinds.get(match["person_post"], KINDS.get(match.rule.id, "work"))
        if kind not in NEEDED or self._is_cut_out(start, end, kind):
            return
        name = self._read(match.slots["name_start"][0])
        if name is not None and self._is_of_words(start, end, name):
            return  # 移交|警方|处理 holds no 交警
        role = self._continued(self.roles.read(start, end))
        if kind in PRIVATE and role.organisation is None and self.text[role.start - 1] == "，":
            role = replace(role, organisation=self.roles.owners.get(role.start - 1, (0, None))[1])
        if name is not None and name.score >= NEEDED[kind] and (earlier := self.roles.before(role)):
            yield self._naming(name, earlier, match.rule.id)
        while name is not None and name.score >= NEEDED[kind]:
            self.last = (name.end, role)
            yield self._naming(name, role, match.rule.id)
            name = self._next(name)

    def _is_cut_out(self, start: int, end: int, kind: str) -> bool:
        """Whether a post is the end of a word for a standing (农民 in 老农民) or of a figure (“摆阔局长”周某)."""
        standing = self.posts.standing.search(self.text, max(0, start - 4), end)
        if standing and standing.start() < start:
            return True
        return kind == "office" and self.text[end] in "”’" and self.text[start - 1] not in "“‘"

    def _is_of_words(self, start: int, end: int, name: NameSpan) -> bool:
        """Whether both ends of a short post lie inside everyday words, and its holder's given name is one as well."""
        given = frequency(self.text[name.start + 1 : name.end]) > EVERYDAY
        if end - start > SHORT_POST or not (given or end - start == 1):
            return False
        words = segment(self.text, max(0, start - 3), min(len(self.text), end + 3))
        common = [w for w in words if len(w.text) > 1 and frequency(w.text) > EVERYDAY]
        return all(any(w.start < border < w.end for w in common) for border in (start, end))

    def _continued(self, role: Role) -> Role:
        """A role without a body of its own, right behind a person of one: 甲县妇联主席某某、副主席某某."""
        end, before = self.last
        listed = role.start == end + 1 and self.text[end : end + 1] in "、，"
        if not listed or role.organisation is not None or not DEPUTY.match(self.text, role.start):
            return role
        return replace(role, organisation=before.organisation)

    def _next(self, name: NameSpan) -> NameSpan | None:
        """The next name of a list (网格员张三、李四)."""
        if self.text[name.end : name.end + 1] not in NEXT_NAME or name.end >= len(self.text):
            return None
        following = self._read(name.end + 1)
        if following is not None and self.text[following.end - 1] in "村镇乡" and HANZI.match(self.text, following.end):
            return None  # 甲村委员张书敏、|龙山村妇联主席
        return following if following is not None and following.score >= NEEDED["work"] else None

    def _name_first(self, match: RuleMatch) -> Iterator[Naming]:
        """周小燕是锦华社区党委书记: the name ends where the verb begins."""
        start, end = match.slots["person_post"]
        stop = self._stop(*match.slots["name_before"])
        longer = self.posts.post_end.search(self.text, max(0, end - 8), end)
        if longer and longer.start() < stop <= start:
            return  # 由湾|组长 is a 湾组长
        first = match.slots["name_before"][0]
        if self._is_coined(first, start, end) or (self.text[start] in "村镇乡" and self._read(end) is not None):
            return  # 马家湾|村支书马占国
        name = self._name_until(first, stop, led=match.rule.yields.get("led", False))
        if name is None or (match.rule.yields.get("address") and name.score < ADDRESSED):
            return
        if not match.rule.yields.get("address"):
            start, end = self._last_post(start, end)
        if match.rule.yields.get("joined") and self._leads_to_another(end):
            return  # 县长赵丽华，|县委常委、组织部长周凌
        role = self._with_further(self.roles.read(start, end))
        if match.rule.yields.get("joined") and role.start > stop and role.organisation is None:
            return
        yield self._naming(
            name, Role(max(role.start, stop), role.end, role.organisation, role.organisation_start), match.rule.id
        )

    def _is_coined(self, first: int, start: int, end: int) -> bool:
        """Whether quotation marks hold a word of two characters and a post: “葡园里长”, “青藤指导员”."""
        return start - first == SHORT_NAME and self.text[first - 1] == "“" and self.text[end : end + 1] == "”"

    def _leads_to_another(self, end: int) -> bool:
        """Whether posts listed behind one lead up to a name, whose posts they all are."""
        m = POSTS_ON.match(self.text, end)
        last = self.posts.post_end.search(self.text, end, m.end()) if m else None
        return m is not None and last is not None and self._read(m.end()) is not None

    def _with_further(self, role: Role) -> Role:
        """A role with the offices listed behind it that have no body of their own: 任市委常委、政法委书记."""
        end = role.end
        while self.text[end : end + 1] == "、" and (m := self.posts.led.match(self.text, end + 1)):
            if self.posts.kinds[m["post"]] != "office" or self.names.read(m.end()) is not None:
                break
            end = m.end()
        return replace(role, end=end)

    def _stop(self, first: int, stop: int) -> int:
        """Where a name may end: before the word that leads up to the verb (周小燕|如今是, 周小燕|退休前是)."""
        trail = TRAIL.search(self.text, first, stop)
        return trail.start() if trail and trail.start() - first >= SHORT_NAME else stop

    def _last_post(self, start: int, end: int) -> tuple[int, int]:
        """The post that closes the clause where the first one only tells of which body (外卖骑手联合党支部|书记)."""
        m = REST.match(self.text, end)
        last = self.posts.post_end.search(self.text, end, m.end()) if m else None
        return last.span() if last and self.posts.kinds[last[0]] == "office" else (start, end)

    def _name_until(self, first: int, stop: int, *, led: bool) -> NameSpan | None:
        """The name that ends exactly at an offset and begins at a border, or where a verb leads up to it."""
        for start in range(first, stop - 1):
            before = self.text[start - 1 : start] if start > first or not led else ""
            if before and HANZI.match(before) and before not in LEADS and not self._is_led(start):
                continue
            if DATED.search(self.text, max(0, start - 1), start + 1):
                continue  # 2019|年葛亮任
            name = self._read(start, stop)
            if name is not None and name.end == stop and name.score >= NEEDED["office"]:
                return name
        return None

    def _is_led(self, start: int) -> bool:
        """Whether a body, a place or what the person was before ends here (退休会计|周小燕当楼长)."""
        floor = max(0, start - 8)
        led = self.posts.post_end.search(self.text, floor, start) or WHEN.search(self.text, floor, start)
        return start in self.roles.owners or led is not None


def merge(text: str, namings: list[Naming], published: str | None) -> tuple[Person, ...]:
    """One person a name: a post before a standing, with its body, an office, the longer role; all as evidence."""
    by_name: dict[str, list[Naming]] = {}
    for naming in sorted(namings, key=lambda n: (n.name.start, -len(n.role))):
        by_name.setdefault(text[naming.name.start : naming.name.end].replace(" ", ""), []).append(naming)
    people = []
    for name, group in by_name.items():
        best = max(group, key=strength)
        evidence = tuple(Evidence(s, e) for s, e in sorted({(n.start, n.end) for n in group}))
        posts = tuple(posts_of(text, group, published))
        people.append(Person(name, best.role, best.organisation, evidence, best.rule, posts))
    return tuple(sorted(people, key=lambda p: (p.evidence[0], p.name)))


def strength(naming: Naming) -> tuple[bool, bool, bool, int, int]:
    """What makes one naming of a person tell more than another."""
    office, known = naming.kind == "office", naming.organisation is not None
    return naming.kind not in PRIVATE, office, known, len(naming.role), -naming.start


def placed(posts: tuple[Tenure, ...], homes: dict[str, str | None]) -> tuple[Tenure, ...]:
    """Posts with the places of their bodies."""
    return tuple(replace(post, place=homes.get(post.organisation or "")) for post in posts)


def posts_of(text: str, namings: list[Naming], published: str | None) -> Iterator[Tenure]:
    """The posts of one person in the order of their first naming; a shorter form of a post is that post."""
    groups: list[list[Naming]] = []
    for naming in sorted(namings, key=lambda n: (n.organisation is None, -len(n.role), n.start)):
        group = next((g for g in groups if is_same_post(naming, g[0])), None)
        if group is None:
            groups.append([naming])
        else:
            group.append(naming)
    for group in sorted(groups, key=lambda g: min(n.start for n in g)):
        terms = [term_of(text, (n.start, n.end), n.role, published) for n in sorted(group, key=lambda n: n.start)]
        chief = next((t for t in terms if t.since or t.until or t.status != "current"), terms[0])
        spans = tuple(Evidence(s, e) for s, e in sorted({(n.start, n.end) for n in group}))
        role, organisation = TIME_WORD.sub("", group[0].role), group[0].organisation
        yield Tenure(role, organisation, None, chief.status, chief.since, chief.until, spans, chief.evidence)


def is_same_post(naming: Naming, full: Naming) -> bool:
    """Whether a naming gives a post again, with or without its body: 社区书记 for 锦华社区党委书记."""
    if naming.organisation not in {None, full.organisation}:
        return False
    return post_core(naming.role) == post_core(full.role)
