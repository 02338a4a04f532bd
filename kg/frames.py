"""The places that the lines around an article name; a given name in a byline (李昆明, 李安阳) is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.gazetteer import Gazetteer, NameHit
from kg.model import FrameLine, FrameRole
from kg.rulebook import RuleBook, load_rulebook

# The lines of the frame that say where an article is from. The issuer of a bulletin writes about its own area; a
# distribution list also names those above it; a masthead may be that of a larger paper.
_TELLING: frozenset[str] = frozenset({"issuer", "masthead", "section", "byline", "distribution"})
_BODY = r"[^\s，。：:、]{3,24}(?:政府|[县区市旗镇乡省]委|委员会|办公室|办事处|中心|[部局委办])"
# At the foot of a portal's page, and beside the date: 主办单位：某县人民政府, 来源：某县委社会工作部.
_HOST = re.compile(rf"主办(?:单位)?\s*[：:]\s*(?P<body>{_BODY})")
_SOURCE = re.compile(rf"来\s*源\s*[：:]\s*(?P<body>{_BODY})(?![^\s])")
_STAFF = re.compile(r"(?:编辑|责编|编审|审核|审读|校对|制片|摄像|配音|播音|监制|美编)\s*[：:]")
_AUTHORSHIP = ("记者", "通讯员", "作者", "实习生", "撰稿", "整理", "报道")
_BODIES = "报网台讯社局委办站厅市县区省"


def telling_lines(frame: Iterable[FrameLine]) -> Iterator[FrameLine]:
    """The lines around an article that say where it is from; of the page's foot and date no more than the body."""
    for line in frame:
        if line.role in _TELLING:
            yield line
        elif line.role == "page-mark" and (host := _HOST.search(line.text)):
            yield _part(line, host, "masthead")
        elif line.role == "date" and (source := _SOURCE.search(line.text)):
            yield _part(line, source, "byline")


def _part(line: FrameLine, found: re.Match[str], role: FrameRole) -> FrameLine:
    start, end = found.span("body")
    return FrameLine(role, found["body"], line.start + start, line.start + end)


def places_of_line(line: FrameLine, gazetteer: Gazetteer) -> Iterator[NameHit]:
    """The listed names in a line of the frame, offsets into its text, without those that are people's."""
    signed = line.role == "byline" or _STAFF.search(line.text) is not None
    people = _people(load_rulebook()) if signed else None
    spans = [p.span() for p in people.finditer(line.text) if _opens(line.text, p.start())] if people else []
    for hit in gazetteer.scan(line.text):
        if not any(s <= hit.start and hit.end <= e and (s, e) != (hit.start, hit.end) for s, e in spans):
            yield hit


@lru_cache(maxsize=4)
def _people(book: RuleBook) -> re.Pattern[str]:
    """A surname, one or two characters of a given name, and no other behind them; 武安报 and 平安局 are bodies."""
    surnames = "".join(sorted(book.words("surnames", kind="single")))
    return re.compile(rf"[{re.escape(surnames)}][一-鿿]{{1,2}}(?<![{_BODIES}])(?![一-鿿])")


def _opens(text: str, start: int) -> bool:
    """Whether a name may begin at an offset: a line, white space, a mark or a word of authorship stands before it."""
    return start == 0 or not "一" <= text[start - 1] <= "鿿" or text.endswith(_AUTHORSHIP, 0, start)
