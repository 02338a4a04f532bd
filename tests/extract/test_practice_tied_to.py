"""Which place a practice or a deed is tied to by what stands around it: what it did there, who speaks, 当地, 这个镇."""

from __future__ import annotations

import pytest

from kg.pipeline import facts_of_text

LEAD = "太谷区：乡村善治入人心\n山西省晋中市太谷区近年来抓党建促治理，基层治理水平不断提高。"
NAMED = [
    # told first by what it did for a place, or where it went on
    ("“灯下说事”让水秀镇桃园村少了许多口角。", "灯下说事", {"桃园村"}),
    ("“灯下说事”工作法给水秀镇桃园村、侯城乡范村带来了新气象。", "灯下说事", {"桃园村", "范村"}),
    ("太谷区推行“灯下说事”工作法。“灯下说事”让水秀镇桃园村少了许多口角。", "灯下说事", {"太谷区"}),
    ("“灯下说事”落户水秀镇桃园村。", "灯下说事", {"桃园村"}),
    ("目前，“灯下说事”工作法已在水秀镇桃园村、侯城乡范村等地推行。", "灯下说事", {"桃园村", "范村"}),
    ("自从有了“灯下说事”工作法，水秀镇桃园村少了许多口角。", "灯下说事", {"桃园村"}),
    ("通过推行“灯下说事”工作法，水秀镇桃园村由乱到治。", "灯下说事", {"桃园村"}),
    ("借助“灯下说事”小程序，水秀镇桃园村化解矛盾20起。", "灯下说事", {"桃园村"}),
    ("以“灯下说事”为抓手，水秀镇桃园村化解矛盾20起。", "灯下说事", {"桃园村"}),
    ("“灯下说事”小程序上线后，水秀镇桃园村少了许多口角。", "灯下说事", {"桃园村"}),
    ("水秀镇推行“灯下说事”工作法后，侯城乡范村的人赶来学习。", "灯下说事", {"水秀镇"}),
    ("“灯下说事”起源于水秀镇桃园村，人人都夸。", "灯下说事", {"桃园村"}),
    ("“灯下说事”工作法，如今已是水秀镇桃园村的招牌。", "灯下说事", {"桃园村"}),
    ("“灯下说事”工作法解开了水秀镇桃园村的疙瘩。", "灯下说事", {"桃园村"}),
    ("“灯下说事”工作法由水秀镇党委推出。", "灯下说事", {"水秀镇"}),
    # who was the first, and how far it has come
    ("“灯下说事”工作法由水秀镇桃园村首创，如今在全区推广。", "灯下说事", {"桃园村", "太谷区"}),
    ("“灯下说事”工作法由水秀镇桃园村首创，得到好评。", "灯下说事", {"桃园村"}),
    ("“灯下说事”是江苏省太仓市首创的。去年，水秀镇引入“灯下说事”。", "灯下说事", {"太仓市", "水秀镇"}),
    # compared, or learned from
    ("不同于侯城乡，水秀镇推行“灯下说事”工作法。", "灯下说事", {"水秀镇"}),
    ("水秀镇总结侯城乡的经验，推行“灯下说事”工作法。", "灯下说事", {"水秀镇"}),
    # partners far away, and near ones
    ("水秀镇与江苏省太仓市结对，推行“灯下说事”工作法。", "灯下说事", {"水秀镇"}),
    ("水秀镇与侯城乡结对，推行“灯下说事”工作法。", "灯下说事", {"水秀镇", "侯城乡"}),
    # who speaks, whatever opens the next sentence
    (
        "\n“推行“灯下说事”后，大家有话好好说。”水秀镇桃园村村民赵敏说。侯城乡范村修了路，基层治理有了起色。",
        "灯下说事",
        {"桃园村"},
    ),
    ("水秀镇桃园村楼长赵大妈挨家敲门。“村里推行“灯下说事”，我当然出力。”赵大妈说。", "灯下说事", {"桃园村"}),
    # demonstration sites of another town
    ("水秀镇桃园村推行“灯下说事”工作法。侯城乡选定范村为试点，建起书屋。", "灯下说事", {"桃园村"}),
    ("水秀镇推行“灯下说事”工作法。水秀镇选定桃园村为试点，挨户讲解。", "灯下说事", {"水秀镇", "桃园村"}),
    ("太谷区推行“灯下说事”工作法。侯城乡选定范村为试点，挨户讲解。", "灯下说事", {"太谷区", "范村"}),
    ("太谷区推行“灯下说事”工作法。侯城乡选定范村为试点，推行“码上说事”工作法。", "灯下说事", {"太谷区"}),
    # a villager met behind the name of the town
    ("太谷区修了路。水秀镇桃园村村民赵敏在“灯下说事”桌前吐露心声。", "灯下说事", {"桃园村"}),
    ("水秀镇修了路。侯城乡地处三县交界。这个乡推行“灯下说事”工作法。", "灯下说事", {"侯城乡"}),
]
DEEDS = [
    # what a place is like brings it up, what it does is an example in a county's paragraph
    ("水秀镇桃园村隶属城郊。近年来，修订村规民约，面貌一新。", "village-rules", {"桃园村"}),
    ("水秀镇桃园村外出务工的人多。近年来，修订村规民约，面貌一新。", "village-rules", {"桃园村"}),
    ("水秀镇桃园村盖起了戏台。近年来，修订村规民约，面貌一新。", "village-rules", {"太谷区"}),
    ("水秀镇桃园村盖起了戏台。为此，还修订村规民约。", "village-rules", {"桃园村"}),
    ("水秀镇桃园村山多地少。在这里，修订村规民约是大事，年年都办。", "village-rules", {"桃园村"}),
    ("水秀镇桃园村山多地少。当地修订村规民约。", "village-rules", {"桃园村"}),
    ("水秀镇桃园村山多地少。\n修路之外，当地修订村规民约。", "village-rules", {"太谷区"}),
    ("水秀镇修了路。侯城乡地处三县交界。这个乡修订村规民约。", "village-rules", {"侯城乡"}),
    ("通过修订村规民约，水秀镇桃园村由乱到治。", "village-rules", {"桃园村"}),
    ("修订村规民约，是水秀镇桃园村的一项创新。", "village-rules", {"桃园村"}),
    ("水秀镇与江苏省太仓市结对，修订村规民约。", "village-rules", {"水秀镇"}),
]


@pytest.mark.parametrize(("body", "name", "places"), NAMED, ids=[body[:24] for body, _, _ in NAMED])
def test_practice_runs_where_its_mention_ties_it(body: str, name: str, places: set[str]) -> None:
    (facts,) = facts_of_text(LEAD + body)
    assert {p.name: set(p.at) for p in facts.practices}.get(name) == places


@pytest.mark.parametrize(("body", "concept", "places"), DEEDS, ids=[body[:24] for body, _, _ in DEEDS])
def test_deed_is_done_where_its_sentence_ties_it(body: str, concept: str, places: set[str]) -> None:
    (facts,) = facts_of_text(LEAD + body)
    assert {c.at for c in facts.concepts if c.concept == concept} == places
