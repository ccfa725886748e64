"""A statement as its readers will see it: the tree of blocks as elements of a page.

Numbers and bullets are the author's own and stand as text. What still stands in the language of
the source is marked: as not translated, or as translated by a text that needs work. Addresses are
shown and lead nowhere: this is a preview, and a page of ours names no other host.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ui.components.passage import clean, language_of
from ui.language import Words
from workflow.model import Block, BlockKind, Inline

_ITEMS = {
    BlockKind.ORDERED_ITEM: "ol",
    BlockKind.UNORDERED_ITEM: "ul",
    BlockKind.SIGNATORY: "ul",
    BlockKind.FOOTNOTE: "ol",
}
_ROWS = {BlockKind.TABLE: "table", BlockKind.TABLE_ROW: "tr", BlockKind.TABLE_CELL: "td"}
_HIGHEST, _LOWEST = 2, 6
"""Ranks of headings: the page has a title of its own."""
_DEEPEST = 32
"""What stands deeper is drawn flat; nobody could follow it."""


def blocks(
    words: Words,
    tree: Sequence[Block],
    locale: str,
    source_locale: str,
    rough: Sequence[Block] = (),
) -> str:
    """Draw a statement in one language.

    Args:
        words: the reader's language, for the marks of what is missing.
        tree: its blocks.
        locale: its language.
        source_locale: that of what is missing.
        rough: the same blocks with the translations that need work in their places, where there
            are such translations.
    """
    drawing = _Drawing(words, source_locale, _marks(tree, rough, source_locale))
    inside = "".join(drawing.siblings(tree, 0))
    return f'<article class="us-statement" {language_of(locale)}>{inside}</article>'


def _all_in(tree: Iterable[Block]) -> Iterator[Block]:
    """Go through blocks and all that stands inside them, however deep, in order."""
    waiting = [*tree][::-1]
    while waiting:
        block = waiting.pop()
        yield block
        waiting += [child for child in block.children if isinstance(child, Block)][::-1]


def _inlines(block: Block) -> tuple[Inline, ...]:
    return tuple(child for child in block.children if isinstance(child, Inline))


def _foreign(inlines: Iterable[Inline], source_locale: str) -> str:
    """Give what still stands in the language of the source."""
    return "".join(each.text for each in inlines if each.language == source_locale).strip()


@dataclass(frozen=True, slots=True)
class _Mark:
    """Why a block stands in the language of the source, or a part of it; both may be so."""

    is_missing: bool
    """A text has no translation."""
    needs_work: bool
    """A text has one, which does not get in."""


_Marks = Mapping[tuple[Inline, ...], _Mark]


def _marks(tree: Sequence[Block], rough: Sequence[Block], source_locale: str) -> _Marks:
    """Find out what each text lacks; equal texts are one paragraph, and lack the same."""
    found = {}
    for block, other in zip(_all_in(tree), _all_in(rough or tree), strict=False):
        here, there = (_foreign(_inlines(each), source_locale) for each in (block, other))
        if here:
            found[_inlines(block)] = _Mark(bool(there), here != there)
    return found


class _Drawing:
    def __init__(self, words: Words, source_locale: str, marks: _Marks) -> None:
        self._missing = words.say("not translated yet")
        self._rough = words.say("its translation needs work and does not get in")
        self._source_locale = source_locale
        self._marks = marks

    def siblings(self, found: Iterable[Block], depth: int) -> Iterator[str]:
        """Draw blocks in order; items that follow each other are one list."""
        for kind, run in groupby(found, key=lambda block: block.kind):
            if tag := _ITEMS.get(kind):
                drawn = "".join(self._item(block, depth) for block in run)
                yield f'<{tag} role="list" class="us-{kind.value}">{drawn}</{tag}>'
            else:
                for block in run:
                    yield self._block(block, depth)

    def _block(self, block: Block, depth: int) -> str:
        inside = self._inside(block, depth)
        if tag := _ROWS.get(block.kind):
            return f"<{tag}>{self._element('span', block)}{inside}</{tag}>"
        match block.kind:
            case BlockKind.RULE:
                return f"<hr>{inside}"
            case BlockKind.CODE:
                return f'<pre dir="ltr" tabindex="0">{self._texts(block)}</pre>{inside}'
            case BlockKind.QUOTE:
                return f"<blockquote>{self._element('p', block)}{inside}</blockquote>"
            case BlockKind.HEADING:
                rank = min(max(block.level, 1) + _HIGHEST - 1, _LOWEST)
                return self._element(f"h{rank}", block) + inside
            case _:
                return self._element("p", block) + inside

    def _inside(self, block: Block, depth: int) -> str:
        children = [child for child in block.children if isinstance(child, Block)]
        if not children:
            return ""
        if depth >= _DEEPEST:
            return "".join(self._element("p", each) for each in _all_in(children))
        return "".join(self.siblings(children, depth + 1))

    def _item(self, block: Block, depth: int) -> str:
        marker = f'<bdi class="us-marker">{clean(block.marker)}</bdi>' if block.marker else ""
        words = self._element("p", block, marked=False)
        return f"<li>{marker}<div>{words}{self._inside(block, depth)}</div></li>"

    def _element(self, tag: str, block: Block, *, marked: bool = True) -> str:
        marker = f"<bdi>{clean(block.marker)}</bdi> " if marked and block.marker else ""
        texts = self._texts(block)
        if not texts and not marker:
            return ""
        language = self._language_of(block)
        attributes = f" {language_of(language)}" if language else ""
        return f'<{tag} class="us-{block.kind.value}"{attributes}>{marker}{texts}</{tag}>'

    @staticmethod
    def _language_of(block: Block) -> str:
        """Give the other language in which all of a block's words are, if they are in one."""
        found = {each.language for each in _inlines(block)}
        return found.pop() if len(found) == 1 else ""

    def _texts(self, block: Block) -> str:
        found, whole = _inlines(block), self._language_of(block)
        drawn = "".join(self._inline(each, whole) for each in found)
        mark = self._marks.get(found)
        if mark is None:
            return drawn
        said = ((mark.is_missing, self._missing), (mark.needs_work, self._rough))
        return drawn + "".join(
            f' <small class="us-missing" dir="auto">{clean(text)}</small>'
            for is_so, text in said
            if is_so
        )

    @staticmethod
    def _inline(each: Inline, around: str) -> str:
        drawn = clean(each.text)
        for is_so, tag in (
            (each.code, "code"),
            (each.struck, "s"),
            (each.emphasis, "em"),
            (each.strong, "strong"),
        ):
            drawn = f"<{tag}>{drawn}</{tag}>" if is_so else drawn
        if each.link:
            drawn = f'<span class="us-link">{drawn}</span>'
        if each.language and each.language != around:
            drawn = f"<span {language_of(each.language)}>{drawn}</span>"
        return drawn
