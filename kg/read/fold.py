"""Fold variant characters, one to one, and name the characters that are not text.

Never NFKC: it changes lengths (``㎡`` becomes two characters) and turns Chinese commas into ASCII ones.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import accumulate, cycle, groupby

DROPPED = "\x00"
"""What every character that is no text folds to; `kg.read.passage` cuts it out."""

_FULL_WIDTH = range(0xFF01, 0xFF5F)
# Chinese typesetting means these: a full-width comma and a half-width one are not the same character.
_KEPT_FULL_WIDTH = frozenset("！（），－：；？～")
_SPACES = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u3164"
_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_INVISIBLE = "\xad\u034f\u061c\u180e\ufeff\ufff9\ufffa\ufffb\ufffe\uffff"
# Radicals and compatibility ideographs come out of PDF files; each has one ordinary character.
_LOOKALIKES = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
_HALF_WIDTH = re.compile(r"[,;:?!()]")
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_MARK = re.compile(r"(?<=[\u4e00-\u9fff”’》）】])[,;:?!]|[,;?!](?=[\u4e00-\u9fff“‘《（【])")
# Spaces that typesetting leaves inside a number (42. 6万), a date (2024 年 5 月), a count (共 3 个) and quotes.
_LOOSE = re.compile(
    r"(?<=\d\.) (?=\d{1,2}[万亿%‰])|(?<=\d) +(?=[年月日期版])|(?<=[年月]) +(?=\d{1,2} *[月日])|(?<=第) +(?=[\dA-Z])"
    r"|(?<=[\u4e00-\u9fff]) \d[\d.,]{0,9} (?=[名个人户件次家条元亩场批项处起所支份张位万亿])"
    r"|(?<=[“‘]) +(?=\S)|(?<=\S) +(?=[”’])"
)
# A line of running text, and the spaces that stand in it beside digits, Latin letters and marks (用 APP ， 共 3 个).
_RUNNING = re.compile(r"^.*[，。；].*", re.MULTILINE)  # tried once a line, however long one without marks is
_AIRY = re.compile(
    r"(?<=[\u4e00-\u9fff，；：、（”》）]) +(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%‰+]) +(?=[\u4e00-\u9fff“《（，；、])"
    r"|(?<=[，；：、（]) +(?=[^\s，])|(?<=[\u4e00-\u9fff”》]) +(?=[（），；])|(?<=[）！？]) +(?=[\u4e00-\u9fff“，；])"
)
# One mark for “ and ”, or two single ones for a double one; behind minutes of arc (\u2032) the third is one of seconds.
_TURNING = re.compile(r"[\"″]|‘‘|’’|''")
_CURLY = re.compile("[“”]")
_BRACKETED = re.compile(r"(?<!\])\((?=[^()\n]{0,40}[\u4e00-\u9fff])[^()\n]{1,80}\)")


def _dropped() -> list[int]:
    codes = [c for c in range(0xA0) if unicodedata.category(chr(c)) == "Cc" and chr(c) not in "\n\r\t"]
    codes += [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)]
    codes += [*range(0xE000, 0xF900), *range(0xFDD0, 0xFDF0), *range(0xE0000, 0xE01F0)]
    return codes + [ord(c) for c in _INVISIBLE]


@cache
def fold_table() -> dict[int, str]:
    """The table for ``str.translate``: every entry is one character for one."""
    table = dict.fromkeys(_dropped(), DROPPED)
    table |= {c: chr(c - 0xFEE0) for c in _FULL_WIDTH if chr(c) not in _KEPT_FULL_WIDTH}
    table |= {ord(c): " " for c in _SPACES}
    table |= {ord(c): "\n" for c in _LINE_ENDS}
    table[ord("\r")] = "\n"
    table |= {ord(mark): plain for mark, plain in zip("「」『』〝〞〟", "“”‘’“””", strict=True)}
    table[ord("丨")] = "|"  # a stroke that is no word: web pages draw the line between two parts of a headline with it
    for block in _LOOKALIKES:
        table |= {c: plain for c in block if len(plain := unicodedata.normalize("NFKC", chr(c))) == 1}
    return table


def fold(text: str) -> str:
    """The text with variants folded and one line feed for every kind of line end; as long as it was."""
    table = fold_table()
    folded = _folded().sub(lambda found: table[ord(found[0])], text.replace("\r\n", DROPPED + "\n"))
    folded = _widened(folded) if _HALF_WIDTH.search(folded) else folded
    return _RUNNING.sub(lambda line: _dropped_spaces(_AIRY, line[0]), _dropped_spaces(_LOOSE, _quoted(folded)))


def _dropped_spaces(spaces: re.Pattern[str], text: str) -> str:
    return spaces.sub(lambda found: found[0].replace(" ", DROPPED), text)


def _quoted(text: str) -> str:
    """The text with “ and ” for every kind of quotation mark, also where a line has them the wrong way round (”甲“).

    A line whose marks make no pairs stays as it is, and one that goes on with what the line before began to quote.
    """
    if not _TURNING.search(text) and not _CURLY.search(text):
        return text
    return "\n".join(map(_paired, text.split("\n")))


def _paired(line: str) -> str:
    marks = _TURNING.findall(line) if "\u2032" not in line else []
    if marks and len(marks) % 2 == 0:
        return _in_turn(_TURNING, line)
    curly = _CURLY.findall(line)
    return line if len(curly) % 2 or not curly or _nested(curly) else _in_turn(_CURLY, line)


def _in_turn(pattern: re.Pattern[str], line: str) -> str:
    turn = cycle("“”")
    return pattern.sub(lambda found: next(turn).rjust(len(found[0]), DROPPED), line)


def _nested(marks: list[str]) -> bool:
    """Whether marks close what they open, or go on where a line before has opened one."""
    depth = list(accumulate(1 if mark == "“" else -1 for mark in marks))
    return min(depth) >= 0 == depth[-1] or (marks[0] == "”" and min(depth) == -1)


def _widened(text: str) -> str:
    """The text with half-width marks beside Chinese characters made full-width, as web pages often have them.

    Numbers, addresses and Latin words keep theirs: 2,000, 10:30, https://…, (GDP).
    """
    bracketed = _BRACKETED.sub(lambda found: f"（{found[0][1:-1]}）", text)
    return _MARK.sub(lambda found: _WIDE[found[0]], bracketed)


@cache
def _folded() -> re.Pattern[str]:
    """The characters that the table changes; a text holds few, and ``str.translate`` looks each of its own up."""
    codes = enumerate(sorted(fold_table()))
    runs = [[code for _, code in run] for _, run in groupby(codes, key=lambda pair: pair[1] - pair[0])]
    return re.compile(f"[{''.join(f'{re.escape(chr(r[0]))}-{re.escape(chr(r[-1]))}' for r in runs)}]")
