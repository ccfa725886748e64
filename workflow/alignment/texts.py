"""See a catalog as alignment does: one text after another, with what tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workflow.model import Entry, UnitKey

_WORD = re.compile(r"\w+")

# Scripts in which a run of letters is more than a word, or a stem with its endings: ideographs,
# kana, Hangul, Thai, Lao, Tibetan, Burmese, Khmer.
_UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
_FEW_WORDS = 8
_GRAM = 3


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a revision."""

    key: UnitKey
    kind: str = ""
    """What it is to its reader, marker and all, such as `numbered item 2.`; empty if unknown."""
    is_living: bool = True
    """False where it stood in an earlier revision only."""
    made_from: str = ""
    """Another wording that its translation was made from; empty where there is none."""

    @property
    def wordings(self) -> tuple[str, ...]:
        """Give the wordings it may be known by."""
        if self.made_from and self.made_from != self.key.source:
            return self.key.source, self.made_from
        return (self.key.source,)


def texts(entries: Iterable[Entry]) -> tuple[Text, ...]:
    """Turn the entries of a catalog or a template into texts, in their order.

    The first comment of the program names the kind of text; see the templates we write.
    """
    return tuple(
        Text(
            entry.key,
            entry.extracted[0] if entry.extracted else "",
            not entry.obsolete,
            entry.previous.source if entry.previous and "fuzzy" in entry.flags else "",
        )
        for entry in entries
    )


def features(text: str) -> frozenset[str]:
    """Give what a text can be found by: its words; of few words, also their trigrams.

    >>> sorted(features("Ask the city council, ask the mayor and the school board now"))[:4]
    ['and', 'ask', 'board', 'city']
    >>> sorted(features("村の学校"))
    ['の学', '学校', '村の']
    """
    words = _WORD.findall(text.casefold())
    found = set(_small(words))
    if len(words) <= _FEW_WORDS:
        found.update(_grams(words))
    return frozenset(found) or frozenset(text.split())


def _small(words: Iterable[str]) -> Iterator[str]:
    """Cut words of scripts without spaces into pairs of letters."""
    for word in words:
        if len(word) > 1 and _UNSPACED.match(word):
            yield from (word[at : at + 2] for at in range(len(word) - 1))
        else:
            yield word


def _grams(words: Iterable[str]) -> Iterator[str]:
    """Cut words into runs of three letters, told from words by the mark before them."""
    for word in words:
        if not _UNSPACED.match(word):
            edged = f" {word} "
            yield from (f"~{edged[at : at + _GRAM]}" for at in range(len(edged) - _GRAM + 1))
