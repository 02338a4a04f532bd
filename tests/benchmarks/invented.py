"""Invented reports without end: real places, made-up practices, every family of fact, evidence in the text.

The same seed gives the same reports. Places come from the gazetteer, Jiangsu's first, so that the examples of the
ready questions are among them; names of practices come again in other counties, as they do in the field.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import get_args

from kg.gazetteer import Gazetteer, Unit, open_gazetteer
from kg.model import (
    Article,
    ArticleFacts,
    ArticlePlaces,
    Award,
    ConceptUse,
    Evidence,
    Measure,
    Organisation,
    Person,
    Place,
    PolicyDocument,
    Practice,
    PracticeKind,
    Segment,
    Served,
)
from kg.scheme import load_concepts, load_target_groups

FIRST = ("321181", "320404", "320812", "320585")
PROVINCES = (32, 33, 51, 37, 41, 44, 43, 42, 34, 13, 61, 52, 53, 36, 35, 21, 22, 23, 11, 31, 50, 12, 14, 15, 45, 46)
HEADS = ("红色", "阳光", "金秋", "连心", "睦邻", "和美", "先锋", "暖心", "幸福", "清风", "同心", "微光", "石榴", "枫桥")
TAILS = (
    "物业",
    "议事厅",
    "管家",
    "驿站",
    "网格",
    "夜话",
    "茶馆",
    "接单",
    "积分",
    "工作法",
    "联盟",
    "小院",
    "课堂",
    "直通车",
)
THINGS = (
    ("微网格", "个"),
    ("议事", "次"),
    ("化解矛盾", "件"),
    ("服务群众", "人次"),
    ("改造小区", "个"),
    ("投入资金", "元"),
)
FAMILY, GIVEN = "赵钱孙李周吴郑王冯陈", "兰芳明华强秀建国军丽敏静"
STAGES = ("done", "done", "done", "under-way", "planned")
OFFICES = ("民政局", "住建局", "司法局")
SERVING, UNCLASSED, LED = 0.04, 0.3, 0.14
"""Shares in real reports: of practices, and of kinds carried out, that serve a named group; of practices of no known
kind; of practices that stand in one sentence with an organisation."""


def invented_reports(seed: int = 7) -> Iterator[ArticleFacts]:
    """Reports one by one, without end: the counties in turn, the first four once and then three reports of each."""
    chance, gazetteer = random.Random(seed), open_gazetteer()
    counties = list(_counties(gazetteer))
    for n in count():
        yield _Report(chance, gazetteer, counties[(n if n < len(FIRST) else n // 3) % len(counties)], n).facts()


def _counties(gazetteer: Gazetteer) -> Iterator[Unit]:
    yield from map(gazetteer.unit, FIRST)
    for province in PROVINCES:
        for prefecture in gazetteer.children(f"{province}0000"):
            for county in gazetteer.children(prefecture.key):
                if county.level == "county" and county.code and not county.former and county.code not in FIRST:
                    yield county


class _Report:
    """One report that grows sentence by sentence, its facts with it."""

    def __init__(self, chance: random.Random, gazetteer: Gazetteer, county: Unit, n: int) -> None:
        self.chance, self.county, self.n = chance, county, n
        self.title = f"{county.name}：基层治理的第{n + 1}篇"
        self.text = f"{self.title}\n"
        around = tuple(unit for unit in gazetteer.ancestors(county.key) if unit.code)
        towns = [unit for unit in gazetteer.children(county.key) if unit.level == "township" and unit.code]
        towns = chance.sample(towns, min(6, len(towns)))
        chain = (county, *around)
        self.places = [self._place(county, around), *(self._place(town, chain) for town in towns)]
        self.practices: list[Practice] = []
        self.concepts: list[ConceptUse] = []
        self.measures: list[Measure] = []
        self.bodies: dict[str, list[Evidence]] = {f"{county.name}{office}": [] for office in OFFICES}
        self.people: list[Person] = []
        self.documents: list[PolicyDocument] = []
        self.awards: list[Award] = []

    def facts(self) -> ArticleFacts:
        """The report with its facts."""
        for _ in range(self.chance.randint(10, 20)):
            self._deed()
        for body in self.bodies:
            self._office(body)
        text = self.text
        published = f"{self.chance.randint(2018, 2025)}-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"
        source = f"{self.county.code}/{self.n // 9:05}.txt"
        return ArticleFacts(
            Article(source, self.n % 9 + 1, self.title, text, (Segment(0, 0, len(text)),), published),
            ArticlePlaces(tuple(self.places), (), (0,)),
            organisations=tuple(
                Organisation(name, "government", tuple(where), "invented", self.county.name)
                for name, where in self.bodies.items()
            ),
            people=tuple(self.people),
            practices=tuple({practice.name: practice for practice in self.practices}.values()),
            concepts=tuple(self.concepts),
            documents=tuple(self.documents),
            awards=tuple(self.awards),
            measures=tuple(self.measures),
        )

    def _say(self, *parts: str) -> tuple[Evidence, ...]:
        """Add a sentence of parts; where each part stands."""
        found = []
        for part in parts:
            found.append(Evidence(len(self.text), len(self.text) + len(part)))
            self.text += part
        return tuple(found)

    def _place(self, unit: Unit, around: tuple[Unit, ...]) -> Place:
        where = self._say(unit.name, "的做法如下。")[:1]
        names, codes = tuple(u.name for u in around), tuple(u.code for u in around)
        return Place(unit.name, unit.level, unit.code, names, codes, evidence=where)

    def _deed(self) -> None:
        chance, place = self.chance, self.chance.choice(self.places)
        concept = chance.choice(load_concepts())
        name = chance.choice(HEADS) + chance.choice(TAILS) if self.practices else "红色工作法"
        since = str(chance.randint(2012, 2024)) if chance.random() < 0.3 else None
        stage = chance.choice(STAGES)
        if chance.random() < LED:
            body = chance.choice(list(self.bodies))
            self.bodies[body] += self._say(body, "牵头，")[:1]
        said = self._say(place.name, "推行“", name, "”，自", since or "今", "年起", f"用{concept.zh}的办法办事，")
        kind = chance.choice(get_args(PracticeKind))
        begun = said[4] if since else None
        kinds = () if chance.random() < UNCLASSED else (concept.id,)
        practice = Practice(name, kind, (place.name,), kinds, (), (said[2],), "invented", stage, since, begun)
        self.practices.append(replace(practice, serves=self._served("这个做法")))
        served = self._served("这一类")
        self.concepts.append(ConceptUse(concept.id, place.name, (said[6],), "invented", stage, served))
        what, unit = chance.choice(THINGS)
        value = chance.randint(1, 9000)
        counted = self._say(f"{what}{value}{unit}", "。")[0]
        self.measures.append(Measure(what, value, unit, False, place.name, (counted,), "invented"))
        if chance.random() < 0.15:
            year = chance.randint(2018, 2024)
            won = self._say("获", f"{year}年全省治理创新案例", "。")[1]
            self.awards.append(Award("全省治理创新案例", name, year, (won,), "invented"))

    def _served(self, what: str) -> tuple[Served, ...]:
        """The group that a deed serves, where the report names one."""
        if self.chance.random() >= SERVING:
            return ()
        group = self.chance.choice(load_target_groups())
        return (Served(group.id, self._say(f"{what}服务", group.zh, "，")[1]),)

    def _office(self, name: str) -> None:
        chance = self.chance
        person = chance.choice(FAMILY) + chance.choice(GIVEN) + chance.choice(GIVEN)
        title = f"{self.county.name}{chance.choice(TAILS)}实施办法"
        said = self._say(name, "局长", person, "说，已印发《", title, "》。")
        self.bodies[name] += said[:1]
        self.people.append(Person(person, "局长", name, (said[2],), "invented"))
        self.documents.append(PolicyDocument(title, name, (said[4],), "invented"))
