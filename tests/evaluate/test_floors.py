"""Floors hold what was reached, tell what a change gained and lost, and go down only with a reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from annotated import article

from kg.errors import ReadError
from kg.evaluate import (
    Pinned,
    Score,
    change_since,
    fallen,
    lowered,
    raised,
    reached,
    read_floors,
    score,
    write_floors,
)


def scored(*found: str) -> Score:
    gold: list[dict[str, Any]] = [article(localities=["桐庐县", "建德市", "淳安县"])]
    return score(gold, [article(localities=list(found))])


def test_a_floor_is_rounded_down_so_that_the_state_it_was_pinned_in_passes() -> None:
    state = scored("桐庐县", "建德市", "临安区")
    pinned = raised(state, Pinned())
    assert pinned.floors["localities"] == 0.666
    assert fallen(state, pinned) == {}


def test_a_worse_state_is_under_the_floor() -> None:
    pinned = raised(scored("桐庐县", "建德市"), Pinned())
    assert fallen(scored("桐庐县"), pinned)["localities"] == (0.5, 0.8)


def test_raising_never_lowers() -> None:
    pinned = raised(scored("桐庐县", "建德市"), Pinned())
    assert raised(scored("桐庐县"), pinned).floors == pinned.floors


def test_lowering_needs_a_reason_and_keeps_it() -> None:
    pinned = raised(scored("桐庐县", "建德市"), Pinned())
    with pytest.raises(ReadError, match="--why"):
        lowered(scored("桐庐县"), pinned, "localities", " ")
    after = lowered(scored("桐庐县"), pinned, "localities", "标注改正")
    assert after.floors["localities"] == 0.5
    assert after.lowered == ({"family": "localities", "from": 0.8, "to": 0.5, "why": "标注改正"},)


def test_a_floor_that_does_not_exist_cannot_be_lowered() -> None:
    with pytest.raises(ReadError, match="localities"):
        lowered(scored("桐庐县"), raised(scored("桐庐县"), Pinned()), "nonsense", "理由")


def test_the_change_names_what_was_gained_lost_made_up_and_mended() -> None:
    pinned = raised(scored("桐庐县", "建德市", "临安区"), Pinned())
    change = change_since(scored("桐庐县", "淳安县", "富阳区"), pinned)
    assert [j.item for j in change.gained] == ["淳安县"]
    assert [j.item for j in change.lost] == ["建德市"]
    assert [j.item for j in change.made_up] == ["富阳区"]
    assert change.mended == 1


def test_the_file_gives_back_what_was_written_and_holds_no_word_of_the_articles(tmp_path: Path) -> None:
    pinned = raised(scored("桐庐县", "临安区"), Pinned())
    write_floors(tmp_path / "floors.json", {"mine": pinned})
    assert read_floors(tmp_path / "floors.json") == {"mine": pinned}
    assert "桐庐" not in (tmp_path / "floors.json").read_text(encoding="utf-8")


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text('{"mine": {"floors": 3}}', encoding="utf-8")
    with pytest.raises(ReadError, match=r"floors\.json"):
        read_floors(tmp_path / "floors.json")


def test_a_set_that_is_reached_in_full_has_floors_of_one() -> None:
    assert set(reached(scored("桐庐县", "建德市", "淳安县")).values()) == {1.0, 0.0}  # 0: no family of ten for the mean
