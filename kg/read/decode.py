"""Bytes → text: which of the encodings of Chinese files this one is in.

The order matters: strict UTF-8 hardly ever accepts another encoding by chance, while GB18030 accepts nearly
everything; so its result must also look like Chinese.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
_ENOUGH = 0.85
_DAMAGED_SHARE = 0.002
_PUNCTUATION = frozenset("，。、；：！？“”‘’（）《》【】—…·　□○●■◆★△▲①②③④⑤％＋－～「」『』•")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, the encoding it was in, and how many of its characters could not be read."""

    text: str
    encoding: str
    damaged: int = 0


def decode(data: bytes, name: str) -> Decoded:
    """The text of the bytes; raises ReadError where they are empty or no text in a known encoding."""
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise ReadError(f"{name}：文件是空的（没有文字）。请换一份有内容的文件。 The file is empty.")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_bom(data, encoding)
    for decoded in _candidates(data):
        return decoded
    raise ReadError(
        f"{name}：认不出文字编码，也可能不是文本文件。请用记事本另存为 UTF-8 再试。"
        " Not text in a known encoding; save it as UTF-8."
    )


def _with_bom(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _candidates(data: bytes) -> Iterator[Decoded]:
    """Readings of the bytes that look like text, the surest first."""
    if b"\x00" in data:
        yield from _wide(data)
    if (text := _strict(data, "utf-8")) is not None and looks_like_text(text):
        yield Decoded(text, "utf-8")
    yield from _wide(data)
    damaged = data.decode("utf-8", errors="replace")
    bad = damaged.count("\ufffd")
    if 0 < bad <= max(2, _DAMAGED_SHARE * len(damaged)) and looks_chinese(damaged):
        yield Decoded(damaged, "utf-8", bad)
    for encoding in ("gb18030", "big5hkscs"):
        text = _strict(data, encoding)
        if text is not None and looks_chinese(text):
            yield Decoded(text, encoding)
    loose = data.decode("gb18030", errors="replace")
    bad = loose.count("\ufffd")
    if 0 < bad <= max(2, _DAMAGED_SHARE * len(loose)) and looks_chinese(loose):
        yield Decoded(loose, "gb18030", bad)
    yield from _guessed(data)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, ValueError):
        return None


def _wide(data: bytes) -> Iterator[Decoded]:
    if len(data) % 2 or len(data) < 8:
        data = data[: len(data) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strict(data, encoding)
        if text and looks_chinese(text):
            yield Decoded(text, encoding)


def _guessed(data: bytes) -> Iterator[Decoded]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None and (text := _strict(data, best.encoding)) is not None and looks_chinese(text):
        yield Decoded(text, best.encoding)


@cache
def _common_hanzi() -> frozenset[str]:
    """The 3,755 characters of GB 2312 level 1, and the 5,401 of Big5 level 1."""
    gb = {bytes((high, low)).decode("gb2312", "ignore") for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF)}
    rows = ((high, low) for high in range(0xA4, 0xC7) for low in (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    big5 = {bytes(pair).decode("big5", "ignore") for pair in rows}
    return frozenset(gb | big5)


def looks_like_text(text: str) -> bool:
    """Whether hardly any control characters stand in it, as they do in pictures and programs."""
    sample = text[:_SAMPLE]
    odd = sum(c < " " and c not in "\t\r\n\x0b\x0c" for c in sample)
    return odd <= 0.02 * len(sample)


def looks_chinese(text: str) -> bool:
    """Whether a text is mostly common Hanzi, Chinese punctuation and ASCII."""
    sample = text[:_SAMPLE]
    if not looks_like_text(sample):
        return False
    common = _common_hanzi()
    wide = [c for c in sample if c >= "\x80"]
    good = sum(c in common or c in _PUNCTUATION or "\uff01" <= c <= "\uff5e" for c in wide)
    return bool(wide) and good >= _ENOUGH * len(wide)
