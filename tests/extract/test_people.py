from __future__ import annotations

import pytest
from written_places import written

from kg.extract.organisations import extract_organisations
from kg.extract.people import extract_people
from kg.model import Person
from kg.rulebook import load_rulebook
from kg.rulebook.proof import failures

CHAIN = "四川省>成都市>锦江区"


def read(marked: str, chain: str = CHAIN) -> tuple[Person, ...]:
    article, places = written(chain, marked)
    book = load_rulebook()
    return extract_people(article, places, extract_organisations(article, places, book), book)


def found(marked: str) -> list[tuple[str, str, str | None]]:
    return [(p.name, p.role, p.organisation) for p in read(marked)]


@pytest.mark.parametrize("rule", load_rulebook().rules("people"), ids=lambda r: r.id)
def test_rule_holds_on_its_examples(rule) -> None:
    assert list(failures(rule)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{成都市}{锦江区}民政局党组书记、局长赵丽华表示，要加快。",
            ("赵丽华", "党组书记、局长", "成都市锦江区民政局"),
        ),
        ("{锦华社区}第一书记周凌说：“好。”", ("周凌", "第一书记", "锦华社区")),
        ("{锦华社区}党委书记贺建军介绍。", ("贺建军", "党委书记", "锦华社区")),
        ("来自{春熙路街道}{锦华社区}的社工武小娟结合经验回答。", ("武小娟", "社工", "锦华社区")),
        ("成都云栖智联科技有限公司负责人黄绍明将锦旗送来。", ("黄绍明", "负责人", "成都云栖智联科技有限公司")),
        ("周小燕是{锦华社区}的专职网格员。", ("周小燕", "专职网格员", "锦华社区")),
        ("周小燕，{锦江区}{锦华社区}党委书记，干了十年。", ("周小燕", "党委书记", "锦华社区")),
        ("会上，赵丽华局长表示支持。", ("赵丽华", "局长", None)),
        ("区民政局局长杨文革到场。", ("杨文革", "局长", "锦江区民政局")),
    ],
    ids=["two-posts", "first-secretary", "branch", "from", "company", "is", "comma", "address", "level"],
)
def test_name_with_post_and_body(text: str, expected: tuple[str, str, str | None]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("村党支部书记欧阳建国说，今年丰收。", "欧阳建国"),
        ("村党支部书记阿依古丽·买买提告诉记者。", "阿依古丽·买买提"),
        ("村党支部书记扎西次仁介绍。", "扎西次仁"),
        ("嘎查党支部书记阿拉腾巴根深有感触。", "阿拉腾巴根"),
        ("网格员许凌说话算数。", "许凌"),
        ("网格员李秀英每天走访。", "李秀英"),
    ],
    ids=["compound-surname", "dotted", "tibetan", "mongol", "two-before-verb", "three-before-adverb"],
)
def test_border_of_the_name(text: str, name: str) -> None:
    assert [p.name for p in read(text)] == [name]


def test_list_shares_the_post() -> None:
    people = read("另外两名选调生王欣雨、唐维波，在村里住下。")
    assert [(p.name, p.role) for p in people] == [("王欣雨", "选调生"), ("唐维波", "选调生")]


@pytest.mark.parametrize(
    "text",
    [
        "村资产办主任徐某接受询问。",
        "居民王阿姨说，这样好。社区李主任点头。",
        "书记高度重视，主任全程参与，局长任组长。",
        "群众明白，村民都满意，居民明显增多。",
        "党员干部高兴地报名，志愿者于周末上门。",
        "本报记者 张建国 通讯员 李红梅",
        "以科长任社区秘书长，楼栋长、党员楼栋长各尽其责。",
    ],
    ids=["half-hidden", "address", "verbs", "adjectives", "crowd", "byline", "posts"],
)
def test_no_person_without_a_full_name_and_a_function(text: str) -> None:
    assert found(text) == []


def test_one_person_named_twice_is_one() -> None:
    (person,) = read("{锦华社区}党委书记贺建军介绍。随后，社区书记贺建军带队走访。")
    assert (person.role, person.organisation, len(person.evidence)) == ("党委书记", "锦华社区", 2)


def test_evidence_holds_body_post_and_name() -> None:
    article, places = written(CHAIN, "{锦华社区}党委书记贺建军介绍。")
    (person,) = extract_people(article, places, (), load_rulebook())
    (evidence,) = person.evidence
    assert article.text[evidence.start : evidence.end] == "锦华社区党委书记贺建军"
