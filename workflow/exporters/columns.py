"""How wide a text is where each letter takes a column or two."""

from __future__ import annotations

import unicodedata


def columns(text: str) -> int:
    """Measure how many columns a text takes in a typewriter face: East Asian letters take two.

    Source: Unicode Standard Annex 11, East Asian Width.

    >>> columns("river"), columns("川"), columns("نُ")
    (5, 2, 1)
    """
    return len(text) if text.isascii() else sum(map(_column, text))


def _column(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
