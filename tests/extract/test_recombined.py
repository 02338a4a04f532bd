"""Whatever order the sentences of reports come in, and wherever they are cut, they are read to the end."""

from __future__ import annotations

import random
import re

import pytest

from kg.errors import ReadError
from kg.pipeline import SAMPLES, facts_of_text

TEXTS = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
SENTENCES = [sentence for text in TEXTS for sentence in re.findall(r"[^。\n]+[。\n]?", text)]
SEEDS = range(40)


def recombined(chance: random.Random) -> str:
    """A headline out of any sentence's clauses, and a body of sentences of any reports, some of them cut short."""
    headline = chance.choice(re.split(r"[，。：；\n]", "".join(chance.sample(SENTENCES, 2))))
    body = [chance.choice(SENTENCES) for _ in range(chance.randrange(2, 16))]
    cut = [s[: chance.randrange(1, len(s) + 1)] if n % 5 == 4 else s for n, s in enumerate(body)]
    return f"{headline}\n\n{''.join(cut)}"


@pytest.mark.parametrize("seed", SEEDS)
def test_recombined_sentences_are_read_and_their_evidence_stands_in_the_text(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(3):
        try:
            found = facts_of_text(recombined(chance))
        except ReadError:  # nothing but furniture
            continue
        for facts in found:
            spans = [e for p in facts.practices for e in p.evidence] + [e for m in facts.measures for e in m.evidence]
            assert all(0 <= e.start < e.end <= len(facts.article.text) for e in spans if e.where == "text")
