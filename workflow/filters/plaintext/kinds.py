"""What each block is: told by shape first, by words second.

The passes run in the order in which a person reads: what is marked (items, notes), who signs, how
the text opens and closes, then headings and quotations between. A later pass never takes back what
an earlier one was sure of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from workflow.filters.cues import words
from workflow.filters.cues.dates import is_date, with_ascii_digits
from workflow.filters.cues.measure import columns
from workflow.filters.cues.punctuation import (
    closes_quotation,
    ending,
    ends_sentence,
    opens_quotation,
    word_count,
)
from workflow.filters.plaintext.blocks import Draft
from workflow.filters.plaintext.nesting import nest
from workflow.filters.plaintext.signed import mark_signatories
from workflow.model import BlockKind

_TITLE = 200
_SHORT = 100
_SHORT_WORDS = 14
_ADDRESS = 160
_ADDRESSED = 3
_LONGEST_QUOTATION = 40
_OPENING = 12

_STAR = re.compile(r"[^\s*]\*(?![*\w])")
_COUNTED = re.compile(
    r"([^\W\d_]{2,14}\.?)\s(?:\d{1,3}|[IVXLC]{1,7})[.:]?|第[\d一二三四五六七八九十]{1,4}([条條章節节])"
)


def find_kinds(drafts: list[Draft], locale: str, months: frozenset[str]) -> None:
    """Find out the kind, level and depth of each block, in place."""
    for draft in drafts:
        draft.kind = _marked(draft)
    _mark_star(drafts)
    _mark_dates(drafts, months)
    _mark_opening(drafts)
    mark_signatories(drafts, locale)
    _mark_closing(drafts)
    _mark_headings(drafts)
    _mark_quotations(drafts)
    nest(drafts)


def _marked(draft: Draft) -> BlockKind:
    if draft.marker is None:
        return BlockKind.PARAGRAPH
    return {
        "note": BlockKind.FOOTNOTE,
        "bullet": BlockKind.UNORDERED_ITEM,
        "quoted": BlockKind.QUOTE,
    }.get(draft.marker.form, BlockKind.ORDERED_ITEM)


def _mark_star(drafts: Sequence[Draft]) -> None:
    """Take the one line that begins with a star for a note, if a star refers to it."""
    starred = [
        number for number, each in enumerate(drafts) if each.marker and each.marker.text == "*"
    ]
    if len(starred) == 1 and any(_STAR.search(each.text) for each in drafts[: starred[0]]):
        drafts[starred[0]].kind = BlockKind.FOOTNOTE


def _is_free(draft: Draft) -> bool:
    return draft.marker is None and draft.kind is BlockKind.PARAGRAPH


def is_short(draft: Draft) -> bool:
    """Tell whether a block is short enough for a heading."""
    return (
        len(draft.text) <= _TITLE
        and columns(draft.text) <= _SHORT
        and word_count(draft.text) <= _SHORT_WORDS
    )


def is_prose(draft: Draft) -> bool:
    """Tell whether a block is running text."""
    return _is_free(draft) and (
        columns(draft.text) > _TITLE or (ends_sentence(draft.text) and not is_short(draft))
    )


def _mark_dates(drafts: Sequence[Draft], months: frozenset[str]) -> None:
    for draft in drafts:
        if _is_free(draft) and is_date(draft.text, months):
            draft.kind = BlockKind.DATE_LINE


def _mark_opening(drafts: list[Draft]) -> None:
    """Read the lines before the first running text: title, subtitles, place, author, address."""
    if len(drafts) < 2:  # noqa: PLR2004 - one block alone has nothing to be the title of
        return
    titles = 0
    is_addressed = False
    for number, draft in enumerate(drafts[:_OPENING]):
        if draft.marker is not None or (is_prose(draft) and not _is_title(drafts, number)):
            break
        if draft.kind is BlockKind.DATE_LINE:
            continue
        if is_addressed and not is_address(drafts, number):
            break
        in_block = draft.chunk == drafts[0].chunk or _is_before_date(drafts, number)
        if number and words.names_author(draft.text) and is_short(draft):
            draft.kind = BlockKind.BYLINE
        elif is_address(drafts, number) and (number or words.greets(draft.text)):
            draft.kind = BlockKind.SALUTATION
            is_addressed = True
        elif _is_title(drafts, number) if not titles else in_block and _is_title_line(draft):
            draft.kind, draft.level = BlockKind.HEADING, 1
            titles += 1
        elif in_block and not titles:
            break


def _is_before_date(drafts: Sequence[Draft], number: int) -> bool:
    """Tell whether a line that stands alone is followed by place and date: a subtitle."""
    draft, follower = drafts[number], drafts[min(number + 1, len(drafts) - 1)]
    return draft.size == 1 and is_short(draft) and follower.kind is BlockKind.DATE_LINE


def is_address(drafts: Sequence[Draft], number: int) -> bool:
    """Tell whether a line addresses somebody: `Dear friends,`, on a line for each of them."""
    text, size = drafts[number].text, drafts[number].size
    if columns(text) > _ADDRESS or word_count(text) > 2 * _SHORT_WORDS:
        return False
    if size > 1:
        chunk = drafts[number].chunk
        near = drafts[max(number - size + 1, 0) : number + size]
        lines = [each.text for each in near if each.chunk == chunk]
        return size <= _ADDRESSED and all(_calls(line) for line in lines)
    if _calls(text):
        return True
    return words.greets(text) and (not ends_sentence(text) or ending(text) in "!！")


def _calls(text: str) -> bool:
    return ending(text) in ",،，、" and word_count(text) <= _SHORT_WORDS


def _is_title(drafts: Sequence[Draft], number: int) -> bool:
    """Tell whether the first block is a title: it may even end in a full stop before a date."""
    draft = drafts[number]
    if number or columns(draft.text) > _TITLE or ending(draft.text) in ",;،؛":
        return False
    if ending(draft.text) in "!?！？؟" or not ends_sentence(draft.text):
        return ending(draft.text) not in ":：" or (draft.size > 1 and drafts[1].marker is None)
    follower = drafts[1]
    return follower.kind is BlockKind.DATE_LINE or (
        _is_free(follower) and is_short(follower) and words.names_author(follower.text)
    )


def _is_title_line(draft: Draft) -> bool:
    return columns(draft.text) <= _TITLE and (
        not ends_sentence(draft.text) or (is_short(draft) and ending(draft.text) in "!?！？؟")
    )


def _mark_closing(drafts: list[Draft]) -> None:
    """Read the lines after the text: where it was published, what the web page left behind."""
    for draft in drafts:
        if not (_is_free(draft) and is_short(draft)):
            continue
        if words.is_web_residue(draft.text) or _is_page_number(draft):
            draft.kind = BlockKind.BOILERPLATE
    if any(draft.kind is BlockKind.SALUTATION for draft in drafts):
        _mark_senders(drafts)
    for draft in drafts[1:][-2:]:
        is_apart = draft.gap > 0 or drafts[-2].kind is BlockKind.SIGNATORY
        if not (_is_free(draft) and is_short(draft) and is_apart) or draft.size > 1 < draft.gap:
            continue
        if words.names_source(draft.text) or (
            draft is drafts[-1] and not ends_sentence(draft.text) and ending(draft.text) not in ":,"
        ):
            draft.kind = BlockKind.SOURCE_LINE


def _mark_senders(drafts: Sequence[Draft]) -> None:
    """Find who signs a letter: the short lines at its end, below `Yours sincerely,`."""
    last = [draft for draft in drafts if draft.chunk == drafts[-1].chunk]
    if len(last) > _TITLE_LINES or last[0].gap == 0:
        return
    for draft in last:
        is_name = (
            is_short(draft) and not ends_sentence(draft.text) and ending(draft.text) not in ":："
        )
        if not (_is_free(draft) and is_name) or words.names_source(draft.text):
            return
    for draft in last:
        if ending(draft.text) not in ",،，、":
            draft.kind = BlockKind.SIGNATORY


def _mark_headings(drafts: list[Draft]) -> None:
    numbered = _heading_styles(drafts)
    counted = _counted_headings(drafts)
    for number, draft in enumerate(drafts[:-1]):
        if draft.ruled and is_short(draft) and _is_free(draft):
            draft.kind, draft.level = BlockKind.HEADING, 2 if number else 1
        elif (_is_free(draft) and (number in counted or _stands_over(drafts, number))) or (
            draft.kind is BlockKind.ORDERED_ITEM
            and draft.marker
            and draft.marker.style in numbered
            and _is_heading_text(draft)
        ):
            draft.kind, draft.level = BlockKind.HEADING, 2


def _heading_styles(drafts: Sequence[Draft]) -> frozenset[str]:
    """Give the styles of markers that number headings: short lines over running text, mostly."""
    over: dict[str, list[bool]] = {}
    for draft, follower in pairwise(drafts):
        if draft.kind is BlockKind.ORDERED_ITEM and draft.marker:
            stands_over = _is_heading_text(draft) and _is_said_under(draft.marker.style, follower)
            over.setdefault(draft.marker.style, []).append(stands_over and follower.gap > 0)
    return frozenset(style for style, found in over.items() if sum(found) * 2 > len(found))


def _is_said_under(style: str, follower: Draft) -> bool:
    """Tell whether a block may stand under a numbered heading: text, or items of another row."""
    if follower.marker:
        return follower.marker.style != style
    return _leads_in(follower) or (_is_free(follower) and ends_sentence(follower.text))


def _counted_headings(drafts: Sequence[Draft]) -> frozenset[int]:
    """Give the numbers of the lines that only count: `Article 1`, `Article 2` over their texts."""
    counted: dict[str, list[int]] = {}
    for number, draft in enumerate(drafts[:-1]):
        if _is_free(draft) and (found := _COUNTED.fullmatch(with_ascii_digits(draft.text))):
            counted.setdefault(words.fold(found[1] or found[2]), []).append(number)
    numbers = {number for found in counted.values() if len(found) > 1 for number in found}
    first = min(numbers, default=0)
    for number, draft in enumerate(drafts[:first]):  # `Article premier`
        head, _, tail = words.fold(draft.text).partition(" ")
        if _is_free(draft) and head in counted and tail and " " not in tail:
            numbers.add(number)
    return frozenset(numbers)


def _is_page_number(draft: Draft) -> bool:
    return draft.text.isdecimal() and len(draft.text) < len("2025") and draft.size == 1


def _leads_in(draft: Draft) -> bool:
    """Tell whether a line announces a list."""
    return _is_free(draft) and ending(draft.text) in ":："


def _is_heading_text(draft: Draft) -> bool:
    if not is_short(draft):
        return False
    mark = ending(draft.text)
    return mark in "?؟？" or (not ends_sentence(draft.text) and mark not in ",;:،؛：；、")


def _stands_over(drafts: Sequence[Draft], number: int) -> bool:
    """Tell whether a short line begins a run of its own with running text or items below it."""
    draft, follower = drafts[number], drafts[number + 1]
    if _in_title_block(drafts, number):
        return True
    if not _is_heading_text(draft):
        return False
    begins = number == 0 or draft.gap > 0
    holds = (
        is_prose(follower)
        or (follower.gap > 0 and _is_statement_under(draft, follower))
        or (_leads_in(follower) and not _is_over_names(drafts[number + 1 : number + 3]))
        or (follower.gap > 0 and follower.kind in _UNDER_HEADING)
        or (follower.gap > 0 and _is_list_of_names(drafts[number + 1 : number + 3]))
    )
    return begins and holds


def _is_statement_under(draft: Draft, follower: Draft) -> bool:
    """Tell whether a block is a sentence that says more than the line above it, not a slogan."""
    says_more = len(follower.text) >= _TIMES * len(draft.text)
    return _is_free(follower) and says_more and ending(follower.text) in ".。۔।．։።"


_TIMES = 2
_UNDER_HEADING = frozenset({
    BlockKind.DATE_LINE,
    BlockKind.ORDERED_ITEM,
    BlockKind.QUOTE,
    BlockKind.UNORDERED_ITEM,
})  # fmt: skip


def _is_over_names(drafts: Sequence[Draft]) -> bool:
    return drafts[-1].kind is BlockKind.SIGNATORY


def _is_list_of_names(drafts: Sequence[Draft]) -> bool:
    return len(drafts) > 1 and all(draft.kind is BlockKind.SIGNATORY for draft in drafts)


def _in_title_block(drafts: Sequence[Draft], number: int) -> bool:
    """Tell whether a line is one of a few that stand apart as the title of what follows.

    A wide gap before them, running text after them, none of them a list.
    """
    if not 2 <= drafts[number].size <= _TITLE_LINES:  # noqa: PLR2004
        return False
    chunk = drafts[number].chunk
    first = number
    while first and drafts[first - 1].chunk == chunk:
        first -= 1
    block = drafts[first : first + drafts[number].size]
    after = first + len(block)
    return (
        first > 0
        and block[0].gap > 1
        and after < len(drafts)
        and is_prose(drafts[after])
        and all(_is_free(each) or each.kind is BlockKind.HEADING for each in block)
        and all(is_short(each) and _is_title_line(each) for each in block)
    )


_TITLE_LINES = 4


def _mark_quotations(drafts: list[Draft]) -> None:
    """Find quotations of whole paragraphs: opened in one, closed in it or in a later one."""
    number = 0
    while number < len(drafts):
        end = _quotation_end(drafts, number)
        for draft in drafts[number:end]:
            draft.kind = BlockKind.QUOTE
        number = max(end, number + 1)


def _quotation_end(drafts: Sequence[Draft], number: int) -> int:
    """Give the number behind the last block of a quotation that begins here, or `number`."""
    draft = drafts[number]
    opened = opens_quotation(draft.text)
    if not _is_free(draft) or not opened:
        return number
    if opened.closing_at_end(draft.text):
        return number + 1 if opened.is_whole(draft.text) else number
    if not opened.is_open(draft.text):
        return number
    for later in range(number + 1, min(number + _LONGEST_QUOTATION, len(drafts))):
        if not _is_free(drafts[later]):
            return number
        if closes_quotation(drafts[later].text, opened):
            return later + 1
    return number
