"""Whether a line break is the author's or a mail program's.

A program that wraps text fills each line: the first word of the next line had no room on it. An
author who breaks a line does so wherever the text ends. So each document is measured: how wide it
was filled (if it was), and which of its breaks a program would have made at that width.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

from workflow.filters.cues.measure import columns
from workflow.filters.cues.punctuation import ending, ends_sentence, is_lower
from workflow.filters.plaintext.lines import Line

_NARROWEST, _WIDEST = 30, 100
_SLACK = 10
"""Columns by which a filled line may be too long; a longer one, with spaces, was not filled."""
_ENOUGH_BREAKS = 2
_ENOUGH_WITHOUT_CASE = 3
_MOST = 2 / 3
_SHARE = 0.5
_OVERLONG_SHARE = 0.1
_SMALL_SHARE = 0.2
_RAGGED = 0.6
"""A line shorter than this share of the width was not ended for want of room."""

_BREAKABLE = re.compile("[ \t\u2000-\u2006\u2008-\u200a\u3000]")  # a no-break space is not
_YEAR = re.compile(r"\d{4}")
IsMarked = Callable[[Line], bool]


def wrap_width(lines: Sequence[Line], is_marked: IsMarked) -> int | None:
    """Measure at how many columns a document was wrapped, or say that it was not.

    It was, if more of its text stands in paragraphs whose breaks mostly come from filling than in
    others, and if hardly any line runs over the width.
    """
    paragraphs = [chunk for chunk in chunks(lines) if len(chunk) > 1]
    ended = [line.width for chunk in paragraphs for line in chunk[:-1] if line.width <= _WIDEST]
    if not ended or max(ended) < _NARROWEST:
        return None
    width = max(ended)
    overlong = sum(line.width > width + _SLACK and " " in line.text for line in lines)
    if overlong > _OVERLONG_SHARE * len(lines):
        return None
    filled = breaks = written = plain = 0
    for chunk in paragraphs:
        inner = [(one, two) for one, two in pairwise(chunk) if not is_marked(two)]
        size = sum(len(one.text) for one, _ in inner)
        written += size
        going_on = sum(_may_continue(one, two, width) for one, two in inner)
        if inner and going_on >= _MOST * len(inner):
            filled += size
            breaks += going_on
            plain += sum(_plainly_runs_on(one, two) for one, two in inner)
    enough = 1 if plain else _ENOUGH_BREAKS
    is_filled = breaks >= enough and filled > _SHARE * written
    return width if is_filled and _runs_through(paragraphs, is_marked) else None


def _runs_through(paragraphs: Sequence[Sequence[Line]], is_marked: IsMarked) -> bool:
    """Tell whether sentences run over line ends: lines of names all begin with a capital."""
    nexts = [two.text for chunk in paragraphs for two in chunk[1:] if not is_marked(two)]
    cased = [text for text in nexts if text[0].lower() != text[0].upper()]
    if not cased:
        return len(nexts) >= _ENOUGH_WITHOUT_CASE
    return sum(text[0].islower() for text in cased) >= _SMALL_SHARE * len(cased)


def chunks(lines: Sequence[Line]) -> list[list[Line]]:
    """Put lines together that have no blank line between them."""
    numbered: list[tuple[int, Line]] = []
    number = 0
    for line in lines:
        number += line.gap > 0
        numbered.append((number, line))
    return [[line for _, line in run] for _, run in groupby(numbered, key=lambda pair: pair[0])]


def joined(
    chunk: Sequence[Line], width: int | None, is_marked: IsMarked, *, is_title: bool = False
) -> list[list[Line]]:
    """Put the lines of one chunk together that are one text, in a document of this width.

    The lines of a title are broken where they please: only a full one goes on.
    """
    if width is None:
        return [[line] for line in chunk]
    breaks = [(one, two) for one, two in pairwise(chunk) if not is_marked(two)]
    filling = sum(_had_no_room(one, two, width) for one, two in breaks)
    is_paragraph = filling >= _SHARE * len(breaks) or is_title
    texts = [[chunk[0]]]
    for one, two in pairwise(chunk):
        if (
            is_marked(two)
            or one.ruled
            or (is_title and _YEAR.search(two.text))
            or not _continues(one, two, width, is_paragraph=is_paragraph, is_title=is_title)
        ):
            texts.append([two])
        else:
            texts[-1].append(two)
    return texts


def _continues(one: Line, two: Line, width: int, *, is_paragraph: bool, is_title: bool) -> bool:
    if not is_title and _runs_on(one, two, width):
        return True
    return _had_no_room(one, two, width) and (is_paragraph or _is_in_the_middle(one, two))


def _is_in_the_middle(one: Line, two: Line) -> bool:
    """Tell whether the second of two full lines cannot begin a text, whatever its letters."""
    if one.text.count("(") > one.text.count(")"):
        return True
    return one.text[-1].isalnum() and (two.text[0] == "(" or two.text[0].isdecimal())


def _may_continue(one: Line, two: Line, width: int) -> bool:
    return _had_no_room(one, two, width) or _runs_on(one, two, width)


def _had_no_room(one: Line, two: Line, width: int) -> bool:
    """Tell whether the next word would have run over the width."""
    if one.width > width + _NARROWEST:
        return False
    first_word = _BREAKABLE.split(two.text, maxsplit=1)[0]
    if not first_word.isascii() and columns(first_word) > len(first_word):
        first_word = first_word[0]
    return one.width + 1 + columns(first_word) > width


def _plainly_runs_on(one: Line, two: Line) -> bool:
    return one.text[-1].isalnum() and one.width >= _NARROWEST and is_lower(two.text)


def _runs_on(one: Line, two: Line, width: int) -> bool:
    """Tell whether the sentence plainly goes on, wherever a person chose to break it."""
    if one.width > width + _NARROWEST or ends_sentence(one.text) or not is_lower(two.text):
        return False
    return one.width >= _RAGGED * width or ending(one.text) not in ",;:،؛"
