"""Texts with inline markup: what they say, and where they may be cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeAlias

from markdown_it.token import Token

from workflow.filters.markdown.parser import parser
from workflow.model import Span
from workflow.placeholders import placeholders

Piece: TypeAlias = tuple[str, str, str]
"""What is there, its address or label, its words."""

_MARKUP = re.compile(r"[\\`*_{}\[\]<>&~!]|://|@|www\.")
_ADDRESS = ("://", "@", "www.")
_WORDS = re.compile(r"[^\W_]")
_CUT_MARKUP = re.compile(r"[\\`*_\[<~]")
_LONGEST_SEARCH = 400_000
"""Code points parsed to find which cuts are safe; a block that needs more stays whole."""


def says_something(text: str, env: dict[str, Any]) -> bool:
    """Tell whether a text has words or numbers outside its codes."""
    first = _MARKUP.search(text)
    may_be_code = first is not None and first[0] in _ADDRESS  # the words before it may be its
    if not may_be_code and _WORDS.search(text, 0, first.start() if first else len(text)):
        return True
    position, refers = 0, False
    for code in placeholders(text, "markdown"):
        if _WORDS.search(text, position, code.span.start):
            return True
        position = code.span.end
        refers = refers or code.kind == "reference"
    if _WORDS.search(text, position):
        return True
    return refers and any(_WORDS.search(words) for _, _, words in pieces(text, env))


def tokens(text: str, env: dict[str, Any]) -> list[Token]:
    """Read the inline markup of a text."""
    found: list[Token] = []
    parser().inline.parse(text, parser(), env, found)
    return found


def pieces(text: str, env: dict[str, Any]) -> tuple[Piece, ...]:
    """Give what a text is made of: words, and the markup around them, in order.

    Two texts with the same pieces look the same to a reader.
    """
    found: list[Piece] = []
    for token in tokens(text, env):
        piece = _piece(token)
        if piece == ("words", "", ""):  # what is left of a mark of emphasis
            continue
        if piece[0] == "words" and found and found[-1][0] == "words":
            piece = ("words", "", found.pop()[2] + piece[2])
        found.append(piece)
    return tuple(found)


def _piece(token: Token) -> Piece:
    match token.type:
        case "text" | "text_special":
            return "words", "", token.content
        case "softbreak":
            return "words", "", " "
        case "image":
            title = str(token.attrGet("title") or "")
            return "image", str(token.attrGet("src")), f"{token.content}\n{title}"
        case "link_open":
            return "link", str(token.attrGet("href")), str(token.attrGet("title") or "")
        case "footnote_ref":
            return "footnote", str(token.meta["label"]), ""
        case _:
            return token.type, token.content, ""


def safe_cuts(text: str, spans: Sequence[Span], env: dict[str, Any]) -> tuple[Span, ...]:
    """Put sentences together again where a cut would tear markup.

    Law: the sentences that come out, each read alone, look as they do in the whole text.
    """
    if "\n" in text or "**" in text:
        spans = _whole_lines(text, spans)
    if len(spans) < 2 or not _CUT_MARKUP.search(text):  # noqa: PLR2004
        return tuple(spans)
    whole = pieces(text, env)
    if _joined([pieces(span.of(text), env) for span in spans], text, spans) == whole:
        return tuple(spans)
    if len(text) * len(spans) > _LONGEST_SEARCH:
        return (Span(spans[0].start, spans[-1].end),)
    kept: list[Span] = [spans[0]]
    for span in spans[1:]:
        halves = (Span(spans[0].start, kept[-1].end), Span(span.start, spans[-1].end))
        parts = [pieces(half.of(text), env) for half in halves]
        if _joined(parts, text, halves) == whole:
            kept.append(span)
        else:
            kept[-1] = Span(kept[-1].start, span.end)
    return tuple(kept)


def _whole_lines(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """Put sentences together again around a break of the author, and where `**` stays open.

    What an author wrote as `**One.**Two` Markdown does not always read as strong, but means it.
    """
    kept: list[Span] = []
    stars, is_even = 0, text.count("**") % 2 == 0
    for span in spans:
        is_open = is_even and stars % 2 == 1
        if kept and (is_open or "\n" in text[kept[-1].end : span.start]):
            kept[-1] = Span(kept[-1].start, span.end)
        else:
            kept.append(span)
        stars += text.count("**", span.start, span.end)
    return kept


def _joined(
    parts: Sequence[tuple[Piece, ...]], text: str, spans: Sequence[Span]
) -> tuple[Piece, ...]:
    """Put pieces of neighbouring sentences together, with what stands between them."""
    found: list[Piece] = []
    for number, part in enumerate(parts):
        between = text[spans[number - 1].end : spans[number].start] if number else ""
        for piece in (("words", "", between), *part):
            if piece[0] == "words" and found and found[-1][0] == "words":
                found[-1] = ("words", "", found[-1][2] + piece[2])
            elif piece[0] != "words" or piece[2]:
                found.append(piece)
    return tuple(found)
