"""The blocks of text of a document, each with its kind, its place and how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workflow.filters.cues.flow import Flow
from workflow.filters.markdown import rawhtml, tables
from workflow.filters.markdown.directives import Directives
from workflow.filters.markdown.frontmatter import FrontMatter
from workflow.filters.markdown.markup import says_something
from workflow.filters.markdown.nodes import Node, Scan
from workflow.filters.markdown.texts import Text, running_text
from workflow.model import BlockKind, Issue, Span

_TITLE = re.compile(
    r"""[ \t\r\n>]("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))[ \t]*\Z""", re.DOTALL
)


_NOTE = re.compile(r"(?<![\\`])\[\^([^\s\[\]]{1,99})\](?![:(])")


@dataclass(slots=True)
class Draft:
    """A block of text."""

    kind: BlockKind
    start: int
    """Where its slot begins in the file."""
    end: int
    flow: Flow
    form: str
    """How a target is written; see `fitting`."""
    node: Node
    prefix: str = ""
    marker: str = ""
    level: int = 0
    depth: int = 0
    note: str = ""
    context: str = ""
    may_be_cut: bool = True
    in_body: bool = False
    """Whether it stands outside of lists, quotations and tables."""

    @property
    def text(self) -> str:
        """Its text in one line."""
        return self.flow.text


class Where(NamedTuple):
    """What a node stands inside."""

    depth: int = 0
    """Items."""
    lists: int = 0
    in_quote: bool = False
    opens: str = ""
    """Marker of the item or the footnote that has had no text yet."""
    kind: BlockKind = BlockKind.PARAGRAPH
    """What its first paragraph is."""


class Reader:
    """Reads the texts of a document, from its first node to its last."""

    def __init__(self, source: str, scan: Scan) -> None:
        self._source = source
        self._scan = scan
        self._heard = Directives()
        self._drafts: list[Draft] = []
        self.issues: list[Issue] = []

    def read(self) -> list[Draft]:
        """Give the texts in document order."""
        self._children(self._scan.root, Where())
        if self._heard.skipping:
            self.issues.append(Issue("unclosed_skip", self._heard.skipping))
        return self._drafts

    def _children(self, node: Node, where: Where) -> None:
        later = where._replace(opens="") if where.opens else where
        for number, child in enumerate(node.children):
            self._node(child, later if number else where)
        if node.type != "list" and (issue := self._heard.drop(node.line)):
            self.issues.append(issue)

    def _node(self, node: Node, where: Where) -> None:
        if node.type == "html" and self._hears(node):
            return
        if node.type == "code" and not node.is_closed:
            self.issues.append(Issue("unclosed_fence", node.line))
        if self._heard.skipping:
            return
        if self._heard.skip and node.type != "reference":
            self._heard.skip = False
            return
        if node.type in ("code", "rule") and (issue := self._heard.drop(node.line)):
            self.issues.append(issue)
        self._texts(node, where)

    def _texts(self, node: Node, where: Where) -> None:
        match node.type:
            case "paragraph" | "heading" | "underlined":
                self._paragraph(node, where)
            case "item":
                self._children(node, _inside(node, where))
            case "list":
                self._children(node, where._replace(lists=where.lists + 1))
            case "quote":
                self._children(node, where._replace(in_quote=True, opens=""))
            case "footnote":
                inside = Where(depth=1, opens=node.marker, kind=BlockKind.FOOTNOTE)
                self._children(node, inside)
            case "table":
                self._table(node, where)
            case "html":
                self._html(node, where)
            case "reference":
                self._reference(node)

    def _hears(self, node: Node) -> bool:
        """Tell whether a block of HTML is a comment, and do what it says."""
        block = "\n".join(line.of(self._source) for line in node.lines)
        if "i18n:" not in block:
            return False
        if issue := self._heard.hear(block, node.line):
            self.issues.append(issue)
        return not any(True for _ in rawhtml.texts(block))

    def _paragraph(self, node: Node, where: Where) -> None:
        text = self._text(node.lines)
        if text is None:
            return
        if node.type != "paragraph":
            form = f"{node.type}-{text.form}" if text.form else node.type
            self._add(node, text, BlockKind.HEADING, form, where, level=node.level)
        elif where.opens:
            level = 0 if where.kind is BlockKind.FOOTNOTE else where.lists
            outside = where._replace(depth=where.depth - 1)
            self._add(node, text, where.kind, text.form, outside, where.opens, level)
        else:
            kind = BlockKind.QUOTE if where.in_quote else BlockKind.PARAGRAPH
            self._add(node, text, kind, text.form, where)

    def _text(self, lines: Sequence[Span]) -> Text | None:
        """Read lines as one text; nothing where they say nothing."""
        text = running_text(self._source, lines, self._scan.line_start)
        if text is None or not says_something(text.flow.text, self._scan.env):
            return None
        if "[^" in text.flow.text:
            self._look_for_notes(text)
        return text

    def _look_for_notes(self, text: Text) -> None:
        """Report the footnotes that a text refers to and nobody wrote."""
        for found in _NOTE.finditer(text.flow.text):
            if f":{found[1]}" not in self._scan.env["footnotes"]["refs"]:
                line = self._scan.line(text.flow.span(Span(*found.span())).start)
                self.issues.append(Issue("unknown_footnote", line, found[1]))

    def _table(self, table: Node, where: Where) -> None:
        for row in table.children:
            spans = tables.cells(self._source, row.lines[0])
            for span, cell in zip(spans, row.children, strict=False):  # GitHub drops what is over
                if says_something(cell.content, self._scan.env):
                    words = tables.unescaped(span.of(self._source))
                    text = Text(Flow(words, ((0, span.start),)), span.end)
                    self._add(cell, text, BlockKind.TABLE_CELL, "cell", where, level=row.level)

    def _html(self, node: Node, where: Where) -> None:
        for words, lines in rawhtml.read(self._source, node.lines):
            if words.kind is BlockKind.CODE:
                continue
            text = running_text(self._source, lines, self._scan.line_start)
            if text and rawhtml.says_something(text.flow.text):
                self._add(node, text, words.kind, "html", where, words.marker, words.level)

    def _reference(self, node: Node) -> None:
        """Read the title of a definition, which readers see when they point at a link."""
        if not node.content:
            return
        found = _TITLE.search(self._source, node.lines[0].start, node.lines[-1].end)
        if found is None:
            return
        span = Span(found.start(1) + 1, found.end(1) - 1)
        lines = [
            Span(max(line.start, span.start), min(line.end, span.end))
            for line in node.lines
            if line.end > span.start and line.start < span.end
        ]
        if text := self._text(lines):
            self._add(node, text, BlockKind.CAPTION, f"title-{found[1][0]}", Where(lists=1))

    def _add(  # noqa: PLR0917 - the last two belong to items and headings
        self,
        node: Node,
        text: Text,
        kind: BlockKind,
        form: str,
        where: Where,
        marker: str = "",
        level: int = 0,
    ) -> None:
        note, context = self._heard.take()
        draft = Draft(
            kind,
            text.flow.jumps[0][1],
            text.end,
            text.flow,
            form,
            node,
            text.prefix,
            marker,
            level,
            where.depth,
            note,
            context,
        )
        draft.may_be_cut = kind not in _WHOLE
        draft.in_body = where == _BODY
        self._drafts.append(draft)


_BODY = Where()
_WHOLE = frozenset((BlockKind.HEADING, BlockKind.TABLE_CELL, BlockKind.CAPTION))
"""Kinds that are never cut into sentences."""


def _inside(item: Node, where: Where) -> Where:
    is_ordered = item.marker[:1].isdigit()
    kind = BlockKind.ORDERED_ITEM if is_ordered else BlockKind.UNORDERED_ITEM
    opens = f"{item.marker} {item.box}" if item.box else item.marker
    return Where(where.depth + 1, where.lists, opens=opens, kind=kind)


def fields(front: FrontMatter, scan: Scan) -> Iterator[Draft]:
    """Give the fields before the text that are translated."""
    for field in front.fields:
        yield Draft(
            BlockKind.CAPTION,
            field.span.start,
            field.span.end,
            Flow(field.text.strip(), ((0, field.span.start),)),
            field.form,
            Node("field", scan.line(field.span.start), content=field.name),
            prefix=field.prefix,
            marker=field.name,
            may_be_cut=False,
        )
