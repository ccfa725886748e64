"""Know whether a full stop ends an abbreviation, a sentence, or both.

Rules as in `rules`: True ends the sentence, False does not, None has no opinion.
"""

from __future__ import annotations

import re

from workflow.segmentation.candidates import Candidate, Setting

_DOTTED = re.compile(r"[^\W\d_]{1,3}(?:\.[^\W\d_]{1,4})+")
_ROMAN = re.compile(r"[IVXLCDM]+")
_SHORTEST_WORDS = {"en": "I", "kmr": "eîaoû", "pt": "é", "it": "èé", "tr": "o", "az": "o"}
"""Words of one letter with which a sentence can end."""

_DOUBLED = 2
"""Spanish doubles the letter for a plural: `EE. UU.`."""

_LONGEST_JOINED = 5
"""Characters of an abbreviation that is one part of another, full stop included: `spol.`."""

_OPENING = 40
"""Characters of a sentence that are looked at to tell how it began."""


def abbreviation(place: Candidate, setting: Setting) -> bool | None:
    """Ask the word lists: `Dr.` never ends a sentence, `etc.` only before a sentence starter."""
    if not place.is_full_stop or place.closed:
        return None
    if _stop_follows(place, setting) and _are_parts(place.word, place.after):
        return False
    for word in _readings(place):
        verdict = _entry(word, place, setting)
        if verdict is not None:
            return verdict
    return None


def initial(place: Candidate, setting: Setting) -> bool | None:
    """Keep single letters with the name that follows: `J. Smith`."""
    word = place.word.rpartition(".")[2].rpartition("-")[2]
    if not place.is_full_stop or place.closed or len(word) != 1 or not word.isalpha():
        return None
    if is_word(word, setting.language):
        return None
    return place.after in setting.words.starters and setting.suggested


def is_word(word: str, language: str) -> bool:
    """Say whether this is a word rather than a letter that stands for one."""
    return len(word) > 1 or (bool(word) and word in _SHORTEST_WORDS.get(language, ""))


def is_roman(word: str) -> bool:
    """Say whether a word is a Roman number."""
    return _ROMAN.fullmatch(word) is not None


def _entry(word: str, place: Candidate, setting: Setting) -> bool | None:
    """Look one reading of an abbreviation up."""
    words, after = setting.words, place.after
    if word in words.before_number and _is_number(after):
        return False
    if word in words.after_number and _has_number(place):
        return after[:1].isupper() and _is_long_enough(place, setting, 4)
    if word in words.last:
        return after[:1].isupper() or after in words.starters
    if word in words.either or (_is_dotted(place.word) and word not in words.inner):
        begins = _begins_sentence(place, setting) or _is_suggested_end(word, place, setting)
        return begins and _is_long_enough(place, setting, 3)
    if word in words.before_number and after in words.starters and len(word) > 1:
        return True
    return False if word in words.inner else None


def _is_dotted(word: str) -> bool:
    return _DOTTED.fullmatch(word) is not None


def _begins_sentence(place: Candidate, setting: Setting) -> bool:
    """Say whether the next word begins sentences: `The`, or `Mr.` before a name."""
    after = place.after
    if after in setting.words.starters:
        return True
    is_title = after.lower() in setting.words.inner and after[:1].isupper()
    return is_title and _stop_follows(place, setting)


def _are_parts(word: str, after: str) -> bool:
    """Say whether two words are parts of one abbreviation: `U. S.`, and Spanish `JJ. OO.`."""
    if _is_initial(word) and _is_initial(after):
        return True
    return all(len(one) == _DOUBLED and one[0] == one[1] and one.isupper() for one in (word, after))


def _is_initial(word: str) -> bool:
    """Say whether a word is one letter, or ends in one: `J`, `U.S`."""
    last = word.rpartition(".")[2]
    return len(last) == 1 and last.isalpha()


def _stop_follows(place: Candidate, setting: Setting) -> bool:
    """Say whether the next word has a full stop of its own."""
    return setting.text.startswith(".", place.next + len(place.lead) + len(place.after))


def _is_suggested_end(word: str, place: Candidate, setting: Setting) -> bool:
    """Follow sentencex where it knows the abbreviation well: `her Ph.D. Tom`."""
    known = setting.language == "en" and word in setting.words.either and "." in word
    return known and setting.suggested and place.after[:1].isupper()


def _is_long_enough(place: Candidate, setting: Setting, words: int) -> bool:
    """Tell `At 5 a.m. Mr. Smith` from a sentence that is over."""
    said = setting.text[setting.since : min(place.start, setting.since + _OPENING)]
    said_words = said.rpartition(": ")[2].split()
    most = 2 * words if any(word.endswith(",") for word in said_words) else words
    if len(said_words) > most or place.after in setting.words.starters:
        return True
    return not said_words or said_words[0] not in setting.words.prepositions


def _readings(place: Candidate) -> list[str]:
    """Give the ways to read what stands before: `z. B.` is `z.b` and `b`; `(vol` is `vol`."""
    if not place.before:
        return []
    last = place.before[-1].lower()
    readings = [last]
    joined = last
    for word in reversed(place.before[:-1]):
        if not word.endswith(".") or len(word) > _LONGEST_JOINED:
            break
        joined = word.lower() + joined
        readings.insert(0, joined)
    if "-" in last or "/" in last:
        readings.append(re.split("[-/]", last)[-1])
    return readings


def _is_number(after: str) -> bool:
    return after[:1].isdigit() or is_roman(after)


def _has_number(place: Candidate) -> bool:
    return place.word[:1].isdigit() or (len(place.before) > 1 and place.before[-2][-1:].isdigit())
