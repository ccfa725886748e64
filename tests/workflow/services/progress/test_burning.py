"""How a document came to where it is: every day, and today as the figures say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from tests.live import NOW, live, person, put_document
from tests.workspaces import put
from workflow.access import OPERATOR, Role
from workflow.errors import NotFound
from workflow.model import State
from workflow.review import Act
from workflow.services.progress import Burned, burn_up
from workflow.services.workspace import Workspace
from workflow.store.schema import document, unit
from workflow.store.translations import Written, add_revision

SETTINGS = """
languages = ["fr", "ar"]
[documents.letter]
deadline = 2026-03-20
"""
TODAY = NOW.date()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    put(tmp_path / "workspace.toml", SETTINGS)
    with live(tmp_path) as made:
        yield made


def began(workspace: Workspace, days: int) -> None:
    with workspace.store.writing() as db:
        db.execute(update(document).values(created=NOW - timedelta(days=days)))


def write(workspace: Workspace, unit: str, state: State, version: int, days: int) -> None:
    at = NOW - timedelta(days=days)
    new = Written(unit, "fr", version, "Un.", state, Act.SAVE, "ana", "ana", "d", at)
    with workspace.store.writing() as db:
        add_revision(db, new)


def shown(days: tuple[Burned, ...], locale: str = "fr") -> list[tuple[int, int, int, int]]:
    """Give the days of a language: how long ago, translated, reviewed, of how many."""
    return [
        ((TODAY - each.day).days, each.translated, each.reviewed, each.total)
        for each in days
        if each.locale == locale
    ]


def test_days_on_which_something_changed(workspace: Workspace) -> None:
    _, units = put_document(workspace, ["One.", "Two.", "Three."])
    began(workspace, 9)
    write(workspace, units[0], State.TRANSLATED, 1, days=8)
    write(workspace, units[1], State.TRANSLATED, 1, days=8)
    write(workspace, units[0], State.TRANSLATED, 2, days=6)  # another wording changes no figure
    write(workspace, units[0], State.REVIEWED, 3, days=5)
    write(workspace, units[1], State.NEEDS_WORK, 2, days=2)
    found = burn_up(workspace, OPERATOR, NOW, document="letter")
    assert shown(found.days) == [
        (9, 0, 0, 3),
        (8, 2, 0, 3),
        (5, 2, 1, 3),
        (2, 1, 1, 3),
        (0, 1, 1, 3),
    ]
    assert shown(found.days, "ar") == [(9, 0, 0, 3), (0, 0, 0, 3)]
    assert (found.begun, found.today) == (TODAY - timedelta(days=9), TODAY)
    assert (found.title, found.deadline) == ("letter", date(2026, 3, 20))
    french = burn_up(workspace, OPERATOR, NOW, document="letter", locale="fr")
    assert french.days == tuple(each for each in found.days if each.locale == "fr")


def test_what_left_the_document_counts_on_no_day(workspace: Workspace) -> None:
    _, units = put_document(workspace, ["One.", "Two."])
    began(workspace, 3)
    for each in units:
        write(workspace, each, State.TRANSLATED, 1, days=2)
    with workspace.store.writing() as db:
        db.execute(update(unit).where(unit.c.id == units[1]).values(position=None))
    found = burn_up(workspace, OPERATOR, NOW, document="letter", locale="fr")
    assert shown(found.days) == [(3, 0, 0, 1), (2, 1, 0, 1), (0, 1, 0, 1)]


def test_a_wrong_clock_makes_no_day_before_the_first_or_after_today(workspace: Workspace) -> None:
    _, units = put_document(workspace, ["One.", "Two."])
    began(workspace, 5)
    write(workspace, units[0], State.TRANSLATED, 1, days=2)
    write(workspace, units[0], State.REVIEWED, 2, days=4)
    write(workspace, units[1], State.TRANSLATED, 1, days=-7)
    found = burn_up(workspace, OPERATOR, NOW, document="letter", locale="fr")
    assert shown(found.days) == [(5, 0, 0, 2), (2, 1, 1, 2), (0, 2, 1, 2)]


def test_what_was_put_in_today_has_one_day(workspace: Workspace) -> None:
    put_document(workspace, ["One."])
    found = burn_up(workspace, OPERATOR, NOW, document="letter")
    assert shown(found.days) == [(0, 0, 0, 1)]


def test_nobody_is_told_of_what_is_hidden(workspace: Workspace) -> None:
    seen, _ = put_document(workspace, ["One."])
    put_document(workspace, ["Secret."], name="secret")
    ana = person(workspace, "Ana", Role.READER, document=seen)
    assert burn_up(workspace, ana, NOW, document="letter").days
    with pytest.raises(NotFound):
        burn_up(workspace, ana, NOW, document="secret")
