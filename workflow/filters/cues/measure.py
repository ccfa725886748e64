"""How much a text says, and how wide it is."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_OTHERS = re.compile("[^\x00-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027]")


def says_something(text: str) -> bool:
    """Tell whether a text has a letter or a digit of any script."""
    return any(character.isalnum() for character in text)


def columns(text: str) -> int:
    """Measure how many columns a text takes in a typewriter face: East Asian letters take two.

    Source: Unicode Standard Annex 11, East Asian Width.
    """
    if text.isascii():
        return len(text)
    return len(text) + sum(_column(character) - 1 for character in _OTHERS.findall(text))


@lru_cache(maxsize=4096)
def _column(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
