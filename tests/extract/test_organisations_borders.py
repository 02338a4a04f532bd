from __future__ import annotations

import pytest
from written_places import written

from kg.extract.organisations import extract_organisations
from kg.rulebook import load_rulebook

CHAIN = "河北省>邢台市>隆尧县"


def found(marked: str) -> dict[str, str]:
    article, places = written(CHAIN, marked)
    return {o.name: o.kind for o in extract_organisations(article, places, load_rulebook())}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{海棠街道办事处=海棠街道}{清源社区}来了人。", {"海棠街道办事处": "government"}),
        ("{海棠街道}办事处{长丰社区}来了人。", {"海棠街道办事处": "government"}),
        ("{海棠街道}办{长丰路社区}来了人。", {"海棠街道办": "government"}),
        ("{固城镇}派出所长期驻点。", {"固城镇派出所": "government"}),
        ("{固城镇}派出所长李明到了。", {}),
        ("{河北=河北省}推进“跨省通办”，跨市通办也有了。", {}),
        ("{隆尧县}推行县掌上办、县里一次办。", {}),
        ("{隆尧县}文明办、县政务办值班。", {"隆尧县文明办": "government", "隆尧县政务办": "government"}),
        ("{邢台市}修路，市政公司进场。", {}),
        (
            "{邢台市}市政协会商，{邢台市}政务服务中心开门。",
            {"邢台市政务服务中心": "government", "邢台市政协": "government"},
        ),
    ],
    ids=[
        "office-as-place",
        "office-before-a-long-river",
        "short-office",
        "for-long",
        "head-of-station",
        "across-provinces",
        "ways-to-do",
        "offices",
        "municipal-works",
        "municipal-bodies",
    ],
)
def test_bodies_end_where_the_next_word_begins(text: str, expected: dict[str, str]) -> None:
    assert found(text) == expected
