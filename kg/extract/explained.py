"""The kind of practice that the text around a name explains, where the name tells none (“一升米”: 做好事记分)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.extract.concept_cues import CueHit, CueIndex, longest_hits
from kg.extract.concept_scores import Stretch, score_card, score_hit, scored
from kg.extract.sentences import index_at
from kg.model import Evidence, Sentence

# What the points of a kind, in hundredths, must come to in the stretches of a name that tells none, or in those behind
# them, and how far be ahead of the next.
LIKELY, LIKELY_BEHIND, STANDS_OUT = -150, -100, 50
# What a form says by its role, and how much a sentence counts: the name's own, the next and the one before it in its
# paragraph.
SAYS = {"name": 2.0, "bare": 2.0, "form": 2.0, "cue": 2.0, "whole": 2.0, "actor": 1.0, "weak": 1.0, "helper": 0.5}
PART = 0.3
NEAR = {0: 1.0, 1: 0.8, -1: 0.3}
# To overrule a concept that only a part of the name suggests (巧娘“工坊”, one of several 社会组织), the text must tell
# more of another and hardly anything of that one.
OVERRULING, FAR_AHEAD, HARDLY = 6.0, 3.0, 2.0
NAMINGS, REACH = 3, 300  # mentions, characters
WHERE = re.compile(r"在(?:村里?|社区|小区|镇上?|各村)?$")  # 在村|文化礼堂 says where


def explained(text: str, named: Iterable[Evidence]) -> tuple[str, tuple[Evidence, ...]] | None:
    """The kind that the stretches of the first namings tell most of by their points, with the words; None for none.

    Where those tell none, the stretches behind them in the paragraph may.
    """
    every = scored(text)
    own = [bisect_right(every, naming.start, key=lambda s: s.start) - 1 for naming in tuple(named)[:NAMINGS]]
    behind = [i + 1 for i in own if i + 1 < len(every) and "\n" not in text[every[i].start : every[i].end]]
    told = outstanding([every[i] for i in own], LIKELY) or outstanding([every[i] for i in behind], LIKELY_BEHIND)
    hit = score_hit(text, *told) if told else None
    return (hit.cue.concept, (Evidence(hit.start, hit.end),)) if hit else None


def outstanding(around: list[Stretch], least: int) -> tuple[Stretch, str] | None:
    """The stretch and the kind that it tells more of than any stretch tells of another; None where none does."""
    most = max((max(s.sums) for s in around), default=least - 1)
    if most < least:
        return None
    stretch = next(s for s in around if max(s.sums) == most)
    kind = stretch.sums.index(most)
    other = max(max((*s.sums[:kind], *s.sums[kind + 1 :])) for s in around)
    return (stretch, score_card().kinds[kind]) if most - other >= STANDS_OUT else None


def overruled(
    text: str,
    sentences: tuple[Sentence, ...],
    named: Iterable[Evidence],
    cues: CueIndex,
    suggested: tuple[str, ...],
) -> str | None:
    """The concept of which the sentences around the first namings tell so much that it overrules the suggested ones.

    Those are what only a part of the name suggests.
    """
    weight: defaultdict[str, float] = defaultdict(float)
    seen: set[tuple[int, str, str]] = set()
    for step, hit in forms_around(text, sentences, tuple(named)[:NAMINGS], cues):
        concept, form = hit.cue.concept, text[hit.start : hit.end]
        if (step, concept, form) not in seen:
            seen.add((step, concept, form))
            weight[concept] += SAYS.get(hit.cue.role, PART) * NEAR[step]
    ranked = sorted(weight, key=lambda concept: (-weight[concept], concept))
    if any(weight.get(concept, 0) > HARDLY for concept in suggested) or not ranked:
        return None
    ahead = weight[ranked[0]] - (weight[ranked[1]] if len(ranked) > 1 else 0)
    return ranked[0] if weight[ranked[0]] >= OVERRULING and ahead >= FAR_AHEAD else None


def forms_around(
    text: str, sentences: tuple[Sentence, ...], named: tuple[Evidence, ...], cues: CueIndex
) -> Iterator[tuple[int, CueHit]]:
    """The forms of concepts outside the names, in their sentences and those beside them in the paragraph."""
    hits = longest_hits(text, cues)
    for naming in named:
        own = index_at(sentences, naming.start)
        for step in NEAR:
            if not 0 <= own + step < len(sentences):
                continue
            sentence, first = sentences[own + step], sentences[min(own, own + step)]
            if step and text.endswith("\n", first.start, first.end):
                continue
            at = bisect_left(hits, max(sentence.start, naming.start - REACH), key=lambda h: h.start)
            end = bisect_left(hits, min(sentence.end, naming.end + REACH), key=lambda h: h.start)
            apart = (h for h in hits[at:end] if not naming.start <= h.start < naming.end)
            yield from ((step, h) for h in apart if not WHERE.search(text, max(sentence.start, h.start - 4), h.start))
