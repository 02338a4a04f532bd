"""Invented reports on real places, for looking at the map; the reports are in ``reports.yaml``."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kg.model import (
    Article,
    ArticleFacts,
    ArticlePlaces,
    Award,
    ConceptUse,
    Evidence,
    Lesson,
    Measure,
    Place,
    Practice,
)
from kg.view import ConceptLabel

AWARD = "2022年度全省基层治理创新案例"
TOPS = ("party", "grid", "deliberation", "law", "virtue", "rural", "response")
PROVINCES = ("江西省", "湖南省", "山西省", "甘肃省", "吉林省", "云南省", "海南省", "青海省", "辽宁省", "湖北省")


@cache
def _rows() -> dict[str, Any]:
    text = Path(__file__).with_name("reports.yaml").read_text(encoding="utf-8")
    rows: dict[str, Any] = yaml.safe_load(text)
    return rows


def sample_facts() -> list[ArticleFacts]:
    """Thirteen reports on eighteen places in ten provinces."""
    return [_report(n, row) for n, row in enumerate(_rows()["reports"], 1)]


def sample_scheme() -> list[ConceptLabel]:
    """A concept label for every id that the reports use."""
    names: dict[str, str] = {}
    for row in _rows()["reports"]:
        for practice in row["practices"]:
            for concept in practice["concepts"]:
                names.setdefault(concept, practice["name"])
        for use in row["uses"]:
            names.setdefault(use["concept"], use["says"])
    return [
        ConceptLabel(key, TOPS[i % len(TOPS)], f"{names[key]}类", key.replace("-", " "), "一类做法。")
        for i, key in enumerate(sorted(names))
    ]


def place(name: str) -> Place:
    """A place of ``reports.yaml``, or a village without parents and code."""
    row = _rows()["places"].get(name)
    if not row:
        return Place(name, "village", None)
    within = tuple(row["within"])
    return Place(name, row["level"], row["code"], within, tuple(None for _ in within))


def one_article(name: str, text: str, **changes: Any) -> ArticleFacts:
    """An article with one practice ``name`` at 余杭区, its evidence where ``name`` first stands in ``text``."""
    row = {"title": "标题", "at": "余杭区", "concepts": (), "source": "a.txt", "n": 1, "published": None} | changes
    whole = f"{row['title']}\n{text}"
    start = whole.index(name, len(row["title"]) + 1)
    evidence = (Evidence(start, start + len(name)),)
    return ArticleFacts(
        Article(row["source"], row["n"], row["title"], whole, (), row["published"]),
        ArticlePlaces((place(row["at"]),), (), (0,)),
        practices=(Practice(name, "brand", (row["at"],), tuple(row["concepts"]), (), evidence, "invented"),),
    )


def with_lesson(facts: ArticleFacts, source: str, *practices: str) -> ArticleFacts:
    """An article of which the place, so its text says (赴…学习), learned practices from another one."""
    start = facts.article.text.index(f"赴{source}学习")
    evidence = (Evidence(start, start + len(source) + 3),)
    lesson = Lesson(facts.places.places[0].name, source, practices, evidence, "lesson-visit")
    places = replace(facts.places, places=(*facts.places.places, place(source)))
    return replace(facts, places=places, lessons=(lesson,))


def learned_facts() -> list[ArticleFacts]:
    """信用村 at 兰考县 (2021) and 沙县区 (2023); the second article says that 沙县区 learned it from 兰考县."""
    first = one_article("信用村", "评信用村。", at="兰考县", n=1, published="2021-05-03")
    later = one_article("信用村", "赴兰考县学习信用村。", at="沙县区", n=2, published="2023-06")
    return [first, with_lesson(later, "兰考县", "信用村")]


def _report(n: int, row: Mapping[str, Any]) -> ArticleFacts:
    text = f"{row['title']}\n{''.join(_sentences(row))}"

    def find(what: str) -> tuple[Evidence, ...]:
        start = text.index(what, len(row["title"]) + 1)
        return (Evidence(start, start + len(what)),)

    names = dict.fromkeys([row["at"], *(name for practice in row["practices"] for name in practice["at"])])
    return ArticleFacts(
        Article(f"样本{(n + 2) // 3:02d}.txt", (n - 1) % 3 + 1, row["title"], text, (), row["published"]),
        ArticlePlaces(tuple(place(name) for name in names), (), (0,)),
        practices=tuple(
            Practice(
                p["name"],
                p["kind"],
                tuple(p["at"]),
                tuple(p["concepts"]),
                (f"“{p['name']}”做法",),
                find(p["name"]),
                "r",
            )
            for p in row["practices"]
        ),
        concepts=tuple(ConceptUse(u["concept"], row["at"], find(u["says"]), "r") for u in row["uses"]),
        awards=(Award(AWARD, row["practices"][0]["name"], 2022, find(AWARD), "r"),),
        measures=tuple(
            Measure(
                f["what"], f["value"], f["unit"], approximate=False, at=row["at"], evidence=find(_said(f)), rule="r"
            )
            for f in row.get("figures", ())
        ),
    )


def _sentences(row: Mapping[str, Any]) -> list[str]:
    return [
        f"近年来，{row['at']}从群众身边的小事做起，一件一件抓落实。",
        *(
            f"{'、'.join(p['at'])}推出“{p['name']}”，由社区党组织牵头，居民一起商量、一起动手，做法写进了年度计划。"
            for p in row["practices"]
        ),
        *(f"当地还{use['says']}，让群众看得见变化。" for use in row["uses"]),
        *(f"目前，{row['at']}已有{_said(figure)}。" for figure in row.get("figures", ())),
        f"“{row['practices'][0]['name']}”获评{AWARD}。",
    ]


def _said(figure: Mapping[str, Any]) -> str:
    return f"{figure['what']}{figure['value']:g}{figure['unit']}"


def many_facts(places: int, scheme: Sequence[ConceptLabel]) -> list[ArticleFacts]:
    """One report for each of many invented towns, three practices each: about three nodes a town."""
    pick = random.Random(7)
    brands = [f"{a}{b}" for a in "红邻暖和清惠智安" for b in ("管家", "议站", "积分", "先锋", "驿站", "书房", "义警")]
    return [_town(i, pick, brands, scheme) for i in range(places)]


def _town(i: int, pick: random.Random, brands: Sequence[str], scheme: Sequence[ConceptLabel]) -> ArticleFacts:
    town = f"第{i}镇"
    within = (f"第{i // 30}县", PROVINCES[i % len(PROVINCES)])
    names = [pick.choice(brands), *(f"{pick.choice(brands)}{i}" for _ in range(2))]
    text = f"第{i}篇\n" + "".join(f"{town}建起“{name}”，居民常来坐坐，说说家里的事。" for name in names)
    return ArticleFacts(
        Article(f"m{i:05d}.txt", 1, f"第{i}篇", text, (), f"{2015 + i % 9}-0{1 + i % 9}-11"),
        ArticlePlaces((Place(town, "township", f"{900000000 + i}", within, (None, None)),), (), (0,)),
        practices=tuple(
            Practice(name, "brand", (town,), (pick.choice(scheme).id,), (), _at(text, name), "r") for name in names
        ),
    )


def _at(text: str, name: str) -> tuple[Evidence, ...]:
    return (Evidence(text.index(name), text.index(name) + len(name)),)
