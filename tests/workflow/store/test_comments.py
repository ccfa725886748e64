"""Comments in the store: threads, counts, and a request that comes twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live import MINUTE, NOW, live, put_document
from workflow.services.workspace import Workspace
from workflow.store import Db, comments
from workflow.store.comments import Open


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def say(db: Db, unit: str, text: str = "Yes.", **more: str) -> str:
    said = {"locale": "fr", "author": "ana", "kind": "comment", **more}
    return comments.add(db, NOW, unit=unit, text=text, **said)


def test_a_comment_is_read_as_it_was_said(workspace: Workspace) -> None:
    _, (unit, _) = put_document(workspace, ["One.", "Two."])
    with workspace.store.writing() as db:
        made = say(db, unit, "Which one?", kind="question", locale="")
        found = comments.by_id(db, made)
        assert found
        assert (found.unit, found.locale, found.author, found.kind, found.text, found.at) == (
            unit,
            "",
            "ana",
            "question",
            "Which one?",
            NOW,
        )
        assert (found.parent, found.resolved_by, found.resolved) == ("", "", None)
        assert comments.by_id(db, "nothing") is None


def test_what_is_said_twice_in_a_row_is_said_once(workspace: Workspace) -> None:
    _, (unit, other) = put_document(workspace, ["One.", "Two."])
    with workspace.store.writing() as db:
        first = say(db, unit)
        assert say(db, unit) == first
        different = [
            say(db, other),
            say(db, unit, locale="ar"),
            say(db, unit, kind="question"),
            say(db, unit, author="ben"),
            say(db, unit, parent=first),
            say(db, unit),
        ]
        assert len({first, *different}) == 7
        assert say(db, unit, parent=first) == different[4]


def test_a_reason_is_said_anew_each_time(workspace: Workspace) -> None:
    _, (unit,) = put_document(workspace, ["One."])
    with workspace.store.writing() as db:
        assert say(db, unit, kind="reason") != say(db, unit, kind="reason")


def test_what_was_resolved_can_be_said_again(workspace: Workspace) -> None:
    _, (unit,) = put_document(workspace, ["One."])
    with workspace.store.writing() as db:
        first = say(db, unit)
        assert comments.resolve(db, first, by="bo", now=NOW + MINUTE)
        assert not comments.resolve(db, first, by="ana", now=NOW + MINUTE)
        assert not comments.resolve(db, "nothing", by="ana", now=NOW)
        found = comments.by_id(db, first)
        assert found
        assert (found.resolved_by, found.resolved) == ("bo", NOW + MINUTE)
        assert say(db, unit) != first


def test_open_threads_are_counted_by_kind_and_language(workspace: Workspace) -> None:
    document, (one, two) = put_document(workspace, ["One.", "Two."])
    other, (elsewhere,) = put_document(workspace, ["Three."], name="other")
    with workspace.store.writing() as db:
        first = say(db, one)
        say(db, one, parent=first)
        say(db, one, "Why?", kind="question", locale="")
        say(db, one, "When?", kind="question")
        say(db, one, kind="reason")
        say(db, two, "No.", locale="ar")
        say(db, elsewhere)
        say(db, two, kind="reason")
        closed = say(db, two, "Done.")
        comments.resolve(db, closed, by="ana", now=NOW)
        assert comments.open_threads(db, document, "fr") == {one: Open(1, 2)}
        assert comments.open_threads(db, document, "ar") == {one: Open(0, 1), two: Open(1, 0)}
        assert comments.open_threads(db, document, "ar", two) == {two: Open(1, 0)}
        assert comments.open_threads(db, other, "fr") == {elsewhere: Open(1, 0)}
        assert [each.text for each in comments.of_unit(db, two, "fr")] == ["Yes.", "Done."]


def test_what_somebody_said_of_a_unit_is_counted(workspace: Workspace) -> None:
    _, (one, two) = put_document(workspace, ["One.", "Two."])
    with workspace.store.writing() as db:
        say(db, one)
        say(db, one, "Why?", kind="question", locale="")
        say(db, one, "No.", author="ben")
        say(db, two)
        assert [comments.count(db, one, who) for who in ("ana", "ben", "cy")] == [2, 1, 0]
