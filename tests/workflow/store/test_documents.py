"""Looking documents, units and wordings up."""

from pathlib import Path

import pytest
from sqlalchemy import update

from tests.live import NOW, live, put_document
from workflow.errors import NotFound
from workflow.model import UnitKey
from workflow.store import documents
from workflow.store.ids import digest_of
from workflow.store.schema import unit


def test_what_was_put_in_is_found(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        made, ids = put_document(workspace, ["Rivers", "Schools", "Mills"])
        other, _ = put_document(workspace, ["Rivers"], "appeal")
        with workspace.store.writing() as db:
            db.execute(update(unit).where(unit.c.id == ids[0]).values(position=None))
        with workspace.store.reading() as db:
            assert [each.name for each in documents.documents(db)] == ["appeal", "letter"]
            found = documents.document_named(db, "letter")
            assert found is not None
            assert found == documents.document_by_id(db, made)
            assert documents.document_named(db, "none") is documents.document_by_id(db, "") is None
            assert [each.id for each in documents.living_units(db, made)] == ids[1:]
            [gone] = documents.gone_units(db, made)
            assert gone == documents.unit_by_id(db, ids[0])
            assert (gone.key, gone.position, gone.number) == (UnitKey("Rivers"), None, 0)
            assert documents.unit_by_id(db, made) is None
            assert len(documents.living_units(db, other)) == 1


def test_a_revision_is_found_with_its_bytes(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        put_document(workspace, ["Rivers", "Schools"])
        with workspace.store.reading() as db:
            stored = documents.document_named(db, "letter")
            assert stored is not None
            found = documents.revision_by_id(db, stored.revision)
            assert (found.number, found.status, found.data) == (1, "released", b"Rivers\n\nSchools")
            with pytest.raises(NotFound):
                documents.revision_by_id(db, "")


def test_a_wording_is_found_by_its_digest(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        made, ids = put_document(workspace, ["Rivers", "Schools"])
        digests = [digest_of(each) for each in ("Rivers", "Schools")]
        with workspace.store.reading() as db:
            assert documents.source_texts(db, made) == {
                (ids[0], digests[0]): UnitKey("Rivers"),
                (ids[1], digests[1]): UnitKey("Schools"),
            }
            assert list(documents.source_texts(db, made, digests[:1])) == [(ids[0], digests[0])]
            assert documents.source_text_of(db, ids[0], digests[0]) == "Rivers"
            assert documents.source_text_of(db, ids[0], digests[1]) is None


def test_when_a_document_was_put_in(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        made, _ = put_document(workspace, ["Rivers"])
        with workspace.store.reading() as db:
            assert documents.first_put_in(db, made) == NOW
            with pytest.raises(NotFound):
                documents.first_put_in(db, "none")
