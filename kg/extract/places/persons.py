"""Short names of places that are people's names, or end them: 书记田阳回忆, 职工周江山, 记者郑宜兴."""

from __future__ import annotations

from kg.extract.places.scene import Scene
from kg.extract.places.words import is_word
from kg.gazetteer import NameHit

_LONGEST_POST, _GIVEN = 6, 2
_ALSO = frozenset("关安常全应成")  # surnames that behind a post are no words
_STOPS = "、，。；：\n） 　"
_SAYS = "等说表介告坦感笑激时"
# What behind the short name of a place is a body, people or a unit of it, no given name: 武安|市, 武安|人.
_OF_PLACES = frozenset("省市州县区旗镇乡村街道社委局厅办院校站所队会人民公路港台报网城地方农商企矿港湾岛山河湖海寨口")


def is_person(scene: Scene, hit: NameHit) -> bool:
    """Whether a short form is a person's name or the given name in one, here or where the person is named again."""
    if _named(scene, hit) is not None:
        return True
    if hit.name not in scene.people:
        scene.people[hit.name] = _people(scene, hit.name)
    starts = ((person, hit.start - person.find(hit.name)) for person in scene.people[hit.name])
    again = (person for person, start in starts if start >= 0 and scene.text.startswith(person, start))
    return any(person != hit.name or _acts(scene, hit.end) for person in again)


def _people(scene: Scene, name: str) -> frozenset[str]:
    """The people whose names hold a short form, each as printed."""
    spans = (_named(scene, h) for h in scene.hits if h.name == name)
    return frozenset(scene.text[span[0] : span[1]] for span in spans if span is not None)


def _named(scene: Scene, hit: NameHit) -> tuple[int, int] | None:
    """The person's name that a short form is or ends: a surname before it, alone in a list or behind a post."""
    text, before = scene.text, hit.start - 1
    surnamed = before >= 0 and text[before] in scene.lexicon.surnames
    if (surnamed or (before >= 0 and text[before] in _ALSO)) and is_behind_post(scene, before):
        return before, hit.end
    if surnamed and scene.is_edge(before) and _stands_alone(scene, before, hit.end):
        return before, hit.end
    if _begins_name(scene, hit):
        return hit.start, hit.end + 1
    own = hit.name[0] in scene.lexicon.surnames and len(hit.name) <= len("张家港")
    if own and is_behind_post(scene, hit.start) and _acts(scene, hit.end):
        return hit.start, hit.end
    return None


def _begins_name(scene: Scene, hit: NameHit) -> bool:
    """Whether a person's name of three characters begins like a place, and the person speaks or acts: 武安民说."""
    text, end = scene.text, hit.end + 1
    given = text[hit.end : end]
    if len(hit.name) != _GIVEN or hit.name[0] not in scene.lexicon.surnames or given in _OF_PLACES:
        return False
    if (
        not "一" <= given <= "鿿"
        or given in scene.lexicon.left["function"]
        or scene.lexicon.follows(text, hit.end, "tail")
    ):
        return False
    says = text[end : end + 1] in tuple("说称讲") or scene.lexicon.deeds.match(text, end) is not None
    home = text.startswith("家的", end) and is_behind_post(scene, hit.start)
    return (says or home) and not is_word(text[hit.end : hit.end + _GIVEN])


def _stands_alone(scene: Scene, start: int, end: int) -> bool:
    text = scene.text
    led = start == 0 or text[start - 1] in "、，。；：\n（“ 　和与" or text.endswith(("记者", "通讯员", "叫"), 0, start)
    return led and (end >= len(text) or text[end] in _STOPS + _SAYS + "和与是")


def is_behind_post(scene: Scene, offset: int) -> bool:
    """Whether a post or a sort of person (支书, 职工) stands right before an offset."""
    floor = max(0, offset - _LONGEST_POST)
    return scene.text.endswith(scene.lexicon.posts, floor, offset)


def _acts(scene: Scene, end: int) -> bool:
    """Whether a person's name may end here: a mark or a verb of what people say and do follows."""
    text = scene.text
    return end >= len(text) or text[end] in _STOPS + "说" or scene.lexicon.deeds.match(text, end) is not None
