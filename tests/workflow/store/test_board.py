"""What a board asks of the store: what holds up, who is at work, what is asked, what was done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.live import NOW, give, live, person, put_document
from workflow.access import OPERATOR, Grant, Role
from workflow.model import State
from workflow.review import Act
from workflow.services import people
from workflow.services.workspace import Workspace
from workflow.store import board, comments
from workflow.store.board import Active, Step
from workflow.store.translations import Written, add_revision

DAY = timedelta(days=1)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def write(
    workspace: Workspace,
    unit: str,
    who: str,
    state: State,
    *,
    locale: str = "fr",
    version: int = 1,
    days: int = 0,
) -> None:
    new = Written(unit, locale, version, "Texte.", state, Act.SAVE, who, who, "d", NOW - days * DAY)
    with workspace.store.writing() as db:
        add_revision(db, new)


def test_what_is_to_do_holds_up_before_what_waits(workspace: Workspace) -> None:
    letter, units = put_document(workspace, ["One.", "Two.", "Three."])
    other, _ = put_document(workspace, ["Other."], name="other")
    write(workspace, units[0], "ana", State.TRANSLATED)
    write(workspace, units[1], "ana", State.REVIEWED)
    write(workspace, units[2], "ana", State.NEEDS_WORK)
    with workspace.store.reading() as db:
        assert board.firsts(db, [letter], ["fr", "ar"]) == {(letter, "fr"): 2, (letter, "ar"): 0}
        assert board.firsts(db, [letter, other], ["fr"])[other, "fr"] == 0
        assert board.firsts(db, [], ["fr"]) == board.firsts(db, [letter], []) == {}
    write(workspace, units[2], "ana", State.TRANSLATED, version=2)
    with workspace.store.reading() as db:
        assert board.firsts(db, [letter], ["fr"]) == {(letter, "fr"): 0}
    write(workspace, units[0], "ana", State.REVIEWED, version=2)
    write(workspace, units[2], "ana", State.REVIEWED, version=3)
    with workspace.store.reading() as db:
        assert board.firsts(db, [letter], ["fr"]) == {}


def test_more_languages_than_a_database_puts_selections_together(workspace: Workspace) -> None:
    letter, units = put_document(workspace, ["One.", "Two."])
    write(workspace, units[0], "ana", State.REVIEWED, locale="x-7")
    tags = [f"x-{number}" for number in range(1_200)]
    with workspace.store.reading() as db:
        found = board.firsts(db, [letter], tags)
    assert found == {(letter, tag): int(tag == "x-7") for tag in tags}


def test_who_was_active_comes_newest_first_and_commands_are_nobody(workspace: Workspace) -> None:
    letter, units = put_document(workspace, ["One.", "Two.", "Three.", "Four."])
    write(workspace, units[0], "ana", State.TRANSLATED, days=5)
    write(workspace, units[1], "bo", State.TRANSLATED, days=3)
    write(workspace, units[2], OPERATOR, State.TRANSLATED)
    write(workspace, units[3], "ana", State.TRANSLATED, days=15)
    with workspace.store.reading() as db:
        assert board.active(db, [letter], NOW - 14 * DAY) == (
            Active(letter, "fr", "bo", NOW - 3 * DAY),
            Active(letter, "fr", "ana", NOW - 5 * DAY),
        )
        assert board.active(db, [letter], NOW - 4 * DAY) == (
            Active(letter, "fr", "bo", NOW - 3 * DAY),
        )
        assert board.last_work(db) == {letter: NOW}


def test_whose_words_wait(workspace: Workspace) -> None:
    letter, units = put_document(workspace, ["One.", "Two.", "Three."])
    write(workspace, units[0], "ana", State.TRANSLATED)
    write(workspace, units[1], "bo", State.TRANSLATED)
    write(workspace, units[2], "li", State.REVIEWED)
    with workspace.store.reading() as db:
        found = board.waiting_authors(db, [letter])
        assert found == {(letter, "fr"): {"ana", "bo"}}
        assert board.waiting_authors(db, []) == {}


def test_questions_that_are_open(workspace: Workspace) -> None:
    letter, (one, two) = put_document(workspace, ["One.", "Two."])
    with workspace.store.writing() as db:
        for unit, locale, kind in (
            (one, "fr", "question"),
            (two, "fr", "question"),
            (one, "", "question"),
            (one, "fr", "comment"),
        ):
            last = comments.add(
                db, NOW, unit=unit, locale=locale, author="ana", kind=kind, text="Why?"
            )
        comments.add(
            db, NOW, unit=one, locale="fr", author="bo", kind="question", text="?", parent=last
        )
    with workspace.store.reading() as db:
        assert board.open_questions(db) == {(letter, "fr"): 2, (letter, ""): 1}


def test_grants_of_those_who_are_here(workspace: Workspace) -> None:
    ana = person(workspace, "Ana", Role.TRANSLATOR, locale="fr")
    give(workspace, ana, Role.READER)
    gone = person(workspace, "Gone", Role.REVIEWER)
    people.erase(workspace, OPERATOR, NOW, member=gone)
    with workspace.store.reading() as db:
        found = board.all_grants(db, NOW)
    assert set(found) == {(ana, Grant(Role.TRANSLATOR, "", "fr")), (ana, Grant(Role.READER))}


def test_steps_come_unit_by_unit_oldest_first(workspace: Workspace) -> None:
    letter, (one, two) = put_document(workspace, ["One.", "Two."])
    write(workspace, two, "ana", State.TRANSLATED, days=3)
    write(workspace, one, "ana", State.TRANSLATED, days=2)
    write(workspace, two, "ana", State.REVIEWED, version=2, days=1)
    write(workspace, one, "ana", State.NEEDS_WORK, locale="ar")
    with workspace.store.reading() as db:
        assert list(board.steps(db, letter, "fr")) == [
            Step(one, "fr", State.TRANSLATED, NOW - 2 * DAY),
            Step(two, "fr", State.TRANSLATED, NOW - 3 * DAY),
            Step(two, "fr", State.REVIEWED, NOW - DAY),
        ]
        assert [each.locale for each in board.steps(db, letter)] == ["ar", "fr", "fr", "fr"]
