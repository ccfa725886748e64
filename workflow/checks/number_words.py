"""Numbers that are no digits: words in English, characters in Chinese and Japanese, Roman numbers.

They can stand for a number of the other side, but are not looked for there: `one` is a pronoun too,
三 stands in names, and I is a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workflow import languages
from workflow.checks.numerals import scaled

# --- Chinese and Japanese -------------------------------------------------------------------------

_KANJI = {sign: str(number) for number, sign in enumerate("〇一二三四五六七八九")}
_KANJI |= {"零": "0", "○": "0", "两": "2", "兩": "2", "壱": "1", "弐": "2", "参": "3"}
_UNITS = {"十": 1, "百": 2, "千": 3}
_GREAT = {"万": 4, "萬": 4, "億": 8, "亿": 8, "兆": 12}
_RUN = re.compile(f"[{''.join(_KANJI)}十百千万萬億亿兆]{{1,24}}割?")
_EAST = frozenset({"zh", "ja", "yue"})


def kanji_digits(text: str) -> str:
    """Read a number written digit by digit.

    >>> kanji_digits("二〇二七")
    '2027'
    """
    return "".join(_KANJI[sign] for sign in text).lstrip("0") or "0"


def _kanji(text: str) -> str:
    """Read `三十五`, `五万`, `二千二十七`, `二〇二七`."""
    if not any(sign in _UNITS or sign in _GREAT for sign in text):
        return kanji_digits(text)
    total = section = 0
    digits = ""
    for sign in text:
        if sign in _KANJI:
            digits += _KANJI[sign]
        elif sign in _UNITS:
            section += int(digits or "1") * 10 ** _UNITS[sign]
            digits = ""
        else:
            total += (section + int(digits or "0") or 1) * 10 ** _GREAT[sign]
            section, digits = 0, ""
    return str(total + section + int(digits or "0"))


def _kanji_numbers(text: str) -> Iterator[str]:
    for found in _RUN.findall(text):
        value = _kanji(found.removesuffix("割"))
        yield value
        if found.endswith("割"):
            yield scaled(value, 1)


# --- English --------------------------------------------------------------------------------------

_NAMES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth"
_DECADES = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = {
    word: number for names in (_NAMES, _ORDINALS) for number, word in enumerate(names.split(), 1)
}
_TENS = {word: 10 * number for number, word in enumerate(_DECADES.split(), 2)}
_TENS |= {f"{word[:-1]}ieth": number for word, number in _TENS.items()}
_POWERS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "dozen": 0}
_ENGLISH = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:[ -](?P<unit>{'|'.join(_ONES)})\b)?"
    rf"|(?P<ones>{'|'.join(sorted(_ONES, key=len, reverse=True))}))?"
    rf"(?:\b[ -]?\b(?P<power>{'|'.join(_POWERS)}))?s?\b",
    re.IGNORECASE,
)


def _english_numbers(text: str) -> Iterator[str]:
    for found in _ENGLISH.finditer(text):
        if not found[0]:
            continue
        words = {name: (word or "").lower() for name, word in found.groupdict().items()}
        number = _TENS.get(words["tens"], 0) + _ONES.get(words["unit"] or words["ones"], 0) or 1
        yield str(number)
        if words["power"] == "dozen":
            yield str(number * 12)
        elif words["power"]:
            yield scaled(str(number), _POWERS[words["power"]])


# --- Roman ----------------------------------------------------------------------------------------

_LOOKALIKE = str.maketrans("ХІМСӀ", "XIMCI")
_ROMAN = re.compile(
    r"(?<!\w)(?=[IVXLC])(?P<tens>XC|XL|L?X{0,3})(?P<ones>IX|IV|V?I{0,3})"
    r"(?:e|er|re|ème|eme|ᵉ|-?[а-я]{1,3})?(?!\w)"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _roman_numbers(text: str) -> Iterator[str]:
    for found in _ROMAN.finditer(text.translate(_LOOKALIKE)):
        signs = [_ROMAN_VALUES[sign] for sign in found["tens"] + found["ones"]]
        following = [*signs[1:], 0]
        total = sum(
            -sign if sign < after else sign for sign, after in zip(signs, following, strict=True)
        )
        if total:
            yield str(total)


def spelt_out(text: str, locale: str) -> frozenset[str]:
    """Give the numbers that a text may say without digits, as far as we can read them.

    >>> sorted(spelt_out("In the twenty-first century, thirty rivers", "en"))
    ['21', '30']
    >>> sorted(spelt_out("三十年と五万人", "ja")), sorted(spelt_out("le XXIe siècle", "fr"))
    (['30', '50000'], ['21'])
    """
    language = languages.language(locale)
    found = set(_roman_numbers(text))
    if language == "en":
        found.update(_english_numbers(text))
    if language in _EAST:
        found.update(_kanji_numbers(text))
    return frozenset(found)
