"""Names of footnotes: stable, unique."""

from workflow.exporters.webpage.notes import Note, Notes
from workflow.model import Block, BlockKind, Inline


def _note(marker: str) -> Block:
    return Block(BlockKind.FOOTNOTE, 0, marker)


def _reference(link: str) -> Block:
    return Block(BlockKind.PARAGRAPH, 0, "", (Inline("x", link=link),))


def test_names_follow_the_markers() -> None:
    notes = Notes([_reference("#note-١"), _note("[١]"), _note("*"), _note("")])
    assert [notes.next_note() for _ in range(3)] == [
        Note("note-١", "ref-١"),
        Note("note-*", ""),
        Note("note-3", ""),
    ]


def test_two_notes_of_one_marker_get_two_names() -> None:
    notes = Notes([_reference("#note-1"), _note("[1]"), _note("[1-2]"), _note("[1]")])
    ids = [notes.next_note().id for _ in range(3)]
    assert ids == ["note-1", "note-1-2", "note-1-3"]
    assert notes.reference("#note-1") == ("note-1", "ref-1")
    assert notes.reference("#note-1") == ("note-1", "ref-1-2")
    assert notes.reference("#note-7") is None
