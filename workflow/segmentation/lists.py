"""Find lists that stand inside one text: `1. Rivers 2. Lakes`, `a) Rivers b) Lakes`, `• Rivers`.

Only a list that begins the text and counts on without a gap is one: a wrong cut is worse than a
missed one, and `as section 2. Says` is no item.
"""

from __future__ import annotations

import re

_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_BULLETS = "•⁃▪◦‣●○■"
_ITEM = re.compile(
    rf"(?:^|(?<=\s))(?P<bullet>[{_BULLETS}–-] ?)?"
    r"(?P<count>\d{1,2}|[a-z]|[ivx]{2,4})(?P<style>\.\)|\)|\.)\s{1,2}(?=[^\W_])"
)
_BULLET = re.compile(rf"(?<=\s)[{_BULLETS}](?=\s?[^\W_])")


def item_starts(text: str, references: frozenset[str]) -> tuple[int, ...]:
    """Give the offsets at which the second and further items of a list begin.

    `references` are words that a number belongs to: `section`, `vol`, `art`.

    >>> item_starts("1) Rivers and lakes 2) Forests", frozenset())
    (20,)
    """
    begin = len(text) - len(text.lstrip())
    first = _ITEM.match(text, begin)
    if first is None:
        return _bullets(text, begin)
    starts = []
    last = first
    for found in _ITEM.finditer(text, first.end()):
        if _follows(last, found) and _stands_apart(text, last, found, references):
            starts.append(found.start())
            last = found
    return tuple(starts)


def _bullets(text: str, begin: int) -> tuple[int, ...]:
    bullet = text[begin : begin + 1]
    if not bullet or bullet not in _BULLETS:
        return ()
    return tuple(found.start() for found in _BULLET.finditer(text) if found[0] == bullet)


def _follows(last: re.Match[str], found: re.Match[str]) -> bool:
    if last["style"] != found["style"] or last["bullet"] != found["bullet"]:
        return False
    before, after = last["count"], found["count"]
    if before.isdigit() and after.isdigit():
        return int(after) == int(before) + 1
    if before in _ROMAN and after in _ROMAN and _ROMAN.index(after) == _ROMAN.index(before) + 1:
        return True
    return len(before) == len(after) == 1 and ord(after) == ord(before) + 1


def _stands_apart(
    text: str, last: re.Match[str], found: re.Match[str], references: frozenset[str]
) -> bool:
    """Say whether something is said between two items, and the number belongs to no word there."""
    between = text[last.end() : found.start()]
    *said, last_word = between.split() or [""]
    if not said or between.count("(") > between.count(")"):
        return False
    return last_word.lower().rstrip(".") not in references
