"""The front desk asks first: who is known, who may, and what is answered to those who may not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from tests.live import NOW, give, live, person, put_document
from workflow.access import OPERATOR, Role
from workflow.errors import NotAllowed, NotFound, NotPossible, UnknownLocale
from workflow.model import State
from workflow.review import Act
from workflow.services.desk import (
    allow,
    can_be_id,
    check_in_work,
    check_wanted,
    document_for,
    look_up,
    unit_for,
)
from workflow.services.workspace import Workspace
from workflow.store.schema import document, member, role_grant
from workflow.store.translations import Written, add_revision

VERB = "translation.save"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def test_a_translator_finds_the_paragraph(workspace: Workspace) -> None:
    letter, units = put_document(workspace, ["One.", "Two."])
    ana = person(workspace, "Ana", Role.TRANSLATOR, document=letter, locale="fr")
    with workspace.store.reading() as db:
        found, its_document = unit_for(db, ana, VERB, units[1], "fr", NOW)
        assert (found.source, its_document.name) == ("Two.", "letter")
        with pytest.raises(NotAllowed, match="takes a translator"):
            unit_for(db, ana, VERB, units[1], "ar", NOW)


def test_what_is_hidden_answers_as_what_is_not_there(workspace: Workspace) -> None:
    seen, _ = put_document(workspace, ["One."])
    _, hidden = put_document(workspace, ["Secret."], name="secret")
    ana = person(workspace, "Ana", Role.TRANSLATOR, document=seen)
    with workspace.store.reading() as db:
        answers = []
        for unit in (hidden[0], "no-such-id"):
            with pytest.raises(NotFound) as answer:
                unit_for(db, ana, VERB, unit, "fr", NOW)
            answers.append(str(answer.value))
        for name in ("secret", "no-such-name"):
            with pytest.raises(NotFound) as answer:
                document_for(db, ana, "documents.describe", name, NOW)
            answers.append(str(answer.value))
    assert len(set(answers)) == 1


def test_who_has_nothing_is_told_nothing(workspace: Workspace) -> None:
    _, units = put_document(workspace, ["One."])
    nobody = person(workspace, "Nobody")
    with workspace.store.reading() as db:
        with pytest.raises(NotFound):
            unit_for(db, nobody, VERB, units[0], "fr", NOW)
        with pytest.raises(NotAllowed):
            allow(db, nobody, "documents.add", NOW)


def test_what_was_given_ends_when_it_ends(workspace: Workspace) -> None:
    put_document(workspace, ["One."])
    ana = person(workspace, "Ana", Role.COORDINATOR)
    with workspace.store.writing() as db:
        db.execute(update(role_grant).values(until=NOW + timedelta(hours=1)))
    with workspace.store.reading() as db:
        allow(db, ana, "documents.add", NOW)
        with pytest.raises(NotAllowed):
            allow(db, ana, "documents.add", NOW + timedelta(hours=1))


def test_former_members_may_nothing(workspace: Workspace) -> None:
    ana = person(workspace, "Ana", Role.ADMIN)
    with workspace.store.writing() as db:
        db.execute(update(member).where(member.c.id == ana).values(status="former"))
        with pytest.raises(NotAllowed):
            allow(db, ana, "documents.add", NOW)


def test_commands_act_as_the_operator(workspace: Workspace) -> None:
    _, units = put_document(workspace, ["One."])
    give(workspace, OPERATOR, Role.ADMIN)  # a grant would not help it to save
    with workspace.store.reading() as db:
        document_for(db, OPERATOR, "documents.release", "letter", NOW)
        with pytest.raises(NotAllowed):
            unit_for(db, OPERATOR, VERB, units[0], "fr", NOW)


@pytest.mark.parametrize(
    ("locale", "error"),
    [("", UnknownLocale), ("?", UnknownLocale), ("pt_BR", UnknownLocale), ("en", NotPossible)],
)
def test_a_language_must_be_one_to_translate_into(
    workspace: Workspace, locale: str, error: type[Exception]
) -> None:
    _, units = put_document(workspace, ["One."])
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    with workspace.store.reading() as db, pytest.raises(error):
        unit_for(db, ana, VERB, units[0], locale, NOW)


def test_what_is_in_the_archive_is_read_and_not_worked_on(workspace: Workspace) -> None:
    name, units = put_document(workspace, ["One."])
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    with workspace.store.writing() as db:
        db.execute(update(document).where(document.c.id == name).values(status="archived"))
        unit_for(db, ana, "translation.history", units[0], "fr", NOW)
        with pytest.raises(NotPossible, match="'letter' is in the archive"):
            unit_for(db, ana, VERB, units[0], "fr", NOW)


def test_what_no_database_can_hold_is_not_there(workspace: Workspace) -> None:
    put_document(workspace, ["One."])
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    assert not any(map(can_be_id, ("\ud800", "a\0b")))
    assert all(map(can_be_id, ("letter", "lettre-d-été", "")))
    with workspace.store.reading() as db:
        assert look_up(lambda _, wanted: wanted, db, "x") == "x"
        assert look_up(lambda _, wanted: wanted, db, "\udfff") is None
        with pytest.raises(NotFound):
            unit_for(db, ana, VERB, "\ud800", "fr", NOW)
        with pytest.raises(NotFound):
            document_for(db, ana, "documents.describe", "\ud800", NOW)


def test_a_language_is_wanted_or_was_begun(workspace: Workspace) -> None:
    _, units = put_document(workspace, ["One."])
    ana = person(workspace, "Ana", Role.TRANSLATOR)

    def wanted(locale: str) -> bool:
        with workspace.store.reading() as db:
            found = document_for(db, ana, "documents.describe", "letter", NOW)
            check_in_work(found)
            try:
                check_wanted(workspace, db, found, locale)
            except NotPossible:
                return False
            return True

    assert [wanted(each) for each in ("fr", "ar", "zzz")] == [True, True, False]
    workspace.settings_path.write_text('languages = ["de"]\n[documents.letter]\nlanguages = ["fr"]')
    assert [wanted(each) for each in ("fr", "ar", "de")] == [True, False, False]
    with workspace.store.writing() as db:
        new = Written(
            unit=units[0], locale="ar", version=1, text="1", state=State.TRANSLATED, act=Act.SAVE,
            author=ana, actor=ana, source_digest="", at=NOW,
        )  # fmt: skip
        add_revision(db, new)
    assert wanted("ar"), "it was begun"
