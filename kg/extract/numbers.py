"""Read Chinese and Arabic numerals."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"\u3007": 0, "两": 2, "几": 1, "数": 1}
PLACES = {"十": 10, "百": 100, "千": 1000}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
FULL_WIDTH_POINT = "\uff0e"


def arabic(text: str, scaled: str = "") -> float:
    """The value of Arabic digits, half or full width, with or without thousands separators, times a scale (万, 亿)."""
    return float(Decimal(text.replace(FULL_WIDTH_POINT, ".").replace(",", "")) * scale(scaled))


def scale(text: str) -> int:
    """The factor of a scale such as 万, 百万, 亿; 1 for the empty string."""
    factor = 1
    for char in text:
        factor *= SCALES[char]
    return factor


def hanzi(text: str) -> int:
    """The value of a Chinese numeral (三百二十 → 320, 三百二 → 320, 百 → 100, 一二〇 → 120)."""
    if not any(c in SCALES for c in text):
        return int("".join(str(DIGITS[c]) for c in text) or "0")
    total = section = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in PLACES:
            section += (digit or 1) * PLACES[char]
            digit = 0
        else:
            total = (total + section + digit or 1) * SCALES[char]
            section = digit = 0
    if len(text) > 1 and text[-2] in SCALES and text[-2] != "十" and text[-1] in DIGITS:
        digit *= SCALES[text[-2]] // 10  # 两万六, 三百二: what is left unsaid is the next place
    return total + section + digit
