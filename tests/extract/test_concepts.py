"""Concepts: each is found where a report tells of the deed, and not where only its words stand."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.extract.concepts import extract_concepts
from kg.extract.practices import extract_practices
from kg.extract.scope import Scope
from kg.extract.sentences import split_sentences
from kg.model import Article, ArticlePlaces, ConceptUse, Place, ResolvedMention
from kg.rulebook import load_rulebook
from kg.scheme import load_concepts

BOOK = load_rulebook()
COUNTY = Place("凤冈县", "county", "520327", ("遵义市", "贵州省"))
TOWN = Place("琊川镇", "township", None, ("凤冈县", "遵义市", "贵州省"))
VILLAGE = Place("茅台寺村", "village", None, ("琊川镇", "凤冈县", "遵义市", "贵州省"))
SENTENCES = list(
    csv.DictReader((Path(__file__).parent / "concept_sentences.csv").read_text(encoding="utf-8").splitlines())
)
CHOICES = list(csv.DictReader((Path(__file__).parent / "concept_choices.csv").read_text(encoding="utf-8").splitlines()))


def read(body: str, title: str = "凤冈县：记者在基层") -> tuple[ConceptUse, ...]:
    text = f"{title}\n{body}"
    article = Article("a.txt", 1, title, text, ())
    places = (COUNTY, TOWN, VILLAGE)
    mentions = [
        ResolvedMention(i, i + len(place.name), n, "full")
        for n, place in enumerate(places)
        for i in range(len(text))
        if text.startswith(place.name, i)
    ]
    settled = ArticlePlaces(places, tuple(sorted(mentions, key=lambda m: m.start)), (0,))
    sentences = split_sentences(text)
    scope = Scope(article, settled, sentences)
    practices = extract_practices(article, scope, sentences, BOOK)
    uses = extract_concepts(article, scope, sentences, practices, BOOK)
    assert all(text[e.start : e.end] for use in uses for e in use.evidence)
    return uses


def concepts(body: str) -> set[str]:
    return {use.concept for use in read(body)}


def test_every_concept_has_a_sentence() -> None:
    for column in ("tells", "does_not"):
        assert {row["concept"] for row in SENTENCES if row[column]} == {c.id for c in load_concepts()}


@pytest.mark.parametrize("row", [r for r in SENTENCES if r["tells"]], ids=lambda r: r["concept"])
def test_concept_is_found_where_it_is_told(row: dict[str, str]) -> None:
    assert row["concept"] in concepts(row["tells"])


@pytest.mark.parametrize("row", [r for r in SENTENCES if r["does_not"]], ids=lambda r: r["concept"])
def test_nothing_is_found_where_only_words_are_alike(row: dict[str, str]) -> None:
    assert concepts(row["does_not"]) == set()


@pytest.mark.parametrize("row", CHOICES, ids=lambda r: f"{r['tells']}-not-{r['not']}")
def test_one_deed_gives_the_concept_that_fits_it_and_no_other(row: dict[str, str]) -> None:
    told = concepts(row["sentence"])
    assert set(row["tells"].split(";")) - {""} <= told, told
    assert told.isdisjoint(row["not"].split(";")), told


@pytest.mark.parametrize(
    "body",
    [
        "下一步，凤冈县将组建义务巡逻队，推行积分制。",
        "凤冈县尚未成立业委会。",
        "为了化解矛盾纠纷，凤冈县的干部们想了很多办法。",
        "“什么时候能给我们这里改造老旧小区、加装电梯？”",
        "培训围绕移风易俗、人居环境整治、文明家庭评选等内容展开。",
        "加装电梯期间，请绕行。",
        "凤冈县要求各乡镇推行网格化管理。",
        "茶农们还想把积分制做起来。",
        "乱停的茶车曾是12345热线里的常客。",
        "少填几张表，村干部腾出手来走访群众。",
        "茶站搬走了，居民有更多时间议事协商。",
    ],
    ids=[
        "plan",
        "negation",
        "purpose",
        "question",
        "content",
        "time",
        "demand",
        "idea",
        "past",
        "free-for",
        "time-for",
    ],
)
def test_what_is_not_told_as_done_does_not_count(body: str) -> None:
    assert concepts(body) == set()


@pytest.mark.parametrize(
    ("body", "concept"),
    [
        ("“网格员上门帮我办好了低保。”村民老田说。", "welfare-care"),
        ("目前，全县3100个网格已有网格员4200名。", "grid-management"),
        ("邻里纠纷在院子里就调解好了。", "mediation"),
        ("信访积案全部化解。", "leader-reception"),
        ("小区举办了“茶香邻里一家亲、欢欢喜喜过大年”文艺汇演。", "culture-neighbours"),
        ("村里打造集议事、娱乐、康养、阅读等于一体的党群服务中心。", "service-centre"),
        ("社区把院落细分为12个片区、36个微网格。", "micro-grid"),
        ("矛盾早发现、早化解。", "mediation"),
    ],
    ids=["speech", "count", "object-first", "result", "quoted-between", "all-in-one", "verb-over-a-list", "adverbs"],
)
def test_a_deed_counts_however_it_is_told(body: str, concept: str) -> None:
    assert concept in concepts(body)


@pytest.mark.parametrize(
    ("body", "concept"),
    [
        ("凤冈县获评自治区首批智慧水务试点县。", "self-governance"),
        ("“茶话小喇叭”每晚在村文化礼堂播报天气。", "culture-neighbours"),
        ("凤冈县借助城市书房、新时代文明实践站培训采茶工。", "customs-reform"),
        ("《龙泉镇：深化普法宣传 擦亮茶乡名片》入选全省优秀案例集。", "legal-publicity"),
        ("老人急需照料，他便留在了茶园。", "welfare-care"),
        ("处理邻里纠纷时，他总爱泡上一壶茶。", "mediation"),
        ("社区晚会由在职党员担任主持人。", "double-registration"),
        ("在垃圾清运、平安巡逻等工作中，年轻人认识了彼此。", "safety-prevention"),
        ("凤冈县打通数字乡村平台、短信、广播等渠道发布茶价。", "digital-village"),
        ("轮训练出了文员公文写作、纠纷调解等综合能力。", "mediation"),
        ("茶厂让糟心事变成了暖心事。", "practical-deeds"),
        ("老茶农成了村民自治骨干。", "self-governance"),
        ("茶农把孩子送进托管班服务点。", "rural-industry"),
        ("县里成立7家文化合作社，排演采茶戏。", "rural-industry"),
        ("下班后的八小时以外，他爱好摄影。", "cadre-supervision"),
        ("茶农利用主题党日、春茶开采节等活动推销新茶。", "theme-party-day"),
        ("县里新建物流驿站14个，帮茶农寄茶。", "service-station"),
        ("大厅为商户提供贷款、法律咨询等服务。", "legal-publicity"),
        ("凤冈县成立居委会、业委会、商户、茶农“四方夜谈”机制。", "owners-committee"),
    ],
    ids=[
        "autonomous-region",
        "place-of-an-act",
        "by-means-of",
        "headline-of-a-case",
        "needed",
        "meanwhile",
        "person-of-another-post",
        "in-the-course-of",
        "channels",
        "skills",
        "turned-into",
        "kind-of-person",
        "care-of-children",
        "club",
        "spare-time",
        "occasion",
        "parcels",
        "advice",
        "whose-mechanism",
    ],
)
def test_a_word_in_passing_is_no_deed(body: str, concept: str) -> None:
    assert concept not in concepts(body)


@pytest.mark.parametrize(
    ("body", "concept"),
    [
        ("茶农走访员每月走访3.1万户家庭。", "door-knock"),
        ("凤冈县修订《村规民约》。", "village-rules"),
        ("凤冈县建成文化礼堂14座，每晚对村民开放。", "culture-neighbours"),
        ("乡贤捐资修路，带头拆除自家围墙。", "self-governance"),
        ("在职党员主动下沉社区，认领岗位130个。", "double-registration"),
        ("凤冈县组建志愿服务队、采茶队等19支队伍，上门帮茶农采茶。", "volunteering"),
    ],
    ids=["behind-a-number", "title-of-a-document", "built", "acts-itself", "serves", "squads-themselves"],
)
def test_the_same_words_count_where_something_is_done(body: str, concept: str) -> None:
    assert concept in concepts(body)


def test_a_profession_is_no_deed() -> None:
    assert concepts("调解员杨胜兰今年五十岁。") == set()


def test_one_passing_weak_word_is_too_little() -> None:
    assert concepts("凤冈县采用大数据。") == set()


def test_a_named_practice_gives_its_concept_to_all_its_places() -> None:
    uses = read("琊川镇、茅台寺村推行“村民说事”制度。")
    assert {u.concept for u in uses} == {"deliberation"}
    assert all(u.evidence for u in uses)


def test_a_concept_belongs_to_the_smallest_place_its_sentence_names() -> None:
    uses = read("凤冈县琊川镇茅台寺村成立红白理事会，酒席从简。")
    assert {(u.concept, u.at) for u in uses} == {("customs-reform", "茅台寺村")}


def test_a_concept_falls_to_the_locality_where_no_place_is_named() -> None:
    uses = read("干部逐户走访群众，把意见记进本子。")
    assert {(u.concept, u.at) for u in uses} == {("door-knock", "凤冈县")}


def test_a_chain_tells_of_its_units_too() -> None:
    found = concepts("凤冈县健全“社区大党委—网格党支部—楼栋党小组—党员中心户”组织架构。")
    assert {"party-structure", "grand-party-committee", "grid-party-branch", "party-household"} <= found


def test_an_unrelated_sentence_changes_nothing() -> None:
    body = "凤冈县评选文明家庭、好媳妇，张榜公布。"
    other = "周末气温回升，茶园里开满了花。\n"
    assert {(u.concept, u.at) for u in read(other + body)} == {(u.concept, u.at) for u in read(body)}


@pytest.mark.parametrize(
    ("body", "concept"),
    [
        ("凤冈县推行“1+2+X”评级体系，“1”即一本信用档案，“X”为村规民约加减分项。", "village-rules"),
        ("凤冈县把参加环境整治、婚事简办等12种行为折算成积分。", "customs-reform"),
        ("凤冈县在小区里，业主委员会组建了一支巡逻队伍。", "owners-committee"),
        ("凤冈县组建由党员、业委会成员组成的茶乡队伍。", "owners-committee"),
        ("凤冈县实行“随手拍”积分奖励制度。", "civic-points"),
        ("凤冈县整合物业骨干、党员志愿者等力量，把茶乡的路灯点亮。", "red-property"),
        ("培训班讲了化解矛盾纠纷的办法。", "mediation"),
        ("建成群众家门口的党群服务中心，是打通末梢的关键支撑。", "service-centre"),
        ("凤冈县建立“茶友群”、在村民活动场所晾晒新茶。", "service-centre"),
        ("此举激发了村民自我管理、自我约束的主动性和积极性。", "self-governance"),
        ("群众的需求在哪里，工作重心就下沉到哪里。", "resources-down"),
        ("凤冈县将志愿服务等转化为可兑换的茶票。", "volunteering"),
        ("为助力文明城市创建，琊川镇的茶农换上了新招牌。", "rural-environment"),
        ("会上表示，双方将建立联席会议。", "joint-meeting"),
        ("琊川镇村民清扫门前、劝和邻里口角，都能记分。", "mediation"),
        ("凤冈县茅台寺村参加义务巡逻、照看独居老人，均可“存分”。", "welfare-care"),
        ("茅台寺村的墙上写着：劝和一起邻里口角记5分，乱倒垃圾扣3分。", "mediation"),
        ("琊川镇组建夜间巡逻、孝老送餐、剪茶3支队伍。", "safety-prevention"),
        ("琊川镇组建夜间巡逻、孝老送餐、剪茶等4支先锋队。", "elderly-service"),
        ("琊川镇请来茶农、青年志愿者组成采茶队。", "mass-organisations"),
        ("琊川镇依托“镇党委—网格党支部—党员中心户”组织链条，把春茶卖了出去。", "party-household"),
        ("琊川镇按照“镇党委—网格党支部—党员中心户”的架构，给茶农分了工。", "grid-party-branch"),
        ("茅台寺村请帮扶单位、爱心企业一起来喝新茶。", "business-environment"),
        ("凤冈县选了村集体收入少、离城远的6个村修晒场。", "collective-economy"),
        ("琊川镇以文明城市创建为契机，请茶农唱山歌。", "rural-environment"),
        ("琊川镇为26户空巢老人安装监控和烟感。", "welfare-care"),
        ("琊川镇党员实行积分管理，一季一评。", "civic-points"),
        ("早上八点，琊川镇文化礼堂里，茶农们喝起新茶。", "culture-neighbours"),
        ("琊川镇茶站被省茶办表彰为全省模范单位。", "moral-appraisal"),
        ("琊川镇把酒席减到8桌写进村规民约。", "customs-reform"),
        ("凤冈县这几年营商环境提升很大，茶企办证只跑一次。", "rural-environment"),
        ("凤冈县分级建立考核台账，每月评一次。", "burden-reduction"),
    ],
    ids=[
        "part-of-a-number",
        "listed-behaviour",
        "founder",
        "member",
        "named-phrase",
        "two-items",
        "attribute",
        "thesis",
        "next-verb",
        "qualities",
        "wherever",
        "material",
        "aim",
        "verb-of-the-plan",
        "scored-list",
        "scored-list-with-a-quote",
        "score-of-its-own",
        "squads",
        "squads-and-others",
        "members",
        "by-means-of-a-chain",
        "in-the-shape-of-a-chain",
        "supporters",
        "chosen-ones",
        "occasion-of-something",
        "for-whom",
        "less-specific",
        "indoors",
        "awarded-by-others",
        "into-the-rules",
        "another-environment",
        "kept-and-not-cut",
    ],
)
def test_what_is_part_of_another_deed_is_no_deed_of_its_own(body: str, concept: str) -> None:
    assert concept not in {use.concept for use in read(body)}


def test_what_stands_behind_an_appraised_name_says_of_which_kind_it_is() -> None:
    assert {use.concept for use in read("绩溪县伏岭镇评出“双优四星”物业服务企业10家。")} == {"red-property"}


def test_a_set_of_words_in_a_heading_of_the_body_sums_up_and_tells_nothing() -> None:
    told = "凤冈县茅台寺村把村口的臭水塘填平，如今变成了小花园"
    assert concepts(f"{told}。") == {"rural-environment"}
    assert concepts(f"{told}\n茶农们坐在树下唱歌。") == set()
