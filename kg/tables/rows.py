"""Facts as rows for people: one sheet a family, Chinese headers, and with every row the words that say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import (
    ArticleFacts,
    Award,
    ConceptUse,
    Lesson,
    Measure,
    Organisation,
    Person,
    Place,
    PolicyDocument,
    Practice,
)
from kg.passages import evidence_passage
from kg.scheme import load_concepts, target_group_names
from kg.statements import Family, Naming, Statement, statements
from kg.tables.jsonl import whole
from kg.tables.words import (
    CONFIDENCES_ZH,
    EXTENTS_ZH,
    LEVELS_ZH,
    ORGANISATIONS_ZH,
    PRACTICES_ZH,
    STAGES_ZH,
    STATUS_ZH,
    TENURES_ZH,
)

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One family's table: its Chinese name and the headers of its own columns."""

    family: Family
    name: str
    headers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: its family's own cells, then where it is said."""

    family: Family
    cells: tuple[Cell, ...]
    origin: tuple[Cell, ...]


SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "practices",
        "做法",
        ("做法", "种类", "地方", "地方全称", "代码", "类别", "别称", "起始", "服务对象", "阶段", "试点或推开", "把握"),
    ),
    Sheet("concepts", "做法类别", ("类别", "类别编号", "地方", "地方全称", "代码", "服务对象", "阶段", "把握")),
    Sheet("places", "地方", ("地方", "级别", "代码", "上级", "地方全称", "认定")),
    Sheet("organisations", "组织", ("组织", "种类", "所在地方")),
    Sheet("people", "人物", ("姓名", "职务", "所在组织", "地方", "任职", "起始", "截止")),
    Sheet("documents", "文件", ("文件", "发布者")),
    Sheet("awards", "荣誉", ("荣誉", "获得者", "年份")),
    Sheet("measures", "数据", ("内容", "数值", "单位", "约数", "地方", "地方全称", "代码")),
    Sheet("lessons", "学习借鉴", ("地方", "地方全称", "代码", "向哪里学", "学的做法")),
)
ORIGIN_HEADERS = ("引文", "原句", "报道", "日期", "来源", "篇号", "起", "止", "出处", "规则", "编号")


def fact_rows(facts: Iterable[ArticleFacts], source_texts: Mapping[str, str] | None = None) -> Iterator[Row]:
    """Every fact as a row, article by article; a practice at two places is two rows.

    ``source_texts`` are decoded files by name: they give the words of evidence that lies outside the articles.
    """
    concepts = {concept.id: concept.zh for concept in load_concepts()}
    for one in facts:
        naming = Naming(one)
        places = {naming.place(name): place for name, place in naming.places.items()}
        for statement in statements(one, naming):
            if statement.predicate not in {"instanceOf", "since", "extent", "component", "serves", "learned"}:
                cells = _CELLS[statement.family](statement, places.get(statement.subject), concepts)
                yield Row(statement.family, cells, _origin(one, statement, source_texts or {}))


def _origin(facts: ArticleFacts, statement: Statement, source_texts: Mapping[str, str]) -> tuple[Cell, ...]:
    article, first = facts.article, statement.evidence[0]
    found = evidence_passage(article, first, source_texts.get(article.source))
    return (
        found.exact if found else None,
        found.sentence if found else None,
        article.title,
        article.published,
        article.source,
        article.n,
        first.start,
        first.end,
        "正文" if first.where == "text" else "文件",
        statement.rule,
        statement.iri,
    )


def _path(place: Place | None) -> str | None:
    return None if place is None else "".join((*reversed(place.within), place.name))


def _where(place: Place | None) -> tuple[Cell, Cell, Cell]:
    return (None, None, None) if place is None else (place.name, _path(place), place.code)


def _practice(statement: Statement, place: Place | None, concepts: Mapping[str, str]) -> tuple[Cell, ...]:
    item = statement.item
    assert isinstance(item, Practice)
    kinds = "；".join(concepts.get(c, c) for c in item.concepts)
    aliases = "；".join(item.aliases)
    extent = EXTENTS_ZH[item.extent.kind] if item.extent else None
    told = (kinds, aliases, item.since, _groups(item), STAGES_ZH[item.stage], extent, CONFIDENCES_ZH[item.confidence])
    return item.name, PRACTICES_ZH[item.kind], *_where(place), *told


def _concept(statement: Statement, place: Place | None, concepts: Mapping[str, str]) -> tuple[Cell, ...]:
    item = statement.item
    assert isinstance(item, ConceptUse)
    told = (_groups(item), STAGES_ZH[item.stage], CONFIDENCES_ZH[item.confidence])
    return concepts.get(item.concept, item.concept), item.concept, *_where(place), *told


def _groups(item: Practice | ConceptUse) -> str:
    """The groups served, by their names."""
    return "；".join(target_group_names()[served.group] for served in item.serves)


def _place(statement: Statement, _at: Place | None, _concepts: Mapping[str, str]) -> tuple[Cell, ...]:
    item = statement.item
    assert isinstance(item, Place)
    return item.name, LEVELS_ZH[item.level], item.code, item.parent, _path(item), STATUS_ZH[item.status]


def _organisation(statement: Statement, _at: Place | None, _concepts: Mapping[str, str]) -> tuple[Cell, ...]:
    item = statement.item
    assert isinstance(item, Organisation)
    return item.name, ORGANISATIONS_ZH[item.kind], item.place


def _person(statement: Statement, _at: Place | None, _concepts: Mapping[str, str]) -> tuple[Cell, ...]:
    item = statement.item
    assert isinstance(item, Person)
    post = statement.tenure
    if post is None:
        return item.name, item.role, item.organisation, None, None, None, None
    return item.name, post.role, post.organisation, post.place, TENURES_ZH[post.status], post.since, post.until


def _document(statement: Statement, _at: Place | None, _concepts: Mapping[str, str]) -> tuple[Cell, ...]:
    item = statement.item
    assert isinstance(item, PolicyDocument)
    return item.title, item.issuer


def _award(statement: Statement, _at: Place | None, _concepts: Mapping[str, str]) -> tuple[Cell, ...]:
    item = statement.item
    assert isinstance(item, Award)
    return item.title, item.recipient, item.year


def _measure(statement: Statement, place: Place | None, _concepts: Mapping[str, str]) -> tuple[Cell, ...]:
    item = statement.item
    assert isinstance(item, Measure)
    return item.what, whole(item.value), item.unit, "约" if item.approximate else None, *_where(place)


def _lesson(statement: Statement, place: Place | None, _concepts: Mapping[str, str]) -> tuple[Cell, ...]:
    item = statement.item
    assert isinstance(item, Lesson)
    return *_where(place), item.source, "；".join(item.practices)


_CELLS: Mapping[Family, Callable[[Statement, Place | None, Mapping[str, str]], tuple[Cell, ...]]] = {
    "practices": _practice,
    "concepts": _concept,
    "places": _place,
    "organisations": _organisation,
    "people": _person,
    "documents": _document,
    "awards": _award,
    "measures": _measure,
    "lessons": _lesson,
}
