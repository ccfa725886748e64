"""The new text that waits for a document."""

from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from tests.live import NOW, live, put_document
from workflow.access import OPERATOR
from workflow.errors import NotPossible, OutOfDate, UnreadableSource
from workflow.services import documents
from workflow.services.documents import pending
from workflow.services.workspace import Workspace
from workflow.store.documents import StoredDocument, document_named
from workflow.store.revising import revisions_of


def stored(workspace: Workspace) -> StoredDocument:
    with workspace.store.reading() as db:
        found = document_named(db, "letter")
    assert found is not None
    return found


def test_a_text_waits_once(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        put_document(workspace, ["Rivers"])
        letter = stored(workspace)
        with workspace.store.writing() as db:
            plan = pending.planned(db, letter, b"Mills")
            made, is_new = pending.offer(
                db, letter, plan, b"Mills", actor="ann", now=NOW, origin="file", note="seen"
            )
            assert is_new
            assert (made.number, made.origin, made.author, made.note) == (2, "file", "ann", "seen")
            again = pending.offer(db, letter, plan, b"Mills", actor="bob", now=NOW)
            assert again == (made, False)
            assert pending.waiting(db, letter) == made
            assert pending.waiting(db, letter, made.digest) == made
            with pytest.raises(OutOfDate):
                pending.waiting(db, letter, "another")
            assert len(revisions_of(db, letter.id)) == 2


def test_a_file_stands_to_its_document_as_people_decided(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        put_document(workspace, ["Rivers"])
        letter = stored(workspace)

        def stands(text: bytes) -> str:
            with workspace.store.reading() as db:
                return pending.standing(db, letter, sha256(text).hexdigest()).value

        assert (stands(b"Rivers"), stands(b"Mills")) == ("released", "new")
        propose = partial(documents.propose, workspace, OPERATOR, NOW, document="letter")
        propose(data=b"Mills", origin="file")
        assert (stands(b"Mills"), stands(b"Schools")) == ("waits", "new")
        propose(data=b"Schools")
        assert (stands(b"Mills"), stands(b"Schools")) == ("beside", "waits")
        documents.discard(workspace, OPERATOR, NOW, document="letter")
        assert stands(b"Mills") == "new", "nobody decided on it"
        propose(data=b"Mills", origin="file")
        documents.discard(workspace, OPERATOR, NOW, document="letter")
        assert stands(b"Mills") == "discarded"


def test_what_cannot_be_read_does_not_wait(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        put_document(workspace, ["Rivers"])
        with workspace.store.writing() as db:
            with pytest.raises(UnreadableSource):
                pending.planned(db, stored(workspace), b"\xff")
            with pytest.raises(NotPossible):
                pending.waiting(db, stored(workspace))


def test_a_plan_that_another_release_overtook_is_refused(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        put_document(workspace, ["Rivers"])
        with workspace.store.reading() as db:
            plan = pending.planned(db, stored(workspace), b"Schools")
        done = documents.propose(workspace, OPERATOR, NOW, document="letter", data=b"Mills")
        workspace.root.joinpath("sources/letter.txt").write_bytes(b"Mills")
        documents.release(workspace, OPERATOR, NOW, document="letter", digest=done.digest)
        letter = stored(workspace)
        with workspace.store.writing() as db, pytest.raises(NotPossible, match="meanwhile"):
            pending.offer(db, letter, plan, b"Schools", actor="ann", now=NOW)
