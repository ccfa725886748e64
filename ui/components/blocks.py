"""A statement as its readers will see it: the tree of blocks as elements of a page.

Numbers and bullets are the author's own and stand as text. What still stands in the language of
the source is marked: as not translated, or as translated by a text that needs work. Addresses are
shown and lead nowhere: this is a preview, and a page of ours names no other host.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, zip_longest

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
    drawing = _Drawing(words, source_locale)
    inside = "".join(drawing.siblings(_paired(tree, rough or tree), 0))
    return f'<article class="us-statement" {language_of(locale)}>{inside}</article>'


_Pair = tuple[Block, Block | None]
"""A block, and what stands in its place in the other tree."""


def _inlines(block: Block) -> tuple[Inline, ...]:
    return tuple(child for child in block.children if isinstance(child, Inline))


def _blocks(block: Block | None) -> list[Block]:
    return [child for child in block.children if isinstance(child, Block)] if block else []


def _paired(here: Sequence[Block], there: Sequence[Block]) -> Iterator[_Pair]:
    """Pair blocks with those in their places, in order: equal words may stand in two places.

    Where blocks are missing there, since a translation leaves them out on purpose, what is equal
    tells which.
    """
    if [block.kind for block in here] == [block.kind for block in there]:
        yield from zip(here, there, strict=True)
        return
    own, others = ([(each.kind, _inlines(each)) for each in blocks] for blocks in (here, there))
    matcher = SequenceMatcher(None, own, others, autojunk=False)
    for _, first, last, begin, end in matcher.get_opcodes():
        count = last - first
        yield from zip_longest(here[first:last], there[begin:end][:count])


def _inside(pair: _Pair) -> list[_Pair]:
    block, other = pair
    return [*_paired(_blocks(block), _blocks(other))]


def _all_in(pairs: Iterable[_Pair]) -> Iterator[_Pair]:
    """Go through blocks and all that stands inside them, however deep, in order."""
    waiting = [*pairs][::-1]
    while waiting:
        pair = waiting.pop()
        yield pair
        waiting += _inside(pair)[::-1]


def _foreign(block: Block | None, source_locale: str) -> str:
    """Give what of a block's own text still stands in the language of the source."""
    found = _inlines(block) if block else ()
    return "".join(each.text for each in found if each.language == source_locale).strip()


class _Drawing:
    def __init__(self, words: Words, source_locale: str) -> None:
        self._missing = words.say("not translated yet")
        self._rough = words.say("its translation needs work and does not get in")
        self._source_locale = source_locale

    def siblings(self, found: Iterable[_Pair], depth: int) -> Iterator[str]:
        """Draw blocks in order; items that follow each other are one list."""
        for kind, run in groupby(found, key=lambda pair: pair[0].kind):
            if tag := _ITEMS.get(kind):
                drawn = "".join(self._item(pair, depth) for pair in run)
                yield f'<{tag} role="list" class="us-{kind.value}">{drawn}</{tag}>'
            else:
                for pair in run:
                    yield self._block(pair, depth)

    def _block(self, pair: _Pair, depth: int) -> str:
        block, inside = pair[0], self._inside(pair, depth)
        if tag := _ROWS.get(block.kind):
            return f"<{tag}>{self._element('span', pair)}{inside}</{tag}>"
        match block.kind:
            case BlockKind.RULE:
                return f"<hr>{inside}"
            case BlockKind.CODE:
                return f'<pre dir="ltr" tabindex="0">{self._texts(pair)}</pre>{inside}'
            case BlockKind.QUOTE:
                return f"<blockquote>{self._element('p', pair)}{inside}</blockquote>"
            case BlockKind.HEADING:
                rank = min(max(block.level, 1) + _HIGHEST - 1, _LOWEST)
                return self._element(f"h{rank}", pair) + inside
            case _:
                return self._element("p", pair) + inside

    def _inside(self, pair: _Pair, depth: int) -> str:
        children = _inside(pair)
        if depth >= _DEEPEST:
            return "".join(self._element("p", each) for each in _all_in(children))
        return "".join(self.siblings(children, depth + 1))

    def _item(self, pair: _Pair, depth: int) -> str:
        block = pair[0]
        marker = f'<bdi class="us-marker">{clean(block.marker)}</bdi>' if block.marker else ""
        words = self._element("p", pair, marked=False)
        return f"<li>{marker}<div>{words}{self._inside(pair, depth)}</div></li>"

    def _element(self, tag: str, pair: _Pair, *, marked: bool = True) -> str:
        block = pair[0]
        marker = f"<bdi>{clean(block.marker)}</bdi> " if marked and block.marker else ""
        texts = self._texts(pair)
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

    def _texts(self, pair: _Pair) -> str:
        whole = self._language_of(pair[0])
        drawn = "".join(inline(each, whole) for each in _inlines(pair[0]))
        return drawn + "".join(
            f' <small class="us-missing" dir="auto">{clean(why)}</small>'
            for why in self._why_foreign(pair)
        )

    def _why_foreign(self, pair: _Pair) -> Iterator[str]:
        """Say why a block stands in the language of the source, or a part of it.

        A text has no translation, or one that needs work and does not get in; both may be so.
        """
        here, there = (_foreign(each, self._source_locale) for each in pair)
        if here and there:
            yield self._missing
        if here != there:
            yield self._rough


def inline(each: Inline, around: str = "") -> str:
    """Draw a stretch of text as it is set; its address is not drawn.

    Args:
        each: the stretch.
        around: the language of the element it stands in, where that is not the statement's.
    """
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
