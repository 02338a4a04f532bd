"""What an amount of money is, where only a verb stands beside it: earned, saved on one thing, granted, for a meal."""

from __future__ import annotations

import re

from kg.extract.measures_numbers import Number
from kg.extract.measures_topics import clause_before, closing_noun
from kg.extract.nominals import MONEY_NOUN, NominalWords, Phrases

Span = tuple[int, int]
Told = tuple[str, Span]

REACH = 30  # characters before a number
CLAUSE = r"[^，。；：、！？“”\n]"
# 一个月挣2400元, 打工挣了两万六: an income, of a month or from what.
EARNED = re.compile(
    rf"(?:(?<![去今前上本])(?P<period>月|年|[天日])(?:下来|里)?{CLAUSE}{{0,4}}?)?(?:能|可以|可|就|都|也|还|净|又|一共)*(?P<more>多)?(?:能|可以)?[挣赚](?:[到回上个下])?了?\Z"
)
WORK = re.compile(r"打工|务工|做工|摆摊|直播|采摘|带货|卖[一-鿿]{1,2}(?=[挣赚])")
# 光租金就发了260元, 仅水费一项一年就省下3万元: the thing that is singled out.
SINGLED = re.compile(
    r"(?:(?<!阳)光|单是|仅仅|仅|单)是?(?P<thing>[一-鿿]{2,8}?)(?:这?一项)?，?(?:一年|每年|全年|去年|今年|每月|一个月)?(?:下来)?"
    rf"(?:就|便){CLAUSE}{{0,6}}?(?:[发省收花分要交]|省下|节省|节约|增收|创收|进账|入账)(?:[到出下])?了?\Z"
)
WHEN = re.compile(r"[季度月年天周]\Z")
# 每个项目给予10万元扶持: the noun is the verb behind.
GIVES = re.compile(r"(?:给予|予以|各?给|提供)\Z")
GRANT = re.compile(
    r"的?(?P<grant>[一-鿿]{0,6}?(?:扶持|补助|奖励|补贴|支持|资助|救助|奖补|帮扶))(?:资金)?(?=[，。；、！）]|\Z)"
)
# 每亩比原来多收入200元: how much more of each.
THAN = re.compile(
    r"(?P<per>(?:平均)?每[一-鿿]{1,3}?|[户人亩村]均)比[^，。；：\d]{1,8}?"
    r"(?:能|可以|可|要|就|还)?(?P<more>[多少增节](?:收入|支出|收|挣|赚|卖|花|省|约|加)?|降低|便宜|高出?|低)了?\Z"
)
# 发助学金，每人2000元: the thing told before, of each.
OF_EACH = re.compile(
    r"(?:平均|按|按照|标准是|标准为)?(?P<each>每(?:[人户村组队次场家股台部套单张桌头棵]|[名位个户][一-鿿]{0,6}))(?:每[年月天次])?"
    r"(?:可以?|能|都|再|就)?(?:[给发领补奖加收付捐凑]|领取|发放|(?P<gift>补贴|补助|奖励|分红))?了?"
)
PAYS_EACH = re.compile(r"[补奖给发出交缴收领得凑捐赚挣省增加]\Z")
# 资助新生9名，共发放1.8万元: money is paid out, to whom was told before.
PAID_OUT = re.compile(
    r"(?:(?:今年|去年|上年|前年|至今|全年|一年|每年|[上下]半年|目前|到现在|截至目前)?(?:下来)?)?(?:已经?)?(?:累计|合计|总共|一共|共)?"
    r"(?:发放|拨付|发出|发|付出|兑付|兑现)了?\Z"
)
# 花3元吃顿午饭, 花2块钱就能吃上一碗热面: what is bought with it.
PAYS = re.compile(r"(?:[只仅才就]|只需|只要)?[花掏](?:上|个)?\Z")
BUYS = re.compile(
    r"钱?(?:就|便|即)?(?:能|可以|可)?(?P<verb>[吃喝买理看洗坐])(?:[到上个])?了?(?:一?[顿碗份次张个场趟]|一)?"
    r"(?P<thing>[一-鿿]{1,6})(?=[，。；、！]|\Z)"
)


def money(text: str, start: int, number: Number, words: NominalWords) -> Told | None:
    """What the clause says of an amount; ``start`` is where the words of its number may begin."""
    lead = max(start, number.start - REACH), number.start
    singled = SINGLED.search(text, *lead)
    if singled and not WHEN.search(singled["thing"]):
        return singled["thing"], singled.span("thing")
    paid = PAID_OUT.search(text, *lead)
    if (
        paid
        and paid.start() == start
        and not Phrases(words).rightward(text, number.end, number.end + REACH, verb=False)
    ):
        return "发放资金", paid.span()
    if each := OF_EACH.fullmatch(text, start, number.start):
        if each["gift"]:
            return each["each"] + each["gift"], each.span()
        named = None if text[start - 1] in "。！？\n" else told_last(text, start, words)
        plain = each[0].removesuffix("了") if PAYS_EACH.search(each[0].removesuffix("了")) else each["each"] + "金额"
        return (each["each"] + text[slice(*named)], named) if named else (plain, each.span())
    compared = THAN.search(text, *lead)
    if compared:
        return compared["per"] + compared["more"], compared.span()
    return income(text, lead, number) or granted(text, lead, number) or bought(text, lead, number)


def told_last(text: str, start: int, words: NominalWords) -> Span | None:
    """The noun that ends the clause before the one that begins at ``start``."""
    return closing_noun(text, *clause_before(text, start), words)


def income(text: str, lead: Span, number: Number) -> Told | None:
    """收入, of a month, a year or a day, or from the work named before."""
    earned = EARNED.search(text, *lead)
    if earned is None or MONEY_NOUN.match(text, number.end):
        return None
    work = WORK.search(text, *lead)
    kind = {"天": "日"}.get(earned["period"], earned["period"]) if earned["period"] else work[0] if work else ""
    return kind + ("多挣" if earned["more"] else "收入"), earned.span()


def granted(text: str, lead: Span, number: Number) -> Told | None:
    """The grant that is given."""
    grant = GRANT.match(text, number.end) if GIVES.search(text, *lead) else None
    return (grant["grant"], grant.span("grant")) if grant else None


def bought(text: str, lead: Span, number: Number) -> Told | None:
    """What one pays for: a meal, and of one character with its verb (理个发)."""
    buys = BUYS.match(text, number.end) if PAYS.search(text, *lead) else None
    if buys is None:
        return None
    return (buys["verb"] if len(buys["thing"]) == 1 else "") + buys["thing"], buys.span()
