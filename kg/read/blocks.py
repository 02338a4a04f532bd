"""Cut a source text into blocks: what stands between two line breaks, hard-wrapped lines put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.read.fold import fold
from kg.read.passage import Passage, cut_from, glue

ITEM_MARKS = "□○●◆◇■★☆▲△◎►▶➤❖※▪◼◻◾⬛⚫⚪◉▌▍▎▐"
BULLETS = "-*•·–—+"
ORNAMENTS = "/·•—-~|▌▍┃│ "
"""Signs that are set around a writer's name (·张三·)."""
TERMINAL = "。！？!?…；;：:"
CLOSERS = "”’）)》】」』\"'"
_CUT = re.compile("\x00+|\\*{2,3}|(?<=[ \x00]) +")
_HEAD = re.compile(r"(?P<level>#{1,6})[ ]+|(?P<quote>>[ ]?)+")
_SLANTED = re.compile(r"\*[^*\s][^*]*\*|_[^_\s][^_]*_")
_BOLD_HEAD = re.compile(r"\*\*[^*。]{4,60}。?\*\*。?[ ]*[^* ]")
_LINE = re.compile(r"[^\n]+")
_RULE = re.compile(r"\s*(?:[-=_*—–~·•…]\s?){3,}\s*")
RULED = 3  # empty lines that a line drawn across the page stands for
_LATIN = re.compile(r"[A-Za-z]$")
_MIN_WRAP, _MAX_WRAP = 12, 64


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page: its cleaned text, and how it was set.

    ``gap`` counts the empty lines above it, ``indent`` the cells it is moved in, ``level`` is the depth of a
    Markdown heading (0 for none), ``mark`` the item mark or list bullet that stood before the text; ``bold`` says that
    the whole block is set in bold, ``bold_head`` that only its first sentence is.
    """

    passage: Passage
    gap: int = 0
    indent: int = 0
    level: int = 0
    mark: str = ""
    bold: bool = False
    bold_head: bool = False

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.passage.text


_NARROW = re.compile(r"[\x00-\u1fff]+")


@dataclass(frozen=True, slots=True)
class _Line:
    block: Block
    width: float  # in cells
    length: int  # in characters, of which a program breaks off as many a line


def cells(text: str) -> float:
    """Width in Chinese characters: an ASCII character takes half a cell."""
    narrow = sum(map(len, _NARROW.findall(text)))
    return len(text) - narrow / 2


def ends_sentence(text: str) -> bool:
    """Whether a text ends where a paragraph may end: at a final mark, quotes and brackets behind it allowed."""
    bare = text.rstrip(CLOSERS + " ")
    if bare and bare[-1] in TERMINAL:
        return True
    return text.rstrip().endswith(("）", ")", "】", "》")) and not unbalanced(text)


def unbalanced(text: str) -> bool:
    """Whether a quote or bracket opens without closing, or closes without having been opened."""
    return any(text.count(a) != text.count(b) for a, b in ("“”", "（）", "《》", "【】", "()"))


def read_blocks(text: str) -> list[Block]:
    """The blocks of a decoded source text in order; offsets point into ``text``."""
    lines = list(_lines(fold(text)))
    return _unwrap(lines)


def _lines(folded: str) -> Iterator[_Line]:
    gap, at = 0, 0
    for match in _LINE.finditer(folded):
        gap += folded.count("\n", at, match.start()) - (1 if at else 0)
        at = match.end()
        if _RULE.fullmatch(folded, match.start(), match.end()):
            gap += RULED
            continue
        block = _block(folded, match.start(), match.end(), gap)
        if block is None:
            gap += 1
            continue
        yield _Line(block, cells(block.text) + block.indent, len(block.text) + block.indent)
        gap = 0


def _block(folded: str, start: int, end: int, gap: int) -> Block | None:
    raw = cut_from(folded, start, end, _CUT)
    passage = raw.strip()
    if not passage.text:
        return None
    source = folded[start:end].strip("\x00 ")
    bold = len(source) > 4 and source.startswith("**") and source.endswith("**") and source.count("**") == 2
    bold_head = not bold and _BOLD_HEAD.match(source) is not None
    leading = folded[start:end].lstrip("\x00")
    indent = len(leading) - len(leading.lstrip(" \x00"))
    if _SLANTED.fullmatch(passage.text):
        passage = passage.part(1, len(passage.text) - 1).strip()
    level, mark = 0, ""
    if head := _HEAD.match(passage.text):
        level = len(head["level"] or "")
        passage = passage.part(head.end(), len(passage.text)).strip()
    if passage.text[:1] in ITEM_MARKS or passage.text[:2] in {b + " " for b in BULLETS}:
        mark = passage.text[:1]
        passage = passage.part(1, len(passage.text)).strip()
    return Block(passage, gap, indent, level, mark, bold, bold_head) if passage.text else None


def _unwrap(lines: Sequence[_Line]) -> list[Block]:
    blocks: list[Block] = []
    group: list[_Line] = []
    by_width, by_length = _full_lines([x.width for x in lines]), _full_lines([x.length for x in lines])
    broken = [b and not ends_sentence(x.block.text) for b, x in zip(by_length, lines, strict=True)]
    full = [a or b for a, b in zip(by_width, broken, strict=True)]
    for i, line in enumerate(lines):
        group.append(line)
        follower = lines[i + 1] if i + 1 < len(lines) else None
        if follower is None or not (full[i] and _continues(line, follower)):
            blocks.append(_merge(group))
            group = []
    return blocks


def _full_lines(measured: Sequence[float]) -> list[bool]:
    """Which lines reach the right edge of a column: others near them are as long, and next to none is longer."""
    widths = [round(width) for width in measured]
    full = [False] * len(widths)
    window: Counter[int] = Counter()
    for i, width in enumerate(widths):
        if i == 0:
            window.update(widths[:9])
        else:
            if i + 8 < len(widths):
                window[widths[i + 8]] += 1
            if i - 9 >= 0:
                window[widths[i - 9]] -= 1
        near = sum(window[w] for w in range(width - 1, width + 2))
        longer = sum(count for w, count in window.items() if w > width + 1)
        full[i] = _MIN_WRAP <= width <= _MAX_WRAP and near >= (3 if longer == 0 else 6 * longer)
    return full


def _continues(line: _Line, follower: _Line) -> bool:
    a, b = line.block, follower.block
    if b.text[0] in CLOSERS and not b.gap:
        return True
    # A longer line below shows that this one did not reach the edge.
    if (
        (follower.width > line.width + 2 and follower.length > line.length + 1)
        or b.gap > 0
        or b.mark
        or b.level
        or a.level
        or b.indent > a.indent + 1
    ):
        return False
    if b.indent >= 2 and a.indent >= 2 and ends_sentence(a.text):
        return False
    return not (ends_sentence(a.text) and follower.width < line.width - 2 and not ends_sentence(b.text))


def _merge(group: Sequence[_Line]) -> Block:
    first = group[0].block
    if len(group) == 1:
        return first
    joined = weld([line.block.passage for line in group])
    return Block(joined, first.gap, first.indent, first.level, first.mark, bold=False)


def weld(parts: Sequence[Passage]) -> Passage:
    """Broken parts of one text in one piece; a space is put in between two English words only."""
    pieces: list[Passage | str] = []
    for part in parts:
        before = pieces[-1] if pieces else None
        if (
            isinstance(before, Passage)
            and _LATIN.search(before.text)
            and part.text[:1].isascii()
            and part.text[:1].isalpha()
        ):
            pieces.append(" ")
        pieces.append(part)
    return glue(pieces)
