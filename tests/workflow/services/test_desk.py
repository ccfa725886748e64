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
from workflow.services.desk import allow, document_for, unit_for
from workflow.services.workspace import Workspace
from workflow.store.schema import document, member, role_grant

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
