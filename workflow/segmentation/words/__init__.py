"""The words that decide where a sentence ends, language by language."""

from dataclasses import replace

from workflow.segmentation.words import eastern, germanic, romance, slavic, southern
from workflow.segmentation.words.shape import Words, listed

__all__ = ["LANGUAGES", "Words", "words_of"]

_NO_WORDS = Words(inner=listed("mr mrs ms dr prof st e.g i.e"), before_number=listed("no nr vol p"))
_TITLES = listed("mr mrs dr prof")
_ABROAD = listed("inc co corp ltd gmbh d.c b.c c.e m.d u.s u.s.a u.k u.n e.u jr sr ph.d a.m p.m")
"""English abbreviations that stand in texts of every language."""

_WORDS = {
    "en": germanic.ENGLISH,
    "": germanic.ENGLISH,
    "de": germanic.GERMAN,
    "nl": germanic.DUTCH,
    "da": germanic.DANISH,
    "no": germanic.NORWEGIAN,
    "sv": germanic.SWEDISH,
    "fr": romance.FRENCH,
    "es": romance.SPANISH,
    "gl": romance.PORTUGUESE,
    "ca": romance.CATALAN,
    "it": romance.ITALIAN,
    "pt": romance.PORTUGUESE,
    "ro": romance.ROMANIAN,
    "ru": slavic.RUSSIAN,
    "be": slavic.RUSSIAN,
    "uk": slavic.UKRAINIAN,
    "bg": slavic.BULGARIAN,
    "mk": slavic.BULGARIAN,
    "pl": slavic.POLISH,
    "cs": slavic.CZECH,
    "sk": slavic.SLOVAK,
    "hr": slavic.SOUTH_SLAVIC,
    "sr": slavic.SOUTH_SLAVIC,
    "bs": slavic.SOUTH_SLAVIC,
    "sl": slavic.SOUTH_SLAVIC,
    "el": eastern.GREEK,
    "tr": eastern.TURKISH,
    "az": eastern.TURKISH,
    "fi": eastern.FINNISH,
    "et": eastern.FINNISH,
    "hu": eastern.HUNGARIAN,
    "lt": eastern.BALTIC,
    "lv": eastern.BALTIC,
    "kk": eastern.KAZAKH,
    "ky": eastern.KAZAKH,
    "ka": eastern.GEORGIAN,
    "ar": southern.ARABIC,
    "fa": southern.PERSIAN,
    "kmr": southern.KURDISH,
    "ur": southern.URDU,
    "he": southern.HEBREW,
    "hi": southern.HINDI,
    "ne": southern.HINDI,
    "mr": southern.MARATHI,
    "bn": southern.BENGALI,
    "as": southern.BENGALI,
    "ta": southern.TAMIL,
    "ml": southern.MALAYALAM,
    "id": southern.INDONESIAN,
    "ms": southern.INDONESIAN,
    "sw": southern.SWAHILI,
    "vi": southern.VIETNAMESE,
}


def words_of(language: str) -> Words:
    """Give what we know about the words of a language; nothing for one we do not know."""
    return _WORDS.get(language, _NO_WORDS)


_WORDS = {
    code: replace(words, inner=words.inner | _TITLES, either=words.either | _ABROAD)
    for code, words in _WORDS.items()
}

LANGUAGES = tuple(_WORDS)
"""The languages with word lists of their own; the empty one stands for a missing tag."""
