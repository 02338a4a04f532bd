"""Web pages, Word and PDF files; damaged, encrypted and empty ones."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from kg.errors import ExtraMissingError, ReadError
from kg.read import read_bytes

TITLE, BODY = "凤冈县：茶山上的“板凳会”", "近年来，凤冈县永安镇在茶山上开“板凳会”，茶农的事茶农议，累计议事 88 次。"


def docx_bytes(*, table: bool = False) -> bytes:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(BODY)
    if table:
        rows = document.add_table(rows=2, cols=2).rows
        for row, texts in zip(rows, (("村名", "议事次数"), ("田坝村", "31次")), strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf_bytes(lines: Sequence[str], *, encrypted: bool = False) -> bytes:
    """A PDF whose text layer holds the lines: one Type 0 font whose codes are UTF-16."""
    shown = "\n".join(
        f"1 0 0 1 60 {760 - 24 * i} Tm <{line.encode('utf-16-be').hex()}> Tj" for i, line in enumerate(lines)
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfrange <0000> <FFFF> <0000> endbfrange\n"
        "endcmap end end"
    )
    coding = "/Encoding /Identity-H /ToUnicode 8 0 R"
    system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    metrics = "/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(shown) + 20} >>\nstream\nBT /F 12 Tf\n{shown}\nET\nendstream",
        f"<< /Type /Font /Subtype /Type0 /BaseFont /Song {coding} /DescendantFonts [6 0 R] >>",
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song {system} /FontDescriptor 7 0 R /DW 1000 >>",
        f"<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 1000 1000] {metrics} >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
        f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    lock = " /Encrypt 9 0 R /ID [<00> <00>]" if encrypted else ""
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{lock} >>\nstartxref\n{start}\n%%EOF".encode()


def test_word_file_with_heading_and_table() -> None:
    document = read_bytes(docx_bytes(table=True), "稿.docx")
    article = document.articles[0]
    assert (article.title, article.opening, document.encoding) == (TITLE, BODY[:12], "docx")
    assert "田坝村 31次" in article.text


def test_word_file_named_as_text_is_read_as_word() -> None:
    assert read_bytes(docx_bytes(), "稿.txt").articles[0].title == TITLE


def test_truncated_word_file_is_an_error() -> None:
    data = docx_bytes()
    with pytest.raises(ReadError, match=r"损坏.*damaged"):
        read_bytes(data[: len(data) // 2], "稿.docx")


def test_word_file_without_text_is_an_error() -> None:
    docx = pytest.importorskip("docx")
    stream = io.BytesIO()
    docx.Document().save(stream)
    with pytest.raises(ReadError, match="没有文字"):
        read_bytes(stream.getvalue(), "空.docx")


def test_pdf_with_a_text_layer() -> None:
    pytest.importorskip("pypdfium2")
    document = read_bytes(pdf_bytes([TITLE, BODY[:20], BODY[20:]]), "稿.pdf")
    assert (document.articles[0].title, document.encoding) == (TITLE, "pdf")
    assert "".join(document.articles[0].text.split()) == TITLE + "".join(BODY.split())


def test_scan_without_a_text_layer_is_an_error() -> None:
    pytest.importorskip("pypdfium2")
    with pytest.raises(ReadError, match=r"扫描件.*OCR"):
        read_bytes(pdf_bytes([]), "扫描.pdf")


def test_encrypted_pdf_is_an_error() -> None:
    pytest.importorskip("pypdfium2")
    with pytest.raises(ReadError, match=r"密码.*encrypted"):
        read_bytes(pdf_bytes([TITLE], encrypted=True), "密.pdf")


@pytest.mark.parametrize("length", [20, 300])
def test_truncated_pdf_is_an_error(length: int) -> None:
    pytest.importorskip("pypdfium2")
    with pytest.raises(ReadError):
        read_bytes(pdf_bytes([TITLE])[:length], "断.pdf")


def test_web_page_without_an_article_is_an_error() -> None:
    pytest.importorskip("trafilatura")
    with pytest.raises(ReadError, match="正文"):
        read_bytes(b"<html><body></body></html>", "a.html")


def test_web_page_in_gbk_as_its_header_says() -> None:
    pytest.importorskip("trafilatura")
    head = f'<head><meta charset="gb2312"><title>{TITLE}</title></head>'
    page = f"<html>{head}<body><article><h1>{TITLE}</h1><p>{BODY}</p></article></body></html>"
    article = read_bytes(page.encode("gbk"), "a.html").articles[0]
    assert (article.title, article.opening) == (TITLE, BODY[:12])


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.html", b"<html></html>"), ("a.docx", b"PK\x03\x04word/"), ("a.pdf", b"%PDF-1.4")],
    ids=["html", "docx", "pdf"],
)
def test_missing_extra_names_the_command(name: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(module: str) -> None:
        raise ImportError(module)

    monkeypatch.setattr("kg.read.formats.extras.import_module", missing)
    with pytest.raises(ExtraMissingError, match=r'pip install "zhitu\[formats\]"'):
        read_bytes(data, name)


@pytest.mark.parametrize("label", ["相关新闻", "热点推荐：", "延伸阅读 >>"])
def test_a_list_of_other_pages_headlines_is_no_text(label: str) -> None:
    pytest.importorskip("trafilatura")
    links = "<li>全县防汛会议召开</li><li>石阡县：苔茶开园</li>"
    page = f"<html><body><h1>{TITLE}</h1><div>{BODY * 3}</div><div><h3>{label}</h3><ul>{links}</ul></div></body></html>"
    articles = read_bytes(page.encode(), "a.html").articles
    assert len(articles) == 1
    assert "防汛" not in articles[0].text


def test_an_article_of_an_official_account_has_its_day_and_no_buttons() -> None:
    page = (
        f"<html><head><title>{TITLE}</title></head><body><div id='page-content'><h1>{TITLE}</h1>"
        "<div id='meta_content'><span>原创</span><span>李明亮</span><span>泽州组工</span>"
        "<em id='publish_time' class='rich_media_meta'>2024年3月5日 18:00</em></div>"
        f"<div id='js_content'><p>{BODY}</p><p>{BODY[::-1]}</p></div>"
        "<div class='rich_media_tool'><span>阅读</span><span>赞</span><span>在看</span></div></div></body></html>"
    )
    article = read_bytes(page.encode(), "a.html").articles[0]
    assert article.published == "2024-03-05"
    assert "在看" not in article.text
    assert "泽州组工" not in article.text
