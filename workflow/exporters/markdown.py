"""The statement as Markdown that gives back the same statement.

CommonMark, with GitHub's footnotes, tables, boxes to tick and `~~struck~~` words. Lines are not
wrapped. Numbers that Markdown can write stay numbers (`1.`, `1)`); any other marker opens the text
of a list item: `* (1) ...`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from workflow.exporters.around import ALONE, Around, with_notice
from workflow.exporters.base import Exporter
from workflow.exporters.markdown_table import table_markdown
from workflow.exporters.markdown_text import (
    cell_markdown,
    escape_line_starts,
    fenced,
    inline_markdown,
)
from workflow.exporters.tables import grid
from workflow.exporters.tree import (
    DONE,
    clean,
    code,
    counts,
    is_task,
    nested,
    note_name,
    runs,
    shallow,
    texts,
    walk,
)
from workflow.model import Block, BlockKind, Inline, TargetDocument

_NATIVE = re.compile(r"(0|[1-9][0-9]{0,8})([.)])")
_LABEL = re.compile(r"[\w-]+")
_DEEPEST_HEADING = 6
_LISTS = frozenset({BlockKind.ORDERED_ITEM, BlockKind.UNORDERED_ITEM, BlockKind.SIGNATORY})
# Two lists in a row are one list to Markdown, `- - -` is a line across the page, and `[^1]: word`
# defines the address of a link, to readers that know no footnotes. This comment says it is not so.
_NOTHING = "<!-- -->"
_SIGN = re.compile(r"(?:([-*>])|[0-9]{1,9}([.)]))(?: |\n|$)")
# Not `---`, which may also underline a heading, open a list or begin the fields above a text.
_RULE = "___"
_LOOKS_LIKE_A_RULE = re.compile(r"(?:-[ ]*){3,}|(?:\*[ ]*){3,}")
_DEFINITION = re.compile(r"[^ \t]+(?:[ \t]+[\"'(].*)?")


def export(document: TargetDocument, around: Around = ALONE, /) -> bytes:
    """Write a statement as Markdown in UTF-8."""
    if around.draft:
        document = with_notice(document, around.draft)
    document = replace(document, blocks=shallow(document.blocks))
    text = "\n\n".join(_Writer(document).blocks(document.blocks))
    return (text + "\n" if text else "").encode()


MARKDOWN = Exporter("markdown", ".md", "text/markdown", export)


def _labels(blocks: Iterable[Block]) -> dict[str, str]:
    """Name the footnotes: what a link to each says, and its label in Markdown."""
    labels: dict[str, str] = {}
    for block in walk(blocks):
        if block.kind is BlockKind.FOOTNOTE:
            name = note_name(block).removeprefix("#note-")
            label = name if _LABEL.fullmatch(name) else f"note-{len(labels) + 1}"
            labels.setdefault(note_name(block), label)
    return labels


class _Writer:
    """Writes the blocks of one document; knows its language and its footnotes."""

    def __init__(self, document: TargetDocument) -> None:
        self._locale = document.locale
        self._source_locale = document.source_locale
        self._labels: Mapping[str, str] = _labels(document.blocks)
        self._noted: set[str] = set()

    def blocks(self, blocks: Iterable[Block]) -> list[str]:
        """Write blocks, each as one piece of text that may have several lines."""
        pieces: list[str] = []
        for piece in chain.from_iterable(map(self._run, runs(blocks))):
            if pieces and _sign_of(piece) and _sign_of(piece) == _sign_of(pieces[-1]):
                pieces.append(_NOTHING)
            pieces.append(piece)
        return pieces

    def _run(self, run: tuple[Block, ...]) -> Iterator[str]:
        if run[0].kind in _LISTS:
            yield from self._list(run)
        elif run[0].kind is BlockKind.QUOTE:
            inside = [piece for block in run for piece in self._content(block)]
            if inside:
                yield _prefixed("> ", "> ", "\n\n".join(inside))
        else:
            for block in run:
                yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block.kind:
            case BlockKind.FOOTNOTE:
                yield from self._footnote(block)
            case BlockKind.HEADING:
                yield from self._heading(block)
            case BlockKind.TABLE:
                yield from self._table(block)
            case BlockKind.CODE:
                if lines := code(block):
                    yield fenced(lines)
                yield from self.blocks(nested(block))
            case BlockKind.RULE:
                yield _RULE
                yield from self._content(block)
            case _:
                yield from self._content(block)

    def _heading(self, block: Block) -> Iterator[str]:
        text = self._inline(texts(block)).replace("\\\n", " ")
        hashes = "#" * min(max(block.level, 1), _DEEPEST_HEADING)
        if text:
            # A run of `#` at the end would be taken for decoration.
            yield hashes + " " + re.sub(r"#(?=#*$)", r"\\#", text)
        yield from self.blocks(nested(block))

    def _table(self, block: Block) -> Iterator[str]:
        found = grid(block, self._source_locale)
        if found is None:
            yield from self._content(block)
        else:
            yield table_markdown(
                found,
                self._locale,
                lambda cell: cell_markdown(texts(cell), self._locale, self._labels),
            )

    def _list(self, run: tuple[Block, ...]) -> Iterator[str]:
        """Write a list; one whose items hold nothing but a line has no blank lines."""
        items: list[str] = []
        between = "\n" if all(not nested(block) and texts(block) for block in run) else "\n\n"
        expected: tuple[int, str] | None = None
        for block in run:
            native = _native(block)
            mine = (int(native[1]), native[2]) if native else None
            if items and mine != expected:
                yield between.join(items)
                items = []
            items.append(self._item(block))
            expected = (mine[0] + 1, mine[1]) if mine else None
        yield between.join(items)

    def _item(self, block: Block) -> str:
        bullet = block.marker if _native(block) else "*" if counts(block.marker) else "-"
        own = self._own(block, clean(block.marker) if bullet == "*" else "")
        if is_task(block):
            own = ("[x] " if DONE in block.marker else "[ ] ") + own
        content = ([own.rstrip(" ")] if own else []) + self.blocks(nested(block))
        room = " " * (len(bullet) + 1)
        if content and _LOOKS_LIKE_A_RULE.fullmatch(f"{bullet} {content[0]}".split("\n")[0]):
            content.insert(0, _NOTHING)
        return _prefixed(bullet + " ", room, "\n\n".join(content))

    def _footnote(self, block: Block) -> Iterator[str]:
        name = note_name(block)
        label = self._labels[name]
        if name in self._noted:  # a second note of this name: its marker is its text
            yield from self._content(block, clean(block.marker))
            return
        self._noted.add(name)
        first, *rest = self._own(block).split("\n")
        first, broken = (first[:-1], "\\") if rest else (first, "")
        if _DEFINITION.fullmatch(first):
            first = f"{first} {_NOTHING}"
        own = "\n".join([first + broken, *rest])
        content = "\n\n".join([own, *self.blocks(nested(block))])
        yield _prefixed(f"[^{label}]: ", "    ", content)

    def _content(self, block: Block, marker: str = "") -> list[str]:
        """Write a block's own text, its marker in front, and what stands inside it."""
        own = self._own(block, marker)
        return ([own] if own else []) + self.blocks(nested(block))

    def _own(self, block: Block, marker: str = "") -> str:
        row = texts(block)
        if marker:
            row = (Inline(marker + " " if row else marker), *row)
        return escape_line_starts(self._inline(row))

    def _inline(self, row: tuple[Inline, ...]) -> str:
        return inline_markdown(row, self._locale, self._labels)


_NUMBERED = frozenset({BlockKind.ORDERED_ITEM, BlockKind.SIGNATORY})


def _native(block: Block) -> re.Match[str] | None:
    """Read a marker that is a number to Markdown too."""
    return _NATIVE.fullmatch(block.marker) if block.kind in _NUMBERED else None


def _sign_of(piece: str) -> str:
    """Give the sign by which Markdown tells a list or a quotation from the next one."""
    found = _SIGN.match(piece)
    return (found[1] or found[2]) if found else ""


def _prefixed(first: str, others: str, text: str) -> str:
    """Put one prefix before the first line of a text and another before the rest."""
    head, *tail = text.split("\n")
    prefixes = [first] + [others] * len(tail)
    lines = zip(prefixes, (head, *tail), strict=True)
    return "\n".join(prefix + line if line else prefix.rstrip(" ") for prefix, line in lines)
