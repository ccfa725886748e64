"""Find quotations and parentheses, so that a short one is never taken apart.

One pass with a stack, whatever the text looks like: each mark is read once, and a closing mark
looks at most `_DEEPEST` open marks back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workflow.segmentation.marks import BRACKET_OF, CLOSERS, OPENERS, OWN_STOPS, QUOTES, STOPS

LONGEST_WHOLE = 240
"""Quotations and parentheses with more characters are cut into their sentences."""

_DEEPEST = 8
_MARK = re.compile(f"''|[{re.escape(OPENERS + CLOSERS + QUOTES)}]")
_SPACED = re.compile(r"""(?<!\S)(?:''|["'])(?!\S)""")
_CLOSED_BY = {
    "„": '“”"‟',
    "‚": "‘’'",
    "“": '”"',
    "”": "”",
    "‘": "’'",
    "’": "’",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‟": "”‟",
    "‛": "’‛",
    "`": "'`",
    '"': '"”',
    "'": "'",
}
_ALWAYS_OPENING = "„‚‟‛`"
_MOSTLY_OPENING = "“‘«‹"
_MOSTLY_CLOSING = "”’»›"
_STRAIGHT = "\"'"
_BEFORE_OPENING = frozenset(OPENERS + QUOTES + "-–—/=")
_PROLONGED = frozenset(".,!?…:;)]}”’»")


@dataclass(frozen=True, slots=True)
class Enclosures:
    """The quotations and parentheses of one text."""

    short: tuple[tuple[int, int], ...]
    """Offsets of the opening and the closing mark; in order, not overlapping."""
    closing: frozenset[int]
    """Offsets of all marks that close something, or can only close."""
    loose: tuple[int, ...]
    """Offsets of the marks around whole sentences, and of those without a partner."""


def find_enclosures(text: str) -> Enclosures:
    """Pair the quotation marks and brackets of a text."""
    pairs: list[tuple[int, int]] = []
    closing: set[int] = set()
    loose: list[int] = []
    stack: list[tuple[str, int]] = []
    finals = _finals(text)
    for match in _MARK.finditer(text):
        mark, at = '"' if match[0] == "''" else match[0], match.start()
        depth = _depth_of_partner(stack, mark)
        side = _side(text, match.start(), match.end(), is_open=depth > 0, is_final=at in finals)
        if side == "closes":
            closing.update(range(at, match.end()))
            if depth:
                pairs.append((stack[-depth][1], at))
                loose.extend(offset for _, offset in stack[len(stack) - depth + 1 :])
                del stack[-depth:]
            else:
                loose.append(at)
        elif side == "opens":
            stack.append((mark, at))
    loose.extend(offset for _, offset in stack)
    short = [pair for pair in pairs if pair[1] - pair[0] <= LONGEST_WHOLE]
    loose.extend(at for pair in pairs if _is_sentence(text, *pair) for at in pair)
    return Enclosures(_outermost(short), frozenset(closing), tuple(loose))


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Say whether what is enclosed can be a sentence, or several, rather than a part of one."""
    if end - start > LONGEST_WHOLE:
        return True
    if text[end] not in CLOSERS or text[end - 1] not in STOPS:
        return False
    return text[end - 1] in OWN_STOPS or " " in text[start:end]


def _depth_of_partner(stack: list[tuple[str, int]], mark: str) -> int:
    """Count how far back the mark stands that this one would close; 0 where there is none."""
    for depth, (opener, _) in enumerate(reversed(stack[-_DEEPEST:]), start=1):
        if BRACKET_OF.get(mark) == opener or mark in _CLOSED_BY.get(opener, ""):
            return depth
        if mark in QUOTES and opener in OPENERS:
            return 0
    return 0


def _finals(text: str) -> frozenset[int]:
    """Find the straight marks between spaces that no later one of their kind would close."""
    spaced: dict[str, list[int]] = {}
    for match in _SPACED.finditer(text):
        spaced.setdefault(match[0], []).append(match.start())
    return frozenset(at for offsets in spaced.values() for at in offsets[::-1][::2])


def _side(text: str, start: int, end: int, *, is_open: bool, is_final: bool) -> str:
    """Say what a mark does: `opens`, `closes`, or nothing (an apostrophe)."""
    mark = text[start]
    if mark in OPENERS or mark in CLOSERS:
        return "opens" if mark in OPENERS else "closes"
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if mark in "'’" and end - start == 1 and _is_apostrophe(before, after, is_open=is_open):
        return ""
    if mark in _ALWAYS_OPENING:
        closes = is_open and not after.isalnum()
    elif mark in _STRAIGHT and before.isspace() and after.isspace():
        goes_on = text[end : end + 3].lstrip()[:1]
        closes = is_open or is_final or (goes_on != "" and goes_on in ",.;:")
    else:
        closes = _closes(mark, before, after, is_open=is_open)
    return "closes" if closes else "opens"


def _closes(mark: str, before: str, after: str, *, is_open: bool) -> bool:
    """Say whether a quotation mark closes, by what stands beside it."""
    looks_opening = (before.isspace() or before in _BEFORE_OPENING) and not (
        after.isspace() or after in _PROLONGED
    )
    if is_open and (not looks_opening or mark in _MOSTLY_CLOSING):
        return True
    if mark in _MOSTLY_OPENING or looks_opening:
        return False
    return mark in _MOSTLY_CLOSING or is_open or not (before.isspace() or after.isalnum())


def _is_apostrophe(before: str, after: str, *, is_open: bool) -> bool:
    """Tell the workers’ rights and the ’90s from quotations."""
    if before.isalnum():
        return after.isalnum() or not is_open
    return after.isdigit()


def _outermost(pairs: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(pairs):
        if not found or start > found[-1][1]:
            found.append((start, end))
        elif end > found[-1][1]:
            found[-1] = (found[-1][0], end)
    return tuple(found)
