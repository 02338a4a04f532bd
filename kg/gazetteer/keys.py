"""Keys of units as text and as the integers under which the data file holds them.

A code of the 2023 list is its own integer. The others carry their scheme before the nine digits of the code:
``mca:320812014`` is 1_320_812_014, ``2019:320812006`` is 2_019_320_812_006, ``sar:810001`` is 3_000_810_001.
"""

from __future__ import annotations

_SCALE = 10**9
_MCA, _SAR, _YEARS = 1, 3, 1900
_SCHEMES = {_MCA: "mca", _SAR: "sar"}


def key_of(number: int) -> str:
    """The key under which a unit is known outside."""
    scheme, code = divmod(number, _SCALE)
    if not scheme or scheme > _YEARS * 10:
        return str(number)
    return f"{_SCHEMES.get(scheme, scheme)}:{code}"


def number_of(key: str) -> int | None:
    """The integer of a key; None where the text is no key."""
    scheme, colon, code = key.rpartition(":")
    if not code.isascii() or not code.isdigit():
        return None
    if not colon:
        return int(code)
    numbers = {name: number for number, name in _SCHEMES.items()}
    number = numbers.get(scheme, int(scheme) if scheme.isascii() and scheme.isdigit() else None)
    return None if number is None else number * _SCALE + int(code)


def mca_number(code: int) -> int:
    """The integer of a unit that only the civil-affairs list has."""
    return _MCA * _SCALE + code


def sar_number(code: int) -> int:
    """The integer of a district of Hong Kong or Macau."""
    return _SAR * _SCALE + code


def former_number(code: int, year: int) -> int:
    """The integer of a unit that was last listed under this code in this year."""
    return year * _SCALE + code
