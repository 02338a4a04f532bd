"""From where a quotation is spoken."""

from __future__ import annotations

import pytest

from kg.extract.scope import Scope
from kg.extract.sentences import split_sentences
from kg.model import Article, ArticlePlaces, Evidence, Person, Place, ResolvedMention, Tenure

PARENTS = ("抚州市", "江西省")
PLACES = (
    Place("广昌县", "county", "361030", PARENTS),
    Place("旴江镇", "township", None, ("广昌县", *PARENTS)),
    Place("莲花社区", "village", None, ("旴江镇", "广昌县", *PARENTS)),
    Place("古竹村", "village", None, ("旴江镇", "广昌县", *PARENTS)),
    Place("南丰县", "county", "361023", PARENTS),
)
HERE = (Evidence(0, 1),)
POST = Tenure("党总支书记", "莲花社区", "莲花社区", "current", None, None, HERE, None)
WEI = Person("魏长根", "党总支书记", "莲花社区", HERE, "post-name", (POST,))
DEED = "调解纠纷"


def at(body: str) -> tuple[str, ...]:
    """The places of the (only) deed in a body, where 魏长根 is known as the secretary of 莲花社区."""
    text = f"广昌县：小事不出网格\n{body}"
    found = [
        ResolvedMention(i, i + len(place.name), n, "full")
        for n, place in enumerate(PLACES)
        for i in range(len(text))
        if text.startswith(place.name, i)
    ]
    article = Article("a.txt", 1, "广昌县：小事不出网格", text, ())
    mentions = tuple(sorted(found, key=lambda m: m.start))
    scope = Scope(article, ArticlePlaces(PLACES, mentions, (0,)), split_sentences(text), (WEI,))
    start = text.index(DEED)
    return scope.names(start, start + len(DEED))


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("“我们每月都要调解纠纷，邻里和气多了。”古竹村党支部书记揭晓明说。", ("古竹村",)),
        ("“我们每月都要调解纠纷，邻里和气多了。”说起变化，旴江镇古竹村村民揭晓明竖起了大拇指。", ("古竹村",)),
        ("古竹村党支部书记揭晓明说：“日子好了。大家上门调解纠纷，邻里和气。”", ("古竹村",)),
        ("【同期声】古竹村党支部书记 揭晓明：“日子好了。大家上门调解纠纷，邻里和气。”", ("古竹村",)),
        ("“我们每月都要调解纠纷，邻里和气多了。”魏长根笑着介绍。", ("莲花社区",)),
        ("魏长根每天入户走访，调解纠纷。", ("莲花社区",)),
        ("“全县每月都要调解纠纷，邻里和气多了。”广昌县委政法委负责人说。", ("广昌县",)),
        ("“我们每月都要调解纠纷，邻里和气多了。”从南丰县赶来的客人说。", ("广昌县",)),
        ("“我们每月都要调解纠纷，邻里和气多了。”\n古竹村的田野一片新绿。", ("广昌县",)),
        ("“古竹村的老人也来帮忙，一起调解纠纷。”魏长根说。", ("古竹村",)),
        ("旴江镇古竹村村民 揭晓明：\n以前各管各的。如今大家调解纠纷，邻里和气。", ("古竹村",)),
        ("莲花社区居民　揭晓明\n以前各管各的。如今大家调解纠纷，邻里和气。", ("莲花社区",)),
        ("县里换了章法。\n古竹村村民 揭晓明：\n以前各管各的。\n如今大家调解纠纷，邻里和气。", ("广昌县",)),
        ("走进古竹村，处处 好风光\n如今大家调解纠纷，邻里和气。", ("广昌县",)),
    ],
    ids=[
        "speaker behind", "clause between", "speaker before", "broadcast label", "known name", "known name acts",
        "of the county", "from outside", "no speaker", "named in the speech", "named in a line of its own",
        "named without a colon", "the speech has ended", "a heading",
    ],
)  # fmt: skip
def test_a_deed_told_in_a_quotation_belongs_to_the_place_of_who_tells_it(body: str, places: tuple[str, ...]) -> None:
    assert at(body) == places
