"""The blocks of a statement as HTML elements: every kind as what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from workflow.exporters.tables import grid
from workflow.exporters.tree import (
    clean,
    code,
    counts,
    is_task,
    is_title,
    nested,
    plain,
    runs,
    texts,
    ways,
)
from workflow.exporters.webpage.notes import Notes
from workflow.exporters.webpage.table import table_lines
from workflow.exporters.webpage.words import Words
from workflow.languages import direction
from workflow.model import Block, BlockKind, TargetDocument

_SMALLEST_HEADING = 6
_LONG_TITLE = 80
_LONG_MARKER = 7


class Body:
    """Writes the blocks of one document, in one pass from first to last.

    It remembers what only the order tells: whether the title has been written, which footnote is
    the next, and in which language the reader is.
    """

    def __init__(self, document: TargetDocument, locale: str) -> None:
        self._blocks = document.blocks
        self._notes = Notes(document.blocks)
        self._words = Words(locale, document.source_locale, self._notes)
        self._source_locale = document.source_locale
        self._direction = direction(locale)
        self._titled = False
        self._tables = 0

    def lines(self) -> Iterator[str]:
        """Write the page's content: the title block in a header, then the statement."""
        opening = self._opening()
        if opening:
            yield from ("<header>", *self._siblings(opening), "</header>")
        yield from self._siblings(self._blocks[len(opening) :])

    def _opening(self) -> tuple[Block, ...]:
        """Give the title with the date and byline around it; nothing where there is no title."""
        end = 0
        while end < len(self._blocks) and _opens(self._blocks[end]):
            end += 1
        opening = self._blocks[:end]
        return opening if any(is_title(block) for block in opening) else ()

    def _siblings(self, blocks: Iterable[Block]) -> Iterator[str]:
        for run in runs(blocks):
            yield from self._run(run)

    def _run(self, run: tuple[Block, ...]) -> Iterator[str]:
        match run[0].kind:
            case BlockKind.HEADING if is_title(run[0]) and not self._titled:
                yield from self._title(run)
            case BlockKind.ORDERED_ITEM | BlockKind.UNORDERED_ITEM | BlockKind.SIGNATORY:
                yield from self._list(run)
            case BlockKind.FOOTNOTE:
                yield from self._footnotes(run)
            case BlockKind.QUOTE:
                yield "<blockquote>"
                for block in run:
                    yield from self._content(block)
                yield "</blockquote>"
            case _:
                for block in run:
                    yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block.kind:
            case BlockKind.TABLE:
                yield from self._table(block)
            case BlockKind.CODE:
                if lines := code(block):
                    yield f'<pre dir="ltr" tabindex="0"><code>{escape(lines)}</code></pre>'
                yield from self._siblings(nested(block))
            case BlockKind.RULE:
                yield "<hr>"
                yield from self._content(block)
            case _:
                yield from self._content(block)

    def _title(self, run: tuple[Block, ...]) -> Iterator[str]:
        """Write the title: its first line is the heading, further lines stand under it."""
        self._titled = True
        long = ' class="long"' if len(plain(texts(run[0]))) > _LONG_TITLE else ""
        first = [self._element("h1", run[0], long), *self._siblings(nested(run[0]))]
        if len(run) == 1:
            yield from first
            return
        yield from ("<hgroup>", *first)
        for block in run[1:]:
            yield self._element("p", block, ' class="subtitle"')
            yield from self._siblings(nested(block))
        yield "</hgroup>"

    def _content(self, block: Block) -> Iterator[str]:
        """Write a block's own words as one element, then what stands inside it."""
        tag, class_ = "p", f' class="{block.kind.value.replace("_", "-")}"'
        if block.kind is BlockKind.HEADING:
            tag = f"h{min(max(block.level, 1), _SMALLEST_HEADING)}"
            class_ = ' class="part"' if block.level == 1 else ""
        elif block.kind in _JUST_TEXT:
            class_ = ""
        if texts(block):
            yield self._element(tag, block, class_)
        yield from self._siblings(nested(block))

    def _element(self, tag: str, block: Block, class_: str = "") -> str:
        marker = "" if block.kind in _MARKED else clean(block.marker)
        before = self._marker(marker) + " " if counts(marker) else ""
        wording = self._words.of(block)
        return f"<{tag}{class_}{wording.attributes}>{before}{wording.html}</{tag}>"

    def _table(self, block: Block) -> Iterator[str]:
        found = grid(block, self._source_locale)
        if found is None:
            yield from self._content(block)
        else:
            self._tables += 1
            yield from table_lines(found, f"table-{self._tables}", self._cell)

    def _cell(self, block: Block) -> str:
        """Write the words of a cell; the cell itself runs the page's way, as its column does."""
        wording, way = self._words.of(block), self._way_of(block)
        if wording.attributes or way != self._direction:
            attributes = wording.attributes or f' dir="{way}"'
            return f"<bdi{attributes}>{wording.html}</bdi>"
        return wording.html

    def _list(self, run: tuple[Block, ...]) -> Iterator[str]:
        """Write a list; its markers are the author's own and stand as text.

        `role="list"` because one browser takes a list without bullets for no list.
        """
        tag = "ol" if run[0].kind is BlockKind.ORDERED_ITEM else "ul"
        class_ = ""
        if run[0].kind is BlockKind.SIGNATORY:
            class_ = ' class="signatories"'
        elif any(len(block.marker) > _LONG_MARKER for block in run) and tag == "ol":
            class_ = ' class="wide"'
        yield f'<{tag} role="list"{class_}>'
        for block in run:
            yield from self._item(block)
        yield f"</{tag}>"

    def _item(self, block: Block) -> Iterator[str]:
        shown = clean(block.marker)
        if block.kind is not BlockKind.ORDERED_ITEM and not (counts(shown) or is_task(block)):
            shown = ""  # a mere bullet: the style sheet draws its own
        if block.kind is BlockKind.SIGNATORY and not nested(block) and not shown:
            wording = self._words.of(block)
            attributes = wording.attributes or f' dir="{self._way_of(block)}"'
            yield f"<li><bdi{attributes}>{wording.html}</bdi></li>"
            return
        yield "<li>" if shown else '<li class="bullet">'
        if shown:
            yield self._marker(shown)
        yield from ("<div>", *self._content(block), "</div>", "</li>")

    def _way_of(self, block: Block) -> str:
        """Say which way a line runs: the page's way, unless no letter of it does.

        The first letter must not decide: `Jonas Berg, مكتبة الميناء` in an Arabic page begins on
        the right, but a line all in Latin letters ends with its own full stop or bracket.
        """
        found = ways(plain(texts(block)))
        return next(iter(found)) if len(found) == 1 else self._direction

    def _footnotes(self, run: tuple[Block, ...]) -> Iterator[str]:
        yield '<ol role="list" class="notes">'
        for block in run:
            note = self._notes.next_note()
            marker = self._marker(clean(block.marker), note.back)
            yield from (f'<li id="{escape(note.id)}">', marker, "<div>")
            yield from (*self._content(block), "</div>", "</li>")
        yield "</ol>"

    def _marker(self, marker: str, back: str = "") -> str:
        """Write a marker apart from its text, running the page's way whatever it is made of."""
        shown = escape(marker)
        if back:
            shown = f'<a href="#{escape(back)}" role="doc-backlink">{shown or "↩"}</a>'
        return f'<bdi class="marker" dir="{self._direction}">{shown}</bdi>'


_JUST_TEXT = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.QUOTE,
        BlockKind.ORDERED_ITEM,
        BlockKind.UNORDERED_ITEM,
        BlockKind.SIGNATORY,
        BlockKind.FOOTNOTE,
    }
)
_MARKED = _JUST_TEXT - {BlockKind.PARAGRAPH, BlockKind.QUOTE}


def _opens(block: Block) -> bool:
    return is_title(block) or block.kind in (BlockKind.DATE_LINE, BlockKind.BYLINE)
