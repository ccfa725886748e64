"""Pseudo-translation: a text that anybody can read and that shows what is not translated yet.

`en-XA` puts accents on Latin letters; `ar-XB` writes with Arabic letters and so runs from right to
left. Numbers, addresses and references stay, as in a real translation.
"""

from __future__ import annotations

from collections.abc import Mapping

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


def pseudo_text(text: str, locale: str) -> str:
    """Translate a text into a pseudo-language.

    >>> pseudo_text("We ask 3 cities.", "en-XA")
    'Ŵé ášķ 3 çíťíéš.'
    """
    pieces, position = [], 0
    for found in placeholders(text):
        pieces += [_letters(text[position : found.span.start], locale), found.text]
        position = found.span.end
    return "".join([*pieces, _letters(text[position:], locale)])


def _letters(text: str, locale: str) -> str:
    if direction(locale) == "rtl":
        return text.translate(_MIRRORED)
    return text.translate(_ACCENTED)


def pseudo_targets(document: Document, locale: str) -> Mapping[UnitKey, str]:
    """Translate every unit of a document into a pseudo-language."""
    return {unit.key: pseudo_text(unit.key.source, locale) for unit in document.units}
