"""Tell whether an edit may well have left the meaning alone.

For people who decide whether translations must be looked at again; nothing is kept, published or
approved because of it. When in doubt, the meaning may have changed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from workflow.alignment.words import DECISIVE
from workflow.segmentation.tags import UNSPACED, WITHOUT_SENTENCE_MARKS, language_of

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"\w+(?:'\w+)*")
_NUMBER = re.compile(r"[+\-−±]?\d+(?:[.,:/'\-–—\u066b\u066c\u00a0\u202f ]?\d+)*")
_MACHINE = re.compile(r"[{}<>\[\]@/\\#=_`|~^$%&*]")
"""Marks of links, addresses, placeholders, markup."""
_ASKING = frozenset("?؟？⁇⁈⁉‽;՞፧꘏\u037e")
_SHORTEST_TYPO = 5
_CAPITALS = 2


def is_harmless(old: str, new: str, locale: str = "") -> bool:
    """Tell whether an edit can be harmless: white space, punctuation, case, a slip of the pen.

    A changed number, symbol, name, link or placeholder never is, nor a negation or a modal word,
    nor a word more or less, nor whether it is a question. Slips are known in languages that write
    names with capitals, whose decisive words we know.

    >>> is_harmless("We ask the mayors  to act", "We ask the mayors to act.", "en")
    True
    >>> is_harmless("The city has recieved the letter.", "The city has received the letter.", "en")
    True
    >>> is_harmless("The city publishes it.", "The city does not publish it.", "en")
    False
    >>> is_harmless("The city must pay 5,000.", "The city must pay 50,00.", "en")
    False
    """
    one, other = _plain(old), _plain(new)
    if _exact(one) != _exact(other):
        return False
    language = language_of(locale)
    words, new_words = _words(one, language), _words(other, language)
    if len(words) != len(new_words):
        return False
    return all(
        before == after or _is_case(before, after) or _is_slip(before, after, language)
        for before, after in zip(words, new_words, strict=True)
    )


def _words(text: str, language: str) -> list[str]:
    """Give the words of a text; one where the language puts no spaces between them."""
    words = _WORD.findall(text)
    return ["".join(words)] if language in UNSPACED | WITHOUT_SENTENCE_MARKS else words


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("’", "'")


def _exact(text: str) -> tuple[list[str], list[str], list[str], int]:
    """Give what must be the same on both sides, sign for sign."""
    machine = [chunk.strip(".,;:!?()") for chunk in _CHUNK.findall(text) if _MACHINE.search(chunk)]
    return _NUMBER.findall(text), machine, list(_symbols(text)), sum(map(text.count, _ASKING))


def _symbols(text: str) -> Iterator[str]:
    return (each for each in text if unicodedata.category(each)[0] == "S")


def _is_case(before: str, after: str) -> bool:
    """Tell whether only the case differs, and neither is an abbreviation: `us` is not `US`."""
    if before.casefold() != after.casefold():
        return False
    return (
        not any(_is_abbreviation(each) for each in (before, after))
        or min(map(_capitals, (before, after))) >= _CAPITALS
    )


def _is_abbreviation(word: str) -> bool:
    return _capitals(word) >= _CAPITALS


def _capitals(word: str) -> int:
    return sum(each.isupper() for each in word)


def _is_slip(before: str, after: str, language: str) -> bool:
    """Tell whether two words are one, once with a letter wrong, missing, doubled or swapped.

    The first and last letters agree: prefixes negate and endings decline. Names are not words.
    """
    decisive = DECISIVE.get(language)
    if decisive is None or not (before.islower() and after.islower()):
        return False
    if min(len(before), len(after)) < _SHORTEST_TYPO or before in decisive or after in decisive:
        return False
    ends_agree = before[0] == after[0] and before[-1] == after[-1]
    return ends_agree and _is_one_step(before, after)


def _is_one_step(before: str, after: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(before, after, score_cutoff=1) <= 1
