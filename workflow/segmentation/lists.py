"""Find lists that stand inside one text: `1. Rivers 2. Lakes`, `a) Rivers b) Lakes`.

Only a list that begins the text and counts on without a gap is one: a wrong cut is worse than a
missed one, and `as section 2. Says` is no item.
"""

from __future__ import annotations

import re
from itertools import pairwise

_ITEM = re.compile(
    r"(?:^|(?<=\s))(?P<bullet>[•⁃▪◦‣●○■–-] ?)?"
    r"(?:(?P<number>\d{1,2})|(?P<letter>[a-z]))(?P<style>\.\)|\)|\.)\s{1,2}(?=[^\W_])"
)


def item_starts(text: str, references: frozenset[str]) -> tuple[int, ...]:
    """Give the offsets at which the second and further items of a list begin.

    `references` are words that a number belongs to: `section`, `vol`, `art`.
    """
    if not (first := _ITEM.match(text, len(text) - len(text.lstrip()))):
        return ()
    items = [first]
    for found in _ITEM.finditer(text, first.end()):
        if _follows(items[-1], found) and _stands_apart(text, items[-1], found, references):
            items.append(found)
    return tuple(item.start() for _, item in pairwise(items))


def _follows(last: re.Match[str], found: re.Match[str]) -> bool:
    same_style = last["style"] == found["style"] and last["bullet"] == found["bullet"]
    return (
        same_style
        and _count(found) == _count(last) + 1
        and bool(last["letter"]) == bool(found["letter"])
    )


def _count(item: re.Match[str]) -> int:
    return int(item["number"]) if item["number"] else ord(item["letter"])


def _stands_apart(
    text: str, last: re.Match[str], found: re.Match[str], references: frozenset[str]
) -> bool:
    """Say whether something is said between two items, and the number belongs to no word there."""
    between = text[last.end() : found.start()].split()
    return len(between) > 1 and between[-1].casefold().rstrip(".") not in references
