"""What deeds were about, read with one query for each kind of thing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live import NOW, live, person, put_document
from workflow.access import OPERATOR, Role
from workflow.model import State
from workflow.review import Act
from workflow.services.workspace import Workspace
from workflow.store import audit, comments, suggestions, told
from workflow.store.figures import deeds
from workflow.store.translations import Written, add_revision


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as workspace:
        yield workspace


def written(unit: str, who: str, note: str = "") -> Written:
    return Written(
        unit, "fr", 1, "Texte.", State.TRANSLATED, Act.SAVE, who, who, "d", NOW, note=note
    )


def test_spots_and_what_was_said(house: Workspace) -> None:
    document, units = put_document(house, ["One.", "Two.", "Three."])
    ana = person(house, "Ana", Role.TRANSLATOR)
    with house.store.writing() as db:
        add_revision(db, written(units[2], ana, "A note."))
        for unit, text in zip(units[:2], ("First?", "Second?"), strict=True):
            comments.add(db, NOW, unit=unit, locale="fr", author=ana, kind="question", text=text)
        found = deeds(db, among=[document])
        about = told.about(db, found)
    assert {each.unit: about.said(each) for each in found} == dict(
        zip(units, ("First?", "Second?", "A note."), strict=True)
    )
    assert [about.spot(unit).number for unit in units] == [1, 2, 3]
    assert about.spot("none") == told.Spot(0, "")


def test_who_was_at_work_in_some_documents(house: Workspace) -> None:
    one, units = put_document(house, ["One."])
    two, others = put_document(house, ["Two."], name="two")
    ana, bo, cy, dee = (person(house, name, Role.TRANSLATOR) for name in ("Ana", "Bo", "Cy", "Dee"))
    kim = person(house, "Kim", Role.COORDINATOR)
    with house.store.writing() as db:
        add_revision(db, written(units[0], ana))
        comments.add(db, NOW, unit=units[0], locale="", author=bo, kind="comment", text="Hm.")
        suggestions.keep(db, written(others[0], cy), origin="person", base=0)
        for who in (kim, OPERATOR):
            audit.record(db, NOW, who, "documents.change", f"document:{two}")
        audit.record(db, NOW, dee, "exchange.sync", f"document:{two}")
        assert told.at_work(db, [one]) == {ana, bo}
        assert told.at_work(db, [two]) == {cy, kim}
        assert told.at_work(db, [one, two]) == {ana, bo, cy, kim}
        assert told.at_work(db, []) == set()
    assert dee
