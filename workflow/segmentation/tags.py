"""Read the language out of a locale tag, and know which languages are written alike."""

from __future__ import annotations

_SAME = {
    "cmn": "zh",
    "in": "id",
    "iw": "he",
    "ku": "kmr",
    "mo": "ro",
    "nb": "no",
    "nn": "no",
    "prs": "fa",
    "sdh": "ckb",
    "sh": "sr",
    "tl": "fil",
}

CHINESE = frozenset({"zh", "yue", "wuu", "hak", "nan", "gan", "hsn", "lzh"})
"""The Chinese languages: no spaces, and Chinese marks."""

UNSPACED = CHINESE | {"ja"}
"""Languages that put nothing between two sentences."""

DENSE = UNSPACED | {"ko"}
"""Languages in which a sentence needs less than half the characters."""

WITHOUT_SENTENCE_MARKS = frozenset({"th", "lo", "km", "nod", "tts", "shn"})
"""Languages that do not mark where a sentence ends, or not reliably."""


def language_of(locale: str) -> str:
    """Give the language of a locale tag, in small letters.

    Anything goes: a tag that nobody can read gives a language without rules of its own.

    >>> language_of("pt-BR"), language_of("zh_Hant"), language_of("KU"), language_of("")
    ('pt', 'zh', 'kmr', '')
    """
    primary = locale.strip().lower().replace("_", "-").partition("-")[0].partition(".")[0]
    return _SAME.get(primary, primary)
