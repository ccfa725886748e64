"""The blocks a reader sees, in a target language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from workflow import segmentation
from workflow.filters.plaintext.reading import fit
from workflow.model import (
    EMPTY_ON_PURPOSE,
    Block,
    BlockKind,
    Document,
    Inline,
    Slot,
    UnitKey,
    is_translation,
)
from workflow.placeholders import REFERENCE
from workflow.skeleton import between, joint, slots

_REFERENCE = re.compile(f"({REFERENCE})")


def render(document: Document, targets: Mapping[UnitKey, str], locale: str) -> tuple[Block, ...]:
    """Build the tree of a document in a target language.

    Where there is no target, the source text stands, and carries its own language. A reference such
    as `[1]` leads to the note with that marker.
    """
    blocks = [
        list(run) for _, run in groupby(slots(document.skeleton), key=lambda s: s.place.group)
    ]
    notes = {run[0].place.marker for run in blocks if run[0].place.kind is BlockKind.FOOTNOTE}
    flat = []
    for run in blocks:
        inlines = _inlines(run, targets, document.source_locale, locale)
        flat.append((run[0], tuple(_with_references(inlines, notes))))
    return _nested(flat, 0)


def _inlines(
    run: Sequence[Slot], targets: Mapping[UnitKey, str], source_locale: str, locale: str
) -> Iterator[Inline]:
    joiner, own_joiner = segmentation.joiner(locale), segmentation.joiner(source_locale)
    before, was_foreign = "", False
    for slot in run:
        target = targets.get(slot.key, "")
        if target == EMPTY_ON_PURPOSE:
            continue
        is_foreign = not is_translation(target)
        text = slot.key.source if is_foreign else fit(slot, target)
        if before:
            join = between(joiner, own_joiner, was_foreign, is_foreign)
            text = joint(before, text, join) + text
        before, was_foreign = text, is_foreign
        yield Inline(text, language=source_locale if is_foreign and source_locale != locale else "")


def _with_references(inlines: Iterator[Inline], notes: set[str]) -> Iterator[Inline]:
    for inline in _merged(inlines):
        for number, piece in enumerate(_REFERENCE.split(inline.text)):
            if number % 2 and piece in notes:
                yield Inline(piece, link=f"#note-{piece[1:-1]}", language=inline.language)
            elif piece:
                yield Inline(piece, language=inline.language)


def _merged(inlines: Iterator[Inline]) -> Iterator[Inline]:
    """Put neighbours of one language together: a paragraph reads as one text."""
    for language, run in groupby(inlines, key=lambda inline: inline.language):
        yield Inline("".join(inline.text for inline in run), language=language)


def _nested(flat: Sequence[tuple[Slot, tuple[Inline, ...]]], depth: int) -> tuple[Block, ...]:
    """Put each block that stands deeper into the item before it."""
    blocks: list[Block] = []
    number = 0
    while number < len(flat):
        slot, inlines = flat[number]
        end = number + 1
        while end < len(flat) and flat[end][0].place.depth > depth:
            end += 1
        inside = _nested(flat[number + 1 : end], depth + 1)
        place = slot.place
        blocks.append(Block(place.kind, place.level, place.marker, (*inlines, *inside)))
        number = end
    return tuple(blocks)
