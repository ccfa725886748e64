"""What is shown of a new text before it is released."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live import NOW, live, put_document
from workflow.access import OPERATOR
from workflow.alignment import Mark
from workflow.errors import NotPossible
from workflow.services import documents
from workflow.services.documents import Difference, Intent
from workflow.services.documents.pending import planned
from workflow.services.documents.proposals import all_intents, check_intents
from workflow.services.workspace import Workspace
from workflow.store.documents import document_named

LAKE = "Nobody may close the path around the lake to those who live there."
SHELF = "Every child needs a shelf of books within an hour of home."
MILL = "The mill gave us its hall for as long as the library needs it."


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def differences(workspace: Workspace, *texts: str) -> tuple[Difference, ...]:
    data = "\n\n".join(texts).encode()
    return documents.propose(workspace, OPERATOR, NOW, document="letter", data=data).differences


def test_a_split_is_shown_once_with_all_its_pieces(workspace: Workspace) -> None:
    _, [_, whole] = put_document(workspace, [MILL, f"{SHELF} {LAKE}"])
    [found] = differences(workspace, MILL, SHELF, LAKE)
    assert (found.kind.value, found.old, found.new) == (
        "split", f"{SHELF} {LAKE}", f"{SHELF} {LAKE}",
    )  # fmt: skip
    assert (found.number, found.unit, found.line, found.words) == (2, whole, 3, ())
    assert not found.has_intent


def test_a_merger_is_shown_once_and_nothing_is_called_gone(workspace: Workspace) -> None:
    _, [_, _, lake] = put_document(workspace, [MILL, SHELF, LAKE])
    [found] = differences(workspace, MILL, f"{SHELF} And: {LAKE}")
    assert (found.kind.value, found.old, found.unit) == ("merged", f"{SHELF} {LAKE}", lake)
    assert [each.text for each in found.words if each.mark is Mark.ADDED] == ["And: "]


def test_of_each_edit_something_is_meant(workspace: Workspace) -> None:
    put_document(workspace, [MILL, SHELF, LAKE])
    new = "\n\n".join([MILL.replace("gave", "lent"), SHELF.replace("hour", "mile"), LAKE])
    with workspace.store.reading() as db:
        stored = document_named(db, "letter")
        assert stored is not None
        plan = planned(db, stored, new.encode())
    typo, meaning = Intent.TYPO, Intent.MEANING
    assert all_intents(plan, {}, all_typo=False) == {0: meaning, 1: meaning}
    assert all_intents(plan, {2: meaning}, all_typo=True) == {0: typo, 1: meaning}
    check_intents(plan, {1: typo, 2: meaning})
    for strange in (0, 3, 4):
        with pytest.raises(NotPossible):
            check_intents(plan, {strange: typo})
