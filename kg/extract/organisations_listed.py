"""Bodies listed by bare names before a word for their sort: 金禾源、润泽康等农业企业, 快递、外卖两个行业党委."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.organisations_prefix import OrganMention
from kg.extract.organisations_words import FOUNDING, HANZI, OrganWords
from kg.extract.segment import NAME_FLAGS, Word, frequency, segment
from kg.model import OrganisationKind

SORT = rf"等(?:[0-9一二三四五六七八九十百]{{1,4}}[多余]?家|一批)?[{HANZI}]{{0,8}}?(?:企业|公司|合作社)(?!家|党)"
LIST = re.compile(rf"(?P<names>[{HANZI}]{{2,10}}(?:、[{HANZI}]{{2,6}}){{1,8}}){SORT}")
CLOSED = re.compile(SORT)  # tells far sooner than LIST that an article has none
NAME = re.compile(rf"[{HANZI}]+")
COUNT = r"[0-9一二三四五六七八九十百]{1,4}余?[家个支]"
SOCIETY = r"(?:社会|公益|志愿服务|志愿者?|慈善|民间)(?:组织|团队|团体|机构)|社会力量"
SOCIAL = rf"等(?P<before>{COUNT})?[{HANZI}]{{0,6}}?(?:{SOCIETY})"
IN_QUOTES = rf"“[{HANZI}A-Za-z0-9·]{{2,12}}”"
ITEMS = rf"(?:{IN_QUOTES}|[{HANZI}]{{2,10}}(?=、))(?:[、和]?{IN_QUOTES}|、[{HANZI}]{{2,10}}(?=[、和等“])){{0,8}}"
SOCIETIES = re.compile(rf"(?P<names>{ITEMS}){SOCIAL}(?P<behind>{COUNT})?")
SOCIAL_CLOSED = re.compile(SOCIAL)
MEMBERS = re.compile(rf"“(?P<quoted>[^“”]+)”|(?P<bare>[{HANZI}]+)")
SORTS = re.compile(r"(?:会|组织|团体|机构|单位|企业|公司|中心|妇联|联|团|队|者|员|人|部门)\Z")
# Bodies founded together, each of a field: 成立茶叶、竹木两个行业协会.
FIELD_BODY = r"行业(?:党委|党总支|党支部|工会联合会|工会|协会|商会)|产业(?:链)?(?:党委|党总支|党支部|协会)"
FIELDS = re.compile(
    rf"{FOUNDING}(?P<names>[{HANZI}]{{2,8}}(?:[、和][{HANZI}]{{2,8}}?){{1,6}})等?[0-9二两三四五六七八九十]{{1,2}}[个家](?P<head>{FIELD_BODY})"
)
ITEM = re.compile(r"[^、和]+")
# What a firm deals in, behind its brand: 德惠|科技, 恒泰|生物科技.
TRADE = re.compile(
    r"(?:(?:生物|信息|农业|电子|智能|环保|新材料|生态|农牧)?科技|电子|食品|机械|商贸|物流|服饰|服装|竹业|木业|建工|纺织|新能源"
    r"|新材料|(?:生态|现代)?农业|农牧|牧业|渔业|地产|医药|化工|重工|光电|股份|集团|控股|实业|文旅|家居|家具|鞋业|纸业|铝业|矿业"
    r"|包装|塑业|电器|电气|环保|餐饮|茶业|酒业|药业|乳业|粮油|物业|置业|传媒)\Z"
)
BRAND = (2, 4)  # characters
RARE = 100  # occurrences in the segmenter's corpus, as for names before a head word


class ListedBodies:
    """Finds the firms and societies of one article that are listed without a head word of their own."""

    def __init__(self, text: str, words: OrganWords) -> None:
        self.text = text
        self.words = words

    def find(self) -> Iterator[OrganMention]:
        """Mentions of firms, of bodies founded together, then of societies, each in text order."""
        yield from self._firms()
        yield from self._fields()
        yield from self._societies()

    def _firms(self) -> Iterator[OrganMention]:
        """The items of lists in which every item is a name."""
        for m in LIST.finditer(self.text) if CLOSED.search(self.text) else ():
            spans = [n.span() for n in NAME.finditer(self.text, *m.span("names"))]
            spans[0] = self._first(*spans[0])
            names = [self._is_name(start, end) for start, end in spans]
            traded = [name or self._has_brand(start, end) for name, (start, end) in zip(names, spans, strict=True)]
            coined = sum(name or self._has_brand(*span, rare=True) for name, span in zip(names, spans, strict=True))
            if all(traded) and coined * 3 >= len(spans):
                yield from (self._mention(*span, "company", "organ-listed") for span in spans)

    def _fields(self) -> Iterator[OrganMention]:
        """One body for each field of a list that a counted 行业党委, 行业协会 and the like closes."""
        for m in FIELDS.finditer(self.text):
            kind: OrganisationKind = "party" if "党" in m["head"] else "social"
            spans = [n.span() for n in ITEM.finditer(self.text, *m.span("names"))]
            for start, end in spans:
                name = self.text[start:end] + m["head"]
                until = m.end() if (start, end) == spans[-1] else end
                yield OrganMention(start, until, name, kind, "organ-field", None, self.words.key(name))

    def _societies(self) -> Iterator[OrganMention]:
        """The quoted items of lists that 等社会组织 closes, and the bare ones where the societies are counted."""
        for m in SOCIETIES.finditer(self.text) if SOCIAL_CLOSED.search(self.text) else ():
            items = list(MEMBERS.finditer(self.text, *m.span("names")))
            quoted = [n.span("quoted") for n in items if n["quoted"]]  # quoted teams are read as such
            bare = [n.span("bare") for n in items if n["bare"]]
            if bare and items[0]["bare"]:
                bare[0] = self._first(*bare[0])
            named = len(bare) > 1 and bool(m["before"] or m["behind"]) and self._coined(bare)
            for start, end in sorted(quoted + bare if named else quoted):
                if not SORTS.search(self.text, start, end):
                    yield self._mention(start, end, "social", "organ-society")

    def _mention(self, start: int, end: int, kind: OrganisationKind, rule: str) -> OrganMention:
        name = self.text[start:end]
        return OrganMention(start, end, name, kind, rule, None, name)

    def _coined(self, spans: list[tuple[int, int]]) -> bool:
        """Whether bare items are names: none says a sort of bodies only, and none stands in the midst of a clause."""
        inside = [segment(self.text, *span) for span in spans]
        telling = [any(not self.words.is_sort(w.text) for w in words) for words in inside]
        whole = all(end - start >= 2 and not SORTS.search(self.text, start, end) for start, end in spans)
        cut = re.match(rf"[{HANZI}]", self.text[spans[0][0] - 1 : spans[0][0]]) is not None
        governed = cut and self._governs(segment(self.text, max(0, spans[0][0] - 4), spans[0][0])[-1])
        return whole and (not cut or governed) and sum(telling) * 2 > len(spans)

    def _first(self, start: int, end: int) -> tuple[int, int]:
        """The first item without the verb that governs the list (引进金禾源)."""
        words = segment(self.text, start, end)
        return max((w.end for w in words if self._governs(w)), default=start), end

    def _governs(self, word: Word) -> bool:
        listed = word.text in self.words.openers or word.text in self.words.soft or word.text in self.words.trades
        return listed or (word.flag.startswith("v") and frequency(word.text) >= RARE)

    def _is_name(self, start: int, end: int) -> bool:
        """Whether an item is a coined name: no everyday word in it."""
        words = segment(self.text, start, end)
        coined = any(w.flag in NAME_FLAGS or frequency(w.text) < RARE or len(w.text) == 1 for w in words)
        everyday = any(len(w.text) > 1 and (self.words.is_sort(w.text) or frequency(w.text) >= RARE) for w in words)
        return end - start >= 2 and coined and not everyday and not any(w.flag == "ns" for w in words)

    def _has_brand(self, start: int, end: int, *, rare: bool = False) -> bool:
        """Whether a trade closes an item and what stands before it is a brand, no word for a sort or a deed."""
        m = TRADE.search(self.text, start, end)
        if m is None or not BRAND[0] <= m.start() - start <= BRAND[1]:
            return False
        words = segment(self.text, start, m.start())
        plain = all(len(w.text) == 1 or not (self.words.is_sort(w.text) or self._governs(w)) for w in words)
        return plain and (not rare or self._is_name(start, m.start()))
