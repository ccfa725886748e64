"""Decide for one candidate after the other whether a sentence ends there.

Each rule is a small function: True cuts, False does not, None has no opinion. The first opinion
counts; where no rule has one, sentencex decides. Rules that keep sentences together come first: a
wrong cut is worse than a missed one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from workflow.segmentation.candidates import Candidate
from workflow.segmentation.marks import CONTINUING, DASHES, WITHOUT_SPACE
from workflow.segmentation.quoted import goes_on_after_quotation
from workflow.segmentation.words import Words


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule knows beside the candidate itself."""

    text: str
    words: Words
    language: str
    since: int
    """Where the sentence began that may end here."""
    inside: bool
    """It stands inside a short quotation or parenthesis."""
    suggested: bool
    """What sentencex would do."""
    small_starts: bool
    """The sentences of this text begin with small letters."""


Rule = Callable[[Candidate, Setting], bool | None]

_ENUMERATOR = re.compile(r"[\W_]*(?:\d{1,3}|[^\W\d_]|[ivxlcIVXLC]{1,6})[\W_]*")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\u2029")
_REFERRED = re.compile(r"\d|[⁰¹²³⁴⁵⁶⁷⁸⁹]|\[")
_SHORTEST_WORDS = {"en": "I", "kmr": "eîaoû", "pt": "é", "it": "èé", "tr": "o", "az": "o"}
"""Words of one letter with which a sentence can end."""

_LAST_NUMBER = re.compile(r"\d{1,3}[.)]{1,2}\s*")
_NUMBER_SIGNS = "°º№ª§#"
_ROMAN = re.compile(r"[IVXLCDM]+")
_DOTTED = re.compile(r"[^\W\d_]{1,3}(?:\.[^\W\d_]{1,4})+")
_ADDRESS = re.compile(r"[@/\\_=]|\w\.\w")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff「『《〈（“]")


def blank_line(place: Candidate, _: Setting) -> bool | None:
    """Cut at a blank line."""
    return True if _BLANK_LINE.search(place.gap) else None


def short_enclosure(_: Candidate, setting: Setting) -> bool | None:
    """Keep a short quotation or parenthesis together."""
    return False if setting.inside else None


def nothing_said(place: Candidate, setting: Setting) -> bool | None:
    """Keep a number, a letter or bare dots with the text that follows: `1.`, `a.`, `...`."""
    said = setting.text[setting.since : min(place.end, setting.since + 16)]
    if place.end - setting.since < 16 and (not any(map(str.isalnum, said)) or _is_enumerator(said)):
        return False
    return None


def _is_enumerator(said: str) -> bool:
    return "!" not in said and "?" not in said and _ENUMERATOR.fullmatch(said) is not None


def continuing_mark(place: Candidate, _: Setting) -> bool | None:
    """Go on before a comma and its like."""
    return False if place.following in CONTINUING else None


def quotation_goes_on(place: Candidate, setting: Setting) -> bool | None:
    """Go on after a quotation with `he said` and its like, in Chinese, Japanese and Korean."""
    if place.closed and not place.gap:
        return False if goes_on_after_quotation(setting.text, place.end, setting.language) else None
    return None


def no_space(place: Candidate, setting: Setting) -> bool | None:
    """Cut between two words without a space only where a space has clearly been forgotten."""
    if place.gap:
        return None
    if place.mark[-1] in WITHOUT_SPACE or (place.is_call and _UNSPACED.match(place.following)):
        return None if place.following else False
    if place.is_own or not place.is_single:
        return setting.suggested and place.mark[0] in "։:"
    word, after = place.word, place.after
    if not (word.isalpha() or word[-1:].isdigit()) or len(word) < 2 or len(after) < 2:
        return False
    if place.closed:
        return False
    return _forgotten_space(place, setting) and abbreviation(place, setting) is not False


def _forgotten_space(place: Candidate, setting: Setting) -> bool:
    token = setting.text[place.next : place.next + 40].split(None, 1)[0]
    if _ADDRESS.search(token) or place.lead:
        return False
    word, after = place.word, place.after
    if after in setting.words.starters:
        return word[-1].isalpha() or len(after) > 2
    if after[0].isupper() and after[1:].islower():
        return len(word) > 2 and word[-2:].islower()
    return len(word) > 3 and not word.isascii() and _ROMAN.fullmatch(after) is not None


def dash(place: Candidate, setting: Setting) -> bool | None:
    """Go on after a dash, unless a capital follows it."""
    if place.following not in DASHES and not setting.text.startswith("--", place.next):
        return None
    rest = setting.text[place.next : place.next + 6].lstrip("-–—―‒− \u00a0")
    return False if not rest or rest[0].islower() or rest[0].isdigit() else None


def small_letter(place: Candidate, setting: Setting) -> bool | None:
    """Go on before a small letter, unless all sentences of the text begin with one."""
    after = place.after
    if not after or not after[0].islower() or after[1:2].isupper():
        return None
    if setting.small_starts and not place.is_dots:
        is_word = len(place.word) > 1 or place.word in _SHORTEST_WORDS.get(setting.language, "")
        return is_word and abbreviation(place, setting) is None
    return False


def abbreviation(place: Candidate, setting: Setting) -> bool | None:
    """Ask the word lists: `Dr.` never ends a sentence, `etc.` only before a sentence starter."""
    if not place.is_full_stop or place.closed:
        return None
    if _is_initial(place.word) and _is_initial(place.after) and _stop_follows(place, setting):
        return False
    for word in _readings(place):
        verdict = _entry(word, place, setting)
        if verdict is not None:
            return verdict
    return None


def _entry(word: str, place: Candidate, setting: Setting) -> bool | None:
    """Look one reading of an abbreviation up."""
    words, after = setting.words, place.after
    if word in words.before_number and _is_number(after):
        return False
    if word in words.after_number and _has_number(place):
        return after[:1].isupper()
    if word in words.last:
        return after[:1].isupper() or after in words.starters
    if word in words.either or (_is_dotted(place.word) and word not in words.inner):
        return _begins_sentence(place, setting) and _is_long_enough(place, setting)
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
    is_title = after.casefold() in setting.words.inner and after[:1].isupper()
    return is_title and _stop_follows(place, setting)


def _is_initial(word: str) -> bool:
    """Say whether a word is one letter, or ends in one: `J`, `U.S`."""
    last = word.rpartition(".")[2]
    return len(last) == 1 and last.isalpha()


def _stop_follows(place: Candidate, setting: Setting) -> bool:
    """Say whether the next word has a full stop of its own."""
    return setting.text.startswith(".", place.next + len(place.lead) + len(place.after))


def _is_long_enough(place: Candidate, setting: Setting) -> bool:
    """Tell `At 5 a.m. Mr. Smith` from a sentence that is over."""
    said = setting.text[setting.since : min(place.start, setting.since + 40)]
    return len(said.split()) > 3 or place.after in setting.words.starters


def _readings(place: Candidate) -> list[str]:
    """Give the ways to read what stands before: `z. B.` is `z.b` and `b`; `(vol` is `vol`."""
    if not place.before:
        return []
    last = place.before[-1].casefold()
    readings = [last]
    joined = last
    for word in reversed(place.before[:-1]):
        if not word.endswith(".") or len(word) > 5:
            break
        joined = word.casefold() + joined
        readings.insert(0, joined)
    if "-" in last or "/" in last:
        readings.append(re.split("[-/]", last)[-1])
    return readings


def _is_number(after: str) -> bool:
    return after[:1].isdigit() or _ROMAN.fullmatch(after) is not None


def _has_number(place: Candidate) -> bool:
    return place.word[:1].isdigit() or (len(place.before) > 1 and place.before[-2][-1:].isdigit())


def after_reference(place: Candidate, _: Setting) -> bool | None:
    """Cut after a reference to a note: `activists. [1] They`."""
    if not _REFERRED.search(place.closed) or not place.gap:
        return None
    return None if place.after[:1].isdigit() else True


def initial(place: Candidate, setting: Setting) -> bool | None:
    """Keep single letters with the name that follows: `J. Smith`."""
    word = place.word.rpartition(".")[2].rpartition("-")[2]
    if not place.is_full_stop or place.closed or len(word) != 1 or not word.isalpha():
        return None
    if word in _SHORTEST_WORDS.get(setting.language, ""):
        return None
    return place.after in setting.words.starters and setting.suggested


def ordinal(place: Candidate, setting: Setting) -> bool | None:
    """Keep an ordinal number with its noun where the language writes `8. Januar`."""
    if not place.is_full_stop or place.closed or not place.word[-1:].isdigit():
        return None
    if place.after[:1].isdigit():
        return False
    words = setting.words
    if place.after.casefold() in words.months:
        return False
    if words.ordinal_stop and place.word.isdigit() and len(place.word) < 3:
        return place.after in words.starters
    return None


def dots(place: Candidate, setting: Setting) -> bool | None:
    """Take what sentencex says about dots, but keep them with a word they touch."""
    if not place.is_dots:
        return None
    is_capital = place.after[:1].isupper()
    return setting.suggested and bool(place.gap) and (is_capital or "…" not in place.mark)


def digit(place: Candidate, setting: Setting) -> bool | None:
    """Let a sentence begin with a number only after a whole word."""
    if not place.after[:1].isdigit():
        return None
    if _LAST_NUMBER.fullmatch(setting.text[place.next : place.next + 8]):
        return False
    if not place.is_full_stop:
        return True
    word = place.word
    if not word or word[-1].isdigit() or word[-1] in _NUMBER_SIGNS or "." in word:
        return bool(place.closed) and setting.suggested
    if word[-1].islower():
        return len(word) > (1 if setting.small_starts else 3)
    return not word[-1].isupper() and len(word) > 1


RULES: tuple[Rule, ...] = (
    blank_line,
    short_enclosure,
    nothing_said,
    continuing_mark,
    dash,
    quotation_goes_on,
    no_space,
    small_letter,
    after_reference,
    dots,
    abbreviation,
    initial,
    ordinal,
    digit,
)


def ends_sentence(place: Candidate, setting: Setting) -> bool:
    """Say whether a sentence ends at this place."""
    for rule in RULES:
        verdict = rule(place, setting)
        if verdict is not None:
            return verdict
    return setting.suggested
