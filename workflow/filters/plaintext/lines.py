"""The text as lines: where each begins, how far it is indented, how wide it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workflow.filters.cues.flow import LINE_END
from workflow.filters.cues.measure import columns, says_something

# What may stand before a text without being seen: white space, controls, zero-width and direction
# marks. (A no-break space and an ideographic space are white space to Python.)
_UNSEEN_BEFORE = re.compile("[\\s\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u061c\u2060\ufeff]*")
_UNSEEN_AFTER = re.compile("[\\s\x00-\x1f\x7f-\x9f\u200b\ufeff]")

# A bullet that a copied list left alone on its line; the text below is its own.
LONE_BULLETS = frozenset("•‣⁃◦▪▫■□●○◆◇▶►➢➤∙·・\uf0b7\uf0a7\uf0d8")

# What is not known to take one column: all but Latin, Greek and Cyrillic letters and dashes.
_TAB = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One line that says something; `start` and `end` frame what is seen of it."""

    number: int
    """1-based, as editors count."""
    start: int
    end: int
    text: str
    indent: int
    """Columns of white space before it."""
    gap: int
    """Blank lines before it; a ruler such as `* * *` counts as two."""
    ruled: str = ""
    """The ruler directly below it, if it is underlined: `=` or `-`."""

    @property
    def width(self) -> int:
        """Columns up to its end, indentation included."""
        return self.indent + columns(self.text)


def read_lines(text: str) -> list[Line]:
    """Give the lines that say something, in order, and the bullets that stand alone.

    Any other line without a letter or digit (blank, or a ruler such as `-----`) is only a gap.
    """
    lines: list[Line] = []
    gap, number, position = 0, 1, 0
    while position <= len(text):
        found = LINE_END.search(text, position)
        end = found.start() if found else len(text)
        seen, stop = _seen(text, position, end)
        content = text[seen:stop]
        if says_something(content) or content in LONE_BULLETS:
            indent = columns(text[position:seen].replace("\t", " " * _TAB))
            lines.append(Line(number, seen, stop, content, indent, gap))
            gap = 0
        elif content and not gap and lines and set(content) in ({"="}, {"-"}):
            last = lines[-1]
            lines[-1] = Line(
                last.number, last.start, last.end, last.text, last.indent, last.gap, content[0]
            )
            gap = 1
        else:
            gap += 2 if content else 1
        if not found:
            break
        number += found[0] in ("\r\n", "\n", "\r")
        position = found.end()
    return lines


def _seen(text: str, start: int, end: int) -> tuple[int, int]:
    before = _UNSEEN_BEFORE.match(text, start, end)
    seen = before.end() if before else start
    while end > seen and _UNSEEN_AFTER.match(text[end - 1]):
        end -= 1
    return seen, end
