"""The places that only an organisation's name brings in."""

from __future__ import annotations

from kg.pipeline import facts_of_text

PAGE = "竹溪组工信息\n\n第 8 期\n\n中共竹溪县委组织部编　2024年3月5日\n\n○水坪镇：{told}\n\n报：市委组织部。\n"
TOLD = "院坝里算明白账。水坪镇党委联合{body}，在镇里办起账房会，每月初八开门。村民把账本一页页翻过去，有疑问当场问。"


def named(body: str) -> dict[str, str | None]:
    """The places of a bulletin's report on a town that works with a body, with their codes."""
    (facts,) = facts_of_text(PAGE.format(told=TOLD.format(body=body)))
    return {p.name: p.code for p in facts.places.places}


def test_a_bureau_of_the_county_brings_the_county_in() -> None:
    places = named("县农业农村局")
    assert places["竹溪县"] == "420324"


def test_its_evidence_is_where_the_body_is_named() -> None:
    (facts,) = facts_of_text(PAGE.format(told=TOLD.format(body="县农业农村局")))
    county = next(p for p in facts.places.places if p.name == "竹溪县")
    assert [facts.article.text[e.start : e.end] for e in county.evidence] == ["县农业农村局"]
    assert county.within == ("十堰市", "湖北省")


def test_a_bureau_of_any_county_brings_none() -> None:
    assert "竹溪县" not in named("各县农业农村局")
