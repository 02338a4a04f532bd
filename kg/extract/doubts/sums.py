"""Totals that the parts listed behind them do not add up to: A共120户，其中甲70户、乙40户、丙20户."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.doubts.figures import DoubtLexicon, Figure
from kg.extract.doubts.misfit import Misfit, like, printed
from kg.extract.places.words import acts
from kg.model import Sentence
from kg.segmenter import cut

_CLAUSE = re.compile(r"[，。；：！？、（）()\n]")
_LABEL = re.compile(r"[^，。；：、（）()0-9\n]{0,14}")
_JOINT = re.compile(r"[、，]|和|及|以及|与")
_ENDS = frozenset("。；！）)\n")
_FEWEST = 2


def misfit_sums(text: str, sentence: Sentence, found: Sequence[Figure], lexicon: DoubtLexicon) -> Iterator[Misfit]:
    """The totals of a sentence that differ from the sum of what is listed behind them.

    Behind 其中 stands a part, or several that may overlap, so only a sum above the total is a misfit there, and only
    of things that exclude each other. Behind a colon, in brackets and behind 分别 stands everything.
    """
    for i, total in enumerate(found):
        lead = None if total.rough else _lead(text, total.end, lexicon)
        if lead is not None and _is_total(text, sentence, total, lexicon):
            parts = _parts(text, lead[0], found[i + 1 :], total.unit)
            if len(parts) >= _FEWEST and not any(p.rough for p in parts):
                whole = lead[1] != "subset" and _ends(text, parts[-1].end, found, total.unit, sentence)
                exclusive = _exclusive(_labels(text, lead[0], parts), lead[1], lexicon)
                yield from _checked(text, total, parts, whole=whole, exclusive=exclusive)


def _labels(text: str, at: int, parts: Sequence[Figure]) -> list[str]:
    spans = [(at, parts[0].start), *((a.end, b.start) for a, b in pairwise(parts))]
    return [text[start:end].strip("、，和及与以") for start, end in spans]


def _checked(text: str, total: Figure, parts: Sequence[Figure], *, whole: bool, exclusive: bool) -> Iterator[Misfit]:
    """A sum above the total of things that exclude each other, or below it where everything is listed."""
    added, slack = sum(p.value for p in parts), _slack(total, parts)
    if (exclusive and added - total.value > slack) or (whole and total.value - added > slack):
        yield _misfit(text, total, parts, added)


def _misfit(text: str, total: Figure, parts: Sequence[Figure], added: float) -> Misfit:
    stated, sum_of = printed(text, total), like(text, total, added)
    message = f"原文说共{stated}，后面列的加起来是{sum_of} (the parts add up to {sum_of})"
    return Misfit("sum-mismatch", message, total.start, parts[-1].end, (stated, sum_of))


def _is_total(text: str, sentence: Sentence, figure: Figure, lexicon: DoubtLexicon) -> bool:
    """Whether a word such as 共 stands before a figure in its clause."""
    borders = [m.end() for m in _CLAUSE.finditer(text, sentence.start, figure.start)]
    clause = text[borders[-1] if borders else sentence.start : figure.start]
    words = lexicon.words["total"]
    return any(word in clause for word in words) and not re.search(r"\d", clause.rpartition("共")[2])


def _lead(text: str, at: int, lexicon: DoubtLexicon) -> tuple[int, str] | None:
    """Where the parts of a total begin, and whether they are a ``subset`` or all of its ``parts``."""
    start = at + 1 if text[at : at + 1] in "，：:（(" else at
    mark = text[at:start]
    for kind in ("apart", "subset", "parts"):
        word = next((w for w in lexicon.words[kind] if text.startswith(w, start)), None)
        if word is not None:
            end = start + len(word)
            return None if kind == "apart" else (end + (text[end : end + 1] in {"：", ":", "，"}), kind)
    return (start, "parts") if mark and mark in "：:（(" else None


def _parts(text: str, at: int, rest: Sequence[Figure], unit: str) -> list[Figure]:
    """The figures of one unit that follow each other with a label before each."""
    found: list[Figure] = []
    for figure in rest:
        joint = _JOINT.match(text, at) if found else None
        label = _LABEL.match(text, joint.end() if joint else at)
        if figure.unit != unit or (found and joint is None) or label is None or label.end() != figure.start:
            break
        found.append(figure)
        at = figure.end
    return found


def _ends(text: str, at: int, found: Sequence[Figure], unit: str, sentence: Sentence) -> bool:
    """Whether a list ends a sentence or a bracket, and no more of its unit follows."""
    last = at >= sentence.end or text[at] in _ENDS
    return last and not any(f.start >= at and f.unit == unit for f in found)


def _exclusive(labels: Sequence[str], kind: str, lexicon: DoubtLexicon) -> bool:
    """Whether the things counted exclude each other: named apart, no traits of people, no steps of a procedure."""
    if kind == "parts" and not any(labels):
        return True
    if len(set(labels)) < len(labels) or any(word in label for label in labels for word in lexicon.words["overlap"]):
        return False
    return not any(acts(word) for label in labels for word in cut(label))


def _slack(total: Figure, parts: Sequence[Figure]) -> float:
    """What rounding explains: half a step of each figure that is printed with decimals or 万."""
    return sum(f.step / 2 for f in (total, *parts) if f.step != 1.0)
