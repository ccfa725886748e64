"""Pseudo-translation: a text that anybody can read and that shows what is not translated yet.

`en-XA` puts accents on Latin letters; `ar-XB` writes with Arabic letters and so runs from right to
left. Numbers, addresses and references stay, as in a real translation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workflow.languages import direction
from workflow.model import Document, UnitKey
from workflow.placeholders import placeholders

_ACCENTED = str.maketrans(
    "aceghijklnorstuwyzACEGHIJKLNORSTUWYZ",
    "áçéĝĥíĵķĺñóŕšťúŵýžÁÇÉĜĤÍĴĶĹÑÓŔŠŤÚŴÝŽ",
)
_PLAIN = "abcdefghijklmnopqrstuvwxyz"
_ARABIC = "ابچدهفگحيجكلمنوپقرستۆڤوخىز"
_MIRRORED = str.maketrans(
    _PLAIN + _PLAIN.upper() + ",;?", _ARABIC + _ARABIC + "،؛؟"
)  # fmt: skip
PSEUDO_LOCALES = ("en-XA", "ar-XB")


def pseudo_text(text: str, locale: str, notation: str = "plaintext") -> str:
    """Translate a text into a pseudo-language.

    `notation` is the name of the format the text comes from.

    >>> pseudo_text("We ask 3 cities.", "en-XA")
    'Ŵé ášķ 3 çíťíéš.'
    """
    return outside_codes(text, notation, lambda words: _letters(words, locale))


def outside_codes(text: str, notation: str, change: Callable[[str], str]) -> str:
    """Change what is language in a text, and leave the rest.

    >>> outside_codes("Read `this` or [that](a.html)", "markdown", str.upper)
    'READ `this` OR [THAT](a.html)'
    """
    pieces, position = [], 0
    for found in placeholders(text, notation):
        pieces += [change(text[position : found.span.start]), found.text]
        position = found.span.end
    return "".join([*pieces, change(text[position:])])


def _letters(text: str, locale: str) -> str:
    if direction(locale) == "rtl":
        return text.translate(_MIRRORED)
    return text.translate(_ACCENTED)


def pseudo_targets(document: Document, locale: str) -> Mapping[UnitKey, str]:
    """Translate every unit of a document into a pseudo-language."""
    return {
        unit.key: pseudo_text(unit.key.source, locale, document.format) for unit in document.units
    }
