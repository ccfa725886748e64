"""When a line says only when, and where."""

from __future__ import annotations

import re

from workflow.filters.cues import words
from workflow.filters.cues.measure import columns
from workflow.filters.cues.punctuation import ends_sentence, word_count

_DATE = 60
_DATE_WORDS = 9
_MONTH_WORDS = 5
_YEAR = r"(?:1[89]|2[01])\d\d"
_CJK_DATE = re.compile(r"[\d〇一二三四五六七八九十]{1,4}\s?[年년].{0,12}?(?:[月월].{0,8}?[日일]?)?")
_NUMERIC_DATE = re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b")
_DAY = r"(?:[0-2]?\d|3[01])"
_DAY_AND_YEAR = re.compile(
    rf"\b{_DAY}(?:[^\W\d]{{1,3}}|º)?[,.]?\s(?:(?!\d)\S+\s){{0,3}}{_YEAR}\b|\S+\s{_DAY}[,،]\s{_YEAR}\b"
)
_PLACE_AND_YEAR = re.compile(rf"^(?:[^\s\d,،、]+\s?){{1,3}}[,،、]\s(?:\S+\s)?{_YEAR}$")


def is_date(text: str, months: frozenset[str]) -> bool:
    """Tell whether a line says only when (and where)."""
    if columns(text) > _DATE or word_count(text) > _DATE_WORDS:
        return False
    plain = with_ascii_digits(text).strip(" .")
    if not re.search(r"\d|[〇一二三四五六七八九十][年日]", plain):
        return False
    if any(pattern.search(plain) for pattern in (_NUMERIC_DATE, _CJK_DATE)):
        return True
    if _DAY_AND_YEAR.search(plain) or _PLACE_AND_YEAR.match(plain):
        return True
    found = {words.fold(each).strip(".,،/") for each in re.split(r"[\s/,،-]+", plain)}
    said = found | {each[1:] for each in found if each.startswith("و")}
    is_bare = word_count(text) <= _MONTH_WORDS and not ends_sentence(text)
    return is_bare and bool(said & months)


def with_ascii_digits(text: str) -> str:
    """Write the decimal digits of every script as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(int(one)) if one.isdecimal() else one for one in text)
