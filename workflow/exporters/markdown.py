"""The statement as Markdown that gives back the same statement.

CommonMark, with GitHub's footnotes. Lines are not wrapped. Numbers that Markdown can write stay
numbers (`1.`, `1)`); any other marker opens the text of a list item: `* (1) ...`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from workflow.exporters.base import Exporter
from workflow.exporters.markdown_text import escape_line_starts, inline_markdown
from workflow.exporters.tree import (
    clean,
    counts,
    nested,
    note_name,
    runs,
    texts,
    walk,
)
from workflow.model import Block, BlockKind, Inline, TargetDocument

_NATIVE = re.compile(r"(0|[1-9][0-9]{0,8})([.)])")
_LABEL = re.compile(r"[\w-]+")
_DEEPEST_HEADING = 6
_LISTS = frozenset({BlockKind.ORDERED_ITEM, BlockKind.UNORDERED_ITEM, BlockKind.SIGNATORY})
# Two lists in a row are one list to Markdown, and `[^1]: word` defines the address of a link, to
# readers that know no footnotes; a comment says that it is not so.
_NOTHING = "<!-- -->"
_DEFINITION = re.compile(r"[^ \t]+(?:[ \t]+[\"'(].*)?")


def export(document: TargetDocument) -> bytes:
    """Write a statement as Markdown in UTF-8."""
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
        self._labels: Mapping[str, str] = _labels(document.blocks)
        self._noted: set[str] = set()

    def blocks(self, blocks: Iterable[Block]) -> list[str]:
        """Write blocks, each as one piece of text that may have several lines."""
        pieces: list[str] = []
        before = ""
        for run in runs(blocks):
            written = list(self._run(run))
            if before and before == _sign(run[0]):
                pieces.append(_NOTHING)
            pieces += written
            before = _sign(run[-1]) if written else before
        return pieces

    def _run(self, run: tuple[Block, ...]) -> Iterator[str]:
        kind = run[0].kind
        if kind in _LISTS:
            yield from self._list(run)
        elif kind is BlockKind.QUOTE:
            inside = [piece for block in run for piece in self._content(block)]
            if inside:
                yield _prefixed("> ", "> ", "\n\n".join(inside))
        elif kind is BlockKind.FOOTNOTE:
            for block in run:
                yield from self._footnote(block)
        elif kind is BlockKind.HEADING:
            for block in run:
                yield from self._heading(block)
        else:
            for block in run:
                yield from self._content(block)

    def _heading(self, block: Block) -> Iterator[str]:
        text = self._inline(texts(block)).replace("\\\n", " ")
        hashes = "#" * min(max(block.level, 1), _DEEPEST_HEADING)
        if text:
            # A run of `#` at the end would be taken for decoration.
            yield hashes + " " + re.sub(r"#(?=#*$)", r"\\#", text)
        yield from self.blocks(nested(block))

    def _list(self, run: tuple[Block, ...]) -> Iterator[str]:
        """Write a list; one whose items hold nothing but a line has no blank lines."""
        items: list[str] = []
        pieces: list[str] = []
        close = all(not nested(block) and texts(block) for block in run)
        expected: tuple[int, str] | None = None
        for block in run:
            native = _native(block)
            mine = (int(native[1]), native[2]) if native else None
            if items and mine != expected:
                pieces += [_join(items, close=close), _NOTHING]
                items = []
            items.append(self._item(block))
            expected = (mine[0] + 1, mine[1]) if mine else None
        yield from [*pieces, _join(items, close=close)]

    def _item(self, block: Block) -> str:
        bullet = block.marker if _native(block) else _sign(block)
        content = self._content(block, clean(block.marker) if bullet == "*" else "")
        room = " " * (len(bullet) + 1)
        return _prefixed(bullet + " ", room, "\n\n".join(content))

    def _footnote(self, block: Block) -> Iterator[str]:
        name = note_name(block)
        label = self._labels[name]
        if name in self._noted:  # a second note of this name: its marker is its text
            yield from self._content(block, clean(block.marker))
            return
        self._noted.add(name)
        content = self._content(block) or [""]
        first, *rest = content[0].split("\n")
        first, broken = (first[:-1], "\\") if rest else (first, "")
        if _DEFINITION.fullmatch(first):
            first = f"{first} {_NOTHING}"
        content[0] = "\n".join([first + broken, *rest])
        yield _prefixed(f"[^{label}]: ", "    ", "\n\n".join(content))

    def _content(self, block: Block, marker: str = "") -> list[str]:
        """Write a block's own text, its marker in front, and what stands inside it."""
        row = texts(block)
        if marker:
            row = (Inline(marker + " " if row else marker), *row)
        own = escape_line_starts(self._inline(row))
        return ([own] if own else []) + self.blocks(nested(block))

    def _inline(self, row: tuple[Inline, ...]) -> str:
        return inline_markdown(row, self._locale, self._labels)


_NUMBERED = frozenset({BlockKind.ORDERED_ITEM, BlockKind.SIGNATORY})


def _native(block: Block) -> re.Match[str] | None:
    """Read a marker that is a number to Markdown too."""
    return _NATIVE.fullmatch(block.marker) if block.kind in _NUMBERED else None


def _sign(block: Block) -> str:
    """Give the sign by which Markdown tells one list from the next; nothing for other blocks."""
    if block.kind not in _LISTS:
        return ""
    native = _native(block)
    return native[2] if native else "*" if counts(block.marker) else "-"


def _join(items: list[str], *, close: bool) -> str:
    return ("\n" if close else "\n\n").join(items)


def _prefixed(first: str, others: str, text: str) -> str:
    """Put one prefix before the first line of a text and another before the rest."""
    head, *tail = text.split("\n")
    lines = [first + head, *(others + line for line in tail)]
    return "\n".join(line.rstrip(" ") for line in lines)
