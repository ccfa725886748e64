r"""Statements for the exporters, read from `tests/data/exporters/statements/`.

A line is `kind|level|marker|text`, two spaces deeper for what stands inside the line above; in the
text `**strong**`, `*emphasis*`, `~~struck~~`, `` `code` ``, `[words](link)`, one inside the other,
`{en:words}` for a fallback and `\n` for a new line. A cell has its alignment for a marker.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import strategies as st

from workflow.model import (
    Block,
    BlockKind,
    Hole,
    Inline,
    Place,
    State,
    TargetDocument,
    UnitKey,
)

DATA = Path(__file__).parents[2] / "data" / "exporters"
RIVERS = ("en", "ar", "ja", "fa", "ckb", "ur")
GOLDEN = (
    *(("rivers", locale) for locale in ("en", "ar", "ja")),
    *(("village", locale) for locale in ("en", "fa", "ja")),
)
_MARKS = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|\*(?P<emphasis>.+?)\*|~~(?P<struck>.+?)~~|`(?P<code>.+?)`"
    r"|\[(?P<link>\[.+?\]|.+?)\]\((?P<to>(?:\(.*?\)|.)+?)\)|\{(?P<language>\w+):(?P<other>.+?)\}"
)
_UNMARKED = Inline("")
_HOLE = Hole(UnitKey("?"), Place(BlockKind.PARAGRAPH, 1, 0), State.UNTRANSLATED)


def inlines(text: str, like: Inline = _UNMARKED) -> tuple[Inline, ...]:
    """Read the marks of one line; the words between two marks are one text."""
    row: list[Inline] = []
    end = 0
    for mark in _MARKS.finditer(text):
        row.append(replace(like, text=text[end : mark.start()]))
        end = mark.end()
        if mark["code"]:
            row.append(replace(like, text=mark["code"], code=True))
        elif mark["strong"]:
            row += inlines(mark["strong"], replace(like, strong=True))
        elif mark["emphasis"]:
            row += inlines(mark["emphasis"], replace(like, emphasis=True))
        elif mark["struck"]:
            row += inlines(mark["struck"], replace(like, struck=True))
        elif mark["link"]:
            row += inlines(mark["link"], replace(like, link=mark["to"]))
        else:
            row += inlines(mark["other"], replace(like, language=mark["language"]))
    row.append(replace(like, text=text[end:]))
    return tuple(inline for inline in row if inline.text)


def tree(lines: list[str]) -> tuple[Block, ...]:
    """Read lines of one depth, with the deeper ones inside them."""
    blocks: list[Block] = []
    while lines:
        kind, level, marker, text = lines.pop(0).split("|", 3)
        inside: list[str] = []
        while lines and lines[0].startswith("  "):
            inside.append(lines.pop(0)[2:])
        text = text.replace("\\n", "\n")
        own = (Inline(text, code=True),) if kind == "code" else inlines(text)
        children: tuple[Block | Inline, ...] = (*own, *tree(inside))
        of_cell = kind == "table_cell"
        align = marker if of_cell else ""
        blocks.append(
            Block(BlockKind(kind), int(level), "" if of_cell else marker, children, align)
        )
    return tuple(blocks)


def statement(name: str, locale: str) -> TargetDocument:
    """Give a statement in one language."""
    lines = (DATA / "statements" / f"{name}.{locale}.txt").read_text("utf-8").splitlines()
    holes = sum("{en:" in line for line in lines)
    total = len(lines)
    blocks = tree(lines)
    title = "".join(child.text for child in blocks[0].children if isinstance(child, Inline))
    return TargetDocument(
        name=name,
        title=title,
        locale=locale,
        source_locale="en",
        data=b"",
        blocks=blocks,
        missing=(_HOLE,) * holes,
        total=total,
    )


def rivers(locale: str) -> TargetDocument:
    """Give the statement about rivers, which has every kind that plain text knows."""
    return statement("rivers", locale)


class Make(Protocol):
    """Makes a document of some blocks."""

    def __call__(self, *blocks: Block, locale: str = "en", title: str = "") -> TargetDocument: ...


@pytest.fixture
def make() -> Make:
    """Give a maker of small documents."""

    def document(*blocks: Block, locale: str = "en", title: str = "") -> TargetDocument:
        return TargetDocument("small", title, locale, "en", b"", blocks)

    return document


@pytest.fixture(name="statement", params=RIVERS)
def _statement(request: pytest.FixtureRequest) -> TargetDocument:
    """Give the statement about rivers, in one language after the other."""
    return rivers(request.param)


class Page(HTMLParser):
    """Read a page as a browser would, and refuse tags that do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        """Every element with its attributes, in order."""
        self._open: list[tuple[str, str]] = []
        self._words: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute is there twice: {names}"
        assert self.parent != "p" or tag not in _BLOCKS, f"<{tag}> inside <p>"
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append((tag, dict(attrs).get("class") or ""))
        if tag in _BLOCKS or tag == "br":
            self._words.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag, f"</{tag}> closes something else"
        if tag in _BLOCKS:
            self._words.append("\n")

    def handle_data(self, data: str) -> None:
        unseen = {name for name, class_ in self._open if name in _UNSEEN or class_ in _OURS}
        if not unseen:
            self._words.append(data)

    @property
    def parent(self) -> str:
        """Name the innermost open element."""
        return self._open[-1][0] if self._open else ""

    @property
    def words(self) -> str:
        """Give what a reader sees of the statement, without what the exporter adds."""
        return "".join(self._words)

    def all(self, tag: str) -> list[dict[str, str]]:
        """Give the attributes of all elements of one name."""
        return [attributes for name, attributes in self.tags if name == tag]


_VOID = {"meta", "link", "br", "hr", "img"}
_BLOCKS = (
    {"pre", "table", "tr", "td", "th", "hr"}
    | {"p", "div", "ol", "ul", "li", "blockquote", "header", "hgroup", "main", "footer"}
    | {f"h{level}" for level in range(1, 7)}
)
_UNSEEN = {"title", "style", "script"}
_OURS = {"language", "status"}


def bare(text: str) -> str:
    """Take all white space out of a text, for comparing words only."""
    return "".join(text.split())


def marked(blocks: tuple[Block, ...], shown: Callable[[Block], str]) -> str:
    """Give all words of a tree in order, each block's marker as `shown` gives it."""
    return "".join(
        shown(block)
        + "".join(child.text for child in block.children if isinstance(child, Inline))
        + marked(tuple(child for child in block.children if isinstance(child, Block)), shown)
        for block in blocks
    )


_HOSTILE = (
    "`*_#<>[](){}|~$&;:!+-=.\\\"'/@^%0123456789abzé \t\n\u00a0\u3000。「ج٣\u200f\u202e\u0301😀"
)
hostile_text = st.one_of(
    st.text(_HOSTILE, max_size=24),
    st.sampled_from(
        (
            "1. not an item", "# not a heading", "- no", "> no", "---", "===", "    code",
            "<b>x</b>", "a|b\n-|-", "<!-- c -->", "\x00\r\n",
            "</style><script>alert(1)</script>", "&amp;", "[a](javascript:x)", "![p](x)",
            "[^1]: no", "[x]: y", "```", "~~~", "a\\", "http://e.org", "**",
        )
    ),
)  # fmt: skip
hostile_inline = st.builds(
    Inline,
    hostile_text,
    strong=st.booleans(),
    emphasis=st.booleans(),
    code=st.booleans(),
    struck=st.booleans(),
    link=st.sampled_from(("", "", "https://e.org/(a)?b=1&c=2", "javascript:alert(1)", "#note-7")),
    language=st.sampled_from(("", "", "en", "fr", "ar")),
)
_KINDS = [kind for kind in BlockKind if kind is not BlockKind.FOOTNOTE]
_MARKERS = (
    *("", "•", "1.", "2.", "7)", "(3)", "a)", "IV.", "一、", "١-", "01.", "§ 4", "*", "#"),
    *("☐", "☑"),
)


def _blocks(insides: st.SearchStrategy[list[Block]]) -> st.SearchStrategy[Block]:
    def build(
        kind: BlockKind, level: int, marker: str, row: list[Inline], inside: list[Block]
    ) -> Block:
        marked_kind = kind is BlockKind.SIGNATORY or kind.value.endswith("item")
        return Block(kind, level, marker if marked_kind else "", (*row, *inside))

    return st.builds(
        build,
        st.sampled_from(_KINDS),
        st.integers(0, 7),
        st.sampled_from(_MARKERS),
        st.lists(hostile_inline, max_size=3),
        insides,
    )


_rows = st.lists(
    st.builds(
        lambda row, align: Block(BlockKind.TABLE_CELL, 0, "", tuple(row), align),
        st.lists(hostile_inline, max_size=3),
        st.sampled_from(("", "", "left", "center", "right")),
    ),
    max_size=4,
)
hostile_tables = st.builds(
    lambda rows, headed: Block(
        BlockKind.TABLE,
        children=tuple(
            Block(BlockKind.TABLE_ROW, int(headed and not number), "", tuple(row))
            for number, row in enumerate(rows)
        ),
    ),
    st.lists(_rows, max_size=4),
    st.booleans(),
)
hostile_code = st.builds(
    lambda text: Block(BlockKind.CODE, children=(Inline(text, code=True),)),
    st.text("`~ \t\n#->*_|<&1.abé川\x00", max_size=24),
)
_leaves = st.one_of(_blocks(st.just([])), hostile_tables, hostile_code)
_branches = _blocks(st.lists(_blocks(st.lists(_leaves, max_size=2)), max_size=2))
hostile_trees = st.lists(st.one_of(_leaves, _branches), max_size=5).map(tuple)
