"""Reprints are told whatever the order of files, and count as one source."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.graph import answer, load_graph
from kg.reprints import Text, find_reprints

BODY = (
    "近日，永嘉县岩头镇芙蓉村的“古樟树下”议事亭里坐满了人。村里的水渠年久失修，怎么修、谁出工，大家你一言我一语，"
    "不到一个钟头就定了下来。岩头镇推行“古樟树下”议事制度以来，已在12个村建起议事亭，议定修路、引水、停车等实事86件，"
    "群众满意率达到97%。镇里还给每个议事亭配了联络员，每周收一次意见，办好一件就在亭子边贴一张“回音单”。"
    "“有事到樟树下坐坐，比打电话管用。”村民们这样说。"
)
SHORT = BODY.replace("“有事到樟树下坐坐，比打电话管用。”村民们这样说。", "").replace("近日，", "本报讯 ")
OTHER = (
    "近日，洞头区东屏街道的渔民议事会开到了码头上。" * 1
    + "渔船怎么停、渔网怎么晒，老船长们说了算，街道派人记录，件件有回音，今年已议定32件。" * 4
)
TEXTS = (
    Text("a", BODY, "2023-05-11"),
    Text("b", SHORT, "2023-05-10"),
    Text("c", BODY.replace("97%", "97.2%"), None),
    Text("d", OTHER, "2023-05-01"),
)


@pytest.mark.parametrize("texts", list(permutations(TEXTS))[::5])
def test_reprints_point_at_the_earliest_whatever_the_order(texts: tuple[Text, ...]) -> None:
    assert find_reprints(texts) == {"a": "b", "c": "b"}


def test_set_phrases_and_short_notices_make_no_reprint() -> None:
    phrase = "坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻党的二十大精神，"
    texts = [Text(str(i), f"{phrase}第{i}个镇的做法各不相同：" + chr(0x4E00 + 97 * i) * 40, None) for i in range(6)]
    assert find_reprints(texts) == {}
    assert find_reprints([Text("x", "同一句短讯。", None), Text("y", "同一句短讯。", None)]) == {}


def test_a_reprint_counts_as_one_source(tmp_path: Path) -> None:
    (tmp_path / "甲报.txt").write_text(f"樟树下的议事亭\n\n2023年5月11日\n\n{BODY}\n", encoding="utf-8")
    (tmp_path / "乙报.txt").write_text(f"岩头镇：樟树下议事\n\n2023年5月10日\n\n{SHORT}\n", encoding="utf-8")
    built = CliRunner().invoke(
        main, ["build", str(tmp_path / "甲报.txt"), str(tmp_path / "乙报.txt"), "-o", str(tmp_path / "b")]
    )
    assert built.exit_code == 0, built.output
    graph = load_graph(tmp_path / "b")
    found = answer(graph, "sources-of-practice", {"practice": "古樟树下"})
    cells = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    assert {(c["来源数"], c["报道数"], c["文件数"]) for c in cells} == {("1", "2", "2")}
    assert "岩头镇：樟树下议事" in (tmp_path / "b" / "report.html").read_text(encoding="utf-8")
    alone = answer(graph, "one-source-practices", {"place": "永嘉县"})
    assert "古樟树下" in {row[alone.columns.index("做法")] for row in alone.rows}
