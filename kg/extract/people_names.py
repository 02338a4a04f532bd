"""Where a person's name ends, and how sure it is one: surnames, words around it, names of the minorities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.segment import NAME_FLAGS, Word, frequency, segment
from kg.rulebook import RuleBook, alternation
from kg.segmenter import dictionary

HANZI = re.compile(r"[一-鿿]")
DOTTED = re.compile(r"[一-鿿]{1,7}(?:[·•・‧][一-鿿]{1,8}){0,2}[·•・‧](?=[一-鿿]{2})")
SPACED = re.compile(r"(?<= )[一-鿿] [一-鿿](?=[：:，。（(\n]|\Z)")  # 主任 李 强：, set as wide as 主任 李国强
LONGEST_PART = 8
USUAL_PART = 4
WINDOW = 9
COMMON = 50  # occurrences above which a word ends the transliterated name before it (激动不已 54, 感触 193)
EVERYDAY = 100  # occurrences in the segmenter's corpus above which a word is no name
HARD_END = 1.5
SPEECH_END = 2.0
WHOLE_NAME = 2.0
WORD_BORDER = 1.0
SWALLOWED = -2.0
SURE = 4.0
SAYS = "说称讲吗呢吧"
HIDDEN = ("某", "×", "*", "X", "\uff38")  # the last is the full-width X
LONGEST_CHINESE = 3
LAST_SYLLABLES = frozenset("图台夫汗娜花玛苏达德巴太加吉措本先毛杰拉江提")  # may close a Mongol, Kazakh or Tibetan name
# 翻着台账, 忙了一夜, 等12人, but 王建国|着手, 王建国|了解; no name has a mark behind its 了.
UNDER_WAY = (
    "[一-鿿]着(?![手力急重眼装实想火落])|[一-鿿]了(?=[一-鿿0-9])(?![解不然如却结断得])"
    "|等[0-9一二三四五六七八九十]|边[一-鿿]{1,2}边"
    "|当(?:[一-鿿]{0,3}[长员问手]|[了上过起])|来[一-鿿]{1,2}[了过]"
)
PARTICLES = frozenset(
    "了着过们的地把被到旁边后让没这那使给跟瞪睁很最每姓跑算请教苦骂喊问找买卖抓搬吃喝睡拖拽踢摔咬哭挨欠赔赚借租缴吵劝催"
    "逼猜掏拆挖挑拎抬扛拄递搂摸挪捡拨拍摇扫擦洗刷炒煮绕跳踩蹲躺趴爬赶逃躲盯瞅瞧讲叹嫌怕恨忘懂填抄贴说你我他她它啥谁哪"
)  # in no given name: 网格员安抚|了双方, 刘峰|让人放心, 吴杰|跑断了腿
TRANSLITERATED = frozenset("买那")  # 买买提, 阿依那孜
RARE = 300  # occurrences up to which a noun may be a given name (建军 170, 村民 1213)
GIVEN_FLAGS = frozenset({"ns", "nr", "nz"})  # 建国, 长顺 and other names
NAMING_FLAGS = ("n", "a", "b", "z")
TELLING_FLAGS = frozenset({"v", "vn", "a"})  # of everyday words that are given names as well (建设, 解放, 进步)
SELDOM = 10
SURE_STOP = 2  # characters
MANNER_FLAGS = frozenset({"a", "ad", "an", "d", "v"})  # of words that are seldom given names
TAKES = frozenset("把将给替")
SERVES = frozenset("任兼")  # 唐健|任大队长
JOINTS = frozenset("和与同及")
RUNS_ON = JOINTS | frozenset(
    "向于由从为常曾时边全应经都连对被来有能会要没"
)  # surnames that open a clause far more often
AT_HOME = ("家的", "家院", "家门")  # 沈波|家的院子
SHOWN = ("（左", "（右", "（中）", "（前", "（后", "（图")  # where a picture shows somebody
LEVELS = frozenset("省市县区州盟旗镇乡村")
CHARGE = re.compile(
    r"(?P<twice>[一-鿿])(?P=twice)(?:嘱托|教诲|期[望盼许]|重托|关怀|寄语|嘱咐|叮嘱|厚望)"
)  # 总书记|殷殷嘱托
MARKS = frozenset("，。；、：！？）\n")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name found at an offset: where it ends and the sum of what speaks for it (0 to 5)."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class NameWords:
    """Surnames, parts of minority names, and the words that follow (李颖|副主任) or replace a given name."""

    surname: re.Pattern[str]
    ordinary: frozenset[str]
    minority: re.Pattern[str]
    part: re.Pattern[str]
    surnamed: re.Pattern[str]
    honorifics: tuple[str, ...]
    stop: re.Pattern[str]
    says: re.Pattern[str]
    posts: re.Pattern[str]
    adverbs: frozenset[str]
    act: re.Pattern[str]


@lru_cache(maxsize=4)
def name_words(book: RuleBook) -> NameWords:
    """The name lexicons of a rule book, made once."""
    parts = alternation(book.words("name_parts"))
    surname = alternation(book.words("surnames"))
    stops = [book.words("name_stops", kind=kind) for kind in ("says", "adverb", "after")]
    posts = book.words("posts", kind="office")
    deeds = book.words("name_acts", kind="deed")
    acts, courses = (alternation(book.words("name_acts", kind=kind)) for kind in ("act", "course"))
    return NameWords(
        surname=re.compile(surname),
        ordinary=frozenset(book.words("surnames", ordinary="yes")),
        minority=re.compile(rf"(?:{parts}){{1,4}}"),
        part=re.compile(parts),
        surnamed=re.compile(rf"{surname}(?={parts})"),
        honorifics=book.words("name_stops", kind="honorific"),
        stop=re.compile(alternation([word for words in (*stops, deeds, posts) for word in words])),
        says=re.compile(alternation(stops[0])),
        posts=re.compile(alternation(posts)),
        adverbs=frozenset(stops[1]),
        act=re.compile(rf"{acts}{courses}|{UNDER_WAY}"),
    )


def is_everyday(word: Word) -> bool:
    """Whether a word of two and more characters is common in plain text and no part of a name."""
    return len(word.text) > 1 and frequency(word.text) > COMMON and word.flag not in NAME_FLAGS


class NameReader:
    """Reads names in one text."""

    def __init__(self, text: str, words: NameWords) -> None:
        self.text = text
        self.words = words

    def read(self, at: int, until: int | None = None) -> NameSpan | None:
        """The name that starts at an offset, None where none does or it is half hidden (周某, 王阿姨).

        ``until`` where it must end at last: before 任, 是 and other verbs that the sentence goes on with.
        """
        dotted = DOTTED.match(self.text, at)
        if dotted:
            first = segment(self.text, at, dotted.end() - 1)
            at = max((w.end for w in first[:-1] if is_everyday(w)), default=at)  # 就是|艾山·玉素甫
            return NameSpan(at, self._last_part(dotted.end()), SURE)
        spaced = SPACED.match(self.text, at)
        if spaced and self.words.surname.fullmatch(self.text, at, at + 1):
            return NameSpan(at, spaced.end(), SURE)
        minority = self._minority(at)
        if minority and minority.end - at > LONGEST_CHINESE:
            return minority
        return self._chinese(at, min(until or len(self.text), at + WINDOW)) or minority or self._spoken(at)

    def _spoken(self, at: int) -> NameSpan | None:
        """A name with no surname that the segmenter knows for one, right before a verb of speaking: 布仁|说."""
        first = next(iter(segment(self.text, at, min(len(self.text), at + WINDOW))), None)
        if first is None or not first.flag.startswith("nr") or not 2 <= first.end - at <= LONGEST_CHINESE:
            return None
        told = self.words.says.match(self.text, first.end) and frequency(first.text) < EVERYDAY
        return NameSpan(at, first.end, SPEECH_END + WORD_BORDER / 2) if told else None

    def _last_part(self, start: int) -> int:
        """The end of the part behind a name's last dot: where the text shows a border, else its usual parts.

        A border is what may follow any name (说, 带着) or the start of an everyday word: 阿依古丽·米吉提|感触很深.
        """
        run = start
        while run < min(len(self.text), start + LONGEST_PART) and HANZI.match(self.text, run):
            run += 1
        words = {w.start for w in segment(self.text, start, min(len(self.text), run + 2)) if is_everyday(w)}
        parts = self.words.minority.match(self.text, start)
        first = max(start + 2, parts.end() if parts else 0)
        words |= {end for end in range(first, run) if self.text[end] in PARTICLES - TRANSLITERATED}
        shown = next((end for end in range(first, run + 1) if self._right(end) or end in words), None)
        return shown or (parts.end() if parts else min(run, start + USUAL_PART))

    def _minority(self, at: int) -> NameSpan | None:
        """A name of the minorities, perhaps behind a Chinese surname (包巴特尔) or with one more syllable."""
        surname = self.words.surnamed.match(self.text, at)
        starts = (at, surname.end()) if surname else (at,)
        m = next((m for start in starts if (m := self.words.minority.match(self.text, start))), None)
        if m is None:
            return None
        end = m.end()
        if self.text[end : end + 1] in LAST_SYLLABLES and not self._right(end) and self._right(end + 1):
            end += 1
        whole = self.words.part.fullmatch(self.text, at, end)  # 巴特尔 is all of a name, 央金 before a border
        right = self._right(end)
        shortest = 2 if whole and right else 3
        if not shortest <= end - at <= LONGEST_PART or not (whole or end - at > LONGEST_CHINESE or right):
            return None
        return NameSpan(at, end, SURE)

    def _right(self, end: int) -> float:
        """What the text behind a name says for its ending there."""
        if end >= len(self.text) or not HANZI.match(self.text, end):
            return HARD_END
        return SPEECH_END if self._stop(end) else 0.0

    def _stop(self, at: int) -> str | None:
        """The word at an offset that usually follows a name, None where it must be the name's own last character.

        Before a verb of speaking stands an adverb (也说), before a mark a verb of speaking (说：), and no preposition
        or joint: 刘守道|说, 李春和，.
        """
        m = self.words.act.match(self.text, at)
        if m and m[0][1:] in {"着", "了"} and self._is_verb(self.text[at - 1 : at + 1]):
            m = None  # 赵丽|见证着, 赵丽|发挥了
        m = m or self.words.stop.match(self.text, at)
        if m and len(m[0]) > 1 and self.text[at - 1] == m[0][0]:
            m = None  # 赵丽|点点头
        if m is None or len(m[0]) > 1:
            return m and m[0]
        said = self.words.says.match(self.text, m.end())
        if said and m[0] not in self.words.adverbs:
            return None
        marked = self.text[m.end() : m.end() + 1] in MARKS and not self.words.says.match(self.text, at)
        return None if marked else m[0]

    def _is_verb(self, word: str) -> bool:
        return dictionary().get(word) == "v" and frequency(word) > SELDOM

    def _chinese(self, at: int, until: int) -> NameSpan | None:
        m = self.words.surname.match(self.text, at)
        if not m or self._half_hidden(m.end()) or CHARGE.match(self.text, at):
            return None
        stop = at
        while stop < min(len(self.text), until) and HANZI.match(self.text, stop):
            stop += 1
        if stop > m.end() + 1 and self.text[stop - 1] in SAYS:
            stop -= 1  # 李明说，
        compound = len(m[0]) > 1 and self._stop(m.end() + 1) and not frequency(self.text[m.end() : m.end() + 2])
        if compound or (self._stops_first(m.end() + 1) and not self._told_whole(at, stop)):  # 宇文娟|则进了
            stop = min(stop, m.end() + 1)  # 周良|道出
        words = segment(self.text, at, stop)
        ends = [n for n in (m.end() + 2, m.end() + 1) if n <= stop]
        spans = [span for n in ends for span in (self._judge(words, m.end(), n), self._alone(m, n))]
        best = max((s for s in spans if s), key=lambda s: (s.score, s.end), default=None)
        if best and m[0] in self.words.ordinary and not self._seen_whole(words, best):
            return None
        return best

    def _stops_first(self, at: int) -> bool:
        """Whether a longer word that follows names begins at an offset, and none a character on that outreaches it."""
        word, behind = self._stop(at) or "", self.words.stop.match(self.text, at + 1)
        return len(word) > 1 and (behind is None or not self._stop(at + 1) or behind.end() <= at + len(word))

    def _alone(self, surname: re.Match[str], end: int) -> NameSpan | None:
        """A name that words run across, cut off before what surely follows names: 江安平|等人, 毛慕恬|递上."""
        if not self._surely_ends(end):
            return None
        words, given = segment(self.text, surname.start(), end), surname.end()
        if any(len(w.text) > 1 and frequency(w.text) > RARE and w.start < given for w in words):
            return None
        return self._judge(words, given, end)

    def _told_whole(self, at: int, stop: int) -> bool:
        """Whether the segmenter sees a name of three characters before an everyday word: 刘国强|调研, no 强调."""
        words = segment(self.text, at, stop)[:2]
        named = len(words) > 1 and words[0].flag.startswith("nr") and words[0].end == at + LONGEST_CHINESE
        return named and len(words[1].text) > 1 and frequency(words[1].text) > EVERYDAY

    def _seen_whole(self, words: tuple[Word, ...], span: NameSpan) -> bool:
        """Whether a name whose surname is also an everyday word (任, 高兴) was seen as one, and is no such word."""
        first = words[0]
        if self._surely_ends(span.start + 1):
            return False  # 常|入户
        sure = self._surely_followed(span) and self.text[span.start] not in RUNS_ON
        if sure:
            inside = (first, *segment(self.text, span.start + 1, span.end))
            if all(len(w.text) == 1 or frequency(w.text) <= RARE or w.flag in TELLING_FLAGS for w in inside):
                return True
        followed = self._stop(span.end) or self.text[span.end : span.end + 1] in TAKES
        ended = self.text[span.end : span.end + 1] in MARKS
        joint = self.text[span.start] in JOINTS  # 和|骑手代表
        if (
            (followed or ended)
            and not joint
            and len(words) > 1
            and words[1].end == span.end
            and span.end - span.start == LONGEST_CHINESE
        ):
            given = words[1]  # 任|建国|表示, 刀|建军|把, but no 向|群众|说
            rare = frequency(given.text) <= RARE  # 何|桂兰， but no 向|北京，
            named = given.flag in GIVEN_FLAGS and (followed or rare)
            clear = followed and rare and (given.flag == "n" or self.text[span.start] not in RUNS_ON)  # 康|启明|给
            if named or clear or (given.flag == "a" and sure):  # 关|宏伟|趴在
                return True
        if (
            len(words) > 1
            and words[1].flag.startswith("nr")
            and words[1].end == span.end == span.start + LONGEST_CHINESE
        ):
            return span.score >= WHOLE_NAME + WORD_BORDER
        halved = len(words) > 1 and words[1].end == span.end == first.end + 1 == span.start + LONGEST_CHINESE
        if halved and sure and frequency(first.text) <= 2 * RARE:
            return True  # 古文|娟|翻开
        return (
            first.flag.startswith("nr")
            and first.end > first.start + 1
            and span.score >= WHOLE_NAME + WORD_BORDER
            and frequency(first.text) <= EVERYDAY
        )

    def _surely_followed(self, span: NameSpan) -> bool:
        """Whether a word that can only follow a name ends it, and none such begins inside: 毕志远|告诉记者."""
        inside = any(self._surely_ends(at) for at in range(span.start + 1, span.end))
        return self._surely_ends(span.end) and not inside

    def _surely_ends(self, at: int) -> bool:
        """Whether a longer word that only follows names begins at an offset, or 说 and the like before a mark."""
        said = self.words.says.match(self.text, at)
        told = said is not None and self.text[said.end() : said.end() + 1] in MARKS
        return told or self.text.startswith(SHOWN, at) or len(self._stop(at) or "") >= SURE_STOP

    def _half_hidden(self, at: int) -> bool:
        return self.text.startswith(HIDDEN, at) or any(
            self.text.startswith(word, at) and len(word) > 1 for word in self.words.honorifics
        )

    def _judge(self, words: tuple[Word, ...], given: int, end: int) -> NameSpan | None:
        """One way to end the name, with its score; None where a common word runs across the border."""
        start = words[0].start
        given_name = self.text[given:end]
        barred = given_name in self.words.honorifics or not PARTICLES.isdisjoint(given_name)
        barred = barred or (len(given_name) > 1 and self.words.says.fullmatch(given_name) is not None)  # 田长|林|介绍
        if barred or self.text.startswith(AT_HOME, end - 1):
            return None
        right = self._right(end)
        if self.text[end - 1] in SERVES and self.words.posts.match(self.text, end):
            return None
        inside = [w for w in words if w.start < end]
        if self._verb_takes_over(inside, end):
            return NameSpan(start, end, SPEECH_END + WHOLE_NAME + WORD_BORDER)
        crosses = inside[-1].end > end and not self._runs_on(inside, end, right)
        whole = not crosses and self._name_words(inside, given)
        if crosses and not (right and inside[-1].flag in NAME_FLAGS):
            return None
        if (len(inside) == 1 and not crosses and not whole) or (self._plain(inside) and not self._surely_ends(end)):
            return None
        score = right + (WHOLE_NAME if whole else 0.0) + (0.0 if crosses else WORD_BORDER)
        if self._swallows(inside, end):
            score += SWALLOWED
        return NameSpan(start, end, score)

    def _plain(self, inside: list[Word]) -> bool:
        """Whether two everyday nouns stand where the name would (楼道|灯, but 王国|强)."""
        nouns = all(w.flag == "n" for w in inside)
        return len(inside) > 1 and nouns and is_everyday(inside[0]) and frequency(inside[-1].text) > EVERYDAY

    def _runs_on(self, inside: list[Word], end: int, right: float) -> bool:
        """Whether the segmenter took a name's last character and a word behind it for a rare word (赵俊|英来)."""
        last = inside[-1]
        rest = self.text[end : last.end]
        return (
            len(inside) > 1
            and inside[0].flag.startswith("nr")
            and last.start == end - 1
            and right >= SPEECH_END
            and self._stop(end) == rest
            and frequency(last.text) < EVERYDAY
            and not (last.flag.startswith("v") and frequency(last.text))  # 刘涛|报到
        )

    def _verb_takes_over(self, inside: list[Word], end: int) -> bool:
        """Whether a given name and a verb's first character make an everyday word (陈|杰出|面 for 陈杰|出面)."""
        last = inside[-1]
        if len(inside) != 2 or last.start != end - 1 or last.end != end + 1 or self._right(last.end):
            return False
        manner = last.flag in MANNER_FLAGS and frequency(last.text) > SELDOM
        behind = segment(self.text, end, min(len(self.text), end + WINDOW)) if manner else ()
        return bool(behind) and behind[0].end > last.end and frequency(behind[0].text) > EVERYDAY

    def _name_words(self, inside: list[Word], given: int) -> bool:
        """Whether the segmenter saw one name, or a surname and a word that may be a given name."""
        if len(inside) == 1:
            known = inside[0].flag in ("nr", "nrt", "nrfg")
            coined = inside[0].flag in NAME_FLAGS or inside[0].end - inside[0].start == LONGEST_CHINESE
            followed = len(self._stop(inside[0].end) or "") >= SURE_STOP and frequency(inside[0].text) <= SELDOM
            whole = inside[0].end - inside[0].start == LONGEST_CHINESE and frequency(inside[0].text) <= SELDOM
            return known or followed or (coined and (whole or not frequency(inside[0].text)))  # 高建国 is a ship
        if inside[1].flag.startswith("nr") and inside[0].end == inside[1].start == given:
            return True  # 于|海涛
        if (
            inside[0].flag == "ns"
            and inside[-1].flag.startswith("nr")
            and inside[0].end == inside[1].start == given + 1
        ):
            return True  # 梁海|峰
        if len(inside) == LONGEST_CHINESE - 1 and self._closes(inside, given):
            return True
        if inside[0].flag.startswith("nr"):
            return True
        plain = self.text[inside[0].start : given] not in self.words.ordinary and frequency(inside[-1].text) <= RARE
        return inside[0].end == given and (inside[0].flag not in ("p", "c", "v", "d") or plain)  # 谢|立新

    def _closes(self, inside: list[Word], given: int) -> bool:
        """Whether a name's first half looks like a place or an unknown word: 温淑|琴、, 吴江|涛，, 魏国|臣|应邀."""
        first, last = inside
        marked = not HANZI.match(self.text, last.end) if last.end < len(self.text) else True
        half = first.end == last.start == given + 1 and last.end == last.start + 1
        coined = first.flag == "ns" or not frequency(first.text)
        rare = first.flag == "ns" and frequency(first.text) <= RARE and last.flag.startswith(NAMING_FLAGS)
        return half and ((marked and coined) or rare) and self.text[last.start] not in LEVELS

    def _swallows(self, inside: list[Word], end: int) -> bool:
        """Whether the last character is a word of its own that usually follows a name (周凌说)."""
        last = inside[-1]
        return len(inside) > 1 and last.start == end - 1 and self._stop(last.start) is not None
