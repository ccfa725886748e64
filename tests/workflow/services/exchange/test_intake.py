"""The files in `sources/` meet the documents of the store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.exchanging import letter, sync
from tests.live import NOW
from tests.workspaces import LETTER, put
from workflow.access import OPERATOR
from workflow.services import documents
from workflow.services.exchange.intake import Sources, take_sources
from workflow.services.exchange.report import Beside, Discarded, Waits
from workflow.services.workspace import Workspace
from workflow.store.documents import StoredRevision, document_named, living_units
from workflow.store.revising import proposal_of

CHANGED = LETTER.replace("stays", "stays open")


def take(workspace: Workspace) -> Sources:
    return take_sources(workspace, OPERATOR, NOW)


def proposal(workspace: Workspace) -> StoredRevision | None:
    with workspace.store.reading() as db:
        stored = document_named(db, "letter")
        assert stored is not None
        return proposal_of(db, stored.id)


def test_a_new_file_becomes_a_document_once(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        assert take(workspace) == Sources(added=("letter",))
        assert take(workspace) == Sources()
        with workspace.store.reading() as db:
            stored = document_named(db, "letter")
            assert stored is not None
            assert (stored.format, stored.suffix, len(living_units(db, stored.id))) == (
                "plaintext",
                ".txt",
                3,
            )


def test_a_renamed_file_is_no_new_document(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        take(workspace)
        source = tmp_path / "sources" / "letter.txt"
        source.rename(source.with_name("appeal.txt"))
        for _ in range(2):
            found = take(workspace)
            assert (found.added, found.lost) == ((), ("letter",))
            assert "appeal.txt: this is the text of 'letter'" in found.faults[0]
            assert found.faults[0].endswith("Call it letter.txt again.")
        put(source, LETTER)
        assert take(workspace) == Sources(added=("appeal",))


def test_a_changed_file_is_proposed_once_and_withdrawn_when_it_goes_back(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        take(workspace)
        source = put(tmp_path / "sources" / "letter.txt", CHANGED)
        assert take(workspace) == Sources(proposed=("letter",))
        assert take(workspace) == Sources(waiting=("letter",))
        found = proposal(workspace)
        assert found is not None
        assert (found.origin, found.number, found.data) == ("file", 2, CHANGED.encode())
        put(source, CHANGED + "\nMore.\n")
        assert take(workspace) == Sources(proposed=("letter",))
        put(source, LETTER)
        assert take(workspace) == Sources(withdrawn=("letter",))
        assert proposal(workspace) is None
        assert take(workspace) == Sources()
        put(source, CHANGED + "\nMore.\n")
        assert take(workspace) == Sources(proposed=("letter",))


def test_what_somebody_discarded_is_not_proposed_again(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        take(workspace)
        put(tmp_path / "sources" / "letter.txt", CHANGED)
        take(workspace)
        documents.discard(workspace, OPERATOR, NOW, document="letter")
        path = tmp_path / "sources" / "letter.txt"
        assert take(workspace) == Sources(discarded=(Discarded("letter", str(path)),))
        assert proposal(workspace) is None
        documents.propose(workspace, OPERATOR, NOW, document="letter", data=path.read_bytes())
        assert take(workspace) == Sources(waiting=("letter",))


def test_a_proposal_of_a_person_is_not_pushed_aside(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        take(workspace)
        documents.propose(workspace, OPERATOR, NOW, document="letter", data=b"Something else.\n")
        path = put(tmp_path / "sources" / "letter.txt", CHANGED)
        waits = Sources(waiting=("letter",), waits=(Waits("letter", 2),))
        assert take(workspace) == replace(waits, beside=(Beside("letter", str(path)),))
        found = proposal(workspace)
        assert found is not None
        assert found.data == b"Something else.\n"
        put(tmp_path / "sources" / "letter.txt", LETTER)
        assert take(workspace) == waits
        assert proposal(workspace) is not None


def test_what_a_person_pushed_aside_is_proposed_again(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        take(workspace)
        put(tmp_path / "sources" / "letter.txt", CHANGED)
        assert take(workspace) == Sources(proposed=("letter",))
        documents.propose(workspace, OPERATOR, NOW, document="letter", data=b"Something else.\n")
        assert [each.document for each in take(workspace).beside] == ["letter"]
        documents.discard(workspace, OPERATOR, NOW, document="letter")
        assert take(workspace) == Sources(proposed=("letter",))
        found = proposal(workspace)
        assert found is not None
        assert found.data == CHANGED.encode()


def test_what_a_filter_is_not_sure_of_is_told_once(tmp_path: Path) -> None:
    with letter(tmp_path, {"letter.md": "Text.\n\n```\nopen\n"}) as workspace:
        (remark,) = take(workspace).remarks
        assert "letter.md:3: a block of code begins here and never ends" in remark
        assert take(workspace).remarks == ()
        put(tmp_path / "sources" / "letter.md", "More.\n\n```\nopen\n")
        assert len(take(workspace).remarks) == 1


def test_a_missing_source_removes_nothing(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        (tmp_path / "sources" / "letter.txt").unlink()
        report = sync(workspace)
        assert (report.lost, report.is_clean) == (("letter",), False)
        assert workspace.catalog_path("letter", "fr").exists()
        documents.archive(workspace, OPERATOR, NOW, document="letter")
        assert take(workspace) == Sources()


def test_what_cannot_be_a_document_is_told(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        take(workspace)
        (tmp_path / "sources" / "letter.txt").rename(tmp_path / "sources" / "letter.md")
        put(tmp_path / "sources" / "bad.txt", b"caf\xe9")
        put(tmp_path / "sources" / "My Letter.txt", "x")
        first, second, third = take(workspace).faults
        assert "Call it my-letter.txt." in first
        assert "bad.txt:1: byte 0xE9 is not UTF-8" in second
        assert "the document is plaintext, and this file is markdown" in third
