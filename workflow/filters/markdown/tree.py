"""The blocks a reader sees, in a target language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from workflow import segmentation
from workflow.filters.markdown import rawhtml
from workflow.filters.markdown.fitting import as_inline
from workflow.filters.markdown.inlines import (
    inlines,
    plain_inlines,
    preformatted,
    tagged_inlines,
)
from workflow.filters.markdown.nodes import Node, Scan
from workflow.filters.markdown.reading import read
from workflow.filters.markdown.texts import running_text
from workflow.model import (
    EMPTY_ON_PURPOSE,
    Block,
    BlockKind,
    Document,
    Inline,
    Slot,
    Span,
    UnitKey,
    is_translation,
)
from workflow.skeleton import between, joint, slots, source_text


def render(document: Document, targets: Mapping[UnitKey, str], locale: str) -> tuple[Block, ...]:
    """Build the tree of a document in a target language.

    Where there is no target, the source text stands, and carries its own language. Items of a
    numbered list are counted as Markdown counts them, footnotes in the order in which texts refer
    to them. A field `title` is the title where the text has none.
    """
    source = source_text(document.skeleton)
    runs = {
        group: tuple(run)
        for group, run in groupby(slots(document.skeleton), key=lambda slot: slot.place.group)
    }
    reading = read(source, document.source_locale)
    words = Words(runs, targets, document.source_locale, locale, reading.scan, {})
    builder = _Builder(source, words)
    blocks = [*builder.title(), *builder.blocks(reading.scan.root)]
    return (*blocks, *builder.footnotes())


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in each block of text, in the target language."""

    runs: Mapping[int, tuple[Slot, ...]]
    targets: Mapping[UnitKey, str]
    source_locale: str
    locale: str
    scan: Scan
    notes: dict[str, int]
    """The number of each footnote, from its label, in the order in which they are met."""

    def of(self, group: int) -> Iterator[Inline]:
        """Give the texts of a block, sentence by sentence."""
        joiner = segmentation.joiner(self.locale)
        own_joiner = segmentation.joiner(self.source_locale)
        before, was_foreign = "", False
        for slot in self.runs[group]:
            target = self.targets.get(slot.key, "")
            if target == EMPTY_ON_PURPOSE:
                continue
            is_foreign = not is_translation(target)
            text = as_inline(slot, slot.key.source if is_foreign else target)
            language = (
                self.source_locale if is_foreign and self.source_locale != self.locale else ""
            )
            if before:
                join = between(joiner, own_joiner, was_foreign, is_foreign)
                yield Inline(joint(before, text, join), language=language)
            before, was_foreign = text, is_foreign
            yield from (replace(each, language=language) for each in self.read(slot.form, text))

    def read(self, form: str, text: str) -> Iterator[Inline]:
        """Read the markup of a text, as far as it has any in its place."""
        if form == "html":
            return tagged_inlines(text)
        if form.startswith(("yaml", "toml", "title")):
            return plain_inlines(text)
        return inlines(text, self.scan.env, self.notes)

    def kept(self, form: str, text: str) -> Iterator[Inline]:
        """Read a text that is not to be translated: in the source's language, and not amiss."""
        language = "" if self.source_locale == self.locale else f"{self.source_locale}-x-kept"
        return (replace(each, language=language) for each in self.read(form, text))


class _Builder:
    """Builds blocks from nodes, from first to last."""

    def __init__(self, source: str, words: Words) -> None:
        self._source = source
        self._words = words
        self._notes: dict[str, Node] = {}
        self._level = 0

    def title(self) -> Iterator[Block]:
        """Give the title that stands before the text, where there is none in it."""
        places = [run[0].place for run in self._words.runs.values()]
        if any(each.kind is BlockKind.HEADING and each.level == 1 for each in places):
            return
        for place in places:
            if place.kind is BlockKind.CAPTION and place.marker.lower() == "title":
                yield Block(BlockKind.HEADING, 1, "", tuple(self._words.of(place.group)))
                return

    def blocks(self, node: Node) -> list[Block]:
        """Build what stands inside a node."""
        return [block for child in node.children for block in self._node(child)]

    def footnotes(self) -> Iterator[Block]:
        """Build the footnotes in the order of their numbers; then those nothing refers to."""
        numbers = self._words.notes
        position = 0
        for later in (*self._notes, ""):
            while position < len(numbers):  # a note may be the first to refer to another
                met = tuple(islice(numbers, position, None))
                position += len(met)
                yield from (self._note(label) for label in met if label in self._notes)
            if later and later not in numbers:
                numbers[later] = len(numbers) + 1

    def _note(self, label: str) -> Block:
        number = self._words.notes[label]
        return self._with_text(self._notes[label], BlockKind.FOOTNOTE, 0, f"[{number}]")

    def _node(self, node: Node) -> Iterator[Block]:
        match node.type:
            case "paragraph" | "heading" | "underlined":
                yield from self._text(node)
            case "quote":
                yield self._quote(node)
            case "list":
                yield from self._list(node)
            case "table":
                rows = tuple(self._row(row) for row in node.children)
                yield Block(BlockKind.TABLE, children=rows)
            case "html":
                yield from self._html(node)
            case "code":
                yield Block(BlockKind.CODE, children=(Inline(node.content, code=True),))
            case "rule":
                yield Block(BlockKind.RULE)
            case "footnote":
                self._notes.setdefault(node.marker[2:-1], node)

    def _html(self, node: Node) -> Iterator[Block]:
        """Build the texts of a block of HTML, those that are not translated included."""
        groups = iter(node.groups)
        for words, lines in rawhtml.read(self._source, node.lines):
            text = running_text(self._source, lines, self._words.scan.line_start)
            if words.kind is BlockKind.CODE:
                children = tuple(preformatted(self._with_indents(lines)))
                yield Block(BlockKind.CODE, children=children)
            elif text is None:
                continue
            elif node.groups and rawhtml.says_something(text.flow.text):
                shown = tuple(self._words.of(next(groups)))
                yield Block(words.kind, words.level, words.marker, shown)
            elif children := tuple(self._words.kept("html", text.flow.text)):
                yield Block(words.kind, words.level, words.marker, children)

    def _with_indents(self, lines: Sequence[Span]) -> str:
        """Give lines as they stand in the file, but for the marks of quotations before them."""
        first, *others = lines
        whole = (
            Span(self._words.scan.line_start(line.start), line.end).of(self._source)
            for line in others
        )
        return "\n".join([first.of(self._source), *(_QUOTED.sub("", line) for line in whole)])

    def _inlines(self, node: Node) -> tuple[Inline, ...]:
        """Give the texts of a paragraph; what is not translated stands there as it is."""
        if node.groups:
            return tuple(self._words.of(node.groups[0]))
        text = running_text(self._source, node.lines, self._words.scan.line_start)
        return tuple(self._words.kept("", text.flow.text)) if text else ()

    def _text(self, node: Node) -> Iterator[Block]:
        children = self._inlines(node)
        if not children:
            return
        if node.type != "paragraph":
            yield Block(BlockKind.HEADING, node.level, "", children)
            return
        kind = self._words.runs[node.groups[0]][0].place.kind if node.groups else None
        yield Block(kind if kind in _LINES else BlockKind.PARAGRAPH, 0, "", children)

    def _quote(self, node: Node) -> Block:
        inside = self.blocks(node)
        if len(inside) == 1 and inside[0].kind is BlockKind.PARAGRAPH:
            return Block(BlockKind.QUOTE, children=inside[0].children)
        return Block(BlockKind.QUOTE, children=tuple(inside))

    def _list(self, node: Node) -> Iterator[Block]:
        first = node.children[0].marker if node.children else ""
        number = int(first[:-1]) if first[:1].isdigit() else None
        self._level += 1
        for offset, item in enumerate(node.children):
            kind, marker = BlockKind.UNORDERED_ITEM, _BOXES.get(item.box.lower(), "")
            if number is not None:
                kind = BlockKind.ORDERED_ITEM
                marker = marker or f"{number + offset}{first[-1]}"
            yield self._with_text(item, self._kind_of(item) or kind, self._level, marker)
        self._level -= 1

    def _kind_of(self, item: Node) -> BlockKind | None:
        """Give the kind of an item that is none to a reader but a signatory."""
        groups = item.children[0].groups if item.children else []
        if groups and self._words.runs[groups[0]][0].place.kind is BlockKind.SIGNATORY:
            return BlockKind.SIGNATORY
        return None

    def _with_text(self, node: Node, kind: BlockKind, level: int, marker: str) -> Block:
        """Build an item or a footnote: its own text first, then what stands inside it."""
        own: Sequence[Inline] = ()
        rest = node.children
        if rest and rest[0].type == "paragraph":
            own, rest = self._inlines(rest[0]), rest[1:]
        inside = [block for child in rest for block in self._node(child)]
        return Block(kind, level, marker, (*own, *inside))

    def _row(self, row: Node) -> Block:
        cells = tuple(
            Block(BlockKind.TABLE_CELL, children=self._cell(cell), align=cell.align)
            for cell in row.children
        )
        return Block(BlockKind.TABLE_ROW, row.level, "", cells)

    def _cell(self, cell: Node) -> tuple[Inline, ...]:
        if cell.groups:
            return tuple(self._words.of(cell.groups[0]))
        return tuple(self._words.kept("cell", cell.content))


_QUOTED = re.compile(r"\A[ \t]*(?:> ?)+")
_BOXES = {"[ ]": "☐", "[x]": "☑"}
_LINES = frozenset(
    {
        BlockKind.DATE_LINE,
        BlockKind.BYLINE,
        BlockKind.SALUTATION,
        BlockKind.SOURCE_LINE,
    }
)
