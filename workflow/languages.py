"""Facts about languages: tags, names, direction, digits, plural rules, months and countries.

All of it is CLDR's, through Babel, but for three small tables of our own: the scripts that run from
right to left, the zero of each numbering system, and the plural rules that gettext's world has and
Babel has not. Tags are BCP 47 (`pt-BR`, `zh-Hant`); the pseudo-locales `en-XA` (accented) and
`ar-XB` (right to left) are languages like any other.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.localedata import locale_identifiers

from workflow.errors import UnknownLocale

_TAG = re.compile(
    r"(?P<language>[A-Za-z]{2,3})"
    r"(?:[-_](?P<script>[A-Za-z]{4}))?"
    r"(?:[-_](?P<region>[A-Za-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:[-_](?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*)"
)
# A language, or one in a script of its own.
_PLAIN = re.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?")
# Source: RFC 5646, sections 4.4.1 (room that is always enough) and 2.2.5 (no variant twice).
_LONGEST = 35

_RIGHT_TO_LEFT = frozenset({
    "Adlm", "Arab", "Aran", "Armi", "Avst", "Chrs", "Cprt", "Elym", "Hatr", "Hebr", "Hung", "Khar",
    "Lydi", "Mand", "Mani", "Mend", "Merc", "Mero", "Narb", "Nbat", "Nkoo", "Orkh", "Ougr", "Palm",
    "Phli", "Phlp", "Phnx", "Prti", "Rohg", "Samr", "Sarb", "Sogd", "Sogo", "Syrc", "Thaa", "Yezi",
})  # fmt: skip

_ZERO = {
    "adlm": "𞥐", "arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "gujr": "૦", "guru": "੦",
    "hanidec": "〇", "khmr": "០", "knda": "೦", "laoo": "໐", "mlym": "൦", "mymr": "၀", "nkoo": "߀",
    "olck": "᱐", "orya": "୦", "sinh": "෦", "tamldec": "௦", "telu": "౦", "thai": "๐", "tibt": "༠",
}  # fmt: skip

# gettext manual, "Plural forms"; CLDR's own expressions are refused by msgfmt.
_ONE_FORM = "nplurals=1; plural=0;"
_TWO_FORMS = "nplurals=2; plural=(n != 1);"
_PLURALS = {
    "bo": _ONE_FORM, "dz": _ONE_FORM, "my": _ONE_FORM, "yue": _ONE_FORM, "wo": _ONE_FORM,
    "su": _ONE_FORM, "ug": _ONE_FORM,
    "am": "nplurals=2; plural=(n > 1);", "ti": "nplurals=2; plural=(n > 1);",
    "fil": "nplurals=2; plural=(n > 1);", "mg": "nplurals=2; plural=(n > 1);",
}  # fmt: skip

# The script of a language that CLDR's likely subtags do not tell.
_SCRIPTS = {"prs": "Arab", "kmr": "Latn", "bal": "Arab", "azb": "Arab"}


@lru_cache(maxsize=256)
def normalise(tag: str) -> str:
    """Write a language tag the way BCP 47 recommends.

    >>> normalise("PT_br"), normalise("zh-hant-tw")
    ('pt-BR', 'zh-Hant-TW')

    Raises:
        UnknownLocale: what was given is no language tag, is longer than 35 characters, or has a
            variant twice.
    """
    found = _taken_apart(tag.strip())
    if not found:
        raise UnknownLocale(tag if len(tag) <= _LONGEST else f"{tag[:_LONGEST]}…")
    parts = [found["language"].lower()]
    if found["script"]:
        parts.append(found["script"].title())
    if found["region"]:
        parts.append(found["region"].upper())
    parts += [part.lower() for part in re.split("[-_]", found["variants"])[1:]]
    return "-".join(parts)


def _taken_apart(tag: str) -> re.Match[str] | None:
    """Find the parts of a tag; nothing where it is none, is too long, or has a variant twice."""
    found = _TAG.fullmatch(tag) if len(tag) <= _LONGEST else None
    variants = re.split("[-_]", found["variants"].lower())[1:] if found else []
    return found if len(set(variants)) == len(variants) else None


@lru_cache(maxsize=256)
def is_known(tag: str) -> bool:
    """Tell whether a tag names a language that CLDR has a name for; `final` and `v2` do not."""
    english = Locale.parse("en").languages
    return bool(_taken_apart(tag)) and language(tag) in english


@cache
def common() -> tuple[str, ...]:
    """Give the languages that CLDR describes, to be chosen from; others may be named by their tag.

    >>> [each in common() for each in ("ar", "ckb", "zh-Hant", "pt-BR", "en-US", "qya")]
    [True, True, True, True, False, False]
    """
    known = (each.replace("_", "-") for each in locale_identifiers())
    return tuple(
        sorted({each for each in known if _PLAIN.fullmatch(each) and is_known(each)} | {"pt-BR"})
    )


def suggestion(tag: str) -> str:
    """Give the language that was meant where a tag is a country's: `ja` for `jp`.

    Empty where the tag is a language's, or nobody can tell.

    >>> suggestion("jp"), suggestion("ja"), suggestion("ckb"), suggestion("en-XA")
    ('ja', '', '', '')
    """
    if is_known(tag):
        return ""
    likely = str(get_global("likely_subtags").get(f"und_{language(tag).upper()}") or "")
    return likely.partition("_")[0]


def language(tag: str) -> str:
    """Give the bare language of a tag, in lower case: `zh` of `zh-Hant`."""
    return re.split("[-_]", tag, maxsplit=1)[0].lower()


def gettext_locale(tag: str) -> str:
    """Write a tag as gettext's `Language` header and folder names do.

    >>> gettext_locale("pt-BR"), gettext_locale("zh-Hant")
    ('pt_BR', 'zh_Hant')
    """
    return normalise(tag).replace("-", "_")


def from_gettext(name: str) -> str:
    """Read gettext's form of a locale name: `sr@latin` and `de_DE.UTF-8` included.

    >>> from_gettext("pt_BR"), from_gettext("sr@latin"), from_gettext("de_DE.UTF-8")
    ('pt-BR', 'sr-Latn', 'de-DE')
    """
    base, _, modifier = name.partition("@")
    base = base.partition(".")[0]
    script = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva"}.get(modifier.lower())
    if script:
        head, *rest = re.split("[-_]", base)
        base = "-".join([head, script, *rest])
    elif modifier:
        base = f"{base}-{modifier}"
    return normalise(base)


@lru_cache(maxsize=256)
def _locale(tag: str) -> Locale | None:
    """Find CLDR's data for a tag, for its language alone if need be, or nothing."""
    found = _taken_apart(tag)
    if not found:
        return None
    script = f"_{found['script'].title()}" if found["script"] else ""
    candidates = [normalise(tag).replace("-", "_"), language(tag) + script, language(tag)]
    for candidate in candidates:
        try:
            return Locale.parse(candidate)
        except (UnknownLocaleError, ValueError):
            continue
    return None


def are_alike(one: str, other: str) -> bool:
    """Tell whether two tags name the same language in the same script, whatever the region."""
    return language(one) == language(other) and script(one) == script(other)


@lru_cache(maxsize=256)
def script(tag: str) -> str:
    """Give the ISO 15924 script a language is written in: `Arab`, `Latn`, `Jpan`.

    >>> script("ckb"), script("zh-TW"), script("sr-Latn")
    ('Arab', 'Hant', 'Latn')
    """
    found = _taken_apart(tag)
    if found and found["script"]:
        return str(found["script"].title())
    head = language(tag)
    if head in _SCRIPTS:
        return _SCRIPTS[head]
    likely = get_global("likely_subtags")
    region = f"{head}_{found['region'].upper()}" if found and found["region"] else head
    full = str(likely.get(region) or likely.get(head) or "")
    return full.split("_")[1] if full.count("_") else "Latn"


def direction(tag: str) -> str:
    """Say which way a language runs: `ltr` or `rtl`."""
    return "rtl" if script(tag) in _RIGHT_TO_LEFT else "ltr"


def endonym(tag: str) -> str:
    """Give the name of a language in itself; the tag where CLDR has none.

    >>> endonym("fa")
    'فارسی'
    """
    return display_name(tag, tag)


def display_name(tag: str, in_locale: str) -> str:
    """Give the name of a language in another: `arabe` for `ar` in `fr`.

    Falls back to the English name, then to the tag itself; pseudo-locales keep their tag.
    """
    if re.search(r"-X[AB]$", normalise(tag)):
        return normalise(tag)
    own = _locale(tag)
    reader = _locale(in_locale)
    name = own.get_display_name(reader) if own and reader else None
    return str(name or (own.english_name if own else None) or normalise(tag))


def digits(tag: str) -> str:
    """Give the ten digits of a language's own numbering system, zero first.

    >>> digits("fa"), digits("fr")
    ('۰۱۲۳۴۵۶۷۸۹', '0123456789')
    """
    locale = _locale(tag)
    system = locale.other_numbering_systems.get("native") if locale else None
    zero = ord(_ZERO.get(str(system), "0"))
    if zero == ord("〇"):
        return "〇一二三四五六七八九"
    return "".join(chr(zero + number) for number in range(10))


@lru_cache(maxsize=256)
def plural_forms(tag: str) -> str:
    """Give the value of the `Plural-Forms` header, by gettext's own convention.

    Source: GNU gettext manual, "Plural forms"; Babel's table, with ours on top.
    """
    from babel.messages.plurals import get_plural

    if language(tag) in _PLURALS:
        return _PLURALS[language(tag)]
    locale = _locale(tag)
    return str(get_plural(locale)) if locale else _TWO_FORMS


@lru_cache(maxsize=64)
def calendar_names(tag: str) -> frozenset[str]:
    """Give the names and short forms of months and weekdays in a language, in lower case."""
    locale = _locale(tag)
    if locale is None:
        return frozenset()
    names: set[str] = set()
    for table in (locale.months, locale.days):
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names.update(str(name).casefold() for name in table[use][width].values())
    return frozenset(name.rstrip(".") for name in names if not name.isdecimal())


@lru_cache(maxsize=64)
def country_names(tag: str) -> frozenset[str]:
    """Give the names and common short forms of countries in a language, as CLDR writes them."""
    locale = _locale(tag)
    if locale is None:
        return frozenset()
    return frozenset(
        str(name)
        for code, name in locale.territories.items()
        if len(code.partition("-")[0]) == len("FR") and code not in _NO_COUNTRY
    )


_NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


# Letters with strokes and hooks, which Unicode does not take apart.
_BARE = str.maketrans("ƀɓđɖɗƒħıłøŋʠɋŧðɨʉƙɱɲƥƭʋƴȥ", "bbdddfhilonqqtdiukmnptvyz")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Take case and accents off a text, for comparing words.

    >>> fold("Chère Łucja")
    'chere lucja'
    """
    apart = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(one for one in apart if unicodedata.category(one) not in ("Mn", "Cf"))
    return bare.translate(_BARE).replace("’", "'")


def guess_locale(text: str) -> str:
    """Guess the language of a text from its script alone; `en` where the script does not tell.

    Looks at the first 4,000 code points. Source of the letters' blocks: The Unicode Standard.
    """
    counts: dict[str, int] = {}
    for character in text[:4000]:
        for tag, first, last in _BLOCKS:
            if first <= character <= last:
                counts[tag] = counts.get(tag, 0) + 1
                break
    if not counts:
        return "en"
    best = max(counts, key=lambda tag: counts[tag])
    if best == "zh" and counts.get("ja", 0):
        return "ja"
    if best == "ar":
        return _guess_arabic_script(text[:4000])
    if best == "ru" and re.search("[іїєґ]", text[:4000], re.IGNORECASE):
        return "uk"
    return best


def _guess_arabic_script(text: str) -> str:
    for tag, letters in (("ur", "ٹڈڑے"), ("ckb", "ێۆڵڕە"), ("fa", "پچژگ")):
        if sum(text.count(letter) for letter in letters) * 100 > len(text):
            return tag
    return "ar"


_BLOCKS = (
    ("en", "A", "ɏ"), ("el", "Ͱ", "Ͽ"), ("ru", "Ѐ", "ԯ"), ("hy", "԰", "֏"), ("he", "֐", "׿"),
    ("ar", "؀", "ۿ"), ("am", "ሀ", "፿"), ("hi", "ऀ", "ॿ"), ("bn", "ঀ", "৿"), ("pa", "਀", "੿"),
    ("gu", "઀", "૿"), ("ta", "஀", "௿"), ("te", "ఀ", "౿"), ("kn", "ಀ", "೿"), ("ml", "ഀ", "ൿ"),
    ("th", "฀", "๿"), ("lo", "຀", "໿"), ("my", "က", "႟"), ("ka", "Ⴀ", "ჿ"), ("km", "ក", "៿"),
    ("ja", "぀", "ヿ"), ("ko", "가", "힯"), ("zh", "一", "鿿"),
)  # fmt: skip


def count_words(text: str) -> int:
    """Count the words of a text; Chinese and Japanese letters count each, as in word processors.

    >>> count_words("We ask 3 cities"), count_words("川を守る"), count_words("마을 도서관")
    (4, 4, 2)
    """
    unspaced = 0
    if not text.isascii():
        unspaced = sum(1 for one in _UNSPACED.findall(text) if one.isalnum())
        text = _UNSPACED.sub(" ", text)
    return unspaced + sum(any(map(str.isalnum, word)) for word in text.split())


# Han, kana and bopomofo with their signs, wide and narrow; Hangul puts spaces between words.
_UNSPACED = re.compile(
    "[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff0f\uff1a-\uff20"
    "\uff3b-\uff40\uff5b-\uff9f\U00020000-\U0003ffff]"
)
