"""Texts that still say the same, letter by letter, in another language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from workflow import languages
from workflow.checks.base import BLANK, Check, Examined, Severity, words_of
from workflow.model import BlockKind, Issue

_NAMES = frozenset({BlockKind.SIGNATORY, BlockKind.BYLINE})
"""Kinds whose texts are names, which are often copied on purpose."""
_SHOWN = 40
_WORD = re.compile(r"[^\W\d_][^\s.,;:!?()،؛؟।]*")
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\U00020000-\U0003ffff]"
)
"""Letters of Thai, Lao, Burmese, Khmer, Japanese and Chinese, which put no space between words."""
_MANY_WORDS = 3
_COMMON_WORDS = 2
"""Words that begin small; a name of three words has one such word at most (`van`, `bin`)."""
_MANY_LETTERS = 6


def find(examined: Examined) -> Iterator[Issue]:
    """Find a target that is its source, though there is something to translate.

    Bad: `Every river is alive.` for itself. Good: `Marta Lanes Quintela` for itself.
    """
    if examined.kind in _NAMES or languages.are_alike(examined.source_locale, examined.locale):
        return
    source, target = examined.source.strip(), examined.target.strip()
    if source != target and not unicodedata.is_normalized("NFC", source + target):
        source, target = (unicodedata.normalize("NFC", text) for text in (source, target))
    if source == target and _says_something(words_of(source, examined.notation)):
        yield examined.issue("same_as_source", examined.target.strip()[:_SHOWN])


def _says_something(text: str) -> bool:
    """Tell whether a text has common words, and not names, numbers and codes only."""
    if len(_UNSPACED.findall(text)) > _MANY_LETTERS:
        return True
    words = [word for word in _WORD.findall(text.replace(BLANK, " ")) if _has_small(word)]
    common = sum(1 for word in words if not word[0].isupper() and len(word) > 1)
    return len(words) >= _MANY_WORDS and common >= _COMMON_WORDS


def _has_small(word: str) -> bool:
    """Tell whether a word has a letter that is no capital; most scripts have none."""
    return word != word.upper() or word == word.lower()


SAME_AS_SOURCE = Check(
    name="same_as_source",
    description="The translation is the source text itself, though there is something to "
    "translate.",
    severity=Severity.WARNING,
    finds=("same_as_source",),
    find=find,
)
