"""The texts inside a block of HTML: what a reader sees between the tags.

Tags that stand inside a sentence (`<b>`, `<a>`) stay in its text, all others end it. Nothing is
parsed into a tree and nothing is written anew: the texts are stretches of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.model import BlockKind, Span

_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn",
    "em", "font", "i", "img", "input", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby",
    "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr",
))  # fmt: skip
_HIDDEN = "script|style|pre|code|template|textarea|svg|math|noscript|iframe|object|title"
# Bounded where it may run over a `<`: a tag that never ends must not be looked for again and again.
_ATTRIBUTES = r"""(?:"[^"<>]*+"|'[^'<>]*+'|"[^"]{0,300}+"|'[^']{0,300}+'|[^"'<>]++){0,99}+"""
_PIECE = re.compile(
    r"(?P<remark><!--(?:-?>|.*?-->))|(?P<unread><(?:!--.*\Z|\?.*?(?:\?>|\Z)|!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|![A-Za-z][^<>]*>))"
    rf"|(?P<hidden><(?P<name>{_HIDDEN})\b{_ATTRIBUTES}>(?:.*?</(?P=name)\s*>|.*\Z))"
    rf"|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9:-]*)(?:{_ATTRIBUTES}>|[^<>]*>)"
    r"|(?P<words>(?:[^<]|<(?![A-Za-z/!?]))+)|(?P<stray><)",
    re.DOTALL | re.IGNORECASE,
)
_EDGE = re.compile(rf"<!--(?:-?>|.*?-->)|\s+|</?[A-Za-z]{_ATTRIBUTES}>[ \t]*\n", re.DOTALL)
_LAST_TAG = re.compile(rf"\n[ \t]*</?[A-Za-z]{_ATTRIBUTES}>\Z")
_KINDS = {
    "li": BlockKind.UNORDERED_ITEM,
    "blockquote": BlockKind.QUOTE,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    "caption": BlockKind.CAPTION,
    "figcaption": BlockKind.CAPTION,
}
_HEADING = re.compile("h([1-6])", re.IGNORECASE)
_VOID = frozenset(
    ("hr", "col", "source", "track", "link", "meta", "param", "base", "embed", "area")
)


@dataclass(frozen=True, slots=True)
class Words:
    """A text between the tags."""

    span: Span
    """In the text of the block."""
    kind: BlockKind
    level: int


def texts(block: str) -> Iterator[Words]:
    """Give the texts of a block of HTML, in order.

    Behind a tag that never ends nobody can tell what is a text: the rest is one, as it stands.

    >>> block = "<div><p>Rivers <b>need</b> room.<hr>They wait.</p></div>"
    >>> [each.span.of(block) for each in texts(block)]
    ['Rivers <b>need</b> room.', 'They wait.']
    """
    stack: list[str] = []
    start = -1
    for piece in _PIECE.finditer(block):
        tag = (piece["tag"] or "").lower()
        stays = bool(piece["words"] or piece["stray"] or tag in _INLINE)
        stays = stays or piece["remark"] is not None or (piece["name"] or "").lower() == "code"
        if stays:
            start = piece.start() if start < 0 else start
            continue
        if start >= 0:
            yield from _words(block, start, piece.start(), stack)
            start = -1
        if tag and tag not in _VOID:
            _follow(stack, tag, closing=bool(piece["close"]))
    if start >= 0:
        yield from _words(block, start, len(block), stack)


def _follow(stack: list[str], tag: str, *, closing: bool) -> None:
    """Keep the tags that are open; what was never opened closes nothing."""
    if not closing:
        stack.append(tag)
    elif tag in stack[-_DEEPEST:]:
        while stack.pop() != tag:
            pass


_DEEPEST = 100


def _words(block: str, start: int, end: int, stack: list[str]) -> Iterator[Words]:
    """Give a text without the white space, the remarks and the lines of mere tags around it."""
    while found := _EDGE.match(block, start, end):
        start = found.end()
    end = start + len(block[start:end].rstrip())
    while at := _mere_end(block, start, end):
        end = start + len(block[start:at].rstrip())
    if start < end:
        kind, level = _kind(stack)
        yield Words(Span(start, end), kind, level)


def _mere_end(block: str, start: int, end: int) -> int:
    """Say where a remark at the end begins, or a tag on a line of its own; 0 where none does."""
    if block.endswith("-->", start, end):
        return max(block.rfind("<!--", start, end), 0)
    line = block.rfind("\n", start, end)
    return line if line > 0 and _LAST_TAG.match(block, line, end) else 0


def _kind(stack: list[str]) -> tuple[BlockKind, int]:
    for tag in reversed(stack[-_DEEPEST:]):
        if tag in _KINDS:
            return _KINDS[tag], int(tag == "li")
        if found := _HEADING.fullmatch(tag):
            return BlockKind.HEADING, int(found[1])
    return BlockKind.PARAGRAPH, 0
