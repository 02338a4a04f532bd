"""``kg place`` lists which places a name may stand for."""

from __future__ import annotations

import csv
import io
import json

from click.testing import CliRunner, Result

from kg.cli import main


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["place", *words])


def test_a_table_shows_parents_codes_and_years() -> None:
    result = run("铜山县")
    assert result.exit_code == 0
    assert all(cell in result.output for cell in ("江苏省/徐州市", "gb2260:2009:320323", "2009", "铜山区"))


def test_columns_that_no_place_fills_are_left_out_of_the_table() -> None:
    assert "前身" not in run("王庄村", "--in", "淮安市").output


def test_json_and_csv_hold_every_column() -> None:
    (one,) = json.loads(run("武墩街道", "--format", "json").output)
    (same,) = csv.DictReader(io.StringIO(run("武墩街道", "--format", "csv").output))
    assert one == same
    assert one["codes"] == "nbs:2023:320812013 mca:2025:320812014"
    assert one["before"] == "武墩镇（至2018）"
    assert float(one["lat"]) > 30


def test_a_year_narrows_the_list() -> None:
    places = json.loads(run("铜山", "--in", "徐州市", "--year", "2009", "--format", "json").output)
    assert "铜山县" in {p["name"] for p in places}
    assert "铜山区" not in {p["name"] for p in places}


def test_nothing_found_is_a_finding_and_an_unknown_container_a_failure() -> None:
    assert run("绝无此村", "--in", "江苏省").exit_code == 1
    failed = run("王庄村", "--in", "不存在市")
    assert failed.exit_code == 2
    assert "不存在市" in failed.output
