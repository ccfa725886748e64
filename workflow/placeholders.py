"""What inside a text is not language and must come through a translation unchanged.

A placeholder is a span over the text, computed when needed and never stored: checks, the editor and
the pseudo-translation share this one view. In plain text these are web and mail addresses and the
references to footnotes; in Markdown also code, tags, the addresses of links and what stands for a
character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workflow.model import Span

REFERENCE = r"\[(?:\d{1,3}|[*†‡]{1,3}|[a-z])\]"
"""What refers to a note: `[1]`, `[*]`, `[a]`."""

_ADDRESSES = (
    r"(?P<address>(?<![A-Za-z0-9_])(?:https?://|www\.)[^\s<>\"«»“”]*[^\s<>\"«»“”.,;:!?…)\]}'’。、，؛،؟])"
    r"|(?P<mail>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}\b)"
)
_PLAIN = re.compile(f"{_ADDRESSES}|(?P<reference>{REFERENCE})")

_PARENTHESES = r"\((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,400}\)){0,400}\)"
_DESTINATION = rf"(?:<[^<>\n]{{0,2000}}>|(?![<])(?:[^\s()\\]|\\[^\s]|{_PARENTHESES}){{0,2000}})"
_MARKDOWN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?<!`)(?P<ticks>`{1,40})(?!`)(?:[^`]|(?<!`)(?!(?P=ticks)(?!`))`++){1,4000}?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<element><(?P<name>code|kbd|samp|tt)\b[^<>]{0,400}>[^<>]{0,4000}</(?P=name)\s{0,9}>)"
    r"|(?P<tag><!--(?:-?>|.{0,4000}?-->)|<\?.{0,4000}?\?>|<![A-Za-z][^<>]{0,4000}>"
    r"|</?[A-Za-z][A-Za-z0-9-]{0,40}(?:\s[^<>]{0,4000})?/?>)"
    r"|(?P<autolink><[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]{0,2000}>|<[^<>\s@]{1,64}@[^<>\s]{1,255}>)"
    r"|(?P<template>\{\{.{0,2000}?\}\}|\{%.{0,2000}?%\}|\{[:#.][^{}\n]{0,400}\})"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rf"|(?P<link>\]\([ \t\n]{{0,99}}{_DESTINATION}(?:\)|(?=\s)))"
    r"|(?P<label>\]\[(?:[^\[\]\\]|\\.){0,999}\])"
    r"|(?P<reference>\[\^[^\s\[\]]{1,99}\](?!\()|!?\[(?:\[[^\[\]]{1,200}\]|[^\[\]]{1,999})\](?:\[\]|(?![(\[])))"
    rf"|{_ADDRESSES}",
    re.DOTALL,
)
_NOTATIONS = {"plaintext": _PLAIN, "markdown": _MARKDOWN}


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A stretch of a text that is not translated."""

    span: Span
    kind: str
    """`address`, `mail` or `reference` (to a footnote or an address); in Markdown also `code`,
    `element` (code between tags), `tag`, `autolink`, `link` (the address of one), `label`,
    `entity`, `escape` and `template`."""
    text: str


def placeholders(text: str, notation: str = "plaintext") -> tuple[Placeholder, ...]:
    """Find what a translation must keep as it is, in order.

    `notation` is the name of the format the text comes from.

    >>> [found.text for found in placeholders("See www.example.org. [1]")]
    ['www.example.org', '[1]']
    >>> [found.text for found in placeholders("Read [this](a.html) & `that`", "markdown")]
    ['](a.html)', '`that`']
    """
    return tuple(
        Placeholder(Span(*found.span()), _kind(found), found[0])
        for found in _NOTATIONS[notation].finditer(text)
    )


def _kind(found: re.Match[str]) -> str:
    return next(name for name, each in found.groupdict().items() if each is not None)
