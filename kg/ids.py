"""The only place that mints IRIs and hashes: the same thing gets the same name in every run and from every file order.

IRIs lie under ``https://w3id.org/zhitu/id/``. Their last part is an official code where there is one; otherwise a
readable part (ASCII letters, digits and Chinese characters of the name, at most 24) and 16 hexadecimal digits of a
BLAKE2b hash over what identifies the thing. Whatever a name holds (NUL, bidirectional marks, ten thousand
characters), its IRI is short and needs no escaping in Turtle or N-Quads.

A name alone identifies nothing in this field: 红色物业 is run in hundreds of places and every county has a 民政局. So
names are read together with an *anchor*: the county, or the place's own code where it is larger. What cannot be
anchored is kept apart by article, because joining two things later is easier than parting one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

from kg.model import Article, Evidence, Level, Place

ONTOLOGY = "https://w3id.org/zhitu/ontology#"
BASE = "https://w3id.org/zhitu/id/"
DATASET = BASE + "dataset"
SCHEME = BASE + "scheme/practices"
TARGET_GROUPS = BASE + "scheme/target-groups"
SUBJECT_CLASSES = BASE + "scheme/subject-classes"
GAZETTEER_GRAPH = BASE + "graph/gazetteer"
VOCABULARY_GRAPH = BASE + "graph/practices"
ABOUT_GRAPH = BASE + "graph/about"

_READABLE = re.compile(r"[0-9A-Za-z\u4e00-\u9fff]+")
_READABLE_LENGTH = 24
_SIGNIFICANT = "+%>-"
_SMALL: frozenset[Level] = frozenset({"village", "compound"})


def normal(name: str) -> str:
    """A name without case, width, quotes, punctuation and white space; the name itself where nothing else remains."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LN" or c in _SIGNIFICANT) or name


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that identify a sequence of strings; ``("ab", "c")`` differs from ``("a", "bc")``."""
    total = hashlib.blake2b(digest_size=8)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


def readable(name: str) -> str:
    """The part of a name that may stand in an IRI as it is, at most 24 characters; may be empty."""
    return "".join(_READABLE.findall(name[: _READABLE_LENGTH * 4]))[:_READABLE_LENGTH]


def tail(iri: str) -> str:
    """The part of an IRI that identifies it among its kind: ``320404`` of ``…/id/place/320404``."""
    return iri.rsplit("/", 1)[-1]


def article_iri(article: Article) -> str:
    """An article is its text: the same report printed in two files is one article, whatever the files' names."""
    return _named("article", article.title, article.text)


def source_iri(name: str) -> str:
    """A source file is its name (its path below the folder that was read)."""
    return _named("source", name, name)


def graph_iri(article: str) -> str:
    """The named graph that holds what one article (given by its IRI) says."""
    return f"{BASE}graph/{tail(article)}"


def concept_iri(concept: str) -> str:
    """A practice concept by its id: ``…/id/concept/red-property``."""
    return f"{BASE}concept/{quote(concept, safe='')}"


def target_group_iri(group: str) -> str:
    """A group that practices serve by its id: ``…/id/target-group/older-people``."""
    return f"{BASE}target-group/{quote(group, safe='')}"


def coded_place_iri(code: str) -> str:
    """A place by its official code of 6, 9 or 12 digits."""
    return f"{BASE}place/{code}"


def place_iri(place: Place, article: Article) -> str:
    """A place by its code, else by its name and the places around it up to the first one with a code.

    Without a code, and without a coded place around it that is small enough to make the name unambiguous (a county
    for villages and compounds, a prefecture for the rest), the place is that article's own: 王庄村 is the name of 421
    villages.
    """
    if _is_code(place.code):
        return coded_place_iri(str(place.code))
    path: list[str] = []
    around = ""
    for name, code in zip(place.within, place.within_codes, strict=False):
        if _is_code(code):
            around = str(code)
            break
        path.append(normal(name))
    if around and _is_small_enough(around, place.level):
        scope = around
    elif place.level == "province":
        scope = ""
    else:
        scope = article_iri(article)
    return _named("place", place.name, scope, *path, normal(place.name))


def anchor(place: Place, article: Article) -> str:
    """The county that a place lies in (six digits), its own code where it is larger, else its own identity."""
    for code in (place.code, *place.within_codes):
        if _is_code(code) and (len(str(code)) > 6 or not str(code).endswith("00")):
            return str(code)[:6]
    return tail(place_iri(place, article))


def practice_iri(name: str, anchored: str) -> str:
    """A practice by its name and the anchor of the first place that runs it."""
    return _named("practice", name, anchored, normal(name))


def organisation_iri(name: str, place: Place | None, article: Article, elsewhere: str) -> str:
    """An organisation by the place that begins its name and the rest of it, else by its full name and anchor.

    成都市龙泉驿区民政局 and 龙泉驿区民政局 are one, and so are 义乌市纪委监委 and 义乌纪委监委. ``elsewhere`` is the
    anchor of an organisation without a place.
    """
    if place is None:
        return _named("organisation", name, elsewhere, normal(name))
    rest = without_places(name, (*reversed(place.within), place.name))
    if rest == normal(name):
        return _named("organisation", name, anchor(place, article), rest)
    return _named("organisation", place.name + rest, tail(place_iri(place, article)), rest)


def without_places(name: str, places: Iterable[str]) -> str:
    """The normal form of a name without the place names (largest first, full or short) that begin it."""
    rest = normal(name)
    for place in map(normal, places):
        for form in (place, place[:-1] if len(place) > 2 else place):
            if rest.startswith(form) and len(rest) - len(form) >= 2:
                rest = rest[len(form) :]
                break
    return rest


def person_iri(name: str, body: str, role: str) -> str:
    """A person by name, post and the IRI of the body served, or an anchor where no body is named."""
    return _named("person", name, normal(name), body, post_core(role))


def post_core(role: str) -> str:
    """What two namings of one post share: 党委书记 and 村书记 are 书记, 党组书记、局长 is 局长; 副 and 第一 stay."""
    last = normal(re.split("[、兼]", role)[-1])
    return "".join(mark for mark in ("第一", "副") if mark in last[:-2]) + last[-2:]


def tenure_iri(person: str, post: str, article: str) -> str:
    """What one article says of a person's time in a post."""
    return f"{BASE}tenure/{digest('tenure', person, post, article)}"


def post_iri(role: str, body: str) -> str:
    """A post by its title and the IRI of its body, or an anchor."""
    return _named("post", role, normal(role), body)


def document_iri(title: str, issuer: str) -> str:
    """A policy document by its title and the IRI of its issuer, or the anchor of the article that names it."""
    return _named("document", title, normal(title), issuer)


def award_iri(title: str, recipient: str, year: int | None) -> str:
    """A recognition by its title, year and the IRI of its recipient, or the anchor of the article that names it."""
    return _named("award", title, normal(title), recipient, str(year or ""))


def measure_iri(article: str, claim: tuple[str, str, str], evidence: Iterable[Evidence]) -> str:
    """A measure is one article's claim (what, amount, where): two articles that count alike make two measures."""
    return _named("measure", claim[0], article, *claim, *_spans(evidence))


def evidence_iri(holder: str, start: int, end: int) -> str:
    """A stretch of an article's text or of a source file, which ``holder`` names by its IRI."""
    return f"{BASE}evidence/{digest(holder, str(start), str(end))}"


def proposal_iri(one: str, other: str) -> str:
    """A proposal that two practices, given by their IRIs in whatever order, may be one."""
    return f"{BASE}proposal/{digest('proposal', *sorted((one, other)))}"


def selector_iri(evidence: str) -> str:
    """The selector of a piece of evidence."""
    return f"{BASE}selector/{tail(evidence)}"


def fact_iri(article: str, statement: Iterable[str], evidence: Iterable[Evidence], rule: str, stage: str) -> str:
    """A fact by article, statement (subject, predicate, object), evidence, rule and stage: a rerun mints it again."""
    return f"{BASE}fact/{digest(article, *statement, *_spans(evidence), rule, stage)}"


def _named(kind: str, name: str, *parts: str) -> str:
    legible = readable(normal(name))  # of two spellings with one hash the readable part must be one, too
    return f"{BASE}{kind}/{legible}{'-' if legible else ''}{digest(kind, *parts)}"


def _spans(evidence: Iterable[Evidence]) -> list[str]:
    return [f"{e.where}:{e.start}-{e.end}" for e in sorted(evidence)]


def _is_code(code: str | None) -> bool:
    return code is not None and len(code) in {6, 9, 12} and code.isascii() and code.isdigit()


def _is_small_enough(code: str, level: Level) -> bool:
    return not code.endswith("00" if level in _SMALL and len(code) == 6 else "0000")
