"""Measures without repeats."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Evidence, Measure


def once(measures: list[Measure]) -> tuple[Measure, ...]:
    """Without repeats: the same count of the same things, in headline and body, is one with two evidences."""
    kept: list[Measure] = []
    evidence: list[dict[Evidence, None]] = []
    alike: dict[tuple[float, str], dict[str, int]] = {}
    for new in measures:
        known = alike.setdefault((new.value, new.unit), {})
        i = known.get(new.what)
        if i is None:
            i = next((n for what, n in known.items() if same_thing(what, new.what)), None)
        if i is None:
            i = known[new.what] = len(kept)
            kept.append(new)
            evidence.append({})
        evidence[i].update(dict.fromkeys(new.evidence))
    return tuple(replace(old, evidence=tuple(spans)) for old, spans in zip(kept, evidence, strict=True))


def same_thing(a: str, b: str) -> bool:
    """Whether two noun phrases name one thing: both end in the same head, or one is a bare 村 or 户 of the other."""
    short, long = sorted((a.removesuffix("里"), b.removesuffix("里")), key=len)
    return long.endswith(short) or (len(short) == 1 and short in long)
