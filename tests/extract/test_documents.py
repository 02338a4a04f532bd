"""Which titles are policy documents, and who issued them."""

from __future__ import annotations

import pytest

from kg.extract.documents import extract_documents
from kg.model import Article, ArticlePlaces, Place, ResolvedMention
from kg.pipeline import facts_of_text
from kg.rulebook import load_rulebook

NAMES = ("百色市", "田阳区")


def documents(body: str):
    text = f"百色市\n{body}"
    places = tuple(Place(name, "county", None) for name in NAMES)
    mentions = [
        ResolvedMention(i, i + len(name), n, "full")
        for n, name in enumerate(NAMES)
        for i in range(len(text))
        if text.startswith(name, i)
    ]
    settled = ArticlePlaces(places, tuple(sorted(mentions, key=lambda m: m.start)), (0,))
    article = Article("a.txt", 1, "百色市", text, ())
    found = extract_documents(article, settled, load_rulebook())
    for document in found:
        assert document.title in text[document.evidence[0].start : document.evidence[0].end]
    return [(d.title, d.issuer) for d in found]


@pytest.mark.parametrize(
    ("body", "title", "issuer"),
    [
        ("田阳区出台《关于推进楼宇党建的实施意见》。", "关于推进楼宇党建的实施意见", "田阳区"),
        ("田阳区委组织部印发了《小区治理工作方案（试行）》。", "小区治理工作方案（试行）", "田阳区委组织部"),
        ("制定《网格“三张清单”管理办法》，明晰职责。", "网格“三张清单”管理办法", "百色市"),
        ("贯彻《信访工作条例》，田阳区畅通渠道。", "信访工作条例", None),
        ("田阳区依据《百色市物业管理规定》处罚。", "百色市物业管理规定", "百色市"),
        ("中共中央、国务院印发《关于加强基层治理的意见》。", "关于加强基层治理的意见", "中共中央、国务院"),
        ("《居民公约》《议事规则》等相继出台。", "议事规则", "百色市"),
        ("田阳区出台《惠民十二条》。", "惠民十二条", "田阳区"),
        ("田阳区印发《红白事节俭办理一册通》。", "红白事节俭办理一册通", "田阳区"),
    ],
    ids=lambda v: v[:12] if v else None,
)
def test_document_and_issuer(body: str, title: str, issuer: str | None) -> None:
    assert (title, issuer) in documents(body)


@pytest.mark.parametrize(
    "body",
    [
        "组织观看电影《红色通知》。",
        "诵读《论语》《平凡的世界》。",
        "《百色日报》作了报道。",
        "合唱《没有共产党就没有新中国》。",
    ],
    ids=["film", "books", "newspaper", "song"],
)
def test_books_films_and_papers_are_none(body: str) -> None:
    assert documents(body) == []


def test_listed_titles_share_the_issuer() -> None:
    body = "田阳区先后印发《驿站建设标准》《网格员管理办法》和《积分细则》等文件。"
    assert documents(body) == [(t, "田阳区") for t in ("驿站建设标准", "网格员管理办法", "积分细则")]


def test_short_form_of_a_title_is_no_second_document() -> None:
    body = "田阳区印发《楼宇党建实施意见》（以下简称《意见》）。《意见》明确了职责。"
    assert documents(body) == [("楼宇党建实施意见", "田阳区")]


def test_title_named_twice_is_one_document_with_its_issuer() -> None:
    body = "学习《积分管理办法》。田阳区制定《积分管理办法》。"
    assert documents(body) == [("积分管理办法", "田阳区")]


ISSUED = [
    ("阜平县见闻\n\n近日，县民政局印发《村规民约修订指引》。", "阜平县民政局"),
    # of several the first
    ("阜平县见闻\n\n县委政法委、县司法局联合出台《调解员管理办法》。", "阜平县委政法委"),
    ("阜平县见闻\n\n龙泉关镇联合县司法局出台《调解细则》。", "龙泉关镇"),
    ("阜平县见闻\n\n《小区议事规则》由县住建局编印。", "阜平县住建局"),
    ("阜平县见闻\n\n县司法局牵头，会同县民政局出台《村级说理室建设意见》。", "阜平县司法局"),
    ("阜平县见闻\n\n阜平县人民法院与曲阳县人民法院签订《跨县巡回审判框架协议》。", "阜平县人民法院"),
    ("阜平县见闻\n\n龙泉关镇与砂窝镇签署《防火联防备忘录》。", "龙泉关镇"),
    # a level word alone means the last place of that level; what is issued with no one named, the title's place
    ("阜平县见闻\n\n龙泉关镇骆驼湾村来了客。镇里出台《积分细则》。", "龙泉关镇"),
    ("阜平县见闻\n\n龙泉关镇骆驼湾村来了客，镇党委先后印发《积分细则》。", "龙泉关镇"),
    ("阜平县见闻\n\n龙泉关镇骆驼湾村来了客，村里制定《积分细则》。", "骆驼湾村"),
    ("曲阳县和阜平县见闻\n\n曲阳县来了客。《阜平县楼长制实施细则》印发。", "阜平县"),
    ("曲阳县和阜平县见闻\n\n曲阳县来了客。将继续完善《阜平县楼长制实施细则》。", "阜平县"),
    # who helps or is only founded issues nothing
    ("阜平县见闻\n\n龙泉关镇在县民政局指导下制定《积分细则》。", "龙泉关镇"),
    ("阜平县见闻\n\n龙泉关镇成立物业行业党委，出台《物业考核办法》。", "龙泉关镇"),
]


@pytest.mark.parametrize(("text", "issuer"), ISSUED, ids=[text.rpartition("\n")[2][:12] for text, _ in ISSUED])
def test_the_body_named_last_before_the_verb_issues(text: str, issuer: str) -> None:
    (facts,) = facts_of_text(text)
    assert [d.issuer for d in facts.documents] == [issuer]


@pytest.mark.parametrize(
    "title", ["红薯购销合同（示范文本）", "红白理事会章程范本", "小微权力一本清", "大湾寨约", "搬迁通知书"]
)
def test_specimens_lists_and_the_rules_of_a_hamlet_are_documents(title: str) -> None:
    assert documents(f"田阳区制定《{title}》。") == [(title, "田阳区")]


@pytest.mark.parametrize("verb", ["表决通过", "票决通过", "草拟", "健全", "建立", "议定", "修改", "印制", "量身定制"])
def test_who_votes_on_or_draws_up_a_document_issues_it(verb: str) -> None:
    assert documents(f"田阳区{verb}《小区管理规约》。") == [("小区管理规约", "田阳区")]


@pytest.mark.parametrize(
    "title",
    ["楼栋长工作职责", "村级权力运行流程图", "平安建设责任书", "致全体居民的一封信", "公职人员八不准", "积分评价指标"],
)
def test_duties_charts_pledges_and_open_letters_are_documents(title: str) -> None:
    assert documents(f"田阳区制定《{title}》。") == [(title, "田阳区")]


@pytest.mark.parametrize("title", ["人民调解协议书", "房屋租赁协议", "调解协议"])
def test_what_two_parties_sign_is_no_policy(title: str) -> None:
    assert documents(f"田阳区的两户人家签订《{title}》。") == []
