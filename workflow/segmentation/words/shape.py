"""Say what we know about the words of a language, as far as sentences need it."""

from __future__ import annotations

from dataclasses import dataclass

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Words:
    """The abbreviations and sentence starters of one language.

    Abbreviations stand in small letters and without their last full stop: `dr`, `e.g`, `ee.uu`.
    """

    inner: frozenset[str] = _NONE
    """A sentence does not end here, whatever follows: titles, `e.g.`, `vs.`."""
    before_number: frozenset[str] = _NONE
    """No end here when a number follows: `vol. 4`, `Art. 7`, `Jan. 8`."""
    either: frozenset[str] = _NONE
    """The end only if a word follows that begins sentences: `etc.`, `Inc.`, `U.S.`, `p.m.`."""
    last: frozenset[str] = _NONE
    """What ends a list: the end if a capital letter follows: `etc.`, `и т. д.`."""
    after_number: frozenset[str] = _NONE
    """Measures: after a number, an end if a capital follows: `8 oz. The`, `2016 гг. Она`."""
    starters: frozenset[str] = _NONE
    """Words that begin sentences and are not names; as written there, with their capital."""
    prepositions: frozenset[str] = _NONE
    """Words that begin a sentence with a time or place: `At 5 a.m. Mr. Smith` is not over."""
    months: frozenset[str] = _NONE
    """Names of months, in small letters: after an ordinal number they go on."""
    ordinal_stop: bool = False
    """A full stop after a number makes it an ordinal: `8. Januar`, `4. Klasse`."""


def listed(text: str) -> frozenset[str]:
    """Make a word list of a text in which the words stand apart by spaces."""
    return frozenset(text.split())
