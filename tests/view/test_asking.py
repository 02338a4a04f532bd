"""The data blocks of a page that answers questions."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest
from corpus import sample_facts, sample_scheme

import kg.view
from kg.view import Questions, build_map
from kg.view import asking as asking_module
from kg.view.asking import as_plain_script, question_blocks

ENGINE = Path(kg.view.__file__).parent / "engine"
QUADS = gzip.compress(b"<a:b> <a:c> <a:d> <a:g> .\n", mtime=0)


def test_the_engine_is_the_one_that_its_sources_name() -> None:
    sums = re.findall(r"`([0-9a-f]{64})`", (ENGINE / "SOURCES.md").read_text(encoding="utf-8"))
    script = (ENGINE / "oxigraph.js").read_bytes().replace(b"\r\n", b"\n")
    engine = gzip.decompress((ENGINE / "oxigraph.wasm.gz").read_bytes())
    assert [hashlib.sha256(data).hexdigest() for data in (script, engine)] == sums
    assert "Permission is hereby granted" in (ENGINE / "licences" / "oxigraph.txt").read_text(encoding="utf-8")


def test_blocks_unpack_to_what_was_put_in() -> None:
    blocks = question_blocks(Questions({"questions": [{"name": "甲"}]}, QUADS))
    unpacked = {name: gzip.decompress(base64.b64decode(block)) for name, block in blocks.items()}
    assert json.loads(unpacked["index"]) == {"questions": [{"name": "甲"}]}
    assert unpacked["quads"] == gzip.decompress(QUADS)
    assert unpacked["engine"].startswith(b"\x00asm")
    assert "onmessage" in json.loads(unpacked["code"])["code"]


def test_the_module_becomes_a_script_or_is_refused() -> None:
    script = as_plain_script("export class A {}\nnew URL('x', import.meta.url);\nexport { A as default };\n")
    assert "export" not in script
    assert "import.meta" not in script
    with pytest.raises(ValueError, match=r"SOURCES\.md"):
        as_plain_script("module.exports = {};")


def test_only_a_page_that_asks_may_compile_and_start_a_worker() -> None:
    plain, _ = build_map(sample_facts(), sample_scheme())
    asks, _ = build_map(sample_facts(), sample_scheme(), questions=Questions({}, QUADS))
    policies = [re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1] for page in (plain, asks)]
    assert ["wasm-unsafe-eval" in policy for policy in policies] == [False, True]
    assert ["worker-src" in policy for policy in policies] == [False, True]
    assert all("connect-src" not in policy and "default-src &#39;none&#39;" in policy for policy in policies)
    assert [page.count('id="data-engine"') for page in (plain, asks)] == [0, 1]


def test_a_graph_too_large_for_a_page_stays_out_and_the_page_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking_module, "LARGEST_GRAPH", len(QUADS) - 1)
    page, _ = build_map(sample_facts(), sample_scheme(), questions=Questions({}, QUADS))
    assert 'id="data-engine"' not in page
    assert '"asking":"large"' in page
    assert "wasm-unsafe-eval" not in page
