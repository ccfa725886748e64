"""Say when a block becomes one unit per sentence, and what joins the sentences again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from workflow.model import Span
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


class Precedent:
    """How the blocks of the previous revision were cut, as far as its texts tell.

    A block keeps its cut until it has grown to twice the limit or shrunk to half of it, so that a
    small edit near the limit does not take its translation apart.
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """Remember the source texts of the previous revision's units."""
        self._texts = frozenset(texts)
        self._inside: dict[str, frozenset[str]] = {}

    @property
    def is_known(self) -> bool:
        """Tell whether there was a revision before."""
        return bool(self._texts)

    def was_cut(self, text: str, sentences: Iterable[str], locale: str) -> bool | None:
        """Say whether a block of these sentences was cut; None where nothing tells.

        The side that knows more of its characters wins.
        """
        if text in self._texts:
            return False
        cut = whole = 0
        inside = self._sentences_of_whole_blocks(locale)
        for sentence in sentences:
            cut += len(sentence) * (sentence in self._texts)
            whole += len(sentence) * (sentence in inside)
        return None if cut == whole else cut > whole

    def _sentences_of_whole_blocks(self, locale: str) -> frozenset[str]:
        if locale not in self._inside:
            half = _limit(locale) / 2
            self._inside[locale] = (
                frozenset(
                    span.of(text)
                    for text in self._texts
                    if len(text) > half
                    for span in sentence_spans(text, locale)
                )
                - self._texts
            )
        return self._inside[locale]


UNPRECEDENTED = Precedent()


def cut(text: str, locale: str, precedent: Precedent = UNPRECEDENTED) -> tuple[Span, ...]:
    """Give the stretches of a block that become units: the whole, or each sentence of a long one.

    They cover the block from end to end but for the white space between sentences.

    >>> len(cut("Rivers need room. " * 40, "en")), len(cut("Rivers need room. ", "en"))
    (40, 1)
    """
    whole = (Span(0, len(text)),)
    limit = _limit(locale)
    shortest = limit // 2 if precedent.is_known else limit
    if len(text) <= shortest or not _marks_sentences(text, language_of(locale)):
        return whole
    spans = sentence_spans(text, locale)
    if len(spans) <= 1:
        return whole
    was_cut = precedent.was_cut(text, (span.of(text) for span in spans), locale)
    if was_cut is None:
        return spans if len(text) > limit else whole
    return spans if was_cut or len(text) >= limit * 2 else whole


def _marks_sentences(text: str, language: str) -> bool:
    if language == "my":
        return _BURMESE_FULL_STOP in text
    return language not in WITHOUT_SENTENCE_MARKS


@lru_cache(maxsize=256)
def _limit(locale: str) -> int:
    return WHOLE_CHARACTERS_DENSE if language_of(locale) in DENSE else WHOLE_CHARACTERS
