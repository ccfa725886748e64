"""What was planned is written in one transaction, or made again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.exchanging import (
    GREETING,
    TITLE,
    change,
    letter,
    ours,
    read,
    save,
    sync,
    unit_of,
)
from tests.live import NOW, person
from workflow.access import OPERATOR, Role
from workflow.services.exchange.exporting import template_of
from workflow.services.exchange.importing import Incoming, Moved, Plan, carry_out
from workflow.services.exchange.planning import plan
from workflow.services.workspace import Workspace
from workflow.store.documents import document_named
from workflow.store.sync import bases_of
from workflow.store.translations import current


def planned(workspace: Workspace) -> tuple[Incoming, Plan]:
    with workspace.store.reading() as db:
        stored = document_named(db, "letter")
        assert stored is not None
        incoming = Incoming(
            stored, "fr", read(workspace), "fr.po", template_of(db, stored), OPERATOR, NOW
        )
        return incoming, plan(db, incoming)


def test_a_plan_writes_nothing_and_is_carried_out_once(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        change(workspace, TITLE, targets=("Lettre ouverte",))
        incoming, made = planned(workspace)
        assert made.changes_work
        assert ours(workspace, TITLE).version == 0
        with workspace.store.writing() as db:
            carry_out(db, incoming, made)
            unit = unit_of(workspace, TITLE).id
            assert current(db, unit, "fr").text == "Lettre ouverte"
            assert bases_of(db, incoming.stored.id, "fr")[unit].version == 1
        assert planned(workspace)[1].is_empty


def test_a_save_in_between_makes_it_again(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        change(workspace, TITLE, targets=("Lettre ouverte",))
        incoming, made = planned(workspace)
        ana = person(workspace, "Ana", Role.TRANSLATOR)
        save(workspace, ana, GREETING, "Chers amis,")
        with workspace.store.writing() as db:
            carry_out(db, incoming, replace(made, bases=(), written=()))  # of another text
        save(workspace, ana, TITLE, "Lettre")
        with pytest.raises(Moved), workspace.store.writing() as db:
            carry_out(db, incoming, made)
        assert ours(workspace, TITLE).text == "Lettre"


def test_a_release_in_between_makes_it_again(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        change(workspace, TITLE, targets=("Lettre ouverte",))
        incoming, made = planned(workspace)
        with pytest.raises(Moved), workspace.store.writing() as db:
            carry_out(db, incoming, replace(made, revision="another"))
        assert ours(workspace, TITLE).version == 0
