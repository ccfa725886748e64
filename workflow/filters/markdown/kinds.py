"""What a paragraph or an item of a statement is: its date, its address, who signs.

Markdown says what is a heading, an item, a quotation. The rest is told as in a plain text, by shape
first and by words second (see `filters.cues`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from workflow import languages
from workflow.filters.cues import words
from workflow.filters.cues.dates import is_date
from workflow.filters.cues.measure import columns
from workflow.filters.cues.punctuation import ending, ends_sentence, word_count
from workflow.filters.markdown.drafts import Draft
from workflow.model import BlockKind
from workflow.placeholders import placeholders
from workflow.signatories import names_country

_LINE = 140
_ADDRESS_WORDS = 14
_FEWEST = 3
_LONGEST = 400
"""Code points of an item that may name a signatory, the address of a link included."""
_SHARE = 0.6
_LAST_PART = 0.6
_OPENING = 8
_PARTED = re.compile(r"(?:\s[-–—―|]\s*|[,،、，]\s?|\t|[(（])(?=\S{2,}(?:\s\S+){0,3}[)）]?$)")
_NUMBER = re.compile(r"[\d〇一二三四五六七八九十]")
_PARTS = re.compile(r"[,،、，|(（]|\s[-–—―]|[-–—]\s")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>&~]|://|@|www\.")
_MARKS = re.compile(r"[*_~]+")
_ITEMS = frozenset({BlockKind.ORDERED_ITEM, BlockKind.UNORDERED_ITEM})


def find_kinds(drafts: Sequence[Draft], locale: str) -> None:
    """Find dates, addresses and signatories among paragraphs and items, in place."""
    for draft in drafts:
        if _is_free(draft) and _NUMBER.search(draft.text) and _is_date(draft.text, locale):
            draft.kind = BlockKind.DATE_LINE
    _mark_opening(drafts)
    _mark_signatories(drafts, locale)
    _mark_source(drafts)


def _is_free(draft: Draft) -> bool:
    return draft.in_body and draft.kind is BlockKind.PARAGRAPH and len(draft.text) <= _LINE * 2


def _is_date(text: str, locale: str) -> bool:
    return len(text) <= _LINE and is_date(_plain(text), _months(locale))


@lru_cache(maxsize=64)
def _months(locale: str) -> frozenset[str]:
    return words.month_words(languages.calendar_names(locale) | languages.calendar_names("en"))


def _plain(text: str) -> str:
    """Take the marks of emphasis and the addresses off a text."""
    if not _MARKUP.search(text):
        return text.strip(" []\n")
    pieces, position = [], 0
    for code in placeholders(text, "markdown"):
        pieces.append(text[position : code.span.start])
        position = code.span.end
    pieces.append(text[position:])
    return _MARKS.sub("", "".join(pieces)).strip(" []\n")


def _mark_opening(drafts: Sequence[Draft]) -> None:
    """Read the paragraphs before the first running text: who wrote, who is addressed."""
    for draft in [each for each in drafts if each.in_body][:_OPENING]:
        if draft.kind is not BlockKind.PARAGRAPH:
            continue
        if not _is_free(draft):
            return
        text = _plain(draft.text)
        if ends_sentence(text) and not words.greets(text):
            return
        if words.names_author(text) and word_count(text) <= _ADDRESS_WORDS:
            draft.kind = BlockKind.BYLINE
        elif _addresses(text):
            draft.kind = BlockKind.SALUTATION


def _addresses(text: str) -> bool:
    if not text or columns(text) > _LINE or word_count(text) > _ADDRESS_WORDS:
        return False
    return ending(text) in ",،，、" or (
        words.greets(text) and (not ends_sentence(text) or ending(text) in "!！")
    )


def _mark_signatories(drafts: Sequence[Draft], locale: str) -> None:
    for start, end in _lists(drafts):
        run = drafts[start:end]
        if len(run) < _FEWEST or any(len(draft.text) > _LONGEST for draft in run):
            continue
        if ends_sentence(_MARKS.sub("", run[0].text)):
            continue
        announced = _is_announced(drafts, start)
        if not announced and not _has_parts(run):
            continue
        place = start / len(drafts)
        texts = [_plain(draft.text) for draft in run]
        if _may_sign(texts) and (announced or _is_told_by_shape(texts, place, locale)):
            for draft in run:
                draft.kind, draft.level = BlockKind.SIGNATORY, 0


def _lists(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """Give the runs of items that stand outside all others."""
    start = 0
    for is_item, run in groupby(drafts, key=lambda draft: draft.kind in _ITEMS):
        length = sum(1 for _ in run)
        group = drafts[start : start + length]
        if is_item and all(each.level == 1 and each.depth == 0 for each in group):
            yield start, start + length
        start += length


def _has_parts(run: Sequence[Draft]) -> bool:
    """Tell whether most items have a mark between two parts, such as a name and a country."""
    return sum(_PARTS.search(draft.text) is not None for draft in run) >= _SHARE * len(run)


def _may_sign(texts: Sequence[str]) -> bool:
    return all(
        columns(text) <= _LINE and ending(text) not in ":：;؛?？؟" and not ends_sentence(text)
        for text in texts
    )


def _is_announced(drafts: Sequence[Draft], start: int) -> bool:
    """Tell whether the heading above a list, or the line that leads in, speaks of signatures."""
    if start == 0:
        return False
    before = drafts[start - 1]
    is_line = before.kind is BlockKind.HEADING or ending(before.text) in ":："
    return is_line and words.announces_signatures(_plain(before.text))


def _is_told_by_shape(texts: Sequence[str], place: float, locale: str) -> bool:
    enough = _SHARE * len(texts)
    if sum(names_country(text, locale) for text in texts) >= enough:
        return True
    if place < _LAST_PART or any(word_count(text) > _LINE // 9 for text in texts):
        return False
    return sum(bool(_PARTED.search(text)) for text in texts) >= enough


def _mark_source(drafts: Sequence[Draft]) -> None:
    """Find the last line, where it says where the text was published."""
    body = [draft for draft in drafts if draft.in_body]
    for draft in body[1:][-1:]:
        if _is_free(draft) and word_count(draft.text) <= 2 * _ADDRESS_WORDS:
            text = _plain(draft.text)
            if word_count(text) <= _ADDRESS_WORDS and words.names_source(text):
                draft.kind = BlockKind.SOURCE_LINE
