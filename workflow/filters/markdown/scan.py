"""The blocks of a Markdown document, each with where it stands in the file.

The library says what the blocks are. Plain paragraphs, headings and lists, which most of a document
is made of, are told without it, since nothing around them can change what they are (see `outline`);
the stretches between are parsed one by one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from markdown_it.token import Token

from workflow.filters.markdown.building import Builder, Place, titles
from workflow.filters.markdown.nodes import Node, Scan
from workflow.filters.markdown.outline import simple_nodes, stretches
from workflow.filters.markdown.parser import Seen, parser
from workflow.model import Span

_LINE_END = re.compile("\r\n?")
_EACH_LINE = re.compile("\r\n|\r|\n")


def scan(text: str, start: int = 0, *, shortcut: bool = True) -> Scan:
    """Read the blocks of a document.

    Args:
        text: the whole file.
        start: where the Markdown begins, behind any front matter.
        shortcut: whether plain blocks are told without the library.

    Laws:
        The shortcut changes nothing but the time.
    """
    body = text[start:]
    plain = _LINE_END.sub("\n", body).replace("\0", "\ufffd")
    place = _shifted(start) if len(plain) == len(body) else _mapped(body, plain, start)
    starts = (0, *(found.end() for found in _EACH_LINE.finditer(text)))
    env: dict[str, Any] = {"references": {}, "footnotes": {"refs": {}, "list": {}}}
    found = Scan(Node("document", bisect_right(starts, start)), env, starts)
    for stretch in stretches(plain) if shortcut else [Span(0, len(plain))]:
        line = bisect_right(starts, place(stretch.start, stretch.start).start)
        if isinstance(stretch, Span):
            _parse(found, plain, stretch, line, place)
        else:
            found.root.children += simple_nodes(stretch, line, place)
    return found


def _parse(found: Scan, plain: str, stretch: Span, line: int, place: Place) -> None:
    """Let the library read a stretch of a document; of two definitions the first counts."""
    part = stretch.of(plain)
    seen, tokens = Seen(), list[Token]()
    env: dict[str, Any] = {"seen": seen}
    parser().block.parse(part, parser(), env, tokens)
    builder = Builder(
        tokens,
        seen,
        lambda start, end: place(start + stretch.start, end + stretch.start),
        part,
        line,
    )
    known = found.env["references"]
    new = {key: each for key, each in env.get("references", {}).items() if key not in known}
    found.root.children += builder.build(titles(new))
    found.too_deep += builder.too_deep
    known.update(new)
    found.env["footnotes"]["refs"].update(env.get("footnotes", {}).get("refs", {}))


def _shifted(start: int) -> Place:
    return lambda first, end: Span(first + start, end + start)


def _mapped(body: str, plain: str, start: int) -> Place:
    """Find the way back from a text with simple line ends to the file's own."""
    own = [0, *(found.end() for found in re.finditer("\r\n|\r|\n", body))]
    simple = [0, *(found.end() for found in re.finditer("\n", plain))]
    shift = dict(zip(simple, own, strict=True))

    def place(first: int, end: int) -> Span:
        line = plain.rfind("\n", 0, first) + 1
        moved = shift[line] - line + start
        return Span(first + moved, end + moved)

    return place
