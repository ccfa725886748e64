"""Ask sentencex where it would cut.

It knows the abbreviations of some thirty languages. Three of its habits are kept away from us: over
10,000 characters it loses white space, so it gets windows; many unpaired quotation marks cost it
quadratic time, so windows are short; and it never cuts inside a quotation however long, so the
marks around long ones are hidden from it. Only its offsets are used, never its texts.
"""

from __future__ import annotations

from sentencex import get_sentence_boundaries

WINDOW = 4_000
"""Characters it sees at a time."""

_MARGIN = 400
"""What it says about so many characters before the end of a window is asked again."""


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
        found = [start + offset for offset in _ends(window, language) if offset < len(window)]
        if start + WINDOW >= len(seen):
            return cuts + found
        sure = [cut for cut in found if cut <= start + WINDOW - _MARGIN]
        cuts.extend(sure)
        start = sure[-1] if sure else start + WINDOW - _MARGIN
    return cuts


def _ends(window: str, language: str) -> list[int]:
    found = get_sentence_boundaries(language or "en", window)
    return sorted({int(sentence["end_index"]) for sentence in found})


def _hide(text: str, hidden: tuple[int, ...]) -> str:
    text = text.replace("…", ".")
    if not hidden:
        return text
    characters = list(text)
    for offset in hidden:
        characters[offset] = " "
    return "".join(characters)
