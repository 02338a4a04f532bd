"""Short forms that are everyday words as well, known by the list they stand in: 和平、河东、静海 of 天津."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from kg.extract.places.scene import Scene
from kg.gazetteer import NameHit
from kg.model import PlaceMention

_JOINTS = frozenset("、和及与")
_CALLED = re.compile(r"等?(?:邻近?|周边|相邻的?|[2-9两三四五六七八九][个地]?)(?:县|旗)(?![委政域])|等县(?![委政域级])")
_ENOUGH = 2  # members of a list that lie in one city


def in_lists_of_siblings(scene: Scene, hits: Iterable[NameHit], taken: Sequence[PlaceMention]) -> frozenset[NameHit]:
    """The hits that are listed with counties of their own city: with a sure one, or two of a city that is named."""
    named = {key for m in taken for key in m.candidates if m.level != "county"}
    sure = {(m.start, m.end): _parents(scene, m.candidates) for m in taken if m.level == "county"}
    doubtful = {(h.start, h.end): h for h in hits}
    keys = {span: [u.key for u in scene.gazetteer.by_short(h.name)] for span, h in doubtful.items()}
    parents = sure | {span: _parents(scene, keys[span]) for span in doubtful}
    firm = {span for span in parents if span in sure or doubtful[span].form == "short"}
    found: set[NameHit] = set()
    for run in runs(scene.text, sorted(parents)):
        often = Counter(key for span in run for key in parents[span])
        told = {key for span in run if span in firm for key in parents[span]}
        shared = {key for key, times in often.items() if times >= _ENOUGH and (key in told or key in named)}
        called = _CALLED.match(scene.text, run[-1][1]) is not None  # 平和、云霄等邻县
        found.update(doubtful[span] for span in run if span in doubtful and (called or parents[span] & shared))
    return frozenset(found)


def _parents(scene: Scene, keys: Collection[str]) -> set[str]:
    units = (scene.gazetteer.unit(key) for key in keys)
    return {u.parent for u in units if u.parent and u.level == "county"}


def runs(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The spans that one mark or word of a list parts from the next, two or more together."""
    run: list[tuple[int, int]] = []
    for span in spans:
        if run and (span[0] - run[-1][1] != 1 or text[run[-1][1]] not in _JOINTS):
            if len(run) > 1:
                yield run
            run = []
        run.append(span)
    if len(run) > 1:
        yield run
