"""Decide for one candidate after the other whether a sentence ends there.

Each rule is a small function: True ends the sentence, False does not, None has no opinion. The
first opinion counts; where no rule has one, sentencex decides. Rules that keep sentences together
come first: a wrong cut is worse than a missed one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from workflow.segmentation.abbreviations import abbreviation, initial, is_word
from workflow.segmentation.candidates import Candidate, Setting
from workflow.segmentation.glued import no_space
from workflow.segmentation.marks import CONTINUING, DASHES, QUOTES
from workflow.segmentation.numerals import digit, ordinal
from workflow.segmentation.quoted import goes_on_after_quotation

Rule = Callable[[Candidate, Setting], bool | None]

_ENUMERATOR = re.compile(r"[^\w!?]*(?:\d{1,3}|[^\W\d_]|[ivxlcIVXLC]{1,6})[^\w!?]*")
_LONGEST_ENUMERATOR = 16
_DOTS_AND_STOP = ("….", "....")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\u2029")
_REFERENCE = re.compile(r"\d|[⁰¹²³⁴⁵⁶⁷⁸⁹]|\[")
_ITEM = re.compile(r"(?:[a-z]|[ivx]{1,4})\.?\)\s+[^\W\d_a-z]")
_ASIDE = re.compile(r"\([^()\n]{1,60}[.!?]\)")
_NUMBERED_ITEM = re.compile(r"\d{1,2}\)\s+[^\W\d_]")
_MAIL_OR_WEB = re.compile(r"\w@\w|://|^www\.")


def blank_line(place: Candidate, _: Setting) -> bool | None:
    """Cut at a blank line."""
    return True if _BLANK_LINE.search(place.gap) else None


def short_enclosure(_: Candidate, setting: Setting) -> bool | None:
    """Keep a short quotation or parenthesis together."""
    return False if setting.inside else None


def nothing_said(place: Candidate, setting: Setting) -> bool | None:
    """Keep a number, a letter or bare dots with the text that follows: `1.`, `a.`, `...`."""
    if place.end - setting.since > _LONGEST_ENUMERATOR:
        return None
    said = setting.text[setting.since : place.end]
    is_empty = not any(map(str.isalnum, said))
    return False if is_empty or _ENUMERATOR.fullmatch(said) else None


def aside(place: Candidate, setting: Setting) -> bool | None:
    """Keep a short remark in brackets with the quotation it speaks of: `“Oh!” (And it was.)`."""
    if (
        place.following != "("
        or not place.is_call
        or not any(one in QUOTES for one in place.closed)
    ):
        return None
    return False if _ASIDE.match(setting.text, place.next) else None


def continuing_mark(place: Candidate, _: Setting) -> bool | None:
    """Go on before a comma and its like."""
    return False if place.following in CONTINUING else None


def dash(place: Candidate, setting: Setting) -> bool | None:
    """Go on after a dash, unless it begins a line of a dialogue, as in `— Who? — Nobody`."""
    if place.following not in DASHES and not setting.text.startswith("--", place.next):
        return None
    if any(mark in QUOTES for mark in place.closed):
        return False
    rest = setting.text[place.next : place.next + 6].lstrip("-–—―‒− \u00a0")
    return False if not rest or rest[0].islower() or rest[0].isdigit() else None


def quotation_goes_on(place: Candidate, setting: Setting) -> bool | None:
    """Go on after a quotation with `he said` and its like, in Chinese, Japanese and Korean."""
    if place.closed and not place.gap:
        return False if goes_on_after_quotation(setting.text, place.end, setting.language) else None
    return None


def small_letter(place: Candidate, setting: Setting) -> bool | None:
    """Go on before a small letter, unless all sentences of the text begin with one."""
    after = place.after
    if not after or not after[0].islower() or after[1:2].isupper():
        return None
    if _ITEM.match(setting.text, place.next) or (setting.small_starts and not place.is_dots):
        return is_word(place.word, setting.language) and abbreviation(place, setting) is None
    return False


def after_reference(place: Candidate, _: Setting) -> bool | None:
    """Cut after a reference to a note: `activists. [1] They`."""
    if not _REFERENCE.search(place.closed) or not place.gap:
        return None
    return None if place.after[:1].isdigit() else True


def dots(place: Candidate, setting: Setting) -> bool | None:
    """End a sentence with dots only before a capital, and not with the spaced ` . . . `."""
    if not place.is_dots:
        return None
    is_spaced = setting.text[place.start - 1 : place.start].isspace()
    if is_spaced and place.mark.split() == [".", ".", "."]:
        return False
    if place.mark in _DOTS_AND_STOP and place.gap and not _is_cased(place.after):
        return bool(place.after)
    return setting.suggested and bool(place.gap) and place.after[:1].isupper()


def _is_cased(word: str) -> bool:
    return word[:1].upper() != word[:1].lower()


def numbered_item(place: Candidate, setting: Setting) -> bool | None:
    """Cut before the next item of a list in running text: `... is on. 12) Make sure`."""
    if place.gap and _NUMBERED_ITEM.match(setting.text, place.next):
        return True
    return None


def address(place: Candidate, _: Setting) -> bool | None:
    """Cut after a mail or web address before a capital letter."""
    if place.is_full_stop and place.gap and _MAIL_OR_WEB.search(place.word):
        return place.after[:1].isupper() or None
    return None


RULES: tuple[Rule, ...] = (
    blank_line,
    short_enclosure,
    nothing_said,
    aside,
    continuing_mark,
    dash,
    quotation_goes_on,
    no_space,
    small_letter,
    after_reference,
    dots,
    address,
    abbreviation,
    initial,
    numbered_item,
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
