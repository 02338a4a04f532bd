"""How good the extraction is: facts compared with annotated ones, floors, and what a change gained and lost."""

from kg.evaluate.floors import (
    Change,
    Pinned,
    change_since,
    fallen,
    lowered,
    raised,
    reached,
    read_floors,
    write_floors,
)
from kg.evaluate.gold import load_gold
from kg.evaluate.score import COUNTED, FAMILIES, Figures, Judged, Score, score

__all__ = [
    "COUNTED",
    "FAMILIES",
    "Change",
    "Figures",
    "Judged",
    "Pinned",
    "Score",
    "change_since",
    "fallen",
    "load_gold",
    "lowered",
    "raised",
    "reached",
    "read_floors",
    "score",
    "write_floors",
]
