"""What is refused of documents: work on what rests, notes and numbers that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.letters import LENT, TITLE, add, text
from tests.live import NOW, live
from workflow.access import OPERATOR
from workflow.errors import HostileInput, LimitExceeded, NotFound, NotPossible
from workflow.services import documents
from workflow.services.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def test_what_is_in_the_archive_is_not_released(workspace: Workspace) -> None:
    add(workspace)
    offered = documents.propose(
        workspace, OPERATOR, NOW, document="letter", data=text(TITLE, LENT), note=" Why. "
    )
    described = documents.describe(workspace, OPERATOR, NOW, document="letter")
    assert {each.note for each in described.revisions} == {"", "Why."}
    documents.archive(workspace, OPERATOR, NOW, document="letter")
    with pytest.raises(NotPossible, match="in the archive"):
        documents.release(workspace, OPERATOR, NOW, document="letter", digest=offered.digest)
    documents.unarchive(workspace, OPERATOR, NOW, document="letter")
    documents.release(workspace, OPERATOR, NOW, document="letter", digest=offered.digest)


@pytest.mark.parametrize(
    ("note", "error"),
    [("a\u202eb", HostileInput), ("\ud800", HostileInput), ("x" * 5001, LimitExceeded)],
)
def test_a_note_is_looked_at_like_a_comment(
    workspace: Workspace, note: str, error: type[Exception]
) -> None:
    add(workspace)
    with pytest.raises(error):
        documents.propose(
            workspace, OPERATOR, NOW, document="letter", data=text(TITLE, LENT), note=note
        )
    assert documents.proposal(workspace, OPERATOR, NOW, document="letter") is None


@pytest.mark.parametrize("number", [-1, 2, 10**30])
def test_there_is_no_source_of_an_impossible_number(workspace: Workspace, number: int) -> None:
    add(workspace)
    with pytest.raises(NotFound):
        documents.source(workspace, OPERATOR, NOW, document="letter", number=number)
