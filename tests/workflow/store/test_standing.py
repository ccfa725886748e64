"""How far everything stands, counted by the database, agrees with counting one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from tests.live import MINUTE, NOW, live, person, put_document
from workflow.model import State
from workflow.review import Act
from workflow.services.workspace import Workspace
from workflow.store import comments, standing
from workflow.store.ids import digest_of
from workflow.store.schema import document as documents
from workflow.store.schema import place, unit
from workflow.store.translations import Written, add_revision

TEXTS = ["One two three.", "Four five.", "Six.", "Seven eight nine ten."]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def write(
    workspace: Workspace,
    which: str,
    who: str,
    state: State = State.TRANSLATED,
    *,
    source: str = "",
    locale: str = "fr",
    version: int = 1,
    act: Act = Act.SAVE,
) -> None:
    with workspace.store.writing() as db:
        digest = digest_of(source) if source else "d"
        at = NOW + version * MINUTE
        add_revision(
            db, Written(which, locale, version, f"T{version}", state, act, who, who, digest, at)
        )


def test_paragraphs_are_counted_by_state(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana")
    write(workspace, units[0], ana)
    write(workspace, units[1], ana, State.NEEDS_WORK)
    write(workspace, units[2], ana, State.REVIEWED, act=Act.APPROVE)
    with workspace.store.reading() as db:
        fr, none = standing.standings(db, ana, ["fr", "nl"])
    assert (fr.locale, fr.units, fr.words) == ("fr", 4, 10)
    assert (fr.untranslated, fr.needs_work, fr.translated, fr.reviewed) == (1, 1, 1, 1)
    assert (none.locale, none.untranslated, none.first) == ("nl", 4, 0)


def test_one_goes_on_behind_what_one_wrote_last(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS)
    ana, bo = person(workspace, "Ana"), person(workspace, "Bo")
    write(workspace, units[0], ana)
    write(workspace, units[2], ana)
    with workspace.store.reading() as db:
        (mine,) = standing.standings(db, ana, ["fr"])
        (other,) = standing.standings(db, bo, ["fr"])
    assert (mine.first, mine.next, mine.last) == (1, 3, 2)
    assert (other.first, other.next, other.last) == (1, None, None)


def test_the_language_of_the_source_and_the_archive_are_no_work(workspace: Workspace) -> None:
    put_document(workspace, TEXTS)
    old, _ = put_document(workspace, ["Old."], name="old")
    with workspace.store.writing() as db:
        db.execute(update(documents).where(documents.c.id == old).values(status="archived"))
    with workspace.store.reading() as db:
        found = standing.standings(db, "", ["en", "fr"])
        assert [each.locale for each in found] == ["fr"]
        assert standing.standings(db, "", []) == ()


def test_what_changed_is_what_says_something_else_than_when_one_wrote(
    workspace: Workspace,
) -> None:
    _, units = put_document(workspace, TEXTS)
    ana, bo = person(workspace, "Ana"), person(workspace, "Bo")
    write(workspace, units[0], ana, source=TEXTS[0])
    write(workspace, units[1], ana, source="Four, and five.")
    write(workspace, units[2], bo, source="Six!")
    write(workspace, units[3], ana, source="Seven eight.")
    write(workspace, units[3], "operator", source=TEXTS[3], version=2, act=Act.TYPO)
    with workspace.store.reading() as db:
        found = standing.changed_since(db, ana)
        assert [(each.unit, each.position) for each in found] == [(units[1], 1)]


def test_a_change_of_meaning_stays_until_one_writes_anew(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana")
    write(workspace, units[0], ana, source="One.")
    write(workspace, units[0], "operator", source="One.", version=2, act=Act.MEANING)
    with workspace.store.reading() as db:
        assert len(standing.changed_since(db, ana)) == 1
    write(workspace, units[0], ana, source=TEXTS[0], version=3)
    with workspace.store.reading() as db:
        assert standing.changed_since(db, ana) == ()


def test_a_paragraph_that_left_has_not_changed(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana")
    write(workspace, units[0], ana, source="One.")
    with workspace.store.writing() as db:
        db.execute(update(unit).where(unit.c.id == units[0]).values(position=None))
    with workspace.store.reading() as db:
        assert standing.changed_since(db, ana) == ()


def test_beginnings_carry_the_marker_of_their_first_place(workspace: Workspace) -> None:
    document, units = put_document(workspace, [*TEXTS[:1], "x" * 500])
    with workspace.store.writing() as db:
        db.execute(update(place).where(place.c.unit == units[0]).values(marker="1."))
    with workspace.store.reading() as db:
        found = standing.beginnings(db, {(document, 0), (document, 1), ("nowhere", 0)})
        assert standing.beginnings(db, set()) == {}
    first, second = found[document, 0], found[document, 1]
    assert (first.unit, first.marker, first.begins) == (units[0], "1.", TEXTS[0])
    assert second.begins == "x" * 200


def test_answers_are_those_of_others_to_what_is_open(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS)
    ana, bo = person(workspace, "Ana"), person(workspace, "Bo")

    def say(who: str, text: str, parent: str = "") -> str:
        with workspace.store.writing() as db:
            return comments.add(
                db,
                NOW,
                unit=units[0],
                locale="fr",
                author=who,
                kind="question",
                text=text,
                parent=parent,
            )

    asked = say(ana, "Which?")
    say(bo, "This one.", asked)
    say(ana, "Thanks.", asked)
    with workspace.store.reading() as db:
        (found,) = standing.answered(db, ana, NOW - MINUTE)
        assert (found.said, found.answer, found.by) == ("Which?", "This one.", bo)
        assert list(standing.answered(db, ana, NOW + timedelta(days=1))) == []
        assert list(standing.answered(db, bo, NOW - MINUTE)) == []
    with workspace.store.writing() as db:
        comments.resolve(db, asked, by=ana, now=NOW)
    with workspace.store.reading() as db:
        assert list(standing.answered(db, ana, NOW - MINUTE)) == []


def test_more_languages_than_a_database_puts_selections_together(workspace: Workspace) -> None:
    put_document(workspace, ["One.", "Two."])
    with workspace.store.reading() as db:
        found = standing.standings(db, "", [f"x-{number}" for number in range(1_200)])
    assert len(found) == 1_200
    assert {(each.units, each.first) for each in found} == {(2, 0)}
