"""Read a tree of blocks the way a person reads it: runs, stretches, spans, notes.

Filters hand over a flat row of siblings; a reader sees lists, quotations and a row of signatories.
The exporters share what makes one of the other, and the two rules on hostile content: which
characters may reach a file and which addresses may become links.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from workflow.model import Block, BlockKind, Inline

OPEN, DONE = "☐", "☑"
_GATHERED = frozenset(
    {
        BlockKind.ORDERED_ITEM,
        BlockKind.UNORDERED_ITEM,
        BlockKind.SIGNATORY,
        BlockKind.FOOTNOTE,
        BlockKind.QUOTE,
    }
)
_DEEPEST = 32
_INSIDE_TABLES = frozenset(
    {(BlockKind.TABLE, BlockKind.TABLE_ROW), (BlockKind.TABLE_ROW, BlockKind.TABLE_CELL)}
)
_WAYS = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Controls mean nothing to a reader and much to a parser; lone surrogates are not UTF-8.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ADDRESS = re.compile(r"(?:https?://[^\s/]|mailto:\S)\S*", re.IGNORECASE)
_ANCHOR = re.compile(r"#\S+")
_LETTERS_OR_DIGITS = re.compile(r"\d+|[^\W\d_]+")


def clean(text: str) -> str:
    r"""Make a text safe to write: line ends become `\n`, characters no file may hold U+FFFD.

    >>> clean("one\r\ntwo\x00")
    'one\ntwo�'
    """
    return _UNPRINTABLE.sub("\ufffd", _BREAKS.sub("\n", text))


def safe_link(link: str) -> str:
    """Give the address back if a reader may be led there, else nothing.

    >>> safe_link("https://example.org/a"), safe_link("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    if clean(link) != link:
        return ""
    return link if _ADDRESS.fullmatch(link) or _ANCHOR.fullmatch(link) else ""


def texts(block: Block) -> tuple[Inline, ...]:
    """Give the block's own texts, fit for writing.

    Their characters are clean, refused addresses are gone, and neighbours that look the same are
    one.
    """
    merged: list[Inline] = []
    for child in block.children:
        if not isinstance(child, Inline) or not child.text:
            continue
        inline = replace(child, text=clean(child.text), link=safe_link(child.link))
        if merged and replace(merged[-1], text="") == replace(inline, text=""):
            inline = replace(inline, text=merged.pop().text + inline.text)
        merged.append(inline)
    return tuple(merged)


def nested(block: Block) -> tuple[Block, ...]:
    """Give the blocks that stand inside this one."""
    return tuple(child for child in block.children if isinstance(child, Block))


def plain(inlines: Iterable[Inline]) -> str:
    """Give the bare words of a row of texts."""
    return "".join(inline.text for inline in inlines)


def code(block: Block) -> str:
    r"""Give the lines of a block of code; the end of the last line is not a line of its own.

    >>> code(Block(BlockKind.CODE, children=(Inline("  a\n", code=True), Inline("b\n"))))
    '  a\nb'
    """
    return plain(texts(block)).removesuffix("\n")


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Go through all blocks in document order, each before those inside it."""
    waiting = list(blocks)[::-1]
    while waiting:
        block = waiting.pop()
        yield block
        waiting.extend(reversed(nested(block)))


def shallow(blocks: Iterable[Block], deepest: int = _DEEPEST) -> tuple[Block, ...]:
    """Lift what stands deeper than any reader can follow: it comes after what it stood in.

    Exporters descend into a tree by calling themselves, and readers of Markdown give up at some
    depth too. A table is not torn apart.

    Law: the same blocks in the same order, each with the same texts.
    """
    waiting = [(0, block) for block in blocks][::-1]
    outline: list[tuple[int, Block]] = []
    while waiting:
        depth, block = waiting.pop()
        outline.append((depth, block))
        for child in reversed(nested(block)):
            whole = (block.kind, child.kind) in _INSIDE_TABLES
            waiting.append((depth + 1 if whole else min(depth + 1, deepest), child))
    above: defaultdict[int, list[Block]] = defaultdict(list)
    for depth, block in reversed(outline):
        own = [child for child in block.children if isinstance(child, Inline)]
        inside = above.pop(depth + 1, [])
        above[depth].append(replace(block, children=(*own, *reversed(inside))))
    return tuple(reversed(above[0]))


def runs(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """Gather siblings that a reader sees as one thing: a list, a quotation, lines of a title.

    Law: the runs, put one after the other, are the blocks.
    """
    run: list[Block] = []
    for block in blocks:
        if run and not _belong_together(run[-1], block):
            yield tuple(run)
            run = []
        run.append(block)
    if run:
        yield tuple(run)


def stretches(inlines: Iterable[Inline], locale: str) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    """Cut a row of texts where the language changes; the document's own is the empty tag."""

    def tag(inline: Inline) -> str:
        return "" if inline.language == locale else inline.language

    for language, row in groupby(inlines, key=tag):
        yield language, tuple(row)


def ways(text: str) -> frozenset[str]:
    """Give the directions in which the letters of a text run.

    >>> sorted(ways("نهر Nile 12"))
    ['ltr', 'rtl']
    """
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    return frozenset(way for kind, way in _WAYS.items() if kind in kinds)


def is_title(block: Block) -> bool:
    """Say whether a block is a line of the title."""
    return block.kind is BlockKind.HEADING and block.level == 1


def note_name(footnote: Block) -> str:
    """Give the name by which texts point to a footnote.

    >>> note_name(Block(BlockKind.FOOTNOTE, marker="[1]"))
    '#note-1'
    """
    return "#note-" + footnote.marker.strip("[]^ ")


def is_task(block: Block) -> bool:
    """Say whether an item is something to do, with a box to tick."""
    return clean(block.marker).strip() in (OPEN, DONE)


def shape(marker: str) -> str:
    """Give the look of a marker without its number: `(3)` and `(12)` belong to one list.

    >>> shape("(3)"), shape("IV."), shape("١٢-"), shape("☑")
    ('(1)', 'a.', '1-', '☐')
    """
    bare = _LETTERS_OR_DIGITS.sub(lambda m: "1" if m[0].isdigit() else "a", marker)
    return bare.replace(DONE, OPEN)


def counts(marker: str) -> bool:
    """Say whether a marker is a number or a letter, and not a mere bullet."""
    return any(character.isalnum() for character in marker)


def _belong_together(one: Block, other: Block) -> bool:
    if is_title(one) or is_title(other):
        return is_title(one) and is_title(other)
    if one.kind is not other.kind or one.kind not in _GATHERED:
        return False
    if one.kind is BlockKind.QUOTE:  # with blocks inside it is a whole; else one paragraph of it
        return not nested(one) and not nested(other)
    return one.kind is not BlockKind.ORDERED_ITEM or shape(one.marker) == shape(other.marker)
