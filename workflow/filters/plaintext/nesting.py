"""How items stand in one another: `(1)` under `5.`, a paragraph inside article 2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.filters.cues.punctuation import ending
from workflow.filters.plaintext.blocks import Draft
from workflow.model import BlockKind

_ITEMS = (BlockKind.ORDERED_ITEM, BlockKind.UNORDERED_ITEM)


@dataclass(frozen=True, slots=True)
class _Open:
    """An item that may still get something inside."""

    style: str
    indent: int
    last: int
    """Number of the draft of its latest item."""


def nest(drafts: Sequence[Draft]) -> None:
    """Give each item its level and each block the number of items it stands inside, in place."""
    stack: list[_Open] = []
    for number, draft in enumerate(drafts):
        if draft.kind in _ITEMS and draft.marker:
            if draft.gap and not any(each.style == draft.marker.style for each in stack):
                stack = _not_over(stack, drafts, number)
            stack = _place_item(stack, draft, number)
            draft.level, draft.depth = len(stack), len(stack) - 1
        elif draft.kind is BlockKind.PARAGRAPH or draft.kind is BlockKind.QUOTE:
            stack = _still_open(stack, drafts, number)
            draft.depth = len(stack)
        else:
            stack = []


def _place_item(stack: list[_Open], draft: Draft, number: int) -> list[_Open]:
    style = draft.marker.style if draft.marker else ""
    indent = draft.line.indent
    same = [depth for depth in reversed(range(len(stack))) if stack[depth].style == style]
    if same:
        depth = min(same, key=lambda each: abs(stack[each].indent - indent))
        if indent <= stack[depth].indent + 1:
            return [*stack[:depth], _Open(style, indent, number)]
    while stack and (stack[-1].indent > indent or len(stack) == _DEEPEST):
        stack = stack[:-1]
    return [*stack, _Open(style, indent, number)]


def _still_open(stack: list[_Open], drafts: Sequence[Draft], number: int) -> list[_Open]:
    """Keep the items that go on behind this paragraph: a sibling comes before the next heading.

    A paragraph indented deeper than an item's marker is inside that item anyway.
    """
    kept: list[_Open] = []
    for item in stack:
        if _has_sibling(item, drafts, number) or drafts[number].line.indent > item.indent:
            kept.append(item)
        else:
            break
    return kept


def _not_over(stack: list[_Open], drafts: Sequence[Draft], number: int) -> list[_Open]:
    """Drop the items behind which a new row begins that stands apart.

    A row belongs to the item before it if that one announces it, goes on behind it, counts with a
    stronger mark, or stands less indented.
    """
    draft = drafts[number]
    while stack:
        last = drafts[stack[-1].last]
        if (
            ending(last.text) in ":："
            or _has_sibling(stack[-1], drafts, number)
            or draft.line.indent > stack[-1].indent
            or _strength(last) < _strength(draft) < _strength(None)
        ):
            break
        stack = stack[:-1]
    return stack


_STRONG_FIRST = ("section", "han", "number", "letter", "bracketed", "circled")


def _strength(draft: Draft | None) -> int:
    """Rank what an item counts with: `§ 1` stands over `1.`, and that over `a)` and `(1)`."""
    form = draft.marker.form if draft and draft.marker else ""
    if form == "roman" and draft and draft.marker:
        form = "section" if draft.marker.text.isupper() else "letter"
    return _STRONG_FIRST.index(form) if form in _STRONG_FIRST else len(_STRONG_FIRST)


_FAR = 40
_DEEPEST = 12
"""Levels of items; what stands deeper is a sibling of the last."""


def _has_sibling(item: _Open, drafts: Sequence[Draft], number: int) -> bool:
    rank = _rank(drafts[item.last])
    if not rank:
        return False
    for later in drafts[number + 1 : number + _FAR]:
        if later.kind in (BlockKind.HEADING, BlockKind.SIGNATORY, BlockKind.FOOTNOTE):
            return False
        if later.marker and later.marker.style == item.style:
            return _rank(later) == rank + 1
    return False


def _rank(draft: Draft) -> int:
    return draft.marker.number if draft.marker else 0
