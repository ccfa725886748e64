"""Writing down what a new text brings."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from tests.live import MINUTE, NOW, live, put_document
from workflow.access import OPERATOR
from workflow.model import BlockKind, Place, UnitKey
from workflow.services import documents
from workflow.services.workspace import Workspace
from workflow.store import Db, past, revising
from workflow.store.documents import (
    StoredDocument,
    StoredRevision,
    document_by_id,
    gone_units,
    living_units,
    revision_by_id,
)
from workflow.store.ids import digest_of
from workflow.store.past import Stands, Wording


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def proposal(document: str, number: int = 2) -> StoredRevision:
    data = b"Rivers\n\nMills"
    return StoredRevision(
        f"revision {number}", document, number, "d", data, "1", "proposed", "person", "ann",
        "a note", NOW, None,
    )  # fmt: skip


def stored(db: Db, document: str) -> StoredDocument:
    found = document_by_id(db, document)
    assert found is not None
    return found


def test_one_proposal_waits_until_it_is_released(workspace: Workspace) -> None:
    made, _ = put_document(workspace, ["Rivers", "Schools"])
    with workspace.store.writing() as db:
        assert revising.proposal_of(db, made) is None
        revising.add_revision(db, proposal(made))
        assert revising.proposal_of(db, made) == proposal(made)
        assert revising.proposed(db) == {made}
        assert revising.last_number(db, made) == 2
        assert revising.revision_id(db, made, 2) == "revision 2"
        assert revising.revision_id(db, made, 3) == ""
        revising.release(db, made, "revision 2", "9", NOW + MINUTE)
        assert stored(db, made).revision == "revision 2"
        released = revision_by_id(db, "revision 2")
        assert released == replace(
            proposal(made), status="released", segmentation="9", released=NOW + MINUTE
        )
        said = [(each.number, each.status, each.size) for each in revising.revisions_of(db, made)]
        assert said == [(2, "released", 13), (1, "released", 15)]


def test_two_proposals_cannot_wait(workspace: Workspace) -> None:
    made, _ = put_document(workspace, ["Rivers"])
    with workspace.store.writing() as db:
        revising.add_revision(db, proposal(made))
        assert revising.discard_proposals(db, made) == 1
        revising.add_revision(db, proposal(made, 3))
        assert [each.status for each in revising.revisions_of(db, made)] == [
            "proposed", "discarded", "released",
        ]  # fmt: skip
    with pytest.raises(IntegrityError), workspace.store.writing() as db:
        revising.add_revision(db, proposal(made, 4))


def test_units_change_places_and_wordings(workspace: Workspace) -> None:
    made, ids = put_document(workspace, ["Rivers", "Schools", "Mills"])
    with workspace.store.writing() as db:
        rivers, schools, mills = living_units(db, made)
        changed = [
            replace(rivers, source="Schools", position=1, source_digest=digest_of("Schools")),
            replace(schools, source="Rivers", position=0, source_digest=digest_of("Rivers")),
        ]
        revising.settle(db, [mills.id], changed)
        assert living_units(db, made) == (changed[1], changed[0])
        assert gone_units(db, made) == (replace(mills, position=None),)
        revising.settle(db, [], [])
        new = replace(mills, id="new", number=revising.last_unit_number(db, made) + 1, position=2)
        revising.add_units(db, [new])
        assert living_units(db, made)[2] == new
        assert new.number == 3
        assert revising.last_unit_number(db, "") == -1
    assert len(ids) == 3


def test_a_borrowed_wording_gives_way_to_ones_own(workspace: Workspace) -> None:
    made, [unit] = put_document(workspace, ["Rivers"])
    borrowed = Wording(unit, UnitKey("Mills"), "m", 0)
    own = replace(borrowed, since=2)
    with workspace.store.writing() as db:
        revising.add_wordings(db, [borrowed])
        revising.drop_borrowed(db, [own, Wording(unit, UnitKey("Rivers"), digest_of("Rivers"), 1)])
        revising.add_wordings(db, [own])
        assert {(each.key.source, each.since) for each in past.wordings(db, made)} == {
            ("Rivers", 1), ("Mills", 2),
        }  # fmt: skip


def test_places_are_kept_in_order(workspace: Workspace) -> None:
    made, [one, two] = put_document(workspace, ["Rivers", "Schools"])
    places = [
        (one, Place(BlockKind.HEADING, 4, 0, level=1)),
        (two, Place(BlockKind.ORDERED_ITEM, 6, 1, marker="1.")),
        (one, Place(BlockKind.PARAGRAPH, 8, 2)),
    ]
    with workspace.store.writing() as db:
        revising.add_revision(db, proposal(made))
        revising.add_places(db, "revision 2", places)
        assert past.places_of(db, "revision 2") == {
            one: Stands("heading", 4, 2),
            two: Stands("ordered_item 1.", 6, 1),
        }


def test_a_document_is_written_and_archived(workspace: Workspace) -> None:
    new = StoredDocument("id", "letter", "plaintext", ".txt", "en", "active", "")
    with workspace.store.writing() as db:
        revising.add_document(db, new, NOW)
        assert stored(db, "id") == new
        revising.set_status(db, "id", "archived")
        assert stored(db, "id") == replace(new, status="archived")
        assert revising.last_number(db, "id") == 0


def test_a_proposal_is_found_and_withdrawn(workspace: Workspace) -> None:
    document, _ = put_document(workspace, ["Rivers", "Schools"])
    with workspace.store.reading() as db:
        assert revising.proposal_of(db, document) is None
        assert revising.last_from_file(db, document) is None
    documents.propose(workspace, OPERATOR, NOW, document="letter", data=b"Other.\n", origin="file")
    with workspace.store.writing() as db:
        found = revising.proposal_of(db, document)
        assert found is not None
        assert revising.last_from_file(db, document) == found
        revising.withdraw(db, found.id)
        assert revising.proposal_of(db, document) is None
        last = revising.last_from_file(db, document)
        assert last is not None
        assert (last.status, last.note) == ("discarded", revising.WITHDRAWN)
