"""Ask sentencex where it would cut.

It knows the abbreviations of some thirty languages. Some of its habits are kept away from us: over
10,000 characters it loses white space, so it gets windows; many unpaired quotation marks cost it
quadratic time, so windows are short; it never cuts inside a quotation however long, so the marks
around long ones are hidden from it; and 1.0.32 breaks down over an initial before a space that does
not break, so it sees plain spaces, and where it breaks down it has said nothing. Only its offsets
are used, never its texts.
"""

from __future__ import annotations

import re

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

WINDOW = 4_000
"""Characters it sees at a time."""

_MARGIN = 400
"""What it says about so many characters before the end of a window is asked again."""


_WIDE_SPACE = re.compile(r"[^\S\n\r\t ]")
_PANIC = "PanicException"
"""Its class cannot be imported, and is no `Exception`."""

_ANSWERED_IN_ENGLISH = frozenset(
    "az bs et fil hr hu id kmr lt lv ms no ro sl sr sv sw tr vi".split()  # noqa: SIM905
)
"""Latin-written languages that it does not know, and treats with English abbreviations."""


def suggested_cuts(text: str, language: str, hidden: tuple[int, ...]) -> list[int] | None:
    """Give the offsets at which sentencex ends a sentence, in order; None where it cannot know."""
    if language in _ANSWERED_IN_ENGLISH:
        return None
    seen = _hide(text, hidden)
    cuts: list[int] = []
    start = 0
    while start < len(seen):
        window = seen[start : start + WINDOW]
        found = [start + offset for offset in _ends(window, language)]
        if start + WINDOW >= len(seen):
            return cuts + found
        sure = [cut for cut in found if cut <= start + WINDOW - _MARGIN]
        cuts.extend(sure)
        start = sure[-1] if sure else start + WINDOW - _MARGIN
    return cuts


def _ends(window: str, language: str) -> list[int]:
    try:
        found = get_sentence_boundaries(language or "en", window)
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        return []
    ends = {int(sentence["end_index"]) for sentence in found}
    return sorted(end for end in ends if 0 < end < len(window))


def _hide(text: str, hidden: tuple[int, ...]) -> str:
    """Give the text as sentencex sees it, character for character."""
    seen = _WIDE_SPACE.sub(" ", text).replace("…", ".")
    if not hidden:
        return seen
    characters = list(seen)
    for offset in hidden:
        characters[offset] = " "
    return "".join(characters)
