"""Every text of the screen stands in one table, in Chinese and in English."""

from __future__ import annotations

import re
from pathlib import Path

from kg.view.data import FAMILIES
from kg.view.render import SCRIPTS

PAGE = Path(__file__).resolve().parents[2] / "kg" / "view" / "page"
CHINESE = re.compile(r"[\u3400-\u9fff]")
PAIR = re.compile(r"(?m)(?:^|[ ,])(?:'([\w.-]+)'|(\w+)): \[\s*('(?:[^'\\]|\\.)*'),\s*('(?:[^'\\]|\\.)*')\]")


def words() -> dict[str, tuple[str, str]]:
    text = "\n".join((PAGE / name).read_text(encoding="utf-8") for name in SCRIPTS if name.startswith("words"))
    return {first or second: (zh[1:-1], en[1:-1]) for first, second, zh, en in PAIR.findall(text)}


def scripts() -> str:
    return "\n".join((PAGE / name).read_text(encoding="utf-8") for name in SCRIPTS if not name.startswith("words"))


def test_every_key_that_the_page_uses_has_words() -> None:
    template = (PAGE / "map.html.j2").read_text(encoding="utf-8")
    used = set(re.findall(r"\bt\('([\w.-]+)'", scripts())) | set(
        re.findall(r'data-t(?:-[a-z-]+)?="([\w.-]+)"', template)
    )
    assert len(used) > 60
    assert used <= set(words())


def test_every_code_of_the_data_has_words() -> None:
    assert {f"family.{family}" for family in FAMILIES} <= set(words())


def test_every_view_and_facet_has_words() -> None:
    views = set(re.findall(r"addView\(\{\s*id: '(\w+)'", scripts()))
    facets = set(re.findall(r"\{\s*id: '(\w+)', values", scripts()))
    assert {"network", "matrix", "table"} <= views
    assert {"province", "stage"} <= facets
    assert {f"{kind}.{view}" for view in views for kind in ("view", "start")} <= set(words())
    assert {f"facet.{facet}" for facet in facets} <= set(words())


def test_words_are_chinese_on_one_side_and_english_on_the_other() -> None:
    for key, (zh, en) in words().items():
        assert zh
        assert en
        if not key.startswith("language"):  # each side offers the other language by its own name
            assert not CHINESE.search(en), key


def test_both_sides_put_in_the_same_values() -> None:
    for key, (zh, en) in words().items():
        assert set(re.findall(r"\{(\w+)\}", zh)) <= set(re.findall(r"\{(\w+)[|}]", en)), key


def test_no_other_script_holds_a_chinese_text() -> None:
    bare = re.sub(r"//.*", "", scripts())
    assert not [text for text in re.findall(r"'[^'\n]*'|`[^`]*`", bare) if CHINESE.search(text)]
