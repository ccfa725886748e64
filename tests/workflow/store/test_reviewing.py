"""What reviewers look for: whose words wait, what was approved before, what was sent back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from tests.live import MINUTE, NOW, live, put_document
from workflow.model import State
from workflow.review import Act
from workflow.services.workspace import Workspace
from workflow.store import Db, reviewing, suggestions
from workflow.store.schema import document as documents
from workflow.store.translations import Written, add_revision, current

FR = "fr"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def put(  # noqa: PLR0917 - one line for each revision
    db: Db,
    unit: str,
    text: str,
    act: Act = Act.SAVE,
    author: str = "ana",
    actor: str = "",
    after: timedelta = timedelta(),
    state: State = State.TRANSLATED,
    note: str = "",
) -> Written:
    new = Written(
        unit=unit,
        locale=FR,
        version=current(db, unit, FR).version + 1,
        text=text,
        state=state,
        act=act,
        author=author,
        actor=actor or author,
        source_digest="d",
        at=NOW + after,
        note=note,
    )
    add_revision(db, new)
    return new


def test_everybody_who_is_named_with_a_text_is_its_author(workspace: Workspace) -> None:
    document, (one, two) = put_document(workspace, ["One.", "Two."])
    with workspace.store.writing() as db:
        put(db, one, "Un.", author="ana")
        put(db, one, "Deux.", author="ben")
        put(db, one, "Un.", Act.IMPORT, author="ben", after=-MINUTE)
        new = put(db, two, "Un.", author="cy")
        suggestions.keep(db, new, origin="file", base=1)
        put(db, two, "Trois.", author="cy")
        assert reviewing.authors_of(db, one, FR, "Un.") == {"ana", "ben"}
        assert reviewing.authors_of(db, two, FR, "Un.") == {"cy"}
        assert reviewing.authors_of(db, one, "ar", "Un.") == frozenset()
        assert reviewing.authors_of(db, one, FR, "Deux.") == {"ben"}
        assert reviewing.authors(db, document, FR) == {one: {"ana", "ben"}, two: {"cy"}}


def test_words_that_are_spaced_anew_have_the_same_authors(workspace: Workspace) -> None:
    document, (one,) = put_document(workspace, ["One?"])
    with workspace.store.writing() as db:
        put(db, one, "Un ?", author="ana")
        put(db, one, "Un\u00a0?", Act.IMPORT, author="operator")
        assert reviewing.authors_of(db, one, FR, "Un\u202f?") == {"ana", "operator"}
        assert reviewing.authors(db, document, FR) == {one: {"ana", "operator"}}


def test_whoever_suggested_a_text_is_its_author(workspace: Workspace) -> None:
    document, (one,) = put_document(workspace, ["One."])
    with workspace.store.writing() as db:
        suggested = Written(one, FR, 1, "Un.", State.TRANSLATED, Act.SAVE, "dee", "dee", "d", NOW)
        suggestions.keep(db, suggested, origin="person", base=0)
        put(db, one, "Un.", Act.IMPORT, author="operator")
        assert reviewing.authors_of(db, one, FR, "Un.") == {"dee", "operator"}
        assert reviewing.authors(db, document, FR) == {one: {"dee", "operator"}}


def test_only_what_waits_is_looked_at(workspace: Workspace) -> None:
    document, (one, two) = put_document(workspace, ["One.", "Two."])
    with workspace.store.writing() as db:
        put(db, one, "Un.", state=State.NEEDS_WORK)
        put(db, two, "Deux.", state=State.REVIEWED)
        assert reviewing.authors(db, document, FR) == {}


def test_the_last_approved_text_is_remembered(workspace: Workspace) -> None:
    document, (one, two) = put_document(workspace, ["One.", "Two."])
    with workspace.store.writing() as db:
        for text in ("Un.", "Une."):
            put(db, one, text)
            put(db, one, text, Act.APPROVE, actor="bo", state=State.REVIEWED)
        put(db, one, "Une seule.")
        put(db, two, "Deux.")
        assert reviewing.last_reviewed(db, document, FR) == {one: "Une."}
        assert reviewing.last_reviewed(db, document, "ar") == {}


def test_what_was_sent_back_is_named_until_it_is_written_anew(workspace: Workspace) -> None:
    _, (one, two) = put_document(workspace, ["One.", "Two."])
    back: dict[str, Any] = {"act": Act.SEND_BACK, "actor": "bo", "state": State.NEEDS_WORK}
    with workspace.store.writing() as db:
        for unit in (one, two):
            put(db, unit, "Un.")
        put(db, one, "Un.", after=MINUTE, note="First.", **back)
        put(db, two, "Un.", after=2 * MINUTE, note="Other.", **back)
        put(db, one, "Un.", after=3 * MINUTE, note="Second.", **back)
        found = reviewing.sent_back(db, "ana")
        assert [(each.unit, each.reason, each.version) for each in found] == [
            (one, "Second.", 3),
            (two, "Other.", 2),
        ]
        assert reviewing.sent_back(db, "bo") == ()
        put(db, one, "Un.", Act.MEANING, actor="operator", state=State.NEEDS_WORK)
        assert [each.reason for each in reviewing.sent_back(db, "ana")] == ["Second.", "Other."]
        put(db, one, "Deux.", state=State.NEEDS_WORK)
        assert [each.unit for each in reviewing.sent_back(db, "ana")] == [two]
        db.execute(update(documents).values(status="archived"))
        assert reviewing.sent_back(db, "ana") == ()


def test_ones_own_mark_does_not_come_back(workspace: Workspace) -> None:
    _, (one,) = put_document(workspace, ["One."])
    with workspace.store.writing() as db:
        put(db, one, "Un.")
        put(db, one, "Un.", Act.MARK, state=State.NEEDS_WORK)
        assert reviewing.sent_back(db, "ana") == ()
        put(db, one, "Un.", Act.MARK, actor="bo", state=State.NEEDS_WORK)
        assert [each.by for each in reviewing.sent_back(db, "ana")] == ["bo"]


def test_decisions_are_told_newest_first(workspace: Workspace) -> None:
    _, units = put_document(workspace, ["One.", "Two.", "Three."])
    with workspace.store.writing() as db:
        made = [
            suggestions.keep(
                db,
                Written(unit, FR, 1, "Un.", State.TRANSLATED, Act.SAVE, "dee", "dee", "d", NOW),
                origin="person",
                base=0,
            )
            for unit in units
        ]
        suggestions.decide(db, made[0], "rejected", by="bo", reason="No.", now=NOW)
        suggestions.decide(db, made[1], "accepted", by="bo", reason="", now=NOW + MINUTE)
        suggestions.decide(db, made[2], "accepted", by="dee", reason="", now=NOW + MINUTE)
        found = reviewing.decided(db, "dee", None, 10)
        assert [(each.id, each.status, each.reason) for each in found] == [
            (made[1], "accepted", ""),
            (made[0], "rejected", "No."),
        ]
        assert [each.id for each in reviewing.decided(db, "dee", NOW, 10)] == [made[1]]
        assert len(reviewing.decided(db, "dee", None, 1)) == 1
        assert reviewing.decided(db, "bo", None, 10) == ()
