"""Which places a stretch of text speaks about."""

from __future__ import annotations

import pytest

from kg.extract.scope import Scope
from kg.extract.sentences import split_sentences
from kg.model import Article, ArticlePlaces, Place, ResolvedMention
from kg.pipeline import facts_of_text

PARENTS = ("延边朝鲜族自治州", "吉林省")
PLACES = (
    Place("汪清县", "county", "222424", PARENTS),
    Place("罗子沟镇", "township", None, ("汪清县", *PARENTS)),
    Place("上河村", "village", None, ("罗子沟镇", "汪清县", *PARENTS)),
    Place("下河村", "village", None, ("罗子沟镇", "汪清县", *PARENTS)),
    Place("松江社区", "village", None, ("汪清县", *PARENTS)),
    Place("珲春市", "county", "222404", PARENTS),
)
DEED = "调解纠纷"


def at(body: str, localities: tuple[int, ...] = (0,), deed: str = DEED) -> tuple[str, ...]:
    """The places of the (only) deed in a body."""
    text = f"汪清县：基层新事\n{body}"
    mentions = sorted(
        (
            ResolvedMention(i, i + len(place.name), n, "full")
            for n, place in enumerate(PLACES)
            for i in range(len(text))
            if text.startswith(place.name, i)
        ),
        key=lambda m: m.start,
    )
    article = Article("a.txt", 1, "汪清县：基层新事", text, ())
    scope = Scope(article, ArticlePlaces(PLACES, tuple(mentions), localities), split_sentences(text))
    start = text.index(deed)
    return scope.names(start, start + len(deed))


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("老党员们调解纠纷30起。", ("汪清县",)),
        ("罗子沟镇上河村的老党员调解纠纷30起。", ("上河村",)),
        ("上河村和下河村的老党员调解纠纷30起。", ("上河村", "下河村")),
        ("罗子沟镇推行新办法。老党员调解纠纷30起。", ("罗子沟镇",)),
        ("罗子沟镇推行新办法。\n老党员调解纠纷30起，汪清县表扬了他们。", ("汪清县",)),
        ("大家都说松江社区变了样。社区调解纠纷30起。", ("松江社区",)),
        ("客人从珲春市赶来，看老党员调解纠纷。", ("汪清县",)),
        ("汪清县部署新办法。罗子沟镇先走一步。\n村里的老党员调解纠纷30起。", ("罗子沟镇",)),
        ("汪清县部署新办法。罗子沟镇先走一步。\n立足汪清县边境实际，老党员调解纠纷30起。", ("罗子沟镇",)),
        ("汪清县部署新办法。罗子沟镇先走一步。\n汪清县还加了码，老党员调解纠纷30起。", ("汪清县",)),
        ("上河村与下河村隔河相望，老党员调解纠纷30起。", ("上河村",)),
        ("汪清县部署新办法。罗子沟镇先走一步。\n松江社区建起讲堂。\n老党员调解纠纷30起。", ("汪清县",)),
        ("汪清县部署新办法。\n松江社区建起讲堂。\n社区组织老党员调解纠纷30起。", ("松江社区",)),
        ("汪清县部署新办法。\n松江社区和上河村建起讲堂。\n社区组织老党员调解纠纷30起。", ("汪清县",)),
        ("今年以来，罗子沟镇推行新办法。老党员调解纠纷30起。", ("罗子沟镇",)),
        ("据了解，罗子沟镇推行新办法。老党员调解纠纷30起。", ("罗子沟镇",)),
        ("为破解用水难题，罗子沟镇推行新办法。老党员调解纠纷30起。", ("罗子沟镇",)),
        ("为破解罗子沟镇用水难题，老党员走访。老党员调解纠纷30起。", ("汪清县",)),
        ("罗子沟镇以上河村为中心，联合其他村调解纠纷。", ("罗子沟镇",)),
        ("汪清县推广上河村的评理会，老党员调解纠纷30起。", ("汪清县",)),
        ("汪清县推广上河村的调解纠纷办法。", ("上河村",)),
        ("汪清县像上河村这样的村有九个，老党员调解纠纷30起。", ("汪清县",)),
        ("罗子沟镇网格长李爱国负责上河村和下河村，每月调解纠纷。", ("罗子沟镇",)),
        ("罗子沟镇推行新办法。开通“汪清县小管家”，老党员调解纠纷30起。", ("罗子沟镇",)),
        ("罗子沟镇讯 老党员调解纠纷30起。", ("汪清县",)),
        ("罗子沟镇联合上河村、下河村办讲堂，调解纠纷30起。", ("罗子沟镇",)),
        ("整合各方力量，在上河村设了点。老党员调解纠纷30起。", ("汪清县",)),
        ("罗子沟镇先走一步，9个社区全面建立讲堂，调解纠纷30起。", ("汪清县",)),
        ("罗子沟镇先走一步，9个社区全面建立讲堂。老党员调解纠纷30起。", ("汪清县",)),
        ("老党员们在全境走访，一户一户记下大家的难处和心愿。上河村办了讲堂。接着调解纠纷30起。", ("汪清县",)),
        ("上河村办了讲堂，请来老师傅，一户一户记下大家的难处。接着调解纠纷30起。", ("上河村",)),
    ],
    ids=[
        "locality",
        "smallest",
        "list",
        "carried",
        "new-paragraph",
        "bare-word",
        "outside",
        "handed-over",
        "only-a-frame",
        "acts-again",
        "a-neighbour",
        "others-act-too",
        "told-before",
        "two-told-before",
        "behind-since-when",
        "behind-as-is-known",
        "behind-a-purpose",
        "inside-a-purpose",
        "the-centre",
        "only-followed",
        "its-own-way",
        "one-of-a-kind",
        "in-charge-of",
        "only-a-brand",
        "a-dateline",
        "worked-with",
        "only-where",
        "all-of-them",
        "all-of-them-carried",
        "an-example",
        "the-subject",
    ],
)
def test_a_deed_belongs_to(body: str, places: tuple[str, ...]) -> None:
    assert at(body) == places


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("“以前没人管，如今有人问。”松江社区居民朴大爷说。\n县里选派干部，老党员调解纠纷30起。", ("汪清县",)),
        ("走进松江社区，居民们正在拉家常。\n推行新办法以来，老党员调解纠纷30起。", ("汪清县",)),
        ("松江社区推行新办法。\n老党员调解纠纷30起。", ("松江社区",)),
        ("罗子沟镇以上河村为引领，在各村调解纠纷30起。", ("罗子沟镇",)),
        ("汪清县司法局联合公安局、罗子沟镇司法所等单位，调解纠纷30起。", ("汪清县",)),
        ("罗子沟镇推行新办法。花园小区位于松江社区，老党员调解纠纷30起。", ("罗子沟镇",)),
        ("民警在上河村收费站调解纠纷30起。", ("汪清县",)),
        ("汪清县天桥岭镇上河村鸿运养殖专业合作社老板调解纠纷30起。", ("汪清县",)),
        ("上河村有新鲜事。据村里的辅警老金介绍，村委调解纠纷30起。", ("上河村",)),
        ("罗子沟镇指导松江社区搭平台；指导各社区开展走访，调解纠纷30起。", ("罗子沟镇",)),
        ("罗子沟镇搭平台，在9个村推行新办法，调解纠纷30起。", ("罗子沟镇",)),
        ("松江社区搭平台，在9个社区推行新办法，调解纠纷30起。", ("汪清县",)),
        ("上河村搭平台，9个社区建立队伍，调解纠纷30起。", ("汪清县",)),
        ("罗子沟镇组织上河村、下河村等9个村出资，办起公司，调解纠纷30起。", ("罗子沟镇",)),
        ("罗子沟镇组织上河村骨干外出，调解纠纷30起。", ("上河村",)),
        ("罗子沟镇打破村界，由上河村牵头成立联合党委，调解纠纷30起。", ("罗子沟镇",)),
        ("党委打破村界，由上河村牵头成立联合党委，调解纠纷30起。", ("上河村",)),
        ("罗子沟镇搭平台。上河村某组原会计朴某因截留款项，被调解纠纷的人发现。", ("罗子沟镇",)),
        ("“上河村会计朴某因截留款项受处分……”上级派人来，调解纠纷30起。", ("汪清县",)),
        ("罗子沟镇搭平台。上河村村民金成浩为水沟的事来找，党员调解纠纷。", ("罗子沟镇",)),
        ("罗子沟镇搭平台。上河村村民自发组队，调解纠纷30起。", ("上河村",)),
        ("罗子沟镇搭平台。上河村农户居住分散，党员上门调解纠纷30起。", ("上河村",)),
        ("罗子沟镇搭平台，在上河村、下河村等地建起凉亭，推行新办法，调解纠纷30起。", ("罗子沟镇",)),
        ("罗子沟镇搭平台，在上河村、下河村等地建起凉亭，请党员调解纠纷30起。", ("上河村", "下河村")),
        ("罗子沟镇搭平台，在上河村、下河村先行试点，推行新办法，调解纠纷30起。", ("上河村", "下河村")),
        ("罗子沟镇搭平台。汪清县农商银行放贷，调解纠纷30起。", ("罗子沟镇",)),
        ("罗子沟镇搭平台，抽查上河村、下河村等9个村的账本，发现问题，调解纠纷30起。", ("罗子沟镇",)),
        ("罗子沟镇搭平台，建起果园，带动周边上河村、下河村村民务工，调解纠纷30起。", ("罗子沟镇",)),
        ("罗子沟镇搭平台，组织党员参观上河村，调解纠纷30起。", ("罗子沟镇",)),
        ("罗子沟镇搭平台，建成上河村凉亭、下河村长廊等阵地19处；调解纠纷30起。", ("罗子沟镇",)),
        ("上河村村民金成浩当上楼长，调解纠纷30起。", ("上河村",)),
    ],
)
def test_who_praises_helps_or_only_lies_there_does_nothing(body: str, places: tuple[str, ...]) -> None:
    assert at(body) == places


LIST = "罗子沟镇上河村、下河村以及松江社区等3个村（社区）挂了牌。\n"


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (LIST + "治理上，各示范村推行新办法，调解纠纷30起。", ("上河村", "下河村", "松江社区")),
        (LIST + "各示范村推行新办法。老党员调解纠纷30起。", ("上河村", "下河村", "松江社区")),
        ("汪清县部署新办法。\n" + LIST + "老党员调解纠纷30起。", ("汪清县",)),
        ("罗子沟镇组建“新珲春市人”队伍，调解纠纷30起。", ("罗子沟镇",)),
    ],
)
def test_villages_listed_once_are_spoken_of_together(body: str, places: tuple[str, ...]) -> None:
    assert at(body) == places


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("汪清县举办邻里节，老党员调解纠纷30起。", ("汪清县",)),
        ("汪清县印发《优秀书记管理办法》，老党员调解纠纷30起。", ("汪清县",)),
        ("汪清县推行新办法。老党员调解纠纷30起。", ("汪清县",)),
        ("汪清县民政局来人座谈。老党员调解纠纷30起。", ("上河村",)),
        ("汪清县住房和城乡建设局来人座谈。老党员调解纠纷30起。", ("上河村",)),
        ("汪清县建设党群服务中心。老党员调解纠纷30起。", ("汪清县",)),
        ("本报讯5月6日，汪清县罗子沟镇上河村开起院坝会。老党员调解纠纷30起。", ("上河村",)),
        ("珲春市推行新办法。老党员调解纠纷30起。", ("上河村",)),
        ("这样的场景在汪清县随处可见。老党员调解纠纷30起。", ("汪清县",)),
        ("调解室在汪清县首创新办法。老党员调解纠纷30起。", ("上河村",)),
    ],
)
def test_what_a_place_around_the_locality_does_is_its_own(body: str, places: tuple[str, ...]) -> None:
    assert at(body, localities=(2,)) == places


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("上河村、下河村等村的老党员调解纠纷30起。", ("上河村", "下河村")),
        ("上河村来了客人，下河村的老党员调解纠纷30起。", ("上河村",)),
        ("接到纠纷上报后，下河村派人过去。老党员调解纠纷30起。", ("上河村",)),
    ],
)
def test_what_is_listed_with_the_locality_speaks_too(body: str, places: tuple[str, ...]) -> None:
    assert at(body, localities=(2,)) == places


def test_a_clause_on_what_came_before_leads_up_to_the_subject() -> None:
    assert at("上河村来电反映水管坏了。接到热线转办后，罗子沟镇派人修好。", deed="热线转办") == ("罗子沟镇",)


def test_villages_listed_behind_their_towns_count_together() -> None:
    assert at("汪清县在罗子沟镇上河村、罗子沟镇下河村等地调解纠纷30起。") == ("上河村", "下河村")
    assert at("汪清县在罗子沟镇和上河村调解纠纷30起。") == ("上河村",)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("{0}上河村建起讲堂。下河村开起食堂。组织老党员调解纠纷30起。", ("汪清县",)),
        ("{0}上河村建起讲堂，老人天天来听讲，一天比一天热闹。上河村又开食堂。组织老党员调解纠纷30起。", ("上河村",)),
        ("上河村建起讲堂，老人天天来听讲，一天比一天热闹。下河村开起食堂。组织老党员调解纠纷30起。", ("下河村",)),
    ],
    ids=["two examples of the town", "no example", "no town"],
)
def test_examples_in_a_row_do_not_take_over_a_paragraph(body: str, places: tuple[str, ...]) -> None:
    assert at(body.format("汪清县部署新办法，各乡镇的老党员挨家挨户上门。")) == places


def test_an_item_of_an_enumeration_goes_back_to_what_stands_in_front_of_the_first() -> None:
    told = "{}一是搭台子。上河村筹资盖房，老人有了去处。二是{}组织老党员，调解纠纷30起。\n汪清县表扬了他们。"
    assert at(told.format("罗子沟镇从实处抓起：", "")) == ("罗子沟镇",)
    assert at(told.format("", "")) == ("汪清县",)
    assert at(told.format("罗子沟镇从实处抓起：", "下河村")) == ("下河村",)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("汪清县忙着备耕。\n朴书记介绍，罗子沟镇推行新办法。老党员调解纠纷30起。", ("罗子沟镇",)),
        ("汪清县忙着备耕。\n罗子沟镇书记朴成哲介绍，上河村推行新办法。老党员调解纠纷30起。", ("上河村",)),
        (
            "汪清县忙着备耕。\n“以前没人管的事情一件接着一件，大伙心里都不痛快。”罗子沟镇推行新办法。老党员调解纠纷30起。",
            ("罗子沟镇",),
        ),
    ],
    ids=["by name", "of another place", "behind a quotation"],
)
def test_what_is_told_of_a_place_by_others_is_its_own(body: str, places: tuple[str, ...]) -> None:
    assert at(body) == places


def test_a_head_run_into_the_text_goes_back_in_front_of_the_first() -> None:
    told = "罗子沟镇从实处抓起，见了成效。{}上河村筹资盖房，老人有了去处。{}老党员调解纠纷30起。\n汪清县表扬了他们。"
    assert at(told.format("定下日子议。", "跟着结果议。")) == ("罗子沟镇",)
    assert at(told.format("", "")) == ("上河村",)


def test_a_paragraph_that_opens_with_what_was_named_before_is_told_of_the_same_place() -> None:
    told = "汪清县部署新办法。罗子沟镇开起“树下会”。\n{}一开就是一年，调解纠纷30起。\n汪清县表扬了他们。"
    assert at(told.format("“树下会”")) == ("罗子沟镇",)
    assert at(told.format("“院坝会”")) == ("汪清县",)


def test_a_headline_that_opens_with_a_quotation_told_nowhere_else_is_read() -> None:
    (facts,) = facts_of_text("“一扇门”进来“一揽子”解决\n汪清县罗子沟镇调解有道\n\n罗子沟镇调解纠纷30起，群众说好。\n")
    assert facts.article.title.startswith("“一扇门”")


def test_a_new_section_in_the_middle_of_a_line_is_the_locality_s_again() -> None:
    body = "一、上下联动。罗子沟镇先走一步。党员入户。二、全面铺开。组织老党员调解纠纷30起。"
    assert at(body) == ("汪清县",)
    assert at(body.replace("二、全面铺开。", "")) == ("罗子沟镇",)


def test_without_a_locality_nothing_is_made_up() -> None:
    assert at("老党员们调解纠纷30起。", localities=()) == ()


def test_a_place_that_the_stretch_begins_with_counts() -> None:
    assert at("今年，上河村调解室开门。", deed="上河村调解室") == ("上河村",)


def test_of_two_names_of_one_body_the_first_counts() -> None:
    text = "汪清新区（罗子沟镇）：基层新事\n罗子沟镇调解纠纷30起。"
    zone = Place("汪清新区", "zone", None, ("汪清县", *PARENTS))
    places = (zone, PLACES[1])
    spots = ((0, 4, 0), (5, 9, 1), (text.rindex("罗子沟镇"), text.rindex("罗子沟镇") + 4, 1))
    mentions = tuple(ResolvedMention(start, end, n, "full") for start, end, n in spots)
    article = Article("a.txt", 1, "汪清新区（罗子沟镇）：基层新事", text, ())
    scope = Scope(article, ArticlePlaces(places, mentions, (0,)), split_sentences(text))
    assert scope.names(text.index(DEED), text.index(DEED) + 4) == ("汪清新区",)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("上河村的老支书曾在下河村当过会计，上任后调解纠纷30起。", ("上河村",)),
        ("上河村离下河村只有三里，老党员调解纠纷30起。", ("上河村",)),
        ("上河村向下河村看齐，老党员调解纠纷30起。", ("上河村",)),
        ("罗子沟镇是汪清县的边境大镇，老党员调解纠纷30起。", ("罗子沟镇",)),
        ("罗子沟镇在汪清县的支持下调解纠纷30起。", ("罗子沟镇",)),
        ("上河村修好了路，下河村调解纠纷30起。", ("下河村",)),
        ("罗子沟镇给上河村配了车，老党员调解纠纷30起。", ("上河村",)),
        ("上河村的办法在汪清县推开，调解纠纷30起。", ("汪清县",)),
        ("上河村的办法管用，汪清县调解纠纷30起。", ("汪清县",)),
    ],
)
def test_a_place_named_in_passing_does_nothing_for_the_one_that_acts(body: str, places: tuple[str, ...]) -> None:
    assert at(body) == places
