"""Find the sentences of a text.

The way of a text: pair its quotation marks and brackets, hear sentencex, find the places at which
a sentence could end, ask the rules about each, and take the slices between.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator

from workflow.model import Span
from workflow.segmentation.base import suggested_cuts
from workflow.segmentation.candidates import Candidate, Setting, candidates
from workflow.segmentation.enclosures import Enclosures, find_enclosures
from workflow.segmentation.lists import item_starts
from workflow.segmentation.rules import ends_sentence
from workflow.segmentation.tags import language_of
from workflow.segmentation.words import words_of

VERSION = "1"
"""The version of the rules; templates keep it as `X-Segmentation`."""


def sentence_spans(text: str, locale: str) -> tuple[Span, ...]:
    """Give the sentences of a text, in order.

    Spans are half-open, in code points. Every character that is not white space is in exactly one;
    between two of them is white space or nothing.

    >>> [span.of("Yes! And now?") for span in sentence_spans("Yes! And now?", "en")]
    ['Yes!', 'And now?']
    """
    cuts = [*_cuts(text, language_of(locale)), len(text)]
    spans = []
    start = 0
    for cut in cuts:
        piece = text[start:cut]
        bare = piece.strip()
        if bare:
            begin = start + len(piece) - len(piece.lstrip())
            spans.append(Span(begin, begin + len(bare)))
        start = cut
    return tuple(spans)


def _cuts(text: str, language: str) -> Iterator[int]:
    """Give the offsets at which a sentence ends, in order."""
    enclosures = find_enclosures(text)
    places = list(candidates(text, language, enclosures))
    suggested = suggested_cuts(text, language, enclosures.loose)
    words = words_of(language)
    small_starts = _small_starts(text, language, places)
    protected = _Protected(enclosures)
    items = deque(item_starts(text, words.before_number))
    since = 0
    for place in places:
        while items and items[0] <= place.start:
            if items[0] > since:
                yield items[0]
            since = items.popleft()
        setting = Setting(
            text=text,
            words=words,
            language=language,
            since=since,
            inside=protected.covers(place.end),
            suggested=_is_suggested(place, suggested),
            small_starts=small_starts,
        )
        if ends_sentence(place, setting):
            since = place.next
            yield place.end
    yield from items


class _Protected:
    """Walk through the short enclosures beside the candidates, both in order."""

    def __init__(self, enclosures: Enclosures) -> None:
        self._pairs = iter(enclosures.short)
        self._pair = next(self._pairs, None)

    def covers(self, offset: int) -> bool:
        while self._pair is not None and self._pair[1] < offset:
            self._pair = next(self._pairs, None)
        return self._pair is not None and self._pair[0] < offset


def _is_suggested(place: Candidate, suggested: list[int] | None) -> bool:
    if suggested is None:
        return bool(place.gap)
    found = bisect_left(suggested, place.start + 1)
    return found < len(suggested) and suggested[found] <= place.next + len(place.lead)


def _small_starts(text: str, language: str, places: list[Candidate]) -> bool:
    """Say whether the sentences of this text begin with small letters."""
    first = next((character for character in text[:200] if character.isalpha()), "")
    starts = [place.after[0] for place in places if place.gap and place.after]
    small = sum(start.islower() for start in starts)
    if language == "kmr":
        return small > 0 and small * 2 >= len(starts)
    return first.islower() and small > 1 and small * 5 >= len(starts) * 3
