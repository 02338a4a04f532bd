"""Looking a name up by hand gives every unit that may bear it, with what the lists know of each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.errors import QueryError
from kg.gazetteer import FoundPlace, Gazetteer, find_places, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    opened = open_gazetteer()
    yield opened
    opened.close()


def only(found: tuple[FoundPlace, ...]) -> FoundPlace:
    (one,) = found
    return one


def test_a_village_is_found_in_a_prefecture_the_printed_kind_first(gazetteer: Gazetteer) -> None:
    found = find_places("王庄村", "淮安市", gazetteer=gazetteer)
    assert [f.unit.name for f in found] == ["王庄村", "王庄村", "王庄社区", "王庄社区", "王庄社区"]
    assert found[0].codes == ("nbs:2023:320812013202",)
    assert [u.name for u in found[0].parents] == ["武墩街道", "清江浦区", "淮安市", "江苏省"]
    assert all(gazetteer.is_within(f.unit.key, "320800") for f in found)


def test_all_of_china_has_hundreds_of_one_name(gazetteer: Gazetteer) -> None:
    found = find_places("王庄村", gazetteer=gazetteer)
    assert sum(f.unit.name == "王庄村" and not f.unit.former for f in found) > 350


def test_codes_carry_their_office_and_year(gazetteer: Gazetteer) -> None:
    township = only(find_places("武墩街道", gazetteer=gazetteer))
    assert township.codes == ("nbs:2023:320812013", "mca:2025:320812014")
    assert only(find_places("铜山县", gazetteer=gazetteer)).codes == ("gb2260:2009:320323",)
    assert only(find_places("沙田区", gazetteer=gazetteer)).codes == ()


def test_predecessors_and_successor_lead_to_each_other(gazetteer: Gazetteer) -> None:
    merged = only(find_places("清江浦区", gazetteer=gazetteer))
    assert {(u.name, u.valid_to) for u in merged.before} == {("清河区", 2015), ("清浦区", 2015)}
    assert merged.unit.valid_from == 2016
    gone = only(find_places("清浦区", gazetteer=gazetteer))
    assert gone.now == merged.unit


@pytest.mark.parametrize(("year", "code"), [(1998, "gb2260:1999:320882"), (2018, "gb2260:2025:320800")])
def test_a_year_leaves_what_stood_then(gazetteer: Gazetteer, year: int, code: str) -> None:
    assert code in {c for f in find_places("淮安市", year=year, gazetteer=gazetteer) for c in f.codes}
    assert len(find_places("淮安市", year=year, gazetteer=gazetteer)) == 1


def test_short_forms_say_whether_they_may_stand_alone(gazetteer: Gazetteer) -> None:
    assert ("常州", True) in only(find_places("常州市", gazetteer=gazetteer)).short_forms
    assert ("滨海", False) in only(find_places("滨海县", gazetteer=gazetteer)).short_forms


def test_a_zone_is_found_by_the_name_that_papers_print(gazetteer: Gazetteer) -> None:
    assert only(find_places("锡山经开区", "无锡", gazetteer=gazetteer)).unit.name == "无锡锡山开发区"


def test_a_centre_says_whose_it_is(gazetteer: Gazetteer) -> None:
    point = only(find_places("普墩村", "武墩街道", gazetteer=gazetteer)).point
    assert point is not None
    assert point.level in {"township", "county"}


@pytest.mark.parametrize("code", ["320812013", "3208", "320812013202", "2009:320323"])
def test_a_code_is_a_name_too(gazetteer: Gazetteer, code: str) -> None:
    assert only(find_places(code, gazetteer=gazetteer)).unit.key.startswith(code)


def test_an_unknown_container_is_an_error_and_an_unknown_name_is_none(gazetteer: Gazetteer) -> None:
    with pytest.raises(QueryError, match="不存在市"):
        find_places("王庄村", "不存在市", gazetteer=gazetteer)
    assert find_places("绝无此村", "江苏省", gazetteer=gazetteer) == ()
