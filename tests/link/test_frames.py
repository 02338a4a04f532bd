"""Places in the lines around an article: a person's given name in a byline is none."""

import pytest

from kg.frames import places_of_line, telling_lines
from kg.gazetteer import open_gazetteer
from kg.model import FrameLine, FrameRole


@pytest.mark.parametrize(
    ("byline", "places"),
    [
        ("本报记者 李昆明", []),
        ("李安阳 通讯员周河源", []),
        ("武安民", []),
        ("昆明日报记者 李明", ["昆明"]),
        ("中共武安市委宣传部", ["武安市"]),
        ("武安报", ["武安"]),
    ],
)
def test_given_names_are_no_places(byline: str, places: list[str]) -> None:
    line = FrameLine("byline", byline, 0, len(byline))
    hits = [h for h in places_of_line(line, open_gazetteer()) if h.form in ("full", "short")]
    assert [h.name for h in hits if not any(o.start <= h.start < h.end < o.end for o in hits)] == places


def test_other_lines_keep_theirs_unless_they_give_the_staff() -> None:
    line = FrameLine("masthead", "李昆明", 0, 3)
    assert [h.name for h in places_of_line(line, open_gazetteer())] == ["昆明"]
    staff = FrameLine("distribution", "编辑：王芳 制片：李昆明", 0, 13)
    assert not list(places_of_line(staff, open_gazetteer()))


@pytest.mark.parametrize(
    ("role", "text", "told"),
    [
        ("page-mark", "主办单位：宁陕县人民政府 承办：宁陕县信息中心", [("masthead", "宁陕县人民政府", 5)]),
        ("page-mark", "主办：中共宁陕县委 备案号000", [("masthead", "中共宁陕县委", 3)]),
        ("page-mark", "下一篇：宁陕县召开动员会", []),
        ("date", "来源：宁陕县委社会工作部 发布时间：2024-05-06", [("byline", "宁陕县委社会工作部", 3)]),
        ("date", "发布时间：2024-05-06", []),
        ("masthead", "宁陕通讯", [("masthead", "宁陕通讯", 0)]),
    ],
    ids=["host", "party", "next", "source", "date", "masthead"],
)
def test_the_foot_and_the_source_of_a_page_tell_whose_it_is(
    role: FrameRole, text: str, told: list[tuple[str, str, int]]
) -> None:
    found = list(telling_lines([FrameLine(role, text, 100, 100 + len(text))]))
    assert [(line.role, line.text, line.start - 100) for line in found] == told
