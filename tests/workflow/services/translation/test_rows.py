"""The rows of a statement: what a unit, its translation and all that stands beside it make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.live import NOW, live, person, put_document
from workflow.access import Role
from workflow.model import EMPTY_ON_PURPOSE, State
from workflow.services import translation
from workflow.services.translation.rows import Row, row_of, rows_of, with_findings
from workflow.services.workspace import Workspace
from workflow.store.documents import document_named, living_units
from workflow.store.listing import names

FR = "fr"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        put_document(made, ["The river is 12 m wide.", "The bridge is long."])
        yield made


def rows(workspace: Workspace, who: str) -> tuple[Row, ...]:
    with workspace.store.reading() as db:
        stored = document_named(db, "letter")
        assert stored
        listed = rows_of(db, who, stored, FR)
        units = living_units(db, stored.id)
        assert listed == tuple(row_of(db, who, stored, unit, FR, names(db)) for unit in units)
        return listed


def save(workspace: Workspace, who: str, row: Row, text: str) -> None:
    translation.save(
        workspace,
        who,
        NOW,
        unit=row.unit,
        locale=FR,
        text=text,
        seen=row.version,
        token=f"{row.unit} {row.version}",
    )


def test_a_text_that_was_taken_away_is_nobodys(workspace: Workspace) -> None:
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    save(workspace, ana, rows(workspace, ana)[0], "La rivière.")
    save(workspace, ana, rows(workspace, ana)[0], "")
    gone = rows(workspace, ana)[0]
    assert (gone.version, gone.text, gone.state) == (2, "", State.UNTRANSLATED)
    assert (gone.author, gone.is_mine, gone.source_changed) == ("", False, False)


def test_a_text_that_is_empty_on_purpose_is_somebodys(workspace: Workspace) -> None:
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    save(workspace, ana, rows(workspace, ana)[0], EMPTY_ON_PURPOSE)
    row = rows(workspace, ana)[0]
    assert (row.author, row.is_mine) == ("Ana", True)


def test_a_change_is_one_since_the_translation_or_since_mine(workspace: Workspace) -> None:
    row = rows(workspace, person(workspace, "Ana", Role.TRANSLATOR))[0]
    assert not row.changed
    assert replace(row, source_changed=True).changed
    assert replace(row, mine_made_from="Before.").changed


def test_findings_stand_with_their_paragraphs(workspace: Workspace) -> None:
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    first, second = rows(workspace, ana)
    save(workspace, ana, first, "La rivière est large de 13 m.")
    save(workspace, ana, second, "Le pont est long.")
    listed = rows(workspace, ana)
    with workspace.store.reading() as db:
        stored = document_named(db, "letter")
        assert stored
        one, other = with_findings(db, stored, FR, listed)
    assert {issue.detail for issue in one.findings} >= {"12"}
    assert other == listed[1]
