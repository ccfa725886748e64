"""What was begun is known at once, and is not read whole at each step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.live import MINUTE, NOW, live, person, put_document
from workflow.access import Role
from workflow.services import translation
from workflow.services.tasks.begun import languages_begun
from workflow.services.workspace import Workspace
from workflow.store.ids import new_id


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def begun(workspace: Workspace, now: datetime) -> dict[str, set[str]]:
    with workspace.store.reading() as db:
        return {each: set(found) for each, found in languages_begun(workspace, db, now).items()}


def asked(workspace: Workspace, now: datetime) -> str:
    """Give the query that was sent."""
    sent: list[str] = []
    with workspace.store.reading() as db:
        engine = db.engine

    def note(*what: object) -> None:
        sent.append(str(what[2]))

    event.listen(engine, "before_cursor_execute", note)
    try:
        begun(workspace, now)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return " ".join(sent)


def test_what_is_begun_is_known_at_once(workspace: Workspace) -> None:
    document, units = put_document(workspace, ["One.", "Two."])
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    assert begun(workspace, NOW) == {}
    found = set()
    for minutes, locale in ((0, "nl"), (1, "fr"), (40, "ar"), (90, "de")):
        now = NOW + minutes * MINUTE
        saved = {"unit": units[0], "locale": locale, "text": "Un.", "seen": 0}
        translation.save(workspace, ana, now, **saved, token=new_id(now))  # type: ignore[arg-type]
        found.add(locale)
        assert begun(workspace, now) == {document: found}
    assert begun(workspace, NOW - MINUTE) == {document: found}, "a clock may be set back"


def test_what_took_its_time_is_not_missed(workspace: Workspace) -> None:
    """It bears the moment when it began, and is seen when it is on the disk."""
    document, units = put_document(workspace, ["One."])
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    begun(workspace, NOW)
    begun(workspace, NOW + MINUTE)
    saved = {"unit": units[0], "locale": "nl", "text": "Een.", "seen": 0}
    translation.save(workspace, ana, NOW, **saved, token="t")  # type: ignore[arg-type]
    assert begun(workspace, NOW + 2 * MINUTE) == {document: {"nl"}}


def test_it_is_read_whole_once_an_hour(workspace: Workspace) -> None:
    put_document(workspace, ["One."])
    assert "translation" in asked(workspace, NOW)
    assert "translation" not in asked(workspace, NOW + MINUTE)
    assert "translation" in asked(workspace, NOW + timedelta(hours=1))
