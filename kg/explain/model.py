"""What an explanation is made of."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import ScorePart


@dataclass(frozen=True, slots=True)
class Reading:
    """One rule, or one decision by score, at ``[start, end)`` of a text.

    ``objection`` is None where it fired, else the key in ``reasons.csv`` of what spoke against it, or for a rule the
    part of its pattern that did not fit. ``slots`` are the slots that took part with their text, ``parts`` the named
    parts of a score and ``threshold`` what they have to reach.
    """

    family: str
    start: int
    end: int
    rule: str
    says: str
    objection: str | None = None
    slots: tuple[tuple[str, str], ...] = ()
    parts: tuple[ScorePart, ...] = ()
    threshold: float | None = None

    @property
    def fired(self) -> bool:
        """Whether nothing spoke against it."""
        return self.objection is None

    @property
    def score(self) -> float:
        """The sum of the parts."""
        return sum(part.value for part in self.parts)
