"""The kind of practice that the text around a name explains, where the name tells none (“一升米”: 做好事记分)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.extract.concept_cues import CueHit, CueIndex, longest_hits
from kg.extract.sentences import index_at
from kg.model import Evidence, Sentence

# What a form says by its role, and how much a sentence counts: the name's own, the next and the one before it in its
# paragraph. A concept must come to ENOUGH, and be AHEAD of the next one. Fitted on annotated reports: of 193 names that
# tell no concept, these choose one for 55 and 38 of the choices are the annotators'.
SAYS = {"name": 2.0, "bare": 2.0, "form": 2.0, "cue": 2.0, "whole": 2.0, "actor": 1.0, "weak": 1.0, "helper": 0.5}
PART = 0.3
NEAR = {0: 1.0, 1: 0.8, -1: 0.3}
ENOUGH, AHEAD = 5.0, 2.0
# To overrule a concept that only a part of the name suggests (巧娘“工坊”, one of several 社会组织), the text must tell
# more of another and hardly anything of that one.
OVERRULING, FAR_AHEAD, HARDLY = 6.0, 3.0, 2.0
NAMINGS, REACH = 3, 300  # mentions, characters
WHERE = re.compile(r"在(?:村里?|社区|小区|镇上?|各村)?$")  # 在村|文化礼堂 says where


def explained(
    text: str,
    sentences: tuple[Sentence, ...],
    named: Iterable[Evidence],
    cues: CueIndex,
    suggested: tuple[str, ...] = (),
) -> tuple[str, tuple[Evidence, ...]] | None:
    """The concept that the sentences around the first namings tell most of, with the forms that tell it; else None.

    Where the name suggests concepts by a part of it, only one that overrules them.
    """
    weight: defaultdict[str, float] = defaultdict(float)
    said: defaultdict[str, list[Evidence]] = defaultdict(list)
    seen: set[tuple[int, str, str]] = set()
    for step, hit in forms_around(text, sentences, tuple(named)[:NAMINGS], cues):
        concept, form = hit.cue.concept, text[hit.start : hit.end]
        if (step, concept, form) in seen:
            continue
        seen.add((step, concept, form))
        weight[concept] += SAYS.get(hit.cue.role, PART) * NEAR[step]
        said[concept].append(Evidence(hit.start, hit.end))
    enough, ahead = (OVERRULING, FAR_AHEAD) if suggested else (ENOUGH, AHEAD)
    if any(weight.get(concept, 0) > HARDLY for concept in suggested):
        return None
    ranked = sorted(weight, key=lambda concept: (-weight[concept], concept))
    if not ranked or weight[ranked[0]] < enough:
        return None
    if len(ranked) > 1 and weight[ranked[0]] - weight[ranked[1]] < ahead:
        return None
    return ranked[0], tuple(said[ranked[0]])


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
