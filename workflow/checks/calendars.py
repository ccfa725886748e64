"""Years of other calendars: 2025 is 2568 in Thailand, and 1403 or 1404 in Iran.

A translation may write a date in the calendar of its readers, or in both. Then its year stands a
known way from a year of the source, and its day is another one.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from workflow import languages

_HIJRI = frozenset(range(-583, -576))
_SOLAR = frozenset({-621, -622})
_BUDDHIST = frozenset({543, 544})
_KURDISH = frozenset({699, 700})
_OFFSETS: dict[str, frozenset[int]] = {
    "am": frozenset({-7, -8}),
    "ar": _HIJRI,
    "bn": frozenset({-593, -594}),
    "ckb": _SOLAR | _HIJRI | _KURDISH,
    "fa": _SOLAR | _HIJRI,
    "he": frozenset({3760, 3761}),
    "hi": frozenset({56, 57, -78, -79}),
    "km": _BUDDHIST,
    "ko": frozenset({2333}),
    "ku": _SOLAR | _KURDISH,
    "lo": _BUDDHIST,
    "my": _BUDDHIST | {-638, -639},
    "ne": frozenset({56, 57}),
    "prs": _SOLAR | _HIJRI,
    "ps": _SOLAR | _HIJRI,
    "si": _BUDDHIST,
    "th": frozenset({543}),
    "ti": frozenset({-7, -8}),
    "ur": _HIJRI,
}
"""What is added to a year of the common era; two numbers where the new year falls within it."""
_FIRST, _LAST = 1800, 2199
"""Years of the common era that are converted."""
_DIGITS = 4


def converted(years: AbstractSet[str], others: AbstractSet[str], locale: str) -> frozenset[str]:
    """Give the numbers of both sides that are one year: of the common era, and of a language.

    >>> sorted(converted({"2025", "31"}, {"2568", "30"}, "th"))
    ['2025', '2568']
    """
    offsets = _OFFSETS.get(languages.language(locale), frozenset())
    pairs = (
        (year, str(int(year) + offset)) for year in years if _is_year(year) for offset in offsets
    )
    return frozenset(year for pair in pairs if pair[1] in others for year in pair)


def _is_year(number: str) -> bool:
    return len(number) == _DIGITS and number.isdecimal() and _FIRST <= int(number) <= _LAST
