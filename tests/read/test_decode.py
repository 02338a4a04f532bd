"""Encodings of Chinese files, and files that are no text."""

from __future__ import annotations

import random

import pytest

from kg.errors import ReadError
from kg.read import read_bytes, read_text
from kg.read.decode import decode

TEXT = "隆德县：“说事亭”里解民忧\n近年来，隆德县沙塘镇建成“说事亭”12个，群众的事在亭子里商量着办，办结事项 96 件。\n"
TRADITIONAL = (
    "社區治理簡報\n近年來，本區推動社區營造，由居民組成守望相助隊，每月召開里民大會，討論環境衛生與長者照護的問題。\n"
)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("gb18030", "gb18030"), ("gbk", "gb18030"), ("utf-16", "utf-16"),
     ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("utf-32", "utf-32")],
)  # fmt: skip
def test_encoding_is_told_by_the_bytes(encoding: str, named: str) -> None:
    found = decode(TEXT.encode(encoding), "a.txt")
    assert (found.text.lstrip("\ufeff"), found.encoding) == (TEXT, named)


def test_big5_is_not_taken_for_gbk() -> None:
    assert decode(TRADITIONAL.encode("big5"), "a.txt").text == TRADITIONAL


def test_utf8_cut_in_the_middle_of_a_character_is_read_with_a_notice() -> None:
    document = read_bytes(TEXT.encode()[:-3] + b"\xe4\xbb", "a.txt")
    assert [notice.kind for notice in document.notices] == ["damaged-bytes"]
    assert document.articles[0].title == "隆德县：“说事亭”里解民忧"


def test_byte_order_mark_is_no_text() -> None:
    assert read_bytes(TEXT.encode("utf-8-sig"), "a.txt").articles[0].text[0] == "隆"


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00" * 5000, b"\n \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"],
    ids=["none", "zeros", "blank", "bom8", "bom16"],
)
def test_empty_file_says_so(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"空的.*empty"):
        read_bytes(data, "a.txt")


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.pdf", "a.html", "a.md"])
def test_file_of_zeros_is_an_error_under_any_name(name: str) -> None:
    with pytest.raises(ReadError):
        read_bytes(b"\x00" * 4096, name)


@pytest.mark.parametrize(
    "head",
    [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"II*\x00", b"RIFF\x00\x00\x00\x00WEBP"],
    ids=["png", "jpeg", "gif", "tiff", "webp"],
)
def test_picture_named_as_text_is_an_error_with_a_remedy(head: bytes) -> None:
    with pytest.raises(ReadError, match=r"图片.*OCR"):
        read_bytes(head + bytes(range(256)) * 20, "scan.txt")


def test_noise_is_an_error() -> None:
    with pytest.raises(ReadError, match="编码"):
        read_bytes(random.Random(7).randbytes(20_000), "a.txt")


def test_old_word_file_says_how_to_save_it() -> None:
    with pytest.raises(ReadError, match=r"另存为 \.docx"):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000, "a.doc")


def test_file_above_the_limit_is_an_error() -> None:
    with pytest.raises(ReadError, match=r"超过 20 MB"):
        read_bytes(b"a" * (20 * 1024 * 1024 + 1), "a.txt")


def test_text_by_hand_keeps_its_own_offsets() -> None:
    document = read_text("\ufeff" + TEXT)
    article = document.articles[0]
    assert (document.name, document.encoding, article.source_offset(0)) == ("text", "str", 1)


def test_text_by_hand_without_a_headline_has_an_empty_title() -> None:
    article = read_text("近年来，隆德县建成“说事亭”12个，群众的事在亭子里商量着办。").articles[0]
    assert (article.title, article.opening) == ("", "近年来，隆德县建成“说事")


def test_empty_text_by_hand_is_an_error() -> None:
    with pytest.raises(ReadError):
        read_text(" \n")
