"""Footnotes on a web page: who points to whom, by names that stay the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workflow.exporters.tree import note_name, texts, walk
from workflow.model import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Note:
    """The names of one footnote."""

    id: str
    """Where references lead: `note-1`."""
    back: str
    """The first reference to it, `ref-1`; empty where the text never refers to it."""


class Notes:
    """Names footnotes and references; every name is given once on a page."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        everything = tuple(walk(blocks))
        cited = {inline.link for block in everything for inline in texts(block)}
        self._taken: set[str] = set()
        self._notes: list[Note] = []
        self._by_link: dict[str, Note] = {}
        for block in everything:
            if block.kind is not BlockKind.FOOTNOTE:
                continue
            link = note_name(block)
            known = link in self._by_link
            name = "-".join(link.removeprefix("#note-").split()) or str(len(self._notes) + 1)
            back = self._free(f"ref-{name}") if link in cited and not known else ""
            note = Note(self._free(f"note-{name}"), back)
            self._notes.append(note)
            self._by_link.setdefault(link, note)
        self._given: set[str] = set()
        self._order = iter(self._notes)

    def next_note(self) -> Note:
        """Give the next footnote, in document order."""
        return next(self._order)

    def reference(self, link: str) -> tuple[str, str] | None:
        """Give the target of a reference and the reference's own name; None where it is no note."""
        note = self._by_link.get(link)
        if note is None:
            return None
        if note.back in self._given:
            return note.id, self._free(note.back)
        self._given.add(note.back)
        return note.id, note.back

    def _free(self, wanted: str) -> str:
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name
