"""The three laws of filters, so that each test names the law it holds against a text.

Each function gives what breaks the law; nothing, an empty list or equal values mean that it holds.
"""

import re
from collections.abc import Callable, Mapping
from itertools import groupby

from workflow import plumbing
from workflow.model import BlockKind, Document, Place, UnitKey
from workflow.pseudo import outside_codes, pseudo_text
from workflow.skeleton import slots

Shape = tuple[BlockKind, str, int, int]

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_WORN = "àƀċđēƒğĥíĵķĺṁñōṗʠřśťūṽŵẋŷž"
_STRANGE = str.maketrans(
    _LATIN + _LATIN.upper(),
    _WORN + _WORN.upper().replace("ʠ", "Ɋ"),  # U+02A0 has no capital
)

PSEUDO: Mapping[str, Callable[[str, str], str]] = {
    "accented": lambda text, notation: pseudo_text(text, "en-XA", notation),
    "upper case": lambda text, notation: _outside(text, notation, str.upper),
    "strange letters": lambda text, notation: _outside(
        text, notation, lambda words: words.translate(_STRANGE)
    ),
}
"""Translations that anybody can make: what they are called, and what they do to a text."""


def _outside(text: str, notation: str, change: Callable[[str], str]) -> str:
    """Change a text; where it has a notation, its codes stay."""
    return change(text) if notation == "plaintext" else outside_codes(text, notation, change)


def filled(document: Document, pseudo: Callable[[str, str], str]) -> bytes:
    """Fill every hole of a document with a pseudo-translation of its text.

    The space behind it is dropped when it is fitted in; it makes a text a translation that the
    pseudo-language leaves as it is, such as a number.
    """
    targets = {unit.key: f"{pseudo(unit.key.source, document.format)} " for unit in document.units}
    return plumbing.fill(document, targets, locale=document.source_locale)


def places(document: Document) -> list[Place]:
    """Give one place for each block of a document, in order."""
    found = (slot.place for slot in slots(document.skeleton))
    return [next(run) for _, run in groupby(found, key=lambda place: place.group)]


def shapes(document: Document) -> list[Shape]:
    """Give what stability compares: kind, marker, level and depth of each block, in order."""
    return [(each.kind, each.marker, each.level, each.depth) for each in places(document)]


def back(document: Document, targets: Mapping[UnitKey, str]) -> bytes:
    """Fill a document in its own language."""
    return plumbing.fill(document, targets, locale=document.source_locale)


def with_own_texts(document: Document) -> Mapping[UnitKey, str]:
    """Give each unit its own source text as its target."""
    return {unit.key: unit.key.source for unit in document.units}


def letters(text: str) -> str:
    """Give the letters and digits of a text."""
    return "".join(one for one in text if one.isalnum())


def outside_units(document: Document) -> tuple[str, str]:
    """Give the letters and digits left when every unit is blotted out, and those of the markers.

    Coverage: the two are equal. What is left belongs to a marker, and every marker is still there.
    """
    blotted = {unit.key: "░" for unit in document.units}
    left = plumbing.fill(document, blotted).decode()
    return letters(left), "".join(letters(place.marker) for place in places(document))


_COUNTING = re.compile(
    r"\d{1,3}º|[\d²³¹⁰⁴-⁹①-⑳㉑-㉟㊀-㊉❶-❿㈠-㈩]*|[IVXLCivxlc]{1,7}|[一二三四五六七八九十]{1,3}|\w|هـ?|الف"
)


def wordy_markers(document: Document) -> list[str]:
    """Give the markers that are more than a number, a letter, a Roman or Chinese number."""
    markers = (place.marker for place in places(document))
    return [marker for marker in markers if not _COUNTING.fullmatch(letters(marker))]


def torn_units(document: Document) -> list[str]:
    """Give the slices of the source whose unit has not the same letters and digits."""
    found = slots(document.skeleton)
    return [each.original for each in found if letters(each.original) != letters(each.key.source)]
