"""From bytes to a document, and to the same cut as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workflow import guard, segmentation
from workflow.filters.base import document_of
from workflow.filters.markdown.drafts import Draft, Reader, fields
from workflow.filters.markdown.frontmatter import read_front_matter
from workflow.filters.markdown.kinds import find_kinds
from workflow.filters.markdown.markup import safe_cuts
from workflow.filters.markdown.nodes import Scan
from workflow.filters.markdown.scan import scan
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

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as its texts, in order."""

    scan: Scan
    drafts: tuple[Draft, ...]
    issues: tuple[Issue, ...]


def read(text: str, locale: str) -> Reading:
    """Read a document; each node learns the numbers of the texts that stand in it."""
    front = read_front_matter(text, len(_MARK) if text.startswith(_MARK) else 0)
    found = scan(text, front.end)
    reader = Reader(text, found)
    drafts = sorted([*fields(front, found), *reader.read()], key=lambda draft: draft.start)
    find_kinds(drafts, locale)
    for group, draft in enumerate(drafts):
        draft.node.groups.append(group)
    deep = [Issue("too_deep", line) for line in found.too_deep[:1]]
    issues = sorted([*front.issues, *reader.issues, *deep], key=lambda issue: issue.line)
    return Reading(found, tuple(drafts), tuple(issues))


def extract(data: bytes, locale: str, precedent: Precedent = UNPRECEDENTED) -> Document:
    """Read a Markdown document into units and a skeleton.

    Args:
        data: the file, UTF-8, with or without a byte-order mark, with any line ends.
        locale: BCP 47 tag of the source language.
        precedent: how the revision before it was cut.

    Raises:
        UnreadableSource: the bytes are not UTF-8.
    """
    text = guard.decode(data, "the source")
    reading = read(text, locale)
    parts = _parts(text, reading, locale, precedent)
    return document_of(data, parts, "markdown", locale, reading.issues)


def segment(data: bytes, locale: str) -> tuple[Passage, ...]:
    """Cut a Markdown document into blocks and sentences, as data, with offsets in code points."""
    text = guard.decode(data, "the source")
    reading = read(text, locale)
    ends = (0, *(draft.end for draft in reading.drafts))
    return tuple(
        _passage(draft, text, end, locale) for draft, end in zip(reading.drafts, ends, strict=False)
    )


def _passage(draft: Draft, text: str, before: int, locale: str) -> Passage:
    """Give a block; `before` is where the one before it ends."""
    mark = text.rfind(draft.marker.partition(" ")[0], before, draft.start) if draft.marker else -1
    is_signatory = draft.kind is BlockKind.SIGNATORY
    is_straight = draft.form in _STRAIGHT
    spans = segmentation.sentence_spans(draft.text, locale) if is_straight else ()
    return Passage(
        kind=draft.kind,
        marker=draft.marker,
        level=draft.level,
        start=mark if mark >= 0 else draft.start,
        text_start=draft.start,
        end=draft.end,
        text=text[draft.start : draft.end],
        sentences=tuple(draft.flow.span(span) for span in spans),
        fields=read_signatory(draft.text, locale) if is_signatory else {},
    )


_STRAIGHT = frozenset((
    "", "spaces", "backslash", "html", "heading",
    "underlined", "underlined-spaces", "underlined-backslash",
))  # fmt: skip
"""The forms in which a text stands in the file as it is."""


def _parts(text: str, reading: Reading, locale: str, precedent: Precedent) -> Iterator[Part]:
    position, section = 0, ""
    for group, draft in enumerate(reading.drafts):
        if draft.start > position:
            yield text[position : draft.start]
        line = reading.scan.line(draft.start)
        place = Place(draft.kind, line, group, draft.marker, draft.level, draft.depth, section)
        yield from _slots(text, draft, place, _cut(draft, reading.scan, locale, precedent))
        position = draft.end
        if draft.kind is BlockKind.HEADING:
            section = draft.text
    if position < len(text):
        yield text[position:]


def _cut(draft: Draft, found: Scan, locale: str, precedent: Precedent) -> tuple[Span, ...]:
    if not draft.may_be_cut:
        return (Span(0, len(draft.text)),)
    spans = segmentation.cut(draft.text, locale, precedent)
    return safe_cuts(draft.text, spans, found.env) if len(spans) > 1 else spans


def _slots(text: str, draft: Draft, place: Place, spans: tuple[Span, ...]) -> Iterator[Part]:
    if len(spans) == 1:
        key = UnitKey(draft.text, draft.context)
        original = text[draft.start : draft.end]
        yield Slot(key, original, place, draft.form, draft.prefix, draft.note)
        return
    end, line = draft.start, place.line
    for number, span in enumerate(spans, start=1):
        where = draft.flow.span(span)
        if number > 1:
            yield Gap(text[end : where.start], place.group)
        elif where.start > end:
            yield text[end : where.start]
        line += text.count("\n", end, where.start)
        yield Slot(
            UnitKey(span.of(draft.text), draft.context),
            where.of(text),
            _numbered(place, line, number, len(spans)),
            draft.form,
            draft.prefix,
            draft.note,
        )
        line += text.count("\n", where.start, where.end)
        end = where.end
    if end < draft.end:
        yield text[end : draft.end]


def _numbered(place: Place, line: int, number: int, size: int) -> Place:
    return Place(
        place.kind,
        line,
        place.group,
        place.marker,
        place.level,
        place.depth,
        place.section,
        position=number,
        size=size,
    )
