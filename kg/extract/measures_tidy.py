"""Trim what was found beside a number: people without what they do, one party to a quarrel, no clinging words."""

from __future__ import annotations

import re

from kg.extract.measures_numbers import HOUSED, Number
from kg.extract.nominals import NominalWords

Span = tuple[int, int]

PARTY = re.compile(r"(?P<who>村民|居民|业主|住户|农户|群众|商户|牧户|牧民|职工|人家)[与和跟同][一-鿿]{1,8}")
QUARREL = re.compile(r"(?:之间)?(?:因|发生|起[了争纠]|闹|产生|为[一-鿿]{1,8}(?:吵|争|闹))")
# 3天恢复了39座: the unit of a time before the words of a number is no part of them.
TIMED = re.compile(
    r"\d(?:天|年|个?月份?|[日号]|个?小时|分钟|个?星期|周|个?工作日|[层楼])(?:以来|以前|以后|之?[前后内]|[里底初间末])?"
)


def untimed(text: str, span: Span | None) -> Span | None:
    """``span`` without the unit of a time or a storey that it opens with; None where it is nothing else."""
    timed = TIMED.match(text, span[0] - 1, span[1]) if span and span[0] else None
    if span is None or timed is None:
        return span
    return (timed.end(), span[1]) if timed.end() < span[1] else None


def one_party(text: str, span: Span, number: Number) -> Span:
    """The people counted alone, where others stand behind 与: 11户村民与砖厂因排水起了纠纷."""
    party = PARTY.fullmatch(text, *span) if number.unit in HOUSED and QUARREL.match(text, span[1]) else None
    return party.span("who") if party else span


def attribute(left: str, words: NominalWords) -> str:
    """面积 of 占地面积 before “300平方米的公园”: the number measures the park's area, not the park."""
    return max((a for a in words.attributes if left.endswith(a)), key=len, default="")


def tidy(what: str) -> str:
    """A noun phrase without what clings to its ends."""
    what = re.sub(r"^.*[、”].*等(?=.{2,})", "", what)  # 健康义诊、家电维修等便民活动: the activities are counted
    what = re.sub(r"^.*(?<![平高初上同均对中优])等(?=(?:问题|难题|矛盾|事项|隐患|活动|服务|项目|工作|情况)$)", "", what)
    what = re.sub(r"^(?:(?:以上|以下)的?|至少|最少)(?=.{2})", "", what)
    what = re.sub(r"(?<=.{2})占(?:到|了)?$", "", what)  # 苗族人口占九成
    what = re.sub(r"^[等的、\s]+(?=.)|[、的等\s]+$", "", what)
    what = re.sub(r"^(?:今年|去年|近年来?|半年|一年|两年)(?:以来|多来)?(?=.{2})", "", what)
    what = re.sub(
        r"(?<=.{2})(?:已经|已|累计|先后|连续|连|共)?(?:(?<!离)开|(?<![大督查交承主协经代包领兴少多补])办|召开|举办|举行)了?$",
        "",
        what,
    )  # 说事会已经开了6场
    what = re.sub(r"(?<=.)(?:已经?|逐步|逐渐|陆续)(?:发展|扩大|扩展|增加|增长|增|上升|提高|提升|壮大)$", "", what)
    what = re.sub(r"^(?:总共|一共|共(?=调|化|解|办|开|收|排|整|发|组|处|受|走|召|举|投|培|吸|征))(?=.{2})", "", what)
    what = re.sub(r"(?<=.{3})(?:实地|现场|常态化|轮流|定期|自发)$", "", what)  # 8个示范点实地观摩
    if len(what) > len("建设") + 2:
        what = re.sub(r"的?建设$", "", what)
    if what.count("“") != what.count("”"):
        what = what.replace("“", "").replace("”", "")
    return what
