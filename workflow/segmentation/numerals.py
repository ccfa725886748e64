"""Know whether a full stop beside a number ends a sentence.

Rules as in `rules`: True ends the sentence, False does not, None has no opinion.
"""

from __future__ import annotations

import re

from workflow.segmentation.abbreviations import is_word
from workflow.segmentation.candidates import Candidate, Setting

_NUMBERED_ITEM = re.compile(r"\d{1,2}(?:\.\)|[.)])\s+[^\W\d_a-z]")
_LAST_NUMBER = re.compile(r"\d{1,3}[.)]{1,2}\s*")
_NUMBER_SIGNS = "°º№ª§#"
_ORDINAL_DIGITS = 2
"""Longer numbers are years or quantities."""

_WHOLE_WORD = 4
"""Letters of a word that is hardly an abbreviation we do not know."""


def ordinal(place: Candidate, setting: Setting) -> bool | None:
    """Keep an ordinal number with its noun where the language writes `8. Januar`."""
    if not place.is_full_stop or place.closed or not place.word[-1:].isdigit():
        return None
    if place.after[:1].isdigit():
        return False
    words = setting.words
    if place.after.lower() in words.months:
        return False
    if words.ordinal_stop and place.word.isdigit() and len(place.word) <= _ORDINAL_DIGITS:
        return place.after in words.starters
    return None


def digit(place: Candidate, setting: Setting) -> bool | None:
    """Let a sentence begin with a number only after a whole word."""
    if not place.after[:1].isdigit():
        return None
    if _LAST_NUMBER.fullmatch(setting.text[place.next : place.next + 8]):
        return False
    return not place.is_full_stop or _is_whole_word(place, setting)


def _is_whole_word(place: Candidate, setting: Setting) -> bool:
    """Say whether the word before a full stop and a number is more than an abbreviation."""
    word = place.word
    is_item = _NUMBERED_ITEM.match(setting.text, place.next) is not None
    if len(word) >= _WHOLE_WORD and is_item and not word.isdigit():
        return True
    if not word or word[-1].isdigit() or word[-1] in _NUMBER_SIGNS or "." in word:
        return bool(place.closed) and setting.suggested
    if word[-1].islower() and not setting.small_starts:
        return len(word) >= _WHOLE_WORD
    return not word[-1].isupper() and is_word(word, setting.language)
