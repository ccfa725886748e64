"""The writing down of documents and of what a revision makes of them."""

from pathlib import Path

from tests.live import NOW, live, person
from workflow import plumbing
from workflow.access import OPERATOR, Role
from workflow.model import Document
from workflow.services import documents, translation
from workflow.services.documents import recording
from workflow.services.files.sources import SourceFile
from workflow.services.workspace import Workspace
from workflow.store import past
from workflow.store.documents import (
    document_named,
    living_units,
    revision_by_id,
    source_text_of,
)
from workflow.store.translations import Written, current, history

LAKE = "Nobody may close the path around the lake to those who live there."
SHELF = "Every child needs a shelf of books within an hour of home."
MILL = "The mill gave us its hall for as long as the library needs it."


def extracted(name: str, data: bytes) -> Document:
    return plumbing.extract(data, format="plaintext", locale="en", name=name)


def release(workspace: Workspace, *texts: str) -> None:
    data = "\n\n".join(texts).encode()
    offered = documents.propose(workspace, OPERATOR, NOW, document="letter", data=data)
    documents.release(workspace, OPERATOR, NOW, document="letter", digest=offered.digest)


def ids_of(workspace: Workspace) -> dict[str, str]:
    with workspace.store.reading() as db:
        stored = document_named(db, "letter")
        assert stored is not None
        return {unit.source: unit.id for unit in living_units(db, stored.id)}


def made_from(workspace: Workspace, unit: str) -> list[tuple[str, str | None, str]]:
    """Give the history of a unit in French: act, wording it was made from, where it came from."""
    with workspace.store.reading() as db:
        rows: tuple[Written, ...] = history(db, unit, "fr")
        return [
            (row.act.value, source_text_of(db, unit, row.source_digest), row.origin) for row in rows
        ]


def test_several_are_adopted_in_one_transaction(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with live(tmp_path) as workspace, workspace.store.writing() as db:
        for name in ("one", "two"):
            data = f"{name}\n\nRivers\n\nRivers\n".encode()
            source = SourceFile(name, tmp_path / f"{name}.ar.txt", "ar", "file name")
            stored = recording.adopt(
                db, source, extracted(name, data), data, NOW, OPERATOR,
                progress=lambda *stage: told.append(stage),
            )  # fmt: skip
            assert (stored.name, stored.suffix) == (name, ".ar.txt")
            revision = revision_by_id(db, stored.revision)
            assert (revision.number, revision.origin, revision.data) == (1, "file", data)
            units = living_units(db, stored.id)
            assert [unit.source for unit in units] == [name, "Rivers"]
            places = past.places_of(db, stored.revision)
            assert [places[unit.id].places for unit in units] == [1, 2]
            assert {each.since for each in past.wordings(db, stored.id)} == {1}
    assert told == [("write", 2, 2)] * 2


def test_a_copied_translation_keeps_its_author_and_its_source(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        documents.add(workspace, OPERATOR, NOW, data=MILL.encode(), file_name="letter.txt")
        ann = person(workspace, "Ann", Role.TRANSLATOR)
        mill = ids_of(workspace)[MILL]
        translation.save(workspace, ann, NOW, unit=mill, locale="fr", text="M", seen=0, token="m")
        lent = MILL.replace("gave", "lent")
        release(workspace, lent)
        release(workspace, lent, MILL)
        again = ids_of(workspace)[MILL]
        assert again != mill
        assert made_from(workspace, again) == [("carry", MILL, mill)]
        with workspace.store.reading() as db:
            copied = current(db, again, "fr")
            assert (copied.author, copied.text, copied.state.name) == (ann, "M", "TRANSLATED")


def test_joined_translations_show_what_they_were_made_from(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        data = f"{SHELF}\n\n{LAKE}".encode()
        documents.add(workspace, OPERATOR, NOW, data=data, file_name="letter.txt")
        ann = person(workspace, "Ann", Role.TRANSLATOR)
        ids = ids_of(workspace)
        for source in (SHELF, LAKE):
            translation.save(
                workspace, ann, NOW, unit=ids[source], locale="fr", text=source.upper(), seen=0,
                token=source,
            )  # fmt: skip
        release(workspace, f"{SHELF} And: {LAKE}")
        assert list(ids_of(workspace).values()) == [ids[LAKE]]
        assert made_from(workspace, ids[LAKE]) == [
            ("carry", f"{SHELF} {LAKE}", ""), ("save", LAKE, ""),
        ]  # fmt: skip
        release(workspace, f"{SHELF} {LAKE}")
        release(workspace, SHELF, LAKE)
        assert ids_of(workspace) == ids
        with workspace.store.reading() as db:
            for source in (SHELF, LAKE):
                there = current(db, ids[source], "fr")
                assert (there.text, there.state.name) == (source.upper(), "TRANSLATED")


def test_a_suffix_is_what_follows_the_name() -> None:
    for file_name, suffix in (("letter.txt", ".txt"), ("letter.ar.md", ".ar.md")):
        source = SourceFile("letter", Path(file_name), "ar", "you")
        assert recording.suffix_of(source) == suffix
