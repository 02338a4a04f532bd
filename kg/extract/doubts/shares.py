"""Shares and rates that the counts beside them contradict: 共120名，其中女性30名，占50%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.doubts.figures import PERCENT, DoubtLexicon, Figure
from kg.extract.doubts.misfit import Misfit, printed, short
from kg.model import Sentence

_SHARE = re.compile(
    r"[，、（(]?(?:占比|占|占总数的?|占全部的?|占总[户人件]?数的?|比例|占比例)(?:为|达到?|达到了|是|约|约为|约占)?"
)
_RATE = re.compile(r"[，、（(](?P<what>[\u4e00-\u9fff]{2,4})率(?:为|达到?|达到了|是)?")
# Rounding to the printed digit, and half a point for counts that are a few days older than the share.
_SLACK = 0.5
_ROUGH_SLACK = 2.0
_BEFORE = 12


def misfit_shares(text: str, sentence: Sentence, found: Sequence[Figure], lexicon: DoubtLexicon) -> Iterator[Misfit]:
    """The percentages of a sentence right behind a count whose share of the total before it is another."""
    for i, share in enumerate(found):
        if share.unit != PERCENT or i < 2:
            continue
        part = found[i - 1]
        if part.unit == PERCENT:
            continue
        if _is_rate(text, part, share):
            base = found[i - 2] if found[i - 2].unit == part.unit else None
        elif _SHARE.fullmatch(text, part.end, _start(text, share)):
            base = _base(text, sentence, found[: i - 1], part, lexicon)
        else:
            continue
        if base is not None and not (base.rough or part.rough) and 0 < part.value <= base.value:
            yield from _checked(text, base, part, share)


def _checked(text: str, base: Figure, part: Figure, share: Figure) -> Iterator[Misfit]:
    real = part.value / base.value * 100
    slack = share.step / 2 + (_ROUGH_SLACK if share.rough else _SLACK)
    if share.value <= 100 and abs(real - share.value) > slack:
        stated, counted = printed(text, share), f"{short(real)}%"
        message = (
            f"原文说{stated}，按{printed(text, base)}里的{printed(text, part)}算是{counted} (the counts give {counted})"
        )
        yield Misfit("share-mismatch", message, base.start, share.end, (stated, counted))


def _start(text: str, share: Figure) -> int:
    """Where a share begins, a word such as 近 or 超 before its digits left to the link."""
    return share.start - 1 if text[share.start - 1] in "近超约逾" else share.start


def _is_rate(text: str, part: Figure, share: Figure) -> bool:
    """Whether a rate is of what the count before it counts: 办结180件，办结率90%."""
    link = _RATE.fullmatch(text, part.end, share.start)
    return link is not None and text.endswith(link["what"], max(0, part.start - _BEFORE), part.start)


def _base(
    text: str, sentence: Sentence, before: Sequence[Figure], part: Figure, lexicon: DoubtLexicon
) -> Figure | None:
    """The total that a count is part of: the nearest of its unit before it that a word marks as one."""
    words = (*lexicon.words["total"], *lexicon.words["whole"])
    for figure in reversed(before):
        clause = re.split(r"[，。；：！？\n]", text[sentence.start : figure.start])[-1]
        if figure.unit == part.unit and any(word in clause for word in words):
            return figure
    return None
