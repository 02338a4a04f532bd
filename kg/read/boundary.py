"""Score whether a group of headings heads a new article or stands inside the current one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from kg.model import ScorePart
from kg.read.blocks import CLOSERS, RULED, ends_sentence
from kg.read.cues import pattern
from kg.read.dates import number
from kg.read.drafts import Draft, Group, bare
from kg.read.headings import NUMBERED, Page, body_opening, is_dateline
from kg.read.piece import Piece
from kg.read.places import (
    has_place_colon,
    introduces_county,
    is_bare_place,
    named_places,
    names_elsewhere,
    names_only_known,
    starts_with_place,
)
from kg.read.series import is_of_news

THRESHOLD = 2.0
NEWS = "news-of-its-own"
_NEAR = 200
_COUNTY, _TOWN = "县区旗", "镇乡道"
_LARGE, _OVERVIEW = "省市州盟", 80
# 三县老年助餐观察, 走访了四个乡镇: how many places a round-up tells of.
_SO_MANY = re.compile(
    r"(?P<count>[两二三四五六七八九十]|\d{1,2})个?(?:县[区市]?|区县?|市县?|地市?|州市?|镇|乡镇?|村|社区|街道|旗县?)(?!级|里)"
)
_FEWEST = 2  # places of a round-up
_OPENING, _OPENS_WITH = 60, 25
_SCENE = 80  # 雨后的茶山绿得发亮，采茶人早早上了坡。近日，…
_SENTENCE_ENDS = re.compile(r"[？！?!。][”’」』]?(?=.)")
_FRAME = re.compile(r"从.+到.+")
_SHORTEST_ECHO = 4
_INTRODUCED = re.compile(r"[ ，。,：:（(]|是|由|为|位于|成立|组建|现[有共]|共有")
_TOPIC = re.compile(r"(?P<topic>[\u4e00-\u9fff]{4})[：:][^：:]+")  # 旧物新生：老磨坊里办书屋


def boundary_parts(
    group: Group, current: Draft, later: Sequence[Group], contents: set[str], page: Page
) -> tuple[ScorePart, ...]:
    """The named parts of the score for a group of headings to head a new article."""
    if not current.has_text and not current.title:
        return (ScorePart("first", 9.0),)
    if any(p.headline for p in group.headings):
        return (ScorePart("item", 9.0),)
    parts = [
        ScorePart("byline-before", 3.0 if group.byline_before else 0.0),
        ScorePart("byline-behind", 3.0 if group.byline_behind else 0.0),
        ScorePart("headline-without-text", -4.0 if not current.has_text else 0.0),
        ScorePart("taken-up-behind", 4.0 if group.taken_up else 0.0),
        _apart(group, page),
        ScorePart("listed", 4.0 if any(bare(p.text) in contents for p in group.headings) else 0.0),
        ScorePart("numbered", -4.0 if group.numbered or NUMBERED.match(group.headings[0].text) else 0.0),
        *_place_parts(group),
        *_form_parts(group, current),
        *_style_parts(group, current, later),
        *_text_parts(group, current),
        ScorePart(NEWS, 9.0 if is_of_news(group, current, later) else 0.0),
        ScorePart("section-of-an-overview", -9.0 if _under_overview(group, current, later) else 0.0),
    ]
    return tuple(part for part in parts if part.value)


def _apart(group: Group, page: Page) -> ScorePart:
    """What more empty lines than usual say, or a line drawn across the page: sections of one report have those too."""
    gap = group.headings[0].block.gap
    if gap >= page.gap + RULED:
        return ScorePart("below-a-rule", 2.0 if starts_with_place(group.text) else 0.0)
    return ScorePart("apart", 1.0 if gap > page.gap else 0.0)


def _is_signed(group: Group) -> bool:
    """Whether a byline or a dateline stands around a heading, which makes it another pen's."""
    opening = body_opening(group.behind.text + " ") if group.behind is not None else ""
    return bool(group.byline_before or group.byline_behind) or is_dateline(opening) or opening.endswith("讯")


def _under_overview(group: Group, current: Draft, later: Sequence[Group]) -> bool:
    """Whether a series of counties (康县：…, 高台县：…) stands below an overview of a larger place, all of one pen."""
    series = [p for p in current.pieces if p.kind == "heading"] + [g.headings[0] for g in later if not g.byline_before]
    if _is_signed(group) or len(group.headings) > 1 or not has_place_colon(group.text):
        return False
    if _announced(current, sum(has_place_colon(p.text) for p in series) + 1):
        return True
    first = next((i for i, p in enumerate(current.body) if p.kind == "heading"), len(current.body))
    overview = "".join(p.text for p in current.body[:first])
    title = "".join(p.text for p in current.title)
    named = [name for name in named_places(title + overview, _COUNTY + _LARGE) if not name.endswith("山区")]
    large = bool(named) and named[0][-1] in _LARGE and bool(title) and not has_place_colon(title)
    if not large or len(overview) < _OVERVIEW or names_elsewhere(group.text, title + overview):
        return False
    return any(has_place_colon(p.text) for p in series)


def _announced(current: Draft, count: int) -> bool:
    """Whether the headline or the text above the first subhead says that so many places follow (走访三县, 四个村).

    The headline itself names no place before a colon, and at least two places follow.
    """
    title = "".join(p.text for p in current.title)
    first = next((i for i, p in enumerate(current.body) if p.kind == "heading"), len(current.body))
    above = title + "".join(p.text for p in current.body[:first])
    told = (number(m["count"]) for m in _SO_MANY.finditer(above))
    return count >= _FEWEST and not has_place_colon(title) and count in told


def _place_parts(group: Group) -> list[ScorePart]:
    first = group.headings[0].text
    kicker = len(group.headings) > 1 and is_bare_place(first)
    return [
        ScorePart("place-kicker", 2.5 if kicker else 0.0),
        ScorePart("place-colon", 2.5 if has_place_colon(first) else 0.0),
        ScorePart("topic-colon", -2.5 if _is_topic(group) else 0.0),
    ]


def _is_topic(group: Group) -> bool:
    """Whether a heading says of which topic a section tells (旧物新生：…), and nobody signs it."""
    found = _TOPIC.fullmatch(group.text)
    return found is not None and not (_is_signed(group) or has_place_colon(group.text) or named_places(found["topic"]))


def _form_parts(group: Group, current: Draft) -> list[ScorePart]:
    longest = max(len(p.text) for p in group.headings)
    parts = [ScorePart("lines", 1.0 if len(group.headings) > 1 else 0.0)]
    parts.append(ScorePart("length", 1.0 if longest >= 22 else 0.5 if longest >= 18 else -1.0 if longest < 10 else 0.0))
    level, title = group.headings[0].block.level, (current.title[0].block.level if current.title else 0)
    if level:
        parts.append(ScorePart("markdown-level", 3.0 if title and level <= title else -3.0 if title else 0.0))
    return parts


def style(piece: Piece) -> tuple[int, int]:
    """What subheads of one article share: the number of spaces, the number of characters."""
    return piece.text.count(" "), len(piece.text)


def _alike(a: Piece, b: Piece) -> bool:
    (spaces, length), (other_spaces, other_length) = style(a), style(b)
    return spaces == other_spaces and abs(length - other_length) <= 2


def _lines_alike(lines: Sequence[Piece], others: Sequence[Piece]) -> bool:
    """Whether two groups have the same lines: as many, each as long or in the frame (从…到…) of the other's."""
    return len(lines) == len(others) and all(
        _alike(a, b) or (_FRAME.fullmatch(a.text) and _FRAME.fullmatch(b.text))
        for a, b in zip(lines, others, strict=True)
    )


def _subheads(current: Draft) -> Iterator[list[Piece]]:
    """The headings of an article so far, those that stand together as one."""
    for is_heading, run in groupby(current.pieces[-_NEAR:], key=lambda p: p.kind == "heading"):
        if is_heading:
            yield list(run)


def _style_parts(group: Group, current: Draft, later: Sequence[Group]) -> list[ScorePart]:
    """Subheads of one article look alike, line by line, and so do the headlines of one page."""
    lines, parts = group.headings, []
    if len(lines) == 1 and len(current.title) == 1 and _alike(lines[0], current.title[0]):
        parts.append(ScorePart("like-the-headline", 1.5 if named_places(group.text) or group.byline_behind else 1.0))
    if any(_lines_alike(lines, above) for above in _subheads(current)):
        parts.append(ScorePart("like-subheads", -1.5))
    elif any(_lines_alike(lines, g.headings) for g in later[:2]):
        parts.append(ScorePart("like-next-heading", -1.0))
    if _goes_on_series(group, current):
        parts.append(ScorePart("like-the-series", -6.0))
    if len(lines) > 1 and lines[0].text.rstrip(CLOSERS)[-1:] in tuple("？！?!"):
        # The text puts a question, or calls out, and a subhead follows it.
        parts.append(ScorePart("text-asks", -3.0 if _SENTENCE_ENDS.search(lines[0].text) else -1.5))
    return parts


def _goes_on_series(group: Group, current: Draft) -> bool:
    """Whether subheads of the article so far begin with a place and a colon, as this one does, and nobody signs it."""
    if _is_signed(group) or len(group.headings) > 1 or not has_place_colon(group.text):
        return False
    return any(has_place_colon(run[-1].text) for run in _subheads(current))


def _text_parts(group: Group, current: Draft) -> list[ScorePart]:
    parts = []
    if group.before is not None and group.before.kind == "body":
        parts.append(ScorePart("text-unfinished", 0.0 if ends_sentence(group.before.text) else -1.5))
        parts.append(ScorePart("text-closes", 0.5 if pattern("^(?:<<closings>>)").search(group.before.text) else 0.0))
    if group.behind is None:
        return [*parts, ScorePart("no-text", -9.0)]
    opening = body_opening(group.behind.text + " ")  # 江山讯 may stand alone where its byline was cut out
    if opening:
        general = pattern("<<report_leads>>").fullmatch(opening) is not None
        sent = is_dateline(opening) or opening.endswith("讯")
        parts.append(ScorePart("opens-like-a-report", 1.0 if general else 3.0 if sent else 1.5))
    elif pattern("[。！？](?:<<news_leads>>)").search(group.behind.text, 0, _SCENE):
        parts.append(ScorePart("scene-then-news", 1.5))
    if _introduces_its_headline(group):
        parts.append(ScorePart("text-opens-with-headline", 5.0))
    elif _is_about_the_same(group, current, opening):
        parts.append(ScorePart("same-place-behind", -1.5))
    return [*parts, *_new_place_parts(group, group.behind.text, current)]


def _first_text(current: Draft) -> str:
    """The first paragraph of an article."""
    return next((p.text for p in current.pieces if p.kind == "body"), "")


def _introduces_its_headline(group: Group) -> bool:
    """Whether the text behind opens with the headline, as portraits do (金桥巷夜巡队，由退休工人组成)."""
    text, echoed = group.behind.text if group.behind is not None else "", len(group.text)
    return echoed >= _SHORTEST_ECHO and text.startswith(group.text) and bool(_INTRODUCED.match(text, echoed))


def _is_about_the_same(group: Group, current: Draft, opening: str) -> bool:
    """Whether a heading without a place or a pen stands above text that opens with a place the article began with."""
    signed = group.byline_before or group.byline_behind or is_dateline(opening)
    if signed or group.behind is None or named_places(group.text) or has_place_colon(group.text):
        return False
    known = "".join(p.text for p in current.title) + _first_text(current)
    return names_only_known(group.behind.text[:_OPENS_WITH], known)


def _is_of_a_city(current: Draft) -> bool:
    """Whether a headline names a city or province and none of its counties or towns: what follows may be from any."""
    title = "".join(p.text for p in current.title)
    return bool(named_places(title, _LARGE)) and not named_places(title, _COUNTY + _TOWN)


def _new_place_parts(group: Group, text: str, current: Draft) -> list[ScorePart]:
    """Places that the current article has not named yet, in the headline and where the text opens."""
    known = "".join(p.text for p in [*current.title, *current.pieces[:40]])
    headline = group.text
    fresh = [name for name in named_places(headline) if name not in known]
    first = _first_text(current)[:40]
    opens = [name for name in named_places(text[:_OPENS_WITH]) if name not in known]
    elsewhere = names_elsewhere(text[:_OPENING], known)
    example = not named_places(headline) and not elsewhere and _is_of_a_city(current)
    county = [name for name in opens if name[-1] in _COUNTY] if named_places(first, _COUNTY) else []
    town = [name for name in opens if name[-1] in _TOWN] if named_places(first, _TOWN) else []
    return [
        ScorePart("elsewhere", 1.5 if names_elsewhere(headline, known) else 0.0),
        ScorePart("elsewhere-behind", 1.0 if elsewhere else 0.0),
        ScorePart("introduces-a-county", 2.0 if introduces_county(group.lead, known) else 0.0),
        ScorePart("leads-elsewhere", 1.0 if names_elsewhere(group.lead, known) else 0.0),
        ScorePart("new-place", 1.5 if fresh else 0.0),
        ScorePart("place-echoed", 1.0 if any(name in text[:40] for name in fresh) else 0.0),
        ScorePart("place-first", 1.0 if fresh and starts_with_place(headline) else 0.0),
        ScorePart("other-county", 2.0 if county else 0.0),
        ScorePart("example-of-a-city", -1.5 if opens and example else 0.0),
        ScorePart("other-town", 1.0 if town and not fresh else 0.0),
        ScorePart(
            "opens-with-a-county", 0.5 if not county and any(name[-1] in _COUNTY + "省市" for name in opens) else 0.0
        ),
    ]
