"""A statement to be read: each paragraph with its state, and with the source beside it if wanted.

What stands still in the language of the source is marked. Numbers and bullets are the author's own
and stand as text. This is HTML for `st.html`; nothing in it leads to another host.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from ui.components.blocks import inline
from ui.components.far import NEEDS_WORK, REVIEWED, TO_TRANSLATE, TRANSLATED
from ui.components.passage import clean, language_of
from ui.language import Words, tell
from workflow import languages
from workflow.model import Block, BlockKind, Inline, State
from workflow.services.publishing import Part, Reading, Written

_ITEMS = frozenset({
    BlockKind.ORDERED_ITEM,
    BlockKind.UNORDERED_ITEM,
    BlockKind.SIGNATORY,
    BlockKind.FOOTNOTE,
})  # fmt: skip
_HIGHEST, _LOWEST = 2, 6
"""Ranks of headings: the page has a title of its own."""
_DEEPEST = 6
"""Steps by which items are set in; there is no room for more on a phone."""
SHAPES = {
    State.UNTRANSLATED: (TO_TRANSLATE, tell("to translate")),
    State.NEEDS_WORK: (NEEDS_WORK, tell("needs work")),
    State.TRANSLATED: (TRANSLATED, tell("translated")),
    State.REVIEWED: (REVIEWED, tell("reviewed")),
}
_MISSING = (State.UNTRANSLATED, State.NEEDS_WORK)


def statement(words: Words, reading: Reading, *, is_bilingual: bool) -> str:
    """Draw a statement; beside its source, paragraph by paragraph, if wanted."""
    drawing = _Drawing(words, reading, is_bilingual)
    kinds = ["us-reading"]
    kinds += ["us-both"] if is_bilingual else []
    kinds += ["us-original"] if reading.locale == reading.source_locale else []
    inside = "".join(drawing.siblings(reading.parts, 0))
    return f'<article class="{" ".join(kinds)}">{inside}</article>'


@dataclass(frozen=True, slots=True)
class _Drawing:
    words: Words
    reading: Reading
    is_bilingual: bool

    def siblings(self, parts: Iterable[Part], depth: int) -> Iterator[str]:
        """Draw parts in order; items that follow each other are one list."""
        for is_items, run in groupby(parts, key=lambda part: part.block.kind in _ITEMS):
            if is_items:
                drawn = "".join(f"<li>{self._part(each, depth + 1)}</li>" for each in run)
                yield f'<ul role="list">{drawn}</ul>'
            else:
                for each in run:
                    yield self._part(each, depth)

    def _part(self, part: Part, depth: int) -> str:
        inside = part.inside
        match part.block.kind:
            case BlockKind.TABLE:
                return self._row(part, depth, *self._tables(part))
            case BlockKind.RULE:
                return f"<hr>{''.join(self.siblings(inside, depth))}"
            case BlockKind.CODE:
                lines = "".join(inline(each) for each in _inlines(part.block))
                drawn = f'<pre dir="ltr" tabindex="0">{lines}</pre>' if lines else ""
                return f"{drawn}{''.join(self.siblings(inside, depth))}"
            case BlockKind.QUOTE:
                drawn = f"{self._own(part, depth)}{''.join(self.siblings(inside, depth))}"
                return f"<blockquote>{drawn}</blockquote>"
            case _:
                return f"{self._own(part, depth)}{''.join(self.siblings(inside, depth))}"

    def _own(self, part: Part, depth: int) -> str:
        """Draw a part's own words, with those of the source beside them."""
        locale, source_locale = self.reading.locale, self.reading.source_locale
        rank = min(max(part.block.level, 1) + _HIGHEST - 1, _LOWEST)
        tag = f"h{rank}" if part.block.kind is BlockKind.HEADING else "p"
        shown = _element(tag, part.block, locale)
        source = _element("p", part.source, source_locale, rank) if part.source else ""
        if not shown and not source:
            return ""
        return self._row(part, depth, shown, source)

    def _tables(self, part: Part) -> tuple[str, str]:
        locale, source_locale = self.reading.locale, self.reading.source_locale
        label = clean(self.words.say("Table"))
        around = f'<div class="us-scroll" role="region" tabindex="0" aria-label="{label}">'
        shown, source = (
            f"{around}<table {language_of(tag)}>{''.join(_rows(part, of_source=of_source))}"
            "</table></div>"
            for tag, of_source in ((locale, False), (source_locale, True))
        )
        return shown, source

    def _row(self, part: Part, depth: int, shown: str, source: str) -> str:
        written = [*_all_written(part)] if part.block.kind is BlockKind.TABLE else part.written
        least = min(written, key=lambda each: each.state, default=None)
        missing = " us-hole" if least and least.state in _MISSING else ""
        way = f' style="--us-deep:{min(depth, _DEEPEST)}"' if depth else ""
        beside = f'<div class="us-source">{source}</div>' if self.is_bilingual else ""
        return (
            f'<div class="us-row us-{part.block.kind.value}{missing}"{way}>{self._state(least)}'
            f'{beside}<div class="us-shown">{shown}</div></div>'
        )

    def _state(self, written: Written | None) -> str:
        """Say how far a paragraph is, as a link to it."""
        if written is None:
            return '<div class="us-at"></div>'
        shape, state = SHAPES[written.state]
        word = self.words.say(state)
        number = self.words.number(written.number)
        heard = self.words.say("Paragraph {number}: {state}", number=number, state=word)
        query = urlencode({
            "document": self.reading.document,
            "locale": self.reading.locale,
            "paragraph": written.unit,
        })  # fmt: skip
        return (
            f'<div class="us-at"><a href="./translate?{clean(query)}" target="_self">'
            f'<span class="us-hidden">{clean(heard)}</span>'
            f'<span aria-hidden="true">{shape} <small>{clean(word)}</small></span></a></div>'
        )


def _inlines(block: Block) -> tuple[Inline, ...]:
    return tuple(child for child in block.children if isinstance(child, Inline))


def _all_written(part: Part) -> Iterator[Written]:
    yield from part.written
    for each in part.inside:
        yield from _all_written(each)


def _texts(block: Block) -> tuple[str, str]:
    """Write a block's own words, and the other language in which all of them are, if in one."""
    row = _inlines(block)
    found = {each.language for each in row}
    whole = found.pop() if len(found) == 1 else ""
    return "".join(inline(each, whole) for each in row), whole


def _element(tag: str, block: Block, locale: str, rank: int = 0) -> str:
    """Write a block's own words as one element; `rank` is that of the heading it looks like."""
    texts, whole = _texts(block)
    if not texts:
        return ""
    way = languages.direction(whole or locale)  # `2.` has no letter that tells
    shown = f'<bdi class="us-marker" dir="{way}">{clean(block.marker)}</bdi> '
    marker = shown if block.marker else ""
    heading = block.kind is BlockKind.HEADING
    looks = f" us-rank-{rank or tag[1:]}" if heading else ""
    return (
        f'<{tag} class="us-words us-{block.kind.value}{looks}" {language_of(whole or locale)}>'
        f"{marker}{texts}</{tag}>"
    )


def _rows(table: Part, *, of_source: bool) -> Iterator[str]:
    for row in table.inside:
        cells = []
        tag = "th" if row.block.level == 1 else "td"
        for cell in row.inside:
            block = cell.source if of_source else cell.block
            texts, whole = _texts(block) if block else ("", "")
            language = f" {language_of(whole)}" if whole else ""
            cells.append(f"<{tag}{language}>{texts}</{tag}>")
        yield f"<tr>{''.join(cells)}</tr>"
