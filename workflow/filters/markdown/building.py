"""From the row of tokens that the library gives to a tree of nodes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from markdown_it.token import Token

from workflow.filters.markdown.nodes import Node
from workflow.filters.markdown.parser import DEEPEST, Seen
from workflow.model import Span

Place = Callable[[int, int], Span]
"""Says where a stretch of the text that was parsed stands in the file."""

_CONTAINERS = {
    "blockquote_open": "quote",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "list_item_open": "item",
    "footnote_reference_open": "footnote",
}
_LEAVES = {
    "paragraph_open": "paragraph",
    "heading_open": "heading",
    "html_block": "html",
    "fence": "code",
    "code_block": "code",
    "hr": "rule",
}
_TAKEN = frozenset((
    *_CONTAINERS, *_LEAVES, "table_open",
    *(f"{name.removesuffix('open')}close" for name in _CONTAINERS),
))  # fmt: skip
_BOX = re.compile(r"\[[ xX]\][ \t]+(?=\S)")


class Builder:
    """Turns the row of tokens into a tree of nodes."""

    def __init__(
        self, tokens: list[Token], seen: Seen, place: Place, plain: str, first: int
    ) -> None:
        self._tokens = tokens
        self._seen = seen
        self._place = place
        self._plain = plain
        self._first = first
        self.too_deep: list[int] = []

    def build(self, titles: Mapping[tuple[int, int], str]) -> list[Node]:
        """Build the nodes; `titles` are those of the definitions, by first line and end."""
        root = Node("document", self._first)
        stack = [root]
        definitions = self._definitions(titles)
        coming = next(definitions, None)
        for number, token in enumerate(self._tokens):
            if token.type not in _TAKEN:
                continue
            while coming and coming[0] <= number:
                stack[-1].children.append(coming[1])
                coming = next(definitions, None)
            self._take(number, token, stack)
        while coming:
            root.children.append(coming[1])
            coming = next(definitions, None)
        return root.children

    def _take(self, number: int, token: Token, stack: list[Node]) -> None:
        kind = token.type
        if kind in _LEAVES:
            stack[-1].children.append(self._leaf(number, token, stack[-1]))
        elif kind in _CONTAINERS:
            node = Node(_CONTAINERS[kind], self._line(token), marker=_marker(token))
            stack[-1].children.append(node)
            stack.append(node)
            if token.level >= DEEPEST - 1:
                self.too_deep.append(node.line)
        elif kind == "table_open":
            stack[-1].children.append(self._table(number, token))
        else:
            stack.pop()

    def _line(self, token: Token) -> int:
        return self._first + (token.map[0] if token.map else 0)

    def _leaf(self, number: int, token: Token, parent: Node) -> Node:
        node = Node(_LEAVES[token.type], self._line(token))
        spans: Sequence[tuple[int, int]] = self._seen.spans.get(number, ())
        if token.type == "heading_open":
            node.level = int(token.tag[1])
            if token.markup[0] == "#":
                spans = self._behind_hashes(token, self._tokens[number + 1].content, spans)
            else:
                node.type, spans = "underlined", spans[:-1]
        elif node.type == "paragraph" and parent.type == "item" and not parent.children:
            spans = self._behind_box(parent, spans)
        elif node.type == "code":
            node.content = token.content
            node.is_closed = token.type == "code_block" or _is_closed(token)
        node.lines = tuple(self._place(*span) for span in spans)
        return node

    def _behind_hashes(
        self, token: Token, content: str, spans: Sequence[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """Leave out the `#` before and behind a heading."""
        start = self._plain.find(content, spans[0][0] + len(token.markup))
        return [(start, start + len(content))]

    def _behind_box(
        self, item: Node, spans: Sequence[tuple[int, int]]
    ) -> Sequence[tuple[int, int]]:
        """Leave out the box of a task before its text, and tell its item."""
        box = _BOX.match(self._plain, *spans[0])
        if box is None:
            return spans
        item.box = box[0].strip()
        return [(box.end(), spans[0][1]), *spans[1:]]

    def _definitions(self, titles: Mapping[tuple[int, int], str]) -> Iterator[tuple[int, Node]]:
        """Give the definitions; the title of one that repeats a label is not read."""
        for number, line, spans in self._seen.definitions:
            title = titles.get((line, line + len(spans)), "")
            lines = tuple(self._place(*span) for span in spans)
            yield number, Node("reference", self._first + line, lines, content=title)

    def _table(self, number: int, token: Token) -> Node:
        table = Node("table", self._line(token))
        spans = self._seen.spans[number]
        first = token.map[0] if token.map else 0
        at = number
        while self._tokens[at].type != "table_close":
            each = self._tokens[at]
            if each.type == "tr_open" and each.map:
                line = each.map[0]
                row = Node("row", self._first + line, (self._place(*spans[line - first]),))
                row.level = int(line == first)
                table.children.append(row)
            elif each.type in ("th_open", "td_open"):
                style = str(each.attrGet("style") or "")
                text = self._tokens[at + 1].content
                align = style.removeprefix("text-align:")
                table.children[-1].children.append(
                    Node("cell", table.children[-1].line, align=align, content=text)
                )
            at += 1
        return table


def titles(references: Mapping[str, Any]) -> dict[tuple[int, int], str]:
    """Give the titles of defined addresses, by first line and end."""
    return {(each["map"][0], each["map"][1]): each["title"] for each in references.values()}


def _is_closed(fence: Token) -> bool:
    """Tell whether a fence was closed: its block has two lines more than its content."""
    first, end = fence.map or (0, 0)
    ends_itself = not fence.content or fence.content.endswith("\n")
    return ends_itself and end - first == fence.content.count("\n") + 2


def _marker(token: Token) -> str:
    if token.type == "list_item_open":
        return f"{token.info}{token.markup}"
    if token.type == "footnote_reference_open":
        return f"[^{token.meta['label']}]"
    return ""
