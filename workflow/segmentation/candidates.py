"""Find the places at which a sentence could end, with all that a rule wants to know about them.

A candidate is a run of marks (`.`, `?!`, `...`), what closes after it (quotation marks, brackets,
references like `[1]`), and the gap up to the next word. Every look around is of limited length, so
the work grows with the text and never faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.segmentation.enclosures import Enclosures
from workflow.segmentation.marks import (
    CALLS,
    CLOSERS,
    DOTS,
    EXTRA_STOPS,
    FULL_STOPS,
    OPENERS,
    OWN_STOPS,
    QUOTES,
    STOPS,
    UNSEEN_AFTER,
    UNSEEN_BEFORE,
)
from workflow.segmentation.words import Words

_LOOK_BACK = 40
_SPACED_MARKS = r"(?:[ \u00a0\u202f]{1,2}[.!?…]++(?![^\W_]))*+"
_REFERENCE = re.compile(
    r"[ \u00a0\u202f]?\[(?:\d{1,3}(?:[-–, ]{1,2}\d{1,3}){0,8}|[a-z*†‡]|(?:note|nb) ?\d{0,3})\]",
    re.IGNORECASE,
)
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_GLUED_REFERENCE = re.compile(r"(?<=[^\W\d_]{3}.|..[)\]%].)\d{1,3}(?=\s+[^\W\d_a-z])")
_MARKUP = re.compile(r"[*_~]{1,3}(?=[\s)\]]|$)|</[A-Za-z][A-Za-z0-9]{0,9}>")
_LINK_TARGET = re.compile(r"(?<=\])\([^()\s]++\)")
_SPACED_CLOSER = re.compile(r"[ \u00a0\u202f]{1,2}([»›”“’'\")\]]{1,2})(?=[\s.,;:!?)]|$)")
_LEAD = re.compile(
    f"[{re.escape(OPENERS + QUOTES)}¿¡*_~$£€¥₹#{UNSEEN_BEFORE}\u00a0\u202f ]{{0,8}}+"
)
_WORD = re.compile(r"[^\W_]{1,30}(?:['’][^\W_]{1,20})?")
_UNSEEN = UNSEEN_AFTER + UNSEEN_BEFORE
_FRONT = OPENERS + QUOTES + UNSEEN_BEFORE + "*_~¿¡…—–"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place at which a sentence could end."""

    start: int
    """Offset of the first mark."""
    end: int
    """Offset behind the marks and what closes after them: here the sentence would end."""
    next: int
    """Offset of the next character that is not white space: here the next would begin."""
    mark: str
    """The marks themselves."""
    closed: str
    """What closes between the marks and `end`."""
    before: tuple[str, ...]
    """Up to four words before the marks, the nearest last; empty where none touches them."""
    lead: str
    """Marks before the next word: opening quotation marks, `¿`."""
    after: str
    """The next word."""
    gap: str
    """The white space between `end` and `next`."""
    following: str
    """The first character after the gap."""

    @property
    def is_full_stop(self) -> bool:
        """Say whether it is one full stop, the mark that abbreviations share."""
        return self.mark in FULL_STOPS

    @property
    def is_single(self) -> bool:
        """Say whether it is one mark."""
        return len(self.mark) == 1

    @property
    def is_call(self) -> bool:
        """Say whether it calls or asks."""
        return any(mark in CALLS for mark in self.mark)

    @property
    def is_own(self) -> bool:
        """Say whether the mark does nothing else than end sentences."""
        return any(mark in OWN_STOPS for mark in self.mark)

    @property
    def is_dots(self) -> bool:
        """Say whether something is left out: `…`, `...`."""
        return self.mark[0] in DOTS or self.mark.count(".") > 1

    @property
    def word(self) -> str:
        """Give the word before the marks."""
        return self.before[-1] if self.before else ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule knows beside the candidate itself."""

    text: str
    words: Words
    language: str
    since: int
    """Where the sentence began that may end here."""
    inside: bool
    """It stands inside a short quotation or parenthesis."""
    suggested: bool
    """What sentencex would do."""
    small_starts: bool
    """The sentences of this text begin with small letters."""


def candidates(text: str, language: str, enclosures: Enclosures) -> Iterator[Candidate]:
    """Give the places at which a sentence of the text could end, in order."""
    marks = re.escape(STOPS + EXTRA_STOPS.get(language, ""))
    run = re.compile(f"[{marks}]++{_SPACED_MARKS}")
    position = 0
    while match := run.search(text, position):
        end = _closing_end(text, match.end(), enclosures.closing)
        yield _candidate(text, match, end)
        position = end


def _candidate(text: str, match: re.Match[str], end: int) -> Candidate:
    following = _skip_space(text, end)
    lead = _LEAD.match(text, following)
    assert lead is not None
    word = _WORD.match(text, lead.end())
    return Candidate(
        start=match.start(),
        end=end,
        next=following,
        mark=match[0],
        closed=text[match.end() : end].strip(UNSEEN_AFTER),
        before=_words_before(text, match.start()),
        lead=lead[0],
        after=word[0] if word else "",
        gap=text[end:following],
        following=text[following : following + 1],
    )


def _words_before(text: str, start: int) -> tuple[str, ...]:
    tail = text[max(0, start - _LOOK_BACK) : start]
    if not tail or tail[-1].isspace():
        return tuple(tail.split()[-4:])
    return tuple(word.lstrip(_FRONT).rstrip(_UNSEEN) for word in tail.split()[-4:])


def _skip_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _closing_end(text: str, stop: int, closing: frozenset[int]) -> int:
    """Go past everything that still belongs to the sentence that ends at `stop`."""
    end = stop
    while end < len(text):
        mark = text[end]
        closes = end in closing or mark in CLOSERS or mark in UNSEEN_AFTER
        if closes or (end > stop and mark in STOPS):
            end += 1
        elif further := _further(text, end, closing):
            end = further
        else:
            break
    return end


def _further(text: str, end: int, closing: frozenset[int]) -> int:
    """Go past a reference, markup, or a closing mark after a space; 0 where there is none."""
    for pattern in (_REFERENCE, _RAISED, _MARKUP, _LINK_TARGET, _GLUED_REFERENCE):
        if found := pattern.match(text, end):
            return found.end()
    spaced = _SPACED_CLOSER.match(text, end)
    return spaced.end() if spaced and spaced.start(1) in closing else 0
