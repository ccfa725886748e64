"""How texts begin and end, in every script."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

TERMINATORS = frozenset(".!?…‽。．！？｡؟۔।॥։።፧၊။៕៖᠃᠉‼⁇⁈⁉")
_CLOSING = frozenset("\"'’”“‘»›«‹)]}）」』】》〉〕*_")
"""What may stand behind the last mark of a text; German closes a quotation with `“` or `«`."""

_REFERENCE = re.compile(r"\[(?:\w{1,3}|[*†‡]{1,3})\]\Z")
_UNSPACED_LETTER = re.compile("[ก-ฮเ-ไກ-ຮເ-ໄက-ဪក-ឳ]")
OPENING_QUOTES = {
    "“": "”",
    "«": "»",
    "„": "“”",
    "「": "」",
    "『": "』",
    "»": "«",
    "”": "”",
    '"': '"',
}


def ending(text: str) -> str:
    """Give the last mark of a text, behind closing quotes, brackets and references to notes."""
    end = len(text)
    while end and (
        text[end - 1] in _CLOSING or text[end - 1].isspace() or _is_close(text[end - 1])
    ):
        reference = _REFERENCE.search(text, max(0, end - len("[123]")), end)
        end = reference.start() if reference and reference.start() else end - 1
    return text[end - 1 : end]


def _is_close(character: str) -> bool:
    return unicodedata.category(character) in ("Pe", "Pf")


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return ending(text) in TERMINATORS and ending(text) != ""


def is_lower(text: str) -> bool:
    """Tell whether the first letter of a text is a small one."""
    first = next((character for character in text if character.isalnum()), "")
    return first.islower()


def word_count(text: str) -> int:
    """Count words, roughly: two ideographs make one, five letters of Thai and its like make two."""
    spaced = len(text.split())
    if text.isascii():
        return spaced
    ideographs = sum(unicodedata.east_asian_width(character) == "W" for character in text)
    return max(spaced, ideographs // 2, len(_UNSPACED_LETTER.findall(text)) * 2 // 5)


@dataclass(frozen=True, slots=True)
class Quotation:
    """The pair of marks a quotation begins and ends with."""

    opening: str
    closing: str
    """Any of these closes it."""

    def balance(self, text: str) -> int:
        """Count how many quotations stay open at the end of a text."""
        if self.opening in self.closing:
            return text.count(self.opening) % 2
        return text.count(self.opening) - sum(text.count(mark) for mark in self.closing)

    def is_open(self, text: str) -> bool:
        """Tell whether the quotation goes on behind this text."""
        return self.balance(text) > 0

    def closing_at_end(self, text: str) -> bool:
        """Tell whether the last mark of a text closes the quotation."""
        return any(mark in self.closing for mark in _tail(text))

    def is_whole(self, text: str) -> bool:
        """Tell whether a text is one quotation from end to end, and no more."""
        inner = text[1:].rstrip("".join(TERMINATORS) + " \u00a0\u202f")[:-1]
        return not any(mark in inner for mark in self.closing) and self.opening not in inner


def _tail(text: str) -> str:
    """Give the closing marks at the end of a text; a full stop may stand behind them."""
    end = len(text)
    while end and not text[end - 1].isalnum() and len(text) - end < len("»). [") + 1:
        end -= 1
    return text[end:]


def opens_quotation(text: str) -> Quotation | None:
    """Give the quotation a text begins with, if it does."""
    closing = OPENING_QUOTES.get(text[:1])
    return Quotation(text[0], closing) if closing else None


def closes_quotation(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation that was opened before ends at the end of this text."""
    if quotation.opening in quotation.closing:
        return quotation.balance(text) == 1 and quotation.closing_at_end(text)
    ends = quotation.closing_at_end(text)
    return ends and (quotation.balance(text) < 0 or text.startswith(quotation.opening))
