from __future__ import annotations

import base64
import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from corpus import many_facts, one_article, sample_facts, sample_scheme

from kg.scheme import load_groups
from kg.view import build_map, map_frame, write_map
from kg.view.groups import _looks, looks_for
from kg.view.pinyin import search_keys
from kg.view.printable import printable, printable_name

ROOT = Path(__file__).resolve().parents[2]


def block(page: str, name: str) -> str:
    found = re.search(rf'<script type="[a-z/]+" id="data-{name}">(.*?)</script>', page, re.DOTALL)
    assert found
    return found[1]


def test_page_holds_the_facts_and_the_figures_agree() -> None:
    page, stats = build_map(sample_facts(), sample_scheme())
    nodes = json.loads(block(page, "nodes"))
    assert (stats.articles, stats.places, stats.practices) == (13, 18, 48)
    assert len(nodes) == stats.places + stats.practices + stats.concepts
    assert stats.size == len(page.encode())


def test_evidence_unpacks_to_the_quotes() -> None:
    page, stats = build_map(sample_facts(), sample_scheme())
    evidence = json.loads(gzip.decompress(base64.b64decode(block(page, "evidence"))))
    assert len(evidence["quotes"]) == stats.quotes
    assert any("老马工作法" in "".join(quote[5]) for quote in evidence["quotes"])


def test_page_names_no_address_to_fetch() -> None:
    page, _ = build_map(sample_facts(), sample_scheme())
    ours = re.sub(r'<script(?: type="text/plain"[^>]*)?>.*?</script>', "", page, flags=re.DOTALL)
    assert not re.search(r"""(?:src|href)=["'](?!data:,|#)""", ours)
    assert "cdn" not in ours


def test_same_facts_give_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, 'tests/view')\n"
        "from pathlib import Path; from corpus import *; from kg.view import write_map\n"
        "write_map(sample_facts(), sample_scheme(), Path(sys.argv[1]))"
    )
    pages = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.html"
        env = {
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "0",
            "LC_ALL": "C",
            "PYTHONCOERCECLOCALE": "0",
        }
        subprocess.run([sys.executable, "-c", script, str(out)], check=True, cwd=ROOT, env=env)
        pages.append(out.read_bytes())
    assert pages[0] == pages[1]


def test_file_has_line_feeds_only_and_leaves_no_draft(tmp_path: Path) -> None:
    write_map(sample_facts(), sample_scheme(), tmp_path / "new" / "map.html")
    assert b"\r\n" not in (tmp_path / "new" / "map.html").read_bytes()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["map.html"]


def test_importing_the_package_loads_no_drawing_library() -> None:
    script = "import sys, kg.view; sys.exit(bool({'pyvis', 'networkx', 'IPython', 'pypinyin'} & set(sys.modules)))"
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)


def test_empty_corpus_gives_a_page() -> None:
    page, stats = build_map([], sample_scheme())
    assert stats.practices == 0
    assert json.loads(block(page, "nodes")) == []


def test_only_large_maps_have_an_overview() -> None:
    small, _ = build_map(sample_facts(), sample_scheme())
    large, _ = build_map(many_facts(600, sample_scheme()), sample_scheme())
    assert json.loads(block(small, "meta"))["overview"] is None
    meta = json.loads(gzip.decompress(base64.b64decode(block(large, "meta"))))  # the data of a large map are packed
    assert "province/江西省" in meta["overview"]["points"]


def test_markup_in_a_name_stays_text() -> None:
    name = "</script><script>alert(1)</script>"
    page, _ = build_map([one_article(name, f"推行{name}。")], [], title="<b>&")
    assert "<script>alert" not in page
    assert "<title>&lt;b&gt;&amp;</title>" in page


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        pytest.param("红\x00管家", "红\ufffd管家", id="nul"),
        pytest.param("红\u202e管家", "红\ufffd管家", id="right-to-left-override"),
        pytest.param("红\ud800管家", "红\ufffd管家", id="lone-surrogate"),
        pytest.param("红管家\n第二行", "红管家\n第二行", id="line-break-stays"),
        pytest.param("𠮷村", "𠮷村", id="rare-character-stays"),
    ],
)
def test_what_cannot_be_seen_is_replaced(given: str, shown: str) -> None:
    assert printable(given) == shown


def test_endless_name_is_cut() -> None:
    assert len(printable_name("长" * 10_000)) == 300


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("枫桥经验", "fengqiaojingyan"),
        ("枫桥经验", "fqjy"),
        ("重庆", "chongqing"),
        ("单县", "shanxian"),
        ("12345热线", "12345rexian"),
    ],
)
def test_name_is_found_by_pinyin(name: str, key: str) -> None:
    assert key in search_keys(name).split()


def test_groups_differ_in_colour_or_shape() -> None:
    looks = looks_for([*(group.id for group in load_groups()), "other"])
    assert len({(look.colour, look.shape) for look in looks}) == len(looks) == len(load_groups()) + 1


def test_every_group_of_the_scheme_has_a_look() -> None:
    assert {group.id for group in load_groups()} == set(_looks())


def test_unknown_group_is_named_by_its_id() -> None:
    assert [look.zh for look in looks_for(["sea", "party", "other"])] == ["党建引领", "sea", "未归类做法"]


def test_frame_escapes_the_page(tmp_path: Path) -> None:
    page, _ = build_map(sample_facts(), sample_scheme())
    path = tmp_path / "map.html"
    path.write_bytes(page.encode())
    frame = map_frame(path)
    assert frame == map_frame(page)
    assert frame.count("<") == 2
    assert "&lt;!doctype html&gt;" in frame
