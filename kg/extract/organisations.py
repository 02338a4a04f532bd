"""Read the organisations of an article: bodies of places, proper names, named teams and alliances."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from kg.extract.organisations_listed import ListedBodies
from kg.extract.organisations_merge import merge, with_joint_branches, without_overlap
from kg.extract.organisations_names import NamedBodies
from kg.extract.organisations_places import PlaceBodies
from kg.extract.organisations_prefix import OrganMention, Prefixes
from kg.extract.organisations_quoted import QuotedBodies
from kg.extract.organisations_units import Units
from kg.extract.organisations_words import organ_words
from kg.extract.spans import Spans
from kg.model import Article, ArticlePlaces, Organisation
from kg.rulebook import RuleBook

CALLED = re.compile(r"[（(](?:以下|下文)?(?:简称|统称)(?:为|：)?“?")
# 水务局|家属院 is where people live, 融媒体中心|讯（ and 日报社|印务中心承印 head or close a page,
# 入选甲省农民合作社|典型案例 tells of a sort.
ELSE = re.compile(
    r"(?:家属(?:院|区|楼)|职工宿舍|(?:[老旧]|家属)?宿舍|讯(?![息问号])|(?:印务中心|印刷厂)?承印"
    r"|[ 　]*《[^》\n]{2,10}》播出|(?:十佳|典型|优秀|示范|先进)(?:案例|单位|集体|个人))"
)
# …联合党支部2个，and 社工站全覆盖 speak of a sort of bodies, 协会12家企业 of others.
COUNTED = re.compile(r"(?:[0-9]+|[一二两三四五六七八九十百]{1,3})[余多]?[个家支处所](?![一-鿿])|全覆盖")
# 获评“某省金牌调解工作室”: what one is honoured as is a title, not a body.
HONOURED = re.compile(
    r"(?:获评|荣获|获颁|获得|评为|评选为|评定为|认定为|表彰为|授予|入选|入围)[^，。；“”]{0,8}(?:“[^“”\n]{2,30}”[、和及]?){0,6}“\Z"
)
HONOUR_REACH = 120
# 国网|安徽省电力有限公司, 中国铁路|上海局集团有限公司: the firm of the whole country that a place's firm belongs to.
PARENT = re.compile(r"(?:国网|中国(?:铁路|石化|石油|移动|电信|联通|邮政|人寿|人保|中铁|铁塔))\Z")
LONGEST_PARENT = 4
TITLE = re.compile(r"《[^》\n]{1,80}》")


def extract_organisations(article: Article, places: ArticlePlaces, book: RuleBook) -> tuple[Organisation, ...]:
    """The organisations that an article names, once each, in the order of their first naming.

    ``name`` is the fullest form the article gives, a level word written out (县医保局 → 凤台县医保局) from the
    article's settled places; all namings, short ones too, are evidence. Book and document titles are not read.
    """
    return merge(spelt_out(article.text, organ_mentions(article, places, book)))


def spelt_out(text: str, mentions: Sequence[OrganMention]) -> list[OrganMention]:
    """The namings with an abbreviation that the article explains (以下简称“……”) under the name it stands for."""
    full: dict[str, OrganMention] = {}
    for before, behind in pairwise(mentions):
        m = CALLED.match(text, before.end)
        if m and m.end() == behind.start and before.kind == behind.kind:
            full[behind.name] = before
    return [replace(m, name=full[m.name].name, key=full[m.name].key) if m.name in full else m for m in mentions]


@lru_cache(maxsize=1)
def organ_mentions(article: Article, places: ArticlePlaces, book: RuleBook) -> tuple[OrganMention, ...]:
    """Every naming of an organisation, in text order and without overlap."""
    words = organ_words(book)
    prefixes = Prefixes(article, places)
    titles = Spans(m.span() for m in TITLE.finditer(article.text))

    def outside(mentions: list[OrganMention]) -> list[OrganMention]:
        return [m for m in mentions if not titles.touch(m.start, m.start + 1)]

    quoted = without_overlap(outside(list(QuotedBodies(article.text, book, words).find())))
    spans = Spans((m.start, m.end) for m in quoted)
    units = Units(article.text, prefixes, words)
    placed = outside(list(PlaceBodies(article.text, prefixes, words, units).find()))
    placed = [with_parent(article.text, m) for m in placed]
    placed = without_overlap([m for m in placed if not spans.touch(m.start, m.end)])
    taken = Spans([*spans.spans, *((m.start, m.end) for m in placed), *titles.spans])
    named = list(NamedBodies(article.text, prefixes, words, units).find(taken))
    listed = outside(list(ListedBodies(article.text, words).find()))
    farms = {m.end for m in places.mentions if article.text[m.end - 1] == "场"}  # 查哈阳农场 is a township
    every = with_joint_branches(article.text, without_overlap([*quoted, *placed, *named, *listed]))
    every = [m for m in every if m.end not in farms and "某" not in m.name]  # 某建材公司 is named by no one
    every = [m for m in every if not is_honour(article.text, m)]
    every = [m for m in every if m in quoted or not COUNTED.match(article.text, m.end)]
    return tuple(m for m in every if not units.in_post(m) and not ELSE.match(article.text, m.end))


def with_parent(text: str, mention: OrganMention) -> OrganMention:
    """A place's firm with the firm of the whole country before it, of which it is a part."""
    parent = PARENT.search(text, max(0, mention.start - LONGEST_PARENT), mention.start)
    if parent is None or mention.kind != "company" or not text.startswith(mention.name, mention.start):
        return mention
    name = parent[0] + mention.name
    return replace(mention, start=parent.start(), name=name, key=parent[0] + mention.key)


def is_honour(text: str, mention: OrganMention) -> bool:
    """Whether what reads like a body is the whole of a quoted honour."""
    closed = text.startswith("”", mention.end)
    return closed and HONOURED.search(text, max(0, mention.start - HONOUR_REACH), mention.start) is not None
