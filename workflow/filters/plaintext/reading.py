"""From bytes to a document, and to the same cut as data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from workflow import guard, languages, segmentation
from workflow.filters.base import document_of
from workflow.filters.cues.flow import LINE_END
from workflow.filters.cues.words import month_words
from workflow.filters.plaintext.blocks import Draft, read_blocks
from workflow.filters.plaintext.kinds import find_kinds
from workflow.model import (
    BlockKind,
    Document,
    Gap,
    Issue,
    Part,
    Passage,
    Place,
    Slot,
    Span,
    UnitKey,
)
from workflow.segmentation import UNPRECEDENTED, Precedent
from workflow.signatories import read_signatory

_LINE_COUNTED = re.compile("\r\n|[\n\r]")
_FOLD = re.compile(rf"(?<![ \t])[ \t]*(?:{LINE_END.pattern})[ \t]*")


def extract(data: bytes, locale: str, precedent: Precedent = UNPRECEDENTED) -> Document:
    """Read a plain text into units and a skeleton.

    Args:
        data: the file, UTF-8, with or without a byte-order mark, with any line ends.
        locale: BCP 47 tag of the source language.
        precedent: how the revision before it was cut.

    Raises:
        UnreadableSource: the bytes are not UTF-8.
    """
    text = guard.decode(data, "the source")
    parts = _parts(text, _read(text, locale), locale, precedent)
    return document_of(data, parts, "plaintext", locale)


def segment(data: bytes, locale: str) -> tuple[Passage, ...]:
    """Cut a plain text into blocks and sentences, as data, with offsets in code points."""
    text = guard.decode(data, "the source")
    return tuple(_passage(draft, text, locale) for draft in _read(text, locale))


def fit(_slot: Slot, target: str) -> str:
    """Make a target fit its hole: a text has one line, and no white space around it."""
    return _FOLD.sub(" ", target).strip(" \t\r\n")


def check(_document: Document, _targets: Mapping[UnitKey, str]) -> tuple[Issue, ...]:
    """Find nothing: `fit` keeps every target on the line of its block."""
    return ()


def _read(text: str, locale: str) -> list[Draft]:
    months = month_words(languages.calendar_names(locale) | languages.calendar_names("en"))
    drafts = read_blocks(text, months)
    find_kinds(drafts, locale, months)
    return drafts


def _passage(draft: Draft, text: str, locale: str) -> Passage:
    spans = segmentation.sentence_spans(draft.text, locale)
    is_signatory = draft.kind is BlockKind.SIGNATORY
    return Passage(
        kind=draft.kind,
        marker=draft.marker.text if draft.marker else "",
        level=draft.level,
        start=draft.start,
        text_start=draft.text_start,
        end=draft.end,
        text=text[draft.text_start : draft.end],
        sentences=tuple(draft.flow.span(span) for span in spans),
        fields=read_signatory(draft.text, locale) if is_signatory else {},
    )


def _parts(text: str, drafts: list[Draft], locale: str, precedent: Precedent) -> Iterator[Part]:
    position, section = 0, ""
    for group, draft in enumerate(drafts):
        if draft.text_start > position:
            yield text[position : draft.text_start]
        yield from _slots(
            text,
            draft,
            segmentation.cut(draft.text, locale, precedent),
            Place(
                kind=draft.kind,
                line=draft.line.number,
                group=group,
                marker=draft.marker.text if draft.marker else "",
                level=draft.level,
                depth=draft.depth,
                section=section,
            ),
        )
        position = draft.end
        if draft.kind is BlockKind.HEADING and not (section and draft.level == 1):
            section = draft.text
    if position < len(text):
        yield text[position:]


def _slots(text: str, draft: Draft, spans: tuple[Span, ...], place: Place) -> Iterator[Part]:
    if len(spans) == 1:
        yield Slot(UnitKey(draft.text), text[draft.text_start : draft.end], place)
        return
    line, end = place.line, draft.line.start
    for number, span in enumerate(spans, start=1):
        where = draft.flow.span(span)
        if number > 1:
            yield Gap(text[end : where.start], place.group)
        elif where.start > draft.text_start:
            yield text[draft.text_start : where.start]
        line += len(_LINE_COUNTED.findall(text, end, where.start))
        yield Slot(
            UnitKey(span.of(draft.text)),
            where.of(text),
            replace(place, line=line, position=number, size=len(spans)),
        )
        line += len(_LINE_COUNTED.findall(text, where.start, where.end))
        end = where.end
    if end < draft.end:
        yield text[end : draft.end]
