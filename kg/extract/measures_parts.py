"""What is part of what the number before counts: 其中19家, 还有2部正在施工, 占全村的三成."""

from __future__ import annotations

import re

from kg.extract.measures_numbers import Number
from kg.extract.nominals import NominalWords, Phrases

Span = tuple[int, int]

PART = re.compile(
    r"[，；（](?:(?:其中|其余|另外|另)的?，?有?|(?:还|仍|尚)?有|(?:剩下|余下|剩余)的?|"
    r"(?:其中|仅|单)，?(?:[一-鿿]{2,8}(?:社区|街道|[村镇乡县区市旗]))就?(?:[有达为占栽种收建办签]|达到|超过|突破)?了?)\Z"
)  # 收入210万元，其中甲村达38万元
ONE_PLACE = re.compile(r"[一-鿿]{2,8}(?:社区|街道|[村镇乡县区市旗])就?(?:达到|[达栽种收建办签])?")
PART_VERB = re.compile(
    r"系|[是由][一-鿿]{0,8}|为|有|被|建立|成立|获评|获|实现|完成|正在|已|达到|评为|选为|还在|[还仍尚另]有|待|经|通过|将|也"
)
INSIDE = re.compile(r"(?<=.{2})[里中内]\Z")  # 42户人家里，有30户…
PART_DEED = re.compile(r"(?:已经?)?(?P<deed>[一-鿿]{3,10}?)的?(?=[，。；、）])")
TURNS = re.compile(
    r"(?:是[一-鿿]{2,8}的|(?:被|获评?|荣获|考取|当选)[一-鿿]{2,9})(?=[，。；、）])"
)  # 3名干部受处分，5名被提醒谈话
SHARE = frozenset({"占", "占比", "占总数"})
# 老人占全村人口的三成, 376户有入账，占全村的82.5%: whose share it is, not of what.
SHARE_OF = re.compile(
    r"(?<![侵霸强抢乱违])(?P<verb>占(?:到|了|据|比)?(?![道用地线领位路座着便压]))(?P<base>[^，。；：、\d降升增减涨跌提]{2,12})(?<![占达过近])(?:高?达到?|超过?|将近|近|约)?\Z"
)


def sharing(text: str, start: int, number: Number, words: NominalWords) -> Span | tuple[()] | None:
    """Who holds the share that a rate says with its whole (老人占全村的三成); () where the clause opens with 占.

    ``start`` is where the words of the number may begin; None where the clause says of no whole what the share is.
    """
    share = SHARE_OF.search(text, start, number.start)
    if share is None:
        return None
    return Phrases(words).leftward(text, start, share.start()) or () if share.start() > start else ()
