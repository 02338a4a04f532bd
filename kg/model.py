"""The types that every stage shares; nothing here reads, writes or computes more than a property.

Offsets are half-open code-point offsets. Unless said otherwise they point into ``Article.text``;
``where="source"`` and everything in ``SourceDocument`` points into the decoded source file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Level = Literal["province", "prefecture", "county", "township", "village", "zone", "compound"]
OrganisationKind = Literal[
    "party", "government", "discipline", "self-governance", "company", "social", "public", "alliance", "team"
]
PracticeKind = Literal[
    "brand", "method", "model", "mechanism", "project", "campaign", "platform", "station", "team", "activity"
]
Stage = Literal["done", "under-way", "planned"]
ExtentKind = Literal["pilot", "rolled-out"]
FrameRole = Literal[
    "masthead", "issue", "date", "issuer", "distribution", "contents",
    "section", "caption", "page-mark", "repeat", "byline",
]  # fmt: skip
MentionKind = Literal["full", "short", "pattern", "reference"]
TenureStatus = Literal["current", "then", "former"]
Confidence = Literal["high", "medium", "low"]
PlaceStatus = Literal["settled", "open", "new"]

LEVELS: tuple[Level, ...] = ("province", "prefecture", "county", "township", "village", "zone", "compound")


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where something is stated: ``[start, end)`` in the article's text or in the decoded source file."""

    start: int
    end: int
    where: Literal["text", "source"] = "text"


@dataclass(frozen=True, slots=True)
class Segment:
    """``length`` characters of the text that stand in one run in the source file."""

    text_start: int
    source_start: int
    length: int


@dataclass(frozen=True, slots=True)
class FrameLine:
    """A line of the source that frames the articles (masthead, distribution list, caption …); source offsets."""

    role: FrameRole
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Notice:
    """An error or oddity of the source (source offsets); ``readings`` are what it prints, then what that may mean."""

    kind: str
    message: str
    start: int
    end: int
    article: int | None = None
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Author:
    """A name in the byline; the evidence points into the source file."""

    name: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Article:
    """One report: headline, line break, cleaned body.

    ``segments`` map the text to the source file (what the cleaning put in belongs to none); ``frame`` has the framing
    lines of the whole file; ``published`` is an ISO date as exact as the source states it.
    """

    source: str
    n: int
    title: str
    text: str
    segments: tuple[Segment, ...]
    published: str | None = None
    published_evidence: Evidence | None = None
    authors: tuple[Author, ...] = ()
    frame: tuple[FrameLine, ...] = ()

    @property
    def body_start(self) -> int:
        """Offset of the body's first character in ``text``."""
        return len(self.title) + 1

    @property
    def opening(self) -> str:
        """The first 12 characters of the body, white space removed."""
        return "".join(self.text[self.body_start :].split())[:12]

    def source_offset(self, offset: int) -> int | None:
        """The source offset of one character of ``text``; None for a character that the cleaning put in."""
        start, end = self.source_range(offset, offset + 1)
        return start if start < end else None

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of a stretch of ``text``, as far as the source has it; ``(0, 0)`` where it has nothing."""
        met = ((s, max(start, s.text_start), min(end, s.text_start + s.length)) for s in self.segments)
        found = [at + s.source_start - s.text_start for s, i, j in met if i < j for at in (i, j)]
        return (min(found), max(found)) if found else (0, 0)


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One file that was read: its decoded text and the articles in it, in reading order."""

    name: str
    path: str
    sha256: str
    encoding: str
    text: str
    articles: tuple[Article, ...]
    frame: tuple[FrameLine, ...] = ()
    notices: tuple[Notice, ...] = ()


class Sentence(NamedTuple):
    """A sentence of an article; sentences tile the text (each ends where the next begins)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A stretch of text that may name a place; ``candidates`` are gazetteer keys, best known first (may be empty)."""

    start: int
    end: int
    name: str
    kind: MentionKind
    level: Level | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One named part of a decision's score."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A unit of the official list that a name may stand for, with the parts of its score."""

    code: str
    name: str
    path: str
    parts: tuple[ScorePart, ...] = ()

    @property
    def score(self) -> float:
        """The sum of the parts."""
        return sum(part.value for part in self.parts)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that an article names.

    ``name`` is the official name without parents; ``code`` the six-digit GB/T 2260 code or the nine- or
    twelve-digit code of the statistics bureau's 2023 list, None where the list has no such unit, has it under another
    name, or the choice is open; ``within`` names the enclosing places, smallest first, and ``within_codes`` their codes
    (None where there is none); ``parent`` is ``within[0]``.
    """

    name: str
    level: Level
    code: str | None
    within: tuple[str, ...] = ()
    within_codes: tuple[str | None, ...] = ()
    status: PlaceStatus = "settled"
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[PlaceCandidate, ...] = ()

    @property
    def parent(self) -> str | None:
        """The smallest enclosing place that is certain."""
        return self.within[0] if self.within else None


@dataclass(frozen=True, slots=True)
class ResolvedMention:
    """A mention or reference (全县, 该镇) and the place it stands for: an index into ``ArticlePlaces.places``."""

    start: int
    end: int
    place: int
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class ArticlePlaces:
    """The places of one article, the mentions that name them in text order, and those the report is about.

    ``conflicts`` are contradictions between the article and the official list (宿州市宿豫区), for the report.
    """

    places: tuple[Place, ...] = ()
    mentions: tuple[ResolvedMention, ...] = ()
    localities: tuple[int, ...] = ()
    conflicts: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation with a name of its own; ``name`` is the fullest form that the article gives."""

    name: str
    kind: OrganisationKind
    evidence: tuple[Evidence, ...]
    rule: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post in time: ``current`` as of the article, ``then`` at the time it tells of (时任), or ``former`` (原, 曾任).

    ``since`` and ``until`` are ISO dates as exact as they are stated; ``place`` is the place of the body. ``evidence``
    holds the namings, ``told`` the words and dates that tell the time.
    """

    role: str
    organisation: str | None
    place: str | None
    status: TenureStatus
    since: str | None
    until: str | None
    evidence: tuple[Evidence, ...]
    told: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A person named with a function; ``posts`` are all that the article gives, in the order of their first naming."""

    name: str
    role: str
    organisation: str | None
    evidence: tuple[Evidence, ...]
    rule: str
    posts: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a practice that the article lists: 组织联建 of the “四联” mechanism."""

    name: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Served:
    """A group that a practice serves, by its id in ``target_groups.csv``, and where the text names it."""

    group: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a practice has gone in its place, as the article says there: tried out, or in use all over it."""

    kind: ExtentKind
    evidence: Evidence
    rule: str


@dataclass(frozen=True, slots=True)
class Practice:
    """A named way of governing; ``at`` are place names, ``concepts`` ids of the practice concepts.

    ``since`` is the ISO date, as exact as stated, at which it began; ``parts`` what a number name stands for, where
    as many are listed; ``serves`` the groups that its own sentence or name says it is for; ``extent`` pilot or not;
    ``confidence`` how surely it was read and ``signs`` what tells that, each with how much there is of it.
    """

    name: str
    kind: PracticeKind
    at: tuple[str, ...]
    concepts: tuple[str, ...]
    aliases: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    rule: str
    stage: Stage = "done"
    since: str | None = None
    since_evidence: Evidence | None = None
    parts: tuple[Component, ...] = ()
    serves: tuple[Served, ...] = ()
    extent: Extent | None = None
    confidence: Confidence | None = None
    signs: tuple[ScorePart, ...] = ()


@dataclass(frozen=True, slots=True)
class ConceptUse:
    """A kind of practice that a place carries out, with or without a name of its own; the rest as in Practice."""

    concept: str
    at: str
    evidence: tuple[Evidence, ...]
    rule: str
    stage: Stage = "done"
    serves: tuple[Served, ...] = ()
    confidence: Confidence | None = None
    signs: tuple[ScorePart, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyDocument:
    """A policy, plan, rule, notice or standard named in 《》."""

    title: str
    issuer: str | None
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Award:
    """A recognition received from outside."""

    title: str
    recipient: str | None
    year: int | None
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A count or amount about what was built, done, found or reached; 万 and 亿 are worked out in ``value``."""

    what: str
    value: float
    unit: str
    approximate: bool
    at: str | None
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """A place that an article says learned from another: it went to see, took over or copied what is done there.

    ``learner`` and ``source`` are place names, also for their bodies; ``practices`` those that the sentence names.
    """

    learner: str
    source: str
    practices: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """Everything that was read out of one article, each family in the order of its evidence."""

    article: Article
    places: ArticlePlaces
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    practices: tuple[Practice, ...] = ()
    concepts: tuple[ConceptUse, ...] = ()
    documents: tuple[PolicyDocument, ...] = ()
    awards: tuple[Award, ...] = ()
    measures: tuple[Measure, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def localities(self) -> tuple[str, ...]:
        """Names of the places whose work the article reports."""
        return tuple(self.places.places[i].name for i in self.places.localities)
