"""Texts that become something else in a revision: a heading a paragraph, item (a) item (c)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workflow.exchange.catalogs import kind_of
from workflow.model import Entry


@dataclass(frozen=True, slots=True)
class Reshaped:
    """A text that is something else to its reader than it was."""

    number: int
    """Of the text in the new revision, from 1."""
    line: int
    """Of the new text, from 1."""
    text: str
    """Its new wording."""
    old: str
    """What it was, such as `heading` or `numbered item (a)`."""
    new: str
    """What it is."""

    @property
    def sentence(self) -> str:
        """Say what becomes of it."""
        return f"a {self.old} becomes a {self.new}"


def reshaped(pairs: Iterable[tuple[int, Entry, Entry]]) -> Iterator[Reshaped]:
    """Find the texts that are something else to their reader, whatever became of their words.

    Args:
        pairs: number of a text in the new revision, from 1; its entry in the old and in the new
            template. Of a catalog that does not say what its texts are, nothing is found.
    """
    for number, old, new in pairs:
        before, after = kind_of(old), kind_of(new)
        if before and after and before != after:
            yield Reshaped(number, line_of(new), new.key.source, before, after)


def line_of(entry: Entry) -> int:
    """Read the line of the first reference, `letter.txt:12`, else the catalog's own."""
    line = entry.references[0].rpartition(":")[2] if entry.references else ""
    line = line.rstrip("\u2069")
    return int(line) if line.isascii() and line.isdecimal() else entry.line
