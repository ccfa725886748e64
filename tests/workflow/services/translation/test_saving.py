"""How a text gets into a translation, and what is never done to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live import NOW, live, person, put_document
from workflow.errors import NotPossible, OutOfDate
from workflow.model import State
from workflow.review import CHANGES_TEXT, Act
from workflow.services.translation.saving import (
    Outcome,
    answered,
    as_it_is,
    as_seen,
    author_of,
    form_of,
    put,
    token_of,
    written,
)
from workflow.services.workspace import Workspace
from workflow.store import translations
from workflow.store.documents import StoredUnit, unit_by_id
from workflow.store.translations import Current, Stale, Written

FR = "fr"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def paragraph(workspace: Workspace) -> StoredUnit:
    _, (unit,) = put_document(workspace, ["The library is open."])
    with workspace.store.reading() as db:
        found = unit_by_id(db, unit)
    assert found
    return found


def test_a_token_answers_for_one_save_only() -> None:
    tokens = {
        token_of(*each)
        for each in [
            ("ana", "u", FR, "Un.", "t"),
            ("ben", "u", FR, "Un.", "t"),
            ("ana", "v", FR, "Un.", "t"),
            ("ana", "u", "ar", "Un.", "t"),
            ("ana", "u", FR, "Une.", "t"),
            ("ana", "u", FR, "Un.", "s"),
        ]
    }
    assert len(tokens) == 6
    assert token_of("ana", "u", FR, "Un.", "t") in tokens
    assert token_of("ana", "u", FR, "Un.", "") is None


@pytest.mark.parametrize("act", sorted(CHANGES_TEXT))
def test_no_act_that_writes_a_text_approves_it(workspace: Workspace, act: Act) -> None:
    unit = paragraph(workspace)
    ana = person(workspace, "Ana")
    with workspace.store.writing() as db:
        for made_from in ("", unit.source_digest, "f" * 64):
            for text in ("Un.", "", " "):
                form = form_of(unit.id, FR, text, act, ana, NOW)
                new = written(db, unit, form, made_from=made_from)
                assert new.state < State.REVIEWED
                assert (new.state is State.UNTRANSLATED) == (text == "")


def test_words_belong_to_whoever_wrote_them_first(workspace: Workspace) -> None:
    unit = paragraph(workspace)
    ana, ben = person(workspace, "Ana"), person(workspace, "Ben")
    with workspace.store.writing() as db:
        for seen, text in enumerate(("Un.", "")):
            form = form_of(unit.id, FR, text, Act.SAVE, ana, NOW)
            put(db, unit, written(db, unit, form), seen)
        assert author_of(db, unit.id, FR, "Un.", ben) == ana
        assert author_of(db, unit.id, FR, "Deux.", ben) == ben
        assert author_of(db, unit.id, "ar", "Un.", ben) == ben
        assert author_of(db, unit.id, FR, "", ben) == ben


def test_whoever_is_overtaken_in_the_database_is_kept_too(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a server two transactions may both have read the version that one of them replaces."""
    unit = paragraph(workspace)
    ana = person(workspace, "Ana")

    def stale(*_: object) -> None:
        raise Stale

    monkeypatch.setattr("workflow.services.translation.saving.add_revision", stale)
    with workspace.store.writing() as db:
        form = form_of(unit.id, FR, "Un.", Act.SAVE, ana, NOW, token="t")
        kept = put(db, unit, written(db, unit, form), 0)
        assert kept.outcome is Outcome.KEPT
        assert kept.suggestion
        assert answered(db, "t", unit.id, FR) == kept
        assert answered(db, "s", unit.id, FR) is None
        assert answered(db, None, unit.id, FR) is None


def test_a_text_is_decided_on_as_it_was_seen(workspace: Workspace) -> None:
    unit = paragraph(workspace)
    ana = person(workspace, "Ana")
    with workspace.store.writing() as db:
        form = form_of(unit.id, FR, "Un.", Act.SAVE, ana, NOW)
        put(db, unit, written(db, unit, form), 0)
        assert as_seen(db, unit.id, FR, 1).text == "Un."
        for seen in (0, 2):
            with pytest.raises(OutOfDate):
                as_seen(db, unit.id, FR, seen)


@pytest.mark.parametrize("act", [Act.APPROVE, Act.MARK, Act.SEND_BACK])
@pytest.mark.parametrize("state", State)
def test_a_decision_leaves_the_words_alone(act: Act, state: State) -> None:
    there = Current("u", FR, "Un.", state, 3, "d", "ana", NOW)
    try:
        new = as_it_is(there, act, "bo", NOW, note="So.")
    except NotPossible:
        new = None
    if state is State.UNTRANSLATED or (act is Act.APPROVE and state is not State.TRANSLATED):
        assert new is None
        return
    assert new
    assert (new.text, new.author, new.source_digest) == (there.text, there.author, "d")
    assert (new.version, new.actor, new.act, new.note) == (4, "bo", act, "So.")


def test_a_written_form_is_one_revision(workspace: Workspace) -> None:
    unit = paragraph(workspace)
    ana = person(workspace, "Ana")
    with workspace.store.writing() as db:
        form = form_of(unit.id, FR, "Un.", Act.SAVE, ana, NOW, token="t")
        saved = put(db, unit, written(db, unit, form, needs_work=True), 0)
        (only,) = translations.history(db, unit.id, FR)
    assert isinstance(only, Written)
    assert (only.version, only.state, only.token) == (1, State.NEEDS_WORK, "t")
    assert saved.state is State.NEEDS_WORK
