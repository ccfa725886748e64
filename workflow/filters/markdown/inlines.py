"""Inline markup as its reader sees it: strong, emphasised, struck, code, a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from markdown_it.token import Token

from workflow.filters.markdown.markup import tokens
from workflow.filters.markdown.texts import TAG
from workflow.model import Inline

_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_STYLES = {
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "s": "struck",
    "del": "struck",
    "strike": "struck",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}


_TURNS = {"strong": "strong", "em": "emphasis", "s": "struck"}
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


@dataclass(slots=True)
class _Style:
    """What holds for the text that comes."""

    strong: int = 0
    emphasis: int = 0
    struck: int = 0
    code: int = 0
    links: tuple[str, ...] = ()

    def of(self, text: str) -> Inline:
        """Give a text in this style."""
        return Inline(
            text,
            strong=self.strong > 0,
            emphasis=self.emphasis > 0,
            code=self.code > 0,
            struck=self.struck > 0,
            link=self.links[-1] if self.links else "",
        )

    def turn(self, name: str, nesting: int) -> None:
        """Begin or end a style; what never began does not end."""
        setattr(self, name, max(getattr(self, name) + nesting, 0))

    def follow(self, address: str, nesting: int) -> None:
        """Begin or end a link."""
        self.links = (*self.links, address) if nesting > 0 else self.links[:-1]

    def hear(self, tag: str) -> str:
        """Follow a tag of HTML; give the text it stands for."""
        found = _NAME.match(tag)
        name = found[1].lower() if found else ""
        nesting = -1 if tag.startswith("</") else 1
        if name == "br":
            return "\n"
        if name in _STYLES:
            self.turn(_STYLES[name], nesting)
        elif name == "a":
            href = _HREF.search(tag)
            self.follow(unescape(next(filter(None, href.groups()), "")) if href else "", nesting)
        return ""


def inlines(text: str, env: dict[str, Any], notes: dict[str, int]) -> Iterator[Inline]:
    """Read a text with inline Markdown.

    `env` says what it may refer to; `notes` gives each footnote its number and learns new ones.
    """
    style = _Style()
    for token in tokens(text, env):
        yield from (inline for inline in _inline(token, style, notes) if inline.text)


def _inline(token: Token, style: _Style, notes: dict[str, int]) -> Iterator[Inline]:
    name = token.type.removesuffix("_open").removesuffix("_close")
    if name in _TURNS:
        style.turn(_TURNS[name], token.nesting)
    elif name == "link":
        style.follow(str(token.attrGet("href") or ""), token.nesting)
    elif name == "image":
        inline = style.of(_alt(token))
        yield inline if inline.link else replace(inline, link=str(token.attrGet("src")))
    elif name == "code_inline":
        yield replace(style.of(token.content), code=True)
    elif name == "footnote_ref":
        number = notes.setdefault(str(token.meta["label"]), len(notes) + 1)
        yield replace(style.of(f"[{number}]"), link=f"#note-{number}")
    elif name == "html_inline":
        yield style.of(style.hear(token.content))
    else:
        yield style.of(_BREAKS.get(name, token.content))


def _alt(image: Token) -> str:
    """Give the words that stand for a picture."""
    return "".join(
        _alt(child) if child.type == "image" else child.content if child.nesting == 0 else ""
        for child in image.children or ()
    )


def tagged_inlines(text: str) -> Iterator[Inline]:
    """Read a text from a block of HTML: tags and entities, no Markdown."""
    style = _Style()
    position = 0
    for tag in TAG.finditer(text):
        yield style.of(unescape(text[position : tag.start()]))
        yield style.of(style.hear(tag[0]))
        position = tag.end()
    yield style.of(unescape(text[position:]))


def plain_inlines(text: str) -> Iterator[Inline]:
    """Give a text that has no markup."""
    yield Inline(text)


def preformatted(element: str) -> Iterator[Inline]:
    """Give the lines between `<pre>` and `</pre>`, without any tag."""
    if words := unescape(_ANY_TAG.sub("", element)).strip("\n"):
        yield Inline(words, code=True)
