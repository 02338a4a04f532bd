"""The cues around quoted strings: each row can be found."""

from __future__ import annotations

import re
from collections import Counter

from kg.extract.lexica import gap_pattern
from kg.rulebook import load_rulebook


def test_no_cue_stands_twice_and_none_behind_a_quote_is_hidden_by_a_longer_one() -> None:
    rows = load_rulebook().lexicon("quote_cues")
    twice = [cue for cue, n in Counter((r["where"], r["cue"]) for r in rows).items() if n > 1]
    cues = sorted((r["cue"] for r in rows if r["where"] == "after"), key=lambda cue: -len(cue))
    hidden = [cue for i, cue in enumerate(cues) if any(re.match(gap_pattern(longer), cue) for longer in cues[:i])]
    assert (twice, hidden) == ([], [])
