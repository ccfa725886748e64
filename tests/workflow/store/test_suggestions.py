"""A suggestion is kept once, decided once, and opened again when its text comes again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.live import MINUTE, NOW, live, put_document
from workflow.model import State
from workflow.review import Act
from workflow.services.workspace import Workspace
from workflow.store import Db
from workflow.store.suggestions import (
    Suggestion,
    by_id,
    by_token,
    count_open,
    decide,
    keep,
    keep_many,
    of_document,
    of_text,
    of_unit,
)
from workflow.store.translations import Written

Place = tuple[Workspace, list[str]]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with live(tmp_path) as workspace:
        _, units = put_document(workspace, ["We ask for a bridge.", "We ask for a lamp."])
        yield workspace, units


def written(unit: str, words: str = "Un pont", **more: object) -> Written:
    form = Written(
        unit=unit,
        locale="fr",
        version=3,
        text=words,
        state=State.TRANSLATED,
        act=Act.SAVE,
        author="ana",
        actor="ana",
        source_digest="digest",
        at=NOW,
    )
    return replace(form, **more)  # type: ignore[arg-type]


def kept(db: Db, new: Written) -> str:
    return keep(db, new, origin="conflict", base=2)


def found(db: Db, wanted: str) -> Suggestion:
    suggestion = by_id(db, wanted)
    assert suggestion
    return suggestion


def test_a_text_is_kept_as_it_was_typed(place: Place) -> None:
    workspace, (unit, _) = place
    with workspace.store.writing() as db:
        made = kept(db, written(unit, token="a"))
    with workspace.store.reading() as db:
        assert found(db, made) == Suggestion(
            id=made,
            unit=unit,
            locale="fr",
            text="Un pont",
            source_digest="digest",
            author="ana",
            origin="conflict",
            base_version=2,
            status="open",
            reason="",
            decided_by="",
            at=NOW,
            decided=None,
        )
        assert by_token(db, "a") == by_id(db, made)
        assert (by_token(db, "b"), by_id(db, "b")) == (None, None)


def test_a_text_is_kept_once_and_belongs_to_who_was_first(place: Place) -> None:
    workspace, (unit, _) = place
    with workspace.store.writing() as db:
        made = kept(db, written(unit))
        again = kept(db, written(unit, author="berta", at=NOW + MINUTE, token="b"))
        assert again == made
        assert [each.author for each in of_unit(db, unit, "fr")] == ["ana"]


def test_the_same_text_elsewhere_is_another_suggestion(place: Place) -> None:
    workspace, (unit, other) = place
    with workspace.store.writing() as db:
        made = {
            kept(db, written(unit)),
            kept(db, written(unit, "Une passerelle")),
            kept(db, written(unit, locale="de")),
            kept(db, written(other)),
        }
        assert len(made) == 4
        assert [each.text for each in of_unit(db, unit, "fr")] == ["Une passerelle", "Un pont"]


@pytest.mark.parametrize("status", ["accepted", "rejected"])
def test_a_text_that_comes_again_after_a_decision_is_open_again(place: Place, status: str) -> None:
    workspace, (unit, _) = place
    with workspace.store.writing() as db:
        made = kept(db, written(unit))
        before = found(db, made)
        assert decide(db, made, status, by="rosa", reason="Too long.", now=NOW + MINUTE)
        assert kept(db, written(unit, author="berta")) == made
        assert found(db, made) == before


@pytest.mark.parametrize("status", ["accepted", "rejected"])
def test_a_suggestion_is_decided_once(place: Place, status: str) -> None:
    workspace, (unit, other) = place
    with workspace.store.writing() as db:
        made, beside = kept(db, written(unit)), kept(db, written(other))
        before = found(db, beside)
        assert decide(db, made, status, by="rosa", reason="Why not.", now=NOW)
        assert not decide(db, made, "accepted", by="carla", reason="", now=NOW + MINUTE)
        after = found(db, made)
        said = (after.status, after.decided_by, after.reason, after.decided)
        assert said == (status, "rosa", "Why not.", NOW)
        assert found(db, beside) == before
        assert not decide(db, "nothing", status, by="rosa", reason="", now=NOW)


def test_suggestions_of_a_document_are_in_order_of_their_making(place: Place) -> None:
    workspace, (unit, other) = place
    _, (elsewhere, *_) = put_document(workspace, ["Rivers need room."], name="second")
    with workspace.store.writing() as db:
        made = [kept(db, written(each, f"Texte {at}")) for at, each in enumerate([other, unit])]
        for another in (written(elsewhere), written(unit, locale="de")):
            kept(db, another)
        doc = db.execute(text("SELECT id FROM document WHERE name = 'letter'")).scalar_one()
        assert [each.id for each in of_document(db, doc, "fr")] == made
        decide(db, made[0], "rejected", by="rosa", reason="", now=NOW)
        assert [each.id for each in of_document(db, doc, "fr")] == made[1:]
        assert [each.id for each in of_document(db, doc, "fr", "rejected")] == made[:1]


def test_a_suggestion_is_found_by_its_text(place: Place) -> None:
    workspace, (unit, other) = place
    with workspace.store.writing() as db:
        made = kept(db, written(unit))
        assert of_text(db, unit, "fr", "Un pont") == found(db, made)
        for where in ((other, "fr", "Un pont"), (unit, "de", "Un pont"), (unit, "fr", "Un  pont")):
            assert of_text(db, *where) is None


def test_what_somebody_suggests_is_counted_while_it_is_open(place: Place) -> None:
    workspace, (unit, other) = place
    with workspace.store.writing() as db:
        first = kept(db, written(unit))
        kept(db, written(unit, locale="de"))
        kept(db, written(unit, "Une", author="berta"))
        kept(db, written(other))
        assert count_open(db, unit, "ana") == 2
        decide(db, first, "rejected", by="rosa", reason="", now=NOW)
        assert count_open(db, unit, "ana") == 1


def test_a_token_is_stored_once(place: Place) -> None:
    workspace, (unit, other) = place
    with workspace.store.writing() as db:
        made = kept(db, written(unit, token="a"))
    with pytest.raises(IntegrityError), workspace.store.writing() as db:
        kept(db, written(other, token="a"))
    with workspace.store.reading() as db:
        assert [each.id for each in of_unit(db, unit, "fr")] == [made]
        assert of_unit(db, other, "fr") == ()


@pytest.mark.parametrize(("origin", "is_known"), [("file", True), ("rumour", False)])
def test_only_known_origins_are_taken(place: Place, origin: str, is_known: bool) -> None:
    workspace, (unit, _) = place
    try:
        with workspace.store.writing() as db:
            keep(db, written(unit), origin=origin, base=0)
    except IntegrityError:
        assert not is_known
    else:
        assert is_known


def test_suggestions_are_kept_once_and_opened_again(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, units = put_document(workspace, ["We ask for a bridge.", "And for a lamp."])
        both = [(written(each, "Un."), 0) for each in units]
        with workspace.store.writing() as db:
            keep_many(db, document, "fr", [])
            for _ in range(2):
                keep_many(db, document, "fr", [*both, both[0]])
            first, second = of_document(db, document, "fr")
            assert (first.origin, first.text, second.unit) == ("file", "Un.", units[1])
            decide(db, first.id, "rejected", by="eva", reason="no", now=NOW)
            keep_many(db, document, "fr", both)
            again = by_id(db, first.id)
            assert again is not None
            assert (again.status, again.reason, again.decided) == ("open", "", None)
