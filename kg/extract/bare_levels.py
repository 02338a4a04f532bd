"""Bare words for places of a level that speak of the one at hand: 社区制定…, 镇里组织…, …，街道先后建成…."""

from __future__ import annotations

import re

from kg.model import Level

BARE_LEVELS: dict[str, Level] = {
    "社区": "village", "村里": "village", "村委": "village", "村两委": "village", "村上": "village", "嘎查": "village",
    "小区": "compound",
    "街道": "township", "镇里": "township", "乡里": "township", "苏木": "township",
    "县里": "county", "区里": "county", "旗里": "county", "市里": "prefecture",
}  # fmt: skip
# A report on a town that names one community means it by 社区; one on a city means any.
AROUND: dict[Level, frozenset[Level]] = {
    "compound": frozenset({"village", "compound"}), "village": frozenset({"township", "village", "compound"}),
    "township": frozenset({"county", "township", "zone"}), "county": frozenset({"prefecture", "county"}),
}  # fmt: skip
BARE_SUBJECT = re.compile(
    rf"(?:目前|现在|如今|同时|此外|为此|随后|(?:去年|今年|20\d\d年)?(?:\d{{1,2}}月)?(?:份|底|初|起|以来)?)?，?(?P<word>{'|'.join(BARE_LEVELS)})(?!化|内|里的|中)"
)
TURN = re.compile(
    rf"[，；](?:(?P<word>{'|'.join(BARE_LEVELS)})(?!化|内|里的|中|[、和])"
    r"|(?P<many>(?:在|指导|组织|推动|引导|督促|发动|带动)?(?:各|所有|全部|(?:\d+|[一二三四五六七八九十百]+)余?[个家支])[^，；、。]{0,4}?(?:社区|小区|街道|村|镇|乡|单位|部门)(?=全面|建立|实现|成立|设立|完成|推行|开展|均|都|全部|普遍)))"
)
