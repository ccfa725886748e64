"""The texts inside a block of HTML: what a reader sees between the tags.

Tags that stand inside a sentence (`<b>`, `<a>`) stay in its text, all others end it. Nothing is
parsed into a tree and nothing is written anew: the texts are stretches of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

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
_WORDS = re.compile(r"[^\W_]")
_SILENT = re.compile(
    r"<(?P<name>code|kbd|samp|tt)\b[^<>]{0,400}>[^<>]{0,4000}</(?P=name)\s{0,9}>"
    r"|<!--.{0,4000}?-->|</?[A-Za-z][^<>]{0,4000}>|&#?\w{1,31};|\{\{.{0,2000}?\}\}|\{%.{0,2000}?%\}",
    re.DOTALL | re.IGNORECASE,
)
_KINDS = {
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
    """`CODE` for what stands between `<pre>`; nobody translates that."""
    level: int
    """Rank of a heading, depth of an item."""
    marker: str = ""
    """Number of an item, `3.`"""


def texts(block: str) -> Iterator[Words]:
    """Give the texts of a block of HTML, in order.

    Behind a tag that never ends nobody can tell what is a text: the rest is one, as it stands.

    >>> block = "<div><p>Rivers <b>need</b> room.<hr>They wait.</p></div>"
    >>> [each.span.of(block) for each in texts(block)]
    ['Rivers <b>need</b> room.', 'They wait.']
    """
    opened = _Opened()
    start = -1
    for piece in _PIECE.finditer(block):
        tag = (piece["tag"] or "").lower()
        stays = bool(piece["words"] or piece["stray"] or tag in _INLINE)
        stays = stays or piece["remark"] is not None or (piece["name"] or "").lower() == "code"
        if stays:
            start = piece.start() if start < 0 else start
            continue
        if start >= 0:
            yield from _words(block, start, piece.start(), opened)
            start = -1
        if (piece["name"] or "").lower() == "pre":
            yield Words(Span(*piece.span()), BlockKind.CODE, 0)
        elif tag and tag not in _VOID:
            opened.follow(tag, closing=bool(piece["close"]))
    if start >= 0:
        yield from _words(block, start, len(block), opened)


def tags(block: str) -> tuple[str, ...]:
    """Give the tags of a block of HTML that end a text, in order, and what is not read at all."""
    found: list[str] = []
    for piece in _PIECE.finditer(block):
        tag = (piece["tag"] or piece["name"] or "").lower()
        if piece["unread"] or (tag and tag not in _INLINE):
            found.append(f"{piece['close'] or ''}{tag}")
    return tuple(found)


class _Opened:
    """The tags that are open; what was never opened closes nothing."""

    def __init__(self) -> None:
        self._tags: list[str] = []
        self._items: list[int] = []
        """How many items each of them has had."""

    def follow(self, tag: str, *, closing: bool) -> None:
        """Open or close a tag."""
        if not closing:
            if tag == "li" and (number := self._list()) is not None:
                self._items[number] += 1
            self._tags.append(tag)
            self._items.append(0)
        elif tag in self._tags[-_DEEPEST:]:
            self._items.pop()
            while self._tags.pop() != tag:
                self._items.pop()

    def place(self) -> tuple[BlockKind, int, str]:
        """Say what a text is that stands here: its kind, level and marker."""
        for tag in reversed(self._tags[-_DEEPEST:]):
            if tag == "li":
                return self._item()
            if tag in _KINDS:
                return _KINDS[tag], 0, ""
            if found := _HEADING.fullmatch(tag):
                return BlockKind.HEADING, int(found[1]), ""
        return BlockKind.PARAGRAPH, 0, ""

    def _list(self) -> int | None:
        """Give the number of the innermost list."""
        for number in range(len(self._tags) - 1, max(len(self._tags) - _DEEPEST, 0) - 1, -1):
            if self._tags[number] in ("ol", "ul"):
                return number
        return None

    def _item(self) -> tuple[BlockKind, int, str]:
        level = max(sum(tag in ("ol", "ul") for tag in self._tags[-_DEEPEST:]), 1)
        number = self._list()
        if number is None or self._tags[number] == "ul":
            return BlockKind.UNORDERED_ITEM, level, ""
        return BlockKind.ORDERED_ITEM, level, f"{self._items[number]}."


_DEEPEST = 100


def _words(block: str, start: int, end: int, opened: _Opened) -> Iterator[Words]:
    """Give a text without the white space, the remarks and the lines of mere tags around it."""
    while found := _EDGE.match(block, start, end):
        start = found.end()
    end = _trimmed_end(block, start, end)
    while at := _mere_end(block, start, end):
        end = _trimmed_end(block, start, at)
    if start < end:
        yield Words(Span(start, end), *opened.place())


def _trimmed_end(block: str, start: int, end: int) -> int:
    while end > start and block[end - 1].isspace():
        end -= 1
    return end


def _mere_end(block: str, start: int, end: int) -> int:
    """Say where a remark at the end begins, or a tag on a line of its own; 0 where none does."""
    if block.endswith("-->", start, end):
        return max(block.rfind("<!--", start, end), 0)
    line = block.rfind("\n", start, end)
    return line if line > 0 and _LAST_TAG.match(block, line, end) else 0


def says_something(text: str) -> bool:
    """Tell whether a text between tags has words or numbers of its own: code and tags have none."""
    return _WORDS.search(_SILENT.sub("", text)) is not None


def read(source: str, lines: Sequence[Span]) -> Iterator[tuple[Words, list[Span]]]:
    """Give the texts of a block of HTML in a file, each with where its lines stand."""
    block = "\n".join(line.of(source) for line in lines)
    starts = [0, *accumulate(line.end - line.start + 1 for line in lines)]
    for words in texts(block):
        first = bisect_right(starts, words.span.start) - 1
        end = bisect_left(starts, words.span.end)
        yield (
            words,
            [
                Span(
                    line.start + max(words.span.start - start, 0),
                    min(line.start + words.span.end - start, line.end),
                )
                for start, line in zip(starts[first:end], lines[first:end], strict=True)
            ],
        )
