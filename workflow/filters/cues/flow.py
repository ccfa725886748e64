"""A text that runs over several lines, in one: as a unit has it.

A flow knows where each of its characters stands in the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workflow.model import Span

# Everything that starts a new line for a reader, Word's soft break (U+000B) and InDesign's
# separators included.
LINE_END = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")

_BREAK = re.compile(
    rf"(?<![ \t])[ \t]*(?:(?:{LINE_END.pattern})\s*(?:>[ \t>]*)?"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f][\x00-\x08\x0b-\x1f\x7f-\x9f \t\n]*)"
)
_HYPHEN = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_UNSPACED = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff9f\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Flow:
    """A text in one line, and the offset in the file of each of its characters."""

    text: str
    jumps: tuple[tuple[int, int], ...]
    """Pairs (position in the text, offset in the file) where a straight piece begins."""

    def span(self, span: Span) -> Span:
        """Say where a stretch of the text stands in the file."""
        return Span(self._offset(span.start), self._offset(span.end - 1) + 1)

    def _offset(self, position: int) -> int:
        low, high = 0, len(self.jumps)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.jumps[middle][0] <= position else (low, middle)
        start, offset = self.jumps[low]
        return offset + position - start


def flow(text: str, start: int, end: int) -> Flow:
    """Put a text that runs over several lines into one.

    A break becomes a space; nothing between letters of a script without spaces, and nothing behind
    a hyphen that parts a word.
    """
    if not _BREAK.search(text, start, end):
        return Flow(text[start:end], ((0, start),))
    pieces: list[str] = []
    jumps: list[tuple[int, int]] = []
    length, position = 0, start
    for found in _BREAK.finditer(text, start, end):
        piece = text[position : found.start()]
        jumps.append((length, position))
        glue = _glue(piece, text[found.end() : min(found.end() + 1, end)])
        pieces += [piece, glue]
        length += len(piece) + len(glue)
        position = found.end()
    jumps.append((length, position))
    pieces.append(text[position:end])
    return Flow("".join(pieces), tuple(jumps))


def _glue(before: str, after: str) -> str:
    if not before or not after or before[-1].isspace():
        return ""
    if is_unspaced(before[-1]) and is_unspaced(after[0]):
        return ""
    return "" if _HYPHEN.search(before[-2:]) and after[0].islower() else " "


def is_unspaced(letter: str) -> bool:
    """Tell whether a letter is of a script that puts no spaces between words."""
    return _UNSPACED.match(letter) is not None
