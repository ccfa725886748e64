"""What inside a text is not language and must come through a translation unchanged.

A placeholder is a span over the text, computed when needed and never stored: checks, the editor and
the pseudo-translation share this one view. In plain text these are web and mail addresses and the
references to footnotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workflow.model import Span

REFERENCE = r"\[(?:\d{1,3}|[*†‡]{1,3}|[a-z])\]"
"""What refers to a note: `[1]`, `[*]`, `[a]`."""

_PLACEHOLDER = re.compile(
    r"(?P<address>(?<![A-Za-z0-9_])(?:https?://|www\.)[^\s<>\"«»“”]*[^\s<>\"«»“”.,;:!?…)\]}'’。、，؛،؟])"
    r"|(?P<mail>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}\b)"
    r"|(?P<reference>" + REFERENCE + ")"
)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A stretch of a text that is not translated."""

    span: Span
    kind: str
    """`address`, `mail` or `reference` (to a footnote)."""
    text: str


def placeholders(text: str) -> tuple[Placeholder, ...]:
    """Find what a translation must keep as it is, in order.

    >>> [found.text for found in placeholders("See www.example.org. [1]")]
    ['www.example.org', '[1]']
    """
    return tuple(
        Placeholder(Span(*found.span()), str(found.lastgroup), found[0])
        for found in _PLACEHOLDER.finditer(text)
    )
