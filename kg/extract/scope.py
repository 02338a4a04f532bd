"""Tell which places a stretch of text speaks about.

The nearest place before it in the sentence, else the subject carried over from a sentence before, else the locality.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from kg.extract.asides import in_passing, is_case, stands_aside
from kg.extract.bare_levels import TURN, LevelWords
from kg.extract.enumerations import FIRST_ITEM, item_starts
from kg.extract.groups import TOGETHER, chain_start, first_names, listed_together
from kg.extract.headed_by import heading_place
from kg.extract.quotes import Quote, find_quotes, quotes_by_word
from kg.extract.sentences import index_at, sentence_at
from kg.extract.silent import is_silent
from kg.extract.sites import Sites
from kg.extract.speakers import Speakers, homes_of
from kg.extract.subjects import Subjects
from kg.extract.territory import Territory, meant, stem_of
from kg.model import Article, ArticlePlaces, Person, ResolvedMention, Sentence

LONGEST_RUN_IN = 20
OVERLAP, LONGEST_NAME = 8, 16
LIST_JOINT = re.compile(r"(?:[0-9一二三四五六七八九十至—-]{1,6}组)?(?:[、和及与]|以及|，)")
# 走进甲社区, 甲社区居民乙说: a scene or one who praises what is done; the report does not yet say that they act.
IN_A_SCENE = re.compile(
    r"[“\s]*(?:近日|日前|清晨|傍晚|一大早|[^，。]{0,8}(?:上午|下午|晚上))?，?(?:记者)?(?:走进|来到|步入|踏进|踏入|在)"
    r"|[^，。；：“”]{2,30}?(?:居民|村民|业主|群众|牧民|老人|市民|商户|住户|大爷|大妈|阿姨|书记|主任|委员|镇长|乡长|负责人)"
    r"[^，。；：“”]{0,10}?(?:说|称赞|感慨|告诉记者|介绍|坦言|点赞|表示|感叹|竖起)"
)
# 在甲镇，乙县建起…: what stands behind is told of the town in front.
IN_FRONT, FRONT_END = re.compile(r"[^，。；：“”]{0,6}?，?(?:在|走进|来到)$"), re.compile(r"(?:[里内上]|境内|辖区)?，")
STATE = re.compile(r"[^，。；：“”]{0,14}[^不至太更最许](?:多|少|大|小|广|杂|散|远|长|老|密集|集中|偏远|突出|频发|复杂)")
HERE = re.compile(
    r"(?:如今|现在|而今|曾经|以前|过去|不远处)?，?(?:这里|这儿|此处|此地|这个?(?:小|山|渔|古)?(?:村|镇|乡|县|区|街道|社区|小区)(?![村镇乡县]|里的|级|落|规))"
)
TRIED_AT = re.compile(
    r"[^，。；：“”]{0,6}?(?:选择|选取|选定|在)[^，。；：“”]{2,14}?(?:率先|先行|首批|首先)?(?:试点|试行|先行先试)"
)
PILOT = re.compile(r"为(?:首批)?试点|先行先试|率先试点|先行试点")
GOES_ON = re.compile(
    r"(?:为此|于是|对此|后来|随后|此后|没多久|不久|很快|从此|自此|自那|从那|打那|这之后|在此基础上|(?:上任|就任|当选|换届|回村|返乡)[^，。]{0,4}后)"
)
SECTION = re.compile(r"\s*(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）)")


class Scope:
    """Answers ``at`` for one article: indices into ``ArticlePlaces.places``, smallest sensible place first."""

    def __init__(
        self,
        article: Article,
        places: ArticlePlaces,
        sentences: tuple[Sentence, ...],
        people: Sequence[Person] = (),
    ) -> None:
        self.text = article.text
        self.body_start = article.body_start
        self.places = places
        self.sentences = sentences
        first = first_names(article.text, places)
        named = (replace(m, place=first.get(m.place, m.place)) for m in places.mentions)
        speaking = (m for m in named if not is_silent(article.text, m.start, m.end))
        self.mentions = meant(article.text, places, sorted(speaking, key=lambda m: (m.start, -m.end)))
        self.starts = [m.start for m in self.mentions]
        self.land = Territory(self.text, places, self.mentions)
        self.holds, self.spans, self._place = self.land.holds, self.land.spans, self.land.place
        end = article.text.find("\n", article.body_start)
        self.lead_end = end if end >= 0 else len(article.text)
        index = {place.name: i for i, place in enumerate(places.places)}
        inside = [m for m in self.mentions if self.holds(m.place)]
        self.levels = LevelWords(self.text, sentences, places, self.named, self.holds, self.spans, self.land.is_near)
        homes = {name: i for name, i in homes_of(people, index.get, self.levels.known) if self.holds(i)}
        self.speakers = Speakers(self.text, inside, homes)
        self.subjects = Subjects(self.text, self.named, self.holds, self.speakers)
        self.pilots = [m.span() for m in PILOT.finditer(article.text)]
        self._carried: dict[int, tuple[int, ...]] = {}
        self.sites = Sites(self.text, sentences, self.named, self.holds)
        self.actor = self._actor()

    def at(self, start: int, end: int) -> tuple[int, ...]:
        """Places that the text at ``[start, end)`` is tied to; empty where the article has no locality.

        A place that the stretch itself begins with, or begins inside of, counts as standing before it.
        """
        sentence = sentence_at(self.sentences, start)
        opening = [m for m in self.named(start - OVERLAP, start + 1) if start < m.end <= end]
        found = self._before(sentence, opening[0].end if opening else start) or self._spoken(sentence, start)
        found = found or self._led_in(sentence, start) or self._turned_to(sentence, start)
        return found or self._carries(sentence) or self._default(start)

    def splits(self, offset: int) -> bool:
        """Whether an offset lies inside the name of a place."""
        return any(m.start < offset < m.end for m in self.named(offset - LONGEST_NAME, offset))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Short forms of the places of the article: the name without the word for its level."""
        return frozenset(stem for p in self.places.places if (stem := stem_of(p.name)))

    def stated(self, start: int) -> tuple[int, ...]:
        """Places that the sentence itself names in front of the offset; empty where it names none."""
        return self._before(sentence_at(self.sentences, start), start)

    def headed(self, start: int) -> tuple[int, ...]:
        """The localities to which the headline ties what it names at an offset."""
        named = self.stated(start) or {m.place for m in self.named(0, self.body_start)}
        return tuple(i for i in self.places.localities if i in named) if start < self.body_start else ()

    def piloted(self, offset: int) -> bool:
        """Whether the sentence says before an offset that the places it names go first (以甲、乙社区为试点)."""
        first = bisect_left(self.pilots, (sentence_at(self.sentences, offset).start, 0))
        return first < len(self.pilots) and self.pilots[first][1] <= offset

    def names(self, start: int, end: int) -> tuple[str, ...]:
        """Names of the places that the text at ``[start, end)`` is tied to."""
        return tuple(self.places.places[i].name for i in self.at(start, end))

    def inner_names(self, start: int, end: int) -> tuple[str, ...]:
        """The same, but the one compound that the paragraph tells of where its community acts for it."""
        found = (() if self.stated(start) else self.sites.whose(end)) or self.at(start, end)
        if len(found) == 1 and self._place(found[0]).level == "village" and not self.stated(start):
            line = self.text.rfind("\n", 0, start) + 1
            told = {m.place for m in self.named(line, start) if not self.text.endswith("在", line, m.start)}
            inner = {i for i in told if self._place(i).level == "compound" and self.holds(i)}
            found = tuple(inner) if len(inner) == 1 else found
        return tuple(self.places.places[i].name for i in found)

    def name(self, start: int, end: int) -> str | None:
        """The first of these names, None where there is none."""
        names = self.names(start, end)
        return names[0] if names else None

    def named(self, start: int, end: int) -> list[ResolvedMention]:
        """The mentions of places that begin in ``[start, end)``."""
        return self.mentions[bisect_left(self.starts, start) : bisect_right(self.starts, end - 1)]

    def _before(self, sentence: Sentence, offset: int) -> tuple[int, ...]:
        """The last place named in the sentence before the offset, with the list it closes (A、B和C)."""
        subject = self.subjects.of(sentence)
        told = self.land.beside | set(() if subject is None else self.subjects.listed(sentence, subject))
        near = [
            m
            for m in self.named(sentence.start, offset)
            if m.end <= offset and (self.holds(m.place) or m.place in told or m.end in self.land.acting)
        ]
        while near:
            listed = self._list(near)
            if not self._aside(sentence, listed, offset):
                turned = self._turned((near[-1].place, subject), near[-1].end, offset)
                listed = self._in_front(sentence, near, listed)
                return (turned,) if turned is not None else tuple(dict.fromkeys(m.place for m in listed))
            start = self._begins(sentence, listed[0])
            near = [m for m in near if m.start < start]
        return ()

    def _begins(self, sentence: Sentence, mention: ResolvedMention) -> int:
        """Where the chain of names that a mention ends begins in its sentence (|甲县乙镇丙村)."""
        return chain_start([m for m in self.named(sentence.start, mention.end) if m.end <= mention.end])

    def _aside(self, sentence: Sentence, listed: list[ResolvedMention], offset: int) -> bool:
        """Whether the places listed before an offset do nothing themselves."""
        name = listed[0].start, listed[-1].end
        known = self.subjects.of(sentence)
        subject = listed[0].place if known is None else known
        other = subject != listed[0].place, subject != listed[-1].place
        begins = self._begins(sentence, listed[0])
        case = is_case(self.text, sentence.start, name[1], led=name[0] > begins)
        if case or stands_aside(self.text, sentence.start, (begins, name[1]), offset, other):
            return True
        ends = [m.end for m in self.named(sentence.start, name[0]) if m.place == known and m.end <= name[0]]
        if not ends or not other[0] or self.land.is_smaller(listed[0].place, subject):
            return False
        around = self._place(listed[0].place).name in self._place(subject).within
        return in_passing(self.text, ends[0], name, offset, around=around)

    @cached_property
    def turns(self) -> list[int]:
        """Where clauses begin that turn to a place of another level."""
        return [m.start() for m in TURN.finditer(self.text)]

    def _turned(self, spoken_of: tuple[int | None, ...], start: int, end: int) -> int | None:
        """The place of another level that a later clause turns to (…，街道先后建成…), None where none does.

        ``spoken_of`` are the places of the clauses before, the nearest first.
        """
        found = None
        home = self.places.localities[0] if len(self.places.localities) == 1 else None
        first = bisect_left(self.turns, start)
        for at in self.turns[first : bisect_left(self.turns, end, first)]:
            m = TURN.match(self.text, at, end)
            if m is None:
                continue
            if m["many"]:
                around = (i for i in spoken_of if i is not None and m["led"] and self.levels.may_hold(i, m["unit"]))
                found = next(around, found if home is None else home)
                continue
            if STATE.fullmatch(self.text, start, at):
                continue  # 甲镇、乙镇果农多，县法院…: in those towns
            found = self._level_turned(m["word"], spoken_of, found)
        return found

    def _level_turned(self, word: str, spoken_of: tuple[int | None, ...], found: int | None) -> int | None:
        """The place of a level to which a clause turns: None where the one named last has it, else ``found``."""
        near = spoken_of[0]
        around = self._place(near).within if near is not None else ()
        holders = [i for i, p in enumerate(self.places.places) if p.name in around and self.holds(i)]
        named = [i for i in (*spoken_of, *holders) if i is not None and self.levels.is_of(word, i)]
        if named:
            return None if named[0] == near else named[0]
        return next((i for i in self.places.localities if self.levels.is_of(word, i)), found)

    def _list(self, near: list[ResolvedMention]) -> list[ResolvedMention]:
        """The last mention with those of its level that are listed before it, each perhaps behind its parent."""
        listed, start = [near[-1]], near[-1].start
        level = self._place(near[-1].place).level
        for mention in reversed(near[:-1]):
            alike = self._place(mention.place).level == level
            if not alike and mention.end == start:
                start = mention.start  # 甲镇乙村、丙镇丁村
            elif alike and LIST_JOINT.fullmatch(self.text, mention.end, start):
                listed.insert(0, mention)
                start = mention.start
            else:
                break
        return listed

    def _in_front(
        self, sentence: Sentence, near: list[ResolvedMention], listed: list[ResolvedMention]
    ) -> list[ResolvedMention]:
        """The places inside the one listed that the sentence puts in front of it (在甲镇，乙县…), else the listed."""
        before = [m for m in near if m.end < listed[0].start]
        if len(listed) > 1 or not before or not FRONT_END.fullmatch(self.text, before[-1].end, listed[0].start):
            return listed
        front = self._list(before)
        led = IN_FRONT.fullmatch(self.text, sentence.start, chain_start(before[: before.index(front[0]) + 1]))
        inside = self._place(listed[0].place).name in self._place(before[-1].place).within
        return front if led and inside else listed

    def _spoken(self, sentence: Sentence, offset: int) -> tuple[int, ...]:
        """The place of the one who says what stands at an offset, unless a bare subject (镇里…) tells another."""
        place = self.speakers.place(offset)
        return () if place is None or self.subjects.bare(sentence) else (place,)

    def _led_in(self, sentence: Sentence, offset: int) -> tuple[int, ...]:
        """The subject that a clause in front of it (接到…后，) leads up to, where the offset lies in that clause."""
        subject = self.subjects.of(sentence)
        return (
            ()
            if subject is None or self.subjects.opening(sentence) <= offset or not self.spans(subject)
            else (subject,)
        )

    def _turned_to(self, sentence: Sentence, offset: int) -> tuple[int, ...]:
        """The place that the last clause before an offset turns to (这样的场景，村里人…)."""
        for n in range(bisect_left(self.turns, offset) - 1, -1, -1):
            if self.turns[n] < sentence.start:
                break
            turn = TURN.match(self.text, self.turns[n], offset)
            if turn and turn["word"]:
                return self.levels.known(turn["word"], sentence.start)
        return ()

    def _carries(self, sentence: Sentence) -> tuple[int, ...]:
        """What a sentence takes from those before it, found once a sentence."""
        if sentence.start not in self._carried:
            self._carried[sentence.start] = self._find_carried(sentence)
        return self._carried[sentence.start]

    def _find_carried(self, sentence: Sentence) -> tuple[int, ...]:
        """What a bare subject (社区…, 镇里…) stands for, else the subject of the nearest sentence of the paragraph."""
        if self._together(sentence):
            return self.group
        word = self.subjects.bare(sentence)
        if word:
            return self.levels.known(word, sentence.start)
        person = self.subjects.person(sentence)
        if person is None and HERE.match(self.text, sentence.start):
            person = self._here(sentence)
        if person is not None:
            return (person,)
        for earlier in self._back(sentence):
            if self._together(earlier):
                return self.group
            subject = self.subjects.of(earlier)
            bare = self.subjects.bare(earlier) if subject is None else None
            place = next(iter(self.levels.known(bare, earlier.start)), None) if bare else self.subjects.arrived(earlier)
            tried = TRIED_AT.match(self.text, earlier.start, earlier.end)
            if subject is not None and self.spans(subject) and not tried and not self._example(earlier, sentence):
                turned = self._turned((subject,), earlier.start, earlier.end)
                place = subject if turned is None else turned
            if place is not None:
                return self.subjects.listed(earlier, place)
        above = heading_place(self.text, sentence.start, self.body_start, self.named)
        headed = (above.place,) if above and self.holds(above.place) else ()
        return headed or self._named_again(sentence) or self.levels.village_told(sentence)

    def _here(self, sentence: Sentence) -> int | None:
        """The place that 这里 at the beginning of a sentence means: the one that the sentence before names last."""
        i = index_at(self.sentences, sentence.start)
        before = self.sentences[i - 1] if i else sentence
        named = [m.place for m in self.named(before.start, sentence.start) if self.holds(m.place)]
        return named[-1] if named else None

    def _named_again(self, sentence: Sentence) -> tuple[int, ...]:
        """Where the thing in quotes that a sentence opens with was when it was named first (“树下会”一开就是一年多)."""
        start = self.subjects.opening(sentence)
        quotes = find_quotes(self.text)
        i = bisect_left(quotes, (start,), key=lambda q: (q.start,))
        if i == len(quotes) or quotes[i].start != start:
            return ()
        alike = quotes_by_word(self.text)[quotes[i].inner(self.text)]
        first = next((q for q in alike if q.start >= self.body_start), None)
        return self.at(first.start, first.end) if first is not None and first.start < start else ()

    @cached_property
    def group(self) -> tuple[int, ...]:
        """The villages or communities that the article lists and then speaks of together."""
        return listed_together(self.text, self.mentions, self.places.places)

    def _together(self, sentence: Sentence) -> bool:
        return TOGETHER.match(self.text, sentence.start, sentence.end) is not None and len(self.group) > 0

    def _example(self, sentence: Sentence, told: Sentence) -> bool:
        """Whether a sentence only gives an example in a paragraph that opened with deeds of the locality itself.

        It gives none where it introduces its place, and where ``told`` goes on from it (为此，…).
        """
        subject = self.subjects.of(sentence)
        led = GOES_ON.match(self.text, told.start) and told.start <= sentence.end
        if subject in self.places.localities or led or self.subjects.introduces(sentence):
            return False
        opened = False
        for earlier in self._back(sentence):
            if earlier.end - earlier.start > LONGEST_RUN_IN and not self._quoted(earlier.start):
                own = self.subjects.of(earlier)
                if own == subject or own in self.places.localities:
                    return own != subject
                opened = own is None
        return opened

    @cached_property
    def _outer(self) -> list[Quote]:
        return [quote for quote in find_quotes(self.text) if quote.depth == 0]

    def _quoted(self, offset: int) -> bool:
        """Whether an offset lies inside a quotation."""
        i = bisect_right(self._outer, offset, key=lambda q: q.start) - 1
        return i >= 0 and offset < self._outer[i].end

    def _back(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences before one in its paragraph, the nearest first; 二、 opens one in the middle of a line, too.

        From an item of an enumeration (三是…, or behind a run-in head) it goes on to what stands before the first.
        """
        inside = sentence.start in self._items
        for i in range(index_at(self.sentences, sentence.start) - 1, -1, -1):
            earlier = self.sentences[i]
            opened = SECTION.match(self.text, self.sentences[i + 1].start)
            if opened or self.text.endswith("\n", earlier.start, earlier.end):
                return
            first = self.text.find(FIRST_ITEM, earlier.start, earlier.end) > earlier.start
            if not inside or first:
                yield earlier
            inside = not first and (inside or earlier.start in self._items)
            if self._items.get(earlier.start) == 0:
                inside = False

    @cached_property
    def _items(self) -> dict[int, int]:
        return item_starts(
            self.text, self.sentences, lambda s: not self._quoted(s.start) and not self.named(s.start, s.end)
        )

    def _default(self, offset: int) -> tuple[int, ...]:
        """The localities, or behind the lead the one place that acts there when the locality is named no more."""
        return self.actor if self.actor and offset >= self.lead_end else self.places.localities

    def _actor(self) -> tuple[int, ...]:
        """The one place inside the single locality that acts in the lead, where the locality acts no more behind it."""
        if len(self.places.localities) != 1:
            return ()
        home = self.places.localities[0]
        opening = [(s.start < self.lead_end, self.subjects.of(s)) for s in self.sentences if s.start >= self.body_start]
        shown = (s for s in self.sentences if s.start < self.lead_end and IN_A_SCENE.match(self.text, s.start, s.end))
        scenes = {self.subjects.of(s) for s in shown}
        leading = {place for in_lead, place in opening if in_lead and place not in (None, home)} - scenes
        later = {place for in_lead, place in opening if not in_lead}
        acting = {place for place in leading if place is not None and self.holds(place)}
        return tuple(acting) if len(leading) == 1 and later <= {None, *leading} else ()
