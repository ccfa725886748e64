"""Say when a block becomes one unit per sentence, and what joins the sentences again."""

from __future__ import annotations

from workflow.segmentation.sentences import sentence_spans
from workflow.segmentation.tags import DENSE, UNSPACED, WITHOUT_SENTENCE_MARKS, language_of

WHOLE_CHARACTERS = 500
"""A block up to this length is one unit."""

WHOLE_CHARACTERS_DENSE = 200
"""The same in Chinese, Japanese and Korean."""

_BURMESE_FULL_STOP = "။"


def joiner(locale: str) -> str:
    """Give what stands between two sentences of one paragraph in a language.

    >>> joiner("fr"), joiner("zh-Hans"), joiner("th")
    (' ', '', ' ')
    """
    return "" if language_of(locale) in UNSPACED else " "


def is_cut(text: str, locale: str, was_cut: bool | None = None) -> bool:  # noqa: FBT001
    """Say whether the text of a block becomes one unit per sentence.

    `was_cut` is what was answered for the previous revision of the block, None for a new one: a
    block keeps its cut until it has grown to twice the limit or shrunk to half of it, so that a
    small edit near the limit does not take the translation apart.

    >>> is_cut("Rivers need room. " * 40, "en"), is_cut("Rivers need room. ", "en")
    (True, False)
    """
    if not _marks_sentences(text, language_of(locale)):
        return False
    return _is_long(len(text), locale, was_cut) and len(sentence_spans(text, locale)) > 1


def _marks_sentences(text: str, language: str) -> bool:
    if language == "my":
        return _BURMESE_FULL_STOP in text
    return language not in WITHOUT_SENTENCE_MARKS


def _is_long(length: int, locale: str, was_cut: bool | None) -> bool:  # noqa: FBT001
    limit = WHOLE_CHARACTERS_DENSE if language_of(locale) in DENSE else WHOLE_CHARACTERS
    if was_cut is None:
        return length > limit
    return length * 2 > limit if was_cut else length >= limit * 2
