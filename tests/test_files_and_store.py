"""Files and store say the same, whatever fails on the way."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.letters import LENT, MILL, SHELF, TITLE, add, revise, text
from tests.live import NOW, live
from workflow.access import OPERATOR
from workflow.errors import LimitExceeded, NotPossible, StoreFull
from workflow.services import documents
from workflow.services.documents import DocumentChanges
from workflow.services.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


@contextmanager
def full_at_the_end(workspace: Workspace) -> Iterator[None]:
    """Let the disk be full when the next transaction is to be saved."""

    def refuse(_: object) -> None:
        raise StoreFull

    with workspace.store.reading() as db:
        engine = db.engine
    event.listen(engine, "commit", refuse)
    try:
        with pytest.raises(StoreFull):
            yield
    finally:
        event.remove(engine, "commit", refuse)


def test_what_was_not_saved_is_in_no_file(workspace: Workspace) -> None:
    add(workspace)
    documents.change(
        workspace, OPERATOR, NOW, document="letter", changes=DocumentChanges(title="Old")
    )
    settings_before = workspace.settings_path.read_bytes()
    with full_at_the_end(workspace):
        documents.change(
            workspace, OPERATOR, NOW, document="letter", changes=DocumentChanges(title="New")
        )
    with full_at_the_end(workspace):
        add(workspace, SHELF, file_name="second.txt", title="Second")
    assert workspace.settings_path.read_bytes() == settings_before
    assert [each.name for each in (workspace.root / "sources").iterdir()] == ["letter.txt"]
    assert documents.describe(workspace, OPERATOR, NOW, document="letter").document.title == "Old"
    assert add(workspace, MILL, file_name="second.txt").name == "second"


def test_after_a_release_that_failed_another_one_succeeds(workspace: Workspace) -> None:
    add(workspace)
    path = workspace.root / "sources" / "letter.txt"
    before = path.read_bytes()
    offered = documents.propose(workspace, OPERATOR, NOW, document="letter", data=text(LENT))
    with full_at_the_end(workspace):
        documents.release(
            workspace, OPERATOR, NOW, document="letter", digest=offered.digest
        )  # fmt: skip
    assert path.read_bytes() == before
    assert revise(workspace, LENT, SHELF).path.read_bytes() == text(LENT, SHELF)


def test_a_file_with_any_revision_gives_way_and_one_with_another_text_does_not(
    workspace: Workspace,
) -> None:
    add(workspace)
    path = workspace.root / "sources" / "letter.txt"
    documents.propose(workspace, OPERATOR, NOW, document="letter", data=text(LENT))
    documents.discard(workspace, OPERATOR, NOW, document="letter")
    path.write_bytes(text(LENT))
    revise(workspace, LENT, SHELF)
    path.write_bytes(text(TITLE))
    with pytest.raises(NotPossible, match="was changed meanwhile"):
        revise(workspace, SHELF)
    assert path.read_bytes() == text(TITLE)


def test_who_writes_into_the_source_while_it_is_released_loses_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(workspace)
    path = workspace.root / "sources" / "letter.txt"
    real = os.fsync

    def slow(handle: int) -> None:
        real(handle)
        path.write_bytes(text(TITLE))

    offered = documents.propose(workspace, OPERATOR, NOW, document="letter", data=text(LENT))
    monkeypatch.setattr("os.fsync", slow)
    with pytest.raises(NotPossible, match="was changed meanwhile"):
        documents.release(workspace, OPERATOR, NOW, document="letter", digest=offered.digest)
    assert path.read_bytes() == text(TITLE)


def test_a_title_as_large_as_the_settings_breaks_nothing(workspace: Workspace) -> None:
    add(workspace)
    for changes in (
        DocumentChanges(title="x" * 999_990),
        DocumentChanges(tags=tuple(map(str, range(12_000)))),
    ):
        with pytest.raises(LimitExceeded):
            documents.change(workspace, OPERATOR, NOW, document="letter", changes=changes)
    assert documents.listing(workspace, OPERATOR, NOW)[0].title == ""
    assert not workspace.settings_path.exists()
