"""Read the people of an article: everyone named with a function, with the function and the body or place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

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
GROUP = "people"
# The least score of a name behind a post of each kind: the weaker the post points at a person, the surer the name.
NEEDED = {"office": 2.5, "work": 3.0}
ADDRESSED = 4.0  # of a name that nothing but the post behind it tells: 赵丽华局长
TIME_WORD = re.compile(r"^(?:原|前|时任|现任)(?=..)")
NEXT_NAME = "、和"
LEADS = frozenset("的由据请")  # 由|李颖副主任主持
DEPUTY = re.compile(r"(?:常务|专职)?副|党组(?:成员|副书记)")  # serves where the one named before does
COMMITTEE = re.compile(r"[省市州盟县区旗]委(?:书记|副书记|常委)")


@dataclass(frozen=True, slots=True)
class Naming:
    """One place in the text where a person is named with a function."""

    name: NameSpan
    role: str
    organisation: str | None
    start: int
    end: int
    rule: str


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
    people = merge(article.text, list(reader.find()), article.published)
    return tuple(replace(p, posts=placed(p.posts, homes)) for p in people)


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
        self.last = (-1, Role(-1, -1, None, -1))

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
                yield from read[match.rule.yields["post"]](match)

    def _read(self, at: int) -> NameSpan | None:
        """The name at an offset, unless a post or a place begins there or stands in it."""
        name = self._whole(self.names.read(at))
        if name is None or self.posts.post.match(self.text, at):
            return None
        return None if self.taken.touch(name.start, name.end) else name

    def _whole(self, name: NameSpan | None) -> NameSpan | None:
        """A name of two characters with the third that follows it wherever it stands: 李白|川."""
        if name is None or name.end - name.start != SHORT_NAME:
            return name
        text, third = self.text, self.text[name.end : name.end + 1]
        longer = text[name.start : name.end] + third
        if not HANZI.match(third) or text.count(longer) < TWICE or text.count(longer) < text.count(longer[:-1]):
            return name
        again = next((self.names.read(m.start()) for m in re.finditer(longer, text) if m.start() != name.start), None)
        return replace(name, end=name.end + 1) if again and again.end - again.start == len(longer) else name

    def _naming(self, name: NameSpan, role: Role, rule: str) -> Naming:
        organisation = self.full_names.get(role.organisation or "", role.organisation)
        span = (min(role.organisation_start, name.start), max(role.end, name.end))
        start = role.start - 1 if COMMITTEE.match(self.text, role.start - 1) else role.start  # 甲市 + 市委书记
        return Naming(name, self.text[start : role.end], organisation, *span, rule)

    def _post_first(self, match: RuleMatch) -> Iterator[Naming]:
        """局长赵丽华, and further names of a list that share the post."""
        start, end = match.slots["person_post"]
        if self.posts.standing.search(self.text, max(0, start - 4), end):
            return  # 党员 in 老党员 is no post
        if self.text[end] in "”’" and self.text[start - 1] not in "“‘":
            return  # “摆阔局长”周某
        kind = self.posts.kinds[match["person_post"]]
        name = self._read(match.slots["name_start"][0])
        if name is not None and self._is_of_words(start, end, name):
            return  # 移交|警方|处理 holds no 交警
        role = self._continued(self.roles.read(start, end))
        while name is not None and name.score >= NEEDED[kind]:
            self.last = (name.end, role)
            yield self._naming(name, role, match.rule.id)
            name = self._next(name)

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
        return following if following is not None and following.score >= NEEDED["work"] else None

    def _name_first(self, match: RuleMatch) -> Iterator[Naming]:
        """周小燕是锦华社区党委书记: the name ends where the verb begins."""
        start, end = match.slots["person_post"]
        stop = match.slots["name_before"][1]
        first = match.slots["name_before"][0]
        name = self._name_until(first, stop, led=match.rule.yields.get("led", False))
        if name is None or (match.rule.yields.get("address") and name.score < ADDRESSED):
            return
        role = self.roles.read(start, end)
        if match.rule.yields.get("joined") and role.start > stop and role.organisation is None:
            return
        yield self._naming(
            name, Role(max(role.start, stop), role.end, role.organisation, role.organisation_start), match.rule.id
        )

    def _name_until(self, first: int, stop: int, *, led: bool) -> NameSpan | None:
        """The name that ends exactly at an offset and begins at a border, or where a verb leads up to it."""
        for start in range(first, stop - 1):
            before = self.text[start - 1 : start] if start > first or not led else ""
            if before and re.match(r"[一-鿿]", before) and before not in LEADS and start not in self.roles.owners:
                continue
            name = self._read(start)
            if name is not None and name.end == stop and name.score >= NEEDED["office"]:
                return name
        return None


def merge(text: str, namings: list[Naming], published: str | None) -> tuple[Person, ...]:
    """One person a name: the naming with a body first, then the longer role, and all namings as evidence."""
    by_name: dict[str, list[Naming]] = {}
    for naming in sorted(namings, key=lambda n: (n.name.start, -len(n.role))):
        by_name.setdefault(text[naming.name.start : naming.name.end], []).append(naming)
    people = []
    for name, group in by_name.items():
        best = max(group, key=lambda n: (n.organisation is not None, len(n.role), -n.start))
        evidence = tuple(Evidence(s, e) for s, e in sorted({(n.start, n.end) for n in group}))
        posts = tuple(posts_of(text, group, published))
        people.append(Person(name, best.role, best.organisation, evidence, best.rule, posts))
    return tuple(sorted(people, key=lambda p: (p.evidence[0], p.name)))


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
