"""What stands between digits: how languages group them and where they put the decimal sign.

A number is compared as a plain string of its digits, `50000` or `4.2`, however it was written.
"""

from __future__ import annotations

import re
from functools import lru_cache

# CLDR, `symbols-numberSystem-latn/decimal`; a test compares these with Babel's data.
_POINT = (
    "am bn bo cy en fil ga gu ha he hi ig ja km kn ko ml mr ms mt my ne om or pa si so sw ta te th "
    "ti ug ur xh yo yue zh zu"
)
"""Languages that write `1,234.5`."""
_COMMA = (
    "af be bg bs ca cs da de el et eu fi fo fr fy gl hr hsb hu hy id is it jv ka kk ku ky lb lo lt "
    "lv mk nb nl nn no pl pt ro ru rw sc sk sl sq sr sv tg tk tr tt uk vi wo"
)
"""Languages that write `1.234,5`; all others write it either way, or nobody has told us."""
_DECIMAL = dict.fromkeys(_POINT.split(), ".") | dict.fromkeys(_COMMA.split(), ",")
_OTHERWISE = frozenset({"CH", "LI", "ZA"})
"""Regions that do not write it as others of their languages do."""

_MARKS = str.maketrans({"，": ",", "．": ".", "：": ":", "／": "/", "－": "-", "‐": "-", "‑": "-"})
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_GROUP, _INDIAN_GROUP = 3, 2
_MOST_GROUPS = 40
"""Longer ones are no numbers that anybody writes."""
_YEAR = 4
"""Digits of a year; two of them with a mark between are two years."""


def with_plain_digits(text: str) -> str:
    """Write digits of every script as 0 to 9 and full-width marks as narrow ones, in their places.

    >>> with_plain_digits("۲۰۲۷ २०२७ ２０２７")
    '2027 2027 2027'
    """
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(lambda found: str(int(found[0])), text.translate(_MARKS))


def values(written: str, locale: str) -> tuple[frozenset[str], ...]:
    """Read digits with separators: what they may say, or several where they are no one number.

    >>> [sorted(each) for each in values("1.234,50", "de")]
    [['1234.5']]
    >>> [sorted(each) for each in values("2023,2024", "zh")]
    [['2023'], ['2024']]
    """
    if written.isdigit():
        return (frozenset({plain(written)}),)
    parts, marks = re.split(r"\D+", written), re.findall(r"\D+", written)
    marks = [mark if mark in "٬٫.,،'’" else " " for mark in marks]
    read = {
        each for each in (_grouped(parts, marks, locale), _decimal(parts, marks, locale)) if each
    }
    if read:
        return (frozenset(read),)
    return tuple(frozenset({plain(part)}) for part in parts)


def plain(whole: str, fraction: str = "") -> str:
    """Write a number without what it does not need.

    >>> plain("007"), plain("4", "20"), plain("5", "00")
    ('7', '4.2', '5')
    """
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def scaled(value: str, power: int) -> str:
    """Multiply by a power of ten.

    >>> scaled("1.5", 6), scaled("5", 4)
    ('1500000', '50000')
    """
    whole, _, fraction = value.partition(".")
    fraction = fraction.ljust(power, "0")
    return plain(whole + fraction[:power], fraction[power:])


def _grouped(parts: list[str], marks: list[str], locale: str) -> str:
    """Read all marks as marks between groups."""
    mark = marks[0]
    if len(set(marks)) > 1 or not _are_groups(parts) or mark == "٫":
        return ""
    if len(marks) == 1 and _decimals(locale) == mark:
        return ""
    return plain("".join(parts))


def _decimal(parts: list[str], marks: list[str], locale: str) -> str:
    """Read the last mark as the decimal one, and all before as marks between groups."""
    mark, before = marks[-1], marks[:-1]
    if mark not in ".,٫" or mark in before or len(set(before)) > 1:
        return ""
    if before and not _are_groups(parts[:-1]):
        return ""
    might_be_group = not before and mark in ".," and _are_groups(parts)
    if might_be_group and mark not in _decimals(locale):
        return ""
    if not before and len(parts[0]) == len(parts[1]) == _YEAR:
        return ""
    return plain("".join(parts[:-1]), parts[-1])


def _are_groups(parts: list[str]) -> bool:
    """Tell whether parts are groups of three, or of two before the last three as in India."""
    if (
        len(parts) > _MOST_GROUPS
        or parts[0] == "0"
        or not 1 <= len(parts[0]) <= _GROUP
        or len(parts[-1]) != _GROUP
    ):
        return False
    middle = {len(part) for part in parts[1:-1]}
    return middle <= {_GROUP} or (middle <= {_INDIAN_GROUP} and len(parts[0]) <= _INDIAN_GROUP)


@lru_cache(maxsize=256)
def _decimals(locale: str) -> str:
    """Give the marks that a language may put before its decimals."""
    language, _, region = locale.partition("-")
    if region in _OTHERWISE:
        return ".,"
    return _DECIMAL.get(language, ".,")
