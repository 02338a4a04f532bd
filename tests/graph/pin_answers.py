# ruff: noqa: T201  (it speaks to the one who runs it)
"""Pin what the ready questions answer on the samples (``python tests/graph/pin_answers.py``); read the difference."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import kg
from kg.graph import answer, list_questions, load_graph

PINNED = Path(__file__).with_name("answers.json")
SHOWN = 3  # rows of an answer that are pinned word by word; the others are counted


def answers(graph: Any) -> dict[str, Any]:
    """Question → its columns, the number of its rows and the first of them, asked with the slots' examples."""
    found = {}
    for question in list_questions():
        slots = {name: slot.default for name, slot in question.slots.items()}
        if "fact" in slots:
            continue  # a fact's name changes with every rule
        result = answer(graph, question.name, slots)
        rows = [list(row) for row in result.rows]
        found[question.name] = {"columns": list(result.columns), "count": len(rows), "first": rows[:SHOWN]}
    return found


def main() -> None:
    """Write the answers of today."""
    with tempfile.TemporaryDirectory() as folder:
        kg.build_graph(output=Path(folder) / "build")
        found = answers(load_graph(Path(folder) / "build"))
    PINNED.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(found)} answers pinned in {PINNED}")


if __name__ == "__main__":
    main()
