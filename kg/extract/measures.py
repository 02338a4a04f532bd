"""Counts and amounts: what was built, done, found or reached."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from kg.extract.context import context_at
from kg.extract.measures_bare import bare
from kg.extract.measures_clauses import (
    SIZES,
    a_deed,
    closed_list,
    dealt,
    deed_follows,
    described,
    echoed,
    foretells,
    held,
    only_verbs,
    owned,
    rated,
    served,
    sized,
    so_often,
    without_deed,
)
from kg.extract.measures_growth import grown_from, grows
from kg.extract.measures_households import population
from kg.extract.measures_numbers import HOUSED, PEOPLE, Number, counting
from kg.extract.measures_once import once
from kg.extract.measures_parts import INSIDE, ONE_PLACE, PART, PART_DEED, PART_VERB, SHARE, TURNS, sharing
from kg.extract.measures_shapes import price, shaped
from kg.extract.measures_shares import itemised, spread
from kg.extract.measures_tidy import attribute, one_party, tidy, untimed
from kg.extract.measures_times import yet_to_come
from kg.extract.measures_told import bare_deed, performed, says_nothing, says_when, told_before
from kg.extract.measures_topics import alone, common_head, headless, plain_head, tells_nothing, topic
from kg.extract.measures_windows import LEFT_BORDER, LEFT_REACH, WITHIN, noun_end, window
from kg.extract.nominals import EACH_ON_AVERAGE, MONEY_NOUN, NominalWords, Phrases, nominal_words
from kg.extract.quotes import find_quotes, title_spans
from kg.extract.sentences import split_sentences
from kg.extract.spans import Spans
from kg.model import Article, ArticlePlaces, Evidence, Measure, Sentence
from kg.rulebook import RuleBook

AtOf = Callable[[int, int], str | None]
Span = tuple[int, int]

LONGEST_NAME, LONGEST_LIST = 16, 12  # characters; numbers that may share a noun
LONGEST_LEAD = 16  # characters of the words before a number that say what it is (，比去年同期增长, 由原来的)
CHANGED = re.compile(
    r"[，、（(](?:[同环]比|[比较](?:上年|去年|前年|上月|往年|以往)(?:同期)?)?"
    r"(?P<change>增长|上升|提升|提高|增加|下降|降低|减少)了?(?:近|超|约|逾)?\Z"
)
HELPED = re.compile(r"(?:帮扶|帮助|带动|吸纳|助力|促进|推动|引导|支持|扶持)\Z")
LED_TO = re.compile(
    r"(?:实现|稳定|顺利|成功|就近)*[一-鿿]{0,2}(?:就业|创业|增收|脱贫|致富|入党|上岗)(?=[，。；、！]|\Z)"
)
STILL = re.compile(r"(?:[还仍尚]有|剩下?|剩余)\Z")
UNDONE = re.compile(r"(?:尚|仍|还)?[未没](?:有|能)?[一-鿿]{2,6}(?=[，。；、])")
KINDS = frozenset({"类", "大类", "种", "方面"})
SHARING = frozenset({"、", "和", "及", "以及"})
ADJOINING = frozenset({"", "、", "和", "及"})
THRESHOLD = re.compile(r"(?:以上)?的[一-鿿]{1,8}?\d")  # 超亿元的村2个: the villages are counted, not the money
# 30户以上的村寨, 10户以上集中居住区: how large, not how many
SIZE = re.compile(r"以[上下](?:的[一-鿿]|[一-鿿]{0,4}?(?:[区点村屯寨组]|院落|农户|楼院|楼栋|单元)(?!别))")
PLACES = re.compile(
    r"(?:行政村|自然村|村|社区|乡镇|镇街|街道|小区|嘎查)(?=的|、|集体(?:经济|收入|年收入|资产)|共[用享建同]|试[点行]|推[行广开]|联[合手]|抱团|一起|合伙|合力)"
)
PLACE_ALONE = re.compile(r"村|社区|乡镇|[乡镇县]|街道|小区|嘎查|屯")  # 9个村收入过20万元，2个村过了50万元
CURRENCY = "人民币"
MONEY = frozenset({"元", "块", "美元", "欧元", "港元"})
RATES = frozenset({"成", "个基点", "%", "％", "‰", "倍", "个百分点", "百分点"})
AMOUNTS = MONEY | RATES | {"人", "人次", "户次"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A measure with the place of its noun, before its place is known."""

    number: Number
    what: str
    span: Span


def extract_measures(article: Article, places: ArticlePlaces, at_of: AtOf, book: RuleBook) -> tuple[Measure, ...]:
    """Measures of an article in text order, each once; ``at_of`` gives the place that a stretch of text speaks of."""
    sentences = split_sentences(article.text)
    scan = book.scan(article.text, sentences)
    names = Spans(name_spans(article.text))
    found: list[Measure] = []
    for sentence in sentences:
        numbers = [
            n
            for n in counting(list(scan.matches("measures", sentence)))
            if not names.touch(n.start, n.end)
            and not (n.unit in MONEY and THRESHOLD.match(article.text, n.end))
            and not (n.unit in HOUSED and SIZE.match(article.text, n.end - 2))
            and context_at(article.text, sentence, n.start, n.end, book).stage != "planned"
            and not yet_to_come(article.text, sentence.start, n, article.published)
        ]
        findings = named_all(article.text, sentence, numbers, nominal_words(book))
        findings = peopled(article.text, numbers, findings)
        findings = filled(article.text, sentence, numbers, findings, nominal_words(book))
        where = spread(article.text, sentence, numbers, places)
        for i, (whole, place) in itemised(article.text, numbers, places).items():
            findings[i] = replace(sum_, number=numbers[i]) if (sum_ := findings[whole]) else None
            where[i] = place
        for i, finding in enumerate(findings):
            if finding is not None:
                found.append(measure(finding, where.get(i) or at_of(finding.number.start, finding.number.end)))
    return once(found)


def named_all(text: str, sentence: Sentence, numbers: list[Number], words: NominalWords) -> list[Finding | None]:
    """What each number of a sentence counts; one with only a verb beside it, what was told before."""
    found: list[Finding | None] = []
    shares, changes = dealt(text, sentence, numbers, words), echoed(text, sentence, numbers)
    for i, number in enumerate(numbers):
        if i in shares:
            found.append(Finding(number, *shares[i]))
            continue
        if i in changes and (whole := found[changes[i][0]]) is not None:
            found.append(replace(whole, number=number, what=whole.what + changes[i][1]))
            continue
        finding = named(text, sentence, numbers, i, words)
        finding = finding and of_the_same(text, finding, found)
        last = next(
            (f for f in reversed(found[-LONGEST_LIST:]) if f is None or not a_deed(f.what)), (found or [None])[-1]
        )
        before = (last.number, last.span) if last else None
        span = finding.span if finding else None
        told, deed = told_before(text, sentence.start, number, before), bare_deed(text, number, span)
        if told and (deed or (says_nothing(text, span) and (span is None or span[0] < number.end))):
            finding = Finding(number, tidy(text[slice(*told)]), told)
        elif number.unit not in RATES and tells_nothing(text, span, number):
            told = topic(text, sentence, number, before, words)
            finding = Finding(number, tidy(text[slice(*told)]), told) if told else finding
        elif (
            deed
            and number.unit not in HOUSED | RATES
            and (told := topic(text, sentence, number, None if number.unit in MONEY else before, words))
            and not only_verbs(text[slice(*told)])
        ):
            deed = deed if LEFT_BORDER.search(text, told[1], number.start) else ""
            named_so = tidy(text[slice(*told)])
            finding = Finding(number, (plain_head(text, told) if len(deed) > 1 else named_so) + deed, told)
        if finding is None and number.unit not in RATES and (told := alone(text, sentence, number, words)):
            finding = Finding(number, tidy(text[slice(*told)]), told)
        if not told and says_nothing(text, finding.span if finding else None) and (gave := performed(text, number)):
            finding = Finding(number, *gave)
        found.append(finding)
    return found


def of_the_same(text: str, finding: Finding, found: list[Finding | None]) -> Finding:
    """A number with a place or 户均 alone beside it, called as the one before: 村集体收入…，2个村过了50万元."""
    if finding.number.unit not in MONEY:
        placed = ONE_PLACE.fullmatch(finding.what) and finding.span[1] == finding.number.start
        alike = found and found[-1] and found[-1].number.unit == finding.number.unit and found[-1]
        return replace(alike, number=finding.number, what=plain_head(text, alike.span)) if placed and alike else finding
    average = finding.what in EACH_ON_AVERAGE
    last = next((f for f in reversed(found) if f and f.number.unit in MONEY), None)
    if last is None or not (average or PLACE_ALONE.fullmatch(finding.what)):
        return finding
    return replace(last, number=finding.number, what=(finding.what if average else "") + last.what)


def peopled(text: str, numbers: list[Number], findings: list[Finding | None]) -> list[Finding | None]:
    """The findings, with households and inhabitants where only 户 and 人 say that they are counted."""
    found: list[Finding | None] = []
    before: str | None = None
    for i, finding in enumerate(findings):
        what = population(text, numbers, i, finding.what if finding else None, before)
        number = numbers[i]
        found.append(Finding(number, what, (number.start, number.end)) if what else finding)
        before = what or (finding.what if finding else None)
    return found


def filled(
    text: str, sentence: Sentence, numbers: list[Number], findings: list[Finding | None], words: NominalWords
) -> list[Finding | None]:
    """The findings, with what the bare clause of each number left says that it counts."""
    found: list[Finding | None] = []
    for i, finding in enumerate(findings):
        last = found[-1] if found else None
        start = window(text, sentence, numbers, i)[0]
        said = None if finding else bare(text, start, numbers[i], (last.number, last.what) if last else None, words)
        found.append(Finding(numbers[i], tidy(said[0]), said[1]) if said else finding)
    return found


def name_spans(text: str) -> list[Span]:
    """Spans of quoted names and titles, in which no number counts; quoted speech is none."""
    names = [(q.start, q.end) for q in find_quotes(text) if is_name(q.inner(text))]
    return names + list(title_spans(text))


def is_name(inner: str) -> bool:
    """Whether a quoted string is a name, no speech nor rule (“酒席不超15桌”): short, without full stop or comma."""
    return len(inner) <= LONGEST_NAME and not re.search(r"[，。；！？]|不超|不得|不低于|不高于|以内", inner)


def named(text: str, sentence: Sentence, numbers: list[Number], i: int, words: NominalWords) -> Finding | None:
    """What the i-th number of a sentence counts; None where nothing nameable stands beside it."""
    found = left_over(text, numbers, i) or beside(
        text, sentence, numbers, noun_bearer(text, sentence, numbers, i, words), words
    )
    start, right_to = window(text, sentence, numbers, i)
    shape = shaped(text, start, numbers[i], found.span if found else None, right_to, words)
    if shape is None and numbers[i].unit in MONEY and (first := grown_from(text, numbers, i)) is not None:
        shape = price(text, window(text, sentence, numbers, first)[0], numbers[first], None, words)
    if shape:
        return Finding(numbers[i], tidy(shape[0]), shape[1])
    lead = max(sentence.start, numbers[i].start - LONGEST_LEAD), numbers[i].start
    told = CHANGED.search(text, *lead) if i and numbers[i].unit in RATES else None
    placed = found if found is not None and ONE_PLACE.fullmatch(found.what) else None
    verbs = found is None or placed or PART_VERB.fullmatch(found.what) or only_verbs(found.what)
    if told or (verbs and (PART.search(text, *lead) or TURNS.match(text, numbers[i].end))):
        found = part_of(text, sentence, numbers, i, words)
        found = found and replace(found, what=found.what + (told["change"] if told else ""))
        found = replace(found, span=placed.span) if found and placed else found
    holder = sharing(text, start, numbers[i], words) if numbers[i].unit in RATES else None
    if holder:
        return Finding(numbers[i], tidy(text[slice(*holder)]) + "占比", holder)
    if (
        found is not None
        and (found.what in SHARE or holder == ())
        and (whole := part_of(text, sentence, numbers, i, words))
    ):
        found = replace(found, what=whole.what + "占比")
    return None if found is None else replace(found, number=numbers[i])


def left_over(text: str, numbers: list[Number], i: int) -> Finding | None:
    """What is yet undone with the i-th number of a list: 还有12户40人未脱贫."""
    first, last = ends_of_list(text, numbers, i)
    undone = UNDONE.match(text, numbers[last].end)
    if undone is None or not STILL.search(text, max(0, numbers[first].start - LONGEST_LEAD), numbers[first].start):
        return None
    return Finding(numbers[i], undone[0], undone.span())


def ends_of_list(text: str, numbers: list[Number], i: int) -> tuple[int, int]:
    """The first and the last of the adjoining numbers that the i-th stands among."""
    first = last = i
    while first and i - first < LONGEST_LIST and adjoins(text, numbers, first - 1):
        first -= 1
    while last + 1 < len(numbers) and last - i < LONGEST_LIST and adjoins(text, numbers, last):
        last += 1
    return first, last


def adjoins(text: str, numbers: list[Number], i: int) -> bool:
    """Whether the next number follows the i-th with no noun between."""
    return text[numbers[i].end : numbers[i + 1].start].strip() in ADJOINING


def part_of(text: str, sentence: Sentence, numbers: list[Number], i: int, words: NominalWords) -> Finding | None:
    """The noun of the number before, of which the i-th is a change (，同比增长15%) or a part (，其中19家)."""
    whole_at = i - 1
    while numbers[i].unit not in RATES and whole_at > 0 and numbers[whole_at].unit in RATES:
        whole_at -= 1  # 业委会286个，组建率78.4%，其中112个…
    while whole_at > 0 and PART.search(
        text, max(sentence.start, numbers[whole_at].start - LONGEST_LEAD), numbers[whole_at].start
    ):
        whole_at -= 1  # 42户人家里，有30户…，12户是本村的
    units = {numbers[i].unit, numbers[whole_at].unit}
    if not i or (numbers[i].unit not in RATES and len(units) > 1 and not units <= PEOPLE):
        return None
    whole = beside(text, sentence, numbers, noun_bearer(text, sentence, numbers, whole_at, words), words)
    while whole and whole_at and only_verbs(whole.what) and numbers[whole_at - 1].unit == numbers[i].unit:
        whole_at -= 1  # 危房58间，已经拆除53间，余下5间
        whole = beside(text, sentence, numbers, noun_bearer(text, sentence, numbers, whole_at, words), words)
    deed = PART_DEED.match(text, numbers[i].end) if numbers[i].unit not in RATES else None
    return whole and replace(whole, what=(deed["deed"] + "的" if deed else "") + INSIDE.sub("", whole.what))


def noun_bearer(text: str, sentence: Sentence, numbers: list[Number], i: int, words: NominalWords) -> int:
    """The number beside which the noun of the i-th stands: itself, or the one at the end of its list."""
    for _ in range(LONGEST_LIST):
        partner = shared_noun(text, numbers, i)
        if partner is None and not named_behind(text, sentence, numbers, i, words):
            partner = grown_from(text, numbers, i)
        if partner is None:
            break
        i = partner
    return i


def named_behind(text: str, sentence: Sentence, numbers: list[Number], i: int, words: NominalWords) -> bool:
    """Whether what became of something is named itself: 28个村划分为160个微网格."""
    within = WITHIN.match(text, numbers[i].end)
    end = within.end() if within else numbers[i].end
    behind = Phrases(words).rightward(text, end, window(text, sentence, numbers, i)[1])
    return numbers[i].unit not in AMOUNTS and behind is not None and behind[0] == end


def beside(text: str, sentence: Sentence, numbers: list[Number], i: int, words: NominalWords) -> Finding | None:
    """What stands beside the i-th number; None where nothing nameable does."""
    number, phrases = numbers[i], Phrases(words)
    left_from, right_to = window(text, sentence, numbers, i)
    first = grows(text, numbers, i)
    if first is not None:
        counted = phrases.leftward(text, left_from, first)
        return counted and Finding(number, tidy(text[slice(*counted)]), counted)
    left = untimed(text, phrases.leftward(text, left_from, noun_end(text, number)))
    if left is not None and (led := led_to(text, number, right_to, left)):
        return led
    right = sized(text, number, phrases) or held(text, number, right_to, phrases)
    right = right or rightward(text, number, right_to, left, phrases)
    right = right or closed_list(text, number, right_to) or owned(text, number, right_to, left, phrases)
    if right is not None and (text[right[0] : right[1]] in words.heads or served(text, number, left, right)):
        right = None
    if right and left and (deed_follows(text, number, left_from, left, right) or rated(text, number, left)):
        right = None
    if right is None and left is None:
        left = inherited(text, numbers, i, phrases)
    if right is None and (phrases.light(text, left) or says_when(text, left, number)):
        left = phrases.verbal(text, number.end, right_to) or left
    span = right or headless(text, left_from, number) or left
    if span is None:
        return None
    span = one_party(text, without_deed(text, number, common_head(text, span)), number)
    what = tidy(text[span[0] : span[1]])
    if right and left and (text.startswith("的", number.end) or SIZES.match(text, number.end)):
        what += attribute(text[left[0] : left[1]], words)
    return Finding(number, what, span)


def led_to(text: str, number: Number, right_to: int, left: Span) -> Finding | None:
    """What people were led to do: 帮扶超60人再就业 counts 帮扶再就业."""
    helped = HELPED.search(text, *left)
    done = LED_TO.match(text, number.end, right_to) if helped and number.unit in HOUSED else None
    return Finding(number, helped[0] + done[0], (helped.start(), done.end())) if helped and done else None


def shared_noun(text: str, numbers: list[Number], i: int) -> int | None:
    """The later number whose noun the i-th shares: 200万、100万信用资金; 12、15个; 孝老爱亲等6类28项内容."""
    listed = numbers[i].unit in KINDS or text.startswith("等", numbers[i].start - 1)
    if listed and i + 1 < len(numbers) and numbers[i].end == numbers[i + 1].start:
        return i + 1
    if i + 1 < len(numbers) and numbers[i + 1].unit == numbers[i].unit:
        between = text[numbers[i].end : numbers[i + 1].start].strip()
        if between in SHARING:
            return i + 1
    return None


def rightward(text: str, number: Number, right_to: int, left: Span | None, phrases: Phrases) -> Span | None:
    """The noun phrase behind the number, where the thing counted stands behind it."""
    start = number.end + len(text[number.end : right_to]) - len(text[number.end : right_to].lstrip())
    if number.unit in MONEY and text.startswith(CURRENCY, start):
        start += len(CURRENCY)
    if start >= right_to or text.startswith(("（", "("), start):
        return None
    if text.startswith("人口", number.end - 1):  # 2800余人口: the unit is the first half of what is counted
        return number.end - 1, number.end + 1
    if text.startswith(("的", "不等的"), start):
        return phrases.rightward(text, text.index("的", start) + 1, right_to)
    money = MONEY_NOUN.match(text, start, right_to) if number.unit in MONEY else None
    if money:
        return money.span()
    bare = phrases.light(text, left)
    amount = number.unit in AMOUNTS and number.rule != "measure-bare-members"  # 让5.6万居民少绕路
    timed = WITHIN.match(text, start)
    direct = phrases.rightward(text, timed.end() if timed else start, right_to, verb=not amount)
    if timed and direct is not None and direct[0] == timed.end():
        direct = (start, direct[1])
    if direct is not None and foretells(text, direct):
        direct = None
    who = None if amount else described(text, number, right_to, left, direct, phrases)
    if direct is None or who:
        return who or (phrases.relative(text, start, right_to) if bare else None)
    places = PLACES.match(text, direct[0]) if number.unit == "个" else None
    taken = not amount or bare or number.unit in MONEY or so_often(text, number, left, direct)
    return places.span() if places else (direct if taken else None)


def inherited(text: str, numbers: list[Number], i: int, phrases: Phrases) -> Span | None:
    """The noun before the first number of a list of bare numbers: 增收11万元、12.4万元和9万元."""
    first = ends_of_list(text, numbers, i)[0]
    if first == i:
        return None
    at = numbers[first].start
    floor = max(0, at - LEFT_REACH)
    return phrases.leftward(text, max((m.end() for m in LEFT_BORDER.finditer(text, floor, at)), default=floor), at)


def measure(finding: Finding, at: str | None) -> Measure:
    """The finding as a fact; its evidence is the stretch of text that holds number and noun."""
    number, span = finding.number, finding.span
    evidence = Evidence(min(number.start, span[0]), max(number.end, span[1]))
    return Measure(finding.what, number.value, number.unit, number.approximate, at, (evidence,), number.rule)
